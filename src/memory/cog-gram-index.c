/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gram-index.h"

#include "cog-edit-distance.h"
#include "cog-gram-index-private.h"

#include <math.h>
#include <string.h>

/* Texts that are compared one by one, without lists. */
#define MOST_LOOSE 4096
/* Candidates of a search, and steps of comparing them: some four milliseconds' worth. */
#define MOST_CANDIDATES 2000
#define MOST_STEPS 1000000
/* Who shares less than one of so many sequences is no candidate. */
#define LEAST_SHARE 8

struct _CogGramIndex
{
  CogGramTexts loose;  /* without lists */
  GPtrArray *runs;     /* of CogGramRun, from the oldest texts to the newest */
  GHashTable *removed; /* ids */
  GByteArray *counts;  /* a byte for each text of a run, for one search */
};

typedef struct
{
  CogGramIndex *index;
  CogEditPattern *pattern;
  double threshold;
  guint n;
  guint least, most; /* characters that a text may have */
  gint64 steps;      /* left */
  GArray *matches;   /* CogGramMatch, the best first */
} Search;

CogGramIndex *
cog_gram_index_new (void)
{
  CogGramIndex *self = g_new0 (CogGramIndex, 1);

  cog_gram_texts_init (&self->loose);
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_gram_run_free);
  self->removed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->counts = g_byte_array_new ();
  return self;
}

void
cog_gram_index_free (CogGramIndex *self)
{
  if (self == NULL)
    return;
  cog_gram_texts_clear (&self->loose);
  g_ptr_array_unref (self->runs);
  g_hash_table_unref (self->removed);
  g_byte_array_unref (self->counts);
  g_free (self);
}

static gboolean
is_removed (const CogGramIndex *self, gint64 id)
{
  return g_hash_table_size (self->removed) > 0 && g_hash_table_contains (self->removed, &id);
}

void
cog_gram_index_add (CogGramIndex *self, gint64 id, const char *folded)
{
  gsize n_bytes;

  g_return_if_fail (self != NULL && folded != NULL);

  n_bytes = strlen (folded);
  /* Four gigabytes of text are twice what any memory known has; what is beyond is found exactly,
   * not by likeness. */
  cog_gram_texts_add (&self->loose, id,
                      (guint)MIN (g_utf8_strlen (folded, (gssize)n_bytes), G_MAXUINT16), folded,
                      n_bytes);
}

void
cog_gram_index_remove (CogGramIndex *self, gint64 id)
{
  g_return_if_fail (self != NULL);

  g_hash_table_add (self->removed, g_memdup2 (&id, sizeof id));
}

void
cog_gram_index_add_run (CogGramIndex *self, CogGramRun *run)
{
  g_return_if_fail (self != NULL && run != NULL);

  g_ptr_array_add (self->runs, run);
}

GPtrArray *
cog_gram_index_get_runs (CogGramIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->runs;
}

static void
take_texts (CogGramIndex *self, CogGramRun *run, CogGramTexts *texts)
{
  for (guint i = 0; i < cog_gram_run_get_count (run); i++)
    {
      gsize n_bytes;
      const char *text = cog_gram_run_get_text (run, i, &n_bytes);
      gint64 id = cog_gram_run_get_id (run, i);

      if (text != NULL && !is_removed (self, id))
        cog_gram_texts_add (texts, id, cog_gram_run_get_length (run, i), text, n_bytes);
    }
}

static void
take_loose (CogGramIndex *self, CogGramTexts *texts)
{
  const guint32 *starts = (const guint32 *)(gpointer)self->loose.starts->data;

  for (guint i = 0; i < self->loose.ids->len; i++)
    {
      gint64 id = g_array_index (self->loose.ids, gint64, i);

      if (!is_removed (self, id))
        cog_gram_texts_add (texts, id, g_array_index (self->loose.lengths, guint16, i),
                            self->loose.bytes + starts[i], starts[i + 1] - starts[i]);
    }
}

/* The runs from first on and what is loose become one run. */
static void
make_run (CogGramIndex *self, guint first, gint64 upto)
{
  CogGramRunName name = { ((guint64)g_random_int () << 32) | g_random_int (), 0, upto };
  CogGramTexts texts;
  CogGramRun *run;

  if (first < self->runs->len)
    name.after = cog_gram_run_get_name (self->runs->pdata[first])->after;
  else if (first > 0)
    name.after = cog_gram_run_get_name (self->runs->pdata[first - 1])->upto;
  if (first == self->runs->len && g_hash_table_size (self->removed) == 0)
    run = cog_gram_run_new (&self->loose, &name);
  else
    {
      cog_gram_texts_init (&texts);
      for (guint i = first; i < self->runs->len; i++)
        take_texts (self, self->runs->pdata[i], &texts);
      take_loose (self, &texts);
      run = cog_gram_run_new (&texts, &name);
      cog_gram_texts_clear (&texts);
    }
  g_ptr_array_set_size (self->runs, (int)first);
  g_ptr_array_add (self->runs, run);
  cog_gram_texts_clear (&self->loose);
  cog_gram_texts_init (&self->loose);
}

