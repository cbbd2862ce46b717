/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-metafile-device.h"

G_BEGIN_DECLS

/* bytes: what stands in a record behind its size and its number. */
typedef void (*CogWmfRecord) (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function);

void cog_wmf_state (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function);
void cog_wmf_object (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function);
void cog_wmf_shape (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function);
void cog_wmf_polygon (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function);
void cog_wmf_text (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function);
void cog_wmf_bitmap (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function);

/* By the number of the function, 2.1.1.1 of [MS-WMF]; NULL: nothing is drawn by it. */
CogWmfRecord cog_wmf_find_record (guint function);

gboolean cog_wmf_is_header (CogMetafileBytes bytes);
GBytes *cog_wmf_draw (GBytes *bytes, const char *place, guint *n_lost, GError **error);

G_END_DECLS
