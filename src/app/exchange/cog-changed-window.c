/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-changed-window.h"

#include "cog-changed-row.h"
#include "cog-project-update.h"
#include "cog-stack-show.h"

#include <glib/gi18n-lib.h>

#define REST 300 /* milliseconds after an edit, before the list is read anew */

struct _CogChangedWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  char *source_language, *language;
  AdwWindowTitle *title;
  GtkStack *pages;
  GtkListView *list;
  GtkStringList *units; /* their ids, in the book's order */
  GPtrArray *bound;     /* (element-type GtkListItem): those in sight */
  GCancellable *cancellable;
  guint timer;
};

G_DEFINE_FINAL_TYPE (CogChangedWindow, cog_changed_window, ADW_TYPE_WINDOW)

static GtkWindow *
get_parent (CogChangedWindow *self)
{
  return gtk_window_get_transient_for (GTK_WINDOW (self));
}

static void
show_error (CogChangedWindow *self, const GError *error)
{
  if (get_parent (self) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (get_parent (self)), "win.show-error", "s",
                                error->message);
}

/* --- rows ------------------------------------------------------------------------------------- */

static void
keep_cb (CogChangedRow *row, CogChangedWindow *self)
{
  const char *const units[] = { cog_changed_row_get_unit (row), NULL };
  g_autoptr (GError) error = NULL;

  if (units[0] == NULL)
    return;
  /* What is typed in the row is older than this. */
  if (get_parent (self) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (get_parent (self)), "win.store-row", NULL);
  if (!cog_project_confirm_sources (self->project, units, &error))
    show_error (self, error);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogChangedWindow *self)
{
  GtkWidget *row = cog_changed_row_new ();

  g_signal_connect_object (row, "keep", G_CALLBACK (keep_cb), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
show_row (CogChangedWindow *self, GtkListItem *item)
{
  const char *id = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autoptr (CogUnit) unit = cog_project_dup_unit (self->project, id, NULL);

  cog_changed_row_set_unit (COG_CHANGED_ROW (gtk_list_item_get_child (item)), unit,
                            self->source_language, self->language);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogChangedWindow *self)
{
  g_ptr_array_add (self->bound, item);
  show_row (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogChangedWindow *self)
{
  g_ptr_array_remove_fast (self->bound, item);
  cog_changed_row_set_unit (COG_CHANGED_ROW (gtk_list_item_get_child (item)), NULL, NULL, NULL);
}

static void
activate_cb (CogChangedWindow *self, guint position)
{
  const char *unit = gtk_string_list_get_string (self->units, position);

  if (unit != NULL && get_parent (self) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (get_parent (self)), "win.go-to", "s", unit);
}

/* --- reading ---------------------------------------------------------------------------------- */

static gboolean
is_there (CogChangedWindow *self, guint position, const GPtrArray *units, guint at)
{
  return g_str_equal (gtk_string_list_get_string (self->units, position),
                      g_ptr_array_index (units, at));
}

/* Only what differs is replaced: who works through the list keeps the place in it. */
static void
take_units (CogChangedWindow *self, const GPtrArray *units)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->units)), first = 0, last = 0;
  g_autofree const char **ids = NULL;

  while (first < n && first < units->len && is_there (self, first, units, first))
    first++;
  while (last < n - first && last < units->len - first &&
         is_there (self, n - 1 - last, units, units->len - 1 - last))
    last++;
  ids = g_new0 (const char *, units->len + 1);
  for (guint i = first; i < units->len - last; i++)
    ids[i - first] = g_ptr_array_index (units, i);
  if (first + last < n || first + last < units->len)
    gtk_string_list_splice (self->units, first, n - first - last, ids);
  for (guint i = 0; i < self->bound->len; i++)
    show_row (self, g_ptr_array_index (self->bound, i));
}

static void
show_units (CogChangedWindow *self, const GPtrArray *units)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("%'u changed passage", "%'u changed passages", units->len), units->len);

  take_units (self, units);
  adw_window_title_set_subtitle (self->title, units->len > 0 ? words : "");
  cog_stack_show (self->pages, units->len > 0 ? "list" : "none");
}

static void
read_in_thread (GTask *task, gpointer source, gpointer project, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *units = cog_project_list_former_sources (project, &error);

  if (units != NULL)
    g_task_return_pointer (task, units, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogChangedWindow *self = COG_CHANGED_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->project == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (units != NULL)
    show_units (self, units);
  else
    show_error (self, error);
}

static void
read_anew (CogChangedWindow *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->project), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static gboolean
rest_cb (gpointer user_data)
{
  CogChangedWindow *self = user_data;

  self->timer = 0;
  read_anew (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CogChangedWindow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST, rest_cb, self);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
cog_changed_window_dispose (GObject *object)
{
  CogChangedWindow *self = COG_CHANGED_WINDOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_object (&self->units);
  G_OBJECT_CLASS (cog_changed_window_parent_class)->dispose (object);
}

static void
cog_changed_window_finalize (GObject *object)
{
  CogChangedWindow *self = COG_CHANGED_WINDOW (object);

  g_ptr_array_unref (self->bound);
  g_free (self->source_language);
  g_free (self->language);
  G_OBJECT_CLASS (cog_changed_window_parent_class)->finalize (object);
}

static void
cog_changed_window_class_init (CogChangedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_changed_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_changed_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/exchange/cog-changed-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogChangedWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CogChangedWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CogChangedWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
cog_changed_window_init (CogChangedWindow *self)
{
  self->bound = g_ptr_array_new ();
  self->units = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cog_changed_window_new (GtkWindow *parent, CogProject *project)
{
  CogChangedWindow *self;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  self = g_object_new (COG_TYPE_CHANGED_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  self->source_language = cog_project_dup_source_language (project);
  self->language = cog_project_dup_language (project);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->units)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_swapped (project, "changed", G_CALLBACK (changed_cb), self);
  read_anew (self);
  return GTK_WIDGET (self);
}
