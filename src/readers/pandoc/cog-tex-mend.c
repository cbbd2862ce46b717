/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tex-mend.h"

#include <string.h>

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
  GPtrArray *open; /* char *: names of environments */
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

static void
close_last (Balance *b)
{
  g_string_append_printf (b->out, "\\end{%s}",
                          (const char *)g_ptr_array_index (b->open, b->open->len - 1));
  g_ptr_array_set_size (b->open, (int)b->open->len - 1);
}

static void
take_end (Balance *b, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (b->open, name, g_str_equal, NULL))
    {
      b->mended++;
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
      g_ptr_array_add (b->open, g_strdup (name));
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
  g_autoptr (GRegex) regex = g_regex_new ("\\\\(begin|end)\\s*\\{([^{}]*)\\}", 0, 0, NULL);
  Balance b = { g_string_new (NULL), g_ptr_array_new_with_free_func (g_free), 0 };

  for (const char *line = text; *line != '\0';)
    {
      const char *end = line + strcspn (line, "\n");

      balance_line (&b, regex, line, end);
      if (*end != '\0')
        g_string_append_c (b.out, '\n');
      line = *end != '\0' ? end + 1 : end;
    }
  while (b.open->len > 0)
    {
      close_last (&b);
      b.mended++;
    }
  *mended = b.mended;
  g_ptr_array_unref (b.open);
  return g_string_free (b.out, FALSE);
}

/* The name is one of LaTeX's own, or the text says itself what it means. */
static gboolean
is_known (const char *text, const char *name)
{
  static const char *const own[] = { "part",          "chapter",    "section",       "subsection",
                                     "subsubsection", "addchap",    "addsec",        "addpart",
                                     "thechapter",    "thesection", "thesubsection", NULL };
  g_autofree char *with_braces = g_strdup_printf ("command{\\%s}", name);
  g_autofree char *plain = g_strdup_printf ("command\\%s", name);
  g_autofree char *defined = g_strdup_printf ("\\def\\%s", name);

  return g_strv_contains (own, name) || strstr (text, with_braces) != NULL ||
         strstr (text, plain) != NULL || strstr (text, defined) != NULL;
}

char *
cog_tex_name_headings (const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("\\\\([a-zA-Z]+?(chapter|subsection|section))\\*?(?:\\[[^\\]\\n]*\\])?"
                   "((?:\\{[^{}\\n]*\\})+)",
                   0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
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
      if (is_known (text, name))
        g_string_append_len (out, text + from, to - from);
      else
        g_string_append_printf (out, "\\%s%s", kind, strrchr (arguments, '{'));
      done = to;
      g_match_info_next (match, NULL);
    }
  g_string_append (out, text + done);
  return g_string_free (out, FALSE);
}
