/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-update-window.h"

#include "cog-compat.h"
#include "cog-drop-down-name.h"
#include "cog-run-bar.h"
#include "cog-show-file.h"
#include "cog-stack-show.h"
#include "cog-update-plan.h"
#include "cog-update-preview.h"

#include <glib/gi18n-lib.h>

struct _CogUpdateWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  GPtrArray *sources;  /* (element-type CogProjectSource) */
  CogRun *run;         /* the new edition is being read (nullable) */
  CogUpdatePlan *plan; /* what it was read as (nullable) */
  char *copy;          /* of the project before it was updated (nullable) */
  gboolean is_writing; /* in a thread: the window stays */
  GtkStack *stack;
  AdwStatusPage *choose, *done;
  GtkDropDown *which;
  CogRunBar *run_bar;
  GtkLabel *name;
  GtkListBox *list;
  GtkButton *cancel, *update, *look;
};

G_DEFINE_FINAL_TYPE (CogUpdateWindow, cog_update_window, ADW_TYPE_WINDOW)

static void
show_page (CogUpdateWindow *self, const char *page)
{
  gboolean is_done = g_str_equal (page, "done");

  cog_stack_show (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->update), g_str_equal (page, "found"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel), !self->is_writing);
  gtk_button_set_label (self->cancel, is_done ? _ ("_Close") : _ ("_Cancel"));
}

