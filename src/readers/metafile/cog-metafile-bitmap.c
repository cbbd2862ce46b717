/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-metafile-bitmap.h"

enum
{
  BI_RGB,
  BI_RLE8,
  BI_RLE4,
  BI_BITFIELDS,
  BI_JPEG,
  BI_PNG
};

static gsize
get_stride (const CogMetafileBitmap *self)
{
  return ((gsize)self->width * self->depth + 31) / 32 * 4;
}

static void
read_palette (CogMetafileBitmap *self, CogMetafileBytes *head, guint n, guint bytes_each)
{
  for (guint i = 0; i < n; i++)
    {
      const guint8 *entry = cog_metafile_take (head, bytes_each);

      if (entry == NULL)
        return;
      if (i < G_N_ELEMENTS (self->palette))
        self->palette[i] = (guint32)entry[2] << 16 | (guint32)entry[1] << 8 | entry[0];
    }
}

/* BITMAPCOREHEADER, or BITMAPINFOHEADER and its longer ones. */
static guint
read_head (CogMetafileBitmap *self, CogMetafileBytes *head)
{
  guint32 length = cog_metafile_u32 (head);
  gint32 height;
  guint32 n_colours;

  if (length == 12)
    {
      self->width = cog_metafile_u16 (head);
      self->height = cog_metafile_u16 (head);
      cog_metafile_skip (head, 2);
      self->depth = cog_metafile_u16 (head);
      return self->depth <= 8 ? 1u << self->depth : 0;
    }
  self->width = cog_metafile_u32 (head);
  height = cog_metafile_i32 (head);
  self->is_top_down = height < 0;
  self->height = height < 0 ? 0u - (guint32)height : (guint32)height;
  cog_metafile_skip (head, 2);
  self->depth = cog_metafile_u16 (head);
  self->compression = cog_metafile_u32 (head);
  cog_metafile_skip (head, 12);
  n_colours = cog_metafile_u32 (head);
  cog_metafile_skip (head, 4);
  if (self->compression == BI_BITFIELDS)
    for (guint i = 0; i < 3; i++)
      self->masks[i] = cog_metafile_u32 (head);
  if (length > head->at)
    cog_metafile_skip (head, length - head->at);
  if (n_colours == 0 && self->depth <= 8)
    n_colours = 1u << self->depth;
  return MIN (n_colours, 256);
}

static void
set_usual_masks (CogMetafileBitmap *self)
{
  static const guint32 of_16[] = { 0x7C00, 0x3E0, 0x1F }, of_32[] = { 0xFF0000, 0xFF00, 0xFF };

  if (self->compression != BI_BITFIELDS)
    memcpy (self->masks, self->depth == 16 ? of_16 : of_32, sizeof self->masks);
}

gboolean
cog_metafile_bitmap_read (CogMetafileBitmap *self,
                          const guint8 *head,
                          gsize head_size,
                          const guint8 *bits,
                          gsize bits_size)
{
  CogMetafileBytes reading = cog_metafile_bytes (head, head_size);
  guint32 length = cog_metafile_u32 (&reading);
  guint n_colours;

  g_return_val_if_fail (self != NULL, FALSE);

  memset (self, 0, sizeof *self);
  reading.at = 0;
  if (length != 12 && (length < 40 || length > 1024))
    return FALSE;
  n_colours = read_head (self, &reading);
  read_palette (self, &reading, n_colours, length == 12 ? 3 : 4);
  set_usual_masks (self);
  if (self->width == 0 || self->height == 0 || self->width > 32000 || self->height > 32000 ||
      (guint64)self->width * self->height > COG_METAFILE_MAX_DOTS)
    return FALSE;
  self->bits = bits != NULL ? bits : reading.data + reading.at;
  self->size = bits != NULL ? bits_size : cog_metafile_left (&reading);
  return !reading.is_short;
}

const char *
cog_metafile_bitmap_get_packed (const CogMetafileBitmap *self)
{
  if (self->compression == BI_JPEG && self->size > 3 && memcmp (self->bits, "\xFF\xD8\xFF", 3) == 0)
    return "image/jpeg";
  if (self->compression == BI_PNG && self->size > 8 && memcmp (self->bits, "\x89PNG", 4) == 0)
    return "image/png";
  return NULL;
}

/* 2.1.1.7: runs, and absolute stretches; (0, 0) ends a line, (0, 1) the bitmap, (0, 2) moves on.
 * (transfer full): a byte a dot */
