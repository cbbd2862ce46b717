/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-figure.h"

#include "cog-pdf-pixels.h"

#include <cairo-svg.h>
#include <math.h>
#include <stdlib.h>

#define RESOLUTION 200.0         /* pixels an inch */
#define FINEST 400.0             /* pixels an inch, while it is drawn */
#define MAX_SIDE 3000            /* pixels */
#define MAX_PIXELS 24e6          /* while it is drawn: A3 at 300 */
#define MAX_DRAWING (300u << 10) /* bytes of SVG; more is a map or a photograph in vectors */
#define MAX_JPEG (64u << 20)
#define MARGIN 1.0 /* points: strokes reach over their paths */

static gboolean
is_lone_dct (qpdf_data qpdf, qpdf_oh dictionary)
{
  qpdf_oh filter = qpdf_oh_get_key (qpdf, dictionary, "/Filter");
  gboolean is_dct;

  if (qpdf_oh_is_array (qpdf, filter) && qpdf_oh_get_array_n_items (qpdf, filter) == 1)
    {
      qpdf_oh only = qpdf_oh_get_array_item (qpdf, filter, 0);

      is_dct = qpdf_oh_is_name_and_equals (qpdf, only, "/DCTDecode");
      qpdf_oh_release (qpdf, only);
    }
  else
    is_dct = qpdf_oh_is_name_and_equals (qpdf, filter, "/DCTDecode");
  qpdf_oh_release (qpdf, filter);
  return is_dct;
}

/* The components of a JPEG, by its frame header (ISO/IEC 10918-1, B.2.2): four are CMYK, which
 * browsers show wrongly. */
static guint
count_components (const guint8 *data, gsize size)
{
  gsize at = 2;

  if (size < 4 || data[0] != 0xff || data[1] != 0xd8)
    return 0;
  while (at + 9 < size && data[at] == 0xff)
    {
      guint8 marker = data[at + 1];
      gsize length = ((gsize)data[at + 2] << 8) | data[at + 3];

      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        return data[at + 9];
      at += 2 + length;
    }
  return 0;
}

/* Masks and other decodings are of the PDF, and would be lost. (transfer full) (nullable) */
static GBytes *
take_jpeg (const CogPdfFile *file, const CogPdfPicture *picture)
{
  qpdf_data qpdf = file->qpdf;
  qpdf_oh stream, dictionary;
  unsigned char *data = NULL;
  size_t size = 0;
  QPDF_BOOL is_filtered = FALSE;
  GBytes *bytes = NULL;

  if (qpdf == NULL || picture->object <= 0 || !picture->is_whole)
    return NULL;
  stream = qpdf_get_object_by_id (qpdf, picture->object, picture->generation);
  if (!qpdf_oh_is_stream (qpdf, stream))
    {
      qpdf_oh_release (qpdf, stream);
      return NULL;
    }
  dictionary = qpdf_oh_get_dict (qpdf, stream);
  if (is_lone_dct (qpdf, dictionary) && !qpdf_oh_has_key (qpdf, dictionary, "/SMask") &&
      !qpdf_oh_has_key (qpdf, dictionary, "/Mask") &&
      !qpdf_oh_has_key (qpdf, dictionary, "/Decode") &&
      (qpdf_oh_get_stream_data (qpdf, stream, qpdf_dl_none, &is_filtered, &data, &size) &
       QPDF_ERRORS) == 0 &&
      data != NULL && size <= MAX_JPEG &&
      (count_components (data, size) == 1 || count_components (data, size) == 3))
    bytes = g_bytes_new (data, size);
  free (data);
  qpdf_oh_release (qpdf, dictionary);
  qpdf_oh_release (qpdf, stream);
  return bytes;
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_large (const CogPdfBox *box, double width, double height)
{
  return box->width * box->height > width * height / 2;
}

static gboolean
is_most (PopplerPage *page, const CogPdfBox *box)
{
  double width, height;

  poppler_page_get_size (page, &width, &height);
  return is_large (box, width, height);
}

/* For paper, Poppler makes a scan smaller by leaving pixels out: the bar of an e is lost. For the
 * screen it takes their mean, which takes twice as long, and notes of readers are seen: that is for
 * pages. */
static void
draw (PopplerPage *page, cairo_surface_t *surface, const CogPdfBox *box, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -box->x, -box->y);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_IMAGE && is_most (page, box))
    poppler_page_render (page, cr);
  else
    poppler_page_render_for_printing (page, cr);
  cairo_destroy (cr);
}

