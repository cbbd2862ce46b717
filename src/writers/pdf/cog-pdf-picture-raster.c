/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-picture-private.h"

#include "cog-pdf-findings.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#define MAX_PIXELS (50.0 * 1000 * 1000) /* that are decoded: 200 MB */

/* cairo wants native-endian premultiplied ARGB. */
static cairo_surface_t *
convert_pixels (const GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf), stride = gdk_pixbuf_get_rowstride (pixbuf);
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (
      channels == 4 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guchar *to = cairo_image_surface_get_data (surface);

  for (int y = 0; to != NULL && y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *p = from + (gsize)y * (gsize)stride + (gsize)(x * channels);
        guint alpha = channels == 4 ? p[3] : 255;
        guint32 *q =
            (guint32 *)(gpointer)(to + (gsize)y * (gsize)cairo_image_surface_get_stride (surface)) +
            x;
        *q = alpha << 24 | (p[0] * alpha / 255) << 16 | (p[1] * alpha / 255) << 8 |
             p[2] * alpha / 255;
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

typedef struct
{
  double pixels;
  int width, height;
  gboolean is_refused;
} Claim;

static void
prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  Claim *claim = user_data;

  *claim = (Claim){ (double)width * height, width, height, (double)width * height > MAX_PIXELS };
  if (claim->is_refused)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (MAX (width, height) > COG_PDF_PICTURE_SIDE)
    {
      double factor = (double)COG_PDF_PICTURE_SIDE / MAX (width, height);
      gdk_pixbuf_loader_set_size (loader, MAX (1, (int)(width * factor)),
                                  MAX (1, (int)(height * factor)));
    }
}

/* By the loader of exactly its format: what else is installed is never asked. In pieces, so that a
 * claim of absurd size stops it before the decoder asks for the memory. */
static GdkPixbuf *
decode (const CogAsset *asset, Claim *claim)
{
  g_autoptr (GdkPixbufLoader) loader =
      gdk_pixbuf_loader_new_with_mime_type (asset->media_type, NULL);
  gsize size, at = 0;
  const guchar *bytes = g_bytes_get_data (asset->bytes, &size);
  gboolean ok = TRUE;
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return NULL;
  if (asset->width > 0 && (double)asset->width * asset->height > MAX_PIXELS)
    *claim =
        (Claim){ .width = (int)asset->width, .height = (int)asset->height, .is_refused = TRUE };
  g_signal_connect (loader, "size-prepared", G_CALLBACK (prepared_cb), claim);
  while (ok && at < size && !claim->is_refused)
    {
      gsize n = MIN (size - at, 4096);
      ok = gdk_pixbuf_loader_write (loader, bytes + at, n, NULL);
      at += n;
    }
  gdk_pixbuf_loader_close (loader, NULL);
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL && ok && !claim->is_refused ? g_object_ref (pixbuf) : NULL;
}

gboolean
cog_pdf_picture_load_raster (CogPdfPicture *picture, const CogAsset *asset, CogReport *report)
{
  Claim claim = { 0 };
  g_autoptr (GdkPixbuf) decoded = decode (asset, &claim);
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (claim.is_refused)
    {
      g_autofree char *pixels = g_strdup_printf ("%d × %d", claim.width, claim.height);
      cog_report_add (report, &cog_finding_picture_too_large, asset->name, asset->name, pixels);
      return FALSE;
    }
  if (decoded == NULL)
    {
      cog_report_add (report, &cog_finding_picture_unusable, asset->name, asset->name, NULL);
      return FALSE;
    }
  pixbuf = gdk_pixbuf_apply_embedded_orientation (decoded);
  picture->surface = convert_pixels (pixbuf);
  picture->n_bytes =
      (gsize)gdk_pixbuf_get_width (pixbuf) * (gsize)gdk_pixbuf_get_height (pixbuf) * 4;
  cog_pdf_picture_set_name (picture, asset->name);
  picture->width = (claim.width > 0 ? claim.width : gdk_pixbuf_get_width (pixbuf)) * .75;
  picture->height = (claim.height > 0 ? claim.height : gdk_pixbuf_get_height (pixbuf)) * .75;
  return cairo_surface_status (picture->surface) == CAIRO_STATUS_SUCCESS;
}
