/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lone-page.h"
#include "cog-media.h"
#include "cog-page-picture.h"
#include "cog-pdf-content.h"
#include "cog-pdf-figure.h"
#include "cog-pdf-join.h"
#include "cog-pdf-scan.h"
#include "cog-reading.h"
#include "pdf-maker.h"
#include "project-fixture.h"

#include <string.h>

#define LAYERS "/Resources << /XObject << /P 6 0 R /M 7 0 R >> >> "

/* A scan in layers: paper of two colours, and black letters as its mask. */
static GBytes *
make_scan (const char *catalog_keys, const char *page_keys)
{
  g_autofree char *keys = g_strconcat (LAYERS, page_keys, NULL);
  PdfMaker *maker =
      pdf_maker_new_page (catalog_keys, keys, "q 200 0 0 300 0 0 cm /P Do 0 g /M Do Q");

  pdf_maker_add_stream (maker,
                        "/Type /XObject /Subtype /Image /Width 1 /Height 2 /ColorSpace /DeviceRGB "
                        "/BitsPerComponent 8 /Filter /ASCIIHexDecode",
                        "ffeedd ddeeff>");
  pdf_maker_add_stream (maker,
                        "/Type /XObject /Subtype /Image /Width 8 /Height 4 /ImageMask true "
                        "/BitsPerComponent 1 /Filter /ASCIIHexDecode",
                        "ff 81 bd ff>");
  return pdf_maker_finish (maker);
}

static CogBook *
read_scan (GBytes *bytes)
{
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "scan.pdf");
  g_autoptr (GError) error = NULL;
  CogBook *book = cog_reading_read (source, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (book->assets->len, ==, 1);
  return book;
}

static CogBook *
read_made (void)
{
  g_autoptr (GBytes) bytes = make_scan ("", "");

  return read_scan (bytes);
}

static CogAsset *
get_asset (const CogBook *book)
{
  return g_ptr_array_index (book->assets, 0);
}

/* Cut out of its file, as all other pictures are. */
static GBytes *
cut (GBytes *bytes)
{
  g_autoptr (CogPdfFile) file = cog_pdf_file_new (bytes, "scan.pdf", NULL);
  g_autoptr (CogPdfContent) content = cog_pdf_content_new (file->qpdf);
  g_autoptr (CogPdfMarks) marks = cog_pdf_content_read (content, 1, NULL);
  g_autoptr (CogPdfPage) page = cog_pdf_page_load (file, 1, marks);
  const CogPdfPicture *picture;

  cog_pdf_page_join (page, marks);
  cog_pdf_page_make_picture (page);
  g_assert_true (page->is_scan);
  picture = &g_array_index (page->pictures, CogPdfPicture, 0);
  return cog_pdf_figure_cut (file, 1, &picture->box, picture);
}

static void
test_same (void)
{
  g_autoptr (GBytes) bytes = make_scan ("", "");
  g_autoptr (CogBook) book = read_scan (bytes);
  const CogAsset *asset = get_asset (book);
  g_autoptr (GBytes) expected = cut (bytes);
  g_autoptr (GBytes) drawn = cog_lone_page_draw (asset->bytes);
  CogMediaInfo info;

  g_assert_true (cog_asset_is_page (asset));
  g_assert_cmpstr (asset->name, ==, "media/page-1-1.pdf");
  g_assert_nonnull (expected);
  g_assert_nonnull (drawn);
  g_assert_true (g_bytes_equal (drawn, expected));
  /* Its size is known before. */
  g_assert_true (cog_media_identify (drawn, NULL, &info));
  g_assert_cmpuint (asset->width, ==, info.width);
  g_assert_cmpuint (asset->height, ==, info.height);
}

/* What would not look the same by itself is drawn at once. */
static void
test_not_alone (void)
{
  static const char *const keys[][2] = {
    { "", "/Annots [ << /Type /Annot /Subtype /Widget /Rect [0 0 9 9] >> ]" },
    { "/OCProperties << /OCGs [ ] /D << >> >>", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GBytes) bytes = make_scan (keys[i][0], keys[i][1]);
      g_autoptr (CogBook) book = read_scan (bytes);

      g_assert_cmpstr (get_asset (book)->media_type, ==, "image/png");
    }
}

