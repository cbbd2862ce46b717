/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-amount.h"
#include "cog-currency.h"

G_BEGIN_DECLS

/* Money as a text tells it: "$5 million", "a dime", "20 €". */
typedef struct
{
  CogAmount amount; /* n_numbers 0: the name of a currency alone */
  const CogCurrency *currency;
  const char *code; /* ISO 4217 */
  gboolean is_word; /* "dollars", and not "$" */
  char mark;        /* '~': the word is often something else */
  guint first, last;
} CogMoney;

typedef struct
{
  CogAmountWords amounts;
  const CogPhrases *currencies;
  const CogPhrases *hints; /* money-words.tsv */
  const char *place;       /* of the text, ISO 3166 */
  gboolean has_tex;        /* its dollars are signs of formulas: "$2^4$" */
} CogMoneyReader;

/* language, place: borrowed */
void cog_money_reader_init (CogMoneyReader *reader, const char *language, const char *place);
/* Whether dollar signs of the text begin and end formulas, as TeX writes them. */
gboolean cog_money_has_tex (const CogLensText *text);
gboolean
cog_money_read (const CogMoneyReader *reader, const CogLensText *text, guint at, CogMoney *money);
/* Of the number (0…) in whole units of the currency. */
double cog_money_get_value (const CogMoney *money, guint index);
/* "price", "per", "coin"; NULL: none. */
const char *cog_money_find_hint (const CogMoneyReader *reader, const CogLensText *text, guint at);

G_END_DECLS
