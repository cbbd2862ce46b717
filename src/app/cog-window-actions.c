/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-compat.h"
#include "cog-edit-run.h"
#include "cog-culture-window.h"
#include "cog-report-window.h"
#include "cog-help-window.h"
#include "cog-window-private.h"

#include <glib/gi18n-lib.h>

static void
files_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CogWindow *self = COG_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = cog_file_dialog_finish_many (result, &error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (files == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cog_window_toast (self, error->message);
  if (files == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_ptr_array_add (paths, g_file_get_path (file));
    }
  cog_window_open_files (self, paths);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_file_dialog_open_many (widget, _ ("Import a Book"), NULL, files_cb, NULL);
}

static void
from_web_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_window_open_address (COG_WINDOW (widget), NULL);
}

static void
sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  if (self->sample != NULL)
    cog_window_open_file (self, self->sample);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_window_open_project (COG_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_at_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *path, *view;

  g_variant_get (parameter, "(&s&s)", &path, &view);
  cog_window_open_project_at (COG_WINDOW (widget), path, view);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_window_close_project (COG_WINDOW (widget));
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_window_toast (COG_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toast_with_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *text, *label, *action;

  g_variant_get (parameter, "(&s&s&s)", &text, &label, &action);
  cog_window_toast_with (COG_WINDOW (widget), text, label, action);
}

static void
show_error_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_window_tell_fault (COG_WINDOW (widget), _ ("That Did Not Work"),
                         g_variant_get_string (parameter, NULL));
}

/* A piece of the book is in the workbench; all else is a matter of rights. */
static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);
  const char *place = g_variant_get_string (parameter, NULL);
  g_autoptr (CogUnit) unit = NULL;

  if (self->project == NULL)
    return;
  unit = cog_project_dup_unit (self->project, place, NULL);
  adw_view_stack_set_visible_child_name (self->views, unit != NULL ? "workbench" : "rights");
  if (unit != NULL)
    cog_workbench_page_go_to (self->workbench, place);
  else
    cog_rights_page_go_to (self->rights, place);
}

static void
go_to_rights_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  if (self->project == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->views, "rights");
  cog_rights_page_go_to (self->rights, g_variant_get_string (parameter, NULL));
}

/* A section has no unit that is meant. */
static void
show_section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  if (self->project == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->views, "workbench");
  cog_workbench_page_show_section (self->workbench, g_variant_get_string (parameter, NULL));
}

static void
import_report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  if (self->project == NULL)
    return;
  if (self->report == NULL)
    g_set_weak_pointer (&self->report, cog_report_window_new (GTK_WINDOW (self), self->project));
  gtk_window_present (GTK_WINDOW (self->report));
}

/* "": all; else only the places where the same thing stands. */
static void
culture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);
  const char *subject = g_variant_get_string (parameter, NULL);

  if (self->project == NULL)
    return;
  cog_workbench_page_flush (self->workbench);
  if (self->culture == NULL)
    g_set_weak_pointer (&self->culture,
                        cog_culture_window_new (GTK_WINDOW (self),
                                                cog_workbench_page_get_lenses (self->workbench)));
  cog_culture_window_show_subject (COG_CULTURE_WINDOW (self->culture),
                                   subject[0] != '\0' ? subject : NULL);
  gtk_window_present (GTK_WINDOW (self->culture));
}

static void
store_row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  if (self->project != NULL)
    cog_workbench_page_flush (self->workbench);
}

static gboolean
undo_step (CogProject *project, gpointer window, GError **error)
{
  return cog_project_undo (project, 1, error) == 1;
}

static gboolean
redo_step (CogProject *project, gpointer window, GError **error)
{
  return cog_project_redo (project, 1, error) == 1;
}

static void stepped_cb (gpointer window, const GError *error);

/* A step may be all that was replaced in a book. What is asked for meanwhile comes after it. */
static void
step (CogWindow *self, int by)
{
  self->n_steps += by;
  if (self->project == NULL || self->is_stepping || self->n_steps == 0)
    return;
  cog_workbench_page_flush (self->workbench);
  self->is_stepping = TRUE;
  by = self->n_steps > 0 ? 1 : -1;
  self->n_steps -= by;
  cog_edit_run (GTK_WIDGET (self->views), self->project, by > 0 ? undo_step : redo_step, stepped_cb,
                g_object_ref (self), g_object_unref);
}

