/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-window.h"

#include "cog-import-window.h"
#include "cog-project.h"
#include "cog-publish-page.h"
#include "cog-rights-page.h"
#include "cog-shelf-page.h"
#include "cog-workbench-page.h"

#include <glib/gi18n-lib.h>

struct _CogWindow
{
  AdwApplicationWindow parent_instance;
  char *folder;
  char *sample;
  CogProject *project;
  GtkWidget *toasts, *stack, *header, *title, *switcher, *back, *undo, *redo, *import;
  GtkWidget *shelf;
  GtkWidget *views;     /* AdwViewStack of the project */
  GtkWidget *workbench;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (CogWindow, cog_window, ADW_TYPE_APPLICATION_WINDOW)

static void
toast (CogWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (text));
}

static void
update_header (CogWindow *self)
{
  gboolean open = self->project != NULL;

  gtk_widget_set_visible (self->back, open);
  gtk_widget_set_visible (self->undo, open);
  gtk_widget_set_visible (self->redo, open);
  gtk_widget_set_visible (self->import, !open);
  gtk_widget_set_sensitive (self->undo, open && cog_project_can_undo (self->project));
  gtk_widget_set_sensitive (self->redo, open && cog_project_can_redo (self->project));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (self->header), open ? self->switcher : self->title);
}

static void
changed_cb (CogProject *project, char **units, CogWindow *self)
{
  update_header (self);
}

static void
close_project (CogWindow *self)
{
  if (self->project == NULL)
    return;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->shelf);
  if (self->views != NULL)
    gtk_stack_remove (GTK_STACK (self->stack), self->views);
  self->views = NULL;
  self->workbench = NULL;
  g_signal_handlers_disconnect_by_data (self->project, self);
  cog_project_close (self->project, NULL);
  g_clear_object (&self->project);
  cog_shelf_page_reload (self->shelf);
  update_header (self);
}

static void
add_view (CogWindow *self, GtkWidget *page, const char *name, const char *title, const char *icon)
{
  adw_view_stack_add_titled (ADW_VIEW_STACK (self->views), page, name, title);
  adw_view_stack_page_set_icon_name (adw_view_stack_get_page (ADW_VIEW_STACK (self->views), page), icon);
}

static void
open_project (CogWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  CogProject *project = cog_project_open (path, COG_PROJECT_WRITE, &error);

  if (project == NULL)
    {
      toast (self, error->message);
      return;
    }
  close_project (self);
  self->project = project;
  self->views = adw_view_stack_new ();
  self->workbench = cog_workbench_page_new (project);
  add_view (self, self->workbench, "workbench", _ ("Workbench"), "view-dual-symbolic");
  add_view (self, cog_rights_page_new (project), "rights", _ ("Rights"), "application-certificate-symbolic");
  add_view (self, cog_publish_page_new (project), "publish", _ ("Publish"), "document-send-symbolic");
  gtk_stack_add_child (GTK_STACK (self->stack), self->views);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->views);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->switcher), ADW_VIEW_STACK (self->views));
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  update_header (self);
}

static void
imported_cb (const char *path, gpointer user_data)
{
  open_project (user_data, path);
}

void
cog_window_open_file (CogWindow *self, const char *path)
{
  g_return_if_fail (COG_IS_WINDOW (self) && path != NULL);

  if (g_str_has_suffix (path, ".cognate"))
    open_project (self, path);
  else
    cog_import_window_present (GTK_WINDOW (self), path, self->folder, imported_cb, self);
}

