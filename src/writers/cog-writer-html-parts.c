/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-html-private.h"

#include "cog-language.h"
#include "cog-large-print.h"
#include "cog-licence.h"
#include "cog-linked-data.h"
#include "cog-markup-private.h"
#include "cog-rights-record.h"
#include "cog-stylesheet.h"
#include "cog-xml-write.h"

void
cog_html_append_large (GString *out)
{
  g_return_if_fail (out != NULL);

  g_string_append (out, cog_large_print_get_css ());
  /* What a page of the web has besides. Long words of a heading are divided rather than cut. */
  g_string_append (out, "body { font-size: 1rem; }\n"
                        ".rights, .bar, .pages a, .pages span, .book > nav.contents, table, pre, "
                        "figcaption p, .title-page .publisher { font-size: 1rem; }\n"
                        "h1, h2, h3, h4, h5, h6 { overflow-wrap: anywhere; }\n");
}

static void
append_style (GString *out, CogHtmlStyle style, gboolean is_large)
{
  static const char *const sheets[] = { "book.css", "web.css" };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      gsize length;
      const char *css = cog_stylesheet_get (sheets[i], &length);

      if (style == COG_HTML_BESIDE)
        {
          g_string_append_printf (out, "<link rel=\"stylesheet\" href=\"%s\">\n", sheets[i]);
          continue;
        }
      g_string_append (out, "<style>\n");
      g_string_append_len (out, css, (gssize)length);
      if (is_large && i + 1 == G_N_ELEMENTS (sheets))
        cog_html_append_large (out);
      g_string_append (out, "</style>\n");
    }
}

/* What JSON-LD has no place for, for those who adapt the edition further. */
static void
append_record (GString *out, const CogBook *book)
{
  g_autofree char *record = cog_rights_record_write (book->credit, book->sources, book->credits);

  cog_markup_append_data (out, COG_RIGHTS_RECORD_TYPE, COG_RIGHTS_RECORD_ID, record);
}

static void
append_head (
    GString *out, const CogMarkup *markup, const char *title, const char *kind, CogHtmlStyle style)
{
  const CogBook *book = markup->book;
  gboolean is_whole = !g_str_equal (kind, "page");

  const CogLicence *licence =
      book->credit->licence != NULL ? cog_licence_lookup (book->credit->licence) : NULL;

  g_string_append (out, "<head>\n<meta charset=\"utf-8\">\n<title>");
  cog_xml_append_escaped (out, title, -1);
  g_string_append (
      out, "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"generator\" content=\"Cognate " COG_VERSION "\">\n");
  if (licence != NULL && licence->url[0] != '\0')
    g_string_append_printf (out, "<link rel=\"license\" href=\"%s\">\n", licence->url);
  append_style (out, style, markup->is_large);
  cog_linked_data_append (markup, is_whole, out);
  if (is_whole)
    append_record (out, book);
  g_string_append (out, "</head>\n");
}

void
cog_html_begin_page (GString *out,
                     const CogMarkup *markup,
                     const char *title,
                     const char *language,
                     const char *kind,
                     CogHtmlStyle style)
{
  g_string_append_printf (
      out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\" prefix=\"" COG_MARKUP_PREFIXES "\">\n",
      language, cog_language_is_rtl (language) ? "rtl" : "ltr");
  append_head (out, markup, title, kind, style);
  g_string_append_printf (out, "<body class=\"%s\">\n<a class=\"skip\" href=\"#text\">%s</a>\n",
                          kind, cog_markup_get_word (markup->book->language, "skip"));
}

void
cog_html_end_page (GString *out)
{
  g_string_append (out, "</body>\n</html>\n");
}

static void
append_line (GString *out, const char *class_name, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_string_append_printf (out, "<p class=\"%s\"><bdi>", class_name);
  cog_xml_append_escaped (out, text, -1);
  g_string_append (out, "</bdi></p>\n");
}

void
cog_html_append_header (GString *out, const CogBook *book)
{
  g_string_append (out, "<header class=\"title-page\">\n");
  if (book->is_draft)
    cog_markup_append_draft (out, book);
  g_string_append (out, "<h1>");
  cog_xml_append_escaped (out, cog_book_get_title (book), -1);
  g_string_append (out, "</h1>\n");
  append_line (out, "subtitle", book->credit->subtitle);
  for (guint i = 0; i < book->credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (book->credit->agents, i);

      append_line (out, "person", agent->name);
    }
  append_line (out, "publisher", cog_book_get_imprint (book));
  g_string_append (out, "</header>\n");
}

static void
append_list (GString *out,
             const CogBook *book,
             GPtrArray *sections,
             CogHtmlAddress get_address,
             gpointer data)
{
  g_string_append (out, "<ol>\n");
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      g_autofree char *address = get_address (section, data);

      g_string_append_printf (out, "<li><a href=\"%s\">", address);
      cog_xml_append_escaped (out, cog_markup_get_title (book, section), -1);
      g_string_append (out, "</a>");
      if (section->children->len > 0)
        append_list (out, book, section->children, get_address, data);
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ol>\n");
}

void
cog_html_append_contents (GString *out, const CogBook *book, CogHtmlAddress address, gpointer data)
{
  const char *contents = cog_markup_get_word (book->language, "contents");

  g_string_append_printf (out, "<nav class=\"contents\" aria-label=\"%s\">\n<h2>%s</h2>\n",
                          contents, contents);
  append_list (out, book, book->sections, address, data);
  g_string_append (out, "</nav>\n");
}

void
cog_html_append_rights (GString *out, const CogBook *book)
{
  if (book->rights == NULL)
    return;
  g_string_append (out, "<footer>\n<p class=\"rights\">");
  cog_xml_append_escaped (out, book->rights, -1);
  g_string_append (out, "</p>\n</footer>\n");
}
