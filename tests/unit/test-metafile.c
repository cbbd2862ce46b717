/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-drawing.h"
#include "cog-error.h"
#include "cog-metafile.h"
#include "metafile-maker.h"

#include <string.h>

#define BOUNDS 0, 0, 99, 49

/* The drawing, of which the book takes all. */
static char *
draw (GBytes *given, guint *n_lost)
{
  g_autoptr (GBytes) bytes = given;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) drawing = cog_metafile_draw (bytes, "a.emf", n_lost, &error);
  g_autoptr (GBytes) clean = NULL;
  guint n_removed = 0;

  g_assert_no_error (error);
  clean = cog_drawing_clean (drawing, "a.svg", &n_removed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_removed, ==, 0);
  return g_strndup (g_bytes_get_data (clean, NULL), g_bytes_get_size (clean));
}

static void
assert_has (const char *drawing, const char *piece)
{
  if (strstr (drawing, piece) == NULL)
    g_error ("no %s in %s", piece, drawing);
}

static void
assert_lacks (const char *drawing, const char *piece)
{
  if (strstr (drawing, piece) != NULL)
    g_error ("%s in %s", piece, drawing);
}

static void
assert_fails (GBytes *given, guint code)
{
  g_autoptr (GBytes) bytes = given;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) drawing = cog_metafile_draw (bytes, "a.emf", NULL, &error);

  g_assert_null (drawing);
  g_assert_error (error, COG_ERROR, (gint)code);
}

static void
test_shapes (void)
{
  GByteArray *emf = emf_maker_new ();
  g_autofree char *drawing = NULL;

  EMF_ADD (emf, 38, 1, 0, 2, 0, 0x0000FF); /* CREATEPEN: 2 wide, red */
  EMF_ADD (emf, 39, 2, 0, 0xFF0000, 0);    /* CREATEBRUSHINDIRECT: blue */
  EMF_ADD (emf, 37, 1);                    /* SELECTOBJECT */
  EMF_ADD (emf, 37, 2);
  EMF_ADD (emf, 43, 10, 5, 30, 25); /* RECTANGLE */
  EMF_ADD (emf, 37, 0x80000005);    /* NULL_BRUSH */
  EMF_ADD (emf, 42, 40, 5, 60, 25); /* ELLIPSE */
  EMF_ADD (emf, 27, 1, 2);          /* MOVETOEX */
  EMF_ADD (emf, 54, 3, 4);          /* LINETO */
  EMF_ADD (emf, 54, 5, 2);
  EMF_ADD (emf, 3, BOUNDS, 3, 70, 5, 80, 5, 75, 15);                                /* POLYGON */
  EMF_ADD (emf, 85, BOUNDS, 4, 1 | 2 << 16, 3 | 4 << 16, 5 | 6 << 16, 7 | 8 << 16); /* BEZIER16 */
  EMF_ADD (emf, 91, BOUNDS, 2, 4, 2, 2, 9, 9 | 1 << 16, 8, 8 | 1 << 16); /* POLYPOLYGON16 */
  drawing = draw (emf_maker_end (emf), NULL);
  assert_has (drawing, "width=\"100mm\" height=\"50mm\" viewBox=\"0 0 100 50\"");
  assert_has (drawing, "<path d=\"M10 5L30 5L30 25L10 25Z\" fill=\"#0000ff\" fill-rule=\"evenodd\" "
                       "stroke=\"#ff0000\" stroke-width=\"2\"");
  assert_has (drawing, "<path d=\"M60 15C60 20.52 ");
  assert_has (drawing, "<path d=\"M1 2L3 4L5 2\" fill=\"none\"");
  assert_has (drawing, "M70 5L80 5L75 15Z");
  assert_has (drawing, "M1 2C3 4 5 6 7 8\"");
  assert_has (drawing, "M9 0L9 1ZM8 0L8 1Z");
}

