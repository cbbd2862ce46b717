/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-picture-scan.h"
#include "cog-picture-text.h"
#include "cog-recognizer.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define WIDTH 640
#define HEIGHT 400
#define N_PHOTOS 4u /* each takes a second or two */

/* A figure as textbooks have them: lines and a box with labels. size: pixels of the letters. */
typedef struct
{
  const char *language;
  const char *labels[4];
  double size;
  gboolean is_light; /* light letters on a dark ground */
} Figure;

static const Figure figures[] = {
  { "en", { "Evaporation", "Condensation", "Ocean", "Groundwater" }, 18, FALSE },
  { "en", { "Mass of the block", "Friction", "Normal force", "Ramp" }, 14, FALSE },
  { "en", { "Demand", "Supply", "Quantity of pizza", "Price" }, 24, FALSE },
  { "en", { "Stop", "City Hospital", "Main Street", "Parking" }, 30, TRUE },
  { "ru", { "Испарение", "Конденсация", "Океан", "Грунтовые воды" }, 18, FALSE },
  { "ru", { "Масса тела", "Сила трения", "Наклонная плоскость", "Опора" }, 24, FALSE },
  { "ru", { "Остановка", "Больница", "Школа", "Аптека" }, 30, TRUE },
  { "ar", { "التبخر", "التكاثف", "المحيط", "المياه الجوفية" }, 26, FALSE },
  { "ar", { "كتلة الجسم", "قوة الاحتكاك", "المستوى المائل", "الأرض" }, 30, FALSE },
  { "ar", { "مدرسة القرية", "المستشفى", "السوق الكبير", "الطريق" }, 36, FALSE },
};

