/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "folder.h"
#include "pdf-file.h"

#include <locale.h>
#include <string.h>

static void
test_structure (void)
{
  static const char *const types[] = { "/S /Document", "/S /H1",      "/S /H2",        "/S /P",
                                       "/S /L\n",      "/S /LI",      "/S /LBody",     "/S /Lbl",
                                       "/S /Table",    "/S /TH",      "/S /TD",        "/S /THead",
                                       "/S /Caption",  "/S /TOC\n",   "/S /TOCI",      "/S /Link",
                                       "/S /Note",     "/S /Formula", "/S /BlockQuote" };
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "A Small Book", pdf_file_chapters);
  g_autofree char *path = pdf_file_write (book, "small.pdf", COG_PAPER_A4);
  qpdf_data qpdf = pdf_file_open (path);
  g_autofree char *text = NULL;

  /* Title, contents, and a page for each chapter. */
  g_assert_cmpint (qpdf_get_num_pages (qpdf), ==, 4);
  text = pdf_file_dump (qpdf);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strstr (text, types[i]) == NULL)
      g_error ("%s is not in the structure tree", types[i]);
  g_assert_nonnull (strstr (text, "/Lang (en)"));
  g_assert_nonnull (strstr (text, "/Lang (fr)"));
  g_assert_nonnull (strstr (text, "/Marked true"));
  g_assert_nonnull (strstr (text, "/DisplayDocTitle true"));
  g_assert_nonnull (strstr (text, "/Alt (E equals m)"));
  g_assert_nonnull (strstr (text, "/Scope /Column"));
  g_assert_nonnull (strstr (text, "/RowSpan 2"));
  g_assert_nonnull (strstr (text, "/ListNumbering /Decimal"));
  g_assert_nonnull (strstr (text, "/URI (https://example.org/x)"));
  g_assert_null (strstr (text, "/Encrypt"));
  /* One for each line of the contents, one for the call of the note. */
  g_assert_cmpuint (pdf_file_count (text, "/S /Reference"), ==, 3 + 1);
  /* The row that is too short was filled up: 1, 2, 3, 4 and a place without text. */
  g_assert_cmpuint (pdf_file_count (text, "/S /TD"), ==, 5);
  /* No page has a link that the tree does not know. */
  g_assert_cmpuint (pdf_file_count (text, "/Subtype /Link"), ==,
                    pdf_file_count (text, "/Type /OBJR"));
  qpdf_cleanup (&qpdf);
}

/* Each marked piece of a page is named once in the tree, and the page's row of the parent tree has
 * as many elements. */
static void
test_parents (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "A Small Book", pdf_file_chapters);
  g_autofree char *path = pdf_file_write (book, "parents.pdf", COG_PAPER_A4);
  qpdf_data qpdf = pdf_file_open (path);
  qpdf_oh tree = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot");
  qpdf_oh numbers = qpdf_oh_get_key (qpdf, qpdf_oh_get_key (qpdf, tree, "/ParentTree"), "/Nums");
  guint n_marks = 0, n_parents = 0;
  g_autofree char *text = NULL;

  for (int i = 0; i < qpdf_get_num_pages (qpdf); i++)
    {
      qpdf_oh page = qpdf_get_page_n (qpdf, (size_t)i);
      int key = qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_key (qpdf, page, "/StructParents"));
      unsigned char *data = NULL;
      size_t size = 0;
      g_autofree char *content = NULL;
      qpdf_oh row = qpdf_oh_get_array_item (qpdf, numbers, 2 * key + 1);

      g_assert_cmpint (
          qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_array_item (qpdf, numbers, 2 * key)), ==,
          key);
      g_assert_cmpint (qpdf_oh_get_page_content_data (qpdf, page, &data, &size), ==, QPDF_SUCCESS);
      content = g_strndup ((const char *)data, size);
      g_assert_cmpuint (pdf_file_count (content, "/MCID"), ==,
                        (guint)qpdf_oh_get_array_n_items (qpdf, row));
      n_marks += pdf_file_count (content, "/MCID");
      n_parents += (guint)qpdf_oh_get_array_n_items (qpdf, row);
      free (data);
    }
  g_assert_cmpuint (n_marks, >, 20);
  text = pdf_file_dump (qpdf);
  g_assert_cmpuint (pdf_file_count (text, "/Type /MCR"), ==, n_parents);
  qpdf_cleanup (&qpdf);
}

