/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gram-index-private.h"
#include "cog-letters.h"

#include <string.h>

typedef struct
{
  const char *const *words;
  GArray *hashes; /* of all of them */
  GArray *ids;
  guint limit;
} Finding;

static gboolean
is_wide (gunichar c)
{
  return g_unichar_iswide (c) || cog_letter_is_unspaced (c);
}

/* A word begins there: "lens" is in "lenses", not in "clens". */
static gboolean
begins_word (const char *text, const char *at)
{
  gunichar before, first = g_utf8_get_char (at);

  if (at == text || !g_unichar_isalnum (first) || is_wide (first))
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (at));
  return !g_unichar_isalnum (before) || is_wide (before);
}

const char *
cog_gram_find_word (const char *text, gsize n_bytes, gsize from, const char *word)
{
  gsize length = strlen (word);
  const char *end = text + n_bytes;
  const char *at = text + from;

  while (length > 0 && (at = memmem (at, (gsize)(end - at), word, length)) != NULL)
    {
      if (begins_word (text, at))
        return at;
      at = g_utf8_next_char (at);
    }
  return NULL;
}

static gboolean
has_all (const char *text, gsize n_bytes, const char *const *words)
{
  for (; *words != NULL; words++)
    if (cog_gram_find_word (text, n_bytes, 0, *words) == NULL)
      return FALSE;
  return TRUE;
}

static void
take (Finding *finding, gint64 id, const char *text, gsize n_bytes)
{
  if (text != NULL && has_all (text, n_bytes, finding->words))
    g_array_append_val (finding->ids, id);
}

/* Whether any text of the run can have all words: none has if a sequence occurs in none. */
static gboolean
may_have (CogGramRun *run, GArray *hashes)
{
  for (guint i = 0; i < hashes->len; i++)
    {
      gsize n_bytes;

      cog_gram_run_get_list (run, g_array_index (hashes, guint32, i), &n_bytes);
      if (n_bytes == 0)
        return FALSE;
    }
  return TRUE;
}

void
cog_gram_run_find (
    CogGramRun *run, const char *const *words, GArray *hashes, GArray *ids, guint limit)
{
  Finding finding = { words, hashes, ids, limit };
  guint n_texts = cog_gram_run_get_count (run), n = 0;
  g_autofree guint8 *counts = NULL;

  if (!may_have (run, hashes))
    return;
  if (hashes->len > 0)
    {
      counts = g_malloc (MAX (n_texts, 1));
      n = cog_gram_run_count (run, hashes, counts);
    }
  for (guint i = n_texts; i > 0 && ids->len < limit; i--)
    {
      gsize n_bytes = 0;
      const char *text;

      if (counts != NULL && counts[i - 1] < n)
        continue;
      text = cog_gram_run_get_text (run, i - 1, &n_bytes);
      take (&finding, cog_gram_run_get_id (run, i - 1), text, n_bytes);
    }
}

GArray *
cog_gram_hash_words (const char *const *words)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (; *words != NULL; words++)
    {
      cog_gram_hash_inside (*words, strlen (*words), one);
      if (one->len > 0)
        g_array_append_vals (all, one->data, one->len);
    }
  return all;
}
