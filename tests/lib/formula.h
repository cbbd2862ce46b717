/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math.h"

/* The typeface that tests lay formulas out in: the tests need one to be installed. */
CogMathFont *formula_make_font (void);
/* Lays out what stands inside <math>; NULL where the engine gives up. */
CogMathBox *formula_lay_out (const char *inner, gboolean is_display, double width);
/* Where a sign stands; fails the test where it is not. */
cairo_rectangle_t formula_find (const CogMathBox *box, const char *text, guint n);
