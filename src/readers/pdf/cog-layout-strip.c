/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-strip.h"

#define NARROWEST 0.12     /* em: a strip */
#define SAME_EDGE 0.1      /* em: cells that begin or end at one place */
#define SPACE 0.15         /* em: less is no space */
#define WIDE 0.45          /* em: a gap that may be none of text */
#define WIDER 1.8          /* of the narrowest space in the line */
#define CELL_GAP 1.05      /* em: wider than spaces get in justified lines, mostly */
#define WIDEST 2.0         /* em: no space in running text is so wide */
#define EDGE 0.6           /* em: so near the edge, a line is full */
#define EVEN 1.6           /* of the narrowest gap */
#define WIDEST_OF_TEXT 4.0 /* em */
#define MIN_LINES 3        /* that begin at one place */

static int
compare_x (gconstpointer a, gconstpointer b)
{
  double one = (*(const CogPdfWord *const *)a)->x, two = (*(const CogPdfWord *const *)b)->x;

  return one < two ? -1 : one > two;
}

GArray *
cog_layout_gaps_new (const CogLayoutLine *line)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (CogLayoutGap));
  g_autoptr (GPtrArray) words = NULL;
  double end = -G_MAXDOUBLE;

  g_return_val_if_fail (line != NULL, gaps);

  words = g_ptr_array_copy (line->words, NULL, NULL);
  g_ptr_array_sort (words, compare_x);
  for (guint i = 0; i < words->len; i++)
    {
      const CogPdfWord *word = words->pdata[i];

      if (word->x > end)
        g_array_append_vals (gaps, &(CogLayoutGap){ end, word->x, i == 0 }, 1);
      end = MAX (end, word->x + word->width);
    }
  g_array_append_vals (gaps, &(CogLayoutGap){ end, G_MAXDOUBLE, TRUE }, 1);
  return gaps;
}

/* The narrowest and the widest space of a line but one. */
static void
find_spaces (const GArray *gaps, guint but, double size, double *least, double *most)
{
  *least = G_MAXDOUBLE;
  *most = 0;
  for (guint i = 0; i < gaps->len; i++)
    {
      const CogLayoutGap *gap = &g_array_index (gaps, CogLayoutGap, i);

      if (i == but || gap->is_outer || gap->x2 - gap->x1 < SPACE * size)
        continue;
      *least = MIN (*least, gap->x2 - gap->x1);
      *most = MAX (*most, gap->x2 - gap->x1);
    }
}

gboolean
cog_layout_gap_is_wide (const GArray *gaps, guint i, double size)
{
  const CogLayoutGap *gap;
  double width, least, most;

  g_return_val_if_fail (gaps != NULL && i < gaps->len, FALSE);

  gap = &g_array_index (gaps, CogLayoutGap, i);
  width = gap->x2 - gap->x1;
  find_spaces (gaps, i, size, &least, &most);
  if (width > WIDEST * size || (width > WIDE * size && least == G_MAXDOUBLE))
    return TRUE;
  return (width > WIDE * size && width > WIDER * least) ||
         (width > CELL_GAP * size && most > WIDER * width);
}

/* What a bibliography calls its entries: "[Gau07]". */
static gboolean
is_key (const char *text)
{
  return text[0] == '[' && g_str_has_suffix (text, "]");
}

/* Whether nothing but the label of an item stands before a gap. */
static gboolean
is_behind_label (const CogLayoutLine *line, const CogLayoutGap *gap)
{
  CogLayoutLabel label;
  const CogPdfWord *first = line->words->pdata[0], *second;

  if (line->words->len < 2 || !(is_key (first->text) || cog_layout_read_label (line->text, &label)))
    return FALSE;
  second = line->words->pdata[1];
  return line->is_rtl ? first->x >= gap->x2 && second->x + second->width <= gap->x1
                      : first->x + first->width <= gap->x1 && second->x >= gap->x2;
}

/* A line of text that is justified in a narrow column, from edge to edge: its gaps are wide, and
 * all alike but that behind a label. */
static gboolean
is_stretched (const CogLayoutLine *line, const GArray *gaps)
{
  double least = G_MAXDOUBLE, most = 0;
  guint n = 0;

  if (line->start > EDGE * line->size || line->end > EDGE * line->size)
    return FALSE;
  for (guint i = 0; i < gaps->len; i++)
    {
      const CogLayoutGap *gap = &g_array_index (gaps, CogLayoutGap, i);

      if (gap->is_outer || gap->x2 - gap->x1 < SPACE * line->size || is_behind_label (line, gap))
        continue;
      least = MIN (least, gap->x2 - gap->x1);
      most = MAX (most, gap->x2 - gap->x1);
      n++;
    }
  return n > 1 && most < EVEN * least && most < WIDEST_OF_TEXT * line->size;
}

