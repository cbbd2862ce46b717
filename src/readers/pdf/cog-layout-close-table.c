/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-close-table.h"

#include "cog-layout-strip.h"

#include <math.h>
#include <string.h>

#define SAME_EDGE 0.1 /* em: cells that begin at one place */
#define MIN_LINES 3
#define LOOSE 2.6      /* of the usual step: rows of a table may have air between them */
#define TIGHT 1.06     /* of the usual step: lines of a cell */
#define CENTRED 0.8    /* of the usual step: beside a cell of two lines, one of one stands so */
#define SAME_SIZE 0.15 /* of the size */
#define ROOM 0.6       /* em: beside a word that would have had room */
#define MIN_TEXT 5     /* words: of a line of text */
#define MIN_DOTS 4     /* of a leader */
#define MAX_STRIPS 39
#define MAX_HEAD 8 /* lines that may hide a strip from those below them */

typedef struct
{
  GPtrArray *lines;
  const CogLayoutBody *body;
  GArray *strips;  /* (element-type CogLayoutStrip) */
  GPtrArray *gaps; /* (element-type GArray): of lines that were looked at (nullable elements) */
} Run;

/* (transfer none) (element-type CogLayoutGap): found once for each line */
static const GArray *
get_gaps (const Run *run, guint i)
{
  if (run->gaps->pdata[i] == NULL)
    run->gaps->pdata[i] = cog_layout_gaps_new (run->lines->pdata[i]);
  return run->gaps->pdata[i];
}

static double
get_step (const Run *run, guint above, guint i)
{
  const CogLayoutLine *a = run->lines->pdata[above], *line = run->lines->pdata[i];

  return (line->baseline - a->baseline) / (run->body->leading * line->size);
}

/* Dots that lead to the number of a page, as indexes have them. */
static gboolean
has_leader (const CogLayoutLine *line)
{
  guint n = 0;

  for (guint i = 0; i < line->words->len; i++)
    {
      const char *text = ((CogPdfWord *)line->words->pdata[i])->text;

      if (strspn (text, ".") == strlen (text))
        n += (guint)strlen (text);
    }
  return n >= MIN_DOTS;
}

static gboolean
may_be_row (const CogLayoutLine *line)
{
  return line->block == NULL && line->words->len > 0 && !line->is_fixed && !line->has_bullet &&
         !has_leader (line);
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
  const GArray *gaps = get_gaps (run, first);

  g_array_set_size (run->strips, 0);
  for (guint i = 0; i < gaps->len && run->strips->len < MAX_STRIPS; i++)
    {
      const CogLayoutGap *gap = &g_array_index (gaps, CogLayoutGap, i);
      CogLayoutStrip strip = cog_layout_strip_make (gap->x1, gap->x2);

      if (!gap->is_outer && cog_layout_strip_narrow (&strip, line, gaps))
        g_array_append_val (run->strips, strip);
    }
}

/* Takes a line in, if no strip ends there of which it is sure that it is one. */
static gboolean
take_line (Run *run, guint index)
{
  const CogLayoutLine *line = run->lines->pdata[index];
  const GArray *gaps = get_gaps (run, index);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (CogLayoutStrip));

  for (guint i = 0; i < run->strips->len; i++)
    {
      CogLayoutStrip strip = g_array_index (run->strips, CogLayoutStrip, i);
      gboolean was_sure = cog_layout_strip_is_sure (&strip, line->size);

      if (cog_layout_strip_narrow (&strip, line, gaps))
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
    if (!cog_layout_strip_is_sure (&g_array_index (run->strips, CogLayoutStrip, i - 1), size))
      g_array_remove_index (run->strips, i - 1);
}

/* Which column a line stands in, as counted from where one reads; -1: in several. */
static int
find_column (const Run *run, const CogLayoutLine *line)
{
  guint n_before = 0;

  for (guint i = 0; i < run->strips->len; i++)
    {
      const CogLayoutStrip *strip = &g_array_index (run->strips, CogLayoutStrip, i);
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
      const CogLayoutStrip *strip = &g_array_index (run->strips, CogLayoutStrip, i);
      double start = line->is_rtl ? line->box.x + line->box.width : line->box.x;

      if (fabs (start - (line->is_rtl ? strip->least_end : strip->most_start)) <
          SAME_EDGE * line->size)
        return TRUE;
    }
  return FALSE;
}

