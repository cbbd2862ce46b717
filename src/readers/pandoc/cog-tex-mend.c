/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tex-mend.h"

#include <string.h>

/* For whole texts G_REGEX_OPTIMIZE is needed: without it, GLib looks at the UTF-8 of all of the
 * text again for each match. */

const char *
cog_tex_find_comment (const char *line, const char *end)
{
  for (const char *c = line; c < end; c++)
    if (*c == '\\' && c + 1 < end)
      c++;
    else if (*c == '%')
      return c;
  return end;
}

typedef struct
{
  GString *out;
  GPtrArray *open;    /* char *: names of environments */
  GHashTable *counts; /* how many of each are open */
  guint mended;
} Balance;

/* What stands in these is no LaTeX. */
static gboolean
is_verbatim (Balance *b)
{
  static const char *const names[] = { "verbatim", "verbatim*", "lstlisting", "Verbatim",
                                       "minted",   "comment",   NULL };

  return b->open->len > 0 && g_strv_contains (names, g_ptr_array_index (b->open, b->open->len - 1));
}

static guint
count_open (Balance *b, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (b->counts, name));
}

static void
open_one (Balance *b, const char *name)
{
  g_ptr_array_add (b->open, g_strdup (name));
  g_hash_table_insert (b->counts, g_strdup (name), GUINT_TO_POINTER (count_open (b, name) + 1));
}

static void
close_last (Balance *b)
{
  const char *name = g_ptr_array_index (b->open, b->open->len - 1);

  g_string_append_printf (b->out, "\\end{%s}", name);
  g_hash_table_insert (b->counts, g_strdup (name), GUINT_TO_POINTER (count_open (b, name) - 1));
  g_ptr_array_set_size (b->open, (int)b->open->len - 1);
}

/* Whether a text ends with the beginning of a mark, up to its name. */
static gboolean
ends_in_mark (const GString *text)
{
  const char *end = text->str + text->len, *at;

  while (end > text->str && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  for (at = end; at > text->str && g_ascii_isalpha (at[-1]) && end - at < 6;)
    at--;
  return at > text->str && at[-1] == '\\' &&
         (strncmp (at, "begin", (gsize)(end - at)) == 0 ||
          strncmp (at, "end", (gsize)(end - at)) == 0);
}

/* What stands on both sides of a mark that is left out must not become one: "\\end{a\\end{b}c}",
 * "\\e\\end{b}nd{c}". */
static void
leave_out (Balance *b)
{
  const char *at;

  b->mended++;
  if (ends_in_mark (b->out))
    g_string_append (b->out, "\\relax{}");
  at = b->out->str + b->out->len;
  while (at > b->out->str && at[-1] != '\n' && at[-1] != '{' && at[-1] != '}')
    at--;
  if (at > b->out->str && at[-1] == '{')
    g_string_append (b->out, "{}");
}

static void
take_end (Balance *b, const char *name)
{
  if (count_open (b, name) == 0)
    {
      leave_out (b);
      return;
    }
  while (!g_str_equal (g_ptr_array_index (b->open, b->open->len - 1), name))
    {
      close_last (b);
      b->mended++;
    }
  close_last (b);
}

static void
take_mark (Balance *b, const char *mark, gboolean begins, const char *name)
{
  if (is_verbatim (b) &&
      (begins || !g_str_equal (g_ptr_array_index (b->open, b->open->len - 1), name)))
    g_string_append (b->out, mark);
  else if (begins)
    {
      open_one (b, name);
      g_string_append (b->out, mark);
    }
  else
    take_end (b, name);
}

static void
balance_line (Balance *b, GRegex *regex, const char *line, const char *end)
{
  const char *comment = cog_tex_find_comment (line, end);
  g_autofree char *text = g_strndup (line, (gsize)(comment - line));
  g_autoptr (GMatchInfo) match = NULL;
  int done = 0;

  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      g_autofree char *mark = g_match_info_fetch (match, 0);
      g_autofree char *word = g_match_info_fetch (match, 1);
      g_autofree char *name = g_match_info_fetch (match, 2);
      int from = 0, to = 0;

      g_match_info_fetch_pos (match, 0, &from, &to);
      g_string_append_len (b->out, text + done, from - done);
      take_mark (b, mark, g_str_equal (word, "begin"), name);
      done = to;
      g_match_info_next (match, NULL);
    }
  g_string_append (b->out, text + done);
  g_string_append_len (b->out, comment, end - comment);
}

char *
cog_tex_balance (const char *text, guint *mended)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("\\\\(begin|end)\\s*\\{([^{}]*)\\}", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Balance b = { g_string_new (NULL), g_ptr_array_new_with_free_func (g_free), counts, 0 };
  gboolean in_comment = FALSE;

  for (const char *line = text; *line != '\0';)
    {
      const char *end = line + strcspn (line, "\n");

      balance_line (&b, regex, line, end);
      in_comment = *end == '\0' && cog_tex_find_comment (line, end) < end;
      if (*end != '\0')
        g_string_append_c (b.out, '\n');
      line = *end != '\0' ? end + 1 : end;
    }
  if (in_comment && b.open->len > 0)
    g_string_append_c (b.out, '\n');
  while (b.open->len > 0)
    {
      close_last (&b);
      b.mended++;
    }
  *mended = b.mended;
  g_ptr_array_unref (b.open);
  return g_string_free (b.out, FALSE);
}

/* The names of which a text says itself what they mean: \newcommand{\name}, \def\name. */
static GHashTable *
list_defined (const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("(?:command\\{?|\\\\def)\\\\([a-zA-Z]+)", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      g_hash_table_add (names, g_match_info_fetch (match, 1));
      g_match_info_next (match, NULL);
    }
  return names;
}

static gboolean
is_known (GHashTable *defined, const char *name)
{
  static const char *const own[] = { "part",          "chapter",    "section",       "subsection",
                                     "subsubsection", "addchap",    "addsec",        "addpart",
                                     "thechapter",    "thesection", "thesubsection", NULL };

  return g_strv_contains (own, name) || g_hash_table_contains (defined, name);
}

char *
cog_tex_name_headings (const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("\\\\([a-zA-Z]+?(chapter|subsection|section))\\*?(?:\\[[^\\]\\n]*\\])?"
                   "((?:\\{[^{}\\n]*\\})+)",
                   G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GHashTable) defined = list_defined (text);
  GString *out = g_string_new (NULL);
  int done = 0;

  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *kind = g_match_info_fetch (match, 2);
      g_autofree char *arguments = g_match_info_fetch (match, 3);
      int from = 0, to = 0;

      g_match_info_fetch_pos (match, 0, &from, &to);
      g_string_append_len (out, text + done, from - done);
      /* The title comes last; before it are names for the book's own use. */
      if (is_known (defined, name))
        g_string_append_len (out, text + from, to - from);
      else
        g_string_append_printf (out, "\\%s%s", kind, strrchr (arguments, '{'));
      done = to;
      g_match_info_next (match, NULL);
    }
  g_string_append (out, text + done);
  return g_string_free (out, FALSE);
}
