/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "folder.h"
#include "pdf-file.h"
#include "pdf-words.h"

#include <string.h>

#define MATH "<math xmlns=\"" COG_NS_MATHML "\""

/* Set in two dimensions, a formula is copied as the line that it was: its content carries it, and
 * no sign in it has a text of its own, which would end the whole one. The tall brace is of several
 * glyphs, for which cairo writes one. */
static void
test_copied (void)
{
  static const char *const chapters[] = {
    "<h1>Formulas</h1><p>Half is " MATH
    "><mfrac><mi>a</mi><mi>b</mi></mfrac></math> of it.</p>" MATH
    " display=\"block\"><mo>{</mo><mtable><mtr><mtd><mn>1</mn></mtd></mtr><mtr><mtd><mn>2</mn>"
    "</mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr><mtr><mtd><mn>4</mn></mtd></mtr><mtr><mtd><mn>5"
    "</mn></mtd></mtr><mtr><mtd><mn>6</mn></mtd></mtr></mtable></math>",
    NULL
  };
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "Formulas", chapters);
  g_autofree char *path = pdf_file_write (book, "formulas.pdf", COG_PAPER_A4);
  g_autofree char *words = pdf_words_extract (path);
  qpdf_data qpdf = pdf_file_open (path);
  g_autofree char *text = pdf_file_dump (qpdf);

  g_assert_cmpuint (pdf_file_count (text, "/S /Formula"), ==, 2);
  g_assert_nonnull (strstr (text, "/Alt (a over b)"));
  g_assert_nonnull (strstr (text, "/ActualText <feff0061002f0062>"));
  g_assert_cmpuint (pdf_file_count (text, "/Span << /MCID "), ==, 2);
  g_assert_cmpuint (pdf_file_count (text, "/Span << /ActualText"), ==, 0);
  g_assert_cmpuint (pdf_file_count (text, " BDC") + pdf_file_count (text, " BMC"), ==,
                    pdf_file_count (text, "EMC"));
  g_assert_true (words == NULL || strstr (words, "Half is a/b of it.") != NULL);
  g_assert_true (words == NULL || strstr (words, "{1; 2; 3; 4; 5; 6") != NULL);
  qpdf_cleanup (&qpdf);
}

/* What is heard: an alternative text where it is words, else the formula in the words of its own
 * language, else the line. */
static void
test_heard (void)
{
  static const char *const chapters[] = {
    "<h1>Heard</h1><p>" MATH
    " alttext=\"one half of it\"><mfrac><mn>1</mn><mn>2</mn></mfrac></math> " MATH
    " alttext=\"\\frac{x}{2}\"><mfrac><mi>x</mi><mn>2</mn></mfrac></math></p>"
    "<p lang=\"pl\">" MATH "><msup><mi>y</mi><mn>2</mn></msup></math></p>"
    "<p lang=\"tlh\">" MATH "><mfrac><mi>z</mi><mn>5</mn></mfrac></math></p>",
    NULL
  };
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "Heard", chapters);
  g_autofree char *path = pdf_file_write (book, "heard.pdf", COG_PAPER_A4);
  qpdf_data qpdf = pdf_file_open (path);
  g_autofree char *text = pdf_file_dump (qpdf);

  g_assert_nonnull (strstr (text, "/Alt (one half of it)"));
  g_assert_nonnull (strstr (text, "/Alt (x over 2)"));
  g_assert_nonnull (strstr (text, "/Alt (y do kwadratu)"));
  g_assert_nonnull (strstr (text, "/Alt (z/5)"));
  qpdf_cleanup (&qpdf);
}

static guint
count_findings (CogReport *report, const char *id)
{
  GPtrArray *findings = cog_report_get_findings (report);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((CogFinding *)g_ptr_array_index (findings, i))->kind->id, id))
      return ((CogFinding *)g_ptr_array_index (findings, i))->count;
  return 0;
}

/* A formula that no layout holds goes on over lines and pages, as text; a wide one becomes small; a
 * tall one is not cut off. All of that is told. */