static GBytes *
draw_vectors (PopplerPage *page, const CogPdfBox *box)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (append, out, box->width, box->height);
  gboolean is_drawn;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  draw (page, surface, box, 1);
  cairo_surface_finish (surface);
  is_drawn = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS && out->len <= MAX_DRAWING;
  cairo_surface_destroy (surface);
  if (is_drawn)
    return g_byte_array_free_to_bytes (out);
  g_byte_array_unref (out);
  return NULL;
}

/* Pixels a point in which it is kept. */
static double
get_scale (const CogPdfBox *box)
{
  return MIN (RESOLUTION / 72, MAX_SIDE / MAX (box->width, box->height));
}

/* How many pixels that many points are. */
static int
count_pixels (double points, double scale)
{
  return MAX (1, (int)ceil (points * scale - .01));
}

/* How fine a scan is drawn that is to be seen at a scale: so that one pixel of the scan, or a few
 * whole ones, are one that is drawn. To make it smaller then is ours: cairo takes four times as
 * long to draw letters of 300 pixels an inch in 200. */
static double
choose_scale (const CogPdfBox *box, double scale, double resolution)
{
  double finer = resolution / 72;

  if (!(finer > scale * 1.05))
    return scale;
  finer /= ceil (resolution / FINEST);
  while (finer > scale && box->width * box->height * finer * finer > MAX_PIXELS)
    finer /= 2;
  return MAX (finer, scale);
}

static cairo_surface_t *
draw_surface (PopplerPage *page, const CogPdfBox *box, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, count_pixels (box->width, scale), count_pixels (box->height, scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  draw (page, surface, box, scale);
  return surface;
}

static GBytes *
draw_pixels (PopplerPage *page, const CogPdfBox *box, double resolution)
{
  double scale = get_scale (box);
  double finer = is_most (page, box) ? choose_scale (box, scale, resolution) : scale;
  cairo_surface_t *surface = draw_surface (page, box, finer);
  GBytes *bytes;

  if (finer > scale && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_t *smaller = cog_pdf_pixels_shrink (surface, scale / finer);

      cairo_surface_destroy (surface);
      surface = smaller;
    }
  bytes = cog_pdf_pixels_encode (surface);
  cairo_surface_destroy (surface);
  return bytes;
}

GBytes *
cog_pdf_figure_take_jpeg (const CogPdfFile *file, const CogPdfPicture *picture)
{
  g_return_val_if_fail (file != NULL && picture != NULL, NULL);
  return take_jpeg (file, picture);
}

void
cog_pdf_figure_measure (
    const CogPdfPage *page, const CogPdfBox *box, double resolution, guint *width, guint *height)
{
  double scale, finer;

  g_return_if_fail (page != NULL && box != NULL && width != NULL && height != NULL);

  scale = get_scale (box);
  finer = is_large (box, page->width, page->height) ? choose_scale (box, scale, resolution) : scale;
  *width = (guint)count_pixels (count_pixels (box->width, finer), scale / finer);
  *height = (guint)count_pixels (count_pixels (box->height, finer), scale / finer);
}

GBytes *
cog_pdf_figure_cut (const CogPdfFile *file,
                    guint page,
                    const CogPdfBox *box,
                    const CogPdfPicture *picture)
{
  GBytes *bytes = NULL;
  PopplerPage *drawn;
  CogPdfBox wide;

  g_return_val_if_fail (file != NULL && box != NULL, NULL);
  g_return_val_if_fail (page >= 1 && page <= file->n_pages, NULL);

  if (picture != NULL)
    bytes = take_jpeg (file, picture);
  if (bytes != NULL || !(box->width > 0 && box->height > 0))
    return bytes;
  drawn = poppler_document_get_page (file->poppler, (int)page - 1);
  if (drawn == NULL)
    return NULL;
  wide = picture != NULL ? *box
                         : (CogPdfBox){ box->x - MARGIN, box->y - MARGIN, box->width + 2 * MARGIN,
                                        box->height + 2 * MARGIN };
  if (picture == NULL)
    bytes = draw_vectors (drawn, &wide);
  if (bytes == NULL)
    bytes = draw_pixels (drawn, &wide, picture != NULL ? picture->resolution : 0);
  g_object_unref (drawn);
  return bytes;
}
