/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-table-private.h"

static double
get_cell_left (const CogPdfTable *table, const CogPdfCell *cell)
{
  return table->is_rtl ? table->width - table->offsets[cell->column + cell->colspan]
                       : table->offsets[cell->column];
}

static void
draw_rules (const CogPdfTable *table,
            guint row,
            gboolean is_last_part,
            CogPdfCanvas *canvas,
            double x,
            double y,
            double height)
{
  const CogPdfRow *known = cog_pdf_table_get_row (table, row);

  cog_pdf_canvas_mark (canvas, NULL, 0);
  if (known->is_head)
    {
      cairo_set_source_rgb (canvas->cr, .93, .94, .955);
      cog_pdf_canvas_fill_rectangle (canvas, x, y, table->width, height);
    }
  cairo_set_source_rgb (canvas->cr, .35, .35, .35);
  if (row == 0)
    cog_pdf_canvas_fill_rectangle (canvas, x, y - .4, table->width, .8);
  for (guint i = known->first_ending; is_last_part && i < known->end_cell; i++)
    {
      const CogPdfCell *cell = g_ptr_array_index (table->cells, i);
      gboolean is_last = cell->row + cell->rowspan == table->rows->len;
      double line = is_last ? .8 : .35;

      if (cell->row + cell->rowspan == row + 1)
        cog_pdf_canvas_fill_rectangle (
            canvas, x + get_cell_left (table, cell), y + height - line / 2,
            table->offsets[cell->column + cell->colspan] - table->offsets[cell->column], line);
    }
}

void
cog_pdf_table_draw_row (CogPdfTable *table,
                        guint row,
                        guint part,
                        CogPdfCanvas *canvas,
                        double x,
                        double y,
                        double height,
                        gboolean is_artifact)
{
  const CogPdfRow *known = cog_pdf_table_get_row (table, row);

  draw_rules (table, row, part + 1 == known->parts->len, canvas, x, y, height);
  for (guint i = known->first_cell; i < known->end_cell; i++)
    {
      const CogPdfCell *cell = g_ptr_array_index (table->cells, i);
      guint from, to;

      cog_pdf_cell_get_part (cell, part, &from, &to);
      cog_pdf_items_draw (cell->items, from, to, canvas,
                          x + get_cell_left (table, cell) + table->pad_x, y + table->pad_y,
                          is_artifact);
    }
}
