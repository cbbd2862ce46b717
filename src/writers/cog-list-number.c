/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-list-number.h"

#include "cog-language.h"

#include <string.h>

static char *
format_letters (gint64 number, char first)
{
  GString *letters = g_string_new (NULL);

  for (; number > 0; number = (number - 1) / 26)
    g_string_prepend_c (letters, (char)(first + (number - 1) % 26));
  return g_string_free (letters, FALSE);
}

static char *
format_roman (gint64 number, gboolean is_upper)
{
  static const struct
  {
    gint64 value;
    const char *lower, *upper;
  } signs[] = { { 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" }, { 400, "cd", "CD" },
                { 100, "c", "C" },  { 90, "xc", "XC" },  { 50, "l", "L" },  { 40, "xl", "XL" },
                { 10, "x", "X" },   { 9, "ix", "IX" },   { 5, "v", "V" },   { 4, "iv", "IV" },
                { 1, "i", "I" } };
  GString *roman = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (roman, is_upper ? signs[i].upper : signs[i].lower);
  return g_string_free (roman, FALSE);
}

char *
cog_list_number_format (char type, gint64 number, const char *language)
{
  gboolean is_plain = number < 1 || number > 3999;

  if (!is_plain && (type == 'a' || type == 'A'))
    return format_letters (number, type);
  if (!is_plain && (type == 'i' || type == 'I'))
    return format_roman (number, type == 'I');
  return cog_language_format_number (language, number);
}

char
cog_list_number_get_type (const char *type)
{
  return type != NULL && *type != '\0' && strchr ("1aAiI", *type) != NULL ? *type : '1';
}
