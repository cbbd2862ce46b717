/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quality-window.h"

#include "cog-drop-down-name.h"
#include "cog-quality-dialogs.h"
#include "cog-quality-row.h"

#include <glib/gi18n-lib.h>

#define REST 300       /* milliseconds after an edit, before the list is made anew */
#define MAX_PREVIEW 12 /* changes that are shown before they are made */

struct _CogQualityWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  CogQualityIndex *index;
  gboolean with_quiet;
  GtkStack *pages;
  GtkListView *list;
  GtkDropDown *kinds, *chapters;
  GtkToggleButton *ignored;
  GtkActionBar *bar;
  GtkLabel *n_shown;
  GtkButton *fix_all, *ignore_all;
  GListStore *entries;
  GtkStringList *chapter_names; /* the first: the whole book */
  GtkFilterListModel *shown;
  GtkCustomFilter *filter;
  GCancellable *cancellable; /* (nullable): it is being read */
  guint timer;
};

G_DEFINE_FINAL_TYPE (CogQualityWindow, cog_quality_window, ADW_TYPE_WINDOW)

/* ── What is shown ───────────────────────────────────────────────────────────────────────────── */

/* NULL: all but the quiet ones. */
static const CogCheck *
get_kind (CogQualityWindow *self)
{
  guint n_checks = 0;
  guint selected = gtk_drop_down_get_selected (self->kinds);
  const CogCheck *const *checks = cog_check_list (&n_checks);

  return selected >= 1 && selected <= n_checks ? checks[selected - 1] : NULL;
}

/* NULL: of the whole book. */
static const char *
get_chapter (CogQualityWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->chapters);

  return selected >= 1 && selected != GTK_INVALID_LIST_POSITION
             ? gtk_string_list_get_string (self->chapter_names, selected)
             : NULL;
}

static gboolean
is_shown (gpointer object, gpointer user_data)
{
  CogQualityWindow *self = user_data;
  const CogCheck *kind = get_kind (self);
  const char *chapter = get_chapter (self);
  const char *check = cog_quality_entry_get_item (object)->finding->check;

  if (cog_quality_entry_is_ignored (object) != gtk_toggle_button_get_active (self->ignored))
    return FALSE;
  if (chapter != NULL && g_strcmp0 (chapter, cog_quality_entry_get_title (object)) != 0)
    return FALSE;
  return kind != NULL ? g_str_equal (kind->id, check) : !cog_check_find (check)->is_quiet;
}

/* Those of what is shown that can be mended at once: where all kinds are shown, only those that
 * need no look; of one kind all. (transfer full) (element-type CogQualityItem) */
static GPtrArray *
list_shown (CogQualityWindow *self, gboolean to_fix)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_quality_item_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (CogQualityEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->shown), i);
      const CogQualityItem *item = cog_quality_entry_get_item (entry);

      if (!to_fix || (cog_quality_entry_get_mended (entry) != NULL &&
                      (item->finding->is_safe || get_kind (self) != NULL)))
        g_ptr_array_add (items, cog_quality_item_ref (item));
    }
  return items;
}

static void
show_bar (CogQualityWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  gboolean is_ignored = gtk_toggle_button_get_active (self->ignored);
  g_autoptr (GPtrArray) to_fix = list_shown (self, TRUE);
  g_autofree char *words = g_strdup_printf (ngettext ("%'u found", "%'u found", n), n);
  g_autofree char *fix = NULL;

  gtk_action_bar_set_revealed (self->bar, n > 0 && !is_ignored);
  gtk_label_set_label (self->n_shown, words);
  /* Translators: a button: mends so many places at once, after a look at them. */
  fix = g_strdup_printf (ngettext ("Fix %'u…", "Fix %'u…", to_fix->len), to_fix->len);
  gtk_button_set_label (self->fix_all, fix);
  gtk_widget_set_visible (GTK_WIDGET (self->fix_all), to_fix->len > 0);
}

