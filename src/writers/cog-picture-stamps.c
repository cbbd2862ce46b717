/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-stamps.h"

#include "cog-logo-words.h"
#include "cog-picture-credit.h"
#include "cog-picture-hint.h"
#include "cog-picture-metadata.h"
#include "cog-picture-stamp.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogFindingKind cog_finding_picture_silent = {
  "picture-silent",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: said at the end of publishing; how many there are stands beside it. */
  N_ ("A picture of your own does not say in its file whose it is: its author or its licence is "
      "not "
      "recorded."),
};

#define BUTTON_HEIGHT 64 /* pixels: those of licences have 31, or twice that */

struct _CogPictureStamps
{
  const CogBook *book;
  GHashTable *by_item;  /* id → GPtrArray of CogCredit, borrowed */
  GHashTable *by_asset; /* name → the same, of all places where it stands */
  GHashTable *apart;    /* names of pictures that the work they came with does not speak for */
  GHashTable *by_work;  /* CogCredit → CogPictureStamp (nullable) of its pictures */
  GHashTable *silent;   /* names of own pictures that no licence was written into */
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
add_credits (CogPictureStamps *self, const char *asset, const GPtrArray *credits)
{
  GPtrArray *list = get_list (self->by_asset, asset);

  for (guint i = 0; i < credits->len; i++)
    if (!g_ptr_array_find (list, g_ptr_array_index (credits, i), NULL))
      g_ptr_array_add (list, g_ptr_array_index (credits, i));
}

static gboolean
is_of_another (const GPtrArray *credits, const CogCredit *work)
{
  for (guint i = 0; work != NULL && credits != NULL && i < credits->len; i++)
    if (!cog_credit_is_same_work (g_ptr_array_index (credits, i), work))
      return TRUE;
  return FALSE;
}

/* Logos, and the buttons of licences, are nobody's to license who uses them. */
static gboolean
is_mark (const CogAsset *asset, const xmlNode *picture)
{
  g_autofree char *alternative = cog_xml_dup_attribute (picture, "alt");
  g_autofree char *title = cog_xml_dup_attribute (picture, "title");
  CogLogoClues clues = { asset->origin != NULL ? asset->origin : asset->name, alternative, title };

  return cog_logo_is_mark (&clues, asset->height <= BUTTON_HEIGHT);
}

/* A section while its pictures are looked at. */
typedef struct
{
  const GPtrArray *chapter; /* credits of what it stands in (nullable) */
  gboolean is_cover;
} Place;

/* A credit is of the picture itself or of the figure that it stands in. One of a table, a quotation
 * or a chapter is of more than the picture: it keeps others from speaking for it. */
static void
read_picture (CogPictureStamps *self, const xmlNode *picture, const Place *place)
{
  g_autofree char *name = cog_xml_dup_attribute (picture, "src");
  const CogAsset *asset = name != NULL ? cog_book_find_asset (self->book, name) : NULL;
  gboolean is_apart;

  if (asset == NULL)
    return;
  is_apart = place->is_cover || is_of_another (place->chapter, asset->work);
  for (const xmlNode *n = picture; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    {
      g_autofree char *id = cog_xml_dup_attribute (n, "id");
      const GPtrArray *credits = id != NULL ? g_hash_table_lookup (self->by_item, id) : NULL;

      if (credits != NULL && (n == picture || cog_xml_is (n, NULL, "figure")))
        add_credits (self, name, credits);
      else
        is_apart = is_apart || is_of_another (credits, asset->work);
    }
  if (asset->work != NULL && (is_apart || is_mark (asset, picture)))
    g_hash_table_add (self->apart, g_strdup (name));
}

static void
read_sections (CogPictureStamps *self, GPtrArray *sections, const GPtrArray *above)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      const xmlNode *root = cog_section_get_root (section);
      const GPtrArray *own = g_hash_table_lookup (self->by_item, section->id);
      g_auto (GStrv) types = g_strsplit (section->type != NULL ? section->type : "", " ", -1);
      Place place = { own != NULL ? own : above,
                      g_strv_contains ((const char *const *)types, "cover") };

      for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        if (cog_xml_is (n, NULL, "img"))
          read_picture (self, n, &place);
      read_sections (self, section->children, place.chapter);
    }
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

  g_return_val_if_fail (book != NULL, NULL);

  self = g_new0 (CogPictureStamps, 1);
  self->book = book;
  self->by_item =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->by_asset =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->apart = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_work = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)cog_picture_stamp_free);
  self->silent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index_credits (self);
  read_sections (self, book->sections, NULL);
  if (book->cover != NULL)
    g_hash_table_add (self->apart, g_strdup (book->cover));
  return self;
}

void
cog_picture_stamps_free (CogPictureStamps *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_item);
  g_hash_table_unref (self->by_asset);
  g_hash_table_unref (self->apart);
  g_hash_table_unref (self->by_work);
  g_hash_table_unref (self->silent);
  g_free (self);
}

static const char *
get_language (const CogPictureStamps *self)
{
  return self->book->language != NULL ? self->book->language : "en";
}

