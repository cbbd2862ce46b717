/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-segment-fold.h"

#include <string.h>

#define FNV_OFFSET G_GUINT64_CONSTANT (14695981039346656037)
#define FNV_PRIME G_GUINT64_CONSTANT (1099511628211)

#define SOFT_HYPHEN 0x00AD
#define ZERO_WIDTH_NO_BREAK 0xFEFF

/* Most text of most memories: a copy in one pass. NULL where there is anything else than ASCII. */
static char *
fold_ascii (const char *text, gsize length)
{
  char *folded = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if ((guchar)c >= 0x80)
        {
          g_free (folded);
          return NULL;
        }
      if (g_ascii_isspace (c))
        {
          if (n > 0 && folded[n - 1] != ' ')
            folded[n++] = ' ';
        }
      else
        folded[n++] = g_ascii_tolower (c);
    }
  if (n > 0 && folded[n - 1] == ' ')
    n--;
  folded[n] = '\0';
  return folded;
}

static gboolean
is_invisible (gunichar c)
{
  return c == SOFT_HYPHEN || c == ZERO_WIDTH_NO_BREAK || c == 0x200E || c == 0x200F ||
         c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

char *
cog_segment_fold (const char *text)
{
  gsize length;
  char *ascii;
  g_autofree char *composed = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  ascii = fold_ascii (text, length);
  if (ascii != NULL)
    return ascii;
  composed = g_utf8_normalize (text, (gssize)length, G_NORMALIZE_DEFAULT_COMPOSE);
  folded = g_string_sized_new (length + 1);
  for (const char *c = composed != NULL ? composed : ""; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character))
        {
          if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c (folded, ' ');
        }
      else if (!is_invisible (character))
        g_string_append_unichar (folded, g_unichar_tolower (character));
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

/* FNV-1a, with the ending of MurmurHash3, without which its lower bits are weak. */
guint64
cog_segment_hash_more (guint64 before, const char *text)
{
  guint64 hash = before ^ FNV_OFFSET;

  for (const guchar *c = (const guchar *)text; c != NULL && *c != '\0'; c++)
    hash = (hash ^ *c) * FNV_PRIME;
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash ^= hash >> 33;
  return hash;
}

guint64
cog_segment_hash (const char *text)
{
  return cog_segment_hash_more (0, text);
}
