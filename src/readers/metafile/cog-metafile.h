/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pictures of Windows programs that office documents hold: lists of what is to be drawn.
 * [MS-EMF], [MS-WMF]. */
typedef enum
{
  COG_METAFILE_NONE,
  COG_METAFILE_EMF,
  COG_METAFILE_WMF,
  COG_METAFILE_PACKED, /* one of them, packed by gzip: EMZ, WMZ */
  COG_METAFILE_SVM     /* LibreOffice's own, which is told and not drawn */
} CogMetafileKind;

/* By the first bytes, which a WMF without its placeable header has few of: its name is not asked.
 */
CogMetafileKind cog_metafile_identify (GBytes *bytes);

/**
 * cog_metafile_draw:
 * @place: the file's name, for messages
 * @n_lost: (out) (optional): texts of which only the numbers of a font's shapes are told, not the
 *   letters; they are missing
 *
 * The same drawing as SVG, of which cog_drawing_clean() removes nothing, at most 8 MB of it; of a
 * file that has only EMF+ with one picture in it, that picture as it stands. Any thread. Errors:
 * COG_ERROR_INPUT where the file is damaged, COG_ERROR_TOO_LARGE, COG_ERROR_UNSUPPORTED where
 * nothing in it is known.
 * Returns: (transfer full)
 */
GBytes *cog_metafile_draw (GBytes *bytes, const char *place, guint *n_lost, GError **error);

G_END_DECLS
