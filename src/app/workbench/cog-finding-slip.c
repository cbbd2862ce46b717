/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-finding-slip.h"

#include "cog-card-parts.h"
#include "cog-compat.h"
#include "cog-conflict-line.h"
#include "cog-finding-ways.h"
#include "cog-lens-choice.h"
#include "cog-lens-kinds.h"

#include <glib/gi18n-lib.h>

struct _CogFindingSlip
{
  GtkWidget parent_instance;
  CogPlacedFinding *placed;
  GtkWidget *box;
  gboolean is_first;
  GtkWidget *places;    /* button (nullable) */
  GtkWidget *slot;      /* for what is otherwise elsewhere */
  GtkMenuButton *more;  /* (nullable): it was decided */
  CogFindingWays *ways; /* in it */
};

enum
{
  CHOSEN,
  EVERYWHERE,
  GO_TO,
  RELEASED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogFindingSlip, cog_finding_slip, GTK_TYPE_WIDGET)

const CogProposal *
cog_finding_slip_get_proposal (CogFindingSlip *self)
{
  g_return_val_if_fail (COG_IS_FINDING_SLIP (self), NULL);

  return cog_lens_finding_get_ready (self->placed->finding);
}

static void
choose (CogFindingSlip *self, CogChoice choice, const char *words, const char *math)
{
  g_autofree char *reason = self->ways != NULL ? cog_finding_ways_dup_reason (self->ways) : NULL;

  if (self->more != NULL)
    gtk_menu_button_popdown (self->more);
  g_signal_emit (self, signals[CHOSEN], 0, (guint)choice, words, math, reason);
}

static void
proposal_cb (GtkWidget *button, CogFindingSlip *self)
{
  const CogProposal *proposal = g_object_get_data (G_OBJECT (button), "proposal");

  choose (self, proposal->choice, proposal->words, proposal->math);
}

static void
choice_cb (GtkWidget *button, CogFindingSlip *self)
{
  choose (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "choice")), NULL, NULL);
}

static void
write_cb (CogFindingSlip *self)
{
  gtk_menu_button_popup (self->more);
  cog_finding_ways_write (self->ways);
}

static void
everywhere_cb (CogFindingSlip *self)
{
  g_signal_emit (self, signals[EVERYWHERE], 0);
}

/* ── The other ways ──────────────────────────────────────────────────────────────────────────── */

static void
way_cb (CogFindingSlip *self, guint choice, const char *words, const char *math)
{
  choose (self, choice, words, math);
}

static void
closed_cb (CogFindingSlip *self)
{
  g_signal_emit (self, signals[RELEASED], 0);
}

