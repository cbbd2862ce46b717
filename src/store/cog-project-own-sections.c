/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-structure-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED, why);
  return FALSE;
}

/* paragraph: (nullable): the id of an empty one that comes with it. */
static gboolean
insert_units (CogStructure *structure,
              const char *id,
              const char *heading,
              const char *title,
              const char *paragraph,
              GError **error)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autoptr (CogUnit) first = cog_structure_new_unit (heading, id, COG_UNIT_HEADING, "h1", escaped);
  g_autoptr (CogUnit) second = NULL;

  if (!cog_structure_insert_unit (structure, first, error))
    return FALSE;
  if (paragraph == NULL)
    return TRUE;
  second = cog_structure_new_unit (paragraph, id, COG_UNIT_PARAGRAPH, "p", NULL);
  return cog_structure_insert_unit (structure, second, error);
}

static gboolean
insert_section (CogStructure *structure,
                const char *id,
                const char *title,
                const char *paragraph,
                GError **error)
{
  CogProject *project = structure->project;
  g_autofree char *heading = g_strconcat (id, ".h", NULL);
  g_autofree char *body =
      paragraph != NULL ? g_strdup_printf ("<p id=\"%s\"/>", paragraph) : g_strdup ("");
  g_autofree char *text = g_strdup_printf (
      "<section xmlns=\"" COG_NS_XHTML "\" xmlns:epub=\"" COG_NS_EPUB "\" id=\"%s\"><h1 id=\"%s\"/>"
      "%s</section>",
      id, heading, body);

  return cog_query_run (project->db, error,
                        "INSERT INTO section (id, position, title, is_linear, target) VALUES"
                        " (?1, (SELECT coalesce (max (position), 0) + 1 FROM section), ?2, 1, ?3)",
                        "sss", id, title, text) &&
         cog_project_record (project, COG_ROW_OWN_SECTION, id, NULL, error) &&
         insert_units (structure, id, heading, title, paragraph, error);
}

char *
cog_project_add_section (CogProject *self,
                         const char *title,
                         const char *anchor,
                         CogPlacing where,
                         char **paragraph,
                         GError **error)
{
  CogStructure structure;
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && title != NULL, NULL);

  if (title[strspn (title, " \t\r\n")] == '\0')
    {
      refuse (error, _ ("A section needs a title."));
      return NULL;
    }
  if (!cog_structure_begin (&structure, self, _ ("Added a section"), error))
    return NULL;
  id = cog_structure_dup_free_id (&structure, "section", error);
  first = id != NULL && paragraph != NULL ? g_strconcat (id, ".p", NULL) : NULL;
  ok = id != NULL && insert_section (&structure, id, title, first, error) &&
       (anchor == NULL || cog_structure_place_section (&structure, id, anchor, where, error));
  if (!cog_structure_end (&structure, ok, error))
    return NULL;
  if (paragraph != NULL)
    *paragraph = g_steal_pointer (&first);
  return g_steal_pointer (&id);
}

/* The section and all below it, the lowest first. */
static GPtrArray *
list_below (CogStructure *structure, const char *section, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query =
      cog_query_new (structure->project->db, &fault,
                     "WITH RECURSIVE below (id) AS (SELECT ?1 UNION SELECT section.id FROM section"
                     " JOIN below ON section.parent = below.id WHERE is_absent = 0)"
                     " SELECT id, source FROM section WHERE id IN (SELECT id FROM below)"
                     " ORDER BY position DESC",
                     "s", section);

  while (query != NULL && cog_query_step (query, &fault))
    {
      if (!cog_query_is_null (query, 1))
        {
          refuse (error, _ ("A section of a source is left out, not removed."));
          return NULL;
        }
      g_ptr_array_add (list, cog_query_dup_text (query, 0));
    }
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (list->len == 0)
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no section “%s”."), section);
  else
    return g_steal_pointer (&list);
  return NULL;
}

static gboolean
remove_units (CogStructure *structure, const char *section, GError **error)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (structure->project, section, error);

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (unit->source != NULL)
        return refuse (error, _ ("It holds passages of a source. Move them elsewhere first."));
      if (!cog_structure_delete_unit (structure, unit->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_section (CogStructure *structure, const char *section, GError **error)
{
  CogProject *project = structure->project;
  g_autofree char *text = cog_project_dup_structure (project, section, TRUE, error);
  g_autoptr (xmlDoc) document = text != NULL ? cog_xml_parse_own (text, -1, error) : NULL;
  g_autofree char *before = NULL;

  if (document == NULL || !remove_units (structure, section, error) ||
      !cog_structure_delete_credits (structure, xmlDocGetRootElement (document), error))
    return FALSE;
  before = cog_project_row_to_json (project, COG_ROW_OWN_SECTION, section, error);
  return before != NULL &&
         cog_query_run (project->db, error, "DELETE FROM section WHERE id = ?1", "s", section) &&
         cog_project_record (project, COG_ROW_OWN_SECTION, section, before, error);
}

gboolean
cog_project_remove_section (CogProject *self, const char *section, GError **error)
{
  CogStructure structure;
  g_autoptr (GPtrArray) below = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL, FALSE);

  if (!cog_structure_begin (&structure, self, _ ("Removed a section"), error))
    return FALSE;
  below = list_below (&structure, section, error);
  ok = below != NULL;
  for (guint i = 0; ok && i < below->len; i++)
    ok = remove_section (&structure, g_ptr_array_index (below, i), error);
  return cog_structure_end (&structure, ok, error);
}
