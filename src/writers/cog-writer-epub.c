/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-epub.h"

#include "cog-book-metadata.h"
#include "cog-language.h"
#include "cog-markup.h"
#include "cog-rights-record.h"
#include "cog-vocabulary.h"
#include "cog-writers-resources.h"
#include "cog-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A document of the spine. */
typedef struct
{
  const CogSection *section; /* NULL: the title page */
  char *id;
  char *file;
  CogMarkupFeatures features;
} Document;

static void
document_free (Document *document)
{
  g_free (document->id);
  g_free (document->file);
  g_free (document);
}

typedef struct
{
  const CogBook *book;
  CogZip *zip;
  CogMarkup *markup;
  GPtrArray *documents;
  const char *language;
  const char *direction;
} Epub;

static gboolean
add (Epub *epub, const char *name, const char *text, gsize length, gboolean stored, GError **error)
{
  return cog_zip_add (epub->zip, name, text, length, stored, error);
}

static void
begin_page (Epub *epub, GString *out, const char *title, const char *language, const char *type)
{
  gboolean rtl = cog_language_is_rtl (language);

  g_string_append_printf (
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
      "<html xmlns=\"" COG_NS_XHTML "\" xmlns:epub=\"" COG_NS_EPUB
      "\" lang=\"%s\" xml:lang=\"%s\" dir=\"%s\" prefix=\"schema: http://schema.org/\">\n"
      "<head>\n<title>",
      language, language, rtl ? "rtl" : "ltr");
  cog_markup_append_escaped (out, title);
  g_string_append (out,
                   "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"book.css\"/>\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
  if (epub->book->is_vertical && !rtl)
    g_string_append (
        out,
        "<style>html { writing-mode: vertical-rl; -epub-writing-mode: vertical-rl; }</style>\n");
  g_string_append (out, "</head>\n<body");
  if (type != NULL)
    g_string_append_printf (out, " epub:type=\"%s\"", type);
  g_string_append (out, ">\n");
}

static const char *
find_matter (const char *type)
{
  static const char *const front[] = { "titlepage", "copyright-page", "preface",
                                       "foreword",  "dedication",     "acknowledgments",
                                       "cover",     "halftitlepage",  "epigraph",
                                       NULL };
  static const char *const back[] = { "appendix",  "glossary", "index",    "bibliography",
                                      "credits",   "colophon", "endnotes", "rearnotes",
                                      "afterword", "answers",  NULL };

  if (type != NULL && g_strv_contains (front, type))
    return "frontmatter";
  if (type != NULL && g_strv_contains (back, type))
    return "backmatter";
  return "bodymatter";
}

static gboolean
write_title_page (Epub *epub, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const CogCredit *credit = epub->book->credit;

  begin_page (epub, out, cog_book_get_title (epub->book), epub->language, "frontmatter");
  g_string_append (out, "<section epub:type=\"titlepage\">\n<h1>");
  cog_markup_append_escaped (out, cog_book_get_title (epub->book));
  g_string_append (out, "</h1>\n");
  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      g_string_append (out, "<p><bdi>");
      cog_markup_append_escaped (out, agent->name);
      g_string_append (out, "</bdi></p>\n");
    }
  if (credit->publisher != NULL)
    {
      g_string_append (out, "<p><bdi>");
      cog_markup_append_escaped (out, credit->publisher);
      g_string_append (out, "</bdi></p>\n");
    }
  g_string_append (out, "</section>\n</body>\n</html>\n");
  return add (epub, "EPUB/title.xhtml", out->str, out->len, FALSE, error);
}

/* The role that goes with a section's type, where DPUB-ARIA has one. */
static void
append_section_tag (GString *out, const CogSection *section)
{
  const char *role = section->type != NULL ? cog_vocabulary_role_for_type (section->type) : NULL;

  g_string_append_printf (out, "<section id=\"%s\"", section->id);
  if (section->type != NULL && cog_vocabulary_has_type (section->type))
    g_string_append_printf (out, " epub:type=\"%s\"", section->type);
  if (role != NULL && !g_str_equal (role, "doc-cover"))
    g_string_append_printf (out, " role=\"%s\"", role);
  g_string_append (out, ">\n");
}

