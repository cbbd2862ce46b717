/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-record.h"

#include "cog-rights-record.h"
#include "cog-xml.h"

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST (64u << 20) /* bytes of a packet, also when it is unpacked */

/* qpdf would unpack without end: a stream of zeros grows a thousandfold. (transfer full) */
static GBytes *
unpack (const guint8 *data, gsize size)
{
  g_autoptr (GConverter) zlib =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GByteArray) out = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize at = 0;

  while (result == G_CONVERTER_CONVERTED && out->len <= LARGEST)
    {
      guint8 buffer[32768];
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (zlib, data + at, size - at, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      at += n_read;
      g_byte_array_append (out, buffer, (guint)n_written);
    }
  return result == G_CONVERTER_FINISHED && out->len <= LARGEST
             ? g_byte_array_free_to_bytes (g_steal_pointer (&out))
             : NULL;
}

/* "/FlateDecode", "" where the stream is as it is; NULL: something else. */
static const char *
get_filter (qpdf_data qpdf, qpdf_oh dictionary)
{
  qpdf_oh filter = qpdf_oh_get_key (qpdf, dictionary, "/Filter");

  if (qpdf_oh_is_array (qpdf, filter) && qpdf_oh_get_array_n_items (qpdf, filter) == 1)
    filter = qpdf_oh_get_array_item (qpdf, filter, 0);
  if (qpdf_oh_is_null (qpdf, filter))
    return "";
  if (qpdf_oh_has_key (qpdf, dictionary, "/DecodeParms") &&
      !qpdf_oh_is_null (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/DecodeParms")))
    return NULL;
  return qpdf_oh_is_name_and_equals (qpdf, filter, "/FlateDecode") ? "/FlateDecode" : NULL;
}

static GBytes *
read_stream (qpdf_data qpdf, qpdf_oh stream)
{
  const char *filter =
      qpdf_oh_is_stream (qpdf, stream) ? get_filter (qpdf, qpdf_oh_get_dict (qpdf, stream)) : NULL;
  unsigned char *data = NULL;
  GBytes *bytes = NULL;
  QPDF_BOOL is_filtered = FALSE;
  size_t size = 0;

  if (filter == NULL ||
      (qpdf_oh_get_stream_data (qpdf, stream, qpdf_dl_none, &is_filtered, &data, &size) &
       QPDF_ERRORS) != 0)
    return NULL;
  if (data != NULL && size <= LARGEST)
    bytes = filter[0] == '\0' ? g_bytes_new (data, size) : unpack (data, size);
  free (data);
  return bytes;
}

GBytes *
cog_pdf_record_dup_packet (GBytes *pdf)
{
  gsize size = 0;
  const char *data;
  qpdf_data qpdf;
  GBytes *packet = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);

  data = g_bytes_get_data (pdf, &size);
  if (size == 0)
    return NULL;
  qpdf = qpdf_init ();
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, TRUE);
  if ((qpdf_read_memory (qpdf, "pdf", data, size, NULL) & QPDF_ERRORS) == 0)
    {
      qpdf_oh root = qpdf_get_root (qpdf);

      if (qpdf_oh_is_dictionary (qpdf, root) && qpdf_oh_has_key (qpdf, root, "/Metadata"))
        packet = read_stream (qpdf, qpdf_oh_get_key (qpdf, root, "/Metadata"));
    }
  /* An error that nobody asked for is printed. */
  if (qpdf_has_error (qpdf))
    qpdf_get_error (qpdf);
  qpdf_cleanup (&qpdf);
  return packet;
}

static const xmlNode *
find_record (const xmlNode *root)
{
  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, COG_RIGHTS_RECORD_NS, "record"))
      return n;
  return NULL;
}

CogCredit *
cog_pdf_record_read (GBytes *pdf, GPtrArray *items)
{
  g_autoptr (GBytes) packet = NULL;
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  const xmlNode *record;

  g_return_val_if_fail (pdf != NULL && items != NULL, NULL);

  packet = cog_pdf_record_dup_packet (pdf);
  document = packet != NULL ? cog_xml_parse (packet, "XMP", NULL, NULL) : NULL;
  record = document != NULL ? find_record (xmlDocGetRootElement (document)) : NULL;
  for (const xmlNode *n = record; n != NULL; n = cog_xml_next_in (record, n))
    if (cog_xml_is (n, NULL, "li"))
      {
        g_autofree char *lines = cog_xml_dup_text (n);

        g_string_append_printf (json, "%s\n", lines);
      }
  return json->len > 0 ? cog_rights_record_read (json->str, json->len, items) : NULL;
}
