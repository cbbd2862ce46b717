/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-reader.h"
#include "corpus.h"
#include "pdf-file.h"
#include "pdf-rules.h"
#include "pdf-words.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* Books of each kind and script, with the share of their words that must be found again in the
 * file's text, as poppler gives it; of those that are not named here LEAST_WORDS. */
static const struct
{
  const char *path;
  double words;
} books[] = {
  { "african-storybook/en/0262_magozwe.md", .99 },
  { "african-storybook/zu/0001_indoda-ende-elingana-nendlulamithi.md", .99 },
  { "epub/cc-shared-culture.epub", .99 },
  { "epub/childrens-literature.epub", .99 },
  { "epub/cole-voyage-of-life.epub", .99 },
  /* Readings above a line part the pieces that run over its end. */
  { "epub/kusamakura-japanese-vertical-writing.epub", .96 },
  { "epub/linear-algebra.epub", .99 },
  { "epub/lorem-ipsum-epub2.epub", .99 },
  { "epub/quick-start-tr-epub2.epub", .99 },
  { "epub/regime-anticancer-arabic.epub", .99 },
  { "epub/the-problems-of-philosophy.epub", .99 },
  { "epub/wasteland-otf-obf.epub", .99 },
  { "html/amiri-documentation-ar.html", .99 },
  { "html/blog-cc-by-sa-us.html", .99 },
  { "html/diveintohtml5", .99 },
  { "html/scielo-hoehnea.pt.html", .99 },
  { "html/wikibooks-saved", .99 },
  { "html/wikipedia-hermitian-matrix.html", .99 },
  { "markdown/git-novice-en", .99 },
  { "markdown/openmrv", .99 },
  { "markdown/progit/ar", .99 },
  { "markdown/progit/fr", .99 },
  { "markdown/progit/ru", .99 },
  { "markdown/progit/zh", .99 },
  { "openstax/microeconomics-pl", .99 },
  { "openstax/university-physics-en", .99 },
};

#define LEAST_WORDS .98

/* Folders whose entries are books. */
static const char *const folders[] = { "african-storybook/en",
                                       "african-storybook/fr",
                                       "african-storybook/ha",
                                       "african-storybook/lg",
                                       "african-storybook/ny",
                                       "african-storybook/pt",
                                       "african-storybook/sw",
                                       "african-storybook/xh",
                                       "african-storybook/zu",
                                       "epub",
                                       "epub-cases",
                                       "html",
                                       "markdown",
                                       "markdown/progit",
                                       "openstax" };

static double
get_least_words (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    if (g_str_equal (books[i].path, path))
      return books[i].words;
  return LEAST_WORDS;
}

/* NULL for a conformance case that has no text at all. */
static CogBook *
read_book (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, &error);
  g_autoptr (CogReport) report = cog_report_new ();
  CogBook *book;

  g_assert_no_error (error);
  book = cog_reader_read (source, report, NULL, NULL, NULL, &error);
  if (strstr (path, "epub-cases") == NULL || !g_error_matches (error, COG_ERROR, COG_ERROR_INPUT))
    g_assert_no_error (error);
  return book;
}

/* Elements of the structure tree by type; those of the contents are not counted. */
static GHashTable *
count_tags (qpdf_data qpdf)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  qpdf_oh tree = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot");

  g_array_append_val (stack, tree);
  while (stack->len > 0)
    {
      qpdf_oh element = g_array_index (stack, qpdf_oh, stack->len - 1), kids;

      g_array_set_size (stack, stack->len - 1);
      if (qpdf_oh_is_array (qpdf, element))
        for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, element); i++)
          {
            qpdf_oh kid = qpdf_oh_get_array_item (qpdf, element, i);
            g_array_append_val (stack, kid);
          }
      else if (qpdf_oh_is_dictionary (qpdf, element) && qpdf_oh_has_key (qpdf, element, "/K"))
        {
          const char *type =
              qpdf_oh_has_key (qpdf, element, "/S")
                  ? qpdf_oh_get_name (qpdf, qpdf_oh_get_key (qpdf, element, "/S")) + 1
                  : "";
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, type)) + 1;

          if (g_str_equal (type, "TOC"))
            continue;
          g_hash_table_replace (counts, g_strdup (type), GUINT_TO_POINTER (n));
          kids = qpdf_oh_get_key (qpdf, element, "/K");
          g_array_append_val (stack, kids);
        }
      qpdf_oh_release (qpdf, element);
    }
  return counts;
}

