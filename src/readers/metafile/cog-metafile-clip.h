/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-metafile-figure.h"

G_BEGIN_DECLS

/* RGN_… of [MS-EMF], 2.1.29. */
typedef enum
{
  COG_METAFILE_AND = 1,
  COG_METAFILE_OR,
  COG_METAFILE_XOR,
  COG_METAFILE_DIFF,
  COG_METAFILE_COPY
} CogMetafileClipMode;

/* Logical units. */
void cog_metafile_clip_box (CogMetafileDevice *self, const CogMetafileBox *box);
void cog_metafile_clip_without_box (CogMetafileDevice *self, const CogMetafileBox *box);
/* Path data in the drawing's units. Joining to what is clipped already (OR, XOR) makes no less be
 * seen: the clip stays off. */
void cog_metafile_clip_data (CogMetafileDevice *self, const char *data, CogMetafileClipMode mode);
/* The path that was gathered. */
void cog_metafile_clip_path (CogMetafileDevice *self, CogMetafileClipMode mode);
/* A list of boxes in the device's units (RegionData). */
void cog_metafile_clip_region (CogMetafileDevice *self,
                               CogMetafileBytes *boxes,
                               guint n_boxes,
                               CogMetafileClipMode mode);
void cog_metafile_clip_reset (CogMetafileDevice *self);

G_END_DECLS