static guint8 *
unpack (const CogMetafileBitmap *self)
{
  CogMetafileBytes runs = cog_metafile_bytes (self->bits, self->size);
  guint8 *dots = g_malloc0_n (self->width, self->height);
  gboolean is_small = self->compression == BI_RLE4;
  gsize x = 0, y = 0;

  while (cog_metafile_left (&runs) >= 2 && y < self->height)
    {
      const guint8 *code = cog_metafile_take (&runs, 2);
      const guint8 *values = code + 1;
      guint n = code[0];

      if (n == 0 && code[1] < 3)
        {
          if (code[1] == 1)
            break;
          x = code[1] == 0 ? 0 : x + (cog_metafile_left (&runs) > 0 ? runs.data[runs.at] : 0);
          y += code[1] == 0 || cog_metafile_left (&runs) < 2 ? 1 : runs.data[runs.at + 1];
          if (code[1] == 2)
            cog_metafile_skip (&runs, 2);
          continue;
        }
      if (n == 0)
        {
          gsize length = is_small ? (code[1] + 1u) / 2 : code[1];

          values = cog_metafile_take (&runs, length + (length & 1));
          if (values == NULL)
            break;
        }
      for (guint i = 0; i < (n != 0 ? n : code[1]); i++, x++)
        {
          guint8 value = values[n != 0 ? 0 : (is_small ? i / 2 : i)];

          if (x < self->width)
            dots[y * self->width + x] =
                is_small ? (guint8)(i % 2 == 0 ? value >> 4 : value & 0xF) : value;
        }
    }
  return dots;
}

/* A colour's part of a dot, stretched to eight bits. */
static guint32
get_part (guint32 dot, guint32 mask)
{
  guint32 value, most;

  if (mask == 0)
    return 0;
  value = (dot & mask) >> g_bit_nth_lsf (mask, -1);
  most = mask >> g_bit_nth_lsf (mask, -1);
  return (guint32)((guint64)value * 255 / most);
}

static guint32
get_dot (const CogMetafileBitmap *self, const guint8 *line, guint x, gboolean has_alpha)
{
  guint32 dot;

  switch (self->depth)
    {
    case 1:
      return self->palette[line[x / 8] >> (7 - x % 8) & 1];
    case 4:
      return self->palette[line[x / 2] >> (x % 2 == 0 ? 4 : 0) & 0xF];
    case 8:
      return self->palette[line[x]];
    case 24:
      return (guint32)line[3 * x + 2] << 16 | (guint32)line[3 * x + 1] << 8 | line[3 * x];
    case 16:
      dot = (guint32)line[2 * x] | (guint32)line[2 * x + 1] << 8;
      break;
    default:
      dot = (guint32)line[4 * x] | (guint32)line[4 * x + 1] << 8 | (guint32)line[4 * x + 2] << 16 |
            (guint32)line[4 * x + 3] << 24;
      if (has_alpha)
        return dot;
    }
  return get_part (dot, self->masks[0]) << 16 | get_part (dot, self->masks[1]) << 8 |
         get_part (dot, self->masks[2]);
}

static gboolean
is_known (const CogMetafileBitmap *self)
{
  switch (self->compression)
    {
    case BI_RGB:
      return self->depth == 1 || self->depth == 4 || self->depth == 8 || self->depth == 16 ||
             self->depth == 24 || self->depth == 32;
    case BI_BITFIELDS:
      return self->depth == 16 || self->depth == 32;
    case BI_RLE8:
      return self->depth == 8;
    case BI_RLE4:
      return self->depth == 4;
    default:
      return FALSE;
    }
}

cairo_surface_t *
cog_metafile_bitmap_draw (const CogMetafileBitmap *self, gboolean has_alpha)
{
  g_autofree guint8 *unpacked = NULL;
  CogMetafileBitmap plain = *self;
  cairo_surface_t *surface;

  if (!is_known (self))
    return NULL;
  if (self->compression == BI_RLE4 || self->compression == BI_RLE8)
    unpacked = unpack (self);
  plain.depth = unpacked != NULL ? 8 : self->depth;
  has_alpha = has_alpha && self->depth == 32;
  if (unpacked == NULL && self->size / get_stride (self) < self->height)
    return NULL;
  surface = cairo_image_surface_create (has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                        (int)self->width, (int)self->height);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  for (guint y = 0; y < self->height; y++)
    {
      guint from = self->is_top_down ? y : self->height - 1 - y;
      const guint8 *line = unpacked != NULL ? unpacked + (gsize)from * self->width
                                            : self->bits + from * get_stride (self);
      guint32 *to = (guint32 *)(gpointer)(cairo_image_surface_get_data (surface) +
                                          (gsize)y * cairo_image_surface_get_stride (surface));

      for (guint x = 0; x < self->width; x++)
        to[x] = get_dot (&plain, line, x, has_alpha);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

guint32
cog_metafile_bitmap_get_colour (const CogMetafileBitmap *self)
{
  cairo_surface_t *surface = cog_metafile_bitmap_draw (self, FALSE);
  guint64 sums[3] = { 0 }, n = (guint64)self->width * self->height;

  if (surface == NULL)
    return 0x808080;
  for (guint y = 0; y < self->height; y++)
    {
      const guint32 *line =
          (const guint32 *)(gpointer)(cairo_image_surface_get_data (surface) +
                                      (gsize)y * cairo_image_surface_get_stride (surface));

      for (guint x = 0; x < self->width; x++)
        for (guint i = 0; i < 3; i++)
          sums[i] += line[x] >> (16 - 8 * i) & 0xFF;
    }
  cairo_surface_destroy (surface);
  return (guint32)(sums[0] / n << 16 | sums[1] / n << 8 | sums[2] / n);
}
