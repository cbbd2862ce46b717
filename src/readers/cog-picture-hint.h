/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-media.h"

G_BEGIN_DECLS

/* Whether a picture file holds anything that cog_picture_metadata_read() could read: looks at the
 * heads of segments and chunks only, so that a book of a thousand pictures is not parsed for
 * nothing. TRUE where that cannot be told. */
gboolean cog_picture_hint_has_metadata (GBytes *bytes, const CogMediaInfo *info);

G_END_DECLS
