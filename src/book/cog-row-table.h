/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* A cell and the units in it, a run of the row's units. */
typedef struct
{
  guint column, line;   /* of its first field, from 0 */
  guint columns, lines; /* that it spans, at least 1 */
  guint first_unit, n_units;
  gboolean is_header;
} CogRowCell;

/**
 * CogRowTable:
 *
 * The grid of a table, or of some lines of a long one. Columns have the same measure in all parts
 * of a table. Cells are in document order. A plain value.
 */
typedef struct
{
  guint n_columns, n_lines;
  GArray *cells;  /* CogRowCell */
  guint *longest; /* for each column: characters of its longest text that wraps nowhere, capped */
  guint *word;    /* characters of its longest word, capped */
  gboolean *is_number;        /* figures: they stand at the end of the column */
  gboolean is_first, is_last; /* part of its table */
} CogRowTable;

/* Bounds, whatever a book claims. Cells beyond are not in the grid. */
#define COG_ROW_MAX_COLUMNS 64
/* Cells after which a long table goes on in another row. */
#define COG_ROW_PART_CELLS 48

/* A cell as it is found, with what is in it: filled by the caller of _new. */
typedef struct
{
  CogRowCell cell;
  const xmlNode *node;
} CogFoundCell;

/* The grid of a table element: cells with their places, as HTML's table model has them (§4.9.12).
 * (transfer full) (element-type CogFoundCell) */
GArray *cog_row_table_find_cells (const xmlNode *table, guint *n_columns, guint *n_lines);
/* Copies the cells. */
CogRowTable *cog_row_table_new (guint n_columns, guint n_lines);
void cog_row_table_free (CogRowTable *table);
/* Measures the columns by the texts of the cells' units. */
void cog_row_table_measure (CogRowTable *table, GPtrArray *units);
/* The same measures as another part. */
void cog_row_table_copy_measures (CogRowTable *table, const CogRowTable *whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogRowTable, cog_row_table_free)

G_END_DECLS
