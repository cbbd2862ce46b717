/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-cells.h"
#include "cog-layout-close-table.h"

#include <math.h>
#include <string.h>

#define MIN_ROWS 2
#define MAX_COLUMNS 40
#define MAX_HEAD 3      /* lines above the rows that name the columns */
#define LOOSE 2.6       /* of the usual step: rows of a table may have air between them */
#define TIGHT 1.25      /* of the usual step: the next line of a cell */
#define CENTRED 0.9     /* of the usual step: beside a cell of two lines, one of one stands so */
#define BESIDE 0.8      /* of the usual step */
#define SLACK 0.5       /* em: cells so near are below each other */
#define SAME_PLACE 0.06 /* em: words of a text seldom stand so by chance */
#define WIDE 4.0        /* em: no space in running text is so wide */
#define EDGE 0.6        /* em: so near the edge, a line is full */
#define SAME_EDGE 0.15  /* em: lines that are justified end so near to each other */
#define MIN_TEXT 4      /* words: of a line that is no row */

typedef enum
{
  ANYWHERE,
  INSIDE, /* not at the edges that all lines of a text have */
} Where;

static double
get_gap (const CogPdfWord *a, const CogPdfWord *b)
{
  return MAX (b->x - a->x - a->width, a->x - b->x - b->width);
}

static gboolean
are_below (const CogLayoutCell *a, const CogLayoutCell *b, double slack)
{
  return fabs (a->x1 - b->x1) < slack || fabs (a->x2 - b->x2) < slack ||
         fabs (a->x1 + a->x2 - b->x1 - b->x2) < 2 * slack;
}

/* The outer edges of the first and the last cell left out, which all lines of a text share. */
static gboolean
are_below_inside (const GArray *a, guint i, const GArray *b, guint k, double slack)
{
  const CogLayoutCell *one = &g_array_index (a, CogLayoutCell, i);
  const CogLayoutCell *two = &g_array_index (b, CogLayoutCell, k);
  gboolean is_first = i == 0 || k == 0, is_last = i + 1 == a->len || k + 1 == b->len;

  return (!is_first && fabs (one->x1 - two->x1) < slack) ||
         (!is_last && fabs (one->x2 - two->x2) < slack);
}

/* How many cells of two lines stand one below the other: by an edge or the middle. */
static guint
count_aligned (const CogLayoutLine *a, const CogLayoutLine *b, Where where)
{
  double em = MIN (a->size, b->size);
  guint n = 0;

  for (guint i = 0; i < a->cells->len; i++)
    for (guint k = 0; k < b->cells->len; k++)
      if (where == INSIDE ? are_below_inside (a->cells, i, b->cells, k, SAME_PLACE * em)
                          : are_below (&g_array_index (a->cells, CogLayoutCell, i),
                                       &g_array_index (b->cells, CogLayoutCell, k), SLACK * em))
        {
          n++;
          break;
        }
  return n;
}

/* Whether all gaps between words are alike; the one behind a label is another. */
static gboolean
has_even_gaps (const CogLayoutLine *line)
{
  CogLayoutLabel label;
  double least = G_MAXDOUBLE, most = 0;
  guint first = cog_layout_read_label (line->text, &label) ? 2 : 1;

  if (line->words->len < first + 2)
    return FALSE;
  for (guint i = first; i < line->words->len; i++)
    {
      const CogPdfWord *word = line->words->pdata[i];
      double gap = get_gap (line->words->pdata[i - 1], word);

      if (!word->space_before)
        continue;
      least = MIN (least, gap);
      most = MAX (most, gap);
    }
  return most < 1.6 * least && most < WIDE * line->size;
}

/* A line that is justified in a narrow column has wide gaps, but they are all alike. */
static gboolean
is_stretched (const CogLayoutLine *line)
{
  return line->end <= EDGE * line->size && has_even_gaps (line);
}

