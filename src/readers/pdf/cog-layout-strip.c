/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-strip.h"

#include <math.h>

#define NARROWEST 0.12 /* em: a strip */
#define SAME_EDGE 0.1  /* em: cells that begin or end at one place */
#define SPACE 0.15     /* em: less is no space */
#define WIDE 0.45      /* em: a gap that may be none of text */
#define WIDER 1.8      /* of the narrowest space in the line */
#define CELL_GAP 1.05 /* em: wider than spaces get in justified lines, mostly */
#define WIDEST 2.0     /* em: no space in running text is so wide */
#define EDGE 0.6       /* em: so near the edge, a line is full */
#define EVEN 1.6       /* of the narrowest gap */
#define WIDEST_OF_TEXT 4.0 /* em */
#define MIN_LINES 3    /* that begin at one place */
#define LOOSE 2.6      /* of the usual step: rows of a table may have air between them */
#define TIGHT 1.06     /* of the usual step: lines of a cell */
#define CENTRED 0.8    /* of the usual step: beside a cell of two lines, one of one stands so */
#define SAME_SIZE 0.15 /* of the size */
#define MAX_STRIPS 39

/* What is free from a line's first word to its last, and beyond. */
typedef struct
{
  double x1, x2;
  gboolean is_outer;
} Gap;

/* White between two columns, and what stands at it. */
typedef struct
{
  double x1, x2; /* free in all lines */
  guint n_both;  /* lines with words on both sides */
  guint n_wide;  /* of them, whose gap is wider than their spaces */
  guint n_alone; /* lines that begin behind it, with nothing before it */
  guint n_items; /* lines with nothing but a label before it */
  double least_start, most_start, least_end, most_end; /* of the cells behind and before it */
} Strip;

typedef struct
{
  GPtrArray *lines;
  const CogLayoutBody *body;
  GArray *strips; /* (element-type Strip) */
} Run;

static int
compare_x (gconstpointer a, gconstpointer b)
{
  double one = (*(const CogPdfWord *const *)a)->x, two = (*(const CogPdfWord *const *)b)->x;

  return one < two ? -1 : one > two;
}

/* (transfer full) (element-type Gap): from left to right */
static GArray *
list_gaps (const CogLayoutLine *line)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  g_autoptr (GPtrArray) words = g_ptr_array_copy (line->words, NULL, NULL);
  double end = -G_MAXDOUBLE;

  g_ptr_array_sort (words, compare_x);
  for (guint i = 0; i < words->len; i++)
    {
      const CogPdfWord *word = words->pdata[i];

      if (word->x > end)
        g_array_append_vals (gaps, &(Gap){ end, word->x, i == 0 }, 1);
      end = MAX (end, word->x + word->width);
    }
  g_array_append_vals (gaps, &(Gap){ end, G_MAXDOUBLE, TRUE }, 1);
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
      const Gap *gap = &g_array_index (gaps, Gap, i);

      if (i == but || gap->is_outer || gap->x2 - gap->x1 < SPACE * size)
        continue;
      *least = MIN (*least, gap->x2 - gap->x1);
      *most = MAX (*most, gap->x2 - gap->x1);
    }
}

/* Whether a gap is wider than a space of its line. The gaps of a line that is justified in a narrow
 * column are wide too, but all alike. */
static gboolean
is_wide (const GArray *gaps, guint i, double size)
{
  const Gap *gap = &g_array_index (gaps, Gap, i);
  double width = gap->x2 - gap->x1, least, most;

  find_spaces (gaps, i, size, &least, &most);
  if (width > WIDEST * size || (width > WIDE * size && least == G_MAXDOUBLE))
    return TRUE;
  return (width > WIDE * size && width > WIDER * least) ||
         (width > CELL_GAP * size && most > WIDER * width);
}

/* Whether nothing but the label of an item stands before a gap. */
static gboolean
is_behind_label (const CogLayoutLine *line, const Gap *gap)
{
  CogLayoutLabel label;
  const CogPdfWord *first = line->words->pdata[0], *second;

  if (line->words->len < 2 || !cog_layout_read_label (line->text, &label))
    return FALSE;
  second = line->words->pdata[1];
  return line->is_rtl ? first->x >= gap->x2 && second->x + second->width <= gap->x1
                      : first->x + first->width <= gap->x1 && second->x >= gap->x2;
}

