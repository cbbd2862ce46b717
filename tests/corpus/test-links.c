/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader.h"
#include "corpus.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

/* Links are counted in the pages of an EPUB by XPath and, apart from that, in the book that was
 * made of them: each that leads somewhere is there. */

typedef struct
{
  CogContainer *container;
  GHashTable *pages; /* file → xmlDoc */
  guint n_inner, n_outer;
} Pages;

static xmlXPathObject *
find (xmlDoc *document, const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *result;

  xmlXPathRegisterNs (context, (const xmlChar *)"h", (const xmlChar *)COG_NS_XHTML);
  xmlXPathRegisterNs (context, (const xmlChar *)"epub", (const xmlChar *)COG_NS_EPUB);
  result = xmlXPathEvalExpression ((const xmlChar *)path, context);
  g_assert_nonnull (result);
  xmlXPathFreeContext (context);
  return result;
}

static gboolean
has_id (Pages *pages, const char *file, const char *id)
{
  g_autofree char *plain = g_uri_unescape_string (id, NULL);
  g_autofree char *path = g_strdup_printf ("//*[@id='%s'] | //h:a[@name='%s']", plain, plain);
  xmlXPathObject *found = find (g_hash_table_lookup (pages->pages, file), path);
  gboolean has = found->nodesetval != NULL && found->nodesetval->nodeNr > 0;

  xmlXPathFreeObject (found);
  return has;
}

static gboolean
is_live (Pages *pages, const char *page, const char *href)
{
  const char *hash = strchr (href, '#');
  const char *file = hash == href ? page : cog_container_resolve (pages->container, page, href);

  return file != NULL && g_hash_table_contains (pages->pages, file) &&
         (hash == NULL || hash[1] == '\0' || has_id (pages, file, hash + 1));
}

static void
count_page (Pages *pages, const char *page, xmlDoc *document)
{
  /* The way back from a note is made anew at each export. */
  xmlXPathObject *found =
      find (document, "//h:body//h:a[@href][normalize-space(.) or .//h:img or .//*[local-name()="
                      "'svg']][not(@role='doc-backlink')][not(@epub:type='backlink')]"
                      "[not(ancestor::h:nav)]");

  for (int i = 0; found->nodesetval != NULL && i < found->nodesetval->nodeNr; i++)
    {
      g_autofree char *href = cog_xml_dup_attribute (found->nodesetval->nodeTab[i], "href");

      if (g_str_has_prefix (href, "http:") || g_str_has_prefix (href, "https:") ||
          g_str_has_prefix (href, "mailto:"))
        pages->n_outer++;
      else if (is_live (pages, page, href))
        pages->n_inner++;
    }
  xmlXPathFreeObject (found);
}

static void
count_source (Pages *pages, const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  GHashTableIter iter;
  gpointer file, document;

  for (guint i = 0; i < sections->len; i++)
    {
      const char *origin = ((CogSection *)g_ptr_array_index (sections, i))->origin;
      g_autoptr (GBytes) bytes = origin != NULL && !g_hash_table_contains (pages->pages, origin)
                                     ? cog_container_read (pages->container, origin, NULL)
                                     : NULL;
      xmlDoc *page = bytes != NULL ? cog_xml_parse (bytes, origin, NULL, NULL) : NULL;

      if (page != NULL)
        g_hash_table_insert (pages->pages, g_strdup (origin), page);
    }
  g_hash_table_iter_init (&iter, pages->pages);
  while (g_hash_table_iter_next (&iter, &file, &document))
    count_page (pages, file, document);
}

static void
count_book (const CogBook *book, guint *n_inner, guint *n_outer)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          g_autofree char *href =
              cog_xml_is (n, COG_NS_XHTML, "a") ? cog_xml_dup_attribute (n, "href") : NULL;

          *n_inner += href != NULL && href[0] == '#';
          *n_outer += href != NULL && href[0] != '#';
        }
    }
}

static void
check (const char *name, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, &error);
  g_autoptr (CogBook) book = cog_reader_read (source, NULL, NULL, NULL, NULL, &error);
  Pages pages = { NULL };
  guint n_inner = 0, n_outer = 0;

  if (book == NULL)
    return;
  pages.container = cog_source_get_container (source, NULL, NULL, NULL);
  pages.pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)xmlFreeDoc);
  count_source (&pages, book);
  count_book (book, &n_inner, &n_outer);
  g_test_message ("%s: %u links in the book, %u in its pages; %u out of it, %u in its pages", name,
                  n_inner, pages.n_inner, n_outer, pages.n_outer);
  if (n_inner != pages.n_inner || n_outer != pages.n_outer)
    g_test_fail ();
  g_hash_table_unref (pages.pages);
}

static void
test_folder (gconstpointer data)
{
  g_autofree char *root = corpus_dup_path (data);
  g_autoptr (GDir) dir = root != NULL ? g_dir_open (root, 0, NULL) : NULL;
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("no corpus");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (root, name, NULL);

      if (g_str_has_suffix (name, ".epub"))
        check (name, path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/corpus/links/epub", "epub", test_folder);
  g_test_add_data_func ("/corpus/links/epub-cases", "epub-cases", test_folder);
  return g_test_run ();
}
