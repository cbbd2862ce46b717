/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-language.h"
#include "cog-pdf-ocr-language.h"
#include "cog-pdf-ocr-page.h"
#include "cog-reader.h"
#include "cog-reading.h"
#include "cog-recognizer.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#define WIDTH 420.0 /* points */
#define HEIGHT 300.0
#define RESOLUTION 200.0

static const char *const english[] = { "Water in the village",
                                       "Every village has a story about its water. In some places",
                                       "the story is about a spring that never runs dry, and in",
                                       "others about the long walk to the river in the morning." };
static const char *const russian[] = { "Вода в деревне",
                                       "В каждой деревне есть рассказ о её воде. В одних местах",
                                       "говорят о роднике, который никогда не высыхает, в других",
                                       "о долгой дороге к реке ранним утром." };
static const char *const arabic[] = { "الماء في القرية",
                                      "لكل قرية حكاية مع الماء. في بعض الأماكن تدور الحكاية حول",
                                      "عين لا تجف أبدا، وفي أماكن أخرى حول الطريق الطويل إلى",
                                      "النهر في الصباح الباكر من كل يوم." };

static char *
choose (const char *asked,
        const char *of_file,
        const char *script,
        const char *spoken,
        const char *installed,
        char **missing)
{
  g_auto (GStrv) tags = g_strsplit (spoken, " ", -1);
  g_auto (GStrv) names = g_strsplit (installed, " ", -1);
  const CogPdfOcrLanguages known = { asked, of_file, script, (const char *const *)tags };

  return cog_pdf_ocr_languages_choose (&known, (const char *const *)names, missing);
}

