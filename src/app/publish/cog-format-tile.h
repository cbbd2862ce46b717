/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-format.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A format as a tile that is pressed in when it is wanted: what it looks like, its name, its use.
 */
#define COG_TYPE_FORMAT_TILE (cog_format_tile_get_type ())
G_DECLARE_FINAL_TYPE (CogFormatTile, cog_format_tile, COG, FORMAT_TILE, GtkToggleButton)

/* format: a row of the table. */
GtkWidget *cog_format_tile_new (const CogFormat *format);
const CogFormat *cog_format_tile_get_format (CogFormatTile *self);

G_END_DECLS