/* Whether a line that stands in one column at the edge of a table is a part of a cell. farthest:
 * from the line beside it, of the usual step */
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

/* Whether a strip stands beside all of others. */
static gboolean
is_apart (const CogLayoutStrip *strip, const GArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      const CogLayoutStrip *other = &g_array_index (others, CogLayoutStrip, i);

      if (strip->x1 < other->x2 && other->x1 < strip->x2)
        return FALSE;
    }
  return TRUE;
}

/* A strip at a gap of some line, where the others leave it and do not know it yet. */
static void
add_strip_at (Run *run, guint first, guint end, const CogLayoutGap *gap)
{
  const CogLayoutLine *line = run->lines->pdata[first];
  CogLayoutStrip strip = cog_layout_strip_make (gap->x1, gap->x2);

  for (guint i = first; i < end; i++)
    if (!cog_layout_strip_narrow (&strip, run->lines->pdata[i], get_gaps (run, i)))
      return;
  if (run->strips->len < MAX_STRIPS && is_apart (&strip, run->strips) &&
      cog_layout_strip_is_likely (&strip, MIN (MIN_LINES, end - first), line->size))
    g_array_append_val (run->strips, strip);
}

/* Strips that some lines do not show, as nothing stands beside what is in their middle. */
static void
find_all_strips (Run *run, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const GArray *gaps = get_gaps (run, i);

      for (guint k = 0; k < gaps->len; k++)
        if (!g_array_index (gaps, CogLayoutGap, k).is_outer)
          add_strip_at (run, first, end, &g_array_index (gaps, CogLayoutGap, k));
    }
}

static guint
find_side (const Run *run, const CogPdfWord *word)
{
  guint n = 0;

  for (guint i = 0; i < run->strips->len; i++)
    {
      const CogLayoutStrip *strip = &g_array_index (run->strips, CogLayoutStrip, i);

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
        g_array_append_vals (line->cells, &(CogLayoutCell){ i, 0, word->x, word->x + word->width },
                             1);
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
         take_line (run, end))
    end++;
  keep_sure_strips (run, line->size);
  return run->strips->len > 0 ? drop_text_below (run, first, end) : 0;
}

