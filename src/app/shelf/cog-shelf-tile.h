/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-shelf-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One book of the shelf: a button with its cover, and below it title, languages, progress and
 * licence. Opening activates win.open-project. */
#define COG_TYPE_SHELF_TILE (cog_shelf_tile_get_type ())
G_DECLARE_FINAL_TYPE (CogShelfTile, cog_shelf_tile, COG, SHELF_TILE, GtkButton)

GtkWidget *cog_shelf_tile_new (CogShelfBook *book);
/* The licence as a badge; dashed where none is chosen. */
void cog_shelf_tile_show_licence (GtkLabel *badge, CogShelfBook *book);

G_END_DECLS
