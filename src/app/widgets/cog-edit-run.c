/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edit-run.h"

/* Milliseconds after which what would wait for the edit is not offered. */
#define SOON 150

typedef struct
{
  GtkWidget *widget;
  GtkWidget *focus; /* weak (nullable): has the keyboard back afterwards */
  CogEditFunc func;
  CogEditDone done;
  gpointer data;
  GDestroyNotify free_data;
  guint timeout;
  gboolean is_closed;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_clear_weak_pointer (&edit->focus);
  g_object_unref (edit->widget);
  g_free (edit);
}

static void
edit_thread (GTask *task, gpointer project, gpointer data, GCancellable *cancellable)
{
  const Edit *edit = data;
  GError *error = NULL;

  if (edit->func (project, edit->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
close_cb (gpointer data)
{
  Edit *edit = data;
  GtkRoot *root = gtk_widget_get_root (edit->widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  edit->timeout = 0;
  if (!gtk_widget_get_sensitive (edit->widget))
    return G_SOURCE_REMOVE;
  if (focus != NULL && gtk_widget_is_ancestor (focus, edit->widget))
    g_set_weak_pointer (&edit->focus, focus);
  gtk_widget_set_sensitive (edit->widget, FALSE);
  edit->is_closed = TRUE;
  return G_SOURCE_REMOVE;
}

static void
done_cb (GObject *project, GAsyncResult *result, gpointer user_data)
{
  Edit *edit = user_data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_clear_handle_id (&edit->timeout, g_source_remove);
  if (edit->is_closed)
    gtk_widget_set_sensitive (edit->widget, TRUE);
  if (edit->focus != NULL && gtk_widget_get_root (edit->focus) != NULL)
    gtk_widget_grab_focus (edit->focus);
  edit->done (edit->data, error);
  if (edit->free_data != NULL)
    edit->free_data (edit->data);
  edit_free (edit);
}

void
cog_edit_run (GtkWidget *widget,
              CogProject *project,
              CogEditFunc func,
              CogEditDone done,
              gpointer data,
              GDestroyNotify free_data)
{
  Edit *edit;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && COG_IS_PROJECT (project));
  g_return_if_fail (func != NULL && done != NULL);

  edit = g_new0 (Edit, 1);
  *edit = (Edit){ .widget = g_object_ref (widget),
                  .func = func,
                  .done = done,
                  .data = data,
                  .free_data = free_data };
  edit->timeout = g_timeout_add (SOON, close_cb, edit);
  task = g_task_new (project, NULL, done_cb, edit);
  g_task_set_task_data (task, edit, NULL);
  g_task_run_in_thread (task, edit_thread);
}
