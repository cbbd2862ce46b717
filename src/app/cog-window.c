/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-compat.h"
#include "cog-app-state.h"
#include "cog-closing.h"
#include "cog-error.h"
#include "cog-fetch.h"
#include "cog-import-window.h"
#include "cog-web-address.h"
#include "cog-web-window.h"
#include "cog-project-drafts.h"
#include "cog-text-scale.h"
#include "cog-window-private.h"

#include <glib/gi18n-lib.h>

/* Pixels, at the usual size of text, below which the head has no room for "Saved". */
#define NO_STATUS 860

enum
{
  PROP_OUTLINE_SHOWN = 1,
  PROP_PANEL_SHOWN,
  PROP_ORIGINAL_SHOWN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CogWindow, cog_window, ADW_TYPE_APPLICATION_WINDOW)

/* Pixels of the buttons that only the workbench has, with the space before each. */
static int
measure_workbench_buttons (CogWindow *self)
{
  int width;

  gtk_widget_measure (self->back, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return (cog_workbench_page_has_original (self->workbench) ? 4 : 3) * (width + 6);
}

static void
update_header (CogWindow *self)
{
  static const char *const searching[] = { "win.replace",       "win.find-next",
                                           "win.find-previous", "win.next-open",
                                           "win.previous-open", "win.go" };
  gboolean open = self->project != NULL;
  gboolean is_workbench =
      open && g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "workbench") == 0;

  gtk_widget_set_visible (self->back, open);
  gtk_widget_set_visible (self->outline, is_workbench);
  gtk_widget_set_visible (self->panel, is_workbench);
  gtk_widget_set_visible (self->original,
                          is_workbench && cog_workbench_page_has_original (self->workbench));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-original",
                                 is_workbench && cog_workbench_page_has_original (self->workbench));
  gtk_widget_set_visible (self->find, is_workbench);
  cog_title_switcher_set_reserve (self->switcher,
                                  open && !is_workbench ? measure_workbench_buttons (self) : 0);
  gtk_widget_set_visible (self->undo, open);
  gtk_widget_set_visible (self->redo, open);
  gtk_widget_set_visible (self->import, !open && !cog_shelf_page_is_empty (self->shelf));
  gtk_widget_set_visible (self->search, !open && !cog_shelf_page_is_empty (self->shelf));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find",
                                 open || !cog_shelf_page_is_empty (self->shelf));
  for (guint i = 0; i < G_N_ELEMENTS (searching); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), searching[i], open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.history", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-report", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.culture", open);
  cog_window_enable_tools (self, open);
  adw_header_bar_set_title_widget (self->header,
                                   open ? GTK_WIDGET (self->switcher) : GTK_WIDGET (self->title));
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), open);
  gtk_widget_set_visible (GTK_WIDGET (self->status),
                          open && self->width >= NO_STATUS * cog_text_scale_get ());
}

void
cog_window_panes_changed (CogWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTLINE_SHOWN]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PANEL_SHOWN]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORIGINAL_SHOWN]);
  if (gtk_widget_get_visible (self->original) !=
      (gtk_widget_get_visible (self->panel) && self->workbench != NULL &&
       cog_workbench_page_has_original (self->workbench)))
    update_header (self);
}

/* Reads the project: only where its history changed. */
static void
update_steps (CogWindow *self)
{
  gboolean open = self->project != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 open && cog_project_can_undo (self->project));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 open && cog_project_can_redo (self->project));
  cog_window_name_steps (self);
}

static gboolean
try_drafts_cb (gpointer user_data)
{
  CogWindow *self = user_data;

  self->draft_idle = 0;
  cog_fault_bar_try (self->fault_bar);
  return G_SOURCE_REMOVE;
}

/* Where this one could be stored, so may those that could not. */
static void
changed_cb (CogProject *project, char **units, CogWindow *self)
{
  update_header (self);
  update_steps (self);
  if (cog_project_get_n_drafts (project) > 0 && self->draft_idle == 0)
    self->draft_idle = g_idle_add_full (G_PRIORITY_LOW, try_drafts_cb, self, NULL);
}

