/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-font-private.h"

G_BEGIN_DECLS

/* Shapes a text of which the typeface has all characters. (transfer full) */
CogMathRun *
cog_math_run_shape (CogMathFont *font, const char *text, const char *shown, CogMathShape shape);
/* HarfBuzz's font in units, of which an em has so many. */
hb_font_t *cog_math_font_get_hb (CogMathFont *font);
double cog_math_font_get_units (CogMathFont *font);

G_END_DECLS
