/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-html.h"

#include "cog-asset-rights.h"
#include "cog-chapter-rights.h"
#include "cog-error.h"
#include "cog-evidence.h"
#include "cog-html-reading.h"
#include "cog-html.h"
#include "cog-item-rights.h"
#include "cog-language-of-text.h"
#include "cog-normalizer.h"
#include "cog-own-edition.h"
#include "cog-page.h"
#include "cog-page-prepare.h"
#include "cog-page-wiki.h"
#include "cog-reader-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OWN_START "index.html" /* where our sites begin */

static gboolean
has_page_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm") ||
         g_str_has_suffix (lower, ".xhtml");
}

/* A picture or archive that calls itself a page; a NUL in a page is only bad text. */
static gboolean
is_binary (const char *data, gsize size)
{
  static const char *const magics[] = { "PK\003\004",   "%PDF", "\x89PNG",
                                        "\xFF\xD8\xFF", "GIF8", "\177ELF" };

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (size > strlen (magics[i]) && memcmp (data, magics[i], strlen (magics[i])) == 0)
      return TRUE;
  return FALSE;
}

static int
bid_for_text (CogSource *source)
{
  gsize size;
  const char *data = g_bytes_get_data (cog_source_get_bytes (source), &size);
  g_autofree char *head = g_strndup (data, MIN (size, 2048));
  g_autofree char *lower = g_ascii_strdown (head, -1);

  if (is_binary (data, size))
    return 0;
  if (g_str_equal (cog_source_get_extension (source), "html") ||
      g_str_equal (cog_source_get_extension (source), "htm") ||
      g_str_equal (cog_source_get_extension (source), "xhtml"))
    return 70;
  if (strstr (lower, "<!doctype html") != NULL || strstr (lower, "<html") != NULL)
    return 60;
  return 0;
}

static int
bid_for_names (const char *const *names)
{
  int best = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (g_str_has_suffix (names[i], "imsmanifest.xml") || g_str_equal (names[i], "content.xml") ||
          g_str_equal (names[i], "[Content_Types].xml") || g_str_equal (names[i], "h5p.json"))
        return 0;
      if (has_page_name (names[i]))
        best = 30;
    }
  return best;
}

static int
bid (CogSource *source)
{
  if (cog_source_is_folder (source) || cog_source_is_zip (source))
    return bid_for_names (cog_source_list_names (source));
  return bid_for_text (source);
}

static gboolean
is_in_helper_folder (const char *name)
{
  return strstr (name, "_files/") != NULL || strstr (name, "/css/") != NULL ||
         strstr (name, "/js/") != NULL;
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *)a;
  const char *second = *(const char *const *)b;
  g_autofree char *first_key = g_utf8_collate_key_for_filename (first, -1);
  g_autofree char *second_key = g_utf8_collate_key_for_filename (second, -1);

  return strcmp (first_key, second_key);
}

static const char *
find_index (GPtrArray *pages)
{
  static const char *const names[] = { "index.html",   "index.htm", "index.xhtml",
                                       "default.html", "toc.html",  "contents.html" };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    for (guint i = 0; i < pages->len; i++)
      {
        const char *page = g_ptr_array_index (pages, i);
        const char *base = strrchr (page, '/');

        if (g_ascii_strcasecmp (base != NULL ? base + 1 : page, names[n]) == 0)
          return page;
      }
  return NULL;
}

typedef CogHtmlReading Site;

xmlDoc *
cog_html_reading_get_document (CogHtmlReading *site, const char *file, GError **error)
{
  xmlDoc *document = g_hash_table_lookup (site->documents, file);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *place = NULL;

  if (document != NULL)
    return document;
  bytes = cog_container_read (site->container, file, error);
  if (bytes == NULL)
    return NULL;
  place = g_strcmp0 (cog_container_get_display_name (site->container), file) == 0
              ? g_strdup (file)
              : g_strdup_printf ("%s: %s", cog_container_get_display_name (site->container), file);
  document = cog_html_parse (bytes, NULL, place, site->report, error);
  if (document != NULL)
    g_hash_table_insert (site->documents, g_strdup (file), document);
  return document;
}

/* Pages that the index links to, in the order of its links; then the rest by name. */
static void
order_by_index (Site *site, GPtrArray *pages, const char *index)
{
  g_autoptr (GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);
  xmlDoc *document = cog_html_reading_get_document (site, index, NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  g_ptr_array_add (site->files, (gpointer)index);
  g_hash_table_add (placed, (gpointer)index);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
      const char *file = href != NULL ? cog_container_resolve (site->container, index, href) : NULL;

      if (file != NULL && has_page_name (file) && !is_in_helper_folder (file) &&
          g_hash_table_add (placed, (gpointer)file))
        g_ptr_array_add (site->files, (gpointer)file);
    }
  for (guint i = 0; i < pages->len; i++)
    if (g_hash_table_add (placed, g_ptr_array_index (pages, i)))
      g_ptr_array_add (site->files, g_ptr_array_index (pages, i));
}

