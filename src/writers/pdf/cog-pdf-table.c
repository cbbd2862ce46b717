/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-table.h"

#include "cog-pdf-image-text.h"
#include "cog-pdf-paragraph-private.h"

#include <string.h>

#define MAX_COLUMNS 40
#define MAX_MEASURED 600 /* bytes of a cell's text that its width is guessed from */

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

void
cog_pdf_table_free (CogPdfTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->cells);
  g_array_unref (table->rows);
  g_free (table->offsets);
  g_free (table);
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
count_rows_left (GPtrArray *rows, guint row)
{
  const xmlNode *group = ((const xmlNode *)g_ptr_array_index (rows, row))->parent;
  guint n = 1;

  while (row + n < rows->len &&
         ((const xmlNode *)g_ptr_array_index (rows, row + n))->parent == group)
    n++;
  return n;
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
  guint column = 0, left = count_rows_left (rows, row);

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
      cell->rowspan = MIN (read_span (node, "rowspan"), left);
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
      guint column = 0, left = count_rows_left (rows, r);
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
          rowspan = MIN (read_span (node, "rowspan"), left);
          for (guint c = 0; c < span && column + c < 4 * MAX_COLUMNS; c++)
            busy[column + c] = r + rowspan;
          column = MIN (column + span, 4 * MAX_COLUMNS);
          needed = MAX (needed, column);
        }
    }
  return needed;
}

static double
measure_widest (PangoLayout *layout, int width)
{
  PangoRectangle logical;

  pango_layout_set_width (layout, width);
  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double)PANGO_SCALE;
}

/* Equations and pictures do not break. */
static void
measure_objects (CogPdfComposer *composer, CogPdfCell *cell, double size, double width)
{
  for (const xmlNode *node = cell->node; node != NULL; node = cog_xml_next_in (cell->node, node))
    {
      double w = 0, h = 0, d = 0;
      g_autofree char *src = NULL;
      CogPdfPicture *picture;

      if (cog_xml_is (node, COG_NS_MATHML, "math"))
        {
          g_autoptr (CogPdfMath) math =
              cog_pdf_math_new (composer->style, node, size, FALSE, FALSE);
          cog_pdf_math_get_extents (math, &w, &h, &d);
          cell->min = MAX (cell->min, w + 4);
          cell->max = MAX (cell->max, w + 4);
        }
      if (!cog_xml_is (node, COG_NS_XHTML, "img"))
        continue;
      src = cog_xml_dup_attribute (node, "src");
      picture = cog_pdf_pictures_get (composer->pictures, src);
      if (picture == NULL)
        continue;
      cog_pdf_picture_get_size (picture, &w, &h);
      cog_pdf_apply_size (node, &w, &h);
      cell->min = MAX (cell->min, MIN (w, 60));
      cell->max = MAX (cell->max, MIN (w, width));
    }
}

static void
measure_cell (CogPdfComposer *composer, CogPdfCell *cell, const char *language, double width)
{
  CogPdfTextStyle style = cog_pdf_style_get_text (composer->style, COG_PDF_TEXT_CELL);
  g_autofree char *text = NULL;
  PangoLayout *layout;

  if (cell->node == NULL)
    return;
  text = cog_xml_dup_folded_text (cell->node);
  if (strlen (text) > MAX_MEASURED)
    *g_utf8_find_prev_char (text, text + MAX_MEASURED) = '\0';
  layout = cog_pdf_paragraph_make_piece (composer, text, language, style.size * 1.04);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  cell->max = measure_widest (layout, -1) + 2;
  cell->min = measure_widest (layout, 0) + 2;
  cell->min = MIN (cell->min, cell->max);
  g_object_unref (layout);
  measure_objects (composer, cell, style.size, width);
}

/* What columns want together; a spanning cell asks its columns for an even share of the rest. */
static void
collect_widths (const CogPdfTable *table, double *min, double *max)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogPdfCell *cell = g_ptr_array_index (table->cells, i);
      if (cell->colspan == 1)
        {
          min[cell->column] = MAX (min[cell->column], cell->min);
          max[cell->column] = MAX (max[cell->column], cell->max);
        }
    }
  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogPdfCell *cell = g_ptr_array_index (table->cells, i);
      double less_min = cell->min, less_max = cell->max;

      for (guint c = 0; c < cell->colspan; c++)
        {
          less_min -= min[cell->column + c];
          less_max -= max[cell->column + c];
        }
      for (guint c = 0; cell->colspan > 1 && c < cell->colspan; c++)
        {
          min[cell->column + c] += MAX (0, less_min / cell->colspan);
          max[cell->column + c] += MAX (0, less_max / cell->colspan);
        }
    }
}

static double
sum (const double *values, guint n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += values[i];
  return total;
}

