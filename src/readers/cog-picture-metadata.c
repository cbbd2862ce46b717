/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-metadata-private.h"

#include "cog-evidence.h"
#include "cog-picture-packet.h"

#include <gexiv2/gexiv2.h>
#include <string.h>

#define LONGEST 2000 /* bytes of a value that are looked at */
#define MOST 8       /* values of one tag: authors */
#define LARGEST (64u << 20)

#define NS_CC "http://creativecommons.org/ns#"

/* In the order in which they are believed. */
static const struct
{
  const char *tag;   /* as Exiv2 names it */
  const char *place; /* as people that know such things name it */
  CogPictureUse use;
} tags[] = {
  { "Xmp.cc.license", "XMP cc:license", COG_PICTURE_LICENCE_LINK },
  { "Xmp.xmpRights.WebStatement", "XMP xmpRights:WebStatement", COG_PICTURE_LICENCE_LINK },
  { "Xmp.xmpRights.UsageTerms", "XMP xmpRights:UsageTerms", COG_PICTURE_LICENCE },
  { "Xmp.dc.rights", "XMP dc:rights", COG_PICTURE_LICENCE },
  { "Iptc.Application2.Copyright", "IPTC Copyright Notice", COG_PICTURE_LICENCE },
  { "Exif.Image.Copyright", "EXIF Copyright", COG_PICTURE_LICENCE },
  { "Xmp.dc.title", "XMP dc:title", COG_PICTURE_TITLE },
  { "Iptc.Application2.ObjectName", "IPTC Title", COG_PICTURE_TITLE },
  { "Xmp.photoshop.Headline", "XMP photoshop:Headline", COG_PICTURE_TITLE },
  { "Xmp.dc.creator", "XMP dc:creator", COG_PICTURE_AUTHOR },
  { "Iptc.Application2.Byline", "IPTC Creator", COG_PICTURE_AUTHOR },
  { "Exif.Image.Artist", "EXIF Artist", COG_PICTURE_AUTHOR },
  { "Xmp.cc.attributionName", "XMP cc:attributionName", COG_PICTURE_NAME },
  { "Xmp.cc.attributionURL", "XMP cc:attributionURL", COG_PICTURE_SOURCE },
  { "Xmp.dc.source", "XMP dc:source", COG_PICTURE_SOURCE },
  { "Xmp.photoshop.Source", "XMP photoshop:Source", COG_PICTURE_SOURCE },
  { "Xmp.photoshop.Credit", "XMP photoshop:Credit", COG_PICTURE_SOURCE },
  { "Iptc.Application2.Credit", "IPTC Credit Line", COG_PICTURE_SOURCE },
  { "Xmp.Iptc4xmpCore.AltTextAccessibility", "XMP AltTextAccessibility", COG_PICTURE_ALT },
};

