/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-aligner-private.h"

#include <math.h>

/* Costs are logarithms of odds. What a bead costs before one looks at it: of its pieces alone, and
 * where one of them has been divided in two (Gale and Church, table 5, rounded). */
#define COST_ALONE 3.6
#define COST_DIVIDED 2.6
#define COST_TWO_BY_TWO 5.5
#define COST_LISTED 0.4 /* for each entry */
/* Variance of the length for one character of it; theirs is 6.8 for sentences, but paragraphs that
 * were adapted to another country differ by more. */
#define VARIANCE 9.0
#define MOST_LENGTH_COST 6.0
/* What the likeness of two pieces can say for or against, where there is enough of it to see. */
#define LIKENESS 11.0
#define ENOUGH 7.0
#define SAME_ID 12.0
#define OTHER_ID 5.0
/* At that cost one pair of two is wrong, as the ids of the editions of a textbook show. */
#define DOUBTFUL 3.5
#define NEVER 1e6

/* Cells that are looked at for each piece where not all are. */
#define BAND 150
#define MOST_CELLS (600 * 600)

typedef enum
{
  STEP_NONE,
  STEP_ONE,        /* 1-1 */
  STEP_SOURCE,     /* 1-0 */
  STEP_TARGET,     /* 0-1 */
  STEP_DIVIDED,    /* 1-2 */
  STEP_JOINED,     /* 2-1 */
  STEP_TWO_BY_TWO, /* 2-2 */
  /* A paragraph with "(a) … (b) … (c) …" in it has become one with a list, or the other way. */
  STEP_LISTED,
  STEP_LISTED_LAST = STEP_LISTED + 9,
} Step;

static const guint taken[][2] = { { 0, 0 }, { 1, 1 }, { 1, 0 }, { 0, 1 }, { 1, 2 }, { 2, 1 },
                                  { 2, 2 }, { 1, 3 }, { 1, 4 }, { 1, 5 }, { 1, 6 }, { 1, 7 },
                                  { 3, 1 }, { 4, 1 }, { 5, 1 }, { 6, 1 }, { 7, 1 } };

typedef struct
{
  CogAligner *aligner;
  guint source, target; /* the first pieces */
  guint n, m;
  guint *from;  /* of each row, the first cell that is looked at */
  guint *width; /* and how many */
  gsize *start; /* where its cells are */
  float *costs;
  guint8 *steps;
} Table;

/* What it costs that pieces of these kinds say the same. */
static double
cost_kinds (CogAlignKind a, CogAlignKind b)
{
  static const struct
  {
    CogAlignKind a, b;
    double cost;
  } rows[] = {
    { COG_ALIGN_PARAGRAPH, COG_ALIGN_ENTRY, 1.5 }, { COG_ALIGN_PARAGRAPH, COG_ALIGN_HEADING, 4 },
    { COG_ALIGN_PARAGRAPH, COG_ALIGN_CAPTION, 4 }, { COG_ALIGN_PARAGRAPH, COG_ALIGN_EQUATION, 5 },
    { COG_ALIGN_PARAGRAPH, COG_ALIGN_CELL, 5 },    { COG_ALIGN_PARAGRAPH, COG_ALIGN_TERM, 5 },
    { COG_ALIGN_ENTRY, COG_ALIGN_TERM, 4 },        { COG_ALIGN_ENTRY, COG_ALIGN_CELL, 5 },
    { COG_ALIGN_ENTRY, COG_ALIGN_HEADING, 5 },     { COG_ALIGN_PARAGRAPH, COG_ALIGN_CODE, 5 },
    { COG_ALIGN_HEADING, COG_ALIGN_CAPTION, 4 },
  };

  if (a == b)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((rows[i].a == a && rows[i].b == b) || (rows[i].a == b && rows[i].b == a))
      return rows[i].cost;
  return NEVER;
}

