/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-reading.h"

#include "cog-error.h"
#include "cog-evidence.h"
#include "cog-chapter-rights.h"
#include "cog-gutenberg.h"
#include "cog-html.h"
#include "cog-item-rights.h"
#include "cog-reader-findings.h"
#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The type that body has, or the one element that holds all that is in it. */
static const char *
find_own_type (const xmlNode *body)
{
  const xmlNode *holder = body;

  while (holder != NULL)
    {
      g_autofree char *type = cog_xml_dup_attribute_ns (holder, COG_NS_EPUB, "type");
      g_auto (GStrv) words = g_strsplit_set (type != NULL ? type : "", " \t\n", 20);
      const xmlNode *only = cog_xml_first_element (holder);

      for (guint i = 0; words[i] != NULL; i++)
        if (words[i][0] != '\0' && cog_vocabulary_has_type (words[i]) &&
            !g_str_equal (words[i], "bodymatter") && !g_str_equal (words[i], "frontmatter") &&
            !g_str_equal (words[i], "backmatter"))
          return g_intern_string (words[i]);
      if (only == NULL || cog_xml_next_element (only) != NULL ||
          !(cog_xml_is (only, NULL, "section") || cog_xml_is (only, NULL, "div") ||
            cog_xml_is (only, NULL, "article") || cog_xml_is (only, NULL, "main")))
        return NULL;
      holder = only;
    }
  return NULL;
}

static const char *
get_type (CogEpubReading *r, const char *file, const xmlNode *body)
{
  const char *own = find_own_type (body);
  const char *known = g_hash_table_lookup (r->landmarks, file);

  if (known == NULL)
    known = g_hash_table_lookup (r->package->guide, file);
  if (own != NULL)
    return own;
  if (g_strcmp0 (known, "title-page") == 0)
    return "titlepage";
  return known != NULL && cog_vocabulary_has_type (known) ? g_intern_string (known) : NULL;
}

/* <title/> is an element that is empty in XML and one that never ends in HTML: what XML ends is
 * given an end tag, so that the page can be read as HTML. */
static GBytes *
dup_opened (GBytes *bytes)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\\b)"
      "([A-Za-z][A-Za-z0-9:]*)((?:\\s+[^<>\"'/=\\s]+(?:\\s*=\\s*(?:\"[^\"<]*\"|'[^'<]*'))?)*)\\s*/"
      ">",
      G_REGEX_OPTIMIZE, 0, NULL);
  gsize length;
  g_autofree char *text = cog_html_decode (bytes, NULL, &length, NULL);
  char *opened = g_regex_replace (regex, text, (gssize)length, 0, "<\\1\\2></\\1>", 0, NULL);

  if (opened == NULL)
    opened = g_steal_pointer (&text);
  return g_bytes_new_take (opened, strlen (opened));
}

static xmlDoc *
parse_page (CogEpubReading *r, const CogEpubItem *item, GError **error)
{
  g_autoptr (GBytes) bytes = cog_container_read (r->container, item->file, error);
  g_autoptr (GError) fault = NULL;
  g_autoptr (GBytes) opened = NULL;
  g_autofree char *place =
      g_strdup_printf ("%s: %s", cog_container_get_display_name (r->container), item->file);
  xmlDoc *document;

  if (bytes == NULL)
    return NULL;
  document = cog_xml_parse (bytes, place, r->report, &fault);
  if (document != NULL)
    return document;
  if (g_bytes_get_size (bytes) == 0)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  opened = dup_opened (bytes);
  cog_report_add (r->report, &cog_finding_not_well_formed, item->file, NULL, NULL);
  return cog_html_parse (opened, "UTF-8", place, r->report, error);
}

static void
add_style_sheet (CogEpubReading *r, const char *base, const char *href)
{
  const char *file = cog_container_resolve (r->container, base, href);
  g_autoptr (GBytes) bytes = file != NULL ? cog_container_read (r->container, file, NULL) : NULL;

  if (bytes != NULL && g_bytes_get_size (bytes) < (2u << 20))
    {
      gsize length;
      g_autofree char *css = cog_html_decode (bytes, NULL, &length, NULL);

      cog_normalizer_add_css (r->normalizer, file, css);
    }
}

static void
read_head (CogEpubReading *r, const char *file, xmlNode *head, GHashTable *sheets)
{
  for (xmlNode *n = cog_xml_first_element (head); n != NULL; n = cog_xml_next_element (n))
    {
      if (cog_xml_is (n, NULL, "link") && cog_xml_has_word (n, "rel", "stylesheet"))
        {
          g_autofree char *href = cog_xml_dup_attribute (n, "href");
          const char *sheet =
              href != NULL ? cog_container_resolve (r->container, file, href) : NULL;

          if (sheet != NULL && g_hash_table_add (sheets, g_strdup (sheet)))
            add_style_sheet (r, file, href);
        }
      else if (cog_xml_is (n, NULL, "link") && cog_xml_has_word (n, "rel", "license"))
        {
          g_autofree char *href = cog_xml_dup_attribute (n, "href");

          cog_evidence_add (r->book, r->report, COG_EVIDENCE_LINK, file, "link", NULL, href);
        }
      else if (cog_xml_is (n, NULL, "style"))
        {
          g_autofree char *css = cog_xml_dup_text (n);

          cog_normalizer_add_css (r->normalizer, file, css);
        }
    }
}

