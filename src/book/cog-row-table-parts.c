/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row-walk.h"

/* The first line after the parts so far at which no span is open, once the part has enough. */
static guint
find_part_end (GArray *cells, guint from, guint line, guint n_lines)
{
  guint open = line;
  guint n = 0;

  for (guint i = from; i < cells->len; i++)
    {
      const CogRowCell *cell = &g_array_index (cells, CogFoundCell, i).cell;

      if (cell->line > line && cell->line >= open &&
          (n >= COG_ROW_PART_CELLS || n + 1 >= 4 * COG_ROW_PART_CELLS))
        return cell->line;
      open = MAX (open, cell->line + cell->lines);
      n++;
      /* A span over hundreds of lines would hold them all together: it is cut. */
      if (n >= 4 * COG_ROW_PART_CELLS)
        open = line;
    }
  return n_lines;
}

/* The cells of the lines from..to go into a row; returns the first cell after. */
static guint
add_table_part (CogRowWalk *walk,
                const char *id,
                const xmlNode *caption,
                GArray *found,
                guint at,
                guint from,
                guint to,
                guint n_columns)
{
  g_autofree char *part_id = from == 0 ? g_strdup (id) : g_strdup_printf ("%s@%u", id, from);
  CogRow *row = cog_row_new (COG_ROW_TABLE, part_id);

  row->table = cog_row_table_new (n_columns, to - from);
  if (caption != NULL)
    cog_row_walk_gather (walk, row, caption, -1);
  for (; at < found->len && g_array_index (found, CogFoundCell, at).cell.line < to; at++)
    {
      CogFoundCell *f = &g_array_index (found, CogFoundCell, at);
      CogRowCell cell = f->cell;

      cell.line -= from;
      cell.lines = MAX (MIN (cell.lines, to - from - cell.line), 1);
      cell.first_unit = row->units->len;
      cog_row_walk_gather (walk, row, f->node, (int)row->table->cells->len);
      cell.n_units = row->units->len - cell.first_unit;
      g_array_append_val (row->table->cells, cell);
    }
  row->is_tight = from > 0;
  cog_row_walk_add (walk, row);
  return at;
}

/* All parts have the columns of the whole: the widest of each. */
static void
share_measures (GPtrArray *rows, guint first)
{
  CogRowTable *whole = ((CogRow *)g_ptr_array_index (rows, first))->table;

  for (guint i = first; i < rows->len; i++)
    {
      CogRow *row = g_ptr_array_index (rows, i);

      cog_row_table_measure (row->table, row->units);
      for (guint c = 0; c < whole->n_columns; c++)
        {
          whole->longest[c] = MAX (whole->longest[c], row->table->longest[c]);
          whole->word[c] = MAX (whole->word[c], row->table->word[c]);
          whole->is_number[c] = whole->is_number[c] || row->table->is_number[c];
        }
    }
  for (guint i = first + 1; i < rows->len; i++)
    cog_row_table_copy_measures (((CogRow *)g_ptr_array_index (rows, i))->table, whole);
  whole->is_first = TRUE;
  ((CogRow *)g_ptr_array_index (rows, rows->len - 1))->table->is_last = TRUE;
}

void
cog_row_walk_add_table (CogRowWalk *walk, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  const xmlNode *caption = cog_xml_find_child (node, COG_NS_XHTML, "caption");
  guint n_columns = 0, n_lines = 0;
  g_autoptr (GArray) found = cog_row_table_find_cells (node, &n_columns, &n_lines);
  guint first = walk->rows->len;
  guint at = 0;

  for (guint line = 0; line == 0 || line < n_lines;)
    {
      guint end = MAX (find_part_end (found, at, line, n_lines), line + 1);

      at = add_table_part (walk, id != NULL ? id : "", line == 0 ? caption : NULL, found, at, line,
                           end, n_columns);
      line = end;
    }
  share_measures (walk->rows, first);
}
