/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-measure-words.h"

#include "cog-language.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#define LOCALE_SIZE 160
#define TEXT_SIZE 256

/* Where schoolbooks of a language write otherwise than CLDR 42: it spells out what is a sign by
 * ISO 80000, and has a Latin letter among Cyrillic ones. */
static const struct
{
  const char *language, *unit, *name;
} names[] = {
  { "kk", "square-centimeter", "см²" },
  { "pl", "celsius", "°C" },
  { "pl", "kilometer-per-hour", "km/h" },
};

static const char *
find_name (const char *unit, const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i].language);

      if (strcmp (names[i].unit, unit) == 0 && g_str_has_prefix (language, names[i].language) &&
          (language[length] == '\0' || language[length] == '-'))
        return names[i].name;
    }
  return NULL;
}

static UNumberFormatter *
open_formatter (const char *skeleton, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[LOCALE_SIZE] = "";
  UChar pattern[TEXT_SIZE];
  int32_t length = 0;

  if (cog_language_is_valid (language))
    uloc_forLanguageTag (language, locale, LOCALE_SIZE, NULL, &status);
  u_strFromUTF8 (pattern, TEXT_SIZE, &length, skeleton, -1, &status);
  UNumberFormatter *formatter = unumf_openForSkeletonAndLocale (pattern, length, locale, &status);
  if (U_SUCCESS (status))
    return formatter;
  unumf_close (formatter);
  return NULL;
}

/* They are costly to open: each is kept for its thread. */
static UNumberFormatter *
get_formatter (const char *skeleton, const char *language)
{
  static GPrivate formatters = G_PRIVATE_INIT ((GDestroyNotify)g_hash_table_unref);
  GHashTable *opened = g_private_get (&formatters);
  g_autofree char *key = g_strconcat (language, " ", skeleton, NULL);
  gpointer formatter;

  if (opened == NULL)
    {
      opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)unumf_close);
      g_private_set (&formatters, opened);
    }
  if (!g_hash_table_lookup_extended (opened, key, NULL, &formatter))
    {
      formatter = open_formatter (skeleton, language);
      g_hash_table_insert (opened, g_steal_pointer (&key), formatter);
    }
  return formatter;
}

/* What was written, and where in it the name of the unit stands (UTF-16). */
typedef struct
{
  UChar text[TEXT_SIZE];
  int32_t length;
  int32_t start, end; /* of the unit's name; both 0: none */
} Written;

static gboolean
write_number (const char *skeleton, const char *language, double value, Written *written)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *formatter = get_formatter (skeleton, language);
  UFormattedNumber *result;
  UConstrainedFieldPosition *field;

  if (formatter == NULL)
    return FALSE;
  result = unumf_openResult (&status);
  field = ucfpos_open (&status);
  unumf_formatDouble (formatter, value, result, &status);
  written->length = unumf_resultToString (result, written->text, TEXT_SIZE, &status);
  written->start = written->end = 0;
  if (U_SUCCESS (status))
    {
      ucfpos_constrainField (field, UFIELD_CATEGORY_NUMBER, UNUM_MEASURE_UNIT_FIELD, &status);
      if (ufmtval_nextPosition (unumf_resultAsValue (result, &status), field, &status))
        ucfpos_getIndexes (field, &written->start, &written->end, &status);
    }
  ucfpos_close (field);
  unumf_closeResult (result);
  return U_SUCCESS (status);
}

static char *
dup_utf8 (const UChar *text, int32_t length)
{
  return g_utf16_to_utf8 (text, length, NULL, NULL, NULL);
}

/* A number and its sign are not to be torn apart at the end of a line (ISO 80000-1, 7.1.4). */
static char *
dup_unbroken (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  return g_strjoinv ("\u00A0", parts);
}

static char *
dup_named (const Written *written, const char *name)
{
  g_autofree char *before = dup_utf8 (written->text, written->start);
  g_autofree char *after = dup_utf8 (written->text + written->end, written->length - written->end);
  g_autofree char *all = g_strconcat (g_strchomp (before), "\u00A0", name, after, NULL);

  return dup_unbroken (all);
}

static char *
dup_skeleton (const char *unit, guint n_decimals, CogMeasureWidth width, gboolean in_thousands)
{
  g_autofree char *zeros = g_strnfill (n_decimals, '0');

  return g_strdup_printf ("unit/%s unit-width-%s%s .%s rounding-mode-half-up", unit,
                          width == COG_MEASURE_LONG ? "full-name" : "short",
                          in_thousands ? " compact-long" : "", zeros);
}

char *
cog_measure_dup (double value,
                 guint n_decimals,
                 const char *unit,
                 CogMeasureWidth width,
                 gboolean in_words_of_thousands,
                 const char *language)
{
  g_autofree char *skeleton = NULL;
  g_autofree char *all = NULL;
  const char *name;
  Written written;

  g_return_val_if_fail (unit != NULL && language != NULL, NULL);

  skeleton = dup_skeleton (unit, n_decimals, width, in_words_of_thousands);
  if (!write_number (skeleton, language, value, &written))
    return NULL;
  name = width == COG_MEASURE_SHORT ? find_name (unit, language) : NULL;
  if (name != NULL)
    return dup_named (&written, name);
  all = dup_utf8 (written.text, written.length);
  if (width == COG_MEASURE_LONG || all == NULL)
    return g_steal_pointer (&all);
  return dup_unbroken (all);
}

char *
cog_measure_dup_unit (const char *unit, const char *language)
{
  g_autofree char *skeleton = NULL;
  const char *name;
  Written written;

  g_return_val_if_fail (unit != NULL && language != NULL, NULL);

  name = find_name (unit, language);
  if (name != NULL)
    return g_strdup (name);
  skeleton = dup_skeleton (unit, 0, COG_MEASURE_SHORT, FALSE);
  if (!write_number (skeleton, language, 10, &written) || written.end == 0)
    return NULL;
  return dup_utf8 (written.text + written.start, written.end - written.start);
}

char *
cog_money_dup (double value,
               int n_decimals,
               const char *currency,
               gboolean in_words_of_thousands,
               const char *language)
{
  g_autofree char *zeros = g_strnfill ((gsize)MAX (0, n_decimals), '0');
  g_autofree char *skeleton = NULL;
  Written written;

  g_return_val_if_fail (currency != NULL && language != NULL, NULL);

  skeleton = g_strdup_printf ("currency/%s %s %s%s rounding-mode-half-up", currency,
                              in_words_of_thousands ? "compact-long" : "",
                              n_decimals < 0 ? "precision-currency-standard" : ".", zeros);
  if (!write_number (skeleton, language, value, &written))
    return NULL;
  return dup_utf8 (written.text, written.length);
}

char *
cog_number_dup_in_words (double value, const char *language)
{
  Written written;

  g_return_val_if_fail (language != NULL, NULL);

  if (!write_number ("compact-long .## rounding-mode-half-up", language, value, &written))
    return NULL;
  return dup_utf8 (written.text, written.length);
}

char *
cog_money_dup_sign (const char *currency, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[LOCALE_SIZE] = "";
  UChar code[8];
  const UChar *sign;
  int32_t length = 0;

  g_return_val_if_fail (currency != NULL && language != NULL, NULL);

  if (strlen (currency) != 3)
    return NULL;
  if (cog_language_is_valid (language))
    uloc_forLanguageTag (language, locale, LOCALE_SIZE, NULL, &status);
  u_uastrcpy (code, currency);
  sign = ucurr_getName (code, locale, UCURR_SYMBOL_NAME, NULL, &length, &status);
  return U_SUCCESS (status) ? dup_utf8 (sign, length) : NULL;
}