/* Whether the file says that it is from somewhere else. */
static gboolean
is_from_elsewhere (const CogCredit *said, const CogCredit *work)
{
  g_autofree char *names = cog_credit_dup_names (work, COG_ROLE_AUTHOR);

  if (said->source_url != NULL && g_strcmp0 (said->source_url, work->source_url) != 0)
    return TRUE;
  return said->source_name != NULL &&
         (work->title == NULL || !g_str_has_prefix (said->source_name, work->title)) &&
         g_strcmp0 (said->source_name, names) != 0 &&
         g_strcmp0 (said->source_name, work->publisher) != 0;
}

/* Whether the file itself names others than the work does: then it is not the work's to name. */
static gboolean
says_otherwise (const CogAsset *asset)
{
  g_autoptr (CogPictureMetadata) metadata = NULL;
  const CogCredit *said;
  CogMediaInfo info;

  if (!cog_media_identify (asset->bytes, asset->name, &info))
    return TRUE;
  if (!cog_picture_hint_has_metadata (asset->bytes, &info))
    return FALSE;
  metadata = cog_picture_metadata_read (asset->bytes, &info, asset->name);
  said = metadata->credit;
  if (is_from_elsewhere (said, asset->work))
    return TRUE;
  return (said->licence != NULL || said->agents->len > 0 || said->copyright != NULL) &&
         !cog_picture_credit_is_of_work (said, asset->work);
}

/* Whether all whom the credit names have worked on this edition. */
static gboolean
is_by_adapter (const CogPictureStamps *self, const CogCredit *credit)
{
  const GPtrArray *people = self->book->credit->agents;

  for (guint i = 0; i < credit->agents->len; i++)
    {
      const char *name = ((CogAgent *)g_ptr_array_index (credit->agents, i))->name;
      gboolean is_one = FALSE;

      for (guint k = 0; k < people->len; k++)
        {
          const CogAgent *agent = g_ptr_array_index (people, k);

          is_one =
              is_one || ((agent->role == COG_ROLE_ADAPTER || agent->role == COG_ROLE_TRANSLATOR) &&
                         g_str_equal (agent->name, name));
        }
      if (!is_one)
        return FALSE;
    }
  return credit->agents->len > 0;
}

/* A picture that the adapter made is under the edition's licence, where nothing else was recorded.
 * (transfer full) (nullable): it is not known to be */
static CogCredit *
new_own_credit (const CogPictureStamps *self, const CogAsset *asset, const GPtrArray *credits)
{
  const CogCredit *said = credits->len == 1 ? g_ptr_array_index (credits, 0) : NULL;
  CogCredit *credit;

  if (asset->work != NULL || said == NULL || said->licence != NULL || said->statements->len > 0 ||
      said->upstream->len > 0 || self->book->credit->licence == NULL || !is_by_adapter (self, said))
    return NULL;
  credit = cog_credit_copy (said);
  credit->licence = g_strdup (self->book->credit->licence);
  return credit;
}

static CogPictureStamp *
new_stamp (const CogPictureStamps *self, const CogAsset *asset, GPtrArray *credits)
{
  g_autoptr (CogCredit) own = new_own_credit (self, asset, credits);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  if (own == NULL)
    return cog_picture_stamp_new (credits, get_language (self));
  g_ptr_array_add (alone, own);
  return cog_picture_stamp_new (alone, get_language (self));
}

/* What is said of all pictures of a work that have no credit. (transfer none) (nullable) */
static const CogPictureStamp *
get_stamp_of_work (CogPictureStamps *self, const CogAsset *asset)
{
  gpointer stamp = NULL;

  if (asset->work == NULL || g_hash_table_contains (self->apart, asset->name) ||
      says_otherwise (asset))
    return NULL;
  if (!g_hash_table_lookup_extended (self->by_work, asset->work, NULL, &stamp))
    {
      stamp = cog_picture_stamp_new_of_work (asset->work, get_language (self));
      g_hash_table_insert (self->by_work, (gpointer)asset->work, stamp);
    }
  return stamp;
}

/* (transfer full) */
static GBytes *
put (const CogPictureStamp *stamp, const CogAsset *asset)
{
  GBytes *stamped = g_str_equal (asset->media_type, "image/svg+xml")
                        ? cog_picture_stamp_put_svg (stamp, asset->bytes)
                        : cog_picture_stamp_put_xmp (stamp, asset->bytes);

  return stamped != NULL ? stamped : g_bytes_ref (asset->bytes);
}

GBytes *
cog_picture_stamps_apply (CogPictureStamps *self, const CogAsset *asset)
{
  GPtrArray *credits;
  g_autoptr (CogPictureStamp) own = NULL;
  const CogPictureStamp *stamp;

  g_return_val_if_fail (self != NULL && asset != NULL, NULL);

  if (asset->media_type == NULL || !g_str_has_prefix (asset->media_type, "image/"))
    return g_bytes_ref (asset->bytes);
  credits = g_hash_table_lookup (self->by_asset, asset->name);
  own = credits != NULL ? new_stamp (self, asset, credits) : NULL;
  stamp = own != NULL ? own : get_stamp_of_work (self, asset);
  if (asset->work == NULL && (stamp == NULL || stamp->licence == NULL))
    g_hash_table_add (self->silent, g_strdup (asset->name));
  return stamp != NULL ? put (stamp, asset) : g_bytes_ref (asset->bytes);
}

void
cog_picture_stamps_report (const CogPictureStamps *self, CogReport *report)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < g_hash_table_size (self->silent); i++)
    cog_report_add (report, &cog_finding_picture_silent, "", NULL, NULL);
}
