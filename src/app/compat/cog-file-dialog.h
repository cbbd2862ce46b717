/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The desktop's own file chooser, modal on the window of widget: a GtkFileDialog, or before
 * GTK 4.10 a GtkFileChooserNative. widget is the source of the result and is kept until then; where
 * it leaves its window before, the chooser goes. filters is a list of GtkFileFilter (nullable), the
 * first is what is shown at first. */
void cog_file_dialog_open (GtkWidget *widget,
                           const char *title,
                           GListModel *filters,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* The same for a picture of any kind. */
void cog_file_dialog_open_picture (GtkWidget *widget,
                                   const char *title,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* The same for several files at once: to be ended with cog_file_dialog_finish_many. */
void cog_file_dialog_open_many (GtkWidget *widget,
                                const char *title,
                                GListModel *filters,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* name is proposed; folder (nullable) is where the chooser starts. */
void cog_file_dialog_save (GtkWidget *widget,
                           const char *title,
                           const char *name,
                           GFile *folder,
                           GListModel *filters,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
void cog_file_dialog_choose_folder (GtkWidget *widget,
                                    const char *title,
                                    GFile *folder,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* NULL with an error: G_IO_ERROR_CANCELLED where the person chose nothing, else what went wrong. */
GFile *cog_file_dialog_finish (GAsyncResult *result, GError **error);
/* The same; of GFile. (transfer full) */
GListModel *cog_file_dialog_finish_many (GAsyncResult *result, GError **error);

G_END_DECLS
