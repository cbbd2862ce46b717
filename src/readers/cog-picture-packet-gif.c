/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-packet-private.h"

#include <string.h>

/* Blocks of GIF89a; the packet is an application extension that is no chain of sub-blocks: its text
 * stands as it is, and a tail of falling lengths leads whoever takes it for one to its end (ISO
 * 16684-3, 1.1.2). */

#define HEAD 13 /* signature, version, logical screen */
#define EXTENSION 0x21
#define APPLICATION 0xFF
#define PICTURE 0x2C
#define TRAILER 0x3B
#define TAIL 258 /* 0x01, 0xFF, 0xFE … 0x00, and the end of the chain */

static const char name[] = "\x21\xFF\x0BXMP DataXMP";
#define NAME (sizeof name - 1)

static gsize
get_table_size (guint8 flags)
{
  return (flags & 0x80) != 0 ? (gsize)3 << ((flags & 7) + 1) : 0;
}

/* Behind a chain of sub-blocks; 0: it does not end. */
static gsize
skip_chain (const guint8 *data, gsize size, gsize at)
{
  while (at < size && data[at] != 0)
    at += (gsize)data[at] + 1;
  return at < size ? at + 1 : 0;
}

/* Behind the block at that place; 0: the file is damaged. */
static gsize
skip_block (const guint8 *data, gsize size, gsize at)
{
  if (data[at] == EXTENSION)
    return at + 2 < size ? skip_chain (data, size, at + 2) : 0;
  if (data[at] != PICTURE || at + 10 >= size)
    return 0;
  return skip_chain (data, size, at + 11 + get_table_size (data[at + 9]));
}

static gboolean
find (const guint8 *data, gsize size, CogPicturePacket *found)
{
  gsize at = size > HEAD ? HEAD + get_table_size (data[10]) : size;

  while (at < size && data[at] != TRAILER)
    {
      gsize next = skip_block (data, size, at);

      if (next == 0)
        return FALSE;
      if (!found->is_there && next - at > NAME + TAIL && memcmp (data + at, name, NAME) == 0)
        {
          found->is_there = TRUE;
          found->piece = (CogPicturePiece){ at, next };
          found->text = (CogPicturePiece){ at + NAME, next - TAIL };
        }
      at = next;
    }
  if (!found->is_there)
    found->piece.from = found->piece.to = at;
  return at < size;
}

static GByteArray *
put (const guint8 *data, gsize size, const CogPicturePacket *found, const char *packet)
{
  g_autoptr (GByteArray) block = g_byte_array_new ();
  guint8 tail[TAIL] = { 0x01 };
  GByteArray *out;

  for (guint i = 0; i < 256; i++)
    tail[i + 1] = (guint8)(0xFF - i);
  g_byte_array_append (block, (const guint8 *)name, NAME);
  g_byte_array_append (block, (const guint8 *)packet, (guint)strlen (packet));
  g_byte_array_append (block, tail, sizeof tail);
  out = cog_picture_splice (data, size, found->piece, block->data, block->len);
  /* 87a has no extensions. */
  if (out != NULL)
    memcpy (out->data + 3, "89a", 3);
  return out;
}

const CogPictureFormat cog_picture_format_gif = { "GIF8", 0, 4, find, put };
