/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout.h"

#include <math.h>
#include <string.h>

#define MIN_ROWS 2
#define MAX_COLUMNS 40
#define LOOSE 2.6 /* of the usual step: rows of a table may have air between them */

/* A column of cells: where they begin and end so far. */
typedef struct
{
  double x1, x2;
} Column;

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

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const Column *one = a, *two = b;

  return one->x1 < two->x1 ? -1 : one->x1 > two->x1;
}

/* Cells that overlap from row to row are of one column; those of rows with the most cells count,
 * what spans several of them does not join them. */
static GArray *
find_columns (GPtrArray *lines, guint first, guint end)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  guint most = 0;

  for (guint i = first; i < end; i++)
    most = MAX (most, ((CogLayoutLine *)lines->pdata[i])->cells->len);
  for (guint n = most; n >= 1 && n + 1 >= most; n--)
    for (guint i = first; i < end; i++)
      {
        const CogLayoutLine *line = lines->pdata[i];

        for (guint k = 0; k < line->cells->len && line->cells->len == n; k++)
          {
            const CogLayoutCell *cell = &g_array_index (line->cells, CogLayoutCell, k);
            Column *found = NULL;
            guint n_hit = 0;

            for (guint c = 0; c < columns->len; c++)
              {
                Column *column = &g_array_index (columns, Column, c);

                if (cell->x1 < column->x2 && column->x1 < cell->x2)
                  {
                    found = column;
                    n_hit++;
                  }
              }
            if (n_hit == 0)
              g_array_append_vals (columns, &(Column){ cell->x1, cell->x2 }, 1);
            else if (n_hit == 1)
              {
                found->x1 = MIN (found->x1, cell->x1);
                found->x2 = MAX (found->x2, cell->x2);
              }
          }
        g_array_sort (columns, compare_columns);
      }
  return columns;
}

/* Whether cells of two lines stand one below the other: by an edge or the middle. */
static gboolean
are_aligned (const CogLayoutLine *a, const CogLayoutLine *b)
{
  guint n = 0;
  double slack = 0.5 * MIN (a->size, b->size);

  for (guint i = 0; i < a->cells->len; i++)
    for (guint k = 0; k < b->cells->len; k++)
      {
        const CogLayoutCell *one = &g_array_index (a->cells, CogLayoutCell, i);
        const CogLayoutCell *two = &g_array_index (b->cells, CogLayoutCell, k);

        if (fabs (one->x1 - two->x1) < slack || fabs (one->x2 - two->x2) < slack ||
            fabs (one->x1 + one->x2 - two->x1 - two->x2) < 2 * slack)
          {
            n++;
            break;
          }
      }
  return n >= 2;
}

/* A line that is justified in a narrow column has wide gaps, but they are all alike. */
static gboolean
is_justified (const CogLayoutLine *line)
{
  double least = G_MAXDOUBLE, most = 0;

  if (line->words->len < 3 || line->start > 0.6 * line->size || line->end > 0.6 * line->size)
    return FALSE;
  for (guint i = 1; i < line->words->len; i++)
    {
      const CogPdfWord *a = line->words->pdata[i - 1], *b = line->words->pdata[i];
      double gap = MAX (b->x - a->x - a->width, a->x - b->x - b->width);

      if (!b->space_before)
        continue;
      least = MIN (least, gap);
      most = MAX (most, gap);
    }
  return most < 1.6 * least;
}

/* A line with a label before its text is an item, though the gap behind the label is wide. */
static gboolean
is_row (const CogLayoutLine *line)
{
  CogLayoutLabel label;
  const CogLayoutCell *first = &g_array_index (line->cells, CogLayoutCell, 0);

  if (line->block != NULL || line->cells->len < 2 || line->cells->len > MAX_COLUMNS ||
      is_justified (line))
    return FALSE;
  return line->cells->len > 2 || first->n > 1 || !cog_layout_read_label (line->text, &label);
}

