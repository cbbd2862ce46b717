/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-money.h"

#include "cog-word-list.h"

#include <string.h>

void
cog_money_reader_init (CogMoneyReader *reader, const char *language, const char *place)
{
  g_return_if_fail (reader != NULL && language != NULL);

  cog_amount_words_init (&reader->amounts, language);
  reader->currencies = cog_word_list_get ("currencies.tsv", language);
  reader->hints = cog_word_list_get ("money-words.tsv", language);
  reader->place = place;
  reader->has_tex = FALSE;
}

const char *
cog_money_find_hint (const CogMoneyReader *reader, const CogLensText *text, guint at)
{
  const CogListedWord *word =
      at < text->tokens->len ? cog_phrases_find (reader->hints, text, at, NULL) : NULL;

  return word != NULL ? word->row->cells[0] : NULL;
}

static const CogToken *
get_token (const CogLensText *text, guint at)
{
  return at < text->tokens->len ? cog_lens_text_get_token (text, at) : NULL;
}

static gboolean
is_number (const CogLensText *text, guint at)
{
  const CogToken *token = get_token (text, at);

  return token != NULL && token->kind == COG_TOKEN_NUMBER;
}

/* A sign that clings to what stands before it, and to no number behind, closes a formula. */
static gboolean
closes_formula (const CogLensText *text, guint at)
{
  const CogToken *before = at > 0 ? get_token (text, at - 1) : NULL;

  if (before == NULL || get_token (text, at)->space_before || is_number (text, at + 1))
    return FALSE;
  if (before->kind == COG_TOKEN_WORD && before->is_capital && before->end - before->start <= 3)
    return FALSE; /* "US$", "A$" */
  return before->kind != COG_TOKEN_SIGN || strchr ("})]", before->word[0]) != NULL;
}

gboolean
cog_money_has_tex (const CogLensText *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  /* Where the sign stands behind the number by custom, it says nothing. */
  if (!g_str_has_prefix (text->language, "en"))
    return FALSE;
  for (guint i = 0; i < text->tokens->len; i++)
    if (cog_amount_is_sign (text, i, "$") && closes_formula (text, i))
      return TRUE;
  return FALSE;
}

static const CogListedWord *
find_currency (
    const CogMoneyReader *reader, const CogLensText *text, guint at, guint *last, CogMoney *money)
{
  const CogListedWord *word =
      at < text->tokens->len ? cog_phrases_find (reader->currencies, text, at, last) : NULL;

  if (word == NULL || (reader->has_tex && cog_amount_is_sign (text, at, "$")))
    return NULL;
  money->currency = cog_currency_get (word->index);
  money->code = cog_currency_resolve (money->currency, reader->place);
  money->is_word = !word->is_sign;
  money->mark = word->mark;
  return money->code != NULL ? word : NULL;
}

/* "$20k", "$5M", "$2bn": letters right behind the digits. */
static void
read_letter (const CogLensText *text, CogAmount *amount)
{
  static const struct
  {
    const char *letters;
    double scale;
  } letters[] = { { "k", 1e3 },  { "m", 1e6 }, { "mm", 1e6 }, { "mn", 1e6 },
                  { "bn", 1e9 }, { "b", 1e9 }, { "t", 1e12 } };
  CogAmountNumber *number = &amount->numbers[amount->n_numbers - 1];
  const CogToken *token = get_token (text, number->last + 1);

  if (token == NULL || token->space_before || token->kind != COG_TOKEN_WORD || number->scale > 1)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strcmp (token->word, letters[i].letters) == 0)
      {
        number->scale = letters[i].scale;
        number->value *= number->scale;
        number->precision *= number->scale;
        amount->last = ++number->last;
      }
}

/* What is joined by words is told of other things: "$5 and 10 people", "$20 to 3 friends". */
static void
cut_joined (const CogLensText *text, CogAmount *amount)
{
  const CogToken *joint =
      amount->n_numbers > 1 ? get_token (text, amount->numbers[0].last + 1) : NULL;

  if (joint == NULL || (amount->joints[1] == COG_JOINT_RANGE && joint->kind == COG_TOKEN_SIGN &&
                        amount->n_numbers == 2))
    return;
  amount->n_numbers = 1;
  amount->last = amount->numbers[0].last;
}

/* "$5 USD", "$5 dollars": said twice. */
static void
read_again (const CogMoneyReader *reader, const CogLensText *text, CogMoney *money)
{
  CogMoney again = *money;
  guint last;
  const CogListedWord *word = find_currency (reader, text, money->last + 1, &last, &again);

  if (word == NULL || again.currency->unit != 1 || is_number (text, last + 1) ||
      (strcmp (again.code, money->code) != 0 && !word->is_sign))
    return;
  money->code = again.code;
  money->last = last;
}

