/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-breaks.h"

#include <math.h>

#define LINE_PENALTY 10
#define WORST 1e6         /* badness */
#define TWO_HYPHENS 10000 /* demerits of hyphens at two ends running */
#define LAST_HYPHEN 5000  /* of a hyphen before the last line */
#define UNLIKE 3000       /* of a loose line beside a tight one */
#define SHORT_LAST 2000   /* of a last line that is hardly there */
#define SHORT .12         /* of the width: a last line below */
#define OVERFULL 1e14
#define N_FITS 4

/* Tight, decent, loose, very loose (The TeXbook, chapter 14). */
static guint
get_fit (double ratio)
{
  return ratio < -.5 ? 0 : ratio <= .5 ? 1 : ratio <= 1 ? 2 : 3;
}

/* A way to have a line end at a break. */
typedef struct
{
  gint at;       /* index of the break; -1: the beginning */
  gint previous; /* index of the node before; -1: none */
  guint fit;
  double demerits;
} Node;

typedef struct
{
  const CogPdfBreak *breaks;
  guint n;
  const CogPdfMeasure *measure;
  GArray *nodes;  /* Node */
  GArray *active; /* gint: nodes from which a line can still be made */
} Search;

double
cog_pdf_breaks_get_ratio (const CogPdfBreak *first,
                          const CogPdfBreak *last,
                          double width,
                          double rag)
{
  double natural = last->width + last->hyphen - (first != NULL ? first->next_width : 0);
  double slack = width - natural;
  double stretch = last->stretch - (first != NULL ? first->next_stretch : 0) + rag;
  double shrink = last->shrink - (first != NULL ? first->next_shrink : 0);

  if (slack >= 0)
    return slack < .01 ? 0 : stretch > 0 ? slack / stretch : HUGE_VAL;
  /* Lines that are not filled are not squeezed either. */
  return rag <= 0 && shrink > 0 ? slack / shrink : -HUGE_VAL;
}

static const CogPdfBreak *
get_first (const Search *search, const Node *node)
{
  return node->at >= 0 ? &search->breaks[node->at] : NULL;
}

static double
rate (const Search *search, const Node *node, guint at, double ratio)
{
  const CogPdfBreak *first = get_first (search, node), *last = &search->breaks[at];
  double badness = MIN (100 * fabs (ratio * ratio * ratio), WORST);
  double demerits = (LINE_PENALTY + badness) * (LINE_PENALTY + badness);
  gboolean is_last = at + 1 == search->n;

  if (ratio < -1)
    return OVERFULL * (1 - MAX (ratio, -1e3));
  demerits += last->penalty * fabs (last->penalty);
  if (first != NULL && first->hyphen > 0 && last->hyphen > 0)
    demerits += TWO_HYPHENS;
  if (first != NULL && first->hyphen > 0 && is_last)
    demerits += LAST_HYPHEN;
  if (first != NULL && ABS ((gint)get_fit (ratio) - (gint)node->fit) > 1)
    demerits += UNLIKE;
  if (is_last &&
      last->width - (first != NULL ? first->next_width : 0) < search->measure->width * SHORT &&
      first != NULL)
    demerits += SHORT_LAST;
  return demerits;
}

/* The last line is as long as it is. */
static double
get_ratio (const Search *search, const Node *node, guint at)
{
  double ratio = cog_pdf_breaks_get_ratio (get_first (search, node), &search->breaks[at],
                                           search->measure->width, search->measure->rag);

  return at + 1 == search->n && ratio > 0 ? 0 : ratio;
}

/* Keeps, for each fit, the best way to come to a break. */
static void
add_nodes (Search *search, guint at, const Node *best)
{
  double least = HUGE_VAL;

  for (guint fit = 0; fit < N_FITS; fit++)
    least = MIN (least, best[fit].demerits);
  for (guint fit = 0; fit < N_FITS; fit++)
    if (best[fit].demerits < HUGE_VAL && best[fit].demerits <= least + UNLIKE)
      {
        gint index = (gint)search->nodes->len;

        g_array_append_val (search->nodes, best[fit]);
        g_array_append_val (search->active, index);
      }
}

/* Tries a break from all nodes that are active; a node from which even a squeezed line is too long
 * is active no more. Where that would leave none, it makes a line that is too long, if it may. */
static void
try_break (Search *search, guint at)
{
  Node best[N_FITS];
  gboolean may_overflow = isinf (search->measure->tolerance);
  gboolean must_end = at + 1 == search->n;

  for (guint fit = 0; fit < N_FITS; fit++)
    best[fit].demerits = HUGE_VAL;
  for (guint i = 0; i < search->active->len;)
    {
      gint index = g_array_index (search->active, gint, i);
      const Node *node = &g_array_index (search->nodes, Node, index);
      double ratio = get_ratio (search, node, at), demerits;
      guint fit = get_fit (ratio);
      gboolean is_only = search->active->len == 1 && best[0].demerits == HUGE_VAL &&
                         best[1].demerits == HUGE_VAL && best[2].demerits == HUGE_VAL &&
                         best[3].demerits == HUGE_VAL;

      if (ratio < -1 && !(is_only && may_overflow))
        {
          g_array_remove_index (search->active, i);
          continue;
        }
      if (ratio <= search->measure->tolerance)
        {
          demerits = node->demerits + rate (search, node, at, ratio);
          if (demerits < best[fit].demerits)
            best[fit] = (Node){ (gint)at, index, fit, demerits };
        }
      if (ratio < -1 || must_end)
        g_array_remove_index (search->active, i);
      else
        i++;
    }
  add_nodes (search, at, best);
}

static GArray *
trace (const Search *search)
{
  gint best = -1;
  GArray *chosen;
  guint n = 0;

  for (guint i = 0; i < search->active->len; i++)
    {
      gint index = g_array_index (search->active, gint, i);

      if (best < 0 || g_array_index (search->nodes, Node, index).demerits <
                          g_array_index (search->nodes, Node, best).demerits)
        best = index;
    }
  if (best < 0)
    return NULL;
  for (gint i = best; i > 0; i = g_array_index (search->nodes, Node, i).previous)
    n++;
  chosen = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_array_set_size (chosen, n);
  for (gint i = best; i > 0; i = g_array_index (search->nodes, Node, i).previous)
    g_array_index (chosen, guint, --n) = (guint)g_array_index (search->nodes, Node, i).at;
  return chosen;
}

GArray *
cog_pdf_breaks_choose (const CogPdfBreak *breaks, guint n, const CogPdfMeasure *measure)
{
  Search search = { breaks, n, measure, g_array_new (FALSE, FALSE, sizeof (Node)),
                    g_array_new (FALSE, FALSE, sizeof (gint)) };
  Node beginning = { -1, -1, 1, 0 };
  gint first = 0;
  GArray *chosen;

  g_return_val_if_fail (n > 0, NULL);
  g_array_append_val (search.nodes, beginning);
  g_array_append_val (search.active, first);
  for (guint i = 0; i < n && search.active->len > 0; i++)
    try_break (&search, i);
  chosen = trace (&search);
  g_array_unref (search.nodes);
  g_array_unref (search.active);
  return chosen;
}
