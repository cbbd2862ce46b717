/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* A picture of pixels under the limits of cog_thumbnail_new(), upright, at most width × height
 * pixels, never larger than it is. Errors: as cog_thumbnail_new(); a drawing is UNSUPPORTED.
 * (transfer full) */
GdkPixbuf *cog_thumbnail_load (const CogAsset *asset, int width, int height, GError **error);

G_END_DECLS
