/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-private.h"

#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMNS                                                                                    \
  "unit.id, unit.section, unit.kind, unit.element, unit.source, unit.target, unit.state, "         \
  "unit.decision,"                                                                                 \
  " unit.reason, unit.note, unit.n_words, unit.origins, unit.works,"                               \
  " (SELECT engine_text.engine FROM engine_text WHERE " COG_ENGINE_TEXT_STANDS "),"                \
  " (SELECT former_source.source FROM former_source WHERE " COG_FORMER_SOURCE_STANDS ")"

/* Units that are read under one lock: a few milliseconds. */
#define SLICE 400
#define TRIES 3

static CogUnit *
read_unit (CogQuery *query)
{
  CogUnit *unit = g_new0 (CogUnit, 1);
  g_autofree char *kind = cog_query_dup_text (query, 2);
  g_autofree char *state = cog_query_dup_text (query, 6);
  g_autofree char *decision = cog_query_dup_text (query, 7);

  unit->id = cog_query_dup_text (query, 0);
  unit->section = cog_query_dup_text (query, 1);
  cog_unit_kind_from_nick (kind, &unit->kind);
  unit->element = cog_query_dup_text (query, 3);
  unit->source = cog_query_dup_text (query, 4);
  unit->target = cog_query_dup_text (query, 5);
  cog_state_from_nick (state, &unit->state);
  cog_decision_from_nick (decision, &unit->decision);
  unit->reason = cog_query_dup_text (query, 8);
  unit->note = cog_query_dup_text (query, 9);
  unit->n_words = (guint)cog_query_get_int (query, 10);
  unit->origins = cog_query_dup_text (query, 11);
  unit->works = cog_query_dup_text (query, 12);
  unit->engine = cog_query_dup_text (query, 13);
  unit->former_source = cog_query_dup_text (query, 14);
  return unit;
}

/* Adds what a query finds; its columns are COLUMNS. */
static guint
take_units (CogProject *self, CogQuery *query, GPtrArray *list, GError **error)
{
  guint n = 0;

  for (; query != NULL && cog_query_step (query, error); n++)
    if (!cog_query_is_null (query, 0) && !cog_query_is_null (query, 1))
      {
        CogUnit *unit = read_unit (query);

        cog_project_overlay_draft (self, unit);
        g_ptr_array_add (list, unit);
      }
  return n;
}

/* A long section, a slice at a time: who edits meanwhile, or draws, does not wait for all of it.
 * What was read is of one state of the section, or it is read again; FALSE where edits come faster
 * than that. */
static gboolean
try_slices (CogProject *self, const char *section, GPtrArray *list, GError **error)
{
  gint64 offset = 0;
  int edits = 0;
  guint n = SLICE;
  g_autoptr (GError) fault = NULL;

  g_ptr_array_set_size (list, 0);
  while (n == SLICE && fault == NULL)
    {
      g_autoptr (CogQuery) query = NULL;
      gboolean is_other;

      if (offset > 0)
        cog_project_let_others (self);
      cog_project_enter (self);
      is_other = offset > 0 && self->db != NULL && sqlite3_total_changes (self->db) != edits;
      edits = self->db != NULL ? sqlite3_total_changes (self->db) : 0;
      query = cog_query_new (self->db, &fault,
                             "SELECT " COLUMNS " FROM unit WHERE section = ?1 ORDER BY position"
                             " LIMIT ?2 OFFSET ?3",
                             "sii", section, (gint64)SLICE, offset);
      n = is_other ? 0 : take_units (self, query, list, &fault);
      offset += n;
      g_clear_pointer (&query, cog_query_free);
      cog_project_leave (self);
      if (is_other)
        return FALSE;
    }
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return TRUE;
}

static void
read_at_once (CogProject *self, const char *section, GPtrArray *list, GError **error)
{
  g_autoptr (CogQuery) query = NULL;

  g_ptr_array_set_size (list, 0);
  cog_project_enter (self);
  query =
      section != NULL
          ? cog_query_new (self->db, error,
                           "SELECT " COLUMNS " FROM unit WHERE section = ?1 ORDER BY position", "s",
                           section)
          : cog_query_new (self->db, error,
                           "SELECT " COLUMNS " FROM section JOIN unit ON unit.section = section.id"
                           " ORDER BY section.position, unit.position",
                           NULL);
  take_units (self, query, list, error);
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
}

GPtrArray *
cog_project_list_units (CogProject *self, const char *section, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_free);
  g_autoptr (GError) fault = NULL;
  gboolean is_read = FALSE;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  /* Where it is open for reading only, others may write between slices. */
  for (int i = 0; section != NULL && self->mode == COG_PROJECT_WRITE && !is_read && i < TRIES; i++)
    is_read = try_slices (self, section, list, &fault);
  if (!is_read)
    read_at_once (self, section, list, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  return g_steal_pointer (&list);
}

CogUnit *
cog_project_dup_unit (CogProject *self, const char *id, GError **error)
{
  g_autoptr (CogQuery) query = NULL;
  CogUnit *unit = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && id != NULL, NULL);

  cog_project_enter (self);
  query = cog_query_new (self->db, error, "SELECT " COLUMNS " FROM unit WHERE id = ?1", "s", id);
  if (query != NULL && cog_query_step (query, error))
    {
      unit = read_unit (query);
      cog_project_overlay_draft (self, unit);
    }
  else if (error == NULL || *error == NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no unit “%s”."), id);
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  return unit;
}

