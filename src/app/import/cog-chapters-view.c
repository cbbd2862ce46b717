/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-chapters-view.h"

#include <glib/gi18n-lib.h>

#define COG_TYPE_CHAPTER_ITEM (cog_chapter_item_get_type ())
G_DECLARE_FINAL_TYPE (CogChapterItem, cog_chapter_item, COG, CHAPTER_ITEM, GObject)

/* A chapter in a list model. */
struct _CogChapterItem
{
  GObject parent_instance;
  CogChapter *chapter; /* borrowed */
};

G_DEFINE_FINAL_TYPE (CogChapterItem, cog_chapter_item, G_TYPE_OBJECT)

static void
cog_chapter_item_class_init (CogChapterItemClass *klass)
{
}

static void
cog_chapter_item_init (CogChapterItem *self)
{
}

struct _CogChaptersView
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkListView *list;
  GtkCheckButton *all;
  GtkLabel *words;
  GPtrArray *roots; /* (nullable) */
  GPtrArray *bound; /* cells that show a chapter */
  gboolean is_showing;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CogChaptersView, cog_chapters_view, GTK_TYPE_WIDGET)

static GListModel *
create_model (GPtrArray *chapters)
{
  GListStore *store = g_list_store_new (COG_TYPE_CHAPTER_ITEM);

  for (guint i = 0; i < chapters->len; i++)
    {
      g_autoptr (CogChapterItem) item = g_object_new (COG_TYPE_CHAPTER_ITEM, NULL);

      item->chapter = g_ptr_array_index (chapters, i);
      g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  CogChapter *chapter = COG_CHAPTER_ITEM (item)->chapter;

  return chapter->children->len > 0 ? create_model (chapter->children) : NULL;
}

static CogChapter *
get_chapter (GtkListItem *cell)
{
  g_autoptr (CogChapterItem) item =
      gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (gtk_list_item_get_item (cell)));

  return item->chapter;
}

static GtkCheckButton *
get_check (GtkListItem *cell)
{
  GtkWidget *expander = gtk_list_item_get_child (cell);

  return GTK_CHECK_BUTTON (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)));
}

static void
show_chosen (GtkCheckButton *check, CogChosen chosen)
{
  gtk_check_button_set_inconsistent (check, chosen == COG_CHOSEN_SOME);
  gtk_check_button_set_active (check, chosen != COG_CHOSEN_NONE);
}

/* One choice changes the marks of what is above and below. */
static void
show_all (CogChaptersView *self)
{
  guint n_words = 0;
  gboolean some = FALSE, missing = FALSE;
  g_autofree char *words = NULL;

  self->is_showing = TRUE;
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *cell = g_ptr_array_index (self->bound, i);

      show_chosen (get_check (cell), cog_chapter_get_chosen (get_chapter (cell)));
    }
  for (guint i = 0; i < self->roots->len; i++)
    {
      const CogChapter *root = g_ptr_array_index (self->roots, i);
      CogChosen chosen = cog_chapter_get_chosen (root);

      n_words += cog_chapter_count_words (root);
      some = some || chosen != COG_CHOSEN_NONE;
      missing = missing || chosen != COG_CHOSEN_ALL;
    }
  show_chosen (self->all, !some ? COG_CHOSEN_NONE : missing ? COG_CHOSEN_SOME : COG_CHOSEN_ALL);
  words = g_strdup_printf (ngettext ("%'u word to adapt", "%'u words to adapt", n_words), n_words);
  gtk_label_set_label (self->words, words);
  self->is_showing = FALSE;
}

/* A mark that stands for some is taken to all at the first click, as in file managers. */
static void
toggle (CogChaptersView *self, CogChapter *chapter)
{
  cog_chapter_choose (chapter, cog_chapter_get_chosen (chapter) != COG_CHOSEN_ALL);
}