/* A page is made when it is first shown: the book does not wait for what nobody sees. */
static void
make_page (CogWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);
  GtkWidget *place = adw_view_stack_get_visible_child (self->views);

  if (g_strcmp0 (name, "rights") == 0 && self->rights == NULL)
    {
      self->rights = COG_RIGHTS_PAGE (cog_rights_page_new (self->project));
      adw_bin_set_child (ADW_BIN (place), GTK_WIDGET (self->rights));
    }
  else if (g_strcmp0 (name, "publish") == 0 && self->publish == NULL)
    {
      self->publish = COG_PUBLISH_PAGE (cog_publish_page_new (self->project));
      adw_bin_set_child (ADW_BIN (place), GTK_WIDGET (self->publish));
    }
}

static void
view_cb (CogWindow *self)
{
  cog_workbench_page_flush (self->workbench);
  make_page (self);
  if (self->publish != NULL)
    cog_publish_page_set_section (self->publish, cog_workbench_page_get_section (self->workbench));
  update_header (self);
}

/* Follows the window's width: libadwaita 1.2 has no breakpoints. */
static void
adapt (CogWindow *self)
{
  adw_view_switcher_bar_set_reveal (
      self->switcher_bar, self->project != NULL && cog_title_switcher_is_narrow (self->switcher));
  if (self->project == NULL)
    return;
  cog_workbench_page_set_width (self->workbench, self->width);
}

static gboolean
adapt_cb (gpointer user_data)
{
  CogWindow *self = user_data;

  self->resize_idle = 0;
  adapt (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: this is in the middle of a layout. */
static void
queue_adapt (CogWindow *self)
{
  if (self->resize_idle == 0)
    self->resize_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cb, self, NULL);
}

static void
resized_cb (GtkDrawingArea *meter, int width, int height, CogWindow *self)
{
  if (self->width == width)
    return;
  self->width = width;
  queue_adapt (self);
}

static void
drop_project (CogWindow *self)
{
  if (self->project == NULL)
    return;
  cog_workbench_page_flush (self->workbench);
  if (self->history != NULL)
    gtk_window_destroy (GTK_WINDOW (self->history));
  if (self->report != NULL)
    gtk_window_destroy (GTK_WINDOW (self->report));
  if (self->culture != NULL)
    gtk_window_destroy (GTK_WINDOW (self->culture));
  cog_window_close_tools (self);
  cog_save_status_set_project (self->status, NULL);
  cog_fault_bar_set_project (self->fault_bar, NULL);
  g_clear_handle_id (&self->draft_idle, g_source_remove);
  g_clear_pointer (&self->path, g_free);
  g_signal_handlers_disconnect_by_data (self->project, self);
  gtk_stack_remove (self->stack, GTK_WIDGET (self->views));
  self->views = NULL;
  self->workbench = NULL;
  self->rights = NULL;
  self->publish = NULL;
  cog_closing_start (g_steal_pointer (&self->project));
}

void
cog_window_leave_project (CogWindow *self)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->shelf));
  drop_project (self);
  cog_shelf_page_reload (self->shelf);
  update_header (self);
  update_steps (self);
}

static void
add_view (CogWindow *self, GtkWidget *page, const char *name, const char *title, const char *icon)
{
  AdwViewStackPage *added = adw_view_stack_add_titled (self->views, page, name, title);

  adw_view_stack_page_set_icon_name (added, icon);
}

