/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odf-private.h"

#include "cog-xml-write.h"

#include <string.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"
#define FORMULA_TYPE "application/vnd.oasis.opendocument.formula"

static gboolean
add (CogOdfWriting *odf, const char *name, const GString *text, GError **error)
{
  return cog_zip_add (odf->zip, name, text->str, text->len, FALSE, error);
}

static void
append_entry (GString *out, const char *name, const char *media_type)
{
  g_string_append (out, "<manifest:file-entry");
  cog_xml_append_attribute (out, "manifest:full-path", name);
  cog_xml_append_attribute (out, "manifest:media-type", media_type);
  g_string_append (out, "/>\n");
}

static gboolean
write_content (CogOdfWriting *odf, GError **error)
{
  g_autoptr (GString) out = g_string_new (COG_ODF_XML);

  g_string_append (out,
                   "<office:document-content" COG_ODF_NAMESPACES ">\n<office:automatic-styles>\n");
  g_string_append_len (out, odf->automatic->str, (gssize)odf->automatic->len);
  g_string_append (out, "</office:automatic-styles>\n<office:body><office:text>\n");
  g_string_append_len (out, odf->out->str, (gssize)odf->out->len);
  g_string_append (out, "</office:text></office:body></office:document-content>\n");
  return add (odf, "content.xml", out, error);
}

static gboolean
write_pictures (CogOdfWriting *odf, GString *manifest, GError **error)
{
  const GPtrArray *list = cog_office_pictures_list (odf->pictures);

  for (guint i = 0; i < list->len; i++)
    {
      const CogOfficePicture *picture = g_ptr_array_index (list, i);
      g_autofree char *name = g_strconcat ("Pictures/", picture->name, NULL);
      g_autofree char *drawing = picture->drawing_name != NULL
                                     ? g_strconcat ("Pictures/", picture->drawing_name, NULL)
                                     : NULL;

      append_entry (manifest, name, picture->media_type);
      if (!cog_zip_add (odf->zip, name, g_bytes_get_data (picture->bytes, NULL),
                        g_bytes_get_size (picture->bytes), TRUE, error))
        return FALSE;
      if (drawing == NULL)
        continue;
      append_entry (manifest, drawing, "image/svg+xml");
      if (!cog_zip_add (odf->zip, drawing, g_bytes_get_data (picture->drawing, NULL),
                        g_bytes_get_size (picture->drawing), FALSE, error))
        return FALSE;
    }
  cog_office_pictures_report (odf->pictures);
  return TRUE;
}

static gboolean
write_formulas (CogOdfWriting *odf, GString *manifest, GError **error)
{
  for (guint i = 0; i < odf->formulas->len; i++)
    {
      GBytes *bytes = g_ptr_array_index (odf->formulas, i);
      g_autofree char *folder = g_strdup_printf ("Object %u/", i + 1);
      g_autofree char *name = g_strconcat (folder, "content.xml", NULL);

      append_entry (manifest, folder, FORMULA_TYPE);
      append_entry (manifest, name, "text/xml");
      if (!cog_zip_add (odf->zip, name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                        FALSE, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cog_odf_write_package (CogOdfWriting *odf, GError **error)
{
  g_autoptr (GString) styles = g_string_new (NULL);
  g_autoptr (GString) meta = g_string_new (NULL);
  g_autoptr (GString) manifest = g_string_new (
      COG_ODF_XML "<manifest:manifest "
                  "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                  "manifest:version=\"1.3\">\n<manifest:file-entry manifest:full-path=\"/\" "
                  "manifest:version=\"1.3\" manifest:media-type=\"" MEDIA_TYPE "\"/>\n");

  cog_odf_append_styles (odf, styles);
  cog_odf_append_meta (odf, meta);
  append_entry (manifest, "content.xml", "text/xml");
  append_entry (manifest, "styles.xml", "text/xml");
  append_entry (manifest, "meta.xml", "text/xml");
  /* First and as it is, so that the file tells what it is (part 2, 3.3). */
  if (!cog_zip_add (odf->zip, "mimetype", MEDIA_TYPE, strlen (MEDIA_TYPE), TRUE, error) ||
      !write_content (odf, error) || !add (odf, "styles.xml", styles, error) ||
      !add (odf, "meta.xml", meta, error) || !write_pictures (odf, manifest, error) ||
      !write_formulas (odf, manifest, error))
    return FALSE;
  g_string_append (manifest, "</manifest:manifest>\n");
  return add (odf, "META-INF/manifest.xml", manifest, error);
}