static GtkWidget *
new_more (CogFindingSlip *self)
{
  GtkWidget *more = gtk_menu_button_new ();
  const char *words = _ ("Other ways");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (more), FALSE);
  self->ways = COG_FINDING_WAYS (cog_finding_ways_new (self->placed));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (more), GTK_WIDGET (self->ways));
  g_signal_connect_object (self->ways, "chosen", G_CALLBACK (way_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ways, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (more, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_valign (more, GTK_ALIGN_START);
  self->more = GTK_MENU_BUTTON (more);
  return more;
}

/* ── Elsewhere ───────────────────────────────────────────────────────────────────────────────── */

/* The equation with the words is the proposal's that says the same. */
static const char *
find_math (CogFindingSlip *self, const char *words)
{
  GPtrArray *proposals = self->placed->finding->proposals;

  for (guint i = 0; i < proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (proposals, i);

      if (g_strcmp0 (proposal->words, words) == 0 && proposal->math != NULL)
        return proposal->math;
    }
  return NULL;
}

/* What was decided is put in again where its words stand; in an equation only what a lens wrote as
 * one. */
static gboolean
can_use (CogFindingSlip *self, const char *words)
{
  GPtrArray *proposals = self->placed->finding->proposals;
  gboolean is_in_equation = FALSE;

  for (guint i = 0; i < proposals->len; i++)
    is_in_equation |= ((const CogProposal *)g_ptr_array_index (proposals, i))->math != NULL;
  return (self->placed->answer == NULL || self->placed->end > 0) &&
         (!is_in_equation || find_math (self, words) != NULL);
}

static void
use_cb (CogFindingSlip *self, const char *words)
{
  g_signal_emit (self, signals[CHOSEN], 0, (guint)cog_lens_choice_of_words (self->placed, words),
                 words, find_math (self, words), NULL);
}

static void
go_to_cb (CogFindingSlip *self, const char *unit)
{
  g_signal_emit (self, signals[GO_TO], 0, unit);
}

void
cog_finding_slip_set_conflict (CogFindingSlip *self, const CogLensConflict *conflict)
{
  GtkWidget *line;

  g_return_if_fail (COG_IS_FINDING_SLIP (self));

  line = gtk_widget_get_first_child (self->slot);
  if (line != NULL)
    gtk_box_remove (GTK_BOX (self->slot), line);
  gtk_widget_set_visible (self->slot, conflict != NULL);
  if (conflict == NULL)
    return;
  line = cog_conflict_line_new (conflict, can_use (self, conflict->there));
  g_signal_connect_object (line, "use", G_CALLBACK (use_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->slot), line);
}

/* ── Open ────────────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
new_buttons (CogFindingSlip *self)
{
  const CogProposal *proposal = cog_finding_slip_get_proposal (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *apply;
  GtkWidget *keep = gtk_button_new_with_label (_ ("Keep"));
  GtkWidget *dismiss = gtk_button_new_with_label (_ ("Dismiss"));
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "actions");
  if (proposal != NULL)
    {
      apply = gtk_button_new_with_label (_ ("Apply"));
      g_object_set_data (G_OBJECT (apply), "proposal", (gpointer)proposal);
      g_signal_connect_object (apply, "clicked", G_CALLBACK (proposal_cb), self, 0);
      if (self->is_first)
        gtk_widget_add_css_class (apply, "suggested-action");
    }
  else
    {
      apply = gtk_button_new_with_label (_ ("Change…"));
      g_signal_connect_object (apply, "clicked", G_CALLBACK (write_cb), self, G_CONNECT_SWAPPED);
    }
  g_object_set_data (G_OBJECT (keep), "choice", GUINT_TO_POINTER (COG_CHOICE_KEEP));
  g_object_set_data (G_OBJECT (dismiss), "choice", GUINT_TO_POINTER (COG_CHOICE_DISMISS));
  gtk_widget_set_tooltip_text (keep, _ ("It stays as it is: recorded as decided"));
  gtk_widget_set_tooltip_text (dismiss, _ ("This is nothing to decide"));
  g_signal_connect_object (keep, "clicked", G_CALLBACK (choice_cb), self, 0);
  g_signal_connect_object (dismiss, "clicked", G_CALLBACK (choice_cb), self, 0);
  gtk_widget_add_css_class (dismiss, "flat");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (box), apply);
  gtk_box_append (GTK_BOX (box), keep);
  gtk_box_append (GTK_BOX (box), space);
  gtk_box_append (GTK_BOX (box), dismiss);
  return box;
}

static void
fill_open (CogFindingSlip *self)
{
  const CogLensFinding *finding = self->placed->finding;
  GtkBox *box = GTK_BOX (self->box);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title =
      cog_card_text_new (cog_lens_get_kind_name (finding->lens, finding->kind), "small dim");
  const CogProposal *proposal = cog_finding_slip_get_proposal (self);
  g_autofree char *effect = proposal != NULL ? cog_finding_ways_dup_effect (proposal) : NULL;
  GtkWidget *buttons;

  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "finding");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), new_more (self));
  gtk_box_append (box, head);
  gtk_box_append (box, cog_card_change_new (finding->text, effect));
  gtk_box_append (box, cog_card_text_new (finding->why, "small dim"));
  self->places = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->places, "flat");
  gtk_widget_add_css_class (self->places, "small");
  gtk_widget_set_halign (self->places, GTK_ALIGN_START);
  g_signal_connect_object (self->places, "clicked", G_CALLBACK (everywhere_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, self->places);
  gtk_box_append (box, self->slot);
  buttons = new_buttons (self);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (box, buttons);
}

/* ── Decided ─────────────────────────────────────────────────────────────────────────────────── */

static char *
dup_decision (const CogPlacedFinding *placed, GtkTextDirection direction)
{
  const CogLensAnswer *answer = placed->answer;

  if (answer == NULL)
    return g_strdup (placed->finding->text);
  if (answer->choice == COG_CHOICE_DISMISS)
    /* Translators: about words that need no decision. */
    return g_strdup_printf (_ ("%s: dismissed"), placed->finding->text);
  if (answer->choice == COG_CHOICE_NOTE)
    return g_strdup_printf (_ ("%s: noted"), placed->finding->text);
  if (!cog_choice_changes_text (answer->choice))
    /* Translators: about words that stay as they are. */
    return g_strdup_printf (_ ("%s: kept"), placed->finding->text);
  if (answer->words == NULL || answer->words[0] == '\0')
    return g_strdup_printf (_ ("%s: left out"), placed->finding->text);
  return cog_card_dup_change (placed->finding->text, answer->words, direction);
}

/* Puts in what was decided. */
static void
again_cb (CogFindingSlip *self)
{
  const CogLensAnswer *answer = self->placed->answer;

  g_signal_emit (self, signals[CHOSEN], 0, (guint)answer->choice, answer->words,
                 find_math (self, answer->words), answer->reason);
}

/* What was decided before the passage was translated is put in where its words stand now. */
static GtkWidget *
new_lacking (CogFindingSlip *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = cog_card_text_new (_ ("The adaptation does not say so yet."), "small warning");
  GtkWidget *apply;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  if (self->placed->end > 0 && self->placed->answer != NULL)
    {
      apply = gtk_button_new_with_label (_ ("Apply"));
      gtk_widget_set_valign (apply, GTK_ALIGN_CENTER);
      g_signal_connect_object (apply, "clicked", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (line), apply);
    }
  return line;
}

static void
fill_decided (CogFindingSlip *self)
{
  g_autofree char *decision =
      dup_decision (self->placed, gtk_widget_get_direction (GTK_WIDGET (self)));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = cog_card_text_new (decision, "small");
  GtkWidget *back = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  const char *words = _ ("Decide anew");

  gtk_widget_add_css_class (self->box, "decided");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (back, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (back), "choice", GUINT_TO_POINTER (COG_CHOICE_OPEN));
  g_signal_connect_object (back, "clicked", G_CALLBACK (choice_cb), self, 0);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), back);
  gtk_box_append (GTK_BOX (self->box), line);
  if (self->placed->is_lacking)
    gtk_box_append (GTK_BOX (self->box), new_lacking (self));
  gtk_box_append (GTK_BOX (self->box), self->slot);
}