static double
cost_lengths (const CogAligner *self, double source, double target)
{
  double expected = source * self->ratio;
  double deviation = fabs (target - expected) / sqrt (VARIANCE * ((expected + target) / 2 + 1));

  return MIN (-log (MAX (erfc (deviation / G_SQRT2), 1e-12)), MOST_LENGTH_COST);
}

/* Below 0: they are alike. */
static double
cost_likeness (const CogAligner *self, double shared, double all)
{
  double likeness = all > 0 ? 2 * shared / all : 0;

  return (self->expected - likeness) * LIKENESS * (1 - exp (-all / (2 * ENOUGH)));
}

static double
cost_ids (const CogAligner *self, const CogAlignItem *a, const CogAlignItem *b)
{
  gboolean is_known[2] = {
    a->id != NULL && g_hash_table_lookup (self->ids[0], a->id) != NULL &&
        g_hash_table_lookup (self->ids[1], a->id) != NULL,
    b->id != NULL && g_hash_table_lookup (self->ids[0], b->id) != NULL &&
        g_hash_table_lookup (self->ids[1], b->id) != NULL,
  };

  if (!is_known[0] && !is_known[1])
    return 0;
  return is_known[0] && is_known[1] && g_str_equal (a->id, b->id) ? -SAME_ID : OTHER_ID;
}

static gboolean
may_be_divided (const CogAlignItem *item)
{
  return item->kind == COG_ALIGN_PARAGRAPH || item->kind == COG_ALIGN_ENTRY;
}

/* Whether pieces can be what one paragraph of the other text is. */
static gboolean
are_parts (const CogAlignSide *side, guint first, guint n, Step step)
{
  for (guint j = 0; j < n; j++)
    {
      const CogAlignItem *item = g_ptr_array_index (side->items, first + j);

      if (!may_be_divided (item) || (step >= STEP_LISTED && j > 0 && item->kind != COG_ALIGN_ENTRY))
        return FALSE;
    }
  return TRUE;
}

/* What several pieces have in common with several others. */
static double
cost_common (const CogAligner *self, const guint *at, const guint *n)
{
  const GArray *lists[2];
  g_autoptr (GArray) joined = NULL;
  double all = 0;

  for (guint s = 0; s < 2; s++)
    {
      const CogAlignSide *side = &self->sides[s];

      lists[s] = g_ptr_array_index (n[s] == 2 ? side->doubles : side->known, at[s]);
      if (n[s] > 2)
        lists[s] = joined = cog_aligner_join (self, side, at[s], n[s], &all);
      else
        all += n[s] == 2 ? side->double_sums[at[s]] : side->sums[at[s]];
    }
  return cost_likeness (self, cog_aligner_share (self, lists[0], lists[1]), all);
}

static double
cost_pair (const CogAligner *self, const guint *at)
{
  const CogAlignItem *a = g_ptr_array_index (self->sides[0].items, at[0]);
  const CogAlignItem *b = g_ptr_array_index (self->sides[1].items, at[1]);
  double cost = cost_kinds (a->kind, b->kind);

  return cost >= NEVER ? NEVER : cost + cost_ids (self, a, b);
}

static double
cost_step (Step step)
{
  if (step == STEP_TWO_BY_TWO)
    return COST_TWO_BY_TWO;
  return step < STEP_LISTED ? COST_DIVIDED
                            : COST_DIVIDED + COST_LISTED * MAX (taken[step][0], taken[step][1]);
}

/* Of the bead that begins with pieces i and k of the table. */
static double
cost_bead (const Table *table, guint i, guint k, Step step)
{
  const CogAligner *self = table->aligner;
  const guint at[2] = { table->source + i, table->target + k };
  double lengths[2] = { 0, 0 };
  double cost;

  if (step == STEP_ONE)
    cost = cost_pair (self, at);
  else
    cost = are_parts (&self->sides[0], at[0], taken[step][0], step) &&
                   are_parts (&self->sides[1], at[1], taken[step][1], step)
               ? cost_step (step)
               : NEVER;
  if (cost >= NEVER)
    return NEVER;
  for (guint s = 0; s < 2; s++)
    for (guint j = 0; j < taken[step][s]; j++)
      lengths[s] +=
          ((const CogAlignItem *)g_ptr_array_index (self->sides[s].items, at[s] + j))->length;
  cost += cost_lengths (self, lengths[0], lengths[1]);
  /* Where the lengths alone forbid it, one need not look at the words. */
  if (step >= STEP_LISTED && cost >= MOST_LENGTH_COST + COST_DIVIDED)
    return NEVER;
  return cost + cost_common (self, at, taken[step]);
}

