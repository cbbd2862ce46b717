/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What is drawn with, as the records chose it: a device context of GDI. Colours are 0xRRGGBB. */

#define COG_METAFILE_MAX_DASHES 16

typedef struct
{
  gboolean is_null;
  guint32 colour;
  double width; /* logical units; 0: the thinnest line */
  guint style;  /* PS_…: line in the lowest four bits, cap and join */
  gboolean is_geometric;
  double dashes[COG_METAFILE_MAX_DASHES]; /* PS_USERSTYLE: logical units */
  guint n_dashes;
} CogMetafilePen;

typedef struct
{
  gboolean is_null;
  gboolean is_hatched;
  guint hatch; /* HS_… */
  guint32 colour;
} CogMetafileBrush;

typedef struct
{
  char family[33 * 4]; /* UTF-8 */
  double height;       /* logical units: below 0 of the letters, above of the line, 0 as it comes */
  double escapement;   /* degrees, counter-clockwise */
  guint weight;
  gboolean is_italic, is_underlined, is_struck;
  guint charset;
} CogMetafileFont;

typedef enum
{
  COG_METAFILE_FREE,
  COG_METAFILE_PEN,
  COG_METAFILE_BRUSH,
  COG_METAFILE_FONT,
  COG_METAFILE_OTHER /* a palette, a region, a colour space: only holds its number */
} CogMetafileObjectType;

typedef struct
{
  CogMetafileObjectType type;
  union
  {
    CogMetafilePen pen;
    CogMetafileBrush brush;
    CogMetafileFont font;
  };
} CogMetafileObject;

typedef struct
{
  double x, y, width, height;
} CogMetafileRect;

/* Copied whole by SaveDC. */
typedef struct
{
  CogMetafilePen pen;
  CogMetafileBrush brush;
  CogMetafileFont font;
  guint32 text_colour, background;
  gboolean is_opaque;  /* SetBkMode */
  gboolean is_winding; /* SetPolyFillMode */
  guint text_align;    /* TA_… */
  guint rop;           /* R2_… */
  gboolean is_clockwise;
  double miter_limit;
  guint map_mode; /* MM_… */
  double window_x, window_y, window_width, window_height;
  double viewport_x, viewport_y, viewport_width, viewport_height;
  cairo_matrix_t world;
  double x, y;   /* where the pen stands: logical units */
  guint clip;    /* the number of its clipPath; 0: none */
  guint n_clips; /* that stand one in the other */
  gboolean is_clip_rect;
  CogMetafileRect clip_rect; /* where is_clip_rect: device units */
} CogMetafileState;

G_END_DECLS
