/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-hit-list.h"

#include <glib/gi18n-lib.h>

struct _CogHitList
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkListView *list;
  gboolean is_choosing;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (CogHitList, cog_hit_list, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogHitList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *side = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (side, "dim");
  gtk_widget_add_css_class (side, "small");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), side);
  gtk_list_item_set_child (item, box);
}

static void
set_name (GtkListItem *item, const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_section (CogFoundItem *found, GtkListItem *item, GtkWidget *text, GtkWidget *side)
{
  guint n = cog_found_item_get_n_hits (found);
  /* Translators: how often something was found in a section. */
  g_autofree char *count = g_strdup_printf (ngettext ("%'u hit", "%'u hits", n), n);
  g_autofree char *name = g_strdup_printf ("%s, %s", cog_found_item_get_title (found), count);

  gtk_label_set_label (GTK_LABEL (text), cog_found_item_get_title (found));
  gtk_label_set_label (GTK_LABEL (side), count);
  gtk_widget_add_css_class (text, "section-label");
  set_name (item, name);
}

static void
show_hit (
    CogHitList *self, CogFoundItem *found, GtkListItem *item, GtkWidget *text, GtkWidget *side)
{
  const CogHit *hit = cog_found_item_get_hit (found);
  g_autofree char *markup = cog_found_item_dup_markup (found, self->is_choosing);
  g_autofree char *name = NULL;

  gtk_label_set_markup (GTK_LABEL (text), markup);
  gtk_label_set_label (GTK_LABEL (side), self->is_choosing ? ""
                                         : hit->in_source  ? C_ ("text", "Source")
                                                           : _ ("Adaptation"));
  gtk_widget_remove_css_class (text, "section-label");
  name = self->is_choosing
             ? g_strdup (gtk_label_get_text (GTK_LABEL (text)))
             : g_strdup_printf ("%s, %s", hit->snippet, gtk_label_get_text (GTK_LABEL (side)));
  set_name (item, name);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogHitList *self)
{
  CogFoundItem *found = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *text = gtk_widget_get_next_sibling (check);
  GtkWidget *side = gtk_widget_get_next_sibling (text);
  gboolean is_hit = cog_found_item_get_hit (found) != NULL;

  gtk_list_item_set_activatable (item, is_hit);
  gtk_widget_set_visible (check, is_hit && self->is_choosing);
  if (!is_hit)
    {
      show_section (found, item, text, side);
      return;
    }
  show_hit (self, found, item, text, side);
  if (!self->is_choosing)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (text)), -1);
  g_object_set_data_full (
      G_OBJECT (item), "binding",
      g_object_ref (g_object_bind_property (found, "is-chosen", check, "active",
                                            G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL)),
      g_object_unref);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogHitList *self)
{
  GBinding *binding = g_object_get_data (G_OBJECT (item), "binding");

  if (binding != NULL)
    g_binding_unbind (binding);
  g_object_set_data (G_OBJECT (item), "binding", NULL);
}

static void
activate_cb (GtkListView *list, guint position, CogHitList *self)
{
  g_autoptr (CogFoundItem) item =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);

  if (item == NULL || cog_found_item_get_hit (item) == NULL)
    return;
  if (self->is_choosing)
    g_object_set (item, "is-chosen", !cog_found_item_is_chosen (item), NULL);
  g_signal_emit (self, activated_signal, 0, item);
}

static gboolean
cog_hit_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COG_HIT_LIST (widget)->list));
}

static void
cog_hit_list_dispose (GObject *object)
{
  CogHitList *self = COG_HIT_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_hit_list_parent_class)->dispose (object);
}

static void
cog_hit_list_class_init (CogHitListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_hit_list_dispose;
  widget_class->grab_focus = cog_hit_list_grab_focus;
  activated_signal = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, COG_TYPE_FOUND_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cog_hit_list_init (CogHitList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "hits");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was found"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
cog_hit_list_set_model (CogHitList *self, GListModel *model, gboolean is_choosing)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (COG_IS_HIT_LIST (self) && G_IS_LIST_MODEL (model));

  self->is_choosing = is_choosing;
  selection = gtk_no_selection_new (g_object_ref (model));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}
