/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-html.h"

#include "cog-book-metadata.h"
#include "cog-language.h"
#include "cog-licence.h"
#include "cog-markup.h"
#include "cog-writers-resources.h"
#include "cog-zip.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Where the pages go: one file, a folder or a zip. */
typedef struct
{
  const CogBook *book;
  CogMarkup *markup;
  const char *language;
  const char *folder; /* NULL: a zip */
  CogZip *zip;
} Site;

static gboolean
put (Site *site, const char *name, const void *data, gsize length, gboolean stored, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *parent = NULL;

  if (site->zip != NULL)
    return cog_zip_add (site->zip, name, data, length, stored, error);
  path = g_build_filename (site->folder, name, NULL);
  parent = g_path_get_dirname (path);
  if (g_mkdir_with_parents (parent, 0777) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", parent,
                   g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents_full (path, data, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0644,
                                   error);
}

static void
append_style (GString *out, gboolean embed)
{
  g_autoptr (GBytes) css =
      g_resource_lookup_data (cog_writers_get_resource (), "/org/cognate/writers/book.css",
                              G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data = g_bytes_get_data (css, &size);

  if (!embed)
    {
      g_string_append (out, "<link rel=\"stylesheet\" href=\"book.css\">\n");
      return;
    }
  g_string_append (out, "<style>\n");
  g_string_append_len (out, data, size);
  g_string_append (out, "</style>\n");
}

static void
begin_page (Site *site, GString *out, const char *title, const char *language, gboolean embed)
{
  const CogLicence *licence =
      site->book->credit->licence != NULL ? cog_licence_lookup (site->book->credit->licence) : NULL;

  g_string_append_printf (out,
                          "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\" prefix=\"schema: "
                          "http://schema.org/\">\n<head>\n"
                          "<meta charset=\"utf-8\">\n<title>",
                          language, cog_language_is_rtl (language) ? "rtl" : "ltr");
  cog_markup_append_escaped (out, title);
  g_string_append (
      out, "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"generator\" content=\"Cognate " COG_VERSION "\">\n");
  if (licence != NULL && licence->url[0] != '\0')
    g_string_append_printf (out, "<link rel=\"license\" href=\"%s\">\n", licence->url);
  append_style (out, embed);
  cog_book_metadata_append_json_ld (site->book, out);
  g_string_append_printf (out, "</head>\n<body>\n<a class=\"skip\" href=\"#text\">%s</a>\n",
                          cog_markup_get_word (site->language, "skip"));
}

static const char *
get_title (const Site *site, const CogSection *section)
{
  return section->title != NULL && section->title[0] != '\0' ? section->title
                                                             : cog_book_get_title (site->book);
}

static char *
dup_file (const CogSection *section)
{
  return g_strdup_printf ("text-%s.html", section->id);
}

/* one_file: links to ids, else to pages. */
static void
append_contents (Site *site, GString *out, GPtrArray *sections, gboolean one_file)
{
  g_string_append (out, "<ol>\n");
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      g_autofree char *file = one_file ? g_strconcat ("#", section->id, NULL) : dup_file (section);

      g_string_append_printf (out, "<li><a href=\"%s\">", file);
      cog_markup_append_escaped (out, get_title (site, section));
      g_string_append (out, "</a>");
      if (section->children->len > 0)
        append_contents (site, out, section->children, one_file);
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ol>\n");
}

static void
append_people (Site *site, GString *out)
{
  for (guint i = 0; i < site->book->credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (site->book->credit->agents, i);

      g_string_append (out, "<p><bdi>");
      cog_markup_append_escaped (out, agent->name);
      g_string_append (out, "</bdi></p>\n");
    }
}

static void
append_nav (Site *site, GString *out, gboolean one_file)
{
  const char *contents = cog_markup_get_word (site->language, "contents");

  g_string_append_printf (out, "<nav aria-label=\"%s\">\n<h2>%s</h2>\n", contents, contents);
  append_contents (site, out, site->book->sections, one_file);
  g_string_append (out, "</nav>\n");
}

static void
append_footer (Site *site, GString *out)
{
  if (site->book->rights == NULL)
    return;
  g_string_append (out, "<footer>\n<p class=\"credit\">");
  cog_markup_append_escaped (out, site->book->rights);
  g_string_append (out, "</p>\n</footer>\n");
}

static void
append_sections (Site *site, GString *out, GPtrArray *sections, guint depth)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      g_string_append_printf (out, "<section id=\"%s\"", section->id);
      if (section->language != NULL)
        g_string_append_printf (out, " lang=\"%s\"", section->language);
      g_string_append (out, ">\n");
      cog_markup_append_section (site->markup, out, section, depth, NULL);
      append_sections (site, out, section->children, MIN (depth + 1, 5));
      g_string_append (out, "</section>\n");
    }
}

