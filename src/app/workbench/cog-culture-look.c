/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-culture-look.h"

#include "cog-picture-scan.h"

#include <string.h>

static void
add_findings (CogCultureLook *self, CogLensIndex *index, const char *picture)
{
  g_autoptr (GPtrArray) own = cog_lens_index_dup_unit (index, picture, NULL);

  for (guint i = 0; own != NULL && i < own->len; i++)
    g_ptr_array_add (self->found, cog_placed_finding_ref (g_ptr_array_index (own, i)));
}

static void
add_pictures (CogCultureLook *self, CogLensIndex *index, const char *id)
{
  CogProject *project = cog_lens_index_get_project (index);
  g_autoptr (CogUnit) unit = cog_project_dup_unit (project, id, NULL);
  g_autoptr (GPtrArray) pictures =
      unit != NULL ? cog_picture_list_descriptions (project, unit) : NULL;

  for (guint i = 0; pictures != NULL && i < pictures->len; i++)
    if (strcmp (g_ptr_array_index (pictures, i), id) != 0)
      add_findings (self, index, g_ptr_array_index (pictures, i));
  if (pictures == NULL || pictures->len == 0)
    return;
  self->picture = g_strdup (g_ptr_array_index (pictures, 0));
  self->questions = cog_picture_questions_list (index, self->picture, NULL);
}

CogCultureLook *
cog_culture_look_new (CogLensIndex *index, const char *unit, GError **error)
{
  GPtrArray *found;
  CogCultureLook *self;

  g_return_val_if_fail (COG_IS_LENS_INDEX (index) && unit != NULL, NULL);

  found = cog_lens_index_dup_unit (index, unit, error);
  if (found == NULL)
    return NULL;
  self = g_new0 (CogCultureLook, 1);
  self->found = found;
  add_pictures (self, index, unit);
  return self;
}

void
cog_culture_look_free (CogCultureLook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_free (self->picture);
  g_free (self);
}
