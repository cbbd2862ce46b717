/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tab goes from a long list back to its search entry, instead of to each of its rows in turn;
 * arrows lead to those. */
void cog_tab_back_add (GtkWidget *list, GtkWidget *search);

/* Tab leaves the widget, whatever stands in it: for what would keep the keyboard, as a web view
 * does. */
void cog_tab_out_add (GtkWidget *widget);

G_END_DECLS