static gboolean
write_document (Epub *epub, Document *document, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *name = g_strconcat ("EPUB/", document->file, NULL);
  const CogSection *section = document->section;
  const char *title = section->title != NULL && section->title[0] != '\0'
                          ? section->title
                          : cog_book_get_title (epub->book);

  begin_page (epub, out, title, section->language != NULL ? section->language : epub->language,
              find_matter (section->type));
  append_section_tag (out, section);
  cog_markup_append_section (epub->markup, out, section, 0, &document->features);
  g_string_append (out, "</section>\n</body>\n</html>\n");
  return add (epub, name, out->str, out->len, FALSE, error);
}

static Document *
find_document (Epub *epub, const CogSection *section)
{
  for (guint i = 0; i < epub->documents->len; i++)
    {
      Document *document = g_ptr_array_index (epub->documents, i);

      if (document->section == section)
        return document;
    }
  return NULL;
}

static void
append_contents (Epub *epub, GString *out, GPtrArray *sections)
{
  g_string_append (out, "<ol>\n");
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      const Document *document = find_document (epub, section);

      g_string_append_printf (out, "<li><a href=\"%s\">", document->file);
      cog_markup_append_escaped (out, section->title != NULL && section->title[0] != '\0'
                                          ? section->title
                                          : cog_book_get_title (epub->book));
      g_string_append (out, "</a>");
      if (section->children->len > 0)
        append_contents (epub, out, section->children);
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ol>\n");
}

static void
append_page_list (Epub *epub, GString *out)
{
  gboolean any = FALSE;

  for (guint i = 0; i < epub->documents->len; i++)
    {
      const Document *document = g_ptr_array_index (epub->documents, i);
      xmlNode *root = cog_section_get_root (document->section);

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          g_autofree char *id = NULL;
          g_autofree char *label = NULL;

          if (n->type != XML_ELEMENT_NODE || !cog_xml_has_word (n, "epub:type", "pagebreak"))
            continue;
          id = cog_xml_dup_attribute (n, "id");
          label = cog_xml_dup_attribute (n, "aria-label");
          if (id == NULL || label == NULL || label[0] == '\0')
            continue;
          if (!any)
            g_string_append (
                out,
                "<nav epub:type=\"page-list\" role=\"doc-pagelist\" hidden=\"hidden\">\n<ol>\n");
          any = TRUE;
          g_string_append_printf (out, "<li><a href=\"%s#%s\">", document->file, id);
          cog_markup_append_escaped (out, label);
          g_string_append (out, "</a></li>\n");
        }
    }
  if (any)
    g_string_append (out, "</ol>\n</nav>\n");
}

static gboolean
write_nav (Epub *epub, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *contents = cog_markup_get_word (epub->language, "contents");
  const Document *first = NULL;

  for (guint i = 0; i < epub->documents->len && first == NULL; i++)
    {
      const Document *document = g_ptr_array_index (epub->documents, i);

      if (g_str_equal (find_matter (document->section->type), "bodymatter"))
        first = document;
    }
  begin_page (epub, out, contents, epub->language, "frontmatter");
  g_string_append_printf (out, "<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\">\n<h1>%s</h1>\n",
                          contents);
  append_contents (epub, out, epub->book->sections);
  g_string_append (out, "</nav>\n<nav epub:type=\"landmarks\" hidden=\"hidden\">\n<ol>\n");
  g_string_append_printf (out, "<li><a epub:type=\"toc\" href=\"#toc\">%s</a></li>\n", contents);
  if (first != NULL)
    {
      g_string_append_printf (out, "<li><a epub:type=\"bodymatter\" href=\"%s\">", first->file);
      cog_markup_append_escaped (out, cog_book_get_title (epub->book));
      g_string_append (out, "</a></li>\n");
    }
  g_string_append (out, "</ol>\n</nav>\n");
  append_page_list (epub, out);
  g_string_append (out, "</body>\n</html>\n");
  return add (epub, "EPUB/nav.xhtml", out->str, out->len, FALSE, error);
}

