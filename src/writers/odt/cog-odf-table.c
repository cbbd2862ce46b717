/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odf-private.h"

#include "cog-office-table.h"
#include "cog-xml-write.h"

#define CM (2.54 / 72)

static void
append_columns (CogOdfWriting *odf, const CogFlowTable *table)
{
  g_autofree double *shares = cog_office_table_dup_shares (table->grid);

  for (guint i = 0; i < table->grid->n_columns; i++)
    {
      g_autofree char *properties =
          g_strdup_printf ("<style:table-column-properties style:rel-column-width=\"%d*\"/>",
                           MAX (1, (int)(shares[i] * 65535)));

      g_string_append_printf (odf->out, "<table:table-column table:style-name=\"%s\"/>",
                              cog_odf_get_style (odf, "table-column", NULL, properties));
    }
  g_string_append_c (odf->out, '\n');
}

static double
get_width (const CogOdfWriting *odf)
{
  return (odf->width - 2 * odf->margin) * CM - odf->n_lists * COG_ODF_INDENT;
}

/* An item of a list holds no table (part 3, 5.3.3), but a paragraph, and that a frame. */
static void
open_frame (CogOdfWriting *odf)
{
  g_string_append_printf (odf->out,
                          "<text:p text:style-name=\"Text_20_body\"><draw:frame "
                          "draw:name=\"Frame%u\" draw:style-name=\"TableFrame\" "
                          "text:anchor-type=\"as-char\"",
                          ++odf->n_frames);
  cog_odf_append_cm (odf->out, "svg:width", get_width (odf));
  g_string_append (odf->out, "><draw:text-box fo:min-height=\"0.5cm\">");
}

void
cog_odf_begin_table (gpointer data, const CogFlowTable *table)
{
  CogOdfWriting *odf = data;
  g_autofree char *description = cog_xml_dup_attribute (table->grid->element, "aria-label");
  g_autoptr (GString) properties = g_string_new ("<style:table-properties");

  if (table->depth == 1)
    cog_odf_append_cm (properties, "style:width", get_width (odf));
  g_string_append_printf (properties,
                          " table:align=\"margins\" style:writing-mode=\"%s\" "
                          "fo:margin-bottom=\"0.3cm\"/>",
                          table->is_rtl ? "rl-tb" : "lr-tb");
  if (odf->n_lists > 0)
    open_frame (odf);
  g_string_append_printf (odf->out, "<table:table table:name=\"Table%u\" table:style-name=\"%s\">",
                          ++odf->n_tables, cog_odf_get_style (odf, "table", NULL, properties->str));
  if (description != NULL)
    {
      g_string_append (odf->out, "<table:desc>");
      cog_xml_append_escaped (odf->out, description, -1);
      g_string_append (odf->out, "</table:desc>");
    }
  append_columns (odf, table);
}

void
cog_odf_end_table (gpointer data, const CogFlowTable *table)
{
  CogOdfWriting *odf = data;

  g_string_append (odf->out, "</table:table>\n");
  /* It ends with a paragraph, as a text does. */
  if (odf->n_lists > 0)
    g_string_append (odf->out, "<text:p text:style-name=\"Gap\"/></draw:text-box></draw:frame>"
                               "</text:p>\n");
}

void
cog_odf_begin_row (gpointer data, const CogFlowTable *table, guint row, gboolean is_header)
{
  CogOdfWriting *odf = data;

  if (row == 0 && table->n_header_rows > 0)
    g_string_append (odf->out, "<table:table-header-rows>");
  g_string_append (odf->out, "<table:table-row>");
}

void
cog_odf_end_row (gpointer data, const CogFlowTable *table, guint row)
{
  CogOdfWriting *odf = data;

  g_string_append (odf->out, "</table:table-row>\n");
  if (row + 1 == table->n_header_rows)
    g_string_append (odf->out, "</table:table-header-rows>\n");
}

/* Of common styles programs take none for cells. */
static const char *
get_cell_style (CogOdfWriting *odf, const CogFlowTable *table, const CogTableCell *cell)
{
  static const char *const looks[] = {
    "<style:table-cell-properties fo:border=\"none\" fo:padding=\"0.05cm\"/>",
    "<style:table-cell-properties fo:border=\"0.5pt solid #7f8c8d\" fo:padding=\"0.12cm\"/>",
    ("<style:table-cell-properties fo:border=\"0.5pt solid #7f8c8d\" fo:padding=\"0.12cm\" "
     "fo:background-color=\"#eaeef0\"/>"),
  };
  guint look = cog_xml_is (cell->node, COG_NS_XHTML, "th") ? 2 : 1;

  return cog_odf_get_style (odf, "table-cell", NULL, looks[table->is_layout ? 0 : look]);
}

void
cog_odf_begin_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell)
{
  CogOdfWriting *odf = data;

  g_array_append_val (odf->n_outside, odf->n_lists);
  odf->n_lists = 0;
  g_string_append_printf (odf->out,
                          "<table:table-cell table:style-name=\"%s\" "
                          "office:value-type=\"string\"",
                          get_cell_style (odf, table, cell));
  if (cell->n_columns > 1)
    g_string_append_printf (odf->out, " table:number-columns-spanned=\"%u\"", cell->n_columns);
  if (cell->n_rows > 1)
    g_string_append_printf (odf->out, " table:number-rows-spanned=\"%u\"", cell->n_rows);
  g_string_append_c (odf->out, '>');
}

/* The columns that a cell covers in its own row stand for themselves (9.1.5). */
void
cog_odf_end_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell)
{
  CogOdfWriting *odf = data;

  odf->n_lists = g_array_index (odf->n_outside, guint, odf->n_outside->len - 1);
  g_array_set_size (odf->n_outside, odf->n_outside->len - 1);
  g_string_append (odf->out, "</table:table-cell>");
  for (guint i = 1; i < cell->n_columns; i++)
    g_string_append (odf->out, "<table:covered-table-cell/>");
}

void
cog_odf_covered (gpointer data, const CogFlowTable *table, const CogTableCell *cell, guint column)
{
  CogOdfWriting *odf = data;

  g_string_append (odf->out, cell != NULL ? "<table:covered-table-cell/>"
                                          : "<table:table-cell><text:p/></table:table-cell>");
}
