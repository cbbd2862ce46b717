/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-html.h"

#include "cog-markup-private.h"
#include "cog-writer-html-private.h"
#include "cog-xml-write.h"

#include "cog-output.h"
#include "cog-stylesheet.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  const CogBook *book;
  CogMarkup *markup;
  GHashTable *files; /* CogSection → name of its page */
  GPtrArray *list;   /* sections in reading order */
  const char *language;
  CogOutput *output;
  const char *script; /* that each page runs (nullable) */
  CogReport *report;
} Site;

static gboolean
put_page (Site *site, const char *name, GString *out, GError **error)
{
  if (site->script != NULL)
    g_string_append_printf (out, "<script src=\"%s\"></script>\n", site->script);
  cog_html_end_page (out);
  return cog_output_add_text (site->output, name, out, error);
}

static char *
dup_address (const CogSection *section, gpointer data)
{
  const Site *site = data;

  return g_strdup (g_hash_table_lookup (site->files, section));
}

static void
append_neighbour (Site *site, GString *out, guint at, int step, const char *word)
{
  const CogSection *section = NULL;

  if ((step < 0 && at == 0) || at + step >= site->list->len)
    return;
  section = g_ptr_array_index (site->list, at + step);
  g_string_append_printf (out, "<a class=\"%s\" rel=\"%s\" href=\"%s\"><span>%s</span> ", word,
                          step < 0 ? "prev" : "next",
                          (char *)g_hash_table_lookup (site->files, section),
                          cog_markup_get_word (site->language, word));
  cog_xml_append_escaped (out, cog_markup_get_title (site->book, section), -1);
  g_string_append (out, "</a>\n");
}

static void
append_page_links (Site *site, GString *out, guint at)
{
  g_string_append_printf (out, "<nav class=\"pages\" aria-label=\"%s\">\n",
                          cog_markup_get_word (site->language, "contents"));
  append_neighbour (site, out, at, -1, "previous");
  append_neighbour (site, out, at, 1, "next");
  g_string_append (out, "</nav>\n");
}

/* A page may be found by itself: it says which book it is of, and leads to the rights. */
static void
append_page_footer (Site *site, GString *out)
{
  const CogSection *rights = cog_book_find_section (site->book, "cognate-copyright");

  if (rights == NULL)
    return;
  g_string_append_printf (out, "<footer>\n<p class=\"rights\"><a href=\"%s\">",
                          (char *)g_hash_table_lookup (site->files, rights));
  cog_xml_append_escaped (out, cog_markup_get_title (site->book, rights), -1);
  g_string_append (out, "</a></p>\n</footer>\n");
}

static gboolean
write_page (Site *site, guint at, GError **error)
{
  const CogSection *section = g_ptr_array_index (site->list, at);
  const xmlNode *root = cog_section_get_root (section);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *language = cog_markup_dup_language (section);
  g_autofree char *title = g_strdup_printf ("%s – %s", cog_markup_get_title (site->book, section),
                                            cog_book_get_title (site->book));

  cog_html_begin_page (out, site->markup, title, language != NULL ? language : site->language,
                       "page", COG_HTML_BESIDE);
  g_string_append (out, "<header class=\"bar\">\n");
  if (site->book->is_draft)
    cog_markup_append_draft (out, site->book);
  g_string_append (out, "<a href=\"index.html\">");
  cog_xml_append_escaped (out, cog_book_get_title (site->book), -1);
  g_string_append_printf (out, "</a>\n</header>\n<main id=\"text\">\n<article id=\"%s\">\n",
                          section->id);
  /* Each page of the web needs a heading, also where the book has none. */
  if (root == NULL || cog_xml_find_child (root, COG_NS_XHTML, "h1") == NULL)
    cog_markup_append_heading (site->markup, out, section, 0);
  cog_markup_append_section (site->markup, out, section, 0, NULL);
  g_string_append (out, "</article>\n</main>\n");
  append_page_links (site, out, at);
  append_page_footer (site, out);
  return put_page (site, g_hash_table_lookup (site->files, section), out, error);
}

