/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-flow-private.h"

static CogFlowGrid *
get_grid (CogFlow *self)
{
  return self->grids->len > 0 ? &g_array_index (self->grids, CogFlowGrid, self->grids->len - 1)
                              : NULL;
}

static void
fill_places (CogFlowGrid *grid)
{
  const CogTable *table = grid->grid;

  grid->places = g_new0 (const CogTableCell *, (gsize)table->rows->len * table->n_columns + 1);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogTableCell *cell = &g_array_index (table->cells, CogTableCell, i);

      for (guint r = cell->row; r < MIN (table->rows->len, cell->row + cell->n_rows); r++)
        for (guint c = cell->column; c < MIN (table->n_columns, cell->column + cell->n_columns);
             c++)
          grid->places[(gsize)r * table->n_columns + c] = cell;
    }
}

static guint
count_header_rows (const CogTable *table)
{
  guint n = 0;

  while (n < table->rows->len &&
         cog_xml_is (((xmlNode *)g_ptr_array_index (table->rows, n))->parent, NULL, "thead"))
    n++;
  return n;
}

static void
write_caption (CogFlow *self, const xmlNode *caption, const CogFlowBlock *now)
{
  CogFlowBlock block = *now;

  block.kind = COG_FLOW_CAPTION;
  block.node = caption;
  cog_flow_note_id (self, caption, FALSE);
  cog_flow_take_attributes (caption, &block.run);
  cog_flow_begin_block (self, &block);
  cog_flow_write_inlines (self, caption, &block.run);
  cog_flow_end_block (self, &block);
}

/* A table beyond all limits has no grid: its cells follow each other. */
void
cog_flow_open_table (CogFlow *self, const xmlNode *node, const CogFlowBlock *now)
{
  CogFlowGrid grid = { 0 };
  const xmlNode *caption = cog_xml_find_child (node, COG_NS_XHTML, "caption");

  if (caption != NULL)
    write_caption (self, caption, now);
  grid.grid = cog_table_new ((xmlNode *)node);
  if (grid.grid != NULL && (grid.grid->rows->len == 0 || grid.grid->n_columns == 0))
    g_clear_pointer (&grid.grid, cog_table_free);
  if (grid.grid != NULL)
    fill_places (&grid);
  grid.table.grid = grid.grid;
  grid.table.caption = caption;
  grid.table.is_rtl = now->run.is_rtl;
  grid.table.is_layout = cog_xml_has_word (node, "class", "layout");
  grid.table.depth = self->grids->len + 1;
  grid.table.n_header_rows = grid.grid != NULL ? count_header_rows (grid.grid) : 0;
  g_array_append_val (self->grids, grid);
  if (grid.grid != NULL && self->sink->begin_table != NULL)
    self->sink->begin_table (self->data, &get_grid (self)->table);
}

void
cog_flow_close_table (CogFlow *self)
{
  CogFlowGrid *grid = get_grid (self);

  if (grid->grid != NULL && self->sink->end_table != NULL)
    self->sink->end_table (self->data, &grid->table);
  g_array_set_size (self->grids, self->grids->len - 1);
}

void
cog_flow_open_row (CogFlow *self, const xmlNode *node)
{
  CogFlowGrid *grid = get_grid (self);

  if (grid == NULL || grid->grid == NULL)
    return;
  grid->column = 0;
  if (!g_ptr_array_find (grid->grid->rows, node, &grid->row))
    g_assert_not_reached ();
  if (self->sink->begin_row != NULL)
    self->sink->begin_row (self->data, &grid->table, grid->row,
                           grid->row < grid->table.n_header_rows);
}

/* Places up to a column that no cell of this row begins at. */
static void
fill_to (CogFlow *self, CogFlowGrid *grid, guint column)
{
  for (; grid->column < column; grid->column++)
    {
      const CogTableCell *cell =
          grid->places[(gsize)grid->row * grid->grid->n_columns + grid->column];

      if (self->sink->covered != NULL)
        self->sink->covered (self->data, &grid->table, cell, grid->column);
    }
}

void
cog_flow_close_row (CogFlow *self)
{
  CogFlowGrid *grid = get_grid (self);

  if (grid == NULL || grid->grid == NULL)
    return;
  fill_to (self, grid, grid->grid->n_columns);
  if (self->sink->end_row != NULL)
    self->sink->end_row (self->data, &grid->table, grid->row);
}

static const CogTableCell *
find_cell (const CogFlowGrid *grid, const xmlNode *node)
{
  const CogTableCell *const *row = &grid->places[(gsize)grid->row * grid->grid->n_columns];

  for (guint c = grid->column; c < grid->grid->n_columns; c++)
    if (row[c] != NULL && row[c]->node == node)
      return row[c];
  return NULL;
}

void
cog_flow_open_cell (CogFlow *self, const xmlNode *node)
{
  CogFlowGrid *grid = get_grid (self);
  const CogTableCell *cell = grid != NULL && grid->grid != NULL ? find_cell (grid, node) : NULL;

  if (cell == NULL)
    return;
  fill_to (self, grid, cell->column);
  if (self->sink->begin_cell != NULL)
    self->sink->begin_cell (self->data, &grid->table, cell);
}

void
cog_flow_close_cell (CogFlow *self, const xmlNode *node)
{
  CogFlowGrid *grid = get_grid (self);
  const CogTableCell *cell = grid != NULL && grid->grid != NULL ? find_cell (grid, node) : NULL;

  if (cell == NULL)
    return;
  if (self->sink->end_cell != NULL)
    self->sink->end_cell (self->data, &grid->table, cell);
  grid->column = cell->column + cell->n_columns;
}
