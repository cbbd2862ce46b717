/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-concordance.h"

#include "cog-gram-index-private.h"
#include "cog-memory-private.h"
#include "cog-segment-fold.h"

#include <string.h>

/* Of those found some may be gone meanwhile. */
#define SPARE 2

static char **
dup_words (const char *words)
{
  g_autofree char *folded = cog_segment_fold (words);
  g_auto (GStrv) all = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0')
      g_strv_builder_add (builder, all[i]);
  return g_strv_builder_end (builder);
}

static gboolean
take_found (CogMemory *self,
            GArray *found,
            gboolean is_other_way,
            GPtrArray *entries,
            guint n,
            GError **error)
{
  for (guint i = 0; i < found->len && entries->len < n; i++)
    {
      gint64 number = g_array_index (found, gint64, i);
      g_autoptr (CogQuery) row =
          cog_query_new (self->db, error, "SELECT " COG_MEMORY_COLUMNS " FROM entry WHERE id = ?",
                         "i", number / 2);
      CogMemoryEntry *entry;

      if (row == NULL)
        return FALSE;
      if (!cog_query_step (row, NULL))
        continue;
      entry = cog_memory_read_entry (self, row);
      /* Found by its target, or in the index of the other way: turned, unless both. */
      if ((number % 2 != 0) != is_other_way)
        cog_memory_entry_turn (entry);
      g_ptr_array_add (entries, entry);
    }
  return TRUE;
}

static gboolean
search_way (CogMemory *self,
            const char *from,
            const char *to,
            gboolean is_other_way,
            char **words,
            GPtrArray *entries,
            guint n,
            GError **error)
{
  CogMemoryIndex *index = cog_memory_get_index (self, from, to, error);
  g_autoptr (GArray) found = NULL;

  if (index == NULL)
    return FALSE;
  found = cog_gram_index_find_words (index->grams, (const char *const *)words, n * SPARE);
  return take_found (self, found, is_other_way, entries, n, error);
}

GPtrArray *
cog_memory_search (
    CogMemory *self, const char *from, const char *to, const char *words, guint n, GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_memory_entry_free);
  g_auto (GStrv) sought = NULL;
  g_autofree char *source = cog_memory_dup_base (from);
  g_autofree char *target = cog_memory_dup_base (to);
  gboolean ok = TRUE;

  g_return_val_if_fail (self != NULL && words != NULL && n <= COG_MEMORY_HITS, NULL);

  sought = dup_words (words);
  g_rec_mutex_lock (&self->mutex);
  cog_memory_refresh (self);
  if (sought[0] != NULL && source != NULL && target != NULL)
    ok = search_way (self, source, target, FALSE, sought, entries, n, error) &&
         search_way (self, target, source, TRUE, sought, entries, n, error);
  g_rec_mutex_unlock (&self->mutex);
  return ok ? g_steal_pointer (&entries) : NULL;
}

/* As long as the text, whatever its case: a character for each. */
static char *
fold_each (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (c)));
  return g_string_free (folded, FALSE);
}

gboolean
cog_memory_find_hit (const char *text, const char *words, guint from, guint *start, guint *end)
{
  g_auto (GStrv) sought = NULL;
  g_autofree char *folded = NULL;
  const char *best = NULL;
  guint length = 0;

  g_return_val_if_fail (text != NULL && words != NULL && start != NULL && end != NULL, FALSE);

  if (from > (guint)g_utf8_strlen (text, -1))
    return FALSE;
  sought = dup_words (words);
  folded = fold_each (text);
  for (guint i = 0; sought[i] != NULL; i++)
    {
      const char *at = g_utf8_offset_to_pointer (folded, from);
      const char *found =
          cog_gram_find_word (folded, strlen (folded), (gsize)(at - folded), sought[i]);

      if (found != NULL && (best == NULL || found < best))
        {
          best = found;
          length = (guint)g_utf8_strlen (sought[i], -1);
        }
    }
  if (best == NULL)
    return FALSE;
  *start = (guint)g_utf8_pointer_to_offset (folded, best);
  *end = *start + length;
  return TRUE;
}
