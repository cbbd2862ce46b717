/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book.h"

#include "cog-xml.h"

static void
rename_in (xmlNode *root, GHashTable *names)
{
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *source =
          n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "src") : NULL;
      const char *fresh = source != NULL ? g_hash_table_lookup (names, source) : NULL;

      if (fresh != NULL)
        cog_xml_set (n, "src", fresh);
    }
}

void
cog_book_rename_assets (CogBook *book, GHashTable *names)
{
  g_autoptr (GPtrArray) sections = NULL;
  const char *cover;

  g_return_if_fail (book != NULL && names != NULL);

  g_hash_table_remove_all (book->asset_index);
  for (guint i = 0; i < book->assets->len; i++)
    {
      CogAsset *asset = g_ptr_array_index (book->assets, i);
      const char *fresh = g_hash_table_lookup (names, asset->name);

      if (fresh != NULL)
        {
          g_free (asset->name);
          asset->name = g_strdup (fresh);
        }
      g_hash_table_insert (book->asset_index, asset->name, asset);
    }
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    rename_in (cog_section_get_root (g_ptr_array_index (sections, i)), names);
  cover = book->cover != NULL ? g_hash_table_lookup (names, book->cover) : NULL;
  if (cover != NULL)
    {
      g_free (book->cover);
      book->cover = g_strdup (cover);
    }
}
