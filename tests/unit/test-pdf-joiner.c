/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-glyph-use.h"
#include "cog-pdf-joiner.h"
#include "cog-reader.h"

#include "pdf-maker.h"

#include <string.h>

#define STEP 6.0 /* from letter to letter */

/* Letters in the order of the text, drawn from right to left; a space takes no room, as poppler's
 * do within a word that it cuts. Returns what is read, non-joiners as "|". */
static char *
read_letters (const gunichar *text, double gap)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, TRUE, sizeof (CogPdfLetter));
  PopplerRectangle boxes[16];
  GString *out = g_string_new (NULL);
  double x = 200;

  for (guint i = 0; text[i] != 0; i++)
    {
      CogPdfLetter letter = { .letter = text[i], .box = i, .is_rtl = TRUE, .is_in_rtl = TRUE };

      if (text[i] != ' ' && !g_unichar_ismark (text[i]))
        x -= STEP + gap;
      boxes[i] = (PopplerRectangle){ x, 100, x + STEP, 110 };
      g_array_append_val (letters, letter);
    }
  cog_pdf_joiners_find (letters, boxes);
  for (guint i = 0; i < letters->len; i++)
    {
      if (g_array_index (letters, CogPdfLetter, i).is_parted)
        g_string_append_c (out, '|');
      cog_pdf_letters_append (out, text[i]);
    }
  return g_string_free (out, FALSE);
}

static void
assert_reads (const gunichar *text, const char *wanted)
{
  g_autofree char *found = read_letters (text, 0);

  g_assert_cmpstr (found, ==, wanted);
}

/* The yeh is a final one, though a letter follows that it could join; nothing parts those that join
 * or could not. */
static void
test_forms (void)
{
  static const gunichar parted[] = { 0xfee3, 0xfbfd, 0xfeb7, 0xfeee, 0xfea9, 0 };
  static const gunichar cut[] = { 0xfee3, 0xfbfd, ' ', 0xfeb7, 0xfeee, 0xfea9, 0 };
  static const gunichar vowelled[] = { 0xfee3, 0xfbfd, 0x0650, 0xfeb7, 0xfeee, 0xfea9, 0 };
  static const gunichar joined[] = { 0xfee3, 0xfbff, 0xfeb8, 0xfeee, 0xfea9, 0 };
  g_autofree char *apart = NULL;

  assert_reads (parted, "می|شود");
  assert_reads (cut, "می |شود");
  assert_reads (vowelled, "می\u0650|شود");
  assert_reads (joined, "میشود");
  apart = read_letters (parted, 2);
  g_assert_cmpstr (apart, ==, "میشود");
}

/* Typefaces in which initial and medial forms, or final and isolated ones, are one: the two letters
 * do not agree, and nothing is known. */
static void
test_shared_forms (void)
{
  static const gunichar initial[] = { 0xfee3, 0xfbfe, 0xfeb7, 0xfeee, 0xfea9, 0 };
  static const gunichar isolated[] = { 0xfee3, 0xfbff, 0xfea9, 0 };

  assert_reads (initial, "میشود");
  assert_reads (isolated, "مید");
}

/* A letter without a form is one that stands alone, if none like it joins the next. */
static void
test_plain (void)
{
  static const gunichar alone[] = { 0x0632, 0x0647, 0xfb94, 0xfbff, 0xfeae, 0 };
  static const gunichar joins[] = { 0x0632, 0x0647, 0xfb94, 0xfbff, 0xfeae, 0x0645, 0xfeaa, 0 };

  assert_reads (alone, "زه|گیر");
  assert_reads (joins, "زهگیرمد");
}

typedef struct
{
  gunichar letter;
  guint32 glyph;
} Drawn;

/* What is read of letters that say no form, by how the glyphs of their page are used. */
static char *
read_drawn (GHashTable *uses, const Drawn *drawn, guint n)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, TRUE, sizeof (CogPdfLetter));
  g_autoptr (GArray) glyphs = g_array_new (FALSE, TRUE, sizeof (CogPdfGlyph));
  g_autofree PopplerRectangle *boxes = g_new0 (PopplerRectangle, n);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      CogPdfLetter letter = {
        .letter = drawn[i].letter, .box = i, .is_rtl = TRUE, .is_in_rtl = TRUE
      };
      CogPdfGlyph glyph = { 400 - STEP * i, 108, STEP, drawn[i].glyph };

      boxes[i] = (PopplerRectangle){ glyph.x, 100, glyph.x + STEP, 110 };
      g_array_append_val (letters, letter);
      if (glyph.name != 0)
        g_array_append_val (glyphs, glyph);
    }
  cog_pdf_glyph_uses_learn (uses, letters, boxes, glyphs);
  cog_pdf_joiners_find (letters, boxes);
  for (guint i = 0; i < n; i++)
    {
      if (g_array_index (letters, CogPdfLetter, i).is_parted)
        g_string_append_c (out, '|');
      g_string_append_unichar (out, drawn[i].letter);
    }
  return g_string_free (out, FALSE);
}

/* Of yeh, glyph 2 ends words and 3 does not, and of sheen 4 begins them: so does it behind the
 * former. A page with non-joiners says itself where they are, for the pages behind it too. */
