/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-epub.h"

#include "cog-epub-package.h"
#include "cog-error.h"
#include "cog-evidence.h"
#include "cog-html.h"
#include "cog-language.h"
#include "cog-normalizer.h"
#include "cog-reader-findings.h"
#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  CogBook *book;
  CogContainer *container;
  CogEpubPackage *package;
  CogNormalizer *normalizer;
  CogReport *report;
  GPtrArray *contents;   /* CogEpubEntry */
  GHashTable *landmarks; /* file → epub:type */
  GPtrArray *pages;      /* Page, in spine order */
  GHashTable *languages; /* language → number of pages that state it */
} Reading;

/* A document of the spine and the section that it becomes. */
typedef struct
{
  const CogEpubItem *item;
  CogSection *section; /* borrowed once it is in the book */
  gboolean is_linear;
} Page;

static int
bid (CogSource *source)
{
  const char *const *names;
  GBytes *bytes = cog_source_get_bytes (source);
  gsize size;
  const char *data;

  if (bytes == NULL)
    return 0;
  data = g_bytes_get_data (bytes, &size);
  if (size > 58 && memcmp (data, "PK\003\004", 4) == 0 &&
      memcmp (data + 30, "mimetypeapplication/epub+zip", 28) == 0)
    return 100;
  names = cog_source_peek_names (source);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_equal (names[i], "META-INF/container.xml"))
      return 90;
  return g_str_equal (cog_source_get_extension (source), "epub") ? 60 : 0;
}

static const char *
get_type (Reading *r, const char *file, const xmlNode *body)
{
  g_autofree char *type =
      body != NULL ? cog_xml_dup_attribute_ns (body, COG_NS_EPUB, "type") : NULL;
  const char *known = g_hash_table_lookup (r->landmarks, file);

  if (known == NULL)
    known = g_hash_table_lookup (r->package->guide, file);
  if (type != NULL)
    {
      g_auto (GStrv) words = g_strsplit_set (type, " \t\n", 20);

      for (guint i = 0; words[i] != NULL; i++)
        if (words[i][0] != '\0' && cog_vocabulary_has_type (words[i]) &&
            !g_str_equal (words[i], "bodymatter") && !g_str_equal (words[i], "frontmatter") &&
            !g_str_equal (words[i], "backmatter"))
          return g_intern_string (words[i]);
    }
  if (g_strcmp0 (known, "title-page") == 0)
    return "titlepage";
  return known != NULL && cog_vocabulary_has_type (known) ? g_intern_string (known) : NULL;
}

static xmlDoc *
parse_page (Reading *r, const CogEpubItem *item, GError **error)
{
  g_autoptr (GBytes) bytes = cog_container_read (r->container, item->file, error);
  g_autoptr (GError) fault = NULL;
  g_autofree char *place =
      g_strdup_printf ("%s: %s", cog_container_get_display_name (r->container), item->file);
  xmlDoc *document;

  if (bytes == NULL)
    return NULL;
  document = cog_xml_parse (bytes, place, r->report, &fault);
  if (document != NULL)
    return document;
  cog_report_add (r->report, &cog_finding_not_well_formed, item->file, NULL, NULL);
  return cog_html_parse (bytes, NULL, place, r->report, error);
}

static void
add_style_sheet (Reading *r, const char *base, const char *href)
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
read_head (Reading *r, const char *file, xmlNode *head, GHashTable *sheets)
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

static void
count_language (Reading *r, const xmlNode *root)
{
  g_autofree char *language = cog_xml_dup_attribute_ns (root, COG_NS_XML, "lang");
  g_autofree char *tag = NULL;

  if (language == NULL)
    language = cog_xml_dup_attribute (root, "lang");
  tag = language != NULL ? cog_language_canonicalise (language) : NULL;
  if (tag != NULL)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (r->languages, tag));

      g_hash_table_insert (r->languages, g_steal_pointer (&tag), GUINT_TO_POINTER (n + 1));
    }
}

/* A page that is a picture or a drawing: a figure, so that it can have a description. */
static void
take_picture_page (Reading *r, Page *page)
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

/* Small pages at the front and back state the licence in prose. */
static gboolean
may_state_licence (const CogSection *section, const char *file)
{
  static const char *const words[] = { "copyright", "colophon", "license", "licence", "imprint",
                                       "legal",     "rights",   "title",   "cover",   "credit" };
  g_autofree char *name = g_ascii_strdown (file, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (name, words[i]) != NULL ||
        (section->type != NULL && strstr (section->type, words[i])))
      return TRUE;
  return FALSE;
}

