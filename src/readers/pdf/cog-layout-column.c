/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-gutter.h"
#include "cog-layout-margin.h"

#include <math.h>

#define MAX_DEPTH 4
#define TITLE 1.5     /* of the usual size */
#define MIN_LINES 3   /* on each side of a gutter */
#define SAME_EDGE 1.0 /* points */
#define ASCENT 0.8    /* em: of capitals, over the baseline */
#define BESIDE 0.5    /* em: above and below a title, where nothing stands */

typedef struct
{
  const CogPdfFile *file;
  gboolean is_rtl;
  guint n_columns;
  GPtrArray *lines;
} Ordering;

static double
get_right (const CogLayoutLine *line)
{
  return line->box.x + line->box.width;
}

static double
get_start (const Ordering *o, const CogLayoutLine *line)
{
  return o->is_rtl ? -get_right (line) : line->box.x;
}

static double
get_end (const Ordering *o, const CogLayoutLine *line)
{
  return o->is_rtl ? -line->box.x : get_right (line);
}

static int
compare_y (gconstpointer a, gconstpointer b)
{
  const CogLayoutLine *one = *(CogLayoutLine *const *)a, *two = *(CogLayoutLine *const *)b;
  double y1 = one->box.y + one->box.height / 2, y2 = two->box.y + two->box.height / 2;

  return y1 < y2 ? -1 : y1 > y2 ? 1 : one->box.x < two->box.x ? -1 : one->box.x > two->box.x;
}

static gboolean
are_one_line (const CogLayoutLine *a, const CogLayoutLine *b)
{
  double overlap =
      MIN (a->box.y + a->box.height, b->box.y + b->box.height) - MAX (a->box.y, b->box.y);
  double lower = MIN (a->box.height, b->box.height);
  double apart = fabs (a->box.y + a->box.height / 2 - b->box.y - b->box.height / 2);
  /* A cell set in the middle beside one of two lines is none of either. */
  double slack = fabs (a->size - b->size) < 0.1 * a->size ? 0.4 : 0.6;

  return overlap >= 0.5 * lower && apart < 0.5 * lower &&
         fabs (a->baseline - b->baseline) < slack * MAX (a->size, b->size);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, two = *(const double *)b;

  return one < two ? -1 : one > two;
}

/* The end that justified lines share; a table that is too wide for its column stands out of it.
 * Where lines are not justified, the end of the longest. */
static double
find_far_edge (const GArray *ends)
{
  double last = ends->len > 0 ? g_array_index (ends, double, ends->len - 1) : 0;

  for (guint i = ends->len; i > 0; i--)
    {
      double end = g_array_index (ends, double, i - 1);
      guint n = 1;

      while (n < i && g_array_index (ends, double, i - 1 - n) > end - SAME_EDGE)
        n++;
      if (n >= MIN_LINES && n * 5 >= ends->len)
        return end;
      if ((ends->len - i) * 5 >= ends->len)
        break;
    }
  return last;
}

/* Where the lines of a column begin and end. */
static void
set_extent (const Ordering *o, GPtrArray *lines, guint first)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  double start = G_MAXDOUBLE, end;

  for (guint i = first; i < lines->len; i++)
    {
      const CogLayoutLine *line = lines->pdata[i];
      double place = get_end (o, line);

      if (line->block != NULL)
        continue;
      start = MIN (start, get_start (o, line));
      g_array_append_val (ends, place);
    }
  g_array_sort (ends, compare_doubles);
  end = find_far_edge (ends);
  for (guint i = first; i < lines->len; i++)
    {
      CogLayoutLine *line = lines->pdata[i];

      line->extent = end - start;
      line->start = get_start (o, line) - start;
      line->end = end - get_end (o, line);
      if (line->is_rtl != o->is_rtl)
        {
          double kept = line->start;

          line->start = line->end;
          line->end = kept;
        }
    }
}

