/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-align-window.h"

#include "cog-align-form.h"
#include "cog-align-row.h"
#include "cog-compat.h"
#include "cog-language-list.h"
#include "cog-run-bar.h"
#include "cog-stack-show.h"

#include <glib/gi18n-lib.h>

struct _CogAlignWindow
{
  AdwWindow parent_instance;
  CogRun *run;        /* what is going on (nullable) */
  CogAlignPlan *plan; /* (nullable) */
  GArray *order;      /* guint: the pairs as they are shown (nullable) */
  GtkStack *stack;
  CogAlignForm *form;
  AdwStatusPage *busy;
  CogRunBar *run_bar;
  GtkLabel *fault, *summary;
  GtkListView *list;
  GtkButton *compare, *add;
};

G_DEFINE_FINAL_TYPE (CogAlignWindow, cog_align_window, ADW_TYPE_WINDOW)

static void
show_page (CogAlignWindow *self, const char *page)
{
  cog_stack_show (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->compare), g_str_equal (page, "choose"));
  gtk_widget_set_visible (GTK_WIDGET (self->add), g_str_equal (page, "found"));
}

static void
form_cb (CogAlignWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare),
                            cog_align_form_get_path (self->form, 0) != NULL &&
                                cog_align_form_get_path (self->form, 1) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
}

static void
begin (CogAlignWindow *self, const char *title)
{
  self->run = cog_run_new ();
  cog_run_bar_set_run (self->run_bar, self->run);
  adw_status_page_set_title (self->busy, title);
  show_page (self, "busy");
}

/* FALSE: the window was closed meanwhile. */
static gboolean
end (CogAlignWindow *self)
{
  if (self->run == NULL)
    return FALSE;
  g_clear_object (&self->run);
  cog_run_bar_set_run (self->run_bar, NULL);
  return TRUE;
}

/* --- rows ------------------------------------------------------------------------------------- */

static void
show_count (CogAlignWindow *self)
{
  guint n = cog_align_plan_count_taken (self->plan);
  /* Translators: a button: so many pairs of sentences go into the translation memory. */
  g_autofree char *words =
      g_strdup_printf (ngettext ("_Add %'u to Memory", "_Add %'u to Memory", n), n);

  gtk_button_set_label (self->add, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), n > 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogAlignWindow *self)
{
  GtkWidget *row = cog_align_row_new ();

  g_signal_connect_object (row, "toggled", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogAlignWindow *self)
{
  guint position = gtk_list_item_get_position (item);

  cog_align_row_set_pair (COG_ALIGN_ROW (gtk_list_item_get_child (item)), self->plan,
                          g_array_index (self->order, guint, position));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogAlignWindow *self)
{
  cog_align_row_set_pair (COG_ALIGN_ROW (gtk_list_item_get_child (item)), NULL, 0);
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct
{
  CogRun *run;
  char *paths[2], *languages[2];
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->run);
  for (guint i = 0; i < G_N_ELEMENTS (reading->paths); i++)
    {
      g_free (reading->paths[i]);
      g_free (reading->languages[i]);
    }
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  const CogAlignEdition original = { reading->paths[0], reading->languages[0] };
  const CogAlignEdition translation = { reading->paths[1], reading->languages[1] };
  GError *error = NULL;
  CogAlignPlan *plan =
      cog_align_plan_new (&original, &translation, NULL, NULL, cog_run_get_progress (reading->run),
                          cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify)cog_align_plan_free);
  else
    g_task_return_error (task, error);
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer plan)
{
  double first = cog_align_plan_get_confidence (plan, *(const guint *)a);
  double second = cog_align_plan_get_confidence (plan, *(const guint *)b);

  return first < second ? -1 : first > second;
}

/* The least certain first: there a person's eye is worth most. */
static void
list_pairs (CogAlignWindow *self)
{
  guint n = cog_align_plan_get_counts (self->plan)->n_segments;
  g_autofree const char **names = g_new0 (const char *, n + 1);
  GtkStringList *model;
  g_autoptr (GtkNoSelection) selection = NULL;

  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (self->order, i);
      names[i] = "";
    }
  g_array_sort_with_data (self->order, compare_pairs, self->plan);
  model = gtk_string_list_new (names);
  selection = gtk_no_selection_new (G_LIST_MODEL (model));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static char *
dup_summary (const CogAlignPlan *plan)
{
  const CogAlignmentCounts *counts = cog_align_plan_get_counts (plan);
  g_autofree char *languages = cog_language_dup_pair (cog_align_plan_get_language (plan, 0),
                                                      cog_align_plan_get_language (plan, 1));
  g_autofree char *found = g_strdup_printf (
      ngettext ("%'u pair of sentences, the least certain first. Untick what does not belong "
                "together.",
                "%'u pairs of sentences, the least certain first. Untick what does not belong "
                "together.",
                counts->n_segments),
      counts->n_segments);
  g_autofree char *left = g_strdup_printf (ngettext ("%'u was too doubtful, and is left out.",
                                                     "%'u were too doubtful, and are left out.",
                                                     counts->n_segments_doubtful),
                                           counts->n_segments_doubtful);

  return g_strdup_printf ("%s\n%s%s%s", languages, found,
                          counts->n_segments_doubtful > 0 ? " " : "",
                          counts->n_segments_doubtful > 0 ? left : "");
}