static void
scan_page (Reading *r, const char *file, const xmlNode *body, gboolean all)
{
  for (const xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      if (cog_xml_is (n, NULL, "a") && cog_xml_has_word (n, "rel", "license"))
        {
          g_autofree char *href = cog_xml_dup_attribute (n, "href");
          g_autofree char *words = cog_xml_dup_folded_text (n);

          cog_evidence_add (r->book, r->report, COG_EVIDENCE_LINK, file, "a rel=license", words,
                            href);
        }
      else if (all && cog_xml_is (n, NULL, "p"))
        {
          g_autofree char *text = cog_xml_dup_folded_text (n);

          cog_evidence_scan_text (r->book, r->report, file, "p", text);
        }
    }
}

static gboolean
take_page (Reading *r, Page *page, GHashTable *sheets, GError **error)
{
  g_autoptr (xmlDoc) document = NULL;
  xmlNode *root;
  xmlNode *body;

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
      take_picture_page (r, page);
      return TRUE;
    }
  count_language (r, root);
  body = cog_xml_find_child (root, NULL, "body");
  if (cog_xml_find_child (root, NULL, "head") != NULL)
    read_head (r, page->item->file, cog_xml_find_child (root, NULL, "head"), sheets);
  if (page->section->type == NULL)
    page->section->type = g_strdup (get_type (r, page->item->file, body));
  if (body == NULL)
    return TRUE;
  scan_page (r, page->item->file, body, may_state_licence (page->section, page->item->file));
  cog_normalizer_take (r->normalizer, page->item->file, body, page->section);
  if (page->section->title == NULL || page->section->title[0] == '\0')
    {
      xmlNode *heading = cog_xml_first_element (cog_section_get_root (page->section));

      if (heading != NULL && heading->name[0] == 'h' && g_ascii_isdigit (heading->name[1]))
        {
          g_free (page->section->title);
          page->section->title = cog_xml_dup_folded_text (heading);
        }
    }
  return TRUE;
}

/* The first row of the table of contents for a page; -1 where it has none. */
static int
find_entry (Reading *r, const char *file)
{
  int anywhere = -1;

  for (guint i = 0; i < r->contents->len; i++)
    {
      const CogEpubEntry *entry = g_ptr_array_index (r->contents, i);

      if (g_strcmp0 (entry->file, file) != 0)
        continue;
      if (entry->fragment == NULL)
        return (int)i;
      if (anywhere < 0)
        anywhere = (int)i;
    }
  return anywhere;
}

static gboolean
is_own_contents (Reading *r, const CogEpubItem *item)
{
  const char *type = g_hash_table_lookup (r->landmarks, item->file);

  if (cog_epub_item_has_property (item, "nav"))
    return TRUE;
  if (type == NULL)
    type = g_hash_table_lookup (r->package->guide, item->file);
  return g_strcmp0 (type, "toc") == 0;
}

static char *
dup_section_id (Reading *r, const CogEpubItem *item, guint index)
{
  /* The manifest's own id, where it can be an id: stable over editions. */
  if (item->id != NULL && g_ascii_isalpha (item->id[0]) &&
      strspn (item->id, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_-") == strlen (item->id) &&
      strlen (item->id) < 40)
    return g_strdup (item->id);
  return g_strdup_printf ("page-%u", index + 1);
}

/* What Cognate itself wrote into an edition is made anew, and is no content (see the writers). */
static gboolean
is_generated (const CogEpubItem *item)
{
  return g_strcmp0 (item->id, "cognate-copyright") == 0 ||
         g_strcmp0 (item->id, "cognate-credits") == 0 ||
         g_strcmp0 (item->id, "cognate-title") == 0 || g_strcmp0 (item->id, "cognate-cover") == 0;
}

static void
list_pages (Reading *r)
{
  for (guint i = 0; i < r->package->spine->len; i++)
    {
      const CogEpubSpineItem *entry = g_ptr_array_index (r->package->spine, i);
      const CogEpubItem *item = cog_epub_package_resolve (r->package, entry->item);
      g_autofree char *id = NULL;
      Page *page;

      if (item == NULL)
        {
          cog_report_add (r->report,
                          entry->item->file != NULL ? &cog_finding_foreign_page
                                                    : &cog_finding_missing_file,
                          r->package->file, entry->item->href, NULL);
          continue;
        }
      if (is_own_contents (r, item))
        {
          cog_report_add (r->report, &cog_finding_own_contents, item->file, NULL, NULL);
          continue;
        }
      if (is_generated (item))
        {
          scan_page (r, item->file, NULL, FALSE);
          continue;
        }
      id = dup_section_id (r, item, i);
      page = g_new0 (Page, 1);
      page->item = item;
      page->is_linear = entry->is_linear;
      page->section = cog_section_new (id, NULL);
      page->section->is_linear = entry->is_linear;
      page->section->origin = g_strdup (item->file);
      cog_normalizer_declare (r->normalizer, item->file, id);
      g_ptr_array_add (r->pages, page);
    }
}

static GPtrArray *
get_children_at (CogBook *book, GPtrArray *open, guint depth)
{
  CogSection *parent;

  if (open->len > depth)
    g_ptr_array_set_size (open, depth);
  if (open->len == 0)
    return book->sections;
  parent = g_ptr_array_index (open, open->len - 1);
  return parent->children;
}

/* Parts that are only a word in the table of contents, before the page at index. */
static void
open_parts (Reading *r, GPtrArray *open, int from, int index)
{
  for (int i = from; i < index; i++)
    {
      const CogEpubEntry *entry = g_ptr_array_index (r->contents, i);
      g_autofree char *id = NULL;
      CogSection *part;

      if (entry->file != NULL || entry->title[0] == '\0')
        continue;
      id = g_strdup_printf ("part-%d", i + 1);
      part = cog_section_new (id, entry->title);
      part->type = g_strdup ("part");
      g_ptr_array_add (get_children_at (r->book, open, entry->depth), part);
      g_ptr_array_add (open, part);
    }
}

/* The tree of sections: pages in spine order, as deep as the table of contents has them. */
static void
place_pages (Reading *r)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  int last = -1;

  for (guint i = 0; i < r->pages->len; i++)
    {
      Page *page = g_ptr_array_index (r->pages, i);
      int index = find_entry (r, page->item->file);
      guint depth = open->len > 0 ? open->len - 1 : 0;

      if (index >= 0)
        {
          const CogEpubEntry *entry = g_ptr_array_index (r->contents, index);

          if (index > last)
            {
              open_parts (r, open, last + 1, index);
              last = index;
            }
          page->section->title = g_strdup (entry->title);
          depth = entry->depth;
        }
      g_ptr_array_add (get_children_at (r->book, open, depth), page->section);
      g_ptr_array_add (open, page->section);
    }
}

