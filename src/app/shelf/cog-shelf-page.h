/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogShelfPage:
 *
 * The projects in the shelf's folder: the last one used first, then all as covers; an inviting page
 * where there are none. Opening one activates win.open-project with its path.
 *
 * Signal: "loaded" when the folder was read (in a thread).
 */
#define COG_TYPE_SHELF_PAGE (cog_shelf_page_get_type ())
G_DECLARE_FINAL_TYPE (CogShelfPage, cog_shelf_page, COG, SHELF_PAGE, GtkWidget)

void cog_shelf_page_set_folder (CogShelfPage *self, const char *folder);
void cog_shelf_page_reload (CogShelfPage *self);
gboolean cog_shelf_page_is_empty (CogShelfPage *self);

G_END_DECLS
