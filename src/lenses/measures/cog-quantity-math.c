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

char *
cog_quantity_dup_math (const CogQuantity *quantity,
                       const CogConverted *converted,
                       const CogLensText *text,
                       const char *language)
{
  g_autoptr (GArray) changes = NULL;
  int index;

  g_return_val_if_fail (quantity != NULL && converted != NULL && text != NULL, NULL);

  index = cog_lens_text_get_token (text, quantity->first)->piece;
  if (index < 0 || index != cog_lens_text_get_token (text, quantity->last)->piece)
    return NULL;
  changes = cog_lens_changes_new ();
  if (!add_numbers (changes, text, quantity, converted, language) ||
      !add_unit (changes, text, quantity, converted, language))
    return NULL;
  return cog_lens_text_dup_changed (text, changes);
}
