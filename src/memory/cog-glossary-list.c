/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-glossary-private.h"

#include <glib/gi18n-lib.h>

#define COLUMNS                                                                                    \
  "SELECT concept.id, identifier, subject, definition, concept.note, origin, licence, project,"    \
  " concept.extra, date, language, text, status, part_of_speech, term.note, term.extra"            \
  " FROM concept JOIN term ON term.concept = concept.id"

static CogGlossaryEntry *
read_concept (CogQuery *query)
{
  CogGlossaryEntry *entry = cog_glossary_entry_new ();
  char **const facts[] = { &entry->identifier, &entry->subject, &entry->definition, &entry->note,
                           &entry->origin,     &entry->licence, &entry->project,    &entry->extra };

  entry->id = cog_query_get_int (query, 0);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    *facts[i] = cog_query_dup_text (query, 1 + (int)i);
  entry->date = cog_query_get_int (query, 9);
  return entry;
}

static void
read_term (CogGlossaryEntry *entry, CogQuery *query)
{
  g_autofree char *language = cog_query_dup_text (query, 10);
  g_autofree char *text = cog_query_dup_text (query, 11);
  g_autofree char *status = cog_query_dup_text (query, 12);
  CogGlossaryTerm *term;

  /* A file from elsewhere may hold anything. */
  if (language == NULL || text == NULL)
    return;
  term = cog_glossary_entry_add (entry, language, text);
  cog_term_status_from_nick (status, &term->status);
  term->part_of_speech = cog_query_dup_text (query, 13);
  term->note = cog_query_dup_text (query, 14);
  term->extra = cog_query_dup_text (query, 15);
}

static gboolean
hand_over (CogQuery *query, CogGlossaryFunc func, gpointer user_data, GError **error)
{
  g_autoptr (CogGlossaryEntry) entry = NULL;
  g_autoptr (GError) fault = NULL;

  while (cog_query_step (query, &fault))
    {
      if (entry != NULL && entry->id != cog_query_get_int (query, 0))
        {
          if (!func (entry, user_data, error))
            return FALSE;
          g_clear_pointer (&entry, cog_glossary_entry_free);
        }
      if (entry == NULL)
        entry = read_concept (query);
      read_term (entry, query);
    }
  if (fault == NULL)
    return entry == NULL || func (entry, user_data, error);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

gboolean
cog_glossary_foreach (CogGlossary *self,
                      const CogGlossaryFilter *filter,
                      CogGlossaryFunc func,
                      gpointer user_data,
                      GError **error)
{
  static const CogGlossaryFilter all = { NULL, NULL, NULL };
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autoptr (CogQuery) query = NULL;
  gboolean ok;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  filter = filter != NULL ? filter : &all;
  from = cog_glossary_dup_base (filter->from);
  to = cog_glossary_dup_base (filter->to);
  g_rec_mutex_lock (&self->mutex);
  query = cog_query_new (
      self->db, error,
      COLUMNS " WHERE (?1 IS NULL OR concept.id IN (SELECT concept FROM term WHERE base = ?1))"
              " AND (?2 IS NULL OR concept.id IN (SELECT concept FROM term WHERE base = ?2))"
              " AND (?3 IS NULL OR project IS NULL OR project = ?3)"
              " ORDER BY concept.id, term.id",
      "sss", from, to, filter->project);
  ok = query != NULL && hand_over (query, func, user_data, error);
  g_rec_mutex_unlock (&self->mutex);
  return ok;
}

static gboolean
keep_cb (const CogGlossaryEntry *entry, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, cog_glossary_entry_copy (entry));
  return TRUE;
}

GPtrArray *
cog_glossary_list (CogGlossary *self, const CogGlossaryFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_glossary_entry_free);

  return cog_glossary_foreach (self, filter, keep_cb, entries, error) ? g_steal_pointer (&entries)
                                                                      : NULL;
}

CogGlossaryEntry *
cog_glossary_get (CogGlossary *self, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (CogQuery) query = NULL;
  gboolean ok;

  g_return_val_if_fail (self != NULL, NULL);

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_glossary_entry_free);
  g_rec_mutex_lock (&self->mutex);
  query =
      cog_query_new (self->db, error, COLUMNS " WHERE concept.id = ? ORDER BY term.id", "i", id);
  ok = query != NULL && hand_over (query, keep_cb, entries, error);
  g_rec_mutex_unlock (&self->mutex);
  if (!ok)
    return NULL;
  if (entries->len > 0)
    return g_ptr_array_steal_index (entries, 0);
  g_set_error_literal (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                       _ ("The glossary has no such entry any more."));
  return NULL;
}
