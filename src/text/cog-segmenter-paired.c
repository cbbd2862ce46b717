/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-segmenter-paired.h"

#include <string.h>

/* A quotation or bracket that is longer, in characters, is a passage: its sentences stand alone. */
#define MAX_LENGTH 400
/* Deeper ones are no text. */
#define MAX_DEPTH 8

/* What may close each; „ and « have two ways. */
static const struct
{
  gunichar opening;
  const char *closing;
} pairs[] = {
  { '(', ")" },    { '[', "]" },    { '{', "}" },     { '"', "\"" }, { '\'', "'" },
  { 0x2018, "’" }, { 0x201C, "”" }, { 0x201E, "“”" }, { 0xAB, "»" },
};

static const char *
find_closing (gunichar opening)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].opening == opening)
      return pairs[i].closing;
  return NULL;
}

static gunichar
char_before (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
is_mark (gunichar c)
{
  return c != 0 && c < 128 && strchr (".!?,;:", (int)c) != NULL;
}

/* The marks that look alike on both sides open at the beginning of a word. */
static gboolean
opens (const char *text, const char *at)
{
  gunichar c = g_utf8_get_char (at);
  gunichar before = char_before (text, at);
  gunichar after = g_utf8_get_char (g_utf8_next_char (at));

  if (c != '"' && c != '\'')
    return find_closing (c) != NULL;
  return (before == 0 || g_unichar_isspace (before) || strchr ("([{", (int)MIN (before, 127))) &&
         after != 0 && !g_unichar_isspace (after) && after != c;
}

/* An apostrophe closes only beside a mark: "the students' books" has one, too. */
static gboolean
closes (const char *text, const char *at)
{
  gunichar before = char_before (text, at);
  gunichar after = g_utf8_get_char (g_utf8_next_char (at));

  if (is_apostrophe (g_utf8_get_char (at)))
    return !g_unichar_isalnum (after) && (is_mark (before) || is_mark (after));
  return *at != '"' || !g_unichar_isspace (before);
}

/* The mark that closes what opens here; a bracket within a bracket is passed over. */
static const char *
find_end (const char *text, const char *opening)
{
  gunichar c = g_utf8_get_char (opening);
  const char *closing = find_closing (c);
  const char *at = g_utf8_next_char (opening);
  guint depth = 1;

  for (guint n = 0; *at != '\0' && *at != '\n' && n < MAX_LENGTH; at = g_utf8_next_char (at), n++)
    {
      gunichar here = g_utf8_get_char (at);

      if (g_utf8_strchr (closing, -1, here) != NULL && closes (text, at))
        depth--;
      else if (here == c && opens (text, at))
        depth++;
      if (depth == 0)
        return at;
      /* The first had no end: "in the 'nineties. 'Well!' said she". */
      if (depth > MAX_DEPTH || (depth > 1 && (c == '"' || c == '\'')))
        return NULL;
    }
  return NULL;
}

void
cog_segmenter_mark_paired (guint8 *marks, const char *text, guint8 refused)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *end = opens (text, at) ? find_end (text, at) : NULL;

      if (end == NULL)
        continue;
      for (const char *in = g_utf8_next_char (at); in <= end; in++)
        marks[in - text] |= refused;
      at = end;
    }
}
