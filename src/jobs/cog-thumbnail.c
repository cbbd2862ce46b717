/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-thumbnail-private.h"
#include "cog-thumbnail.h"

#include "cog-drawing.h"
#include "cog-error.h"
#include "cog-media.h"

#include <glib/gi18n-lib.h>
#include <librsvg/rsvg.h>

#define MAX_BYTES (32 * 1024 * 1024)
#define MAX_DRAWING_BYTES (2 * 1024 * 1024)
#define MAX_PIXELS (40 * 1000 * 1000) /* 160 MB while it is read */
#define MAX_SIDE 20000

typedef struct
{
  int width, height; /* of the box that it must fit into */
} Box;

static void
set_damaged (const CogAsset *asset, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: is a damaged picture."), asset->name);
}

static void
fit (const Box *box, double width, double height, int *to_width, int *to_height)
{
  double factor = MIN (1, MIN (box->width / width, box->height / height));

  *to_width = MAX (1, (int)(width * factor + .5));
  *to_height = MAX (1, (int)(height * factor + .5));
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  int to_width, to_height;

  fit (user_data, MAX (1, width), MAX (1, height), &to_width, &to_height);
  gdk_pixbuf_loader_set_size (loader, to_width, to_height);
}

static GBytes *
save (GdkPixbuf *pixbuf, GError **error)
{
  char *data;
  gsize size;

  return gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", error, "compression", "3", NULL)
             ? g_bytes_new_take (data, size)
             : NULL;
}

/* The loader of exactly this format: what else is installed is never asked. */
static GdkPixbuf *
load (const CogAsset *asset, const char *media_type, Box *box, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (media_type, error);
  gboolean ok;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), box);
  ok = gdk_pixbuf_loader_write_bytes (loader, asset->bytes, NULL);
  ok = gdk_pixbuf_loader_close (loader, NULL) && ok;
  if (ok && gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  set_damaged (asset, error);
  return NULL;
}

static GBytes *
shrink_raster (const CogAsset *asset, const char *media_type, Box *box, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = load (asset, media_type, box, error);

  return pixbuf != NULL ? save (pixbuf, error) : NULL;
}

static cairo_status_t
write_cb (void *user_data, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (user_data, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
render (RsvgHandle *handle, const Box *box)
{
  double width, height;
  RsvgRectangle area = { 0 };
  cairo_surface_t *surface;
  cairo_t *cr;
  GByteArray *png = g_byte_array_new ();
  int to_width, to_height;

  if (!rsvg_handle_get_intrinsic_size_in_pixels (handle, &width, &height) || width < 1 ||
      height < 1)
    {
      width = box->width;
      height = box->height;
    }
  fit (box, width, height, &to_width, &to_height);
  area.width = to_width;
  area.height = to_height;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, to_width, to_height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  rsvg_handle_render_document (handle, cr, &area, NULL);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

static GBytes *
shrink_drawing (const CogAsset *asset, const Box *box, GError **error)
{
  g_autoptr (GBytes) clean = NULL;
  RsvgHandle *handle;
  GBytes *png;
  gsize size;
  const guint8 *data;

  clean = cog_drawing_clean (asset->bytes, asset->name, NULL, NULL, error);
  if (clean == NULL)
    return NULL;
  data = g_bytes_get_data (clean, &size);
  handle = rsvg_handle_new_from_data (data, size, NULL);
  if (handle == NULL)
    {
      set_damaged (asset, error);
      return NULL;
    }
  png = render (handle, box);
  g_object_unref (handle);
  return png;
}

typedef enum
{
  NO_PICTURE,
  DRAWING,
  RASTER,
} Kind;

static Kind
get_kind (const CogMediaInfo *info)
{
  static const char *const rasters[] = { "image/png", "image/jpeg", "image/gif", "image/webp",
                                         NULL };

  if (g_strcmp0 (info->media_type, "image/svg+xml") == 0)
    return DRAWING;
  return info->media_type != NULL && g_strv_contains (rasters, info->media_type) ? RASTER
                                                                                 : NO_PICTURE;
}

/* What it is, where it may be read. */
static Kind
examine (const CogAsset *asset, CogMediaInfo *info, GError **error)
{
  Kind kind;

  cog_media_identify (asset->bytes, asset->name, info);
  kind = get_kind (info);
  if (kind == NO_PICTURE)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED, _ ("%s: is no picture."), asset->name);
      return NO_PICTURE;
    }
  if (g_bytes_get_size (asset->bytes) > (kind == DRAWING ? MAX_DRAWING_BYTES : MAX_BYTES) ||
      info->width > MAX_SIDE || info->height > MAX_SIDE ||
      (guint64)info->width * info->height > MAX_PIXELS || (kind == RASTER && info->width == 0))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s: is too large a picture."),
                   asset->name);
      return NO_PICTURE;
    }
  return kind;
}

GBytes *
cog_thumbnail_new (const CogAsset *asset, int width, int height, GError **error)
{
  Box box = { width, height };
  CogMediaInfo info = { 0 };
  Kind kind;

  g_return_val_if_fail (asset != NULL && asset->bytes != NULL && width > 0 && height > 0, NULL);

  kind = examine (asset, &info, error);
  if (kind == NO_PICTURE)
    return NULL;
  return kind == DRAWING ? shrink_drawing (asset, &box, error)
                         : shrink_raster (asset, info.media_type, &box, error);
}

GdkPixbuf *
cog_thumbnail_load (const CogAsset *asset, int width, int height, GError **error)
{
  Box box = { width, height };
  CogMediaInfo info = { 0 };
  Kind kind;

  g_return_val_if_fail (asset != NULL && asset->bytes != NULL && width > 0 && height > 0, NULL);

  kind = examine (asset, &info, error);
  if (kind == DRAWING)
    g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED, _ ("%s: is a drawing."), asset->name);
  return kind == RASTER ? load (asset, info.media_type, &box, error) : NULL;
}
