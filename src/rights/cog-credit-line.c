/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-line.h"

#include "cog-credit-line-private.h"

#include <string.h>

#define MAX_TEXT 20000

typedef struct
{
  gsize start, end; /* what is cut out */
  char *content;    /* what is read */
} Line;

static gboolean
find (GRegex *regex, const char *text, int *start, int *end)
{
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) && g_match_info_fetch_pos (match, 0, start, end);
}

/* Whether the closing bracket at the offset belongs to "Źródło a)", which nothing opened. */
static gboolean
is_letter_bracket (const char *text, gsize at, gsize from)
{
  return at >= from + 2 && g_ascii_isalpha (text[at - 1]) && text[at - 2] == ' ' &&
         (at < from + 4 || text[at - 3] != '(') && memchr (text + from, '(', at - from) == NULL &&
         text[at + 1] == ' ';
}

/* The bracket that closes the one at the offset; the end of the text where none does. */
static gsize
find_close (const char *text, gsize open)
{
  gsize from = g_utf8_next_char (text + open) - text;
  guint depth = 1;

  for (const char *c = text + from; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == '(' || letter == '[' || letter == 0xFF08)
        depth++;
      else if (letter == ')' || letter == ']' || letter == 0xFF09)
        {
          if (depth == 1 && is_letter_bracket (text, c - text, from))
            continue;
          if (--depth == 0)
            return c - text;
        }
    }
  return strlen (text);
}

static gboolean
ends_sentence (const char *text, gsize at)
{
  while (at > 0 && g_ascii_isspace (text[at - 1]))
    at--;
  return at == 0 || strchr (".!?:", text[at - 1]) != NULL;
}

/* The blank before a bracket goes with it, and the full stop after it where the text has one
 * before. */
static void
widen (const char *text, Line *line)
{
  while (line->start > 0 && g_ascii_isspace (text[line->start - 1]))
    line->start--;
  if (text[line->end] == '.' && ends_sentence (text, line->start))
    line->end++;
  if (line->start == 0)
    while (g_ascii_isspace (text[line->end]))
      line->end++;
}

static gboolean
find_bracketed (GRegex *regex, const char *text, Line *line)
{
  int open, inside;
  gsize close;

  if (!find (regex, text, &open, &inside) || text[open] == '\0')
    return FALSE;
  while (g_ascii_isspace (text[open]))
    open++;
  if (strchr ("([", text[open]) == NULL && g_utf8_get_char (text + open) != 0xFF08)
    return FALSE;
  close = find_close (text, open);
  line->start = open;
  line->end = text[close] != '\0' ? (gsize)(g_utf8_next_char (text + close) - text) : close;
  line->content = g_strndup (text + inside, close - MIN ((gsize)inside, close));
  widen (text, line);
  return TRUE;
}

/* Without brackets: from the beginning of a sentence to the end of the line. */
static gboolean
find_bare (GRegex *regex, const char *text, Line *line)
{
  int start, inside;

  if (!find (regex, text, &start, &inside))
    return FALSE;
  line->start = start;
  line->end = inside + strcspn (text + inside, "\n");
  line->content = g_strndup (text + inside, line->end - inside);
  widen (text, line);
  return TRUE;
}

/* "(Jane Doe, CC BY 4.0)" */
static gboolean
find_licensed (const char *text, Line *line)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("\\((?=[^()]*\\bCC[ -]?(?:BY|0)\\b[^()]*\\))", G_REGEX_CASELESS, 0, NULL);

  return find_bracketed (regex, text, line);
}

static gboolean
has_licence_or_url (const char *text)
{
  const CogCreditWords *words = cog_credit_words_get ();

  return g_regex_match (words->url, text, 0, NULL) || g_regex_match (words->licence, text, 0, NULL);
}

/* The whole text, or its last sentence, is "“T” by A, CC BY 4.0". */
static gboolean
find_work (const char *text, Line *line)
{
  const CogCreditWords *words = cog_credit_words_get ();
  gsize start = 0;

  if (strlen (text) > 600)
    return FALSE;
  if (!g_regex_match (words->work, text, 0, NULL) || !has_licence_or_url (text))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (strchr (".!?", *c) != NULL && c[1] == ' ' &&
        (g_str_has_prefix (c + 2, "\"") || g_str_has_prefix (c + 2, "“")) &&
        g_regex_match (words->work, c + 2, 0, NULL))
      start = c + 2 - text;
  if (start == 0 && strstr (text, ". ") != NULL && text[0] != '"' && !g_str_has_prefix (text, "“"))
    return FALSE;
  line->start = start;
  line->end = strlen (text);
  line->content = g_strdup (text + start);
  widen (text, line);
  return TRUE;
}

