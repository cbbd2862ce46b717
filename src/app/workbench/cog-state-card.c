/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-state-card.h"

#include "cog-drop-down-name.h"
#include "cog-state-toggles.h"
#include "cog-unit-words.h"

#include <glib/gi18n-lib.h>

#define REST 900 /* milliseconds after which what was typed is stored */

struct _CogStateCard
{
  CogPanelCard parent_instance;
  CogStateToggles *state;
  GtkDropDown *decision;
  GtkEntry *reason;
  GtkWidget *reason_row;
  const CogDecision *decisions; /* that are offered, in the drop-down's order */
  gboolean is_loading;
  guint timer;
};

G_DEFINE_FINAL_TYPE (CogStateCard, cog_state_card, COG_TYPE_PANEL_CARD)

/* What can be decided on a passage of a source, and on one of the adapter's own. */
static const CogDecision of_source[] = { COG_DECISION_NONE,       COG_DECISION_KEPT,
                                         COG_DECISION_TRANSLATED, COG_DECISION_ADAPTED,
                                         COG_DECISION_REPLACED,   COG_DECISION_OMITTED };
static const CogDecision of_own[] = { COG_DECISION_ADDED, COG_DECISION_OMITTED };

static const char *
get_words (CogDecision decision)
{
  if (decision == COG_DECISION_NONE)
    return _ ("Not decided");
  if (decision == COG_DECISION_TRANSLATED)
    return _ ("Translated");
  return cog_unit_words_get_decision (decision);
}

static gsize
get_n_decisions (const CogStateCard *self)
{
  return self->decisions == of_own ? G_N_ELEMENTS (of_own) : G_N_ELEMENTS (of_source);
}

static void
offer (CogStateCard *self, const CogDecision *decisions)
{
  g_autoptr (GtkStringList) words = NULL;

  if (self->decisions == decisions)
    return;
  self->decisions = decisions;
  words = gtk_string_list_new (NULL);
  for (gsize i = 0; i < get_n_decisions (self); i++)
    gtk_string_list_append (words, get_words (decisions[i]));
  gtk_drop_down_set_model (self->decision, G_LIST_MODEL (words));
}

/* Translated is the rule and needs no reason; a reason that is there is never hidden. */
static gboolean
wants_reason (const CogUnit *unit)
{
  return unit->decision > COG_DECISION_TRANSLATED ||
         (unit->reason != NULL && unit->reason[0] != '\0');
}

