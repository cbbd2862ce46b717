/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-ocr-picture.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define BEST 300.0       /* pixels an inch: what Tesseract was trained for */
#define WORST 100.0      /* with less, letters of 10 points are 10 pixels high */
#define MAX_PIXELS 24e6  /* A3 at 300 */
#define MAX_SIDE 20000.0 /* pixels: cairo has pictures up to 32767 */

static double
choose_scale (double width, double height)
{
  double scale = BEST / 72;

  scale = MIN (scale, sqrt (MAX_PIXELS / MAX (width * height, 1)));
  return MIN (scale, MAX_SIDE / MAX (MAX (width, height), 1));
}

static cairo_surface_t *
draw (PopplerPage *page, double width, double height, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, MAX (1, (int)ceil (width * scale)), MAX (1, (int)ceil (height * scale)));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render_for_printing (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Rec. 601, as everyone does it. */
static GBytes *
make_grey (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  g_autofree char *head = g_strdup_printf ("P5\n%d %d\n255\n", width, height);
  gsize n_head = strlen (head);
  guint8 *out = g_try_malloc (n_head + (gsize)width * (gsize)height);
  guint8 *at = out;

  if (out == NULL)
    return NULL;
  memcpy (out, head, n_head);
  at += n_head;
  for (int y = 0; y < height; y++)
    {
      const guint8 *row = data + (gsize)y * (gsize)cairo_image_surface_get_stride (surface);

      for (int x = 0; x < width; x++)
        {
          guint32 pixel;

          memcpy (&pixel, row + 4 * x, sizeof pixel);
          *at++ = (guint8)((299 * ((pixel >> 16) & 0xff) + 587 * ((pixel >> 8) & 0xff) +
                            114 * (pixel & 0xff)) /
                           1000);
        }
    }
  return g_bytes_new_take (out, (gsize)(at - out));
}

static GBytes *
make_picture (PopplerPage *page, guint *resolution)
{
  cairo_surface_t *surface;
  GBytes *bytes = NULL;
  double width, height, scale;

  poppler_page_get_size (page, &width, &height);
  scale = choose_scale (width, height);
  if (!(width > 0 && height > 0) || scale * 72 < WORST)
    return NULL;
  surface = draw (page, width, height, scale);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    bytes = make_grey (surface);
  cairo_surface_destroy (surface);
  *resolution = (guint)lround (scale * 72);
  return bytes;
}

GBytes *
cog_pdf_ocr_picture_new (const CogPdfFile *file, guint page, guint *resolution)
{
  PopplerPage *drawn;
  GBytes *bytes;

  g_return_val_if_fail (file != NULL && resolution != NULL, NULL);
  g_return_val_if_fail (page >= 1 && page <= file->n_pages, NULL);

  drawn = poppler_document_get_page (file->poppler, (int)page - 1);
  if (drawn == NULL)
    return NULL;
  bytes = make_picture (drawn, resolution);
  g_object_unref (drawn);
  return bytes;
}