static void
show_project (CogWindow *self, CogProject *project, CogOutlineFacts *facts)
{
  g_autofree char *title = cog_project_dup_title (project);

  self->project = g_object_ref (project);
  cog_project_set_home (project, g_main_context_default ());
  self->views = ADW_VIEW_STACK (adw_view_stack_new ());
  self->workbench = COG_WORKBENCH_PAGE (cog_workbench_page_new (project, facts));
  add_view (self, GTK_WIDGET (self->workbench), "workbench", _ ("Workbench"), "view-dual-symbolic");
  add_view (self, adw_bin_new (), "rights", _ ("Rights"), "application-certificate-symbolic");
  add_view (self, adw_bin_new (), "publish", _ ("Publish"), "document-send-symbolic");
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->views));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->views));
  cog_title_switcher_set_title (self->switcher, title);
  cog_title_switcher_set_stack (self->switcher, self->views);
  adw_view_switcher_bar_set_stack (self->switcher_bar, self->views);
  g_signal_connect_swapped (self->views, "notify::visible-child", G_CALLBACK (view_cb), self);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  cog_save_status_set_project (self->status, project);
  cog_fault_bar_set_project (self->fault_bar, project);
  adapt (self);
  cog_window_restore_place (self);
  update_header (self);
  update_steps (self);
}

typedef struct
{
  CogProject *project;
  CogOutlineFacts *outline;
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_object_unref (opened->project);
  cog_outline_facts_free (opened->outline);
  g_free (opened);
}

/* With its outline: the page is whole when it is first seen, and nothing waits for it. */
static void
open_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  CogProject *project;
  Opened *opened;

  cog_closing_wait ();
  project = cog_project_open (path, COG_PROJECT_WRITE, &error);

  if (project == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  opened = g_new0 (Opened, 1);
  opened->project = project;
  opened->outline = cog_outline_facts_read (project);
  g_task_return_pointer (task, opened, opened_free);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogWindow *self = COG_WINDOW (object);
  g_autoptr (GError) error = NULL;
  Opened *opened = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *path = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->shelf));
  path = opened == NULL ? g_steal_pointer (&self->path) : NULL;
  if (opened != NULL)
    {
      cog_app_state_set_opened (cog_app_state_get_default (),
                                cog_project_get_path (opened->project),
                                g_get_real_time () / G_USEC_PER_SEC);
      show_project (self, opened->project, g_steal_pointer (&opened->outline));
      opened_free (opened);
      if (self->view != NULL && self->view[0] != '\0')
        adw_view_stack_set_visible_child_name (self->views, self->view);
    }
  else if (g_error_matches (error, COG_ERROR, COG_ERROR_BUSY))
    cog_window_tell_fault (self, _ ("This Book Is Open Already"), error->message);
  else if (cog_window_is_read_only (error))
    cog_window_offer_copy (self, path);
  else if (g_error_matches (error, COG_ERROR, COG_ERROR_CORRUPT) && path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->shelf), "shelf.recover", "(ss)", path,
                                error->message);
  else
    cog_window_tell_fault (self, _ ("This Book Cannot Be Opened"), error->message);
}

void
cog_window_open_project (CogWindow *self, const char *path)
{
  cog_window_open_project_at (self, path, "");
}

void
cog_window_open_project_at (CogWindow *self, const char *path, const char *view)
{
  g_autoptr (GTask) task = NULL;
  CogWindow *other;

  g_return_if_fail (COG_IS_WINDOW (self) && path != NULL);

  other = cog_window_find_with (gtk_window_get_application (GTK_WINDOW (self)), path);
  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return;
    }
  /* A second book stands beside the first. */
  if (self->path != NULL)
    self = cog_window_open_another (self);
  self->path = g_strdup (path);
  g_free (self->view);
  self->view = g_strdup (view);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "opening");
  task = g_task_new (self, self->opening, opened_cb, NULL);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

static void
imported_cb (const char *path, gpointer user_data)
{
  cog_window_open_project (user_data, path);
}

void
cog_window_open_files (CogWindow *self, GPtrArray *paths)
{
  g_autoptr (GPtrArray) books = g_ptr_array_new ();
  const char *project = NULL;

  g_return_if_fail (COG_IS_WINDOW (self) && paths != NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      if (path != NULL && g_str_has_suffix (path, ".cognate"))
        project = path;
      else if (path != NULL)
        g_ptr_array_add (books, (gpointer)path);
    }
  if (books->len > 0)
    cog_import_window_present (GTK_WINDOW (self), books, self->folder, imported_cb, self);
  else if (project != NULL)
    cog_shelf_page_bring_in (self->shelf, project);
  else
    cog_window_toast (self, _ ("Only files on this computer can be imported"));
}

