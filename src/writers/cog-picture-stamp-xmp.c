/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-stamp.h"

#include "cog-picture-packet.h"
#include "cog-xmp.h"

#include <gexiv2/gexiv2.h>
#include <string.h>

#define LARGEST (16u << 20) /* bytes of a packet that is taken apart */

static const char empty[] = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf="
                            "\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/></x:xmpmeta>"
                            "<?xpacket end=\"r\"?>";

/* A packet that is taken apart. */
typedef struct
{
  GExiv2Metadata *metadata;
  gboolean is_changed;
} Packet;

/* A text, or the default of an alternative of languages. (transfer full) (nullable) */
static char *
dup_text (Packet *packet, const char *tag)
{
  g_auto (GStrv) values = gexiv2_metadata_try_get_tag_multiple (packet->metadata, tag, NULL);

  if (values == NULL || values[0] == NULL || !g_utf8_validate (values[0], -1, NULL))
    return NULL;
  return cog_xmp_dup_default (values[0]);
}

static void
clear (Packet *packet, const char *tag)
{
  gexiv2_metadata_try_clear_tag (packet->metadata, tag, NULL);
  packet->is_changed = TRUE;
}

static void
set_text (Packet *packet, const char *tag, const char *text)
{
  g_autofree char *existing = dup_text (packet, tag);

  /* What says the same keeps its other languages. */
  if (text == NULL || g_strcmp0 (existing, text) == 0)
    return;
  clear (packet, tag);
  gexiv2_metadata_try_set_tag_string (packet->metadata, tag, text, NULL);
}

/* Exiv2 takes a text that begins with lang= for one with a language. */
static void
set_alternative (Packet *packet, const char *tag, const char *text)
{
  g_autofree char *existing = dup_text (packet, tag);
  g_autofree char *whole = NULL;

  if (text == NULL || g_strcmp0 (existing, text) == 0)
    return;
  whole = g_strdup_printf ("lang=\"x-default\" %s", text);
  clear (packet, tag);
  gexiv2_metadata_try_set_tag_string (packet->metadata, tag, whole, NULL);
}

static void
set_names (Packet *packet, const char *tag, const GPtrArray *names)
{
  g_auto (GStrv) existing = gexiv2_metadata_try_get_tag_multiple (packet->metadata, tag, NULL);
  g_autoptr (GPtrArray) all = cog_picture_stamp_merge ((const char *const *)existing, names);

  if (all == NULL)
    return;
  g_ptr_array_add (all, NULL);
  clear (packet, tag);
  gexiv2_metadata_try_set_tag_multiple (packet->metadata, tag, (const char **)all->pdata, NULL);
}

/* Other marks of a licence give way where they contradict; a page that explains is none. */
static void
settle_licence (const CogPictureStamp *stamp, Packet *packet)
{
  g_autofree char *statement = dup_text (packet, "Xmp.xmpRights.WebStatement");
  g_autofree char *terms = dup_text (packet, "Xmp.xmpRights.UsageTerms");
  g_autofree char *licence = dup_text (packet, "Xmp.cc.license");

  if (stamp->licence == NULL)
    {
      g_autofree char *marked = dup_text (packet, "Xmp.xmpRights.Marked");

      if (marked == NULL && stamp->notice != NULL)
        set_text (packet, "Xmp.xmpRights.Marked", "True");
      return;
    }
  if (licence != NULL && stamp->licence_url == NULL &&
      cog_picture_stamp_contradicts (stamp, licence, licence))
    clear (packet, "Xmp.cc.license");
  if (statement != NULL && cog_picture_stamp_contradicts (stamp, statement, statement))
    {
      clear (packet, "Xmp.xmpRights.WebStatement");
      g_clear_pointer (&statement, g_free);
    }
  if (terms == NULL || cog_picture_stamp_contradicts (stamp, terms, NULL))
    set_alternative (packet, "Xmp.xmpRights.UsageTerms", stamp->terms);
  if (statement == NULL)
    set_text (packet, "Xmp.xmpRights.WebStatement", stamp->licence_url);
  set_text (packet, "Xmp.cc.license", stamp->licence_url);
  set_text (packet, "Xmp.xmpRights.Marked", stamp->is_free ? "False" : "True");
}

