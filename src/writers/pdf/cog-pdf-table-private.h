/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-table.h"

G_BEGIN_DECLS

/* Cells with their places and spans, and rows. FALSE where there are none or too many columns. */
gboolean cog_pdf_table_make_grid (CogPdfTable *table, const xmlNode *element);
/* Measures what cells want and shares width out among the columns. */
/* FALSE: there is no room for its words. */
gboolean cog_pdf_table_set_widths (CogPdfTable *table,
                                   CogPdfComposer *composer,
                                   const char *language,
                                   double width);
CogPdfRow *cog_pdf_table_get_row (const CogPdfTable *table, guint row);
/* The items of a cell that stand in a part of its row. */
void cog_pdf_cell_get_part (const CogPdfCell *cell, guint part, guint *from, guint *to);

G_END_DECLS
