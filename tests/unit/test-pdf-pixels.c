/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-pixels.h"

#include <math.h>
#include <string.h>

#define WIDTH 1001 /* odd: the last byte of a row holds one pixel */
#define HEIGHT 1200

typedef guint32 (*Paint) (guint x, guint y);

static guint
get_noise (guint x, guint y)
{
  guint32 n = x * 374761393u + y * 668265263u;

  n = (n ^ n >> 13) * 1274126177u;
  return (n ^ n >> 16) & 0xff;
}

static guint32
make_grey (guint value)
{
  return value << 16 | value << 8 | value;
}

/* Letters have rims; what a scanner makes of white paper is not quite white. */
static guint32
paint_text (guint x, guint y)
{
  if (y % 40 < 20 && x % 30 < 4)
    return make_grey (x % 30 == 0 || x % 30 == 3 ? 119 : 0);
  return make_grey (247 + get_noise (x, y) % 9);
}

static guint32
paint_text_with_stamp (guint x, guint y)
{
  return x >= 100 && x < 120 && y >= 100 && y < 110 ? 0xe02020 : paint_text (x, y);
}

static guint32
paint_tinted_table (guint x, guint y)
{
  return y < 200 ? 0xffffe0 : paint_text (x, y / 2 * 2);
}

static guint32
paint_photograph (guint x, guint y)
{
  return make_grey (64 + (x / 10 + get_noise (x, y) % 9) % 128);
}

static guint32
paint_chart (guint x, guint y)
{
  return x > 200 && x < 600 && y > 300 ? 0x2060c0 : 0xffffff;
}

static cairo_surface_t *
paint (guint width, guint height, Paint get)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width, (int)height);
  guint8 *data = cairo_image_surface_get_data (surface);
  gsize stride = (gsize)cairo_image_surface_get_stride (surface);

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      ((guint32 *)(void *)(data + y * stride))[x] = get (x, y);
  cairo_surface_mark_dirty (surface);
  return surface;
}

static GBytes *
encode (guint width, guint height, Paint get)
{
  cairo_surface_t *surface = paint (width, height, get);
  GBytes *bytes = cog_pdf_pixels_encode (surface);

  g_assert_nonnull (bytes);
  cairo_surface_destroy (surface);
  return bytes;
}

typedef struct
{
  GBytes *bytes;
  gsize at;
} Stream;

static cairo_status_t
take (void *closure, unsigned char *data, unsigned int length)
{
  Stream *stream = closure;
  gsize size;
  const guint8 *all = g_bytes_get_data (stream->bytes, &size);

  if (size - stream->at < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, all + stream->at, length);
  stream->at += length;
  return CAIRO_STATUS_SUCCESS;
}

/* How far the lightest of the differences to what was painted goes; -1: no PNG. */
static int
compare (GBytes *bytes, guint width, guint height, Paint get)
{
  Stream stream = { bytes, 0 };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (take, &stream);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int most = -1;

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      gsize stride = (gsize)cairo_image_surface_get_stride (surface);

      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, (int)width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, (int)height);
      most = 0;
      for (guint y = 0; y < height; y++)
        for (guint x = 0; x < width; x++)
          {
            guint32 a = ((const guint32 *)(const void *)(data + y * stride))[x], b = get (x, y);

            for (guint shift = 0; shift < 24; shift += 8)
              most = MAX (most, ABS ((int)(a >> shift & 0xff) - (int)(b >> shift & 0xff)));
          }
    }
  cairo_surface_destroy (surface);
  return most;
}

static void
test_text (void)
{
  g_autoptr (GBytes) bytes = encode (WIDTH, HEIGHT, paint_text);
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpint (compare (bytes, WIDTH, HEIGHT, paint_text), <=, 9);
  g_assert_cmpint (compare (bytes, WIDTH, HEIGHT, paint_text), >=, 0);
  g_assert_cmpuint (data[24], ==, 4);
  g_assert_cmpuint (data[25], ==, 0);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, WIDTH * HEIGHT / 20);
}

static void
test_colours (void)
{
  static const Paint paints[] = { paint_text_with_stamp, paint_tinted_table };

  for (guint i = 0; i < G_N_ELEMENTS (paints); i++)
    {
      g_autoptr (GBytes) bytes = encode (WIDTH, HEIGHT, paints[i]);
      const guint8 *data = g_bytes_get_data (bytes, NULL);

      /* JPEG in colours, or PNG. */
      g_assert_true (compare (bytes, WIDTH, HEIGHT, paints[i]) == 0 ||
                     (data[0] == 0xff && data[1] == 0xd8));
      g_assert_false (data[0] == 0x89 && data[25] == 0);
    }
}

static void
test_photograph (void)
{
  g_autoptr (GBytes) bytes = encode (WIDTH, HEIGHT, paint_photograph);
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpuint (data[0], ==, 0xff);
  g_assert_cmpuint (data[1], ==, 0xd8);
}

static void
test_exact (void)
{
  g_autoptr (GBytes) chart = encode (WIDTH, HEIGHT, paint_chart);
  g_autoptr (GBytes) small = encode (301, 200, paint_photograph);

  g_assert_cmpint (compare (chart, WIDTH, HEIGHT, paint_chart), ==, 0);
  g_assert_cmpint (compare (small, 301, 200, paint_photograph), ==, 0);
}

/* A line that is a pixel wide is never lost, and what is even stays so. */
static void
test_shrink (void)
{
  static const double scales[] = { 2 / 3.0, .5, .31, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      cairo_surface_t *large = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 301, 90), *small;
      cairo_t *cr = cairo_create (large);
      guint darkness = 0;

      cairo_set_source_rgb (cr, 1, 1, 0);
      cairo_paint (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_rectangle (cr, 100, 0, 1, 90);
      cairo_fill (cr);
      cairo_destroy (cr);
      small = cog_pdf_pixels_shrink (large, scales[i]);
      g_assert_cmpint (cairo_image_surface_get_width (small), ==,
                       (int)ceil (301 * scales[i] - .01));
      for (guint x = 0; x < (guint)cairo_image_surface_get_width (small); x++)
        {
          const guint8 *row =
              cairo_image_surface_get_data (small) +
              cairo_image_surface_get_stride (small) * (cairo_image_surface_get_height (small) / 2);
          guint32 pixel = ((const guint32 *)(const void *)row)[x] & 0xffffff;

          g_assert_cmpuint (pixel & 0xff, ==, 0);
          g_assert_cmpuint (pixel >> 16, ==, pixel >> 8 & 0xff);
          darkness += 255 - (pixel >> 16);
        }
      /* As much black as there was, in the width that is left. */
      g_assert_cmpfloat (fabs (darkness - 255 * scales[i]), <=, 3);
      cairo_surface_destroy (large);
      cairo_surface_destroy (small);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-pixels/text", test_text);
  g_test_add_func ("/pdf-pixels/colours", test_colours);
  g_test_add_func ("/pdf-pixels/photograph", test_photograph);
  g_test_add_func ("/pdf-pixels/exact", test_exact);
  g_test_add_func ("/pdf-pixels/shrink", test_shrink);
  return g_test_run ();
}
