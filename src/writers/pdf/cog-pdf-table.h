/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-block.h"

G_BEGIN_DECLS

typedef struct
{
  const xmlNode *node; /* NULL: a place that the source leaves empty */
  guint row, column, colspan, rowspan;
  gboolean is_header;
  double min, max;  /* widths that its content wants */
  GPtrArray *items; /* CogPdfItem */
  GArray *breaks;   /* guint: where the parts of a row that is taller than a page begin */
} CogPdfCell;

typedef struct
{
  double height;
  GArray *parts;     /* double: heights; one for a row in one piece */
  gboolean is_head;  /* in the first thead: said again on each page */
  gboolean is_glued; /* a cell goes on in the next row */
  /* Its cells are those from first up to end; what ends in it is not before first_ending. */
  guint first_cell, end_cell, first_ending;
} CogPdfRow;

/**
 * CogPdfTable:
 *
 * A table's grid and measures. Rows of different length are filled up, spans that overlap or lead
 * out are cut.
 */
struct _CogPdfTable
{
  GPtrArray *cells; /* CogPdfCell, in document order; fillers at the end of their row */
  GArray *rows;     /* CogPdfRow */
  guint n_columns, n_head_rows;
  double *offsets; /* n_columns + 1, from the start side */
  double width, pad_x, pad_y, scale;
  double least_scale;  /* how small it may be set */
  gboolean is_cramped; /* words are cut, although it is set as small as may be */
  gboolean is_rtl;
  guint hint;     /* where the last cell was found */
  guint next_row; /* for who walks the rows */
};

/* NULL where it has too many columns to be read on a page: it is then set as text. */
CogPdfTable *cog_pdf_table_new (CogPdfComposer *composer,
                                const xmlNode *element,
                                const char *language,
                                gboolean is_rtl,
                                double width,
                                double least_scale);
void cog_pdf_table_free (CogPdfTable *table);
/* The cell that an element became, or NULL. */
CogPdfCell *cog_pdf_table_find_cell (CogPdfTable *table, const xmlNode *node);
double cog_pdf_table_get_cell_width (const CogPdfTable *table, const CogPdfCell *cell);
/* After the cells got their items: heights of rows, and parts of those that no page holds. */
void cog_pdf_table_measure (CogPdfTable *table, double page_height);
double cog_pdf_table_get_head_height (const CogPdfTable *table);
/* Anchors and note marks in cells go up to the items of their rows, which begin at first. */
void cog_pdf_table_collect_notes (CogPdfTable *table, GPtrArray *items, guint first);
void cog_pdf_table_draw_row (CogPdfTable *table,
                             guint row,
                             guint part,
                             CogPdfCanvas *canvas,
                             double x,
                             double y,
                             double height,
                             gboolean is_artifact);

G_END_DECLS
