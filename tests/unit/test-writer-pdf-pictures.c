/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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
test_pictures (void)
{
  static const char *const chapters[] = {
    "<h1>One</h1><figure><img src=\"p.png\" alt=\"A red square\"/>"
    "<figcaption>Caption.</figcaption></figure>"
    "<figure><img src=\"huge.png\" alt=\"Too large\"/></figure>"
    "<figure><img src=\"d.svg\" alt=\"A drawing\"/></figure><p>Text <img src=\"p.png\" "
    "alt=\"\"/>.</p>",
    NULL
  };
  static const char drawing[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" "
                                "height=\"40\"><g opacity=\".5\"><rect width=\"20\" "
                                "height=\"20\"/></g></svg>";
  /* A PNG that claims 60,000 by 60,000 pixels. */
  static const guchar huge[] = { 0x89, 'P',  'N', 'G', '\r', '\n', 0x1a, '\n', 0,    0, 0,
                                 13,   'I',  'H', 'D', 'R',  0,    0,    0xea, 0x60, 0, 0,
                                 0xea, 0x60, 8,   2,   0,    0,    0,    0,    0,    0, 0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60, 40);
  GByteArray *png = g_byte_array_new ();
  g_autoptr (GBytes) png_bytes = NULL;
  g_autoptr (GBytes) huge_bytes = g_bytes_new_static (huge, sizeof huge);
  g_autoptr (GBytes) drawing_bytes = g_bytes_new_static (drawing, sizeof drawing - 1);
  g_autoptr (CogBook) book = cog_book_new ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  qpdf_data qpdf;

  cairo_surface_write_to_png_stream (surface, append_bytes, png);
  cairo_surface_destroy (surface);
  png_bytes = g_byte_array_free_to_bytes (png);
  g_clear_pointer (&book, cog_book_free);
  book = pdf_file_make_book ("en", "Pictures", (const char *const[]){ "<p>None</p>", NULL });
  cog_book_add_asset (book, cog_asset_new ("p.png", "image/png", png_bytes));
  cog_book_add_asset (book, cog_asset_new ("huge.png", "image/png", huge_bytes));
  cog_book_add_asset (book, cog_asset_new ("d.svg", "image/svg+xml", drawing_bytes));
  {
    g_autofree char *xml =
        g_strconcat ("<section xmlns=\"" COG_NS_XHTML "\">", chapters[0], "</section>", NULL);
    CogSection *section = g_ptr_array_index (book->sections, 0);
    xmlFreeDoc (section->content);
    section->content = cog_xml_parse_own (xml, -1, NULL);
  }
  path = pdf_file_write (book, "pictures.pdf", COG_PAPER_A4);
  qpdf = pdf_file_open (path);
  text = pdf_file_dump (qpdf);
  g_assert_nonnull (strstr (text, "/Alt (A red square)"));
  g_assert_nonnull (strstr (text, "/Alt (A drawing)"));
  /* The one that cannot be shown is words; the one that decorates is no figure. */
  g_assert_null (strstr (text, "/Alt (Too large)"));
  g_assert_cmpuint (pdf_file_count (text, "/S /Figure"), ==, 2);
  qpdf_cleanup (&qpdf);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer-pdf-pictures/pictures", test_pictures);
  return g_test_run ();
}
