/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-page-private.h"

#include "cog-app-state.h"
#include "cog-bin.h"
#include "cog-column.h"
#include "cog-columns.h"
#include "cog-shelf-loader.h"
#include "cog-shelf-tile.h"
#include "cog-text-scale.h"

#include <glib/gi18n-lib.h>

/* Tiles made at a time: some milliseconds, so that the window stays alive. */
#define STEP 12
/* Pixels of width below which the last book's columns stand under each other. */
#define NARROW 800

enum
{
  PROP_SEARCH_MODE = 1
};

static guint loaded_signal;

G_DEFINE_FINAL_TYPE (CogShelfPage, cog_shelf_page, GTK_TYPE_WIDGET)

static GtkWidget *
create_tile (gpointer item, gpointer user_data)
{
  GtkWidget *cell = gtk_flow_box_child_new ();

  /* The cells of the grid are no stop for the keyboard; the buttons in them are. */
  gtk_widget_set_focusable (cell, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (cell), cog_shelf_tile_new (item));
  return cell;
}

/* --- what is in sight ------------------------------------------------------------------------- */

static gboolean
near_cb (gpointer user_data)
{
  CogShelfPage *self = user_data;
  double height = gtk_widget_get_height (GTK_WIDGET (self->scroller));
  int n = 0;
  GtkFlowBoxChild *cell;

  self->near_idle = 0;
  while ((cell = gtk_flow_box_get_child_at_index (self->covers, n++)) != NULL)
    {
      graphene_point_t at;
      CogShelfTile *tile = COG_SHELF_TILE (gtk_flow_box_child_get_child (cell));

      if (gtk_widget_compute_point (GTK_WIDGET (cell), GTK_WIDGET (self->scroller),
                                    &GRAPHENE_POINT_INIT (0, 0), &at))
        cog_shelf_tile_set_near (tile, at.y > -1.5 * height && at.y < 2 * height);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_near (CogShelfPage *self)
{
  if (self->near_idle == 0)
    self->near_idle = g_idle_add_full (G_PRIORITY_LOW, near_cb, self, NULL);
}

static gboolean
grow_cb (gpointer user_data)
{
  CogShelfPage *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->shown);

  queue_near (self);
  if (size >= g_list_model_get_n_items (G_LIST_MODEL (self->sorted)))
    {
      self->grow_idle = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_slice_list_model_set_size (self->shown, size + STEP);
  return G_SOURCE_CONTINUE;
}

static void
queue_grow (CogShelfPage *self)
{
  if (self->grow_idle == 0)
    self->grow_idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 20, grow_cb, self, NULL);
}

/* --- what is shown ---------------------------------------------------------------------------- */

static CogShelfBook *
find_last (CogShelfPage *self)
{
  CogShelfBook *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->books)); i++)
    {
      g_autoptr (CogShelfBook) book = g_list_model_get_item (G_LIST_MODEL (self->books), i);

      if (cog_shelf_book_is_ready (book) &&
          (last == NULL || cog_shelf_book_compare (book, last, COG_SHELF_ORDER_USED) < 0))
        last = book; /* the store holds it */
    }
  return last;
}

static void
update_view (CogShelfPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  gboolean is_searching = self->query != NULL;

  gtk_stack_set_visible_child_name (self->stack, !self->is_listed                 ? "loading"
                                                 : cog_shelf_page_is_empty (self) ? "empty"
                                                                                  : "covers");
  if (is_searching)
    gtk_widget_set_visible (GTK_WIDGET (self->last), FALSE);
  gtk_widget_set_visible (self->nothing_found, is_searching && n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->covers), n > 0);
  gtk_widget_set_visible (self->list_head, n > 0);
  if (is_searching)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%'u found", "%'u found", n), n);

      gtk_label_set_label (self->heading, count);
    }
  else
    gtk_label_set_label (self->heading, _ ("All adaptations"));
  queue_near (self);
}

static void
show_last (CogShelfPage *self)
{
  cog_last_book_show (self->last, self->query == NULL ? find_last (self) : NULL);
}

void
cog_shelf_page_rearrange (CogShelfPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  show_last (self);
  update_view (self);
  queue_grow (self);
}

CogShelfBook *
cog_shelf_page_find (CogShelfPage *self, const char *path)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->books)); i++)
    {
      g_autoptr (CogShelfBook) book = g_list_model_get_item (G_LIST_MODEL (self->books), i);

      if (g_str_equal (cog_shelf_book_get_path (book), path))
        return book;
    }
  return NULL;
}

