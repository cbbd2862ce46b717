/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-gutter.h"

#include <math.h>

#define MIN_LINES 3    /* on each side of a gutter */
#define MIN_SHARE 0.2  /* of the letters, on each side */
#define FULL_LINE 0.7  /* of a column's width: what running text mostly fills */
#define MIN_WORDS 3.5  /* in a line that is full: cells of tables have fewer */
#define WIDEST 2.2     /* em: between words of a line that is justified */
#define MIN_GUTTER 0.6 /* em */
#define NARROWEST 0.5  /* em: between two lines that poppler or a stop in the margin brings near */
#define ON_EDGE 1.5    /* points */
#define HANGING 0.3    /* em: so far from the text before it, a label may hang out */
#define LABEL 1.2      /* em: beside lines of the text before it as well */
#define CLEAR 1.0      /* em: a gutter that parts text and what is none */
#define LEVEL 0.1      /* em: two lines at one height */
#define FEW 20         /* one letter of so many */
#define MORE_GUTTERS 2 /* on each side of one */

/* A line, or the part of one on one side of a gutter. */
typedef struct
{
  double x1, x2;
  double baseline, size;
  guint n_letters, n_words;
  gboolean is_block, is_item;
} Piece;

static double
get_start (double x1, double x2, gboolean is_rtl)
{
  return is_rtl ? -x2 : x1;
}

static double
get_end (double x1, double x2, gboolean is_rtl)
{
  return is_rtl ? -x1 : x2;
}

static Piece
make_piece (const CogLayoutLine *line)
{
  CogLayoutLabel label;
  gboolean is_cjk = cog_layout_is_cjk (g_utf8_get_char (line->text));
  Piece piece = { line->box.x,         line->box.x + line->box.width,
                  line->baseline,      line->size,
                  line->n_letters,     is_cjk ? line->n_letters / 2 : line->words->len,
                  line->block != NULL, cog_layout_read_label (line->text, &label) };

  return piece;
}

static int
get_side (const CogLayoutGutter *gutter, const Piece *piece, gboolean is_rtl)
{
  double start = get_start (piece->x1, piece->x2, is_rtl);
  double hanging = (piece->is_item ? -LABEL : HANGING) * piece->size;

  if (get_end (piece->x1, piece->x2, is_rtl) <= gutter->start - MIN_GUTTER * piece->size * 0.5)
    return -1;
  return start >= gutter->start - ON_EDGE || start > gutter->end + hanging ? 1 : 0;
}

int
cog_layout_gutter_get_side (const CogLayoutGutter *gutter,
                            const CogLayoutLine *line,
                            gboolean is_rtl)
{
  Piece piece;

  g_return_val_if_fail (gutter != NULL && line != NULL, 0);

  piece = make_piece (line);
  return get_side (gutter, &piece, is_rtl);
}

static void
add_word (Piece *piece, const CogPdfWord *word)
{
  piece->x1 = MIN (piece->x1, word->x);
  piece->x2 = MAX (piece->x2, word->x + word->width);
  piece->n_letters += (guint)g_utf8_strlen (word->text, -1);
  piece->n_words++;
}

/* A segment across a gutter that is two lines: one ends before it, and one begins where the text
 * behind it does. */
static gboolean
part (const CogLayoutLine *line, double x, gboolean is_rtl, Piece *before, Piece *behind)
{
  double start;

  if (line->block != NULL)
    return FALSE;
  *before = *behind = (Piece){ .x1 = G_MAXDOUBLE, .x2 = -G_MAXDOUBLE, line->baseline, line->size };
  for (guint i = 0; i < line->words->len; i++)
    {
      const CogPdfWord *word = line->words->pdata[i];
      double middle = word->x + word->width / 2;

      add_word ((is_rtl ? -middle : middle) < x ? before : behind, word);
    }
  if (before->n_words == 0 || behind->n_words == 0)
    return FALSE;
  start = get_start (behind->x1, behind->x2, is_rtl);
  return fabs (start - x) <= ON_EDGE &&
         start - get_end (before->x1, before->x2, is_rtl) >= NARROWEST * line->size;
}

/* Whether lines are running text, and no cells one above the other: most letters stand in lines
 * that fill the column. */
