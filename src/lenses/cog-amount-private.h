/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-amount.h"

G_BEGIN_DECLS

/* Number words at a token; sets all of number. */
gboolean cog_amount_read_words (const CogAmountWords *words,
                                const CogLensText *text,
                                guint at,
                                CogAmountNumber *number);
/* "million" and "and a half" behind digits. */
void cog_amount_read_scale (const CogAmountWords *words,
                            const CogLensText *text,
                            CogAmountNumber *number);
/* "half a", "3/4 of an": of and article belong to the number then. */
void cog_amount_skip_article (const CogAmountWords *words,
                              const CogLensText *text,
                              CogAmountNumber *number);
/* Where decimals are none, the last zeros beyond two digits say nothing. */
void cog_amount_set_whole (CogAmountNumber *number, double value);

/* The same in a language that says the thing first; sets all of number. */
gboolean cog_amount_read_noun_first (const CogAmountWords *words,
                                     const CogLensText *text,
                                     guint at,
                                     CogAmountNumber *number);

G_END_DECLS
