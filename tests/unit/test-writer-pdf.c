/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "folder.h"
#include "pdf-file.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static void
test_metadata (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "Small & <Book>", pdf_file_chapters);
  g_autofree char *path = pdf_file_write (book, "metadata.pdf", COG_PAPER_A4);
  qpdf_data qpdf = pdf_file_open (path);
  g_autofree char *text = pdf_file_dump (qpdf);

  g_assert_nonnull (strstr (text, "<pdfuaid:part>1</pdfuaid:part>"));
  g_assert_nonnull (strstr (text, "Small &amp; &lt;Book&gt;"));
  g_assert_nonnull (strstr (text, "/Title (Small & <Book>)"));
  g_assert_nonnull (strstr (text, "<rdf:li>Ada Example</rdf:li>"));
  g_assert_nonnull (strstr (text, "https://creativecommons.org/licenses/by/4.0/"));
  g_assert_nonnull (strstr (text, "<xmpRights:Marked>True</xmpRights:Marked>"));
  g_assert_nonnull (strstr (text, "/CreationDate (D:20260102030405Z)"));
  qpdf_cleanup (&qpdf);
}

static void
test_outline (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "A Small Book", pdf_file_chapters);
  g_autofree char *path = pdf_file_write (book, "outline.pdf", COG_PAPER_LETTER);
  qpdf_data qpdf = pdf_file_open (path);
  qpdf_oh outlines = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/Outlines");
  qpdf_oh first = qpdf_oh_get_key (qpdf, outlines, "/First");
  qpdf_oh second = qpdf_oh_get_key (qpdf, first, "/Next");
  qpdf_oh below = qpdf_oh_get_key (qpdf, second, "/First");
  qpdf_oh page = qpdf_oh_get_array_item (qpdf, qpdf_oh_get_key (qpdf, second, "/Dest"), 0);

  g_assert_cmpint (qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_key (qpdf, outlines, "/Count")),
                   ==, 2);
  g_assert_cmpstr (qpdf_oh_get_utf8_value (qpdf, qpdf_oh_get_key (qpdf, first, "/Title")), ==,
                   "Chapter 1");
  g_assert_cmpstr (qpdf_oh_get_utf8_value (qpdf, qpdf_oh_get_key (qpdf, below, "/Title")), ==,
                   "Part of it");
  /* It leads to the fourth page, although the contents were drawn after that. */
  g_assert_cmpint (qpdf_find_page_by_oh (qpdf, page), ==, 3);
  qpdf_cleanup (&qpdf);
}

static void
test_same_bytes (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "A Small Book", pdf_file_chapters);
  g_autofree char *first = pdf_file_write (book, "one.pdf", COG_PAPER_A4);
  g_autofree char *second = pdf_file_write (book, "two.pdf", COG_PAPER_A4);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  gsize n_a, n_b;

  g_assert_true (g_file_get_contents (first, &a, &n_a, NULL));
  g_assert_true (g_file_get_contents (second, &b, &n_b, NULL));
  g_assert_cmpmem (a, n_a, b, n_b);
}

/* A draft says so on each page, outside the text. */
static void
test_draft (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "A Small Book", pdf_file_chapters);
  g_autofree char *plain_path = pdf_file_write (book, "plain.pdf", COG_PAPER_A4);
  qpdf_data plain = pdf_file_open (plain_path), draft;
  g_autofree char *draft_path = NULL;
  g_autofree char *before = pdf_file_dump (plain);
  g_autofree char *after = NULL;

  book->is_draft = TRUE;
  draft_path = pdf_file_write (book, "draft.pdf", COG_PAPER_A4);
  draft = pdf_file_open (draft_path);
  after = pdf_file_dump (draft);
  g_assert_cmpuint (pdf_file_count (after, "/MCID"), ==, pdf_file_count (before, "/MCID"));
  g_assert_cmpuint (strlen (after), >, strlen (before));
  qpdf_cleanup (&plain);
  qpdf_cleanup (&draft);
}

static void
test_cancelled (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "A Small Book", pdf_file_chapters);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  CogWriterOptions options = { COG_PAPER_A4 };
  const char *name;

  g_cancellable_cancel (cancellable);
  g_assert_false (cog_writer_write (cog_writer_find ("cancelled.pdf", NULL), book, &options,
                                    "cancelled.pdf", NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (".", 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_null (strstr (name, "cancelled.pdf"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-pdf/metadata", test_metadata);
  g_test_add_func ("/writer-pdf/outline", test_outline);
  g_test_add_func ("/writer-pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/writer-pdf/draft", test_draft);
  g_test_add_func ("/writer-pdf/cancelled", test_cancelled);
  return g_test_run ();
}