static void
test_giant (void)
{
  g_autoptr (GString) body = g_string_new ("<h1>Giant</h1>");
  const char *chapters[] = { NULL, NULL };
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  CogWriterOptions options = { COG_PAPER_A4 };
  qpdf_data qpdf;

  for (guint k = 0; k < 2; k++)
    {
      g_string_append (body, k == 0 ? MATH " display=\"block\">" : "<p>" MATH ">");
      for (guint i = 0; i < 30000; i++)
        g_string_append (body, "<mi>x</mi><mo>+</mo>");
      g_string_append (body, k == 0 ? "</math>" : "</math></p>");
    }
  g_string_append (body, MATH " display=\"block\"><mtable><mtr>");
  for (guint i = 0; i < 90; i++)
    g_string_append_printf (body, "<mtd><mn>%u</mn></mtd>", i * 1111);
  g_string_append (body, "</mtr></mtable></math>" MATH " display=\"block\"><mtable>");
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (body, "<mtr><mtd><mn>%u</mn></mtd></mtr>", i);
  g_string_append (body, "</mtable></math>");
  chapters[0] = body->str;
  book = pdf_file_make_book ("en", "Giant", chapters);
  cog_writer_write (cog_writer_find ("giant.pdf", NULL), book, &options, "giant.pdf", report, NULL,
                    NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_findings (report, "pdf-formula-too-large"), ==, 2);
  g_assert_cmpuint (count_findings (report, "pdf-formula-small"), ==, 2);
  qpdf = pdf_file_open ("giant.pdf");
  text = pdf_file_dump (qpdf);
  g_assert_cmpuint (pdf_file_count (text, "/Type /Page\n"), >, 10);
  qpdf_cleanup (&qpdf);
}

/* A formula longer than a line goes on in the next; all of its pieces belong to one element. */
static void
test_long (void)
{
  g_autoptr (GString) body = g_string_new ("<h1>Long</h1><p>All of " MATH "><mi>a</mi>");
  const char *chapters[] = { NULL, NULL };
  g_autoptr (CogBook) book = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  qpdf_data qpdf;

  for (guint i = 0; i < 60; i++)
    g_string_append (body, "<mo>=</mo><mi>b</mi><mo>+</mo><mn>12</mn>");
  g_string_append (body, "</math>.</p>");
  chapters[0] = body->str;
  book = pdf_file_make_book ("en", "Long", chapters);
  path = pdf_file_write (book, "line.pdf", COG_PAPER_A4);
  qpdf = pdf_file_open (path);
  text = pdf_file_dump (qpdf);
  g_assert_cmpuint (pdf_file_count (text, "/S /Formula"), ==, 1);
  g_assert_cmpuint (pdf_file_count (text, "/ActualText <feff0061003d"), ==, 1);
  qpdf_cleanup (&qpdf);
}

/* Arabic words around a formula and in one are copied as they were written. */
static void
test_right_to_left (void)
{
  static const char *const chapters[] = { "<h1>الحركة</h1><p>تساوي السرعة " MATH
                                          "><mi>v</mi><mo>=</mo><mfrac><mtext>المسافة</mtext>"
                                          "<mtext>الزمن</mtext></mfrac></math> دائما، والقوة " MATH
                                          "><mi>F</mi><mo>=</mo><mi>m</mi><mi>a</mi></math> "
                                          "كذلك.</p>",
                                          NULL };
  g_autoptr (CogBook) book = pdf_file_make_book ("ar", "الحركة", chapters);
  g_autofree char *path = pdf_file_write (book, "motion.pdf", COG_PAPER_A4);
  g_autofree char *words = pdf_words_extract (path);

  if (words == NULL)
    return;
  g_assert_cmpfloat (
      pdf_words_compare ("تساوي السرعة المسافة الزمن دائما والقوة كذلك", words, "motion"), >=, 1);
}

/* In a line from right to left, the pieces of a formula still stand from left to right: the first
 * of them is drawn furthest to the left. */
static void
test_pieces_right_to_left (void)
{
  g_autoptr (GString) body = g_string_new ("<h1>ا</h1><p>" MATH "><mi>a</mi>");
  const char *chapters[] = { NULL, NULL };
  g_autoptr (CogBook) book = NULL;
  g_autofree char *path = NULL;
  g_autofree char *words = NULL;

  /* Letters of another script are copied sign by sign. */
  for (guint i = 0; i < 6; i++)
    g_string_append_printf (body, "<mo>=</mo><mn>%u%u%u%u%u</mn>", i, i, i, i, i);
  g_string_append (body, "<mo>=</mo><mtext>س</mtext></math> نص</p>");
  chapters[0] = body->str;
  book = pdf_file_make_book ("ar", "ا", chapters);
  path = pdf_file_write (book, "pieces.pdf", COG_PAPER_A4);
  words = pdf_words_extract (path);
  if (words == NULL)
    return;
  g_assert_nonnull (strstr (words, "00000"));
  g_assert_true (strstr (words, "00000") < strstr (words, "22222"));
  g_assert_true (strstr (words, "22222") < strstr (words, "44444"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-pdf-math/copied", test_copied);
  g_test_add_func ("/writer-pdf-math/heard", test_heard);
  g_test_add_func ("/writer-pdf-math/giant", test_giant);
  g_test_add_func ("/writer-pdf-math/long", test_long);
  g_test_add_func ("/writer-pdf-math/right-to-left", test_right_to_left);
  g_test_add_func ("/writer-pdf-math/pieces-right-to-left", test_pieces_right_to_left);
  return g_test_run ();
}