/* Whether a line has a wide gap at some strip. */
static gboolean
shows_strip (const Run *run, guint index)
{
  const CogLayoutLine *line = run->lines->pdata[index];
  const GArray *gaps = get_gaps (run, index);

  for (guint i = 0; i < run->strips->len; i++)
    for (guint k = 0; k < gaps->len; k++)
      {
        const CogLayoutStrip *strip = &g_array_index (run->strips, CogLayoutStrip, i);
        const CogLayoutGap *gap = &g_array_index (gaps, CogLayoutGap, k);

        if (!gap->is_outer && gap->x1 < strip->x2 && strip->x1 < gap->x2 &&
            cog_layout_gap_is_wide (gaps, k, line->size))
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

  if (shows_strip (run, first))
    return FALSE;
  for (guint i = first + 1; i < end; i++)
    {
      const CogLayoutLine *other = run->lines->pdata[i];
      double off = line->is_rtl ? line->box.x + line->box.width - other->box.x - other->box.width
                                : line->box.x - other->box.x;

      if (fabs (off) < SAME_EDGE * line->size && shows_strip (run, i))
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
  const CogLayoutStrip *one = a, *two = b;

  return one->x1 < two->x1 ? -1 : one->x1 > two->x1;
}

/* Where only one line has words between two strips, one of them is a wide space of a cell. */
static void
drop_spaces_of_cells (Run *run, guint first, guint end)
{
  const CogLayoutLine *line = run->lines->pdata[first];

  g_array_sort (run->strips, compare_strips);
  for (guint i = 1; i < run->strips->len && end - first >= MIN_LINES;)
    {
      const CogLayoutStrip *one = &g_array_index (run->strips, CogLayoutStrip, i - 1);
      const CogLayoutStrip *two = &g_array_index (run->strips, CogLayoutStrip, i);

      if (count_lines_between (run, first, end, one->x2, two->x1) < 2)
        g_array_remove_index (run->strips, cog_layout_strip_is_weaker (two, one, line) ? i : i - 1);
      else
        i++;
    }
}

/* The part of a line behind the first strip, as one reads: its first word. (nullable) */
static const CogPdfWord *
get_first_behind (const Run *run, const CogLayoutLine *line)
{
  const CogLayoutStrip *strip =
      &g_array_index (run->strips, CogLayoutStrip, line->is_rtl ? run->strips->len - 1 : 0);
  double x = (strip->x1 + strip->x2) / 2;

  for (guint i = 0; i < line->words->len; i++)
    {
      const CogPdfWord *word = line->words->pdata[i];
      double middle = word->x + word->width / 2;

      if (line->is_rtl ? middle < x : middle > x)
        return word;
    }
  return NULL;
}

/* Whether the text behind the first strip runs on from the line above, which is full, amid a
 * sentence. */
static gboolean
runs_on (const Run *run, guint i)
{
  const CogLayoutLine *line = run->lines->pdata[i];
  const CogLayoutLine *above = i > 0 ? run->lines->pdata[i - 1] : NULL;
  const CogPdfWord *word = get_first_behind (run, line);
  double step = above != NULL && may_be_row (above) ? get_step (run, i - 1, i) : LOOSE;

  if (word == NULL || above == NULL || above->column != line->column || step < CENTRED ||
      step > TIGHT || above->words->len < MIN_TEXT || get_first_behind (run, above) == NULL)
    return FALSE;
  return above->end < word->width + ROOM * line->size &&
         g_unichar_islower (g_utf8_get_char (word->text)) &&
         strchr (".:;?!", above->text[strlen (above->text) - 1]) == NULL;
}

/* Notes in the margin stand beside a text that takes no heed of them. */
static gboolean
is_margin (const Run *run, guint first, guint end)
{
  guint n_rows = 0, n_amid = 0;
  gboolean had_cell = FALSE;

  for (guint i = first; i < end; i++)
    {
      const CogLayoutLine *line = run->lines->pdata[i];
      const CogPdfWord *begin = line->words->pdata[0];
      gboolean has_cell = get_first_behind (run, line) != begin;

      if (has_cell && !had_cell && get_first_behind (run, line) != NULL)
        {
          n_rows++;
          n_amid += runs_on (run, i) ? 1 : 0;
        }
      had_cell = has_cell;
    }
  return n_amid * 2 > n_rows;
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
  if (is_margin (run, first, end))
    return FALSE;
  if (found->strips != NULL &&
      run->strips->len * (end - first) <= found->strips->len * (found->end - found->first))
    return FALSE;
  g_clear_pointer (&found->strips, g_array_unref);
  *found = (Found){ first, end, g_array_copy (run->strips) };
  return TRUE;
}

static void
free_gaps (gpointer gaps)
{
  if (gaps != NULL)
    g_array_unref (gaps);
}

gboolean
cog_layout_close_table_find (
    GPtrArray *lines, guint from, const CogLayoutBody *body, guint *first, guint *end)
{
  Run run = { lines, body, NULL, NULL };
  Found found = { 0 };
  guint last = G_MAXUINT;

  g_return_val_if_fail (lines != NULL && body != NULL && first != NULL && end != NULL, FALSE);

  run.strips = g_array_new (FALSE, FALSE, sizeof (CogLayoutStrip));
  run.gaps = g_ptr_array_new_full (lines->len, free_gaps);
  g_ptr_array_set_size (run.gaps, (int)lines->len);
  for (guint i = from; i < lines->len && i < last; i++)
    if (find_at (&run, from, i, &found))
      last = MIN (found.end, found.first + MAX_HEAD);
  g_array_unref (run.strips);
  g_ptr_array_unref (run.gaps);
  if (found.strips == NULL)
    return FALSE;
  run.strips = found.strips;
  for (guint i = found.first; i < found.end; i++)
    part_line (&run, lines->pdata[i]);
  *first = found.first;
  *end = found.end;
  g_array_unref (found.strips);
  return TRUE;
}