static void
test_languages (void)
{
  static const struct
  {
    const char *asked, *of_file, *script, *spoken, *installed, *chosen, *missing;
  } cases[] = {
    /* What the person says; what is not there is told. */
    { "ar+en", "fr", "Cyrillic", "de", "ara eng osd rus", "ara+eng", NULL },
    { "de", NULL, NULL, "en", "eng osd", NULL, "de" },
    /* What the file tells, where its letters are such; English words stand in every script. */
    { "", "ru", "Cyrillic", "en", "ara eng osd rus", "rus+eng", NULL },
    { "", "fr-CA", "Latin", "en", "eng fra osd", "fra", NULL },
    { "", "zh-Hant", "Han", "en", "chi_sim chi_tra eng", "chi_tra+eng", NULL },
    /* Scanners say that all is English. */
    { "", "en-US", "Arabic", "en", "ara eng osd rus", "ara+eng", NULL },
    { "", "en", "Cyrillic", "en uk", "eng osd rus ukr", "ukr+eng", NULL },
    /* Another language of that script is better than none. */
    { "", "pl", "Latin", "en", "eng osd", "eng", "pl" },
    { "", NULL, "Devanagari", "en", "eng osd script/Devanagari", "script/Devanagari", NULL },
    /* Letters that nothing here can read. */
    { "", "en", "Arabic", "en", "eng osd rus", NULL, "Arabic" },
    { "", "ar", "Arabic", "en", "eng osd", NULL, "ar" },
    /* Nobody has seen what letters there are. */
    { "", NULL, NULL, "fr en", "eng fra", "fra", NULL },
    { "", NULL, NULL, "fr", "eng", "eng", NULL },
    { "", "ar", NULL, "en", "eng", NULL, "ar" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *missing = NULL;
      g_autofree char *chosen = choose (cases[i].asked, cases[i].of_file, cases[i].script,
                                        cases[i].spoken, cases[i].installed, &missing);

      g_test_message ("%u: %s", i, cases[i].installed);
      g_assert_cmpstr (chosen, ==, cases[i].chosen);
      g_assert_cmpstr (missing, ==, cases[i].missing);
    }
}

static void
test_packages (void)
{
  static const struct
  {
    const char *missing, *package;
  } cases[] = { { "ar", "ara" },
                { "de-AT", "deu" },
                { "zh-Hans", "chi-sim" },
                { "sr-Latn", "srp-latn" },
                { "Arabic", "script-arab" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *package = cog_pdf_ocr_languages_dup_package (cases[i].missing);

      g_assert_cmpstr (package, ==, cases[i].package);
    }
}

#define LINE(box, words)                                                                           \
  "<span class='ocr_line' title=\"bbox " box "; baseline 0 -10; x_size 40\">" words "</span>"
#define WORD(box, confidence, text)                                                                \
  "<span class='ocrx_word' title='bbox " box "; x_wconf " confidence "'>" text "</span>"

static gboolean
take (CogPdfPage *page, const char *lines, CogPdfOcrResult *result)
{
  g_autofree char *hocr = g_strconcat (
      "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
      "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><div class='ocr_page'>"
      "<p class='ocr_par'>",
      lines, "</p></div></body></html>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (hocr, strlen (hocr));

  return cog_pdf_ocr_page_take (page, bytes, NULL, 300, 0, result);
}

/* Pixels become points of the page; words stand on their line. */
static void
test_words (void)
{
  g_autoptr (CogPdfPage) page = cog_pdf_page_new_empty (1, 300, 300);
  CogPdfOcrResult result;
  const CogPdfWord *word;

  g_assert_true (take (page,
                       LINE ("300 600 900 640", WORD ("300 600 420 640", "96", "water") WORD (
                                                    "440 610 900 640", "90", "everywhere&amp;more")
                                                    WORD ("910 610 912 612", "3", ".")),
                       &result));
  g_assert_cmpuint (page->words->len, ==, 2);
  word = &g_array_index (page->words, CogPdfWord, 0);
  g_assert_cmpstr (word->text, ==, "water");
  g_assert_cmpfloat_with_epsilon (word->x, 72, .01);
  g_assert_cmpfloat_with_epsilon (word->baseline, 151.2, .01);
  g_assert_cmpfloat_with_epsilon (word->size, 8.64, .01);
  g_assert_cmpfloat (word->y, <, word->baseline);
  g_assert_cmpfloat (word->y + word->height, >, word->baseline);
  g_assert_cmpstr (g_array_index (page->words, CogPdfWord, 1).text, ==, "everywhere&more");
  g_assert_cmpfloat (result.confidence, >, .86);
}

/* What was not understood leaves the page as it is. */
static void
test_nonsense (void)
{
  g_autoptr (CogPdfPage) page = cog_pdf_page_new_empty (1, 300, 300);
  CogPdfPicture picture = { .mcid = -1 };
  CogPdfOcrResult result;

  g_array_append_val (page->pictures, picture);
  g_assert_false (take (page, "", &result));
  g_assert_false (take (
      page,
      LINE ("0 0 900 40", WORD ("0 0 420 40", "31", "Wlaggesi") WORD ("440 0 900 40", "20", "fgu")),
      &result));
  g_assert_false (take (page, LINE ("0 0 90 40", WORD ("0 0 42 40", "70", "ab")), &result));
  g_assert_false (take (page, LINE ("0 0 nan 40", WORD ("9 9 1 1", "70", "ab")), &result));
  g_assert_cmpuint (page->pictures->len, ==, 1);
  g_assert_cmpuint (page->words->len, ==, 0);
}

static void
test_bullets (void)
{
  g_autoptr (CogPdfPage) page = cog_pdf_page_new_empty (1, 300, 300);
  CogPdfOcrResult result;

  g_assert_true (take (page,
                       LINE ("0 0 900 40", WORD ("0 0 20 40", "50", "¢")
                                               WORD ("60 0 900 40", "96", "wells and their owners"))
                           LINE ("0 60 900 100", WORD ("0 60 20 100", "50", "©") WORD (
                                                     "60 60 900 100", "96", "rivers of the plain")),
                       &result));
  g_assert_cmpstr (g_array_index (page->words, CogPdfWord, 0).text, ==, "•");
  g_assert_cmpstr (g_array_index (page->words, CogPdfWord, 2).text, ==, "•");
}

/* Lines of one size are measured a little differently; a heading is another size. */
static void
test_sizes (void)
{
  g_autoptr (CogPdfPage) page = cog_pdf_page_new_empty (1, 300, 300);
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  static const double sizes[] = { 10, 10.4, 9.8, 10.1, 14, 14.3, 9.9 };
  static const double settled[] = { 10, 10, 10, 10, 14.3, 14.3, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      CogPdfWord word = { .mcid = -1, .text = "letters", .baseline = 20 };

      cog_pdf_ocr_word_set_size (&word, sizes[i]);
      cog_pdf_page_add_word (page, &word);
    }
  g_ptr_array_add (pages, page);
  cog_pdf_ocr_pages_settle_sizes (pages);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (page->words, CogPdfWord, i).size, settled[i],
                                    .01);
}

/* A page as a scanner makes it: lines of text, and then only their picture. */
static cairo_surface_t *
draw_page (const char *const *lines, guint n)
{
  double scale = RESOLUTION / 72;
  cairo_surface_t *picture =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(WIDTH * scale), (int)(HEIGHT * scale));
  cairo_t *cr = cairo_create (picture);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, scale, scale);
  pango_layout_set_width (layout, (int)(WIDTH - 60) * PANGO_SCALE);
  for (guint i = 0; i < n; i++)
    {
      PangoFontDescription *font =
          pango_font_description_from_string (i == 0 ? "Noto Sans Bold 15" : "Noto Sans 9");

      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, lines[i], -1);
      cairo_move_to (cr, 30, i == 0 ? 30 : 60 + 16 * i);
      pango_cairo_show_layout (cr, layout);
      pango_font_description_free (font);
    }
  cairo_destroy (cr);
  return picture;
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
scan (const char *const *lines, guint n)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (append, out, WIDTH, HEIGHT);
  cairo_surface_t *picture = draw_page (lines, n);
  cairo_t *cr = cairo_create (pdf);

  cairo_scale (cr, 72 / RESOLUTION, 72 / RESOLUTION);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  cairo_surface_destroy (picture);
  cairo_surface_destroy (pdf);
  return g_byte_array_free_to_bytes (out);
}