/* The text of a cell that takes two lines: one cell only, below one of the row above. */
static gboolean
goes_on (const CogLayoutLine *row,
         const CogLayoutLine *line,
         const CogLayoutLine *above,
         const CogLayoutBody *body)
{
  if (line->block != NULL || line->column != row->column ||
      line->baseline - above->baseline > 1.25 * body->leading * line->size ||
      line->cells->len >= row->cells->len + 1)
    return FALSE;
  for (guint i = 0; i < line->cells->len; i++)
    {
      const CogLayoutCell *cell = &g_array_index (line->cells, CogLayoutCell, i);
      gboolean is_found = FALSE;

      for (guint k = 0; k < row->cells->len && !is_found; k++)
        {
          const CogLayoutCell *other = &g_array_index (row->cells, CogLayoutCell, k);
          double next = k + 1 < row->cells->len
                            ? g_array_index (row->cells, CogLayoutCell, k + 1).x1
                            : G_MAXDOUBLE;

          is_found =
              fabs (cell->x1 - other->x1) < 0.5 * line->size && (row->is_rtl || cell->x2 < next);
        }
      if (!is_found)
        return FALSE;
    }
  return TRUE;
}

/* A row whose cells nearly touch is parted where those of the row beside it are: no word may stand
 * across, and a gap must be seen there. */
static gboolean
part_as (CogLayoutLine *line, const CogLayoutLine *row)
{
  GArray *cells;
  guint last = G_MAXUINT;

  if (line->block != NULL || line->words->len < 2 || line->cells->len >= row->cells->len)
    return FALSE;
  cells = g_array_new (FALSE, TRUE, sizeof (CogLayoutCell));
  for (guint i = 0; i < line->words->len; i++)
    {
      const CogPdfWord *word = line->words->pdata[i];
      const CogPdfWord *before = i > 0 ? line->words->pdata[i - 1] : NULL;
      double middle = word->x + word->width / 2, least = G_MAXDOUBLE;
      double gap = before == NULL ? 0
                                  : MAX (word->x - before->x - before->width,
                                         before->x - word->x - word->width);
      guint nearest = 0;

      for (guint k = 0; k < row->cells->len; k++)
        {
          const CogLayoutCell *cell = &g_array_index (row->cells, CogLayoutCell, k);
          double away = middle < cell->x1 ? cell->x1 - middle : MAX (0, middle - cell->x2);

          if (away < least)
            {
              least = away;
              nearest = k;
            }
        }
      if (nearest != last && (i == 0 || gap > 0.35 * line->size))
        {
          CogLayoutCell cell = { i, 1, word->x, word->x + word->width };

          g_array_append_val (cells, cell);
          last = nearest;
        }
      else
        {
          CogLayoutCell *cell = &g_array_index (cells, CogLayoutCell, cells->len - 1);

          cell->n++;
          cell->x1 = MIN (cell->x1, word->x);
          cell->x2 = MAX (cell->x2, word->x + word->width);
        }
    }
  if (cells->len == row->cells->len)
    {
      g_array_unref (line->cells);
      line->cells = cells;
      return TRUE;
    }
  g_array_unref (cells);
  return FALSE;
}

/* Whether a line is as wide as the row beside it, or less, and as short of the column's end. */
static gboolean
fits_in (const CogLayoutLine *row, const CogLayoutLine *line)
{
  return line->block == NULL && line->box.x > row->box.x - line->size &&
         line->box.x + line->box.width < row->box.x + row->box.width + line->size &&
         row->cells->len > 2;
}

