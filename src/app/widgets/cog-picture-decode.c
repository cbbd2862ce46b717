/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-decode.h"

#include "cog-error.h"
#include "cog-media.h"

#include <glib/gi18n-lib.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

/* Pixels of a file. A JPEG is made smaller while it is read; others are read whole. */
#define MAX_PIXELS 25e6
#define MAX_JPEG_PIXELS 250e6
/* Bytes given to the loader at a time, so that a fault ends it early. */
#define CHUNK 65536
/* A double, with the texture. */
#define SHARPNESS "cog-sharpness"
/* Of a drawing, height to width. */
#define MAX_RATIO 8.0

typedef struct
{
  int width;
  gboolean is_jpeg, is_too_large;
} Limits;

static void
size_cb (GdkPixbufLoader *loader, int width, int height, Limits *limits)
{
  double pixels = (double)width * height;
  double scale = width > 0 ? MIN (1, (double)limits->width / width) : 1;

  limits->is_too_large = pixels > (limits->is_jpeg ? MAX_JPEG_PIXELS : MAX_PIXELS);
  if (limits->is_too_large)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else
    gdk_pixbuf_loader_set_size (loader, MAX ((int)(width * scale), 1),
                                CLAMP ((int)(height * scale), 1, (int)(MAX_RATIO * limits->width)));
}

static gboolean
feed (GdkPixbufLoader *loader, const guint8 *data, gsize size, const Limits *limits, GError **error)
{
  for (gsize at = 0; at < size; at += CHUNK)
    {
      if (!gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, size - at), error))
        return FALSE;
      if (limits->is_too_large)
        return FALSE;
    }
  return TRUE;
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT,
                       _ ("This picture is damaged, or of a kind that cannot be shown."));
}

/* The loader of exactly its format: what else is installed is never asked. (nullable) */
static GdkPixbufLoader *
make_loader (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  CogMediaInfo info;

  return cog_media_identify (bytes, NULL, &info)
             ? gdk_pixbuf_loader_new_with_mime_type (info.media_type, NULL)
             : NULL;
}

static GdkTexture *
decode_pixels (const guint8 *data, gsize size, int width, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = make_loader (data, size);
  Limits limits = { .width = width, .is_jpeg = size > 2 && data[0] == 0xFF && data[1] == 0xD8 };
  g_autoptr (GError) inner = NULL;
  gboolean is_whole;
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    {
      set_damaged (error);
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), &limits);
  is_whole = feed (loader, data, size, &limits, &inner);
  if (!gdk_pixbuf_loader_close (loader, is_whole ? &inner : NULL))
    is_whole = FALSE;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (limits.is_too_large)
    g_set_error_literal (error, COG_ERROR, COG_ERROR_TOO_LARGE,
                         _ ("This picture is too large to be shown here."));
  else if (!is_whole || pixbuf == NULL)
    set_damaged (error);
  else
    return gdk_texture_new_for_pixbuf (pixbuf);
  return NULL;
}

static GdkTexture *
texture_from_surface (cairo_surface_t *surface)
{
  g_autoptr (GBytes) bytes = NULL;
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize)stride * height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize)stride);
}

/* librsvg loads nothing from outside, and limits the number of elements itself. */
static GdkTexture *
decode_drawing (const guint8 *data, gsize size, int width, GError **error)
{
  RsvgHandle *handle = rsvg_handle_new_from_data (data, size, NULL);
  g_autoptr (GObject) owned = (GObject *)handle;
  double w = 0, h = 0, scale;
  cairo_surface_t *surface;
  cairo_t *cr;
  GdkTexture *texture = NULL;

  if (handle != NULL)
    {
      gboolean has_width, has_height, has_box;
      RsvgLength length_x, length_y;
      RsvgRectangle box;

      rsvg_handle_set_dpi (handle, 96);
      rsvg_handle_get_intrinsic_dimensions (handle, &has_width, &length_x, &has_height, &length_y,
                                            &has_box, &box);
      if (!rsvg_handle_get_intrinsic_size_in_pixels (handle, &w, &h) && has_box)
        {
          w = box.width;
          h = box.height;
        }
    }
  if (!(w >= 1) || !(h >= 1) || !isfinite (w) || !isfinite (h) || h > MAX_RATIO * w)
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT,
                           _ ("This drawing is damaged, or of a kind that cannot be shown."));
      return NULL;
    }
  scale = width / w;
  /* A small sign stays one: at most twice as sharp as it is. */
  scale = MIN (scale, 2);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX ((int)ceil (w * scale), 1),
                                        MAX ((int)ceil (h * scale), 1));
  cr = cairo_create (surface);
  if (rsvg_handle_render_document (handle, cr, &(RsvgRectangle){ 0, 0, w * scale, h * scale },
                                   error))
    texture = texture_from_surface (surface);
  if (texture != NULL && scale > 1)
    g_object_set_data_full (G_OBJECT (texture), SHARPNESS, g_memdup2 (&scale, sizeof scale),
                            g_free);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return texture;
}

static gboolean
is_drawing (const guint8 *data, gsize size)
{
  gsize at = 0;

  if (size > 3 && data[0] == 0xEF && data[1] == 0xBB)
    at = 3;
  while (at < size && g_ascii_isspace (data[at]))
    at++;
  return at < size && data[at] == '<';
}

GdkTexture *
cog_picture_decode (GBytes *bytes, int width, GError **error)
{
  gsize size;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL && width > 0, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > 0 && is_drawing (data, size))
    return decode_drawing (data, size, width, error);
  return decode_pixels (data, size, width, error);
}

double
cog_picture_get_sharpness (GdkPaintable *picture)
{
  const double *sharpness;

  g_return_val_if_fail (GDK_IS_PAINTABLE (picture), 1);

  sharpness = g_object_get_data (G_OBJECT (picture), SHARPNESS);
  return sharpness != NULL ? *sharpness : 1;
}
