/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-window-private.h"

#include "cog-compat.h"
#include "cog-project-file.h"

#include <glib/gi18n-lib.h>

/* A project in a place where nobody can write, such as a disk that is locked: it can be worked on
 * in a copy. */

typedef struct
{
  char *from, *to;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->from);
  g_free (copy->to);
  g_free (copy);
}

static void
copy_thread (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  const Copy *copy = data;
  GError *error = NULL;
  g_autoptr (CogProject) project = cog_project_open (copy->from, COG_PROJECT_READ, &error);

  if (project != NULL && cog_project_write_copy (project, copy->to, TRUE, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject *window, GAsyncResult *result, gpointer user_data)
{
  const Copy *copy = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    cog_window_open_project (COG_WINDOW (window), copy->to);
  else
    cog_window_tell_fault (COG_WINDOW (window), _ ("That Did Not Work"), error->message);
}

static void
chosen_cb (GObject *window, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *from = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cog_file_dialog_finish (result, &error);
  g_autofree char *to = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GTask) task = NULL;
  Copy *copy;

  if (to == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        cog_window_toast (COG_WINDOW (window),
                          error != NULL ? error->message : _ ("Choose a folder of this computer"));
      return;
    }
  copy = g_new (Copy, 1);
  *copy = (Copy){ g_steal_pointer (&from), g_steal_pointer (&to) };
  task = g_task_new (window, NULL, copied_cb, NULL);
  g_task_set_task_data (task, copy, copy_free);
  g_task_run_in_thread (task, copy_thread);
}

static void
response_cb (GtkWidget *dialog, const char *response, CogWindow *self)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");
  g_autofree char *name = g_path_get_basename (path);

  if (g_strcmp0 (response, "copy") == 0)
    cog_file_dialog_save (GTK_WIDGET (self), _ ("Save a Copy"), name, NULL, NULL, chosen_cb,
                          g_strdup (path));
}

gboolean
cog_window_is_read_only (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

void
cog_window_offer_copy (CogWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  /* Translators: %1$s is a file name, %2$s the folder in which it is. */
  g_autofree char *text =
      g_strdup_printf (_ ("Nothing can be stored beside “%1$s”: the folder %2$s is read-only. Save "
                          "a copy in a place of your own, and work on in that. This one stays as "
                          "it is."),
                       name, folder);
  GtkWidget *dialog = cog_message_dialog_new (_ ("This Book Can Only Be Read Here"), text);

  cog_message_dialog_add_response (dialog, "close", _ ("_Close"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "copy", _ ("Save a _Copy As…"), ADW_RESPONSE_SUGGESTED);
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  cog_message_dialog_present (dialog, GTK_WIDGET (self));
}
