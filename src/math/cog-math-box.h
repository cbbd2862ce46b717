/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-font.h"

G_BEGIN_DECLS

/**
 * CogMathBox:
 *
 * A formula, or a part of one, laid out: glyphs, rules and words at their places. All measures are
 * points; the origin is the left end of the baseline, y goes down. A box is drawn as often and
 * wherever one likes; it keeps the typeface alive.
 */
typedef struct _CogMathBox CogMathBox;

/* How a piece of running text is drawn at a baseline; returns its width. A writer that must keep
 * the text copyable has its own. */
typedef double (*CogMathTextFunc) (
    cairo_t *cr, const char *text, PangoGlyphItem *run, double x, double y);

void cog_math_box_free (CogMathBox *box);
double cog_math_box_get_width (const CogMathBox *box);
/* Above and below the baseline, of the ink. */
double cog_math_box_get_ascent (const CogMathBox *box);
double cog_math_box_get_descent (const CogMathBox *box);
/* Where the ink of the n-th sign that shows text is, counted from 0 in reading order as it was laid
 * out: for a caret, and for tests. FALSE: there is none. */
gboolean
cog_math_box_find (const CogMathBox *box, const char *text, guint n, cairo_rectangle_t *ink);
/* Draws in the source of cr, but for what has a colour of its own; func NULL: as Pango does. */
void
cog_math_box_draw (const CogMathBox *box, cairo_t *cr, double x, double y, CogMathTextFunc func);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMathBox, cog_math_box_free)

G_END_DECLS
