/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-reading-private.h"
#include "cog-sheet-pack.h"

#include <cairo-pdf.h>
#include <string.h>

static const char *naughty; /* path of a helper that draws as a hostile file would have it */

/* Pages of 200 × 100 points with a black square in the first corner. */
static cairo_status_t
append (void *bytes, const unsigned char *data, unsigned length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static CogSource *
make_pdf (guint n_pages)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, array, 200, 100);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < n_pages; i++)
    {
      cairo_rectangle (cr, 0, 0, 20, 20);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (array);
  return cog_source_new_for_bytes (bytes, "pages.pdf");
}

static CogDrawer *
try_naughty (const char *words, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (words, strlen (words));
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "words");
  const CogReadingSetup setup = { naughty, 20, 2 };

  return cog_drawer_new_with (&setup, source, NULL, error);
}

static guint32
get_pixel (const CogSheetPicture *picture, guint x, guint y)
{
  const guint8 *data = g_bytes_get_data (picture->pixels, NULL);
  guint32 pixel;

  memcpy (&pixel, data + (gsize)y * picture->stride + 4 * x, sizeof pixel);
  return pixel;
}

static void
assert_draws (CogDrawer *drawer)
{
  g_autoptr (GError) error = NULL;
  g_auto (CogSheetPicture) picture = { 0 };
  const CogSheetList *list = cog_drawer_get_list (drawer);
  const CogSheet *sheet = g_ptr_array_index (list->sheets, 2);

  g_assert_cmpuint (list->sheets->len, ==, 3);
  g_assert_cmpfloat (sheet->width, ==, 200);
  g_assert_cmpfloat (sheet->height, ==, 100);
  g_assert_cmpstr (sheet->label, ==, "3");
  for (guint i = 0; i < 3; i++)
    {
      cog_sheet_picture_clear (&picture);
      g_assert_true (cog_drawer_draw (drawer, i, 2, NULL, &picture, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (picture.width, ==, 400);
      g_assert_cmpuint (picture.height, ==, 200);
      g_assert_cmphex (get_pixel (&picture, 10, 10), ==, 0xff000000);
      g_assert_cmphex (get_pixel (&picture, 300, 100), ==, 0xffffffff);
    }
  cog_sheet_picture_clear (&picture);
  g_assert_false (cog_drawer_draw (drawer, 3, 2, NULL, &picture, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  /* However large it is wanted. */
  g_assert_true (cog_drawer_draw (drawer, 0, 1e6, NULL, &picture, &error));
  g_assert_cmpuint (picture.width, ==, COG_SHEET_MAX_SIDE);
}

static void
test_draws (void)
{
  g_autoptr (CogSource) source = make_pdf (3);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogDrawer) drawer = cog_drawer_new (source, NULL, &error);

  g_assert_no_error (error);
  assert_draws (drawer);
}

/* Where no helper can be started. */
static void
test_alone (void)
{
  const CogReadingSetup setup = { NULL };
  const CogReadingSetup none = { "/nowhere/cognate-reader" };
  g_autoptr (CogSource) source = make_pdf (3);
  g_autoptr (CogDrawer) drawer = cog_drawer_new_with (&setup, source, NULL, NULL);
  g_autoptr (CogDrawer) other = cog_drawer_new_with (&none, source, NULL, NULL);

  assert_draws (drawer);
  assert_draws (other);
}

static void
test_refuses (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7 no more", 16);
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "bad.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_null (cog_drawer_new (source, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

/* One page that ends its helper, or takes for ever, is not shown; those after it are. */
static void
test_stopped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogDrawer) drawer = try_naughty ("pages", &error);

  g_assert_no_error (error);
  for (guint page = 0; page < 6; page++)
    {
      g_auto (CogSheetPicture) picture = { 0 };
      gboolean ok = cog_drawer_draw (drawer, page, 1, NULL, &picture, &error);

      /* 1 crashes, 3 hangs, 5 tells lies of its size. */
      g_assert_cmpint (ok, ==, page % 2 == 0);
      if (!ok)
        g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
      g_clear_error (&error);
    }
}

static void
test_lies (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (try_naughty ("other", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_null (try_naughty ("none", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 5);
  cancel_cb (cancellable);
  return NULL;
}

/* At once, also in the middle of a page; the next is drawn. */
static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogDrawer) drawer = try_naughty ("pages", &error);
  g_auto (CogSheetPicture) picture = { 0 };
  gint64 begin = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_false (cog_drawer_draw (drawer, 3, 1, cancellable, &picture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, G_USEC_PER_SEC * 3 / 2);
  g_thread_join (thread);
  g_assert_true (cog_drawer_draw (drawer, 0, 1, NULL, &picture, NULL));
}

/* The picture that a page of a scan is in the book: the same, wherever it is drawn. */
static void
test_picture (void)
{
  const CogReadingSetup alone = { NULL };
  g_autoptr (CogSource) source = make_pdf (1);
  g_autoptr (CogDrawer) drawer = cog_drawer_new (source, NULL, NULL);
  g_autoptr (CogDrawer) other = cog_drawer_new_with (&alone, source, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = cog_drawer_draw_picture (drawer, NULL, &error);
  g_autoptr (GBytes) same = NULL;

  g_assert_no_error (error);
  same = cog_drawer_draw_picture (other, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (picture, same));
}

/* What a helper sends as a picture is looked at. */
static void
test_no_picture (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogDrawer) drawer = try_naughty ("pages", &error);

  g_assert_no_error (error);
  g_assert_null (cog_drawer_draw_picture (drawer, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

/* Every prefix, and every byte changed, of what a helper sends. */
static void
test_packed (void)
{
  g_autoptr (GByteArray) list_bytes = g_byte_array_new ();
  g_autoptr (GByteArray) picture_bytes = g_byte_array_new ();
  g_autoptr (CogSheetList) list = cog_sheet_list_new ();
  CogSheetPicture picture = { 2, 2, 8, NULL, (char *)"words" };

  cog_sheet_list_add (list, 10, 20, "iv");
  cog_sheet_list_add_mark (list, "One", 0);
  cog_pack_sheet_list (list_bytes, list);
  cog_pack_sheet_picture (picture_bytes, &picture);
  g_byte_array_append (picture_bytes, (const guint8 *)"0123456789abcdef", 16);
  for (guint i = 0; i <= list_bytes->len; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (list_bytes->data, i);
      g_autoptr (CogSheetList) got = cog_unpack_sheet_list (bytes);

      g_assert_cmpint (got != NULL, ==, i == list_bytes->len);
    }
  for (guint i = 0; i < picture_bytes->len * 255; i++)
    {
      g_autofree guint8 *data = g_memdup2 (picture_bytes->data, picture_bytes->len);
      g_autoptr (GBytes) bytes = NULL;
      g_auto (CogSheetPicture) got = { 0 };

      data[i / 255] ^= (guint8)(1 + i % 255);
      bytes = g_bytes_new_take (g_steal_pointer (&data), picture_bytes->len);
      if (cog_unpack_sheet_picture (bytes, &got))
        g_assert_cmpuint (g_bytes_get_size (got.pixels), ==, (gsize)got.height * got.stride);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  naughty = argv[1];
  g_test_add_func ("/drawer/draws", test_draws);
  g_test_add_func ("/drawer/alone", test_alone);
  g_test_add_func ("/drawer/refuses", test_refuses);
  g_test_add_func ("/drawer/stopped", test_stopped);
  g_test_add_func ("/drawer/lies", test_lies);
  g_test_add_func ("/drawer/cancelled", test_cancelled);
  g_test_add_func ("/drawer/picture", test_picture);
  g_test_add_func ("/drawer/no-picture", test_no_picture);
  g_test_add_func ("/drawer/packed", test_packed);
  return g_test_run ();
}
