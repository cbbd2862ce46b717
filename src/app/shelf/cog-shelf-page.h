/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The projects in the shelf's folder as covers; an inviting page where there are none. Opening one
 * activates win.open-project with its path. */
GtkWidget *cog_shelf_page_new (const char *folder);
void cog_shelf_page_reload (GtkWidget *page);

G_END_DECLS
