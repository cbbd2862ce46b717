/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-reader.h"

#include "pdf-maker.h"

#include <string.h>

static const char content[] = "BT /F1 16 Tf 20 260 Td (Water) Tj ET\n"
                              "BT /F1 10 Tf 20 230 Td (Every village has a story) Tj ET\n"
                              "BT /F1 10 Tf 20 218 Td (about its wells.) Tj ET\n";

static CogBook *
read_bytes (GBytes *bytes, CogReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "water.pdf");

  return cog_reader_read (source, report, NULL, cancellable, NULL, error);
}

static void
assert_fails (GBytes *bytes, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = read_bytes (bytes, NULL, NULL, &error);

  g_assert_null (book);
  g_assert_error (error, COG_ERROR, code);
  g_assert_nonnull (strstr (error->message, "water.pdf"));
}

static void
test_text (void)
{
  g_autoptr (GBytes) bytes = pdf_maker_finish (pdf_maker_new_page ("", "", content));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = read_bytes (bytes, report, NULL, &error);
  g_autofree char *text = NULL;
  const CogSourcePlace *place;

  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, report));
  g_assert_cmpuint (book->sections->len, ==, 1);
  text = cog_section_serialise (book->sections->pdata[0]);
  g_assert_nonnull (strstr (text, ">Water</h1>"));
  g_assert_nonnull (strstr (text, ">Every village has a story about its wells.</p>"));
  /* The page is 300 points high: its places count from the top. */
  place = cog_book_find_place (book, "p1-2");
  g_assert_nonnull (place);
  g_assert_cmpuint (place->page, ==, 1);
  g_assert_cmpfloat_with_epsilon (place->x, 20, 1);
  g_assert_cmpfloat (place->y, >, 55);
  g_assert_cmpfloat (place->y + place->height, <, 90);
}

/* Letters a to z as those of Hebrew, drawn as they are seen: the last of a line first. */
static const char hebrew[] = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                             "/CMapName /Hebrew def /CMapType 2 def\n"
                             "1 begincodespacerange <00> <ff> endcodespacerange\n"
                             "2 beginbfrange <20> <20> <0020> <61> <7a> <05d0> endbfrange\n"
                             "endcmap end end\n";

/* A short line stands last, in a block of its own. */
static const char hebrew_content[] =
    "BT /F2 10 Tf 20 270 Td (cba gfe mlk cba gfe mlk cba gfe) Tj ET\n"
    "BT /F2 10 Tf 20 258 Td (cba gfe mlk cba gfe mlk cba gfe) Tj ET\n"
    "BT /F2 10 Tf 20 246 Td (cba gfe mlk cba gfe mlk cba gfe) Tj ET\n"
    "BT /F2 14 Tf 130 210 Td (ih gf) Tj ET\n";

static void
test_right_to_left (void)
{
  PdfMaker *maker =
      pdf_maker_new_page ("", "/Resources << /Font << /F1 4 0 R /F2 6 0 R >> >>", hebrew_content);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) font =
      g_string_new ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                    "/ToUnicode 7 0 R /FirstChar 32 /LastChar 122 /Widths [");
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *text = NULL;

  for (char c = ' '; c <= 'z'; c++)
    g_string_append (font, " 500");
  g_string_append (font, " ] >>");
  pdf_maker_add (maker, font->str);
  pdf_maker_add_stream (maker, "", hebrew);
  bytes = pdf_maker_finish (maker);
  book = read_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  text = cog_section_serialise (book->sections->pdata[0]);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "הוז אבג"));
  g_assert_nonnull (strstr (text, "וז חט"));
}

/* A note at the foot stands between two parts of a paragraph: it is read behind its section, and
 * the raised number that calls it is no page number, though it stands in the head of its page. */
