/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * CogMathFont:
 *
 * The typeface that formulas are set in: one with an OpenType MATH table, and the families of the
 * text around, for words in a formula and for scripts that the typeface lacks. It keeps what it has
 * shaped, for formulas repeat themselves. Belongs to the thread of its context.
 */
typedef struct _CogMathFont CogMathFont;

/* families: of the running text, as in a PangoFontDescription. Returns NULL where the computer has
 * no typeface with a MATH table: formulas can then not be laid out. (transfer full) (nullable) */
CogMathFont *cog_math_font_new (PangoContext *context, const char *families);
CogMathFont *cog_math_font_ref (CogMathFont *font);
void cog_math_font_unref (CogMathFont *font);
/* Name of the typeface, for messages and tests. */
const char *cog_math_font_get_family (const CogMathFont *font);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMathFont, cog_math_font_unref)

G_END_DECLS
