/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edition-fixture.h"
#include "folder.h"
#include "office-book.h"
#include "written.h"

#include <locale.h>

#define CONTENT "content.xml"

static Written *
write_text (const char *language, const char *inner)
{
  g_autoptr (CogBook) book = office_book_new (language, inner);

  edition_fixture_write (book, "book.odt");
  return written_open ("book.odt");
}

static void
assert_says (Written *file, const char *part, const char *path, const char *text)
{
  g_autofree char *found = written_dup (file, part, path);

  g_assert_cmpstr (found, ==, text);
}

static void
assert_count (Written *file, const char *path, guint n)
{
  guint found = written_count (file, CONTENT, path);

  if (found != n)
    g_error ("%s: %u, not %u", path, found, n);
}

static void
test_structure (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_says (file, CONTENT, "string(//text:h[@text:outline-level='1'])", "Rivers & lakes");
  assert_says (file, CONTENT, "string(//text:h[@text:outline-level='2'])", "Lists");
  assert_count (file, "//text:table-of-content//text:a[@xlink:href='#_cognate_1_1']", 1);
  assert_count (file, "//text:h[text:bookmark/@text:name='_cognate_1_1']", 1);
  assert_says (file, CONTENT, "string(//text:note[@text:note-class='footnote']/text:note-body)",
               "A note.");
  assert_count (file, "//text:list/text:list-item/text:list//text:p", 1);
  assert_count (file, "//text:list-item[@text:start-value='3']", 1);
  assert_says (file, CONTENT, "string(//text:a[@xlink:href='#one-t'])", "the table");
}

static void
test_table (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_count (file, "//table:table/table:table-column", 3);
  assert_count (file, "//table:table-header-rows/table:table-row", 1);
  assert_count (file, "//table:table-cell[@table:number-columns-spanned='2']", 1);
  assert_count (file, "//table:table-cell[@table:number-rows-spanned='2']", 1);
  /* Each row has as many places as there are columns. */
  assert_count (file, "//table:table-row[count(table:table-cell | table:covered-table-cell) != 3]",
                0);
  assert_says (file, CONTENT, "string(//text:p[@text:style-name='Table'])", "Speeds");
}

static void
test_objects (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_count (file, "//draw:frame/draw:object", 2);
  assert_says (file, CONTENT, "string(//draw:frame[draw:image]/svgc:desc)", "A \"wide\" river.");
  g_assert_cmpuint (written_count (file, "Object 1/content.xml", "/m:math/m:mfrac"), ==, 1);
  g_assert_cmpuint (
      written_count (file, "META-INF/manifest.xml",
                     "//manifest:file-entry[@manifest:full-path='Object 2/content.xml' or "
                     "@manifest:full-path='Pictures/image1.png']"),
      ==, 2);
}

static void
test_white_space (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_count (file, "//text:p[text:line-break and text:s/@text:c='2']", 1);
}

static void
test_rights (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_says (file, "meta.xml", "string(//meta:initial-creator)", "Ada Example");
  assert_says (file, "meta.xml", "string(//meta:user-defined[@meta:name='Licence URL'])",
               "https://creativecommons.org/licenses/by/4.0/");
}

static void
test_right_to_left (void)
{
  g_autoptr (Written) file =
      write_text ("ar-EG", "<h1 id=\"one-h\">الماء</h1><p id=\"one-p\">كتب <span lang=\"en\" "
                           "dir=\"ltr\">water</span> هنا.</p><p id=\"one-q\" lang=\"en\" "
                           "dir=\"ltr\">All.</p><table id=\"one-t\"><tr><td id=\"one-1\">ماء</td>"
                           "</tr></table>");

  g_assert_cmpuint (written_count (file, "styles.xml",
                                   "//style:page-layout-properties[@style:writing-mode='rl-tb']"),
                    ==, 1);
  assert_says (file, "styles.xml",
               "string(//style:default-style/style:text-properties/@style:language-complex)", "ar");
  assert_says (file, "styles.xml",
               "string(//style:default-style/style:text-properties/@style:country-complex)", "EG");
  assert_count (file, "//style:style/style:text-properties[@fo:language='en']", 1);
  assert_count (file, "//style:style/style:paragraph-properties[@style:writing-mode='lr-tb']", 1);
  assert_count (file, "//style:style/style:table-properties[@style:writing-mode='rl-tb']", 1);
}

static void
test_again (void)
{
  g_autoptr (CogBook) book = office_book_new ("en", office_book_text);
  g_autoptr (CogBook) again = office_book_read_back (book, "book.odt");
  g_autofree char *content = office_book_dup_content (again);

  office_book_assert_has (content, "<em>flows</em>, <strong>fast</strong>, H<sub>2</sub>O");
  office_book_assert_has (content, "start=\"3\"");
  office_book_assert_has (content, "type=\"a\"");
  office_book_assert_has (content, "Still first.</p><ul");
  office_book_assert_has (content, "<mfrac><mi>a</mi><mn>2</mn></mfrac>");
  office_book_assert_has (content, "<msqrt><mi>x</mi></msqrt>");
  office_book_assert_has (content, "colspan=\"2\"");
  office_book_assert_has (content, "rowspan=\"2\"");
  office_book_assert_has (content, "role=\"doc-footnote\"");
  office_book_assert_has (content, "<blockquote");
  office_book_assert_has (content, "<pre");
  office_book_assert_has (content, "<caption");
  office_book_assert_has (content, "<figcaption");
  office_book_assert_has (content, ">Term</dt><dd");
  office_book_assert_has (content, "lang=\"fr\"");
  g_assert_cmpstr (again->language, ==, "en");
  g_assert_cmpstr (again->credit->licence, ==, "CC-BY-4.0");
}

/* The edition with all that it adds, in two directions: the same bytes each time. */
static void
test_same (void)
{
  g_autoptr (CogBook) book = edition_fixture_new ("ar");
  g_autofree char *a = NULL, *b = NULL;
  gsize n_a, n_b;

  edition_fixture_write (book, "a.odt");
  edition_fixture_write (book, "b.odt");
  g_assert_true (g_file_get_contents ("a.odt", &a, &n_a, NULL));
  g_assert_true (g_file_get_contents ("b.odt", &b, &n_b, NULL));
  g_assert_cmpmem (a, n_a, b, n_b);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-odt/structure", test_structure);
  g_test_add_func ("/writer-odt/table", test_table);
  g_test_add_func ("/writer-odt/objects", test_objects);
  g_test_add_func ("/writer-odt/white-space", test_white_space);
  g_test_add_func ("/writer-odt/rights", test_rights);
  g_test_add_func ("/writer-odt/right-to-left", test_right_to_left);
  g_test_add_func ("/writer-odt/again", test_again);
  g_test_add_func ("/writer-odt/same", test_same);
  return g_test_run ();
}