static void
show_fault (CogAlignWindow *self, const GError *error)
{
  gboolean is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  gtk_label_set_label (self->fault, is_cancelled ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), !is_cancelled);
  if (!is_cancelled)
    cog_announce (GTK_WIDGET (self), error->message, TRUE);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogAlignWindow *self = COG_ALIGN_WINDOW (object);
  g_autoptr (GError) error = NULL;
  CogAlignPlan *plan = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *words = NULL;

  if (!end (self))
    {
      g_clear_pointer (&plan, cog_align_plan_free);
      return;
    }
  if (plan == NULL)
    {
      show_page (self, "choose");
      show_fault (self, error);
      return;
    }
  self->plan = plan;
  words = dup_summary (plan);
  gtk_label_set_label (self->summary, words);
  list_pairs (self);
  show_count (self);
  show_page (self, "found");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  cog_announce (GTK_WIDGET (self), words, FALSE);
}

static void
compare_cb (CogAlignWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  if (self->run != NULL || self->plan != NULL)
    return;
  begin (self, _ ("Comparing…"));
  reading = g_new0 (Reading, 1);
  reading->run = g_object_ref (self->run);
  for (guint i = 0; i < G_N_ELEMENTS (reading->paths); i++)
    {
      reading->paths[i] = g_strdup (cog_align_form_get_path (self->form, i));
      reading->languages[i] = g_strdup (cog_align_form_get_language (self->form, i));
    }
  task = g_task_new (self, cog_run_get_cancellable (self->run), read_cb, NULL);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* --- adding ----------------------------------------------------------------------------------- */

typedef struct
{
  CogRun *run;
  CogAlignPlan *plan;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_object_unref (adding->run);
  g_clear_pointer (&adding->plan, cog_align_plan_free);
  g_free (adding);
}

static void
add_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Adding *adding = data;
  GError *error = NULL;
  CogMemory *memory = cog_memory_get_default (&error);

  if (memory != NULL &&
      cog_align_plan_store (adding->plan, memory, cog_run_get_progress (adding->run), cancellable,
                            &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogAlignWindow *self = COG_ALIGN_WINDOW (object);
  Adding *adding = g_task_get_task_data (G_TASK (result));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  guint n = cog_align_plan_count_taken (adding->plan);
  g_autofree char *words = g_strdup_printf (ngettext ("%'u pair is in the translation memory",
                                                      "%'u pairs are in the translation memory", n),
                                            n);
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  if (!end (self))
    return;
  if (!ok)
    {
      /* What was ticked is still there. */
      self->plan = g_steal_pointer (&adding->plan);
      list_pairs (self);
      show_page (self, "found");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_label_set_label (self->summary, error->message);
      return;
    }
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", words);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_cb (CogAlignWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Adding *adding;

  if (self->plan == NULL || self->run != NULL)
    return;
  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->order, g_array_unref);
  begin (self, _ ("Adding…"));
  adding = g_new0 (Adding, 1);
  adding->run = g_object_ref (self->run);
  adding->plan = g_steal_pointer (&self->plan);
  task = g_task_new (self, cog_run_get_cancellable (self->run), added_cb, NULL);
  g_task_set_task_data (task, adding, adding_free);
  g_task_run_in_thread (task, add_in_thread);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
stop (CogAlignWindow *self)
{
  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
}

static gboolean
cog_align_window_close_request (GtkWindow *window)
{
  stop (COG_ALIGN_WINDOW (window));
  return GTK_WINDOW_CLASS (cog_align_window_parent_class)->close_request (window);
}

static void
cog_align_window_dispose (GObject *object)
{
  CogAlignWindow *self = COG_ALIGN_WINDOW (object);

  stop (self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_pointer (&self->plan, cog_align_plan_free);
  g_clear_pointer (&self->order, g_array_unref);
  G_OBJECT_CLASS (cog_align_window_parent_class)->dispose (object);
}

static void
cog_align_window_class_init (CogAlignWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_align_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cog_align_window_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (COG_TYPE_ALIGN_FORM);
  g_type_ensure (COG_TYPE_RUN_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/exchange/cog-align-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogAlignWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogAlignWindow, form);
  gtk_widget_class_bind_template_child (widget_class, CogAlignWindow, busy);
  gtk_widget_class_bind_template_child (widget_class, CogAlignWindow, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogAlignWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, CogAlignWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, CogAlignWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CogAlignWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, CogAlignWindow, add);
  gtk_widget_class_bind_template_callback (widget_class, form_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
cog_align_window_init (CogAlignWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_page (self, "choose");
}

void
cog_align_window_present (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_window_present (
      GTK_WINDOW (g_object_new (COG_TYPE_ALIGN_WINDOW, "transient-for", parent, NULL)));
}
