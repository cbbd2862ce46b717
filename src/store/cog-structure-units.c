/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-structure-private.h"

#include "cog-language.h"

#include <string.h>

/* Whether an id, or one that begins with it and a dot, is in use. */
static gboolean
is_taken (CogProject *project, const char *id)
{
  g_autoptr (CogQuery) query = cog_query_new (
      project->db, cog_project_fault (project),
      "SELECT EXISTS (SELECT 1 FROM unit WHERE id = ?1 OR instr (id, ?1 || '.') = 1)"
      " OR EXISTS (SELECT 1 FROM section WHERE id = ?1 OR"
      " instr (content, ' id=\"' || ?1 || '\"') > 0 OR instr (content, ' id=\"' || ?1 || '.') > 0 "
      "OR"
      " instr (target, ' id=\"' || ?1 || '\"') > 0 OR instr (target, ' id=\"' || ?1 || '.') > 0)",
      "s", id);

  return query != NULL && cog_query_step (query, cog_project_fault (project)) &&
         cog_query_get_int (query, 0) != 0;
}

char *
cog_structure_dup_free_id (CogStructure *self, const char *section, GError **error)
{
  g_autofree char *id = NULL;
  guint n = 0;

  do
    {
      g_free (id);
      id = g_strdup_printf ("%s-added-%u", section, ++n);
    }
  while (is_taken (self->project, id));
  return cog_project_check_fault (self->project, error) ? g_steal_pointer (&id) : NULL;
}

CogUnit *
cog_structure_new_unit (
    const char *id, const char *section, CogUnitKind kind, const char *element, const char *target)
{
  CogUnit *unit = cog_unit_new (id, section, kind);
  gboolean is_said = target != NULL && target[0] != '\0';
  g_autofree char *plain = cog_inline_to_plain (is_said ? target : "");

  unit->element = g_strdup (element);
  unit->target = is_said ? g_strdup (target) : NULL;
  unit->state = is_said ? COG_STATE_TRANSLATED : COG_STATE_INITIAL;
  unit->decision = COG_DECISION_ADDED;
  unit->n_words = cog_text_count_words (plain, NULL);
  return unit;
}

gboolean
cog_structure_insert_unit (CogStructure *self, const CogUnit *unit, GError **error)
{
  return cog_query_run (self->project->db, error,
                        "INSERT INTO unit (id, section, kind, element, source, target, state,"
                        " decision, reason, note, n_words, origins, works, position)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
                        " (SELECT coalesce (max (position), 0) + 1 FROM unit WHERE section = ?2))",
                        "ssssssssssiss", unit->id, unit->section,
                        cog_unit_kind_to_nick (unit->kind), unit->element, unit->source,
                        unit->target, cog_state_to_nick (unit->state),
                        cog_decision_to_nick (unit->decision), unit->reason, unit->note,
                        (gint64)unit->n_words, unit->origins, unit->works) &&
         cog_project_record (self->project, COG_ROW_UNIT, unit->id, NULL, error);
}

gboolean
cog_structure_update_unit (CogStructure *self, const CogUnit *unit, GError **error)
{
  g_autofree char *before = cog_project_row_to_json (self->project, COG_ROW_UNIT, unit->id, error);

  return before != NULL &&
         cog_query_run (self->project->db, error,
                        "UPDATE unit SET section = ?2, kind = ?3, element = ?4, source = ?5,"
                        " target = ?6, state = ?7, decision = ?8, reason = ?9, note = ?10,"
                        " n_words = ?11, origins = ?12, works = ?13 WHERE id = ?1",
                        "ssssssssssiss", unit->id, unit->section,
                        cog_unit_kind_to_nick (unit->kind), unit->element, unit->source,
                        unit->target, cog_state_to_nick (unit->state),
                        cog_decision_to_nick (unit->decision), unit->reason, unit->note,
                        (gint64)unit->n_words, unit->origins, unit->works) &&
         cog_project_record (self->project, COG_ROW_UNIT, unit->id, before, error);
}

gboolean
cog_structure_delete_unit (CogStructure *self, const char *unit, GError **error)
{
  g_autofree char *before = cog_project_row_to_json (self->project, COG_ROW_UNIT, unit, error);

  return before != NULL &&
         cog_query_run (self->project->db, error, "DELETE FROM unit WHERE id = ?1", "s", unit) &&
         cog_project_record (self->project, COG_ROW_UNIT, unit, before, error);
}

static gboolean
take_unit (CogStructure *self, GPtrArray *list, const char *id, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query =
      cog_query_new (self->project->db, &fault, "SELECT 1 FROM unit WHERE id = ?1", "s", id);
  gboolean is_there = query != NULL && cog_query_step (query, &fault);
  CogUnit *unit = is_there ? cog_project_dup_unit (self->project, id, &fault) : NULL;

  if (unit != NULL)
    g_ptr_array_add (list, unit);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

GPtrArray *
cog_structure_list_units (CogStructure *self, const xmlNode *element, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_free);

  for (const xmlNode *n = element; n != NULL; n = cog_xml_next_in (element, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autofree char *alt =
          cog_xml_is (n, NULL, "img") ? g_strconcat (id != NULL ? id : "", "@alt", NULL) : NULL;

      if (id == NULL)
        continue;
      if (!take_unit (self, list, id, error) ||
          (alt != NULL && !take_unit (self, list, alt, error)))
        return NULL;
    }
  return g_steal_pointer (&list);
}
