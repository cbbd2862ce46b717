/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-take-window.h"

#include "cog-compat.h"
#include "cog-edit-run.h"
#include "cog-exchange-folder.h"
#include "cog-run-bar.h"
#include "cog-take-row.h"

#include <glib/gi18n-lib.h>

struct _CogTakeWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  char *language;
  CogRun *run;           /* what is going on (nullable) */
  CogExchangePlan *plan; /* (nullable) */
  char *folder;          /* it is of a team's folder (nullable) */
  GPtrArray *items;      /* CogExchangeItem, as they are shown; borrowed from plan */
  GPtrArray *bound;      /* (element-type GtkListItem): those in sight */
  GtkStack *stack;
  GtkWidget *take, *choose, *all, *scroller;
  CogRunBar *run_bar;
  GtkLabel *summary;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (CogTakeWindow, cog_take_window, ADW_TYPE_WINDOW)

/* --- rows ------------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogTakeWindow *self)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, cog_take_row_new ());
}

static void
show_row (CogTakeWindow *self, GtkListItem *item)
{
  cog_take_row_set_item (COG_TAKE_ROW (gtk_list_item_get_child (item)),
                         g_ptr_array_index (self->items, gtk_list_item_get_position (item)),
                         self->language);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogTakeWindow *self)
{
  g_ptr_array_add (self->bound, item);
  show_row (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogTakeWindow *self)
{
  g_ptr_array_remove_fast (self->bound, item);
  cog_take_row_set_item (COG_TAKE_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
settle (CogTakeWindow *self, gboolean theirs)
{
  cog_exchange_plan_settle (self->plan, theirs);
  for (guint i = 0; i < self->bound->len; i++)
    show_row (self, g_ptr_array_index (self->bound, i));
}

static void
keep_all_cb (CogTakeWindow *self)
{
  settle (self, FALSE);
}

static void
use_all_cb (CogTakeWindow *self)
{
  settle (self, TRUE);
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct
{
  CogProject *project;
  CogRun *run;
  char *path;
  gboolean is_folder;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->project);
  g_object_unref (reading->run);
  g_free (reading->path);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  const CogProgress *progress = cog_run_get_progress (reading->run);
  GError *error = NULL;
  CogExchangePlan *plan = cog_exchange_plan_new (reading->project, &error);
  gboolean ok = plan != NULL;

  if (ok && reading->is_folder)
    ok = cog_exchange_folder_read (plan, reading->project, reading->path, progress, cancellable,
                                   &error);
  else if (ok)
    ok = cog_exchange_plan_read (plan, reading->path, NULL, progress, cancellable, &error);
  if (!ok)
    {
      g_clear_pointer (&plan, cog_exchange_plan_free);
      g_task_return_error (task, error);
      return;
    }
  cog_exchange_plan_end (plan);
  g_task_return_pointer (task, plan, (GDestroyNotify)cog_exchange_plan_free);
}

/* Takes the line; n: what it counts. */
static void
add_line (GString *words, guint n, char *line)
{
  if (n > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
  g_free (line);
}

static char *
dup_summary (const CogExchangePlan *plan)
{
  GString *words = g_string_new (NULL);
  guint changed = cog_exchange_plan_count (plan, COG_EXCHANGE_CHANGED);
  guint conflicts = cog_exchange_plan_count (plan, COG_EXCHANGE_CONFLICT);
  guint refused = cog_exchange_plan_count (plan, COG_EXCHANGE_REFUSED) +
                  cog_exchange_plan_count (plan, COG_EXCHANGE_UNPLACED);

  add_line (words, changed,
            g_strdup_printf (ngettext ("%'u passage comes back new or changed.",
                                       "%'u passages come back new or changed.", changed),
                             changed));
  add_line (words, conflicts,
            g_strdup_printf (ngettext ("%'u was changed there and here: choose which text holds.",
                                       "%'u were changed there and here: choose which text holds.",
                                       conflicts),
                             conflicts));
  add_line (
      words, refused,
      g_strdup_printf (ngettext ("%'u cannot be taken; what is here stays as it is.",
                                 "%'u cannot be taken; what is here stays as it is.", refused),
                       refused));
  if (words->len == 0)
    g_string_append (words, _ ("Nothing in it differs from what you have."));
  return g_string_free (words, FALSE);
}

/* What asks for a choice first, then what cannot be taken, then all else. */
static void
list_items (CogTakeWindow *self)
{
  static const CogExchangeOutcome order[] = { COG_EXCHANGE_CONFLICT, COG_EXCHANGE_REFUSED,
                                              COG_EXCHANGE_UNPLACED, COG_EXCHANGE_CHANGED };
  GPtrArray *all = cog_exchange_plan_get_items (self->plan);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint k = 0; k < all->len; k++)
      {
        CogExchangeItem *item = g_ptr_array_index (all, k);

        if (item->outcome == order[i])
          g_ptr_array_add (self->items, item);
      }
}

static void
show_found (CogTakeWindow *self)
{
  g_autofree char *words = dup_summary (self->plan);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  guint conflicts = cog_exchange_plan_count (self->plan, COG_EXCHANGE_CONFLICT);
  guint changed = cog_exchange_plan_count (self->plan, COG_EXCHANGE_CHANGED);

  list_items (self);
  for (guint i = 0; i < self->items->len; i++)
    gtk_string_list_append (model, "");
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_label_set_label (self->summary, words);
  gtk_widget_set_visible (self->all, conflicts > 1);
  gtk_widget_set_visible (self->scroller, self->items->len > 0);
  gtk_widget_set_sensitive (self->take, conflicts + changed > 0 || self->folder != NULL);
  gtk_stack_set_visible_child_name (self->stack, "found");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  cog_announce (GTK_WIDGET (self), words, FALSE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CogTakeWindow *self = COG_TAKE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  CogExchangePlan *plan = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *escaped = NULL;

  if (self->run == NULL)
    {
      g_clear_pointer (&plan, cog_exchange_plan_free);
      return;
    }
  g_clear_object (&self->run);
  cog_run_bar_set_run (self->run_bar, NULL);
  if (plan != NULL)
    {
      self->plan = plan;
      show_found (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "choose");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->choose), _ ("That Cannot Be Taken Back"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->choose), escaped);
  cog_announce (GTK_WIDGET (self), error->message, TRUE);
}

