/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-chapter-row.h"

#include "cog-chapter-choice.h"
#include "cog-tooltip.h"

#include <glib/gi18n-lib.h>

#define LIST_HEIGHT 260 /* pixels; a longer list scrolls, and only rows in sight are made */
#define ROW_HEIGHT 40
#define INDENT 18

struct _CogChapterRow
{
  AdwExpanderRow parent_instance;
  CogProject *project;
  GListModel *chapters;
  GtkListView *list;
  GtkScrolledWindow *scroll;
  gboolean is_setting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogChapterRow, cog_chapter_row, ADW_TYPE_EXPANDER_ROW)

static void
show_count (CogChapterRow *self)
{
  guint all = g_list_model_get_n_items (self->chapters);
  guint chosen = cog_chapter_choice_count (self->chapters);
  g_autofree char *words = chosen == all
                               ? g_strdup (_ ("The whole book"))
                               /* Translators: how many chapters go out, of how many there are. */
                               : g_strdup_printf (_ ("%'u of %'u"), chosen, all);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
}

static void
toggled_cb (GtkCheckButton *check, GtkListItem *item)
{
  CogChapterRow *self = g_object_get_data (G_OBJECT (item), "row");

  if (self->is_setting || gtk_list_item_get_item (item) == NULL)
    return;
  self->is_setting = TRUE;
  cog_chapter_choice_set_with_parts (self->chapters, gtk_list_item_get_position (item),
                                     gtk_check_button_get_active (check));
  self->is_setting = FALSE;
  show_count (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogChapterRow *self)
{
  GtkWidget *check = gtk_check_button_new ();

  g_object_set_data (G_OBJECT (item), "row", self);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), item);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, check);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogChapterRow *self)
{
  GtkWidget *check = gtk_list_item_get_child (item);
  GtkWidget *label;
  CogChapterChoice *choice = gtk_list_item_get_item (item);
  GBinding *binding;

  self->is_setting = TRUE;
  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), cog_chapter_choice_get_title (choice));
  /* The button's own label: a long title shall not widen the window. */
  label = gtk_widget_get_last_child (check);
  if (GTK_IS_LABEL (label))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  cog_tooltip_set (check, cog_chapter_choice_get_title (choice));
  gtk_widget_set_margin_start (check, (int)cog_chapter_choice_get_depth (choice) * INDENT);
  binding = g_object_bind_property (choice, "chosen", check, "active", G_BINDING_SYNC_CREATE);
  g_object_set_data (G_OBJECT (item), "binding", binding);
  self->is_setting = FALSE;
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogChapterRow *self)
{
  GBinding *binding = g_object_steal_data (G_OBJECT (item), "binding");

  if (binding != NULL)
    g_binding_unbind (binding);
}

static GtkWidget *
new_list (CogChapterRow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "chapters");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Chapters"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  self->scroll = GTK_SCROLLED_WINDOW (scroll);
  return scroll;
}

/* Chapters that were added, moved or left out. All are chosen anew: a choice is for one export. */
static void
changed_cb (CogProject *project, char **units, CogChapterRow *self)
{
  g_autoptr (GListModel) chapters = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  if (units != NULL)
    return;
  chapters = cog_chapter_choice_list (project);
  if (self->chapters != NULL &&
      g_list_model_get_n_items (chapters) == g_list_model_get_n_items (self->chapters))
    return;
  g_set_object (&self->chapters, chapters);
  selection = gtk_no_selection_new (g_object_ref (chapters));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  /* A list that makes only the rows in sight does not know how high all of them are. */
  gtk_scrolled_window_set_min_content_height (
      self->scroll,
      MIN (LIST_HEIGHT, ROW_HEIGHT * (int)MIN (g_list_model_get_n_items (chapters), 100)));
  show_count (self);
}

static void
cog_chapter_row_dispose (GObject *object)
{
  CogChapterRow *self = COG_CHAPTER_ROW (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_object (&self->chapters);
  G_OBJECT_CLASS (cog_chapter_row_parent_class)->dispose (object);
}

static void
cog_chapter_row_class_init (CogChapterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_chapter_row_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_chapter_row_init (CogChapterRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Chapters"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), new_list (self));
}

void
cog_chapter_row_set_project (CogChapterRow *self, CogProject *project)
{
  g_return_if_fail (COG_IS_CHAPTER_ROW (self) && self->project == NULL);

  self->project = g_object_ref (project);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (project, NULL, self);
}

char **
cog_chapter_row_dup_sections (CogChapterRow *self)
{
  g_return_val_if_fail (COG_IS_CHAPTER_ROW (self) && self->chapters != NULL, NULL);
  return cog_chapter_choice_dup_ids (self->chapters);
}

gboolean
cog_chapter_row_is_any (CogChapterRow *self)
{
  g_return_val_if_fail (COG_IS_CHAPTER_ROW (self) && self->chapters != NULL, FALSE);
  return cog_chapter_choice_count (self->chapters) > 0;
}
