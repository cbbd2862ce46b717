/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-spread.h"

#include "cog-language.h"
#include "cog-spread-layout.h"
#include "cog-unit-feed.h"
#include "cog-unit-row.h"

#include <glib/gi18n-lib.h>

struct _CogSpread
{
  GtkWidget parent_instance;
  CogProject *project;
  char *source_language, *target_language;
  CogPlace *place;
  char *section; /* whose units are in the list */
  GListStore *units;
  CogUnitFeed *feed;         /* of units to the list */
  CogWorkbenchUnit *in_hand; /* being written (nullable) */
  GtkWidget *pages;
  GtkWidget *gutter;
  GtkLabel *source_head, *target_head;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (CogSpread, cog_spread, GTK_TYPE_WIDGET)

void
cog_spread_flush (CogSpread *self)
{
  g_return_if_fail (COG_IS_SPREAD (self));

  if (self->in_hand != NULL)
    cog_workbench_unit_flush (self->in_hand);
}

/* The only place where a row opens or closes: one is in hand at a time. */
static void
take_in_hand (CogSpread *self, CogWorkbenchUnit *item)
{
  g_autoptr (CogWorkbenchUnit) before = g_steal_pointer (&self->in_hand);

  if (before != NULL && before != item)
    cog_workbench_unit_set_writing (before, FALSE);
  if (item == NULL)
    return;
  self->in_hand = g_object_ref (item);
  cog_place_set_unit (self->place, cog_workbench_unit_get_unit (item)->id);
  cog_workbench_unit_set_writing (item, TRUE);
}

static gboolean
has_same_units (CogSpread *self, GPtrArray *units)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->units)) != units->len)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      g_autoptr (CogWorkbenchUnit) item = g_list_model_get_item (G_LIST_MODEL (self->units), i);
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (!g_str_equal (cog_workbench_unit_get_unit (item)->id, unit->id))
        return FALSE;
    }
  return TRUE;
}

/* The rows of a section. Where they are there already, only what differs changes: nothing moves
 * under the reader. */