/* A line with a label before its text is an item, though the gap behind the label is wide. */
static gboolean
is_row (const CogLayoutLine *line)
{
  CogLayoutLabel label;

  if (line->block != NULL || line->cells->len < 2 || line->cells->len > MAX_COLUMNS ||
      (line->start < EDGE * line->size && is_stretched (line)))
    return FALSE;
  return line->cells->len > 2 || g_array_index (line->cells, CogLayoutCell, 0).n > 1 ||
         !cog_layout_read_label (line->text, &label);
}

/* From edge to edge, as lines of running text are; their widest gap may still be one of a table. */
static gboolean
is_full (const CogLayoutLine *line)
{
  double widest = 0;

  for (guint i = 1; i < line->words->len; i++)
    widest = MAX (widest, get_gap (line->words->pdata[i - 1], line->words->pdata[i]));
  return line->start < EDGE * line->size && line->end < EDGE * line->size &&
         widest < WIDE * line->size;
}

static gboolean
are_rows_of_one (const CogLayoutLine *row, const CogLayoutLine *line)
{
  gboolean is_text =
      (is_full (row) && is_full (line)) || (is_stretched (row) && is_stretched (line));

  if (is_text && count_aligned (row, line, INSIDE) + 1 < MIN (row->cells->len, line->cells->len))
    return FALSE;
  return count_aligned (row, line, ANYWHERE) >= 2;
}

/* Whether the cells of a line begin where those of a row do, or stand in their middle, and end
 * before the next. */
static gboolean
stands_in_cells (const CogLayoutLine *row, const CogLayoutLine *line)
{
  double slack = SLACK * line->size;

  if (line->cells->len > row->cells->len)
    return FALSE;
  for (guint i = 0; i < line->cells->len; i++)
    {
      const CogLayoutCell *cell = &g_array_index (line->cells, CogLayoutCell, i);
      gboolean is_found = FALSE;

      for (guint k = 0; k < row->cells->len && !is_found; k++)
        {
          const CogLayoutCell *other = &g_array_index (row->cells, CogLayoutCell, k);
          const CogLayoutCell *next = k + 1 < row->cells->len ? other + 1 : NULL;
          double off = row->is_rtl ? cell->x2 - other->x2 : cell->x1 - other->x1;
          gboolean is_free =
              next == NULL || (row->is_rtl ? cell->x1 > next->x2 : cell->x2 < next->x1);

          is_found = is_free && (fabs (off) < slack ||
                                 fabs (cell->x1 + cell->x2 - other->x1 - other->x2) < 2 * slack);
        }
      if (!is_found)
        return FALSE;
    }
  return TRUE;
}

/* Whether no cell of a line stands below one of the row: a cell over two rows, set in its middle.
 */
static gboolean
is_beside (const CogLayoutLine *line, const CogLayoutLine *row)
{
  for (guint i = 0; i < line->cells->len; i++)
    for (guint k = 0; k < row->cells->len; k++)
      {
        const CogLayoutCell *cell = &g_array_index (line->cells, CogLayoutCell, i);
        const CogLayoutCell *other = &g_array_index (row->cells, CogLayoutCell, k);

        if (cell->x1 < other->x2 + line->size && other->x1 < cell->x2 + line->size)
          return FALSE;
      }
  return line->cells->len == 1;
}

static double
get_step (const CogLayoutLine *above, const CogLayoutLine *line, const CogLayoutBody *body)
{
  return (line->baseline - above->baseline) / (body->leading * line->size);
}

/* Whether a line is as wide as the row beside it, or less, and as short of the column's end. */
static gboolean
fits_in (const CogLayoutLine *row, const CogLayoutLine *line)
{
  return line->block == NULL && line->box.x > row->box.x - line->size &&
         line->box.x + line->box.width < row->box.x + row->box.width + line->size &&
         row->cells->len > 2;
}

/* A row whose cells nearly touch is parted where those of the row beside it are. */
static gboolean
part_as (CogLayoutLine *line, GPtrArray *lines, guint row)
{
  g_autoptr (GArray) columns = NULL;

  if (!fits_in (lines->pdata[row], line) ||
      (is_stretched (line) && is_stretched (lines->pdata[row])) ||
      (is_full (line) && is_full (lines->pdata[row])))
    return FALSE;
  columns = cog_layout_table_columns_new (lines, row, row + 1);
  return cog_layout_line_part (line, columns) && line->cells->len == columns->len;
}

