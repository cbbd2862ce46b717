/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quantity.h"

#include "cog-word-table.h"

#include <string.h>

void
cog_quantity_reader_init (CogQuantityReader *reader, const char *language)
{
  g_return_if_fail (reader != NULL && language != NULL);

  cog_amount_words_init (&reader->amounts, language);
  cog_unit_words_init (&reader->units, language);
  reader->has_dual = g_str_has_prefix (language, "ar");
}

static const CogToken *
get_token (const CogLensText *text, guint at)
{
  return at < text->tokens->len ? cog_lens_text_get_token (text, at) : NULL;
}

static gboolean
is_hyphen (const CogLensText *text, guint at)
{
  const CogToken *next = get_token (text, at + 1);

  return (cog_amount_is_sign (text, at, "-") || cog_amount_is_sign (text, at, "‑") ||
          cog_amount_is_sign (text, at, "–")) &&
         !get_token (text, at)->space_before && next != NULL && !next->space_before;
}

/* "11 lb. of": the full stop belongs to the sign. "It weighs 11 lb. We": it ends the sentence, and
 * stays. */
static gboolean
is_abbreviation_dot (const CogLensText *text, guint dot)
{
  const CogToken *next = get_token (text, dot + 1);

  if (!cog_amount_is_sign (text, dot, ".") || get_token (text, dot)->space_before)
    return FALSE;
  return next != NULL && !(next->kind == COG_TOKEN_WORD && next->is_capital) &&
         next->kind != COG_TOKEN_NUMBER;
}

static gboolean
is_last_of_sentence (const CogLensText *text, guint dot)
{
  const CogToken *next = get_token (text, dot + 1);

  return next == NULL || (next->kind == COG_TOKEN_WORD && next->is_capital && next->space_before);
}

static void
settle_dot (const CogLensText *text, const CogUnitExpression *unit, guint *last)
{
  if (unit->is_word)
    return;
  if (cog_amount_is_sign (text, *last, "."))
    {
      if (*last > unit->first && is_last_of_sentence (text, *last))
        (*last)--;
    }
  else if (is_abbreviation_dot (text, *last + 1))
    (*last)++;
}

/* "in" is a unit only where a word cannot stand. */
static gboolean
is_safe (const CogQuantityReader *reader,
         const CogLensText *text,
         const CogUnitExpression *unit,
         gboolean is_adjective)
{
  const CogToken *next = get_token (text, unit->last + 1);
  const char *role;

  if (is_adjective || next == NULL || get_token (text, unit->first)->piece >= 0)
    return TRUE;
  if (next->kind == COG_TOKEN_SIGN && strchr (")],;×/±", next->word[0]) != NULL)
    return TRUE;
  if (strcmp (next->word, "×") == 0 || strcmp (next->word, "±") == 0)
    return TRUE;
  role = cog_amount_words_find_role (&reader->amounts, text, unit->last + 1, NULL);
  return g_strcmp0 (role, "shape") == 0;
}

/* "a mile", "a gallon"; but not a foot, a yard, a cup, a stone. */
static gboolean
takes_article (const CogUnitExpression *unit)
{
  static const char *const ids[] = {
    "mile",   "gallon",        "acre",      "quart",   "pint", "ton",
    "bushel", "mile-per-hour", "kilometer", "hectare", NULL,
  };

  return unit->whole != NULL && g_strv_contains (ids, unit->whole->id);
}

