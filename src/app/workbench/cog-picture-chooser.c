/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-chooser.h"

#include "cog-compat.h"
#include "cog-picture-window.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CogProject *project;
  char *unit;
  char *path; /* NULL: not chosen yet */
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->project);
  g_free (wish->unit);
  g_free (wish->path);
  g_free (wish);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  GError *error = NULL;
  CogProjectFigure *figure = cog_project_dup_figure (wish->project, wish->unit, &error);

  if (figure != NULL)
    g_task_return_pointer (task, figure, (GDestroyNotify)cog_project_figure_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWindow *parent = GTK_WINDOW (source);
  const Wish *wish = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProjectFigure) figure = g_task_propagate_pointer (G_TASK (result), &error);

  if (!gtk_widget_get_mapped (GTK_WIDGET (parent)) || cog_project_is_closed (wish->project))
    return;
  if (figure != NULL)
    cog_picture_window_present (parent, wish->project, figure, wish->path);
  else
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-error", "s", error->message);
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *parent = GTK_WIDGET (source);
  Wish *wish = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cog_file_dialog_finish (result, &error);
  g_autoptr (GTask) task = NULL;

  wish->path = file != NULL ? g_file_get_path (file) : NULL;
  if (wish->path == NULL)
    {
      if (file == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_activate_action (parent, "win.show-error", "s", error->message);
      wish_free (wish);
      return;
    }
  task = g_task_new (parent, NULL, read_cb, NULL);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, read_in_thread);
}

void
cog_picture_chooser_ask (GtkWindow *parent, CogProject *project, const char *unit)
{
  Wish *wish;

  g_return_if_fail (GTK_IS_WINDOW (parent) && COG_IS_PROJECT (project) && unit != NULL);

  wish = g_new0 (Wish, 1);
  wish->project = g_object_ref (project);
  wish->unit = g_strdup (unit);
  cog_file_dialog_open_picture (GTK_WIDGET (parent), _ ("Replace Picture"), file_cb, wish);
}
