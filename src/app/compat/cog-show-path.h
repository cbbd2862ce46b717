/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens a file with the program that the person has for it; widget is the source of the result and
 * is kept until then. From inside a Flatpak an open file is handed over, for addresses of files are
 * refused there: that is why there is no cog_show_uri. */
void cog_show_path (GtkWidget *widget,
                    const char *path,
                    GAsyncReadyCallback callback,
                    gpointer user_data);
/* Shows it in the file manager, selected where that knows how, else its folder. */
void cog_show_path_in_folder (GtkWidget *widget,
                              const char *path,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* Of both. FALSE with an error: G_IO_ERROR_CANCELLED where the person thought better of it, else
 * what went wrong. */
gboolean cog_show_path_finish (GAsyncResult *result, GError **error);

G_END_DECLS
