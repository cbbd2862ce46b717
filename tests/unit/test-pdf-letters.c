/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-letters.h"
#include "cog-reader.h"

#include "pdf-maker.h"

#include <string.h>

/* Which letters a glyph stands for, where the file tells a wrong one. */

static void
test_of_glyph (void)
{
  g_assert_cmpstr (cog_pdf_letters_of_glyph ('a', 0x19f, 'o'), ==, "ti");
  g_assert_cmpstr (cog_pdf_letters_of_glyph (0, 0x19f, 'm'), ==, "ti");
  g_assert_cmpstr (cog_pdf_letters_of_glyph ('a', 0x1a9, 0), ==, "tt");
  g_assert_cmpstr (cog_pdf_letters_of_glyph ('o', 0x14c, 'w'), ==, "ft");
  g_assert_cmpstr (cog_pdf_letters_of_glyph ('a', 0x1ab, 'm'), ==, "tti");
  /* Names of places, and of sounds. */
  g_assert_null (cog_pdf_letters_of_glyph (0, 0x14c, 's'));
  g_assert_null (cog_pdf_letters_of_glyph (0, 0x1a9, 0));
  g_assert_null (cog_pdf_letters_of_glyph ('a', 'b', 'c'));
}

/* Reads "informaAon aBached soCware" in a font where A, B and C are those glyphs. */
static char *
read_in (const char *font)
{
  PdfMaker *maker =
      pdf_maker_new_page ("", "/Resources << /Font << /F2 6 0 R >> >>",
                          "BT /F2 10 Tf 20 200 Td (informaAon aBached soCware) Tj ET");
  g_autoptr (GString) dictionary = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CogSource) source = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;

  g_string_printf (dictionary,
                   "<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding << /Type /Encoding "
                   "/BaseEncoding /WinAnsiEncoding /Differences [ 65 /uni019F /uni01A9 /uni014C ] "
                   ">> /FirstChar 32 /LastChar 122 /Widths [",
                   font);
  for (char c = ' '; c <= 'z'; c++)
    g_string_append (dictionary, " 500");
  g_string_append (dictionary, " ] >>");
  pdf_maker_add (maker, dictionary->str);
  bytes = pdf_maker_finish (maker);
  source = cog_source_new_for_bytes (bytes, "calibri.pdf");
  book = cog_reader_read (source, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return cog_section_serialise (book->sections->pdata[0]);
}

static void
test_calibri (void)
{
  g_autofree char *text = read_in ("ABCDEF+Calibri");
  g_autofree char *other = read_in ("ABCDEF+Brill");

  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "information attached software"));
  g_assert_nonnull (strstr (other, "informaƟon aƩached soŌware"));
}

/* As Acrobat prints what Word wrote: the map from codes to letters leaves such glyphs out. */
static void
test_lost (void)
{
  PdfMaker *maker = pdf_maker_new_page (
      "", "/Resources << /Font << /F1 4 0 R /F2 6 0 R >> >>",
      "BT /F1 10 Tf 20 200 Td (an op) Tj /F2 10 Tf <019f> Tj /F1 10 Tf (onal le) Tj /F2 10 Tf "
      "<01a9> Tj /F1 10 Tf (er of a so) Tj /F2 10 Tf <014c> Tj /F1 10 Tf ( ) Tj /F2 10 Tf <019f> "
      "Tj /F1 10 Tf (ger) Tj ET");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CogSource) source = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *text = NULL;

  pdf_maker_add (maker, "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Calibri /Encoding "
                        "/Identity-H /DescendantFonts [ 7 0 R ] /ToUnicode 8 0 R >>");
  pdf_maker_add (maker, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Calibri /DW 600 "
                        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                        ">>");
  pdf_maker_add_stream (maker, "",
                        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                        "/CMapName /T def /CMapType 2 def\n"
                        "1 begincodespacerange <012b> <0500> endcodespacerange\n"
                        "1 beginbfchar <0138> <FB03> endbfchar\n"
                        "2 beginbfrange <0003> <0004> <0041> <0120> <0121> [<0061> <0062>] "
                        "endbfrange endcmap");
  bytes = pdf_maker_finish (maker);
  source = cog_source_new_for_bytes (bytes, "calibri.pdf");
  book = cog_reader_read (source, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = cog_section_serialise (book->sections->pdata[0]);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "an optional letter of a soft tiger"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-letters/of-glyph", test_of_glyph);
  g_test_add_func ("/pdf-letters/calibri", test_calibri);
  g_test_add_func ("/pdf-letters/lost", test_lost);
  return g_test_run ();
}