static cairo_status_t
write_cb (void *user_data, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (user_data, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* (transfer full) */
static CogAsset *
finish (cairo_surface_t *surface, cairo_t *cr)
{
  GByteArray *png = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (png);
  return cog_asset_new ("picture.png", "image/png", bytes);
}

static void
draw_label (cairo_t *cr, const Figure *figure, const char *label, double x, double y)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans, DejaVu Sans");

  pango_font_description_set_absolute_size (font, figure->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, label, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static CogAsset *
draw_figure (const Figure *figure)
{
  static const double places[][2] = { { 40, 40 }, { 340, 60 }, { 60, 300 }, { 360, 320 } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double ground = figure->is_light ? .15 : 1, ink = figure->is_light ? 1 : .05;

  cairo_set_source_rgb (cr, ground, ground, figure->is_light ? .4 : 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, ink, ink, ink);
  cairo_set_line_width (cr, 2);
  cairo_rectangle (cr, 200, 130, 220, 120);
  cairo_move_to (cr, 100, 80);
  cairo_line_to (cr, 240, 180);
  cairo_move_to (cr, 400, 310);
  cairo_line_to (cr, 380, 200);
  cairo_stroke (cr);
  for (guint i = 0; i < G_N_ELEMENTS (figure->labels); i++)
    draw_label (cr, figure, figure->labels[i], places[i][0], places[i][1]);
  return finish (surface, cr);
}

/* What stands for a photograph: light that falls off, things with soft edges, and grain. */
static CogAsset *
draw_photo (guint32 seed)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
  cairo_pattern_t *sky = cairo_pattern_create_linear (0, 0, WIDTH / 3.0, HEIGHT);

  cairo_pattern_add_color_stop_rgb (sky, 0, .5, .7, .9);
  cairo_pattern_add_color_stop_rgb (sky, 1, .3, .35, .2);
  cairo_set_source (cr, sky);
  cairo_paint (cr);
  cairo_pattern_destroy (sky);
  for (guint i = 0; i < 60; i++)
    {
      double x = g_rand_double_range (dice, 0, WIDTH), y = g_rand_double_range (dice, 0, HEIGHT);
      double r = g_rand_double_range (dice, 10, 90);
      cairo_pattern_t *blob = cairo_pattern_create_radial (x, y, 0, x, y, r);

      cairo_pattern_add_color_stop_rgba (blob, 0, g_rand_double (dice), g_rand_double (dice),
                                         g_rand_double (dice), .8);
      cairo_pattern_add_color_stop_rgba (blob, 1, 0, 0, 0, 0);
      cairo_set_source (cr, blob);
      cairo_paint (cr);
      cairo_pattern_destroy (blob);
    }
  for (guint i = 0; i < 20000; i++)
    {
      cairo_set_source_rgba (cr, g_rand_double (dice), g_rand_double (dice), g_rand_double (dice),
                             .25);
      cairo_rectangle (cr, g_rand_int_range (dice, 0, WIDTH), g_rand_int_range (dice, 0, HEIGHT),
                       g_rand_int_range (dice, 1, 4), g_rand_int_range (dice, 1, 14));
      cairo_fill (cr);
    }
  return finish (surface, cr);
}

static gboolean
is_skipped (void)
{
  if (cog_recognizer_is_installed ())
    return FALSE;
  g_test_skip ("Tesseract is not installed");
  return TRUE;
}

/* Each figure's words are seen, most of them; of the photographs none has any. */
static void
test_precision (void)
{
  guint n_read = 0, n_wrong = 0, n_words = 0;

  if (is_skipped ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (CogPictureText) text = cog_picture_text_new (figures[i].language, NULL);
      CogAsset *asset = draw_figure (&figures[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (CogPictureWords) words = cog_picture_text_read (text, asset, NULL, &error);

      cog_asset_free (asset);
      g_assert_no_error (error);
      g_test_message ("%s %u: %u words, %.3f of the height: %s", figures[i].language, i,
                      words->n_words, words->height, words->sample);
      n_read += words->n_words >= 2;
      n_words += words->n_words;
      if (words->n_words > 0)
        g_assert_cmpfloat_with_epsilon (words->height, figures[i].size / HEIGHT, .03);
    }
  for (guint32 seed = 1; seed <= N_PHOTOS; seed++)
    {
      g_autoptr (CogPictureText) text = cog_picture_text_new (seed % 2 ? "en" : "ru", NULL);
      CogAsset *asset = draw_photo (seed);
      g_autoptr (CogPictureWords) words = cog_picture_text_read (text, asset, NULL, NULL);

      cog_asset_free (asset);
      g_assert_nonnull (words);
      if (words->n_words > 0)
        g_test_message ("photo %u: %u words: %s", seed, words->n_words, words->sample);
      n_wrong += words->n_words > 0;
    }
  g_test_message ("%u of %u figures, %u words; %u of %u photographs taken for figures", n_read,
                  (guint)G_N_ELEMENTS (figures), n_words, n_wrong, N_PHOTOS);
  g_assert_cmpuint (n_read, >=, 9);
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* What was seen is kept by content; what is damaged there is looked at anew. */
static void
test_kept (void)
{
  g_autofree char *folder = g_build_filename (g_get_tmp_dir (), "picture-words", NULL);
  g_autoptr (CogPictureText) text = cog_picture_text_new ("en", folder);
  g_autoptr (CogPictureText) other = cog_picture_text_new ("ru", folder);
  CogAsset *asset = draw_figure (&figures[0]);
  g_autoptr (CogPictureWords) seen = NULL;
  g_autoptr (CogPictureWords) kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  g_autofree char *sum = NULL;

  if (is_skipped ())
    {
      cog_asset_free (asset);
      return;
    }
  g_assert_null (cog_picture_text_look_up (text, asset));
  seen = cog_picture_text_read (text, asset, NULL, &error);
  g_assert_no_error (error);
  kept = cog_picture_text_look_up (text, asset);
  g_assert_nonnull (kept);
  g_assert_cmpuint (kept->n_words, ==, seen->n_words);
  g_assert_cmpstr (kept->sample, ==, seen->sample);
  g_assert_cmpfloat_with_epsilon (kept->height, seen->height, 1e-9);
  g_assert_null (cog_picture_text_look_up (other, asset));
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, asset->bytes);
  file = g_strdup_printf ("%s/%s.en", folder, sum);
  g_assert_true (g_file_set_contents (file, "1\n\xff", -1, NULL));
  g_assert_null (cog_picture_text_look_up (text, asset));
  cog_asset_free (asset);
}

/* No program, no data: it says which package has it. */
static void
test_missing (void)
{
  g_autoptr (CogPictureText) text = cog_picture_text_new ("mn", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (g_getenv ("PATH"));

  if (cog_recognizer_is_installed ())
    {
      g_assert_false (cog_picture_text_prepare (text, NULL, &error));
      g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
      g_assert_nonnull (strstr (error->message, "tesseract-ocr-mon"));
      g_clear_error (&error);
    }
  g_setenv ("PATH", "/nonexistent", TRUE);
  g_assert_false (cog_picture_text_prepare (text, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
  g_setenv ("PATH", path, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-text/precision", test_precision);
  g_test_add_func ("/picture-text/kept", test_kept);
  g_test_add_func ("/picture-text/missing", test_missing);
  return g_test_run ();
}
