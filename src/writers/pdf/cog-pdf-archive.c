/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-finish-private.h"

#include "cog-pdf-profile.h"

/* ISO 19005-2 (PDF/A-2), level U: what the file lacks beside what every PDF of this writer has
 * (embedded fonts with their characters, no action but links, no encryption, an XMP packet that is
 * not compressed). */

/* 6.2.3: what DeviceRGB and DeviceGray are. */
static void
write_intent (CogPdfFile *file, qpdf_oh root)
{
  g_autoptr (GBytes) profile = cog_pdf_profile_new_srgb ();
  g_autofree char *text = NULL;
  qpdf_oh stream = qpdf_oh_new_stream (file->qpdf);
  qpdf_oh null = qpdf_oh_new_null (file->qpdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (file->qpdf, stream);

  cog_pdf_file_set (file, dictionary, "/N", "3");
  qpdf_oh_replace_stream_data (file->qpdf, stream, g_bytes_get_data (profile, NULL),
                               g_bytes_get_size (profile), null, null);
  text = g_strdup_printf ("[ << /Type /OutputIntent /S /GTS_PDFA1 "
                          "/OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
                          "/DestOutputProfile %d 0 R >> ]",
                          qpdf_oh_get_object_id (file->qpdf, stream));
  cog_pdf_file_set (file, root, "/OutputIntents", text);
  qpdf_oh_release (file->qpdf, dictionary);
  qpdf_oh_release (file->qpdf, null);
  qpdf_oh_release (file->qpdf, stream);
}

/* 6.2.8.3. cairo asks for it wherever a picture is not drawn pixel by pixel. */
static void
forbid_interpolation (CogPdfFile *file)
{
  gint n = cog_pdf_file_reserve (file);

  for (gint i = 1; i < n; i++)
    {
      qpdf_oh object = qpdf_get_object_by_id (file->qpdf, i, 0);

      if (qpdf_oh_is_stream (file->qpdf, object))
        {
          qpdf_oh dictionary = qpdf_oh_get_dict (file->qpdf, object);

          if (qpdf_oh_has_key (file->qpdf, dictionary, "/Interpolate"))
            cog_pdf_file_set (file, dictionary, "/Interpolate", "false");
          qpdf_oh_release (file->qpdf, dictionary);
        }
      qpdf_oh_release (file->qpdf, object);
    }
}

void
cog_pdf_archive_write (CogPdfFile *file, qpdf_oh root)
{
  if (!file->finish->composer->style->is_archive)
    return;
  write_intent (file, root);
  forbid_interpolation (file);
}

typedef struct
{
  const char *name, *type, *description;
} Property;

static void
append_schema (GString *out,
               const char *name,
               const char *uri,
               const char *prefix,
               const Property *properties,
               guint n)
{
  g_string_append_printf (out,
                          "<rdf:li rdf:parseType=\"Resource\">"
                          "<pdfaSchema:schema>%s</pdfaSchema:schema>"
                          "<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>"
                          "<pdfaSchema:prefix>%s</pdfaSchema:prefix>"
                          "<pdfaSchema:property><rdf:Seq>\n",
                          name, uri, prefix);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out,
                            "<rdf:li rdf:parseType=\"Resource\">"
                            "<pdfaProperty:name>%s</pdfaProperty:name>"
                            "<pdfaProperty:valueType>%s</pdfaProperty:valueType>"
                            "<pdfaProperty:category>external</pdfaProperty:category>"
                            "<pdfaProperty:description>%s</pdfaProperty:description>"
                            "</rdf:li>\n",
                            properties[i].name, properties[i].type, properties[i].description);
  g_string_append (out, "</rdf:Seq></pdfaSchema:property></rdf:li>\n");
}

/* 6.6.2.3: properties that the standard does not know are described where they are used. */
void
cog_pdf_archive_append_schemas (GString *out, const char *record_uri)
{
  static const Property ua[] = { { "part", "Integer", "Part of ISO 14289 that the file follows" } };
  static const Property cc[] = {
    { "license", "URL", "Licence of the work" },
    { "attributionName", "Text", "Whom to name when the work is used" },
    { "attributionURL", "URL", "Where the work is found" },
  };
  static const Property record[] = {
    { "record", "seq Text", "Rights of the work and of each piece in it" },
  };

  g_string_append (out, "<rdf:Description rdf:about=\"\""
                        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                        " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                        " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
                        "<pdfaid:part>2</pdfaid:part>\n"
                        "<pdfaid:conformance>U</pdfaid:conformance>\n"
                        "<pdfaExtension:schemas><rdf:Bag>\n");
  append_schema (out, "PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", ua,
                 G_N_ELEMENTS (ua));
  append_schema (out, "Creative Commons", "http://creativecommons.org/ns#", "cc", cc,
                 G_N_ELEMENTS (cc));
  append_schema (out, "Cognate's record of rights", record_uri, "cognate", record,
                 G_N_ELEMENTS (record));
  g_string_append (out, "</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
}
