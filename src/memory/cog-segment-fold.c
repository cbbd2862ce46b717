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

/* Letters of which no two can be composed into one, and which are composed already, so that
 * normalisation form C changes nothing (UAX #15: Quick_Check is Yes, the combining class is 0).
 * Most of what is written is of these; what else there is, is asked of GLib. In order. */
static gboolean
is_stable (gunichar c)
{
  static const struct
  {
    gunichar first, last;
  } ranges[] = {
    { 0x0000, 0x02FF }, { 0x0388, 0x03FF }, /* Latin, Greek */
    { 0x0400, 0x0482 }, { 0x048A, 0x052F }, /* Cyrillic */
    { 0x060C, 0x060F }, { 0x061B, 0x064A }, /* Arabic */
    { 0x0660, 0x066F }, { 0x0671, 0x06D5 }, { 0x2002, 0x20CF }, { 0x2190, 0x2328 }, /* signs */
    { 0x3001, 0x3029 }, { 0x3041, 0x3096 }, { 0x30A1, 0x30FA },                     /* kana */
    { 0x4E00, 0x9FFF }, { 0xAC00, 0xD7A3 }, /* ideographs, Hangul */
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges) && c >= ranges[i].first; i++)
    if (c <= ranges[i].last)
      return TRUE;
  return FALSE;
}

static gboolean
is_composed (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if ((guchar)*c >= 0x80 && !is_stable (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

/* out has room for twice the text: no letter's small one takes more bytes than that. */
static gsize
fold_composed (const char *text, char *out)
{
  gsize n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character < 0x80 ? g_ascii_isspace (character) : g_unichar_isspace (character))
        {
          if (n > 0 && out[n - 1] != ' ')
            out[n++] = ' ';
        }
      else if (character < 0x80)
        out[n++] = g_ascii_tolower ((char)character);
      else if (!is_invisible (character))
        n += (gsize)g_unichar_to_utf8 (g_unichar_tolower (character), out + n);
    }
  return n > 0 && out[n - 1] == ' ' ? n - 1 : n;
}

char *
cog_segment_fold (const char *text)
{
  gsize length;
  char *folded;
  g_autofree char *composed = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  folded = fold_ascii (text, length);
  if (folded != NULL)
    return folded;
  if (!is_composed (text))
    {
      composed = g_utf8_normalize (text, (gssize)length, G_NORMALIZE_DEFAULT_COMPOSE);
      text = composed != NULL ? composed : "";
      length = strlen (text);
    }
  folded = g_malloc (2 * length + 1);
  folded[fold_composed (text, folded)] = '\0';
  return folded;
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
