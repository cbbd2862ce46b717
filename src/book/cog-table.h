/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/* A cell and the rows and columns that it covers, from 0. */
typedef struct
{
  xmlNode *node; /* td or th */
  guint row, column;
  guint n_rows, n_columns;
} CogTableCell;

/**
 * CogTable:
 *
 * The grid of a table element (HTML Standard, 4.9.12, "forming a table"): which cell covers which
 * rows and columns. It is that of the moment; each change of the tree is made through it, and makes
 * it anew.
 */
typedef struct
{
  xmlNode *element;
  GPtrArray *rows; /* (element-type xmlNode): tr */
  GArray *cells;   /* CogTableCell */
  guint n_columns;
} CogTable;

/* NULL: it is larger than a table of a book can be. (transfer full) (nullable) */
CogTable *cog_table_new (xmlNode *table);
void cog_table_free (CogTable *table);

/* The cell that a node is or stands in. (transfer none) (nullable) */
const CogTableCell *cog_table_find (const CogTable *table, const xmlNode *node);

/* An empty row beside one, in the same group of rows; an empty column before the one at that index
 * (or at the end). Cells that reach over the place grow. Returns the new cells, in order; they have
 * no ids yet. (transfer container) (element-type xmlNode) */
GPtrArray *cog_table_insert_row (CogTable *table, guint row, gboolean after);
GPtrArray *cog_table_insert_column (CogTable *table, guint at);
/* Cells that reach further keep what they say, and shrink. Empty groups of rows go; the table
 * itself stays. */
void cog_table_remove_row (CogTable *table, guint row);
void cog_table_remove_column (CogTable *table, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogTable, cog_table_free)

G_END_DECLS
