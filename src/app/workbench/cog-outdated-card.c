/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-outdated-card.h"

#include "cog-card-parts.h"
#include "cog-project-update.h"
#include "cog-source-change.h"

#include <glib/gi18n-lib.h>

struct _CogOutdatedCard
{
  CogPanelCard parent_instance;
  GtkWidget *box;
  CogSourceChange *change;
  GtkLabel *count;
  GtkWidget *previous, *next;
  GPtrArray *units; /* (element-type utf8): that changed, in the book's order (nullable) */
  guint at;         /* of them, the one in hand */
};

G_DEFINE_FINAL_TYPE (CogOutdatedCard, cog_outdated_card, COG_TYPE_PANEL_CARD)

static const char *
get_neighbour (const CogOutdatedCard *self, int by)
{
  guint n = self->units != NULL ? self->units->len : 0;

  return n > 1 ? g_ptr_array_index (self->units, (self->at + n + (guint)by) % n) : NULL;
}

/* Round the book. */
static void
go (CogOutdatedCard *self, int by)
{
  g_autofree char *unit = g_strdup (get_neighbour (self, by));

  if (unit != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", unit);
}

static void
previous_cb (CogOutdatedCard *self)
{
  go (self, -1);
}

static void
next_cb (CogOutdatedCard *self)
{
  go (self, 1);
}

/* Who works through them all goes on to the next. */
static void
keep_cb (CogOutdatedCard *self)
{
  CogPanelCard *card = COG_PANEL_CARD (self);
  g_autofree char *unit = g_strdup (cog_panel_card_get_unit (card)->id);
  g_autofree char *next = g_strdup (get_neighbour (self, 1));
  const char *const units[] = { unit, NULL };
  g_autoptr (CogProject) project = g_object_ref (cog_panel_card_get_project (card));
  g_autoptr (GError) error = NULL;

  cog_panel_card_store_row (card);
  if (!cog_project_confirm_sources (project, units, &error))
    cog_panel_card_tell_error (card, error);
  else if (next != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", next);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("All changed passages have been looked at."));
}

static void
show_count (CogOutdatedCard *self, const char *unit)
{
  g_autofree char *words = NULL;

  self->at = 0;
  for (guint i = 0; i < self->units->len; i++)
    if (g_str_equal (g_ptr_array_index (self->units, i), unit))
      self->at = i;
  /* Translators: which of the passages that changed with a new edition: "3 of 195". */
  words = g_strdup_printf (_ ("%1$'u of %2$'u"), self->at + 1, self->units->len);
  gtk_label_set_label (self->count, words);
  gtk_widget_set_sensitive (self->previous, self->units->len > 1);
  gtk_widget_set_sensitive (self->next, self->units->len > 1);
}

static void
cog_outdated_card_show (CogPanelCard *card,
                        CogProject *project,
                        const CogUnit *unit,
                        gboolean is_other)
{
  CogOutdatedCard *self = COG_OUTDATED_CARD (card);
  gboolean is_outdated = unit->former_source != NULL && unit->source != NULL;

  g_clear_pointer (&self->units, g_ptr_array_unref);
  if (is_outdated)
    self->units = cog_project_list_former_sources (project, NULL);
  if (self->units != NULL && self->units->len > 0)
    {
      g_autofree char *language = cog_project_dup_source_language (project);

      cog_source_change_set (self->change, unit->former_source, unit->source, language);
      show_count (self, unit->id);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->units != NULL && self->units->len > 0);
}

static GtkWidget *
new_keep_button (CogOutdatedCard *self)
{
  /* Translators: a button: the source changed, and its translation need not. */
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Still _Right"));

  gtk_widget_set_tooltip_text (button, _ ("The translation need not change"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_way (CogOutdatedCard *self, const char *icon, const char *words, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
cog_outdated_card_new_strip (CogPanelCard *card)
{
  CogOutdatedCard *self = COG_OUTDATED_CARD (card);
  g_autofree char *n = g_strdup_printf ("%'u", self->units->len);
  GtkWidget *strip = cog_card_strip_new (n, NULL, _ ("The original changed"));
  GtkWidget *actions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (actions, "actions");
  gtk_box_append (GTK_BOX (actions), new_keep_button (self));
  gtk_box_append (GTK_BOX (strip), actions);
  return strip;
}

static void
cog_outdated_card_dispose (GObject *object)
{
  g_clear_pointer (&COG_OUTDATED_CARD (object)->units, g_ptr_array_unref);
  G_OBJECT_CLASS (cog_outdated_card_parent_class)->dispose (object);
}

static void
cog_outdated_card_class_init (CogOutdatedCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_outdated_card_dispose;
  COG_PANEL_CARD_CLASS (klass)->show = cog_outdated_card_show;
  COG_PANEL_CARD_CLASS (klass)->new_strip = cog_outdated_card_new_strip;
}

static GtkWidget *
new_head (CogOutdatedCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = cog_card_text_new (_ ("The original changed"), "section-label");

  gtk_widget_set_margin_start (head, 4);
  gtk_widget_set_hexpand (title, TRUE);
  self->count = GTK_LABEL (cog_card_text_new (NULL, "small dim"));
  gtk_widget_set_valign (GTK_WIDGET (self->count), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));
  return head;
}

static void
cog_outdated_card_init (CogOutdatedCard *self)
{
  GtkWidget *slip = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *actions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), new_head (self));
  gtk_widget_add_css_class (slip, "card");
  gtk_widget_add_css_class (slip, "finding");
  gtk_box_append (GTK_BOX (self->box), slip);
  self->change = COG_SOURCE_CHANGE (cog_source_change_new ());
  gtk_box_append (GTK_BOX (slip), GTK_WIDGET (self->change));
  gtk_widget_add_css_class (actions, "actions");
  gtk_widget_set_margin_top (actions, 6);
  gtk_box_append (GTK_BOX (slip), actions);
  self->previous =
      new_way (self, "go-up-symbolic", _ ("Previous changed passage"), G_CALLBACK (previous_cb));
  self->next = new_way (self, "go-down-symbolic", _ ("Next changed passage"), G_CALLBACK (next_cb));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (actions), new_keep_button (self));
  gtk_box_append (GTK_BOX (actions), space);
  gtk_box_append (GTK_BOX (actions), self->previous);
  gtk_box_append (GTK_BOX (actions), self->next);
}
