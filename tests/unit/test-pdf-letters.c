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
  PdfMaker *maker = pdf_maker_new_page ("", "/Resources << /Font << /F2 6 0 R >> >>",
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-letters/of-glyph", test_of_glyph);
  g_test_add_func ("/pdf-letters/calibri", test_calibri);
  return g_test_run ();
}
