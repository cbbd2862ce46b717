/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-epub.h"

#include "cog-writer-epub-private.h"
#include "cog-xml-write.h"

#include "cog-book-metadata.h"
#include "cog-language.h"
#include "cog-large-print.h"
#include "cog-markup-private.h"
#include "cog-picture-stamps.h"
#include "cog-rights-record.h"
#include "cog-stylesheet.h"
#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
document_free (CogEpubDocument *document)
{
  g_free (document->id);
  g_free (document->file);
  g_free (document);
}

gboolean
cog_epub_add (CogEpubWriting *epub, const char *name, const GString *text, GError **error)
{
  g_autofree char *whole = g_strconcat ("EPUB/", name, NULL);

  return cog_zip_add (epub->zip, whole, text->str, text->len, FALSE, error);
}

void
cog_epub_begin_page (
    CogEpubWriting *epub, GString *out, const char *title, const char *language, const char *type)
{
  gboolean rtl = cog_language_is_rtl (language);

  g_string_append_printf (out,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
                          "<html xmlns=\"" COG_NS_XHTML "\" xmlns:epub=\"" COG_NS_EPUB
                          "\" lang=\"%s\" xml:lang=\"%s\" dir=\"%s\" prefix=\"" COG_MARKUP_PREFIXES
                          "\">\n"
                          "<head>\n<title>",
                          language, language, rtl ? "rtl" : "ltr");
  cog_xml_append_escaped (out, title, -1);
  g_string_append (out,
                   "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"book.css\"/>\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
  if (epub->book->is_vertical && !rtl)
    g_string_append (out,
                     "<style>html { writing-mode: vertical-rl; -epub-writing-mode: vertical-rl; } "
                     "img, svg { max-width: 90vw; max-height: 100%; }</style>\n");
  g_string_append (out, "</head>\n<body");
  if (type != NULL)
    g_string_append_printf (out, " epub:type=\"%s\"", type);
  g_string_append (out, ">\n");
  if (epub->book->is_draft)
    cog_markup_append_draft (out, epub->book);
}

void
cog_epub_end_page (GString *out)
{
  g_string_append (out, "</body>\n</html>\n");
}

const char *
cog_epub_find_matter (const char *type)
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

static void
append_name (GString *out, const char *class_name, const char *name)
{
  g_string_append_printf (out, "<p class=\"%s\"><bdi>", class_name);
  cog_xml_append_escaped (out, name, -1);
  g_string_append (out, "</bdi></p>\n");
}

static gboolean
write_title_page (CogEpubWriting *epub, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const CogCredit *credit = epub->book->credit;

  cog_epub_begin_page (epub, out, cog_book_get_title (epub->book), epub->language, "frontmatter");
  g_string_append (out, "<section epub:type=\"titlepage\" class=\"title-page\">\n<h1>");
  cog_xml_append_escaped (out, cog_book_get_title (epub->book), -1);
  g_string_append (out, "</h1>\n");
  if (credit->subtitle != NULL)
    {
      g_string_append (out, "<p epub:type=\"subtitle\" role=\"doc-subtitle\">");
      cog_xml_append_escaped (out, credit->subtitle, -1);
      g_string_append (out, "</p>\n");
    }
  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      append_name (out, "person", agent->name);
    }
  if (cog_book_get_imprint (epub->book) != NULL)
    append_name (out, "publisher", cog_book_get_imprint (epub->book));
  g_string_append (out, "</section>\n");
  cog_epub_end_page (out);
  return cog_epub_add (epub, "title.xhtml", out, error);
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
  /* The contents call it by the book's title, which is not its own. */
  if (section->title == NULL || section->title[0] == '\0')
    g_string_append (out, " class=\"untitled\"");
  g_string_append (out, ">\n");
}

static gboolean
write_document (CogEpubWriting *epub, CogEpubDocument *document, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const CogSection *section = document->section;
  g_autofree char *language = cog_markup_dup_language (section);

  cog_epub_begin_page (epub, out, cog_markup_get_title (epub->book, section),
                       language != NULL ? language : epub->language,
                       cog_epub_find_matter (section->type));
  append_section_tag (out, section);
  if (cog_markup_needs_heading (section))
    cog_markup_append_heading (epub->markup, out, section, 0);
  cog_markup_append_section (epub->markup, out, section, 0, &document->features);
  g_string_append (out, "</section>\n");
  cog_epub_end_page (out);
  return cog_epub_add (epub, document->file, out, error);
}