/* Runs are joined with what comes while they are not twice as long: then each text is listed a few
 * times in all, however one by one they came. */
gboolean
cog_gram_index_settle (CogGramIndex *self, gint64 upto)
{
  guint first;
  gsize n, size;

  g_return_val_if_fail (self != NULL, FALSE);

  n = self->loose.ids->len;
  size = self->loose.size;
  if (n <= MOST_LOOSE)
    return FALSE;
  for (first = self->runs->len; first > 0; first--)
    {
      const CogGramRun *run = self->runs->pdata[first - 1];

      size += cog_gram_run_get_text_size (run);
      if (cog_gram_run_get_count (run) / 2 >= n || size > G_MAXUINT32)
        break;
      n += cog_gram_run_get_count (run);
    }
  make_run (self, first, upto);
  return TRUE;
}

static void
insert_match (Search *search, gint64 id, double score)
{
  CogGramMatch match = { id, score };
  guint at = search->matches->len;

  while (at > 0 && (g_array_index (search->matches, CogGramMatch, at - 1).score < score ||
                    (g_array_index (search->matches, CogGramMatch, at - 1).score <= score &&
                     g_array_index (search->matches, CogGramMatch, at - 1).id < id)))
    at--;
  if (at >= search->n)
    return;
  g_array_insert_val (search->matches, at, match);
  if (search->matches->len > search->n)
    g_array_set_size (search->matches, search->n);
  /* From now on only what is as good as the last of a full list. */
  if (search->matches->len == search->n)
    search->threshold =
        MAX (search->threshold, g_array_index (search->matches, CogGramMatch, search->n - 1).score);
}

static void
compare (Search *search, gint64 id, guint length, const char *text, gsize n_bytes)
{
  gsize longer = MAX (cog_edit_pattern_get_length (search->pattern), length);
  guint limit, distance;

  if (text == NULL || longer == 0 || is_removed (search->index, id))
    return;
  if (length == G_MAXUINT16)
    longer = MAX (longer, (gsize)g_utf8_strlen (text, (gssize)n_bytes));
  /* A little more than it may be, for what division loses; the score decides. */
  limit = (guint)floor ((100 - search->threshold) / 100 * (double)longer + 1e-6);
  search->steps -= (gint64)(length * cog_edit_pattern_get_cost (search->pattern));
  distance = cog_edit_pattern_measure (search->pattern, text, n_bytes, limit);
  if (distance <= limit)
    insert_match (search, id, 100 * (1 - (double)distance / (double)longer));
}

static gboolean
has_length (const Search *search, guint length)
{
  return length >= search->least && length <= search->most;
}

static void
search_loose (Search *search)
{
  const CogGramTexts *loose = &search->index->loose;
  const guint32 *starts = (const guint32 *)(gpointer)loose->starts->data;

  for (guint i = 0; i < loose->ids->len; i++)
    if (has_length (search, g_array_index (loose->lengths, guint16, i)))
      compare (search, g_array_index (loose->ids, gint64, i),
               g_array_index (loose->lengths, guint16, i), loose->bytes + starts[i],
               starts[i + 1] - starts[i]);
}

/* How many sequences a text must share so that about MOST_CANDIDATES do; of those that share just
 * so many there is room for some only. */
static guint
find_least_count (
    const Search *search, const CogGramRun *run, const guint8 *counts, guint bar, guint *room)
{
  guint n_of[G_MAXUINT8 + 1] = { 0 };
  guint least = G_MAXUINT8;

  for (guint i = 0; i < cog_gram_run_get_count (run); i++)
    if (counts[i] >= bar && has_length (search, cog_gram_run_get_length (run, i)))
      n_of[counts[i]]++;
  *room = MOST_CANDIDATES;
  for (; least > bar && n_of[least] <= *room; least--)
    *room -= n_of[least];
  return least;
}

/* By what they share, the most first; of the same, the newest. */
static guint
sort_slots (const guint *slots, guint n, const guint8 *counts, guint *sorted)
{
  guint starts[G_MAXUINT8 + 2] = { 0 };

  for (guint i = 0; i < n; i++)
    starts[G_MAXUINT8 - counts[slots[i]] + 1]++;
  for (guint i = 1; i < G_N_ELEMENTS (starts); i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < n; i++)
    sorted[starts[G_MAXUINT8 - counts[slots[i]]]++] = slots[i];
  return n;
}

/* The candidates by what they share, the most first: should the time not do for all, those that are
 * left out are the least likely. */
