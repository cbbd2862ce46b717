/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-emf-private.h"

#include "cog-metafile-image.h"

typedef struct
{
  CogMetafilePlacing placing;
  guint32 usage;
  guint32 head, n_head, bits, n_bits; /* bytes from the record's start */
} Blit;

static void
read_place (CogMetafileBytes *bytes, Blit *blit)
{
  blit->head = cog_metafile_u32 (bytes);
  blit->n_head = cog_metafile_u32 (bytes);
  blit->bits = cog_metafile_u32 (bytes);
  blit->n_bits = cog_metafile_u32 (bytes);
}

/* BITBLT, STRETCHBLT, MASKBLT, ALPHABLEND, TRANSPARENTBLT begin alike. */
static void
read_blit (CogMetafileBytes *bytes, guint type, Blit *blit)
{
  CogMetafilePlacing *placing = &blit->placing;

  placing->to.x = cog_metafile_i32 (bytes);
  placing->to.y = cog_metafile_i32 (bytes);
  placing->to.width = cog_metafile_i32 (bytes);
  placing->to.height = cog_metafile_i32 (bytes);
  placing->rop = cog_metafile_u32 (bytes);
  placing->part.x = cog_metafile_i32 (bytes);
  placing->part.y = cog_metafile_i32 (bytes);
  cog_metafile_skip (bytes, 28);
  blit->usage = cog_metafile_u32 (bytes);
  read_place (bytes, blit);
  if (type == 76 || type == 78)
    {
      placing->part.width = placing->to.width;
      placing->part.height = placing->to.height;
      return;
    }
  placing->part.width = cog_metafile_i32 (bytes);
  placing->part.height = cog_metafile_i32 (bytes);
  if (type == 114)
    {
      placing->opacity = (placing->rop >> 16 & 0xFF) / 255.0;
      placing->has_alpha = placing->rop >> 24 == 1;
      placing->rop = COG_METAFILE_SRCCOPY;
    }
  else if (type == 116)
    placing->rop = COG_METAFILE_SRCCOPY;
}

/* SETDIBITSTODEVICE, STRETCHDIBITS. */
static void
read_bits (CogMetafileDevice *device, CogMetafileBytes *bytes, guint type, Blit *blit)
{
  CogMetafilePlacing *placing = &blit->placing;
  double scale = cog_metafile_device_get_scale (device);

  placing->to.x = cog_metafile_i32 (bytes);
  placing->to.y = cog_metafile_i32 (bytes);
  placing->part.x = cog_metafile_i32 (bytes);
  placing->part.y = cog_metafile_i32 (bytes);
  placing->part.width = cog_metafile_i32 (bytes);
  placing->part.height = cog_metafile_i32 (bytes);
  read_place (bytes, blit);
  blit->usage = cog_metafile_u32 (bytes);
  if (type == 80)
    {
      /* As many dots as it has, whatever a logical unit is. */
      placing->rop = COG_METAFILE_SRCCOPY;
      placing->to.width = scale > 0 ? placing->part.width / scale : placing->part.width;
      placing->to.height = scale > 0 ? placing->part.height / scale : placing->part.height;
      return;
    }
  placing->rop = cog_metafile_u32 (bytes);
  placing->to.width = cog_metafile_i32 (bytes);
  placing->to.height = cog_metafile_i32 (bytes);
}

void
cog_emf_bitmap (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  Blit blit = { 0 };
  CogMetafileBitmap bitmap;
  gboolean is_from_below = type == 80 || type == 81;

  blit.placing.opacity = 1;
  cog_metafile_skip (bytes, 16);
  if (is_from_below)
    read_bits (self->device, bytes, type, &blit);
  else
    read_blit (bytes, type, &blit);
  if (bytes->is_short)
    return;
  if (blit.n_head == 0)
    {
      cog_metafile_fill_box (self->device, &blit.placing.to, blit.placing.rop);
      return;
    }
  if (blit.head > bytes->size || blit.n_head > bytes->size - blit.head || blit.bits > bytes->size ||
      blit.n_bits > bytes->size - blit.bits)
    {
      bytes->is_short = TRUE;
      return;
    }
  if (!cog_metafile_bitmap_read (&bitmap, bytes->data + blit.head, blit.n_head,
                                 bytes->data + blit.bits, blit.n_bits))
    return;
  /* Bitmaps that stand on their heads count their lines from below. */
  if (is_from_below && !bitmap.is_top_down)
    blit.placing.part.y = bitmap.height - blit.placing.part.y - blit.placing.part.height;
  cog_metafile_draw_bitmap (self->device, &bitmap, &blit.placing);
}
