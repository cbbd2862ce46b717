/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odf-private.h"

#include "cog-book-metadata.h"
#include "cog-office-marks.h"
#include "cog-office-rights.h"
#include "cog-rights-record.h"
#include "cog-xml-write.h"

static void
append (GString *out, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_string_append_printf (out, "<%s>", name);
  cog_xml_append_escaped (out, value, -1);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_property (const char *name, const char *value, gpointer data)
{
  GString *out = data;

  g_string_append_printf (out, "<meta:user-defined meta:name=\"%s\">", name);
  cog_xml_append_escaped (out, value, -1);
  g_string_append (out, "</meta:user-defined>\n");
}

static void
append_people (const CogBook *book, GString *out)
{
  g_autofree char *names = cog_office_rights_dup_authors (book);

  append (out, "meta:initial-creator", names);
  append (out, "dc:creator", names);
}

void
cog_odf_append_meta (const CogOdfWriting *odf, GString *out)
{
  const CogBook *book = odf->book;
  const char *modified = book->modified != NULL ? book->modified : "2000-01-01T00:00:00Z";
  g_autofree char *identifier = cog_book_metadata_dup_identifier (book);
  g_autofree char *record = NULL;

  g_string_append (out, COG_ODF_XML "<office:document-meta" COG_ODF_NAMESPACES
                                    "><office:meta>\n<meta:generator>Cognate/" COG_VERSION
                                    "</meta:generator>\n");
  append (out, "dc:title", cog_book_get_title (book));
  append (out, "dc:description", book->description);
  for (guint i = 0; i < book->subjects->len; i++)
    append (out, "meta:keyword", g_ptr_array_index (book->subjects, i));
  append_people (book, out);
  append (out, "meta:creation-date", modified);
  append (out, "dc:date", modified);
  append (out, "dc:language", book->language);
  append_property ("Identifier", identifier, out);
  cog_office_rights_foreach (book, append_property, out);
  record = cog_office_dup_record (book, odf->marks);
  append_property (COG_RIGHTS_RECORD_PROPERTY, record, out);
  g_string_append (out, "</office:meta></office:document-meta>\n");
}