static void
show_fault (CogUpdateWindow *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  show_page (self, "choose");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_status_page_set_title (self->choose, _ ("That Is Not a New Edition of It"));
  adw_status_page_set_description (self->choose, escaped);
  cog_announce (GTK_WIDGET (self), error->message, TRUE);
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct
{
  CogProject *project;
  CogRun *run;
  char *source, *path;
  CogUpdatePlan *plan; /* out (nullable) */
  CogSourceUpdate update;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->project);
  g_object_unref (reading->run);
  g_free (reading->source);
  g_free (reading->path);
  g_clear_pointer (&reading->plan, cog_update_plan_free);
  cog_source_update_clear (&reading->update);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;

  reading->plan = cog_update_plan_new (reading->project, reading->source, reading->path, NULL,
                                       cog_run_get_progress (reading->run), cancellable, &error);
  if (reading->plan != NULL &&
      cog_update_plan_try (reading->plan, reading->project, &reading->update, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_found (CogUpdateWindow *self, Reading *reading)
{
  g_autofree char *base = g_path_get_basename (reading->path);
  gboolean is_empty = cog_update_preview_is_empty (&reading->update);
  g_autofree char *words = NULL;
  GtkWidget *row;

  self->plan = g_steal_pointer (&reading->plan);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  cog_update_preview_fill (self->list, &reading->update);
  words = is_empty
              /* Translators: %s is a file name. */
              ? g_strdup_printf (_ ("“%s” says what your edition of it says."), base)
              /* Translators: %s is a file name. */
              : g_strdup_printf (_ ("If you update to “%s”, this happens:"), base);
  gtk_label_set_label (self->name, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->update), !is_empty);
  show_page (self, "found");
  gtk_widget_grab_focus (is_empty ? GTK_WIDGET (self->cancel) : GTK_WIDGET (self->update));
  cog_announce (GTK_WIDGET (self), words, FALSE);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogUpdateWindow *self = COG_UPDATE_WINDOW (object);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  /* The window was closed meanwhile. */
  if (self->run == NULL)
    return;
  g_clear_object (&self->run);
  cog_run_bar_set_run (self->run_bar, NULL);
  if (ok)
    show_found (self, reading);
  else
    show_fault (self, error);
}

static const char *
get_source (CogUpdateWindow *self)
{
  guint at = gtk_drop_down_get_selected (self->which);

  return ((const CogProjectSource *)g_ptr_array_index (self->sources,
                                                       at < self->sources->len ? at : 0))
      ->id;
}

static void
file_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogUpdateWindow *self = COG_UPDATE_WINDOW (object);
  g_autoptr (GFile) file = cog_file_dialog_finish (result, NULL);
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  if (file == NULL || g_file_peek_path (file) == NULL || self->project == NULL || self->run != NULL)
    return;
  self->run = cog_run_new ();
  reading = g_new0 (Reading, 1);
  reading->project = g_object_ref (self->project);
  reading->run = g_object_ref (self->run);
  reading->source = g_strdup (get_source (self));
  reading->path = g_file_get_path (file);
  task = g_task_new (self, cog_run_get_cancellable (self->run), read_cb, NULL);
  g_task_set_task_data (task, reading, reading_free);
  cog_run_bar_set_run (self->run_bar, self->run);
  show_page (self, "reading");
  g_task_run_in_thread (task, read_in_thread);
}

static void
choose_cb (CogUpdateWindow *self)
{
  cog_file_dialog_open (GTK_WIDGET (self), _ ("The New Edition"), NULL, file_cb, NULL);
}

/* --- updating --------------------------------------------------------------------------------- */

typedef struct
{
  CogProject *project;
  CogUpdatePlan *plan;
  CogSourceUpdate update; /* out */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_object_unref (writing->project);
  cog_update_plan_free (writing->plan);
  cog_source_update_clear (&writing->update);
  g_free (writing);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;

  if (cog_update_plan_apply (writing->plan, writing->project, &writing->update, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_done (CogUpdateWindow *self, const CogSourceUpdate *update)
{
  g_autofree char *name = g_filename_display_basename (update->copy);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  /* Translators: %s is a file name. */
  g_autofree char *words = g_strdup_printf (_ ("“Undo” does not go behind an update. The book as "
                                               "it was is kept in “%s”, beside this one."),
                                            escaped);
  g_autofree char *look = g_strdup_printf (
      ngettext ("_Look at %'u Changed Passage", "_Look at %'u Changed Passages", update->n_marked),
      update->n_marked);

  self->copy = g_strdup (update->copy);
  adw_status_page_set_description (self->done, words);
  gtk_button_set_label (self->look, look);
  gtk_widget_set_visible (GTK_WIDGET (self->look), update->n_marked > 0);
  show_page (self, "done");
  gtk_widget_grab_focus (update->n_marked > 0 ? GTK_WIDGET (self->look)
                                              : GTK_WIDGET (self->cancel));
  cog_announce (GTK_WIDGET (self), adw_status_page_get_title (self->done), FALSE);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogUpdateWindow *self = COG_UPDATE_WINDOW (object);
  Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->is_writing = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    show_done (self, &writing->update);
  else
    show_fault (self, error);
}

static void
update_cb (CogUpdateWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  if (self->plan == NULL)
    return;
  self->is_writing = TRUE;
  writing = g_new0 (Writing, 1);
  writing->project = g_object_ref (self->project);
  writing->plan = g_steal_pointer (&self->plan);
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, writing, writing_free);
  show_page (self, "writing");
  g_task_run_in_thread (task, write_in_thread);
}

/* --- afterwards ------------------------------------------------------------------------------- */

static void
look_cb (CogUpdateWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.changed-originals", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_copy_cb (CogUpdateWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  cog_show_file_in_folder (GTK_WIDGET (parent), self->copy);
}

static void
put_back_cb (CogUpdateWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *copy = g_strdup (self->copy);

  g_object_ref (parent);
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.put-back", "s", copy);
  g_object_unref (parent);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
stop (CogUpdateWindow *self)
{
  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
}

static gboolean
cog_update_window_close_request (GtkWindow *window)
{
  CogUpdateWindow *self = COG_UPDATE_WINDOW (window);

  if (self->is_writing)
    return TRUE;
  stop (self);
  return GTK_WINDOW_CLASS (cog_update_window_parent_class)->close_request (window);
}

static void
cog_update_window_dispose (GObject *object)
{
  CogUpdateWindow *self = COG_UPDATE_WINDOW (object);

  stop (self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->plan, cog_update_plan_free);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->copy, g_free);
  G_OBJECT_CLASS (cog_update_window_parent_class)->dispose (object);
}

static void
cog_update_window_class_init (CogUpdateWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_update_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cog_update_window_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (COG_TYPE_RUN_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/exchange/cog-update-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogUpdateWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogUpdateWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, CogUpdateWindow, done);
  gtk_widget_class_bind_template_child (widget_class, CogUpdateWindow, which);
  gtk_widget_class_bind_template_child (widget_class, CogUpdateWindow, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogUpdateWindow, name);
  gtk_widget_class_bind_template_child (widget_class, CogUpdateWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CogUpdateWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, CogUpdateWindow, update);
  gtk_widget_class_bind_template_child (widget_class, CogUpdateWindow, look);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, put_back_cb);
}

static void
cog_update_window_init (CogUpdateWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Which source it is of, where there are several. */
static void
list_sources (CogUpdateWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->sources = cog_project_list_sources (self->project);
  for (guint i = 0; i < self->sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (self->sources, i);
      const char *title = source->credit != NULL ? source->credit->title : NULL;

      gtk_string_list_append (names, title != NULL                   ? title
                                     : source->original_name != NULL ? source->original_name
                                                                     : source->id);
    }
  gtk_drop_down_set_model (self->which, G_LIST_MODEL (names));
  cog_drop_down_name (self->which, _ ("Which source"));
  gtk_widget_set_visible (GTK_WIDGET (self->which), self->sources->len > 1);
}

void
cog_update_window_present (GtkWindow *parent, CogProject *project)
{
  CogUpdateWindow *self;

  g_return_if_fail (GTK_IS_WINDOW (parent) && COG_IS_PROJECT (project));

  self = g_object_new (COG_TYPE_UPDATE_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  list_sources (self);
  show_page (self, "choose");
  gtk_window_present (GTK_WINDOW (self));
}