static void
toggled_cb (GtkCheckButton *check, GtkListItem *cell)
{
  CogChaptersView *self =
      COG_CHAPTERS_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (check), COG_TYPE_CHAPTERS_VIEW));

  if (self == NULL || self->is_showing || gtk_list_item_get_item (cell) == NULL)
    return;
  toggle (self, get_chapter (cell));
  show_all (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
all_toggled_cb (GtkCheckButton *check, CogChaptersView *self)
{
  gboolean all = TRUE;

  if (self->is_showing || self->roots == NULL)
    return;
  for (guint i = 0; i < self->roots->len; i++)
    all = all && cog_chapter_get_chosen (g_ptr_array_index (self->roots, i)) == COG_CHOSEN_ALL;
  for (guint i = 0; i < self->roots->len; i++)
    cog_chapter_choose (g_ptr_array_index (self->roots, i), !all);
  show_all (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, CogChaptersView *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *words = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (words, "small");
  gtk_widget_add_css_class (words, "dim");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), cell);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), check);
  gtk_list_item_set_child (cell, expander);
  gtk_list_item_set_activatable (cell, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, CogChaptersView *self)
{
  CogChapter *chapter = get_chapter (cell);
  GtkCheckButton *check = get_check (cell);
  GtkWidget *title = gtk_widget_get_first_child (gtk_check_button_get_child (check));
  g_autofree char *words =
      g_strdup_printf (ngettext ("%'u word", "%'u words", chapter->n_words), chapter->n_words);
  const char *shown = chapter->title[0] != '\0' ? chapter->title : _ ("Without a title");

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (cell)),
                                  gtk_list_item_get_item (cell));
  gtk_label_set_label (GTK_LABEL (title), shown);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, shown,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  self->is_showing = TRUE;
  show_chosen (check, cog_chapter_get_chosen (chapter));
  self->is_showing = FALSE;
  g_ptr_array_add (self->bound, cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, CogChaptersView *self)
{
  g_ptr_array_remove_fast (self->bound, cell);
}

static void
cog_chapters_view_dispose (GObject *object)
{
  CogChaptersView *self = COG_CHAPTERS_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->roots, g_ptr_array_unref);
  G_OBJECT_CLASS (cog_chapters_view_parent_class)->dispose (object);
}

static void
cog_chapters_view_finalize (GObject *object)
{
  g_ptr_array_unref (COG_CHAPTERS_VIEW (object)->bound);
  G_OBJECT_CLASS (cog_chapters_view_parent_class)->finalize (object);
}

static void
cog_chapters_view_class_init (CogChaptersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_chapters_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_chapters_view_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/import/cog-chapters-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CogChaptersView, box);
  gtk_widget_class_bind_template_child (widget_class, CogChaptersView, list);
  gtk_widget_class_bind_template_child (widget_class, CogChaptersView, all);
  gtk_widget_class_bind_template_child (widget_class, CogChaptersView, words);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
cog_chapters_view_init (CogChaptersView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->bound = g_ptr_array_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

/* A book whose sections all stand under one is shown from there; several books each as a row. */
static GListModel *
create_top (GPtrArray *roots)
{
  const CogChapter *root = g_ptr_array_index (roots, 0);

  return roots->len > 1 ? create_model (roots) : create_model (root->children);
}

void
cog_chapters_view_show (CogChaptersView *self, GPtrArray *roots)
{
  GtkTreeListModel *tree;
  GtkNoSelection *selection;

  g_return_if_fail (COG_IS_CHAPTERS_VIEW (self));

  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->roots, g_ptr_array_unref);
  if (roots == NULL || roots->len == 0)
    return;
  self->roots = g_ptr_array_ref (roots);
  tree = gtk_tree_list_model_new (create_top (roots), FALSE, FALSE, create_children, NULL, NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (tree)) == 1)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, 0);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
  selection = gtk_no_selection_new (G_LIST_MODEL (tree));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  show_all (self);
}