static void
show_page (CogQualityWindow *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0;

  gtk_stack_set_visible_child_name (self->pages, is_empty && self->cancellable != NULL ? "busy"
                                                 : is_empty                            ? "none"
                                                                                       : "list");
  show_bar (self);
}

static void
filter_cb (CogQualityWindow *self)
{
  if (self->filter == NULL)
    return;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_page (self);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────────── */

static void
show_error (CogQualityWindow *self, const GError *error)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-error", "s", error->message);
}

/* The chapters that have any, in the order of the book; the one that was chosen stays so. */
static void
show_chapters (CogQualityWindow *self)
{
  g_autofree char *chosen = g_strdup (get_chapter (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("In the whole book"));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (CogQualityEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);
      const char *title = cog_quality_entry_get_title (entry);

      if (title == NULL || !g_hash_table_add (seen, g_strdup (title)))
        continue;
      gtk_string_list_append (names, title);
      if (g_strcmp0 (title, chosen) == 0)
        selected = g_list_model_get_n_items (G_LIST_MODEL (names)) - 1;
    }
  g_set_object (&self->chapter_names, names);
  gtk_drop_down_set_model (self->chapters, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->chapters, selected);
}

/* Only what differs is replaced: who works through the list keeps the place in it. */
static void
take_entries (CogQualityWindow *self, GPtrArray *entries)
{
  GListModel *model = G_LIST_MODEL (self->entries);
  guint n = g_list_model_get_n_items (model);
  guint first = 0, last = 0;

  while (first < n && first < entries->len)
    {
      g_autoptr (CogQualityEntry) old = g_list_model_get_item (model, first);

      if (!cog_quality_entry_equal (old, g_ptr_array_index (entries, first)))
        break;
      first++;
    }
  while (last < n - first && last < entries->len - first)
    {
      g_autoptr (CogQualityEntry) old = g_list_model_get_item (model, n - 1 - last);

      if (!cog_quality_entry_equal (old, g_ptr_array_index (entries, entries->len - 1 - last)))
        break;
      last++;
    }
  if (first < n || first < entries->len)
    g_list_store_splice (self->entries, first, n - first - last, entries->pdata + first,
                         entries->len - first - last);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer index, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *entries = cog_quality_entry_list (index, cancellable, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogQualityWindow *self = COG_QUALITY_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->entries == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (error != NULL)
    show_error (self, error);
  if (entries != NULL)
    {
      take_entries (self, entries);
      show_chapters (self);
    }
  show_page (self);
}

static void
read_anew (CogQualityWindow *self)
{
  g_autoptr (GTask) task = NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->index), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static gboolean
rest_cb (gpointer user_data)
{
  CogQualityWindow *self = user_data;

  self->timer = 0;
  read_anew (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CogQualityWindow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST, rest_cb, self);
}

static void
set_index (CogQualityWindow *self, gboolean with_quiet)
{
  if (self->index != NULL)
    g_signal_handlers_disconnect_by_data (self->index, self);
  g_clear_object (&self->index);
  self->with_quiet = with_quiet;
  self->index = with_quiet ? cog_quality_index_new (self->project, TRUE)
                           : cog_quality_index_dup_shared (self->project);
  g_signal_connect_swapped (self->index, "changed", G_CALLBACK (changed_cb), self);
  read_anew (self);
}

/* A quiet check looks only where it is asked for. */
static void
kind_cb (CogQualityWindow *self)
{
  const CogCheck *kind = get_kind (self);

  if (kind != NULL && kind->is_quiet && !self->with_quiet && self->project != NULL)
    set_index (self, TRUE);
  filter_cb (self);
}

/* ── What is done ────────────────────────────────────────────────────────────────────────────── */

typedef enum
{
  DO_FIX,
  DO_IGNORE,
  DO_HEED,
} Deed;

typedef struct
{
  CogProject *project;
  GPtrArray *items; /* (element-type CogQualityItem) */
  Deed deed;
  char *reason;
  guint n_done;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->project);
  g_ptr_array_unref (work->items);
  g_free (work->reason);
  g_free (work);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gboolean is_done = FALSE;

  work->n_done = work->items->len;
  switch (work->deed)
    {
    case DO_FIX:
      is_done = cog_quality_fix (work->project, work->items, &work->n_done, &error);
      break;
    case DO_IGNORE:
      is_done = cog_quality_ignore (work->project, work->items, work->reason, &error);
      break;
    case DO_HEED:
      is_done = cog_quality_heed (work->project, work->items, &error);
      break;
    }
  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
dup_toast (const Work *work)
{
  guint n = work->n_done;

  switch (work->deed)
    {
    case DO_FIX:
      return g_strdup_printf (ngettext ("Fixed %'u place", "Fixed %'u places", n), n);
    case DO_IGNORE:
      return g_strdup_printf (ngettext ("Ignored %'u finding", "Ignored %'u findings", n), n);
    case DO_HEED:
      break;
    }
  return NULL;
}

static void
worked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogQualityWindow *self = COG_QUALITY_WINDOW (object);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->bar), TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_error (self, error);
      return;
    }
  words = dup_toast (g_task_get_task_data (G_TASK (result)));
  if (words != NULL && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast-with", "(sss)", words, _ ("Undo"),
                                "win.undo");
}

