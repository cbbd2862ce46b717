/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-epub-private.h"

#include "cog-xml-write.h"

#include <string.h>

static void
append_link (GString *out, const char *type, const char *file, const char *text)
{
  g_string_append (out, "<li><a");
  if (type != NULL)
    g_string_append_printf (out, " epub:type=\"%s\"", type);
  g_string_append_printf (out, " href=\"%s\">", file);
  cog_xml_append_escaped (out, text, -1);
  g_string_append (out, "</a>");
}

static void
append_contents (CogEpubWriting *epub, GString *out, GPtrArray *sections)
{
  g_string_append (out, "<ol>\n");
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      const CogEpubDocument *document = g_hash_table_lookup (epub->by_section, section);

      append_link (out, NULL, document->file, cog_markup_get_title (epub->book, section));
      if (section->children->len > 0)
        append_contents (epub, out, section->children);
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ol>\n");
}

/* The parts that reading systems have a way to (EPUB 3.3, 7.4.3: few, and each kind once). */
static gboolean
is_landmark (const char *type)
{
  static const char *const types[] = { "cover",        "preface",      "foreword",
                                       "introduction", "glossary",     "index",
                                       "endnotes",     "bibliography", NULL };

  return type != NULL && g_strv_contains (types, type);
}

static void
append_landmarks (CogEpubWriting *epub, GString *out)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *contents = cog_markup_get_word (epub->language, "contents");

  g_string_append (out, "<nav epub:type=\"landmarks\" hidden=\"hidden\">\n<ol>\n");
  append_link (out, "toc", "#toc", contents);
  g_string_append (out, "</li>\n");
  for (guint i = 0; i < epub->documents->len; i++)
    {
      const CogEpubDocument *document = g_ptr_array_index (epub->documents, i);
      const CogSection *section = document->section;

      if (is_landmark (section->type) && g_hash_table_add (seen, section->type))
        {
          append_link (out, section->type, document->file,
                       cog_markup_get_title (epub->book, section));
          g_string_append (out, "</li>\n");
        }
      if (g_str_equal (cog_epub_find_matter (section->type), "bodymatter") &&
          g_hash_table_add (seen, (gpointer) "bodymatter"))
        {
          append_link (out, "bodymatter", document->file, cog_book_get_title (epub->book));
          g_string_append (out, "</li>\n");
        }
    }
  g_string_append (out, "</ol>\n</nav>\n");
}

static void
append_pages_of (const CogEpubDocument *document, GString *out)
{
  xmlNode *root = cog_section_get_root (document->section);

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *id = NULL;
      g_autofree char *label = NULL;
      g_autofree char *address = NULL;

      if (n->type != XML_ELEMENT_NODE || !cog_xml_has_word (n, "epub:type", "pagebreak"))
        continue;
      id = cog_xml_dup_attribute (n, "id");
      label = cog_xml_dup_attribute (n, "aria-label");
      if (id == NULL || label == NULL || label[0] == '\0')
        continue;
      address = g_strconcat (document->file, "#", id, NULL);
      append_link (out, NULL, address, label);
      g_string_append (out, "</li>\n");
    }
}

static void
append_page_list (CogEpubWriting *epub, GString *out)
{
  g_autoptr (GString) pages = g_string_new (NULL);

  for (guint i = 0; i < epub->documents->len; i++)
    append_pages_of (g_ptr_array_index (epub->documents, i), pages);
  if (pages->len > 0)
    g_string_append_printf (out,
                            "<nav epub:type=\"page-list\" role=\"doc-pagelist\" "
                            "hidden=\"hidden\">\n<ol>\n%s</ol>\n</nav>\n",
                            pages->str);
}

static gboolean
write_nav (CogEpubWriting *epub, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *contents = cog_markup_get_word (epub->language, "contents");

  cog_epub_begin_page (epub, out, contents, epub->language, "frontmatter");
  g_string_append_printf (out, "<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\">\n<h1>%s</h1>\n",
                          contents);
  append_contents (epub, out, epub->book->sections);
  g_string_append (out, "</nav>\n");
  append_landmarks (epub, out);
  append_page_list (epub, out);
  cog_epub_end_page (out);
  return cog_epub_add (epub, "nav.xhtml", out, error);
}

static void
append_ncx_points (CogEpubWriting *epub, GString *out, GPtrArray *sections, guint *order)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      const CogEpubDocument *document = g_hash_table_lookup (epub->by_section, section);

      (*order)++;
      g_string_append_printf (out, "<navPoint id=\"point-%u\" playOrder=\"%u\"><navLabel><text>",
                              *order, *order);
      cog_xml_append_escaped (out, cog_markup_get_title (epub->book, section), -1);
      g_string_append_printf (out, "</text></navLabel><content src=\"%s\"/>\n", document->file);
      append_ncx_points (epub, out, section->children, order);
      g_string_append (out, "</navPoint>\n");
    }
}

/* Readers of the generation before know only this (EPUB 2.0.1, OPF 2.4.1). */
static gboolean
write_ncx (CogEpubWriting *epub, const char *identifier, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint order = 0;

  g_string_append_printf (
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\" xml:lang=\"%s\">\n"
      "<head><meta name=\"dtb:uid\" content=\"",
      epub->language);
  cog_xml_append_escaped (out, identifier, -1);
  g_string_append (out, "\"/></head>\n<docTitle><text>");
  cog_xml_append_escaped (out, cog_book_get_title (epub->book), -1);
  g_string_append (out, "</text></docTitle>\n<navMap>\n");
  append_ncx_points (epub, out, epub->book->sections, &order);
  g_string_append (out, "</navMap>\n</ncx>\n");
  return cog_epub_add (epub, "toc.ncx", out, error);
}

gboolean
cog_epub_write_navigation (CogEpubWriting *epub, const char *identifier, GError **error)
{
  return write_nav (epub, error) && write_ncx (epub, identifier, error);
}