/* A drawing as a page: its words are the page's, and what it is called is the page's title. */
static void
take_drawing (CogEpubReading *r, CogEpubPage *page, xmlNode *drawing)
{
  xmlDoc *document = drawing->doc;
  xmlNode *title = cog_xml_find_child (drawing, COG_NS_SVG, "title");
  xmlNode *body = xmlNewDocNode (document, NULL, (const xmlChar *)"body", NULL);
  xmlNode *figure;

  xmlSetNs (body, xmlNewNs (body, (const xmlChar *)COG_NS_XHTML, NULL));
  figure = xmlNewChild (body, body->ns, (const xmlChar *)"figure", NULL);
  if (title != NULL)
    page->section->title = cog_xml_dup_folded_text (title);
  xmlUnlinkNode (drawing);
  xmlAddChild (figure, drawing);
  xmlDocSetRootElement (document, body);
  cog_normalizer_take (r->normalizer, page->item->file, body, page->section);
  cog_epub_note_language (page->section, drawing);
}

/* A page that is a picture: a figure, so that it can have a description. */
static void
take_picture_page (CogEpubReading *r, CogEpubPage *page)
{
  xmlNode *root = cog_section_make_content (page->section);
  const char *asset = cog_normalizer_add_asset (r->normalizer, NULL, page->item->file);
  xmlNode *figure;
  xmlNode *image;

  if (asset == NULL)
    return;
  figure = xmlNewChild (root, root->ns, (const xmlChar *)"figure", NULL);
  image = xmlNewChild (figure, root->ns, (const xmlChar *)"img", NULL);
  cog_xml_set (image, "src", asset);
}

/* A package that names no cover has one all the same, on its cover page. */
static void
note_cover (CogEpubReading *r, const char *file, const xmlNode *body)
{
  for (const xmlNode *n = body; n != NULL && r->book->cover == NULL; n = cog_xml_next_in (body, n))
    {
      g_autofree char *source =
          cog_xml_is (n, NULL, "img") ? cog_xml_dup_attribute (n, "src") : NULL;

      if (cog_xml_is (n, COG_NS_SVG, "image"))
        {
          source = cog_xml_dup_attribute (n, "href");
          if (source == NULL)
            source = cog_xml_dup_attribute_ns (n, COG_NS_XLINK, "href");
        }
      if (source != NULL)
        r->book->cover = g_strdup (cog_container_resolve (r->container, file, source));
    }
}

/* The text of a page, from the tree of its file. */
static void
take_text (CogEpubReading *r, CogEpubPage *page, xmlNode *root, gboolean all)
{
  const char *file = page->item->file;
  xmlNode *body = cog_xml_find_child (root, NULL, "body");

  if (r->package->is_own && body != NULL)
    {
      body = cog_epub_strip_own (body);
      page->is_untitled = cog_epub_is_untitled (r, body);
    }
  if (page->section->type == NULL)
    page->section->type = g_strdup (get_type (r, file, body));
  if (body == NULL)
    return;
  cog_normalizer_note_page (r->normalizer, root);
  cog_normalizer_note_page (r->normalizer, body);
  cog_gutenberg_remove (body);
  cog_epub_mark_printed_pages (r, file, body);
  if (page->section->type != NULL && g_str_equal (page->section->type, "cover"))
    note_cover (r, file, body);
  if (page->is_contents && !all && !cog_epub_take_out_contents (page->item, body))
    {
      cog_report_add (r->report, &cog_finding_own_contents, file, NULL, NULL);
      return;
    }
  if (!r->package->is_own)
    {
      cog_chapter_rights_take (r->book, r->normalizer, file, page->section, body);
      cog_epub_scan_page (r, file, body, cog_epub_may_state_licence (page->section, file));
      cog_item_rights_take (r->book, r->normalizer, file, body);
    }
  cog_normalizer_take (r->normalizer, file, body, page->section);
  cog_epub_note_language (page->section, root);
}

