/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-metafile-bytes.h"
#include "cog-metafile-state.h"

G_BEGIN_DECLS

#define COG_METAFILE_MAX_OUTPUT (8 * 1024 * 1024) /* bytes */
#define COG_METAFILE_MAX_RECORDS 200000
#define COG_METAFILE_MAX_OBJECTS 65536
#define COG_METAFILE_MAX_SAVED 1024
#define COG_METAFILE_MAX_POINTS 1000000 /* of one record */

/* What the records of either format draw on: state, objects, and the SVG that comes of it. */
typedef struct
{
  CogMetafileState state;
  GArray *saved;         /* (element-type CogMetafileState) */
  GArray *objects;       /* (element-type CogMetafileObject) */
  CogMetafileRect frame; /* device units: what is seen */
  double dots_x, dots_y; /* device units in a millimetre, of map modes that are so measured */
  double finest;         /* device units: no line is drawn thinner */
  GString *figure;       /* path data that is not painted yet */
  gboolean is_path;      /* between BeginPath and EndPath */
  gboolean needs_move;   /* a line from where the pen stands begins anew */
  GString *body, *defs;  /* the drawing */
  guint n_defs;          /* clips and hatches made */
  guint open_clip;       /* whose group is open in body */
  double x1, y1, x2, y2; /* device units: of what was drawn */
  guint n_drawn;         /* elements */
  guint64 n_dots;        /* of all bitmaps */
  guint n_lost;          /* texts without letters */
  gboolean is_full;      /* the drawing grew beyond what a book should hold */
} CogMetafileDevice;

CogMetafileDevice *cog_metafile_device_new (void);
void cog_metafile_device_free (CogMetafileDevice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMetafileDevice, cog_metafile_device_free)

/* From logical units to the device's, and the same without the world's transformation. map: to the
 * drawing's, which begin where the frame does. */
void cog_metafile_device_get_matrix (const CogMetafileDevice *self, cairo_matrix_t *matrix);
void cog_metafile_device_get_page (const CogMetafileDevice *self, cairo_matrix_t *matrix);
void cog_metafile_device_map (const CogMetafileDevice *self, double *x, double *y);
/* How long a logical unit is on the device. */
double cog_metafile_device_get_scale (const CogMetafileDevice *self);

void cog_metafile_device_save (CogMetafileDevice *self);
/* which: below 0 counted from the last, above from the first (RestoreDC). */
void cog_metafile_device_restore (CogMetafileDevice *self, gint32 which);

/* number: where it is put; a number that is out of bounds is passed over. */
void
cog_metafile_device_put (CogMetafileDevice *self, guint number, const CogMetafileObject *object);
/* In the first free place, as in a WMF. */
void cog_metafile_device_add (CogMetafileDevice *self, const CogMetafileObject *object);
void cog_metafile_device_select (CogMetafileDevice *self, guint number);
void cog_metafile_device_drop (CogMetafileDevice *self, guint number);

/* Adds an element to the drawing, in the group of the clip. */
void cog_metafile_device_emit (CogMetafileDevice *self, const char *element);
/* What was drawn reaches there. */
void cog_metafile_device_reach (CogMetafileDevice *self, double x, double y);
/* The whole drawing. width, height: millimetres. (transfer full) */
GBytes *cog_metafile_device_finish (CogMetafileDevice *self, double width, double height);

/* A number of a drawing, two places behind the point, a space before it where it needs one. */
void cog_metafile_add_number (GString *text, double number);

G_END_DECLS
