/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout.h"

G_BEGIN_DECLS

/* A column of a table: as far as its cells reach so far. */
typedef struct
{
  double x1, x2;
} CogLayoutTableColumn;

/* The columns that lines of cells stand in, from left to right: cells that overlap from line to
 * line are of one; those of lines with the most cells count, what spans several does not join them.
 * (transfer full) (element-type CogLayoutTableColumn) */
GArray *cog_layout_table_columns_new (GPtrArray *lines, guint first, guint end);

/* A line whose cells nearly touch is parted where columns begin. Returns whether it was. */
gboolean cog_layout_line_part (CogLayoutLine *line, const GArray *columns);

/* The lines from first up to end, as a table; they stay what they are. (transfer full) */
CogLayoutBlock *cog_layout_table_new (
    const CogPdfFile *file, GPtrArray *lines, guint first, guint end, const CogLayoutBody *body);

G_END_DECLS
