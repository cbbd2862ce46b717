/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-book-private.h"

#include <string.h>

/* Of a unit that was joined with another, or of which only the later half is left: what led to it
 * leads to where its words are now. Origin → id. */
static GHashTable *
index_moved (CogProjectAssembly *a, GHashTable *elements, GError **error)
{
  g_autoptr (GHashTable) moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query = cog_query_new (
      a->self->db, error,
      "SELECT id, origins FROM unit WHERE origins IS NOT NULL ORDER BY position", NULL);

  if (query == NULL)
    return NULL;
  while (cog_query_step (query, &fault))
    {
      g_autofree char *id = cog_query_dup_text (query, 0);
      g_autofree char *origins = cog_query_dup_text (query, 1);
      g_auto (GStrv) words = g_strsplit (origins != NULL ? origins : "", " ", -1);

      for (guint i = 0; words[i] != NULL && id != NULL; i++)
        if (g_hash_table_contains (elements, id) && !g_hash_table_contains (elements, words[i]) &&
            !g_hash_table_contains (moved, words[i]))
          g_hash_table_insert (moved, g_strdup (words[i]), g_strdup (id));
    }
  if (fault == NULL)
    return g_steal_pointer (&moved);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

/* Returns the node to go on with. */
static xmlNode *
settle_link (xmlNode *root, xmlNode *link, GHashTable *elements, GHashTable *moved)
{
  xmlNode *next = cog_xml_next_in (root, link);
  g_autofree char *href = cog_xml_dup_attribute (link, "href");
  const char *to;

  if (href == NULL || href[0] != '#' || g_hash_table_contains (elements, href + 1))
    return next;
  to = g_hash_table_lookup (moved, href + 1);
  if (to != NULL)
    {
      g_autofree char *mended = g_strconcat ("#", to, NULL);

      cog_xml_set (link, "href", mended);
    }
  else if (cog_xml_has_word (link, "epub:type", "noteref"))
    {
      /* A reference to a note that was left out goes. */
      next = cog_xml_skip_in (root, link);
      cog_xml_remove (link);
    }
  return next;
}

gboolean
cog_project_settle_links (CogProjectAssembly *a, GError **error)
{
  g_autoptr (GHashTable) elements = cog_book_index_elements (a->book);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (a->book);
  g_autoptr (GHashTable) moved = index_moved (a, elements, error);

  for (guint i = 0; moved != NULL && i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root; n != NULL;)
        n = cog_xml_is (n, NULL, "a") ? settle_link (root, n, elements, moved)
                                      : cog_xml_next_in (root, n);
    }
  return moved != NULL;
}