/* A line of text that is justified in a narrow column, from edge to edge: its gaps are wide, and all
 * alike but that behind a label. */
static gboolean
is_stretched (const CogLayoutLine *line, const GArray *gaps)
{
  double least = G_MAXDOUBLE, most = 0;
  guint n = 0;

  if (line->start > EDGE * line->size || line->end > EDGE * line->size)
    return FALSE;
  for (guint i = 0; i < gaps->len; i++)
    {
      const Gap *gap = &g_array_index (gaps, Gap, i);

      if (gap->is_outer || gap->x2 - gap->x1 < SPACE * line->size || is_behind_label (line, gap))
        continue;
      least = MIN (least, gap->x2 - gap->x1);
      most = MAX (most, gap->x2 - gap->x1);
      n++;
    }
  return n > 1 && most < EVEN * least && most < WIDEST_OF_TEXT * line->size;
}

static void
note_cells (Strip *strip, const CogLayoutLine *line, const GArray *gaps, guint i)
{
  const Gap *gap = &g_array_index (gaps, Gap, i);
  gboolean is_start = line->is_rtl ? i > 0 : i == 0;

  if (gap->is_outer && !is_start)
    return;
  strip->n_both += gap->is_outer ? 0 : 1;
  strip->n_alone += gap->is_outer ? 1 : 0;
  strip->n_wide += !gap->is_outer && !is_stretched (line, gaps) && is_wide (gaps, i, line->size);
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
is_aligned (const Strip *strip, double size)
{
  return strip->most_start - strip->least_start < SAME_EDGE * size ||
         strip->most_end - strip->least_end < SAME_EDGE * size;
}

/* Makes a strip as narrow as a line leaves it. Returns FALSE where it ends there: a word stands in
 * it, or what stands beside it is not below the cells above. */
static gboolean
narrow_strip (Strip *strip, const CogLayoutLine *line, const GArray *gaps)
{
  guint best = 0;
  double width = 0;

  for (guint i = 0; i < gaps->len; i++)
    {
      const Gap *gap = &g_array_index (gaps, Gap, i);
      double here = MIN (gap->x2, strip->x2) - MAX (gap->x1, strip->x1);

      if (here > width)
        {
          width = here;
          best = i;
        }
    }
  if (width < NARROWEST * line->size)
    return FALSE;
  strip->x1 = MAX (strip->x1, g_array_index (gaps, Gap, best).x1);
  strip->x2 = MIN (strip->x2, g_array_index (gaps, Gap, best).x2);
  note_cells (strip, line, gaps, best);
  return is_aligned (strip, line->size) || strip->n_wide == strip->n_both;
}

static Strip
make_strip (double x1, double x2)
{
  return (Strip){ x1, x2, 0, 0, 0, 0, G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE };
}

/* Whether what was seen at a strip is seen at no text by chance. */
static gboolean
is_sure (const Strip *strip, double size)
{
  guint n = strip->n_both + strip->n_alone;

  if (strip->n_both < 2 || n < MIN_LINES || strip->n_items * 2 >= strip->n_both)
    return FALSE;
  if (!is_aligned (strip, size))
    return strip->n_both >= MIN_LINES && strip->n_wide == strip->n_both &&
           strip->x2 - strip->x1 > CELL_GAP * size;
  return strip->n_wide >= 2 && strip->n_wide * 3 >= strip->n_both;
}

static double
get_step (const Run *run, guint above, guint i)
{
  const CogLayoutLine *a = run->lines->pdata[above], *line = run->lines->pdata[i];

  return (line->baseline - a->baseline) / (run->body->leading * line->size);
}

static gboolean
may_be_row (const CogLayoutLine *line)
{
  return line->block == NULL && line->words->len > 0 && !line->is_fixed && !line->has_bullet;
}

static gboolean
stand_together (const Run *run, guint above, guint i)
{
  const CogLayoutLine *a = run->lines->pdata[above], *line = run->lines->pdata[i];

  return may_be_row (a) && may_be_row (line) && a->column == line->column &&
         a->is_rtl == line->is_rtl && fabs (a->size - line->size) < SAME_SIZE * line->size &&
         get_step (run, above, i) < LOOSE;
}

static void
begin_run (Run *run, guint first)
{
  const CogLayoutLine *line = run->lines->pdata[first];
  g_autoptr (GArray) gaps = list_gaps (line);

  g_array_set_size (run->strips, 0);
  for (guint i = 0; i < gaps->len && run->strips->len < MAX_STRIPS; i++)
    {
      const Gap *gap = &g_array_index (gaps, Gap, i);
      Strip strip = make_strip (gap->x1, gap->x2);

      if (!gap->is_outer && narrow_strip (&strip, line, gaps))
        g_array_append_val (run->strips, strip);
    }
}

/* Takes a line in, if no strip ends there of which it is sure that it is one. */
static gboolean
take_line (Run *run, const CogLayoutLine *line)
{
  g_autoptr (GArray) gaps = list_gaps (line);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (Strip));

  for (guint i = 0; i < run->strips->len; i++)
    {
      Strip strip = g_array_index (run->strips, Strip, i);
      gboolean was_sure = is_sure (&strip, line->size);

      if (narrow_strip (&strip, line, gaps))
        g_array_append_val (left, strip);
      else if (was_sure)
        return FALSE;
    }
  if (left->len == 0)
    return FALSE;
  g_array_unref (run->strips);
  run->strips = g_steal_pointer (&left);
  return TRUE;
}

