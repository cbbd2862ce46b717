/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-md-private.h"

/* Tables of GitHub's have one row of headings, always, and no cells over several places: others are
 * HTML. */

static gboolean
is_simple (const CogFlowTable *table)
{
  const CogTable *grid = table->grid;

  if (table->depth > 1 || table->n_header_rows != 1)
    return FALSE;
  for (guint i = 0; i < grid->cells->len; i++)
    {
      const CogTableCell *cell = &g_array_index (grid->cells, CogTableCell, i);

      if (cell->n_rows > 1 || cell->n_columns > 1)
        return FALSE;
      /* A heading beside its row has no sign. */
      if (cog_xml_is (cell->node, COG_NS_XHTML, "th") && cell->row >= table->n_header_rows)
        return FALSE;
    }
  return TRUE;
}

static void
append_rule (GString *out, guint n_columns)
{
  g_string_append (out, "|");
  for (guint i = 0; i < n_columns; i++)
    g_string_append (out, " --- |");
}

void
cog_md_begin_table (gpointer data, const CogFlowTable *table)
{
  CogMdWriting *md = data;

  if (md->n_html > 0 || md->is_table)
    return;
  g_string_truncate (md->table, 0);
  md->is_table = is_simple (table);
  md->n_html += !md->is_table;
  if (!md->is_table)
    g_string_append (md->table, "<table>");
}

void
cog_md_end_table (gpointer data, const CogFlowTable *table)
{
  CogMdWriting *md = data;

  if (table->depth > 1)
    return;
  if (!md->is_table)
    g_string_append (md->table, "\n</table>");
  md->is_table = FALSE;
  md->n_html = 0;
  cog_md_append_lines (md, md->table->str);
}

void
cog_md_begin_row (gpointer data, const CogFlowTable *table, guint row, gboolean is_header)
{
  CogMdWriting *md = data;

  if (table->depth > 1)
    return;
  if (md->is_table)
    g_string_append (md->table, md->table->len > 0 ? "\n|" : "|");
  else
    g_string_append_printf (md->table, "\n%s<tr>", row == 0 && is_header ? "<thead>" : "");
}

void
cog_md_end_row (gpointer data, const CogFlowTable *table, guint row)
{
  CogMdWriting *md = data;

  if (table->depth > 1)
    return;
  if (!md->is_table)
    g_string_append_printf (md->table, "</tr>%s",
                            row + 1 == table->n_header_rows ? "</thead>" : "");
  else if (row + 1 == table->n_header_rows)
    {
      g_string_append_c (md->table, '\n');
      append_rule (md->table, table->grid->n_columns);
    }
}

void
cog_md_begin_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell)
{
  CogMdWriting *md = data;

  if (table->depth == 1)
    g_string_truncate (md->cell, 0);
}

void
cog_md_end_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell)
{
  CogMdWriting *md = data;
  const char *name = (const char *)cell->node->name;

  if (table->depth > 1)
    return;
  if (md->is_table)
    {
      g_string_append_printf (md->table, " %s |", md->cell->str);
      return;
    }
  g_string_append_printf (md->table, "<%s", name);
  if (cell->n_columns > 1)
    g_string_append_printf (md->table, " colspan=\"%u\"", cell->n_columns);
  if (cell->n_rows > 1)
    g_string_append_printf (md->table, " rowspan=\"%u\"", cell->n_rows);
  g_string_append_printf (md->table, ">%s</%s>", md->cell->str, name);
}

void
cog_md_covered (gpointer data, const CogFlowTable *table, const CogTableCell *cell, guint column)
{
  CogMdWriting *md = data;

  if (table->depth == 1 && cell == NULL)
    g_string_append (md->table, md->is_table ? " |" : "<td></td>");
}
