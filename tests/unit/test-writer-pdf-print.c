/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "folder.h"
#include "pdf-file.h"

#include "cog-pdf-booklet.h"
#include "cog-pdf-sharpness.h"
#include "cog-pdf-style.h"

#include <locale.h>
#include <string.h>

static const char *const one_page_each[] = { "<h1>One</h1><p>Text.</p>", "<h1>Two</h1><p>Text.</p>",
                                             "<h1>Three</h1><p>Text.</p>", NULL };

/* A page's box in points: left, bottom, right, top. */
static void
get_box (qpdf_data qpdf, guint page, const char *key, double box[4])
{
  qpdf_oh object = qpdf_get_page_n (qpdf, page);
  qpdf_oh array = qpdf_oh_get_key (qpdf, object, key);

  g_assert_true (qpdf_oh_is_array (qpdf, array));
  for (int i = 0; i < 4; i++)
    box[i] = qpdf_oh_get_numeric_value (qpdf, qpdf_oh_get_array_item (qpdf, array, i));
  qpdf_oh_release (qpdf, array);
  qpdf_oh_release (qpdf, object);
}

static gboolean
has_key (qpdf_data qpdf, guint page, const char *key)
{
  qpdf_oh object = qpdf_get_page_n (qpdf, page);

  return qpdf_oh_has_key (qpdf, object, key);
}

static gboolean
is_empty (qpdf_data qpdf, guint page)
{
  qpdf_oh object = qpdf_get_page_n (qpdf, page);
  qpdf_oh contents = qpdf_oh_get_key (qpdf, object, "/Contents");
  g_autofree char *text = NULL;
  unsigned char *data = NULL;
  size_t size = 0;

  qpdf_oh_get_stream_data (qpdf, contents, qpdf_dl_generalized, NULL, &data, &size);
  text = g_strndup ((const char *)data, size);
  free (data);
  return strstr (text, "Tj") == NULL && strstr (text, "TJ") == NULL;
}

static void
test_papers (void)
{
  static const struct
  {
    CogPaper paper;
    double width, height; /* millimetres */
  } papers[] = { { COG_PAPER_A4, 210, 297 },
                 { COG_PAPER_A5, 148, 210 },
                 { COG_PAPER_LETTER, 215.9, 279.4 },
                 { COG_PAPER_B5, 176, 250 } };
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "T", one_page_each);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = pdf_file_write (book, "paper.pdf", papers[i].paper);
      qpdf_data qpdf = pdf_file_open (path);
      double box[4];

      get_box (qpdf, 0, "/MediaBox", box);
      g_assert_cmpfloat_with_epsilon (box[2], papers[i].width * 72 / 25.4, .01);
      g_assert_cmpfloat_with_epsilon (box[3], papers[i].height * 72 / 25.4, .01);
      g_assert_false (has_key (qpdf, 0, "/TrimBox"));
      qpdf_cleanup (&qpdf);
    }
}

/* The binding is on the left of an odd page, and of an even one where the book is read from right
 * to left; on a screen there is none. The lines are as long in all. */
static void
test_margins (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CogBook) book = pdf_file_make_book (i == 0 ? "en" : "ar", "T", one_page_each);
      CogWriterOptions options = { .paper = COG_PAPER_A5, .purpose = COG_PURPOSE_PRINT };
      g_autoptr (CogPdfStyle) screen = cog_pdf_style_new (book, NULL);
      g_autoptr (CogPdfStyle) print = cog_pdf_style_new (book, &options);
      guint odd = i == 0 ? 1 : 2, even = 3 - odd;

      g_assert_cmpfloat (cog_pdf_style_get_left (screen, 1), ==,
                         cog_pdf_style_get_left (screen, 2));
      g_assert_cmpfloat (cog_pdf_style_get_left (print, odd), >,
                         cog_pdf_style_get_left (print, even) + 5);
      g_assert_cmpfloat_with_epsilon (cog_pdf_style_get_left (print, 1) +
                                          cog_pdf_style_get_left (print, 2) + print->text_width,
                                      print->width, .001);
      g_assert_cmpint (cog_pdf_style_is_left_page (print, 1), ==, i == 1);
    }
}