static void
fill (const CogPictureStamp *stamp, Packet *packet)
{
  g_autofree char *had_title = dup_text (packet, "Xmp.dc.title");
  g_autofree char *title = cog_picture_stamp_dup_title (stamp, had_title);
  g_autofree char *had_rights = dup_text (packet, "Xmp.dc.rights");
  g_autofree char *rights = cog_picture_stamp_dup_rights (stamp, had_rights);

  set_alternative (packet, "Xmp.dc.title", title);
  set_names (packet, "Xmp.dc.creator", stamp->creators);
  set_alternative (packet, "Xmp.dc.rights", rights);
  set_text (packet, "Xmp.dc.source", stamp->source);
  set_names (packet, "Xmp.xmpRights.Owner", stamp->owners);
  settle_licence (stamp, packet);
  set_text (packet, "Xmp.cc.attributionName", stamp->names);
  set_text (packet, "Xmp.cc.attributionURL", stamp->source_url);
}

/* Creative Commons has its addresses as references (rdf:resource); Exiv2 writes them as attributes
 * of the description. In what it writes, ">" and quotes stand for themselves only in markup.
 * (transfer full) */
static char *
refer (const char *packet, const char *name)
{
  g_autofree char *open = g_strdup_printf (" %s=\"", name);
  const char *from = strstr (packet, open);
  const char *value = from != NULL ? from + strlen (open) : NULL;
  const char *close = value != NULL ? strchr (value, '"') : NULL;
  const char *end = close != NULL ? strchr (close, '>') : NULL;
  gboolean is_empty = end != NULL && end[-1] == '/';
  const char *last = is_empty ? end - 1 : end;

  if (end == NULL)
    return g_strdup (packet);
  return g_strdup_printf ("%.*s%.*s><%s rdf:resource=\"%.*s\"/>%s%s", (int)(from - packet), packet,
                          (int)(last - close - 1), close + 1, name, (int)(close - value), value,
                          is_empty ? "</rdf:Description>" : "", end + 1);
}

/* The packet with the stamp in it. (transfer full) (nullable): what is there cannot be read, or
 * says all that already */
static char *
dup_packet (const CogPictureStamp *stamp, const void *data, gsize size)
{
  g_autoptr (GExiv2Metadata) metadata = gexiv2_metadata_new ();
  Packet packet = { metadata, FALSE };
  g_autofree char *text = NULL;
  g_autofree char *half = NULL;

  if (size == 0)
    {
      data = empty;
      size = strlen (empty);
    }
  if (!gexiv2_metadata_open_buf (metadata, data, (glong)size, NULL))
    return NULL;
  fill (stamp, &packet);
  if (packet.is_changed)
    text = gexiv2_metadata_try_generate_xmp_packet (metadata, GEXIV2_READ_ONLY_PACKET, 0, NULL);
  if (text == NULL)
    return NULL;
  half = refer (text, "cc:license");
  return refer (half, "cc:attributionURL");
}

GBytes *
cog_picture_stamp_put_xmp (const CogPictureStamp *stamp, GBytes *picture)
{
  g_autoptr (GBytes) existing = cog_picture_packet_find (picture);
  g_autofree char *packet = NULL;
  gsize size = 0;
  const void *data = existing != NULL ? g_bytes_get_data (existing, &size) : NULL;

  if (size > LARGEST || !cog_xmp_begin ())
    return NULL;
  packet = dup_packet (stamp, data, size);
  cog_xmp_end ();
  return packet != NULL ? cog_picture_packet_put (picture, packet) : NULL;
}
