/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-picture.h"

#include "cog-pdf-findings.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <librsvg/rsvg.h>
#include <string.h>

/* A raster picture is decoded up to this many pixels (200 MB), and kept at no more than this many
 * along its longer side: 300 a inch over the widest type area. */
#define MAX_PIXELS (50.0 * 1000 * 1000)
#define MAX_SIDE 2400
#define MAX_DRAWING_BYTES (16 * 1024 * 1024)

struct _CogPdfPicture
{
  cairo_surface_t *surface; /* JPEG: one pixel that stands for the file; else the pixels */
  RsvgHandle *drawing;
  double width, height; /* points */
  int turn;             /* quarter turns clockwise that a JPEG's camera asks for */
};

struct _CogPdfPictures
{
  const CogBook *book;
  CogReport *report;
  GHashTable *by_name; /* (element-type utf8 CogPdfPicture): value NULL where it cannot be shown */
  GPtrArray *drawings;
};

static void
picture_free (gpointer data)
{
  CogPdfPicture *picture = data;

  if (picture == NULL)
    return;
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_clear_object (&picture->drawing);
  g_free (picture);
}

CogPdfPictures *
cog_pdf_pictures_new (const CogBook *book, CogReport *report)
{
  CogPdfPictures *pictures = g_new0 (CogPdfPictures, 1);

  pictures->book = book;
  pictures->report = report;
  pictures->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, picture_free);
  pictures->drawings = g_ptr_array_new_with_free_func (picture_free);
  return pictures;
}

void
cog_pdf_pictures_free (CogPdfPictures *pictures)
{
  if (pictures == NULL)
    return;
  g_hash_table_unref (pictures->by_name);
  g_ptr_array_unref (pictures->drawings);
  g_free (pictures);
}

void
cog_pdf_pictures_forget (CogPdfPictures *pictures)
{
  g_hash_table_remove_all (pictures->by_name);
  g_ptr_array_set_size (pictures->drawings, 0);
}

static guint
read_16 (const guchar *bytes, gboolean is_little)
{
  return is_little ? (guint)(bytes[0] | bytes[1] << 8) : (guint)(bytes[0] << 8 | bytes[1]);
}

/* Exif 2.3, tag 0x0112 in the first directory: 1 upright, 3, 6 and 8 turned. */
static int
read_turn (const guchar *exif, gsize size)
{
  gboolean is_little = exif[0] == 'I';
  guint n, at;

  if (size < 14)
    return 0;
  at = is_little ? (guint)(exif[4] | exif[5] << 8) : (guint)(exif[6] << 8 | exif[7]);
  if (at + 2 > size)
    return 0;
  n = read_16 (exif + at, is_little);
  for (guint i = 0; i < n && at + 2 + (i + 1) * 12 <= size; i++)
    if (read_16 (exif + at + 2 + i * 12, is_little) == 0x0112)
      switch (read_16 (exif + at + 2 + i * 12 + 8, is_little))
        {
        case 3:
          return 2;
        case 6:
          return 1;
        case 8:
          return 3;
        default:
          return 0;
        }
  return 0;
}

/* Size and turn of a JPEG from its markers (ITU T.81, annex B); FALSE where it is damaged. */
static gboolean
scan_jpeg (const guchar *bytes, gsize size, guint *width, guint *height, int *turn)
{
  gsize at = 2;

  *turn = 0;
  if (size < 4 || bytes[0] != 0xff || bytes[1] != 0xd8)
    return FALSE;
  while (at + 9 < size)
    {
      guint marker, length;

      if (bytes[at] != 0xff)
        return FALSE;
      marker = bytes[at + 1];
      if (marker == 0xff || marker == 1 || (marker >= 0xd0 && marker <= 0xd8))
        {
          at += marker == 0xff ? 1 : 2;
          continue;
        }
      length = read_16 (bytes + at + 2, FALSE);
      if (length < 2 || at + 2 + length > size)
        return FALSE;
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          *height = read_16 (bytes + at + 5, FALSE);
          *width = read_16 (bytes + at + 7, FALSE);
          return *width > 0 && *height > 0 && bytes[at + 4] == 8;
        }
      if (marker == 0xe1 && length > 10 && memcmp (bytes + at + 4, "Exif\0", 6) == 0)
        *turn = read_turn (bytes + at + 10, length - 8);
      at += 2 + length;
    }
  return FALSE;
}

static void
keep_alive (CogPdfPicture *picture, const char *name)
{
  char *id = g_strdup (name);

  /* The same picture on several pages is in the file once. */
  if (cairo_surface_set_mime_data (picture->surface, CAIRO_MIME_TYPE_UNIQUE_ID, (const guchar *)id,
                                   strlen (id), g_free, id) != CAIRO_STATUS_SUCCESS)
    g_free (id);
}