static guint
find_end (GPtrArray *lines, guint first, const CogLayoutBody *body, guint *n_rows)
{
  const CogLayoutLine *row = lines->pdata[first];
  guint i = first + 1;

  *n_rows = 1;
  for (; i < lines->len; i++)
    {
      CogLayoutLine *line = lines->pdata[i];
      const CogLayoutLine *above = lines->pdata[i - 1];

      if (line->column != row->column ||
          line->baseline - above->baseline > LOOSE * body->leading * line->size)
        break;
      if ((is_row (line) && are_aligned (row, line)) ||
          (fits_in (row, line) && part_as (line, row)))
        {
          row = line;
          (*n_rows)++;
        }
      else if (!goes_on (row, line, above, body))
        break;
    }
  return i;
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
  for (guint i = 0; i < line->cells->len; i++)
    {
      const CogLayoutCell *cell = &g_array_index (line->cells, CogLayoutCell, i);
      guint first = G_MAXUINT, last = 0;
      CogLayoutTableCell *added;

      for (guint c = 0; c < columns->len; c++)
        {
          const Column *column = &g_array_index (columns, Column, c);

          if (cell->x1 < column->x2 && column->x1 < cell->x2)
            {
              first = MIN (first, c);
              last = c;
            }
        }
      if (first == G_MAXUINT)
        first = last = MIN (i, columns->len - 1);
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

int
cog_layout_table_cell_compare (gconstpointer a, gconstpointer b)
{
  const CogLayoutTableCell *one = *(CogLayoutTableCell *const *)a;
  const CogLayoutTableCell *two = *(CogLayoutTableCell *const *)b;

  return one->row != two->row ? (one->row < two->row ? -1 : 1)
                              : (one->column < two->column ? -1 : one->column > two->column);
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

      for (guint k = 0; k < cell->column_span && cell->column + k < n_columns; k++)
        taken[cell->row * n_columns + cell->column + k] = TRUE;
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

static CogLayoutBlock *
make_table (
    const CogPdfFile *file, GPtrArray *lines, guint first, guint end, const CogLayoutBody *body)
{
  const CogLayoutLine *line = lines->pdata[first];
  CogLayoutBlock *table = cog_layout_block_new (COG_LAYOUT_TABLE, line->page);
  g_autoptr (GArray) columns = find_columns (lines, first, end);
  guint row = 0;

  table->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_table_cell_free);
  table->is_rtl = body->is_rtl;
  for (guint i = first; i < end; i++)
    {
      line = lines->pdata[i];
      table->box = cog_pdf_box_join (&table->box, &line->box);
      if (i > first && line->cells->len > 1)
        {
          const CogLayoutLine *above = lines->pdata[i - 1];

          row += !(line->cells->len < above->cells->len &&
                   line->baseline - above->baseline < 1.1 * body->leading * line->size &&
                   goes_on (above, line, above, body));
        }
      add_line (file, table, columns, line, row);
    }
  fill_gaps (table, row + 1, columns->len);
  cog_layout_table_mark_head (table);
  return table;
}

/* The row that names the columns may stand tighter than the others, or be centred. */
static gboolean
is_head_of (CogLayoutLine *above, const CogLayoutLine *row, const CogLayoutBody *body)
{
  return above->block == NULL && above->column == row->column &&
         row->baseline - above->baseline < LOOSE * body->leading * row->size &&
         (above->is_bold || above->cells->len == row->cells->len) &&
         (above->cells->len == row->cells->len || (fits_in (row, above) && part_as (above, row)));
}

void
cog_layout_find_tables (const CogPdfFile *file, GPtrArray *lines, const CogLayoutBody *body)
{
  g_return_if_fail (file != NULL && lines != NULL && body != NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const CogLayoutLine *line = lines->pdata[i];
      CogLayoutLine *stand_in;
      guint n_rows, end;

      if (!is_row (line))
        continue;
      end = find_end (lines, i, body, &n_rows);
      if (n_rows < MIN_ROWS)
        continue;
      if (i > 0 && is_head_of (lines->pdata[i - 1], line, body))
        line = lines->pdata[--i];
      stand_in = cog_layout_line_new_for_block (make_table (file, lines, i, end, body));
      stand_in->column = line->column;
      g_ptr_array_remove_range (lines, i, end - i);
      g_ptr_array_insert (lines, (int)i, stand_in);
    }
}