static gboolean
write_assets (CogEpubWriting *epub, GCancellable *cancellable, GError **error)
{
  gsize size;
  const char *data = cog_stylesheet_get ("book.css", &size);
  g_autoptr (GString) css = g_string_new_len (data, (gssize)size);
  g_autoptr (CogPictureStamps) stamps = cog_picture_stamps_new (epub->book);

  if (epub->is_large)
    g_string_append (css, cog_large_print_get_css ());
  if (!cog_zip_add (epub->zip, "EPUB/book.css", css->str, css->len, FALSE, error))
    return FALSE;
  for (guint i = 0; i < epub->book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (epub->book->assets, i);
      g_autofree char *name = g_strconcat ("EPUB/", asset->name, NULL);
      gboolean is_text = g_str_has_suffix (asset->media_type, "xml") ||
                         g_str_has_prefix (asset->media_type, "text/");
      g_autoptr (GBytes) bytes = NULL;

      bytes = cog_picture_stamps_apply (stamps, asset);
      data = g_bytes_get_data (bytes, &size);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !cog_zip_add (epub->zip, name, data, size, !is_text, error))
        return FALSE;
    }
  cog_picture_stamps_report (stamps, epub->report);
  return TRUE;
}

static void
list_documents (CogEpubWriting *epub)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (epub->book);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (sections, i);
      CogEpubDocument *document = g_new0 (CogEpubDocument, 1);

      document->section = section;
      document->id = g_strdup (section->id);
      document->file = cog_markup_dup_file (taken, section, "xhtml");
      cog_markup_place (epub->markup, section, document->file);
      g_hash_table_insert (epub->by_section, section, document);
      g_ptr_array_add (epub->documents, document);
    }
}

static gboolean
write_container (CogEpubWriting *epub, GError **error)
{
  static const char mimetype[] = "application/epub+zip";
  static const char container[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
      "<rootfiles><rootfile full-path=\"EPUB/package.opf\" "
      "media-type=\"application/oebps-package+xml\"/>"
      "</rootfiles></container>\n";

  /* First and as it is, so that the file tells what it is at a fixed place (EPUB 3.3, 4.2.4). */
  return cog_zip_add (epub->zip, "mimetype", mimetype, sizeof mimetype - 1, TRUE, error) &&
         cog_zip_add (epub->zip, "META-INF/container.xml", container, sizeof container - 1, FALSE,
                      error);
}

/* What package metadata has no place for, for those who adapt the edition further. */
static gboolean
write_record (CogEpubWriting *epub, GError **error)
{
  g_autofree char *record =
      cog_rights_record_write (epub->book->credit, epub->book->sources, epub->book->credits);

  return cog_zip_add (epub->zip, COG_RIGHTS_RECORD_FILE, record, strlen (record), FALSE, error);
}

static gboolean
write_all (CogEpubWriting *epub,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *identifier = cog_book_metadata_dup_identifier (epub->book);

  if (!write_container (epub, error) || !write_record (epub, error) ||
      !write_title_page (epub, error))
    return FALSE;
  for (guint i = 0; i < epub->documents->len; i++)
    {
      cog_progress_tell (progress, (double)i / epub->documents->len, _ ("Writing the EPUB…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !write_document (epub, g_ptr_array_index (epub->documents, i), error))
        return FALSE;
    }
  return cog_epub_write_navigation (epub, identifier, error) &&
         cog_epub_write_package (epub, identifier, error) &&
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
  CogEpubWriting epub = { .book = book, .zip = cog_zip_new (path, error), .report = report };
  gboolean ok;

  if (epub.zip == NULL)
    return FALSE;
  epub.is_large = options != NULL && options->is_large;
  epub.language = book->language != NULL ? book->language : "und";
  epub.direction = cog_language_is_rtl (epub.language) ? "rtl" : "ltr";
  epub.markup = cog_markup_new (book, COG_MARKUP_EPUB);
  epub.documents = g_ptr_array_new_with_free_func ((GDestroyNotify)document_free);
  epub.by_section = g_hash_table_new (NULL, NULL);
  list_documents (&epub);
  ok = write_all (&epub, progress, cancellable, error);
  g_hash_table_unref (epub.by_section);
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
