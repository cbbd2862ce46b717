/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-pixels.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <zlib.h>

#define PAGE 1000000 /* pixels; of what is smaller not much is saved */
#define TINT 16      /* of 255: between the channels of a pixel; less is left by JPEG in a grey */
#define TINTED .001  /* of the page: a tint that is meant */
#define COLOUR 64    /* of 255: a red word, a blue stamp */
#define COLOURED .00005 /* of the page: 3 mm² of A4 */
#define TONE 48         /* of 255: from white, from black; in between are half-tones */
#define HALF_TONES .1   /* of the page: more is a photograph, less are the rims of letters */
#define UNEVEN .15      /* of the pixels that differ from their neighbour: drawings have fewer */
#define QUALITY 82
#define GREYS 15 /* the largest value of 4 bits */

typedef struct
{
  const guint8 *data;
  guint width, height;
  gsize stride; /* bytes */
} Pixels;

typedef struct
{
  gboolean is_coloured;
  gboolean has_half_tones;
  gboolean is_uneven;
} Kind;

static const guint32 *
get_row (const Pixels *pixels, guint y)
{
  return (const guint32 *)(const void *)(pixels->data + y * pixels->stride);
}

static guint8
get_grey (guint32 pixel)
{
  guint red = pixel >> 16 & 0xff, green = pixel >> 8 & 0xff, blue = pixel & 0xff;

  return (guint8)((red * 77 + green * 150 + blue * 29) >> 8);
}

/* Every other row tells it. */
static Kind
judge (const Pixels *pixels)
{
  double all = (double)pixels->width * ((pixels->height + 1) / 2);
  guint n_tinted = 0, n_coloured = 0, n_between = 0, n_uneven = 0;

  for (guint y = 0; y < pixels->height; y += 2)
    {
      const guint32 *row = get_row (pixels, y);
      guint32 before = row[0];

      for (guint x = 0; x < pixels->width; x++)
        {
          guint32 pixel = row[x];
          guint red = pixel >> 16 & 0xff, green = pixel >> 8 & 0xff, blue = pixel & 0xff;
          guint high = MAX (red, MAX (green, blue)), low = MIN (red, MIN (green, blue));

          n_uneven += (pixel ^ before) & 0xffffff ? 1 : 0;
          n_tinted += high - low > TINT ? 1 : 0;
          n_coloured += high - low > COLOUR ? 1 : 0;
          n_between += low < 255 - TONE && high > TONE ? 1 : 0;
          before = pixel;
        }
    }
  return (Kind){ n_tinted > all * TINTED || n_coloured > all * COLOURED,
                 n_between > all * HALF_TONES, n_uneven > all * UNEVEN };
}

/* A chunk of PNG: length, name, data, and a sum of name and data (ISO/IEC 15948, 5.3). */
static void
add_chunk (GByteArray *out, const char *name, const guint8 *data, guint size)
{
  guint32 length = GUINT32_TO_BE (size), sum;
  guint at;

  g_byte_array_append (out, (const guint8 *)&length, 4);
  at = out->len;
  g_byte_array_append (out, (const guint8 *)name, 4);
  if (size > 0)
    g_byte_array_append (out, data, size);
  sum = GUINT32_TO_BE ((guint32)crc32 (crc32 (0, NULL, 0), out->data + at, size + 4));
  g_byte_array_append (out, (const guint8 *)&sum, 4);
}

/* Rows of 4 bits a pixel, without filters: those need neighbours of a byte each. */
static GByteArray *
pack_greys (const Pixels *pixels)
{
  gsize length = 1 + (pixels->width + 1) / 2;
  GByteArray *rows = g_byte_array_sized_new ((guint)(length * pixels->height));

  g_byte_array_set_size (rows, (guint)(length * pixels->height));
  for (guint y = 0; y < pixels->height; y++)
    {
      const guint32 *row = get_row (pixels, y);
      guint8 *to = rows->data + y * length;

      *to++ = 0;
      for (guint x = 0; x < pixels->width; x += 2)
        {
          guint first = (get_grey (row[x]) * GREYS + 127) / 255;
          guint second =
              x + 1 < pixels->width ? (get_grey (row[x + 1]) * GREYS + 127) / 255 : GREYS;

          *to++ = (guint8)(first << 4 | second);
        }
    }
  return rows;
}