static CogBook *
read_scan (GBytes *bytes, const CogReadingOptions *options, CogReport *report)
{
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "scan.pdf");
  g_autoptr (GError) error = NULL;
  CogBook *book;

  cog_source_set_options (source, options);
  /* In a process of its own, as people have it read. */
  book = cog_reading_read (source, report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return book;
}

static char *
dup_text (const CogBook *book)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < book->sections->len; i++)
    {
      g_autofree char *section = cog_section_serialise (book->sections->pdata[i]);

      g_string_append (text, section);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_data (const char *name)
{
  const CogRecognizeTask task = { .kind = COG_RECOGNIZE_LANGUAGES };
  g_autoptr (GBytes) answer =
      cog_recognizer_is_installed () ? cog_recognizer_run (&task, NULL, NULL) : NULL;
  g_autofree char *text =
      answer != NULL ? g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer))
                     : NULL;
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  if (g_strv_contains ((const char *const *)lines, name))
    return TRUE;
  g_test_skip ("Tesseract, or its data, is not installed.");
  return FALSE;
}

/* Nobody asked: the page is there as it is seen, and it is said that its text can be recognized. */
static void
test_offered (void)
{
  const CogReadingOptions options = { 0 };
  g_autoptr (GBytes) bytes = scan (english, G_N_ELEMENTS (english));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = read_scan (bytes, &options, report);
  const CogFinding *finding;

  g_assert_cmpuint (book->assets->len, ==, 1);
  g_assert_true (cog_report_has (report, "pages-scanned"));
  finding = g_ptr_array_index (cog_report_get_findings (report), 0);
  g_assert_cmpstr (finding->place, ==, "page 1");
  g_assert_cmpint (cog_finding_kind_get_effect (finding->kind), ==, COG_EFFECT_KEPT);
  g_assert_cmpint (cog_report_has (report, "recognition-missing"), !=,
                   cog_recognizer_is_installed ());
}

