/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-private.h"

#include "cog-attribution.h"

#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

gboolean
cog_word_add (CogWordWriting *word, const char *name, const GString *text, GError **error)
{
  return cog_zip_add (word->zip, name, text->str, text->len, FALSE, error);
}

static gboolean
write_types (CogWordWriting *word, GError **error)
{
  static const struct
  {
    const char *part, *type;
  } parts[] = {
    { "/word/document.xml", TYPE "document.main+xml" },
    { "/word/styles.xml", TYPE "styles+xml" },
    { "/word/numbering.xml", TYPE "numbering+xml" },
    { "/word/settings.xml", TYPE "settings+xml" },
    { "/word/footnotes.xml", TYPE "footnotes+xml" },
    { "/word/endnotes.xml", TYPE "endnotes+xml" },
    { "/word/footer1.xml", TYPE "footer+xml" },
    { "/word/header1.xml", TYPE "header+xml" },
    { "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml" },
    { "/docProps/app.xml",
      "application/vnd.openxmlformats-officedocument.extended-properties+xml" },
    { "/docProps/custom.xml",
      "application/vnd.openxmlformats-officedocument.custom-properties+xml" },
    { "/customXml/itemProps1.xml",
      "application/vnd.openxmlformats-officedocument.customXmlProperties+xml" },
  };
  g_autoptr (GString) out =
      g_string_new (COG_WORD_XML "<Types xmlns=\"" PACKAGE "content-types\">\n");

  g_string_append (out,
                   "<Default Extension=\"rels\" "
                   "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
                   "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n"
                   "<Default Extension=\"png\" ContentType=\"image/png\"/>\n"
                   "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>\n"
                   "<Default Extension=\"gif\" ContentType=\"image/gif\"/>\n"
                   "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>\n");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (out, "<Override PartName=\"%s\" ContentType=\"%s\"/>\n", parts[i].part,
                            parts[i].type);
  g_string_append (out, "</Types>\n");
  return cog_word_add (word, "[Content_Types].xml", out, error);
}

static gboolean
write_root_relations (CogWordWriting *word, GError **error)
{
  g_autoptr (GString) out = g_string_new (COG_WORD_XML);

  g_string_append (out, "<Relationships xmlns=\"" PACKAGE "relationships\">\n"
                        "<Relationship Id=\"r1\" Type=\"" COG_WORD_RELATION
                        "officeDocument\" Target=\"word/document.xml\"/>\n"
                        "<Relationship Id=\"r2\" Type=\"" PACKAGE
                        "relationships/metadata/core-properties\" "
                        "Target=\"docProps/core.xml\"/>\n"
                        "<Relationship Id=\"r3\" Type=\"" COG_WORD_RELATION
                        "extended-properties\" Target=\"docProps/app.xml\"/>\n"
                        "<Relationship Id=\"r4\" Type=\"" COG_WORD_RELATION
                        "custom-properties\" Target=\"docProps/custom.xml\"/>\n"
                        "</Relationships>\n");
  return cog_word_add (word, "_rels/.rels", out, error);
}

static gboolean
write_relations (CogWordWriting *word, CogWordPartKind kind, GError **error)
{
  static const char *const files[] = { "word/_rels/document.xml.rels",
                                       "word/_rels/footnotes.xml.rels",
                                       "word/_rels/endnotes.xml.rels" };
  static const char *const fixed[][2] = {
    { "styles", "styles.xml" },     { "numbering", "numbering.xml" },
    { "settings", "settings.xml" }, { "footnotes", "footnotes.xml" },
    { "endnotes", "endnotes.xml" }, { "footer", "footer1.xml" },
    { "header", "header1.xml" },    { "customXml", "../customXml/item1.xml" },
  };
  g_autoptr (GString) out =
      g_string_new (COG_WORD_XML "<Relationships xmlns=\"" PACKAGE "relationships\">\n");

  for (guint i = 0; kind == COG_WORD_DOCUMENT && i < G_N_ELEMENTS (fixed); i++)
    g_string_append_printf (
        out, "<Relationship Id=\"p%u\" Type=\"" COG_WORD_RELATION "%s\" Target=\"%s\"/>\n", i + 1,
        fixed[i][0], fixed[i][1]);
  g_string_append (out, word->parts[kind].relations->str);
  g_string_append (out, "</Relationships>\n");
  return cog_word_add (word, files[kind], out, error);
}

/* The page, and that its columns and numbers run as the language does (17.6). */
static void
append_page (const CogWordWriting *word, GString *out)
{
  int margin = COG_WORD_TWIPS (word->margin);

  g_string_append (out, "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"p7\"/>"
                        "<w:footerReference w:type=\"default\" r:id=\"p6\"/>");
  g_string_append_printf (out,
                          "<w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"%d\" w:right=\"%d\" "
                          "w:bottom=\"%d\" w:left=\"%d\" w:header=\"500\" w:footer=\"500\" "
                          "w:gutter=\"0\"/>%s</w:sectPr>",
                          COG_WORD_TWIPS (word->width), COG_WORD_TWIPS (word->height), margin,
                          margin, margin, margin, word->is_rtl ? "<w:bidi/><w:rtlGutter/>" : "");
}