void
cog_window_open_file (CogWindow *self, const char *path)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  g_return_if_fail (COG_IS_WINDOW (self) && path != NULL);

  g_ptr_array_add (paths, (gpointer)path);
  cog_window_open_files (self, paths);
}

/* Everything is in the copy, which takes the place of what cannot be written. */
static void
copied_cb (CogFaultBar *bar, const char *path, CogWindow *self)
{
  g_autofree char *copy = g_strdup (path);
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is a file name. */
  g_autofree char *text = g_strdup_printf (_ ("Everything is in “%s”, which is open now"), name);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->shelf));
  drop_project (self);
  cog_window_open_project (self, copy);
  cog_window_toast (self, text);
}

/* What was fetched is kept as long as the import may read it. */
static void
import_gone_cb (gpointer folder, GObject *window)
{
  cog_temporary_folder_free (folder);
}

static void
fetched_cb (const char *path, CogTemporaryFolder *folder, gpointer user_data)
{
  CogWindow *self = user_data;
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  GtkWindow *window;

  g_ptr_array_add (files, (gpointer)path);
  window = cog_import_window_present (GTK_WINDOW (self), files, self->folder, imported_cb, self);
  g_object_weak_ref (G_OBJECT (window), import_gone_cb, folder);
}

void
cog_window_open_address (CogWindow *self, const char *address)
{
  g_return_if_fail (COG_IS_WINDOW (self));
  if (cog_fetch_is_there ())
    cog_web_window_present (GTK_WINDOW (self), address, fetched_cb, self);
}

/* A link dragged from a browser is a file, too, or a line of text. (transfer full) (nullable) */
static char *
dup_dropped_address (const GValue *value)
{
  g_autoptr (GSList) files = NULL;
  g_autofree char *address = NULL;

  if (G_VALUE_HOLDS_STRING (value))
    address = g_strstrip (g_value_dup_string (value));
  else
    files = gdk_file_list_get_files (g_value_get_boxed (value));
  if (files != NULL && files->next == NULL)
    address = g_file_get_uri (files->data);
  if (address == NULL || !cog_web_address_is_one (address) || strpbrk (address, " \r\n") != NULL)
    return NULL;
  return g_steal_pointer (&address);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, CogWindow *self)
{
  g_autoptr (GSList) files = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *address = dup_dropped_address (value);

  if (address != NULL && cog_fetch_is_there ())
    {
      cog_window_open_address (self, address);
      return TRUE;
    }
  if (G_VALUE_HOLDS_STRING (value))
    return FALSE;
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *f = files; f != NULL; f = f->next)
    g_ptr_array_add (paths, g_file_get_path (f->data));
  cog_window_open_files (self, paths);
  return TRUE;
}

static gboolean
cog_window_close_request (GtkWindow *window)
{
  return cog_window_may_not_close (COG_WINDOW (window)) ||
         GTK_WINDOW_CLASS (cog_window_parent_class)->close_request (window);
}

static void
cog_window_dispose (GObject *object)
{
  CogWindow *self = COG_WINDOW (object);

  g_clear_handle_id (&self->resize_idle, g_source_remove);
  g_clear_handle_id (&self->draft_idle, g_source_remove);
  g_clear_weak_pointer (&self->last_toast);
  g_clear_weak_pointer (&self->history);
  g_clear_weak_pointer (&self->report);
  g_clear_weak_pointer (&self->culture);
  cog_window_forget_tools (self);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->typing);
  drop_project (self);
  /* It may have been the last window. */
  cog_closing_wait ();
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->sample, g_free);
  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (cog_window_parent_class)->dispose (object);
}

