/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cog_media_get_length:
 *
 * How long a sound or film plays, in milliseconds, as its file says: MP4, Ogg, WebM and MP3 by
 * their headers, without a decoder. 0 where it does not say so. Linear in the number of its parts,
 * whatever they claim.
 */
gint64 cog_media_get_length (GBytes *bytes);

G_END_DECLS
