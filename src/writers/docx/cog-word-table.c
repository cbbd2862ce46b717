/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-private.h"

#include "cog-office-table.h"
#include "cog-xml-write.h"

static int
get_width (const CogWordWriting *word, const CogFlowTable *table)
{
  /* In a cell nobody knows the width before the program has laid it out. */
  return COG_WORD_TWIPS (word->width - 2 * word->margin) / (int)MAX (1, 2 * (table->depth - 1));
}

static void
append_columns (CogWordWriting *word, const CogFlowTable *table)
{
  g_autofree double *shares = cog_office_table_dup_shares (table->grid);
  int width = get_width (word, table);

  g_string_append (word->part->out, "<w:tblGrid>");
  for (guint i = 0; i < table->grid->n_columns; i++)
    g_string_append_printf (word->part->out, "<w:gridCol w:w=\"%d\"/>", (int)(width * shares[i]));
  g_string_append (word->part->out, "</w:tblGrid>\n");
}

void
cog_word_begin_table (gpointer data, const CogFlowTable *table)
{
  CogWordWriting *word = data;
  GString *out = word->part->out;
  g_autofree char *description = cog_xml_dup_attribute (table->grid->element, "aria-label");

  /* Two tables without anything between them would be one. */
  if (word->part->last == COG_WORD_TABLE)
    cog_word_append_gap (word);
  g_string_append_printf (out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/>%s",
                          table->is_layout ? "TableNormal" : "TableGrid",
                          table->is_rtl ? "<w:bidiVisual/>" : "");
  g_string_append_printf (
      out,
      "<w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblLook w:val=\"0%s\" w:firstRow=\"%d\" "
      "w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" "
      "w:noVBand=\"1\"/>",
      get_width (word, table), table->n_header_rows > 0 ? "620" : "600",
      table->n_header_rows > 0 ? 1 : 0);
  if (description != NULL)
    {
      g_string_append (out, "<w:tblDescription");
      cog_xml_append_attribute (out, "w:val", description);
      g_string_append (out, "/>");
    }
  g_string_append (out, "</w:tblPr>\n");
  append_columns (word, table);
}

void
cog_word_end_table (gpointer data, const CogFlowTable *table)
{
  CogWordWriting *word = data;

  g_string_append (word->part->out, "</w:tbl>\n");
  word->part->last = COG_WORD_TABLE;
  word->has_box_before = FALSE;
}

void
cog_word_begin_row (gpointer data, const CogFlowTable *table, guint row, gboolean is_header)
{
  CogWordWriting *word = data;

  g_string_append_printf (word->part->out, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>",
                          is_header ? "<w:tblHeader/>" : "");
}

void
cog_word_end_row (gpointer data, const CogFlowTable *table, guint row)
{
  CogWordWriting *word = data;

  g_string_append (word->part->out, "</w:tr>\n");
}

/* merge: "restart", "continue", or NULL. */
static void
append_cell (CogWordWriting *word, const CogTableCell *cell, guint n_columns, const char *merge)
{
  GString *out = word->part->out;

  g_string_append (out, "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/>");
  if (n_columns > 1)
    g_string_append_printf (out, "<w:gridSpan w:val=\"%u\"/>", n_columns);
  if (merge != NULL)
    g_string_append_printf (out, "<w:vMerge w:val=\"%s\"/>", merge);
  if (cell != NULL && cog_xml_is (cell->node, COG_NS_XHTML, "th"))
    g_string_append (out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EAEEF0\"/>");
  g_string_append (out, "</w:tcPr>");
  word->part->last = COG_WORD_NOTHING;
}

void
cog_word_begin_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell)
{
  CogWordWriting *word = data;

  append_cell (word, cell, cell->n_columns, cell->n_rows > 1 ? "restart" : NULL);
}

/* A cell ends with a paragraph (17.4.66). */
void
cog_word_end_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell)
{
  CogWordWriting *word = data;

  if (word->part->last != COG_WORD_PARAGRAPH)
    cog_word_append_gap (word);
  g_string_append (word->part->out, "</w:tc>");
}

void
cog_word_covered (gpointer data, const CogFlowTable *table, const CogTableCell *cell, guint column)
{
  CogWordWriting *word = data;

  if (cell != NULL && cell->column != column)
    return;
  append_cell (word, cell, cell != NULL ? cell->n_columns : 1, cell != NULL ? "continue" : NULL);
  g_string_append (word->part->out, "<w:p/></w:tc>");
}
