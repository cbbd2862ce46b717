/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-aligner-private.h"

#include <math.h>

/* Of two texts that share hardly anything, pieces that share nothing are not unlike. */
#define EXPECTED 0.22

#define ONE_LANGUAGE 0.6

/* What each type of anchor says, beside how seldom it is. */
static const double factors[] = {
  [COG_ANCHOR_WORD] = 0.5,  [COG_ANCHOR_NUMBER] = 0.9,  [COG_ANCHOR_PIECE] = 1.2,
  [COG_ANCHOR_PLACE] = 2.5, [COG_ANCHOR_LEARNED] = 0.8,
};

static void
count_anchors (CogAligner *self, guint side)
{
  GPtrArray *items = self->sides[side].items;

  for (guint i = 0; i < items->len; i++)
    {
      const CogAlignItem *item = g_ptr_array_index (items, i);

      for (guint k = 0; k < item->anchors->len; k++)
        {
          guint64 name = g_array_index (item->anchors, guint64, k);
          guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, &name));

          if (at == 0)
            {
              CogAlignAnchor anchor = { .name = name };

              g_array_append_val (self->anchors, anchor);
              at = self->anchors->len;
              g_hash_table_insert (self->names, g_memdup2 (&name, sizeof name),
                                   GUINT_TO_POINTER (at));
            }
          g_array_index (self->anchors, CogAlignAnchor, at - 1).n[side]++;
        }
    }
}

/* Whether most of the words of one text stand in the other: then a word that does not tells two
 * pieces apart. Between two languages it says nothing. */
static gboolean
is_one_language (const CogAligner *self)
{
  guint n_known = 0;
  guint n_words = 0;

  for (guint i = 0; i < self->anchors->len; i++)
    {
      const CogAlignAnchor *anchor = &g_array_index (self->anchors, CogAlignAnchor, i);

      if (COG_ANCHOR_TYPE (anchor->name) != COG_ANCHOR_WORD)
        continue;
      n_words += anchor->n[0] + anchor->n[1];
      n_known += anchor->n[0] > 0 && anchor->n[1] > 0 ? anchor->n[0] + anchor->n[1] : 0;
    }
  return n_known > n_words * ONE_LANGUAGE;
}

static void
weigh_anchors (CogAligner *self)
{
  gboolean counts_all = is_one_language (self);
  double n = MAX (self->sides[0].items->len, self->sides[1].items->len);

  for (guint i = 0; i < self->anchors->len; i++)
    {
      CogAlignAnchor *anchor = &g_array_index (self->anchors, CogAlignAnchor, i);
      double most = MAX (anchor->n[0], anchor->n[1]);

      if (most > 0 && (counts_all || (anchor->n[0] > 0 && anchor->n[1] > 0)))
        anchor->weight = factors[COG_ANCHOR_TYPE (anchor->name)] * log (1 + n / most);
    }
}

void
cog_aligner_count (CogAligner *self)
{
  for (guint i = 0; i < self->anchors->len; i++)
    for (guint side = 0; side < 2; side++)
      g_array_index (self->anchors, CogAlignAnchor, i).n[side] = 0;
  for (guint side = 0; side < 2; side++)
    count_anchors (self, side);
  weigh_anchors (self);
}

static void
find_ids (CogAligner *self, guint side)
{
  GPtrArray *items = self->sides[side].items;

  self->ids[side] = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < items->len; i++)
    {
      CogAlignItem *item = g_ptr_array_index (items, i);

      /* One that stands twice says nothing: its value is 0. */
      if (item->id != NULL)
        g_hash_table_insert (
            self->ids[side], item->id,
            GUINT_TO_POINTER (g_hash_table_contains (self->ids[side], item->id) ? 0 : i + 1));
    }
}

static double
measure_ratio (const CogAligner *self)
{
  double sums[2] = { 1, 1 };

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->sides[side].items->len; i++)
      sums[side] += ((const CogAlignItem *)g_ptr_array_index (self->sides[side].items, i))->length;
  /* One of them may have lost half of its chapters. */
  return CLAMP (sums[1] / sums[0], 0.25, 4);
}

CogAligner *
cog_aligner_new (GPtrArray *source, GPtrArray *target)
{
  CogAligner *self = g_new0 (CogAligner, 1);

  g_return_val_if_fail (source != NULL && target != NULL, self);

  self->sides[0].items = g_ptr_array_ref (source);
  self->sides[1].items = g_ptr_array_ref (target);
  self->anchors = g_array_new (FALSE, TRUE, sizeof (CogAlignAnchor));
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->expected = EXPECTED;
  for (guint side = 0; side < 2; side++)
    find_ids (self, side);
  cog_aligner_count (self);
  self->ratio = is_one_language (self) ? 1 : measure_ratio (self);
  cog_aligner_prepare (self);
  return self;
}

