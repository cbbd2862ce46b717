/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-row-private.h"

G_BEGIN_DECLS

/* A measured row that is a whole formula, in lines. Widths are points. */

/* Rows in it that only group what belongs together give their items to it; depth is 0. */
void cog_math_row_splice (CogMathRow *row, guint depth);
/* Of the items from first up to end, side by side. */
double cog_math_row_get_width (const CogMathRow *row, guint first, guint end);
gboolean cog_math_row_has_newline (const CogMathRow *row);
/* Lines one below the other: the baseline is the first one's, last is how far below the last one's
 * is. (transfer full) */
CogMathBox *cog_math_row_break (CogMathRow *row, double width, double *last);
/* The pieces between which a line of text may end; weak operators end none shorter than room.
 * pieces: (element-type CogMathBox) */
void cog_math_row_add_pieces (CogMathRow *row, double room, GPtrArray *pieces);

G_END_DECLS
