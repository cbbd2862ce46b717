/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-fault-bar.h"

#include "cog-compat.h"
#include "cog-project-drafts.h"
#include "cog-project-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AGAIN 10 /* seconds */

struct _CogFaultBar
{
  GtkWidget parent_instance;
  GtkRevealer *revealer;
  GtkLabel *text;
  GtkWidget *again, *copy;
  CogProject *project; /* (nullable) */
  guint timer;
};

static guint copied_signal;

G_DEFINE_FINAL_TYPE (CogFaultBar, cog_fault_bar, GTK_TYPE_WIDGET)

static gboolean
again_cb (gpointer user_data)
{
  CogFaultBar *self = user_data;

  cog_fault_bar_try (self);
  return G_SOURCE_CONTINUE;
}

static void
show (CogFaultBar *self)
{
  guint n = self->project != NULL ? cog_project_get_n_drafts (self->project) : 0;
  g_autofree char *why = n > 0 ? cog_project_dup_draft_fault (self->project) : NULL;
  g_autofree char *lost = NULL;
  g_autofree char *text = NULL;

  gtk_revealer_set_reveal_child (self->revealer, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      return;
    }
  lost = g_strdup_printf (
      ngettext ("%'u passage that you wrote is not stored, and stands only in this window.",
                "%'u passages that you wrote are not stored, and stand only in this window.", n),
      n);
  text = g_strdup_printf ("%s\n%s", lost, why != NULL ? why : "");
  gtk_label_set_label (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (AGAIN, again_cb, self);
}

void
cog_fault_bar_try (CogFaultBar *self)
{
  g_return_if_fail (COG_IS_FAULT_BAR (self));

  if (self->project == NULL || cog_project_get_n_drafts (self->project) == 0)
    return;
  cog_project_store_drafts (self->project, NULL);
  show (self);
}

static void
try_cb (CogFaultBar *self)
{
  cog_fault_bar_try (self);
  if (self->project != NULL && cog_project_get_n_drafts (self->project) == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Everything is stored"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("It still cannot be stored"));
}

/* In a thread: a project may be large. */
static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CogProject *project = data;
  const char *path = g_object_get_data (G_OBJECT (task), "path");
  g_autoptr (CogProject) copy = NULL;
  GError *error = NULL;

  if (cog_project_write_copy (project, path, TRUE, NULL, cancellable, &error))
    copy = cog_project_open (path, COG_PROJECT_WRITE, &error);
  if (copy != NULL && cog_project_store_drafts_in (project, copy, &error) &&
      cog_project_close (copy, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogFaultBar *self = COG_FAULT_BAR (object);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->copy, TRUE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, copied_signal, 0, g_object_get_data (G_OBJECT (result), "path"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogFaultBar *self = COG_FAULT_BAR (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cog_file_dialog_finish (result, &error);
  g_autoptr (GTask) task = NULL;
  char *path;

  if (file == NULL || self->project == NULL)
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
      return;
    }
  path = g_file_get_path (file);
  if (path == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _ ("Choose a folder of this computer"));
      return;
    }
  gtk_widget_set_sensitive (self->copy, FALSE);
  task = g_task_new (self, NULL, copied_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->project), g_object_unref);
  g_object_set_data_full (G_OBJECT (task), "path", path, g_free);
  g_task_run_in_thread (task, copy_in_thread);
}

void
cog_fault_bar_save_copy (CogFaultBar *self)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (COG_IS_FAULT_BAR (self));

  if (self->project == NULL)
    return;
  title = g_path_get_basename (cog_project_get_path (self->project));
  if (g_str_has_suffix (title, ".cognate"))
    title[strlen (title) - strlen (".cognate")] = '\0';
  /* Translators: a file name that is proposed: that of a project, and that it is a copy. */
  name = g_strdup_printf (_ ("%s (copy).cognate"), title);
  cog_file_dialog_save (GTK_WIDGET (self), _ ("Save a Copy"), name, NULL, NULL, chosen_cb, NULL);
}

void
cog_fault_bar_set_project (CogFaultBar *self, CogProject *project)
{
  g_return_if_fail (COG_IS_FAULT_BAR (self) && (project == NULL || COG_IS_PROJECT (project)));

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_swapped (project, "drafts-changed", G_CALLBACK (show), self);
  show (self);
}

static void
cog_fault_bar_dispose (GObject *object)
{
  CogFaultBar *self = COG_FAULT_BAR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;
  G_OBJECT_CLASS (cog_fault_bar_parent_class)->dispose (object);
}

static void
cog_fault_bar_class_init (CogFaultBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_fault_bar_dispose;
  copied_signal = g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/widgets/cog-fault-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CogFaultBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, CogFaultBar, text);
  gtk_widget_class_bind_template_child (widget_class, CogFaultBar, again);
  gtk_widget_class_bind_template_child (widget_class, CogFaultBar, copy);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
  gtk_widget_class_bind_template_callback (widget_class, cog_fault_bar_save_copy);
}

static void
cog_fault_bar_init (CogFaultBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