/* Title, an empty side, contents, an empty side; then each chapter on an odd page. */
static void
test_recto (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "T", one_page_each);
  CogWriterOptions options = { .purpose = COG_PURPOSE_PRINT };
  g_autofree char *screen = pdf_file_write (book, "screen.pdf", COG_PAPER_A4);
  g_autofree char *print = pdf_file_write_with (book, "print.pdf", &options);
  qpdf_data qpdf = pdf_file_open (screen);

  g_assert_cmpint (qpdf_get_num_pages (qpdf), ==, 5);
  qpdf_cleanup (&qpdf);
  qpdf = pdf_file_open (print);
  g_assert_cmpint (qpdf_get_num_pages (qpdf), ==, 9);
  for (guint i = 0; i < 9; i++)
    g_assert_cmpint (is_empty (qpdf, i), ==, i % 2 == 1);
  qpdf_cleanup (&qpdf);
}

static CogSection *
take_section (CogBook *book, guint index)
{
  return g_ptr_array_steal_index (book->sections, index);
}

/* Parts have a page of their own, and their chapters begin pages as chapters without parts do. */
static void
test_parts (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "T", one_page_each);
  CogSection *part = cog_section_new ("part", "The Part");
  CogWriterOptions options = { .purpose = COG_PURPOSE_PRINT };
  g_autofree char *screen = NULL;
  g_autofree char *print = NULL;
  qpdf_data qpdf;

  part->type = g_strdup ("part");
  g_ptr_array_add (part->children, take_section (book, 0));
  g_ptr_array_add (part->children, take_section (book, 0));
  g_ptr_array_insert (book->sections, 0, part);
  screen = pdf_file_write (book, "part.pdf", COG_PAPER_A4);
  qpdf = pdf_file_open (screen);
  g_assert_cmpint (qpdf_get_num_pages (qpdf), ==, 2 + 1 + 3);
  qpdf_cleanup (&qpdf);
  print = pdf_file_write_with (book, "part-print.pdf", &options);
  qpdf = pdf_file_open (print);
  g_assert_cmpint (qpdf_get_num_pages (qpdf), ==, 11);
  for (guint i = 0; i < 11; i++)
    g_assert_cmpint (is_empty (qpdf, i), ==, i % 2 == 1);
  qpdf_cleanup (&qpdf);
}

static void
test_boxes (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "T", one_page_each);
  CogWriterOptions options = { .paper = COG_PAPER_B5, .purpose = COG_PURPOSE_PRINT_SHOP };
  g_autofree char *path = pdf_file_write_with (book, "shop.pdf", &options);
  qpdf_data qpdf = pdf_file_open (path);
  double media[4], crop[4], trim[4], bleed[4];

  for (int i = 0; i < qpdf_get_num_pages (qpdf); i++)
    {
      get_box (qpdf, (guint)i, "/MediaBox", media);
      get_box (qpdf, (guint)i, "/CropBox", crop);
      get_box (qpdf, (guint)i, "/TrimBox", trim);
      get_box (qpdf, (guint)i, "/BleedBox", bleed);
      g_assert_cmpfloat_with_epsilon (trim[2] - trim[0], 176 * 72 / 25.4, .01);
      g_assert_cmpfloat_with_epsilon (trim[3] - trim[1], 250 * 72 / 25.4, .01);
      for (guint k = 0; k < 4; k++)
        {
          double out = k < 2 ? -1 : 1;

          g_assert_cmpfloat_with_epsilon (out * (bleed[k] - trim[k]), 3 * 72 / 25.4, .01);
          g_assert_cmpfloat (out * (media[k] - bleed[k]), >, 12);
          g_assert_cmpfloat_with_epsilon (crop[k], media[k], .01);
        }
    }
  qpdf_cleanup (&qpdf);
}