static gboolean
find_line (const char *text, Line *line)
{
  const CogCreditWords *words = cog_credit_words_get ();

  return find_bracketed (words->opening, text, line) || find_bare (words->bare, text, line) ||
         find_bracketed (words->copyright, text, line) ||
         find_bare (words->copyright, text, line) || find_licensed (text, line) ||
         find_work (text, line);
}

static void
add_agent (CogCredit *credit, char *name, CogRole role)
{
  g_autofree char *owned = name;

  if (owned == NULL || g_strstrip (owned)[0] == '\0' ||
      g_regex_match (cog_credit_words_get ()->self, owned, 0, NULL))
    return;
  g_ptr_array_add (credit->agents, cog_agent_new (owned, role));
}

/* To show something as it is, or to use it, is no change. */
static gboolean
is_change (const char *verb)
{
  static const char *const unchanged[] = { "reproduced", "reprinted", "used", "republished" };

  for (guint i = 0; i < G_N_ELEMENTS (unchanged); i++)
    if (g_ascii_strcasecmp (verb, unchanged[i]) == 0)
      return FALSE;
  return TRUE;
}

/* "This audit has been adapted with permission from the Audit of X developed by Y": the words are a
 * sentence of the text and stay. Whoever wrote them had a permission; whoever adapts has none yet
 * (rules.md §2.4). */
static gsize
read_prose (const char *text, GPtrArray *credits)
{
  const CogCreditWords *words = cog_credit_words_get ();
  g_autoptr (GMatchInfo) match = NULL;
  CogCredit *credit;
  int start = 0;

  if (g_regex_match (words->permission, text, 0, &match))
    {
      g_autofree char *maker = g_match_info_fetch_named (match, "maker");
      g_autofree char *name = g_match_info_fetch_named (match, "name");
      g_autofree char *verb = g_match_info_fetch_named (match, "verb");

      credit = cog_credit_new ();
      credit->licence = g_strdup ("LicenseRef-AllRightsReserved");
      if (verb != NULL && is_change (verb))
        credit->changes = g_steal_pointer (&verb);
      if (maker != NULL && maker[0] != '\0')
        {
          credit->title = g_strdup (g_strstrip (name));
          add_agent (credit, g_steal_pointer (&maker), COG_ROLE_AUTHOR);
        }
      else
        add_agent (credit, g_steal_pointer (&name), COG_ROLE_HOLDER);
    }
  else
    {
      g_clear_pointer (&match, g_match_info_free);
      if (!g_regex_match (words->prose, text, 0, &match))
        return 0;
      credit = cog_credit_new ();
      add_agent (credit, g_match_info_fetch_named (match, "name"), COG_ROLE_AUTHOR);
    }
  g_match_info_fetch_pos (match, 0, &start, NULL);
  credit->words = g_strdup (text);
  g_ptr_array_add (credits, credit);
  return start;
}

static void
set_words (GPtrArray *credits, const char *line)
{
  for (guint i = 0; i < credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (credits, i);

      if (credit->words == NULL)
        credit->words = g_strdup (line);
    }
}

GPtrArray *
cog_credit_line_parse (const char *caption, gsize *start, gsize *end)
{
  GPtrArray *credits = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  g_autofree char *text = NULL;
  Line line = { 0, 0, NULL };

  g_return_val_if_fail (caption != NULL, credits);

  if (start != NULL)
    *start = 0;
  if (end != NULL)
    *end = 0;
  if (!g_utf8_validate (caption, -1, NULL))
    return credits;
  text = g_utf8_strlen (caption, -1) > MAX_TEXT ? g_utf8_substring (caption, 0, MAX_TEXT)
                                                : g_strdup (caption);
  if (find_line (text, &line))
    {
      g_autofree char *whole = g_strndup (text + line.start, line.end - line.start);

      cog_credit_line_read (line.content, credits);
      set_words (credits, g_strstrip (whole));
      g_free (line.content);
    }
  else
    {
      line.start = line.end = read_prose (text, credits);
      set_words (credits, text);
    }
  if (credits->len > 0 && start != NULL)
    *start = line.start;
  if (credits->len > 0 && end != NULL)
    *end = line.end;
  return credits;
}
