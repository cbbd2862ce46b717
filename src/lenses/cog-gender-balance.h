/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"

G_BEGIN_DECLS

/* How often texts name women and men: by words (pronouns and nouns) and by given names. */
typedef struct
{
  guint n_words_women, n_words_men;
  guint n_names_women, n_names_men;
  const CogLensText *first_text; /* where the first of them stands; NULL: nowhere. Borrowed */
  guint first_token;
} CogGenderBalance;

/* Adds what a text has. Languages without words in data/lenses/gendered-words.tsv count names. */
void cog_gender_balance_count (CogGenderBalance *self, const CogLensText *text);
/* Enough of them to speak of, and one side has less than a quarter. */
gboolean cog_gender_balance_is_uneven (const CogGenderBalance *self);

G_END_DECLS
