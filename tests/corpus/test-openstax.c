/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader.h"
#include "corpus.h"

#include <string.h>

/* Counted in the CNXML and, apart from it, in the book that was made of it. */
typedef struct
{
  guint figures, pictures, tables, cells, formulas, exercises, solutions, notes, footnotes,
      definitions, links, letters;
} Count;

static const char *const books[] = {
  "openstax/university-physics-en",
  "openstax/university-physics-pl",
  "openstax/microeconomics-en",
  "openstax/microeconomics-pl",
};

static void
count_letters (const xmlNode *text, guint *letters)
{
  for (const char *c = (const char *)text->content; c != NULL && *c != '\0';
       c = g_utf8_next_char (c))
    *letters += g_unichar_isalnum (g_utf8_get_char (c));
}

static gboolean
is_in_metadata (const xmlNode *n)
{
  for (const xmlNode *p = n; p != NULL; p = p->parent)
    if (p->type == XML_ELEMENT_NODE && strcmp ((const char *)p->name, "metadata") == 0)
      return TRUE;
    else if (p->type == XML_ELEMENT_NODE && strcmp ((const char *)p->name, "abstract") == 0)
      return FALSE;
  return FALSE;
}

/* A few files hold formulas with nothing in them, which nobody would miss. */
static gboolean
says_something (const xmlNode *math)
{
  g_autofree char *text = cog_xml_dup_folded_text (math);

  return text[0] != '\0';
}

static void
count_cnxml (xmlNode *root, Count *sum)
{
  const struct
  {
    const char *name;
    guint *count;
  } rows[] = { { "figure", &sum->figures },     { "subfigure", &sum->figures },
               { "table", &sum->tables },       { "entry", &sum->cells },
               { "exercise", &sum->exercises }, { "solution", &sum->solutions },
               { "note", &sum->notes },         { "footnote", &sum->footnotes },
               { "meaning", &sum->definitions } };

  for (xmlNode *n = root; n != NULL;)
    {
      if (cog_xml_is (n, COG_NS_MATHML, "math"))
        {
          sum->formulas += says_something (n);
          n = cog_xml_skip_in (root, n);
          continue;
        }
      for (guint i = 0; n->type == XML_ELEMENT_NODE && i < G_N_ELEMENTS (rows); i++)
        *rows[i].count += strcmp ((const char *)n->name, rows[i].name) == 0;
      if (n->type == XML_ELEMENT_NODE && strcmp ((const char *)n->name, "media") == 0)
        sum->pictures += cog_xml_find_child (n, NULL, "image") != NULL;
      if (n->type == XML_TEXT_NODE && !is_in_metadata (n))
        count_letters (n, &sum->letters);
      n = cog_xml_next_in (root, n);
    }
}

static void
count_element (const xmlNode *n, Count *sum)
{
  sum->figures += cog_xml_is (n, COG_NS_XHTML, "figure");
  sum->pictures += cog_xml_is (n, COG_NS_XHTML, "img");
  sum->tables += cog_xml_is (n, COG_NS_XHTML, "table");
  sum->cells += cog_xml_is (n, COG_NS_XHTML, "td") || cog_xml_is (n, COG_NS_XHTML, "th");
  sum->exercises += cog_xml_has_word (n, "class", "exercise");
  sum->solutions += cog_xml_has_word (n, "class", "solution");
  sum->footnotes +=
      cog_xml_is (n, COG_NS_XHTML, "aside") && cog_xml_has_word (n, "epub:type", "footnote");
  sum->notes +=
      cog_xml_is (n, COG_NS_XHTML, "aside") && !cog_xml_has_word (n, "epub:type", "footnote");
  sum->definitions += cog_xml_is (n, COG_NS_XHTML, "dd");
  sum->links += cog_xml_is (n, COG_NS_XHTML, "a") && !cog_xml_has_word (n, "epub:type", "noteref");
}

static void
count_book (xmlNode *root, Count *sum)
{
  for (xmlNode *n = root; n != NULL;)
    {
      if (cog_xml_is (n, COG_NS_MATHML, "math"))
        {
          sum->formulas += says_something (n);
          n = cog_xml_skip_in (root, n);
          continue;
        }
      if (n->type == XML_ELEMENT_NODE)
        count_element (n, sum);
      if (n->type == XML_TEXT_NODE)
        count_letters (n, &sum->letters);
      n = cog_xml_next_in (root, n);
    }
}

static xmlDoc *
parse_file (CogContainer *container, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cog_container_read (container, file, &error);
  xmlDoc *document = bytes != NULL ? cog_xml_parse (bytes, file, NULL, &error) : NULL;

  g_assert_no_error (error);
  return document;
}

