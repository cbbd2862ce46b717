/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book-pack.h"

#include "cog-credit-pack.h"

#include <string.h>

/* The plain text fields of a book. */
static const gsize book_fields[] = {
  G_STRUCT_OFFSET (CogBook, language),   G_STRUCT_OFFSET (CogBook, second_language),
  G_STRUCT_OFFSET (CogBook, identifier), G_STRUCT_OFFSET (CogBook, description),
  G_STRUCT_OFFSET (CogBook, imprint),    G_STRUCT_OFFSET (CogBook, date),
  G_STRUCT_OFFSET (CogBook, modified),   G_STRUCT_OFFSET (CogBook, cover),
  G_STRUCT_OFFSET (CogBook, rights),
};

#define BOOK_FIELD(book, i) G_STRUCT_MEMBER (char *, book, book_fields[i])

static void
pack_places (GByteArray *bytes, GHashTable *places)
{
  GHashTableIter iter;
  gpointer id, value;

  cog_pack_number (bytes, g_hash_table_size (places));
  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const CogSourcePlace *place = value;

      cog_pack_text (bytes, id);
      cog_pack_number (bytes, place->page);
      cog_pack_real (bytes, place->x);
      cog_pack_real (bytes, place->y);
      cog_pack_real (bytes, place->width);
      cog_pack_real (bytes, place->height);
    }
}

static void
unpack_places (CogUnpack *unpack, CogBook *book)
{
  guint32 n = cog_unpack_number (unpack);

  for (guint32 i = 0; i < n && !unpack->is_bad; i++)
    {
      g_autofree char *id = cog_unpack_dup_needed (unpack);
      CogSourcePlace place = { .page = cog_unpack_limited (unpack, G_MAXINT) };

      place.x = cog_unpack_real (unpack);
      place.y = cog_unpack_real (unpack);
      place.width = cog_unpack_real (unpack);
      place.height = cog_unpack_real (unpack);
      if (place.page == 0)
        unpack->is_bad = TRUE;
      else
        cog_book_set_place (book, id, &place);
    }
}

static void
pack_texts (GByteArray *bytes, GPtrArray *texts)
{
  cog_pack_number (bytes, texts->len);
  for (guint i = 0; i < texts->len; i++)
    cog_pack_text (bytes, g_ptr_array_index (texts, i));
}

static void
unpack_texts (CogUnpack *unpack, GPtrArray *texts)
{
  guint32 n = cog_unpack_number (unpack);

  for (guint32 i = 0; i < n && !unpack->is_bad; i++)
    g_ptr_array_add (texts, cog_unpack_dup_needed (unpack));
}

void
cog_pack_book (GByteArray *bytes, const CogBook *book)
{
  g_return_if_fail (bytes != NULL && book != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (book_fields); i++)
    cog_pack_text (bytes, BOOK_FIELD (book, i));
  cog_pack_number (bytes, book->progression);
  cog_pack_number (bytes, book->is_vertical != 0);
  cog_pack_number (bytes, book->is_draft != 0);
  pack_texts (bytes, book->subjects);
  pack_texts (bytes, book->languages);
  cog_pack_credit (bytes, book->credit);
  cog_pack_credits (bytes, book->credits);
  cog_pack_credits (bytes, book->sources);
  pack_places (bytes, book->places);
}

CogBook *
cog_unpack_book (CogUnpack *unpack)
{
  CogBook *book = cog_book_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (book_fields); i++)
    BOOK_FIELD (book, i) = cog_unpack_dup_text (unpack);
  book->progression = cog_unpack_limited (unpack, COG_PROGRESSION_RTL);
  book->is_vertical = cog_unpack_boolean (unpack);
  book->is_draft = cog_unpack_boolean (unpack);
  unpack_texts (unpack, book->subjects);
  unpack_texts (unpack, book->languages);
  cog_credit_free (book->credit);
  book->credit = cog_unpack_credit (unpack);
  cog_unpack_credits (unpack, book->credits);
  cog_unpack_credits (unpack, book->sources);
  unpack_places (unpack, book);
  return book;
}