static const char *
get_reason (CogStateCard *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

static void
cog_state_card_show (CogPanelCard *card,
                     CogProject *project,
                     const CogUnit *unit,
                     gboolean is_other)
{
  CogStateCard *self = COG_STATE_CARD (card);
  const char *reason = unit->reason != NULL ? unit->reason : "";

  self->is_loading = TRUE;
  cog_state_toggles_set_state (self->state, unit->state);
  offer (self, unit->source == NULL ? of_own : of_source);
  for (gsize i = 0; i < get_n_decisions (self); i++)
    if (self->decisions[i] == unit->decision)
      gtk_drop_down_set_selected (self->decision, (guint)i);
  /* Between two pauses the person types on: only what came from elsewhere is put in. */
  if ((is_other || self->timer == 0) && g_strcmp0 (get_reason (self), reason) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
  gtk_widget_set_visible (self->reason_row, wants_reason (unit));
  self->is_loading = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
cog_state_card_flush (CogPanelCard *card)
{
  CogStateCard *self = COG_STATE_CARD (card);
  const CogUnit *unit = cog_panel_card_get_unit (card);
  g_autofree char *id = g_strdup (unit->id);
  g_autofree char *reason = g_strstrip (g_strdup (get_reason (self)));
  CogUnitEdit edit = { .unit = id, .set = COG_UNIT_SET_REASON };

  g_clear_handle_id (&self->timer, g_source_remove);
  if (g_strcmp0 (reason, unit->reason != NULL ? unit->reason : "") == 0)
    return;
  edit.reason = reason[0] != '\0' ? reason : NULL;
  cog_panel_card_edit (card, &edit, _ ("Gave a reason"));
}

static void
flush_cb (CogStateCard *self)
{
  if (self->timer != 0)
    cog_panel_card_flush (COG_PANEL_CARD (self));
}

static gboolean
rest_cb (gpointer user_data)
{
  CogStateCard *self = user_data;

  self->timer = 0;
  cog_panel_card_flush (COG_PANEL_CARD (self));
  return G_SOURCE_REMOVE;
}

static void
typed_cb (CogStateCard *self)
{
  if (self->is_loading)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST, rest_cb, self);
}

static void
state_cb (CogStateToggles *toggles, guint state, CogStateCard *self)
{
  g_autofree char *id = g_strdup (cog_panel_card_get_unit (COG_PANEL_CARD (self))->id);
  CogUnitEdit edit = { .unit = id, .set = COG_UNIT_SET_STATE, .state = (CogState)state };

  cog_panel_card_edit (COG_PANEL_CARD (self), &edit, _ ("Set the state of a passage"));
}

static void
decision_cb (GtkDropDown *drop_down, GParamSpec *pspec, CogStateCard *self)
{
  const CogUnit *unit = cog_panel_card_get_unit (COG_PANEL_CARD (self));
  guint selected = gtk_drop_down_get_selected (drop_down);
  g_autofree char *id = NULL;
  CogUnitEdit edit = { .set = COG_UNIT_SET_DECISION };

  if (self->is_loading || unit == NULL || selected >= get_n_decisions (self))
    return;
  id = g_strdup (unit->id);
  edit.unit = id;
  edit.decision = self->decisions[selected];
  if (edit.decision != unit->decision)
    cog_panel_card_edit (COG_PANEL_CARD (self), &edit, _ ("Decided on a passage"));
}

static void
reason_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogStateCard *self = COG_STATE_CARD (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->reason), g_variant_get_string (parameter, NULL));
  flush_cb (self);
}

static GtkWidget *
cog_state_card_new_strip (CogPanelCard *card)
{
  const CogUnit *unit = cog_panel_card_get_unit (card);
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *toggles = cog_state_toggles_new ();
  GtkWidget *words = gtk_label_new (get_words (unit->decision));

  gtk_widget_add_css_class (words, "heading");
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_hexpand (words, TRUE);
  cog_state_toggles_set_state (COG_STATE_TOGGLES (toggles), unit->state);
  g_signal_connect_object (toggles, "chosen", G_CALLBACK (state_cb), card, 0);
  gtk_box_append (GTK_BOX (strip), words);
  gtk_box_append (GTK_BOX (strip), toggles);
  return strip;
}

static void
cog_state_card_dispose (GObject *object)
{
  g_clear_handle_id (&COG_STATE_CARD (object)->timer, g_source_remove);
  G_OBJECT_CLASS (cog_state_card_parent_class)->dispose (object);
}

static void
cog_state_card_class_init (CogStateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_state_card_dispose;
  COG_PANEL_CARD_CLASS (klass)->show = cog_state_card_show;
  COG_PANEL_CARD_CLASS (klass)->flush = cog_state_card_flush;
  COG_PANEL_CARD_CLASS (klass)->new_strip = cog_state_card_new_strip;
  gtk_widget_class_install_action (widget_class, "state.reason", "s", reason_action);
  g_type_ensure (COG_TYPE_STATE_TOGGLES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-state-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CogStateCard, state);
  gtk_widget_class_bind_template_child (widget_class, CogStateCard, decision);
  gtk_widget_class_bind_template_child (widget_class, CogStateCard, reason);
  gtk_widget_class_bind_template_child (widget_class, CogStateCard, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, state_cb);
  gtk_widget_class_bind_template_callback (widget_class, decision_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, flush_cb);
}

static void
cog_state_card_init (CogStateCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cog_drop_down_name (self->decision, _ ("Decision"));
}