static void
clear_lists (CogAlignSide *side)
{
  g_clear_pointer (&side->known, g_ptr_array_unref);
  g_clear_pointer (&side->doubles, g_ptr_array_unref);
  g_clear_pointer (&side->sums, g_free);
  g_clear_pointer (&side->double_sums, g_free);
}

void
cog_aligner_free (CogAligner *self)
{
  if (self == NULL)
    return;
  for (guint side = 0; side < 2; side++)
    {
      clear_lists (&self->sides[side]);
      g_ptr_array_unref (self->sides[side].items);
      g_hash_table_unref (self->ids[side]);
    }
  g_array_unref (self->anchors);
  g_hash_table_unref (self->names);
  g_free (self);
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *)a;
  guint32 right = *(const guint32 *)b;

  return left < right ? -1 : left > right;
}

static GArray *
list_known (const CogAligner *self, const CogAlignItem *item, double *sum)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint k = 0; k < item->anchors->len; k++)
    {
      guint64 name = g_array_index (item->anchors, guint64, k);
      guint32 at = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, &name));
      double weight = at > 0 ? g_array_index (self->anchors, CogAlignAnchor, at - 1).weight : 0;

      if (weight <= 0)
        continue;
      at--;
      g_array_append_val (known, at);
      *sum += weight;
    }
  g_array_sort (known, compare_indices);
  return known;
}

static GArray *
join_lists (const CogAligner *self, const GArray *a, const GArray *b, double *sum)
{
  GArray *joined = g_array_sized_new (FALSE, FALSE, sizeof (guint32), a->len + b->len);

  for (guint i = 0, k = 0; i < a->len || k < b->len;)
    {
      guint32 left = i < a->len ? g_array_index (a, guint32, i) : G_MAXUINT32;
      guint32 right = k < b->len ? g_array_index (b, guint32, k) : G_MAXUINT32;
      guint32 least = MIN (left, right);

      i += left == least;
      k += right == least;
      g_array_append_val (joined, least);
      *sum += g_array_index (self->anchors, CogAlignAnchor, least).weight;
    }
  return joined;
}

GArray *
cog_aligner_join (
    const CogAligner *self, const CogAlignSide *side, guint first, guint n, double *sum)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) before = joined;
      double all = 0;

      joined = join_lists (self, before, g_ptr_array_index (side->known, first + i), &all);
      if (i + 1 == n)
        *sum += all;
    }
  return joined;
}

void
cog_aligner_prepare (CogAligner *self)
{
  for (guint s = 0; s < 2; s++)
    {
      CogAlignSide *side = &self->sides[s];
      guint n = side->items->len;

      clear_lists (side);
      side->known = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
      side->doubles = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
      side->sums = g_new0 (double, n + 1);
      side->double_sums = g_new0 (double, n + 1);
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (side->known,
                         list_known (self, g_ptr_array_index (side->items, i), &side->sums[i]));
      for (guint i = 0; i + 1 < n; i++)
        g_ptr_array_add (side->doubles, join_lists (self, g_ptr_array_index (side->known, i),
                                                    g_ptr_array_index (side->known, i + 1),
                                                    &side->double_sums[i]));
    }
}

double
cog_aligner_share (const CogAligner *self, const GArray *a, const GArray *b)
{
  const guint32 *left = (const guint32 *)(gconstpointer)a->data;
  const guint32 *right = (const guint32 *)(gconstpointer)b->data;
  double sum = 0;

  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      guint32 l = left[i];
      guint32 r = right[k];

      if (l == r)
        sum += g_array_index (self->anchors, CogAlignAnchor, l).weight;
      i += l <= r;
      k += r <= l;
    }
  return sum;
}

double
cog_aligner_compare (CogAligner *self, guint source, guint target)
{
  const CogAlignSide *a = &self->sides[0];
  const CogAlignSide *b = &self->sides[1];
  double all;

  g_return_val_if_fail (source < a->items->len && target < b->items->len, 0);

  all = a->sums[source] + b->sums[target];
  return all > 0 ? 2 *
                       cog_aligner_share (self, g_ptr_array_index (a->known, source),
                                          g_ptr_array_index (b->known, target)) /
                       all
                 : 0;
}
