/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-metafile-device.h"

G_BEGIN_DECLS

/* Bytes of a text in the code page of the font's charset (2.1.1.5 of [MS-WMF]). What that page has
 * not is left out. (transfer full) */
char *cog_metafile_dup_text (const CogMetafileFont *font, const guint8 *bytes, gsize length);
/* The same of UTF-16, little-endian; length: in units. (transfer full) */
char *cog_metafile_dup_wide (const CogMetafileFont *font, const guint8 *bytes, gsize length);
/* Fills in a font's family, up to the first 0. */
void cog_metafile_set_family (CogMetafileFont *font, const char *family);

/**
 * cog_metafile_draw_text:
 * @x, @y: logical units, where the state's alignment counts from; with TA_UPDATECP the pen's place
 * @advance: logical units, how wide it is; 0: not told
 */
void cog_metafile_draw_text (
    CogMetafileDevice *self, double x, double y, const char *text, double advance, gboolean is_rtl);

G_END_DECLS