static void
test_mapping (void)
{
  GByteArray *emf = emf_maker_new ();
  g_autofree char *drawing = NULL;

  EMF_ADD (emf, 17, 8);         /* MM_ANISOTROPIC */
  EMF_ADD (emf, 9, 1000, 1000); /* SETWINDOWEXTEX */
  EMF_ADD (emf, 11, 100, 50);   /* SETVIEWPORTEXTEX */
  EMF_ADD (emf, 43, 0, 0, 500, 500);
  EMF_ADD (emf, 33); /* SAVEDC */
  EMF_ADD (emf, 17, 1);
  EMF_ADD (emf, 35, 0x40000000, 0, 0, 0x40000000, 0x41200000,
           0); /* twice as large, 10 to the right */
  EMF_ADD (emf, 43, 1, 1, 2, 2);
  EMF_ADD (emf, 34, (guint32)-1); /* RESTOREDC */
  EMF_ADD (emf, 43, 100, 100, 200, 200);
  EMF_ADD (emf, 17, 2); /* MM_LOMETRIC: tenths of a millimetre, upwards */
  EMF_ADD (emf, 43, 100, (guint32)-100, 200, (guint32)-200);
  drawing = draw (emf_maker_end (emf), NULL);
  assert_has (drawing, "M0 0L50 0L50 25L0 25Z");
  assert_has (drawing, "M12 2L14 2L14 4L12 4Z");
  assert_has (drawing, "M10 5L20 5L20 10L10 10Z");
  assert_has (drawing, "M10 10L20 10L20 20L10 20Z");
}

static void
test_paths (void)
{
  GByteArray *emf = emf_maker_new ();
  g_autofree char *drawing = NULL;

  EMF_ADD (emf, 59); /* BEGINPATH */
  EMF_ADD (emf, 27, 0, 0);
  EMF_ADD (emf, 54, 9, 0);
  EMF_ADD (emf, 54, 9, 9);
  EMF_ADD (emf, 61); /* CLOSEFIGURE */
  EMF_ADD (emf, 60);
  EMF_ADD (emf, 62, BOUNDS);         /* FILLPATH */
  EMF_ADD (emf, 30, 10, 10, 40, 40); /* INTERSECTCLIPRECT */
  EMF_ADD (emf, 30, 20, 0, 60, 30);
  EMF_ADD (emf, 43, 0, 0, 100, 50);
  EMF_ADD (emf, 75, 0, 5); /* EXTSELECTCLIPRGN: none */
  EMF_ADD (emf, 43, 1, 1, 2, 2);
  drawing = draw (emf_maker_end (emf), NULL);
  assert_has (drawing, "<path d=\"M0 0L9 0L9 9Z\" fill=\"#ffffff\" fill-rule=\"evenodd\"/>");
  assert_has (drawing, "<path d=\"M20 10h20v20h-20Z\"");
  assert_has (drawing, "<g clip-path=\"url(#c2)\">\n<path d=\"M0 0L100 0");
  assert_has (drawing, "</g>\n<path d=\"M1 1L2 1");
}

static void
add_font (GByteArray *emf, guint number, gint32 height, guint32 escapement, guint32 weight)
{
  guint32 values[6 + 2 + 16] = { number, (guint32)height, 0, escapement, 0, weight, 1u << 24, 0 };

  memcpy (values + 8, "A\0r\0i\0a\0l\0", 10);
  emf_maker_add (emf, 82, values, G_N_ELEMENTS (values));
}

static void
test_text (void)
{
  GByteArray *emf = emf_maker_new ();
  g_autofree char *drawing = NULL;
  guint n_lost = 0;

  add_font (emf, 1, -10, 0, 700);
  add_font (emf, 2, -10, 900, 400);
  EMF_ADD (emf, 22, 24);       /* TA_BASELINE */
  EMF_ADD (emf, 24, 0x00FF00); /* SETTEXTCOLOR */
  EMF_ADD (emf, 37, 1);
  emf_maker_add_text (emf, 5, 20, "Force < 3 N", 0);
  EMF_ADD (emf, 37, 2);
  emf_maker_add_text (emf, 50, 40, "Up", 0);
  emf_maker_add_text (emf, 90, 20, "القوة", 0x80);
  EMF_ADD (emf, 22, 24 | 6);
  emf_maker_add_text (emf, 50, 20, "Mid", 0);
  emf_maker_add_text (emf, 50, 20, "@@", 0x10); /* numbers of shapes */
  drawing = draw (emf_maker_end (emf), &n_lost);
  assert_has (drawing, "<text x=\"5\" y=\"20\" font-family=\"&apos;Arial&apos;, sans-serif\" "
                       "font-size=\"10\" fill=\"#00ff00\" font-weight=\"bold\" "
                       "xml:space=\"preserve\">Force &lt; 3 N</text>");
  assert_has (drawing, "transform=\"rotate(-90 50 40)\"");
  assert_has (drawing, "direction=\"rtl\" text-anchor=\"end\" xml:space=\"preserve\">القوة<");
  assert_has (drawing, "text-anchor=\"middle\" xml:space=\"preserve\">Mid<");
  assert_lacks (drawing, "@@");
  g_assert_cmpuint (n_lost, ==, 1);
}

