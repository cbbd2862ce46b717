/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows what the program is, on the window of parent: names and values of properties that
 * AdwAboutWindow and AdwAboutDialog have alike, up to NULL. */
void cog_about_show (GtkWidget *parent, const char *first_property, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
