/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-file-dialog.h"

#include <glib/gi18n-lib.h>

/* What is chosen. */
typedef enum
{
  A_FILE,
  FILES,
  A_NEW_FILE,
  A_FOLDER,
} Kind;

#if GTK_CHECK_VERSION(4, 10, 0)

/* (transfer full) (nullable) a GFile, or a GListModel of them */
static gpointer
finish (Kind kind, GtkFileDialog *dialog, GAsyncResult *result, GError **error)
{
  switch (kind)
    {
    case FILES:
      return gtk_file_dialog_open_multiple_finish (dialog, result, error);
    case A_NEW_FILE:
      return gtk_file_dialog_save_finish (dialog, result, error);
    case A_FOLDER:
      return gtk_file_dialog_select_folder_finish (dialog, result, error);
    case A_FILE:
    default:
      return gtk_file_dialog_open_finish (dialog, result, error);
    }
}

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Kind kind = GPOINTER_TO_INT (g_task_get_task_data (task));
  gpointer chosen = finish (kind, GTK_FILE_DIALOG (dialog), result, &error);

  if (chosen != NULL)
    g_task_return_pointer (task, chosen, g_object_unref);
  else if (error->domain == GTK_DIALOG_ERROR && error->code != GTK_DIALOG_ERROR_FAILED)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
choose (
    GTask *task, const char *title, Kind kind, const char *name, GFile *folder, GListModel *filters)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkWidget *widget = g_task_get_source_object (task);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  g_task_set_task_data (task, GINT_TO_POINTER (kind), NULL);
  g_signal_connect_object (widget, "unrealize", G_CALLBACK (g_cancellable_cancel), cancellable,
                           G_CONNECT_SWAPPED);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  switch (kind)
    {
    case FILES:
      gtk_file_dialog_open_multiple (dialog, window, cancellable, chosen_cb, task);
      break;
    case A_NEW_FILE:
      gtk_file_dialog_save (dialog, window, cancellable, chosen_cb, task);
      break;
    case A_FOLDER:
      gtk_file_dialog_select_folder (dialog, window, cancellable, chosen_cb, task);
      break;
    case A_FILE:
    default:
      gtk_file_dialog_open (dialog, window, cancellable, chosen_cb, task);
      break;
    }
}

#else

static const GtkFileChooserAction actions[] = {
  GTK_FILE_CHOOSER_ACTION_OPEN,
  GTK_FILE_CHOOSER_ACTION_OPEN,
  GTK_FILE_CHOOSER_ACTION_SAVE,
  GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
};

/* Ends the task that was given as user_data; once. */
static void
response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  g_signal_handlers_disconnect_by_data (g_task_get_source_object (task), dialog);
  if (response == GTK_RESPONSE_ACCEPT && gtk_file_chooser_get_select_multiple (chooser))
    g_task_return_pointer (task, gtk_file_chooser_get_files (chooser), g_object_unref);
  else if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (chooser), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
  gtk_native_dialog_destroy (dialog);
  g_object_unref (task);
}

static void
unrealize_cb (GtkWidget *widget, GtkNativeDialog *dialog)
{
  gtk_native_dialog_hide (dialog);
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

static void
choose (
    GTask *task, const char *title, Kind kind, const char *name, GFile *folder, GListModel *filters)
{
  GtkWidget *widget = g_task_get_source_object (task);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  /* GTK itself says "Open" of a folder, where the others say this. */
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      title, window, actions[kind], kind == A_FOLDER ? _ ("_Select") : NULL, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  g_task_set_task_data (task, native, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_select_multiple (chooser, kind == FILES);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);
  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (chooser, filter);
    }
  g_signal_connect (native, "response", G_CALLBACK (response_cb), task);
  g_signal_connect (widget, "unrealize", G_CALLBACK (unrealize_cb), native);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

#endif

void
cog_file_dialog_open (GtkWidget *widget,
                      const char *title,
                      GListModel *filters,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  choose (g_task_new (widget, NULL, callback, user_data), title, A_FILE, NULL, NULL, filters);
}

void
cog_file_dialog_open_picture (GtkWidget *widget,
                              const char *title,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _ ("Pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/*");
  g_list_store_append (filters, pictures);
  cog_file_dialog_open (widget, title, G_LIST_MODEL (filters), callback, user_data);
}

void
cog_file_dialog_open_many (GtkWidget *widget,
                           const char *title,
                           GListModel *filters,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  choose (g_task_new (widget, NULL, callback, user_data), title, FILES, NULL, NULL, filters);
}

void
cog_file_dialog_save (GtkWidget *widget,
                      const char *title,
                      const char *name,
                      GFile *folder,
                      GListModel *filters,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  choose (g_task_new (widget, NULL, callback, user_data), title, A_NEW_FILE, name, folder, filters);
}

void
cog_file_dialog_choose_folder (GtkWidget *widget,
                               const char *title,
                               GFile *folder,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  choose (g_task_new (widget, NULL, callback, user_data), title, A_FOLDER, NULL, folder, NULL);
}

GFile *
cog_file_dialog_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

GListModel *
cog_file_dialog_finish_many (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
