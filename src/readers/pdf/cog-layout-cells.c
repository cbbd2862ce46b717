/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-cells.h"

#include "cog-layout-rows.h"

#include <math.h>

#define PARTING 0.35    /* em: wider than a space is in a cell */
#define NARROW 0.15     /* em: enough where a column is known to begin */
#define SAME_PLACE 0.12 /* em */
#define CENTRED 0.8     /* of the usual step: a line so near stands beside the last, not below it */
#define TIGHT 1.1       /* of the usual step */
#define MAX_HEAD 4      /* rows */

CogLayoutTableCell *
cog_layout_table_cell_new (guint row, guint column)
{
  CogLayoutTableCell *cell = g_new0 (CogLayoutTableCell, 1);

  cell->row = row;
  cell->column = column;
  cell->row_span = cell->column_span = 1;
  cell->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_line_free);
  return cell;
}

void
cog_layout_table_cell_free (CogLayoutTableCell *cell)
{
  if (cell == NULL)
    return;
  g_ptr_array_unref (cell->lines);
  g_free (cell);
}

int
cog_layout_table_cell_compare (gconstpointer a, gconstpointer b)
{
  const CogLayoutTableCell *one = *(CogLayoutTableCell *const *)a;
  const CogLayoutTableCell *two = *(CogLayoutTableCell *const *)b;

  return one->row != two->row ? (one->row < two->row ? -1 : 1)
                              : (one->column < two->column ? -1 : one->column > two->column);
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const CogLayoutTableColumn *one = a, *two = b;

  return one->x1 < two->x1 ? -1 : one->x1 > two->x1;
}

static void
add_cell_to_columns (GArray *columns, const CogLayoutCell *cell)
{
  CogLayoutTableColumn *found = NULL;
  guint n_hit = 0;

  for (guint c = 0; c < columns->len; c++)
    {
      CogLayoutTableColumn *column = &g_array_index (columns, CogLayoutTableColumn, c);

      if (cell->x1 < column->x2 && column->x1 < cell->x2)
        {
          found = column;
          n_hit++;
        }
    }
  if (n_hit == 0)
    g_array_append_vals (columns, &(CogLayoutTableColumn){ cell->x1, cell->x2 }, 1);
  else if (n_hit == 1)
    {
      found->x1 = MIN (found->x1, cell->x1);
      found->x2 = MAX (found->x2, cell->x2);
    }
}

static gboolean
is_in_column (const CogLayoutCell *cell, const GArray *columns, guint i)
{
  const CogLayoutTableColumn *column = &g_array_index (columns, CogLayoutTableColumn, i);

  return cell->x1 < column->x2 && column->x1 < cell->x2;
}

/* Whether a line has a cell for each column, in their order, though some stand below none of the
 * others: centred names of columns stand between cells that are not. */
static gboolean
has_each_column (const CogLayoutLine *line, const GArray *columns)
{
  guint n = columns->len, n_inside = 0;

  if (line->cells->len != n || n < 2)
    return FALSE;
  for (guint i = 0; i < n; i++)
    for (guint c = 0; c < n; c++)
      {
        const CogLayoutCell *cell = &g_array_index (line->cells, CogLayoutCell, i);
        gboolean is_inside = is_in_column (cell, columns, c);

        if (is_inside && c != (line->is_rtl ? n - 1 - i : i))
          return FALSE;
        n_inside += is_inside ? 1 : 0;
      }
  return n_inside > 0 || n > 2;
}

GArray *
cog_layout_table_columns_new (GPtrArray *lines, guint first, guint end)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (CogLayoutTableColumn));
  guint most = 0;

  g_return_val_if_fail (lines != NULL && end <= lines->len, columns);

  for (guint i = first; i < end; i++)
    most = MAX (most, ((CogLayoutLine *)lines->pdata[i])->cells->len);
  for (guint n = most; n >= 1 && n + 1 >= most; n--)
    for (guint i = end; i > first; i--)
      {
        const CogLayoutLine *line = lines->pdata[i - 1];

        if (has_each_column (line, columns))
          continue;
        for (guint k = 0; k < line->cells->len && line->cells->len == n; k++)
          add_cell_to_columns (columns, &g_array_index (line->cells, CogLayoutCell, k));
        g_array_sort (columns, compare_columns);
      }
  return columns;
}