static void
test_notes_last (void)
{
  g_autoptr (GBytes) bytes = pdf_maker_finish (pdf_maker_new_page (
      "", "",
      "BT /F1 10 Tf 20 282 Td (All the wells are old.) Tj /F1 6 Tf 4 Ts (1) Tj ET\n"
      "BT /F1 10 Tf 20 270 Td (There are many of them,) Tj ET\n"
      "BT /F1 10 Tf 20 258 Td (and nobody counts.) Tj ET\n"
      "BT /F1 7 Tf 20 60 Td (1 By those who dug.) Tj ET\n"
      "BT /F1 10 Tf 20 40 Td (Another paragraph.) Tj ET\n"));
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = read_bytes (bytes, NULL, NULL, &error);
  g_autofree char *text = NULL;
  const char *note;

  g_assert_no_error (error);
  text = cog_section_serialise (book->sections->pdata[0]);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "noteref"));
  note = strstr (text, "<aside");
  g_assert_nonnull (note);
  g_assert_true (strstr (text, "Another paragraph") < note);
}

static void
test_wins_by_bytes (void)
{
  g_autoptr (GBytes) bytes = pdf_maker_finish (pdf_maker_new_page ("", "", content));
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "water.html");
  const CogReader *reader = cog_reader_find (source, NULL);

  g_assert_nonnull (reader);
  g_assert_cmpstr (reader->id, ==, "pdf");
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) head = g_bytes_new_static ("%PDF-1.7\n", 9);
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("%PDF-1.7\n1 0 obj << /Type /Cat", 30);

  assert_fails (head, COG_ERROR_INPUT);
  assert_fails (nonsense, COG_ERROR_INPUT);
}

static void
test_no_text (void)
{
  g_autoptr (GBytes) bytes = pdf_maker_finish (pdf_maker_new_page ("", "", "0 0 m"));

  assert_fails (bytes, COG_ERROR_INPUT);
}

/* One page, named as if there were millions: that is what is wrong with it. */
static void
test_claimed_pages (void)
{
  PdfMaker *maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  pdf_maker_add (maker, "<< /Type /Catalog /Pages 2 0 R >>");
  pdf_maker_add (maker, "<< /Type /Pages /Kids [3 0 R] /Count 5000000 >>");
  pdf_maker_add (maker, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>");
  bytes = pdf_maker_finish (maker);
  g_assert_null (read_bytes (bytes, NULL, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "5000000 pages"));
}

static const CogFinding *
find (CogReport *report, const char *id)
{
  GPtrArray *all = cog_report_get_findings (report);

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((const CogFinding *)all->pdata[i])->kind->id, id))
      return all->pdata[i];
  return NULL;
}

/* What is no text is told, each kind once, and nothing of it is run. */
static void
test_dropped (void)
{
  static const struct
  {
    const char *id, *count, *place, *pages;
  } told[] = {
    { "pdf-scripts-dropped", "4", "page 1", "1" },
    { "pdf-actions-dropped", "1", "page 1", "1" },
    { "pdf-form-dropped", "1", "page 1", "1" },
    { "pdf-comments-dropped", "2", "page 1", "1" },
    { "pdf-attachments-dropped", "1", "water.pdf", "–" },
    { "pdf-media-dropped", "1", "page 1", "1" },
    { "pdf-dynamic-form", NULL, "water.pdf", NULL },
  };
  PdfMaker *maker = pdf_maker_new_page (
      "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AcroForm << /Fields [] /XFA 6 0 R "
      ">>"
      "/Names << /JavaScript << /Names [(a) << >> (b) << >>] >>"
      "          /EmbeddedFiles << /Kids [<< /Names [(c) << >>] >>] >> >>",
      "/AA << /O << /S /JavaScript /JS (1) >> >> /Annots ["
      "<< /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (x.exe) >> >>"
      "<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >>"
      "<< /Subtype /Text /Rect [0 0 9 9] /Contents (Nice) >>"
      "<< /Subtype /Highlight /Rect [0 0 9 9] >> << /Subtype /Popup /Rect [0 0 9 9] >>"
      "<< /Subtype /Widget /Rect [0 0 9 9] >> << /Subtype /RichMedia /Rect [0 0 9 9] >>]",
      content);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;

  pdf_maker_add_stream (maker, "", "<xdp/>");
  bytes = pdf_maker_finish (maker);
  book = read_bytes (bytes, report, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const CogFinding *finding = find (report, told[i].id);

      g_test_message ("%s", told[i].id);
      g_assert_nonnull (finding);
      g_assert_cmpstr (finding->arguments[0], ==, told[i].count);
      g_assert_cmpstr (finding->arguments[1], ==, told[i].pages);
      g_assert_cmpstr (finding->place, ==, told[i].place);
    }
}