static void
assert_read (const char *const *lines, const char *data, const char *tag, const char *const *words)
{
  const CogReadingOptions options = { .use_ocr = TRUE };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *text = NULL;
  const CogSourcePlace *place;

  if (!has_data (data))
    return;
  bytes = scan (lines, 4);
  book = read_scan (bytes, &options, report);
  text = dup_text (book);
  g_test_message ("%s", text);
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_nonnull (strstr (text, words[i]));
  g_assert_true (cog_report_has (report, "pages-recognized"));
  g_assert_false (cog_report_has (report, "pages-scanned"));
  /* So few words may not tell it. */
  g_assert_true (book->language == NULL || cog_language_equal (book->language, tag));
  /* The page is found by the place of its text. */
  place = cog_book_find_place (book, "p1-2");
  g_assert_nonnull (place);
  g_assert_cmpuint (place->page, ==, 1);
  g_assert_cmpfloat_with_epsilon (place->y, 76, 12);
  g_assert_cmpuint (book->assets->len, ==, 0);
}

static void
test_english (void)
{
  static const char *const words[] = { ">Water in the village</h", ">Every village has a story",
                                       "In some places the story is about", "in the morning.</p>",
                                       NULL };

  assert_read (english, "eng", "en", words);
}

static void
test_russian (void)
{
  static const char *const words[] = { ">Вода в деревне</h", "рассказ", "который никогда",
                                       "утром.</p>", NULL };

  assert_read (russian, "rus", "ru", words);
}

static void
test_arabic (void)
{
  static const char *const words[] = { "الماء في القرية</h", "حكاية",       "بعض الأماكن",
                                       "النهر في الصباح",    "dir=\"rtl\"", NULL };

  assert_read (arabic, "ara", "ar", words);
}

/* The person's word counts, and what is missing is told in words. */
static void
test_no_data (void)
{
  CogReadingOptions options = { .use_ocr = TRUE };
  g_autoptr (GBytes) bytes = scan (english, G_N_ELEMENTS (english));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  if (!has_data ("eng"))
    return;
  g_assert_true (cog_reading_options_set_ocr_languages (&options, "tlh"));
  book = read_scan (bytes, &options, report);
  g_assert_cmpuint (book->assets->len, ==, 1);
  g_assert_true (cog_report_has (report, "recognition-data-missing"));
  g_assert_true (cog_report_has (report, "pages-not-recognized"));
}

static void
test_no_program (void)
{
  const CogReadingOptions options = { .use_ocr = TRUE };
  g_autoptr (GBytes) bytes = scan (english, G_N_ELEMENTS (english));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autoptr (CogBook) book = NULL;

  g_setenv ("PATH", "/nowhere", TRUE);
  book = read_scan (bytes, &options, report);
  g_setenv ("PATH", path, TRUE);
  g_assert_cmpuint (book->assets->len, ==, 1);
  g_assert_true (cog_report_has (report, "recognition-missing"));
  g_assert_true (cog_report_has (report, "pages-not-recognized"));
}

static void
cancel_cb (double fraction, const char *sentence, gpointer cancellable)
{
  /* It begins to recognize. */
  if (fraction > .09)
    g_cancellable_cancel (cancellable);
}

static void
test_cancel (void)
{
  const CogReadingOptions options = { .use_ocr = TRUE };
  g_autoptr (GBytes) bytes = scan (english, G_N_ELEMENTS (english));
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "scan.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const CogProgress progress = { cancel_cb, cancellable, 0, 1 };
  g_autoptr (GError) error = NULL;

  if (!has_data ("eng"))
    return;
  cog_source_set_options (source, &options);
  g_assert_null (cog_reading_read (source, NULL, &progress, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-ocr/languages", test_languages);
  g_test_add_func ("/pdf-ocr/packages", test_packages);
  g_test_add_func ("/pdf-ocr/words", test_words);
  g_test_add_func ("/pdf-ocr/nonsense", test_nonsense);
  g_test_add_func ("/pdf-ocr/bullets", test_bullets);
  g_test_add_func ("/pdf-ocr/sizes", test_sizes);
  g_test_add_func ("/pdf-ocr/offered", test_offered);
  g_test_add_func ("/pdf-ocr/english", test_english);
  g_test_add_func ("/pdf-ocr/russian", test_russian);
  g_test_add_func ("/pdf-ocr/arabic", test_arabic);
  g_test_add_func ("/pdf-ocr/no-data", test_no_data);
  g_test_add_func ("/pdf-ocr/no-program", test_no_program);
  g_test_add_func ("/pdf-ocr/cancel", test_cancel);
  return g_test_run ();
}