static gboolean
write_index (Site *site, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  cog_html_begin_page (out, site->markup, cog_book_get_title (site->book), site->language, "index",
                       COG_HTML_BESIDE);
  cog_html_append_header (out, site->book);
  g_string_append (out, "<main id=\"text\">\n");
  cog_html_append_contents (out, site->book, dup_address, site);
  g_string_append (out, "</main>\n");
  cog_html_append_rights (out, site->book);
  return put_page (site, "index.html", out, error);
}

static gboolean
write_files (Site *site, GError **error)
{
  static const char *const sheets[] = { "book.css", "web.css" };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      gsize size;
      const char *data = cog_stylesheet_get (sheets[i], &size);
      g_autoptr (GString) css = g_string_new_len (data, (gssize)size);

      if (site->markup->is_large && i + 1 == G_N_ELEMENTS (sheets))
        cog_html_append_large (css);
      if (!cog_output_add (site->output, sheets[i], css->str, css->len, FALSE, error))
        return FALSE;
    }
  return cog_output_add_assets (site->output, site->book, "", site->report, error);
}

/* Names of pages differ by more than the case of their letters, for the computers on which that
 * says nothing. */
static void
name_pages (Site *site)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < site->list->len; i++)
    {
      const CogSection *section = g_ptr_array_index (site->list, i);
      char *file = cog_markup_dup_file (taken, section, "html");

      g_hash_table_insert (site->files, (gpointer)section, file);
      cog_markup_place (site->markup, section, file);
    }
}

static gboolean
write_pages (Site *site, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < site->list->len; i++)
    {
      cog_progress_tell (progress, (double)i / site->list->len, _ ("Writing pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !write_page (site, i, error))
        return FALSE;
    }
  return write_index (site, error) && write_files (site, error);
}

GHashTable *
cog_site_write (const CogBook *book,
                const CogWriterOptions *options,
                CogOutput *output,
                const char *script,
                CogReport *report,
                const CogProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (CogMarkup) markup = cog_markup_new (book, COG_MARKUP_HTML);
  g_autoptr (GPtrArray) list = cog_book_dup_section_list (book);
  g_autoptr (GHashTable) files = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Site site = {
    .book = book,
    .output = output,
    .script = script,
    .report = report,
    .markup = markup,
    .list = list,
    .files = files,
    .language = book->language != NULL ? book->language : "und",
  };

  cog_markup_set_large (markup, options->is_large);
  name_pages (&site);
  return write_pages (&site, progress, cancellable, error) ? g_steal_pointer (&files) : NULL;
}

static gboolean
write_site_at (const CogBook *book,
               const CogWriterOptions *options,
               const char *path,
               gboolean is_zip,
               CogReport *report,
               const CogProgress *progress,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (CogOutput) output = cog_output_new (path, is_zip, error);
  g_autoptr (GHashTable) files = NULL;

  if (output == NULL)
    return FALSE;
  files = cog_site_write (book, options, output, NULL, report, progress, cancellable, error);
  return files != NULL && cog_output_close (output, error);
}

static gboolean
write_site (const CogBook *book,
            const CogWriterOptions *options,
            const char *path,
            CogReport *report,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  return write_site_at (book, options, path, FALSE, report, progress, cancellable, error);
}

static gboolean
write_site_zip (const CogBook *book,
                const CogWriterOptions *options,
                const char *path,
                CogReport *report,
                const CogProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  return write_site_at (book, options, path, TRUE, report, progress, cancellable, error);
}

const CogWriter cog_writer_site = {
  .id = "site",
  .name = N_ ("Web site, a folder"),
  .media_type = "text/html",
  .write = write_site,
  .is_folder = TRUE,
};

const CogWriter cog_writer_site_zip = {
  .id = "site-zip",
  .name = N_ ("Web site, packed"),
  .extension = "zip",
  .media_type = "application/zip",
  .write = write_site_zip,
};