static void
test_nothing_dropped (void)
{
  g_autoptr (GBytes) bytes = pdf_maker_finish (pdf_maker_new_page ("", "", content));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = read_bytes (bytes, report, NULL, NULL);

  g_assert_null (find (report, "pdf-scripts-dropped"));
  g_assert_null (find (report, "pdf-comments-dropped"));
  g_assert_null (find (report, "pdf-dynamic-form"));
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = pdf_maker_finish (pdf_maker_new_page ("", "", content));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;

  g_cancellable_cancel (cancellable);
  book = read_bytes (bytes, NULL, cancellable, &error);
  g_assert_null (book);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_told (double fraction, const char *sentence, gpointer user_data)
{
  g_assert_null (strstr (sentence, "Cog"));
  g_array_append_val ((GArray *)user_data, fraction);
}

/* What is drawn anew takes longest of all: it is told how far it is there too. */
static void
test_progress (void)
{
  static const char drawn[] = "1 0 0 RG 2 w 40 60 m 90 160 l 140 60 l 40 60 l S\n"
                              "90 100 m 120 140 150 140 160 90 c S\n"
                              "BT /F1 10 Tf 20 230 Td (Every village has a story) Tj ET\n";
  g_autoptr (GBytes) bytes = pdf_maker_finish (pdf_maker_new_page ("", "", drawn));
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "water.pdf");
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  CogProgress progress = { assert_told, fractions, 0, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = cog_reader_read (source, NULL, &progress, NULL, NULL, &error);
  guint n_cut = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < fractions->len; i++)
    {
      double fraction = g_array_index (fractions, double, i);

      n_cut += fraction >= .75 && fraction < .8;
      g_assert_true (i == 0 || fraction >= g_array_index (fractions, double, i - 1));
    }
  g_assert_cmpuint (n_cut, ==, 1);
}

/* A drawing is cut out, and the words in it are not in the text; it waits for a description, which
 * an empty one would say it needs not. */
