/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-replace-window.h"

#include "cog-hit-list.h"

#include <glib/gi18n-lib.h>

struct _CogReplaceWindow
{
  AdwWindow parent_instance;
  GListModel *items; /* a copy of what was found: the search may go on */
  CogHitList *list;
  GtkButton *replace;
  GtkLabel *hint;
};

static guint accepted_signal;

G_DEFINE_FINAL_TYPE (CogReplaceWindow, cog_replace_window, ADW_TYPE_WINDOW)

static const CogHit *
get_chosen (CogReplaceWindow *self, guint i)
{
  g_autoptr (CogFoundItem) item = g_list_model_get_item (self->items, i);

  return cog_found_item_is_chosen (item) ? cog_found_item_get_hit (item) : NULL;
}

/* Copies: whoever accepts them works on, in a thread, when this window and its list are gone. */
static GPtrArray *
dup_chosen (CogReplaceWindow *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_hit_free);

  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      const CogHit *hit = get_chosen (self, i);

      if (hit != NULL)
        g_ptr_array_add (chosen, cog_hit_copy (hit));
    }
  return chosen;
}

static void
show_count (CogReplaceWindow *self)
{
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    n += get_chosen (self, i) != NULL;
  /* Translators: a button: how many places will be changed. */
  label = g_strdup_printf (ngettext ("_Replace %'u", "_Replace %'u", n), n);
  gtk_button_set_label (self->replace, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->replace), n > 0);
}

static void
set_all (CogReplaceWindow *self, gboolean is_chosen)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (CogFoundItem) item = g_list_model_get_item (self->items, i);

      g_signal_handlers_block_by_func (item, show_count, self);
      g_object_set (item, "is-chosen", is_chosen, NULL);
      g_signal_handlers_unblock_by_func (item, show_count, self);
    }
  show_count (self);
}

static void
all_cb (CogReplaceWindow *self)
{
  set_all (self, TRUE);
}

static void
none_cb (CogReplaceWindow *self)
{
  set_all (self, FALSE);
}

static void
replace_cb (CogReplaceWindow *self)
{
  g_autoptr (GPtrArray) chosen = dup_chosen (self);
  g_autoptr (CogReplaceWindow) kept = g_object_ref (self);

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, accepted_signal, 0, chosen);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cog_replace_window_dispose (GObject *object)
{
  CogReplaceWindow *self = COG_REPLACE_WINDOW (object);

  for (guint i = 0; self->items != NULL && i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (CogFoundItem) item = g_list_model_get_item (self->items, i);

      g_signal_handlers_disconnect_by_data (item, self);
    }
  g_clear_object (&self->items);
  G_OBJECT_CLASS (cog_replace_window_parent_class)->dispose (object);
}

static void
cog_replace_window_class_init (CogReplaceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_replace_window_dispose;
  accepted_signal = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  g_type_ensure (COG_TYPE_HIT_LIST);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-replace-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogReplaceWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CogReplaceWindow, replace);
  gtk_widget_class_bind_template_child (widget_class, CogReplaceWindow, hint);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
}

static void
cog_replace_window_init (CogReplaceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Only what can be replaced: a source is never changed. */
static GListModel *
copy_items (CogReplaceWindow *self, GListModel *found)
{
  GListStore *copy = g_list_store_new (COG_TYPE_FOUND_ITEM);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint header = G_MAXUINT, n = 0;
  g_autofree char *title = NULL;

  for (guint i = 0; i <= g_list_model_get_n_items (found); i++)
    {
      g_autoptr (CogFoundItem) item = g_list_model_get_item (found, i);
      const CogHit *hit = item != NULL ? cog_found_item_get_hit (item) : NULL;
      CogFoundItem *line;

      if (hit == NULL)
        {
          if (header != G_MAXUINT && n > 0)
            g_ptr_array_insert (items, (int)header, cog_found_item_new_section (title, n));
          header = items->len;
          n = 0;
          g_free (title);
          title = item != NULL ? g_strdup (cog_found_item_get_title (item)) : NULL;
          continue;
        }
      if (hit->in_source)
        continue;
      n++;
      line = cog_found_item_new_hit (cog_hit_copy (hit));
      g_signal_connect_swapped (line, "notify::is-chosen", G_CALLBACK (show_count), self);
      g_ptr_array_add (items, line);
    }
  g_list_store_splice (copy, 0, 0, items->pdata, items->len);
  return G_LIST_MODEL (copy);
}

GtkWidget *
cog_replace_window_new (GtkWindow *parent, CogFinder *finder)
{
  CogReplaceWindow *self = g_object_new (COG_TYPE_REPLACE_WINDOW, "transient-for", parent, NULL);

  g_return_val_if_fail (COG_IS_FINDER (finder), NULL);

  self->items = copy_items (self, cog_finder_get_model (finder));
  cog_hit_list_set_model (self->list, self->items, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), cog_finder_is_cut (finder));
  show_count (self);
  return GTK_WIDGET (self);
}
