/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-state-toggles.h"

#include "cog-stitch.h"
#include "cog-tooltip.h"
#include "cog-unit-words.h"

#include <glib/gi18n-lib.h>

#define N_STATES (COG_STATE_FINAL + 1)

struct _CogStateToggles
{
  GtkWidget parent_instance;
  GtkToggleButton *buttons[N_STATES];
  gboolean is_loading;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogStateToggles, cog_state_toggles, GTK_TYPE_WIDGET)

static void
toggled_cb (GtkToggleButton *button, CogStateToggles *self)
{
  if (self->is_loading || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < N_STATES; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[CHOSEN], 0, i);
}

static void
add_button (CogStateToggles *self, CogState state)
{
  const char *words = cog_unit_words_get_state (state);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *stitch = cog_stitch_new ();

  cog_stitch_show (COG_STITCH (stitch), state, COG_DECISION_NONE);
  gtk_widget_add_css_class (stitch, "plain");
  gtk_button_set_child (GTK_BUTTON (button), stitch);
  cog_tooltip_set (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  /* Whoever is writing goes on writing. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  self->buttons[state] = GTK_TOGGLE_BUTTON (button);
  if (state > 0)
    gtk_toggle_button_set_group (self->buttons[state], self->buttons[0]);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
}

static void
cog_state_toggles_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cog_state_toggles_parent_class)->dispose (object);
}

static void
cog_state_toggles_class_init (CogStateTogglesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_state_toggles_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cog_state_toggles_init (CogStateToggles *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "states");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("State"),
                                  -1);
  for (guint i = 0; i < N_STATES; i++)
    add_button (self, (CogState)i);
}

GtkWidget *
cog_state_toggles_new (void)
{
  return g_object_new (COG_TYPE_STATE_TOGGLES, NULL);
}

void
cog_state_toggles_set_state (CogStateToggles *self, CogState state)
{
  g_return_if_fail (COG_IS_STATE_TOGGLES (self) && (guint)state < N_STATES);

  self->is_loading = TRUE;
  gtk_toggle_button_set_active (self->buttons[state], TRUE);
  self->is_loading = FALSE;
}
