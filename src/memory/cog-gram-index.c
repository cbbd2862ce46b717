/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gram-index.h"

#include "cog-edit-distance.h"
#include "cog-gram-lists-private.h"

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
  CogGramTexts texts;
  GPtrArray *lists; /* of CogGramLists, from the oldest texts to the newest */
  guint n_listed;   /* texts that have lists */
  guint n_removed;
  GByteArray *counts; /* a byte for each text, for one search */
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
  guint32 zero = 0;

  self->texts.starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->texts.lengths = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->texts.ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->texts.starts, zero);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_gram_lists_free);
  self->counts = g_byte_array_new ();
  return self;
}

void
cog_gram_index_free (CogGramIndex *self)
{
  if (self == NULL)
    return;
  g_free (self->texts.bytes);
  g_array_unref (self->texts.starts);
  g_array_unref (self->texts.lengths);
  g_array_unref (self->texts.ids);
  g_ptr_array_unref (self->lists);
  g_byte_array_unref (self->counts);
  g_free (self);
}

void
cog_gram_index_add (CogGramIndex *self, gint64 id, const char *folded)
{
  CogGramTexts *texts;
  gsize n_bytes;
  guint16 length;
  guint32 end;

  g_return_if_fail (self != NULL && folded != NULL && id != COG_GRAM_REMOVED);

  texts = &self->texts;
  n_bytes = strlen (folded);
  /* Four gigabytes of text are twice what any memory known has; what is beyond is found exactly,
   * not by likeness. */
  if (n_bytes > G_MAXUINT32 - texts->size)
    return;
  if (texts->size + n_bytes > texts->room)
    {
      texts->room = MAX (texts->room + texts->room / 4, texts->size + n_bytes + 4096);
      texts->bytes = g_realloc (texts->bytes, texts->room);
    }
  memcpy (texts->bytes + texts->size, folded, n_bytes);
  texts->size += n_bytes;
  end = (guint32)texts->size;
  length = (guint16)MIN (g_utf8_strlen (folded, (gssize)n_bytes), G_MAXUINT16);
  g_array_append_val (texts->starts, end);
  g_array_append_val (texts->lengths, length);
  g_array_append_val (texts->ids, id);
}

void
cog_gram_index_remove (CogGramIndex *self, gint64 id)
{
  gint64 *ids;

  g_return_if_fail (self != NULL);

  ids = (gint64 *)(gpointer)self->texts.ids->data;
  for (guint i = self->texts.ids->len; i > 0; i--)
    if (ids[i - 1] == id)
      {
        ids[i - 1] = COG_GRAM_REMOVED;
        self->n_removed++;
        return;
      }
}

/* Lists for the texts that have none, joined with those before while they are not twice as long:
 * then each text is listed a few times in all, however one by one they came. */
static void
list_loose (CogGramIndex *self)
{
  guint first = self->n_listed;
  guint end = self->texts.ids->len;

  if (end - first <= MOST_LOOSE)
    return;
  while (self->lists->len > 0)
    {
      const CogGramLists *last = g_ptr_array_index (self->lists, self->lists->len - 1);

      if (last->n / 2 >= end - first)
        break;
      first = last->first;
      g_ptr_array_set_size (self->lists, (int)self->lists->len - 1);
    }
  g_ptr_array_add (self->lists, cog_gram_lists_new (&self->texts, first, end - first));
  self->n_listed = end;
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
compare (Search *search, guint slot)
{
  const CogGramTexts *texts = &search->index->texts;
  gint64 id = g_array_index (texts->ids, gint64, slot);
  guint length = g_array_index (texts->lengths, guint16, slot);
  gsize longer = MAX (cog_edit_pattern_get_length (search->pattern), length);
  guint limit, distance;
  gsize n_bytes;
  const char *text;

  if (id == COG_GRAM_REMOVED || longer == 0)
    return;
  text = cog_gram_texts_get (texts, slot, &n_bytes);
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
has_length (const Search *search, guint slot)
{
  guint length = g_array_index (search->index->texts.lengths, guint16, slot);

  return length >= search->least && length <= search->most;
}

/* How many sequences a text must share so that about MOST_CANDIDATES do; of those that share just
 * so many there is room for some only. */
static guint
find_least_count (
    const Search *search, const CogGramLists *lists, const guint8 *counts, guint bar, guint *room)
{
  guint n_of[G_MAXUINT8 + 1] = { 0 };
  guint least = G_MAXUINT8;

  for (guint i = 0; i < lists->n; i++)
    if (counts[i] >= bar && has_length (search, lists->first + i))
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
search_lists (Search *search, const CogGramLists *lists, GArray *hashes)
{
  g_autofree guint *slots = g_new (guint, 2 * MOST_CANDIDATES);
  guint *sorted = slots + MOST_CANDIDATES;
  guint8 *counts;
  guint least, room, bar;
  guint n = 0;

  g_byte_array_set_size (search->index->counts, lists->n);
  counts = search->index->counts->data;
  bar = 1 + cog_gram_lists_count (lists, hashes, counts) / LEAST_SHARE;
  least = find_least_count (search, lists, counts, bar, &room);
  for (guint i = lists->n; i > 0; i--)
    if (counts[i - 1] >= least && has_length (search, lists->first + i - 1))
      {
        if (counts[i - 1] == least && room == 0)
          continue;
        if (counts[i - 1] == least)
          room--;
        slots[n++] = i - 1;
      }
  n = sort_slots (slots, n, counts, sorted);
  for (guint i = 0; i < n && (search->steps > 0 || i < search->n); i++)
    compare (search, lists->first + sorted[i]);
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
  list_loose (self);
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
  for (guint i = self->n_listed; i < self->texts.ids->len; i++)
    if (has_length (&search, i))
      compare (&search, i);
  for (guint i = self->lists->len; i > 0; i--)
    search_lists (&search, g_ptr_array_index (self->lists, i - 1), hashes);
  return search.matches;
}

gsize
cog_gram_index_get_count (const CogGramIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->texts.ids->len - self->n_removed;
}

gsize
cog_gram_index_get_size (const CogGramIndex *self)
{
  gsize size;

  g_return_val_if_fail (self != NULL, 0);

  size = self->texts.size +
         self->texts.ids->len * (sizeof (gint64) + sizeof (guint32) + sizeof (guint16)) +
         self->counts->len;
  for (guint i = 0; i < self->lists->len; i++)
    size += cog_gram_lists_get_size (g_ptr_array_index (self->lists, i));
  return size;
}
