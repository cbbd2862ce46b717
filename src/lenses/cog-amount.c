/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-amount.h"
#include "cog-amount-private.h"

#include "cog-number.h"

#include <math.h>
#include <string.h>

#define MAX_EXPONENT 60

gboolean
cog_amount_is_sign (const CogLensText *text, guint at, const char *sign)
{
  const char *word;

  if (at >= text->tokens->len)
    return FALSE;
  word = g_array_index (text->tokens, CogToken, at).word;
  return word[0] == sign[0] && strcmp (word, sign) == 0;
}

gboolean
cog_amount_is_one_of (const CogLensText *text, guint at, const char *const *signs)
{
  for (guint i = 0; signs[i] != NULL; i++)
    if (cog_amount_is_sign (text, at, signs[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_space (const CogLensText *text, guint at)
{
  return at < text->tokens->len && cog_lens_text_get_token (text, at)->space_before;
}

static gboolean
is_number (const CogLensText *text, guint at)
{
  return at < text->tokens->len && cog_lens_text_get_token (text, at)->kind == COG_TOKEN_NUMBER;
}

double
cog_amount_get_fraction (const CogToken *token)
{
  static const struct
  {
    gunichar sign;
    double value;
  } fractions[] = {
    { 0xBC, 0.25 },      { 0xBD, 0.5 },       { 0xBE, 0.75 },      { 0x2152, 0.1 },
    { 0x2153, 1 / 3.0 }, { 0x2154, 2 / 3.0 }, { 0x2155, 0.2 },     { 0x2156, 0.4 },
    { 0x2157, 0.6 },     { 0x2158, 0.8 },     { 0x2159, 1 / 6.0 }, { 0x215A, 5 / 6.0 },
    { 0x215B, 0.125 },   { 0x215C, 0.375 },   { 0x215D, 0.625 },   { 0x215E, 0.875 },
  };
  gunichar c;

  if (token->kind != COG_TOKEN_SIGN || (guchar)token->word[0] < 0x80)
    return 0;
  c = g_utf8_get_char (token->word);
  for (guint i = 0; c <= 0x215E && i < G_N_ELEMENTS (fractions); i++)
    if (fractions[i].sign == c)
      return fractions[i].value;
  return 0;
}

static double
get_vulgar_fraction (const CogLensText *text, guint at)
{
  return at < text->tokens->len ? cog_amount_get_fraction (cog_lens_text_get_token (text, at)) : 0;
}

static gboolean
read_token (const CogAmountWords *words, const CogLensText *text, guint at, CogNumber *number)
{
  const CogToken *token;

  if (!is_number (text, at))
    return FALSE;
  token = cog_lens_text_get_token (text, at);
  return cog_number_read (text->flat + token->start, (gssize)(token->end - token->start),
                          words->language, number);
}

/* "1/16" of small whole numbers: others are quotients, dates and pages. */
static double
read_slash (const CogAmountWords *words, const CogLensText *text, guint at)
{
  static const char *const slashes[] = { "/", "⁄", NULL };
  CogNumber above, below;

  if (!cog_amount_is_one_of (text, at + 1, slashes) || has_space (text, at + 1) ||
      has_space (text, at + 2) || !read_token (words, text, at, &above) ||
      !read_token (words, text, at + 2, &below))
    return 0;
  if (above.n_decimals > 0 || below.n_decimals > 0 || above.value < 1 ||
      above.value >= below.value || below.value > 64)
    return 0;
  return above.value / below.value;
}

static void
add_fraction (CogAmountNumber *number, double fraction, guint last)
{
  number->value += fraction;
  number->precision = number->value > 1 ? 0.1 : number->value / 10;
  number->form = COG_AMOUNT_FRACTION;
  number->last = number->digits_last = last;
}

/* What stands behind whole digits: "3½", "3 1/2", "3-1/2". */
static void
read_mixed (const CogAmountWords *words, const CogLensText *text, CogAmountNumber *number)
{
  guint at = number->last + 1;
  double fraction = get_vulgar_fraction (text, at);

  if (fraction > 0)
    {
      add_fraction (number, fraction, at);
      return;
    }
  if (cog_amount_is_sign (text, at, "-") && !has_space (text, at))
    at++;
  else if (!has_space (text, at))
    return;
  fraction = read_slash (words, text, at);
  if (fraction > 0)
    add_fraction (number, fraction, at + 2);
}

/* U+00B2 and others: digits of an exponent. */
static int
get_superscript (const CogLensText *text, guint at)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (cog_amount_is_sign (text, at, digits[i]))
      return (int)i;
  return -1;
}

static gboolean
is_minus (const CogLensText *text, guint at)
{
  static const char *const minuses[] = { "-", "−", "–", "⁻", NULL };

  return cog_amount_is_one_of (text, at, minuses);
}

/* The exponent behind a ten: "^21", "²¹", or raised digits. Sets its last token. */
static gboolean
read_exponent (const CogLensText *text, guint at, int *exponent, guint *last)
{
  gboolean is_raised = cog_amount_is_sign (text, at, "^");
  gboolean is_negative;
  int value = 0;
  guint first;

  if (is_raised)
    at++;
  is_negative = is_minus (text, at);
  if (is_negative)
    at++;
  first = at;
  if (is_number (text, at) &&
      (is_raised || (!has_space (text, at) && cog_lens_text_is_in (text, at, "sup"))))
    value = (int)g_ascii_strtoll (cog_lens_text_get_token (text, at++)->word, NULL, 10);
  else
    for (int digit = get_superscript (text, at); digit >= 0; digit = get_superscript (text, ++at))
      value = value * 10 + digit;
  if (at == first || value > MAX_EXPONENT)
    return FALSE;
  *exponent = is_negative ? -value : value;
  *last = at - 1;
  return TRUE;
}

/* "10<sup>21</sup>" is "1021" in the flat text, one token: the raised part begins in it. */
static gboolean
read_joined_exponent (const CogLensText *text, guint at, int *exponent)
{
  const char *word = cog_lens_text_get_token (text, at)->word;
  guint start, end;

  if (strlen (word) < 3 || strlen (word) > 4 || strncmp (word, "10", 2) != 0)
    return FALSE;
  cog_lens_text_get_range (text, at, at, &start, &end);
  for (guint i = 0; i < text->text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->text->codes, i);

      if (code->type == COG_CODE_SPAN && code->start == start + 2 && code->end >= end &&
          strcmp (code->element, "sup") == 0)
        {
          *exponent = (int)g_ascii_strtoll (word + 2, NULL, 10);
          return TRUE;
        }
    }
  return FALSE;
}

static void
read_power (const CogLensText *text, CogAmountNumber *number)
{
  static const char *const times[] = { "×", "·", "⋅", "∙", "*", "x", "х", NULL };
  guint ten = number->last + 2;
  guint last = ten;
  int exponent = 0;

  if (!cog_amount_is_one_of (text, number->last + 1, times) || !is_number (text, ten))
    return;
  if (!read_joined_exponent (text, ten, &exponent) &&
      (!(cog_amount_is_sign (text, ten, "10") || cog_amount_is_sign (text, ten, "١٠")) ||
       !read_exponent (text, ten + 1, &exponent, &last)))
    return;
  number->exponent = exponent;
  number->value *= pow (10, exponent);
  number->precision *= pow (10, exponent);
  number->last = last;
}

static gboolean
read_digits (const CogAmountWords *words,
             const CogLensText *text,
             guint at,
             CogAmountNumber *number)
{
  CogNumber read;
  double fraction = read_slash (words, text, at);

  memset (number, 0, sizeof *number);
  number->first = number->last = number->digits_last = at;
  number->scale = 1;
  number->n_significant = 1;
  if (fraction > 0)
    {
      add_fraction (number, fraction, at + 2);
      cog_amount_skip_article (words, text, number);
      return TRUE;
    }
  if (!read_token (words, text, at, &read))
    return FALSE;
  cog_amount_set_whole (number, read.value);
  if (read.n_decimals > 0)
    {
      number->n_decimals = read.n_decimals;
      number->n_significant = read.n_significant;
      number->precision = pow (10, -(double)read.n_decimals);
    }
  else
    {
      number->n_significant = MAX (1, read.n_significant);
      read_mixed (words, text, number);
    }
  if (number->form == COG_AMOUNT_DIGITS)
    read_power (text, number);
  cog_amount_read_scale (words, text, number);
  return TRUE;
}

gboolean
cog_amount_read_number (const CogAmountWords *words,
                        const CogLensText *text,
                        guint at,
                        CogAmountNumber *number)
{
  double fraction;

  g_return_val_if_fail (words != NULL && text != NULL && number != NULL, FALSE);

  if (at >= text->tokens->len)
    return FALSE;
  if (is_number (text, at))
    return read_digits (words, text, at, number);
  fraction = get_vulgar_fraction (text, at);
  if (fraction > 0)
    {
      memset (number, 0, sizeof *number);
      number->first = at;
      number->scale = 1;
      number->n_significant = 1;
      add_fraction (number, fraction, at);
      cog_amount_skip_article (words, text, number);
      return TRUE;
    }
  return cog_lens_text_get_token (text, at)->kind == COG_TOKEN_WORD &&
         cog_amount_read_words (words, text, at, number);
}
