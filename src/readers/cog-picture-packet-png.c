/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-packet-private.h"

#include <string.h>
#include <zlib.h>

/* Chunks of PNG, third edition, 5.3; the packet is an iTXt (ISO 16684-3, 1.1.5). */

#define HEAD 8
#define FRAME 12 /* bytes of a chunk beside its data: length, type, check */

static const char name[] = "XML:com.adobe.xmp";

static guint32
read_big (const guint8 *data)
{
  return (guint32)data[0] << 24 | (guint32)data[1] << 16 | (guint32)data[2] << 8 | data[3];
}

static void
append_big (GByteArray *out, guint32 number)
{
  guint8 bytes[4] = { (guint8)(number >> 24), (guint8)(number >> 16), (guint8)(number >> 8),
                      (guint8)number };

  g_byte_array_append (out, bytes, sizeof bytes);
}

/* Behind keyword, flag, method, language and translated keyword. */
static void
read_text (const guint8 *data, gsize from, gsize to, CogPicturePacket *found)
{
  const guint8 *flag = data + from + sizeof name;
  const guint8 *language = flag + 2;
  const guint8 *end = data + to;
  const guint8 *keyword = language < end ? memchr (language, 0, (gsize)(end - language)) : NULL;
  const guint8 *text = keyword != NULL ? memchr (keyword + 1, 0, (gsize)(end - keyword - 1)) : NULL;

  if (text == NULL)
    return;
  found->is_packed = *flag != 0;
  found->text = (CogPicturePiece){ (gsize)(text + 1 - data), to };
}

static gboolean
find (const guint8 *data, gsize size, CogPicturePacket *found)
{
  gsize place = 0;

  for (gsize at = HEAD; size >= FRAME && at <= size - FRAME;)
    {
      gsize length = read_big (data + at);
      const guint8 *type = data + at + 4;

      if (length > size - at - FRAME)
        return FALSE;
      if (place == 0 && memcmp (type, "IDAT", 4) == 0)
        place = at;
      if (memcmp (type, "iTXt", 4) == 0 && length > sizeof name + 4 && !found->is_there &&
          memcmp (data + at + 8, name, sizeof name) == 0)
        {
          found->is_there = TRUE;
          found->piece = (CogPicturePiece){ at, at + FRAME + length };
          read_text (data, at + 8, at + 8 + length, found);
        }
      if (memcmp (type, "IEND", 4) == 0)
        {
          if (!found->is_there)
            found->piece.from = found->piece.to = place;
          return place != 0;
        }
      at += FRAME + length;
    }
  return FALSE;
}

static GByteArray *
put (const guint8 *data, gsize size, const CogPicturePacket *found, const char *packet)
{
  static const guint8 plain[4] = { 0 }; /* not packed, by no method, in no language, no keyword */
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  gsize length = sizeof name + sizeof plain + strlen (packet);

  if (length > G_MAXINT32)
    return NULL;
  append_big (chunk, (guint32)length);
  g_byte_array_append (chunk, (const guint8 *)"iTXt", 4);
  g_byte_array_append (chunk, (const guint8 *)name, sizeof name);
  g_byte_array_append (chunk, plain, sizeof plain);
  g_byte_array_append (chunk, (const guint8 *)packet, (guint)strlen (packet));
  append_big (chunk, (guint32)crc32 (0, chunk->data + 4, chunk->len - 4));
  return cog_picture_splice (data, size, found->piece, chunk->data, chunk->len);
}

const CogPictureFormat cog_picture_format_png = { "\x89PNG\r\n\x1A\n", 0, HEAD, find, put };