static void
search_run (Search *search, CogGramRun *run, GArray *hashes)
{
  g_autofree guint *slots = g_new (guint, 2 * MOST_CANDIDATES);
  guint *sorted = slots + MOST_CANDIDATES;
  guint n_texts = cog_gram_run_get_count (run);
  guint8 *counts;
  guint least, room, bar;
  guint n = 0;

  g_byte_array_set_size (search->index->counts, n_texts);
  counts = search->index->counts->data;
  bar = 1 + cog_gram_run_count (run, hashes, counts) / LEAST_SHARE;
  least = find_least_count (search, run, counts, bar, &room);
  for (guint i = n_texts; i > 0; i--)
    if (counts[i - 1] >= least && has_length (search, cog_gram_run_get_length (run, i - 1)))
      {
        if (counts[i - 1] == least && room == 0)
          continue;
        if (counts[i - 1] == least)
          room--;
        slots[n++] = i - 1;
      }
  n = sort_slots (slots, n, counts, sorted);
  for (guint i = 0; i < n && (search->steps > 0 || i < search->n); i++)
    {
      gsize n_bytes = 0;
      const char *text = cog_gram_run_get_text (run, sorted[i], &n_bytes);

      compare (search, cog_gram_run_get_id (run, sorted[i]),
               cog_gram_run_get_length (run, sorted[i]), text, n_bytes);
    }
}

GArray *
cog_gram_index_search (CogGramIndex *self, const char *folded, double threshold, guint n)
{
  Search search = { self };
  g_autoptr (CogEditPattern) pattern = NULL;
  g_autoptr (GArray) hashes = NULL;
  double length;

  g_return_val_if_fail (self != NULL && folded != NULL && n <= COG_GRAM_MATCHES, NULL);

  search.matches = g_array_new (FALSE, FALSE, sizeof (CogGramMatch));
  if (n == 0)
    return search.matches;
  pattern = cog_edit_pattern_new (folded);
  hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  cog_gram_hash (folded, strlen (folded), hashes);
  length = (double)cog_edit_pattern_get_length (pattern);
  threshold = CLAMP (threshold, 1, 100);
  search.pattern = pattern;
  search.threshold = threshold;
  search.n = n;
  search.least = (guint)MIN (ceil (length * threshold / 100 - 1e-6), G_MAXUINT16);
  search.most = (guint)MIN (floor (length * 100 / threshold + 1e-6), G_MAXUINT16);
  search.steps = MOST_STEPS;
  search_loose (&search);
  for (guint i = self->runs->len; i > 0; i--)
    search_run (&search, self->runs->pdata[i - 1], hashes);
  return search.matches;
}

static void
find_loose (CogGramIndex *self, const char *const *words, GArray *ids, guint limit)
{
  const guint32 *starts = (const guint32 *)(gpointer)self->loose.starts->data;

  for (guint i = self->loose.ids->len; i > 0 && ids->len < limit; i--)
    {
      gboolean has_all = TRUE;

      for (const char *const *word = words; has_all && *word != NULL; word++)
        has_all = cog_gram_find_word (self->loose.bytes + starts[i - 1], starts[i] - starts[i - 1],
                                      0, *word) != NULL;
      if (has_all)
        g_array_append_val (ids, g_array_index (self->loose.ids, gint64, i - 1));
    }
}

GArray *
cog_gram_index_find_words (CogGramIndex *self, const char *const *words, guint limit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) hashes = NULL;

  g_return_val_if_fail (self != NULL && words != NULL, ids);

  if (words[0] == NULL)
    return ids;
  hashes = cog_gram_hash_words (words);
  find_loose (self, words, ids, limit);
  for (guint i = self->runs->len; i > 0 && ids->len < limit; i--)
    cog_gram_run_find (self->runs->pdata[i - 1], words, hashes, ids, limit);
  for (guint i = ids->len; i > 0; i--)
    if (is_removed (self, g_array_index (ids, gint64, i - 1)))
      g_array_remove_index (ids, i - 1);
  return ids;
}

gboolean
cog_gram_index_is_damaged (const CogGramIndex *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->runs->len; i++)
    if (cog_gram_run_is_damaged (self->runs->pdata[i]))
      return TRUE;
  return FALSE;
}

gsize
cog_gram_index_get_count (const CogGramIndex *self)
{
  gsize n;

  g_return_val_if_fail (self != NULL, 0);

  n = self->loose.ids->len;
  for (guint i = 0; i < self->runs->len; i++)
    n += cog_gram_run_get_count (self->runs->pdata[i]);
  return n - MIN (n, g_hash_table_size (self->removed));
}

gsize
cog_gram_index_get_size (const CogGramIndex *self)
{
  gsize size;

  g_return_val_if_fail (self != NULL, 0);

  size = self->loose.size + self->counts->len +
         self->loose.ids->len * (sizeof (gint64) + sizeof (guint32) + sizeof (guint16));
  for (guint i = 0; i < self->runs->len; i++)
    size += cog_gram_run_get_size (self->runs->pdata[i]);
  return size;
}