/* "modules/m58270/index.cnxml" → "m58270" */
static char *
dup_module (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);

  return g_path_get_basename (folder);
}

/* What a link can lead to: modules of the book, and "module#id". */
static void
collect_targets (CogContainer *container, const char *file, GHashTable *targets)
{
  g_autoptr (xmlDoc) document = parse_file (container, file);
  xmlNode *root = xmlDocGetRootElement (document);
  g_autofree char *module = dup_module (file);

  g_hash_table_add (targets, g_strdup (module));
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id != NULL)
        g_hash_table_add (targets, g_strconcat (module, "#", id, NULL));
    }
}

/* A film or page on the web is a link in the book; what leads to a module that is not in the book
 * is only words. */
static gboolean
is_live_link (const xmlNode *n, const char *module, GHashTable *targets)
{
  g_autofree char *url = cog_xml_dup_attribute (n, "url");
  g_autofree char *other = cog_xml_dup_attribute (n, "document");
  g_autofree char *id = cog_xml_dup_attribute (n, "target-id");
  g_autofree char *target = NULL;

  if (strcmp ((const char *)n->name, "iframe") == 0)
    return TRUE;
  /* featured-links: what the old site showed beside the module, and no part of its text. */
  if (cog_xml_is (n->parent, NULL, "link-group"))
    return FALSE;
  if (strcmp ((const char *)n->name, "link") != 0)
    return FALSE;
  if (url != NULL)
    return g_str_has_prefix (url, "http");
  /* document="" is this module. */
  if (other != NULL && other[0] == '\0')
    g_clear_pointer (&other, g_free);
  if (other != NULL && !g_hash_table_contains (targets, other))
    return FALSE;
  target = g_strconcat (other != NULL ? other : module, id != NULL ? "#" : NULL, id, NULL);
  return (other != NULL && id == NULL) || g_hash_table_contains (targets, target);
}

static void
count_file (CogContainer *container, const char *file, GHashTable *targets, Count *sum)
{
  g_autoptr (xmlDoc) document = parse_file (container, file);
  xmlNode *root = xmlDocGetRootElement (document);
  g_autofree char *module = dup_module (file);

  count_cnxml (root, sum);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    sum->links += n->type == XML_ELEMENT_NODE && is_live_link (n, module, targets);
}

static void
assert_same (const char *what, guint before, guint after)
{
  g_test_message ("%s: %u, %u in the book", what, before, after);
  if (before != after)
    g_test_fail ();
}

/* Everything that is in the modules is in the book, and nothing twice. The letters: labels of
 * figures and notes' numbers are added, credit lines may be moved out of the captions. */
static void
test_book (gconstpointer data)
{
  g_autofree char *path = corpus_dup_path (data);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CogContainer *container;
  const CogReader *used = NULL;
  Count before = { 0 }, after = { 0 };

  if (path == NULL)
    {
      g_test_skip ("no corpus");
      return;
    }
  source = cog_source_new_for_path (path, NULL, &error);
  g_assert_no_error (error);
  book = cog_reader_read (source, report, NULL, NULL, &used, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (used->id, ==, "openstax");
  g_assert_true (cog_book_validate (book, report));
  g_assert_nonnull (book->credit->licence);
  container = cog_source_get_container (source, NULL, NULL, NULL);
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (sections, i);

      if (section->origin != NULL)
        collect_targets (container, section->origin, targets);
    }
  for (guint i = 0; i < sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (sections, i);

      if (cog_section_get_root (section) != NULL)
        count_book (cog_section_get_root (section), &after);
      if (section->origin != NULL)
        count_file (container, section->origin, targets, &before);
    }
  assert_same ("figures", before.figures, after.figures);
  assert_same ("pictures", before.pictures, after.pictures);
  assert_same ("tables", before.tables, after.tables);
  assert_same ("cells", before.cells, after.cells);
  assert_same ("formulas", before.formulas, after.formulas);
  assert_same ("exercises", before.exercises, after.exercises);
  assert_same ("solutions", before.solutions, after.solutions);
  assert_same ("notes", before.notes, after.notes);
  assert_same ("footnotes", before.footnotes, after.footnotes);
  assert_same ("definitions", before.definitions, after.definitions);
  assert_same ("links", before.links, after.links);
  g_test_message ("letters: %u, %u in the book", before.letters, after.letters);
  g_assert_cmpuint (after.letters + before.letters / 200, >=, before.letters);
  g_assert_cmpuint (after.letters, <=, before.letters + before.letters / 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *name = g_strconcat ("/corpus/", books[i], NULL);

      g_test_add_data_func (name, books[i], test_book);
    }
  return g_test_run ();
}