static void
keep_sure_strips (Run *run, double size)
{
  for (guint i = run->strips->len; i > 0; i--)
    if (!is_sure (&g_array_index (run->strips, Strip, i - 1), size))
      g_array_remove_index (run->strips, i - 1);
}

/* Which column a line stands in, as counted from where one reads; -1: in several. */
static int
find_column (const Run *run, const CogLayoutLine *line)
{
  guint n_before = 0;

  for (guint i = 0; i < run->strips->len; i++)
    {
      const Strip *strip = &g_array_index (run->strips, Strip, i);
      double middle = (strip->x1 + strip->x2) / 2;

      if (line->box.x < middle && line->box.x + line->box.width > middle)
        return -1;
      n_before += line->is_rtl ? line->box.x < middle : line->box.x > middle;
    }
  return (int)n_before;
}

/* Whether a line begins where the cells behind some strip do. */
static gboolean
begins_at_strip (const Run *run, const CogLayoutLine *line)
{
  for (guint i = 0; i < run->strips->len; i++)
    {
      const Strip *strip = &g_array_index (run->strips, Strip, i);
      double start = line->is_rtl ? line->box.x + line->box.width : line->box.x;

      if (fabs (start - (line->is_rtl ? strip->least_end : strip->most_start)) <
          SAME_EDGE * line->size)
        return TRUE;
    }
  return FALSE;
}

/* Whether a line that stands in one column at the edge of a table is a part of a cell. farthest: from
 * the line beside it, of the usual step */
static gboolean
is_of_cell (const Run *run, guint i, guint beside, double farthest)
{
  double step = get_step (run, MIN (i, beside), MAX (i, beside));
  int column = find_column (run, run->lines->pdata[i]);

  if (column < 0 || step > farthest)
    return FALSE;
  return step < CENTRED || (column > 0 && begins_at_strip (run, run->lines->pdata[i]));
}

static guint
drop_text_below (const Run *run, guint first, guint end)
{
  while (end > first + 1 && find_column (run, run->lines->pdata[end - 1]) >= 0 &&
         !is_of_cell (run, end - 1, end - 2, TIGHT))
    end--;
  return end;
}

/* Where the first cell of a row is set in the middle of the others, the lines above it begin at a
 * strip. */
static guint
take_lines_above (const Run *run, guint from, guint first)
{
  while (first > from && stand_together (run, first - 1, first) &&
         is_of_cell (run, first - 1, first, LOOSE))
    first--;
  return first;
}

/* Whether a strip beside one that is sure is one too. */
static gboolean
is_likely (const Strip *strip, guint least, double size)
{
  return strip->n_both + strip->n_alone >= least && strip->n_items * 2 < strip->n_both &&
         is_aligned (strip, size) && (strip->n_wide > 0 || strip->x2 - strip->x1 > WIDE * size);
}

