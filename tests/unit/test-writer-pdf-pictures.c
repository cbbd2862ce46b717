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
  g_autofree char *raw = NULL;
  gsize size;
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
  /* The one that cannot be shown is a gap, and a figure; the one that decorates is none. */
  g_assert_nonnull (strstr (text, "/Alt (Too large)"));
  g_assert_cmpuint (pdf_file_count (text, "/S /Figure"), ==, 3);
  /* A PNG that a PDF can hold as it is stands in it as it is. */
  g_assert_true (g_file_get_contents (path, &raw, &size, NULL));
  g_assert_nonnull (memmem (raw, size, "/Predictor 15", strlen ("/Predictor 15")));
  g_assert_null (strstr (text, "CCITTFaxDecode"));
  qpdf_cleanup (&qpdf);
}

/* A JPEG of four inks, as most programs write it: upside down. It is not written through. */
static void
test_inks (void)
{
  static const char encoded[] =
      "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwBQNzxGPDJQRkFGWlVQX3jIgnhubnj1r7mRyP/////////////////////////"
      "//////////////////////////8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABQAAQAAAAAAAAAAAAAAAAAAAAT/"
      "xAAUEAEA"
      "AAAAAAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AGhBGv/Z";
  static const char *const chapters[] = { "<p>None</p>", NULL };
  gsize size;
  guchar *bytes = g_base64_decode (encoded, &size);
  g_autoptr (GBytes) jpeg = g_bytes_new_take (bytes, size);
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "Inks", chapters);
  CogSection *section = g_ptr_array_index (book->sections, 0);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  qpdf_data qpdf;

  cog_book_add_asset (book, cog_asset_new ("i.jpg", "image/jpeg", jpeg));
  xmlFreeDoc (section->content);
  section->content = cog_xml_parse_own ("<section xmlns=\"" COG_NS_XHTML "\"><p><img src=\"i.jpg\" "
                                        "alt=\"Red\"/></p></section>",
                                        -1, NULL);
  path = pdf_file_write (book, "inks.pdf", COG_PAPER_A4);
  qpdf = pdf_file_open (path);
  text = pdf_file_dump (qpdf);
  g_assert_nonnull (strstr (text, "/Alt (Red)"));
  g_assert_null (strstr (text, "/DeviceCMYK"));
  qpdf_cleanup (&qpdf);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-pdf-pictures/pictures", test_pictures);
  g_test_add_func ("/writer-pdf-pictures/inks", test_inks);
  return g_test_run ();
}