/* Links and bookmarks lead to the same places of the page, wherever it stands on the paper. */
static void
test_places (void)
{
  static const char *const chapters[] = { "<h1>One</h1><p><a href=\"#t\">There</a></p>",
                                          "<h1>Two</h1><p id=\"t\">Text.</p>", NULL };
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "T", chapters);
  CogWriterOptions print = { .purpose = COG_PURPOSE_PRINT };
  CogWriterOptions shop = { .purpose = COG_PURPOSE_PRINT_SHOP };
  char *paths[] = { pdf_file_write_with (book, "inside.pdf", &print),
                    pdf_file_write_with (book, "outside.pdf", &shop) };
  double rects[2][4], trims[2][4];

  for (guint i = 0; i < 2; i++)
    {
      qpdf_data qpdf = pdf_file_open (paths[i]);
      qpdf_oh page = qpdf_get_page_n (qpdf, 4);
      qpdf_oh link = qpdf_oh_get_array_item (qpdf, qpdf_oh_get_key (qpdf, page, "/Annots"), 0);
      qpdf_oh rect = qpdf_oh_get_key (qpdf, link, "/Rect");

      for (int k = 0; k < 4; k++)
        rects[i][k] = qpdf_oh_get_numeric_value (qpdf, qpdf_oh_get_array_item (qpdf, rect, k));
      get_box (qpdf, 4, "/TrimBox", trims[i]);
      qpdf_cleanup (&qpdf);
    }
  for (guint k = 0; k < 4; k++)
    g_assert_cmpfloat_with_epsilon (rects[0][k] - trims[0][k % 2], rects[1][k] - trims[1][k % 2],
                                    .01);
  for (guint i = 0; i < 2; i++)
    g_free (paths[i]);
}

/* 1 to 8 on two sheets: 8 1, 2 7, 6 3, 4 5; the other way round where the binding is on the right.
 */
static void
test_booklet_order (void)
{
  static const CogPdfSide left[] = { { 7, 0 }, { 1, 6 }, { 5, 2 }, { 3, 4 } };
  guint seen[70] = { 0 };

  for (guint k = 0; k < 2; k++)
    {
      g_autoptr (GArray) sides = cog_pdf_booklet_order (8, k == 1);

      g_assert_cmpuint (sides->len, ==, 4);
      for (guint i = 0; i < sides->len; i++)
        {
          const CogPdfSide *side = &g_array_index (sides, CogPdfSide, i);

          g_assert_cmpint (k == 0 ? side->left : side->right, ==, left[i].left);
          g_assert_cmpint (k == 0 ? side->right : side->left, ==, left[i].right);
        }
    }
  for (guint k = 0; k < 2; k++)
    {
      guint n = k == 0 ? 5 : 70, n_empty = 0;
      g_autoptr (GArray) sides = cog_pdf_booklet_order (n, FALSE);

      for (guint i = 0; i < n; i++)
        seen[i] = 0;
      for (guint i = 0; i < sides->len * 2; i++)
        {
          const CogPdfSide *side = &g_array_index (sides, CogPdfSide, i / 2);
          gint page = i % 2 == 0 ? side->left : side->right;

          g_assert_cmpint (page, <, (gint)n);
          if (page >= 0)
            seen[page]++;
          n_empty += page < 0;
        }
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (seen[i], ==, 1);
      g_assert_cmpuint (n_empty, ==, k == 0 ? 3 : 2);
      g_assert_cmpuint (sides->len % 2, ==, 0);
    }
}