static void
test_use (void)
{
  static const Drawn drawn[] = {
    { 0x0645, 1 }, { 0x06cc, 2 }, { ' ', 0 },    { 0x0645, 1 }, { 0x06cc, 2 }, { ' ', 0 },
    { 0x06cc, 3 }, { 0x062f, 6 }, { ' ', 0 },    { 0x06cc, 3 }, { 0x062f, 6 }, { ' ', 0 },
    { 0x0634, 4 }, { 0x062f, 6 }, { ' ', 0 },    { 0x0634, 4 }, { 0x062f, 6 }, { ' ', 0 },
    { 0x0645, 1 }, { 0x06cc, 2 }, { 0x0634, 4 }, { 0x062f, 6 },
  };
  static const Drawn told[] = { { 0x0645, 1 }, { 0x06cc, 2 }, { COG_PDF_NON_JOINER, 0 } };
  g_autoptr (GHashTable) uses = cog_pdf_glyph_uses_new ();
  g_autofree char *first = read_drawn (uses, drawn, G_N_ELEMENTS (drawn));
  g_autofree char *second = read_drawn (uses, told, G_N_ELEMENTS (told));
  g_autofree char *third = read_drawn (uses, drawn, G_N_ELEMENTS (drawn));

  g_assert_cmpstr (first, ==, "می می ید ید شد شد می|شد");
  g_assert_null (strchr (second, '|'));
  g_assert_null (strchr (third, '|'));
}

/* Where a typeface has one form of a letter only, it tells nothing that it ends words. */
static void
test_one_form (void)
{
  static const Drawn drawn[] = {
    { 0x0645, 1 }, { 0x06cc, 2 }, { ' ', 0 },    { 0x0645, 1 }, { 0x06cc, 2 },
    { ' ', 0 },    { 0x06cc, 2 }, { 0x062f, 6 }, { ' ', 0 },    { 0x06cc, 2 },
    { 0x062f, 6 }, { ' ', 0 },    { 0x062f, 6 }, { ' ', 0 },    { 0x062f, 6 },
    { ' ', 0 },    { 0x0645, 1 }, { 0x06cc, 2 }, { 0x062f, 6 },
  };
  g_autoptr (GHashTable) uses = cog_pdf_glyph_uses_new ();
  g_autofree char *found = read_drawn (uses, drawn, G_N_ELEMENTS (drawn));

  g_assert_null (strchr (found, '|'));
}

/* Letters a to e as those of a Persian word. */
static const char persian[] = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                              "/CMapName /Persian def /CMapType 2 def\n"
                              "1 begincodespacerange <00> <ff> endcodespacerange\n"
                              "6 beginbfchar <20> <0020> <61> <0642> <62> <0635> <63> <0647>\n"
                              "<64> <0627> <65> <06cc> endbfchar\nendcmap end end\n";

/* Chromium draws a space of another typeface, on which the next letters stand, and says that it is
 * a non-joiner. */
#define CONTENT(size)                                                                              \
  "/P << /MCID 0 >> BDC BT /F2 10 Tf 100 250 Td (ed) Tj ET\n"                                      \
  "BT /Span << /ActualText <feff200c> >> BDC /F1 " size " Tf 110 250 Td ( ) Tj EMC ET\n"           \
  "BT /F2 10 Tf 110 250 Td (cba) Tj ET\n"                                                          \
  "BT /F2 10 Tf 130 250 Td (cba dcba) Tj ET EMC\n"

static void
test_told (gconstpointer content)
{
  PdfMaker *maker =
      pdf_maker_new_page ("/StructTreeRoot 6 0 R /MarkInfo << /Marked true >>",
                          "/Resources << /Font << /F1 4 0 R /F2 8 0 R >> >>", content);
  g_autoptr (GString) font =
      g_string_new ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                    "/ToUnicode 9 0 R /FirstChar 32 /LastChar 122 /Widths [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CogSource) source = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *text = NULL;

  for (char c = ' '; c <= 'z'; c++)
    g_string_append (font, " 500");
  g_string_append (font, " ] >>");
  pdf_maker_add (maker, "<< /Type /StructTreeRoot /K 7 0 R >>");
  pdf_maker_add (maker, "<< /S /P /Pg 3 0 R /K 0 >>");
  pdf_maker_add (maker, font->str);
  pdf_maker_add_stream (maker, "", persian);
  bytes = pdf_maker_finish (maker);
  source = cog_source_new_for_bytes (bytes, "water.pdf");
  book = cog_reader_read (source, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = cog_section_serialise (book->sections->pdata[0]);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, ">قصها قصه قصه\u200cای</p>"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-joiner/forms", test_forms);
  g_test_add_func ("/pdf-joiner/shared-forms", test_shared_forms);
  g_test_add_func ("/pdf-joiner/plain", test_plain);
  g_test_add_func ("/pdf-joiner/use", test_use);
  g_test_add_func ("/pdf-joiner/one-form", test_one_form);
  g_test_add_data_func ("/pdf-joiner/told", CONTENT ("10"), test_told);
  /* Poppler has it by itself. */
  g_test_add_data_func ("/pdf-joiner/told-apart", CONTENT ("7"), test_told);
  return g_test_run ();
}
