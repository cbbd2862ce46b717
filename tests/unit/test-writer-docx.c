/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edition-fixture.h"
#include "folder.h"
#include "office-book.h"
#include "written.h"

#include <locale.h>

#define DOCUMENT "word/document.xml"

static Written *
write_text (const char *language, const char *inner)
{
  g_autoptr (CogBook) book = office_book_new (language, inner);

  edition_fixture_write (book, "book.docx");
  return written_open ("book.docx");
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
  guint found = written_count (file, DOCUMENT, path);

  if (found != n)
    g_error ("%s: %u, not %u", path, found, n);
}

static void
test_headings (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_says (file, DOCUMENT, "string(//w:p[w:pPr/w:pStyle/@w:val='Title'])", "Water & more");
  assert_says (file, DOCUMENT, "string(//w:p[w:pPr/w:pStyle/@w:val='Heading1'])", "Rivers & lakes");
  assert_says (file, DOCUMENT, "string(//w:p[w:pPr/w:pStyle/@w:val='Heading2'])", "Lists");
  assert_says (file, "word/styles.xml", "string(//w:style[@w:styleId='Heading1']/w:name/@w:val)",
               "heading 1");
  assert_count (file, "//w:sdt//w:hyperlink[@w:anchor='_cognate_1_1']", 1);
  assert_count (file, "//w:p[w:bookmarkStart/@w:name='_cognate_1_1']", 1);
}

static void
test_notes (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_count (file, "//w:footnoteReference[@w:id='1']", 1);
  assert_says (file, "word/footnotes.xml", "string(//w:footnote[@w:id='1'])", "A note.");
  /* Where it stood in the book it stands no more. */
  assert_count (file, "//w:p[contains(., 'A note.')]", 0);
}

static void
test_lists (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_count (file, "//w:p[w:pPr/w:numPr]", 4);
  assert_count (file, "//w:p[w:pPr/w:numPr/w:ilvl/@w:val='1']", 1);
  g_assert_cmpuint (written_count (file, "word/numbering.xml", "//w:startOverride[@w:val='3']"), ==,
                    1);
  /* More of an item has no mark of its own. */
  assert_count (file, "//w:p[. = 'Still first.' and not(w:pPr/w:numPr)]", 1);
}

static void
test_table (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_count (file, "//w:tbl/w:tblGrid/w:gridCol", 3);
  assert_count (file, "//w:tr[w:trPr/w:tblHeader]", 1);
  assert_count (file, "//w:tc[w:tcPr/w:gridSpan/@w:val='2']", 1);
  assert_count (file, "//w:tc[w:tcPr/w:vMerge/@w:val='restart']", 1);
  assert_count (file, "//w:tc[w:tcPr/w:vMerge/@w:val='continue']", 1);
  /* 17.4.66: a cell without a paragraph is a damaged file. */
  assert_count (file, "//w:tc[not(*[last()][self::w:p])]", 0);
}

static void
test_inlines (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_says (file, DOCUMENT, "string(//w:r[w:rPr/w:i])", "flows");
  assert_says (file, DOCUMENT, "string(//w:r[w:rPr/w:vertAlign/@w:val='subscript'])", "2");
  assert_says (file, DOCUMENT, "string(//w:r[w:rPr/w:lang/@w:val='fr'])", "L’eau.");
  assert_says (file, DOCUMENT, "string(//w:hyperlink[@w:anchor='cognate_1'])", "the table");
  g_assert_cmpuint (written_count (file, "word/_rels/document.xml.rels",
                                   "//rel:Relationship[@Target='https://example.org/?a=1&b=2' and "
                                   "@TargetMode='External']"),
                    ==, 1);
  assert_count (file, "//wp:docPr[@descr='A \"wide\" river.']", 1);
}

static void
test_formulas (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_says (file, DOCUMENT, "string(//omml:f/omml:num)", "a");
  assert_says (file, DOCUMENT, "string(//omml:oMathPara//omml:rad/omml:e)", "x");
}

static void
test_rights (void)
{
  g_autoptr (Written) file = write_text ("en", office_book_text);

  assert_says (file, "docProps/core.xml", "string(//dc:creator)", "Ada Example");
  assert_says (file, "docProps/custom.xml", "string(//custom:property[@name='Licence URL'])",
               "https://creativecommons.org/licenses/by/4.0/");
  assert_says (file, "docProps/custom.xml", "string(//custom:property[@name='Rights'])",
               "© Ada Example, CC BY 4.0");
}

static void
test_right_to_left (void)
{
  g_autoptr (Written) file = write_text (
      "ar-EG", "<h1 id=\"one-h\">الماء</h1><p id=\"one-p\">كتب Ada عن <span lang=\"en\" "
               "dir=\"ltr\">water</span> هنا.</p><table id=\"one-t\"><tr><td "
               "id=\"one-1\">ماء</td></tr></table>");

  assert_count (file, "//w:sectPr[w:bidi and w:rtlGutter]", 1);
  assert_count (file, "//w:tblPr/w:bidiVisual", 1);
  assert_says (file, "word/styles.xml", "string(//w:docDefaults//w:lang/@w:bidi)", "ar-EG");
  g_assert_cmpuint (
      written_count (file, "word/styles.xml", "//w:style[@w:styleId='Normal']/w:pPr/w:bidi"), ==,
      1);
  /* Words that run the other way are runs of their own. */
  assert_says (file, DOCUMENT, "string(//w:r[not(w:rPr/w:rtl) and normalize-space() = 'Ada'])",
               "Ada");
  assert_count (file, "//w:r[w:rPr/w:rtl and contains(., 'كتب')]", 1);
  assert_says (file, DOCUMENT, "string(//w:r[w:rPr/w:lang/@w:val='en'])", "water");
}

static void
test_draft (void)
{
  g_autoptr (CogBook) book = office_book_new ("en", office_book_text);
  g_autoptr (Written) file = NULL;
  g_autofree char *words = NULL;

  book->is_draft = TRUE;
  edition_fixture_write (book, "book.docx");
  file = written_open ("book.docx");
  words = written_dup (file, "word/header1.xml", "string(//w:p)");
  g_assert_cmpstr (words, !=, "");
}

static void
test_again (void)
{
  g_autoptr (CogBook) book = office_book_new ("en", office_book_text);
  g_autoptr (CogBook) again = office_book_read_back (book, "book.docx");
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

  edition_fixture_write (book, "a.docx");
  edition_fixture_write (book, "b.docx");
  g_assert_true (g_file_get_contents ("a.docx", &a, &n_a, NULL));
  g_assert_true (g_file_get_contents ("b.docx", &b, &n_b, NULL));
  g_assert_cmpmem (a, n_a, b, n_b);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-docx/headings", test_headings);
  g_test_add_func ("/writer-docx/notes", test_notes);
  g_test_add_func ("/writer-docx/lists", test_lists);
  g_test_add_func ("/writer-docx/table", test_table);
  g_test_add_func ("/writer-docx/inlines", test_inlines);
  g_test_add_func ("/writer-docx/formulas", test_formulas);
  g_test_add_func ("/writer-docx/rights", test_rights);
  g_test_add_func ("/writer-docx/right-to-left", test_right_to_left);
  g_test_add_func ("/writer-docx/draft", test_draft);
  g_test_add_func ("/writer-docx/again", test_again);
  g_test_add_func ("/writer-docx/same", test_same);
  return g_test_run ();
}
