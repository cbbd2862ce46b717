/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has a screen reader say text, once it has said what it is at: news that no control that has the
 * keyboard tells. is_urgent: at once. Before GTK 4.14 there is no way to, and nothing is said but
 * what has the role of an alert; a debug message tells it in every version. */
void cog_announce (GtkWidget *widget, const char *text, gboolean is_urgent);

G_END_DECLS