static void
read_path (CogTakeWindow *self, GFile *file, gboolean is_folder)
{
  Reading *reading;
  g_autoptr (GTask) task = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL || self->run != NULL || self->plan != NULL)
    return;
  reading = g_new0 (Reading, 1);
  self->run = cog_run_new ();
  self->folder = is_folder ? g_file_get_path (file) : NULL;
  reading->project = g_object_ref (self->project);
  reading->run = g_object_ref (self->run);
  reading->path = g_file_get_path (file);
  reading->is_folder = is_folder;
  task = g_task_new (self, cog_run_get_cancellable (self->run), read_cb, NULL);
  g_task_set_task_data (task, reading, reading_free);
  cog_run_bar_set_run (self->run_bar, self->run);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  g_task_run_in_thread (task, read_in_thread);
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = cog_file_dialog_finish (result, NULL);

  read_path (COG_TAKE_WINDOW (source), file, FALSE);
}

static void
folder_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = cog_file_dialog_finish (result, NULL);

  read_path (COG_TAKE_WINDOW (source), file, TRUE);
}

static void
choose_file_cb (CogTakeWindow *self)
{
  cog_file_dialog_open (GTK_WIDGET (self), _ ("Take Back"), NULL, file_cb, NULL);
}

static void
choose_folder_cb (CogTakeWindow *self)
{
  cog_file_dialog_choose_folder (GTK_WIDGET (self), _ ("The Team’s Folder"), NULL, folder_cb, NULL);
}

/* --- taking ----------------------------------------------------------------------------------- */

typedef struct
{
  CogExchangePlan *plan;
  char *folder; /* (nullable) */
  GtkWidget *parent;
  guint n; /* out */
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  cog_exchange_plan_free (taking->plan);
  g_free (taking->folder);
  g_object_unref (taking->parent);
  g_free (taking);
}

/* Each conflict was before the person's eyes: what is not theirs is ours by choice. */
static gboolean
take_in_thread (CogProject *project, gpointer data, GError **error)
{
  Taking *taking = data;

  return cog_exchange_plan_apply (taking->plan, project, &taking->n, error) &&
         (taking->folder == NULL ||
          cog_exchange_folder_agree (taking->plan, project, taking->folder, TRUE, error));
}

static void
taken_cb (gpointer data, const GError *error)
{
  Taking *taking = data;
  g_autofree char *words = g_strdup_printf (
      ngettext ("%'u passage taken back", "%'u passages taken back", taking->n), taking->n);

  if (!gtk_widget_get_realized (taking->parent))
    return;
  if (error != NULL)
    gtk_widget_activate_action (taking->parent, "win.show-error", "s", error->message);
  else if (taking->n > 0)
    gtk_widget_activate_action (taking->parent, "win.toast-with", "(sss)", words, _ ("Undo"),
                                "win.undo");
  else
    gtk_widget_activate_action (taking->parent, "win.toast", "s", words);
}

static void
take_cb (CogTakeWindow *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  Taking *taking = g_new0 (Taking, 1);

  gtk_list_view_set_model (self->list, NULL);
  g_ptr_array_set_size (self->items, 0);
  taking->plan = g_steal_pointer (&self->plan);
  taking->folder = g_strdup (self->folder);
  taking->parent = g_object_ref (parent);
  cog_edit_run (parent, self->project, take_in_thread, taken_cb, taking, taking_free);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
stop (CogTakeWindow *self)
{
  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
}

static gboolean
cog_take_window_close_request (GtkWindow *window)
{
  stop (COG_TAKE_WINDOW (window));
  return GTK_WINDOW_CLASS (cog_take_window_parent_class)->close_request (window);
}

static void
cog_take_window_dispose (GObject *object)
{
  CogTakeWindow *self = COG_TAKE_WINDOW (object);

  stop (self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_take_window_parent_class)->dispose (object);
}

static void
cog_take_window_finalize (GObject *object)
{
  CogTakeWindow *self = COG_TAKE_WINDOW (object);

  g_clear_pointer (&self->plan, cog_exchange_plan_free);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->bound);
  g_free (self->language);
  g_free (self->folder);
  G_OBJECT_CLASS (cog_take_window_parent_class)->finalize (object);
}

static void
cog_take_window_class_init (CogTakeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_take_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_take_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cog_take_window_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (COG_TYPE_RUN_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/exchange/cog-take-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogTakeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogTakeWindow, take);
  gtk_widget_class_bind_template_child (widget_class, CogTakeWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, CogTakeWindow, all);
  gtk_widget_class_bind_template_child (widget_class, CogTakeWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, CogTakeWindow, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogTakeWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, CogTakeWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
cog_take_window_init (CogTakeWindow *self)
{
  self->items = g_ptr_array_new ();
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cog_take_window_present (GtkWindow *parent, CogProject *project)
{
  CogTakeWindow *self;

  g_return_if_fail (GTK_IS_WINDOW (parent) && COG_IS_PROJECT (project));

  self = g_object_new (COG_TYPE_TAKE_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  self->language = cog_project_dup_language (project);
  gtk_window_present (GTK_WINDOW (self));
}
