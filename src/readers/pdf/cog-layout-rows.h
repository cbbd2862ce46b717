/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout-cells.h"

G_BEGIN_DECLS

/* Where rows of a table stand further from each other than the lines of a cell do, white from side
 * to side tells where a row begins, wherever in their row cells stand. lines: from first up to end
 * are the table's. Returns of each whether a row begins with it; NULL: the white does not tell.
 * (transfer full) (nullable) (array length=end-first) */
gboolean *cog_layout_rows_find (GPtrArray *lines, guint first, guint end, const GArray *columns);

G_END_DECLS
