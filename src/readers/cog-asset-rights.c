/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-asset-rights.h"

#include "cog-doubt.h"
#include "cog-letters.h"
#include "cog-licence.h"
#include "cog-picture-credit.h"
#include "cog-picture-hint.h"
#include "cog-picture-metadata.h"

#include <string.h>

typedef struct
{
  CogBook *book;
  GHashTable *by_asset; /* name → CogCredit, NULL: it says nothing */
  GHashTable *by_item;  /* item → CogCredit, the first of it */
  GHashTable *several;  /* items that have several credits */
  GPtrArray *found;     /* (element-type CogCredit): new ones */
} Reading;

/* Whether it says what the book says, or a work that the book was made from: then that covers the
 * picture as well. An edition says it in all its pictures. */
static gboolean
is_own (const Reading *r, const CogCredit *credit)
{
  const CogCredit *book = r->book->credit;

  for (guint i = 0; i < book->upstream->len; i++)
    if (cog_picture_credit_is_of_work (credit, g_ptr_array_index (book->upstream, i)))
      return TRUE;
  return cog_picture_credit_is_of_work (credit, book);
}

/* Programs that draw give a picture its file's name as title. */
static void
drop_file_title (CogCredit *credit, const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *file = cog_letters_dup_folded (base);
  g_autofree char *title = cog_letters_dup_folded (credit->title);

  if (g_str_has_prefix (file, title) ||
      (strchr (credit->title, ' ') == NULL && strpbrk (credit->title, "_0123456789") != NULL))
    g_clear_pointer (&credit->title, g_free);
}

/* (transfer full) (nullable): NULL: the file says nothing of rights that the book does not */
static CogCredit *
read_asset (const Reading *r, const CogAsset *asset)
{
  const char *name = asset->origin != NULL ? asset->origin : asset->name;
  g_autoptr (CogPictureMetadata) metadata = NULL;
  const CogCredit *credit;
  CogMediaInfo info;

  if (asset->bytes == NULL || !g_str_has_prefix (asset->media_type, "image/") ||
      !cog_media_identify (asset->bytes, asset->name, &info) ||
      !cog_picture_hint_has_metadata (asset->bytes, &info))
    return NULL;
  metadata = cog_picture_metadata_read (asset->bytes, &info, name);
  credit = metadata->credit;
  if (credit->licence == NULL && credit->agents->len == 0 && credit->copyright == NULL)
    return NULL;
  if (credit->title != NULL)
    drop_file_title (metadata->credit, name);
  for (guint i = 0; i < metadata->names->len; i++)
    g_ptr_array_add (credit->statements,
                     cog_statement_copy (g_ptr_array_index (metadata->names, i)));
  return is_own (r, credit) ? NULL : g_steal_pointer (&metadata->credit);
}

static const CogCredit *
get_said (Reading *r, const char *name)
{
  gpointer said = NULL;

  if (!g_hash_table_lookup_extended (r->by_asset, name, NULL, &said))
    {
      const CogAsset *asset = cog_book_find_asset (r->book, name);

      said = asset != NULL ? read_asset (r, asset) : NULL;
      g_hash_table_insert (r->by_asset, g_strdup (name), said);
    }
  return said;
}

static void
add_statements (CogCredit *credit, const CogCredit *said)
{
  for (guint i = 0; i < said->statements->len; i++)
    g_ptr_array_add (credit->statements,
                     cog_statement_copy (g_ptr_array_index (said->statements, i)));
}

static void
fill (char **field, const char *value)
{
  if (*field == NULL)
    *field = g_strdup (value);
}

/* "CC BY" beside a picture, and "CC BY 4.0" in its file. */
static gboolean
says_which_version (const CogCredit *said, const CogCredit *credit)
{
  const CogLicence *exact = said->licence != NULL ? cog_licence_lookup (said->licence) : NULL;
  const CogLicence *vague = credit->licence != NULL ? cog_licence_lookup (credit->licence) : NULL;

  return exact != NULL && vague != NULL && vague->is_unversioned && !exact->is_unversioned &&
         cog_licence_is_same_but_vaguer (credit->licence, said->licence);
}

