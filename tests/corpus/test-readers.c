/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-html.h"
#include "cog-language.h"
#include "cog-reader.h"
#include "corpus.h"

#include <string.h>

/* Columns of MANIFEST.tsv. */
enum
{
  PATH,
  KIND,
  TITLE,
  AUTHORS,
  LANGUAGE,
  LICENCE,
  EVIDENCE,
  N_COLUMNS
};

typedef struct
{
  char **columns;
  char *path;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_strfreev (row->columns);
  g_free (row->path);
  g_free (row);
}

static gboolean
is_text_page (const char *path)
{
  static const char *const suffixes[] = { ".html", ".md",    ".markdown", ".epub", ".docx", ".odt",
                                          ".xml",  ".imscc", ".zip",      ".elp",  ".elpx" };

  if (strstr (path, "LICENSE") != NULL || strstr (path, "_files/") != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (path, suffixes[i]))
      return TRUE;
  return FALSE;
}

/* (element-type Row): the files of one kind that a reader of pages takes. */
static GPtrArray *
load_rows (const char *kind)
{
  g_autofree char *manifest = corpus_dup_path ("MANIFEST.tsv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  if (manifest == NULL)
    return rows;
  g_assert_true (g_file_get_contents (manifest, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      Row *row;

      if (g_strv_length (columns) < N_COLUMNS || !g_str_equal (columns[KIND], kind) ||
          !is_text_page (columns[PATH]))
        continue;
      row = g_new0 (Row, 1);
      row->path = corpus_dup_path (columns[PATH]);
      row->columns = g_steal_pointer (&columns);
      if (row->path != NULL)
        g_ptr_array_add (rows, row);
      else
        row_free (row);
    }
  return rows;
}

/* cog_reader_read() validates: a book that is not in normal form is an error. */
static CogBook *
read_row (const Row *row, CogReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (row->path, NULL, &error);
  CogBook *book;

  g_assert_no_error (error);
  book = cog_reader_read (source, report, NULL, NULL, NULL, &error);
  if (book == NULL)
    g_test_message ("%s: %s", row->columns[PATH], error->message);
  else
    g_assert_true (cog_book_validate (book, report));
  return book;
}

/* The first word of the column: "CC-BY (no version given)". */
static void
assert_licence (const Row *row, const CogBook *book)
{
  g_autofree char *expected =
      g_strndup (row->columns[LICENCE], strcspn (row->columns[LICENCE], " "));

  if (book->credit->licence == NULL || !g_str_has_prefix (book->credit->licence, expected))
    {
      g_test_message ("%s: %s, not %s", row->columns[PATH], book->credit->licence, expected);
      g_test_fail ();
    }
  g_assert_cmpuint (book->credit->statements->len, >, 0);
}

/* Unknown where it may stay unknown, but never a wrong one. */
static void
assert_language (const Row *row, const CogBook *book, gboolean may_be_unknown)
{
  if (book->language == NULL && may_be_unknown)
    return;
  if (book->language == NULL || !cog_language_equal (book->language, row->columns[LANGUAGE]))
    {
      g_test_message ("%s: %s, not %s", row->columns[PATH], book->language, row->columns[LANGUAGE]);
      g_test_fail ();
    }
}

static void
test_stories (void)
{
  g_autoptr (GPtrArray) rows = load_rows ("african-storybook");

  if (rows->len == 0)
    g_test_skip ("no corpus");
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (CogBook) book = read_row (row, report);

      g_assert_nonnull (book);
      g_assert_cmpstr (book->credit->title, ==, row->columns[TITLE]);
      assert_licence (row, book);
      assert_language (row, book, FALSE);
      g_assert_cmpuint (book->credit->agents->len, >, 0);
      for (guint a = 0; a < book->credit->agents->len; a++)
        {
          const CogAgent *agent = g_ptr_array_index (book->credit->agents, a);

          g_assert_nonnull (strstr (row->columns[AUTHORS], agent->name));
        }
      g_assert_cmpuint (cog_report_get_findings (report)->len, ==, 0);
    }
}

/* Files that state their licence themselves, by a link or in their front matter. */
static void
test_pages (void)
{
  static const char *const kinds[] = { "html", "markdown" };
  guint n = 0;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) rows = load_rows (kinds[k]);

      n += rows->len;
      for (guint i = 0; i < rows->len; i++)
        {
          const Row *row = g_ptr_array_index (rows, i);
          g_autoptr (CogReport) report = cog_report_new ();
          g_autoptr (CogBook) book = read_row (row, report);

          g_assert_nonnull (book);
          g_assert_nonnull (book->credit->title);
          assert_language (row, book, TRUE);
          if (strstr (row->columns[EVIDENCE], "rel=license") != NULL ||
              strstr (row->columns[EVIDENCE], "front matter") != NULL)
            assert_licence (row, book);
        }
    }
  if (n == 0)
    g_test_skip ("no corpus");
}

