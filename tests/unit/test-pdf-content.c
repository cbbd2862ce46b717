/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-content.h"
#include "cog-pdf-join.h"

#include "pdf-maker.h"

#include <math.h>
#include <string.h>

typedef struct
{
  GBytes *bytes;
  qpdf_data qpdf;
  CogPdfContent *content;
  CogPdfMarks *marks;
} Fixture;

static void
load (Fixture *f, PdfMaker *maker)
{
  gsize size;
  const char *data;

  f->bytes = pdf_maker_finish (maker);
  data = g_bytes_get_data (f->bytes, &size);
  f->qpdf = qpdf_init ();
  qpdf_silence_errors (f->qpdf);
  qpdf_set_suppress_warnings (f->qpdf, QPDF_TRUE);
  g_assert_cmpint (qpdf_read_memory (f->qpdf, "test", data, size, NULL) & QPDF_ERRORS, ==, 0);
  f->content = cog_pdf_content_new (f->qpdf);
  f->marks = cog_pdf_content_read (f->content, 1, NULL);
}

static void
unload (Fixture *f)
{
  cog_pdf_marks_free (f->marks);
  cog_pdf_content_free (f->content);
  qpdf_cleanup (&f->qpdf);
  g_bytes_unref (f->bytes);
}

static void
load_page (Fixture *f, const char *page_keys, const char *content)
{
  load (f, pdf_maker_new_page ("", page_keys, content));
}

#define SHOW(f, i) (&g_array_index ((f)->marks->shows, CogPdfShow, (i)))

static void
assert_show (Fixture *f, guint i, double x, double y, double end_x, int mcid)
{
  const CogPdfShow *show;

  g_assert_cmpuint (f->marks->shows->len, >, i);
  show = SHOW (f, i);
  g_assert_cmpfloat_with_epsilon (show->x, x, .01);
  g_assert_cmpfloat_with_epsilon (show->y, y, .01);
  g_assert_cmpfloat_with_epsilon (show->end_x, end_x, .01);
  g_assert_cmpint (show->mcid, ==, mcid);
}

static void
assert_mark (const GArray *array, guint i, double x, double y, double width, double height)
{
  const CogPdfMark *mark;

  g_assert_cmpuint (array->len, >, i);
  mark = &g_array_index (array, CogPdfMark, i);
  g_assert_cmpfloat_with_epsilon (mark->x, x, .01);
  g_assert_cmpfloat_with_epsilon (mark->y, y, .01);
  g_assert_cmpfloat_with_epsilon (mark->width, width, .01);
  g_assert_cmpfloat_with_epsilon (mark->height, height, .01);
}

/* Each operator of text moves the pen as ISO 32000-1, 9.4 has it; letters are 5 points wide. */
static void
test_text (void)
{
  Fixture f;

  load_page (&f, "",
             "BT /F1 10 Tf 20 250 Td (ab) Tj (cd) Tj\n"        /* the second goes on */
             "0 -12 TD (e) Tj T* (f) Tj (g) ' 1 .5 (h i) \"\n" /* word and letter space */
             "0 Tc 0 Tw 50 Tz [ (a) -1000 (b) ] TJ\n"          /* half as wide */
             "100 Tz 1 0 0 1 100 100 Tm 3 Ts (up) Tj 0 Ts\n"
             "2 0 0 2 10 20 Tm <6162> Tj (a\\(\\051\\\n) Tj ET");
  g_assert_cmpuint (f.marks->shows->len, ==, 10);
  assert_show (&f, 0, 20, 50, 30, -1);
  assert_show (&f, 1, 30, 50, 40, -1);
  assert_show (&f, 2, 20, 62, 25, -1);
  assert_show (&f, 3, 20, 74, 25, -1);
  assert_show (&f, 4, 20, 86, 25, -1);
  assert_show (&f, 5, 20, 98, 20 + 15 + 1.5 + 1, -1);
  assert_show (&f, 6, 37.5, 98, 37.5 + 10, -1);
  assert_show (&f, 7, 100, 197, 110, -1);
  assert_show (&f, 8, 10, 280, 30, -1);
  assert_show (&f, 9, 30, 280, 60, -1);
  g_assert_cmpfloat_with_epsilon (SHOW (&f, 8)->size, 20, .01);
  unload (&f);
}