static gboolean
is_smaller (const CogUnitExpression *unit, const CogUnitExpression *second)
{
  static const struct
  {
    const char *first, *second;
  } pairs[] = {
    { "foot", "inch" },    { "pound", "ounce" }, { "stone", "pound" }, { "yard", "foot" },
    { "gallon", "quart" }, { "mile", "foot" },   { "mile", "yard" },   { "gallon", "fluid-ounce" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (unit->whole->id, pairs[i].first) == 0 &&
        strcmp (second->whole->id, pairs[i].second) == 0)
      return TRUE;
  return FALSE;
}

static guint
skip_between (const CogQuantityReader *reader, const CogLensText *text, guint at)
{
  guint last;

  if (cog_amount_is_sign (text, at, ",") || is_hyphen (text, at))
    return at + 1;
  if (cog_amount_words_is_role (&reader->amounts, text, at, "and", &last))
    return last + 1;
  return at;
}

static gboolean
set_unit (CogUnitExpression *unit, const char *id, guint at)
{
  memset (unit, 0, sizeof *unit);
  unit->whole = cog_measure_unit_find (id);
  unit->parts[0] = (CogUnitPart){ .unit = unit->whole, .base = unit->whole, .power = 1 };
  unit->parts[0].first = unit->parts[0].last = unit->parts[0].base_last = at;
  unit->n_parts = 1;
  unit->first = unit->last = at;
  return TRUE;
}

/* "five foot ten", "a 5-foot-10 man": inches are not named. */
static gboolean
is_height (const CogLensText *text, const CogQuantity *quantity)
{
  return strcmp (get_token (text, quantity->unit.last)->word, "foot") == 0 &&
         quantity->amount.numbers[0].value <= 8 && quantity->second.value < 12 &&
         quantity->second.form != COG_AMOUNT_FRACTION &&
         quantity->second.first ==
             quantity->unit.last + (is_hyphen (text, quantity->unit.last + 1) ? 2 : 1);
}

/* "6 ft 1 in." */
static void
read_second (const CogQuantityReader *reader, const CogLensText *text, CogQuantity *quantity)
{
  guint at = skip_between (reader, text, quantity->last + 1);

  if (quantity->amount.n_numbers != 1 || quantity->unit.whole == NULL ||
      !cog_amount_read_number (&reader->amounts, text, at, &quantity->second) ||
      quantity->second.form == COG_AMOUNT_ARTICLE)
    return;
  at = quantity->second.last + 1;
  if (is_height (text, quantity))
    {
      set_unit (&quantity->second_unit, "inch", quantity->second.last);
      quantity->has_second = TRUE;
      quantity->last = quantity->second.last;
    }
  if (is_hyphen (text, at))
    at++;
  if (!cog_unit_expression_read (&reader->units, text, at, &quantity->second_unit) ||
      quantity->second_unit.whole == NULL ||
      (quantity->second_unit.mark == '?' &&
       !is_safe (reader, text, &quantity->second_unit, FALSE)) ||
      !is_smaller (&quantity->unit, &quantity->second_unit))
    return;
  quantity->has_second = TRUE;
  quantity->last = quantity->second_unit.last;
  settle_dot (text, &quantity->second_unit, &quantity->last);
}

/* 5′10″, 5' 10" and the like. A prime alone is minutes of arc, or a derivative. */
static gboolean
read_primes (const CogQuantityReader *reader, const CogLensText *text, CogQuantity *quantity)
{
  static const char *const feet[] = { "′", "'", "’", NULL };
  static const char *const inches[] = { "″", "\"", "”", NULL };
  guint at = quantity->amount.last + 1;

  if (quantity->amount.n_numbers != 1 || !cog_amount_is_one_of (text, at, feet) ||
      get_token (text, at)->space_before || quantity->amount.numbers[0].value > 12 ||
      !cog_amount_read_number (&reader->amounts, text, at + 1, &quantity->second) ||
      quantity->second.value >= 12 ||
      !cog_amount_is_one_of (text, quantity->second.last + 1, inches) ||
      get_token (text, quantity->second.last + 1)->space_before)
    return FALSE;
  /* 51° 5′ 10″ */
  if (quantity->first > 0 && cog_amount_is_sign (text, quantity->first - 1, "°"))
    return FALSE;
  quantity->has_second = TRUE;
  quantity->last = quantity->second.last + 1;
  return set_unit (&quantity->unit, "foot", at) &&
         set_unit (&quantity->second_unit, "inch", quantity->last);
}

/* 5'10": an apostrophe may stand between thousands, so that both numbers are one token. */
static gboolean
read_joined_primes (const CogLensText *text, guint at, CogQuantity *quantity)
{
  static const char *const inches[] = { "″", "\"", "”", "''", NULL };
  const char *word = cog_lens_text_get_token (text, at)->word;
  gsize n_feet = strspn (word, "0123456789");
  const char *prime = word + n_feet;
  const char *rest = g_utf8_get_char (prime) == '\'' || g_utf8_get_char (prime) == 0x2019
                         ? g_utf8_next_char (prime)
                         : NULL;

  if (n_feet == 0 || n_feet > 2 || rest == NULL || strlen (rest) == 0 || strlen (rest) > 2 ||
      strspn (rest, "0123456789") != strlen (rest) || !cog_amount_is_one_of (text, at + 1, inches))
    return FALSE;
  memset (&quantity->amount, 0, sizeof quantity->amount);
  memset (&quantity->second, 0, sizeof quantity->second);
  quantity->amount.n_numbers = 1;
  quantity->amount.numbers[0].scale = quantity->second.scale = 1;
  quantity->amount.numbers[0].value = g_ascii_strtod (word, NULL);
  quantity->second.value = g_ascii_strtod (rest, NULL);
  quantity->amount.numbers[0].precision = quantity->second.precision = 1;
  quantity->has_second = TRUE;
  quantity->first = at;
  quantity->last = at + 1;
  set_unit (&quantity->unit, "foot", at);
  set_unit (&quantity->second_unit, "inch", at + 1);
  return TRUE;
}

static gboolean
read_unit (const CogQuantityReader *reader, const CogLensText *text, CogQuantity *quantity)
{
  guint at = quantity->amount.last + 1;

  quantity->is_adjective = is_hyphen (text, at);
  if (quantity->is_adjective)
    at++;
  if (!cog_unit_expression_read (&reader->units, text, at, &quantity->unit))
    return read_primes (reader, text, quantity);
  if (quantity->unit.mark == '?' &&
      !is_safe (reader, text, &quantity->unit, quantity->is_adjective))
    return FALSE;
  if (quantity->amount.numbers[0].form == COG_AMOUNT_ARTICLE &&
      (quantity->is_adjective || !takes_article (&quantity->unit)))
    return FALSE;
  quantity->last = quantity->unit.last;
  settle_dot (text, &quantity->unit, &quantity->last);
  read_second (reader, text, quantity);
  return TRUE;
}

/* Minus is told of temperatures and in equations; elsewhere it is a dash. */
static void
read_sign (const CogLensText *text, CogQuantity *quantity)
{
  guint at = quantity->first;

  if (at == 0 || g_strcmp0 (cog_unit_expression_get_kind (&quantity->unit), "temperature") != 0 ||
      get_token (text, at)->space_before)
    return;
  at--;
  if (!cog_amount_is_sign (text, at, "−") && !cog_amount_is_sign (text, at, "–") &&
      !cog_amount_is_sign (text, at, "-"))
    return;
  if (at > 0 && !get_token (text, at)->space_before &&
      get_token (text, at - 1)->kind != COG_TOKEN_SIGN)
    return;
  quantity->is_negative = TRUE;
  quantity->first = at;
}

/* "between 5 and 7 ft" is a range, told by words that go with it. */
static void
read_between (const CogQuantityReader *reader, const CogLensText *text, CogQuantity *quantity)
{
  if (quantity->amount.n_numbers != 2 || quantity->amount.joints[1] != COG_JOINT_AND ||
      quantity->first == 0 ||
      !cog_amount_words_is_role (&reader->amounts, text, quantity->first - 1, "between", NULL))
    return;
  quantity->amount.joints[1] = COG_JOINT_RANGE;
  quantity->first--;
}

/* "ميلين": the word says that there are two. */
static gboolean
read_dual (const CogQuantityReader *reader,
           const CogLensText *text,
           guint at,
           CogQuantity *quantity)
{
  if (!cog_unit_expression_read (&reader->units, text, at, &quantity->unit) ||
      quantity->unit.mark != '=')
    return FALSE;
  memset (&quantity->amount, 0, sizeof quantity->amount);
  quantity->amount.n_numbers = 1;
  quantity->amount.numbers[0] = (CogAmountNumber){ .form = COG_AMOUNT_WORDS,
                                                   .first = at,
                                                   .last = at,
                                                   .value = 2,
                                                   .precision = 1,
                                                   .scale = 1,
                                                   .n_significant = 1 };
  quantity->first = at;
  quantity->last = quantity->unit.last;
  return TRUE;
}

/* "maili 60 kwa saa": the number stands inside the unit. */
static void
read_rate (const CogQuantityReader *reader, const CogLensText *text, CogQuantity *quantity)
{
  CogUnitExpression below;
  g_autofree char *id = NULL;
  guint last;

  if (quantity->unit.whole == NULL ||
      !cog_unit_words_is_per (&reader->units, text, quantity->last + 1, &last) ||
      !cog_unit_expression_read (&reader->units, text, last + 1, &below) || below.whole == NULL)
    return;
  id = g_strconcat (quantity->unit.whole->id, "-per-", below.whole->id, NULL);
  if (cog_measure_unit_find (id) == NULL)
    return;
  set_unit (&quantity->unit, id, quantity->first);
  quantity->unit.is_word = TRUE;
  quantity->last = below.last;
}

/* "maili tano", "futi 20": as Swahili says it. */
static gboolean
read_noun_first (const CogQuantityReader *reader,
                 const CogLensText *text,
                 guint at,
                 CogQuantity *quantity)
{
  if (!reader->amounts.is_noun_first ||
      !cog_unit_expression_read (&reader->units, text, at, &quantity->unit) ||
      !quantity->unit.is_word || quantity->unit.mark == '?' ||
      !cog_amount_read (&reader->amounts, text, quantity->unit.last + 1, &quantity->amount))
    return FALSE;
  quantity->first = at;
  quantity->last = quantity->amount.last;
  read_rate (reader, text, quantity);
  return TRUE;
}

gboolean
cog_quantity_read (const CogQuantityReader *reader,
                   const CogLensText *text,
                   guint at,
                   CogQuantity *quantity)
{
  g_return_val_if_fail (reader != NULL && text != NULL && quantity != NULL, FALSE);

  quantity->has_second = quantity->is_negative = quantity->is_adjective = FALSE;
  if (read_joined_primes (text, at, quantity) || read_noun_first (reader, text, at, quantity))
    return TRUE;
  if (!cog_amount_read (&reader->amounts, text, at, &quantity->amount))
    return read_dual (reader, text, at, quantity);
  quantity->first = at;
  if (!read_unit (reader, text, quantity))
    return FALSE;
  read_sign (text, quantity);
  read_between (reader, text, quantity);
  return TRUE;
}

double
cog_quantity_get_value (const CogQuantity *quantity, guint index)
{
  double value;

  g_return_val_if_fail (quantity != NULL && index < quantity->amount.n_numbers, 0);

  value = quantity->amount.numbers[index].value;
  if (quantity->has_second)
    value +=
        quantity->second.value * quantity->second_unit.whole->factor / quantity->unit.whole->factor;
  return quantity->is_negative ? -value : value;
}

double
cog_quantity_get_precision (const CogQuantity *quantity, guint index)
{
  g_return_val_if_fail (quantity != NULL && index < quantity->amount.n_numbers, 0);

  if (quantity->has_second)
    return quantity->second.precision * quantity->second_unit.whole->factor /
           quantity->unit.whole->factor;
  return quantity->amount.numbers[index].precision;
}
