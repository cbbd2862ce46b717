/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-metafile-device.h"

G_BEGIN_DECLS

/* A file as it is read: [MS-EMF]. */
typedef struct
{
  CogMetafileDevice *device;
  gboolean has_plus;    /* records of EMF+ stand in comments */
  GByteArray *pending;  /* an image of EMF+ that goes on in the next record (nullable) */
  GBytes *plus_picture; /* the first that is a picture by itself (nullable) */
} CogEmf;

/* bytes: the whole record, read up to behind its type and size: offsets in it count from there. */
typedef void (*CogEmfRecord) (CogEmf *self, CogMetafileBytes *bytes, guint type);

void cog_emf_state (CogEmf *self, CogMetafileBytes *bytes, guint type);
void cog_emf_mapping (CogEmf *self, CogMetafileBytes *bytes, guint type);
void cog_emf_object (CogEmf *self, CogMetafileBytes *bytes, guint type);
void cog_emf_points (CogEmf *self, CogMetafileBytes *bytes, guint type);
void cog_emf_polygons (CogEmf *self, CogMetafileBytes *bytes, guint type);
void cog_emf_shape (CogEmf *self, CogMetafileBytes *bytes, guint type);
void cog_emf_path (CogEmf *self, CogMetafileBytes *bytes, guint type);
void cog_emf_clip (CogEmf *self, CogMetafileBytes *bytes, guint type);
void cog_emf_text (CogEmf *self, CogMetafileBytes *bytes, guint type);
void cog_emf_bitmap (CogEmf *self, CogMetafileBytes *bytes, guint type);
void cog_emf_comment (CogEmf *self, CogMetafileBytes *bytes, guint type);

/* The records by their numbers, 2.1.1; NULL: nothing is drawn by it. */
CogEmfRecord cog_emf_find_record (guint type);

/* A colour as GDI has it, to 0xRRGGBB. */
guint32 cog_metafile_read_colour (CogMetafileBytes *bytes);

/* As cog_metafile_draw(), of an EMF. */
GBytes *cog_emf_draw (GBytes *bytes, const char *place, guint *n_lost, GError **error);

G_END_DECLS
