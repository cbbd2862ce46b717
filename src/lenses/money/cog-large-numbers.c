/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-money-findings.h"
#include "cog-word-list.h"

#include "cog-measure-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How a language names what is beyond a million: see data/lenses/number-scales.tsv. */

static const char *
find_scale (const char *language)
{
  const CogWordTable *table = cog_word_table_get ("number-scales.tsv");
  g_autofree char *primary = g_strndup (language, strcspn (language, "-_"));
  const char *scale = "";

  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;

      if (strcmp (cells[0], language) == 0)
        return cells[1];
      if (strcmp (cells[0], primary) == 0)
        scale = cells[1];
    }
  return scale;
}

/* Names for ten thousand and for a hundred million. */
static gboolean
is_eastern (const char *source, double value)
{
  return strcmp (source, "east") == 0 && (value == 1e4 || value == 1e8);
}

/* How likely the name misleads. Below 50: hardly. */
static guint
get_confidence (const char *source, const char *target, double value)
{
  gboolean is_indian = value == 1e5 || value == 1e7;

  if (strcmp (source, target) == 0 || target[0] == '\0')
    return 0;
  if (is_indian || is_eastern (source, value))
    return 70;
  if (value < 1e9)
    return 0;
  if (strcmp (source, "short") == 0)
    return strcmp (target, "long") == 0 ? 60 : value == 1e9 ? 50 : 0;
  if (strcmp (source, "milliard") == 0)
    return strcmp (target, "long") == 0 && value >= 1e12 ? 60 : 0;
  if (strcmp (source, "long") == 0)
    return value >= 1e12 ? 65 : 0;
  return 0;
}

/* The amount that ends with the name, or the name alone. */
static gboolean
find_amount (const CogMoneyScan *scan, guint at, CogAmountNumber *number)
{
  for (guint first = at > 3 ? at - 3 : 0; first <= at; first++)
    if (cog_amount_read_number (&scan->reader.amounts, scan->text, first, number) &&
        number->last >= at && number->form != COG_AMOUNT_ARTICLE)
      return TRUE;
  return FALSE;
}

static void
add_finding (const CogMoneyScan *scan, guint at, guint last, double value, guint confidence)
{
  CogAmountNumber number;
  gboolean has_amount = find_amount (scan, at, &number);
  const CogToken *token = cog_lens_text_get_token (scan->text, at);
  guint first = has_amount ? number.first : at;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  CogLensFinding *finding;

  /* "bn" of an equation is b times n. */
  if (!has_amount && (token->piece >= 0 || token->end - token->start <= 3))
    return;
  /* 万 alone is "all", "very". */
  if (value == 1e4 && first == at)
    return;
  if (has_amount && number.last > last)
    last = number.last;
  if (has_amount && number.value < 1e15)
    words = cog_number_dup_in_words (number.value, scan->context->target);
  name = cog_lens_text_dup_words (scan->text, at, last);
  finding = cog_lens_add (
      scan->lens, scan->text, first, last, "large-number", confidence,
      /* Translators: %s is the name of a large number, such as “billion”. */
      g_strdup_printf (_ ("“%s” is a false friend: languages that have the word may mean another "
                          "number by it."),
                       name),
      scan->findings);
  cog_lens_finding_propose (finding, COG_CHOICE_CONVERT, words, NULL);
  if (has_amount)
    finding->subject = g_strdup_printf ("number %.10g", number.value);
  else
    finding->subject = g_strdup_printf ("number %g", value);
}

void
cog_money_find_large_numbers (const CogMoneyScan *scan)
{
  const CogPhrases *numbers = scan->reader.amounts.numbers;
  const char *source = NULL, *target = NULL;

  for (guint i = 0; i < scan->text->tokens->len; i++)
    {
      guint last = i;
      const CogListedWord *word = cog_phrases_find (numbers, scan->text, i, &last);
      double value;
      guint confidence;

      if (word == NULL || word->row->cells[1][0] != 's')
        continue;
      value = g_ascii_strtod (word->row->cells[0], NULL);
      if (value < 1e4)
        continue;
      if (source == NULL)
        {
          source = find_scale (scan->text->language);
          target = find_scale (scan->context->target);
        }
      if (value < 1e5 && !is_eastern (source, value))
        continue;
      confidence = get_confidence (source, target, value);
      if (confidence > 0)
        add_finding (scan, i, last, value, confidence);
      i = last;
    }
}
