/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-table-private.h"

#include "cog-pdf-image-text.h"
#include "cog-pdf-paragraph-private.h"

#include <string.h>

#define FEW_COLUMNS 8
#define MAX_MEASURED 600 /* bytes of a cell's text that its width is guessed from */

static double
measure_widest (PangoLayout *layout, int width)
{
  PangoRectangle logical;

  pango_layout_set_width (layout, width);
  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double)PANGO_SCALE;
}

/* A long equation needs no more than its widest piece; how long is long depends on the column,
 * which is not known yet: a third of the table. */
static void
measure_math (
    CogPdfComposer *composer, CogPdfCell *cell, const xmlNode *node, double size, double width)
{
  g_autoptr (GPtrArray) pieces = cog_pdf_math_new_pieces (composer->style, node, size, width / 3);
  double whole = 4;

  g_ptr_array_set_free_func (pieces, (GDestroyNotify)cog_pdf_math_free);
  for (guint i = 0; i < pieces->len; i++)
    {
      double w, h, d;

      cog_pdf_math_get_extents (g_ptr_array_index (pieces, i), &w, &h, &d);
      cell->min = MAX (cell->min, w + 4);
      whole += w;
    }
  cell->max = MAX (cell->max, whole);
}

/* Pictures do not break. */
static void
measure_objects (CogPdfComposer *composer, CogPdfCell *cell, double size, double width)
{
  for (const xmlNode *node = cell->node; node != NULL; node = cog_xml_next_in (cell->node, node))
    {
      double w, h;
      g_autofree char *src = NULL;
      CogPdfPicture *picture;

      if (cog_xml_is (node, COG_NS_MATHML, "math"))
        measure_math (composer, cell, node, size, width);
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

/* A script that is set larger wants wider columns; of several the largest counts. */
static double
find_scale (const char *text)
{
  double scale = 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    scale =
        MAX (scale, cog_pdf_style_get_script_scale (g_unichar_get_script (g_utf8_get_char (p))));
  return scale;
}

static void
set_bold (PangoLayout *layout)
{
  PangoFontDescription *font =
      pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
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
  layout = cog_pdf_paragraph_make_piece (composer, text, language,
                                         style.size * 1.04 * find_scale (text));
  if (cell->is_header)
    set_bold (layout);
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

/* Where there is not even room for the longest words, only the widest columns give way: no year is
 * broken because there is a long address two columns further. */
static void
cut_widest (double *widths, guint n, double space)
{
  double cap = space / n;

  for (guint round = 0; round < n; round++)
    {
      double narrow = 0;
      guint n_wide = 0;

      for (guint c = 0; c < n; c++)
        if (widths[c] > cap)
          n_wide++;
        else
          narrow += widths[c];
      if (n_wide == 0 || (space - narrow) / n_wide <= cap)
        break;
      cap = (space - narrow) / n_wide;
    }
  for (guint c = 0; c < n; c++)
    widths[c] = MIN (widths[c], cap);
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
    table->scale = CLAMP (space / least, table->least_scale, 1);
  for (guint c = 0; c < n; c++)
    {
      min[c] *= table->scale;
      max[c] = MAX (max[c] * table->scale, min[c]);
    }
  table->is_cramped = sum (min, n) > space;
  if (table->is_cramped)
    cut_widest (min, n, space);
  least = sum (min, n);
  most = sum (max, n);
  table->offsets = g_new0 (double, n + 1);
  for (guint c = 0; c < n; c++)
    {
      double w = most <= space ? max[c]
                 : least + 1 > space
                     ? min[c]
                     : min[c] + (max[c] - min[c]) * (space - least) / (most - least);
      table->offsets[c + 1] = table->offsets[c] + MAX (w, 6) + 2 * table->pad_x;
    }
  table->width = table->offsets[n];
}

/* A number or an address that is cut is no harm; a table whose words are all cut says nothing. */
static gboolean
is_legible (const CogPdfTable *table)
{
  guint n = 0, n_cut = 0;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogPdfCell *cell = g_ptr_array_index (table->cells, i);

      if (cell->node == NULL || cell->min <= 2)
        continue;
      n++;
      n_cut += cell->min * table->scale > cog_pdf_table_get_cell_width (table, cell) + 2;
    }
  return table->n_columns <= FEW_COLUMNS || n_cut <= n / 3;
}

gboolean
cog_pdf_table_set_widths (CogPdfTable *table,
                          CogPdfComposer *composer,
                          const char *language,
                          double width)
{
  for (guint i = 0; i < table->cells->len; i++)
    measure_cell (composer, g_ptr_array_index (table->cells, i), language, width);
  share_out (table, width);
  return is_legible (table);
}
