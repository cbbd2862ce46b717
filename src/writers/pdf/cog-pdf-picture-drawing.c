/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-picture-private.h"

#include <string.h>

#define MAX_DRAWING_BYTES (16 * 1024 * 1024)

static void
measure_drawing (CogPdfPicture *picture)
{
  gboolean has_width, has_height, has_box;
  RsvgLength width, height;
  RsvgRectangle box;
  double w, h;

  rsvg_handle_set_dpi (picture->drawing, 96);
  rsvg_handle_get_intrinsic_dimensions (picture->drawing, &has_width, &width, &has_height, &height,
                                        &has_box, &box);
  if (!rsvg_handle_get_intrinsic_size_in_pixels (picture->drawing, &w, &h))
    {
      w = has_box && box.width > 0 ? box.width : 400;
      h = has_box && box.height > 0 ? box.height : 300;
    }
  picture->width = CLAMP (w * .75, 1, 20000);
  picture->height = CLAMP (h * .75, 1, 20000);
}

static gboolean
contains (const guchar *bytes, gsize size, const char *word)
{
  return memmem (bytes, size, word, strlen (word)) != NULL;
}

/* What librsvg paints instead of filling (groups, pictures, filters) would end cairo's marked
 * content too early: such drawings become pixels. */
static gboolean
needs_pixels (const guchar *bytes, gsize size)
{
  static const char *const words[] = { "<image",    ":image",    "<filter",  "<mask",
                                       "<pattern",  " opacity",  ";opacity", "\"opacity",
                                       "\nopacity", "blend-mode" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (contains (bytes, size, words[i]))
      return TRUE;
  return FALSE;
}

static void
rasterise (CogPdfPicture *picture)
{
  double factor = MIN (COG_PDF_PICTURE_SIDE / MAX (picture->width, picture->height), 300 / 72.0);
  RsvgRectangle area = { 0, 0, MAX (1, picture->width * factor),
                         MAX (1, picture->height * factor) };
  cairo_t *cr;

  picture->surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)area.width, (int)area.height);
  cr = cairo_create (picture->surface);
  rsvg_handle_render_document (picture->drawing, cr, &area, NULL);
  cairo_destroy (cr);
  g_clear_object (&picture->drawing);
}

CogPdfPicture *
cog_pdf_picture_new_for_drawing (const guchar *bytes, gsize size)
{
  CogPdfPicture *picture;
  RsvgHandle *handle;

  if (size > MAX_DRAWING_BYTES)
    return NULL;
  handle = rsvg_handle_new_from_data (bytes, size, NULL);
  if (handle == NULL)
    return NULL;
  picture = g_new0 (CogPdfPicture, 1);
  picture->drawing = handle;
  measure_drawing (picture);
  if (needs_pixels (bytes, size))
    rasterise (picture);
  return picture;
}