static char *
write_utf16 (const char *key, const char *text)
{
  GString *out = g_string_new (key);
  glong n;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  g_string_append (out, " <feff");
  for (glong i = 0; i < n; i++)
    g_string_append_printf (out, "%04x", wide[i]);
  g_string_append_c (out, '>');
  return g_string_free (out, FALSE);
}

static void
test_right_to_left (void)
{
  static const char *const chapters[] = {
    "<h1>الفصل الأول</h1><p>هذا نصٌّ قصير.</p><ol><li>واحد</li></ol>"
    "<p lang=\"en\" dir=\"ltr\">An English paragraph.</p>",
    "<h1>الفصل الثاني</h1><p>نص آخر.</p>", NULL
  };
  g_autoptr (CogBook) book = pdf_file_make_book ("ar-EG", "كتاب صغير", chapters);
  g_autofree char *path = pdf_file_write (book, "arabic.pdf", COG_PAPER_A5);
  g_autofree char *expected = NULL;
  qpdf_data qpdf = pdf_file_open (path);
  g_autofree char *text = pdf_file_dump (qpdf);

  g_assert_nonnull (strstr (text, "/Direction /R2L"));
  g_assert_nonnull (strstr (text, "/Lang (ar-EG)"));
  g_assert_nonnull (strstr (text, "/Lang (en)"));
  /* The content is in visual order; what is read aloud is the text as it was written. */
  expected = write_utf16 ("/ActualText", "هذا نصٌّ قصير.");
  g_assert_nonnull (strstr (text, expected));
  /* Page labels in the digits of the language: ٣. */
  g_assert_nonnull (strstr (text, "/P <feff0663>"));
  qpdf_cleanup (&qpdf);
}

static void
test_long (void)
{
  g_autoptr (GString) body = g_string_new ("<h1>Long</h1><table><thead><tr><th>Head</th><th>B</th>"
                                           "</tr></thead><tbody>");
  const char *chapters[] = { NULL, NULL };
  g_autoptr (CogBook) book = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  qpdf_data qpdf;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (body, "<tr><td>Row %u</td><td>text</td></tr>", i);
  g_string_append (body, "</tbody></table>");
  for (guint i = 0; i < 200; i++)
    g_string_append (body, "<p>A paragraph of some words that fills a part of a line.</p>");
  chapters[0] = body->str;
  book = pdf_file_make_book ("en", "Long", chapters);
  path = pdf_file_write (book, "long.pdf", COG_PAPER_A4);
  qpdf = pdf_file_open (path);
  g_assert_cmpint (qpdf_get_num_pages (qpdf), >=, 10);
  g_assert_cmpint (qpdf_get_num_pages (qpdf), <=, 20);
  text = pdf_file_dump (qpdf);
  /* Said again on each page, the head is in the tree once. */
  g_assert_cmpuint (pdf_file_count (text, "/S /TH\n"), ==, 2);
  g_assert_cmpuint (pdf_file_count (text, "/S /TR\n"), ==, 201);
  qpdf_cleanup (&qpdf);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-pdf-tags/structure", test_structure);
  g_test_add_func ("/writer-pdf-tags/parents", test_parents);
  g_test_add_func ("/writer-pdf-tags/right-to-left", test_right_to_left);
  g_test_add_func ("/writer-pdf-tags/long", test_long);
  return g_test_run ();
}
