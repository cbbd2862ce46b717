/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-stream.h"

#include "cog-pdf-handles.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FILTERS 8
#define MAX_STREAMS 10000 /* of a page */
/* Packed bytes that libqpdf may unpack by itself: the best that LZW can do is some 1,300 times. */
#define MAX_FOREIGN (64 * 1024)

typedef enum
{
  UNPACK_OK,
  UNPACK_FAILED,
  UNPACK_TOO_LONG,
} Unpack;

/* What was unpacked before a stream breaks off is kept: others show it too. */
static Unpack
undo_flate (GByteArray *in, GByteArray *out, gsize limit)
{
  g_autoptr (GConverter) zlib =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize at = 0;

  while (result == G_CONVERTER_CONVERTED)
    {
      guint8 buffer[32768];
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (zlib, in->data + at, in->len - at, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        break;
      at += n_read;
      g_byte_array_append (out, buffer, (guint)n_written);
      if (out->len > limit)
        return UNPACK_TOO_LONG;
    }
  return out->len > 0 || result == G_CONVERTER_FINISHED ? UNPACK_OK : UNPACK_FAILED;
}

static Unpack
undo_hex (GByteArray *in, GByteArray *out)
{
  int high = -1;

  for (guint i = 0; i < in->len && in->data[i] != '>'; i++)
    {
      int value = g_ascii_xdigit_value ((char)in->data[i]);
      guint8 byte;

      if (value < 0)
        continue;
      if (high < 0)
        {
          high = value;
          continue;
        }
      byte = (guint8)(high << 4 | value);
      g_byte_array_append (out, &byte, 1);
      high = -1;
    }
  return UNPACK_OK;
}

static void
append_group (GByteArray *out, const guint8 *digits, guint n)
{
  guint64 value = 0;
  guint8 bytes[4];

  /* A last group that is short is filled up with the highest digit (7.4.3). */
  for (guint i = 0; i < 5; i++)
    value = value * 85 + (i < n ? digits[i] : 84);
  for (guint i = 0; i < 4; i++)
    bytes[i] = (guint8)(value >> (24 - 8 * i));
  g_byte_array_append (out, bytes, n - 1);
}

static Unpack
undo_85 (GByteArray *in, GByteArray *out)
{
  static const guint8 zeros[4] = { 0 };
  guint8 digits[5];
  guint n = 0;

  for (guint i = 0; i < in->len && in->data[i] != '~'; i++)
    {
      guint8 c = in->data[i];

      if (c == 'z' && n == 0)
        g_byte_array_append (out, zeros, 4);
      if (c < '!' || c > 'u')
        continue;
      digits[n++] = (guint8)(c - '!');
      if (n == 5)
        {
          append_group (out, digits, 5);
          n = 0;
        }
    }
  if (n > 1)
    append_group (out, digits, n);
  return UNPACK_OK;
}

static Unpack
undo (const char *filter, GByteArray *in, GByteArray *out, gsize limit)
{
  if (g_str_equal (filter, "FlateDecode") || g_str_equal (filter, "Fl"))
    return undo_flate (in, out, limit);
  if (g_str_equal (filter, "ASCIIHexDecode") || g_str_equal (filter, "AHx"))
    return undo_hex (in, out);
  if (g_str_equal (filter, "ASCII85Decode") || g_str_equal (filter, "A85"))
    return undo_85 (in, out);
  return UNPACK_FAILED;
}

/* (transfer full) (nullable): there are filters that are not undone here. */
static GPtrArray *
list_filters (qpdf_data qpdf, qpdf_oh stream)
{
  qpdf_oh filter = cog_pdf_get_key (qpdf, stream, "/Filter");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  int n = qpdf_oh_is_array (qpdf, filter) ? qpdf_oh_get_array_n_items (qpdf, filter) : 1;

  if (qpdf_oh_is_null (qpdf, filter))
    return g_steal_pointer (&list);
  if (n > MAX_FILTERS || qpdf_oh_is_array (qpdf, cog_pdf_get_key (qpdf, stream, "/DecodeParms")) ||
      qpdf_oh_is_dictionary (qpdf, cog_pdf_get_key (qpdf, stream, "/DecodeParms")))
    return NULL;
  for (int i = 0; i < n; i++)
    {
      const char *name = cog_pdf_get_name (qpdf, qpdf_oh_is_array (qpdf, filter)
                                                     ? qpdf_oh_get_array_item (qpdf, filter, i)
                                                     : filter);

      if (name == NULL ||
          strstr ("/FlateDecode/Fl/ASCIIHexDecode/AHx/ASCII85Decode/A85", name) == NULL)
        return NULL;
      g_ptr_array_add (list, g_strdup (name));
    }
  return g_steal_pointer (&list);
}

/* As it lies in the file, decrypted; or, at level, with the filters undone by libqpdf. */
static GByteArray *
get_data (qpdf_data qpdf, qpdf_oh stream, enum qpdf_stream_decode_level_e level)
{
  unsigned char *data = NULL;
  QPDF_BOOL is_undone = TRUE;
  size_t size = 0;
  GByteArray *bytes = NULL;

  if ((qpdf_oh_get_stream_data (qpdf, stream, level, &is_undone, &data, &size) & QPDF_ERRORS) ==
          0 &&
      data != NULL && size < G_MAXUINT && (level == qpdf_dl_none || is_undone))
    {
      bytes = g_byte_array_sized_new ((guint)size);
      g_byte_array_append (bytes, data, (guint)size);
    }
  free (data);
  return bytes;
}

GBytes *
cog_pdf_stream_dup_data (qpdf_data qpdf, qpdf_oh stream, gsize limit)
{
  g_autoptr (GPtrArray) filters = NULL;
  g_autoptr (GByteArray) data = NULL;

  if (!qpdf_oh_is_stream (qpdf, stream))
    return NULL;
  data = get_data (qpdf, stream, qpdf_dl_none);
  filters = list_filters (qpdf, stream);
  if (data == NULL)
    return NULL;
  if (filters == NULL)
    {
      gboolean is_short = data->len <= MAX_FOREIGN;

      g_clear_pointer (&data, g_byte_array_unref);
      data = is_short ? get_data (qpdf, stream, qpdf_dl_generalized) : NULL;
    }
  for (guint i = 0; data != NULL && filters != NULL && i < filters->len; i++)
    {
      g_autoptr (GByteArray) out = g_byte_array_new ();

      if (undo (g_ptr_array_index (filters, i), data, out, limit) != UNPACK_OK)
        return NULL;
      g_byte_array_unref (data);
      data = g_steal_pointer (&out);
    }
  return data != NULL && data->len <= limit ? g_byte_array_free_to_bytes (g_steal_pointer (&data))
                                            : NULL;
}

GBytes *
cog_pdf_stream_dup_content (qpdf_data qpdf, qpdf_oh page, gsize limit)
{
  qpdf_oh contents = cog_pdf_get_key (qpdf, page, "/Contents");
  g_autoptr (GByteArray) all = g_byte_array_new ();
  int n;

  if (qpdf_oh_is_stream (qpdf, contents))
    return cog_pdf_stream_dup_data (qpdf, contents, limit);
  n = qpdf_oh_is_array (qpdf, contents) ? qpdf_oh_get_array_n_items (qpdf, contents) : 0;
  for (int i = 0; i < MIN (n, MAX_STREAMS); i++)
    {
      g_autoptr (GBytes) piece = cog_pdf_stream_dup_data (
          qpdf, qpdf_oh_get_array_item (qpdf, contents, i), limit - all->len);
      gsize size = 0;
      const guint8 *data = piece != NULL ? g_bytes_get_data (piece, &size) : NULL;

      if (piece == NULL || size >= limit - all->len)
        return NULL;
      /* A token never runs over the end of a stream (7.8.2). */
      g_byte_array_append (all, data, (guint)size);
      g_byte_array_append (all, (const guint8 *)"\n", 1);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}
