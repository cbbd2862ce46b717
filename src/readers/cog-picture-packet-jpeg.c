/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-packet-private.h"

#include <string.h>

/* Segments of ITU-T T.81, B.1.1.4; the packet is an APP1 (ISO 16684-3, 1.1.3). */

#define APP0 0xE0
#define APP1 0xE1
#define SOS 0xDA
#define EOI 0xD9
#define MOST 65533 /* bytes of a segment without its length */

static const char name[] = "http://ns.adobe.com/xap/1.0/"; /* its zero ends it in the file */
static const char exif[] = "Exif";

static gboolean
is_named (const guint8 *segment, gsize length, const char *id, gsize id_length)
{
  return length >= 4 + id_length && memcmp (segment + 4, id, id_length) == 0;
}

/* Behind JFIF's own segment, which is the first, and Exif's, which is next. */
static gboolean
find (const guint8 *data, gsize size, CogPicturePacket *found)
{
  gsize place = 2;

  for (gsize at = 2; at + 4 <= size && data[at] == 0xFF;)
    {
      guint8 marker = data[at + 1];
      gsize length = 2 + ((gsize)data[at + 2] << 8 | data[at + 3]);

      if (marker == 0xFF)
        {
          at++;
          continue;
        }
      if (marker == SOS)
        {
          if (!found->is_there)
            found->piece.from = found->piece.to = place;
          return TRUE;
        }
      if (marker == EOI || length < 4 || length > size - at)
        return FALSE;
      if (marker == APP1 && !found->is_there && is_named (data + at, length, name, sizeof name))
        {
          found->is_there = TRUE;
          found->piece = (CogPicturePiece){ at, at + length };
          found->text = (CogPicturePiece){ at + 4 + sizeof name, at + length };
        }
      if (marker == APP0 || (marker == APP1 && is_named (data + at, length, exif, sizeof exif)))
        place = at + length;
      at += length;
    }
  return FALSE;
}

static GByteArray *
put (const guint8 *data, gsize size, const CogPicturePacket *found, const char *packet)
{
  gsize length = 2 + sizeof name + strlen (packet);
  guint8 head[4] = { 0xFF, APP1, (guint8)(length >> 8), (guint8)length };
  g_autoptr (GByteArray) segment = g_byte_array_new ();

  if (length > MOST)
    return NULL;
  g_byte_array_append (segment, head, sizeof head);
  g_byte_array_append (segment, (const guint8 *)name, sizeof name);
  g_byte_array_append (segment, (const guint8 *)packet, (guint)strlen (packet));
  return cog_picture_splice (data, size, found->piece, segment->data, segment->len);
}

const CogPictureFormat cog_picture_format_jpeg = { "\xFF\xD8\xFF", 0, 3, find, put };
