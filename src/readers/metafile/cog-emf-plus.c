/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-emf-private.h"

#include "cog-metafile-bitmap.h"
#include "cog-metafile-image.h"

/* [MS-EMFPLUS]: records that stand in comments of an EMF. Most files have the same drawing in plain
 * records as well, and those are drawn. Of one that has not, a picture that it holds is taken. */

#define EMF_PLUS 0x2B464D45u
#define OBJECT 0x4008
#define CONTINUES 0x8000
#define IMAGE 5
#define LARGEST (64 * 1024 * 1024)

/* EmfPlusBitmap with dots, 2.2.2.2: 32 bits with or without alpha. (transfer full) (nullable) */
static GBytes *
write_dots (CogMetafileBytes *bytes, guint32 width, guint32 height, guint32 stride, guint32 format)
{
  CogMetafileBitmap bitmap = { 0 };
  gboolean has_alpha = format == 0x26200A || format == 0xE200B;
  cairo_surface_t *surface;
  GBytes *png;

  if (!has_alpha && format != 0x22009)
    return NULL;
  if (width == 0 || height == 0 || width > 32000 || height > 32000 || stride != width * 4 ||
      (guint64)width * height > COG_METAFILE_MAX_DOTS)
    return NULL;
  bitmap.width = width;
  bitmap.height = height;
  bitmap.is_top_down = TRUE;
  bitmap.depth = 32;
  bitmap.masks[0] = 0xFF0000;
  bitmap.masks[1] = 0xFF00;
  bitmap.masks[2] = 0xFF;
  bitmap.bits = bytes->data + bytes->at;
  bitmap.size = cog_metafile_left (bytes);
  surface = cog_metafile_bitmap_draw (&bitmap, has_alpha);
  png = surface != NULL ? cog_metafile_write_png (surface) : NULL;
  cairo_surface_destroy (surface);
  return png;
}

/* EmfPlusImage, 2.2.1.4: version, a bitmap (1) or a metafile (2); its size; dots (0) or a file (1).
 */
static void
take_image (CogEmf *self, const guint8 *data, gsize size)
{
  CogMetafileBytes bytes = cog_metafile_bytes (data, size);
  guint32 width, height, stride, format;

  cog_metafile_skip (&bytes, 4);
  if (self->plus_picture != NULL || cog_metafile_u32 (&bytes) != 1)
    return;
  width = cog_metafile_u32 (&bytes);
  height = cog_metafile_u32 (&bytes);
  stride = cog_metafile_u32 (&bytes);
  format = cog_metafile_u32 (&bytes);
  if (cog_metafile_u32 (&bytes) == 1 && !bytes.is_short)
    self->plus_picture = g_bytes_new (bytes.data + bytes.at, cog_metafile_left (&bytes));
  else if (!bytes.is_short)
    self->plus_picture = write_dots (&bytes, width, height, stride, format);
}

static void
take_object (CogEmf *self, guint flags, CogMetafileBytes *data)
{
  guint32 total;

  if ((flags >> 8 & 0x7F) != IMAGE)
    return;
  if ((flags & CONTINUES) == 0)
    {
      take_image (self, data->data, data->size);
      return;
    }
  total = cog_metafile_u32 (data);
  if (self->pending == NULL)
    self->pending = g_byte_array_new ();
  if (self->pending->len + cog_metafile_left (data) > LARGEST)
    return;
  g_byte_array_append (self->pending, data->data + data->at, (guint)cog_metafile_left (data));
  if (self->pending->len < total)
    return;
  take_image (self, self->pending->data, self->pending->len);
  g_clear_pointer (&self->pending, g_byte_array_unref);
}

void
cog_emf_comment (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  cog_metafile_skip (bytes, 4);
  if (cog_metafile_left (bytes) < 4 || cog_metafile_u32 (bytes) != EMF_PLUS)
    return;
  self->has_plus = TRUE;
  while (cog_metafile_left (bytes) >= 12)
    {
      gsize start = bytes->at;
      guint kind = cog_metafile_u16 (bytes), flags = cog_metafile_u16 (bytes);
      guint32 size = cog_metafile_u32 (bytes), length = cog_metafile_u32 (bytes);
      CogMetafileBytes data;

      if (size < 12 || size > bytes->size - start || length > size - 12)
        return;
      data = cog_metafile_bytes (bytes->data + bytes->at, length);
      if (kind == OBJECT)
        take_object (self, flags, &data);
      bytes->at = start + size;
    }
}
