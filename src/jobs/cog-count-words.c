/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-count-words.h"

#include <glib/gi18n-lib.h>

void
cog_count_words_foreach (const CogBookCounts *counts, CogCountFunc func, gpointer user_data)
{
  g_return_if_fail (counts != NULL && func != NULL);

  {
    const CogBookCounts *n = counts;
    const struct
    {
      guint n;
      const char *word;
    } rows[] = {
      /* Translators: each stands under or behind its number. */
      { n->sections, ngettext ("section", "sections", n->sections) },
      { n->words, ngettext ("word", "words", n->words) },
      { n->figures, ngettext ("figure", "figures", n->figures) },
      { n->tables, ngettext ("table", "tables", n->tables) },
      { n->equations, ngettext ("equation", "equations", n->equations) },
      { n->footnotes, ngettext ("note", "notes", n->footnotes) },
      { n->links, ngettext ("link", "links", n->links) },
    };

    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      if (rows[i].n > 0)
        func (rows[i].n, rows[i].word, user_data);
  }
}

static void
append (guint n, const char *word, gpointer user_data)
{
  GString *line = user_data;

  g_string_append_printf (line, "%s%'u\u00a0%s", line->len > 0 ? " · " : "", n, word);
}

char *
cog_count_words_dup_line (const CogBookCounts *counts)
{
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (counts != NULL, NULL);

  cog_count_words_foreach (counts, append, line);
  return g_string_free (line, FALSE);
}