static gboolean
is_text (const GArray *pieces)
{
  double left = G_MAXDOUBLE, right = 0;
  guint n_letters = 0, n_full = 0, n_words = 0, n_lines = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->is_block)
        continue;
      left = MIN (left, piece->x1);
      right = MAX (right, piece->x2);
    }
  for (guint i = 0, end; i < pieces->len; i = end)
    {
      Piece line = g_array_index (pieces, Piece, i);
      double widest = 0;

      /* Lines that are justified in a narrow column fall to pieces. */
      for (end = i + 1; end < pieces->len; end++)
        {
          const Piece *piece = &g_array_index (pieces, Piece, end);

          if (piece->is_block || line.is_block ||
              fabs (piece->baseline - line.baseline) > 0.2 * line.size)
            break;
          widest = MAX (widest, MAX (piece->x1 - line.x2, line.x1 - piece->x2));
          line.x1 = MIN (line.x1, piece->x1);
          line.x2 = MAX (line.x2, piece->x2);
          line.n_letters += piece->n_letters;
          line.n_words += piece->n_words;
        }
      n_letters += line.n_letters;
      if (line.is_block || widest > WIDEST * line.size ||
          line.x2 - line.x1 < FULL_LINE * (right - left))
        continue;
      n_full += line.n_letters;
      n_words += line.n_words;
      n_lines++;
    }
  return n_lines >= MIN_LINES && n_full * 2 >= n_letters && n_words >= MIN_WORDS * n_lines;
}

/* The columns that stand on one side of a gutter: pages of three and four are parted there once
 * more. Hardly anything may stand across. */
static gboolean is_columns (const GArray *pieces, gboolean is_rtl, guint depth);

static gboolean
is_text_at (const GArray *pieces, double x, gboolean is_rtl, guint depth)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GArray) behind = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint n_letters = 0, n_across = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      n_letters += piece->n_letters;
      if (get_start (piece->x1, piece->x2, is_rtl) >= x - ON_EDGE)
        g_array_append_vals (behind, piece, 1);
      else if (get_end (piece->x1, piece->x2, is_rtl) <= x - MIN_GUTTER * piece->size)
        g_array_append_vals (before, piece, 1);
      else
        n_across += piece->n_letters;
    }
  return before->len >= MIN_LINES && behind->len >= MIN_LINES && n_across * FEW <= n_letters &&
         is_columns (before, is_rtl, depth) && is_columns (behind, is_rtl, depth);
}

static gboolean
is_columns (const GArray *pieces, gboolean is_rtl, guint depth)
{
  g_autoptr (GHashTable) tried = NULL;

  if (is_text (pieces))
    return TRUE;
  if (depth == 0)
    return FALSE;
  tried = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      double x = get_start (piece->x1, piece->x2, is_rtl);

      if (g_hash_table_add (tried, GINT_TO_POINTER ((int)floor (x / 2))) &&
          is_text_at (pieces, x, is_rtl, depth - 1))
        return TRUE;
    }
  return FALSE;
}

/* What stands on the sides of a gutter. */
typedef struct
{
  GArray *before, *behind;             /* (element-type Piece) */
  double n_before, n_behind, n_across; /* letters */
  double n_aligned;                    /* of those behind */
} Sides;

static void
add_before (Sides *sides, const Piece *piece)
{
  g_array_append_vals (sides->before, piece, 1);
  sides->n_before += piece->n_letters;
}

static void
add_behind (Sides *sides, const Piece *piece, double x, gboolean is_rtl)
{
  g_array_append_vals (sides->behind, piece, 1);
  sides->n_behind += piece->n_letters;
  if (fabs (get_start (piece->x1, piece->x2, is_rtl) - x) < 2)
    sides->n_aligned += piece->n_letters;
}

/* How many pieces of one side stand as high as one of the other. */
static guint
count_level (const GArray *pieces, const GArray *others)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    for (guint k = 0; k < others->len; k++)
      {
        const Piece *piece = &g_array_index (pieces, Piece, i);

        if (fabs (piece->baseline - g_array_index (others, Piece, k).baseline) <
            LEVEL * piece->size)
          {
            n++;
            break;
          }
      }
  return n;
}

/* A short list beside running text: its lines fill no column, but the cells of a table would stand
 * as high as the lines beside them. */
static gboolean
is_beside_text (const Sides *sides, const CogLayoutGutter *gutter)
{
  const GArray *fewer = sides->before->len < sides->behind->len ? sides->before : sides->behind;
  const GArray *others = fewer == sides->before ? sides->behind : sides->before;

  return fewer->len >= MIN_LINES && (is_text (sides->before) || is_text (sides->behind)) &&
         sides->n_across * 4 <= sides->n_before + sides->n_behind &&
         gutter->start - gutter->end >= CLEAR * g_array_index (others, Piece, 0).size &&
         count_level (fewer, others) * 3 <= fewer->len;
}

static double
rate (const Sides *sides, const CogLayoutGutter *gutter, gboolean is_rtl)
{
  double n_sides = sides->n_before + sides->n_behind;

  if (sides->n_before < MIN_SHARE * n_sides || sides->n_behind < MIN_SHARE * n_sides ||
      sides->n_across > 3 * n_sides || sides->n_aligned * 4 < sides->n_behind)
    return 0;
  if (!(is_columns (sides->before, is_rtl, MORE_GUTTERS) &&
        is_columns (sides->behind, is_rtl, MORE_GUTTERS)) &&
      !is_beside_text (sides, gutter))
    return 0;
  return n_sides / (1 + n_sides + sides->n_across) + 0.001 * (gutter->start - gutter->end);
}