static GBytes *
encode_greys (const Pixels *pixels)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  guint32 width = GUINT32_TO_BE (pixels->width), height = GUINT32_TO_BE (pixels->height);
  guint8 head[13] = { 0 };
  g_autoptr (GByteArray) rows = pack_greys (pixels);
  uLongf size = compressBound (rows->len);
  g_autofree guint8 *packed = g_malloc (size);
  GByteArray *out;

  memcpy (head, &width, 4);
  memcpy (head + 4, &height, 4);
  head[8] = 4; /* bits; colour type 0 is grey */
  if (compress2 (packed, &size, rows->data, rows->len, Z_BEST_SPEED) != Z_OK)
    return NULL;
  out = g_byte_array_sized_new ((guint)size + 64);
  g_byte_array_append (out, signature, sizeof signature);
  add_chunk (out, "IHDR", head, sizeof head);
  add_chunk (out, "IDAT", packed, (guint)size);
  add_chunk (out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (out);
}

typedef struct
{
  struct jpeg_compress_struct to;
  struct jpeg_error_mgr errors;
  jmp_buf fault;
  unsigned char *out;
  unsigned long size;
  JSAMPLE *row;
} Coding;

static void
fail (j_common_ptr codec)
{
  Coding *self = codec->client_data;

  longjmp (self->fault, 1);
}

static void
write_rows (Coding *self, const Pixels *pixels, gboolean is_coloured)
{
  jpeg_mem_dest (&self->to, &self->out, &self->size);
  self->to.image_width = pixels->width;
  self->to.image_height = pixels->height;
  self->to.input_components = is_coloured ? 3 : 1;
  self->to.in_color_space = is_coloured ? JCS_RGB : JCS_GRAYSCALE;
  jpeg_set_defaults (&self->to);
  jpeg_set_quality (&self->to, QUALITY, TRUE);
  jpeg_start_compress (&self->to, TRUE);
  for (guint y = 0; y < pixels->height; y++)
    {
      const guint32 *row = get_row (pixels, y);
      JSAMPLE *to = self->row;

      for (guint x = 0; x < pixels->width && is_coloured; x++)
        {
          *to++ = (JSAMPLE)(row[x] >> 16 & 0xff);
          *to++ = (JSAMPLE)(row[x] >> 8 & 0xff);
          *to++ = (JSAMPLE)(row[x] & 0xff);
        }
      for (guint x = 0; x < pixels->width && !is_coloured; x++)
        *to++ = get_grey (row[x]);
      jpeg_write_scanlines (&self->to, &self->row, 1);
    }
  jpeg_finish_compress (&self->to);
}

static GBytes *
encode_photograph (const Pixels *pixels, gboolean is_coloured)
{
  Coding *self = g_new0 (Coding, 1);
  GBytes *bytes = NULL;

  self->row = g_new (JSAMPLE, (gsize)pixels->width * 3);
  self->to.err = jpeg_std_error (&self->errors);
  self->errors.error_exit = fail;
  self->to.client_data = self;
  if (setjmp (self->fault) == 0)
    {
      jpeg_create_compress (&self->to);
      write_rows (self, pixels, is_coloured);
      bytes = g_bytes_new (self->out, self->size);
    }
  jpeg_destroy_compress (&self->to);
  free (self->out);
  g_free (self->row);
  g_free (self);
  return bytes;
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
encode_exactly (cairo_surface_t *surface)
{
  GByteArray *out = g_byte_array_new ();

  if (cairo_surface_write_to_png_stream (surface, append, out) == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (out);
  g_byte_array_unref (out);
  return NULL;
}

GBytes *
cog_pdf_pixels_encode (cairo_surface_t *surface)
{
  GBytes *bytes = NULL;
  Pixels pixels;
  Kind kind;

  g_return_val_if_fail (surface != NULL, NULL);
  g_return_val_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24, NULL);

  cairo_surface_flush (surface);
  pixels = (Pixels){ cairo_image_surface_get_data (surface),
                     (guint)cairo_image_surface_get_width (surface),
                     (guint)cairo_image_surface_get_height (surface),
                     (gsize)cairo_image_surface_get_stride (surface) };
  if (pixels.data == NULL || (guint64)pixels.width * pixels.height < PAGE)
    return encode_exactly (surface);
  kind = judge (&pixels);
  if (!kind.is_coloured && !kind.has_half_tones)
    bytes = encode_greys (&pixels);
  else if (kind.is_uneven)
    bytes = encode_photograph (&pixels, kind.is_coloured);
  return bytes != NULL ? bytes : encode_exactly (surface);
}