static void
file_cb (GtkNativeDialog *dialog, int response, CogWindow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = g_file_get_path (file);
  if (path != NULL)
    cog_window_open_file (self, path);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  g_clear_object (&self->chooser);
  self->chooser =
    gtk_file_chooser_native_new (_ ("Import a Book"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_signal_connect (self->chooser, "response", G_CALLBACK (file_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
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
  open_project (COG_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  close_project (COG_WINDOW (widget));
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toast (COG_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);
  const char *place = g_variant_get_string (parameter, NULL);
  g_autoptr (CogUnit) unit = self->project != NULL ? cog_project_dup_unit (self->project, place, NULL) : NULL;

  if (self->project == NULL)
    return;
  /* A piece of the book is in the workbench; all else is a matter of rights. */
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->views), unit != NULL ? "workbench" : "rights");
  if (unit != NULL)
    cog_workbench_page_go_to (COG_WORKBENCH_PAGE (self->workbench), place);
}

static void
step (CogWindow *self, guint (*func) (CogProject *, guint, GError **))
{
  g_autoptr (GError) error = NULL;

  if (self->project == NULL)
    return;
  if (func (self->project, 1, &error) == 0 && error != NULL)
    toast (self, error->message);
  else
    cog_workbench_page_reload (COG_WORKBENCH_PAGE (self->workbench));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (COG_WINDOW (widget), cog_project_undo);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (COG_WINDOW (widget), cog_project_redo);
}

static void
cog_window_dispose (GObject *object)
{
  CogWindow *self = COG_WINDOW (object);

  if (self->project != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->project, self);
      cog_project_close (self->project, NULL);
      g_clear_object (&self->project);
    }
  g_clear_object (&self->chooser);
  g_clear_object (&self->switcher);
  g_clear_object (&self->title);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->sample, g_free);
  G_OBJECT_CLASS (cog_window_parent_class)->dispose (object);
}

static void
cog_window_class_init (CogWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_window_dispose;
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, sample_action);
  gtk_widget_class_install_action (widget_class, "win.open-project", "s", open_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.show-error", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.go-to", "s", go_to_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.import", NULL);
}

static GtkWidget *
new_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, CogWindow *self)
{
  g_autofree char *path = g_file_get_path (g_value_get_object (value));

  if (path == NULL)
    return FALSE;
  cog_window_open_file (self, path);
  return TRUE;
}

static void
cog_window_init (CogWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_add_css_class (GTK_WIDGET (self), "cognate");
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 800);
  gtk_window_set_title (GTK_WINDOW (self), "Cognate");
  self->toasts = adw_toast_overlay_new ();
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->header = adw_header_bar_new ();
  gtk_widget_add_css_class (self->header, "flat");
  self->title = g_object_ref_sink (adw_window_title_new ("Cognate", ""));
  self->switcher = g_object_ref_sink (adw_view_switcher_new ());
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (self->switcher), ADW_VIEW_SWITCHER_POLICY_WIDE);
  self->back = new_button ("go-previous-symbolic", _ ("Back to the Shelf"), "win.back");
  self->undo = new_button ("edit-undo-symbolic", _ ("Undo"), "win.undo");
  self->redo = new_button ("edit-redo-symbolic", _ ("Redo"), "win.redo");
  self->import = new_button ("list-add-symbolic", _ ("Import a Book"), "win.import");
  adw_header_bar_pack_start (ADW_HEADER_BAR (self->header), self->back);
  adw_header_bar_pack_start (ADW_HEADER_BAR (self->header), self->undo);
  adw_header_bar_pack_start (ADW_HEADER_BAR (self->header), self->redo);
  adw_header_bar_pack_start (ADW_HEADER_BAR (self->header), self->import);
  gtk_box_append (GTK_BOX (box), self->header);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), box);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), self->toasts);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
cog_window_new (AdwApplication *application, const char *shelf_folder, const char *sample)
{
  CogWindow *self = g_object_new (COG_TYPE_WINDOW, "application", application, NULL);

  self->folder = g_strdup (shelf_folder);
  self->sample = g_strdup (sample);
  self->shelf = cog_shelf_page_new (shelf_folder);
  gtk_stack_add_child (GTK_STACK (self->stack), self->shelf);
  update_header (self);
  return GTK_WIDGET (self);
}
