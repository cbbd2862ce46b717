/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-licence.h"

#include "cog-edition-page.h"
#include "cog-expression.h"
#include "cog-licence-text.h"

#include <string.h>

#define HISTORY_ID "cognate-history"
#define LICENCE_ID "cognate-licence"
#define TITLE "GNU Free Documentation License"
/* A heading of its text, which nothing else says; the licence forbids to change it. */
#define KNOWN_BY "APPLICABILITY AND DEFINITIONS"

static void
add_history (CogBook *book, const CogEdition *edition)
{
  g_autoptr (GPtrArray) entries = cog_attribution_list_history (edition);
  CogSection *page = cog_edition_page_new (
      HISTORY_ID, "appendix", cog_attribution_get_word (edition->language, "historyHeading"));

  cog_edition_page_add_list (page, entries);
  g_ptr_array_add (book->sections, page);
}

static gboolean
has_text (const CogBook *book)
{
  g_autoptr (GPtrArray) list = cog_book_dup_section_list (book);

  for (guint i = 0; i < list->len; i++)
    {
      const xmlNode *root = cog_section_get_root (g_ptr_array_index (list, i));

      for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        if (n->type == XML_TEXT_NODE && strstr ((const char *)n->content, KNOWN_BY) != NULL)
          return TRUE;
    }
  return FALSE;
}

/* "2. VERBATIM COPYING" */
static gboolean
is_heading (const char *block)
{
  static gsize once = 0;
  static GRegex *regex;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("^(?:\\d+\\. [A-Z ]+|ADDENDUM: [^\\n]+)$", G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  return g_regex_match (regex, block, 0, NULL);
}

/* Points of a list, "A. Use in the Title Page…", follow each other without an empty line. */
static gboolean
begins_point (const char *line)
{
  return g_ascii_isupper (line[0]) && line[1] == '.' && line[2] == ' ';
}

static void
add_block (CogSection *page, GString *block)
{
  g_strstrip (block->str);
  if (block->str[0] != '\0')
    cog_edition_page_add_words (page, is_heading (block->str) ? "h2" : "p", block->str);
  g_string_truncate (block, 0);
}

/* Words stay as they are; lines were broken for a screen of eighty signs. */
static void
add_text (CogBook *book, const char *id, const char *text)
{
  CogSection *page = cog_edition_page_new (id, "appendix", TITLE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) block = g_string_new (NULL);

  page->language = g_strdup ("en");
  for (char **line = lines; *line != NULL; line++)
    {
      const char *words = g_strstrip (*line);

      if (words[0] == '\0' || begins_point (words))
        add_block (page, block);
      if (words[0] != '\0')
        g_string_append_printf (block, "%s%s", block->len > 0 ? " " : "", words);
    }
  add_block (page, block);
  g_ptr_array_add (book->sections, page);
}

/* The text that an expression asks for whatever is chosen. (nullable) */
static const char *
find_text (const char *expression)
{
  g_autoptr (GPtrArray) choices =
      expression != NULL ? cog_expression_list_alternatives (expression) : NULL;
  const char *text = NULL;

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      text = NULL;
      for (char **id = g_ptr_array_index (choices, i); text == NULL && *id != NULL; id++)
        text = cog_licence_get_text (cog_licence_lookup (*id));
      if (text == NULL)
        return NULL;
    }
  return text;
}

static void
note_text (GPtrArray *texts, const char *expression)
{
  const char *text = find_text (expression);

  if (text != NULL && !g_ptr_array_find (texts, text, NULL))
    g_ptr_array_add (texts, (gpointer)text);
}

static void
add_texts (CogBook *book, const CogEdition *edition)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  note_text (texts, edition->licence);
  for (guint i = 0; i < edition->sources->len; i++)
    note_text (texts, ((CogCredit *)g_ptr_array_index (edition->sources, i))->licence);
  for (guint i = 0; i < book->credits->len; i++)
    note_text (texts, ((CogCredit *)g_ptr_array_index (book->credits, i))->licence);
  if (texts->len == 0 || has_text (book))
    return;
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *id =
          i == 0 ? g_strdup (LICENCE_ID) : g_strdup_printf (LICENCE_ID "-text-%u", i + 1);

      add_text (book, id, g_ptr_array_index (texts, i));
    }
}

void
cog_edition_add_licence_pages (CogBook *book, const CogEdition *edition)
{
  g_return_if_fail (book != NULL && edition != NULL);

  if (edition->licence != NULL && cog_licence_wants_history (cog_licence_lookup (edition->licence)))
    add_history (book, edition);
  add_texts (book, edition);
}