/* ── Which cells ─────────────────────────────────────────────────────────────────────────────── */

static void
set_row (Table *table, guint i, double middle, double half)
{
  double from = CLAMP (middle - half, 0, table->m);
  double to = CLAMP (middle + half + 1, 0, table->m);

  table->from[i] = (guint)from;
  table->width[i] = (guint)to - table->from[i] + 1;
}

/* Pairs that are alike beyond doubt, the longest chain of them that is in order: the band follows
 * them. (element-type CogAlignBead) */
static GArray *
list_posts (const Table *table)
{
  g_autoptr (GArray) alike = cog_aligner_list_alike (table->aligner, 0.5);
  GArray *posts = g_array_new (FALSE, FALSE, sizeof (CogAlignBead));
  g_autofree guint *best = g_new0 (guint, alike->len + 1);
  g_autofree int *before = g_new0 (int, alike->len + 1);
  int last = -1;

  for (guint i = 0; i < alike->len; i++)
    {
      const CogAlignBead *bead = &g_array_index (alike, CogAlignBead, i);

      before[i] = -1;
      if (bead->source < table->source || bead->source >= table->source + table->n ||
          bead->target < table->target || bead->target >= table->target + table->m)
        continue;
      best[i] = 1;
      /* Far enough back for any chain that does not jump wildly, and no more: it is n². */
      for (guint k = i > 400 ? i - 400 : 0; k < i; k++)
        {
          const CogAlignBead *other = &g_array_index (alike, CogAlignBead, k);

          if (best[k] > 0 && other->source < bead->source && other->target < bead->target &&
              best[k] + 1 > best[i])
            {
              best[i] = best[k] + 1;
              before[i] = (int)k;
            }
        }
      if (last < 0 || best[i] > best[last])
        last = (int)i;
    }
  for (; last >= 0; last = before[last])
    g_array_prepend_val (posts, g_array_index (alike, CogAlignBead, last));
  return posts;
}

/* Rows between two posts lie around the line between them; where the line is far from a diagonal,
 * as something is missing there, more of them. */
static void
set_rows_between (Table *table, guint i0, guint k0, guint i1, guint k1)
{
  double slope = i1 > i0 ? ((double)k1 - k0) / (i1 - i0) : 0;
  double half = BAND + MIN (fabs ((double)(k1 - k0) - (double)(i1 - i0)), 20 * BAND);

  for (guint i = i0; i <= i1; i++)
    set_row (table, i, k0 + slope * (i - i0), half);
}

static void
choose_cells (Table *table)
{
  g_autoptr (GArray) posts = NULL;
  guint i = 0;
  guint k = 0;

  table->from = g_new0 (guint, table->n + 1);
  table->width = g_new0 (guint, table->n + 1);
  if ((gsize)table->n * table->m <= MOST_CELLS)
    {
      for (guint row = 0; row <= table->n; row++)
        table->width[row] = table->m + 1;
      return;
    }
  posts = list_posts (table);
  for (guint p = 0; p < posts->len; p++)
    {
      const CogAlignBead *post = &g_array_index (posts, CogAlignBead, p);

      set_rows_between (table, i, k, post->source - table->source, post->target - table->target);
      i = post->source - table->source;
      k = post->target - table->target;
    }
  set_rows_between (table, i, k, table->n, table->m);
  /* Both ends are always in it. */
  table->width[0] += table->from[0];
  table->from[0] = 0;
  table->width[table->n] = table->m + 1 - table->from[table->n];
}