/* Samples of one feature each: what they are in is not always what they say. */
static void
read_documents (const char *kind)
{
  g_autoptr (GPtrArray) rows = load_rows (kind);

  if (rows->len == 0)
    g_test_skip ("no corpus");
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (CogBook) book = read_row (row, report);

      g_assert_nonnull (book);
      g_assert_nonnull (book->credit->title);
      g_assert_nonnull (book->language);
      g_assert_true (cog_book_has_units (book));
    }
}

static void
test_documents (void)
{
  read_documents ("docx");
  read_documents ("odt");
}

/* Packages of courses: some hold nothing but addresses, which is told. */
static void
test_courses (void)
{
  static const char *const kinds[] = { "imscc", "scorm", "elp" };
  guint n = 0;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) rows = load_rows (kinds[k]);

      n += rows->len;
      for (guint i = 0; i < rows->len; i++)
        {
          const Row *row = g_ptr_array_index (rows, i);
          g_autoptr (CogReport) report = cog_report_new ();
          g_autoptr (CogBook) book = read_row (row, report);

          g_assert_nonnull (book);
          g_assert_nonnull (book->credit->title);
          assert_language (row, book, TRUE);
          g_assert_true (cog_book_has_units (book));
          if (!g_str_has_prefix (row->columns[LICENCE], "unknown"))
            assert_licence (row, book);
        }
    }
  if (n == 0)
    g_test_skip ("no corpus");
}

/* Fallbacks inside of media, annotations, printed pages' numbers: text that is not taken. */
static gboolean
is_no_text (const xmlNode *n)
{
  static const char *const names[] = { "script", "style",      "video",          "audio",
                                       "object", "annotation", "annotation-xml", NULL };

  return g_strv_contains (names, (const char *)n->name) ||
         cog_xml_has_word (n, "epub:type", "pagebreak");
}

typedef struct
{
  guint letters, formulas;
} Measure;

static void
measure (xmlNode *top, Measure *sum)
{
  for (xmlNode *n = top; n != NULL;)
    {
      if (n->type == XML_ELEMENT_NODE && is_no_text (n))
        {
          n = cog_xml_skip_in (top, n);
          continue;
        }
      if (cog_xml_is (n, COG_NS_MATHML, "math"))
        {
          sum->formulas++;
          n = cog_xml_skip_in (top, n);
          continue;
        }
      if (n->type == XML_TEXT_NODE)
        for (const char *c = (const char *)n->content; c != NULL && *c != '\0';
             c = g_utf8_next_char (c))
          sum->letters += g_unichar_isalnum (g_utf8_get_char (c));
      n = cog_xml_next_in (top, n);
    }
}

static void
measure_file (CogContainer *container, const char *file, Measure *sum)
{
  g_autoptr (GBytes) bytes = cog_container_read (container, file, NULL);
  g_autoptr (xmlDoc) document = bytes != NULL ? cog_xml_parse (bytes, file, NULL, NULL) : NULL;
  xmlNode *body;

  if (document == NULL && bytes != NULL)
    document = cog_html_parse (bytes, NULL, file, NULL, NULL);
  body =
      document != NULL ? cog_xml_find_child (xmlDocGetRootElement (document), NULL, "body") : NULL;

  if (body != NULL)
    measure (body, sum);
}

/* Letters and formulas of the files that became sections are in the sections: nothing that a
 * reader sees may be lost on the way. A few letters are forgiven (the numbers of notes). */
static void
assert_nothing_lost (const Row *row, CogBook *book)
{
  g_autoptr (CogSource) source = cog_source_new_for_path (row->path, NULL, NULL);
  CogContainer *container = cog_source_get_container (source, NULL, NULL, NULL);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);
  Measure before = { 0, 0 }, after = { 0, 0 };

  for (guint i = 0; i < sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (sections, i);

      if (cog_section_get_root (section) != NULL)
        measure (cog_section_get_root (section), &after);
      if (section->origin != NULL && g_hash_table_add (files, section->origin))
        measure_file (container, section->origin, &before);
    }
  g_test_message ("%s: %u of %u letters, %u of %u formulas", row->columns[PATH], after.letters,
                  before.letters, after.formulas, before.formulas);
  if (after.letters + 20 + before.letters / 200 < before.letters ||
      after.formulas < before.formulas)
    g_test_fail ();
}

