/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-picture-check.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

static GBytes *
new_picture (const char *type, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);
  char *data;
  gsize size;

  /* Noise: a plain picture is so small that nothing of it can be missing. */
  for (int i = 0; i < gdk_pixbuf_get_rowstride (pixbuf) * (height - 1); i++)
    pixels[i] = (guchar)((guint)i * 7919 >> 3);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, NULL, NULL));
  return g_bytes_new_take (data, size);
}

static void
assert_refused (GBytes *bytes, const char *name, CogError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  CogMediaInfo info;

  g_assert_false (cog_picture_check (bytes, name, &info, &error));
  g_assert_error (error, COG_ERROR, (int)code);
  g_assert_true (g_str_has_prefix (error->message, name));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_good (void)
{
  static const char *const types[] = { "png", "jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) bytes = new_picture (types[i], 640, 480);
      g_autoptr (GError) error = NULL;
      CogMediaInfo info;

      /* By content, whatever it is called. */
      g_assert_true (cog_picture_check (bytes, "a.gif", &info, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (info.width, ==, 640);
      g_assert_cmpuint (info.height, ==, 480);
    }
}

static void
test_cut_off (void)
{
  static const char *const types[] = { "png", "jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) whole = new_picture (types[i], 640, 480);

      for (guint part = 1; part < 20; part++)
        {
          g_autoptr (GBytes) bytes =
              g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) * part / 20);

          assert_refused (bytes, "a.png", COG_ERROR_INPUT, "cut off");
        }
    }
}

/* The head of a PNG of 100,000 × 100,000 pixels: 40 GB, in 100 bytes. */
static void
test_huge (void)
{
  static const guint8 head[] = { 0x89, 'P',  'N', 'G', '\r', '\n', 0x1A, '\n', 0,    0, 0,
                                 13,   'I',  'H', 'D', 'R',  0,    1,    0x86, 0xA0, 0, 1,
                                 0x86, 0xA0, 8,   2,   0,    0,    0,    0,    0,    0, 0 };
  static const char gif[] = "GIF89a\xFF\xFF\xFF\xFF\x80\x00\x00";
  g_autoptr (GBytes) png = g_bytes_new_static (head, sizeof head);
  g_autoptr (GBytes) other = g_bytes_new_static (gif, sizeof gif);

  assert_refused (png, "bomb.png", COG_ERROR_TOO_LARGE, "pixels");
  assert_refused (other, "bomb.gif", COG_ERROR_TOO_LARGE, "pixels");
}

static void
test_large_file (void)
{
  g_autofree guint8 *data = g_malloc0 (COG_PICTURE_MAX_BYTES + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, COG_PICTURE_MAX_BYTES + 1);

  assert_refused (bytes, "scan.png", COG_ERROR_TOO_LARGE, "larger than");
}

static void
test_no_picture (void)
{
  static const char *const texts[] = { "", "<html><body>cat</body></html>", "PK\x03\x04 a zip",
                                       "%PDF-1.7", "\x89PN" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      assert_refused (bytes, "cat.jpg", COG_ERROR_UNSUPPORTED, "no picture");
    }
}

static void
test_drawing (void)
{
  static const char good[] = "<svg xmlns='http://www.w3.org/2000/svg'><rect width='9'/></svg>";
  static const char active[] = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>";
  static const char broken[] = "<svg xmlns='http://www.w3.org/2000/svg'><rect</svg>";
  g_autoptr (GBytes) first = g_bytes_new_static (good, strlen (good));
  g_autoptr (GBytes) second = g_bytes_new_static (active, strlen (active));
  g_autoptr (GBytes) third = g_bytes_new_static (broken, strlen (broken));
  CogMediaInfo info;

  g_assert_true (cog_picture_check (first, "a.svg", &info, NULL));
  assert_refused (second, "a.svg", COG_ERROR_REFUSED, "script");
  assert_refused (third, "a.svg", COG_ERROR_INPUT, "a.svg");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-check/good", test_good);
  g_test_add_func ("/picture-check/cut-off", test_cut_off);
  g_test_add_func ("/picture-check/huge", test_huge);
  g_test_add_func ("/picture-check/large-file", test_large_file);
  g_test_add_func ("/picture-check/no-picture", test_no_picture);
  g_test_add_func ("/picture-check/drawing", test_drawing);
  return g_test_run ();
}