static gboolean
write_document (CogWordWriting *word, GError **error)
{
  CogWordPart *part = &word->parts[COG_WORD_DOCUMENT];
  g_autoptr (GString) out = g_string_new (COG_WORD_XML);

  if (part->last == COG_WORD_TABLE)
    cog_word_append_gap (word);
  g_string_append (out, "<w:document" COG_WORD_NAMESPACES "><w:body>\n");
  g_string_append_len (out, part->out->str, (gssize)part->out->len);
  append_page (word, out);
  g_string_append (out, "</w:body></w:document>\n");
  return cog_word_add (word, "word/document.xml", out, error);
}

/* The lines between text and notes come first, as notes of their own kind (17.11.23). */
static gboolean
write_notes (CogWordWriting *word, CogWordPartKind kind, GError **error)
{
  const char *name = kind == COG_WORD_FOOTNOTES ? "footnote" : "endnote";
  g_autofree char *file = g_strdup_printf ("word/%ss.xml", name);
  g_autoptr (GString) out = g_string_new (COG_WORD_XML);

  g_string_append_printf (out,
                          "<w:%ss" COG_WORD_NAMESPACES "><w:%s w:type=\"separator\" w:id=\"-1\">"
                          "<w:p><w:r><w:separator/></w:r></w:p></w:%s><w:%s "
                          "w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>"
                          "<w:continuationSeparator/></w:r></w:p></w:%s>\n",
                          name, name, name, name, name);
  g_string_append_len (out, word->parts[kind].out->str, (gssize)word->parts[kind].out->len);
  g_string_append_printf (out, "</w:%ss>\n", name);
  return cog_word_add (word, file, out, error);
}

static gboolean
write_settings (CogWordWriting *word, GError **error)
{
  g_autoptr (GString) out = g_string_new (COG_WORD_XML "<w:settings" COG_WORD_NAMESPACES ">");

  g_string_append (
      out, "<w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl "
           "w:val=\"doNotCompress\"/><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote "
           "w:id=\"0\"/></w:footnotePr><w:endnotePr><w:endnote w:id=\"-1\"/><w:endnote "
           "w:id=\"0\"/></w:endnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
           "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
           "</w:settings>\n");
  return cog_word_add (word, "word/settings.xml", out, error);
}

/* Each page says it where the edition is a draft. */
static gboolean
write_header (CogWordWriting *word, GError **error)
{
  CogWordPart *part = &word->parts[COG_WORD_DOCUMENT];
  g_autoptr (GString) out = g_string_new (COG_WORD_XML "<w:hdr" COG_WORD_NAMESPACES ">");
  gsize start = part->out->len;

  if (word->book->is_draft)
    {
      cog_word_append_line (word, "Header",
                            cog_attribution_get_word (word->book->language, "draft"));
      g_string_append (out, part->out->str + start);
      g_string_truncate (part->out, start);
    }
  else
    g_string_append (out, "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr></w:p>");
  g_string_append (out, "</w:hdr>\n");
  return cog_word_add (word, "word/header1.xml", out, error);
}

static gboolean
write_footer (CogWordWriting *word, GError **error)
{
  g_autoptr (GString) out = g_string_new (COG_WORD_XML "<w:ftr" COG_WORD_NAMESPACES ">");

  g_string_append (out, "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:fldChar "
                        "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
                        "xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar "
                        "w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r>"
                        "<w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>\n");
  return cog_word_add (word, "word/footer1.xml", out, error);
}

static gboolean
write_pictures (CogWordWriting *word, GError **error)
{
  const GPtrArray *list = cog_office_pictures_list (word->pictures);

  for (guint i = 0; i < list->len; i++)
    {
      const CogOfficePicture *picture = g_ptr_array_index (list, i);
      g_autofree char *name = g_strconcat ("word/media/", picture->name, NULL);
      g_autofree char *drawing = picture->drawing_name != NULL
                                     ? g_strconcat ("word/media/", picture->drawing_name, NULL)
                                     : NULL;

      if (!cog_zip_add (word->zip, name, g_bytes_get_data (picture->bytes, NULL),
                        g_bytes_get_size (picture->bytes), TRUE, error) ||
          (drawing != NULL &&
           !cog_zip_add (word->zip, drawing, g_bytes_get_data (picture->drawing, NULL),
                         g_bytes_get_size (picture->drawing), FALSE, error)))
        return FALSE;
    }
  cog_office_pictures_report (word->pictures);
  return TRUE;
}

gboolean
cog_word_write_package (CogWordWriting *word, GError **error)
{
  g_autoptr (GString) styles = g_string_new (NULL);
  g_autoptr (GString) numbering = g_string_new (NULL);

  cog_word_append_styles (word, styles);
  cog_word_append_numbering (word, numbering);
  return write_types (word, error) && write_root_relations (word, error) &&
         write_document (word, error) && write_notes (word, COG_WORD_FOOTNOTES, error) &&
         write_notes (word, COG_WORD_ENDNOTES, error) &&
         write_relations (word, COG_WORD_DOCUMENT, error) &&
         write_relations (word, COG_WORD_FOOTNOTES, error) &&
         write_relations (word, COG_WORD_ENDNOTES, error) &&
         cog_word_add (word, "word/styles.xml", styles, error) &&
         cog_word_add (word, "word/numbering.xml", numbering, error) &&
         write_settings (word, error) && write_header (word, error) && write_footer (word, error) &&
         cog_word_write_properties (word, error) && write_pictures (word, error);
}
