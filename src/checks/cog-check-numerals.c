/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-numerals.h"

#include "cog-language.h"
#include "cog-number.h"

#include <math.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>

/* Above it nobody writes a number in words. */
#define MAX_SAID 1000
#define MAX_ROMAN 3999

static void
numeral_clear (gpointer data)
{
  g_free (((CogNumeral *)data)->digits);
}

/* An exponent and what it stands on are two numbers. */
static gboolean
is_edge (const CogCheckText *text, guint at)
{
  for (guint i = 0; i < text->text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->text->codes, i);

      if (code->type == COG_CODE_SPAN && (code->start == at || code->end == at) &&
          (g_str_equal (code->element, "sup") || g_str_equal (code->element, "sub")))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_separator (gunichar c)
{
  return cog_number_is_separator (c) && !cog_check_is_space (c);
}

static guint
find_end (const CogCheckText *text, guint at)
{
  for (at++; at < text->length && !is_edge (text, at); at++)
    if (!g_unichar_isdigit (text->chars[at]) &&
        (!is_separator (text->chars[at]) ||
         !g_unichar_isdigit (cog_check_text_at (text, (gint64)at + 1)) || is_edge (text, at + 1)))
      break;
  return at;
}

static char *
dup_digits (const CogCheckText *text, guint start, guint end)
{
  GString *digits = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    {
      int digit = g_unichar_digit_value (text->chars[i]);

      if (digit > 0 || (digit == 0 && digits->len > 0))
        g_string_append_c (digits, (char)('0' + digit));
    }
  if (digits->len == 0)
    g_string_append_c (digits, '0');
  return g_string_free (digits, FALSE);
}

static void
add (GArray *numerals, const CogCheckText *text, guint start, guint end)
{
  CogNumeral numeral = { .start = start, .end = end };
  g_autofree char *words = cog_check_text_dup (text, start, end);
  CogNumber number;

  numeral.is_read = cog_number_read (words, -1, text->language, &number);
  if (numeral.is_read)
    {
      numeral.value = number.value;
      numeral.n_decimals = number.n_decimals;
    }
  numeral.digits = dup_digits (text, start, end);
  g_array_append_val (numerals, numeral);
}

/* "1,2,3" is no number but three. */
static void
add_parts (GArray *numerals, const CogCheckText *text, guint start, guint end)
{
  g_autofree char *words = cog_check_text_dup (text, start, end);
  CogNumber number;

  if (cog_number_read (words, -1, text->language, &number))
    {
      add (numerals, text, start, end);
      return;
    }
  for (guint from = start, to; from < end; from = to + 1)
    {
      for (to = from; to < end && g_unichar_isdigit (text->chars[to]); to++)
        ;
      if (to > from)
        add (numerals, text, from, to);
    }
}

/* "m1", "CO2", "Fe3": a name. What touches an ordinal's ending ("20th") or a unit ("5cm") is a
 * number; "3D", "2x" and "4f" are none. */
static gboolean
is_name_letter (gunichar c)
{
  /* "20º": a degree to many who write Spanish. */
  return g_unichar_isalpha (c) && c != 0xBA && c != 0xAA && !cog_check_is_ideograph (c);
}

static gboolean
is_of_name (const CogCheckText *text, guint start, guint end)
{
  gunichar before = cog_check_text_at (text, (gint64)start - 1);
  gunichar next = cog_check_text_at (text, end);
  gunichar after = cog_check_text_at (text, (gint64)end + 1);

  if (text->is_alien[start] || cog_check_text_is_in (text, start, "sub") || before == '_')
    return TRUE;
  return is_name_letter (before) || (is_name_letter (next) && !g_unichar_isalpha (after));
}

GArray *
cog_numerals_list (const CogCheckText *text)
{
  GArray *numerals = g_array_new (FALSE, TRUE, sizeof (CogNumeral));

  g_return_val_if_fail (text != NULL, numerals);

  g_array_set_clear_func (numerals, numeral_clear);
  for (guint i = 0, end; i < text->length; i = end)
    {
      end = i + 1;
      if (!g_unichar_isdigit (text->chars[i]))
        continue;
      end = find_end (text, i);
      if (!is_of_name (text, i, end))
        add_parts (numerals, text, i, end);
    }
  return numerals;
}

/* ── In words ────────────────────────────────────────────────────────────────────────────────── */

static char *
dup_spelled (UNumberFormat *format, double value)
{
  UChar text[256];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = unum_formatDouble (format, value, text, G_N_ELEMENTS (text), NULL, &status);
  g_autofree char *utf8 =
      U_SUCCESS (status) ? g_utf16_to_utf8 (text, length, NULL, NULL, NULL) : NULL;

  return utf8 != NULL ? g_utf8_casefold (utf8, -1) : NULL;
}

static void
add_forms (GPtrArray *forms, UNumberFormat *format, double value)
{
  UChar sets[4096];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length =
      unum_getTextAttribute (format, UNUM_PUBLIC_RULESETS, sets, G_N_ELEMENTS (sets), &status);
  g_autofree char *names =
      U_SUCCESS (status) ? g_utf16_to_utf8 (sets, length, NULL, NULL, NULL) : NULL;
  g_auto (GStrv) parts = g_strsplit (names != NULL ? names : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree gunichar2 *name = NULL;
      char *form;

      if (strstr (parts[i], "%spellout") == NULL || strstr (parts[i], "year") != NULL)
        continue;
      name = g_utf8_to_utf16 (parts[i], -1, NULL, NULL, NULL);
      status = U_ZERO_ERROR;
      unum_setTextAttribute (format, UNUM_DEFAULT_RULESET, name, -1, &status);
      form = U_SUCCESS (status) ? dup_spelled (format, value) : NULL;
      if (form != NULL)
        g_ptr_array_add (forms, form);
    }
}

/* All ways to say it, folded. Kept for good; any thread. (transfer none) */
static GPtrArray *
get_forms (const char *language, double value)
{
  static GMutex mutex;
  static GHashTable *known;
  g_autofree char *key = g_strdup_printf ("%s %.0f", language, value);
  GPtrArray *forms;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  forms = g_hash_table_lookup (known, key);
  if (forms == NULL)
    {
      char locale[ULOC_FULLNAME_CAPACITY] = "";
      UErrorCode status = U_ZERO_ERROR;
      UNumberFormat *format;

      forms = g_ptr_array_new_with_free_func (g_free);
      if (cog_language_is_valid (language))
        uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
      format = unum_open (UNUM_SPELLOUT, NULL, 0, locale, NULL, &status);
      if (U_SUCCESS (status))
        {
          add_forms (forms, format, value);
          unum_close (format);
        }
      g_hash_table_insert (known, g_steal_pointer (&key), forms);
    }
  g_mutex_unlock (&mutex);
  return forms;
}

/* The same but for its ending: "dwa", "dwóch"; "pięć", "pięciu". */
static gboolean
is_form (const char *word, const char *form)
{
  glong length = g_utf8_strlen (form, -1);
  glong wanted = MAX (2, (length * 3 + 4) / 5);
  glong same = 0;

  while (*word != '\0' && g_utf8_get_char (word) == g_utf8_get_char (form))
    {
      same++;
      word = g_utf8_next_char (word);
      form = g_utf8_next_char (form);
    }
  return same >= MIN (wanted, length);
}

static gboolean
is_roman (const char *word, guint value)
{
  static const struct
  {
    guint value;
    const char *digits;
  } steps[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
                { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
                { 5, "V" },    { 4, "IV" },   { 1, "I" } };
  g_autoptr (GString) roman = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; value >= steps[i].value; value -= steps[i].value)
      g_string_append (roman, steps[i].digits);
  return strcmp (word, roman->str) == 0;
}

gboolean
cog_numerals_are_said (const CogCheckText *text, double value)
{
  g_autoptr (GArray) words = NULL;
  GPtrArray *forms;

  g_return_val_if_fail (text != NULL, FALSE);

  if (value < 0 || value > MAX_ROMAN || floor (value) < value)
    return FALSE;
  words = cog_check_text_list_words (text);
  forms = value <= MAX_SAID ? get_forms (text->language, value) : NULL;
  for (guint i = 0; i < words->len; i++)
    {
      const CogCheckWord *at = &g_array_index (words, CogCheckWord, i);
      g_autofree char *word = cog_check_text_dup (text, at->start, at->end);
      g_autofree char *folded = g_utf8_casefold (word, -1);

      if (value > 0 && is_roman (word, (guint)value))
        return TRUE;
      for (guint k = 0; forms != NULL && k < forms->len; k++)
        if (is_form (folded, g_ptr_array_index (forms, k)))
          return TRUE;
    }
  return FALSE;
}

gboolean
cog_numerals_are_in_object (const CogCheckText *text, const char *digits)
{
  g_return_val_if_fail (text != NULL && digits != NULL, FALSE);

  for (guint i = 0; i < text->text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->text->codes, i);
      g_autoptr (GString) all = NULL;

      if (code->type != COG_CODE_PIECE || code->label == NULL)
        continue;
      all = g_string_new (NULL);
      for (const char *at = code->label; *at != '\0'; at = g_utf8_next_char (at))
        if (g_unichar_isdigit (g_utf8_get_char (at)))
          g_string_append_c (all, (char)('0' + g_unichar_digit_value (g_utf8_get_char (at))));
      if (strstr (all->str, digits) != NULL)
        return TRUE;
    }
  return FALSE;
}
