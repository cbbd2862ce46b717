/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-shelf-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One book of the shelf: a button with its cover, and below it title, languages, progress, licence
 * and when it was opened last; beside it a menu, also by the right button and the menu key. Follows
 * its book. Actions: shelf.open and those of the menu, with the path. */
#define COG_TYPE_SHELF_TILE (cog_shelf_tile_get_type ())
G_DECLARE_FINAL_TYPE (CogShelfTile, cog_shelf_tile, COG, SHELF_TILE, GtkWidget)

GtkWidget *cog_shelf_tile_new (CogShelfBook *book);
CogShelfBook *cog_shelf_tile_get_book (CogShelfTile *self);
/* See cog_cover_set_near(). */
void cog_shelf_tile_set_near (CogShelfTile *self, gboolean is_near);
/* The licence as a badge: dashed where none is chosen, tinted where it cannot be used. */
void cog_shelf_tile_show_licence (GtkLabel *badge, CogShelfBook *book);

G_END_DECLS