/* Whether a line goes on right below another, from edge to edge of it. */
static gboolean
goes_on (const CogLayoutLine *above, const CogLayoutLine *line, const CogLayoutBody *body)
{
  double slack = SAME_EDGE * line->size;

  return above->block == NULL && line->block == NULL && above->column == line->column &&
         fabs (above->size - line->size) < slack && get_step (above, line, body) < TIGHT &&
         fabs (above->box.x - line->box.x) < slack &&
         fabs (above->box.x + above->box.width - line->box.x - line->box.width) < slack;
}

/* Whether lines of running text lead from a line, up or down, to one that has no wide gaps. */
static gboolean
leads_to_text (GPtrArray *lines, guint i, int way, const CogLayoutBody *body)
{
  for (guint next = i + (guint)way; next < lines->len; i = next, next += (guint)way)
    {
      const CogLayoutLine *line = lines->pdata[next];

      if (!goes_on (lines->pdata[MIN (i, next)], lines->pdata[MAX (i, next)], body))
        return FALSE;
      if (line->cells->len == 1 && line->words->len >= MIN_TEXT)
        return TRUE;
      if (!has_even_gaps (line))
        return FALSE;
    }
  return FALSE;
}

/* Lines of an item are justified to narrower edges than the column's. */
static gboolean
is_of_text (GPtrArray *lines, guint i, const CogLayoutBody *body)
{
  return has_even_gaps (lines->pdata[i]) &&
         (leads_to_text (lines, i, -1, body) || leads_to_text (lines, i, 1, body));
}

/* The lines that are rows of a table with the first one, and the lines of their cells. */
static guint
find_end (GPtrArray *lines, guint first, const CogLayoutBody *body, guint *n_rows)
{
  guint row = first, fullest = first, end = first + 1;

  *n_rows = 1;
  for (guint i = first + 1; i < lines->len; i++)
    {
      CogLayoutLine *line = lines->pdata[i];
      const CogLayoutLine *above = lines->pdata[i - 1];
      double step = get_step (above, line, body);

      if (line->block != NULL || line->column != above->column || step > LOOSE)
        break;
      /* What stands alone above a row is the first line of a cell, if the row is beside it. */
      if (end < i && step > CENTRED)
        break;
      if ((is_row (line) && (are_rows_of_one (lines->pdata[row], line) ||
                             are_rows_of_one (lines->pdata[fullest], line))) ||
          part_as (line, lines, row))
        {
          row = i;
          if (line->cells->len > ((CogLayoutLine *)lines->pdata[fullest])->cells->len)
            fullest = i;
          (*n_rows)++;
          end = i + 1;
        }
      else if (step < BESIDE && end == i && is_beside (line, lines->pdata[row]))
        end = i + 1;
      else if (!stands_in_cells (lines->pdata[row], line) &&
               !stands_in_cells (lines->pdata[fullest], line))
        break;
      else if (step < TIGHT && end == i)
        end = i + 1;
    }
  return end;
}

/* Whether each cell of a line stands over a column of its own. */
static gboolean
covers_columns (const CogLayoutLine *line, const GArray *columns)
{
  guint n = columns->len;

  for (guint i = 0; i < line->cells->len && line->cells->len == n; i++)
    {
      const CogLayoutCell *cell = &g_array_index (line->cells, CogLayoutCell, i);
      const CogLayoutTableColumn *column =
          &g_array_index (columns, CogLayoutTableColumn, line->is_rtl ? n - 1 - i : i);

      if (cell->x1 >= column->x2 || column->x1 >= cell->x2)
        return FALSE;
    }
  return line->cells->len == n;
}