static gboolean
take_pages (Reading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < r->pages->len; i++)
    {
      Page *page = g_ptr_array_index (r->pages, i);

      cog_progress_tell (progress, (double)i / r->pages->len, _ ("Reading pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !take_page (r, page, sheets, error))
        return FALSE;
    }
  return TRUE;
}

static void
drop_empty_sections (GPtrArray *sections)
{
  for (guint i = sections->len; i > 0; i--)
    {
      CogSection *section = g_ptr_array_index (sections, i - 1);
      xmlNode *root = cog_section_get_root (section);

      drop_empty_sections (section->children);
      if (section->children->len == 0 && (root == NULL || cog_xml_first_element (root) == NULL))
        g_ptr_array_remove_index (sections, i - 1);
      else if (root != NULL && cog_xml_first_element (root) == NULL)
        g_clear_pointer (&section->content, xmlFreeDoc);
    }
}

static gboolean
uses_asset (const xmlNode *node, const char *name)
{
  g_autofree char *source = cog_xml_is (node, NULL, "img") || cog_xml_is (node, NULL, "video") ||
                                    cog_xml_is (node, NULL, "audio")
                                ? cog_xml_dup_attribute (node, "src")
                                : NULL;

  return source != NULL && g_str_equal (source, name);
}

static xmlNode *
find_use (CogBook *book, const char *name)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        if (n->type == XML_ELEMENT_NODE && uses_asset (n, name))
          return n;
    }
  return NULL;
}

/* A credit that the package gave to a file belongs to the picture, or to the figure around it. */
static void
place_item_credits (Reading *r)
{
  for (guint i = r->book->credits->len; i > 0; i--)
    {
      CogCredit *credit = g_ptr_array_index (r->book->credits, i - 1);
      const CogEpubItem *item = g_hash_table_lookup (r->package->by_file, credit->item);
      const char *asset = item != NULL && item->file != NULL && item->media_type != NULL &&
                                  !g_str_has_suffix (item->media_type, "xml")
                              ? cog_normalizer_add_asset (r->normalizer, NULL, item->file)
                              : NULL;
      xmlNode *use = asset != NULL ? find_use (r->book, asset) : NULL;

      if (item == NULL)
        continue;
      if (use == NULL)
        {
          g_ptr_array_remove_index (r->book->credits, i - 1);
          continue;
        }
      if (cog_xml_is (use->parent, NULL, "figure"))
        use = use->parent;
      if (!xmlHasProp (use, (const xmlChar *)"id"))
        {
          g_autofree char *id = g_strdup_printf ("item-%u", i);

          cog_xml_set (use, "id", id);
        }
      g_free (credit->item);
      credit->item = cog_xml_dup_attribute (use, "id");
    }
}