static void
test_books (void)
{
  g_autoptr (GPtrArray) rows = load_rows ("epub");

  if (rows->len == 0)
    g_test_skip ("no corpus");
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (CogBook) book = read_row (row, report);

      g_assert_nonnull (book);
      assert_language (row, book, FALSE);
      if (strstr (row->columns[EVIDENCE], "dc:rights") != NULL)
        assert_licence (row, book);
      assert_nothing_lost (row, book);
    }
}

/* Letters of an article and of what is printed with it; its metadata is printed in other words, and
 * of a reference that stands there twice one is. */
static void
measure_article (xmlNode *article, Measure *sum)
{
  static const char *const skipped[] = { "front",    "sub-article", "response",
                                         "alt-text", "tex-math",    "element-citation",
                                         "label",    "permissions", "graphic",
                                         NULL };

  for (xmlNode *n = article; n != NULL;)
    {
      gboolean is_skipped =
          n->type == XML_ELEMENT_NODE && g_strv_contains (skipped, (const char *)n->name);

      if (cog_xml_is (n, COG_NS_MATHML, "math"))
        sum->formulas++;
      if (n->type == XML_TEXT_NODE)
        for (const char *c = (const char *)n->content; c != NULL && *c != '\0';
             c = g_utf8_next_char (c))
          sum->letters += g_unichar_isalnum (g_utf8_get_char (c));
      n = is_skipped || cog_xml_is (n, COG_NS_MATHML, "math") ? cog_xml_skip_in (article, n)
                                                              : cog_xml_next_in (article, n);
    }
}

static void
test_articles (void)
{
  g_autoptr (GPtrArray) rows = load_rows ("jats");

  if (rows->len == 0)
    g_test_skip ("no corpus");
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (CogBook) book = read_row (row, report);
      g_autoptr (GMappedFile) file = g_mapped_file_new (row->path, FALSE, NULL);
      g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
      g_autofree char *fault = NULL;
      g_autoptr (xmlDoc) article =
          cog_xml_parse_damaged (bytes, row->columns[PATH], NULL, &fault, NULL);
      Measure before = { 0, 0 }, after = { 0, 0 };

      g_assert_nonnull (book);
      g_assert_true (g_str_has_prefix (book->credit->title, row->columns[TITLE]));
      assert_language (row, book, TRUE);
      if (g_str_equal (row->columns[EVIDENCE], "<license>"))
        assert_licence (row, book);
      measure_article (xmlDocGetRootElement (article), &before);
      measure (cog_section_get_root (g_ptr_array_index (book->sections, 0)), &after);
      g_test_message ("%s: %u of %u letters, %u of %u formulas", row->columns[PATH], after.letters,
                      before.letters, after.formulas, before.formulas);
      g_assert_cmpuint (after.letters, >=, before.letters - before.letters / 200);
      g_assert_cmpuint (after.formulas, >=, before.formulas);
    }
}

/* Each ends with a book or with one message, soon. */
static void
test_hostile (void)
{
  g_autoptr (GPtrArray) rows = load_rows ("hostile");

  if (rows->len == 0)
    g_test_skip ("no corpus");
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (CogSource) source = cog_source_new_for_path (row->path, NULL, &error);
      g_autoptr (CogBook) book =
          source != NULL ? cog_reader_read (source, report, NULL, NULL, NULL, &error) : NULL;

      g_assert_true ((book != NULL) == (error == NULL));
      if (error != NULL)
        g_assert_nonnull (strchr (error->message, ' '));
      if (book != NULL)
        g_assert_true (cog_book_validate (book, report));
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_TIME_SPAN_SECOND);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/stories", test_stories);
  g_test_add_func ("/corpus/pages", test_pages);
  g_test_add_func ("/corpus/documents", test_documents);
  g_test_add_func ("/corpus/courses", test_courses);
  g_test_add_func ("/corpus/books", test_books);
  g_test_add_func ("/corpus/articles", test_articles);
  g_test_add_func ("/corpus/hostile", test_hostile);
  return g_test_run ();
}
