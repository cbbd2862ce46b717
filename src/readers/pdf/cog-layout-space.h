/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout.h"

G_BEGIN_DECLS

/* What the spaces between words tell: of cells and columns, or only that a line was filled. */

/* Whether all spaces of a line are as wide as each other, however wide: it was filled. */
gboolean cog_layout_line_is_spread (const CogLayoutLine *line);

/* Lines one below the other with a wide space at the same place; in one text this is chance, and
 * seldom goes on for long. lines: (element-type CogLayoutLine): of one text.
 * (transfer container) (element-type CogLayoutLine) */
GPtrArray *cog_layout_find_river (const GPtrArray *lines);

G_END_DECLS