static gboolean
load_jpeg (CogPdfPicture *picture, const CogAsset *asset)
{
  gsize size;
  const guchar *bytes = g_bytes_get_data (asset->bytes, &size);
  guint width, height;
  GBytes *held = NULL;

  if (!scan_jpeg (bytes, size, &width, &height, &picture->turn))
    return FALSE;
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  held = g_bytes_ref (asset->bytes);
  if (cairo_surface_set_mime_data (picture->surface, CAIRO_MIME_TYPE_JPEG, bytes, size,
                                   (cairo_destroy_func_t)g_bytes_unref,
                                   held) != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (held);
  keep_alive (picture, asset->name);
  picture->width = (picture->turn & 1 ? height : width) * .75;
  picture->height = (picture->turn & 1 ? width : height) * .75;
  return TRUE;
}

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
  else if (MAX (width, height) > MAX_SIDE)
    {
      double factor = (double)MAX_SIDE / MAX (width, height);
      gdk_pixbuf_loader_set_size (loader, MAX (1, (int)(width * factor)),
                                  MAX (1, (int)(height * factor)));
    }
}

/* In pieces, so that a claim of absurd size stops it before the decoder asks for the memory. */
static GdkPixbuf *
decode (const CogAsset *asset, Claim *claim)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gsize size, at = 0;
  const guchar *bytes = g_bytes_get_data (asset->bytes, &size);
  gboolean ok = TRUE;
  GdkPixbuf *pixbuf;

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

static gboolean
load_raster (CogPdfPicture *picture, const CogAsset *asset, CogReport *report)
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
  keep_alive (picture, asset->name);
  picture->width = (claim.width > 0 ? claim.width : gdk_pixbuf_get_width (pixbuf)) * .75;
  picture->height = (claim.height > 0 ? claim.height : gdk_pixbuf_get_height (pixbuf)) * .75;
  return cairo_surface_status (picture->surface) == CAIRO_STATUS_SUCCESS;
}

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
  double factor = MIN (MAX_SIDE / MAX (picture->width, picture->height), 300 / 72.0);
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

static CogPdfPicture *
load_drawing (const guchar *bytes, gsize size)
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

static CogPdfPicture *
load (CogPdfPictures *pictures, const CogAsset *asset)
{
  CogPdfPicture *picture = NULL;

  if (g_strcmp0 (asset->media_type, "image/svg+xml") == 0)
    {
      gsize size;
      const guchar *bytes = g_bytes_get_data (asset->bytes, &size);
      picture = load_drawing (bytes, size);
      if (picture == NULL)
        cog_report_add (pictures->report, &cog_finding_picture_unusable, asset->name, asset->name,
                        NULL);
      return picture;
    }
  picture = g_new0 (CogPdfPicture, 1);
  if (load_jpeg (picture, asset) || load_raster (picture, asset, pictures->report))
    return picture;
  picture_free (picture);
  return NULL;
}

CogPdfPicture *
cog_pdf_pictures_get (CogPdfPictures *pictures, const char *name)
{
  CogPdfPicture *picture = NULL;
  gpointer known;
  const CogAsset *asset;

  if (name == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (pictures->by_name, name, NULL, &known))
    return known;
  asset = cog_book_find_asset (pictures->book, name);
  if (asset != NULL)
    picture = load (pictures, asset);
  g_hash_table_insert (pictures->by_name, g_strdup (name), picture);
  return picture;
}

CogPdfPicture *
cog_pdf_pictures_get_drawing (CogPdfPictures *pictures, const xmlNode *svg)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  CogPdfPicture *picture;

  xmlNodeDump (buffer, svg->doc, (xmlNode *)svg, 0, 0);
  picture = load_drawing (xmlBufferContent (buffer), (gsize)xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  if (picture != NULL)
    g_ptr_array_add (pictures->drawings, picture);
  return picture;
}

void
cog_pdf_picture_get_size (const CogPdfPicture *picture, double *width, double *height)
{
  *width = picture->width;
  *height = picture->height;
}

/* As a filled rectangle: cairo_paint() inside marked content breaks cairo 1.16's file. */
static void
draw_surface (CogPdfPicture *picture, cairo_t *cr, double width, double height)
{
  double w = cairo_image_surface_get_width (picture->surface);
  double h = cairo_image_surface_get_height (picture->surface);

  if (picture->turn != 0)
    {
      cairo_translate (cr, width / 2, height / 2);
      cairo_rotate (cr, picture->turn * G_PI / 2);
      if (picture->turn & 1)
        {
          double t = width;
          width = height;
          height = t;
        }
      cairo_translate (cr, -width / 2, -height / 2);
    }
  cairo_scale (cr, width / w, height / h);
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_rectangle (cr, 0, 0, w, h);
  cairo_fill (cr);
}

void
cog_pdf_picture_draw (
    CogPdfPicture *picture, cairo_t *cr, double x, double y, double width, double height)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (picture->drawing != NULL)
    {
      RsvgRectangle area = { 0, 0, width, height };
      rsvg_handle_render_document (picture->drawing, cr, &area, NULL);
    }
  else
    draw_surface (picture, cr, width, height);
  cairo_restore (cr);
}
