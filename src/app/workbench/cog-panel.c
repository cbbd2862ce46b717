/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-panel.h"

#include "cog-culture-card.h"
#include "cog-fade.h"
#include "cog-figure-card.h"
#include "cog-history-card.h"
#include "cog-note-card.h"
#include "cog-outdated-card.h"
#include "cog-state-card.h"
#include "cog-suggestions-card.h"
#include "cog-terms-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 300        /* pixels, beside the pages */
#define SHEET_HEIGHT 330 /* pixels of an unfolded sheet, at most */

/* The cards, in their order. The first says least when there is something else to do: a folded
 * sheet asks it last. */
static GType (*const types[]) (void) = {
  cog_state_card_get_type, cog_outdated_card_get_type, cog_suggestions_card_get_type,
  cog_terms_card_get_type, cog_culture_card_get_type,  cog_figure_card_get_type,
  cog_note_card_get_type,  cog_history_card_get_type,
};

struct _CogPanel
{
  GtkWidget parent_instance;
  CogProject *project;
  CogPlace *place;
  CogLensIndex *lenses;
  CogTerms *terms;
  GtkWidget *box, *strip, *scroller, *cards, *nothing, *markup;
  GtkButton *unfold;
  AdwBin *first;
  CogFade *fade;
  CogPanelCard *all[G_N_ELEMENTS (types)];
  guint n_cards; /* that are made already */
  guint making;  /* source: makes the next one; 0: all are there */
  char *unit;    /* whose cards are shown (nullable) */
  gboolean is_sheet, is_small, is_unfolded;
};

static guint folded_signal;

G_DEFINE_FINAL_TYPE (CogPanel, cog_panel, GTK_TYPE_WIDGET)

static void
keep_first_button (GtkWidget *strip)
{
  GtkWidget *buttons = gtk_widget_get_last_child (strip);

  /* A heading alone has no buttons. */
  if (buttons == NULL || !gtk_widget_has_css_class (buttons, "actions"))
    return;
  for (GtkWidget *b = gtk_widget_get_next_sibling (gtk_widget_get_first_child (buttons)); b != NULL;
       b = gtk_widget_get_next_sibling (b))
    gtk_widget_set_visible (b, FALSE);
}

static void
show_strip (CogPanel *self)
{
  GtkWidget *strip = NULL;

  if (!self->is_sheet)
    return;
  if (self->is_unfolded)
    {
      /* The cards below say the rest. */
      strip = gtk_label_new (_ ("About this passage"));
      gtk_label_set_xalign (GTK_LABEL (strip), 0);
      gtk_widget_add_css_class (strip, "heading");
    }
  for (guint i = 1; strip == NULL && i <= self->n_cards; i++)
    strip = cog_panel_card_new_strip (self->all[i % self->n_cards]);
  if (strip != NULL && self->is_small)
    keep_first_button (strip);
  if (strip == NULL)
    {
      strip = gtk_label_new (_ ("Nothing to decide here"));
      gtk_label_set_xalign (GTK_LABEL (strip), 0);
      gtk_widget_add_css_class (strip, "dim");
    }
  adw_bin_set_child (self->first, strip);
}

