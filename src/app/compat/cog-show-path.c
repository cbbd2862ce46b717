/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-show-path.h"

#if GTK_CHECK_VERSION(4, 10, 0)

typedef gboolean (*Finish) (gpointer launcher, GAsyncResult *result, GError **error);

static void
shown_cb (GObject *launcher, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Finish finish = (Finish)g_task_get_task_data (task);
  GError *error = NULL;

  if (finish (launcher, result, &error))
    g_task_return_boolean (task, TRUE);
  else if (error->domain == GTK_DIALOG_ERROR && error->code != GTK_DIALOG_ERROR_FAILED)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
      g_error_free (error);
    }
  else
    g_task_return_error (task, error);
}

static GTask *
task_new (GtkWidget *widget,
          GAsyncReadyCallback callback,
          gpointer user_data,
          gpointer tag,
          Finish finish)
{
  GTask *task = g_task_new (widget, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, (gpointer)finish, NULL);
  return task;
}

void
cog_show_path (GtkWidget *widget,
               const char *path,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, shown_cb,
                            task_new (widget, callback, user_data, cog_show_path,
                                      (Finish)gtk_file_launcher_launch_finish));
}

void
cog_show_path_in_folder (GtkWidget *widget,
                         const char *path,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (
      launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, shown_cb,
      task_new (widget, callback, user_data, cog_show_path_in_folder,
                (Finish)gtk_file_launcher_open_containing_folder_finish));
}

#else

/* Milliseconds for a file manager to start. */
#define PATIENCE 10000

static void
shown_cb (GObject *shower, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (shower), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes task. */
static void
show_path (GTask *task, const char *path)
{
  GtkWidget *widget = g_task_get_source_object (task);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME, NULL,
                     shown_cb, task);
}

static GTask *
task_new (GtkWidget *widget, GAsyncReadyCallback callback, gpointer user_data, gpointer tag)
{
  GTask *task = g_task_new (widget, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  return task;
}

void
cog_show_path (GtkWidget *widget,
               const char *path,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  show_path (task_new (widget, callback, user_data, cog_show_path), path);
}

static void
asked_cb (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);
  g_autofree char *folder = g_path_get_dirname (g_task_get_task_data (task));

  if (answer != NULL || gtk_widget_get_root (g_task_get_source_object (task)) == NULL)
    g_task_return_boolean (task, TRUE);
  else
    show_path (g_steal_pointer (&task), folder);
}

void
cog_show_path_in_folder (GtkWidget *widget,
                         const char *path,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = task_new (widget, callback, user_data, cog_show_path_in_folder);
  GApplication *application = g_application_get_default ();
  GDBusConnection *bus =
      application != NULL ? g_application_get_dbus_connection (application) : NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  const char *uris[] = { uri, NULL };

  if (bus == NULL)
    {
      show_path (task, folder);
      return;
    }
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE,
                          PATIENCE, NULL, asked_cb, task);
}

#endif

gboolean
cog_show_path_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