/* Strips that some lines do not show, as nothing stands beside what is in their middle. */
static void
find_all_strips (Run *run, guint first, guint end)
{
  g_autoptr (GArray) sure = g_array_copy (run->strips);
  const CogLayoutLine *line;

  g_array_set_size (run->strips, 0);
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) gaps = NULL;

      line = run->lines->pdata[i];
      gaps = list_gaps (line);
      for (guint k = 0; k < gaps->len && run->strips->len < MAX_STRIPS; k++)
        {
          const Gap *gap = &g_array_index (gaps, Gap, k);
          Strip strip = make_strip (gap->x1, gap->x2);
          gboolean is_strip = !gap->is_outer;

          for (guint n = first; n < end && is_strip; n++)
            {
              g_autoptr (GArray) others = list_gaps (run->lines->pdata[n]);

              is_strip = narrow_strip (&strip, run->lines->pdata[n], others);
            }
          for (guint n = 0; n < run->strips->len && is_strip; n++)
            {
              const Strip *other = &g_array_index (run->strips, Strip, n);

              is_strip = strip.x1 >= other->x2 || strip.x2 <= other->x1;
            }
          for (guint n = 0; n < sure->len && is_strip; n++)
            {
              const Strip *other = &g_array_index (sure, Strip, n);

              is_strip = strip.x1 >= other->x2 || strip.x2 <= other->x1;
            }
          if (is_strip && is_likely (&strip, MIN (MIN_LINES, end - first), line->size))
            g_array_append_val (run->strips, strip);
        }
    }
  g_array_append_vals (run->strips, sure->data, sure->len);
}

static guint
find_side (const Run *run, const CogPdfWord *word)
{
  guint n = 0;

  for (guint i = 0; i < run->strips->len; i++)
    {
      const Strip *strip = &g_array_index (run->strips, Strip, i);

      n += word->x + word->width / 2 > (strip->x1 + strip->x2) / 2;
    }
  return n;
}

static void
part_line (const Run *run, CogLayoutLine *line)
{
  guint last = G_MAXUINT;

  g_array_set_size (line->cells, 0);
  for (guint i = 0; i < line->words->len; i++)
    {
      const CogPdfWord *word = line->words->pdata[i];
      guint side = find_side (run, word);
      CogLayoutCell *cell;

      if (side != last)
        g_array_append_vals (line->cells,
                             &(CogLayoutCell){ i, 0, word->x, word->x + word->width }, 1);
      last = side;
      cell = &g_array_index (line->cells, CogLayoutCell, line->cells->len - 1);
      cell->n++;
      cell->x1 = MIN (cell->x1, word->x);
      cell->x2 = MAX (cell->x2, word->x + word->width);
    }
}

/* The rows of a table that a line is the first of. Returns where they end; 0: there are none. */
static guint
find_end (Run *run, guint first)
{
  const CogLayoutLine *line = run->lines->pdata[first];
  guint end = first + 1;

  if (!may_be_row (line) || line->words->len < 2)
    return 0;
  begin_run (run, first);
  while (run->strips->len > 0 && end < run->lines->len && stand_together (run, end - 1, end) &&
         take_line (run, run->lines->pdata[end]))
    end++;
  keep_sure_strips (run, line->size);
  return run->strips->len > 0 ? drop_text_below (run, first, end) : 0;
}

/* Whether a line has a wide gap at some strip. */
static gboolean
shows_strip (const Run *run, const CogLayoutLine *line)
{
  g_autoptr (GArray) gaps = list_gaps (line);

  for (guint i = 0; i < run->strips->len; i++)
    for (guint k = 0; k < gaps->len; k++)
      {
        const Strip *strip = &g_array_index (run->strips, Strip, i);
        const Gap *gap = &g_array_index (gaps, Gap, k);

        if (!gap->is_outer && gap->x1 < strip->x2 && strip->x1 < gap->x2 &&
            is_wide (gaps, k, line->size))
          return TRUE;
      }
  return FALSE;
}

/* A line of text above a table may have a space where the table has a strip: it is no wider than
 * others, and the line does not begin where the cells do. */
