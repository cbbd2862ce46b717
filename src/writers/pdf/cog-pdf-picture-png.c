/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-picture-private.h"

#include <string.h>
#include <zlib.h>

/*
 * The compressed rows of most PNG files can stand in a PDF as they are (ISO 32000-1, 7.4.4.4,
 * predictor 15). cairo knows no such pictures, but writes the bytes of a fax through, whatever they
 * are; the dictionary is mended when the file is finished (cog-pdf-finish.c), for which the fax's
 * DamagedRowsBeforeError carries the number of the picture. No pixel is decoded or held.
 */

#define CHUNK 12 /* bytes beside a chunk's data */

typedef struct
{
  guint width, height, depth, kind, n_colours;
  gboolean is_interlaced, has_alpha;
  const guchar *palette;
  guint palette_size;
  GByteArray *rows; /* compressed */
} Png;

static guint
read_32 (const guchar *p)
{
  return (guint)p[0] << 24 | (guint)p[1] << 16 | (guint)p[2] << 8 | p[3];
}

static void
read_head (Png *png, const guchar *data)
{
  png->width = read_32 (data);
  png->height = read_32 (data + 4);
  png->depth = data[8];
  png->kind = data[9];
  png->n_colours = png->kind == 2 ? 3 : 1;
  png->has_alpha = png->kind >= 4;
  png->is_interlaced = data[12] != 0;
}

/* PNG, 5: signature, then chunks of length, type, data, sum. FALSE: none, or cut off. */
static gboolean
read_chunks (Png *png, const guchar *bytes, gsize size)
{
  static const guchar signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gsize at = sizeof signature;

  if (size < at + CHUNK + 13 || memcmp (bytes, signature, sizeof signature) != 0 ||
      memcmp (bytes + at + 4, "IHDR", 4) != 0)
    return FALSE;
  while (at + CHUNK <= size)
    {
      guint length = read_32 (bytes + at);
      const guchar *type = bytes + at + 4, *data = type + 4;

      if (length > size - at - CHUNK)
        return FALSE;
      if (memcmp (type, "IHDR", 4) == 0 && length == 13)
        read_head (png, data);
      else if (memcmp (type, "PLTE", 4) == 0)
        {
          png->palette = data;
          png->palette_size = length;
        }
      else if (memcmp (type, "tRNS", 4) == 0)
        png->has_alpha = TRUE;
      else if (memcmp (type, "IDAT", 4) == 0)
        g_byte_array_append (png->rows, data, length);
      else if (memcmp (type, "IEND", 4) == 0)
        return TRUE;
      at += CHUNK + length;
    }
  return FALSE;
}

/* Whether a PDF can show it: no alpha, no interlace, up to 8 bits a colour, not more pixels than
 * print needs. */
static gboolean
is_plain (const Png *png)
{
  if (png->has_alpha || png->is_interlaced || png->width == 0 || png->height == 0 ||
      MAX (png->width, png->height) > COG_PDF_PICTURE_SIDE)
    return FALSE;
  if (png->kind == 3)
    return png->depth <= 8 && png->palette_size >= 3 && png->palette_size <= 768;
  return png->kind == 2 ? png->depth == 8 : png->kind == 0 && png->depth <= 8;
}

/* Damaged rows would be a damaged page: they are unpacked once, in pieces. */
static gboolean
is_whole (const Png *png)
{
  guchar out[16384];
  gsize row = 1 + ((gsize)png->width * png->n_colours * png->depth + 7) / 8;
  z_stream stream = { .next_in = png->rows->data, .avail_in = png->rows->len };
  int status;

  if (inflateInit (&stream) != Z_OK)
    return FALSE;
  do
    {
      stream.next_out = out;
      stream.avail_out = sizeof out;
      status = inflate (&stream, Z_NO_FLUSH);
    }
  while (status == Z_OK && stream.total_out <= row * png->height);
  inflateEnd (&stream);
  return status == Z_STREAM_END && stream.total_out == row * png->height;
}

static char *
dup_space (const Png *png)
{
  GString *space;

  if (png->kind != 3)
    return g_strdup (png->kind == 2 ? "/DeviceRGB" : "/DeviceGray");
  space = g_string_new (NULL);
  g_string_printf (space, "[ /Indexed /DeviceRGB %u <", png->palette_size / 3 - 1);
  for (guint i = 0; i < png->palette_size / 3 * 3; i++)
    g_string_append_printf (space, "%02x", png->palette[i]);
  g_string_append (space, "> ]");
  return g_string_free (space, FALSE);
}

static gboolean
attach (CogPdfPicture *picture, Png *png, const CogAsset *asset)
{
  char *params = g_strdup_printf ("Columns=%u Rows=%u K=-1 DamagedRowsBeforeError=%u", png->width,
                                  png->height, picture->plain);
  gsize size = png->rows->len;
  guchar *rows = g_byte_array_free (g_steal_pointer (&png->rows), FALSE);
  cairo_status_t status;

  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  status = cairo_surface_set_mime_data (picture->surface, CAIRO_MIME_TYPE_CCITT_FAX, rows, size,
                                        g_free, rows);
  if (status != CAIRO_STATUS_SUCCESS)
    g_free (rows);
  else
    status = cairo_surface_set_mime_data (picture->surface, CAIRO_MIME_TYPE_CCITT_FAX_PARAMS,
                                          (const guchar *)params, strlen (params), g_free, params);
  if (status != CAIRO_STATUS_SUCCESS)
    g_free (params);
  cog_pdf_picture_set_name (picture, asset->name);
  picture->n_bytes = size;
  picture->width = png->width * .75;
  picture->height = png->height * .75;
  return status == CAIRO_STATUS_SUCCESS;
}

gboolean
cog_pdf_picture_load_png (CogPdfPicture *picture, const CogAsset *asset, GPtrArray *plains)
{
  Png png = { .rows = g_byte_array_new () };
  gsize size;
  const guchar *bytes = g_bytes_get_data (asset->bytes, &size);
  gboolean is_known = picture->plain > 0;
  gboolean ok = read_chunks (&png, bytes, size) && is_plain (&png) && (is_known || is_whole (&png));

  if (ok && !is_known)
    {
      g_autofree char *space = dup_space (&png);
      g_ptr_array_add (plains,
                       g_strdup_printf ("<< /ColorSpace %s /BitsPerComponent %u "
                                        "/DecodeParms << /Predictor 15 /Colors %u "
                                        "/BitsPerComponent %u /Columns %u >> >>",
                                        space, png.depth, png.n_colours, png.depth, png.width));
      picture->plain = plains->len;
    }
  ok = ok && attach (picture, &png, asset);
  g_clear_pointer (&png.rows, g_byte_array_unref);
  return ok;
}
