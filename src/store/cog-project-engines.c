/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-engines.h"

#include "cog-project-private.h"

#include <glib/gi18n-lib.h>

#define COLUMNS                                                                                    \
  "engine_text.unit, engine_text.engine, engine_text.score, engine_text.target, engine_text.date"

void
cog_engine_text_free (CogEngineText *text)
{
  if (text == NULL)
    return;
  g_free (text->unit);
  g_free (text->engine);
  g_free (text->target);
  g_free (text);
}

/* A passage that could not be stored yet says something else than the file does. */
static gboolean
is_overlaid (CogProject *self, const CogEngineText *text)
{
  const char *draft = self->drafts != NULL ? g_hash_table_lookup (self->drafts, text->unit) : NULL;

  return draft != NULL && !g_str_equal (draft, text->target);
}

/* (nullable): a project from elsewhere may hold anything, or a draft stands before it. */
static CogEngineText *
read_text (CogProject *self, CogQuery *query)
{
  g_autoptr (CogEngineText) text = g_new0 (CogEngineText, 1);

  text->unit = cog_query_dup_text (query, 0);
  text->engine = cog_query_dup_text (query, 1);
  text->score = (guint)CLAMP (cog_query_get_int (query, 2), 0, 100);
  text->target = cog_query_dup_text (query, 3);
  text->date = cog_query_get_int (query, 4);
  if (text->unit == NULL || text->engine == NULL || text->target == NULL ||
      is_overlaid (self, text))
    return NULL;
  return g_steal_pointer (&text);
}

GPtrArray *
cog_project_list_engine_texts (CogProject *self, const char *section, GError **error)
{
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_engine_text_free);
  g_autoptr (CogQuery) query = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  cog_project_enter (self);
  query = cog_query_new (self->db, &fault,
                         "SELECT " COLUMNS " FROM section JOIN unit ON unit.section = section.id"
                         " JOIN engine_text WHERE (?1 IS NULL OR section.id = ?1)"
                         " AND " COG_ENGINE_TEXT_STANDS " ORDER BY section.position, unit.position",
                         "s", section);
  while (query != NULL && cog_query_step (query, &fault))
    {
      CogEngineText *text = read_text (self, query);

      if (text != NULL)
        g_ptr_array_add (list, text);
    }
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  if (fault == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

CogEngineText *
cog_project_dup_engine_text (CogProject *self, const char *unit, GError **error)
{
  g_autoptr (CogQuery) query = NULL;
  g_autoptr (GError) fault = NULL;
  CogEngineText *text = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && unit != NULL, NULL);

  cog_project_enter (self);
  query = cog_query_new (self->db, &fault,
                         "SELECT " COLUMNS " FROM unit JOIN engine_text"
                         " WHERE unit.id = ?1 AND " COG_ENGINE_TEXT_STANDS,
                         "s", unit);
  if (query != NULL && cog_query_step (query, &fault))
    text = read_text (self, query);
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return text;
}

/* Who wrote what stands in the unit now. Nothing is recorded where nothing changes: to confirm what
 * no engine wrote leaves no trace. */
static gboolean
mark (CogProject *self, const CogEngineEdit *edit, GError **error)
{
  const char *unit = edit->edit.unit;
  g_autofree char *before = cog_project_row_to_json (self, COG_ROW_ENGINE_TEXT, unit, NULL);
  gboolean ok;

  if (edit->engine != NULL)
    ok = cog_query_run (self->db, error,
                        "INSERT OR REPLACE INTO engine_text (unit, engine, score, target, date)"
                        " VALUES (?1, ?2, ?3, ?4, ?5)",
                        "ssisi", unit, edit->engine, (gint64)edit->score, edit->edit.target,
                        g_get_real_time () / G_USEC_PER_SEC);
  else if (before != NULL)
    ok = cog_query_run (self->db, error, "DELETE FROM engine_text WHERE unit = ?1", "s", unit);
  else
    return TRUE;
  return ok && cog_project_record (self, COG_ROW_ENGINE_TEXT, unit, before, error);
}

/* The units first: what a step is about is its first change (cog-project-steps.h). */
static gboolean
write_all (CogProject *self, const CogEngineEdit *edits, gsize n_edits, GError **error)
{
  for (gsize i = 0; i < n_edits; i++)
    if (!cog_project_edit_units (self, &edits[i].edit, 1, error) || !mark (self, &edits[i], error))
      return FALSE;
  return TRUE;
}

static void
end (CogProject *self, const CogEngineEdit *edits, gsize n_edits)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (gsize i = 0; i < n_edits; i++)
    {
      cog_project_drop_drafts (self, &edits[i].edit, 1);
      g_strv_builder_add (builder, edits[i].edit.unit);
    }
  ids = g_strv_builder_end (builder);
  cog_project_emit (self, "changed", (const char *const *)ids);
}

static gboolean
is_sound (const CogEngineEdit *edit)
{
  return edit->engine == NULL ||
         ((edit->edit.set & COG_UNIT_SET_TARGET) && edit->edit.target != NULL &&
          edit->edit.target[0] != '\0' && edit->score <= 100);
}

gboolean
cog_project_edit_by_engine (
    CogProject *self, const CogEngineEdit *edits, gsize n_edits, const char *label, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && (edits != NULL || n_edits == 0), FALSE);
  for (gsize i = 0; i < n_edits; i++)
    g_return_val_if_fail (is_sound (&edits[i]), FALSE);

  if (n_edits == 0)
    return TRUE;
  cog_project_enter (self);
  ok = cog_project_begin_step (self, label != NULL ? label : _ ("Edit"), error) &&
       cog_project_end_step (self, write_all (self, edits, n_edits, error), error);
  cog_project_leave (self);
  if (ok)
    end (self, edits, n_edits);
  return ok;
}

gboolean
cog_project_confirm_engine_texts (CogProject *self, const char *const *units, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (CogEngineEdit));
  g_autoptr (GError) fault = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && units != NULL, FALSE);

  cog_project_enter (self);
  for (gsize i = 0; units[i] != NULL && fault == NULL; i++)
    {
      g_autoptr (CogEngineText) text = cog_project_dup_engine_text (self, units[i], &fault);
      g_autoptr (CogUnit) unit =
          text != NULL ? cog_project_dup_unit (self, units[i], &fault) : NULL;
      CogEngineEdit edit = { .edit = { .unit = units[i], .state = COG_STATE_TRANSLATED } };

      /* What was filled in unchecked is translated from now on. */
      if (unit != NULL && unit->state == COG_STATE_INITIAL)
        edit.edit.set = COG_UNIT_SET_STATE;
      if (unit != NULL)
        g_array_append_val (edits, edit);
    }
  ok = fault == NULL &&
       cog_project_edit_by_engine (self, (const CogEngineEdit *)(gpointer)edits->data, edits->len,
                                   /* Translators: a step of the history: a person looked at what a
                                    * machine wrote, and leaves it so. */
                                   _ ("Confirmed a machine translation"), error);
  cog_project_leave (self);
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return ok;
}
