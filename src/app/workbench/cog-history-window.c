/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-history-window.h"

#include "cog-card-parts.h"
#include "cog-history-item.h"
#include "cog-time-words.h"

#include <glib/gi18n-lib.h>

/* Milliseconds after a change: what follows on its heels is read with it. */
#define REST 50

struct _CogHistoryWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  GListStore *steps;
  guint timer;
  gboolean is_reading, is_stale;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (CogHistoryWindow, cog_history_window, ADW_TYPE_WINDOW)

/* --- rows ------------------------------------------------------------------------------------- */

/* A row: whether the book is there, what was done to what, and when. */
typedef struct
{
  GtkWidget *mark, *label, *subject, *time;
} Row;

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* What a screen reader says. (transfer full) */
static char *
dup_name (const CogStep *step, const char *label, const char *time)
{
  g_autofree char *what = NULL;

  /* Translators: something that was done, and what it was done to: "Edited a passage: Rain…" */
  what = step->subject != NULL ? g_strdup_printf (_ ("%s: %s"), label, step->subject)
                               : g_strdup (label);
  if (step->is_now)
    /* Translators: the step after which the book stands now. */
    return g_strdup_printf (_ ("%s, the book is here"), what);
  if (step->is_undone)
    /* Translators: a step that was taken back. */
    return g_strdup_printf (_ ("%s, taken back"), what);
  return time[0] != '\0' ? g_strdup_printf ("%s, %s", what, time) : g_strdup (what);
}

static void
show_item (CogHistoryItem *item, GtkListItem *list_item)
{
  const CogStep *step = cog_history_item_get_step (item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  const Row *row = g_object_get_data (G_OBJECT (box), "row");
  const char *label = step->number == 0                               ? _ ("The book as it came in")
                      : step->label != NULL && step->label[0] != '\0' ? step->label
                                                                      : _ ("Changed the book");
  g_autofree char *time = step->number != 0
                              ? cog_time_words_dup (step->time, g_get_real_time () / G_USEC_PER_SEC)
                              : g_strdup ("");
  g_autofree char *name = dup_name (step, label, time);

  gtk_label_set_label (GTK_LABEL (row->label), label);
  gtk_label_set_label (GTK_LABEL (row->subject), step->subject != NULL ? step->subject : "");
  gtk_widget_set_visible (row->subject, step->subject != NULL);
  gtk_label_set_label (GTK_LABEL (row->time), time);
  gtk_widget_set_opacity (row->mark, step->is_now ? 1 : 0);
  set_class (box, "taken-back", step->is_undone);
  set_class (row->label, "heading", step->is_now);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogHistoryWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Row *row = g_new0 (Row, 1);

  row->mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row->mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), row->mark);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), lines);
  row->label = cog_card_line_new (NULL, NULL, 1);
  row->subject = cog_card_line_new (NULL, "small dim", 1);
  gtk_box_append (GTK_BOX (lines), row->label);
  gtk_box_append (GTK_BOX (lines), row->subject);
  row->time = gtk_label_new (NULL);
  gtk_widget_add_css_class (row->time, "small");
  gtk_widget_add_css_class (row->time, "dim");
  gtk_box_append (GTK_BOX (box), row->time);
  g_object_set_data_full (G_OBJECT (box), "row", row, g_free);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogHistoryWindow *self)
{
  CogHistoryItem *step = gtk_list_item_get_item (item);

  show_item (step, item);
  g_signal_connect (step, "changed", G_CALLBACK (show_item), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogHistoryWindow *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_item, item);
}

static void
activate_cb (CogHistoryWindow *self, guint position)
{
  g_autoptr (CogHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->steps), position);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (item != NULL && parent != NULL && !cog_history_item_get_step (item)->is_now)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.go-to-step", "x",
                                cog_history_item_get_step (item)->number);
}

/* --- reading ---------------------------------------------------------------------------------- */

static CogHistoryItem *
get (CogHistoryWindow *self, guint i)
{
  g_autoptr (CogHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->steps), i);

  return item; /* the list holds it */
}

/* New steps come at the beginning, and those that were taken back go from there: the rest stays. */
static void
take (CogHistoryWindow *self, GPtrArray *steps)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->steps)), same = 0;
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (steps, NULL);
  while (same < MIN (n, steps->len))
    {
      CogStep *step = g_ptr_array_index (steps, steps->len - 1 - same);
      CogHistoryItem *item = get (self, n - 1 - same);

      if (cog_history_item_get_step (item)->number != step->number)
        break;
      cog_history_item_set_step (item, step);
      same++;
    }
  for (guint i = 0; i < steps->len - same; i++)
    g_ptr_array_add (fresh, cog_history_item_new (g_ptr_array_index (steps, i)));
  if (n > same || fresh->len > 0)
    g_list_store_splice (self->steps, 0, n - same, fresh->pdata, fresh->len);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer project, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *steps = cog_project_list_steps (project, &error);

  if (steps != NULL)
    g_task_return_pointer (task, steps, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void queue_reading (CogHistoryWindow *self);

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogHistoryWindow *self = COG_HISTORY_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = g_task_propagate_pointer (G_TASK (result), &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  self->is_reading = FALSE;
  if (self->list == NULL || cog_project_is_closed (self->project))
    return;
  if (steps != NULL)
    take (self, steps);
  else if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-error", "s", error->message);
  if (self->is_stale)
    queue_reading (self);
}

static gboolean
start_cb (gpointer user_data)
{
  CogHistoryWindow *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, NULL);

  self->timer = 0;
  self->is_stale = FALSE;
  self->is_reading = TRUE;
  g_task_set_task_data (task, g_object_ref (self->project), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
  return G_SOURCE_REMOVE;
}

static void
queue_reading (CogHistoryWindow *self)
{
  if (self->is_reading)
    self->is_stale = TRUE;
  else if (self->timer == 0)
    self->timer = g_timeout_add (REST, start_cb, self);
}

/* --- the window ------------------------------------------------------------------------------- */

static void
cog_history_window_dispose (GObject *object)
{
  CogHistoryWindow *self = COG_HISTORY_WINDOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->steps);
  G_OBJECT_CLASS (cog_history_window_parent_class)->dispose (object);
}

static void
cog_history_window_finalize (GObject *object)
{
  g_clear_object (&COG_HISTORY_WINDOW (object)->project);
  G_OBJECT_CLASS (cog_history_window_parent_class)->finalize (object);
}

static void
cog_history_window_class_init (CogHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_history_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_history_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogHistoryWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
cog_history_window_init (CogHistoryWindow *self)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  self->steps = g_list_store_new (COG_TYPE_HISTORY_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (self->steps));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

GtkWidget *
cog_history_window_new (GtkWindow *parent, CogProject *project)
{
  CogHistoryWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && COG_IS_PROJECT (project), NULL);

  self = g_object_new (COG_TYPE_HISTORY_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (queue_reading), self, G_CONNECT_SWAPPED);
  start_cb (self);
  return GTK_WIDGET (self);
}
