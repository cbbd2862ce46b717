/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-layout-private.h"

G_BEGIN_DECLS

/* Base with a script below and one above at its end; either may be NULL. Takes all three. */
CogMathBox *cog_math_attach_scripts (CogMathLayout *layout,
                                     const CogMathStyle *style,
                                     CogMathBox *base,
                                     CogMathBox *sub,
                                     CogMathBox *sup);

G_END_DECLS
