/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-table-private.h"

void
cog_pdf_table_free (CogPdfTable *table)
{
  if (table == NULL)
    return;
  g_clear_pointer (&table->cells, g_ptr_array_unref);
  g_clear_pointer (&table->rows, g_array_unref);
  g_free (table->offsets);
  g_free (table);
}

CogPdfTable *
cog_pdf_table_new (CogPdfComposer *composer,
                   const xmlNode *element,
                   const char *language,
                   gboolean is_rtl,
                   double width,
                   double least_scale)
{
  CogPdfTable *table = g_new0 (CogPdfTable, 1);

  if (!cog_pdf_table_make_grid (table, element))
    {
      cog_pdf_table_free (table);
      return NULL;
    }
  table->is_rtl = is_rtl;
  table->scale = 1;
  table->least_scale = least_scale;
  table->pad_x = table->n_columns > 8 ? 2.5 : 4.5;
  table->pad_y = 3.2;
  if (!cog_pdf_table_set_widths (table, composer, language, width))
    g_clear_pointer (&table, cog_pdf_table_free);
  return table;
}

/* Asked for in document order, so the next one is near the last. */
CogPdfCell *
cog_pdf_table_find_cell (CogPdfTable *table, const xmlNode *node)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      guint at = (table->hint + i) % table->cells->len;
      CogPdfCell *cell = g_ptr_array_index (table->cells, at);

      if (cell->node != node)
        continue;
      table->hint = at;
      return cell;
    }
  return NULL;
}

double
cog_pdf_table_get_cell_width (const CogPdfTable *table, const CogPdfCell *cell)
{
  return table->offsets[cell->column + cell->colspan] - table->offsets[cell->column] -
         2 * table->pad_x;
}

CogPdfRow *
cog_pdf_table_get_row (const CogPdfTable *table, guint row)
{
  return &g_array_index (table->rows, CogPdfRow, row);
}

/* Where parts of a cell begin, each as full as it may be. */
static void
break_cell (CogPdfCell *cell, double limit)
{
  guint start = 0;

  g_clear_pointer (&cell->breaks, g_array_unref);
  cell->breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (cell->breaks, start);
  for (guint i = 1; i < cell->items->len; i++)
    if (cog_pdf_items_measure (cell->items, start, i + 1) > limit)
      {
        start = i;
        g_array_append_val (cell->breaks, start);
      }
}

void
cog_pdf_cell_get_part (const CogPdfCell *cell, guint part, guint *from, guint *to)
{
  guint n = cell->breaks != NULL ? cell->breaks->len : 1;

  *from = *to = cell->items->len;
  if (part >= n)
    return;
  *from = cell->breaks != NULL ? g_array_index (cell->breaks, guint, part) : 0;
  if (part + 1 < n)
    *to = g_array_index (cell->breaks, guint, part + 1);
}

static void
break_row (CogPdfTable *table, guint index, double limit)
{
  CogPdfRow *row = cog_pdf_table_get_row (table, index);
  guint n_parts = 1;

  for (guint i = row->first_cell; i < row->end_cell; i++)
    {
      CogPdfCell *cell = g_ptr_array_index (table->cells, i);
      break_cell (cell, limit - 2 * table->pad_y);
      n_parts = MAX (n_parts, cell->breaks->len);
    }
  for (guint part = 0; part < n_parts; part++)
    {
      double height = 0;
      for (guint i = row->first_cell; i < row->end_cell; i++)
        {
          const CogPdfCell *cell = g_ptr_array_index (table->cells, i);
          double needed;
          guint from, to;
          cog_pdf_cell_get_part (cell, part, &from, &to);
          needed = cog_pdf_items_measure (cell->items, from, to);
          height = MAX (height, needed);
        }
      height += 2 * table->pad_y;
      g_array_append_val (row->parts, height);
    }
}

