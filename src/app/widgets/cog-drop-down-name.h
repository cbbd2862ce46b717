/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What has the keyboard is the button in a drop-down, which GTK gives no name: from now on it is
 * called as title and what is chosen say. The drop-down shows a GtkStringList, now or later. */
void cog_drop_down_name (GtkDropDown *drop_down, const char *title);

G_END_DECLS
