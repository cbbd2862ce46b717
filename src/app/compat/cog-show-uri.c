/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-show-uri.h"

static void
shown_cb (GObject *shower, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

#if GTK_CHECK_VERSION(4, 10, 0)
  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (shower), result, &error))
    g_task_return_boolean (task, TRUE);
  else if (error->domain == GTK_DIALOG_ERROR && error->code != GTK_DIALOG_ERROR_FAILED)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
      g_error_free (error);
    }
#else
  if (gtk_show_uri_full_finish (GTK_WINDOW (shower), result, &error))
    g_task_return_boolean (task, TRUE);
#endif
  else
    g_task_return_error (task, error);
}

void
cog_show_uri (GtkWidget *widget, const char *uri, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (widget, NULL, callback, user_data);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  g_task_set_source_tag (task, cog_show_uri);
#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, window, NULL, shown_cb, task);
#else
  gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, shown_cb, task);
#endif
}

gboolean
cog_show_uri_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
