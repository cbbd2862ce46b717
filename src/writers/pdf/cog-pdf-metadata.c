/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book-metadata.h"
#include "cog-licence.h"
#include "cog-pdf-finish-private.h"
#include "cog-rights-record.h"

#include <string.h>

/* Bytes of a piece of the record: parsers of XML take no text that is much longer. */
#define LONGEST_PIECE (1 << 20)

/* XMP (ISO 16684-1) as rules.md §5.4 wants it, and PDF/UA-1's identification (clause 5). */

static void
append_escaped (GString *out, const char *before, const char *text, const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, before);
  g_string_append (out, escaped);
  g_string_append (out, after);
}

static void
append_alternatives (GString *out, const char *name, const char *language, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "<%s><rdf:Alt>", name);
  append_escaped (out, "<rdf:li xml:lang=\"x-default\">", text, "</rdf:li>");
  append_escaped (out, "<rdf:li xml:lang=\"", language, "\">");
  append_escaped (out, "", text, "</rdf:li>");
  g_string_append_printf (out, "</rdf:Alt></%s>\n", name);
}

static void
append_people (
    GString *out, const char *name, const char *kind, const CogCredit *credit, guint roles)
{
  gsize length = out->len;
  guint n = 0;

  g_string_append_printf (out, "<%s><rdf:%s>", name, kind);
  for (guint i = 0; credit != NULL && i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);
      if ((roles & (1u << agent->role)) == 0)
        continue;
      append_escaped (out, "<rdf:li>", agent->name, "</rdf:li>");
      n++;
    }
  g_string_append_printf (out, "</rdf:%s></%s>\n", kind, name);
  if (n == 0)
    g_string_truncate (out, length);
}

static void
append_simple (GString *out, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "<%s>", name);
  append_escaped (out, "", text, "");
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_sources (GString *out, const CogBook *book)
{
  g_autoptr (GString) sources = g_string_new (NULL);

  for (guint i = 0; book->sources != NULL && i < book->sources->len; i++)
    {
      const CogCredit *source = g_ptr_array_index (book->sources, i);
      const char *what = source->source_url != NULL ? source->source_url : source->title;
      if (what != NULL)
        g_string_append_printf (sources, "%s%s", sources->len > 0 ? "; " : "", what);
    }
  append_simple (out, "dc:source", sources->str);
}

static void
append_licence (GString *out, const CogBook *book, const char *language)
{
  const CogCredit *credit = book->credit;
  const CogLicence *licence =
      credit != NULL && credit->licence != NULL ? cog_licence_lookup (credit->licence) : NULL;
  g_autofree char *name = licence != NULL ? cog_licence_dup_long_name (licence, language) : NULL;
  const char *url = licence != NULL && *licence->url != '\0' ? licence->url
                    : credit != NULL                         ? credit->licence_url
                                                             : NULL;

  if (licence == NULL && url == NULL && (credit == NULL || credit->copyright == NULL))
    return;
  g_string_append_printf (out, "<xmpRights:Marked>%s</xmpRights:Marked>\n",
                          licence != NULL && licence->klass == COG_CLASS_PD ? "False" : "True");
  append_simple (out, "xmpRights:WebStatement", url);
  append_alternatives (out, "xmpRights:UsageTerms", language, name);
  append_people (out, "xmpRights:Owner", "Bag", credit, 1u << COG_ROLE_HOLDER);
  if (url != NULL)
    append_escaped (out, "<cc:license rdf:resource=\"", url, "\"/>\n");
}

static const char *
get_rights (const CogBook *book)
{
  if (book->rights != NULL)
    return book->rights;
  return book->credit != NULL ? book->credit->copyright : NULL;
}

/* Named as one of the people, or by itself. */
static void
append_publisher (GString *out, const CogBook *book)
{
  g_autofree char *names =
      book->credit != NULL ? cog_credit_dup_names (book->credit, COG_ROLE_PUBLISHER) : NULL;

  if (names != NULL)
    append_people (out, "dc:publisher", "Bag", book->credit, 1u << COG_ROLE_PUBLISHER);
  else if (book->credit != NULL && book->credit->publisher != NULL)
    append_escaped (out, "<dc:publisher><rdf:Bag><rdf:li>", book->credit->publisher,
                    "</rdf:li></rdf:Bag></dc:publisher>\n");
}

