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

/* A drawing is cut out, and the words in it are not in the text. */
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
  g_assert_cmpuint (book->assets->len, ==, 1);
  g_assert_cmpstr (((CogAsset *)book->assets->pdata[0])->media_type, ==, "image/svg+xml");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-pdf/text", test_text);
  g_test_add_func ("/reader-pdf/wins-by-bytes", test_wins_by_bytes);
  g_test_add_func ("/reader-pdf/damaged", test_damaged);
  g_test_add_func ("/reader-pdf/no-text", test_no_text);
  g_test_add_func ("/reader-pdf/cancelled", test_cancelled);
  g_test_add_func ("/reader-pdf/figure", test_figure);
  return g_test_run ();
}
