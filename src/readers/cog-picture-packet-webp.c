/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-packet-private.h"

#include <string.h>

/* Chunks of RIFF (RFC 9649, 2.3); the packet is the chunk "XMP ", the last, and the extended head
 * says that it is there. */

#define HEAD 12 /* "RIFF", size, "WEBP" */
#define FRAME 8 /* a chunk's type and size */
#define HAS_XMP 0x04
#define HAS_ALPHA 0x10

static guint32
read_little (const guint8 *data)
{
  return data[0] | (guint32)data[1] << 8 | (guint32)data[2] << 16 | (guint32)data[3] << 24;
}

static void
write_little (guint8 *data, guint32 number, guint n)
{
  for (guint i = 0; i < n; i++)
    data[i] = (guint8)(number >> (8 * i));
}

static gboolean
find (const guint8 *data, gsize size, CogPicturePacket *found)
{
  gsize end, at = HEAD;

  if (size < HEAD + FRAME)
    return FALSE;
  end = (gsize)read_little (data + 4) + 8;
  if (end > size || end < HEAD + FRAME)
    return FALSE;
  while (at + FRAME <= end)
    {
      gsize length = read_little (data + at + 4);
      gsize padded = length + (length & 1);

      if (length > end - at - FRAME)
        return FALSE;
      /* The last one's padding is forgotten at times. */
      padded = MIN (padded, end - at - FRAME);
      if (memcmp (data + at, "XMP ", 4) == 0 && !found->is_there)
        {
          found->is_there = TRUE;
          found->piece = (CogPicturePiece){ at, at + FRAME + padded };
          found->text = (CogPicturePiece){ at + FRAME, at + FRAME + length };
        }
      at += FRAME + padded;
    }
  if (!found->is_there)
    found->piece.from = found->piece.to = end;
  return at == end;
}

/* The size that the picture's own first bytes tell: RFC 6386, 9.1; RFC 9649, 3.4. */
static gboolean
measure (const guint8 *data, gsize size, guint32 *width, guint32 *height, gboolean *has_alpha)
{
  const guint8 *picture = data + HEAD + FRAME;

  *has_alpha = FALSE;
  if (size < HEAD + FRAME + 10)
    return FALSE;
  if (memcmp (data + HEAD, "VP8 ", 4) == 0 && memcmp (picture + 3, "\x9D\x01\x2A", 3) == 0)
    {
      *width = read_little (picture + 6) & 0x3FFF;
      *height = read_little (picture + 6) >> 16 & 0x3FFF;
      return *width > 0 && *height > 0;
    }
  if (memcmp (data + HEAD, "VP8L", 4) == 0 && picture[0] == 0x2F)
    {
      guint32 bits = read_little (picture + 1);

      *width = (bits & 0x3FFF) + 1;
      *height = (bits >> 14 & 0x3FFF) + 1;
      *has_alpha = (bits >> 28 & 1) != 0;
      return TRUE;
    }
  return FALSE;
}

/* A file of the simple format gets the extended head before its picture. */
static gboolean
extend (GByteArray *out)
{
  guint8 head[FRAME + 10] = { 'V', 'P', '8', 'X', 10 };
  guint32 width, height;
  gboolean has_alpha;

  if (memcmp (out->data + HEAD, "VP8X", 4) == 0)
    {
      if (read_little (out->data + HEAD + 4) < 10)
        return FALSE;
      out->data[HEAD + FRAME] |= HAS_XMP;
      return TRUE;
    }
  if (!measure (out->data, out->len, &width, &height, &has_alpha))
    return FALSE;
  head[FRAME] = (guint8)(HAS_XMP | (has_alpha ? HAS_ALPHA : 0));
  write_little (head + FRAME + 4, width - 1, 3);
  write_little (head + FRAME + 7, height - 1, 3);
  g_byte_array_set_size (out, out->len + (guint)sizeof head);
  memmove (out->data + HEAD + sizeof head, out->data + HEAD, out->len - HEAD - sizeof head);
  memcpy (out->data + HEAD, head, sizeof head);
  return TRUE;
}

static GByteArray *
put (const guint8 *data, gsize size, const CogPicturePacket *found, const char *packet)
{
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  g_autoptr (GByteArray) out = NULL;
  guint8 head[FRAME] = { 'X', 'M', 'P', ' ' };
  gsize length = strlen (packet);
  gsize end = (gsize)read_little (data + 4) + 8;

  if (length > G_MAXINT32)
    return NULL;
  write_little (head + 4, (guint32)length, 4);
  /* The chunk before it that forgot its padding. */
  if ((found->piece.from & 1) != 0)
    g_byte_array_append (chunk, (const guint8 *)"", 1);
  g_byte_array_append (chunk, head, sizeof head);
  g_byte_array_append (chunk, (const guint8 *)packet, (guint)length);
  if ((length & 1) != 0)
    g_byte_array_append (chunk, (const guint8 *)"", 1);
  end += chunk->len - (found->piece.to - found->piece.from);
  out = cog_picture_splice (data, size, found->piece, chunk->data, chunk->len);
  if (out == NULL)
    return NULL;
  end -= out->len;
  if (!extend (out))
    return NULL;
  end += out->len;
  write_little (out->data + 4, (guint32)(end - 8), 4);
  return g_steal_pointer (&out);
}

const CogPictureFormat cog_picture_format_webp = { "WEBP", 8, 4, find, put };
