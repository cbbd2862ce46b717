/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-packet-private.h"

#include <gio/gio.h>
#include <string.h>

#define LONGEST (1u << 20) /* bytes of a packet that was packed */

static const CogPictureFormat *
find_format (const guint8 *data, gsize size)
{
  static const CogPictureFormat *const formats[] = {
    &cog_picture_format_gif,
    &cog_picture_format_jpeg,
    &cog_picture_format_png,
    &cog_picture_format_webp,
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (size > formats[i]->offset + formats[i]->length &&
        memcmp (data + formats[i]->offset, formats[i]->magic, formats[i]->length) == 0)
      return formats[i];
  return NULL;
}

GByteArray *
cog_picture_splice (
    const guint8 *data, gsize size, CogPicturePiece piece, const guint8 *with, gsize length)
{
  GByteArray *out;

  g_assert (piece.from <= piece.to && piece.to <= size);

  if (size - (piece.to - piece.from) + length > G_MAXUINT - 1024)
    return NULL;
  out = g_byte_array_sized_new ((guint)(size - (piece.to - piece.from) + length));
  g_byte_array_append (out, data, (guint)piece.from);
  g_byte_array_append (out, with, (guint)length);
  g_byte_array_append (out, data + piece.to, (guint)(size - piece.to));
  return out;
}

static GBytes *
unpack (const guint8 *data, gsize size)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autofree guint8 *out = g_malloc (LONGEST);
  gsize n_read = 0, n_written = 0;

  if (g_converter_convert (G_CONVERTER (zlib), data, size, out, LONGEST, G_CONVERTER_INPUT_AT_END,
                           &n_read, &n_written, NULL) != G_CONVERTER_FINISHED)
    return NULL;
  return g_bytes_new (out, n_written);
}

GBytes *
cog_picture_packet_find (GBytes *picture)
{
  gsize size = 0;
  const guint8 *data;
  const CogPictureFormat *format;
  CogPicturePacket found = { FALSE };

  g_return_val_if_fail (picture != NULL, NULL);

  data = g_bytes_get_data (picture, &size);
  format = find_format (data, size);
  if (format == NULL || !format->find (data, size, &found) || !found.is_there)
    return NULL;
  if (found.is_packed)
    return unpack (data + found.text.from, found.text.to - found.text.from);
  return g_bytes_new_from_bytes (picture, found.text.from, found.text.to - found.text.from);
}

GBytes *
cog_picture_packet_put (GBytes *picture, const char *packet)
{
  gsize size = 0;
  const guint8 *data;
  const CogPictureFormat *format;
  CogPicturePacket found = { FALSE };
  GByteArray *out;

  g_return_val_if_fail (picture != NULL && packet != NULL, NULL);

  data = g_bytes_get_data (picture, &size);
  format = find_format (data, size);
  if (format == NULL || !format->find (data, size, &found))
    return NULL;
  out = format->put (data, size, &found, packet);
  return out != NULL ? g_byte_array_free_to_bytes (out) : NULL;
}