/* Two pages of half the size a side; nothing that leads to a page, which is none any more. */
static void
test_booklet (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "T", pdf_file_chapters);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  CogWriterOptions options = { .purpose = COG_PURPOSE_BOOKLET };
  g_autofree char *text = NULL;
  qpdf_data qpdf;
  double box[4];

  cog_writer_write (cog_writer_find ("b.pdf", NULL), book, &options, "b.pdf", report, NULL, NULL,
                    &error);
  g_assert_no_error (error);
  g_assert_true (cog_report_has (report, "pdf-booklet"));
  qpdf = pdf_file_open ("b.pdf");
  /* Title and contents with an empty side each, two chapters with one between: 7, with one more 8.
   */
  g_assert_cmpint (qpdf_get_num_pages (qpdf), ==, 4);
  get_box (qpdf, 0, "/MediaBox", box);
  g_assert_cmpfloat_with_epsilon (box[2], 297 * 72 / 25.4, .01);
  g_assert_cmpfloat_with_epsilon (box[3], 210 * 72 / 25.4, .01);
  text = pdf_file_dump (qpdf);
  g_assert_cmpuint (pdf_file_count (text, "/Subtype /Form"), ==, 7);
  g_assert_null (strstr (text, "/StructParents"));
  g_assert_null (strstr (text, "/MCID"));
  g_assert_null (strstr (text, "/StructTreeRoot"));
  g_assert_null (strstr (text, "/Annots"));
  g_assert_null (strstr (text, "pdfuaid:part"));
  g_assert_nonnull (strstr (text, "Booklet for a printer"));
  g_assert_cmpint (qpdf_check_pdf (qpdf), ==, QPDF_SUCCESS);
  qpdf_cleanup (&qpdf);
}

/* Told of an edition for print only, once for each picture, and not of signs in the text. */
static void
test_coarse (void)
{
  CogReport *report = cog_report_new ();
  CogPdfSharpness *sharpness = cog_pdf_sharpness_new ();
  const CogFinding *finding;

  cog_pdf_sharpness_note (sharpness, "images/a.jpg", 100, 100, 100);
  cog_pdf_sharpness_begin_page (sharpness, 7);
  cog_pdf_sharpness_note (sharpness, "images/a.jpg", 100, 72, 100);
  cog_pdf_sharpness_note (sharpness, "images/sign.png", 12, 12, 12);
  cog_pdf_sharpness_note (sharpness, "images/fine.png", 300, 144, 90);
  cog_pdf_sharpness_begin_page (sharpness, 9);
  cog_pdf_sharpness_note (sharpness, "images/a.jpg", 100, 144, 200);
  cog_pdf_sharpness_begin_page (sharpness, 11);
  cog_pdf_sharpness_note (sharpness, "images/a.jpg", 100, 100, 200);
  cog_pdf_sharpness_report (sharpness, report);
  g_assert_cmpuint (cog_report_get_findings (report)->len, ==, 1);
  finding = g_ptr_array_index (cog_report_get_findings (report), 0);
  g_assert_cmpstr (finding->kind->id, ==, "pdf-picture-coarse");
  g_assert_cmpstr (finding->arguments[0], ==, "a.jpg");
  g_assert_cmpstr (finding->arguments[1], ==, "50");
  g_assert_nonnull (strstr (finding->place, "9"));
  cog_pdf_sharpness_free (sharpness);
  cog_report_free (report);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-pdf-print/papers", test_papers);
  g_test_add_func ("/writer-pdf-print/margins", test_margins);
  g_test_add_func ("/writer-pdf-print/recto", test_recto);
  g_test_add_func ("/writer-pdf-print/parts", test_parts);
  g_test_add_func ("/writer-pdf-print/boxes", test_boxes);
  g_test_add_func ("/writer-pdf-print/places", test_places);
  g_test_add_func ("/writer-pdf-print/booklet-order", test_booklet_order);
  g_test_add_func ("/writer-pdf-print/booklet", test_booklet);
  g_test_add_func ("/writer-pdf-print/coarse", test_coarse);
  return g_test_run ();
}
