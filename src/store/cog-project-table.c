/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-structure-private.h"

#include "cog-table.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED, why);
  return FALSE;
}

/* Ids and units for cells that were just made. */
static gboolean
name_cells (CogStructure *structure, const char *section, GPtrArray *cells, GError **error)
{
  g_autofree char *id = cog_structure_dup_free_id (structure, section, error);

  for (guint i = 0; id != NULL && i < cells->len; i++)
    {
      xmlNode *cell = g_ptr_array_index (cells, i);
      g_autofree char *cell_id = g_strdup_printf ("%s.%u", id, i + 1);
      gboolean is_head = cog_xml_is (cell, NULL, "th");
      g_autoptr (CogUnit) unit =
          cog_structure_new_unit (cell_id, section, is_head ? COG_UNIT_HEADER_CELL : COG_UNIT_CELL,
                                  (const char *)cell->name, NULL);

      cog_xml_set (cell, "id", cell_id);
      if (is_head && cog_xml_is (cell->parent->parent, NULL, "thead"))
        cog_xml_set (cell, "scope", "col");
      if (!cog_structure_insert_unit (structure, unit, error))
        return FALSE;
    }
  return id != NULL;
}

/* Of the line's cells, those that go with it. */
static gboolean
remove_line (CogStructure *structure,
             CogTable *table,
             const CogTableCell *here,
             gboolean is_row,
             GError **error)
{
  guint at = is_row ? here->row : here->column;

  if (is_row ? table->rows->len == 1 : table->n_columns == 1)
    return refuse (error, _ ("It is the last of the table. Remove the table instead."));
  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogTableCell *cell = &g_array_index (table->cells, CogTableCell, i);
      g_autoptr (GPtrArray) units = NULL;

      if (is_row ? cell->row != at || cell->n_rows > 1 : cell->column != at || cell->n_columns > 1)
        continue;
      units = cog_structure_list_units (structure, cell->node, error);
      if (units == NULL)
        return FALSE;
      for (guint u = 0; u < units->len; u++)
        {
          const CogUnit *unit = g_ptr_array_index (units, u);

          if (unit->source != NULL)
            return refuse (error, _ ("What comes from a source is left out, not removed."));
          if (!cog_structure_delete_unit (structure, unit->id, error))
            return FALSE;
        }
    }
  if (is_row)
    cog_table_remove_row (table, at);
  else
    cog_table_remove_column (table, at);
  return TRUE;
}

static gboolean
change (CogStructure *structure,
        const char *section,
        CogTable *table,
        const CogTableCell *here,
        CogTableEdit edit,
        GError **error)
{
  g_autoptr (GPtrArray) fresh = NULL;

  switch (edit)
    {
    case COG_TABLE_ROW_BEFORE:
      fresh = cog_table_insert_row (table, here->row, FALSE);
      break;
    case COG_TABLE_ROW_AFTER:
      fresh = cog_table_insert_row (table, here->row + here->n_rows - 1, TRUE);
      break;
    case COG_TABLE_COLUMN_BEFORE:
      fresh = cog_table_insert_column (table, here->column);
      break;
    case COG_TABLE_COLUMN_AFTER:
      fresh = cog_table_insert_column (table, here->column + here->n_columns);
      break;
    case COG_TABLE_REMOVE_ROW:
      return remove_line (structure, table, here, TRUE, error);
    case COG_TABLE_REMOVE_COLUMN:
      return remove_line (structure, table, here, FALSE, error);
    }
  return fresh != NULL && name_cells (structure, section, fresh, error);
}

gboolean
cog_project_edit_table (CogProject *self, const char *cell, CogTableEdit edit, GError **error)
{
  CogStructure structure;
  const char *section;
  xmlNode *element;
  xmlNode *around;
  g_autoptr (CogTable) table = NULL;
  const CogTableCell *here;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && cell != NULL, FALSE);

  if (!cog_structure_begin (&structure, self, _ ("Changed a table"), error))
    return FALSE;
  element = cog_structure_find (&structure, cell, &section, error);
  around = element != NULL ? cog_block_find (element, COG_BLOCK_TABLE) : NULL;
  table = around != NULL ? cog_table_new (around) : NULL;
  here = table != NULL ? cog_table_find (table, element) : NULL;
  ok = element != NULL && (here != NULL ? change (&structure, section, table, here, edit, error)
                                        : refuse (error, _ ("That is no cell of a table.")));
  return cog_structure_end (&structure, ok, error);
}
