/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-paper-view.h"

#include "cog-paper-document.h"
#include "cog-paper-fit.h"
#include "cog-paper-sheet.h"

#define MARGIN 24 /* pixels around a page */

struct _CogPaperView
{
  GtkWidget parent_instance;
  GtkScrolledWindow *scroll;
  GtkListView *list;
  GHashTable *sheets; /* that stand for a page now */
  CogPreview *preview;
  guint first;                /* page */
  char *title;                /* of the chapter to begin with (nullable) */
  CogPaperDocument *document; /* (nullable) */
  double widest;              /* points */
  CogPaperFit fit;
  guint page;
  guint wanted; /* page to go to when there is something to scroll; 0: none */
  guint look_idle;
};

enum
{
  PROP_PAGE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CogPaperView, cog_paper_view, GTK_TYPE_WIDGET)

static double
get_scale (CogPaperView *self)
{
  return cog_paper_fit_get_scale (&self->fit, self->widest);
}

/* Which sheets are in sight, with as much again above and below; and which page is the first. */
static gboolean
look_cb (gpointer user_data)
{
  CogPaperView *self = user_data;
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  GHashTableIter iter;
  gpointer key;
  guint first = G_MAXUINT;

  self->look_idle = 0;
  g_hash_table_iter_init (&iter, self->sheets);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      graphene_rect_t box;
      CogPaperPage *page = cog_paper_sheet_get_page (key);
      gboolean is_placed = page != NULL && gtk_widget_get_mapped (key) &&
                           gtk_widget_compute_bounds (key, GTK_WIDGET (self), &box);
      double top = is_placed ? box.origin.y : 0;
      double end = is_placed ? top + box.size.height : 0;

      cog_paper_sheet_set_in_sight (key, is_placed && end > -height && top < 2 * height);
      if (is_placed && end > height / 3 && top < height)
        first = MIN (first, cog_paper_page_get_index (page));
    }
  /* A list knows where its rows are when they have been laid out. */
  if (first != G_MAXUINT && self->wanted > 0)
    {
      guint wanted = self->wanted;

      self->wanted = 0;
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", wanted);
    }
  if (first != G_MAXUINT && first != self->page)
    {
      self->page = first;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_look (CogPaperView *self)
{
  if (self->look_idle == 0)
    self->look_idle = g_idle_add (look_cb, self);
}

static void
apply_scale (GtkWidget *widget)
{
  CogPaperView *self = COG_PAPER_VIEW (widget);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->sheets);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    cog_paper_sheet_set_scale (key, get_scale (self));
  queue_look (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogPaperView *self)
{
  gtk_list_item_set_child (item, g_object_new (COG_TYPE_PAPER_SHEET, NULL));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogPaperView *self)
{
  CogPaperSheet *sheet = COG_PAPER_SHEET (gtk_list_item_get_child (item));

  cog_paper_sheet_set_scale (sheet, get_scale (self));
  cog_paper_sheet_set_page (sheet, self->document, gtk_list_item_get_item (item));
  g_hash_table_add (self->sheets, g_object_ref (sheet));
  queue_look (self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogPaperView *self)
{
  CogPaperSheet *sheet = COG_PAPER_SHEET (gtk_list_item_get_child (item));

  cog_paper_sheet_set_in_sight (sheet, FALSE);
  cog_paper_sheet_set_page (sheet, NULL, NULL);
  g_hash_table_remove (self->sheets, sheet);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  CogPaperDocument *document = cog_paper_document_new_for_path (path, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogPaperView *self = COG_PAPER_VIEW (object);
  g_autoptr (CogPaperDocument) document = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  GListModel *pages;

  /* Another one by now; or what we wrote could not be read: the view stays empty. */
  if (document == NULL || self->preview == NULL ||
      g_strcmp0 (g_task_get_task_data (G_TASK (result)), self->preview->file) != 0)
    return;
  gtk_list_view_set_model (self->list, NULL);
  g_set_object (&self->document, document);
  pages = cog_paper_document_get_pages (document);
  self->widest = 0;
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (CogPaperPage) page = g_list_model_get_item (pages, i);

      self->widest = MAX (self->widest, cog_paper_page_get_width (page));
    }
  selection = gtk_no_selection_new (g_object_ref (pages));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  self->page = 0;
  self->wanted = self->title != NULL
                     ? cog_paper_document_find (document, self->title)
                     : MIN (self->first, MAX (g_list_model_get_n_items (pages), 1) - 1);
  queue_look (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
cog_paper_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogPaperView *self = COG_PAPER_VIEW (widget);
  GtkAllocation all = { 0, 0, width, height };

  gtk_widget_size_allocate (GTK_WIDGET (self->scroll), &all, -1);
  cog_paper_fit_allocate (&self->fit, width);
  queue_look (self);
}

static void
cog_paper_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (COG_PAPER_VIEW (widget)->scroll), orientation, for_size, minimum,
                      natural, NULL, NULL);
}

static void
cog_paper_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, COG_PAPER_VIEW (object)->page);
}