/* "$5", "US$ 5 million", "EUR 20", "shilingi elfu tano" */
static gboolean
read_behind_sign (
    const CogMoneyReader *reader, const CogLensText *text, guint at, guint last, CogMoney *money)
{
  const CogToken *next = get_token (text, last + 1);

  gboolean is_noun_first = reader->amounts.is_noun_first;

  if ((money->is_word && !is_noun_first) || next == NULL ||
      (next->kind != COG_TOKEN_NUMBER && !is_noun_first) ||
      !cog_amount_read (&reader->amounts, text, last + 1, &money->amount))
    return FALSE;
  cut_joined (text, &money->amount);
  read_letter (text, &money->amount);
  money->first = at;
  money->last = money->amount.last;
  read_again (reader, text, money);
  return TRUE;
}

static gboolean
is_hyphen (const CogLensText *text, guint at)
{
  const CogToken *next = get_token (text, at + 1);

  return (cog_amount_is_sign (text, at, "-") || cog_amount_is_sign (text, at, "‑")) &&
         !get_token (text, at)->space_before && next != NULL && !next->space_before;
}

/* "in 2006 dollars" is money of a year; "a dollar value" is a value. */
static gboolean
is_no_amount (const CogMoneyReader *reader,
              const CogLensText *text,
              guint first,
              guint last,
              const CogMoney *money)
{
  const CogAmountNumber *number = &money->amount.numbers[0];

  if (number->form == COG_AMOUNT_ARTICLE)
    return g_strcmp0 (cog_money_find_hint (reader, text, last + 1), "noun") == 0;
  return money->is_word && first > 0 && number->form == COG_AMOUNT_DIGITS && number->scale == 1 &&
         number->n_decimals == 0 && number->value >= 1800 && number->value <= 2100 &&
         get_token (text, first)->end - get_token (text, first)->start == 4 &&
         g_strcmp0 (cog_money_find_hint (reader, text, first - 1), "in") == 0;
}

/* "5 dollars", "20 €", "a 5-dollar bill"; not "5 $10 notes". */
static gboolean
read_before_word (const CogMoneyReader *reader, const CogLensText *text, guint at, CogMoney *money)
{
  guint last = at;
  guint behind;
  const CogListedWord *of;

  if (!cog_amount_read (&reader->amounts, text, at, &money->amount))
    return FALSE;
  behind = money->amount.last + 1;
  of = NULL;
  if (is_hyphen (text, behind))
    {
      /* "a million-dollar idea" */
      if (money->amount.numbers[0].form == COG_AMOUNT_WORDS && money->amount.numbers[0].scale > 1)
        return FALSE;
      behind++;
    }
  of = find_currency (reader, text, behind, &last, money);
  if (of == NULL || is_no_amount (reader, text, at, last, money))
    return FALSE;
  if (of->is_sign && is_number (text, last + 1) && !get_token (text, last + 1)->space_before)
    return FALSE;
  money->first = at;
  money->last = last;
  return TRUE;
}

/* Names of currencies that are nothing else. */
static gboolean
is_plain_name (const CogMoney *money)
{
  static const char *const ids[] = { "dollar", "us-dollar", "euro",  "pound-sterling", "yen",
                                     "rouble", "yuan",      "rupee", "zloty",          "tenge",
                                     "toman",  "rupiah",    NULL };

  return money->is_word && money->mark == '\0' && g_strv_contains (ids, money->currency->id);
}

/* "Price ($)": the sign of a column. */
static gboolean
is_heading (const CogLensText *text, guint first, guint last)
{
  return (text->kind == COG_UNIT_CELL || text->kind == COG_UNIT_HEADER_CELL) && first > 0 &&
         cog_amount_is_sign (text, first - 1, "(") && cog_amount_is_sign (text, last + 1, ")");
}

gboolean
cog_money_read (const CogMoneyReader *reader, const CogLensText *text, guint at, CogMoney *money)
{
  guint last = at;

  g_return_val_if_fail (reader != NULL && text != NULL && money != NULL, FALSE);

  money->amount.n_numbers = 0;
  if (find_currency (reader, text, at, &last, money) != NULL)
    {
      if (read_behind_sign (reader, text, at, last, money))
        return TRUE;
      money->amount.n_numbers = 0;
      money->first = at;
      money->last = last;
      if (is_heading (text, at, last))
        return TRUE;
      /* "one-quarter", "a million-dollar idea" */
      if (at > 0 && cog_amount_is_sign (text, at - 1, "-"))
        return FALSE;
      if (money->currency->is_coin)
        return TRUE;
      return is_plain_name (money) && !is_number (text, last + 1) &&
             g_strcmp0 (cog_money_find_hint (reader, text, last + 1), "name") != 0;
    }
  return read_before_word (reader, text, at, money);
}

double
cog_money_get_value (const CogMoney *money, guint index)
{
  g_return_val_if_fail (money != NULL && index < money->amount.n_numbers, 0);
  return money->amount.numbers[index].value * money->currency->unit;
}