static gboolean
write_one (const CogBook *book,
           const CogWriterOptions *options,
           const char *path,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  Site site = { book, cog_markup_new (book, COG_MARKUP_HTML), NULL, NULL, NULL };
  g_autoptr (GString) out = g_string_new (NULL);

  site.language = book->language != NULL ? book->language : "und";
  cog_markup_set_assets (site.markup, "", TRUE);
  begin_page (&site, out, cog_book_get_title (book), site.language, TRUE);
  g_string_append (out, "<header>\n<h1>");
  cog_markup_append_escaped (out, cog_book_get_title (book));
  g_string_append (out, "</h1>\n");
  append_people (&site, out);
  g_string_append (out, "</header>\n");
  append_nav (&site, out, TRUE);
  g_string_append (out, "<main id=\"text\">\n");
  append_sections (&site, out, book->sections, 1);
  g_string_append (out, "</main>\n");
  append_footer (&site, out);
  g_string_append (out, "</body>\n</html>\n");
  cog_markup_free (site.markup);
  return g_file_set_contents_full (path, out->str, (gssize)out->len, G_FILE_SET_CONTENTS_NONE, 0644,
                                   error);
}

static void
append_neighbour (Site *site, GString *out, GPtrArray *list, guint at, int step, const char *word)
{
  const CogSection *section = NULL;
  g_autofree char *file = NULL;

  if ((step < 0 && at == 0) || at + step >= list->len)
    return;
  section = g_ptr_array_index (list, at + step);
  file = dup_file (section);
  g_string_append_printf (out, "<a href=\"%s\">%s: ", file,
                          cog_markup_get_word (site->language, word));
  cog_markup_append_escaped (out, get_title (site, section));
  g_string_append (out, "</a>\n");
}

static void
append_page_links (Site *site, GString *out, GPtrArray *list, guint at)
{
  const char *contents = cog_markup_get_word (site->language, "contents");

  g_string_append_printf (out, "<nav class=\"pages\" aria-label=\"%s\">\n", contents);
  append_neighbour (site, out, list, at, -1, "previous");
  g_string_append_printf (out, "<a href=\"index.html\">%s</a>\n", contents);
  append_neighbour (site, out, list, at, 1, "next");
  g_string_append (out, "</nav>\n");
}

static gboolean
write_page (Site *site, GPtrArray *list, guint at, GError **error)
{
  const CogSection *section = g_ptr_array_index (list, at);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *file = dup_file (section);
  g_autofree char *title =
      g_strdup_printf ("%s – %s", get_title (site, section), cog_book_get_title (site->book));

  begin_page (site, out, title, section->language != NULL ? section->language : site->language,
              FALSE);
  append_page_links (site, out, list, at);
  g_string_append_printf (out, "<main id=\"text\">\n<article id=\"%s\">\n", section->id);
  cog_markup_append_section (site->markup, out, section, 0, NULL);
  g_string_append (out, "</article>\n</main>\n</body>\n</html>\n");
  return put (site, file, out->str, out->len, FALSE, error);
}

static gboolean
write_index (Site *site, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  begin_page (site, out, cog_book_get_title (site->book), site->language, FALSE);
  g_string_append (out, "<header>\n<h1>");
  cog_markup_append_escaped (out, cog_book_get_title (site->book));
  g_string_append (out, "</h1>\n");
  append_people (site, out);
  g_string_append (out, "</header>\n<main id=\"text\">\n");
  append_nav (site, out, FALSE);
  g_string_append (out, "</main>\n");
  append_footer (site, out);
  g_string_append (out, "</body>\n</html>\n");
  return put (site, "index.html", out->str, out->len, FALSE, error);
}

static gboolean
write_files (Site *site, GError **error)
{
  g_autoptr (GBytes) css =
      g_resource_lookup_data (cog_writers_get_resource (), "/org/cognate/writers/book.css",
                              G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize size;
  const char *data;

  if (css == NULL)
    return FALSE;
  data = g_bytes_get_data (css, &size);
  if (!put (site, "book.css", data, size, FALSE, error))
    return FALSE;
  for (guint i = 0; i < site->book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (site->book->assets, i);

      data = g_bytes_get_data (asset->bytes, &size);
      if (!put (site, asset->name, data, size, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_site_to (Site *site, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) list = cog_book_dup_section_list (site->book);
  gboolean ok = TRUE;

  site->language = site->book->language != NULL ? site->book->language : "und";
  site->markup = cog_markup_new (site->book, COG_MARKUP_HTML);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *file = dup_file (g_ptr_array_index (list, i));

      cog_markup_place (site->markup, g_ptr_array_index (list, i), file);
    }
  for (guint i = 0; ok && i < list->len; i++)
    {
      cog_progress_tell (progress, (double)i / list->len, _ ("Writing pages…"));
      ok = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
           write_page (site, list, i, error);
    }
  ok = ok && write_index (site, error) && write_files (site, error);
  cog_markup_free (site->markup);
  return ok;
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
  Site site = { book, NULL, NULL, path, NULL };

  return write_site_to (&site, progress, cancellable, error);
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
  Site site = { book, NULL, NULL, NULL, cog_zip_new (path, error) };
  gboolean ok;

  if (site.zip == NULL)
    return FALSE;
  ok = write_site_to (&site, progress, cancellable, error) && cog_zip_close (site.zip, error);
  cog_zip_free (site.zip);
  return ok;
}

const CogWriter cog_writer_html = {
  .id = "html",
  .name = N_ ("Web page, one file"),
  .extension = "html",
  .media_type = "text/html",
  .write = write_one,
};

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
