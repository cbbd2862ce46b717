/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cog_calm_pointer_watch:
 *
 * The widget has the CSS class "by-keys" from the time a key is pressed in it until the pointer is
 * moved: what lies under a pointer that nobody moves, and that the keyboard scrolled there, is not
 * pointed at.
 */
void cog_calm_pointer_watch (GtkWidget *widget);

G_END_DECLS
