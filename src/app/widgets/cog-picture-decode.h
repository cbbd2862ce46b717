/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* A picture of any kind that a book may hold, decoded no larger than it will be shown. Runs in any
 * thread; bounded in memory whatever the file claims. width: pixels, the most that is wanted.
 * Errors: COG_ERROR_TOO_LARGE, COG_ERROR_INPUT, in plain words. (transfer full) */
GdkTexture *cog_picture_decode (GBytes *bytes, int width, GError **error);

/* How many pixels of a decoded picture make one of the picture itself: a small drawing is drawn
 * sharper than it is large. 1 for all others. */
double cog_picture_get_sharpness (GdkPaintable *picture);

G_END_DECLS
