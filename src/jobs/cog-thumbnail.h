/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* A small PNG of a picture of a book, at most width × height pixels, for covers and lists. Meant
 * for pictures from anywhere: only the formats that books have, by their first bytes, under limits
 * of bytes and pixels; drawings without anything that runs or loads. Takes up to some tenths of a
 * second: call it in a thread. Errors: COG_ERROR_UNSUPPORTED, COG_ERROR_TOO_LARGE, COG_ERROR_INPUT.
 * (transfer full) */
GBytes *cog_thumbnail_new (const CogAsset *asset, int width, int height, GError **error);

G_END_DECLS