/* Whom to name, and where the work is found. */
static void
append_attribution (GString *out, const CogBook *book)
{
  g_autofree char *names = cog_book_metadata_dup_names (book);
  const char *url = book->credit->source_url;

  append_simple (out, "cc:attributionName", names);
  if (url != NULL && (g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://")))
    append_escaped (out, "<cc:attributionURL rdf:resource=\"", url, "\"/>\n");
}

/* Where a piece of the record ends: after a line. */
static const char *
find_end (const char *record)
{
  gsize length = strlen (record);
  const char *line = length > LONGEST_PIECE ? g_strrstr_len (record, LONGEST_PIECE, "\n") : NULL;

  if (line == NULL && length > LONGEST_PIECE)
    line = strchr (record + LONGEST_PIECE, '\n');
  return line != NULL ? line : record + length;
}

/* All that the properties above have no place for, so that reading the file again gives the same
 * record (cog-rights-record.h). */
static void
append_record (GString *out, const CogBook *book)
{
  g_autofree char *record = cog_rights_record_write (book->credit, book->sources, book->credits);

  g_string_append (out, "<cognate:record><rdf:Seq>");
  for (const char *from = record, *to; *from != '\0'; from = *to != '\0' ? to + 1 : to)
    {
      g_autofree char *piece = NULL;

      to = find_end (from);
      piece = g_strndup (from, (gsize)(to - from));
      append_escaped (out, "<rdf:li>", piece, "</rdf:li>");
    }
  g_string_append (out, "</rdf:Seq></cognate:record>\n");
}

static GString *
make_packet (const CogPdfFile *file)
{
  const CogBook *book = file->finish->composer->book;
  const char *language = file->finish->composer->style->language;
  GString *out =
      g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                    "<rdf:Description rdf:about=\"\""
                    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
                    " xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\""
                    " xmlns:cc=\"http://creativecommons.org/ns#\""
                    " xmlns:cognate=\"" COG_RIGHTS_RECORD_NS "\">\n");
  guint makers = 1u << COG_ROLE_AUTHOR;
  guint others = 1u << COG_ROLE_TRANSLATOR | 1u << COG_ROLE_ADAPTER | 1u << COG_ROLE_EDITOR |
                 1u << COG_ROLE_ILLUSTRATOR | 1u << COG_ROLE_PHOTOGRAPHER |
                 1u << COG_ROLE_CONTRIBUTOR;

  if (file->is_booklet)
    g_string_append (out, "<dc:type><rdf:Bag><rdf:li>Booklet for a printer, untagged</rdf:li>"
                          "</rdf:Bag></dc:type>\n");
  else
    g_string_append (out, "<pdfuaid:part>1</pdfuaid:part>\n");
  append_alternatives (out, "dc:title", language, cog_book_get_title (book));
  append_alternatives (out, "dc:description", language, book->description);
  append_people (out, "dc:creator", "Seq", book->credit, makers);
  append_people (out, "dc:contributor", "Bag", book->credit, others);
  append_escaped (out, "<dc:language><rdf:Bag><rdf:li>", language,
                  "</rdf:li></rdf:Bag></dc:language>\n");
  append_alternatives (out, "dc:rights", language, get_rights (book));
  append_sources (out, book);
  append_simple (out, "dc:identifier", book->identifier);
  append_publisher (out, book);
  append_licence (out, book, language);
  append_attribution (out, book);
  append_simple (out, "xmp:CreateDate", book->modified);
  append_simple (out, "xmp:ModifyDate", book->modified);
  append_simple (out, "xmp:CreatorTool", "Cognate " COG_VERSION);
  append_simple (out, "pdf:Producer", "Cognate " COG_VERSION);
  append_record (out, book);
  g_string_append (out, "</rdf:Description>\n");
  if (file->finish->composer->style->is_archive)
    cog_pdf_archive_append_schemas (out, COG_RIGHTS_RECORD_NS);
  g_string_append (out, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
  return out;
}

/* "2026-11-21T10:00:00Z" → "D:20261121100000Z" */
static char *
dup_date (const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, utc);

  return time != NULL ? g_date_time_format (time, "D:%Y%m%d%H%M%SZ") : NULL;
}

static void
append_info (GString *out, const char *key, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, " /%s ", key);
  cog_pdf_append_string (out, text);
}

static void
write_info (CogPdfFile *file)
{
  const CogBook *book = file->finish->composer->book;
  qpdf_oh trailer = qpdf_get_trailer (file->qpdf);
  g_autoptr (GString) info = g_string_new ("<<");
  g_autofree char *reference = NULL;
  g_autofree char *date = book->modified != NULL ? dup_date (book->modified) : NULL;
  g_autofree char *authors =
      book->credit != NULL ? cog_credit_dup_names (book->credit, COG_ROLE_AUTHOR) : NULL;
  gint id = cog_pdf_file_reserve (file);

  append_info (info, "Title", cog_book_get_title (book));
  append_info (info, "Author", authors);
  append_info (info, "Creator", "Cognate " COG_VERSION);
  append_info (info, "Producer", "Cognate " COG_VERSION);
  append_info (info, "CreationDate", date);
  append_info (info, "ModDate", date);
  g_string_append (info, " >>");
  cog_pdf_file_put (file, id, info->str);
  reference = g_strdup_printf ("%d 0 R", id);
  cog_pdf_file_set (file, trailer, "/Info", reference);
  qpdf_oh_release (file->qpdf, trailer);
}

void
cog_pdf_metadata_write (CogPdfFile *file, qpdf_oh root)
{
  g_autoptr (GString) packet = make_packet (file);
  qpdf_oh stream = qpdf_oh_new_stream (file->qpdf);
  qpdf_oh null = qpdf_oh_new_null (file->qpdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (file->qpdf, stream);

  cog_pdf_file_set (file, dictionary, "/Type", "/Metadata");
  cog_pdf_file_set (file, dictionary, "/Subtype", "/XML");
  qpdf_oh_replace_stream_data (file->qpdf, stream, (const unsigned char *)packet->str, packet->len,
                               null, null);
  qpdf_oh_replace_key (file->qpdf, root, "/Metadata", stream);
  qpdf_oh_release (file->qpdf, dictionary);
  qpdf_oh_release (file->qpdf, null);
  qpdf_oh_release (file->qpdf, stream);
  write_info (file);
}