/* CSS 2.2, 17.5.2.2, in short: all get their least, and what is left goes by what they want. */
static void
share_out (CogPdfTable *table, double width)
{
  guint n = table->n_columns;
  g_autofree double *min = g_new0 (double, n);
  g_autofree double *max = g_new0 (double, n);
  double space = width - n * 2 * table->pad_x, least, most;

  collect_widths (table, min, max);
  least = sum (min, n);
  if (least > space)
    table->scale = CLAMP (space / least, .7, 1);
  for (guint c = 0; c < n; c++)
    {
      min[c] *= table->scale;
      max[c] = MAX (max[c] * table->scale, min[c]);
    }
  least = sum (min, n);
  most = sum (max, n);
  table->offsets = g_new0 (double, n + 1);
  for (guint c = 0; c < n; c++)
    {
      double w = most <= space    ? max[c]
                 : least >= space ? min[c] * space / least
                                  : min[c] + (max[c] - min[c]) * (space - least) / (most - least);
      table->offsets[c + 1] = table->offsets[c] + MAX (w, 6) + 2 * table->pad_x;
    }
  table->width = table->offsets[n];
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
      g_array_append_val (table->rows, row);
      place_row (table, rows, r, busy);
    }
  if (table->n_head_rows == table->rows->len)
    table->n_head_rows = 0;
}

CogPdfTable *
cog_pdf_table_new (CogPdfComposer *composer,
                   const xmlNode *element,
                   const char *language,
                   gboolean is_rtl,
                   double width)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree guint *busy = NULL;
  CogPdfTable *table;
  guint n_columns;

  list_rows (element, rows);
  n_columns = count_needed (rows, count_columns (rows));
  if (rows->len == 0 || n_columns > MAX_COLUMNS)
    return NULL;
  table = g_new0 (CogPdfTable, 1);
  table->cells = g_ptr_array_new_with_free_func (cell_free);
  table->rows = g_array_new (FALSE, TRUE, sizeof (CogPdfRow));
  g_array_set_clear_func (table->rows, row_clear);
  table->n_columns = n_columns;
  table->is_rtl = is_rtl;
  table->scale = 1;
  table->pad_x = n_columns > 8 ? 2.5 : 4.5;
  table->pad_y = 3.2;
  busy = g_new0 (guint, n_columns);
  make_rows (table, rows, busy);
  for (guint i = 0; i < table->cells->len; i++)
    measure_cell (composer, g_ptr_array_index (table->cells, i), language, width);
  share_out (table, width);
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

static CogPdfRow *
get_row (const CogPdfTable *table, guint row)
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

static void
get_part (const CogPdfCell *cell, guint part, guint *from, guint *to)
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
  CogPdfRow *row = get_row (table, index);
  guint n_parts = 1;

  for (guint i = 0; i < table->cells->len; i++)
    {
      CogPdfCell *cell = g_ptr_array_index (table->cells, i);
      if (cell->row != index)
        continue;
      break_cell (cell, limit - 2 * table->pad_y);
      n_parts = MAX (n_parts, cell->breaks->len);
    }
  for (guint part = 0; part < n_parts; part++)
    {
      double height = 0;
      for (guint i = 0; i < table->cells->len; i++)
        {
          const CogPdfCell *cell = g_ptr_array_index (table->cells, i);
          guint from, to;
          if (cell->row != index)
            continue;
          get_part (cell, part, &from, &to);
          height = MAX (height, cog_pdf_items_measure (cell->items, from, to));
        }
      height += 2 * table->pad_y;
      g_array_append_val (row->parts, height);
    }
}

void
cog_pdf_table_measure (CogPdfTable *table, double page_height)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < table->cells->len; i++)
      {
        const CogPdfCell *cell = g_ptr_array_index (table->cells, i);
        double height = cog_pdf_items_measure (cell->items, 0, cell->items->len) + 2 * table->pad_y;

        if ((cell->rowspan > 1) != (pass == 1))
          continue;
        for (guint r = 0; r + 1 < cell->rowspan; r++)
          {
            height -= get_row (table, cell->row + r)->height;
            get_row (table, cell->row + r)->is_glued = TRUE;
          }
        get_row (table, cell->row + cell->rowspan - 1)->height =
            MAX (get_row (table, cell->row + cell->rowspan - 1)->height, height);
      }
  for (guint r = 0; r < table->rows->len; r++)
    {
      CogPdfRow *row = get_row (table, r);
      double limit = page_height - cog_pdf_table_get_head_height (table);
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
    height += get_row (table, r)->height;
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
  cog_pdf_canvas_mark (canvas, NULL, 0);
  if (get_row (table, row)->is_head)
    {
      cairo_set_source_rgb (canvas->cr, .93, .94, .955);
      cog_pdf_canvas_fill_rectangle (canvas, x, y, table->width, height);
    }
  cairo_set_source_rgb (canvas->cr, .35, .35, .35);
  if (row == 0)
    cog_pdf_canvas_fill_rectangle (canvas, x, y - .4, table->width, .8);
  for (guint i = 0; is_last_part && i < table->cells->len; i++)
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
  draw_rules (table, row, part + 1 == get_row (table, row)->parts->len, canvas, x, y, height);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogPdfCell *cell = g_ptr_array_index (table->cells, i);
      guint from, to;

      if (cell->row != row)
        continue;
      get_part (cell, part, &from, &to);
      cog_pdf_items_draw (cell->items, from, to, canvas,
                          x + get_cell_left (table, cell) + table->pad_x, y + table->pad_y,
                          is_artifact);
    }
}