static guint
find_nearest (const GArray *columns, const CogPdfWord *word)
{
  double middle = word->x + word->width / 2, least = G_MAXDOUBLE;
  guint nearest = 0;

  for (guint c = 0; c < columns->len; c++)
    {
      const CogLayoutTableColumn *column = &g_array_index (columns, CogLayoutTableColumn, c);
      double away = middle < column->x1 ? column->x1 - middle : MAX (0, middle - column->x2);

      if (away < least)
        {
          least = away;
          nearest = c;
        }
    }
  return nearest;
}

/* Whether a cell begins with a word: it stands in the column and a gap is seen before it, or where
 * the column's cells begin. */
static gboolean
begins_cell (const CogLayoutLine *line, guint i, const CogLayoutTableColumn *column)
{
  const CogPdfWord *word = line->words->pdata[i], *before = line->words->pdata[i - 1];
  double gap = MAX (word->x - before->x - before->width, before->x - word->x - word->width);
  double off = line->is_rtl ? word->x + word->width - column->x2 : word->x - column->x1;
  gboolean is_inside = word->x < column->x2 && word->x + word->width > column->x1;

  return (is_inside && gap > PARTING * line->size) ||
         (gap > NARROW * line->size && fabs (off) < SAME_PLACE * line->size);
}

gboolean
cog_layout_line_part (CogLayoutLine *line, const GArray *columns)
{
  g_autoptr (GArray) cells = NULL;
  guint last = G_MAXUINT;

  g_return_val_if_fail (line != NULL && columns != NULL, FALSE);

  if (line->block != NULL || line->words->len < 2 || line->cells->len >= columns->len)
    return FALSE;
  cells = g_array_new (FALSE, TRUE, sizeof (CogLayoutCell));
  for (guint i = 0; i < line->words->len; i++)
    {
      const CogPdfWord *word = line->words->pdata[i];
      guint nearest = find_nearest (columns, word);
      CogLayoutCell *cell;

      if (i == 0 ||
          (nearest != last &&
           begins_cell (line, i, &g_array_index (columns, CogLayoutTableColumn, nearest))))
        {
          CogLayoutCell begun = { i, 1, word->x, word->x + word->width };

          g_array_append_val (cells, begun);
          last = nearest;
          continue;
        }
      cell = &g_array_index (cells, CogLayoutCell, cells->len - 1);
      cell->n++;
      cell->x1 = MIN (cell->x1, word->x);
      cell->x2 = MAX (cell->x2, word->x + word->width);
    }
  if (cells->len <= line->cells->len || cells->len > columns->len)
    return FALSE;
  g_array_unref (line->cells);
  line->cells = g_steal_pointer (&cells);
  return TRUE;
}

static CogLayoutLine *
cut_line (const CogPdfFile *file, const CogLayoutLine *line, const CogLayoutCell *cell)
{
  CogLayoutLine *part = cog_layout_line_new (line->page, line->is_rtl);

  for (guint i = 0; i < cell->n; i++)
    g_ptr_array_add (part->words, line->words->pdata[cell->first + i]);
  cog_layout_line_finish (file, part);
  part->column = line->column;
  part->extent = line->extent;
  return part;
}

static CogLayoutTableCell *
find_cell (CogLayoutBlock *table, guint row, guint column, guint span)
{
  CogLayoutTableCell *cell;

  for (guint i = table->cells->len; i > 0; i--)
    {
      cell = table->cells->pdata[i - 1];
      if (cell->row == row && cell->column <= column && column < cell->column + cell->column_span)
        return cell;
    }
  cell = cog_layout_table_cell_new (row, column);
  cell->column_span = span;
  g_ptr_array_add (table->cells, cell);
  return cell;
}