static void
cog_paper_view_dispose (GObject *object)
{
  CogPaperView *self = COG_PAPER_VIEW (object);

  g_clear_handle_id (&self->look_idle, g_source_remove);
  if (self->scroll != NULL)
    {
      gtk_list_view_set_model (self->list, NULL);
      gtk_widget_unparent (GTK_WIDGET (self->scroll));
    }
  g_clear_handle_id (&self->look_idle, g_source_remove);
  cog_paper_fit_clear (&self->fit);
  self->scroll = NULL;
  g_clear_pointer (&self->sheets, g_hash_table_unref);
  g_clear_object (&self->document);
  g_clear_pointer (&self->preview, cog_preview_free);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (cog_paper_view_parent_class)->dispose (object);
}

static void
cog_paper_view_class_init (CogPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_paper_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = cog_paper_view_get_property;
  widget_class->size_allocate = cog_paper_view_size_allocate;
  widget_class->measure = cog_paper_view_measure;
  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
cog_paper_view_init (CogPaperView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  cog_paper_fit_init (&self->fit, GTK_WIDGET (self), MARGIN, apply_scale);
  self->sheets = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "sheets");
  self->scroll = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroll, GTK_WIDGET (self->list));
  gtk_widget_set_parent (GTK_WIDGET (self->scroll), GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroll), "value-changed",
                           G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cog_paper_view_new (void)
{
  return g_object_new (COG_TYPE_PAPER_VIEW, NULL);
}

void
cog_paper_view_set_preview (CogPaperView *self, CogPreview *preview, const char *title)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COG_IS_PAPER_VIEW (self) && preview != NULL && preview->file != NULL);

  g_clear_pointer (&self->preview, cog_preview_free);
  self->preview = preview;
  g_free (self->title);
  self->title = g_strdup (title);
  self->first = 0;
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, g_strdup (preview->file), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

void
cog_paper_view_start_at (CogPaperView *self, guint page)
{
  g_return_if_fail (COG_IS_PAPER_VIEW (self));
  self->first = page;
}

guint
cog_paper_view_get_n_pages (CogPaperView *self)
{
  g_return_val_if_fail (COG_IS_PAPER_VIEW (self), 0);
  return self->document != NULL
             ? g_list_model_get_n_items (cog_paper_document_get_pages (self->document))
             : 0;
}

guint
cog_paper_view_get_page (CogPaperView *self)
{
  g_return_val_if_fail (COG_IS_PAPER_VIEW (self), 0);
  return self->page;
}

void
cog_paper_view_go_to (CogPaperView *self, guint page)
{
  g_return_if_fail (COG_IS_PAPER_VIEW (self));

  if (page < cog_paper_view_get_n_pages (self))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", page);
}

void
cog_paper_view_set_zoom (CogPaperView *self, double zoom)
{
  g_return_if_fail (COG_IS_PAPER_VIEW (self) && zoom > 0);

  self->fit.zoom = zoom;
  apply_scale (GTK_WIDGET (self));
}
