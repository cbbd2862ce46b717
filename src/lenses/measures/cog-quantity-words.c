/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quantity-words.h"

#include "cog-unit-pattern.h"

#include "cog-measure-words.h"
#include "cog-number.h"

#include <math.h>
#include <string.h>

/* In these a unit's name does not change with its place in the sentence, so it can be written out
 * where the original has it written out; elsewhere the sign is right in every case. */
static gboolean
may_be_long (const char *language)
{
  static const char *const languages[] = {
    "en", "fr", "es", "pt", "it", "nl", "ca", "gl", "sv", "da", "nb",
    "no", "zh", "ja", "ko", "vi", "th", "id", "ms", "sw", "af", NULL,
  };
  g_autofree char *primary = g_strndup (language, strcspn (language, "-_"));

  return g_strv_contains (languages, primary);
}

static CogMeasureWidth
get_width (const CogQuantity *quantity, const char *language)
{
  return quantity->unit.is_word && !quantity->is_adjective && may_be_long (language)
             ? COG_MEASURE_LONG
             : COG_MEASURE_SHORT;
}

/* "a 4.5-kg bag" */
static char *
dup_adjective (char *words, const CogQuantity *quantity, const char *language)
{
  if (!quantity->is_adjective || !g_str_has_prefix (language, "en"))
    return words;
  g_auto (GStrv) parts = g_strsplit (words, "\u00A0", 2);

  g_free (words);
  return g_strjoinv ("-", parts);
}

static void
append_superscript (GString *text, int exponent)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char *number = g_strdup_printf ("%d", exponent);

  for (const char *at = number; *at != '\0'; at++)
    g_string_append (text, *at == '-' ? "⁻" : digits[*at - '0']);
}

/* "2.3×10²¹ km" */
static char *
dup_power (const CogQuantity *quantity, const CogConverted *converted, const char *language)
{
  const CogAmountNumber *number = &quantity->amount.numbers[0];
  double size = fabs (converted->values[0]);
  int exponent = size > 0 ? (int)floor (log10 (size) + 1e-12) : 0;
  guint n_digits = MAX (number->n_decimals, 1);
  g_autofree char *mantissa =
      cog_number_dup (converted->values[0] / pow (10, exponent), n_digits, language);
  g_autofree char *unit = cog_measure_dup_unit (converted->id, language);
  GString *text;

  g_autofree char *one = cog_number_dup (1, 0, language);

  /* There are raised digits of one kind only. */
  if (unit == NULL || strcmp (one, "1") != 0)
    return NULL;
  text = g_string_new (mantissa);
  g_string_append (text, "\u00A0×\u00A010");
  append_superscript (text, exponent);
  g_string_append_printf (text, "\u00A0%s", unit);
  return g_string_free (text, FALSE);
}

static const char *
get_joint (CogJoint joint, const char *language)
{
  switch (joint)
    {
    case COG_JOINT_RANGE:
      return "–";
    case COG_JOINT_PLUS_MINUS:
      return "\u00A0±\u00A0";
    case COG_JOINT_TIMES:
      return "\u00A0×\u00A0";
    case COG_JOINT_OR:
    case COG_JOINT_AND:
    case COG_JOINT_COMMA:
    case COG_JOINT_NONE:
      break;
    }
  return g_str_has_prefix (language, "ar") ? "، " : "; ";
}

static char *
dup_many (const CogQuantity *quantity, const CogConverted *converted, const char *language)
{
  guint last = converted->n_values - 1;
  gboolean in_thousands = quantity->amount.numbers[last].scale >= 1000;
  double scale = in_thousands ? quantity->amount.numbers[last].scale : 1;
  g_autofree char *end =
      cog_measure_dup (converted->values[last], converted->n_decimals[last], converted->id,
                       get_width (quantity, language), in_thousands, language);
  GString *text;

  if (end == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < last; i++)
    {
      g_autofree char *number =
          cog_number_dup (converted->values[i] / scale, converted->n_decimals[i], language);

      g_string_append (text, number);
      g_string_append (text, get_joint (quantity->amount.joints[i + 1], language));
    }
  g_string_append (text, end);
  return g_string_free (text, FALSE);
}

static char *
dup_scaled (const CogQuantity *quantity, const CogConverted *converted, const char *language)
{
  /* The value is rounded already: as many decimals as it has. */
  double value = converted->values[0];
  double part = fabs (value) / pow (1000, floor (log10 (fabs (value)) / 3 + 1e-12));
  guint n_decimals = 0;

  while (n_decimals < 3 && fabs (part - round (part)) > 1e-9 * pow (10, n_decimals))
    {
      part *= 10;
      n_decimals++;
    }
  return cog_measure_dup (converted->values[0], n_decimals, converted->id,
                          get_width (quantity, language), TRUE, language);
}

char *
cog_quantity_dup_words (const CogQuantity *quantity,
                        const CogConverted *converted,
                        const char *language)
{
  const CogAmountNumber *number;
  char *words;

  g_return_val_if_fail (quantity != NULL && converted != NULL && language != NULL, NULL);

  number = &quantity->amount.numbers[0];
  if (converted->n_values > 1)
    words = dup_many (quantity, converted, language);
  else if (number->exponent != 0 || fabs (converted->values[0]) >= 1e15)
    words = dup_power (quantity, converted, language);
  else if (number->scale >= 1e6 && converted->values[0] >= 1000)
    words = dup_scaled (quantity, converted, language);
  else
    words = cog_measure_dup (converted->values[0], converted->n_decimals[0], converted->id,
                             get_width (quantity, language), FALSE, language);
  if (words == NULL && converted->n_values == 1)
    words = cog_unit_pattern_dup (converted->id, converted->values[0], converted->n_decimals[0],
                                  language);
  return words != NULL ? dup_adjective (words, quantity, language) : NULL;
}