/* Whether half of a page's words or more are links. */
static gboolean
is_menu (Site *site, const char *file)
{
  xmlDoc *document = cog_html_reading_get_document (site, file, NULL);
  xmlNode *body =
      document != NULL ? cog_xml_find_child (xmlDocGetRootElement (document), NULL, "body") : NULL;
  g_autofree char *all = body != NULL ? cog_xml_dup_folded_text (body) : NULL;
  gsize linked = 0;

  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    if (cog_xml_is (n, NULL, "a"))
      {
        g_autofree char *text = cog_xml_dup_folded_text (n);

        linked += strlen (text);
      }
  return linked > 0 && linked * 2 >= strlen (all);
}

#define MAX_FRAMES 500 /* pages that frames lead to */

/* The pages that a menu's links open in another frame. */
static void
add_targets (Site *site, const char *file)
{
  xmlDoc *document = cog_html_reading_get_document (site, file, NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *n = root; n != NULL && site->files->len < MAX_FRAMES; n = cog_xml_next_in (root, n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
      const char *page = href != NULL ? cog_container_resolve (site->container, file, href) : NULL;

      if (page != NULL && has_page_name (page) && !g_ptr_array_find (site->files, page, NULL))
        g_ptr_array_add (site->files, (gpointer)page);
    }
}

/* A page, or, where it is only a set of frames, what stands in them: a frame whose page has hardly
 * anything but links is the menu, and what it opens are the pages. */
static void
add_page (Site *site, const char *file)
{
  xmlDoc *document = cog_html_reading_get_document (site, file, NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autoptr (GPtrArray) frames = g_ptr_array_new ();

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *source =
          cog_xml_is (n, NULL, "frame") ? cog_xml_dup_attribute (n, "src") : NULL;
      const char *page =
          source != NULL ? cog_container_resolve (site->container, file, source) : NULL;

      if (page != NULL && has_page_name (page))
        g_ptr_array_add (frames, (gpointer)page);
    }
  if (frames->len == 0)
    {
      g_ptr_array_add (site->files, (gpointer)file);
      return;
    }
  for (guint i = 0; i < frames->len; i++)
    if (!is_menu (site, g_ptr_array_index (frames, i)) &&
        !g_ptr_array_find (site->files, g_ptr_array_index (frames, i), NULL))
      g_ptr_array_add (site->files, g_ptr_array_index (frames, i));
  for (guint i = 0; i < frames->len; i++)
    if (is_menu (site, g_ptr_array_index (frames, i)))
      add_targets (site, g_ptr_array_index (frames, i));
  if (site->files->len == 0)
    g_ptr_array_add (site->files, (gpointer)file);
}

static void
list_files (Site *site, CogSource *source)
{
  const char *const *names = cog_container_get_names (site->container);
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  const char *index;

  if (!cog_source_is_folder (source) && !cog_source_is_zip (source))
    {
      add_page (site, names[0]);
      return;
    }
  for (guint i = 0; names[i] != NULL; i++)
    if (has_page_name (names[i]) && !is_in_helper_folder (names[i]))
      g_ptr_array_add (pages, (gpointer)names[i]);
  g_ptr_array_sort (pages, compare_pages);
  index = find_index (pages);
  if (index != NULL)
    order_by_index (site, pages, index);
  else
    g_ptr_array_extend (site->files, pages, NULL, NULL);
}

static gboolean
take_file (Site *site, guint index, GError **error)
{
  const char *file = g_ptr_array_index (site->files, index);
  xmlDoc *document = cog_html_reading_get_document (site, file, error);
  CogSection *section = g_ptr_array_index (site->book->sections, index);
  g_autofree char *address = NULL;
  g_autofree char *base = NULL;
  xmlNode *content;

  if (document == NULL)
    return FALSE;
  cog_chapter_rights_take (site->book, site->normalizer, file, section,
                           xmlDocGetRootElement (document));
  cog_page_read_metadata (document, file, site->book, site->report);
  section->title = cog_page_dup_title (document);
  address = cog_page_dup_address (document, &base);
  content = cog_page_prepare (document, site->normalizer, site->container, file, site->report);
  if (content != NULL)
    {
      cog_item_rights_take (site->book, site->normalizer, file, content);
      cog_page_take_wiki_files (site->book, site->normalizer, file, content,
                                base != NULL ? base : address);
      cog_normalizer_take (site->normalizer, file, content, section);
    }
  return TRUE;
}

/* Pages without text go, but for those that only group others. Their tree is no deeper than its
 * reader made it. */
static void
drop_empty (GPtrArray *sections)
{
  for (guint i = sections->len; i > 0; i--)
    {
      CogSection *section = g_ptr_array_index (sections, i - 1);
      xmlNode *root = cog_section_get_root (section);

      drop_empty (section->children);
      if ((root == NULL || cog_xml_first_element (root) == NULL) && section->children->len == 0)
        g_ptr_array_remove_index (sections, i - 1);
    }
}

void
cog_reader_html_finish (CogBook *book,
                        CogNormalizer *normalizer,
                        CogReport *report,
                        GCancellable *cancellable)
{
  g_autoptr (GPtrArray) sections = NULL;

  cog_normalizer_finish (normalizer);
  cog_item_rights_settle (book);
  drop_empty (book->sections);
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    if (cog_section_get_root (g_ptr_array_index (sections, i)) != NULL)
      cog_evidence_take_credits (book, g_ptr_array_index (sections, i));
  cog_language_of_text_settle (book, report);
  g_free (book->credit->language);
  book->credit->language = g_strdup (book->language);
  cog_book_identify (book, report);
  cog_asset_rights_read (book, cancellable);
}

void
cog_reader_html_finish_own (CogBook *book, CogNormalizer *normalizer, CogReport *report)
{
  cog_normalizer_finish (normalizer);
  cog_item_rights_settle (book);
  cog_own_edition_drop_empty (book->sections);
  g_free (book->credit->language);
  book->credit->language = g_strdup (book->language);
  cog_book_identify (book, report);
}

static gboolean
read_site (Site *site,
           CogSource *source,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  list_files (site, source);
  if (site->files->len == 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: there is no web page in it."),
                   cog_source_get_name (source));
      return FALSE;
    }
  if (cog_html_reading_take_own (site))
    return TRUE;
  for (guint i = 0; i < site->files->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("page-%u", i + 1);
      CogSection *section = cog_section_new (id, NULL);

      section->origin = g_strdup (g_ptr_array_index (site->files, i));
      g_ptr_array_add (site->book->sections, section);
      cog_normalizer_declare (site->normalizer, section->origin, id);
    }
  for (guint i = 0; i < site->files->len; i++)
    {
      cog_progress_tell (progress, (double)i / site->files->len, _ ("Reading pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !take_file (site, i, error))
        return FALSE;
    }
  cog_reader_html_finish (site->book, site->normalizer, site->report, cancellable);
  return TRUE;
}

static void
begin (Site *site, CogContainer *container, CogReport *report)
{
  site->container = container;
  site->book = cog_book_new ();
  site->report = report;
  site->normalizer = cog_normalizer_new (site->book, container, report);
  site->files = g_ptr_array_new ();
  site->documents =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)xmlFreeDoc);
}