static void
test_bitmap (void)
{
  GByteArray *emf = emf_maker_new ();
  g_autofree char *drawing = NULL;

  /* STRETCHDIBITS: two dots, red and blue, of 24 bits. */
  EMF_ADD (emf, 81, BOUNDS, 10, 5, 0, 0, 2, 1, 80, 40, 120, 8, 0, 0xCC0020, 20, 10, 40, 2, 1,
           1 | 24 << 16, 0, 8, 0, 0, 0, 0, 0xFF0000, 0xFF | 0 << 8);
  drawing = draw (emf_maker_end (emf), NULL);
  assert_has (drawing, "transform=\"matrix(20 0 0 10 10 5)\" "
                       "xlink:href=\"data:image/png;base64,iVBORw0KGgo");
}

static void
test_hatch (void)
{
  GByteArray *emf = emf_maker_new ();
  g_autofree char *drawing = NULL;

  EMF_ADD (emf, 39, 1, 2, 0x0000FF, 4); /* HS_CROSS */
  EMF_ADD (emf, 95, 2, 0, 0, 0, 0, 0x10000 | 0x200 | 0x2000 | 7, 3, 0, 0x808080, 0, 2, 4, 5);
  EMF_ADD (emf, 37, 1);
  EMF_ADD (emf, 37, 2);
  EMF_ADD (emf, 43, 1, 1, 9, 9);
  EMF_ADD (emf, 37, 0x80000008);                  /* NULL_PEN */
  EMF_ADD (emf, 47, 0, 0, 40, 40, 40, 20, 20, 0); /* PIE: the upper right quarter */
  drawing = draw (emf_maker_end (emf), NULL);
  assert_has (drawing, "<pattern id=\"h1\"");
  assert_has (drawing, "fill=\"url(#h1)\"");
  assert_has (drawing, "stroke-dasharray=\"4 5\"");
  assert_has (drawing, "stroke-miterlimit=\"10\"");
  assert_has (drawing, "<path d=\"M20 20L40 20C40 8.95 31.05 0 20 0Z\"");
}

static void
test_wmf (void)
{
  GByteArray *wmf = wmf_maker_new (TRUE);
  g_autofree char *drawing = NULL;

  WMF_ADD (wmf, 0x020B, 0, 0);
  WMF_ADD (wmf, 0x020C, 500, 1000);       /* SETWINDOWEXT: y, x */
  WMF_ADD (wmf, 0x02FC, 0, 0x00FF, 0, 0); /* a red brush, 0 */
  WMF_ADD (wmf, 0x02FA, 5, 0, 0, 0, 0);   /* no pen, 1 */
  WMF_ADD (wmf, 0x02FB, (guint16)-100, 0, 0, 0, 400, 0, 204 << 8, 0, 0, 0x7241, 0); /* Russian, 2 */
  WMF_ADD (wmf, 0x012D, 0);
  WMF_ADD (wmf, 0x012D, 1);
  WMF_ADD (wmf, 0x012D, 2);
  WMF_ADD (wmf, 0x041B, 100, 200, 0, 100);       /* RECTANGLE: bottom, right, top, left */
  WMF_ADD (wmf, 0x0324, 3, 0, 0, 10, 0, 10, 10); /* POLYGON */
  WMF_ADD (wmf, 0x012E, 24);
  WMF_ADD (wmf, 0x0521, 3, 0xE8CC, 0xF0, 300, 500); /* TEXTOUT: Мир */
  drawing = draw (wmf_maker_end (wmf), NULL);
  assert_has (drawing, "viewBox=\"0 0 100 50\"");
  assert_has (drawing, "<path d=\"M10 0L20 0L20 10L10 10Z\" fill=\"#ff0000\"");
  assert_has (drawing, "M0 0L1 0L1 1Z");
  assert_has (drawing, "<text x=\"50\" y=\"30\"");
  assert_has (drawing, "font-size=\"10\"");
  assert_has (drawing, ">Мир</text>");
}