static void
add_line (const CogPdfFile *file,
          CogLayoutBlock *table,
          const GArray *columns,
          const CogLayoutLine *line,
          guint row)
{
  gboolean has_each = has_each_column (line, columns);

  for (guint i = 0; i < line->cells->len; i++)
    {
      const CogLayoutCell *cell = &g_array_index (line->cells, CogLayoutCell, i);
      guint first = G_MAXUINT, last = 0;
      CogLayoutTableCell *added;

      for (guint c = 0; c < columns->len; c++)
        {
          const CogLayoutTableColumn *column = &g_array_index (columns, CogLayoutTableColumn, c);

          if (cell->x1 < column->x2 && column->x1 < cell->x2)
            {
              first = MIN (first, c);
              last = c;
            }
        }
      if (has_each)
        first = last = line->is_rtl ? columns->len - 1 - i : i;
      if (first == G_MAXUINT)
        first = last = find_nearest (columns, line->words->pdata[cell->first]);
      if (table->is_rtl)
        {
          guint kept = first;

          first = columns->len - 1 - last;
          last = columns->len - 1 - kept;
        }
      added = find_cell (table, row, first, last - first + 1);
      g_ptr_array_add (added->lines, cut_line (file, line, cell));
    }
}

/* Cells that nothing stands in are cells all the same. */
static void
fill_gaps (CogLayoutBlock *table, guint n_rows, guint n_columns)
{
  guint n = table->cells->len;
  g_autofree gboolean *taken = g_new0 (gboolean, (gsize)n_rows * n_columns);

  for (guint i = 0; i < n; i++)
    {
      const CogLayoutTableCell *cell = table->cells->pdata[i];

      for (guint r = cell->row; r < MIN (n_rows, cell->row + cell->row_span); r++)
        for (guint k = 0; k < cell->column_span && cell->column + k < n_columns; k++)
          taken[r * n_columns + cell->column + k] = TRUE;
    }
  for (guint i = 0; i < n_rows * n_columns; i++)
    if (!taken[i])
      g_ptr_array_add (table->cells, cog_layout_table_cell_new (i / n_columns, i % n_columns));
  g_ptr_array_sort (table->cells, cog_layout_table_cell_compare);
}

/* A first row that is bold, and the rest is not, names the columns. */
void
cog_layout_table_mark_head (CogLayoutBlock *table)
{
  gboolean head = TRUE, rest = TRUE;

  g_return_if_fail (table != NULL && table->cells != NULL);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogLayoutTableCell *cell = table->cells->pdata[i];
      gboolean is_bold = cell->lines->len == 0 || ((CogLayoutLine *)cell->lines->pdata[0])->is_bold;

      if (cell->row == 0)
        head = head && is_bold;
      else if (cell->column > 0)
        rest = rest && is_bold;
    }
  for (guint i = 0; i < table->cells->len; i++)
    {
      CogLayoutTableCell *cell = table->cells->pdata[i];

      cell->is_header = cell->row == 0 && head && !rest;
    }
}

/* Whether all cells of a line stand below cells of the line above. */
static gboolean
stands_below (const CogLayoutLine *line, const CogLayoutLine *above)
{
  for (guint i = 0; i < line->cells->len; i++)
    {
      const CogLayoutCell *cell = &g_array_index (line->cells, CogLayoutCell, i);
      gboolean is_found = FALSE;

      for (guint k = 0; k < above->cells->len && !is_found; k++)
        {
          const CogLayoutCell *other = &g_array_index (above->cells, CogLayoutCell, k);

          is_found = cell->x1 < other->x2 && other->x1 < cell->x2;
        }
      if (!is_found)
        return FALSE;
    }
  return TRUE;
}

/* From one line of a cell to the next, in parts of the size: as in the text, or less where rows
 * that fill all columns stand nearer. */
static double
find_leading (GPtrArray *lines, guint first, guint end, guint n_columns, const CogLayoutBody *body)
{
  double leading = body->leading;

  for (guint i = first + 1; i < end; i++)
    {
      const CogLayoutLine *above = lines->pdata[i - 1], *line = lines->pdata[i];

      if (above->cells->len >= n_columns && line->cells->len >= n_columns)
        leading = MIN (leading, MAX (1, (line->baseline - above->baseline) / line->size));
    }
  return leading;
}