static guint
get_count (GHashTable *counts, const char *type)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, type));
}

typedef struct
{
  guint headings, tables, pictures, links, formulas, items;
} Counts;

static gboolean
has_target (GHashTable *ids, const xmlNode *link)
{
  g_autofree char *href = cog_xml_dup_attribute (link, "href");

  return href != NULL && *href != '\0' && (href[0] != '#' || g_hash_table_contains (ids, href + 1));
}

static gboolean
is_within (const xmlNode *node, const char *name)
{
  for (const xmlNode *up = node->parent; up != NULL; up = up->parent)
    if (cog_xml_is (up, COG_NS_XHTML, name))
      return TRUE;
  return FALSE;
}

/* Decoration has an empty alt and no caption. */
static gboolean
is_figure (const xmlNode *node)
{
  g_autofree char *alt = cog_xml_dup_attribute (node, "alt");
  g_autofree char *folded = alt != NULL ? cog_xml_fold_space (alt) : NULL;

  if (is_within (node, "ruby"))
    return FALSE;
  if (folded == NULL || *folded != '\0' || cog_xml_is (node, COG_NS_SVG, "svg"))
    return TRUE;
  for (const xmlNode *up = node->parent; up != NULL; up = up->parent)
    if (cog_xml_is (up, COG_NS_XHTML, "figure") &&
        cog_xml_find_child (up, COG_NS_XHTML, "figcaption") != NULL)
      {
        g_autofree char *text =
            cog_xml_dup_folded_text (cog_xml_find_child (up, COG_NS_XHTML, "figcaption"));
        return *text != '\0';
      }
  return FALSE;
}

static gboolean
is_heading (const xmlNode *node)
{
  g_autofree char *text = NULL;

  if (!cog_xml_is (node, COG_NS_XHTML, (const char *)node->name) || node->name[0] != 'h' ||
      node->name[1] < '1' || node->name[1] > '6')
    return FALSE;
  text = cog_xml_dup_folded_text (node);
  return *text != '\0';
}

/* With something to click on. */
static gboolean
is_link (GHashTable *ids, const xmlNode *node)
{
  g_autofree char *text = NULL;

  if (!cog_xml_is (node, COG_NS_XHTML, "a") || !has_target (ids, node) || is_within (node, "ruby"))
    return FALSE;
  text = cog_xml_dup_folded_text (node);
  if (*text != '\0')
    return TRUE;
  for (const xmlNode *below = node; below != NULL; below = cog_xml_next_in (node, below))
    if (cog_xml_is (below, COG_NS_XHTML, "img") && is_figure (below))
      return TRUE;
  return FALSE;
}

static void
count_node (Counts *counts, GHashTable *ids, const xmlNode *node)
{
  g_autofree char *text = NULL;

  if (node->type != XML_ELEMENT_NODE)
    return;
  text = cog_xml_dup_folded_text (node);
  counts->headings += is_heading (node);
  counts->tables += cog_xml_is (node, COG_NS_XHTML, "table");
  counts->items += cog_xml_is (node, COG_NS_XHTML, "li");
  counts->formulas += cog_xml_is (node, COG_NS_MATHML, "math") && *text != '\0';
  counts->pictures +=
      (cog_xml_is (node, COG_NS_XHTML, "img") || cog_xml_is (node, COG_NS_SVG, "svg")) &&
      is_figure (node);
  counts->links += is_link (ids, node);
}

static Counts
count_model (const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Counts counts = { 0 };

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < sections->len; i++)
      {
        const CogSection *section = g_ptr_array_index (sections, i);
        const xmlNode *root = cog_section_get_root (section);

        g_hash_table_add (ids, g_strdup (section->id));
        for (const xmlNode *node = root; node != NULL; node = cog_xml_next_in (root, node))
          {
            char *id = node->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (node, "id") : NULL;

            if (id != NULL)
              g_hash_table_add (ids, id);
            if (pass == 1)
              count_node (&counts, ids, node);
          }
      }
  return counts;
}

