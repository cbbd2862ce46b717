/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markup-private.h"

void
cog_markup_note_terms (CogMarkupWriting *w, const xmlNode *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *n = cog_xml_first_element (list); n != NULL; n = cog_xml_next_element (n))
    {
      char *term = cog_xml_is (n, COG_NS_XHTML, "dt") ? cog_xml_dup_folded_text (n) : NULL;

      if (term == NULL)
        continue;
      if (g_hash_table_contains (seen, term))
        {
          g_hash_table_add (w->again, n);
          g_hash_table_remove_all (seen);
        }
      g_hash_table_add (seen, term);
    }
}

void
cog_markup_part_list (CogMarkupWriting *w, const xmlNode *term)
{
  if (g_hash_table_contains (w->again, term))
    g_string_append (w->out, "</dl>\n<dl>");
}