/* Without a header that tells where it stands, and without a window: what was drawn is all. */
static void
test_wmf_bare (void)
{
  GByteArray *wmf = wmf_maker_new (FALSE);
  g_autofree char *drawing = NULL;

  WMF_ADD (wmf, 0x041B, 300, 400, 100, 200);
  drawing = draw (wmf_maker_end (wmf), NULL);
  assert_has (drawing, "viewBox=\"0 0 200 200\"");
  assert_has (drawing, "M0 0L200 0L200 200L0 200Z");
}

static GBytes *
make_plus (gboolean has_image)
{
  GByteArray *emf = emf_maker_new ();

  /* COMMENT: EMF+, an object that is an image, a bitmap, packed: the head of a PNG. */
  if (has_image)
    EMF_ADD (emf, 70, 52, 0x2B464D45, 0x4008 | 5u << 24, 48, 36, 0xDBC01002, 1, 1, 1, 0, 0, 1,
             0x474E5089, 0x0A1A0A0D);
  else
    EMF_ADD (emf, 70, 16, 0x2B464D45, 0x4004, 12, 0);
  return emf_maker_end (emf);
}

static void
test_plus (void)
{
  g_autoptr (GBytes) bytes = make_plus (TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = cog_metafile_draw (bytes, "a.emf", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture),
                   "\x89PNG\r\n\x1A\n", 8);
  assert_fails (make_plus (FALSE), COG_ERROR_UNSUPPORTED);
}

static void
test_damaged (void)
{
  GByteArray *emf = emf_maker_new ();
  GByteArray *lying = emf_maker_new ();
  GByteArray *cut = wmf_maker_new (TRUE);
  g_autoptr (GBytes) svm = g_bytes_new_static ("VCLMTF\1\0aaaaaaaaaaaaaaaa", 24);

  EMF_ADD (emf, 43, 1, 1, 2, 2);
  EMF_ADD (lying, 3, BOUNDS, 0xFFFFFFFF, 1, 1); /* points that are not there */
  assert_fails (emf_maker_end (lying), COG_ERROR_INPUT);
  g_byte_array_append (emf, (const guint8 *)"\x2B\0\0\0\xFF\xFF\xFF\x7F", 8);
  assert_fails (g_byte_array_free_to_bytes (emf), COG_ERROR_INPUT);
  WMF_ADD (cut, 0x0324, 0x7FFF, 1, 1);
  assert_fails (wmf_maker_end (cut), COG_ERROR_INPUT);
  assert_fails (emf_maker_end (emf_maker_new ()), COG_ERROR_UNSUPPORTED);
  g_assert_cmpint (cog_metafile_identify (svm), ==, COG_METAFILE_SVM);
}

/* More records than a drawing for people has. */
static void
test_bounded (void)
{
  GByteArray *emf = emf_maker_new ();

  for (guint i = 0; i < 200001; i++)
    EMF_ADD (emf, 33);
  assert_fails (emf_maker_end (emf), COG_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metafile/shapes", test_shapes);
  g_test_add_func ("/metafile/mapping", test_mapping);
  g_test_add_func ("/metafile/paths", test_paths);
  g_test_add_func ("/metafile/text", test_text);
  g_test_add_func ("/metafile/bitmap", test_bitmap);
  g_test_add_func ("/metafile/hatch", test_hatch);
  g_test_add_func ("/metafile/wmf", test_wmf);
  g_test_add_func ("/metafile/wmf-bare", test_wmf_bare);
  g_test_add_func ("/metafile/plus", test_plus);
  g_test_add_func ("/metafile/damaged", test_damaged);
  g_test_add_func ("/metafile/bounded", test_bounded);
  return g_test_run ();
}