static void
cog_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CogWindow *self = COG_WINDOW (object);
  gboolean is_shown = FALSE;

  if (self->workbench != NULL)
    is_shown = id == PROP_OUTLINE_SHOWN ? cog_workbench_page_get_outline_shown (self->workbench)
               : id == PROP_PANEL_SHOWN ? cog_workbench_page_get_panel_shown (self->workbench)
                                        : cog_workbench_page_get_original_shown (self->workbench);
  g_value_set_boolean (value, is_shown);
}

static void
cog_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CogWindow *self = COG_WINDOW (object);
  gboolean is_wanted = g_value_get_boolean (value);
  gboolean outline, panel;

  if (self->workbench == NULL)
    return;
  if (id == PROP_ORIGINAL_SHOWN)
    {
      cog_workbench_page_set_original_shown (self->workbench, is_wanted);
      return;
    }
  outline = cog_workbench_page_get_outline_shown (self->workbench);
  panel = cog_workbench_page_get_panel_shown (self->workbench);
  cog_workbench_page_set_shown (self->workbench, id == PROP_OUTLINE_SHOWN ? is_wanted : outline,
                                id == PROP_PANEL_SHOWN ? is_wanted : panel);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  klass->get_property = cog_window_get_property;
  klass->set_property = cog_window_set_property;
  props[PROP_OUTLINE_SHOWN] = g_param_spec_boolean ("outline-shown", NULL, NULL, FALSE, flags);
  props[PROP_PANEL_SHOWN] = g_param_spec_boolean ("panel-shown", NULL, NULL, FALSE, flags);
  props[PROP_ORIGINAL_SHOWN] = g_param_spec_boolean ("original-shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (klass, N_PROPS, props);
}

static void
cog_window_class_init (CogWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_window_dispose;
  install_properties (G_OBJECT_CLASS (klass));
  GTK_WINDOW_CLASS (klass)->close_request = cog_window_close_request;
  cog_window_install_actions (widget_class);
  g_type_ensure (COG_TYPE_FAULT_BAR);
  g_type_ensure (COG_TYPE_SAVE_STATUS);
  g_type_ensure (COG_TYPE_SHELF_PAGE);
  g_type_ensure (COG_TYPE_TITLE_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/cognate/Cognate/cog-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, header);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, outline);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, original);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, import);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, search);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, find);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, status);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, fault_bar);
  gtk_widget_class_bind_template_callback (widget_class, copied_cb);
  gtk_widget_class_bind_template_child (widget_class, CogWindow, shelf);
  gtk_widget_class_bind_template_callback (widget_class, queue_adapt);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_header);
}

static void
typed_cb (CogWindow *self)
{
  cog_save_status_expect (self->status);
}

/* Whatever text has the keyboard: while somebody writes in it, something waits to be stored. What
 * is searched for is in an entry, and counts for nothing. */
static void
focus_cb (CogWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkTextBuffer *buffer =
      GTK_IS_TEXT_VIEW (focus) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)) : NULL;

  g_signal_group_set_target (self->typing, buffer);
}

static void
cog_window_init (CogWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType kinds[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (drop, kinds, G_N_ELEMENTS (kinds));
  gtk_widget_init_template (GTK_WIDGET (self));
  cog_window_add_shortcuts (self);
  self->typing = g_signal_group_new (GTK_TYPE_TEXT_BUFFER);
  g_signal_group_connect_swapped (self->typing, "end-user-action", G_CALLBACK (typed_cb), self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.from-web", cog_fetch_is_there ());
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
cog_window_new (AdwApplication *application, const char *shelf_folder, const char *sample)
{
  CogWindow *self = g_object_new (COG_TYPE_WINDOW, "application", application, NULL);

  self->folder = g_strdup (shelf_folder);
  self->sample = g_strdup (sample);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sample", sample != NULL);
  cog_window_restore_size (self);
  cog_shelf_page_set_folder (self->shelf, shelf_folder);
  update_header (self);
  update_steps (self);
  return GTK_WIDGET (self);
}