/* One column: segments side by side are cells of one line. */
static void
emit (Ordering *o, GPtrArray *segments)
{
  guint first = o->lines->len;

  g_ptr_array_sort (segments, compare_y);
  for (guint i = 0; i < segments->len; i++)
    {
      CogLayoutLine *segment = segments->pdata[i];
      CogLayoutLine *last = o->lines->len > first ? o->lines->pdata[o->lines->len - 1] : NULL;

      if (last != NULL && last->block == NULL && segment->block == NULL &&
          are_one_line (last, segment))
        {
          g_ptr_array_extend_and_steal (last->words, g_steal_pointer (&segment->words));
          segment->words = g_ptr_array_new ();
          cog_layout_line_free (segment);
          last->is_rtl = o->is_rtl;
          cog_layout_line_finish (o->file, last);
          continue;
        }
      segment->column = o->n_columns;
      g_ptr_array_add (o->lines, segment);
    }
  set_extent (o, o->lines, first);
  o->n_columns++;
}

static void order_region (Ordering *o, GPtrArray *segments, guint depth);

typedef struct
{
  GPtrArray *across; /* lines over the whole width, and single ones beside them */
  GPtrArray *before, *behind;
} Band;

static void
move (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, from->pdata[i]);
  g_ptr_array_set_size (from, 0);
}

static void
flush_columns (Ordering *o, Band *band, guint depth)
{
  if (band->before->len < 2 || band->behind->len < 2)
    {
      /* The short last line of a paragraph over the whole width stands in no column. */
      move (band->before, band->across);
      move (band->behind, band->across);
      return;
    }
  if (band->across->len > 0)
    emit (o, band->across);
  g_ptr_array_set_size (band->across, 0);
  order_region (o, band->before, depth + 1);
  order_region (o, band->behind, depth + 1);
  g_ptr_array_set_size (band->before, 0);
  g_ptr_array_set_size (band->behind, 0);
}

/* A title that is narrow enough for one column, though nothing stands beside it in the other, no
 * other title either: both end above it. Its box is of no use: there are typefaces that are twice
 * as high as their letters. */
static gboolean
is_title (
    GPtrArray *segments, guint i, double usual, const CogLayoutGutter *gutter, gboolean is_rtl)
{
  const CogLayoutLine *line = segments->pdata[i];
  int side = cog_layout_gutter_get_side (gutter, line, is_rtl);
  double top = line->baseline - (ASCENT + BESIDE) * line->size;
  double bottom = line->baseline + BESIDE * line->size;

  if (line->block != NULL || line->size < TITLE * usual)
    return FALSE;
  for (guint k = 0; k < segments->len; k++)
    {
      const CogLayoutLine *other = segments->pdata[k];

      if (k != i && other->box.y < bottom && other->box.y + other->box.height > top &&
          (other->block != NULL || other->size < TITLE * usual ||
           cog_layout_gutter_get_side (gutter, other, is_rtl) == -side))
        return FALSE;
    }
  return TRUE;
}