static void
measure_cell (CogPdfTable *table, const CogPdfCell *cell)
{
  double height = cog_pdf_items_measure (cell->items, 0, cell->items->len) + 2 * table->pad_y;
  CogPdfRow *last = cog_pdf_table_get_row (table, cell->row + cell->rowspan - 1);

  for (guint r = 0; r + 1 < cell->rowspan; r++)
    {
      height -= cog_pdf_table_get_row (table, cell->row + r)->height;
      cog_pdf_table_get_row (table, cell->row + r)->is_glued = TRUE;
    }
  last->height = MAX (last->height, height);
}

static void
measure_rows (CogPdfTable *table)
{
  for (guint r = 0; r < table->rows->len; r++)
    {
      cog_pdf_table_get_row (table, r)->height = 0;
      cog_pdf_table_get_row (table, r)->is_glued = FALSE;
    }
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < table->cells->len; i++)
      {
        const CogPdfCell *cell = g_ptr_array_index (table->cells, i);
        if ((cell->rowspan > 1) == (pass == 1))
          measure_cell (table, cell);
      }
}

/* Rows that hang together by a cell over all of them, and are taller than a page, part; the cell is
 * drawn on the page where it begins, so it must have room in its first row. Returns whether there
 * is such a cell. To a listener it still spans them. */
static gboolean
hold_in_first_rows (CogPdfTable *table, double limit)
{
  gboolean is_changed = FALSE;

  for (guint i = 0; i < table->cells->len; i++)
    {
      CogPdfCell *cell = g_ptr_array_index (table->cells, i);
      double whole = 0;

      for (guint r = 0; cell->rowspan > 1 && r < cell->rowspan && whole <= limit; r++)
        whole += cog_pdf_table_get_row (table, cell->row + r)->height;
      if (whole <= limit || cog_pdf_items_measure (cell->items, 0, cell->items->len) <=
                                cog_pdf_table_get_row (table, cell->row)->height)
        continue;
      cell->rowspan = 1;
      is_changed = TRUE;
    }
  return is_changed;
}

/* A head that takes most of a page is not said again, and breaks as other rows do. */
static void
drop_tall_head (CogPdfTable *table, double limit)
{
  if (cog_pdf_table_get_head_height (table) <= limit)
    return;
  for (guint r = 0; r < table->n_head_rows; r++)
    cog_pdf_table_get_row (table, r)->is_head = FALSE;
  table->n_head_rows = 0;
}

void
cog_pdf_table_measure (CogPdfTable *table, double page_height)
{
  double limit;

  measure_rows (table);
  if (hold_in_first_rows (table, page_height))
    measure_rows (table);
  drop_tall_head (table, page_height / 2);
  limit = page_height - cog_pdf_table_get_head_height (table);
  for (guint r = 0; r < table->rows->len; r++)
    {
      CogPdfRow *row = cog_pdf_table_get_row (table, r);
      if (row->height > limit && !row->is_head)
        break_row (table, r, limit);
      else
        g_array_append_val (row->parts, row->height);
    }
}

double
cog_pdf_table_get_head_height (const CogPdfTable *table)
{
  double height = 0;

  for (guint r = 0; r < table->n_head_rows; r++)
    height += cog_pdf_table_get_row (table, r)->height;
  return height;
}

static void
move_notes (CogPdfItem *to, CogPdfItem *from)
{
  if (from->notes == NULL)
    return;
  if (to->notes == NULL)
    to->notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_extend_and_steal (to->notes, g_steal_pointer (&from->notes));
}

void
cog_pdf_table_collect_notes (CogPdfTable *table, GPtrArray *items, guint first)
{
  for (guint i = first, cell_at = 0; i < items->len; i++)
    {
      CogPdfItem *item = g_ptr_array_index (items, i);

      for (; item->part == 0 && cell_at < table->cells->len; cell_at++)
        {
          CogPdfCell *cell = g_ptr_array_index (table->cells, cell_at);
          if (cell->row != item->row)
            break;
          for (guint k = 0; k < cell->items->len; k++)
            move_notes (item, g_ptr_array_index (cell->items, k));
        }
    }
}
