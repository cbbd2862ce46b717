/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-table.h"

#include <string.h>

#define MAX_PLACES 1000000 /* rows times columns: more is no table that a person reads */

static guint
get_span (const xmlNode *node, const char *name)
{
  g_autofree char *value = cog_xml_dup_attribute (node, name);
  guint64 span = 1;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 1, 10000, &span, NULL))
    return 1;
  return (guint)span;
}

static void
set_span (xmlNode *node, const char *name, guint span)
{
  g_autofree char *value = g_strdup_printf ("%u", span);

  cog_xml_set (node, name, span > 1 ? value : NULL);
}

static gboolean
is_cell (const xmlNode *node)
{
  return cog_xml_is (node, COG_NS_XHTML, "td") || cog_xml_is (node, COG_NS_XHTML, "th");
}

static void
collect_rows (CogTable *self)
{
  g_ptr_array_set_size (self->rows, 0);
  for (xmlNode *n = cog_xml_first_element (self->element); n != NULL; n = cog_xml_next_element (n))
    {
      if (cog_xml_is (n, COG_NS_XHTML, "tr"))
        g_ptr_array_add (self->rows, n);
      else
        for (xmlNode *row = cog_xml_first_element (n); row != NULL;
             row = cog_xml_next_element (row))
          if (cog_xml_is (row, COG_NS_XHTML, "tr"))
            g_ptr_array_add (self->rows, row);
    }
}

/* A cell reaches over no more rows than its group has. */
static guint
count_left (const CogTable *self, guint row)
{
  const xmlNode *group = ((const xmlNode *)g_ptr_array_index (self->rows, row))->parent;
  guint n = 0;

  while (row + n < self->rows->len &&
         ((const xmlNode *)g_ptr_array_index (self->rows, row + n))->parent == group)
    n++;
  return n;
}

/* until: for each column, the row from which on it is free again. */
static void
place_cell (CogTable *self, xmlNode *node, guint row, guint column, GArray *until)
{
  CogTableCell cell = { node, row, column, get_span (node, "rowspan"), get_span (node, "colspan") };
  guint end;

  cell.n_rows = MIN (cell.n_rows, count_left (self, row));
  end = row + cell.n_rows;
  if (until->len < column + cell.n_columns)
    g_array_set_size (until, column + cell.n_columns);
  for (guint c = column; c < column + cell.n_columns; c++)
    g_array_index (until, guint, c) = MAX (g_array_index (until, guint, c), end);
  self->n_columns = MAX (self->n_columns, column + cell.n_columns);
  g_array_append_val (self->cells, cell);
}

static gboolean
form (CogTable *self)
{
  g_autoptr (GArray) until = g_array_new (FALSE, TRUE, sizeof (guint));

  collect_rows (self);
  g_array_set_size (self->cells, 0);
  self->n_columns = 0;
  for (guint row = 0; row < self->rows->len; row++)
    {
      guint column = 0;

      for (xmlNode *n = cog_xml_first_element (g_ptr_array_index (self->rows, row)); n != NULL;
           n = cog_xml_next_element (n))
        {
          while (column < until->len && g_array_index (until, guint, column) > row)
            column++;
          if (!is_cell (n))
            continue;
          place_cell (self, n, row, column, until);
          if ((guint64)self->n_columns * self->rows->len > MAX_PLACES)
            return FALSE;
        }
    }
  return TRUE;
}

CogTable *
cog_table_new (xmlNode *table)
{
  g_autoptr (CogTable) self = g_new0 (CogTable, 1);

  g_return_val_if_fail (cog_xml_is (table, COG_NS_XHTML, "table"), NULL);

  self->element = table;
  self->rows = g_ptr_array_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (CogTableCell));
  return form (self) ? g_steal_pointer (&self) : NULL;
}

void
cog_table_free (CogTable *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_free (self);
}

const CogTableCell *
cog_table_find (const CogTable *self, const xmlNode *node)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (; node != NULL && node != self->element; node = node->parent)
    for (guint i = 0; is_cell (node) && i < self->cells->len; i++)
      if (g_array_index (self->cells, CogTableCell, i).node == node)
        return &g_array_index (self->cells, CogTableCell, i);
  return NULL;
}

/* The cell that begins at or behind a column of a row; NULL: at the row's end. */
static xmlNode *
find_behind (const CogTable *self, guint row, guint column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const CogTableCell *cell = &g_array_index (self->cells, CogTableCell, i);

      if (cell->row == row && cell->column >= column)
        return cell->node;
    }
  return NULL;
}

static void
put_in_row (const CogTable *self, xmlNode *node, guint row, guint column)
{
  xmlNode *behind = find_behind (self, row, column);

  xmlUnlinkNode (node);
  if (behind != NULL)
    xmlAddPrevSibling (behind, node);
  else
    xmlAddChild (g_ptr_array_index (self->rows, row), node);
}

