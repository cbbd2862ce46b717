/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A tooltip's text, NULL: none. For widgets of lists and what changes with every edit:
 * gtk_widget_set_tooltip_text() asks the display where the pointer is, and waits for the answer,
 * each time (GTK 4.8), which for the rows of a list are hundreds of round trips. */
void cog_tooltip_set (GtkWidget *widget, const char *text);

G_END_DECLS
