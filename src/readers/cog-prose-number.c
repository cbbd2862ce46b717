/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose-number.h"

static void
append_roman (GString *out, guint number, gboolean is_upper)
{
  static const struct
  {
    guint value;
    const char *lower, *upper;
  } parts[] = { { 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" }, { 400, "cd", "CD" },
                { 100, "c", "C" },  { 90, "xc", "XC" },  { 50, "l", "L" },  { 40, "xl", "XL" },
                { 10, "x", "X" },   { 9, "ix", "IX" },   { 5, "v", "V" },   { 4, "iv", "IV" },
                { 1, "i", "I" } };

  for (guint i = 0; i < G_N_ELEMENTS (parts) && number < 5000; i++)
    for (; number >= parts[i].value; number -= parts[i].value)
      g_string_append (out, is_upper ? parts[i].upper : parts[i].lower);
}

void
cog_prose_append_number (GString *out, const char *type, guint number)
{
  if (type != NULL && g_ascii_tolower (type[0]) == 'i')
    append_roman (out, number, type[0] == 'I');
  else if (type != NULL && number > 0)
    /* 27 is "aa", 28 "bb" (ECMA-376, 17.18.59; OpenDocument 1.3 part 3, 19.500). */
    for (guint i = 0; i <= (number - 1) / 26 && i < 10; i++)
      g_string_append_c (out, (char)(type[0] + (number - 1) % 26));
  else
    g_string_append_printf (out, "%u", number);
}
