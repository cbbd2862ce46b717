/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-quantity-convert.h"

G_BEGIN_DECLS

/* A converted quantity as the language writes it, in the manner of the original: range, list,
 * power of ten, "million", in words or by sign. (transfer full) (nullable): ICU lacks the unit */
char *cog_quantity_dup_words (const CogQuantity *quantity,
                              const CogConverted *converted,
                              const char *language);

/* The equation in which the quantity stands, with the converted one in its place; where its number
 * or its unit stands in the text beside, with that: inline XHTML. NULL: it does not stand in one
 * equation, or in a form that cannot be written so. (transfer full) (nullable) */
char *cog_quantity_dup_math (const CogQuantity *quantity,
                             const CogConverted *converted,
                             const CogLensText *text,
                             const char *language);

G_END_DECLS