/* Exif promises ASCII and holds anything. */
static char *
dup_clean (const char *value)
{
  g_autofree char *part = g_strndup (value, LONGEST);
  g_autofree char *text = NULL;
  char *folded;

  if (strlen (value) < LONGEST && !g_utf8_validate (part, -1, NULL))
    text = g_convert (part, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  if (text == NULL)
    text = g_utf8_make_valid (part, -1);
  folded = cog_xml_fold_space (text);
  if (folded[0] == '\0')
    g_clear_pointer (&folded, g_free);
  return folded;
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

static void
add_author (CogCredit *credit, const char *name)
{
  for (guint i = 0; i < credit->agents->len; i++)
    if (g_ascii_strcasecmp (((CogAgent *)g_ptr_array_index (credit->agents, i))->name, name) == 0)
      return;
  if (credit->agents->len < MOST)
    g_ptr_array_add (credit->agents, cog_agent_new (name, COG_ROLE_AUTHOR));
}

/* Where a name stands, as evidence beside that of the licence. */
static void
note (CogPictureFinds *self, const char *place, const char *words)
{
  if (self->names->len < MOST)
    g_ptr_array_add (self->names,
                     cog_statement_new (COG_EVIDENCE_METADATA, self->name, place, words, NULL));
}

static void
add_source (CogCredit *credit, const char *text)
{
  if (is_address (text))
    {
      if (credit->source_url == NULL && strpbrk (text, " <>\"") == NULL)
        credit->source_url = g_strdup (text);
    }
  else if (credit->source_name == NULL)
    credit->source_name = g_strdup (text);
}

void
cog_picture_finds_add (CogPictureFinds *self,
                       CogPictureUse use,
                       const char *place,
                       const char *value)
{
  g_autofree char *text = dup_clean (value);
  CogCredit *credit = self->book->credit;

  if (text == NULL)
    return;
  switch (use)
    {
    case COG_PICTURE_TITLE:
      if (credit->title == NULL)
        credit->title = g_steal_pointer (&text);
      break;
    case COG_PICTURE_AUTHOR:
      add_author (credit, text);
      note (self, place, text);
      break;
    case COG_PICTURE_NAME:
      if (credit->agents->len == 0)
        {
          add_author (credit, text);
          note (self, place, text);
        }
      break;
    case COG_PICTURE_SOURCE:
      add_source (credit, text);
      break;
    case COG_PICTURE_LICENCE:
      cog_evidence_add (self->book, NULL, COG_EVIDENCE_METADATA, self->name, place, text, NULL);
      break;
    case COG_PICTURE_LICENCE_LINK:
      /* The same field holds an address, or words about one. */
      if (is_address (text))
        cog_evidence_add (self->book, NULL, COG_EVIDENCE_LINK, self->name, place, NULL, text);
      else
        cog_evidence_add (self->book, NULL, COG_EVIDENCE_METADATA, self->name, place, text, NULL);
      break;
    case COG_PICTURE_ALT:
      if (self->alt == NULL)
        self->alt = g_steal_pointer (&text);
      break;
    }
}

static gboolean
prepare_exiv2 (void)
{
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      gboolean ok = gexiv2_initialize ();

      /* What is odd about a file of somebody's is no warning of ours. */
      gexiv2_log_set_level (GEXIV2_LOG_LEVEL_MUTE);
      if (ok)
        gexiv2_metadata_try_register_xmp_namespace (NS_CC, "cc", NULL);
      g_once_init_leave (&is_ready, ok ? 1 : 2);
    }
  return is_ready == 1;
}

/* Exiv2 writes an alternative of languages as: lang="x-default" Road, lang="de" Weg. The first is
 * the default. */
static char *
dup_default (const char *value)
{
  const char *text = g_str_has_prefix (value, "lang=\"") ? strstr (value, "\" ") : NULL;
  const char *next = text != NULL ? strstr (text, ", lang=\"") : NULL;

  if (text == NULL)
    return g_strdup (value);
  text += strlen ("\" ");
  return next != NULL ? g_strndup (text, (gsize)(next - text)) : g_strdup (text);
}

static void
read_tags (CogPictureFinds *self, GExiv2Metadata *metadata)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_auto (GStrv) values = gexiv2_metadata_try_get_tag_multiple (metadata, tags[i].tag, NULL);

      for (guint j = 0; values != NULL && values[j] != NULL && j < MOST; j++)
        {
          g_autofree char *value = dup_default (values[j]);

          cog_picture_finds_add (self, tags[i].use, tags[i].place, value);
        }
    }
}

/* Exiv2's XMP parser has state that all threads share. It knows no metadata of a GIF; the packet
 * alone it does. */
static void
read_embedded (CogPictureFinds *self, GBytes *bytes, gboolean is_gif)
{
  static GMutex mutex;
  g_autoptr (GExiv2Metadata) metadata = NULL;
  g_autoptr (GBytes) packet = is_gif ? cog_picture_packet_find (bytes) : g_bytes_ref (bytes);
  gsize size = 0;
  const guint8 *data = packet != NULL ? g_bytes_get_data (packet, &size) : NULL;

  if (size == 0 || size > LARGEST)
    return;
  g_mutex_lock (&mutex);
  if (prepare_exiv2 ())
    {
      metadata = gexiv2_metadata_new ();
      if (gexiv2_metadata_open_buf (metadata, data, (glong)size, NULL))
        {
          /* From a packet alone, Exiv2 makes up the other two kinds. */
          if (is_gif)
            {
              gexiv2_metadata_clear_exif (metadata);
              gexiv2_metadata_clear_iptc (metadata);
            }
          read_tags (self, metadata);
        }
      g_clear_object (&metadata);
    }
  g_mutex_unlock (&mutex);
}

CogPictureMetadata *
cog_picture_metadata_read (GBytes *bytes, const CogMediaInfo *info, const char *name)
{
  CogPictureMetadata *metadata;
  g_autoptr (CogBook) book = NULL;
  CogPictureFinds finds = { .name = name };

  g_return_val_if_fail (bytes != NULL && info != NULL && name != NULL, NULL);

  book = cog_book_new ();
  finds.book = book;
  finds.names = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_statement_free);
  if (g_str_equal (info->extension, "svg"))
    cog_picture_finds_read_svg (&finds, bytes);
  else
    read_embedded (&finds, bytes, g_str_equal (info->extension, "gif"));
  if (g_str_equal (info->extension, "png"))
    cog_picture_finds_read_png (&finds, bytes);
  metadata = g_new0 (CogPictureMetadata, 1);
  metadata->credit = cog_credit_copy (book->credit);
  metadata->names = finds.names;
  metadata->alt = finds.alt;
  return metadata;
}

void
cog_picture_metadata_free (CogPictureMetadata *self)
{
  if (self == NULL)
    return;
  cog_credit_free (self->credit);
  g_ptr_array_unref (self->names);
  g_free (self->alt);
  g_free (self);
}
