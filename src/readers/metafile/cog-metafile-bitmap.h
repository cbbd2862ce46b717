/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-metafile-bytes.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A device-independent bitmap (DIB, 2.2.2.9 of [MS-WMF]): its head, its colours and its dots. The
 * bytes are borrowed. */
typedef struct
{
  guint width, height; /* dots */
  gboolean is_top_down;
  guint depth; /* bits of a dot */
  guint32 compression;
  guint32 masks[3];
  guint32 palette[256];
  const guint8 *bits;
  gsize size;
} CogMetafileBitmap;

/* Dots that a bitmap may have. */
#define COG_METAFILE_MAX_DOTS (24 * 1024 * 1024)

/* bits: NULL where they follow the head and the colours. FALSE where it is none that can be drawn.
 */
gboolean cog_metafile_bitmap_read (CogMetafileBitmap *self,
                                   const guint8 *head,
                                   gsize head_size,
                                   const guint8 *bits,
                                   gsize bits_size);
/* JPEG or PNG as it stands: its media type; NULL where the dots are written out. */
const char *cog_metafile_bitmap_get_packed (const CogMetafileBitmap *self);
/* has_alpha: the fourth byte of 32 bits tells how much of it is seen, the others are multiplied by
 * it. NULL where it has packed dots, or too few. (transfer full) */
cairo_surface_t *cog_metafile_bitmap_draw (const CogMetafileBitmap *self, gboolean has_alpha);
/* A colour for a brush that has a pattern: between all of its dots. */
guint32 cog_metafile_bitmap_get_colour (const CogMetafileBitmap *self);

G_END_DECLS
