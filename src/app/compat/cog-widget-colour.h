/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What draws itself takes its colours from the style sheet: that of the text at widget. */
void cog_widget_get_colour (GtkWidget *widget, GdkRGBA *colour);
/* A colour of the style sheet (@define-color) by its name; FALSE, and colour is left as it is,
 * where there is none. */
gboolean cog_widget_lookup_colour (GtkWidget *widget, const char *name, GdkRGBA *colour);

G_END_DECLS
