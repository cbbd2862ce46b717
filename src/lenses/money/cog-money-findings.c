/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-money-findings.h"

#include "cog-lens-change.h"
#include "cog-measure-words.h"
#include "cog-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a unit of the original is worth: what the project agreed on. */
typedef struct
{
  double rate;
  char code[4]; /* of what it is told in */
  const CogAgreement *agreement;
} Rate;

static gboolean
read_rate (const CogAgreement *agreement, const char *language, Rate *rate)
{
  g_auto (GStrv) words = g_strsplit (agreement->words != NULL ? agreement->words : "", " ", -1);
  guint n = g_strv_length (words);
  CogNumber number;

  if (n < 2 || strlen (words[n - 1]) != 3)
    return FALSE;
  g_autofree char *code = g_ascii_strup (words[n - 1], -1);
  g_clear_pointer (&words[n - 1], g_free);
  g_autofree char *written = g_strjoinv (" ", words);
  if (!cog_number_read (written, -1, language, &number) || number.value <= 0)
    return FALSE;
  rate->rate = number.value;
  rate->agreement = agreement;
  g_strlcpy (rate->code, code, sizeof rate->code);
  return TRUE;
}

static gboolean
find_rate (const CogMoneyScan *scan, const char *code, Rate *rate)
{
  GPtrArray *agreements = scan->context->agreements;

  for (guint i = 0; agreements != NULL && i < agreements->len; i++)
    {
      const CogAgreement *agreement = g_ptr_array_index (agreements, i);

      if (strcmp (agreement->kind, "rate") == 0 &&
          g_ascii_strcasecmp (agreement->original, code) == 0 &&
          read_rate (agreement, scan->context->target, rate))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_value (
    const CogMoneyScan *scan, double value, guint n_decimals, const char *code, gboolean in_words)
{
  const char *language = scan->context->target;

  if (!in_words)
    return cog_money_dup (value, (int)n_decimals, code, FALSE, language);
  double part = fabs (value) / pow (1000, floor (log10 (fabs (value)) / 3 + 1e-12));

  return cog_money_dup (value, fabs (part - round (part)) < 0.05 ? 0 : 1, code, TRUE, language);
}

/* All numbers of the amount, each times factor. n_significant 0: with the decimals that they have.
 */
static char *
dup_amount (const CogMoneyScan *scan,
            const CogMoney *money,
            double factor,
            const char *code,
            gboolean is_rounded)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < money->amount.n_numbers; i++)
    {
      const CogAmountNumber *number = &money->amount.numbers[i];
      double value = cog_money_get_value (money, i) * factor;
      guint n_significant = MAX (number->n_significant, 2);
      guint n_decimals = number->scale > 1 ? 0 : number->n_decimals;
      g_autofree char *part = NULL;

      if (is_rounded)
        {
          value = cog_number_round (value, MAX (n_significant, 3));
          n_decimals = value < 10 ? cog_number_count_decimals (value, 2) : 0;
        }
      else if (money->currency->unit < 1 || number->form == COG_AMOUNT_FRACTION)
        n_decimals = 2;
      part = dup_value (scan, value, n_decimals, code, number->scale >= 1e6);
      if (part == NULL)
        {
          g_string_free (words, TRUE);
          return NULL;
        }
      g_string_append_printf (words, "%s%s", i > 0 ? "–" : "", part);
    }
  return g_string_free (words, FALSE);
}

/* The whole amount goes where its number stands; its sign is taken out. */
static char *
dup_math (const CogMoneyScan *scan, const CogMoney *money, const char *words)
{
  g_autoptr (GArray) changes = NULL;
  const CogAmountNumber *number = &money->amount.numbers[0];

  if (money->amount.n_numbers != 1 || cog_lens_text_get_token (scan->text, money->first)->piece < 0)
    return NULL;
  changes = cog_lens_changes_new ();
  if (number->first > money->first)
    cog_lens_changes_add (changes, money->first, number->first - 1, g_strdup (""));
  cog_lens_changes_add (changes, number->first, number->last, g_strdup (words));
  if (money->last > number->last)
    cog_lens_changes_add (changes, number->last + 1, money->last, g_strdup (""));
  return cog_lens_text_dup_changed (scan->text, changes);
}

static gboolean
has_equation (const CogMoneyScan *scan, const CogMoney *money)
{
  for (guint i = money->first; i <= money->last; i++)
    if (cog_lens_text_get_token (scan->text, i)->piece >= 0)
      return TRUE;
  return FALSE;
}

static void
propose (const CogMoneyScan *scan,
         const CogMoney *money,
         CogLensFinding *finding,
         CogChoice choice,
         const char *words)
{
  g_autofree char *math = words != NULL ? dup_math (scan, money, words) : NULL;

  /* What stands partly in an equation is for the adapter to write. */
  if (math == NULL && has_equation (scan, money))
    words = NULL;
  cog_lens_finding_propose (finding, choice, words, math);
}

/* Millions are no example but what was counted or paid somewhere: the same number of another money
 * would make it false. */
#define FACT 1e6

/* It is there already, and last. */
static void
put_keep_first (CogLensFinding *finding)
{
  gpointer keep = g_ptr_array_steal_index (finding->proposals, finding->proposals->len - 1);

  g_ptr_array_insert (finding->proposals, 0, keep);
}