/* The last line of the row that stands above some cell of a line; else the last line. */
static const CogLayoutLine *
find_above (GPtrArray *lines, guint row_start, guint i)
{
  const CogLayoutLine *line = lines->pdata[i];

  for (guint k = i; k > row_start; k--)
    {
      const CogLayoutLine *above = lines->pdata[k - 1];

      for (guint c = 0; c < line->cells->len * above->cells->len; c++)
        {
          const CogLayoutCell *cell =
              &g_array_index (line->cells, CogLayoutCell, c / above->cells->len);
          const CogLayoutCell *other =
              &g_array_index (above->cells, CogLayoutCell, c % above->cells->len);

          if (cell->x1 < other->x2 && other->x1 < cell->x2)
            return above;
        }
    }
  return lines->pdata[i - 1];
}

/* A cell that stands in the middle of two rows spans both. lines: the one of the row that begins
 * now is i. */
static void
span_rows (
    CogLayoutBlock *table, GPtrArray *lines, guint row_start, guint i, guint row, double leading)
{
  const CogLayoutLine *line = lines->pdata[i], *beside = lines->pdata[i - 1];
  double step = (line->baseline - beside->baseline) / (leading * line->size);

  if (i < row_start + 2 || step >= CENTRED || beside->cells->len != 1 ||
      find_above (lines, i - 1, i) != beside || find_above (lines, row_start, i) == beside)
    return;
  for (guint k = 0; k < table->cells->len; k++)
    {
      CogLayoutTableCell *cell = table->cells->pdata[k];
      const CogLayoutLine *only = cell->lines->len == 1 ? cell->lines->pdata[0] : NULL;

      if (cell->row + 1 == row && only != NULL && only->baseline == beside->baseline)
        cell->row_span = 2;
    }
}

/* Rules between rows say where rows begin; else the steps from line to line do, and which cells a
 * line fills. */
static gboolean
begins_row (const CogLayoutLine *line,
            const CogLayoutLine *above,
            guint n_columns,
            guint n_ruled,
            double leading)
{
  double step = (line->baseline - above->baseline) / (leading * line->size);

  if (n_ruled > 1)
    return line->is_ruled_off;
  if (line->is_ruled_off)
    return TRUE;
  if (step < CENTRED)
    return FALSE;
  if (step > TIGHT || line->cells->len >= n_columns)
    return TRUE;
  return line->cells->len > 1 &&
         (line->cells->len >= above->cells->len || !stands_below (line, above));
}

/* Where only one rule stands between the rows, those above it name the columns. */
static void
mark_ruled_head (CogLayoutBlock *table, guint n_rows)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      CogLayoutTableCell *cell = table->cells->pdata[i];

      cell->is_header = cell->row < n_rows;
    }
}

CogLayoutBlock *
cog_layout_table_new (
    const CogPdfFile *file, GPtrArray *lines, guint first, guint end, const CogLayoutBody *body)
{
  const CogLayoutLine *line = lines->pdata[first];
  CogLayoutBlock *table = cog_layout_block_new (COG_LAYOUT_TABLE, line->page);
  g_autoptr (GArray) columns = cog_layout_table_columns_new (lines, first, end);
  double leading = find_leading (lines, first, end, columns->len, body);
  guint row = 0, n_ruled = 0, head = 0, row_start = first;
  g_autofree gboolean *starts = NULL;

  table->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_table_cell_free);
  table->is_rtl = body->is_rtl;
  for (guint i = first + 1; i < end; i++)
    n_ruled += ((CogLayoutLine *)lines->pdata[i])->is_ruled_off ? 1 : 0;
  if (n_ruled <= 1)
    starts = cog_layout_rows_find (lines, first, end, columns);
  for (guint i = first; i < end; i++)
    {
      line = lines->pdata[i];
      table->box = cog_pdf_box_join (&table->box, &line->box);
      if (starts != NULL ? starts[i - first]
                         : i > first && begins_row (line, find_above (lines, row_start, i),
                                                    columns->len, n_ruled, leading))
        {
          row++;
          if (starts == NULL)
            span_rows (table, lines, row_start, i, row, leading);
          row_start = i;
        }
      if (i > first && line->is_ruled_off && head == 0)
        head = row;
      add_line (file, table, columns, line, row);
    }
  fill_gaps (table, row + 1, columns->len);
  cog_layout_table_mark_head (table);
  if (n_ruled == 1 && head <= MAX_HEAD && head < row + 1 - head)
    mark_ruled_head (table, head);
  return table;
}
