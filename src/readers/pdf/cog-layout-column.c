/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout.h"

#include <math.h>

#define MAX_DEPTH 4
#define MIN_LINES 3    /* on each side of a gutter */
#define MIN_SHARE 0.2  /* of the letters, on each side */
#define FULL_LINE 0.7  /* of a column's width: what running text mostly fills */
#define MIN_WORDS 3.5  /* in a line that is full: cells of tables have fewer */
#define MIN_GUTTER 0.6 /* em */

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

  return overlap >= 0.5 * lower && apart < 0.5 * lower &&
         fabs (a->baseline - b->baseline) < 0.6 * MAX (a->size, b->size);
}

/* Where the lines of a column begin and end. */
static void
set_extent (GPtrArray *lines, guint first)
{
  double left = G_MAXDOUBLE, right = 0;

  for (guint i = first; i < lines->len; i++)
    {
      const CogLayoutLine *line = lines->pdata[i];

      if (line->block != NULL)
        continue;
      left = MIN (left, line->box.x);
      right = MAX (right, get_right (line));
    }
  for (guint i = first; i < lines->len; i++)
    {
      CogLayoutLine *line = lines->pdata[i];

      line->extent = right - left;
      line->start = line->is_rtl ? right - get_right (line) : line->box.x - left;
      line->end = line->is_rtl ? line->box.x - left : right - get_right (line);
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
  set_extent (o->lines, first);
  o->n_columns++;
}

static guint
count_words (const CogLayoutLine *line)
{
  return cog_layout_is_cjk (g_utf8_get_char (line->text)) ? line->n_letters / 2 : line->words->len;
}

/* Whether lines are running text, and no cells one above the other: most letters stand in lines
 * that fill the column. */
static gboolean
is_text (GPtrArray *segments)
{
  double left = G_MAXDOUBLE, right = 0;
  guint n_letters = 0, n_full = 0, n_words = 0, n_lines = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      const CogLayoutLine *line = segments->pdata[i];

      if (line->block != NULL)
        continue;
      left = MIN (left, line->box.x);
      right = MAX (right, get_right (line));
    }
  for (guint i = 0, end; i < segments->len; i = end)
    {
      const CogLayoutLine *line = segments->pdata[i];
      double x1 = line->box.x, x2 = get_right (line);
      guint n = line->n_letters, words = count_words (line);

      /* Lines that are justified in a narrow column fall to pieces. */
      for (end = i + 1; end < segments->len; end++)
        {
          const CogLayoutLine *piece = segments->pdata[end];

          if (piece->block != NULL || line->block != NULL ||
              fabs (piece->baseline - line->baseline) > 0.2 * line->size)
            break;
          x1 = MIN (x1, piece->box.x);
          x2 = MAX (x2, get_right (piece));
          n += piece->n_letters;
          words += count_words (piece);
        }
      n_letters += n;
      if (line->block != NULL || x2 - x1 < FULL_LINE * (right - left))
        continue;
      n_full += n;
      n_words += words;
      n_lines++;
    }
  return n_lines >= MIN_LINES && n_full * 2 >= n_letters && n_words >= MIN_WORDS * n_lines;
}

/* Where segments stand to a gutter whose right edge is x: -1 left, 1 right, 0 across it. */
static int
get_side (const CogLayoutLine *line, double x)
{
  return get_right (line) <= x - MIN_GUTTER * line->size * 0.5 ? -1
         : line->box.x >= x - 1.5                              ? 1
                                                               : 0;
}

