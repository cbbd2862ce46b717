/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-wmf-private.h"

static const struct
{
  guint function;
  CogWmfRecord read;
} records[] = {
  { 0x001E, cog_wmf_state },   /* SAVEDC */
  { 0x00F7, cog_wmf_object },  /* CREATEPALETTE */
  { 0x0102, cog_wmf_state },   /* SETBKMODE */
  { 0x0103, cog_wmf_state },   /* SETMAPMODE */
  { 0x0104, cog_wmf_state },   /* SETROP2 */
  { 0x0106, cog_wmf_state },   /* SETPOLYFILLMODE */
  { 0x0127, cog_wmf_state },   /* RESTOREDC */
  { 0x012C, cog_wmf_state },   /* SELECTCLIPREGION */
  { 0x012D, cog_wmf_object },  /* SELECTOBJECT */
  { 0x012E, cog_wmf_state },   /* SETTEXTALIGN */
  { 0x0142, cog_wmf_object },  /* DIBCREATEPATTERNBRUSH */
  { 0x01F0, cog_wmf_object },  /* DELETEOBJECT */
  { 0x01F9, cog_wmf_object },  /* CREATEPATTERNBRUSH */
  { 0x0201, cog_wmf_state },   /* SETBKCOLOR */
  { 0x0209, cog_wmf_state },   /* SETTEXTCOLOR */
  { 0x020B, cog_wmf_state },   /* SETWINDOWORG */
  { 0x020C, cog_wmf_state },   /* SETWINDOWEXT */
  { 0x020F, cog_wmf_state },   /* OFFSETWINDOWORG */
  { 0x0213, cog_wmf_shape },   /* LINETO */
  { 0x0214, cog_wmf_shape },   /* MOVETO */
  { 0x02FA, cog_wmf_object },  /* CREATEPENINDIRECT */
  { 0x02FB, cog_wmf_object },  /* CREATEFONTINDIRECT */
  { 0x02FC, cog_wmf_object },  /* CREATEBRUSHINDIRECT */
  { 0x0324, cog_wmf_polygon }, /* POLYGON */
  { 0x0325, cog_wmf_polygon }, /* POLYLINE */
  { 0x0410, cog_wmf_state },   /* SCALEWINDOWEXT */
  { 0x0415, cog_wmf_shape },   /* EXCLUDECLIPRECT */
  { 0x0416, cog_wmf_shape },   /* INTERSECTCLIPRECT */
  { 0x0418, cog_wmf_shape },   /* ELLIPSE */
  { 0x041B, cog_wmf_shape },   /* RECTANGLE */
  { 0x041F, cog_wmf_shape },   /* SETPIXEL */
  { 0x0521, cog_wmf_text },    /* TEXTOUT */
  { 0x0538, cog_wmf_polygon }, /* POLYPOLYGON */
  { 0x061C, cog_wmf_shape },   /* ROUNDRECT */
  { 0x061D, cog_wmf_shape },   /* PATBLT */
  { 0x06FF, cog_wmf_object },  /* CREATEREGION */
  { 0x0817, cog_wmf_shape },   /* ARC */
  { 0x081A, cog_wmf_shape },   /* PIE */
  { 0x0830, cog_wmf_shape },   /* CHORD */
  { 0x0940, cog_wmf_bitmap },  /* DIBBITBLT */
  { 0x0A32, cog_wmf_text },    /* EXTTEXTOUT */
  { 0x0B41, cog_wmf_bitmap },  /* DIBSTRETCHBLT */
  { 0x0D33, cog_wmf_bitmap },  /* SETDIBTODEV */
  { 0x0F43, cog_wmf_bitmap },  /* STRETCHDIB */
};

CogWmfRecord
cog_wmf_find_record (guint function)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (records[i].function == function)
      return records[i].read;
  return NULL;
}
