/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-number.h"

#include "cog-language.h"

#include <math.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>

#define LOCALE_SIZE 160
#define MAX_DIGITS 18 /* what a double and a printed book can hold */

static void
get_locale (const char *language, char locale[LOCALE_SIZE])
{
  UErrorCode status = U_ZERO_ERROR;

  locale[0] = '\0';
  if (cog_language_is_valid (language))
    uloc_forLanguageTag (language, locale, LOCALE_SIZE, NULL, &status);
}

/* ICU's formatters are costly to open: one is kept for each language and thread. */
static UNumberFormat *
get_format (const char *language)
{
  static GPrivate formats = G_PRIVATE_INIT ((GDestroyNotify)g_hash_table_unref);
  GHashTable *opened = g_private_get (&formats);
  const char *key = language != NULL ? language : "";
  UNumberFormat *format;
  char locale[LOCALE_SIZE];
  UErrorCode status = U_ZERO_ERROR;

  if (opened == NULL)
    {
      opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)unum_close);
      g_private_set (&formats, opened);
    }
  format = g_hash_table_lookup (opened, key);
  if (format != NULL)
    return format;
  get_locale (key, locale);
  format = unum_open (UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
  if (U_FAILURE (status))
    return NULL;
  unum_setAttribute (format, UNUM_ROUNDING_MODE, UNUM_ROUND_HALFUP);
  g_hash_table_insert (opened, g_strdup (key), format);
  return format;
}

static gunichar
get_symbol (const char *language, UNumberFormatSymbol which, gunichar otherwise)
{
  UNumberFormat *format = get_format (language);
  UChar symbol[8];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length =
      format == NULL ? 0 : unum_getSymbol (format, which, symbol, G_N_ELEMENTS (symbol), &status);

  return U_SUCCESS (status) && length == 1 ? symbol[0] : otherwise;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == 0xA0 || c == 0x2009 || c == 0x202F;
}

gboolean
cog_number_is_separator (gunichar c)
{
  return c == '.' || c == ',' || c == '\'' || c == 0x2019 || c == 0x066B || c == 0x066C ||
         is_space (c);
}

gboolean
cog_number_groups_by_space (const char *language)
{
  return is_space (get_symbol (language, UNUM_GROUPING_SEPARATOR_SYMBOL, ','));
}

/* What was read of a number: its digits, and where each separator stands among them. */
typedef struct
{
  char digits[MAX_DIGITS + 1];
  guint n_digits;
  gunichar separators[8];
  guint places[8]; /* digits before it */
  guint n_separators;
} Parts;

static gboolean
read_parts (const char *text, const char *end, Parts *parts)
{
  gboolean was_digit = FALSE;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        {
          if (parts->n_digits == MAX_DIGITS)
            return FALSE;
          parts->digits[parts->n_digits++] = (char)('0' + digit);
          was_digit = TRUE;
          continue;
        }
      if (!was_digit || !cog_number_is_separator (c) ||
          parts->n_separators == G_N_ELEMENTS (parts->separators))
        return FALSE;
      parts->separators[parts->n_separators] = c;
      parts->places[parts->n_separators++] = parts->n_digits;
      was_digit = FALSE;
    }
  return was_digit;
}

/* Threes after the first group, or as in India twos before the last three. */
static gboolean
are_groups (const Parts *parts, guint n_separators, guint end)
{
  if (n_separators == 0)
    return TRUE;
  if (end - parts->places[n_separators - 1] != 3 || parts->places[0] > 3)
    return FALSE;
  for (guint i = 1; i < n_separators; i++)
    {
      guint size = parts->places[i] - parts->places[i - 1];

      if ((size != 3 && size != 2) || parts->separators[i] != parts->separators[0])
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_decimal_mark (const Parts *parts, const char *language)
{
  guint last = parts->n_separators - 1;
  gunichar mark = parts->separators[last];
  guint after = parts->n_digits - parts->places[last];

  if (mark == 0x066B)
    return TRUE;
  if (is_space (mark) || mark == '\'' || mark == 0x2019 || mark == 0x066C)
    return FALSE;
  if (parts->n_separators > 1)
    return mark != parts->separators[0];
  if (after != 3 || parts->places[0] > 3 || parts->digits[0] == '0')
    return TRUE;
  return mark == get_symbol (language, UNUM_DECIMAL_SEPARATOR_SYMBOL, '.');
}

static guint
count_significant (const Parts *parts, guint n_decimals)
{
  guint first = (guint)strspn (parts->digits, "0");
  guint end = parts->n_digits;

  if (n_decimals == 0)
    while (end > first + 1 && parts->digits[end - 1] == '0')
      end--;
  return end > first ? end - first : 1;
}

gboolean
cog_number_read (const char *text, gssize length, const char *language, CogNumber *number)
{
  Parts parts = { .n_digits = 0 };
  guint n_groups;
  guint n_decimals = 0;
  guint end;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  if (!read_parts (text, text + (length < 0 ? strlen (text) : (gsize)length), &parts))
    return FALSE;
  n_groups = parts.n_separators;
  end = parts.n_digits;
  if (n_groups > 0 && is_decimal_mark (&parts, language))
    {
      end = parts.places[--n_groups];
      n_decimals = parts.n_digits - end;
    }
  if (!are_groups (&parts, n_groups, end))
    return FALSE;
  number->value = g_ascii_strtod (parts.digits, NULL) / pow (10, n_decimals);
  number->n_decimals = n_decimals;
  number->n_significant = count_significant (&parts, n_decimals);
  number->is_grouped = n_groups > 0;
  return TRUE;
}

char *
cog_number_dup (double value, guint n_decimals, const char *language)
{
  UNumberFormat *format = get_format (language);
  UChar text[128];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;
  g_autofree char *utf8 = NULL;

  if (format == NULL)
    return g_strdup_printf ("%.*f", (int)n_decimals, value);
  unum_setAttribute (format, UNUM_MIN_FRACTION_DIGITS, (int32_t)n_decimals);
  unum_setAttribute (format, UNUM_MAX_FRACTION_DIGITS, (int32_t)n_decimals);
  length = unum_formatDouble (format, value, text, G_N_ELEMENTS (text), NULL, &status);
  utf8 = U_SUCCESS (status) ? g_utf16_to_utf8 (text, length, NULL, NULL, NULL) : NULL;
  return utf8 != NULL ? g_steal_pointer (&utf8) : g_strdup_printf ("%.*f", (int)n_decimals, value);
}

double
cog_number_round (double value, guint n_significant)
{
  double scale;

  if (value == 0 || !isfinite (value))
    return value;
  scale = pow (10, (double)n_significant - ceil (log10 (fabs (value) * (1 + 1e-12))));
  return round (value * scale) / scale;
}

guint
cog_number_count_decimals (double value, guint n_significant)
{
  int whole;

  if (value == 0 || !isfinite (value))
    return 0;
  whole = (int)floor (log10 (fabs (value) * (1 + 1e-12))) + 1;
  return (guint)CLAMP ((int)n_significant - whole, 0, 15);
}
