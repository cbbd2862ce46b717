/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-layout-private.h"

G_BEGIN_DECLS

/* An operator as a bar of base's width, drawn as a rule, or, with is_mark, as one of the typeface's
 * own accents: arrows, hats, dots. NULL where the element is not a lone operator that has such a
 * form; then it is laid out as any other. (transfer full) (nullable) */
CogMathBox *cog_math_make_accent (CogMathLayout *layout,
                                  const xmlNode *node,
                                  const CogMathStyle *style,
                                  const CogMathBox *base,
                                  gboolean is_mark);
/* Puts an accent over base, whose origin comes to x in box; takes the accent. */
void cog_math_place_accent (CogMathLayout *layout,
                            const CogMathStyle *style,
                            CogMathBox *box,
                            const CogMathBox *base,
                            CogMathBox *accent,
                            double x);

G_END_DECLS
