/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Takes out of an SVG file what would run or load something: scripts, event handlers, foreign
 * elements, references to anything but the drawing itself or pictures in it (SVG 2, 15 and 16). A
 * drawing shown as a picture would not load them either (SVG Integration, "secure static mode").
 * Returns the bytes themselves where nothing of the kind is in them. n_removed, first (nullable):
 * how many pieces, and the name of the first. NULL where the file is no well-formed XML. (transfer
 * full) */
GBytes *cog_drawing_clean (
    GBytes *bytes, const char *place, guint *n_removed, char **first, GError **error);

G_END_DECLS
