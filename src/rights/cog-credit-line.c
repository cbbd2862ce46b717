/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-line.h"

#include "cog-licence.h"

#include <string.h>

/* The words by which a credit begins, and the names of its parts: a, (b), left, "planes", a and
 * credit b. */
#define LABEL                                                                                      \
  "(?:credits?|attribution|photo credit|image credit|źródło|żródło|zrodlo|créditos?|crédits?)"
#define PART                                                                                           \
  "(?:\\s*\\(?([a-z]|left|right|top|bottom|middle|center|upper|lower)\\)?|\\s*[\"“]([^\"”]{1,60})" \
  "[\"”])?"
#define AND_PART "(?:(?:,|\\s+and)\\s+(?:credit\\s+)?\\(?[a-z]\\)?)*"

static GRegex *
get_regex (void)
{
  static gsize once = 0;
  static GRegex *regex;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("(?<![\\w])" LABEL PART AND_PART "\\s*:\\s*",
                           G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  return regex;
}

/* The bracket before at, when nothing but space stands between. */
static gsize
find_bracket (const char *text, gsize at)
{
  gsize c = at;

  while (c > 0 && text[c - 1] == ' ')
    c--;
  return c > 0 && text[c - 1] == '(' ? c - 1 : at;
}

static gsize
find_close (const char *text, gsize open)
{
  int depth = 0;

  for (gsize c = open; text[c] != '\0'; c++)
    {
      if (text[c] == '(')
        depth++;
      else if (text[c] == ')' && --depth == 0)
        return c + 1;
    }
  return strlen (text);
}

static char *
dup_trimmed (const char *start, gsize length)
{
  char *text = g_strndup (start, length);
  gsize n;

  g_strstrip (text);
  n = strlen (text);
  while (n > 0 && strchr (" ,;", text[n - 1]) != NULL)
    text[--n] = '\0';
  return text;
}

/* "modification of work by", "Modyfikacja pracy autorstwa": kept as the change that was stated. */
static const char *
skip_changes (const char *body, CogCredit *credit, gboolean *after_by)
{
  static GRegex *regex;
  static gsize once = 0;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *by = NULL;
  int end = 0;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("^(?:modifications?(?:\\s+(?:of\\s+)?(?:the\\s+)?works?)?(?:\\s+of)?|"
                           "modyfikacja(?:\\s+pracy)?|praca zmodyfikowana|zmodyfikowany|"
                           "modificación(?:\\s+de(?:l)?(?:\\s+(?:la\\s+)?(?:obra|trabajo))?)?)"
                           "(\\s+(?:by|autorstwa|przez|de))?[\\s,:]+",
                           G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  *after_by = FALSE;
  if (!g_regex_match (regex, body, 0, &match))
    return body;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  by = g_match_info_fetch (match, 1);
  *after_by = by != NULL && by[0] != '\0';
  credit->changes = dup_trimmed (body, end);
  return body + end;
}

static const char *
find_closing_quote (const char *text)
{
  static const char *const pairs[][2] = {
    { "“", "”" }, { "\"", "\"" }, { "„", "”" }, { "«", "»" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (text, pairs[i][0]))
      {
        const char *close = strstr (text + strlen (pairs[i][0]), pairs[i][1]);

        return close != NULL ? close + strlen (pairs[i][1]) : NULL;
      }
  return NULL;
}

static char *
dup_unquoted (const char *start, const char *end)
{
  const char *first = g_utf8_next_char (start);
  const char *last = g_utf8_prev_char (end);

  return dup_trimmed (first, last - first);
}

/* A quotation at the start is the title, unless "by" stood before it: then it is a pseudonym. */
static const char *
skip_title (const char *body, CogCredit *credit)
{
  const char *end = find_closing_quote (body);
  const char *rest;

  if (end == NULL)
    return body;
  rest = end + strspn (end, " ,");
  if (rest[0] == '/' || rest[0] == '\0')
    return body;
  credit->title = dup_unquoted (body, end);
  if (g_ascii_strncasecmp (rest, "by ", 3) == 0)
    rest += 3;
  return rest;
}

/* A licence at the end: ", CC BY 2.0", "/CC0", ", Public Domain", "under CC BY NC-SA 4.0 license".
 */
static void
take_licence (char *body, CogCredit *credit)
{
  g_autofree char *licence = cog_licence_recognise (body, NULL, NULL);
  char *cut = NULL;

  if (strstr (body, "©") != NULL && licence == NULL)
    licence = g_strdup ("LicenseRef-AllRightsReserved");
  if (licence == NULL)
    return;
  credit->licence = g_steal_pointer (&licence);
  for (char *c = body; *c != '\0'; c++)
    if ((*c == ',' || *c == '/' || g_str_has_prefix (c, " under ")) && c > body)
      {
        g_autofree char *tail = cog_licence_recognise (c + 1, NULL, NULL);

        /* The last separator after which the licence still stands whole. */
        if (g_strcmp0 (tail, credit->licence) == 0)
          cut = c;
      }
  if (cut != NULL)
    *cut = '\0';
}

static const char *const hosts[] = {
  "Flickr",
  "Wikimedia",
  "Pixabay",
  "Pexels",
  "Unsplash",
  "Pxhere",
  "PxHere",
  "Wikipedia",
  "Freepik",
  "Public Domain Pictures",
  "PublicDomainPictures",
  "Library of Congress",
  "Openverse",
  "OpenClipart",
  "Openclipart",
  "Geograph",
  "YouTube",
  "Piqsels",
  "Rawpixel",
  "iStock",
  "Shutterstock",
  "Google Art",
};

static gboolean
is_host (const char *text)
{
  while (*text == ' ' || *text == '/')
    text++;
  if (g_ascii_strncasecmp (text, "the ", 4) == 0)
    text += 4;
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (g_ascii_strncasecmp (text, hosts[i], strlen (hosts[i])) == 0)
      return TRUE;
  return FALSE;
}

/* "X/Flickr", "X, Wikimedia Commons", "X via Flickr", "X from Pexels": cuts it off the name. */
static void
take_host (char *body, CogCredit *credit)
{
  static const char *const joints[] = { "/", ", via ", " via ", " from ", ", " };

  if (is_host (body))
    {
      credit->source_name = dup_trimmed (body, strlen (body));
      body[0] = '\0';
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    for (char *at = body; (at = strstr (at, joints[i])) != NULL; at++)
      if (is_host (at + strlen (joints[i])))
        {
          credit->source_name =
              dup_trimmed (at + strlen (joints[i]), strlen (at) - strlen (joints[i]));
          *at = '\0';
          return;
        }
}

static void
take_name (char *body, CogCredit *credit)
{
  const char *name = body;
  g_autofree char *trimmed = NULL;
  const char *end;
  gsize length;

  if (g_ascii_strncasecmp (name, "by ", 3) == 0)
    name += 3;
  if (g_ascii_strncasecmp (name, "copyright ", 10) == 0)
    {
      credit->copyright = dup_trimmed (name, strlen (name));
      name += 10;
    }
  trimmed = dup_trimmed (name, strlen (name));
  end = find_closing_quote (trimmed);
  if (end != NULL && *end == '\0')
    {
      char *bare = dup_unquoted (trimmed, end);

      g_free (trimmed);
      trimmed = bare;
    }
  length = strlen (trimmed);
  if (length > 1 && trimmed[length - 1] == '.' && trimmed[length - 2] != '.')
    trimmed[length - 1] = '\0';
  if (trimmed[0] != '\0')
    g_ptr_array_add (credit->agents, cog_agent_new (trimmed, COG_ROLE_AUTHOR));
}

static CogCredit *
parse_one (const char *body, const char *part)
{
  CogCredit *credit = cog_credit_new ();
  g_autofree char *rest = NULL;
  const char *at = body;
  gboolean after_by = FALSE;

  credit->words = dup_trimmed (body, strlen (body));
  credit->part = part != NULL && part[0] != '\0' ? g_strdup (part) : NULL;
  at = skip_changes (at, credit, &after_by);
  if (!after_by)
    at = skip_title (at, credit);
  rest = dup_trimmed (at, strlen (at));
  take_licence (rest, credit);
  take_host (rest, credit);
  take_name (rest, credit);
  return credit;
}

static char *
fetch_part (GMatchInfo *match)
{
  g_autofree char *letter = g_match_info_fetch (match, 1);
  g_autofree char *quoted = g_match_info_fetch (match, 2);

  if (letter != NULL && letter[0] != '\0')
    return g_steal_pointer (&letter);
  return g_steal_pointer (&quoted);
}

/* Splits "credit a: X; credit b: Y" at its labels. */
static void
parse_parts (GPtrArray *credits, const char *inner)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *part = NULL;
  int body = -1;

  for (g_regex_match (get_regex (), inner, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (body >= 0)
        {
          g_autofree char *one = dup_trimmed (inner + body, start - body);

          g_ptr_array_add (credits, parse_one (one, part));
        }
      g_free (part);
      part = fetch_part (match);
      body = end;
    }
  if (body >= 0)
    g_ptr_array_add (credits, parse_one (inner + body, part));
}

GPtrArray *
cog_credit_line_parse (const char *caption, gsize *start, gsize *end)
{
  GPtrArray *credits = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *inner = NULL;
  int at = 0;
  gsize from, to;

  g_return_val_if_fail (caption != NULL && start != NULL && end != NULL, credits);

  if (strlen (caption) > 20000 || !g_regex_match (get_regex (), caption, 0, &match))
    return credits;
  g_match_info_fetch_pos (match, 0, &at, NULL);
  from = find_bracket (caption, at);
  if (from != (gsize)at)
    {
      to = find_close (caption, from);
      inner = g_strndup (caption + at, (caption[to - 1] == ')' ? to - 1 : to) - at);
    }
  else
    {
      to = strlen (caption);
      inner = g_strdup (caption + at);
    }
  parse_parts (credits, inner);
  *start = from;
  *end = to;
  return credits;
}