/* The caption is believed; the file fills in what it does not say. */
static void
join (CogCredit *credit, const CogCredit *said)
{
  gboolean is_exact = says_which_version (said, credit);
  gboolean is_new = FALSE;

  if (said->licence != NULL)
    is_new = credit->licence == NULL || is_exact ||
             (!g_str_equal (credit->licence, said->licence) &&
              !cog_licence_is_same_but_vaguer (credit->licence, said->licence));
  if (credit->agents->len == 0 && said->agents->len > 0)
    {
      is_new = TRUE;
      for (guint i = 0; i < said->agents->len; i++)
        g_ptr_array_add (credit->agents, cog_agent_copy (g_ptr_array_index (said->agents, i)));
    }
  if (said->licence != NULL && (credit->licence == NULL || is_exact))
    {
      g_free (credit->licence);
      credit->licence = g_strdup (said->licence);
      g_free (credit->licence_url);
      credit->licence_url = g_strdup (said->licence_url);
    }
  if (credit->copyright == NULL && said->copyright != NULL)
    {
      is_new = TRUE;
      fill (&credit->copyright, said->copyright);
    }
  if (is_new)
    add_statements (credit, said);
}

/* The figure around a picture where it holds but one. */
static const xmlNode *
find_owner (const xmlNode *picture)
{
  for (const xmlNode *n = picture->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, "figure"))
      {
        for (const xmlNode *p = n; p != NULL; p = cog_xml_next_in (n, p))
          if (cog_xml_is (p, NULL, "img") && p != picture)
            return picture;
        return n;
      }
  return picture;
}

/* Where a caption speaks of several pieces, which of them the file is nobody can tell. */
static void
take (Reading *r, const xmlNode *picture, const CogCredit *said)
{
  g_autofree char *own_id = cog_xml_dup_attribute (picture, "id");
  g_autofree char *owner_id = cog_xml_dup_attribute (find_owner (picture), "id");
  const char *id = owner_id != NULL ? owner_id : own_id;
  CogCredit *credit = id != NULL ? g_hash_table_lookup (r->by_item, id) : NULL;

  if (credit == NULL && own_id != NULL)
    credit = g_hash_table_lookup (r->by_item, own_id);
  if (id == NULL || g_hash_table_contains (r->several, id))
    return;
  if (credit != NULL)
    {
      join (credit, said);
      return;
    }
  credit = cog_credit_copy (said);
  credit->item = g_strdup (id);
  credit->place = g_strdup (id);
  g_ptr_array_add (r->found, credit);
  g_hash_table_insert (r->by_item, g_strdup (id), credit);
}

static void
index_credits (Reading *r)
{
  for (guint i = 0; i < r->book->credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (r->book->credits, i);

      if (credit->item == NULL)
        continue;
      if (credit->part != NULL || g_hash_table_contains (r->by_item, credit->item))
        g_hash_table_add (r->several, g_strdup (credit->item));
      g_hash_table_insert (r->by_item, g_strdup (credit->item), credit);
    }
}

static void
free_said (gpointer said)
{
  if (said != NULL)
    cog_credit_free (said);
}

static void
read_section (Reading *r, const CogSection *section)
{
  const xmlNode *root = cog_section_get_root (section);

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *name = cog_xml_is (n, NULL, "img") ? cog_xml_dup_attribute (n, "src") : NULL;
      const CogCredit *said = name != NULL ? get_said (r, name) : NULL;

      if (said != NULL)
        take (r, n, said);
    }
}

void
cog_asset_rights_read (CogBook *book, GCancellable *cancellable)
{
  g_autoptr (GHashTable) by_asset =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_said);
  g_autoptr (GHashTable) by_item = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) several = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) sections = NULL;
  Reading r = { book, by_asset, by_item, several, found };

  g_return_if_fail (book != NULL);

  index_credits (&r);
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len && !g_cancellable_is_cancelled (cancellable); i++)
    read_section (&r, g_ptr_array_index (sections, i));
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (book->credits, g_ptr_array_index (found, i));
}