static xmlNode *
new_node (const CogTable *self, const char *name)
{
  return xmlNewDocNode (self->element->doc, self->element->ns, (const xmlChar *)name, NULL);
}

/* The head of a table says what a column or row is: one beside it does, too. */
static const char *
get_name (const xmlNode *like)
{
  return cog_xml_is (like, NULL, "th") ? "th" : "td";
}

GPtrArray *
cog_table_insert_row (CogTable *self, guint row, gboolean after)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  g_autofree gboolean *covered = NULL;
  guint at = after ? row + 1 : row;
  xmlNode *beside;
  xmlNode *tr;

  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  covered = g_new0 (gboolean, self->n_columns + 1);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const CogTableCell *cell = &g_array_index (self->cells, CogTableCell, i);

      if (cell->row >= at || cell->row + cell->n_rows <= at)
        continue;
      set_span (cell->node, "rowspan", cell->n_rows + 1);
      for (guint c = 0; c < cell->n_columns; c++)
        covered[cell->column + c] = TRUE;
    }
  beside = g_ptr_array_index (self->rows, row);
  tr = new_node (self, "tr");
  if (after)
    xmlAddNextSibling (beside, tr);
  else
    xmlAddPrevSibling (beside, tr);
  for (guint c = 0; c < self->n_columns; c++)
    if (!covered[c])
      {
        const xmlNode *like = find_behind (self, row, c);

        g_ptr_array_add (fresh,
                         xmlAddChild (tr, new_node (self, like != NULL ? get_name (like) : "td")));
      }
  form (self);
  return g_steal_pointer (&fresh);
}

GPtrArray *
cog_table_insert_column (CogTable *self, guint at)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  g_autofree gboolean *covered = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  at = MIN (at, self->n_columns);
  covered = g_new0 (gboolean, self->rows->len + 1);
  for (guint i = 0; i < self->cells->len; i++)
    {
      CogTableCell *cell = &g_array_index (self->cells, CogTableCell, i);

      if (cell->column >= at || cell->column + cell->n_columns <= at)
        continue;
      set_span (cell->node, "colspan", cell->n_columns + 1);
      for (guint r = 0; r < cell->n_rows; r++)
        covered[cell->row + r] = TRUE;
    }
  for (guint r = 0; r < self->rows->len; r++)
    {
      xmlNode *row = g_ptr_array_index (self->rows, r);
      gboolean is_head = cog_xml_is (row->parent, NULL, "thead");
      xmlNode *cell;

      if (covered[r])
        continue;
      cell = new_node (self, is_head ? "th" : "td");
      put_in_row (self, cell, r, at);
      g_ptr_array_add (fresh, cell);
    }
  form (self);
  return g_steal_pointer (&fresh);
}

static void
remove_tr (xmlNode *row)
{
  xmlNode *group = row->parent;

  cog_xml_remove (row);
  if (!cog_xml_is (group, NULL, "table") && cog_xml_first_element (group) == NULL)
    cog_xml_remove (group);
}

void
cog_table_remove_row (CogTable *self, guint row)
{
  g_return_if_fail (self != NULL && row < self->rows->len);

  for (guint i = 0; i < self->cells->len; i++)
    {
      CogTableCell *cell = &g_array_index (self->cells, CogTableCell, i);

      if (cell->row > row || cell->row + cell->n_rows <= row || cell->n_rows == 1)
        continue;
      set_span (cell->node, "rowspan", cell->n_rows - 1);
      if (cell->row == row)
        put_in_row (self, cell->node, row + 1, cell->column);
    }
  remove_tr (g_ptr_array_index (self->rows, row));
  form (self);
}

void
cog_table_remove_column (CogTable *self, guint column)
{
  g_return_if_fail (self != NULL && column < self->n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    {
      CogTableCell *cell = &g_array_index (self->cells, CogTableCell, i);

      if (cell->column > column || cell->column + cell->n_columns <= column)
        continue;
      if (cell->n_columns > 1)
        set_span (cell->node, "colspan", cell->n_columns - 1);
      else
        cog_xml_remove (cell->node);
    }
  for (guint r = self->rows->len; r > 0; r--)
    if (cog_xml_first_element (g_ptr_array_index (self->rows, r - 1)) == NULL)
      {
        gboolean is_covered = FALSE;

        /* A row that only holds cells from above keeps them apart. */
        for (guint i = 0; i < self->cells->len; i++)
          {
            const CogTableCell *cell = &g_array_index (self->cells, CogTableCell, i);

            is_covered |= cell->row < r - 1 && cell->row + cell->n_rows > r - 1 &&
                          (cell->column != column || cell->n_columns > 1);
          }
        if (!is_covered)
          remove_tr (g_ptr_array_index (self->rows, r - 1));
      }
  form (self);
}
