/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-metafile-bitmap.h"
#include "cog-metafile-figure.h"

G_BEGIN_DECLS

/* Where a bitmap goes, and which part of it: x, y logical units, the part in dots from its upper
 * left corner. A width below 0 mirrors. */
typedef struct
{
  CogMetafileRect to;
  CogMetafileRect part; /* empty: all of it */
  guint32 rop;          /* ternary raster operation */
  gboolean has_alpha;
  double opacity;
} CogMetafilePlacing;

enum
{
  COG_METAFILE_SRCCOPY = 0xCC0020,
  COG_METAFILE_SRCAND = 0x8800C6,
  COG_METAFILE_SRCPAINT = 0xEE0086,
  COG_METAFILE_SRCINVERT = 0x660046,
  COG_METAFILE_PATCOPY = 0xF00021,
  COG_METAFILE_WHITENESS = 0xFF0062,
  COG_METAFILE_BLACKNESS = 0x42,
  COG_METAFILE_NOTHING = 0xAA0029
};

void cog_metafile_draw_bitmap (CogMetafileDevice *self,
                               const CogMetafileBitmap *bitmap,
                               const CogMetafilePlacing *placing);
/* Fills with the brush, black or white (PatBlt). */
void cog_metafile_fill_box (CogMetafileDevice *self, const CogMetafileRect *box, guint32 rop);
/* (transfer full) (nullable) */
GBytes *cog_metafile_write_png (cairo_surface_t *surface);

G_END_DECLS
