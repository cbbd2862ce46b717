/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-epub-private.h"

#include "cog-book-metadata.h"
#include "cog-language.h"
#include "cog-xml-write.h"

static void
append_item (
    GString *out, const char *id, const char *file, const char *media_type, const char *properties)
{
  g_string_append_printf (out, "<item id=\"%s\" href=\"%s\" media-type=\"%s\"", id, file,
                          media_type);
  if (properties != NULL)
    g_string_append_printf (out, " properties=\"%s\"", properties);
  g_string_append (out, "/>\n");
}

static const char *
get_properties (const CogMarkupFeatures *features)
{
  if (features->has_math)
    return features->has_svg ? "mathml svg" : "mathml";
  return features->has_svg ? "svg" : NULL;
}

/* Sections go by their own ids; all others begin with "cognate-", so that none clashes. */
static void
append_manifest (CogEpubWriting *epub, GString *out)
{
  static const char page[] = "application/xhtml+xml";

  g_string_append (out, "<manifest>\n");
  append_item (out, "cognate-nav", "nav.xhtml", page, "nav");
  append_item (out, "cognate-ncx", "toc.ncx", "application/x-dtbncx+xml", NULL);
  append_item (out, "cognate-css", "book.css", "text/css", NULL);
  append_item (out, "cognate-title", "title.xhtml", page, NULL);
  for (guint i = 0; i < epub->documents->len; i++)
    {
      const CogEpubDocument *document = g_ptr_array_index (epub->documents, i);

      append_item (out, document->id, document->file, page, get_properties (&document->features));
    }
  for (guint i = 0; i < epub->book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (epub->book->assets, i);
      g_autofree char *id = cog_book_metadata_dup_asset_id (epub->book, asset->name);
      gboolean is_cover = g_strcmp0 (epub->book->cover, asset->name) == 0;

      append_item (out, id, asset->name, asset->media_type, is_cover ? "cover-image" : NULL);
    }
  g_string_append (out, "</manifest>\n");
}

static gboolean
is_rtl_book (const CogBook *book)
{
  switch (book->progression)
    {
    case COG_PROGRESSION_LTR:
      return FALSE;
    case COG_PROGRESSION_RTL:
      return TRUE;
    case COG_PROGRESSION_DEFAULT:
      return cog_language_is_rtl (book->language) || book->is_vertical;
    }
  return FALSE;
}

static void
append_spine (CogEpubWriting *epub, GString *out)
{
  g_string_append_printf (out,
                          "<spine toc=\"cognate-ncx\" page-progression-direction=\"%s\">\n"
                          "<itemref idref=\"cognate-title\"/>\n<itemref idref=\"cognate-nav\"/>\n",
                          is_rtl_book (epub->book) ? "rtl" : "ltr");
  for (guint i = 0; i < epub->documents->len; i++)
    {
      const CogEpubDocument *document = g_ptr_array_index (epub->documents, i);

      g_string_append_printf (out, "<itemref idref=\"%s\"%s/>\n", document->id,
                              document->section->is_linear ? "" : " linear=\"no\"");
    }
  g_string_append (out, "</spine>\n");
}

gboolean
cog_epub_write_package (CogEpubWriting *epub, const char *identifier, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" xml:lang=\"%s\" dir=\"%s\" "
      "unique-identifier=\"cognate-id\" prefix=\"cc: http://creativecommons.org/ns#\">\n"
      "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
      "<dc:identifier id=\"cognate-id\">",
      epub->language, epub->direction);
  cog_xml_append_escaped (out, identifier, -1);
  g_string_append (out, "</dc:identifier>\n");
  cog_book_metadata_append_opf (epub->book, out);
  g_string_append (out, "</metadata>\n");
  append_manifest (epub, out);
  append_spine (epub, out);
  g_string_append (out, "</package>\n");
  return cog_epub_add (epub, "package.opf", out, error);
}
