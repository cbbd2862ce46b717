/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-culture-window.h"

#include "cog-agreements-view.h"
#include "cog-culture-item.h"
#include "cog-culture-row.h"
#include "cog-drop-down-name.h"
#include "cog-lens-decide.h"
#include "cog-level-view.h"
#include "cog-picture-run.h"
#include "cog-run-bar.h"
#include "cog-title-switcher.h"

#include <glib/gi18n-lib.h>

#define REST 300 /* milliseconds after an edit, before the list is made anew */

struct _CogCultureWindow
{
  AdwWindow parent_instance;
  CogLensIndex *index;
  AdwViewStack *stack;
  CogTitleSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar;
  GtkStack *pages;
  GtkListView *list;
  GtkDropDown *kinds;
  GtkToggleButton *open_only;
  GtkCheckButton *all;
  GtkButton *subject_button;
  GtkActionBar *bar;
  GtkLabel *n_selected;
  GtkWidget *apply;
  CogAgreementsView *agreements;
  CogLevelView *level;
  GListStore *items;
  GtkFilterListModel *shown;
  GtkCustomFilter *filter;
  char *subject; /* (nullable) */
  GCancellable *cancellable;
  AdwStatusPage *fault;
  gboolean is_faulty; /* the list could not be read */
  guint timer;
  GtkWidget *pictures;
  CogRunBar *run_bar;
  CogRun *run; /* that reads the words in pictures (nullable) */
};

G_DEFINE_FINAL_TYPE (CogCultureWindow, cog_culture_window, ADW_TYPE_WINDOW)

/* ── What is shown ───────────────────────────────────────────────────────────────────────────── */

static const CogLens *
get_kind (CogCultureWindow *self)
{
  guint n_lenses = 0;
  guint selected = gtk_drop_down_get_selected (self->kinds);
  const CogLens *const *lenses = cog_lens_list (&n_lenses);

  return selected >= 1 && selected <= n_lenses ? lenses[selected - 1] : NULL;
}

static gboolean
is_shown (gpointer object, gpointer user_data)
{
  CogCultureWindow *self = user_data;
  const CogPlacedFinding *placed = cog_culture_item_get_placed (object);
  const CogLens *lens = get_kind (self);

  if (gtk_toggle_button_get_active (self->open_only) && !cog_placed_finding_waits (placed) &&
      cog_culture_item_get_conflict (object) == NULL)
    return FALSE;
  return lens == NULL || lens->id == placed->finding->lens;
}

static guint
count_selected (CogCultureWindow *self, gboolean with_proposal)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (CogCultureItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      n += cog_culture_item_is_selected (item) &&
           (!with_proposal || cog_culture_item_get_proposal (item) != NULL);
    }
  return n;
}

static void
show_selection (CogCultureWindow *self)
{
  guint n = count_selected (self, FALSE);
  g_autofree char *words = NULL;

  gtk_action_bar_set_revealed (self->bar, n > 0);
  if (n == 0)
    return;
  words = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);
  gtk_label_set_label (self->n_selected, words);
  gtk_widget_set_sensitive (self->apply, count_selected (self, TRUE) > 0);
}

static void
show_page (CogCultureWindow *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0;

  gtk_stack_set_visible_child_name (self->pages, self->cancellable != NULL ? "busy"
                                                 : self->is_faulty         ? "fault"
                                                 : is_empty                ? "none"
                                                                           : "list");
  show_selection (self);
}

static void
filter_cb (CogCultureWindow *self)
{
  if (self->filter == NULL)
    return;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_page (self);
}

static void
all_cb (CogCultureWindow *self)
{
  gboolean is_selected = gtk_check_button_get_active (self->all);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (CogCultureItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      cog_culture_item_set_selected (item, is_selected);
    }
  show_selection (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogCultureWindow *self)
{
  gtk_list_item_set_child (item, g_object_new (COG_TYPE_CULTURE_ROW, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogCultureWindow *self)
{
  CogCultureItem *finding = gtk_list_item_get_item (item);

  cog_culture_row_set_item (COG_CULTURE_ROW (gtk_list_item_get_child (item)), finding);
  g_signal_connect_swapped (finding, "notify::selected", G_CALLBACK (show_selection), self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogCultureWindow *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_selection, self);
  cog_culture_row_set_item (COG_CULTURE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
go_to_cb (CogCultureWindow *self, const char *unit)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.go-to", "s", unit);
}

static void
activate_cb (CogCultureWindow *self, guint position)
{
  g_autoptr (CogCultureItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL)
    go_to_cb (self, cog_culture_item_get_placed (item)->finding->unit);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────────── */

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogCultureWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items =
      cog_culture_item_list_finish (COG_LENS_INDEX (object), result, &error);

  if (self->items == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  self->is_faulty = error != NULL;
  adw_status_page_set_description (self->fault, error != NULL ? error->message : NULL);
  if (items != NULL)
    g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                         items->pdata, items->len);
  show_page (self);
}

static void
read_anew (CogCultureWindow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cog_culture_item_list_async (self->index, self->subject, self->cancellable, read_cb,
                               g_object_ref (self));
  if (self->is_faulty)
    show_page (self);
}

static gboolean
rest_cb (gpointer user_data)
{
  CogCultureWindow *self = user_data;

  self->timer = 0;
  read_anew (self);
  cog_level_view_refresh (self->level);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CogCultureWindow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST, rest_cb, self);
}

void
cog_culture_window_show_subject (CogCultureWindow *self, const char *subject)
{
  g_return_if_fail (COG_IS_CULTURE_WINDOW (self));

  g_free (self->subject);
  self->subject = g_strdup (subject);
  gtk_widget_set_visible (GTK_WIDGET (self->subject_button), subject != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), subject == NULL);
  gtk_toggle_button_set_active (self->open_only, subject == NULL);
  adw_view_stack_set_visible_child_name (self->stack, "findings");
  read_anew (self);
}

/* ── Words in pictures ───────────────────────────────────────────────────────────────────────── */

static void
pictures_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogCultureWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWindow *parent;

  cog_picture_run_finish (COG_LENS_INDEX (object), result, &error);
  if (self->items == NULL)
    return;
  g_clear_object (&self->run);
  cog_run_bar_set_run (self->run_bar, NULL);
  gtk_widget_set_sensitive (self->pictures, TRUE);
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (error != NULL && parent != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-error", "s", error->message);
}

static void
pictures_cb (CogCultureWindow *self)
{
  self->run = cog_run_new ();
  cog_run_bar_set_run (self->run_bar, self->run);
  gtk_widget_set_sensitive (self->pictures, FALSE);
  cog_picture_run_async (self->index, NULL, FALSE, self->run, NULL, pictures_read_cb,
                         g_object_ref (self));
}

static void
show_all_cb (CogCultureWindow *self)
{
  cog_culture_window_show_subject (self, NULL);
}

/* ── Deciding about many ─────────────────────────────────────────────────────────────────────── */

static void
decided_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogCultureWindow) self = user_data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  guint n_done = 0;

  cog_lens_decide_finish (COG_PROJECT (object), result, &n_done, &error);
  if (self->items != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->bar), TRUE);
  if (parent == NULL)
    return;
  if (error != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-error", "s", error->message);
      return;
    }
  words = g_strdup_printf (ngettext ("Decided about %'u place", "Decided about %'u places", n_done),
                           n_done);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast-with", "(sss)", words, _ ("Undo"),
                              "win.undo");
}