/* --- reading the folder ----------------------------------------------------------------------- */

static gint64
get_used (const CogShelfFound *found)
{
  gint64 opened = cog_app_state_get_opened (cog_app_state_get_default (), found->path);

  return MAX (opened, found->modified);
}

/* Books that are still there stay the same objects: nothing jumps, and what has the keyboard keeps
 * it. */
static void
take_listing (CogShelfPage *self, GPtrArray *all)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (there, ((CogShelfFound *)g_ptr_array_index (all, i))->path);
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->books)); i > 0; i--)
    {
      g_autoptr (CogShelfBook) book = g_list_model_get_item (G_LIST_MODEL (self->books), i - 1);

      if (!g_hash_table_contains (there, cog_shelf_book_get_path (book)))
        g_list_store_remove (self->books, i - 1);
    }
  for (guint i = 0; i < all->len; i++)
    {
      CogShelfFound *found = g_ptr_array_index (all, i);
      CogShelfBook *book = cog_shelf_page_find (self, found->path);

      if (book != NULL && found->facts != NULL && found->facts->condition == COG_SHELF_UNREAD)
        g_clear_pointer (&found->facts, cog_shelf_facts_free);
      if (book != NULL)
        cog_shelf_book_update (book, g_steal_pointer (&found->facts), get_used (found));
      else
        g_ptr_array_add (fresh, cog_shelf_book_new (found->path, g_steal_pointer (&found->facts),
                                                    get_used (found)));
    }
  g_list_store_splice (self->books, g_list_model_get_n_items (G_LIST_MODEL (self->books)), 0,
                       fresh->pdata, fresh->len);
}

static void
found_cb (GPtrArray *found, gboolean is_listing, gpointer user_data)
{
  CogShelfPage *self = COG_SHELF_PAGE (user_data);

  if (is_listing)
    {
      take_listing (self, found);
      self->is_listed = TRUE;
      cog_shelf_page_rearrange (self);
      g_signal_emit (self, loaded_signal, 0);
      return;
    }
  for (guint i = 0; i < found->len; i++)
    {
      CogShelfFound *one = g_ptr_array_index (found, i);
      CogShelfBook *book = cog_shelf_page_find (self, one->path);

      if (book != NULL)
        cog_shelf_book_update (book, g_steal_pointer (&one->facts), get_used (one));
    }
  cog_shelf_page_rearrange (self);
}

static void
stop_loading (CogShelfPage *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

void
cog_shelf_page_reload (CogShelfPage *self)
{
  g_return_if_fail (COG_IS_SHELF_PAGE (self));

  stop_loading (self);
  self->loading = g_cancellable_new ();
  cog_shelf_loader_run (self->folder, self->cache, self->loading, found_cb, G_OBJECT (self));
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

/* --- searching, ordering ---------------------------------------------------------------------- */

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  CogShelfPage *self = user_data;

  return self->query == NULL || cog_shelf_book_matches (item, self->query);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  CogShelfPage *self = user_data;

  return cog_shelf_book_compare ((CogShelfBook *)a, (CogShelfBook *)b, self->order);
}

static void
search_cb (CogShelfPage *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_strstrip (typed);
  g_free (self->query);
  self->query = typed[0] != '\0' && gtk_search_bar_get_search_mode (self->search_bar)
                    ? g_utf8_casefold (typed, -1)
                    : NULL;
  cog_shelf_page_rearrange (self);
}

static void
search_mode_cb (CogShelfPage *self)
{
  search_cb (self);
  g_object_notify (G_OBJECT (self), "search-mode");
}

/* Return opens what is found first. */
static void
search_activate_cb (CogShelfPage *self)
{
  g_autoptr (CogShelfBook) book = g_list_model_get_item (G_LIST_MODEL (self->sorted), 0);

  if (book != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "shelf.open", "s",
                                cog_shelf_book_get_path (book));
}

static void
set_order (CogShelfPage *self, const char *word)
{
  static const char *const words[] = { "used", "title", "language", "progress", NULL };
  const char *const names[] = { _ ("Last opened"), _ ("Title"), _ ("Language"), _ ("Progress") };

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word) == 0)
      self->order = (CogShelfOrder)i;
  gtk_menu_button_set_label (self->order_button, names[self->order]);
}

