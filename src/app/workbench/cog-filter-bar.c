/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-filter-bar.h"

#include <glib/gi18n-lib.h>

#define REST 300 /* milliseconds after a change, before it is counted anew */

struct _CogFilterBar
{
  GtkWidget parent_instance;
  CogUnitIndex *index;
  CogPlace *place;
  CogSpread *spread;
  GtkWidget *box;
  GtkLabel *text;
  GMenu *menu;
  GSimpleActionGroup *actions;
  CogUnitFilter filter;
  CogUnitCounts counts;
  GCancellable *counting, *going;
  guint timer;
};

G_DEFINE_FINAL_TYPE (CogFilterBar, cog_filter_bar, GTK_TYPE_WIDGET)

static const struct
{
  const char *nick;
  CogRowFilter rows;
  const char *name; /* with a mnemonic */
} filters[] = {
  [COG_UNIT_FILTER_ALL] = { "all", COG_ROW_FILTER_ALL, N_ ("_All Passages") },
  [COG_UNIT_FILTER_UNTRANSLATED] = { "untranslated", COG_ROW_FILTER_UNTRANSLATED,
                                     N_ ("_Untranslated") },
  [COG_UNIT_FILTER_TO_REVIEW] = { "to-review", COG_ROW_FILTER_TO_REVIEW, N_ ("To _Review") },
  [COG_UNIT_FILTER_WITH_FINDINGS] = { "with-findings", COG_ROW_FILTER_WITH_FINDINGS,
                                      N_ ("_Culture and Place") },
  [COG_UNIT_FILTER_WITH_NOTES] = { "with-notes", COG_ROW_FILTER_WITH_NOTES, N_ ("With _Notes") },
  [COG_UNIT_FILTER_FROM_MACHINE] = { "from-machine", COG_ROW_FILTER_FROM_MACHINE,
                                     N_ ("_From a Machine") },
  [COG_UNIT_FILTER_OUTDATED] = { "outdated", COG_ROW_FILTER_OUTDATED, N_ ("_Changed Original") },
};

static char *
dup_item (CogFilterBar *self, CogUnitFilter filter)
{
  const char *name = _ (filters[filter].name);

  if (filter == COG_UNIT_FILTER_ALL)
    return g_strdup (name);
  /* Translators: a kind of passages; then how many there are in the section, and in the book. */
  return g_strdup_printf (_ ("%s: %'u here, %'u in the book"), name, self->counts.here[filter],
                          self->counts.book[filter]);
}

static void
fill_menu (CogFilterBar *self)
{
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) ways = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *label = dup_item (self, i);
      g_autofree char *action = g_strconcat ("filter.show::", filters[i].nick, NULL);

      g_menu_append (kinds, label, action);
    }
  g_menu_append (ways, _ ("Ne_xt in the Book"), "win.next-open");
  g_menu_append (ways, _ ("_Previous in the Book"), "win.previous-open");
  g_menu_remove_all (self->menu);
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (kinds));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (ways));
}

static char *
dup_text (CogFilterBar *self)
{
  guint here = self->counts.here[self->filter], book = self->counts.book[self->filter];

  switch (self->filter)
    {
    case COG_UNIT_FILTER_UNTRANSLATED:
      /* Translators: how many passages are untranslated in the section, and in the book. */
      return g_strdup_printf (_ ("Untranslated: %'u here, %'u in the book"), here, book);
    case COG_UNIT_FILTER_TO_REVIEW:
      return g_strdup_printf (_ ("To review: %'u here, %'u in the book"), here, book);
    case COG_UNIT_FILTER_WITH_FINDINGS:
      /* Translators: passages with something that is bound to a culture or place. */
      return g_strdup_printf (_ ("Culture and place: %'u here, %'u in the book"), here, book);
    case COG_UNIT_FILTER_WITH_NOTES:
      return g_strdup_printf (_ ("With notes: %'u here, %'u in the book"), here, book);
    case COG_UNIT_FILTER_FROM_MACHINE:
      /* Translators: passages as machine translation wrote them, to be checked. */
      return g_strdup_printf (_ ("From a machine: %'u here, %'u in the book"), here, book);
    case COG_UNIT_FILTER_OUTDATED:
      /* Translators: translated passages whose original changed with a new edition. */
      return g_strdup_printf (_ ("Changed original: %'u here, %'u in the book"), here, book);
    case COG_UNIT_FILTER_ALL:
    case COG_UNIT_N_FILTERS:
      break;
    }
  return g_strdup ("");
}

static void
show_counts (CogFilterBar *self)
{
  g_autofree char *text = dup_text (self);

  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self), self->filter != COG_UNIT_FILTER_ALL);
  fill_menu (self);
}

typedef struct
{
  CogUnitIndex *index;
  char *section, *unit;
  CogUnitFilter filter;
  gboolean is_backwards;
  CogUnitCounts counts;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->index);
  g_free (job->section);
  g_free (job->unit);
  g_free (job);
}