static void
show_section (CogSpread *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = cog_project_list_units (self->project, id, &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (units == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
      return;
    }
  if (has_same_units (self, units))
    {
      for (guint i = 0; i < units->len; i++)
        {
          g_autoptr (CogWorkbenchUnit) item = g_list_model_get_item (G_LIST_MODEL (self->units), i);

          cog_workbench_unit_set_unit (item, g_ptr_array_index (units, i));
        }
      return;
    }
  take_in_hand (self, NULL);
  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (items, cog_workbench_unit_new (g_ptr_array_index (units, i)));
  cog_unit_feed_start (self->feed);
  g_list_store_splice (self->units, 0, g_list_model_get_n_items (G_LIST_MODEL (self->units)),
                       items->pdata, items->len);
  if (items->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

static void
section_cb (CogPlace *place, GParamSpec *pspec, CogSpread *self)
{
  const char *section = cog_place_get_section (place);

  if (section == NULL || g_strcmp0 (section, self->section) == 0)
    return;
  take_in_hand (self, NULL);
  cog_place_set_unit (place, NULL);
  g_free (self->section);
  self->section = g_strdup (section);
  show_section (self, self->section);
}

/* GTK_INVALID_LIST_POSITION where it is not in the section in hand. */
static guint
find_unit (CogSpread *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->units)); i++)
    {
      g_autoptr (CogWorkbenchUnit) item = g_list_model_get_item (G_LIST_MODEL (self->units), i);

      if (g_str_equal (cog_workbench_unit_get_unit (item)->id, id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* A formula is kept as it is: there is nothing to write. */
static gboolean
can_write (CogWorkbenchUnit *item)
{
  return cog_workbench_unit_get_unit (item)->kind != COG_UNIT_EQUATION;
}

static void
write_at (CogSpread *self, guint position)
{
  g_autoptr (CogWorkbenchUnit) item = g_list_model_get_item (G_LIST_MODEL (self->units), position);

  if (item == NULL || !can_write (item))
    return;
  cog_unit_feed_reach (self->feed, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  take_in_hand (self, item);
}

static void
activate_cb (GtkListView *list, guint position, CogSpread *self)
{
  write_at (self, position);
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogSpread *self = COG_SPREAD (widget);

  write_at (self, find_unit (self, g_variant_get_string (parameter, NULL)));
}

static void
write_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogSpread *self = COG_SPREAD (widget);
  guint position = find_unit (self, g_variant_get_string (parameter, NULL));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->units));

  while (position != GTK_INVALID_LIST_POSITION && ++position < n)
    {
      g_autoptr (CogWorkbenchUnit) item =
          g_list_model_get_item (G_LIST_MODEL (self->units), position);

      if (!can_write (item))
        continue;
      write_at (self, position);
      return;
    }
  take_in_hand (self, NULL);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogSpread *self = COG_SPREAD (widget);
  guint position = self->in_hand != NULL
                       ? find_unit (self, cog_workbench_unit_get_unit (self->in_hand)->id)
                       : GTK_INVALID_LIST_POSITION;

  take_in_hand (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* Edits come from this window, in this thread. */
static void
changed_cb (CogProject *project, char **ids, CogSpread *self)
{
  if (ids == NULL && self->section != NULL)
    show_section (self, self->section);
  for (; ids != NULL && *ids != NULL; ids++)
    {
      guint position = find_unit (self, *ids);
      g_autoptr (CogUnit) unit = NULL;
      g_autoptr (CogWorkbenchUnit) item = NULL;

      if (position == GTK_INVALID_LIST_POSITION)
        continue;
      unit = cog_project_dup_unit (project, *ids, NULL);
      item = g_list_model_get_item (G_LIST_MODEL (self->units), position);
      if (unit != NULL)
        cog_workbench_unit_set_unit (item, unit);
    }
}

void
cog_spread_go_to (CogSpread *self, const char *id)
{
  g_autoptr (CogUnit) unit = NULL;

  g_return_if_fail (COG_IS_SPREAD (self) && id != NULL);

  unit = cog_project_dup_unit (self->project, id, NULL);
  if (unit == NULL)
    return;
  cog_place_set_section (self->place, unit->section);
  write_at (self, find_unit (self, id));
}

void
cog_spread_set_stacked (CogSpread *self, gboolean is_stacked)
{
  g_return_if_fail (COG_IS_SPREAD (self));

  if (is_stacked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stacked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stacked");
  gtk_widget_set_visible (self->gutter, !is_stacked);
}

void
cog_spread_show (CogSpread *self, const char *id)
{
  g_autoptr (CogUnit) unit = NULL;
  guint position;

  g_return_if_fail (COG_IS_SPREAD (self) && id != NULL);

  unit = cog_project_dup_unit (self->project, id, NULL);
  if (unit == NULL)
    return;
  cog_place_set_section (self->place, unit->section);
  position = find_unit (self, id);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  cog_unit_feed_reach (self->feed, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

void
cog_spread_set_filter (CogSpread *self, CogRowFilter filter)
{
  g_return_if_fail (COG_IS_SPREAD (self));
}

void
cog_spread_mark (
    CogSpread *self, const char *unit, gboolean in_source, const CogMark *marks, gsize n)
{
  g_return_if_fail (COG_IS_SPREAD (self) && unit != NULL && (n == 0 || marks != NULL));
}

void
cog_spread_clear_marks (CogSpread *self)
{
  g_return_if_fail (COG_IS_SPREAD (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogSpread *self)
{
  gtk_list_item_set_child (
      item, cog_unit_row_new (self->project, self->source_language, self->target_language));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogSpread *self)
{
  cog_unit_row_set_item (COG_UNIT_ROW (gtk_list_item_get_child (item)),
                         gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogSpread *self)
{
  cog_unit_row_set_item (COG_UNIT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
cog_spread_dispose (GObject *object)
{
  CogSpread *self = COG_SPREAD (object);

  if (self->project != NULL)
    {
      take_in_hand (self, NULL);
      g_signal_handlers_disconnect_by_data (self->project, self);
    }
  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  g_clear_pointer (&self->pages, gtk_widget_unparent);
  g_clear_object (&self->project);
  g_clear_object (&self->place);
  g_clear_pointer (&self->feed, cog_unit_feed_free);
  g_clear_object (&self->units);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->source_language, g_free);
  g_clear_pointer (&self->target_language, g_free);
  G_OBJECT_CLASS (cog_spread_parent_class)->dispose (object);
}

static void
cog_spread_class_init (CogSpreadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_spread_dispose;
  gtk_widget_class_install_action (widget_class, "workbench.write", "s", write_action);
  gtk_widget_class_install_action (widget_class, "workbench.write-next", "s", write_next_action);
  gtk_widget_class_install_action (widget_class, "workbench.close", NULL, close_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_SPREAD_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-spread.ui");
  gtk_widget_class_bind_template_child (widget_class, CogSpread, pages);
  gtk_widget_class_bind_template_child (widget_class, CogSpread, gutter);
  gtk_widget_class_bind_template_child (widget_class, CogSpread, source_head);
  gtk_widget_class_bind_template_child (widget_class, CogSpread, target_head);
  gtk_widget_class_bind_template_child (widget_class, CogSpread, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
cog_spread_init (CogSpread *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->units = g_list_store_new (COG_TYPE_WORKBENCH_UNIT);
  self->feed = cog_unit_feed_new (G_LIST_MODEL (self->units));
}

static void
show_head (GtkLabel *label, const char *language)
{
  g_autofree char *name = cog_language_dup_own_name (language);

  gtk_label_set_label (label, name);
  gtk_widget_set_direction (GTK_WIDGET (label),
                            cog_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

void
cog_spread_set_project (CogSpread *self, CogProject *project, CogPlace *place)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (COG_IS_SPREAD (self) && self->project == NULL);
  g_return_if_fail (COG_IS_PROJECT (project) && COG_IS_PLACE (place));

  self->project = g_object_ref (project);
  self->place = g_object_ref (place);
  self->source_language = cog_project_dup_source_language (project);
  if (self->source_language == NULL)
    self->source_language = g_strdup ("und");
  self->target_language = cog_project_dup_language (project);
  show_head (self->source_head, self->source_language);
  show_head (self->target_head, self->target_language);
  selection = gtk_no_selection_new (g_object_ref (cog_unit_feed_get_model (self->feed)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (place, "notify::section", G_CALLBACK (section_cb), self);
}