static void
append_ncx_points (Epub *epub, GString *out, GPtrArray *sections, guint *order)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      const Document *document = find_document (epub, section);

      (*order)++;
      g_string_append_printf (out, "<navPoint id=\"point-%u\" playOrder=\"%u\"><navLabel><text>",
                              *order, *order);
      cog_markup_append_escaped (out, section->title != NULL ? section->title
                                                             : cog_book_get_title (epub->book));
      g_string_append_printf (out, "</text></navLabel><content src=\"%s\"/>\n", document->file);
      append_ncx_points (epub, out, section->children, order);
      g_string_append (out, "</navPoint>\n");
    }
}

/* Readers of the generation before know only this (EPUB 2.0.1, OPF 2.4.1). */
static gboolean
write_ncx (Epub *epub, const char *identifier, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint order = 0;

  g_string_append_printf (
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\" xml:lang=\"%s\">\n"
      "<head><meta name=\"dtb:uid\" content=\"",
      epub->language);
  cog_markup_append_escaped (out, identifier);
  g_string_append (out, "\"/></head>\n<docTitle><text>");
  cog_markup_append_escaped (out, cog_book_get_title (epub->book));
  g_string_append (out, "</text></docTitle>\n<navMap>\n");
  append_ncx_points (epub, out, epub->book->sections, &order);
  g_string_append (out, "</navMap>\n</ncx>\n");
  return add (epub, "EPUB/toc.ncx", out->str, out->len, FALSE, error);
}

static void
append_manifest (Epub *epub, GString *out)
{
  g_string_append (
      out,
      "<manifest>\n"
      "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" "
      "properties=\"nav\"/>\n"
      "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>\n"
      "<item id=\"css\" href=\"book.css\" media-type=\"text/css\"/>\n"
      "<item id=\"cognate-title\" href=\"title.xhtml\" media-type=\"application/xhtml+xml\"/>\n");
  for (guint i = 0; i < epub->documents->len; i++)
    {
      const Document *document = g_ptr_array_index (epub->documents, i);
      const char *properties = document->features.has_math && document->features.has_svg
                                   ? "mathml svg"
                               : document->features.has_math ? "mathml"
                               : document->features.has_svg  ? "svg"
                                                             : NULL;

      g_string_append_printf (out,
                              "<item id=\"%s\" href=\"%s\" media-type=\"application/xhtml+xml\"",
                              document->id, document->file);
      if (properties != NULL)
        g_string_append_printf (out, " properties=\"%s\"", properties);
      g_string_append (out, "/>\n");
    }
  for (guint i = 0; i < epub->book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (epub->book->assets, i);

      g_string_append_printf (
          out, "<item id=\"asset-%u\" href=\"%s\" media-type=\"%s\"%s/>\n", i + 1, asset->name,
          asset->media_type,
          g_strcmp0 (epub->book->cover, asset->name) == 0 ? " properties=\"cover-image\"" : "");
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

static char *
dup_between (const char *text, const char *start, const char *end)
{
  const char *at = strstr (text, start);
  const char *close = at != NULL ? strstr (at, end) : NULL;

  return close != NULL ? g_strndup (at + strlen (start), close - at - strlen (start))
                       : g_strdup ("");
}

static gboolean
write_package (Epub *epub, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *identifier = NULL;

  g_string_append_printf (
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" xml:lang=\"%s\" dir=\"%s\" "
      "unique-identifier=\"pub-id\" prefix=\"cc: http://creativecommons.org/ns#\">\n"
      "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n",
      epub->language, epub->direction);
  cog_book_metadata_append_opf (epub->book, out);
  identifier = dup_between (out->str, "<dc:identifier id=\"pub-id\">", "</dc:identifier>");
  g_string_append (out, "</metadata>\n");
  append_manifest (epub, out);
  g_string_append_printf (out,
                          "<spine toc=\"ncx\" page-progression-direction=\"%s\">\n<itemref "
                          "idref=\"cognate-title\"/>\n<itemref idref=\"nav\"/>\n",
                          is_rtl_book (epub->book) ? "rtl" : "ltr");
  for (guint i = 0; i < epub->documents->len; i++)
    {
      const Document *document = g_ptr_array_index (epub->documents, i);

      g_string_append_printf (out, "<itemref idref=\"%s\"%s/>\n", document->id,
                              document->section->is_linear ? "" : " linear=\"no\"");
    }
  g_string_append (out, "</spine>\n</package>\n");
  return add (epub, "EPUB/package.opf", out->str, out->len, FALSE, error) &&
         write_ncx (epub, identifier, error);
}

/* For programs that read the file again: all that is known of the rights. */
static gboolean
write_record (Epub *epub, GError **error)
{
  const CogBook *book = epub->book;
  g_autofree char *json = cog_rights_record_write (book->credit, book->sources, book->credits);

  return add (epub, COG_RIGHTS_RECORD_FILE, json, strlen (json), FALSE, error);
}

static gboolean
write_assets (Epub *epub, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) css =
      g_resource_lookup_data (cog_writers_get_resource (), "/org/cognate/writers/book.css",
                              G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize size;
  const char *data;

  if (css == NULL)
    return FALSE;
  data = g_bytes_get_data (css, &size);
  if (!add (epub, "EPUB/book.css", data, size, FALSE, error))
    return FALSE;
  for (guint i = 0; i < epub->book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (epub->book->assets, i);
      g_autofree char *name = g_strconcat ("EPUB/", asset->name, NULL);
      gboolean is_text = g_str_has_suffix (asset->media_type, "xml") ||
                         g_str_has_prefix (asset->media_type, "text/");

      data = g_bytes_get_data (asset->bytes, &size);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !add (epub, name, data, size, !is_text, error))
        return FALSE;
    }
  return TRUE;
}

static void
list_documents (Epub *epub)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (epub->book);

  for (guint i = 0; i < sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (sections, i);
      Document *document = g_new0 (Document, 1);

      document->section = section;
      /* Ids of sections are ours; those of the manifest must not clash with "nav" and its like. */
      document->id = g_str_has_prefix (section->id, "cognate-")
                         ? g_strdup (section->id)
                         : g_strconcat ("text-", section->id, NULL);
      document->file = g_strdup_printf ("%s.xhtml", document->id);
      cog_markup_place (epub->markup, section, document->file);
      g_ptr_array_add (epub->documents, document);
    }
}