/* items: taken */
static void
do_work (CogQualityWindow *self, Deed deed, GPtrArray *items, const char *reason)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GTask) task = g_task_new (self, NULL, worked_cb, NULL);
  Work *work = g_new0 (Work, 1);

  /* What is typed in the row is older than this. */
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.store-row", NULL);
  work->project = g_object_ref (self->project);
  work->items = items;
  work->deed = deed;
  work->reason = g_strdup (reason);
  gtk_widget_set_sensitive (GTK_WIDGET (self->bar), FALSE);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, work_in_thread);
}

/* What a dialog asks about. */
typedef struct
{
  CogQualityWindow *self; /* weak */
  GPtrArray *items;
} Asked;

static Asked *
new_asked (CogQualityWindow *self, GPtrArray *items)
{
  Asked *asked = g_new0 (Asked, 1);

  g_set_weak_pointer (&asked->self, self);
  asked->items = items;
  return asked;
}

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_clear_weak_pointer (&asked->self);
  g_ptr_array_unref (asked->items);
  g_free (asked);
}

static void
reason_cb (const char *reason, gpointer user_data)
{
  Asked *asked = user_data;

  if (asked->self != NULL)
    do_work (asked->self, DO_IGNORE, g_ptr_array_ref (asked->items), reason);
}

static void
confirm_cb (gpointer user_data)
{
  Asked *asked = user_data;

  if (asked->self != NULL)
    do_work (asked->self, DO_FIX, g_ptr_array_ref (asked->items), NULL);
}

static void
ask_reason (CogQualityWindow *self, GPtrArray *items)
{
  cog_quality_ask_reason (GTK_WIDGET (self), items->len, reason_cb, new_asked (self, items),
                          asked_free);
}

static void
ignore_all_cb (CogQualityWindow *self)
{
  ask_reason (self, list_shown (self, FALSE));
}

static void
fix_all_cb (CogQualityWindow *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *items = list_shown (self, TRUE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (CogQualityEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->shown), i);
      const char *mended = cog_quality_entry_get_mended (entry);

      if (changes->len < MAX_PREVIEW && mended != NULL &&
          (cog_quality_entry_get_item (entry)->finding->is_safe || get_kind (self) != NULL))
        g_ptr_array_add (
            changes, g_strdup_printf ("%s\n→ %s", cog_quality_entry_get_snippet (entry), mended));
    }
  cog_quality_ask_fix (GTK_WIDGET (self), items->len, changes, confirm_cb, new_asked (self, items),
                       asked_free);
}

/* ── Rows ────────────────────────────────────────────────────────────────────────────────────── */