static void
assert_count (const char *path, const char *what, guint found, guint least, guint most)
{
  if (found >= least && found <= most)
    return;
  g_test_message ("%s: %u %s are tagged, not %u to %u", path, found, what, least, most);
  g_test_fail ();
}

static void
compare_tags (const CogBook *book, const char *file, const char *path, guint n_unusable)
{
  qpdf_data qpdf = pdf_file_open (file);
  g_autoptr (GHashTable) found = count_tags (qpdf);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  Counts wanted = count_model (book);
  guint headings = 0;

  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *type = g_strdup_printf ("H%u", i);
      headings += get_count (found, type);
    }
  /* A part without a text of its own gets a heading from its title; so do the contents. */
  assert_count (path, "headings", headings, wanted.headings, wanted.headings + sections->len + 1);
  assert_count (path, "tables", get_count (found, "Table"), wanted.tables, wanted.tables);
  /* A cover that stands in no section gets a page of its own. */
  assert_count (path, "pictures", get_count (found, "Figure"), wanted.pictures - n_unusable,
                wanted.pictures + (book->cover != NULL ? 1 : 0));
  assert_count (path, "links", get_count (found, "Link"), wanted.links, wanted.links);
  assert_count (path, "formulas", get_count (found, "Formula"), wanted.formulas, wanted.formulas);
  assert_count (path, "list items", get_count (found, "LI"), wanted.items, G_MAXUINT);
  qpdf_cleanup (&qpdf);
}

static guint
count_findings (CogReport *report, const char *id)
{
  GPtrArray *findings = cog_report_get_findings (report);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_has_prefix (((const CogFinding *)g_ptr_array_index (findings, i))->kind->id, id);
  return n;
}

static void
test_book (gconstpointer data)
{
  const char *place = data;
  g_autofree char *path = corpus_dup_path (place);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;
  /* Its headings and links are not the book's. */
  CogWriterOptions options = { COG_PAPER_A4, .no_index = TRUE };

  if (path == NULL)
    {
      g_test_skip ("no corpus");
      return;
    }
  book = read_book (path);
  if (book == NULL)
    {
      g_test_skip ("no book: what a reader refuses is tried in corpus-readers");
      return;
    }
  cog_writer_write (cog_writer_find ("b.pdf", NULL), book, &options, "b.pdf", report, NULL, NULL,
                    &error);
  g_assert_no_error (error);
  compare_tags (book, "b.pdf", place, count_findings (report, "pdf-picture-"));
  pdf_rules_check ("b.pdf", book, .98, place);
  wanted = pdf_rules_dup_text (book);
  found = pdf_words_extract ("b.pdf");
  g_unlink ("b.pdf");
  if (found != NULL)
    {
      double share = pdf_words_compare (wanted, found, place);

      g_test_message ("%s: %.2f %% of the words", place, 100 * share);
      if (share < get_least_words (place))
        g_test_fail ();
    }
}

static void
add_book (GHashTable *added, const char *path)
{
  g_autofree char *name = g_strconcat ("/pdf/", path, NULL);

  if (g_hash_table_add (added, g_strdup (path)))
    g_test_add_data_func_full (name, g_strdup (path), test_book, g_free);
}

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
add_folder (GHashTable *added, const char *folder)
{
  g_autofree char *path = corpus_dup_path (folder);
  g_autoptr (GDir) dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (!g_str_has_prefix (name, "LICENSE") && !g_str_equal (name, "progit") &&
        !g_str_equal (name, "figures"))
      g_ptr_array_add (found, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (found, compare_paths);
  for (guint i = 0; i < found->len; i++)
    add_book (added, g_ptr_array_index (found, i));
}

int
main (int argc, char **argv)
{
  g_autoptr (GHashTable) added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    add_book (added, books[i].path);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    add_folder (added, folders[i]);
  return g_test_run ();
}