static gboolean
write_all (Epub *epub, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  static const char mimetype[] = "application/epub+zip";
  static const char container[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
      "<rootfiles><rootfile full-path=\"EPUB/package.opf\" "
      "media-type=\"application/oebps-package+xml\"/>"
      "</rootfiles></container>\n";

  if (!add (epub, "mimetype", mimetype, sizeof mimetype - 1, TRUE, error) ||
      !add (epub, "META-INF/container.xml", container, sizeof container - 1, FALSE, error) ||
      !write_title_page (epub, error))
    return FALSE;
  for (guint i = 0; i < epub->documents->len; i++)
    {
      cog_progress_tell (progress, (double)i / epub->documents->len, _ ("Writing the EPUB…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !write_document (epub, g_ptr_array_index (epub->documents, i), error))
        return FALSE;
    }
  return write_nav (epub, error) && write_package (epub, error) && write_record (epub, error) &&
         write_assets (epub, cancellable, error) && cog_zip_close (epub->zip, error);
}

static gboolean
write_epub (const CogBook *book,
            const CogWriterOptions *options,
            const char *path,
            CogReport *report,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  Epub epub = { book, NULL, NULL, NULL, NULL, NULL };
  gboolean ok;

  epub.zip = cog_zip_new (path, error);
  if (epub.zip == NULL)
    return FALSE;
  epub.language = book->language != NULL ? book->language : "und";
  epub.direction = cog_language_is_rtl (epub.language) ? "rtl" : "ltr";
  epub.markup = cog_markup_new (book, COG_MARKUP_EPUB);
  epub.documents = g_ptr_array_new_with_free_func ((GDestroyNotify)document_free);
  list_documents (&epub);
  ok = write_all (&epub, progress, cancellable, error);
  g_ptr_array_unref (epub.documents);
  cog_markup_free (epub.markup);
  cog_zip_free (epub.zip);
  return ok;
}

const CogWriter cog_writer_epub = {
  .id = "epub",
  .name = N_ ("EPUB book"),
  .extension = "epub",
  .media_type = "application/epub+zip",
  .write = write_epub,
};