/* (transfer full) (nullable) */
static GPtrArray *
list_row (CogQualityRow *row)
{
  CogQualityEntry *entry = cog_quality_row_get_entry (row);
  GPtrArray *items;

  if (entry == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_quality_item_unref);
  g_ptr_array_add (items, cog_quality_item_ref (cog_quality_entry_get_item (entry)));
  return items;
}

static void
row_fix_cb (CogQualityRow *row, CogQualityWindow *self)
{
  GPtrArray *items = list_row (row);

  if (items != NULL)
    do_work (self, DO_FIX, items, NULL);
}

static void
row_ignore_cb (CogQualityRow *row, CogQualityWindow *self)
{
  GPtrArray *items = list_row (row);

  if (items != NULL)
    ask_reason (self, items);
}

static void
row_heed_cb (CogQualityRow *row, CogQualityWindow *self)
{
  GPtrArray *items = list_row (row);

  if (items != NULL)
    do_work (self, DO_HEED, items, NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogQualityWindow *self)
{
  GtkWidget *row = g_object_new (COG_TYPE_QUALITY_ROW, NULL);

  g_signal_connect_object (row, "fix", G_CALLBACK (row_fix_cb), self, 0);
  g_signal_connect_object (row, "ignore", G_CALLBACK (row_ignore_cb), self, 0);
  g_signal_connect_object (row, "heed", G_CALLBACK (row_heed_cb), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogQualityWindow *self)
{
  cog_quality_row_set_entry (COG_QUALITY_ROW (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogQualityWindow *self)
{
  cog_quality_row_set_entry (COG_QUALITY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
activate_cb (CogQualityWindow *self, guint position)
{
  g_autoptr (CogQualityEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (entry != NULL && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.go-to", "s",
                                cog_quality_entry_get_item (entry)->finding->unit);
}

/* ── The type ────────────────────────────────────────────────────────────────────────────────── */

static void
cog_quality_window_dispose (GObject *object)
{
  CogQualityWindow *self = COG_QUALITY_WINDOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->index != NULL)
    g_signal_handlers_disconnect_by_data (self->index, self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->entries);
  g_clear_object (&self->chapter_names);
  g_clear_object (&self->index);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_quality_window_parent_class)->dispose (object);
}

static void
cog_quality_window_class_init (CogQualityWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_quality_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-quality-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_bind_template_child (widget_class, CogQualityWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CogQualityWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CogQualityWindow, kinds);
  gtk_widget_class_bind_template_child (widget_class, CogQualityWindow, chapters);
  gtk_widget_class_bind_template_child (widget_class, CogQualityWindow, ignored);
  gtk_widget_class_bind_template_child (widget_class, CogQualityWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, CogQualityWindow, n_shown);
  gtk_widget_class_bind_template_child (widget_class, CogQualityWindow, fix_all);
  gtk_widget_class_bind_template_child (widget_class, CogQualityWindow, ignore_all);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, fix_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, ignore_all_cb);
}

static void
fill_kinds (CogQualityWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_checks = 0;
  const CogCheck *const *checks = cog_check_list (&n_checks);

  gtk_string_list_append (names, _ ("Of every kind"));
  for (guint i = 0; i < n_checks; i++)
    gtk_string_list_append (names, _ (checks[i]->name));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (names));
  cog_drop_down_name (self->kinds, _ ("Which kind"));
  cog_drop_down_name (self->chapters, _ ("Where"));
}

static void
cog_quality_window_init (CogQualityWindow *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);
  self->entries = g_list_store_new (COG_TYPE_QUALITY_ENTRY);
  show_chapters (self);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->entries)),
                                           GTK_FILTER (self->filter));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

GtkWidget *
cog_quality_window_new (GtkWindow *parent, CogProject *project)
{
  CogQualityWindow *self;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  self = g_object_new (COG_TYPE_QUALITY_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  set_index (self, FALSE);
  show_page (self);
  return GTK_WIDGET (self);
}