static void
test_figure (void)
{
  static const char drawn[] = "1 0 0 RG 2 w 40 60 m 90 160 l 140 60 l 40 60 l S\n"
                              "90 100 m 120 140 150 140 160 90 c S\n"
                              "BT /F1 8 Tf 80 80 Td (label) Tj ET\n"
                              "BT /F1 8 Tf 40 46 Td (Figure 1. A roof.) Tj ET\n"
                              "BT /F1 10 Tf 20 230 Td (Every village has a story) Tj ET\n";
  g_autoptr (GBytes) bytes = pdf_maker_finish (pdf_maker_new_page ("", "", drawn));
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = read_bytes (bytes, NULL, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = cog_section_serialise (book->sections->pdata[0]);
  g_assert_null (strstr (text, "label"));
  g_assert_nonnull (strstr (text, "<figcaption"));
  g_assert_null (strstr (text, "alt="));
  g_assert_cmpuint (book->assets->len, ==, 1);
  g_assert_cmpstr (((CogAsset *)book->assets->pdata[0])->media_type, ==, "image/svg+xml");
}

#define TREE "/StructTreeRoot 6 0 R /MarkInfo << /Marked true >> /Lang (en)"
#define SHOW(mcid, y, text)                                                                        \
  "/X << /MCID " #mcid " >> BDC BT /F1 10 Tf 20 " #y " Td (" text ") Tj ET EMC\n"

/* What no element of the tree holds is read too, and goes where it stands. */
static void
test_untagged_words (void)
{
  PdfMaker *maker = pdf_maker_new_page (
      TREE, "",
      SHOW (0, 270, "A heading of the whole page here") SHOW (
          1, 240,
          "The first paragraph that has an element") "BT /F1 10 Tf 20 200 Td (Nobody tagged "
                                                     "this) Tj ET\n" SHOW (2, 160,
                                                                           "The last paragraph has "
                                                                           "one too, as it should")
                                                         SHOW (3, 130,
                                                               "And here are some words more to "
                                                               "make it so"));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *text = NULL;
  const char *first, *untagged, *last;

  pdf_maker_add (maker, "<< /Type /StructTreeRoot /K 7 0 R >>");
  pdf_maker_add (maker,
                 "<< /S /Document /Pg 3 0 R /K [ << /S /H1 /K 0 >> << /S /P /K 1 >> << /S /P "
                 "/K 2 >> << /S /P /K 3 >> ] >>");
  bytes = pdf_maker_finish (maker);
  book = read_bytes (bytes, report, NULL, &error);
  g_assert_no_error (error);
  text = cog_section_serialise (book->sections->pdata[0]);
  g_assert_nonnull (strstr (text, ">A heading of the whole page here</h1>"));
  first = strstr (text, ">The first paragraph");
  untagged = strstr (text, ">Nobody tagged this</p>");
  last = strstr (text, ">The last paragraph");
  g_assert_true (first != NULL && untagged > first && last > untagged);
  g_assert_true (cog_book_validate (book, report));
}

/* A picture over the words of another cover; what is largest above it is the title. */
static void
test_hidden_words (void)
{
  PdfMaker *maker = pdf_maker_new_page (
      "", "/Resources << /Font << /F1 4 0 R >> /XObject << /Im 6 0 R >> >>",
      "BT /F1 30 Tf 10 250 Td (Old cover) Tj ET\n"
      "q 200 0 0 200 0 100 cm /Im Do Q\n"
      "BT /F1 20 Tf 10 200 Td (Water) Tj ET\n"
      "BT /F1 14 Tf 10 180 Td (and how it is shared) Tj ET\n"
      "BT /F1 9 Tf 10 80 Td (Every village has a story about its wells,) Tj ET\n"
      "BT /F1 9 Tf 10 68 Td (and most of them are about long walks.) Tj ET\n");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CogBook) book = NULL;

  pdf_maker_add_stream (maker,
                        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
                        "/ColorSpace /DeviceGray",
                        "x");
  bytes = pdf_maker_finish (maker);
  book = read_bytes (bytes, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (book->credit->title, ==, "Water and how it is shared");
  for (guint i = 0; i < book->sections->len; i++)
    {
      g_autofree char *text = cog_section_serialise (book->sections->pdata[i]);

      g_assert_null (strstr (text, "Old cover"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-pdf/text", test_text);
  g_test_add_func ("/reader-pdf/right-to-left", test_right_to_left);
  g_test_add_func ("/reader-pdf/notes-last", test_notes_last);
  g_test_add_func ("/reader-pdf/wins-by-bytes", test_wins_by_bytes);
  g_test_add_func ("/reader-pdf/damaged", test_damaged);
  g_test_add_func ("/reader-pdf/no-text", test_no_text);
  g_test_add_func ("/reader-pdf/claimed-pages", test_claimed_pages);
  g_test_add_func ("/reader-pdf/dropped", test_dropped);
  g_test_add_func ("/reader-pdf/nothing-dropped", test_nothing_dropped);
  g_test_add_func ("/reader-pdf/cancelled", test_cancelled);
  g_test_add_func ("/reader-pdf/progress", test_progress);
  g_test_add_func ("/reader-pdf/figure", test_figure);
  g_test_add_func ("/reader-pdf/untagged-words", test_untagged_words);
  g_test_add_func ("/reader-pdf/hidden-words", test_hidden_words);
  return g_test_run ();
}