/* How far the text before a gutter reaches. */
static double
find_end (GPtrArray *segments, double start, gboolean is_rtl)
{
  const CogLayoutGutter narrowest = { start, start };
  double end = -G_MAXDOUBLE;

  for (guint i = 0; i < segments->len; i++)
    {
      Piece piece = make_piece (segments->pdata[i]), before, behind;
      int side = get_side (&narrowest, &piece, is_rtl);

      if (side < 0)
        end = MAX (end, get_end (piece.x1, piece.x2, is_rtl));
      else if (side == 0 && part (segments->pdata[i], start, is_rtl, &before, &behind))
        end = MAX (end, get_end (before.x1, before.x2, is_rtl));
    }
  return end;
}

static double
rate_gutter (GPtrArray *segments, CogLayoutGutter *gutter, gboolean is_rtl)
{
  Sides sides = { 0 };
  double rating;

  gutter->end = find_end (segments, gutter->start, is_rtl);
  sides.before = g_array_new (FALSE, FALSE, sizeof (Piece));
  sides.behind = g_array_new (FALSE, FALSE, sizeof (Piece));
  for (guint i = 0; i < segments->len; i++)
    {
      Piece piece = make_piece (segments->pdata[i]), before, behind;
      int side = get_side (gutter, &piece, is_rtl);

      if (side < 0)
        add_before (&sides, &piece);
      else if (side > 0)
        add_behind (&sides, &piece, gutter->start, is_rtl);
      else if (part (segments->pdata[i], gutter->start, is_rtl, &before, &behind))
        {
          add_before (&sides, &before);
          add_behind (&sides, &behind, gutter->start, is_rtl);
        }
      else
        sides.n_across += piece.n_letters;
    }
  rating = rate (&sides, gutter, is_rtl);
  g_array_unref (sides.before);
  g_array_unref (sides.behind);
  return rating;
}

static int
compare_y (gconstpointer a, gconstpointer b)
{
  const CogLayoutLine *one = *(CogLayoutLine *const *)a, *two = *(CogLayoutLine *const *)b;
  double y1 = one->box.y + one->box.height / 2, y2 = two->box.y + two->box.height / 2;

  return y1 < y2 ? -1 : y1 > y2 ? 1 : one->box.x < two->box.x ? -1 : one->box.x > two->box.x;
}

CogLayoutGutter
cog_layout_gutter_find (GPtrArray *segments, gboolean is_rtl)
{
  CogLayoutGutter best = { NAN, NAN };
  double best_rate = 0;
  g_autoptr (GHashTable) tried = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (segments != NULL, best);

  g_ptr_array_sort (segments, compare_y);
  for (guint i = 0; i < segments->len; i++)
    {
      Piece piece = make_piece (segments->pdata[i]);
      CogLayoutGutter gutter = { NAN, get_start (piece.x1, piece.x2, is_rtl) };
      double rating;

      if (!g_hash_table_add (tried, GINT_TO_POINTER ((int)floor (gutter.start / 2))))
        continue;
      rating = rate_gutter (segments, &gutter, is_rtl);
      if (rating > best_rate)
        {
          best_rate = rating;
          best = gutter;
        }
    }
  return best;
}

void
cog_layout_gutter_part (const CogLayoutGutter *gutter,
                        const CogPdfFile *file,
                        GPtrArray *segments,
                        gboolean is_rtl)
{
  guint n;

  g_return_if_fail (gutter != NULL && file != NULL && segments != NULL);

  n = segments->len;
  for (guint i = 0; i < n; i++)
    {
      CogLayoutLine *line = segments->pdata[i], *rest;
      g_autoptr (GPtrArray) words = NULL;
      Piece before, behind;

      if (cog_layout_gutter_get_side (gutter, line, is_rtl) != 0 ||
          !part (line, gutter->start, is_rtl, &before, &behind))
        continue;
      rest = cog_layout_line_new (line->page, line->is_rtl);
      words = g_steal_pointer (&line->words);
      line->words = g_ptr_array_new ();
      for (guint k = 0; k < words->len; k++)
        {
          const CogPdfWord *word = words->pdata[k];
          double middle = word->x + word->width / 2;
          gboolean is_before = (is_rtl ? -middle : middle) < gutter->start;

          g_ptr_array_add (is_before ? line->words : rest->words, words->pdata[k]);
        }
      cog_layout_line_finish (file, line);
      cog_layout_line_finish (file, rest);
      g_ptr_array_add (segments, rest);
    }
}