/* ── The table ───────────────────────────────────────────────────────────────────────────────── */

static gsize
find_cell (const Table *table, guint i, guint k)
{
  if (k < table->from[i] || k - table->from[i] >= table->width[i])
    return G_MAXSIZE;
  return table->start[i] + (k - table->from[i]);
}

static void
fill_cell (Table *table, guint i, guint k)
{
  gsize cell = find_cell (table, i, k);
  double best = i == 0 && k == 0 ? 0 : G_MAXFLOAT;
  Step chosen = STEP_NONE;

  for (Step step = STEP_ONE; step <= STEP_LISTED_LAST; step++)
    {
      gsize before = i >= taken[step][0] && k >= taken[step][1]
                         ? find_cell (table, i - taken[step][0], k - taken[step][1])
                         : G_MAXSIZE;
      double cost;

      if (before == G_MAXSIZE || table->costs[before] >= G_MAXFLOAT)
        continue;
      cost = step == STEP_SOURCE || step == STEP_TARGET
                 ? COST_ALONE
                 : cost_bead (table, i - taken[step][0], k - taken[step][1], step);
      if (cost < NEVER && table->costs[before] + cost < best)
        {
          best = table->costs[before] + cost;
          chosen = step;
        }
    }
  table->costs[cell] = (float)best;
  table->steps[cell] = (guint8)chosen;
}

static double
confide (double cost)
{
  return 1 / (1 + exp (cost - DOUBTFUL));
}

static GArray *
trace (const Table *table)
{
  g_autoptr (GArray) backwards = g_array_new (FALSE, TRUE, sizeof (CogAlignBead));
  GArray *beads = g_array_new (FALSE, TRUE, sizeof (CogAlignBead));
  guint i = table->n;
  guint k = table->m;

  while (i > 0 || k > 0)
    {
      gsize cell = find_cell (table, i, k);
      /* A band that has no way through: one after another, without partners. */
      Step step = cell != G_MAXSIZE && table->steps[cell] != STEP_NONE
                      ? (Step)table->steps[cell]
                      : (i > 0 ? STEP_SOURCE : STEP_TARGET);
      CogAlignBead bead = { .n_source = taken[step][0], .n_target = taken[step][1] };

      i -= bead.n_source;
      k -= bead.n_target;
      bead.source = table->source + i;
      bead.target = table->target + k;
      if (bead.n_source > 0 && bead.n_target > 0)
        bead.confidence = confide (cost_bead (table, i, k, step));
      g_array_append_val (backwards, bead);
    }
  for (guint b = backwards->len; b > 0; b--)
    g_array_append_val (beads, g_array_index (backwards, CogAlignBead, b - 1));
  return beads;
}

GArray *
cog_aligner_pair (CogAligner *self,
                  guint source,
                  guint n_source,
                  guint target,
                  guint n_target,
                  GCancellable *cancellable,
                  GError **error)
{
  Table table = { self, source, target, n_source, n_target };
  GArray *beads = NULL;
  gsize n_cells = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (source + n_source <= self->sides[0].items->len, NULL);
  g_return_val_if_fail (target + n_target <= self->sides[1].items->len, NULL);

  choose_cells (&table);
  table.start = g_new0 (gsize, n_source + 1);
  for (guint i = 0; i <= n_source; i++)
    {
      table.start[i] = n_cells;
      n_cells += table.width[i];
    }
  table.costs = g_new0 (float, n_cells + 1);
  table.steps = g_new0 (guint8, n_cells + 1);
  for (guint i = 0; i <= n_source && !g_cancellable_is_cancelled (cancellable); i++)
    for (guint k = table.from[i]; k < table.from[i] + table.width[i]; k++)
      fill_cell (&table, i, k);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    beads = trace (&table);
  g_free (table.from);
  g_free (table.width);
  g_free (table.start);
  g_free (table.costs);
  g_free (table.steps);
  return beads;
}
