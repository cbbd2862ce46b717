/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markdown.h"

#include "cog-evidence.h"
#include "cog-language-guess.h"

#include <string.h>

gboolean
cog_storybook_is_story (const char *text)
{
  guint breaks = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *at = text; (at = strstr (at, "\n##")) != NULL; at += 3)
    {
      gsize blank = strspn (at + 3, " \t\r");

      if (at[3 + blank] == '\n' || at[3 + blank] == '\0')
        breaks++;
    }
  return breaks >= 2;
}

static void
add_people (CogBook *book, const char *names, CogRole role)
{
  g_auto (GStrv) list = g_strsplit_set (names, ",;", 50);

  for (guint i = 0; list[i] != NULL; i++)
    if (g_strstrip (list[i])[0] != '\0')
      g_ptr_array_add (book->credit->agents, cog_agent_new (list[i], role));
}

static void
read_fact (CogBook *book, CogReport *report, const char *file, const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  if (colon == NULL)
    return;
  key = g_ascii_strdown (line, colon - line);
  g_strstrip (g_strdelimit (key, "*", ' '));
  value = g_strdup (colon + 1);
  g_strstrip (value);
  if (value[0] == '\0')
    return;
  if (g_str_equal (key, "license"))
    cog_evidence_add (book, report, COG_EVIDENCE_METADATA, file, "License",
                      line + strspn (line, "* "), NULL);
  else if (g_str_equal (key, "text"))
    add_people (book, value, COG_ROLE_AUTHOR);
  else if (g_str_equal (key, "illustration"))
    add_people (book, value, COG_ROLE_ILLUSTRATOR);
  else if (g_str_equal (key, "translation"))
    add_people (book, value, COG_ROLE_TRANSLATOR);
  else if (g_str_equal (key, "language") && book->language == NULL)
    book->language = cog_language_read (value);
}

/* The last page is the list of facts when its lines are items with a licence among them. */
static gboolean
is_closing_list (const char *page)
{
  g_autofree char *lower = g_ascii_strdown (page, -1);

  return strstr (lower, "* license:") != NULL || strstr (lower, "* text:") != NULL;
}

static void
read_closing_list (CogBook *book, CogReport *report, const char *file, const char *page)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", 100);

  for (guint i = 0; lines[i] != NULL; i++)
    read_fact (book, report, file, lines[i]);
}

/* Lines are broken as on the printed page: a blank line ends a paragraph. */
static void
append_page (GString *html, const char *page)
{
  g_auto (GStrv) paragraphs = g_regex_split_simple ("\\n[ \\t\\r]*\\n", page, G_REGEX_OPTIMIZE, 0);
  gboolean is_open = FALSE;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (g_strstrip (paragraphs[i]), -1);

      if (escaped[0] == '\0')
        continue;
      if (!is_open)
        g_string_append (html, "<section class=\"page\">");
      is_open = TRUE;
      g_string_append_printf (html, "<p>%s</p>\n", escaped);
    }
  if (is_open)
    g_string_append (html, "</section>\n");
}

char *
cog_storybook_to_html (
    const char *text, const char *file, CogBook *book, CogReport *report, char **title)
{
  g_auto (GStrv) pages =
      g_regex_split_simple ("^##[ \\t\\r]*$", text, G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0);
  GString *html = g_string_new ("<body>");
  const char *head;

  head = pages[0] != NULL ? pages[0] : "";
  while (*head == '\n' || *head == ' ' || *head == '#')
    head++;
  if (head[0] != '\0')
    {
      g_autofree char *line = g_strndup (head, strcspn (head, "\r\n"));
      g_autofree char *escaped = g_markup_escape_text (g_strstrip (line), -1);

      g_free (*title); /* that of a front matter, which few stories have */
      *title = g_strdup (line);
      g_string_append_printf (html, "<h1>%s</h1>\n", escaped);
      append_page (html, head + strcspn (head, "\r\n"));
    }
  for (guint i = 1; pages[0] != NULL && pages[i] != NULL; i++)
    {
      if (is_closing_list (pages[i]))
        read_closing_list (book, report, file, pages[i]);
      else
        append_page (html, pages[i]);
    }
  g_string_append (html, "</body>");
  return g_string_free (html, FALSE);
}