static void
decide (CogCultureWindow *self, CogChoice choice)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GPtrArray) placed =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_placed_finding_unref);

  /* What is typed in the row is older than this. */
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.store-row", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (CogCultureItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (cog_culture_item_is_selected (item))
        g_ptr_array_add (placed, cog_placed_finding_ref (cog_culture_item_get_placed (item)));
    }
  gtk_check_button_set_active (self->all, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->bar), FALSE);
  cog_lens_decide_async (cog_lens_index_get_project (self->index), placed, choice, decided_cb,
                         g_object_ref (self));
}

static void
apply_cb (CogCultureWindow *self)
{
  decide (self, COG_CHOICE_CONVERT);
}

static void
keep_cb (CogCultureWindow *self)
{
  decide (self, COG_CHOICE_KEEP);
}

static void
dismiss_cb (CogCultureWindow *self)
{
  decide (self, COG_CHOICE_DISMISS);
}

static void
narrow_cb (CogCultureWindow *self)
{
  adw_view_switcher_bar_set_reveal (self->switcher_bar,
                                    cog_title_switcher_is_narrow (self->switcher));
}

/* ── The type ────────────────────────────────────────────────────────────────────────────────── */

static void
cog_culture_window_dispose (GObject *object)
{
  CogCultureWindow *self = COG_CULTURE_WINDOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
  if (self->index != NULL)
    g_signal_handlers_disconnect_by_data (self->index, self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->items);
  g_clear_object (&self->index);
  g_clear_pointer (&self->subject, g_free);
  G_OBJECT_CLASS (cog_culture_window_parent_class)->dispose (object);
}

static void
cog_culture_window_class_init (CogCultureWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_culture_window_dispose;
  g_type_ensure (COG_TYPE_AGREEMENTS_VIEW);
  g_type_ensure (COG_TYPE_LEVEL_VIEW);
  g_type_ensure (COG_TYPE_RUN_BAR);
  g_type_ensure (COG_TYPE_TITLE_SWITCHER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-culture-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, kinds);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, open_only);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, all);
  gtk_widget_class_bind_template_child_full (widget_class, "subject", FALSE,
                                             G_STRUCT_OFFSET (CogCultureWindow, subject_button));
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, n_selected);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, apply);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, pictures);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, agreements);
  gtk_widget_class_bind_template_child (widget_class, CogCultureWindow, level);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_anew);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, pictures_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
}

static void
fill_kinds (CogCultureWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_lenses = 0;
  const CogLens *const *lenses = cog_lens_list (&n_lenses);

  gtk_string_list_append (names, _ ("Of every kind"));
  for (guint i = 0; i < n_lenses; i++)
    gtk_string_list_append (names, _ (lenses[i]->name));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (names));
  cog_drop_down_name (self->kinds, _ ("Which kind"));
}

static void
cog_culture_window_init (CogCultureWindow *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  cog_title_switcher_set_title (self->switcher, _ ("Culture and Place"));
  cog_title_switcher_set_stack (self->switcher, self->stack);
  fill_kinds (self);
  self->items = g_list_store_new (COG_TYPE_CULTURE_ITEM);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                           GTK_FILTER (self->filter));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

GtkWidget *
cog_culture_window_new (GtkWindow *parent, CogLensIndex *index)
{
  CogCultureWindow *self;

  g_return_val_if_fail (COG_IS_LENS_INDEX (index), NULL);

  self = g_object_new (COG_TYPE_CULTURE_WINDOW, "transient-for", parent, NULL);
  self->index = g_object_ref (index);
  g_signal_connect_swapped (index, "changed", G_CALLBACK (changed_cb), self);
  cog_agreements_view_set_project (self->agreements, cog_lens_index_get_project (index));
  cog_level_view_set_project (self->level, cog_lens_index_get_project (index));
  /* What was seen in pictures before costs no time to speak of. */
  cog_picture_run_async (index, NULL, TRUE, NULL, NULL, NULL, NULL);
  read_anew (self);
  show_page (self);
  return GTK_WIDGET (self);
}
