/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-metafile-device.h"

G_BEGIN_DECLS

/* Lines and shapes, in logical units. Between BeginPath and EndPath they are gathered, else each is
 * painted. */

/* A figure of its own: lines that the pen drew before are painted first. */
void cog_metafile_begin (CogMetafileDevice *self);
void cog_metafile_move (CogMetafileDevice *self, double x, double y);
void cog_metafile_line (CogMetafileDevice *self, double x, double y);
void cog_metafile_curve (
    CogMetafileDevice *self, double x1, double y1, double x2, double y2, double x3, double y3);
void cog_metafile_close (CogMetafileDevice *self);
/* Paints what was begun, unless it is gathered. */
void cog_metafile_end (CogMetafileDevice *self, gboolean is_filled, gboolean is_stroked);

/* From where the pen stands (MoveToEx, LineTo, PolyBezierTo). */
void cog_metafile_pen_move (CogMetafileDevice *self, double x, double y);
void cog_metafile_pen_line (CogMetafileDevice *self, double x, double y);
void cog_metafile_pen_curve (
    CogMetafileDevice *self, double x1, double y1, double x2, double y2, double x3, double y3);
/* Paints the lines that the pen drew, before something else is drawn or chosen. */
void cog_metafile_flush (CogMetafileDevice *self);

void cog_metafile_begin_path (CogMetafileDevice *self);
void cog_metafile_end_path (CogMetafileDevice *self);
void cog_metafile_abort_path (CogMetafileDevice *self);
void cog_metafile_paint_path (CogMetafileDevice *self, gboolean is_filled, gboolean is_stroked);

typedef struct
{
  double left, top, right, bottom;
} CogMetafileBox;

void cog_metafile_rectangle (CogMetafileDevice *self, const CogMetafileBox *box);
/* width, height: of the ellipse of which the corners are. */
void cog_metafile_round_rectangle (CogMetafileDevice *self,
                                   const CogMetafileBox *box,
                                   double width,
                                   double height);
void cog_metafile_ellipse (CogMetafileDevice *self, const CogMetafileBox *box);

typedef enum
{
  COG_METAFILE_ARC,
  COG_METAFILE_ARC_TO, /* a line from the pen to its start, and the pen stays at its end */
  COG_METAFILE_CHORD,
  COG_METAFILE_PIE
} CogMetafileArc;

/* Of the ellipse in the box, between the rays to both points. */
void cog_metafile_arc (CogMetafileDevice *self,
                       CogMetafileArc kind,
                       const CogMetafileBox *box,
                       double start_x,
                       double start_y,
                       double end_x,
                       double end_y);
/* Degrees, counter-clockwise from the right (AngleArc). */
void cog_metafile_angle_arc (
    CogMetafileDevice *self, double x, double y, double radius, double start, double sweep);

/* The attributes of what is filled and stroked as the state has it. */
void cog_metafile_add_paint (CogMetafileDevice *self,
                             GString *element,
                             gboolean is_filled,
                             gboolean is_stroked);

G_END_DECLS
