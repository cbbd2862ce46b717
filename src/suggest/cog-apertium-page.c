/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-apertium-page.h"

#include "cog-apertium-tidy.h"

#include <string.h>

/* --- the marks of unknown words --------------------------------------------------------------- */

static gboolean
is_word_char (const char *at)
{
  return *at != '\0' && g_unichar_isalnum (g_utf8_get_char (at));
}

/* Whether the source itself has "*" before this word. */
static gboolean
is_of_source (const char *mark, const char *source)
{
  const char *end = mark + 1;
  g_autofree char *marked = NULL;

  while (is_word_char (end))
    end = g_utf8_next_char (end);
  marked = g_strndup (mark, (gsize)(end - mark));
  return strstr (source, marked) != NULL;
}

char *
cog_apertium_dup_unmarked (const char *html, const char *source, guint *n_unknown)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_in_tag = FALSE;

  g_return_val_if_fail (html != NULL && source != NULL && n_unknown != NULL, NULL);

  for (const char *at = html; *at != '\0'; at++)
    {
      is_in_tag = *at == '<' || (is_in_tag && *at != '>');
      if (*at == '*' && !is_in_tag && is_word_char (at + 1) && !is_of_source (at, source))
        (*n_unknown)++;
      else
        g_string_append_c (text, *at);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The words that stand for pieces are unknown to it, too. */
static guint
count_pieces (const char *html)
{
  guint n = 0;

  for (const char *at = strstr (html, "id=\"k"); at != NULL; at = strstr (at + 1, "id=\"k"))
    {
      const char *end = strchr (at, '>');

      n += end != NULL && strlen (end) > 4 && g_ascii_isupper (end[1]) &&
           g_ascii_isupper (end[2]) && g_ascii_isdigit (end[3]);
    }
  return n;
}

/* --- sentences -------------------------------------------------------------------------------- */

char *
cog_apertium_page_join (GPtrArray *html)
{
  GString *page = g_string_new (NULL);

  for (guint i = 0; i < html->len; i++)
    g_string_append_printf (page, "<p id=\"s%u\">%s</p>\n", i, (char *)g_ptr_array_index (html, i));
  return g_string_free (page, FALSE);
}

/* (nullable): it is not there. Advances at. */
static char *
dup_paragraph (const char **at, guint number)
{
  g_autofree char *mark = g_strdup_printf ("<p id=\"s%u\">", number);
  const char *start = strstr (*at, mark);
  const char *end = start != NULL ? strstr (start, "</p>") : NULL;

  if (end == NULL)
    return NULL;
  start += strlen (mark);
  *at = end;
  return g_strndup (start, (gsize)(end - start));
}

GPtrArray *
cog_apertium_page_cut (CogEngine *engine, GPtrArray *html, const char *page)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_free);
  const char *at = page;

  for (guint i = 0; i < html->len; i++)
    {
      const char *source = g_ptr_array_index (html, i);
      g_autofree char *paragraph = dup_paragraph (&at, i);
      guint n_unknown = 0;
      guint n_pieces = count_pieces (source);
      g_autofree char *words =
          paragraph != NULL ? cog_apertium_dup_unmarked (paragraph, source, &n_unknown) : NULL;

      g_ptr_array_add (answers, words != NULL ? cog_apertium_dup_tidied (words, source) : NULL);
      cog_engine_add_unknown (engine, n_unknown > n_pieces ? n_unknown - n_pieces : 0);
    }
  return answers;
}
