/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-html.h"

#include "cog-writer-html-private.h"

#include "cog-language.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static char *
dup_address (const CogSection *section, gpointer data)
{
  return g_strconcat ("#", section->id, NULL);
}

static void
open_section (GString *out, const CogBook *book, const CogSection *section, const char *name)
{
  g_autofree char *language = cog_markup_dup_language (section);

  g_string_append_printf (out, "<%s id=\"%s\"", name, section->id);
  if (language != NULL)
    {
      gboolean is_rtl = cog_language_is_rtl (language);

      g_string_append_printf (out, " lang=\"%s\"", language);
      if (is_rtl != cog_language_is_rtl (book->language))
        g_string_append_printf (out, " dir=\"%s\"", is_rtl ? "rtl" : "ltr");
    }
  g_string_append (out, ">\n");
}

static gboolean
is_headed (const CogSection *section)
{
  const xmlNode *root = cog_section_get_root (section);

  return cog_markup_needs_heading (section) ||
         (root != NULL && cog_xml_find_child (root, COG_NS_XHTML, "h1") != NULL);
}

/* Chapters in parts, modules in chapters: no deeper than headings go, and as deep as readers let
 * them. */
static void
append_sections (
    CogMarkup *markup, GString *out, const CogBook *book, GPtrArray *sections, guint depth)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      const char *name = is_headed (section) ? "section" : "div";

      open_section (out, book, section, name);
      if (cog_markup_needs_heading (section))
        cog_markup_append_heading (markup, out, section, depth);
      cog_markup_append_section (markup, out, section, depth, NULL);
      append_sections (markup, out, book, section->children, MIN (depth + 1, 5));
      g_string_append_printf (out, "</%s>\n", name);
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
  g_autoptr (CogMarkup) markup = cog_markup_new (book, COG_MARKUP_HTML);
  g_autoptr (GString) out = g_string_new (NULL);

  cog_progress_tell (progress, 0, _ ("Writing pages…"));
  cog_markup_set_assets (markup, "", TRUE);
  cog_markup_set_large (markup, options->is_large);
  cog_html_begin_page (out, markup, cog_book_get_title (book),
                       book->language != NULL ? book->language : "und", "book", COG_HTML_EMBEDDED);
  cog_html_append_header (out, book);
  cog_html_append_contents (out, book, dup_address, NULL);
  g_string_append (out, "<main id=\"text\">\n");
  append_sections (markup, out, book, book->sections, 1);
  g_string_append (out, "</main>\n");
  cog_html_append_rights (out, book);
  cog_html_end_page (out);
  cog_markup_report_pictures (markup, report);
  return g_file_set_contents_full (path, out->str, (gssize)out->len, G_FILE_SET_CONTENTS_NONE, 0644,
                                   error);
}

const CogWriter cog_writer_html = {
  .id = "html",
  .name = N_ ("Web page, one file"),
  .extension = "html",
  .media_type = "text/html",
  .write = write_one,
};
