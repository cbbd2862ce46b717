/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quantity-words.h"

#include "cog-lens-change.h"
#include "cog-measure-words.h"
#include "cog-number.h"

#include <math.h>
#include <string.h>

/* The ten and its exponent, in the digits of the rest. */
static void
add_power (GArray *changes,
           const CogLensText *text,
           const CogAmountNumber *number,
           const char *language)
{
  for (guint i = number->digits_last + 1; i <= number->last; i++)
    {
      const CogToken *token = cog_lens_text_get_token (text, i);

      if (token->kind == COG_TOKEN_NUMBER)
        cog_lens_changes_add (changes, i, i,
                              cog_number_dup (g_ascii_strtod (token->word, NULL), 0, language));
    }
}

static gboolean
add_numbers (GArray *changes,
             const CogLensText *text,
             const CogQuantity *quantity,
             const CogConverted *converted,
             const char *language)
{
  for (guint i = 0; i < quantity->amount.n_numbers; i++)
    {
      const CogAmountNumber *number = &quantity->amount.numbers[i];
      double mantissa = converted->values[i] / pow (10, number->exponent);
      guint n_decimals =
          number->exponent != 0 ? MAX (1, number->n_decimals) : converted->n_decimals[i];

      if (number->form != COG_AMOUNT_DIGITS || number->scale > 1 || quantity->is_negative)
        return FALSE;
      cog_lens_changes_add (changes, number->first, number->digits_last,
                            cog_number_dup (mantissa, n_decimals, language));
      if (number->exponent != 0)
        add_power (changes, text, number, language);
    }
  return TRUE;
}

static guint
find_slash (const CogLensText *text, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    if (cog_amount_is_sign (text, i, "/"))
      return i;
  return 0;
}

/* The letters alone, where an exponent stays as it is. */
static gboolean
add_base (GArray *changes, const CogUnitPart *part, const char *id, const char *language)
{
  const char *base = g_str_has_prefix (id, "square-")  ? id + strlen ("square-")
                     : g_str_has_prefix (id, "cubic-") ? id + strlen ("cubic-")
                                                       : NULL;
  char *name = base != NULL ? cog_measure_dup_unit (base, language) : NULL;

  if (name == NULL)
    return FALSE;
  cog_lens_changes_add (changes, part->first, part->base_last, name);
  return TRUE;
}

/* Above and below the stroke of a fraction, or before and behind "/". */
static gboolean
add_quotient (GArray *changes,
              const CogLensText *text,
              const CogQuantity *quantity,
              const char *name)
{
  guint first = quantity->unit.first, last = quantity->unit.last;
  guint slash = find_slash (text, first, last);
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  if (slash <= first || slash >= last || g_strv_length (parts) != 2 ||
      find_slash (text, slash + 1, last) != 0)
    return FALSE;
  cog_lens_changes_add (changes, first, slash - 1, g_strdup (parts[0]));
  cog_lens_changes_add (changes, slash + 1, last, g_strdup (parts[1]));
  return TRUE;
}

static gboolean
add_unit (GArray *changes,
          const CogLensText *text,
          const CogQuantity *quantity,
          const CogConverted *converted,
          const char *language)
{
  const CogUnitPart *part = &quantity->unit.parts[0];
  g_autofree char *name = cog_measure_dup_unit (converted->id, language);

  if (name == NULL || quantity->has_second)
    return FALSE;
  if (cog_lens_text_count_elements (text, quantity->unit.first, quantity->last) == 1)
    {
      cog_lens_changes_add (changes, quantity->unit.first, quantity->last, g_steal_pointer (&name));
      return TRUE;
    }
  if (quantity->unit.n_parts == 1 && part->power > 1 && part->last > part->base_last)
    return add_base (changes, part, converted->id, language);
  return quantity->unit.n_parts <= 2 && add_quotient (changes, text, quantity, name);
}

/* ── One equation, or part in it and part beside it ──────────────────────────────────────────── */

/* Where the name of the unit begins in "5.0 × 10² km", with the space before it: bytes. FALSE:
 * there is no such place ("5 to 7 km", "km 5"). */
static gboolean
split_words (const char *words, gsize *n_number)
{
  const char *at = words;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isdigit (c) && !g_unichar_isspace (c) && !g_unichar_ispunct (c) && c != 0xD7 &&
          c != 0x2212 && c != 0x22C5 && g_unichar_type (c) != G_UNICODE_OTHER_NUMBER)
        break;
    }
  *n_number = (gsize)(at - words);
  while (*n_number > 0 &&
         g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (words + *n_number))))
    *n_number = (gsize)(g_utf8_prev_char (words + *n_number) - words);
  for (; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isdigit (g_utf8_get_char (at)))
      return FALSE;
  return *n_number > 0 && words[*n_number] != '\0';
}

static int
get_piece (const CogLensText *text, guint at)
{
  return cog_lens_text_get_token (text, at)->piece;
}

/* All in one equation, or all in the text (-1). */
static gboolean
is_in_one (const CogLensText *text, guint first, guint last, int piece)
{
  for (guint i = first; i <= last; i++)
    if (get_piece (text, i) != piece)
      return FALSE;
  return TRUE;
}

static char *
dup_escaped (const char *words, gsize length)
{
  return g_markup_escape_text (words, (gssize)length);
}

char *
cog_quantity_dup_math (const CogQuantity *quantity,
                       const CogConverted *converted,
                       const CogLensText *text,
                       const char *language)
{
  g_autoptr (GArray) changes = NULL;
  g_autofree char *words = NULL;
  g_autofree char *equation = NULL;
  g_autofree char *beside = NULL;
  gboolean has_numbers, has_unit;
  gsize n_number;
  int piece;

  g_return_val_if_fail (quantity != NULL && converted != NULL && text != NULL, NULL);

  piece = MAX (get_piece (text, quantity->first), get_piece (text, quantity->last));
  if (piece < 0 || quantity->unit.first <= quantity->first)
    return NULL;
  has_numbers = is_in_one (text, quantity->first, quantity->unit.first - 1, piece);
  has_unit = is_in_one (text, quantity->unit.first, quantity->last, piece);
  changes = cog_lens_changes_new ();
  if ((has_numbers && !add_numbers (changes, text, quantity, converted, language)) ||
      (has_unit && !add_unit (changes, text, quantity, converted, language)))
    return NULL;
  if (changes->len > 0)
    equation = cog_lens_text_dup_changed (text, changes);
  if (equation == NULL || (has_numbers && has_unit))
    return g_steal_pointer (&equation);
  /* The other part is plain text: "<math>75</math> mph", "150 <math>lb</math>". */
  words = cog_quantity_dup_words (quantity, converted, language);
  if (words == NULL || !split_words (words, &n_number))
    return NULL;
  if (has_numbers && is_in_one (text, quantity->unit.first, quantity->last, -1))
    {
      beside = dup_escaped (words + n_number, strlen (words) - n_number);
      return g_strconcat (equation, beside, NULL);
    }
  if (has_unit && is_in_one (text, quantity->first, quantity->unit.first - 1, -1))
    {
      beside = dup_escaped (words, n_number);
      return g_strconcat (beside, "\u00A0", equation, NULL);
    }
  return NULL;
}
