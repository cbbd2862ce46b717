/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-answers.h"

#include "cog-project-private.h"

#include <glib/gi18n-lib.h>

#define SEPARATOR                                                                                  \
  "\x1F" /* U+001F UNIT SEPARATOR: XML has no such character, so no text holds it                  \
          */

CogLensAnswer *
cog_lens_answer_copy (const CogLensAnswer *answer)
{
  CogLensAnswer *copy;

  g_return_val_if_fail (answer != NULL, NULL);

  copy = g_new0 (CogLensAnswer, 1);
  copy->unit = g_strdup (answer->unit);
  copy->lens = g_strdup (answer->lens);
  copy->text = g_strdup (answer->text);
  copy->nth = answer->nth;
  copy->choice = answer->choice;
  copy->words = g_strdup (answer->words);
  copy->reason = g_strdup (answer->reason);
  return copy;
}

void
cog_lens_answer_free (CogLensAnswer *answer)
{
  if (answer == NULL)
    return;
  g_free (answer->unit);
  g_free (answer->lens);
  g_free (answer->text);
  g_free (answer->words);
  g_free (answer->reason);
  g_free (answer);
}

const char *
cog_lens_answer_get_new_words (const CogLensAnswer *answer)
{
  return answer != NULL && cog_choice_changes_text (answer->choice) && answer->words != NULL &&
                 answer->words[0] != '\0'
             ? answer->words
             : NULL;
}

/* A choice that only a newer program knows is one all the same: it is not asked again. */
static gpointer
read_answer (CogQuery *query)
{
  CogLensAnswer *answer = g_new0 (CogLensAnswer, 1);
  g_autofree char *choice = cog_query_dup_text (query, 4);

  answer->unit = cog_query_dup_text (query, 0);
  answer->lens = cog_query_dup_text (query, 1);
  answer->text = cog_query_dup_text (query, 2);
  answer->nth = (guint)cog_query_get_int (query, 3);
  if (!cog_choice_from_nick (choice, &answer->choice) || answer->choice == COG_CHOICE_OPEN)
    answer->choice = COG_CHOICE_KEEP;
  answer->words = cog_query_dup_text (query, 5);
  answer->reason = cog_query_dup_text (query, 6);
  return answer;
}

static gpointer
read_agreement (CogQuery *query)
{
  CogAgreement *agreement = g_new0 (CogAgreement, 1);

  agreement->kind = cog_query_dup_text (query, 0);
  agreement->original = cog_query_dup_text (query, 1);
  agreement->words = cog_query_dup_text (query, 2);
  agreement->note = cog_query_dup_text (query, 3);
  agreement->date = cog_query_dup_text (query, 4);
  return agreement;
}

/* The rows of which the first three columns are there: without them one cannot be placed. */
static GPtrArray *
list_rows (CogProject *self,
           const char *sql,
           const char *unit,
           gpointer (*read) (CogQuery *query),
           GDestroyNotify free_row,
           GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (CogQuery) query = NULL;
  g_autoptr (GError) fault = NULL;

  cog_project_enter (self);
  query = cog_query_new (self->db, &fault, sql, "s", unit);
  while (query != NULL && cog_query_step (query, &fault))
    if (!cog_query_is_null (query, 0) && !cog_query_is_null (query, 1) &&
        !cog_query_is_null (query, 2))
      g_ptr_array_add (list, read (query));
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  if (fault == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

GPtrArray *
cog_project_list_answers (CogProject *self, const char *unit, GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  return list_rows (self,
                    "SELECT unit, lens, text, nth, choice, words, reason FROM answer"
                    " WHERE ?1 IS NULL OR unit = ?1 ORDER BY key",
                    unit, read_answer, (GDestroyNotify)cog_lens_answer_free, error);
}

GPtrArray *
cog_project_list_agreements (CogProject *self, GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  return list_rows (self,
                    "SELECT kind, original, words, note, date FROM agreement WHERE ?1 IS NULL"
                    " ORDER BY kind, original",
                    NULL, read_agreement, (GDestroyNotify)cog_agreement_free, error);
}

static gboolean
write_answer (CogProject *self, const CogLensAnswer *answer, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s" SEPARATOR "%s" SEPARATOR "%u" SEPARATOR "%s",
                                          answer->unit, answer->lens, answer->nth, answer->text);
  g_autofree char *before = cog_project_row_to_json (self, COG_ROW_ANSWER, key, NULL);
  gboolean ok;

  if (answer->choice == COG_CHOICE_OPEN)
    ok = cog_query_run (self->db, error, "DELETE FROM answer WHERE key = ?1", "s", key);
  else
    ok = cog_query_run (self->db, error,
                        "INSERT OR REPLACE INTO answer (key, unit, lens, text, nth, choice, words,"
                        " reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                        "ssssisss", key, answer->unit, answer->lens, answer->text,
                        (gint64)answer->nth, cog_choice_to_nick (answer->choice), answer->words,
                        answer->reason);
  return ok && cog_project_record (self, COG_ROW_ANSWER, key, before, error);
}

static gboolean
write_agreement (CogProject *self, const CogAgreement *agreement, GError **error)
{
  g_autofree char *key = g_strconcat (agreement->kind, SEPARATOR, agreement->original, NULL);
  g_autofree char *before = cog_project_row_to_json (self, COG_ROW_AGREEMENT, key, NULL);
  gboolean ok;

  if (agreement->words == NULL)
    ok = cog_query_run (self->db, error, "DELETE FROM agreement WHERE key = ?1", "s", key);
  else
    ok = cog_query_run (self->db, error,
                        "INSERT OR REPLACE INTO agreement (key, kind, original, words, note, date)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                        "ssssss", key, agreement->kind, agreement->original, agreement->words,
                        agreement->note, agreement->date);
  return ok && cog_project_record (self, COG_ROW_AGREEMENT, key, before, error);
}

static gboolean
write_all (CogProject *self, const CogAnswerEdit *edit, GError **error)
{
  if (!cog_project_edit_units (self, edit->edits, edit->n_edits, error))
    return FALSE;
  for (gsize i = 0; i < edit->n_answers; i++)
    if (!write_answer (self, &edit->answers[i], error))
      return FALSE;
  for (gsize i = 0; i < edit->n_agreements; i++)
    if (!write_agreement (self, &edit->agreements[i], error))
      return FALSE;
  return TRUE;
}

/* An agreement counts in every unit: then nobody knows which ones. */
static void
tell (CogProject *self, const CogAnswerEdit *edit)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (gsize i = 0; i < edit->n_edits; i++)
    g_strv_builder_add (builder, edit->edits[i].unit);
  for (gsize i = 0; i < edit->n_answers; i++)
    g_strv_builder_add (builder, edit->answers[i].unit);
  ids = g_strv_builder_end (builder);
  cog_project_emit (self, "changed", edit->n_agreements > 0 ? NULL : (const char *const *)ids);
}

gboolean
cog_project_edit_answers (CogProject *self,
                          const CogAnswerEdit *edit,
                          const char *label,
                          GError **error)
{
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && edit != NULL, FALSE);

  if (edit->n_edits + edit->n_answers + edit->n_agreements == 0)
    return TRUE;
  cog_project_enter (self);
  ok = cog_project_begin_step (self, label != NULL ? label : _ ("Edit"), error) &&
       cog_project_end_step (self, write_all (self, edit, error), error);
  cog_project_leave (self);
  if (ok)
    {
      cog_project_drop_drafts (self, edit->edits, edit->n_edits);
      tell (self, edit);
    }
  return ok;
}
