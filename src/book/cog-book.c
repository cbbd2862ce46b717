/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book.h"
#include "cog-language.h"
#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

CogAsset *
cog_asset_new (const char *name, const char *media_type, GBytes *bytes)
{
  CogAsset *asset = g_new0 (CogAsset, 1);

  asset->name = g_strdup (name);
  asset->media_type = g_strdup (media_type);
  asset->bytes = g_bytes_ref (bytes);
  return asset;
}

void
cog_asset_free (CogAsset *asset)
{
  if (asset == NULL)
    return;
  g_free (asset->name);
  g_free (asset->media_type);
  g_clear_pointer (&asset->bytes, g_bytes_unref);
  g_free (asset->origin);
  g_free (asset);
}

gboolean
cog_asset_is_page (const CogAsset *asset)
{
  g_return_val_if_fail (asset != NULL, FALSE);
  return g_strcmp0 (asset->media_type, COG_ASSET_PAGE) == 0;
}

CogBook *
cog_book_new (void)
{
  CogBook *book = g_new0 (CogBook, 1);

  book->subjects = g_ptr_array_new_with_free_func (g_free);
  book->languages = g_ptr_array_new_with_free_func (g_free);
  book->credit = cog_credit_new ();
  book->sections = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_section_free);
  book->assets = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_asset_free);
  book->credits = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  book->sources = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  book->asset_index = g_hash_table_new (g_str_hash, g_str_equal);
  book->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return book;
}

void
cog_book_free (CogBook *book)
{
  if (book == NULL)
    return;
  g_hash_table_unref (book->asset_index);
  g_hash_table_unref (book->places);
  g_ptr_array_unref (book->subjects);
  g_ptr_array_unref (book->languages);
  g_ptr_array_unref (book->sections);
  g_ptr_array_unref (book->assets);
  g_ptr_array_unref (book->credits);
  g_ptr_array_unref (book->sources);
  cog_credit_free (book->credit);
  g_free (book->language);
  g_free (book->second_language);
  g_free (book->identifier);
  g_free (book->description);
  g_free (book->imprint);
  g_free (book->date);
  g_free (book->modified);
  g_free (book->cover);
  g_free (book->rights);
  g_free (book);
}

const char *
cog_book_get_imprint (const CogBook *book)
{
  g_return_val_if_fail (book != NULL, NULL);
  if (book->imprint != NULL || book->credit == NULL)
    return book->imprint;
  return book->credit->publisher;
}

const char *
cog_book_get_title (const CogBook *book)
{
  g_return_val_if_fail (book != NULL, "");
  if (book->credit->title != NULL && book->credit->title[0] != '\0')
    return book->credit->title;
  /* Translators: the title of a book that has none. */
  return _ ("Untitled");
}

void
cog_book_add_asset (CogBook *book, CogAsset *asset)
{
  CogAsset *old;

  g_return_if_fail (book != NULL && asset != NULL);

  old = g_hash_table_lookup (book->asset_index, asset->name);
  if (old != NULL)
    {
      g_hash_table_remove (book->asset_index, old->name);
      g_ptr_array_remove (book->assets, old);
    }
  g_ptr_array_add (book->assets, asset);
  g_hash_table_insert (book->asset_index, asset->name, asset);
}

CogAsset *
cog_book_find_asset (const CogBook *book, const char *name)
{
  g_return_val_if_fail (book != NULL && name != NULL, NULL);
  return g_hash_table_lookup (book->asset_index, name);
}

void
cog_book_set_place (CogBook *book, const char *id, const CogSourcePlace *place)
{
  g_return_if_fail (book != NULL && id != NULL && place != NULL && place->page > 0);

  g_hash_table_replace (book->places, g_strdup (id), g_memdup2 (place, sizeof *place));
}

const CogSourcePlace *
cog_book_find_place (const CogBook *book, const char *id)
{
  g_return_val_if_fail (book != NULL && id != NULL, NULL);
  return g_hash_table_lookup (book->places, id);
}

GPtrArray *
cog_book_dup_section_list (const CogBook *book)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (book != NULL, NULL);

  for (guint i = book->sections->len; i > 0; i--)
    g_ptr_array_add (stack, g_ptr_array_index (book->sections, i - 1));
  while (stack->len > 0)
    {
      CogSection *section = g_ptr_array_steal_index (stack, stack->len - 1);

      g_ptr_array_add (list, section);
      for (guint i = section->children->len; i > 0; i--)
        g_ptr_array_add (stack, g_ptr_array_index (section->children, i - 1));
    }
  return list;
}

CogSection *
cog_book_find_section (const CogBook *book, const char *id)
{
  g_autoptr (GPtrArray) list = cog_book_dup_section_list (book);

  for (guint i = 0; i < list->len; i++)
    {
      CogSection *section = g_ptr_array_index (list, i);

      if (g_str_equal (section->id, id))
        return section;
    }
  return NULL;
}

GHashTable *
cog_book_index_elements (const CogBook *book)
{
  GHashTable *elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

          if (id != NULL)
            g_hash_table_insert (elements, id, n);
        }
    }
  return elements;
}
