/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-amount-private.h"
#include "cog-word-list.h"

#include <math.h>
#include <string.h>

typedef enum
{
  CLASS_ONE,
  CLASS_UNIT,
  CLASS_SCALE,
  CLASS_PART,
} Class;

/* "a billion billion billion …" ends somewhere. */
#define MAX_VALUE 1e60

typedef struct
{
  Class class;
  double value;
  gboolean is_singular;
  guint first, last;
} Word;

void
cog_amount_words_init (CogAmountWords *words, const char *language)
{
  g_return_if_fail (words != NULL && language != NULL);

  words->language = language;
  words->numbers = cog_word_list_get ("number-words.tsv", language);
  words->roles = cog_word_list_get ("amount-words.tsv", language);
  words->is_noun_first = cog_amount_is_noun_first (language);
}

const char *
cog_amount_words_find_role (const CogAmountWords *words,
                            const CogLensText *text,
                            guint at,
                            guint *last)
{
  guint end = at;
  const CogListedWord *word;

  if (at >= text->tokens->len)
    return NULL;
  word = cog_phrases_find (words->roles, text, at, &end);
  if (word != NULL && last != NULL)
    *last = end;
  return word != NULL ? word->row->cells[0] : NULL;
}

gboolean
cog_amount_words_is_role (
    const CogAmountWords *words, const CogLensText *text, guint at, const char *role, guint *last)
{
  return g_strcmp0 (cog_amount_words_find_role (words, text, at, last), role) == 0;
}

static gboolean
find_word (const CogAmountWords *words, const CogLensText *text, guint at, Word *word)
{
  const CogListedWord *listed;

  if (at >= text->tokens->len)
    return FALSE;
  word->last = at;
  listed = cog_phrases_find (words->numbers, text, at, &word->last);
  if (listed == NULL)
    return FALSE;
  word->first = at;
  word->is_singular = listed->is_first;
  word->value = g_ascii_strtod (listed->row->cells[0], NULL);
  switch (listed->row->cells[1][0])
    {
    case 'o':
      word->class = CLASS_ONE;
      break;
    case 'u':
      word->class = CLASS_UNIT;
      break;
    case 's':
      word->class = CLASS_SCALE;
      break;
    default:
      word->class = CLASS_PART;
    }
  return TRUE;
}

void
cog_amount_set_whole (CogAmountNumber *number, double value)
{
  double unit = 1;
  guint digits = value >= 1 ? (guint)floor (log10 (value) + 1e-9) + 1 : 1;

  number->value = value;
  number->n_decimals = 0;
  while (digits > 2 && fmod (value, unit * 10) == 0)
    {
      unit *= 10;
      digits--;
    }
  number->n_significant = digits;
  number->precision = unit;
}

static void
set_part (CogAmountNumber *number, double value)
{
  number->value = value;
  number->form = COG_AMOUNT_WORDS;
  number->n_significant = 1;
  number->precision = value > 1 ? 0.1 : value / 10;
}

void
cog_amount_skip_article (const CogAmountWords *words,
                         const CogLensText *text,
                         CogAmountNumber *number)
{
  Word word;
  guint last = number->last;

  if (cog_amount_words_is_role (words, text, number->last + 1, "of", &last))
    number->last = last;
  if (find_word (words, text, number->last + 1, &word) && word.class == CLASS_ONE)
    number->last = word.last;
}

static gboolean
read_part (const CogAmountWords *words,
           const CogLensText *text,
           double before,
           const Word *part,
           CogAmountNumber *number)
{
  set_part (number, before * part->value);
  number->last = part->last;
  cog_amount_skip_article (words, text, number);
  return TRUE;
}

/* Sum and product of the words as they are said: "two hundred and five thousand". */
typedef struct
{
  double total, current;
  gboolean was_scale;
  guint last;
} Sum;

static void
add_scale (Sum *sum, double value)
{
  if (value < 1000)
    sum->current = (sum->current > 0 ? sum->current : 1) * value;
  else if (sum->was_scale && sum->current == 0)
    sum->total *= value;
  else
    {
      sum->total += (sum->current > 0 ? sum->current : 1) * value;
      sum->current = 0;
    }
  sum->was_scale = value >= 1000;
}