/* (transfer full) (nullable): the book, where all went well */
static CogBook *
end (Site *site, gboolean ok)
{
  cog_normalizer_free (site->normalizer);
  g_ptr_array_unref (site->files);
  g_hash_table_unref (site->documents);
  if (!ok)
    g_clear_pointer (&site->book, cog_book_free);
  return site->book;
}

CogBook *
cog_reader_html_read_own (CogContainer *container, CogReport *report)
{
  const char *const *names;
  Site site = { NULL };

  g_return_val_if_fail (container != NULL, NULL);

  if (!cog_container_has (container, OWN_START))
    return NULL;
  begin (&site, container, report);
  g_ptr_array_add (site.files, (gpointer)OWN_START);
  names = cog_container_get_names (container);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".html") && !g_str_equal (names[i], OWN_START))
      g_ptr_array_add (site.files, (gpointer)names[i]);
  return end (&site, cog_html_reading_take_own (&site));
}

static CogBook *
read_html (CogSource *source,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  CogContainer *container = cog_source_get_container (source, report, cancellable, error);
  Site site = { NULL };

  if (container == NULL)
    return NULL;
  begin (&site, container, report);
  return end (&site, read_site (&site, source, progress, cancellable, error));
}

static const char *const extensions[] = { "html", "htm", "xhtml", NULL };
static const char *const media_types[] = { "text/html", "application/xhtml+xml", NULL };

const CogReader cog_reader_html = {
  .id = "html",
  .name = N_ ("Web page"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_html,
};