/* Whether the cells of a line stand over all columns, some over several, and over none together. */
static gboolean
spans (const CogLayoutLine *line, const GArray *columns)
{
  for (guint c = 0; c < columns->len; c++)
    {
      const CogLayoutTableColumn *column = &g_array_index (columns, CogLayoutTableColumn, c);
      guint n = 0;

      for (guint i = 0; i < line->cells->len; i++)
        {
          const CogLayoutCell *cell = &g_array_index (line->cells, CogLayoutCell, i);

          n += cell->x1 < column->x2 && column->x1 < cell->x2;
        }
      if (n != 1)
        return FALSE;
    }
  return line->cells->len > 1;
}

/* The row that names the columns may stand tighter than the others, or be centred. */
static gboolean
is_head_of (CogLayoutLine *above,
            const CogLayoutLine *row,
            const GArray *columns,
            const CogLayoutBody *body)
{
  if (above->block != NULL || above->column != row->column || get_step (above, row, body) >= LOOSE)
    return FALSE;
  if (is_stretched (above) && !(above->is_bold && covers_columns (above, columns)))
    return FALSE;
  if (above->cells->len == columns->len ||
      (above->is_bold && !row->is_bold && spans (above, columns)))
    return TRUE;
  return above->is_bold && above->words->len >= columns->len && columns->len > 1 &&
         cog_layout_line_part (above, columns) && above->cells->len == columns->len;
}

/* A line below the rows that fills each of their columns, though its cells nearly touch. */
static gboolean
is_row_of (CogLayoutLine *line, const CogLayoutLine *row, const GArray *columns, double step)
{
  g_autoptr (GArray) kept = NULL;

  if (columns->len < 3 || row->cells->len != columns->len || line->block != NULL ||
      line->column != row->column || step >= LOOSE || line->words->len < columns->len)
    return FALSE;
  kept = g_array_ref (line->cells);
  if (cog_layout_line_part (line, columns) && line->cells->len == columns->len &&
      stands_in_cells (row, line))
    return TRUE;
  g_array_unref (line->cells);
  line->cells = g_steal_pointer (&kept);
  return FALSE;
}

/* Rows whose cells nearly touch are parted as the others are, and what stands above and below them
 * is looked at again. */
static void
settle_rows (GPtrArray *lines, guint *first, guint *end, const CogLayoutBody *body)
{
  g_autoptr (GArray) columns = cog_layout_table_columns_new (lines, *first, *end);

  for (guint i = *first; i < *end; i++)
    cog_layout_line_part (lines->pdata[i], columns);
  while (*end < lines->len &&
         is_row_of (lines->pdata[*end], lines->pdata[*end - 1], columns,
                    get_step (lines->pdata[*end - 1], lines->pdata[*end], body)))
    (*end)++;
  for (guint n = 0; n<MAX_HEAD && * first> 0; n++, (*first)--)
    if (!is_head_of (lines->pdata[*first - 1], lines->pdata[*first], columns, body))
      break;
}

/* A table takes the place of its lines. */
static void
put_table (
    const CogPdfFile *file, GPtrArray *lines, guint first, guint end, const CogLayoutBody *body)
{
  CogLayoutLine *stand_in =
      cog_layout_line_new_for_block (cog_layout_table_new (file, lines, first, end, body));

  stand_in->column = ((CogLayoutLine *)lines->pdata[first])->column;
  g_ptr_array_remove_range (lines, first, end - first);
  g_ptr_array_insert (lines, (int)first, stand_in);
}

void
cog_layout_find_tables (const CogPdfFile *file, GPtrArray *lines, const CogLayoutBody *body)
{
  guint end;

  g_return_if_fail (file != NULL && lines != NULL && body != NULL);

  for (guint i = 0, first; cog_layout_close_table_find (lines, i, body, &first, &end);
       i = first + 1)
    {
      settle_rows (lines, &first, &end, body);
      put_table (file, lines, first, end, body);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      guint n_rows;

      if (!is_row (lines->pdata[i]) || is_of_text (lines, i, body))
        continue;
      end = find_end (lines, i, body, &n_rows);
      if (n_rows < MIN_ROWS)
        continue;
      settle_rows (lines, &i, &end, body);
      put_table (file, lines, i, end, body);
    }
}
