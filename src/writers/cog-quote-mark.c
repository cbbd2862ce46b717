/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quote-mark.h"

static gboolean
is_one_of (const char *language, const char *const *prefixes)
{
  for (guint i = 0; language != NULL && prefixes[i] != NULL; i++)
    if (g_str_has_prefix (language, prefixes[i]))
      return TRUE;
  return FALSE;
}

const char *
cog_quote_get_mark (const char *language, gboolean is_open)
{
  static const char *const french[] = { "fr", NULL };
  static const char *const angles[] = { "ru", "ar", "fa", "es", "uk", "kk", NULL };
  static const char *const corners[] = { "ja", "zh", NULL };

  if (is_one_of (language, french))
    return is_open ? "«\u00a0" : "\u00a0»";
  if (is_one_of (language, angles))
    return is_open ? "«" : "»";
  if (is_one_of (language, corners))
    return is_open ? "「" : "」";
  return is_open ? "“" : "”";
}
