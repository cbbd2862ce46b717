/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-stamps.h"

#include "cog-picture-stamp.h"

#include <string.h>

struct _CogPictureStamps
{
  const CogBook *book;
  GHashTable *by_item;  /* id → GPtrArray of CogCredit, borrowed */
  GHashTable *by_asset; /* name → the same, of all places where it stands */
};

static GPtrArray *
get_list (GHashTable *table, const char *key)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), list);
    }
  return list;
}

static void
add_credits (CogPictureStamps *self, const char *asset, const xmlNode *item)
{
  g_autofree char *id = cog_xml_dup_attribute (item, "id");
  const GPtrArray *credits = id != NULL ? g_hash_table_lookup (self->by_item, id) : NULL;
  GPtrArray *list;

  if (credits == NULL)
    return;
  list = get_list (self->by_asset, asset);
  for (guint i = 0; i < credits->len; i++)
    if (!g_ptr_array_find (list, g_ptr_array_index (credits, i), NULL))
      g_ptr_array_add (list, g_ptr_array_index (credits, i));
}

/* A credit is of the picture itself or of the figure that it stands in. */
static void
read_picture (CogPictureStamps *self, const xmlNode *picture)
{
  g_autofree char *name = cog_xml_dup_attribute (picture, "src");

  if (name == NULL)
    return;
  add_credits (self, name, picture);
  for (const xmlNode *n = picture->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, "figure"))
      add_credits (self, name, n);
}

static void
index_credits (CogPictureStamps *self)
{
  for (guint i = 0; i < self->book->credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (self->book->credits, i);

      if (credit->item != NULL)
        g_ptr_array_add (get_list (self->by_item, credit->item), credit);
    }
}

CogPictureStamps *
cog_picture_stamps_new (const CogBook *book)
{
  CogPictureStamps *self;
  g_autoptr (GPtrArray) sections = NULL;

  g_return_val_if_fail (book != NULL, NULL);

  self = g_new0 (CogPictureStamps, 1);
  self->book = book;
  self->by_item =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->by_asset =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  index_credits (self);
  if (g_hash_table_size (self->by_item) == 0)
    return self;
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    {
      const xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        if (cog_xml_is (n, NULL, "img"))
          read_picture (self, n);
    }
  return self;
}

void
cog_picture_stamps_free (CogPictureStamps *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_item);
  g_hash_table_unref (self->by_asset);
  g_free (self);
}

GBytes *
cog_picture_stamps_apply (CogPictureStamps *self, const CogAsset *asset)
{
  const GPtrArray *credits;
  g_autoptr (CogPictureStamp) stamp = NULL;
  GBytes *stamped;

  g_return_val_if_fail (self != NULL && asset != NULL, NULL);

  credits = g_hash_table_lookup (self->by_asset, asset->name);
  if (credits == NULL)
    return g_bytes_ref (asset->bytes);
  stamp =
      cog_picture_stamp_new (credits, self->book->language != NULL ? self->book->language : "en");
  stamped = g_strcmp0 (asset->media_type, "image/svg+xml") == 0
                ? cog_picture_stamp_put_svg (stamp, asset->bytes)
                : cog_picture_stamp_put_xmp (stamp, asset->bytes);
  return stamped != NULL ? stamped : g_bytes_ref (asset->bytes);
}