static void
propose_amounts (const CogMoneyScan *scan,
                 const CogMoney *money,
                 const Rate *rate,
                 CogLensFinding *finding)
{
  g_autofree char *same = dup_amount (scan, money, 1, scan->currency, FALSE);
  g_autofree char *converted =
      rate != NULL ? dup_amount (scan, money, rate->rate, rate->code, TRUE) : NULL;

  if (converted != NULL)
    propose (scan, money, finding, COG_CHOICE_CONVERT, converted);
  if (same != NULL)
    propose (scan, money, finding, COG_CHOICE_SWAP, same);
  if (converted == NULL)
    cog_lens_finding_propose (finding, COG_CHOICE_CONVERT, NULL, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_RECHOOSE, NULL, NULL);
  if (converted == NULL && cog_money_get_value (money, 0) >= FACT)
    put_keep_first (finding);
}

static gboolean
has_hint (const CogMoneyScan *scan, guint from, guint to, const char *hint)
{
  for (guint i = from; i <= to && i < scan->text->tokens->len; i++)
    if (g_strcmp0 (cog_money_find_hint (&scan->reader, scan->text, i), hint) == 0)
      return TRUE;
  return FALSE;
}

static const char *
get_kind (const CogMoneyScan *scan, const CogMoney *money)
{
  guint first = money->first;

  if (money->currency->is_coin)
    return "coin";
  if (money->amount.n_numbers == 0)
    return "currency";
  if (g_strcmp0 (cog_money_find_hint (&scan->reader, scan->text, money->last + 1), "per") == 0 ||
      (first > 0 && has_hint (scan, first > 4 ? first - 4 : 0, first - 1, "price")))
    return "price";
  return "amount";
}

/* A nickel is a coin, and nickel a metal; a quarter is mostly something else. */
static guint
get_confidence_of_coin (const CogMoneyScan *scan, const CogMoney *money)
{
  gboolean is_quarter = strcmp (money->currency->id, "quarter") == 0;
  const CogToken *token = cog_lens_text_get_token (scan->text, money->last);

  if (!is_quarter && (money->amount.n_numbers > 0 || money->mark != '~') && !token->is_capital)
    return 70;
  return has_hint (scan, 0, MAX (money->first, 1) - 1, "coin") ||
                 has_hint (scan, money->last + 1, scan->text->tokens->len, "coin")
             ? 60
             : 40;
}

static guint
get_confidence (const CogMoneyScan *scan, const CogMoney *money)
{
  if (money->currency->is_coin)
    return get_confidence_of_coin (scan, money);
  if (money->amount.n_numbers == 0)
    return 50;
  if (money->mark == '~')
    return 45;
  return money->is_word ? 80 : 90;
}

static char *
dup_why (const CogMoneyScan *scan, const CogMoney *money, const Rate *rate)
{
  g_autofree char *words = cog_lens_text_dup_words (scan->text, money->first, money->last);

  if (money->currency->is_coin)
    /* Translators: %s is a coin of another country, such as “a dime”. */
    return g_strdup_printf (
        _ ("%s is a coin that readers do not have. A coin of about that size or "
           "worth would do."),
        words);
  if (money->amount.n_numbers == 0)
    /* Translators: %s is a name of money, such as “dollars”. */
    return g_strdup_printf (_ ("Readers do not pay in %s."), words);
  if (rate == NULL)
    /* Translators: the first %s is an amount such as “$149”, the second a currency (“USD”). */
    return g_strdup_printf (
        _ ("Readers do not pay in the money of %s. To convert it, agree on a rate "
           "for %s first. Or say what the same would cost here."),
        words, money->code);
  if (rate->agreement->date != NULL)
    /* Translators: an amount, a rate such as “520 KZT”, its date. */
    return g_strdup_printf (
        _ ("%s is converted by the rate that was agreed on, %s of %s. Or say what "
           "the same would cost here."),
        words, rate->agreement->words, rate->agreement->date);
  /* Translators: an amount, a rate such as “520 KZT”. */
  return g_strdup_printf (_ ("%s is converted by the rate that was agreed on, %s. Or say what the "
                             "same would cost here."),
                          words, rate->agreement->words);
}

static char *
dup_subject (const CogMoney *money)
{
  GString *subject = g_string_new (money->currency->is_coin ? money->currency->id : money->code);

  for (guint i = 0; !money->currency->is_coin && i < money->amount.n_numbers; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (number, sizeof number, "%.10g", cog_money_get_value (money, i));
      g_string_append_printf (subject, " %s", number);
    }
  return g_string_free (subject, FALSE);
}

/* A sign for a sign; names are for the adapter to write: they follow the sentence. */
static void
propose_name (const CogMoneyScan *scan, const CogMoney *money, CogLensFinding *finding)
{
  gboolean is_sign = !money->is_word && !money->currency->is_coin && !has_equation (scan, money);
  g_autofree char *sign =
      is_sign ? cog_money_dup_sign (scan->currency, scan->context->target) : NULL;

  cog_lens_finding_propose (finding, COG_CHOICE_SWAP, sign, NULL);
}

void
cog_money_add_finding (const CogMoneyScan *scan, const CogMoney *money)
{
  CogLensFinding *finding;
  const char *kind;
  Rate rate;
  gboolean has_rate;

  g_return_if_fail (scan != NULL && money != NULL);

  if (money->currency->is_coin && get_confidence (scan, money) < 50)
    return;
  has_rate = find_rate (scan, money->code, &rate);
  kind = get_kind (scan, money);
  finding = cog_lens_add (scan->lens, scan->text, money->first, money->last, kind,
                          get_confidence (scan, money),
                          dup_why (scan, money, has_rate ? &rate : NULL), scan->findings);
  finding->subject = dup_subject (money);
  if (money->currency->is_coin || money->amount.n_numbers == 0)
    propose_name (scan, money, finding);
  else
    propose_amounts (scan, money, has_rate ? &rate : NULL, finding);
}
