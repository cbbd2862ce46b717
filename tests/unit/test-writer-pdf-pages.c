/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "folder.h"
#include "pdf-file.h"

#include <cairo.h>
#include <locale.h>
#include <string.h>

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
add_picture (CogBook *book, const char *name)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60, 80);
  GByteArray *png = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_write_to_png_stream (surface, append_bytes, png);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (png);
  cog_book_add_asset (book, cog_asset_new (name, "image/png", bytes));
}

static void
set_text (CogBook *book, guint index, const char *inner)
{
  CogSection *section = g_ptr_array_index (book->sections, index);
  g_autofree char *xml =
      g_strdup_printf ("<section xmlns=\"" COG_NS_XHTML "\">%s</section>", inner);

  xmlFreeDoc (section->content);
  section->content = cog_xml_parse_own (xml, -1, NULL);
}

/* One line is no contents. */
static void
test_contents (void)
{
  static const char *const one[] = { "<h1>One</h1><p>Text.</p>", NULL };
  static const char *const two[] = { "<h1>One</h1><p>Text.</p>", "<h1>Two</h1><p>Text.</p>", NULL };
  g_autoptr (CogBook) short_book = pdf_file_make_book ("en", "T", one);
  g_autoptr (CogBook) long_book = pdf_file_make_book ("en", "T", two);
  g_autofree char *first = pdf_file_write (short_book, "one.pdf", COG_PAPER_A4);
  g_autofree char *second = pdf_file_write (long_book, "two.pdf", COG_PAPER_A4);
  qpdf_data qpdf = pdf_file_open (first);

  g_assert_cmpint (qpdf_get_num_pages (qpdf), ==, 2);
  qpdf_cleanup (&qpdf);
  qpdf = pdf_file_open (second);
  g_assert_cmpint (qpdf_get_num_pages (qpdf), ==, 4);
  qpdf_cleanup (&qpdf);
}

static char *
dup_wide_table (guint n_rows)
{
  GString *text =
      g_string_new ("<h1>One</h1><p>Before.</p><table><caption>Wide</caption><thead><tr>");

  for (guint c = 0; c < 12; c++)
    g_string_append_printf (text, "<th>Character%u</th>", c);
  g_string_append (text, "</tr></thead><tbody>");
  for (guint r = 0; r < n_rows; r++)
    {
      g_string_append (text, "<tr>");
      for (guint c = 0; c < 12; c++)
        g_string_append_printf (text, "<td>measure%u.%u</td>", r, c);
      g_string_append (text, "</tr>");
    }
  g_string_append (text, "</tbody></table><p>After.</p>");
  return g_string_free (text, FALSE);
}

/* How many pages lie, and how many have text. */
static guint
count_lying (qpdf_data qpdf)
{
  guint n = 0;

  for (int i = 0; i < qpdf_get_num_pages (qpdf); i++)
    {
      qpdf_oh page = qpdf_get_page_n (qpdf, (size_t)i);
      qpdf_oh box = qpdf_oh_get_key (qpdf, page, "/MediaBox");
      double width = qpdf_oh_get_numeric_value (qpdf, qpdf_oh_get_array_item (qpdf, box, 2));
      double height = qpdf_oh_get_numeric_value (qpdf, qpdf_oh_get_array_item (qpdf, box, 3));

      n += width > height;
    }
  return n;
}

static guint
write_wide_table (CogPurpose purpose, guint n_rows, guint *n_pages)
{
  g_autofree char *table = dup_wide_table (n_rows);
  const char *const chapters[] = { table, NULL };
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "T", chapters);
  CogWriterOptions options = { .paper = COG_PAPER_A4, .purpose = purpose };
  g_autofree char *path = pdf_file_write_with (book, "wide.pdf", &options);
  qpdf_data qpdf = pdf_file_open (path);
  guint n = count_lying (qpdf);

  *n_pages = (guint)qpdf_get_num_pages (qpdf);
  qpdf_cleanup (&qpdf);
  return n;
}

/* A table whose words find no room lies on pages of its own, and the text goes on before it. */
static void
test_turned (void)
{
  guint n_pages;

  g_assert_cmpuint (write_wide_table (COG_PURPOSE_SCREEN, 3, &n_pages), ==, 1);
  g_assert_cmpuint (n_pages, ==, 3);
  g_assert_cmpuint (write_wide_table (COG_PURPOSE_SCREEN, 60, &n_pages), >, 1);
  /* Bound, the paper stands and the table is turned on it. */
  g_assert_cmpuint (write_wide_table (COG_PURPOSE_PRINT, 3, &n_pages), ==, 0);
}

