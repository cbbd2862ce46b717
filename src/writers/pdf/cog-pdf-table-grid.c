/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-table-private.h"

#include <string.h>

#define MAX_COLUMNS 40 /* more do not stand on a page */

static void
cell_free (gpointer data)
{
  CogPdfCell *cell = data;

  g_ptr_array_unref (cell->items);
  g_clear_pointer (&cell->breaks, g_array_unref);
  g_free (cell);
}

static void
row_clear (gpointer data)
{
  g_clear_pointer (&((CogPdfRow *)data)->parts, g_array_unref);
}

static guint
read_span (const xmlNode *cell, const char *name)
{
  g_autofree char *value = cog_xml_dup_attribute (cell, name);
  guint64 span = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 1;

  return span == 0 ? (strcmp (name, "rowspan") == 0 ? 65535 : 1) : (guint)MIN (span, 65535);
}

static gboolean
is_cell (const xmlNode *node)
{
  return cog_xml_is (node, COG_NS_XHTML, "td") || cog_xml_is (node, COG_NS_XHTML, "th");
}

/* Rows in document order with the group that they stand in. */
static void
list_rows (const xmlNode *table, GPtrArray *rows)
{
  for (const xmlNode *node = cog_xml_first_element (table); node != NULL;
       node = cog_xml_next_element (node))
    {
      if (cog_xml_is (node, COG_NS_XHTML, "tr"))
        g_ptr_array_add (rows, (gpointer)node);
      for (const xmlNode *row = cog_xml_first_element (node); row != NULL;
           row = cog_xml_next_element (row))
        if (cog_xml_is (row, COG_NS_XHTML, "tr"))
          g_ptr_array_add (rows, (gpointer)row);
    }
}

/* The width of the grid: spans of more than 20 are a way to say "all". */
static guint
count_columns (GPtrArray *rows)
{
  guint most = 1;

  for (guint i = 0; i < rows->len; i++)
    {
      guint n = 0;
      for (const xmlNode *cell = cog_xml_first_element (g_ptr_array_index (rows, i)); cell != NULL;
           cell = cog_xml_next_element (cell))
        {
          guint span = read_span (cell, "colspan");
          n += span > 20 ? 1 : span;
        }
      most = MAX (most, n);
    }
  return most;
}

static CogPdfCell *
add_cell (CogPdfTable *table, const xmlNode *node, guint row, guint column)
{
  CogPdfCell *cell = g_new0 (CogPdfCell, 1);

  cell->node = node;
  cell->row = row;
  cell->column = column;
  cell->colspan = cell->rowspan = 1;
  cell->items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_item_free);
  g_ptr_array_add (table->cells, cell);
  return cell;
}

static guint
fit_rowspan (GPtrArray *rows, guint row, guint wanted)
{
  const xmlNode *group = ((const xmlNode *)g_ptr_array_index (rows, row))->parent;
  guint span = 1;

  while (span < wanted && row + span < rows->len &&
         ((const xmlNode *)g_ptr_array_index (rows, row + span))->parent == group)
    span++;
  return span;
}

static guint
fit_colspan (const guint *busy, guint n_columns, guint row, guint column, guint wanted)
{
  guint span = 1;

  while (span < wanted && column + span < n_columns && busy[column + span] <= row)
    span++;
  return span;
}

/* busy[c]: the first row in which column c is free again. */
static void
place_row (CogPdfTable *table, GPtrArray *rows, guint row, guint *busy)
{
  const xmlNode *element = g_ptr_array_index (rows, row);
  guint column = 0;

  for (const xmlNode *node = cog_xml_first_element (element); node != NULL;
       node = cog_xml_next_element (node))
    {
      CogPdfCell *cell;

      if (!is_cell (node))
        continue;
      while (column < table->n_columns && busy[column] > row)
        column++;
      /* Pushed out by a span from above: it shares the last column's place, below nothing. */
      if (column >= table->n_columns)
        break;
      cell = add_cell (table, node, row, column);
      cell->is_header = cog_xml_is (node, COG_NS_XHTML, "th");
      cell->colspan =
          fit_colspan (busy, table->n_columns, row, column, read_span (node, "colspan"));
      cell->rowspan = fit_rowspan (rows, row, read_span (node, "rowspan"));
      for (guint c = 0; c < cell->colspan; c++)
        busy[column + c] = row + cell->rowspan;
      column += cell->colspan;
    }
  for (column = 0; column < table->n_columns; column++)
    if (busy[column] <= row)
      add_cell (table, NULL, row, column);
}

/* Spans from above can push cells out of the grid: then it is made wider. */
static guint
count_needed (GPtrArray *rows, guint n_columns)
{
  g_autofree guint *busy = g_new0 (guint, 4 * MAX_COLUMNS + 1);
  guint needed = n_columns;

  for (guint r = 0; r < rows->len; r++)
    {
      guint column = 0;
      for (const xmlNode *node = cog_xml_first_element (g_ptr_array_index (rows, r)); node != NULL;
           node = cog_xml_next_element (node))
        {
          guint span, rowspan;
          if (!is_cell (node))
            continue;
          while (column < 4 * MAX_COLUMNS && busy[column] > r)
            column++;
          span = read_span (node, "colspan");
          span = span > 20 ? 1 : span;
          rowspan = fit_rowspan (rows, r, read_span (node, "rowspan"));
          for (guint c = 0; c < span && column + c < 4 * MAX_COLUMNS; c++)
            busy[column + c] = r + rowspan;
          column = MIN (column + span, 4 * MAX_COLUMNS);
          needed = MAX (needed, column);
        }
    }
  return needed;
}

/* So that who draws a row need not look at all cells of a long table. */
static void
note_ends (CogPdfTable *table)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogPdfCell *cell = g_ptr_array_index (table->cells, i);
      CogPdfRow *last = cog_pdf_table_get_row (table, cell->row + cell->rowspan - 1);

      last->first_ending = MIN (last->first_ending, i);
    }
}

static void
make_rows (CogPdfTable *table, GPtrArray *rows, guint *busy)
{
  const xmlNode *head = NULL;

  for (guint r = 0; r < rows->len; r++)
    {
      const xmlNode *group = ((const xmlNode *)g_ptr_array_index (rows, r))->parent;
      CogPdfRow row = { .parts = g_array_new (FALSE, FALSE, sizeof (double)) };

      if (cog_xml_is (group, COG_NS_XHTML, "thead") && table->n_head_rows == r &&
          (head == NULL || head == group))
        {
          head = group;
          row.is_head = TRUE;
          table->n_head_rows++;
        }
      row.first_cell = row.first_ending = table->cells->len;
      place_row (table, rows, r, busy);
      row.end_cell = table->cells->len;
      g_array_append_val (table->rows, row);
    }
  note_ends (table);
  if (table->n_head_rows == table->rows->len)
    table->n_head_rows = 0;
}

gboolean
cog_pdf_table_make_grid (CogPdfTable *table, const xmlNode *element)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree guint *busy = NULL;

  list_rows (element, rows);
  table->n_columns = count_needed (rows, count_columns (rows));
  if (rows->len == 0 || table->n_columns > MAX_COLUMNS)
    return FALSE;
  table->cells = g_ptr_array_new_with_free_func (cell_free);
  table->rows = g_array_new (FALSE, TRUE, sizeof (CogPdfRow));
  g_array_set_clear_func (table->rows, row_clear);
  busy = g_new0 (guint, table->n_columns);
  make_rows (table, rows, busy);
  return TRUE;
}