static void
test_marked (void)
{
  Fixture f;

  load_page (&f, "/Resources << /Font << /F1 4 0 R >> /Properties << /N << /MCID 7 >> >> >>",
             "BT /F1 10 Tf 10 200 Td (none) Tj\n"
             "/P << /MCID 0 >> BDC (a) Tj /Span << /ActualText (fi) >> BDC (b) Tj EMC (c) Tj EMC\n"
             "/P /N BDC (d) Tj EMC /Artifact << /Type /Pagination >> BDC (e) Tj\n"
             "/Span << /Lang (en) /A << /MCID 3 >> >> BDC (f) Tj EMC EMC EMC EMC (g) Tj\n"
             "/Span BMC 3 Tr (h) Tj EMC ET");
  g_assert_cmpuint (f.marks->shows->len, ==, 9);
  g_assert_cmpint (SHOW (&f, 0)->mcid, ==, -1);
  g_assert_cmpint (SHOW (&f, 1)->mcid, ==, 0);
  g_assert_cmpint (SHOW (&f, 2)->mcid, ==, 0);
  g_assert_cmpint (SHOW (&f, 3)->mcid, ==, 0);
  g_assert_cmpint (SHOW (&f, 4)->mcid, ==, 7);
  g_assert_true (SHOW (&f, 5)->is_artifact);
  g_assert_true (SHOW (&f, 6)->is_artifact);
  g_assert_cmpint (SHOW (&f, 6)->mcid, ==, -1);
  g_assert_false (SHOW (&f, 7)->is_artifact);
  g_assert_true (SHOW (&f, 8)->is_invisible);
  unload (&f);
}

