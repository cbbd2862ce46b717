/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-file-dialog.h"

#if GTK_CHECK_VERSION(4, 10, 0)

typedef GFile *(*Finish) (GtkFileDialog *, GAsyncResult *, GError **);
typedef struct
{
  GTask *task;
  Finish finish;
} Choice;

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  g_autofree Choice *choice = user_data;
  g_autoptr (GTask) task = choice->task;
  g_autoptr (GError) error = NULL;
  GFile *file = choice->finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else if (error->domain == GTK_DIALOG_ERROR && error->code != GTK_DIALOG_ERROR_FAILED)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
choose (GTask *task,
        const char *title,
        GtkFileChooserAction action,
        const char *name,
        GFile *folder,
        GListModel *filters)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkWidget *widget = g_task_get_source_object (task);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  Choice *choice = g_new0 (Choice, 1);

  choice->task = task;
  g_signal_connect_object (widget, "unrealize", G_CALLBACK (g_cancellable_cancel), cancellable,
                           G_CONNECT_SWAPPED);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  switch (action)
    {
    case GTK_FILE_CHOOSER_ACTION_SAVE:
      choice->finish = gtk_file_dialog_save_finish;
      gtk_file_dialog_save (dialog, window, cancellable, chosen_cb, choice);
      break;
    case GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER:
      choice->finish = gtk_file_dialog_select_folder_finish;
      gtk_file_dialog_select_folder (dialog, window, cancellable, chosen_cb, choice);
      break;
    case GTK_FILE_CHOOSER_ACTION_OPEN:
    default:
      choice->finish = gtk_file_dialog_open_finish;
      gtk_file_dialog_open (dialog, window, cancellable, chosen_cb, choice);
      break;
    }
}

#else

/* Ends the task that was given as user_data; once. */
static void
response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  g_signal_handlers_disconnect_by_data (g_task_get_source_object (task), dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
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
choose (GTask *task,
        const char *title,
        GtkFileChooserAction action,
        const char *name,
        GFile *folder,
        GListModel *filters)
{
  GtkWidget *widget = g_task_get_source_object (task);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, window, action, NULL, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  g_task_set_task_data (task, native, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
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
  choose (g_task_new (widget, NULL, callback, user_data), title, GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
          NULL, filters);
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
  choose (g_task_new (widget, NULL, callback, user_data), title, GTK_FILE_CHOOSER_ACTION_SAVE, name,
          folder, filters);
}

void
cog_file_dialog_choose_folder (GtkWidget *widget,
                               const char *title,
                               GFile *folder,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  choose (g_task_new (widget, NULL, callback, user_data), title,
          GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, folder, NULL);
}

GFile *
cog_file_dialog_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
