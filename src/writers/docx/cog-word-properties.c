/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-private.h"

#include "cog-book-metadata.h"
#include "cog-office-marks.h"
#include "cog-office-rights.h"
#include "cog-rights-record.h"
#include "cog-xml-write.h"

#define NS_TYPES "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

static void
append (GString *out, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_string_append_printf (out, "<%s>", name);
  cog_xml_append_escaped (out, value, -1);
  g_string_append_printf (out, "</%s>\n", name);
}

static gboolean
write_core (CogWordWriting *word, GError **error)
{
  const CogBook *book = word->book;
  g_autofree char *names = cog_office_rights_dup_authors (book);
  g_autofree char *identifier = cog_book_metadata_dup_identifier (book);
  const char *modified = book->modified != NULL ? book->modified : "2000-01-01T00:00:00Z";
  g_autoptr (GString) subjects = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (
      COG_WORD_XML "<cp:coreProperties "
                   "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
                   "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                   "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                   "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n");

  for (guint i = 0; i < book->subjects->len; i++)
    g_string_append_printf (subjects, "%s%s", i > 0 ? "; " : "",
                            (char *)g_ptr_array_index (book->subjects, i));
  append (out, "dc:title", cog_book_get_title (book));
  append (out, "dc:creator", names);
  append (out, "dc:description", book->description);
  append (out, "dc:identifier", identifier);
  append (out, "dc:language", book->language);
  append (out, "cp:keywords", subjects->str);
  g_string_append_printf (out,
                          "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>\n"
                          "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified>\n"
                          "</cp:coreProperties>\n",
                          modified, modified);
  return cog_word_add (word, "docProps/core.xml", out, error);
}

static gboolean
write_app (CogWordWriting *word, GError **error)
{
  g_autoptr (GString) out = g_string_new (
      COG_WORD_XML "<Properties "
                   "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                   "extended-properties\"><Application>Cognate</Application></Properties>\n");

  return cog_word_add (word, "docProps/app.xml", out, error);
}

static void
append_custom (const char *name, const char *value, gpointer data)
{
  struct
  {
    GString *out;
    guint n;
  } *custom = data;

  g_string_append_printf (custom->out,
                          "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" "
                          "pid=\"%u\" name=\"%s\"><vt:lpwstr>",
                          ++custom->n + 1, name);
  cog_xml_append_escaped (custom->out, value, -1);
  g_string_append (custom->out, "</vt:lpwstr></property>\n");
}

/* Office has no property of its own for rights. */
static gboolean
write_custom (CogWordWriting *word, GError **error)
{
  g_autoptr (GString) out =
      g_string_new (COG_WORD_XML "<Properties "
                                 "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                 "custom-properties\" xmlns:vt=\"" NS_TYPES "\">\n");
  struct
  {
    GString *out;
    guint n;
  } custom = { out, 0 };

  cog_office_rights_foreach (word->book, append_custom, &custom);
  g_string_append (out, "</Properties>\n");
  return cog_word_add (word, "docProps/custom.xml", out, error);
}

/* The whole record, for those who adapt the edition further: XML of one's own that Word keeps when
 * it saves (15.2.5). */
static gboolean
write_record (CogWordWriting *word, GError **error)
{
  g_autofree char *record = cog_office_dup_record (word->book, word->bookmarks);
  g_autoptr (GString) out = g_string_new (COG_WORD_XML "<" COG_RIGHTS_RECORD_ELEMENT
                                                       " xmlns=\"" COG_RIGHTS_RECORD_NS "\">");
  g_autoptr (GString) properties = g_string_new (COG_WORD_XML);
  g_autoptr (GString) relations = g_string_new (COG_WORD_XML);

  cog_xml_append_escaped (out, record, -1);
  g_string_append (out, "</" COG_RIGHTS_RECORD_ELEMENT ">\n");
  g_string_append (properties,
                   "<ds:datastoreItem ds:itemID=\"{7D4F3C0E-5B8A-5E1B-9C64-0F6A2D9B8E31}\" "
                   "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\">"
                   "<ds:schemaRefs/></ds:datastoreItem>\n");
  g_string_append (relations,
                   "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                   "relationships\"><Relationship Id=\"r1\" Type=\"" COG_WORD_RELATION
                   "customXmlProps\" Target=\"itemProps1.xml\"/></Relationships>\n");
  return cog_word_add (word, "customXml/item1.xml", out, error) &&
         cog_word_add (word, "customXml/itemProps1.xml", properties, error) &&
         cog_word_add (word, "customXml/_rels/item1.xml.rels", relations, error);
}

gboolean
cog_word_write_properties (CogWordWriting *word, GError **error)
{
  return write_core (word, error) && write_app (word, error) && write_custom (word, error) &&
         write_record (word, error);
}