static double
rate_gutter (GPtrArray *segments, double x)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();
  double n_left = 0, n_right = 0, n_across = 0, edge = 0;
  guint n_aligned = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      CogLayoutLine *line = segments->pdata[i];
      int side = get_side (line, x);

      if (side < 0)
        {
          g_ptr_array_add (left, line);
          n_left += line->n_letters;
          edge = MAX (edge, get_right (line));
        }
      else if (side > 0)
        {
          g_ptr_array_add (right, line);
          n_right += line->n_letters;
          n_aligned += fabs (line->box.x - x) < 2;
        }
      else
        n_across += line->n_letters;
    }
  if (n_left < MIN_SHARE * (n_left + n_right) || n_right < MIN_SHARE * (n_left + n_right) ||
      n_across > 3 * (n_left + n_right) || n_aligned * 4 < right->len || !is_text (left) ||
      !is_text (right))
    return 0;
  return (n_left + n_right) / (1 + n_left + n_right + n_across) + 0.001 * (x - edge);
}

/* The right edge of the widest gutter that parts the text, 0 where there is none: text begins
 * there. */
static double
find_gutter (GPtrArray *segments)
{
  double best = 0, best_rate = 0;
  g_autoptr (GHashTable) tried = g_hash_table_new (NULL, NULL);

  g_ptr_array_sort (segments, compare_y);
  for (guint i = 0; i < segments->len; i++)
    {
      const CogLayoutLine *line = segments->pdata[i];
      gpointer key = GINT_TO_POINTER ((int)(line->box.x / 2) + 1);
      double rate;

      if (!g_hash_table_add (tried, key))
        continue;
      rate = rate_gutter (segments, line->box.x);
      if (rate > best_rate)
        {
          best_rate = rate;
          best = line->box.x;
        }
    }
  return best;
}

static void order_region (Ordering *o, GPtrArray *segments, guint depth);

typedef struct
{
  GPtrArray *across; /* lines over the whole width, and single ones beside them */
  GPtrArray *left, *right;
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
  GPtrArray *first = o->is_rtl ? band->right : band->left;
  GPtrArray *second = o->is_rtl ? band->left : band->right;

  if (band->left->len < 2 || band->right->len < 2)
    {
      /* The short last line of a paragraph over the whole width stands in no column. */
      move (band->left, band->across);
      move (band->right, band->across);
      return;
    }
  if (band->across->len > 0)
    emit (o, band->across);
  g_ptr_array_set_size (band->across, 0);
  order_region (o, first, depth + 1);
  order_region (o, second, depth + 1);
  g_ptr_array_set_size (first, 0);
  g_ptr_array_set_size (second, 0);
}

/* Lines over the whole width part a page in bands; the columns of one are read before the next. */
static void
order_bands (Ordering *o, GPtrArray *segments, double gutter, guint depth)
{
  Band band = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };

  g_ptr_array_sort (segments, compare_y);
  for (guint i = 0; i < segments->len; i++)
    {
      int side = get_side (segments->pdata[i], gutter);

      if (side == 0)
        {
          flush_columns (o, &band, depth);
          g_ptr_array_add (band.across, segments->pdata[i]);
        }
      else
        g_ptr_array_add (side < 0 ? band.left : band.right, segments->pdata[i]);
    }
  flush_columns (o, &band, depth);
  if (band.across->len > 0)
    emit (o, band.across);
  g_ptr_array_unref (band.across);
  g_ptr_array_unref (band.left);
  g_ptr_array_unref (band.right);
}

static void
order_region (Ordering *o, GPtrArray *segments, guint depth)
{
  double gutter = depth < MAX_DEPTH && segments->len >= 2 * MIN_LINES ? find_gutter (segments) : 0;

  if (gutter > 0)
    order_bands (o, segments, gutter, depth);
  else
    emit (o, segments);
}

GPtrArray *
cog_layout_order (const CogPdfFile *file, GPtrArray *segments, gboolean is_rtl)
{
  Ordering o = { file, is_rtl, 1,
                 g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_line_free) };

  g_return_val_if_fail (file != NULL && segments != NULL, o.lines);

  g_ptr_array_set_free_func (segments, NULL);
  if (segments->len > 0)
    order_region (&o, segments, 0);
  g_ptr_array_unref (segments);
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