/* What a new target means where nothing else is said. */
static void
set_target (CogUnit *unit, const CogUnitEdit *edit)
{
  gboolean empty = edit->target == NULL || edit->target[0] == '\0';

  g_free (unit->target);
  unit->target = empty ? NULL : g_strdup (edit->target);
  if (!(edit->set & COG_UNIT_SET_STATE))
    {
      if (empty)
        unit->state = COG_STATE_INITIAL;
      else if (unit->state == COG_STATE_INITIAL)
        unit->state = COG_STATE_TRANSLATED;
    }
  if (edit->set & COG_UNIT_SET_DECISION)
    return;
  if (empty)
    unit->decision = unit->decision == COG_DECISION_ADDED ? COG_DECISION_ADDED : COG_DECISION_NONE;
  else if (unit->decision == COG_DECISION_NONE || unit->decision == COG_DECISION_KEPT ||
           unit->decision == COG_DECISION_TRANSLATED)
    unit->decision =
        g_strcmp0 (unit->target, unit->source) == 0 ? COG_DECISION_KEPT : COG_DECISION_TRANSLATED;
}

static void
apply (CogUnit *unit, const CogUnitEdit *edit)
{
  if (edit->set & COG_UNIT_SET_TARGET)
    set_target (unit, edit);
  if (edit->set & COG_UNIT_SET_STATE)
    unit->state = edit->state;
  if (edit->set & COG_UNIT_SET_DECISION)
    unit->decision = edit->decision;
  if (edit->set & COG_UNIT_SET_REASON)
    {
      g_free (unit->reason);
      unit->reason = g_strdup (edit->reason);
    }
  if (edit->set & COG_UNIT_SET_NOTE)
    {
      g_free (unit->note);
      unit->note = g_strdup (edit->note);
    }
}

static gboolean
check (const CogUnit *unit, const CogUnitEdit *edit, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (!(edit->set & COG_UNIT_SET_TARGET) || edit->target == NULL || edit->target[0] == '\0')
    return TRUE;
  if (unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_TITLE)
    {
      g_autoptr (GMarkupParseContext) parser = NULL;
      g_autofree char *whole = g_strdup_printf ("<t>%s</t>", edit->target);
      static const GMarkupParser none = { NULL };

      /* Plain text, escaped: no element. */
      parser = g_markup_parse_context_new (&none, 0, NULL, NULL);
      if (strchr (edit->target, '<') == NULL &&
          g_markup_parse_context_parse (parser, whole, -1, &fault))
        return TRUE;
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   _ ("%s: must be plain text, with & written as &amp;."), unit->id);
      return FALSE;
    }
  if (cog_inline_check (edit->target, &fault))
    return TRUE;
  g_propagate_prefixed_error (error, g_steal_pointer (&fault), "%s: ", unit->id);
  return FALSE;
}

static gboolean
edit_one (CogProject *self, const CogUnitEdit *edit, GError **error)
{
  g_autoptr (CogUnit) unit = cog_project_dup_unit (self, edit->unit, error);
  g_autofree char *before = NULL;

  if (unit == NULL || !check (unit, edit, error))
    return FALSE;
  before = cog_project_row_to_json (self, COG_ROW_UNIT, edit->unit, error);
  if (before == NULL)
    return FALSE;
  apply (unit, edit);
  return cog_query_run (self->db, error,
                        "UPDATE unit SET target = ?2, state = ?3, decision = ?4, reason = ?5, note "
                        "= ?6 WHERE id = ?1",
                        "ssssss", unit->id, unit->target, cog_state_to_nick (unit->state),
                        cog_decision_to_nick (unit->decision), unit->reason, unit->note) &&
         cog_project_record (self, COG_ROW_UNIT, edit->unit, before, error);
}

gboolean
cog_project_edit_units (CogProject *self, const CogUnitEdit *edits, gsize n_edits, GError **error)
{
  for (gsize i = 0; i < n_edits; i++)
    if (!edit_one (self, &edits[i], error))
      return FALSE;
  return TRUE;
}

static void
emit_changed (CogProject *self, const CogUnitEdit *edits, gsize n_edits)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (gsize i = 0; i < n_edits; i++)
    g_strv_builder_add (builder, edits[i].unit);
  ids = g_strv_builder_end (builder);
  cog_project_emit (self, "changed", (const char *const *)ids);
}

gboolean
cog_project_edit (
    CogProject *self, const CogUnitEdit *edits, gsize n_edits, const char *label, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && (edits != NULL || n_edits == 0), FALSE);

  if (n_edits == 0)
    return TRUE;
  cog_project_enter (self);
  label = label != NULL ? label : _ ("Edit");
  if (n_edits == 1 && edits[0].go != 0)
    ok = cog_project_begin_edit_step (self, edits, label, error) &&
         cog_project_end_edit_step (self, edits, edit_one (self, edits, error), error);
  else
    ok = cog_project_begin_step (self, label, error) &&
         cog_project_end_step (self, cog_project_edit_units (self, edits, n_edits, error), error);
  cog_project_leave (self);
  if (ok)
    {
      cog_project_drop_drafts (self, edits, n_edits);
      emit_changed (self, edits, n_edits);
    }
  return ok;
}
