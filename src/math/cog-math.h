/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-box.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * CogMathSetting:
 *
 * What a formula has to fit to. All measures are points.
 */
typedef struct
{
  double size;         /* of the text around */
  double width;        /* of the line; 0: as wide as it comes */
  gboolean is_display; /* on a line of its own */
  gboolean is_rtl;     /* the text around runs right to left: numbers stand on the left */
} CogMathSetting;

/**
 * cog_math_lay_out:
 *
 * Lays out a formula: MathML Core (W3C, 2023), and of MathML 3 what books use besides (mfenced,
 * menclose, mlabeledtr, alignment of tables, line breaks). The element may come from any file, so
 * its depth and size are limited. In a display, what is wider than the line is broken at
 * its outermost relations and operators, where it has any, and a number of the equation, by
 * mlabeledtr or by words in brackets after a wide space at its end, stands at the margin.
 *
 * Returns: NULL beyond the limits. (transfer full) (nullable)
 */
CogMathBox *
cog_math_lay_out (CogMathFont *font, const xmlNode *math, const CogMathSetting *setting);

/* Whether it says so itself; otherwise formulas run from left to right, whatever is around. */
gboolean cog_math_is_right_to_left (const xmlNode *math);

/* The next element in the formula that is none of MathML's, or that this renderer has no form for:
 * it is drawn as the text in it. after NULL: the first. (transfer none) (nullable) */
const xmlNode *cog_math_next_unknown (const xmlNode *math, const xmlNode *after);

/**
 * cog_math_lay_out_pieces:
 *
 * The same for a formula in the line of a text: the pieces between which a line may end, in the
 * order of reading, of which those that follow on one line stand together without space. A formula
 * that is short beside the line is one piece.
 *
 * Returns: (element-type CogMathBox) (transfer full) (nullable)
 */
GPtrArray *
cog_math_lay_out_pieces (CogMathFont *font, const xmlNode *math, const CogMathSetting *setting);

G_END_DECLS