static void
show_fold (CogPanel *self)
{
  gboolean is_open = !self->is_sheet || self->is_unfolded;
  const char *words = self->is_unfolded ? _ ("Fold") : _ ("Unfold");

  gtk_widget_set_visible (self->strip, self->is_sheet);
  gtk_widget_set_visible (self->scroller, is_open);
  gtk_widget_set_size_request (self->scroller, self->is_sheet ? -1 : WIDTH, -1);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller),
                                                    self->is_sheet);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              self->is_sheet ? SHEET_HEIGHT : -1);
  gtk_button_set_icon_name (self->unfold,
                            self->is_unfolded ? "go-down-symbolic" : "go-up-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->unfold), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unfold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

/* The unit as the project has it now. One that is gone is none. */
static void
show (CogPanel *self)
{
  g_autoptr (CogUnit) unit = NULL;

  if (self->making != 0)
    return;
  unit = self->unit != NULL ? cog_project_dup_unit (self->project, self->unit, NULL) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    cog_panel_card_show (self->all[i], self->project, unit);
  gtk_widget_set_visible (self->nothing, unit == NULL);
  gtk_widget_set_visible (self->markup, unit != NULL);
  show_strip (self);
}

/* One between two frames: the pages do not wait for what stands beside them. */
static gboolean
make_card_cb (gpointer user_data)
{
  CogPanel *self = user_data;
  CogPanelCard *card = g_object_new (types[self->n_cards](), NULL);

  self->all[self->n_cards++] = card;
  if (COG_IS_CULTURE_CARD (card))
    cog_culture_card_set_index (COG_CULTURE_CARD (card), self->lenses);
  else if (COG_IS_TERMS_CARD (card))
    cog_terms_card_set_terms (COG_TERMS_CARD (card), self->terms);
  gtk_box_insert_child_after (GTK_BOX (self->cards), GTK_WIDGET (card),
                              gtk_widget_get_prev_sibling (self->markup));
  g_signal_connect_object (card, "strip-changed", G_CALLBACK (show_strip), self, G_CONNECT_SWAPPED);
  if (self->n_cards < G_N_ELEMENTS (types))
    return G_SOURCE_CONTINUE;
  self->making = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

static void
unit_cb (CogPlace *place, GParamSpec *pspec, CogPanel *self)
{
  if (g_strcmp0 (self->unit, cog_place_get_unit (place)) == 0)
    return;
  cog_panel_flush (self);
  cog_fade_begin (self->fade);
  g_free (self->unit);
  self->unit = g_strdup (cog_place_get_unit (place));
  show (self);
}

/* Edits come from this window, in this thread. A caption's picture, and its description, are other
 * units' business and shown here: so any edit may be of interest. */
static void
changed_cb (CogProject *project, char **ids, CogPanel *self)
{
  if (self->unit != NULL)
    show (self);
}

static void
cog_panel_dispose (GObject *object)
{
  CogPanel *self = COG_PANEL (object);

  g_clear_handle_id (&self->making, g_source_remove);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->project);
  g_clear_object (&self->place);
  g_clear_object (&self->lenses);
  g_clear_object (&self->terms);
  g_clear_pointer (&self->unit, g_free);
  G_OBJECT_CLASS (cog_panel_parent_class)->dispose (object);
}

static void
cog_panel_class_init (CogPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_panel_dispose;
  folded_signal = g_signal_new ("folded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (COG_TYPE_FADE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CogPanel, box);
  gtk_widget_class_bind_template_child (widget_class, CogPanel, strip);
  gtk_widget_class_bind_template_child (widget_class, CogPanel, first);
  gtk_widget_class_bind_template_child (widget_class, CogPanel, unfold);
  gtk_widget_class_bind_template_child (widget_class, CogPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, CogPanel, fade);
  gtk_widget_class_bind_template_child (widget_class, CogPanel, cards);
  gtk_widget_class_bind_template_child (widget_class, CogPanel, nothing);
  gtk_widget_class_bind_template_callback (widget_class, cog_panel_toggle);
}

/* What few need, below all else. */
static GtkWidget *
new_markup_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Markup…"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("The markup of this passage (Ctrl+U)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "workbench.source");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_widget_set_visible (button, FALSE);
  return button;
}

static void
cog_panel_init (CogPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->markup = new_markup_button ();
  gtk_box_append (GTK_BOX (self->cards), self->markup);
  show_fold (self);
}

void
cog_panel_set_project (CogPanel *self, CogLensIndex *lenses, CogPlace *place, CogTerms *terms)
{
  CogProject *project;

  g_return_if_fail (COG_IS_PANEL (self) && self->project == NULL);
  g_return_if_fail (COG_IS_LENS_INDEX (lenses) && COG_IS_PLACE (place) && COG_IS_TERMS (terms));

  project = cog_lens_index_get_project (lenses);
  self->lenses = g_object_ref (lenses);
  self->terms = g_object_ref (terms);
  self->project = g_object_ref (project);
  self->place = g_object_ref (place);
  self->making = g_idle_add (make_card_cb, self);
  g_signal_connect (place, "notify::unit", G_CALLBACK (unit_cb), self);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  show_strip (self);
}

void
cog_panel_flush (CogPanel *self)
{
  g_return_if_fail (COG_IS_PANEL (self));

  for (guint i = 0; i < self->n_cards; i++)
    cog_panel_card_flush (self->all[i]);
}

void
cog_panel_set_sheet (CogPanel *self, gboolean is_sheet, gboolean is_small)
{
  g_return_if_fail (COG_IS_PANEL (self));

  if (self->is_sheet == is_sheet && self->is_small == is_small)
    return;
  self->is_sheet = is_sheet;
  self->is_small = is_small;
  self->is_unfolded = FALSE;
  if (is_sheet)
    gtk_widget_add_css_class (GTK_WIDGET (self), "sheet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "sheet");
  show_fold (self);
  show_strip (self);
}

void
cog_panel_renew (CogPanel *self)
{
  g_return_if_fail (COG_IS_PANEL (self));

  if (self->unit != NULL)
    show (self);
}

void
cog_panel_toggle (CogPanel *self)
{
  g_return_if_fail (COG_IS_PANEL (self));

  self->is_unfolded = !self->is_unfolded;
  show_fold (self);
  show_strip (self);
  g_signal_emit (self, folded_signal, 0);
}

gboolean
cog_panel_is_unfolded (CogPanel *self)
{
  g_return_val_if_fail (COG_IS_PANEL (self), FALSE);
  return self->is_unfolded;
}