static gboolean
add_word (Sum *sum, const Word *word)
{
  if (word->class == CLASS_PART || (word->class == CLASS_ONE && sum->current == 0))
    return FALSE;
  if (word->class == CLASS_SCALE)
    add_scale (sum, word->value);
  else
    {
      if (sum->current > 0 && fmod (sum->current, 10) != 0)
        return FALSE;
      sum->current += word->value;
      sum->was_scale = FALSE;
    }
  sum->last = word->last;
  return TRUE;
}

/* "twenty-five", "two hundred and five", "خمسة وعشرون": what may stand between two words. */
static guint
skip_between (const CogAmountWords *words, const CogLensText *text, guint at, const Sum *sum)
{
  guint last;

  if (cog_amount_is_sign (text, at, "-"))
    return at + 1;
  if (sum->current >= 100 && cog_amount_words_is_role (words, text, at, "and", &last))
    return last + 1;
  return at;
}

static void
add_words (const CogAmountWords *words, const CogLensText *text, Sum *sum)
{
  Word word;

  while (sum->total < MAX_VALUE &&
         find_word (words, text, skip_between (words, text, sum->last + 1, sum), &word) &&
         add_word (sum, &word))
    ;
}

static void
add_half (const CogAmountWords *words, const CogLensText *text, CogAmountNumber *number)
{
  guint last;

  if (!cog_amount_words_is_role (words, text, number->last + 1, "half-more", &last))
    return;
  number->value += 0.5 * number->scale;
  number->precision = 0.1 * number->scale;
  number->last = last;
}

static gboolean
read_first (const CogAmountWords *words, const CogLensText *text, Word *word, Sum *sum)
{
  Word next;

  sum->last = word->last;
  if (word->class == CLASS_SCALE)
    {
      /* "hundreds of miles", "million-dollar question", "миллионы долларов": no number. "mille" and
       * "cent" are one. */
      if (g_str_has_prefix (words->language, "en") || !word->is_singular)
        return FALSE;
      add_scale (sum, word->value);
      return TRUE;
    }
  sum->current = word->value;
  if (word->class == CLASS_ONE && find_word (words, text, word->last + 1, &next) &&
      next.class == CLASS_UNIT)
    return FALSE;
  return TRUE;
}

gboolean
cog_amount_read_words (const CogAmountWords *words,
                       const CogLensText *text,
                       guint at,
                       CogAmountNumber *number)
{
  Word word, next;
  Sum sum = { .total = 0 };
  gboolean is_article;
  guint behind;

  if (!find_word (words, text, at, &word))
    return FALSE;
  if (words->is_noun_first && word.class != CLASS_PART)
    return cog_amount_read_noun_first (words, text, at, number);
  memset (number, 0, sizeof *number);
  number->first = at;
  number->scale = 1;
  if (word.class == CLASS_PART)
    return read_part (words, text, 1, &word, number);
  behind = cog_amount_is_sign (text, word.last + 1, "-") ? word.last + 2 : word.last + 1;
  if (word.class != CLASS_SCALE && find_word (words, text, behind, &next) &&
      next.class == CLASS_PART)
    return read_part (words, text, word.value, &next, number);
  if (!read_first (words, text, &word, &sum))
    return FALSE;
  add_words (words, text, &sum);
  is_article = word.class == CLASS_ONE && sum.last == word.last &&
               strcmp (cog_lens_text_get_token (text, at)->word, "one") != 0;
  cog_amount_set_whole (number, sum.total + sum.current);
  number->scale = number->value >= 1e6 ? 1e6 : 1;
  number->last = number->digits_last = sum.last;
  number->form = is_article ? COG_AMOUNT_ARTICLE : COG_AMOUNT_WORDS;
  if (!is_article)
    add_half (words, text, number);
  return number->value > 0;
}

void
cog_amount_read_scale (const CogAmountWords *words,
                       const CogLensText *text,
                       CogAmountNumber *number)
{
  Word word;

  while (number->value < MAX_VALUE && find_word (words, text, number->last + 1, &word) &&
         word.class == CLASS_SCALE && word.value >= 100)
    {
      number->scale *= word.value;
      number->value *= word.value;
      number->precision *= word.value;
      number->last = word.last;
    }
  add_half (words, text, number);
}