/* A page that is cropped and turned: places are those of what is seen. */
static void
test_turned (void)
{
  static const struct
  {
    int turn;
    double width, height, x, y, end_x, end_y;
  } cases[] = { { 0, 180, 260, 10, 210, 20, 210 },
                { 90, 260, 180, 50, 10, 50, 20 },
                { 180, 180, 260, 170, 50, 160, 50 },
                { -90, 260, 180, 210, 170, 210, 160 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *keys =
          g_strdup_printf ("/CropBox [ 190 290 10 30 ] /Rotate %d", cases[i].turn);
      Fixture f;

      load_page (&f, keys, "q 1 0 0 1 20 80 cm BT /F1 10 Tf (ab) Tj ET Q");
      g_assert_cmpfloat (f.marks->width, ==, cases[i].width);
      g_assert_cmpfloat (f.marks->height, ==, cases[i].height);
      assert_show (&f, 0, cases[i].x, cases[i].y, cases[i].end_x, -1);
      g_assert_cmpfloat_with_epsilon (SHOW (&f, 0)->end_y, cases[i].end_y, .01);
      unload (&f);
    }
}

static void
test_paths (void)
{
  Fixture f;

  load_page (&f, "",
             "1 0 0 rg 10 10 100 .5 re f\n"            /* a rule by filling */
             "2 w 10 100 m 110 100 l S\n"              /* one by stroking */
             "1 g 20 20 50 40 re f\n"                  /* a white box */
             "0 g 1 w 20 150 50 40 re B\n"             /* one with edges */
             "100 200 m 120 220 l 140 200 l h f\n"     /* a triangle */
             "120 205 m 125 230 130 230 135 205 c S\n" /* a curve that touches it */
             "10 280 m 20 290 30 290 v S\n"            /* one apart */
             "0 0 200 300 re W n 5 5 m 6 6 l n");      /* nothing painted */
  g_assert_cmpuint (f.marks->rules->len, ==, 6);
  assert_mark (f.marks->rules, 0, 10, 289.5, 100, .5);
  g_assert_cmphex (g_array_index (f.marks->rules, CogPdfMark, 0).colour, ==, 0xff0000);
  assert_mark (f.marks->rules, 1, 10, 199, 100, 2);
  g_assert_cmpuint (f.marks->boxes->len, ==, 3);
  assert_mark (f.marks->boxes, 0, 20, 240, 50, 40);
  g_assert_cmphex (g_array_index (f.marks->boxes, CogPdfMark, 0).colour, ==, 0xffffff);
  g_assert_cmpuint (f.marks->drawings->len, ==, 2);
  assert_mark (f.marks->drawings, 0, 100, 70, 40, 30);
  assert_mark (f.marks->drawings, 1, 10, 10, 20, 10);
  unload (&f);
}

static void
test_pictures (void)
{
  PdfMaker *maker = pdf_maker_new_page (
      "", "/Resources << /XObject << /I 6 0 R /F 7 0 R >> >>",
      "q 40 0 0 30 10 200 cm /I Do Q q 10 10 20 20 re W n 40 0 0 40 10 10 cm /I Do Q\n"
      "q -40 0 0 30 150 200 cm /I Do Q /Figure << /MCID 2 >> BDC q 2 0 0 2 100 100 cm /F Do Q EMC\n"
      "q 10 0 0 10 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x01 EI \x02\x03 EI Q 0 0 m 9 9 l S");
  Fixture f;

  pdf_maker_add_stream (maker,
                        "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
                        "/ColorSpace /DeviceGray",
                        "x");
  pdf_maker_add_stream (maker,
                        "/Subtype /Form /BBox [ 0 0 20 10 ] /Matrix [ 1 0 0 1 5 0 ] "
                        "/Resources << /XObject << /I 6 0 R >> >>",
                        "q 20 0 0 20 0 0 cm /I Do Q");
  load (&f, maker);
  g_assert_cmpuint (f.marks->pictures->len, ==, 5);
  assert_mark (f.marks->pictures, 0, 10, 70, 40, 30);
  g_assert_cmpint (g_array_index (f.marks->pictures, CogPdfMark, 0).object, ==, 6);
  assert_mark (f.marks->pictures, 1, 10, 270, 20, 20);
  g_assert_true (g_array_index (f.marks->pictures, CogPdfMark, 1).is_clipped);
  g_assert_false (g_array_index (f.marks->pictures, CogPdfMark, 1).is_turned);
  g_assert_true (g_array_index (f.marks->pictures, CogPdfMark, 2).is_turned);
  assert_mark (f.marks->pictures, 3, 110, 180, 40, 20);
  g_assert_cmpint (g_array_index (f.marks->pictures, CogPdfMark, 3).mcid, ==, 2);
  assert_mark (f.marks->pictures, 4, 50, 240, 10, 10);
  g_assert_cmpint (g_array_index (f.marks->pictures, CogPdfMark, 4).object, ==, 0);
  g_assert_cmpuint (f.marks->drawings->len, ==, 1);
  unload (&f);
}

/* Forms count their ids by themselves where the tree knows them; one that shows itself ends. */
static void
test_forms (void)
{
  PdfMaker *maker = pdf_maker_new_page (
      "", "/Resources << /Font << /F1 4 0 R >> /XObject << /A 6 0 R /B 7 0 R >> >>",
      "/P << /MCID 1 >> BDC /A Do EMC /P << /MCID 2 >> BDC /B Do EMC /B Do BT (end) Tj ET");
  Fixture f;

  pdf_maker_add_stream (
      maker,
      "/Subtype /Form /BBox [ 0 0 200 300 ] /StructParents 3 "
      "/Resources << /Font << /F1 4 0 R >> /XObject << /A 6 0 R >> >>",
      "BT /F1 10 Tf (in) Tj /P << /MCID 1 >> BDC (a) Tj EMC ET /A Do EMC EMC EMC");
  pdf_maker_add_stream (maker, "/Subtype /Form /BBox [ 0 0 200 300 ]",
                        "q q q BT /F1 10 Tf (b) Tj ET");
  load (&f, maker);
  g_assert_cmpuint (f.marks->shows->len, ==, 5);
  g_assert_cmpint (SHOW (&f, 0)->mcid, ==, 1);
  g_assert_cmpint (SHOW (&f, 1)->mcid, ==, COG_PDF_FORM_STEP + 1);
  g_assert_cmpint (SHOW (&f, 2)->mcid, ==, 2);
  g_assert_cmpint (SHOW (&f, 3)->mcid, ==, -1);
  g_assert_cmpint (SHOW (&f, 4)->mcid, ==, -1);
  g_assert_cmpuint (f.marks->forms->len, ==, 1);
  g_assert_cmpint (g_array_index (f.marks->forms, int, 0), ==, 6);
  unload (&f);
}

/* What nobody should write ends, and what can be read is. */
static void
test_hostile (void)
{
  static const char *const contents[] = {
    "",
    "(",
    "<",
    "/",
    "[ [ [ << (a)",
    "Q Q EMC EMC ET ET f W n re l c h S",
    "BI ID EI",
    "BI ID ",
    "/X Do /X gs /X cs /X scn BDC /X /Y BDC",
    "1e99 99999999999999999999 -.-.- cm 1 0 0 1 nan nan Td (a) Tj",
    ") > ] } { % comment",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *content = g_strconcat (contents[i], "\nBT /F1 10 Tf (x) Tj ET", NULL);
      Fixture f;

      load_page (&f, "", content);
      g_assert_false (f.marks->is_cut);
      unload (&f);
    }
}

/* A stream that unpacks without end is not unpacked. */
static void
test_bomb (void)
{
  g_autoptr (GString) hex = g_string_new (NULL);
  PdfMaker *maker;
  Fixture f;

  /* 100 million zeros: hexadecimal, so that the test's file stays text. */
  g_autoptr (GConverter) zlib =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autofree guint8 *zeros = g_malloc0 (100u << 20);
  g_autofree guint8 *packed = g_malloc (1u << 20);
  gsize n_read, n_written;

  g_assert_cmpint (g_converter_convert (zlib, zeros, 100u << 20, packed, 1u << 20,
                                        G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL),
                   ==, G_CONVERTER_FINISHED);
  for (gsize i = 0; i < n_written; i++)
    g_string_append_printf (hex, "%02x", packed[i]);
  maker = pdf_maker_new_page ("", "/Contents 6 0 R", "");
  pdf_maker_add_stream (maker, "/Filter [ /ASCIIHexDecode /FlateDecode ]", hex->str);
  load (&f, maker);
  g_assert_cmpuint (f.marks->shows->len, ==, 0);
  unload (&f);
}

/* Words of poppler's find the pieces that show them. */
static void
test_join (void)
{
  PdfMaker *maker =
      pdf_maker_new_page ("", "",
                          "/H1 << /MCID 0 >> BDC BT /F1 10 Tf 20 250 Td (Title here) Tj ET EMC\n"
                          "/P << /MCID 1 >> BDC BT /F1 10 Tf 20 230 Td (one two) Tj ET EMC\n"
                          "/P << /MCID 2 >> BDC BT /F1 10 Tf 80 230 Td (three) Tj ET EMC\n"
                          "/Artifact BMC BT /F1 10 Tf 20 20 Td (12) Tj ET EMC");
  g_autoptr (GBytes) bytes = pdf_maker_finish (maker);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogPdfFile) file = cog_pdf_file_new (bytes, "test", &error);
  g_autoptr (CogPdfPage) page = NULL;
  g_autoptr (CogPdfContent) content = NULL;
  g_autoptr (CogPdfMarks) marks = NULL;
  static const struct
  {
    const char *text;
    int mcid;
  } words[] = { { "Title", 0 }, { "here", 0 },  { "one", 1 },
                { "two", 1 },   { "three", 2 }, { "12", -1 } };

  g_assert_no_error (error);
  content = cog_pdf_content_new (file->qpdf);
  marks = cog_pdf_content_read (content, 1, NULL);
  page = cog_pdf_page_load (file, 1, marks);
  cog_pdf_page_join (page, marks);
  g_assert_true (page->is_marked);
  g_assert_cmpuint (page->words->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < page->words->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      {
        const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

        if (!g_str_equal (word->text, words[k].text))
          continue;
        g_assert_cmpint (word->mcid, ==, words[k].mcid);
        g_assert_cmpint (word->is_artifact, ==, words[k].mcid < 0);
        g_assert_cmpfloat (word->baseline, ==, k < 2 ? 50 : k < 5 ? 70 : 280);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-content/text", test_text);
  g_test_add_func ("/pdf-content/marked", test_marked);
  g_test_add_func ("/pdf-content/turned", test_turned);
  g_test_add_func ("/pdf-content/paths", test_paths);
  g_test_add_func ("/pdf-content/pictures", test_pictures);
  g_test_add_func ("/pdf-content/forms", test_forms);
  g_test_add_func ("/pdf-content/hostile", test_hostile);
  g_test_add_func ("/pdf-content/bomb", test_bomb);
  g_test_add_func ("/pdf-content/join", test_join);
  return g_test_run ();
}
