/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values of mathvariant (MathML 3, 3.2.2). */
typedef enum
{
  COG_MATH_VARIANT_AUTO, /* none said: a single letter in mi is italic */
  COG_MATH_VARIANT_NORMAL,
  COG_MATH_VARIANT_BOLD,
  COG_MATH_VARIANT_ITALIC,
  COG_MATH_VARIANT_BOLD_ITALIC,
  COG_MATH_VARIANT_DOUBLE_STRUCK,
  COG_MATH_VARIANT_BOLD_FRAKTUR,
  COG_MATH_VARIANT_SCRIPT,
  COG_MATH_VARIANT_BOLD_SCRIPT,
  COG_MATH_VARIANT_FRAKTUR,
  COG_MATH_VARIANT_SANS_SERIF,
  COG_MATH_VARIANT_BOLD_SANS_SERIF,
  COG_MATH_VARIANT_SANS_SERIF_ITALIC,
  COG_MATH_VARIANT_SANS_SERIF_BOLD_ITALIC,
  COG_MATH_VARIANT_MONOSPACE,
  COG_MATH_N_VARIANTS,
} CogMathVariant;

/* AUTO where the value is none of them. */
CogMathVariant cog_math_variant_parse (const char *value);
gboolean cog_math_variant_is_bold (CogMathVariant variant);
gboolean cog_math_variant_is_italic (CogMathVariant variant);
/* The character of Mathematical Alphanumeric Symbols, or c where there is none. */
gunichar cog_math_variant_map (CogMathVariant variant, gunichar c);

G_END_DECLS
