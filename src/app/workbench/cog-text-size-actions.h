/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actions workbench.text-larger, -smaller and -normal: of the book's text, not the window's. */
void cog_text_size_install_actions (GtkWidgetClass *widget_class);
/* Their keys, wherever in the window the keyboard is, while the widget is shown. */
void cog_text_size_add_shortcuts (GtkWidget *widget);

G_END_DECLS
