/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-amount-private.h"
#include "cog-word-list.h"

#include "cog-number.h"

#include <math.h>
#include <string.h>

/* Swahili says the thing first and how many of it behind ("maili tano", "shilingi 350"), and so it
 * does with its own hundreds and thousands: "elfu tano na mia mbili" is 5200. */

#define BIGGEST 1e15

gboolean
cog_amount_is_noun_first (const char *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  return g_ascii_strncasecmp (language, "sw", 2) == 0 && !g_ascii_isalpha (language[2]);
}

/* A word of the table: its value, and whether it multiplies. */
static gboolean
find_word (const CogAmountWords *words,
           const CogLensText *text,
           guint at,
           double *value,
           char *class,
           guint *last)
{
  const CogListedWord *listed;

  if (at >= text->tokens->len)
    return FALSE;
  *last = at;
  listed = cog_phrases_find (words->numbers, text, at, last);
  if (listed == NULL)
    return FALSE;
  *value = g_ascii_strtod (listed->row->cells[0], NULL);
  *class = listed->row->cells[1][0];
  return TRUE;
}

/* "ishirini na tano", "tano" */
static gboolean
read_units (
    const CogAmountWords *words, const CogLensText *text, guint at, double *value, guint *last)
{
  double more;
  char class;
  guint end, and_last;

  if (!find_word (words, text, at, value, &class, &end) || (class != 'u' && class != 'o'))
    return FALSE;
  *last = end;
  if (*value >= 10 && fmod (*value, 10) == 0 &&
      cog_amount_words_is_role (words, text, end + 1, "and", &and_last) &&
      find_word (words, text, and_last + 1, &more, &class, &end) &&
      (class == 'u' || class == 'o') && more < 10)
    {
      *value += more;
      *last = end;
    }
  return TRUE;
}

static gboolean
read_digits (
    const CogAmountWords *words, const CogLensText *text, guint at, double *value, guint *last)
{
  const CogToken *token = at < text->tokens->len ? cog_lens_text_get_token (text, at) : NULL;
  CogNumber number;

  if (token == NULL || token->kind != COG_TOKEN_NUMBER ||
      !cog_number_read (text->flat + token->start, (gssize)(token->end - token->start),
                        words->language, &number))
    return FALSE;
  *value = number.value;
  *last = at;
  return TRUE;
}

/* "elfu tano", "bilioni 2", "mia"; or what read_units() reads. */
static gboolean
read_step (
    const CogAmountWords *words, const CogLensText *text, guint at, double *value, guint *last)
{
  double scale, times = 1;
  char class;

  if (!find_word (words, text, at, &scale, &class, last))
    return FALSE;
  if (class != 's')
    return read_units (words, text, at, value, last);
  if (!read_digits (words, text, *last + 1, &times, last))
    read_units (words, text, *last + 1, &times, last);
  *value = scale * times;
  return TRUE;
}

gboolean
cog_amount_read_noun_first (const CogAmountWords *words,
                            const CogLensText *text,
                            guint at,
                            CogAmountNumber *number)
{
  double total, value;
  guint last, next;

  g_return_val_if_fail (words != NULL && text != NULL && number != NULL, FALSE);

  if (!read_step (words, text, at, &total, &last))
    return FALSE;
  value = total;
  while (total < BIGGEST && cog_amount_words_is_role (words, text, last + 1, "and", &next) &&
         value >= 100)
    {
      double before = value;
      guint end = last;

      if (!read_step (words, text, next + 1, &value, &end) || value >= before)
        break;
      total += value;
      last = end;
    }
  memset (number, 0, sizeof *number);
  number->first = at;
  number->last = number->digits_last = last;
  cog_amount_set_whole (number, total);
  number->scale = total >= 1e6 ? 1e6 : 1;
  number->form = COG_AMOUNT_WORDS;
  if (cog_amount_words_is_role (words, text, last + 1, "half-more", &next))
    {
      number->value += 0.5;
      number->precision = 0.1;
      number->last = next;
    }
  return total > 0;
}
