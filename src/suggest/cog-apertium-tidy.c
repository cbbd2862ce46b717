/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-apertium-tidy.h"

#include <string.h>

static const char *
skip_tags (const char *at)
{
  while (*at == '<' || g_ascii_isspace (*at))
    {
      const char *end = *at == '<' ? strchr (at, '>') : at;

      if (end == NULL)
        break;
      at = end + 1;
    }
  return at;
}

/* The end of the first word where it is of two capitals or more, else NULL. */
static const char *
find_capitals_end (const char *word)
{
  guint n = 0;
  const char *c = word;

  for (; g_unichar_isupper (g_utf8_get_char (c)); c = g_utf8_next_char (c))
    n++;
  return n > 1 && !g_unichar_isalnum (g_utf8_get_char (c)) ? c : NULL;
}

/* Before a full stop or comma that ends something: not " .5". */
static gboolean
is_stray_space (const char *at)
{
  return *at == ' ' && (at[1] == '.' || at[1] == ',') &&
         (at[2] == '\0' || at[2] == ' ' || at[2] == '<');
}

static gboolean
has_stray_space (const char *source)
{
  for (const char *at = source; *at != '\0'; at++)
    if (is_stray_space (at))
      return TRUE;
  return FALSE;
}

char *
cog_apertium_dup_tidied (const char *html, const char *source)
{
  GString *text;
  const char *first, *end;
  gboolean keeps_spaces;

  g_return_val_if_fail (html != NULL && source != NULL, NULL);

  text = g_string_new (NULL);
  first = skip_tags (html);
  end = find_capitals_end (first);
  keeps_spaces = has_stray_space (source);
  if (end != NULL && find_capitals_end (skip_tags (source)) == NULL)
    {
      const char *rest = g_utf8_next_char (first);
      g_autofree char *small = g_utf8_strdown (rest, end - rest);

      g_string_append_len (text, html, rest - html);
      g_string_append (text, small);
      html = end;
    }
  for (; *html != '\0'; html++)
    if (keeps_spaces || !is_stray_space (html))
      g_string_append_c (text, *html);
  return g_string_free (text, FALSE);
}
