/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-emf-private.h"

/* 2.1.1 of [MS-EMF], in its order: from, to, and what reads them. */
static const struct
{
  guint from, to;
  CogEmfRecord read;
} records[] = {
  { 2, 6, cog_emf_points },     /* POLYBEZIER … POLYLINETO */
  { 7, 8, cog_emf_polygons },   /* POLYPOLYLINE, POLYPOLYGON */
  { 9, 12, cog_emf_mapping },   /* SETWINDOWEXTEX … SETVIEWPORTORGEX */
  { 15, 15, cog_emf_shape },    /* SETPIXELV */
  { 17, 17, cog_emf_mapping },  /* SETMAPMODE */
  { 18, 25, cog_emf_state },    /* SETBKMODE … SETBKCOLOR */
  { 27, 27, cog_emf_shape },    /* MOVETOEX */
  { 29, 30, cog_emf_clip },     /* EXCLUDECLIPRECT, INTERSECTCLIPRECT */
  { 31, 32, cog_emf_mapping },  /* SCALEVIEWPORTEXTEX, SCALEWINDOWEXTEX */
  { 33, 34, cog_emf_state },    /* SAVEDC, RESTOREDC */
  { 35, 36, cog_emf_mapping },  /* SETWORLDTRANSFORM, MODIFYWORLDTRANSFORM */
  { 37, 40, cog_emf_object },   /* SELECTOBJECT … DELETEOBJECT */
  { 41, 47, cog_emf_shape },    /* ANGLEARC … PIE */
  { 49, 49, cog_emf_object },   /* CREATEPALETTE */
  { 54, 55, cog_emf_shape },    /* LINETO, ARCTO */
  { 56, 56, cog_emf_points },   /* POLYDRAW */
  { 57, 58, cog_emf_state },    /* SETARCDIRECTION, SETMITERLIMIT */
  { 59, 66, cog_emf_path },     /* BEGINPATH … WIDENPATH */
  { 67, 67, cog_emf_clip },     /* SELECTCLIPPATH */
  { 68, 68, cog_emf_path },     /* ABORTPATH */
  { 70, 70, cog_emf_comment },  /* COMMENT */
  { 71, 71, cog_emf_clip },     /* FILLRGN */
  { 74, 75, cog_emf_clip },     /* PAINTRGN, EXTSELECTCLIPRGN */
  { 76, 78, cog_emf_bitmap },   /* BITBLT, STRETCHBLT, MASKBLT */
  { 80, 81, cog_emf_bitmap },   /* SETDIBITSTODEVICE, STRETCHDIBITS */
  { 82, 82, cog_emf_object },   /* EXTCREATEFONTINDIRECTW */
  { 83, 84, cog_emf_text },     /* EXTTEXTOUTA, EXTTEXTOUTW */
  { 85, 89, cog_emf_points },   /* POLYBEZIER16 … POLYLINETO16 */
  { 90, 91, cog_emf_polygons }, /* POLYPOLYLINE16, POLYPOLYGON16 */
  { 92, 92, cog_emf_points },   /* POLYDRAW16 */
  { 93, 95, cog_emf_object },   /* CREATEMONOBRUSH … EXTCREATEPEN */
  { 99, 99, cog_emf_object },   /* CREATECOLORSPACE */
  { 108, 108, cog_emf_text },   /* SMALLTEXTOUT */
  { 114, 114, cog_emf_bitmap }, /* ALPHABLEND */
  { 116, 116, cog_emf_bitmap }, /* TRANSPARENTBLT */
};

CogEmfRecord
cog_emf_find_record (guint type)
{
  for (guint i = 0; i < G_N_ELEMENTS (records) && records[i].from <= type; i++)
    if (type <= records[i].to)
      return records[i].read;
  return NULL;
}