static char *
dup_shown (const CogBook *book)
{
  const CogSection *section = g_ptr_array_index (book->sections, 0);
  g_autofree char *text = cog_section_serialise (section);
  const char *start = strstr (text, "src=\"");

  g_assert_nonnull (start);
  start += strlen ("src=\"");
  return g_strndup (start, strcspn (start, "\""));
}

static void
assert_drawn (const CogBook *book)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *shown = dup_shown (book);

  g_assert_cmpstr (shown, ==, "media/page-1-1.png");
  g_assert_nonnull (cog_book_find_asset (book, shown));
  g_assert_null (cog_book_find_asset (book, "media/page-1-1.pdf"));
  g_assert_cmpstr (get_asset (book)->media_type, ==, "image/png");
  g_assert_true (cog_book_validate (book, report));
}

/* Before a writer gets it. */
static void
test_book (void)
{
  g_autoptr (CogBook) book = read_made ();
  g_autoptr (GError) error = NULL;
  CogProgress rest;

  g_assert_true (cog_page_pictures_draw (book, NULL, NULL, NULL, &rest, NULL, &error));
  g_assert_no_error (error);
  assert_drawn (book);
}

/* Nothing is left out without a word. */
static void
test_damaged (void)
{
  g_autoptr (CogBook) book = read_made ();
  g_autoptr (CogReport) report = cog_report_new ();
  CogProgress rest;

  g_bytes_unref (get_asset (book)->bytes);
  get_asset (book)->bytes = g_bytes_new_static ("%PDF-1.4 no more", 16);
  g_assert_true (cog_page_pictures_draw (book, NULL, report, NULL, &rest, NULL, NULL));
  g_assert_true (cog_report_has (report, "page-not-drawn"));
  assert_drawn (book);
  g_assert_cmpuint (get_asset (book)->width, ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (CogBook) book = read_made ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CogProgress rest;

  g_cancellable_cancel (cancellable);
  g_assert_false (cog_page_pictures_draw (book, NULL, NULL, NULL, &rest, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (cog_asset_is_page (get_asset (book)));
}

/* In a project it is drawn once, when it is needed; in one that may only be read, each time. */
static void
test_project (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogBook) book = read_made ();
  const char *name = get_asset (book)->name;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  CogProject *project = cog_project_create (f->path, "ar", NULL, NULL, NULL, &error);
  g_autoptr (CogAsset) before = NULL, drawn = NULL, again = NULL, kept = NULL;
  g_autoptr (CogBook) edition = NULL;
  CogProgress rest;

  id = cog_project_add_source (project, book, "pdf", "scan.pdf", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cog_project_close (project, NULL));
  g_object_unref (project);

  project = cog_project_open (f->path, COG_PROJECT_READ, &error);
  again = cog_page_picture_load (project, name, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->media_type, ==, "image/png");
  before = cog_project_dup_asset (project, name, NULL);
  g_assert_true (cog_asset_is_page (before));
  g_object_unref (project);

  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  drawn = cog_page_picture_load (project, name, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (drawn->bytes, again->bytes));
  kept = cog_project_dup_asset (project, name, NULL);
  g_assert_cmpstr (kept->media_type, ==, "image/png");
  g_assert_true (g_bytes_equal (kept->bytes, drawn->bytes));
  /* Whoever gets the book gets it by the name of what it is. */
  edition = cog_project_dup_source_book (project, id, &error);
  g_assert_no_error (error);
  g_assert_true (cog_page_pictures_draw (edition, project, NULL, NULL, &rest, NULL, &error));
  assert_drawn (edition);
  g_assert_true (cog_project_close (project, NULL));
  g_object_unref (project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-picture/same", test_same);
  g_test_add_func ("/page-picture/not-alone", test_not_alone);
  g_test_add_func ("/page-picture/book", test_book);
  g_test_add_func ("/page-picture/damaged", test_damaged);
  g_test_add_func ("/page-picture/cancelled", test_cancelled);
  PROJECT_FIXTURE_ADD ("/page-picture/project", test_project);
  return g_test_run ();
}
