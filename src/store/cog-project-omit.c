/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-structure-private.h"

#include "cog-table.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED, why);
  return FALSE;
}

static gboolean
take_units (CogStructure *structure, GPtrArray *list, const xmlNode *element, GError **error)
{
  g_autoptr (GPtrArray) units = cog_structure_list_units (structure, element, error);

  if (units == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (list, g_steal_pointer (&units));
  return TRUE;
}

/* The cells that begin in the row or column of one. */
static gboolean
take_line (CogStructure *structure, GPtrArray *list, xmlNode *cell, gboolean is_row, GError **error)
{
  xmlNode *element = cog_block_find (cell, COG_BLOCK_TABLE);
  g_autoptr (CogTable) table = element != NULL ? cog_table_new (element) : NULL;
  const CogTableCell *here = table != NULL ? cog_table_find (table, cell) : NULL;

  if (here == NULL)
    return refuse (error, _ ("There is no such piece around it."));
  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogTableCell *other = &g_array_index (table->cells, CogTableCell, i);

      if ((is_row ? other->row == here->row : other->column == here->column) &&
          !take_units (structure, list, other->node, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
cog_structure_list_block_units (CogStructure *self,
                                xmlNode *element,
                                CogBlockKind kind,
                                GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_free);
  xmlNode *block;

  if (kind == COG_BLOCK_ROW || kind == COG_BLOCK_COLUMN)
    return take_line (self, list, element, kind == COG_BLOCK_ROW, error) ? g_steal_pointer (&list)
                                                                         : NULL;
  block = cog_block_find (element, kind);
  if (block == NULL)
    refuse (error, _ ("There is no such piece around it."));
  else if (take_units (self, list, block, error))
    return g_steal_pointer (&list);
  return NULL;
}

static void
read_decision (GHashTable *decisions, const char *key, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *row = cog_project_row_parse (parser, json);
  CogDecision decision;

  if (row != NULL &&
      cog_decision_from_nick (json_object_get_string_member_with_default (row, "decision", ""),
                              &decision) &&
      decision != COG_DECISION_OMITTED)
    g_hash_table_insert (decisions, g_strdup (key), GINT_TO_POINTER (decision));
}

/* What was decided on each unit before it was left out, by the history. Unit → CogDecision. */
static GHashTable *
list_decisions (CogStructure *structure, GError **error)
{
  g_autoptr (GHashTable) decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query =
      cog_query_new (structure->project->db, &fault,
                     "SELECT key, before FROM change WHERE kind = ?1 AND"
                     " instr (after, '\"decision\":\"omitted\"') > 0 ORDER BY step, seq",
                     "i", (gint64)COG_ROW_UNIT);

  while (query != NULL && cog_query_step (query, &fault))
    {
      g_autofree char *key = cog_query_dup_text (query, 0);
      g_autofree char *json = cog_query_dup_text (query, 1);

      if (key != NULL && json != NULL)
        read_decision (decisions, key, json);
    }
  if (fault == NULL)
    return g_steal_pointer (&decisions);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

static CogDecision
infer_decision (const CogUnit *unit)
{
  if (unit->source == NULL)
    return COG_DECISION_ADDED;
  if (unit->target == NULL)
    return COG_DECISION_NONE;
  return g_str_equal (unit->target, unit->source) ? COG_DECISION_KEPT : COG_DECISION_TRANSLATED;
}

static gboolean
decide (CogStructure *structure,
        CogUnit *unit,
        gboolean omit,
        const char *reason,
        GHashTable *decisions,
        GError **error)
{
  gpointer before;

  if (omit == (unit->decision == COG_DECISION_OMITTED))
    return TRUE;
  if (omit)
    unit->decision = COG_DECISION_OMITTED;
  else if (g_hash_table_lookup_extended (decisions, unit->id, NULL, &before))
    unit->decision = (CogDecision)GPOINTER_TO_INT (before);
  else
    unit->decision = infer_decision (unit);
  g_free (unit->reason);
  unit->reason = g_strdup (omit ? reason : NULL);
  return cog_structure_update_unit (structure, unit, error);
}

static gboolean
omit_all (CogStructure *structure,
          const char *id,
          CogBlockKind kind,
          gboolean omit,
          const char *reason,
          GError **error)
{
  xmlNode *element = cog_structure_find (structure, id, NULL, error);
  g_autoptr (GPtrArray) units =
      element != NULL ? cog_structure_list_block_units (structure, element, kind, error) : NULL;
  g_autoptr (GHashTable) decisions = NULL;

  if (units == NULL)
    return FALSE;
  if (units->len == 0)
    return refuse (error, _ ("Nothing in it says anything that could be left out."));
  decisions = list_decisions (structure, error);
  for (guint i = 0; decisions != NULL && i < units->len; i++)
    if (!decide (structure, g_ptr_array_index (units, i), omit, reason, decisions, error))
      return FALSE;
  return decisions != NULL;
}

gboolean
cog_project_omit_block (CogProject *self,
                        const char *id,
                        CogBlockKind kind,
                        gboolean omit,
                        const char *reason,
                        GError **error)
{
  CogStructure structure;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && id != NULL, FALSE);

  if (!cog_structure_begin (&structure, self,
                            omit ? _ ("Left out a passage") : _ ("Took a passage back in"), error))
    return FALSE;
  ok = omit_all (&structure, id, kind, omit, reason, error);
  return cog_structure_end (&structure, ok, error);
}
