/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-page.h"

#include "cog-cover.h"
#include "cog-shelf-tile.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _CogShelfPage
{
  GtkWidget parent_instance;
  char *folder;
  GCancellable *loading; /* (nullable) */
  GListStore *books;
  GtkStack *stack;
  GtkFlowBox *covers;
  CogCover *cover;
  GtkLabel *title, *languages, *percent, *licence, *waiting;
  GtkProgressBar *progress;
  GtkWidget *go_on;
};

static guint loaded_signal;

G_DEFINE_FINAL_TYPE (CogShelfPage, cog_shelf_page, GTK_TYPE_WIDGET)

static GtkWidget *
create_tile (gpointer item, gpointer user_data)
{
  return cog_shelf_tile_new (item);
}

/* The book that was used last, with one button back to it. */
static void
show_last (CogShelfPage *self, CogShelfBook *book)
{
  guint n = cog_shelf_book_get_n_waiting (book);
  double share = cog_shelf_book_get_share (book);
  g_autofree char *percent = g_strdup_printf (_ ("%d%%"), (int)(100 * share));
  g_autofree char *waiting =
      n > 0 ? g_strdup_printf (ngettext ("%'u paragraph to go", "%'u paragraphs to go", n), n)
            : g_strdup (_ ("All paragraphs have a text"));

  cog_cover_set_title (self->cover, cog_shelf_book_get_title (book),
                       cog_shelf_book_get_language (book));
  gtk_label_set_label (self->title, cog_shelf_book_get_title (book));
  gtk_label_set_label (self->languages, cog_shelf_book_get_languages (book));
  gtk_label_set_label (self->percent, percent);
  gtk_label_set_label (self->waiting, waiting);
  gtk_progress_bar_set_fraction (self->progress, share);
  cog_shelf_tile_show_licence (self->licence, book);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go_on), "s",
                                    cog_shelf_book_get_path (book));
}

static void
load_in_thread (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  g_task_return_pointer (task, cog_shelf_book_list (folder, cancellable),
                         (GDestroyNotify)g_ptr_array_unref);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogShelfPage *self = COG_SHELF_PAGE (object);
  g_autoptr (GPtrArray) books = g_task_propagate_pointer (G_TASK (result), NULL);

  if (books == NULL) /* overtaken by a later reload, or closed */
    return;
  g_clear_object (&self->loading);
  g_list_store_splice (self->books, 0, g_list_model_get_n_items (G_LIST_MODEL (self->books)),
                       books->pdata, books->len);
  /* The cells of the grid are no stop for the keyboard; the buttons in them are. */
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->covers)); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_set_focusable (cell, FALSE);
  if (books->len > 0)
    show_last (self, g_ptr_array_index (books, 0));
  gtk_stack_set_visible_child_name (self->stack, books->len > 0 ? "covers" : "empty");
  g_signal_emit (self, loaded_signal, 0);
}

void
cog_shelf_page_reload (CogShelfPage *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COG_IS_SHELF_PAGE (self));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->folder), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

void
cog_shelf_page_set_folder (CogShelfPage *self, const char *folder)
{
  g_return_if_fail (COG_IS_SHELF_PAGE (self) && folder != NULL);

  g_free (self->folder);
  self->folder = g_strdup (folder);
  cog_shelf_page_reload (self);
}

gboolean
cog_shelf_page_is_empty (CogShelfPage *self)
{
  g_return_val_if_fail (COG_IS_SHELF_PAGE (self), TRUE);
  return g_list_model_get_n_items (G_LIST_MODEL (self->books)) == 0;
}

static void
cog_shelf_page_dispose (GObject *object)
{
  CogShelfPage *self = COG_SHELF_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->books);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_pointer (&self->folder, g_free);
  G_OBJECT_CLASS (cog_shelf_page_parent_class)->dispose (object);
}

static void
cog_shelf_page_class_init (CogShelfPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_shelf_page_dispose;
  loaded_signal = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_COVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/shelf/cog-shelf-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, covers);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, cover);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, title);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, languages);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, percent);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, licence);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, progress);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, go_on);
}

static void
cog_shelf_page_init (CogShelfPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->books = g_list_store_new (COG_TYPE_SHELF_BOOK);
  gtk_flow_box_bind_model (self->covers, G_LIST_MODEL (self->books), create_tile, NULL, NULL);
}