/* Vertical Japanese is set horizontally: its pages turn as its lines run, and that is said. */
static void
test_vertical (void)
{
  static const char *const chapters[] = { "<h1>一</h1><p>山路を登りながら、こう考えた。</p>",
                                          NULL };
  g_autoptr (CogBook) book = pdf_file_make_book ("ja", "草枕", chapters);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *text = NULL;
  qpdf_data qpdf;

  book->is_vertical = TRUE;
  book->progression = COG_PROGRESSION_RTL;
  g_assert_true (cog_writer_write (cog_writer_find ("v.pdf", NULL), book, NULL, "v.pdf", report,
                                   NULL, NULL, NULL));
  g_assert_true (cog_report_has (report, "pdf-set-horizontally"));
  qpdf = pdf_file_open ("v.pdf");
  text = pdf_file_dump (qpdf);
  g_assert_null (strstr (text, "/R2L"));
  qpdf_cleanup (&qpdf);
}

/* The section that is the cover opens the file, and is not set again. */
static void
test_cover (void)
{
  static const char *const chapters[] = { "<p>Cover</p>", "<h1>One</h1><p>Text.</p>", NULL };
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "T", chapters);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  qpdf_data qpdf;

  add_picture (book, "c.png");
  book->cover = g_strdup ("c.png");
  set_text (book, 0, "<p><img src=\"c.png\" alt=\"A black cover\"/></p>");
  path = pdf_file_write (book, "cover.pdf", COG_PAPER_A4);
  qpdf = pdf_file_open (path);
  text = pdf_file_dump (qpdf);
  /* Cover, title, chapter; with one chapter no contents. */
  g_assert_cmpint (qpdf_get_num_pages (qpdf), ==, 3);
  g_assert_cmpuint (pdf_file_count (text, "/Alt (A black cover)"), ==, 1);
  g_assert_cmpuint (pdf_file_count (text, "/S /Figure"), ==, 1);
  qpdf_cleanup (&qpdf);
}

/* A list of notes that a program gathered goes to the foot of the pages; one with a heading was
 * put there by an author. */
static void
test_notes (void)
{
  static const char *const gathered[] = {
    "<h1>One</h1><p>Text<a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#n\">1</a>.</p>"
    "<section><ol><li epub:type=\"endnote\" id=\"n\"><p>The note.</p></li></ol></section>",
    NULL
  };
  static const char *const headed[] = {
    "<h1>One</h1><p>Text<a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#n\">1</a>.</p>"
    "<section><h2>References</h2><ol><li epub:type=\"endnote\" id=\"n\"><p>The note.</p></li></ol>"
    "</section>",
    NULL
  };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CogBook) book = pdf_file_make_book ("en", "T", i == 0 ? gathered : headed);
      g_autofree char *path = pdf_file_write (book, "notes.pdf", COG_PAPER_A4);
      qpdf_data qpdf = pdf_file_open (path);
      g_autofree char *text = pdf_file_dump (qpdf);

      g_assert_cmpuint (pdf_file_count (text, "/S /Note\n"), ==, i == 0 ? 1 : 0);
      g_assert_cmpuint (pdf_file_count (text, "/S /LI\n"), ==, i == 0 ? 0 : 1);
      qpdf_cleanup (&qpdf);
    }
}

static gboolean
has_finding (CogReport *report, const char *id)
{
  GPtrArray *findings = cog_report_get_findings (report);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((const CogFinding *)g_ptr_array_index (findings, i))->kind->id, id))
      return TRUE;
  return FALSE;
}

/* An empty box in print is told before it is printed. */
static void
test_without_font (void)
{
  static const char *const chapters[] = { "<h1>One</h1><p>A \U00108421 sign.</p>", NULL };
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "T", chapters);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  CogWriterOptions options = { COG_PAPER_A4 };

  cog_writer_write (cog_writer_find ("f.pdf", NULL), book, &options, "f.pdf", report, NULL, NULL,
                    &error);
  g_assert_no_error (error);
  g_assert_true (has_finding (report, "pdf-character-without-font"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-pdf-pages/contents", test_contents);
  g_test_add_func ("/writer-pdf-pages/cover", test_cover);
  g_test_add_func ("/writer-pdf-pages/notes", test_notes);
  g_test_add_func ("/writer-pdf-pages/without-font", test_without_font);
  g_test_add_func ("/writer-pdf-pages/vertical", test_vertical);
  g_test_add_func ("/writer-pdf-pages/turned", test_turned);
  return g_test_run ();
}