static Job *
new_job (CogFilterBar *self)
{
  Job *job = g_new0 (Job, 1);

  job->index = g_object_ref (self->index);
  job->section = g_strdup (cog_place_get_section (self->place));
  job->unit = g_strdup (cog_place_get_unit (self->place));
  return job;
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (cog_unit_index_count (job->index, job->section, &job->counts, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogFilterBar *self = COG_FILTER_BAR (object);

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self->box == NULL)
    return;
  self->counts = ((Job *)g_task_get_task_data (G_TASK (result)))->counts;
  show_counts (self);
}

static void
start (CogFilterBar *self,
       GCancellable **slot,
       Job *job,
       GTaskThreadFunc func,
       GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = NULL;

  if (*slot != NULL)
    g_cancellable_cancel (*slot);
  g_clear_object (slot);
  *slot = g_cancellable_new ();
  task = g_task_new (self, *slot, done, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

static gboolean
count_cb (gpointer user_data)
{
  CogFilterBar *self = user_data;

  self->timer = 0;
  start (self, &self->counting, new_job (self), count_in_thread, counted_cb);
  return G_SOURCE_REMOVE;
}

/* Edits come from this window, in this thread. */
static void
queue_count (CogFilterBar *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (REST, count_cb, self);
}

static void
go_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  char *unit = cog_unit_index_find_next (job->index, job->filter, job->section, job->unit,
                                         job->is_backwards, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, unit, g_free);
}

static void
gone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogFilterBar *self = COG_FILTER_BAR (object);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *unit = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->box == NULL)
    return;
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
  else if (unit == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                job->filter == COG_UNIT_FILTER_UNTRANSLATED
                                    ? _ ("Everything is translated.")
                                    : _ ("There is none in the whole book."));
  else
    cog_spread_go_to (self->spread, unit);
}

static void
go (CogFilterBar *self, CogUnitFilter filter, gboolean is_backwards)
{
  Job *job;

  cog_spread_flush (self->spread);
  job = new_job (self);
  job->filter = filter;
  job->is_backwards = is_backwards;
  start (self, &self->going, job, go_in_thread, gone_cb);
}

void
cog_filter_bar_go_on (CogFilterBar *self, gboolean is_backwards)
{
  g_return_if_fail (COG_IS_FILTER_BAR (self));
  go (self, self->filter == COG_UNIT_FILTER_ALL ? COG_UNIT_FILTER_UNTRANSLATED : self->filter,
      is_backwards);
}

void
cog_filter_bar_go_to_untranslated (CogFilterBar *self)
{
  g_return_if_fail (COG_IS_FILTER_BAR (self));
  go (self, COG_UNIT_FILTER_UNTRANSLATED, FALSE);
}

static void
filter_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  CogFilterBar *self = user_data;
  const char *nick = g_variant_get_string (state, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_str_equal (filters[i].nick, nick))
      {
        g_simple_action_set_state (action, state);
        cog_spread_flush (self->spread);
        self->filter = i;
        cog_spread_set_filter (self->spread, filters[i].rows);
        show_counts (self);
      }
}

static void
cog_filter_bar_dispose (GObject *object)
{
  CogFilterBar *self = COG_FILTER_BAR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  if (self->going != NULL)
    g_cancellable_cancel (self->going);
  g_clear_object (&self->counting);
  g_clear_object (&self->going);
  if (self->index != NULL)
    g_signal_handlers_disconnect_by_data (cog_unit_index_get_project (self->index), self);
  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  g_clear_object (&self->index);
  g_clear_object (&self->place);
  g_clear_object (&self->menu);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_filter_bar_parent_class)->dispose (object);
}

static void
cog_filter_bar_class_init (CogFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_filter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CogFilterBar, box);
  gtk_widget_class_bind_template_child (widget_class, CogFilterBar, text);
}

static void
cog_filter_bar_init (CogFilterBar *self)
{
  const GActionEntry entries[] = { { "show", NULL, "s", "'all'", filter_cb, { 0 } } };

  self->menu = g_menu_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  show_counts (self);
}

void
cog_filter_bar_set_spread (CogFilterBar *self,
                           CogUnitIndex *index,
                           CogPlace *place,
                           CogSpread *spread)
{
  g_return_if_fail (COG_IS_FILTER_BAR (self) && self->index == NULL);

  self->index = g_object_ref (index);
  self->place = g_object_ref (place);
  self->spread = spread;
  g_signal_connect_swapped (cog_unit_index_get_project (index), "changed", G_CALLBACK (queue_count),
                            self);
  g_signal_connect_swapped (place, "notify::section", G_CALLBACK (queue_count), self);
  queue_count (self);
}

GMenuModel *
cog_filter_bar_get_menu (CogFilterBar *self)
{
  g_return_val_if_fail (COG_IS_FILTER_BAR (self), NULL);
  return G_MENU_MODEL (self->menu);
}

GActionGroup *
cog_filter_bar_get_actions (CogFilterBar *self)
{
  g_return_val_if_fail (COG_IS_FILTER_BAR (self), NULL);
  return G_ACTION_GROUP (self->actions);
}