static void
settle_language (Reading *r)
{
  GHashTableIter iter;
  gpointer key, value;
  const char *most = NULL;
  guint best = 0;

  g_hash_table_iter_init (&iter, r->languages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) > best)
      {
        most = key;
        best = GPOINTER_TO_UINT (value);
      }
  if (r->book->language == NULL)
    r->book->language = g_strdup (most);
  else if (most != NULL && !cog_language_equal (most, r->book->language))
    cog_report_add (r->report, &cog_finding_language_differs, r->package->file, r->book->language,
                    most);
}

/* xml:lang="fr" over Arabic letters is a slip of a template: the script of the text decides. */
static void
mend_language_marks (Reading *r)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (r->book);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));
      g_autofree char *language = root != NULL ? cog_xml_dup_attribute (root, "lang") : NULL;
      g_autofree char *claimed = language != NULL ? cog_language_dup_script (language) : NULL;
      g_autofree char *text = claimed != NULL ? cog_xml_dup_text (root) : NULL;
      const char *real = text != NULL ? cog_text_guess_script (text) : NULL;

      if (language != NULL &&
          (cog_language_equal (language, r->book->language) ||
           (real != NULL && g_str_equal (claimed, "latn") && !g_str_equal (real, "latn"))))
        cog_xml_set (root, "lang", NULL);
    }
}

static void
finish (Reading *r)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autofree char *cover = g_steal_pointer (&r->book->cover);

  cog_normalizer_finish (r->normalizer);
  place_item_credits (r);
  if (cover != NULL)
    r->book->cover = g_strdup (cog_normalizer_add_asset (r->normalizer, NULL, cover));
  drop_empty_sections (r->book->sections);
  sections = cog_book_dup_section_list (r->book);
  for (guint i = 0; i < sections->len; i++)
    cog_evidence_take_credits (r->book, g_ptr_array_index (sections, i));
  settle_language (r);
  mend_language_marks (r);
  r->book->is_vertical = cog_normalizer_is_vertical (r->normalizer);
  r->book->credit->language = g_strdup (r->book->language);
  cog_book_identify (r->book, r->report);
}

static void
report_features (Reading *r)
{
  for (guint i = 0; i < r->package->items->len; i++)
    {
      const CogEpubItem *item = g_ptr_array_index (r->package->items, i);

      if (g_strcmp0 (item->media_type, "application/smil+xml") == 0)
        cog_report_add (r->report, &cog_finding_overlay_dropped, item->href, NULL, NULL);
    }
  for (xmlNode *root = xmlDocGetRootElement (r->package->document), *n = root; n != NULL;
       n = cog_xml_next_in (root, n))
    {
      g_autofree char *property =
          cog_xml_is (n, NULL, "meta") ? cog_xml_dup_attribute (n, "property") : NULL;
      g_autofree char *value =
          g_strcmp0 (property, "rendition:layout") == 0 ? cog_xml_dup_folded_text (n) : NULL;

      if (g_strcmp0 (value, "pre-paginated") == 0)
        cog_report_add (r->report, &cog_finding_fixed_layout, r->package->file, NULL, NULL);
    }
}

static gboolean
read_all (Reading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  r->contents = cog_epub_read_contents (r->package, r->container, r->landmarks, r->report);
  r->normalizer = cog_normalizer_new (r->book, r->container, r->report);
  cog_epub_package_read_metadata (r->package, r->book, r->report);
  report_features (r);
  list_pages (r);
  place_pages (r);
  if (!take_pages (r, progress, cancellable, error))
    return FALSE;
  finish (r);
  return TRUE;
}

static CogBook *
read_epub (CogSource *source,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  Reading r = { NULL };
  gboolean ok;

  r.container = cog_source_get_container (source, report, cancellable, error);
  if (r.container == NULL || !cog_epub_check_protection (r.container, error))
    return NULL;
  r.package = cog_epub_package_read (r.container, report, error);
  if (r.package == NULL)
    return NULL;
  r.book = cog_book_new ();
  r.report = report;
  r.landmarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  r.pages = g_ptr_array_new_with_free_func (g_free);
  r.languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ok = read_all (&r, progress, cancellable, error);
  g_ptr_array_unref (r.contents);
  g_ptr_array_unref (r.pages);
  g_hash_table_unref (r.landmarks);
  g_hash_table_unref (r.languages);
  cog_normalizer_free (r.normalizer);
  cog_epub_package_free (r.package);
  if (!ok)
    g_clear_pointer (&r.book, cog_book_free);
  return r.book;
}

static const char *const extensions[] = { "epub", NULL };
static const char *const media_types[] = { "application/epub+zip", NULL };

const CogReader cog_reader_epub = {
  .id = "epub",
  .name = N_ ("EPUB book"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_epub,
};
