/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens an address with the program that the person has for it; widget is the source of the result
 * and is kept until then. */
void
cog_show_uri (GtkWidget *widget, const char *uri, GAsyncReadyCallback callback, gpointer user_data);
/* FALSE with an error: G_IO_ERROR_CANCELLED where the person thought better of it, else what went
 * wrong. */
gboolean cog_show_uri_finish (GAsyncResult *result, GError **error);

G_END_DECLS