/* The number of a note stands apart from its text, which runs over both columns. */
static gboolean
is_label_of (GPtrArray *segments, guint i, const CogLayoutGutter *gutter, gboolean is_rtl)
{
  const CogLayoutLine *line = segments->pdata[i];

  for (guint k = 0; line->block == NULL && line->words->len <= 2 && k < segments->len; k++)
    {
      const CogLayoutLine *other = segments->pdata[k];

      if (k != i && other->block == NULL &&
          fabs (other->baseline - line->baseline) < 0.3 * line->size &&
          cog_layout_gutter_get_side (gutter, other, is_rtl) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The size of the middle one, by letters. */
static double
find_usual_size (GPtrArray *segments)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < segments->len; i++)
    {
      const CogLayoutLine *line = segments->pdata[i];

      for (guint k = 0; line->block == NULL && k < 1 + line->n_letters / 20; k++)
        g_array_append_val (sizes, line->size);
    }
  g_array_sort (sizes, compare_doubles);
  return sizes->len > 0 ? g_array_index (sizes, double, sizes->len / 2) : 0;
}

/* Of each segment; 0: it stands over both columns. Of all before the first is given out: what is
 * given out may become part of another line. (transfer full) */
static int *
find_sides (GPtrArray *segments, const CogLayoutGutter *gutter, gboolean is_rtl)
{
  double usual = find_usual_size (segments);
  int *sides = g_new (int, segments->len);

  for (guint i = 0; i < segments->len; i++)
    {
      sides[i] = cog_layout_gutter_get_side (gutter, segments->pdata[i], is_rtl);
      if (sides[i] != 0 && (is_label_of (segments, i, gutter, is_rtl) ||
                            is_title (segments, i, usual, gutter, is_rtl)))
        sides[i] = 0;
    }
  return sides;
}

/* Lines over the whole width part a page in bands; the columns of one are read before the next. */
static void
order_bands (Ordering *o, GPtrArray *segments, const CogLayoutGutter *gutter, guint depth)
{
  Band band = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };
  g_autofree int *sides = NULL;

  g_ptr_array_sort (segments, compare_y);
  sides = find_sides (segments, gutter, o->is_rtl);
  for (guint i = 0; i < segments->len; i++)
    {
      if (sides[i] == 0)
        {
          flush_columns (o, &band, depth);
          g_ptr_array_add (band.across, segments->pdata[i]);
        }
      else
        g_ptr_array_add (sides[i] < 0 ? band.before : band.behind, segments->pdata[i]);
    }
  flush_columns (o, &band, depth);
  if (band.across->len > 0)
    emit (o, band.across);
  g_ptr_array_unref (band.across);
  g_ptr_array_unref (band.before);
  g_ptr_array_unref (band.behind);
}

static void
order_region (Ordering *o, GPtrArray *segments, guint depth)
{
  CogLayoutGutter gutter = { NAN, NAN };

  if (depth < MAX_DEPTH && segments->len >= 2 * MIN_LINES)
    gutter = cog_layout_gutter_find (segments, o->is_rtl);
  if (isnan (gutter.start))
    {
      emit (o, segments);
      return;
    }
  cog_layout_gutter_part (&gutter, o->file, segments, o->is_rtl);
  order_bands (o, segments, &gutter, depth);
}

/* What stands in the margin comes last, until it is known which paragraph it stands beside. */
static void
emit_notes (Ordering *o, GPtrArray *notes)
{
  guint first = o->lines->len;

  emit (o, notes);
  for (guint i = first; i < o->lines->len; i++)
    ((CogLayoutLine *)o->lines->pdata[i])->is_margin = TRUE;
  g_ptr_array_unref (notes);
}

GPtrArray *
cog_layout_order (const CogPdfFile *file, GPtrArray *segments, gboolean is_rtl)
{
  Ordering o = { file, is_rtl, 1,
                 g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_line_free) };
  GPtrArray *notes;

  g_return_val_if_fail (file != NULL && segments != NULL, o.lines);

  g_ptr_array_set_free_func (segments, NULL);
  notes = cog_layout_margin_take (segments, is_rtl);
  if (segments->len > 0)
    order_region (&o, segments, 0);
  g_ptr_array_unref (segments);
  if (notes != NULL)
    emit_notes (&o, notes);
  return o.lines;
}

GPtrArray *
cog_layout_order_as_one (const CogPdfFile *file, GPtrArray *segments, gboolean is_rtl)
{
  Ordering o = { file, is_rtl, 1,
                 g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_line_free) };

  g_return_val_if_fail (file != NULL && segments != NULL, o.lines);

  g_ptr_array_set_free_func (segments, NULL);
  if (segments->len > 0)
    emit (&o, segments);
  g_ptr_array_unref (segments);
  return o.lines;
}