void
cog_pack_section (GByteArray *bytes, const CogSection *section, guint depth)
{
  g_autofree char *content = NULL;

  g_return_if_fail (bytes != NULL && section != NULL);

  content = cog_section_get_root (section) != NULL ? cog_section_serialise (section) : NULL;
  cog_pack_number (bytes, depth);
  cog_pack_number (bytes, section->is_linear != 0);
  cog_pack_text (bytes, section->id);
  cog_pack_text (bytes, section->title);
  cog_pack_text (bytes, section->type);
  cog_pack_text (bytes, section->language);
  cog_pack_text (bytes, section->origin);
  cog_pack_text (bytes, content);
}

static gboolean
is_id (const char *id)
{
  if (!g_ascii_isalpha (id[0]) && id[0] != '_')
    return FALSE;
  for (; *id != '\0'; id++)
    if (!g_ascii_isalnum (*id) && strchr ("._-", *id) == NULL)
      return FALSE;
  return TRUE;
}

/* Under the limits of any foreign XML, for that is what it is. */
static xmlDoc *
parse_content (const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, strlen (content));

  return cog_xml_parse (bytes, "section", NULL, NULL);
}

CogSection *
cog_unpack_section (CogUnpack *unpack, guint *depth)
{
  g_autoptr (CogSection) section = cog_section_new (NULL, NULL);
  g_autofree char *content = NULL;

  g_return_val_if_fail (unpack != NULL && depth != NULL, NULL);

  *depth = cog_unpack_limited (unpack, COG_PACK_MAX_DEPTH);
  section->is_linear = cog_unpack_boolean (unpack);
  section->id = cog_unpack_dup_needed (unpack);
  section->title = cog_unpack_dup_text (unpack);
  section->type = cog_unpack_dup_text (unpack);
  section->language = cog_unpack_dup_text (unpack);
  section->origin = cog_unpack_dup_text (unpack);
  content = cog_unpack_dup_text (unpack);
  if (!cog_unpack_is_done (unpack) || !is_id (section->id))
    return NULL;
  if (content != NULL && (section->content = parse_content (content)) == NULL)
    return NULL;
  return g_steal_pointer (&section);
}

void
cog_pack_asset (GByteArray *bytes, const CogAsset *asset)
{
  g_return_if_fail (bytes != NULL && asset != NULL);

  cog_pack_text (bytes, asset->name);
  cog_pack_text (bytes, asset->media_type);
  cog_pack_text (bytes, asset->origin);
  cog_pack_number (bytes, asset->width);
  cog_pack_number (bytes, asset->height);
}

/* Writers make files of these names. */
static gboolean
is_asset_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("._-/", *c) == NULL)
      return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;
  return name[0] != '\0';
}

/* RFC 6838, 4.2, without parameters. */
static gboolean
is_media_type (const char *type)
{
  const char *slash = strchr (type, '/');

  for (const char *c = type; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("!#$&-^_.+/", *c) == NULL)
      return FALSE;
  return slash != NULL && slash != type && slash[1] != '\0' && strchr (slash + 1, '/') == NULL;
}

CogAsset *
cog_unpack_asset (CogUnpack *unpack, GBytes *bytes)
{
  g_autofree char *name = cog_unpack_dup_needed (unpack);
  g_autofree char *media_type = cog_unpack_dup_needed (unpack);
  g_autofree char *origin = cog_unpack_dup_text (unpack);
  guint width = cog_unpack_number (unpack);
  guint height = cog_unpack_number (unpack);
  CogAsset *asset;

  if (!cog_unpack_is_done (unpack) || !is_asset_name (name) || !is_media_type (media_type))
    return NULL;
  asset = cog_asset_new (name, media_type, bytes);
  asset->origin = g_steal_pointer (&origin);
  asset->width = width;
  asset->height = height;
  return asset;
}