static void
order_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *word = g_variant_get_string (parameter, NULL);

  cog_app_state_set_choice (cog_app_state_get_default (), "shelf-order", word);
  set_order (COG_SHELF_PAGE (widget), word);
  cog_shelf_page_rearrange (COG_SHELF_PAGE (widget));
}

/* --- size ------------------------------------------------------------------------------------- */

static gboolean
adapt_cb (gpointer user_data)
{
  CogShelfPage *self = user_data;

  self->resize_idle = 0;
  cog_last_book_set_narrow (self->last, self->width < NARROW * cog_text_scale_get ());
  queue_near (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: this is in the middle of a layout. */
static void
resized_cb (GtkDrawingArea *meter, int width, int height, CogShelfPage *self)
{
  self->width = width;
  if (self->resize_idle == 0)
    self->resize_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cb, self, NULL);
}

/* --- the widget ------------------------------------------------------------------------------- */

/* The window has the actions too: a toast stands above the page. */
static void
cog_shelf_page_root (GtkWidget *widget)
{
  CogShelfPage *self = COG_SHELF_PAGE (widget);
  GActionGroup *actions = cog_shelf_page_create_actions (self);

  GTK_WIDGET_CLASS (cog_shelf_page_parent_class)->root (widget);
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "shelf", actions);
  g_object_unref (actions);
  gtk_search_bar_set_key_capture_widget (self->search_bar, widget);
}

static void
cog_shelf_page_unroot (GtkWidget *widget)
{
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "shelf", NULL);
  GTK_WIDGET_CLASS (cog_shelf_page_parent_class)->unroot (widget);
}

static void
cog_shelf_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, gtk_search_bar_get_search_mode (COG_SHELF_PAGE (object)->search_bar));
}

static void
cog_shelf_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CogShelfPage *self = COG_SHELF_PAGE (object);

  gtk_search_bar_set_search_mode (self->search_bar, g_value_get_boolean (value));
  if (g_value_get_boolean (value))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
cog_shelf_page_dispose (GObject *object)
{
  CogShelfPage *self = COG_SHELF_PAGE (object);

  stop_loading (self);
  g_clear_handle_id (&self->grow_idle, g_source_remove);
  g_clear_handle_id (&self->near_idle, g_source_remove);
  g_clear_handle_id (&self->resize_idle, g_source_remove);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_object (&self->shown);
  g_clear_object (&self->books);
  g_clear_pointer (&self->binned, g_hash_table_unref);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->cache, g_free);
  G_OBJECT_CLASS (cog_shelf_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/shelf/cog-shelf-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, last);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, covers);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, heading);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, list_head);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, order_button);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CogShelfPage, search);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
}

static void
cog_shelf_page_class_init (CogShelfPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cog_shelf_page_dispose;
  object_class->get_property = cog_shelf_page_get_property;
  object_class->set_property = cog_shelf_page_set_property;
  widget_class->root = cog_shelf_page_root;
  widget_class->unroot = cog_shelf_page_unroot;
  g_object_class_install_property (
      object_class, PROP_SEARCH_MODE,
      g_param_spec_boolean ("search-mode", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  loaded_signal = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "page.order", "s", order_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  g_type_ensure (COG_TYPE_COLUMN);
  g_type_ensure (COG_TYPE_COLUMNS);
  g_type_ensure (COG_TYPE_LAST_BOOK);
  bind_template (widget_class);
}

static void
create_models (CogShelfPage *self)
{
  self->books = g_list_store_new (COG_TYPE_SHELF_BOOK);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->sorter = gtk_custom_sorter_new (compare_cb, self, NULL);
  /* Each holds the one before it. */
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->books)),
                                           GTK_FILTER (self->filter));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->found), GTK_SORTER (self->sorter));
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (self->sorted), 0, STEP);
  gtk_flow_box_bind_model (self->covers, G_LIST_MODEL (self->shown), create_tile, NULL, NULL);
}

static void
cog_shelf_page_init (CogShelfPage *self)
{
  g_autofree char *order = cog_app_state_dup_choice (cog_app_state_get_default (), "shelf-order");
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->cache = g_build_filename (g_get_user_cache_dir (), "cognate", "shelf", NULL);
  self->binned =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)cog_binned_free);
  create_models (self);
  /* The entry stands in a clamp: the bar does not find it by itself. */
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
  set_order (self, order);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_near), self,
                           G_CONNECT_SWAPPED);
}
