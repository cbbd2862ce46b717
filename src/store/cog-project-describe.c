/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-figures.h"
#include "cog-structure-private.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>

static gboolean
find_place (CogProject *self, const char *image, const char *unit, char **section, GError **error)
{
  g_autoptr (CogUnit) there = cog_project_dup_unit (self, unit, NULL);

  *section = cog_project_dup_section_of (self, image);
  if (*section != NULL && there == NULL)
    return TRUE;
  if (*section == NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no picture “%s”."), image);
  else
    g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                 _ ("The picture “%s” has a place for its description already."), image);
  return FALSE;
}

gboolean
cog_project_describe_picture (CogProject *self, const char *image, GError **error)
{
  CogStructure structure;
  g_autofree char *id = NULL;
  g_autofree char *section = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && image != NULL, FALSE);

  id = g_strconcat (image, "@alt", NULL);
  /* Translators: a step that can be undone: a picture without a description is to have one. */
  if (!cog_structure_begin (&structure, self, _ ("Described a picture"), error))
    return FALSE;
  ok = find_place (self, image, id, &section, error);
  if (ok)
    {
      g_autoptr (CogUnit) unit = cog_structure_new_unit (id, section, COG_UNIT_ALT, "img", NULL);

      ok = cog_structure_insert_unit (&structure, unit, error);
    }
  return cog_structure_end (&structure, ok, error);
}

GPtrArray *
cog_project_list_images (CogProject *self, const char *unit, GError **error)
{
  g_autofree char *section = NULL;
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func (g_free);
  xmlNode *root;

  g_return_val_if_fail (COG_IS_PROJECT (self) && unit != NULL, NULL);

  cog_project_enter (self);
  document = cog_project_open_structure (self, unit, &section, error);
  cog_project_leave (self);
  if (document == NULL)
    return NULL;
  root = cog_xml_find_by_id (xmlDocGetRootElement (document), unit);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      char *id = cog_xml_is (n, NULL, "img") ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id != NULL)
        g_ptr_array_add (images, id);
    }
  return g_steal_pointer (&images);
}