static gboolean
is_text_above (const Run *run, guint first, guint end)
{
  const CogLayoutLine *line = run->lines->pdata[first];

  if (shows_strip (run, line))
    return FALSE;
  for (guint i = first + 1; i < end; i++)
    {
      const CogLayoutLine *other = run->lines->pdata[i];
      double off = line->is_rtl ? line->box.x + line->box.width - other->box.x - other->box.width
                                : line->box.x - other->box.x;

      if (fabs (off) < SAME_EDGE * line->size && shows_strip (run, other))
        return FALSE;
    }
  return TRUE;
}

/* How many lines have a word between two places. */
static guint
count_lines_between (const Run *run, guint first, guint end, double x1, double x2)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      const CogLayoutLine *line = run->lines->pdata[i];

      for (guint k = 0; k < line->words->len; k++)
        {
          const CogPdfWord *word = line->words->pdata[k];
          double middle = word->x + word->width / 2;

          if (middle > x1 && middle < x2)
            {
              n++;
              break;
            }
        }
    }
  return n;
}

static int
compare_strips (gconstpointer a, gconstpointer b)
{
  const Strip *one = a, *two = b;

  return one->x1 < two->x1 ? -1 : one->x1 > two->x1;
}

/* Whether the cells behind a strip begin at one place, as seen in the direction of reading. */
static gboolean
has_start (const Strip *strip, const CogLayoutLine *line)
{
  double off = line->is_rtl ? strip->most_end - strip->least_end
                            : strip->most_start - strip->least_start;

  return off < SAME_EDGE * line->size;
}

/* Which of two strips is rather a space in a cell. */
static gboolean
is_weaker (const Strip *one, const Strip *two, const CogLayoutLine *line)
{
  if (has_start (one, line) != has_start (two, line))
    return !has_start (one, line);
  return one->x2 - one->x1 < two->x2 - two->x1;
}

/* Where only one line has words between two strips, one of them is a wide space of a cell. */
static void
drop_spaces_of_cells (Run *run, guint first, guint end)
{
  const CogLayoutLine *line = run->lines->pdata[first];

  g_array_sort (run->strips, compare_strips);
  for (guint i = 1; i < run->strips->len && end - first >= MIN_LINES;)
    {
      const Strip *one = &g_array_index (run->strips, Strip, i - 1);
      const Strip *two = &g_array_index (run->strips, Strip, i);

      if (count_lines_between (run, first, end, one->x2, two->x1) < 2)
        g_array_remove_index (run->strips, is_weaker (two, one, line) ? i : i - 1);
      else
        i++;
    }
}

typedef struct
{
  guint first, end;
  GArray *strips;
} Found;

/* The table with most cells of those that begin at a line. */
static gboolean
find_at (Run *run, guint from, guint i, Found *found)
{
  guint end = find_end (run, i), first;

  if (end <= i + 1 || is_text_above (run, i, end))
    return FALSE;
  first = take_lines_above (run, from, i);
  find_all_strips (run, first, end);
  drop_spaces_of_cells (run, first, end);
  if (found->strips != NULL &&
      run->strips->len * (end - first) <= found->strips->len * (found->end - found->first))
    return FALSE;
  g_clear_pointer (&found->strips, g_array_unref);
  *found = (Found){ first, end, g_array_copy (run->strips) };
  return TRUE;
}

gboolean
cog_layout_strip_find_rows (
    GPtrArray *lines, guint from, const CogLayoutBody *body, guint *first, guint *end)
{
  Run run = { lines, body, NULL };
  Found found = { 0 };

  g_return_val_if_fail (lines != NULL && body != NULL && first != NULL && end != NULL, FALSE);

  run.strips = g_array_new (FALSE, FALSE, sizeof (Strip));
  for (guint i = from; i < lines->len && (found.strips == NULL || i < found.end); i++)
    find_at (&run, from, i, &found);
  g_array_unref (run.strips);
  if (found.strips == NULL)
    return FALSE;
  run.strips = found.strips;
  for (guint i = found.first; i < found.end; i++)
    part_line (&run, lines->pdata[i]);
  *first = found.first;
  *end = found.end;
  g_array_unref (run.strips);
  return TRUE;
}