static void
note_cells (CogLayoutStrip *strip, const CogLayoutLine *line, const GArray *gaps, guint i)
{
  const CogLayoutGap *gap = &g_array_index (gaps, CogLayoutGap, i);
  gboolean is_start = line->is_rtl ? i > 0 : i == 0;

  if (gap->is_outer && !is_start)
    return;
  strip->n_both += gap->is_outer ? 0 : 1;
  strip->n_alone += gap->is_outer ? 1 : 0;
  strip->n_wide +=
      !gap->is_outer && !is_stretched (line, gaps) && cog_layout_gap_is_wide (gaps, i, line->size);
  strip->n_items += !gap->is_outer && is_behind_label (line, gap) ? 1 : 0;
  if (!gap->is_outer || !line->is_rtl)
    {
      strip->least_start = MIN (strip->least_start, gap->x2);
      strip->most_start = MAX (strip->most_start, gap->x2);
    }
  if (!gap->is_outer || line->is_rtl)
    {
      strip->least_end = MIN (strip->least_end, gap->x1);
      strip->most_end = MAX (strip->most_end, gap->x1);
    }
}

static gboolean
is_aligned (const CogLayoutStrip *strip, double size)
{
  return strip->most_start - strip->least_start < SAME_EDGE * size ||
         strip->most_end - strip->least_end < SAME_EDGE * size;
}

gboolean
cog_layout_strip_narrow (CogLayoutStrip *strip, const CogLayoutLine *line, const GArray *gaps)
{
  guint best = 0;
  double width = 0;

  g_return_val_if_fail (strip != NULL && line != NULL && gaps != NULL, FALSE);

  for (guint i = 0; i < gaps->len; i++)
    {
      const CogLayoutGap *gap = &g_array_index (gaps, CogLayoutGap, i);
      double here = MIN (gap->x2, strip->x2) - MAX (gap->x1, strip->x1);

      if (here > width)
        {
          width = here;
          best = i;
        }
    }
  if (width < NARROWEST * line->size)
    return FALSE;
  strip->x1 = MAX (strip->x1, g_array_index (gaps, CogLayoutGap, best).x1);
  strip->x2 = MIN (strip->x2, g_array_index (gaps, CogLayoutGap, best).x2);
  note_cells (strip, line, gaps, best);
  return is_aligned (strip, line->size) || strip->n_wide == strip->n_both;
}

CogLayoutStrip
cog_layout_strip_make (double x1, double x2)
{
  return (
      CogLayoutStrip){ x1, x2, 0, 0, 0, 0, G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE };
}

gboolean
cog_layout_strip_is_sure (const CogLayoutStrip *strip, double size)
{
  guint n;

  g_return_val_if_fail (strip != NULL, FALSE);

  n = strip->n_both + strip->n_alone;
  if (strip->n_both < 2 || n < MIN_LINES || strip->n_items * 2 >= strip->n_both)
    return FALSE;
  if (!is_aligned (strip, size))
    return strip->n_both >= MIN_LINES && strip->n_wide == strip->n_both &&
           strip->x2 - strip->x1 > CELL_GAP * size;
  return strip->n_wide >= 2 && strip->n_wide * 3 >= strip->n_both;
}

gboolean
cog_layout_strip_is_likely (const CogLayoutStrip *strip, guint least, double size)
{
  g_return_val_if_fail (strip != NULL, FALSE);

  return strip->n_both + strip->n_alone >= least && strip->n_items * 2 < strip->n_both &&
         is_aligned (strip, size) && (strip->n_wide > 0 || strip->x2 - strip->x1 > WIDE * size);
}

/* Whether the cells behind a strip begin at one place, as seen in the direction of reading. */
static gboolean
has_start (const CogLayoutStrip *strip, const CogLayoutLine *line)
{
  double off =
      line->is_rtl ? strip->most_end - strip->least_end : strip->most_start - strip->least_start;

  return off < SAME_EDGE * line->size;
}

gboolean
cog_layout_strip_is_weaker (const CogLayoutStrip *one,
                            const CogLayoutStrip *two,
                            const CogLayoutLine *line)
{
  g_return_val_if_fail (one != NULL && two != NULL && line != NULL, FALSE);

  if (has_start (one, line) != has_start (two, line))
    return !has_start (one, line);
  return one->x2 - one->x1 < two->x2 - two->x1;
}