/* all: also the book's own table of contents. */
static gboolean
take_page (CogEpubReading *r, CogEpubPage *page, GHashTable *sheets, gboolean all, GError **error)
{
  g_autoptr (xmlDoc) document = NULL;
  xmlNode *root;
  xmlNode *head;

  if (g_str_has_prefix (page->item->media_type, "image/") &&
      !g_str_equal (page->item->media_type, "image/svg+xml"))
    {
      take_picture_page (r, page);
      return TRUE;
    }
  document = parse_page (r, page->item, error);
  if (document == NULL)
    return FALSE;
  root = xmlDocGetRootElement (document);
  if (cog_xml_is (root, COG_NS_SVG, "svg"))
    {
      take_drawing (r, page, root);
      return TRUE;
    }
  head = cog_xml_find_child (root, NULL, "head");
  if (head != NULL)
    read_head (r, page->item->file, head, sheets);
  take_text (r, page, root, all);
  return TRUE;
}

static gboolean
is_empty (const CogEpubPage *page)
{
  xmlNode *root = cog_section_get_root (page->section);

  return root == NULL || cog_xml_first_element (root) == NULL;
}

typedef struct
{
  GHashTable *sheets;
  GError *first; /* what was wrong with the first page that could not be read */
  guint n_texts;
} Taking;

static void
try_page (CogEpubReading *r, CogEpubPage *page, Taking *taking, gboolean all)
{
  g_autoptr (GError) fault = NULL;

  if (!take_page (r, page, taking->sheets, all, &fault))
    {
      cog_report_add (r->report, &cog_finding_page_unreadable, page->item->file, page->item->file,
                      fault->message);
      if (taking->first == NULL)
        taking->first = g_steal_pointer (&fault);
    }
  taking->n_texts += !is_empty (page);
}

/* A page that gave nothing may still head others in the contents: a section without content. */
static void
clear_empty_pages (CogEpubReading *r)
{
  for (guint i = 0; i < r->pages->len; i++)
    {
      CogEpubPage *page = g_ptr_array_index (r->pages, i);

      if (is_empty (page) && page->section->content != NULL)
        {
          cog_normalizer_forget (r->normalizer, page->section);
          g_clear_pointer (&page->section->content, xmlFreeDoc);
        }
    }
}

gboolean
cog_epub_take_pages (CogEpubReading *r,
                     const CogProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GHashTable) sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Taking taking = { sheets, NULL, 0 };

  for (guint i = 0; i < r->pages->len; i++)
    {
      cog_progress_tell (progress, (double)i / r->pages->len, _ ("Reading pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          g_clear_error (&taking.first);
          return FALSE;
        }
      try_page (r, g_ptr_array_index (r->pages, i), &taking, FALSE);
    }
  /* A book that is nothing but its table of contents. */
  for (guint i = 0, n = taking.n_texts; n == 0 && i < r->pages->len; i++)
    if (((CogEpubPage *)g_ptr_array_index (r->pages, i))->is_contents)
      try_page (r, g_ptr_array_index (r->pages, i), &taking, TRUE);
  clear_empty_pages (r);
  if (taking.n_texts == 0 && taking.first != NULL)
    {
      g_propagate_error (error, taking.first);
      return FALSE;
    }
  g_clear_error (&taking.first);
  return TRUE;
}

static char *
dup_section_id (CogEpubReading *r, const CogEpubItem *item, guint index)
{
  const char *own = item->id;

  /* Editions before gave each document the section's id behind "text-". */
  if (r->package->is_own && own != NULL && g_str_has_prefix (own, "text-") &&
      !g_hash_table_contains (r->package->by_id, "cognate-nav"))
    return g_strdup (own + strlen ("text-"));
  if (r->package->is_own && own != NULL)
    return g_strdup (own);
  /* The manifest's own id, where it can be an id: stable over editions. */
  if (item->id != NULL && g_ascii_isalpha (item->id[0]) &&
      strspn (item->id, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_-") == strlen (item->id) &&
      strlen (item->id) < 40)
    return g_strdup (item->id);
  return g_strdup_printf ("page-%u", index + 1);
}

void
cog_epub_list_pages (CogEpubReading *r)
{
  for (guint i = 0; i < r->package->spine->len; i++)
    {
      const CogEpubSpineItem *entry = g_ptr_array_index (r->package->spine, i);
      const CogEpubItem *item = cog_epub_package_resolve (r->package, entry->item);
      g_autofree char *id = NULL;
      CogEpubPage *page;

      if (item == NULL)
        {
          cog_report_add (r->report,
                          entry->item->file != NULL ? &cog_finding_foreign_page
                                                    : &cog_finding_missing_file,
                          r->package->file, entry->item->href, NULL);
          continue;
        }
      if (cog_epub_is_generated (r, item))
        continue;
      id = dup_section_id (r, item, i);
      page = g_new0 (CogEpubPage, 1);
      page->item = item;
      page->is_linear = entry->is_linear;
      page->is_contents = cog_epub_may_be_contents (r, item);
      page->section = cog_section_new (id, NULL);
      page->section->is_linear = entry->is_linear;
      page->section->origin = g_strdup (item->file);
      cog_normalizer_declare (r->normalizer, item->file, id);
      g_ptr_array_add (r->pages, page);
    }
}