static void
stepped_cb (gpointer window, const GError *error)
{
  CogWindow *self = window;

  self->is_stepping = FALSE;
  if (error != NULL || self->project == NULL)
    self->n_steps = 0;
  if (error != NULL && self->project != NULL)
    cog_window_toast (self, error->message);
  step (self, 0);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (COG_WINDOW (widget), 1);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (COG_WINDOW (widget), -1);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_window_show_history (COG_WINDOW (widget));
}

static void
go_to_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_window_go_to_step (COG_WINDOW (widget), g_variant_get_int64 (parameter));
}

/* Searching and going are the workbench's: one comes there from the other pages, too. */
static CogWorkbenchPage *
get_workbench (CogWindow *self)
{
  if (self->project == NULL)
    return NULL;
  adw_view_stack_set_visible_child_name (self->views, "workbench");
  return self->workbench;
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);
  CogWorkbenchPage *workbench = get_workbench (self);

  /* On the shelf there are books to be found, and nothing to replace. */
  if (self->project == NULL && g_str_equal (name, "win.find") &&
      !cog_shelf_page_is_empty (self->shelf))
    g_object_set (self->shelf, "search-mode", TRUE, NULL);
  if (workbench != NULL)
    cog_workbench_page_find (workbench, g_str_equal (name, "win.replace"));
}

static void
find_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWorkbenchPage *workbench = get_workbench (COG_WINDOW (widget));

  if (workbench != NULL)
    cog_workbench_page_find_next (workbench, g_str_equal (name, "win.find-previous"));
}

static void
next_open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWorkbenchPage *workbench = get_workbench (COG_WINDOW (widget));

  if (workbench != NULL)
    cog_workbench_page_go_on (workbench, g_str_equal (name, "win.previous-open"));
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWorkbenchPage *workbench = get_workbench (COG_WINDOW (widget));

  if (workbench != NULL)
    cog_workbench_page_open_go_to (workbench);
}

static void
view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  if (self->views != NULL)
    adw_view_stack_set_visible_child_name (self->views, g_variant_get_string (parameter, NULL));
}

static void
pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  if (self->workbench != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->workbench)))
    cog_workbench_page_focus_next (self->workbench, g_str_equal (name, "win.previous-pane"));
  else
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
next_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const names[] = { "workbench", "rights", "publish" };
  CogWindow *self = COG_WINDOW (widget);
  guint n = G_N_ELEMENTS (names);
  guint by = g_str_equal (name, "win.next-view") ? 1 : n - 1;
  const char *now;

  if (self->views == NULL)
    return;
  now = adw_view_stack_get_visible_child_name (self->views);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (names[i], now) == 0)
      {
        adw_view_stack_set_visible_child_name (self->views, names[(i + by) % n]);
        return;
      }
}

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_about_show (
      widget, "application-name", "Cognate", "application-icon", COG_APP_ID, "version", COG_VERSION,
      "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("Translate and adapt open educational resources, with everyone’s rights right."), NULL);
}

static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_help_window_show (GTK_WINDOW (widget));
}

/* Made when it is asked for. Under the name at which GTK looks for it itself, it would be there,
 * unseen, with each window: longer to open, and GTK 4.8 hands a screen reader that asks for one
 * window too many this unseen one, which has no accessible object yet. */
static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/cognate/Cognate/cog-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