/* ── The type ────────────────────────────────────────────────────────────────────────────────── */

static void
cog_finding_slip_dispose (GObject *object)
{
  CogFindingSlip *self = COG_FINDING_SLIP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_finding_slip_parent_class)->dispose (object);
}

static void
cog_finding_slip_finalize (GObject *object)
{
  cog_placed_finding_unref (COG_FINDING_SLIP (object)->placed);
  G_OBJECT_CLASS (cog_finding_slip_parent_class)->finalize (object);
}

static void
cog_finding_slip_class_init (CogFindingSlipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_finding_slip_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_finding_slip_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[EVERYWHERE] = g_signal_new ("everywhere", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GO_TO] = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RELEASED] = g_signal_new ("released", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_finding_slip_init (CogFindingSlip *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->slot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->slot, FALSE);
}

GtkWidget *
cog_finding_slip_new (const CogPlacedFinding *placed, guint n_places, gboolean is_first)
{
  CogFindingSlip *self;

  g_return_val_if_fail (placed != NULL, NULL);

  self = g_object_new (COG_TYPE_FINDING_SLIP, NULL);
  self->placed = cog_placed_finding_ref (placed);
  self->is_first = is_first;
  if (placed->answer == NULL)
    fill_open (self);
  else
    fill_decided (self);
  cog_finding_slip_set_n_places (self, n_places);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  placed->finding->text, -1);
  return GTK_WIDGET (self);
}

const CogPlacedFinding *
cog_finding_slip_get_placed (CogFindingSlip *self)
{
  g_return_val_if_fail (COG_IS_FINDING_SLIP (self), NULL);
  return self->placed;
}

gboolean
cog_finding_slip_is_in_hand (CogFindingSlip *self)
{
  g_return_val_if_fail (COG_IS_FINDING_SLIP (self), FALSE);
  return self->ways != NULL && gtk_widget_get_visible (GTK_WIDGET (self->ways));
}

void
cog_finding_slip_set_n_places (CogFindingSlip *self, guint n_places)
{
  g_autofree char *words = NULL;

  g_return_if_fail (COG_IS_FINDING_SLIP (self));

  if (self->places == NULL)
    return;
  gtk_widget_set_visible (self->places, n_places > 1);
  /* Translators: opens a list of all places where the same words stand. */
  words = g_strdup_printf (
      ngettext ("In %'u place of the book…", "In %'u places of the book…", n_places), n_places);
  gtk_button_set_label (GTK_BUTTON (self->places), words);
}
