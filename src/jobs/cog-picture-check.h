/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-media.h"

G_BEGIN_DECLS

/* What a picture may have that comes into a book: bytes of the file, pixels of the picture, pixels
 * of a side. A page at 600 dots per inch has 35 million pixels. */
#define COG_PICTURE_MAX_BYTES (64u << 20)
#define COG_PICTURE_MAX_PIXELS 60e6
#define COG_PICTURE_MAX_SIDE 30000

/**
 * cog_picture_check:
 * @info: (out): what it is; width and height where the file says so
 *
 * Whether a file is a picture that can stand in a book: whole, of a kind that every reader shows,
 * and no larger than is bearable. Decodes it, small, to know. Any thread; takes time.
 *
 * Errors: COG_ERROR_UNSUPPORTED (no picture, whatever its name says), COG_ERROR_TOO_LARGE,
 * COG_ERROR_INPUT (cut off or damaged), COG_ERROR_REFUSED (a drawing that would run or load
 * something)
 */
gboolean cog_picture_check (GBytes *bytes, const char *name, CogMediaInfo *info, GError **error);

G_END_DECLS