/* The keys of the window. Those of one page are its own; a row in hand comes before them all. */
static const struct
{
  guint key;
  GdkModifierType state;
  const char *action;
  const char *target; /* (nullable) */
} keys[] = {
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_ALT_MASK, "win.history", NULL },
  { GDK_KEY_o, GDK_CONTROL_MASK, "win.import", NULL },
  { GDK_KEY_f, GDK_CONTROL_MASK, "win.find", NULL },
  { GDK_KEY_h, GDK_CONTROL_MASK, "win.replace", NULL },
  { GDK_KEY_g, GDK_CONTROL_MASK, "win.find-next", NULL },
  { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.find-previous", NULL },
  { GDK_KEY_l, GDK_CONTROL_MASK, "win.go", NULL },
  { GDK_KEY_F1, GDK_CONTROL_MASK, "win.shortcuts", NULL },
  { GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts", NULL },
  { GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.shortcuts", NULL },
  { GDK_KEY_F6, 0, "win.next-pane", NULL },
  { GDK_KEY_F6, GDK_SHIFT_MASK, "win.previous-pane", NULL },
  { GDK_KEY_F8, 0, "win.next-open", NULL },
  { GDK_KEY_F8, GDK_SHIFT_MASK, "win.previous-open", NULL },
  { GDK_KEY_F9, 0, "win.toggle-outline", NULL },
  { GDK_KEY_F9, GDK_SHIFT_MASK, "win.toggle-panel", NULL },
  { GDK_KEY_F9, GDK_CONTROL_MASK, "win.toggle-original", NULL },
  { GDK_KEY_k, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.memory", NULL },
  { GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.pretranslate", NULL },
  { GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.fill-repeats", "" },
  { GDK_KEY_1, GDK_ALT_MASK, "win.show-view", "workbench" },
  { GDK_KEY_2, GDK_ALT_MASK, "win.show-view", "rights" },
  { GDK_KEY_3, GDK_ALT_MASK, "win.show-view", "publish" },
};

static void
add_keys (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].target != NULL)
      gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].state, keys[i].action, "s",
                                           keys[i].target);
    else
      gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].state, keys[i].action, NULL);
}

/* From page to page also out of a text or a list, which would take these keys for themselves. */
void
cog_window_add_shortcuts (CogWindow *self)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    const char *action;
  } ways[] = {
    { GDK_KEY_Tab, GDK_CONTROL_MASK, "win.next-view" },
    { GDK_KEY_Tab, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.previous-view" },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "win.next-view" },
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "win.previous-view" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (ways[i].key, ways[i].state),
                          gtk_named_action_new (ways[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
cog_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import", NULL, import_action);
  gtk_widget_class_install_action (klass, "win.from-web", NULL, from_web_action);
  gtk_widget_class_install_action (klass, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (klass, "win.sample", NULL, sample_action);
  gtk_widget_class_install_action (klass, "win.open-project", "s", open_action);
  gtk_widget_class_install_action (klass, "win.open-at", "(ss)", open_at_action);
  gtk_widget_class_install_action (klass, "win.back", NULL, back_action);
  gtk_widget_class_install_action (klass, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (klass, "win.toast-with", "(sss)", toast_with_action);
  gtk_widget_class_install_action (klass, "win.show-error", "s", show_error_action);
  gtk_widget_class_install_action (klass, "win.go-to", "s", go_to_action);
  gtk_widget_class_install_action (klass, "win.import-report", NULL, import_report_action);
  gtk_widget_class_install_action (klass, "win.culture", "s", culture_action);
  cog_window_install_tools (klass);
  gtk_widget_class_install_action (klass, "win.store-row", NULL, store_row_action);
  gtk_widget_class_install_action (klass, "win.show-section", "s", show_section_action);
  gtk_widget_class_install_action (klass, "win.go-to-rights", "s", go_to_rights_action);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (klass, "win.history", NULL, history_action);
  gtk_widget_class_install_action (klass, "win.go-to-step", "x", go_to_step_action);
  gtk_widget_class_install_property_action (klass, "win.toggle-outline", "outline-shown");
  gtk_widget_class_install_property_action (klass, "win.toggle-panel", "panel-shown");
  gtk_widget_class_install_property_action (klass, "win.toggle-original", "original-shown");
  gtk_widget_class_install_action (klass, "win.next-pane", NULL, pane_action);
  gtk_widget_class_install_action (klass, "win.previous-pane", NULL, pane_action);
  gtk_widget_class_install_action (klass, "win.next-view", NULL, next_view_action);
  gtk_widget_class_install_action (klass, "win.previous-view", NULL, next_view_action);
  gtk_widget_class_install_action (klass, "win.find", NULL, find_action);
  gtk_widget_class_install_action (klass, "win.replace", NULL, find_action);
  gtk_widget_class_install_action (klass, "win.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (klass, "win.find-previous", NULL, find_next_action);
  gtk_widget_class_install_action (klass, "win.next-open", NULL, next_open_action);
  gtk_widget_class_install_action (klass, "win.previous-open", NULL, next_open_action);
  gtk_widget_class_install_action (klass, "win.go", NULL, go_action);
  gtk_widget_class_install_action (klass, "win.show-view", "s", view_action);
  gtk_widget_class_install_action (klass, "win.help", NULL, help_action);
  gtk_widget_class_install_action (klass, "win.about", NULL, about_action);
  add_keys (klass);
}
