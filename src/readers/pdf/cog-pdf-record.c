/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-record.h"

#include "cog-pdf-stream.h"
#include "cog-rights-record.h"
#include "cog-xml.h"

#include <qpdf/qpdf-c.h>

#define LARGEST (64u << 20) /* bytes of a packet, also when it is unpacked */

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
        packet = cog_pdf_stream_dup_data (qpdf, qpdf_oh_get_key (qpdf, root, "/Metadata"), LARGEST);
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

  g_return_val_if_fail (pdf != NULL && items != NULL, NULL);

  packet = cog_pdf_record_dup_packet (pdf);
  return packet != NULL ? cog_pdf_record_read_packet (packet, items) : NULL;
}

CogCredit *
cog_pdf_record_read_packet (GBytes *packet, GPtrArray *items)
{
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  const xmlNode *record;

  g_return_val_if_fail (packet != NULL && items != NULL, NULL);

  document = cog_xml_parse (packet, "XMP", NULL, NULL);
  record = document != NULL ? find_record (xmlDocGetRootElement (document)) : NULL;
  for (const xmlNode *n = record; n != NULL; n = cog_xml_next_in (record, n))
    if (cog_xml_is (n, NULL, "li"))
      {
        g_autofree char *lines = cog_xml_dup_text (n);

        g_string_append_printf (json, "%s\n", lines);
      }
  return json->len > 0 ? cog_rights_record_read (json->str, json->len, items) : NULL;
}
