/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-finding-ways.h"

#include "cog-lens-choice.h"

#include <glib/gi18n-lib.h>

struct _CogFindingWays
{
  GtkPopover parent_instance;
  CogPlacedFinding *placed;
  GtkEditable *words, *reason;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogFindingWays, cog_finding_ways, GTK_TYPE_POPOVER)

static void
choose (CogFindingWays *self, CogChoice choice, const char *words, const char *math)
{
  g_signal_emit (self, signals[CHOSEN], 0, (guint)choice, words, math);
}

static void
proposal_cb (GtkWidget *button, CogFindingWays *self)
{
  const CogProposal *proposal = g_object_get_data (G_OBJECT (button), "proposal");

  choose (self, proposal->choice, proposal->words, proposal->math);
}

static void
choice_cb (GtkWidget *button, CogFindingWays *self)
{
  choose (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "choice")), NULL, NULL);
}

static void
own_words_cb (GtkWidget *widget, CogFindingWays *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->words)));

  if (words[0] != '\0')
    choose (self, cog_lens_choice_of_words (self->placed, words), words, NULL);
}

char *
cog_finding_ways_dup_effect (const CogProposal *proposal)
{
  g_return_val_if_fail (proposal != NULL, NULL);

  if (proposal->words != NULL && proposal->words[0] != '\0')
    return g_strdup (proposal->words);
  return g_strdup (_ ("Leave it out"));
}

static GtkWidget *
new_way (CogFindingWays *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_xalign (GTK_LABEL (child), 0);
  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (child), 34);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static GtkWidget *
new_choice (CogFindingWays *self, const char *label, CogChoice choice)
{
  GtkWidget *button = new_way (self, label, G_CALLBACK (choice_cb));

  g_object_set_data (G_OBJECT (button), "choice", GUINT_TO_POINTER (choice));
  return button;
}

static GtkWidget *
new_entry (const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  placeholder, -1);
  gtk_widget_set_hexpand (entry, TRUE);
  return entry;
}

static void
add_proposals (CogFindingWays *self, GtkBox *box)
{
  const CogProposal *first = cog_lens_finding_get_ready (self->placed->finding);

  for (guint i = 0; i < self->placed->finding->proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (self->placed->finding->proposals, i);
      g_autofree char *effect = NULL;
      GtkWidget *button;

      if (proposal == first || proposal->words == NULL ||
          !cog_choice_changes_text (proposal->choice))
        continue;
      effect = cog_finding_ways_dup_effect (proposal);
      button = new_way (self, effect, G_CALLBACK (proposal_cb));
      g_object_set_data (G_OBJECT (button), "proposal", (gpointer)proposal);
      gtk_box_append (box, button);
    }
}

static gboolean
has_text (GBinding *binding, const GValue *text, GValue *is_sensitive, gpointer user_data)
{
  g_value_set_boolean (is_sensitive, g_value_get_string (text)[0] != '\0');
  return TRUE;
}

/* Only where there is a reason; without one the buttons of the card do. */
static GtkWidget *
new_reasoned (CogFindingWays *self, const char *label, CogChoice choice)
{
  GtkWidget *button = new_choice (self, label, choice);

  g_object_bind_property_full (self->reason, "text", button, "sensitive", G_BINDING_SYNC_CREATE,
                               has_text, NULL, NULL, NULL);
  return button;
}

static void
fill (CogFindingWays *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *own = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *use = gtk_button_new_with_mnemonic (_ ("_Use"));

  add_proposals (self, GTK_BOX (box));
  self->words = GTK_EDITABLE (new_entry (_ ("Your own words")));
  gtk_editable_set_text (self->words, self->placed->there != NULL ? self->placed->there
                                                                  : self->placed->finding->text);
  g_signal_connect_object (self->words, "activate", G_CALLBACK (own_words_cb), self, 0);
  g_signal_connect_object (use, "clicked", G_CALLBACK (own_words_cb), self, 0);
  gtk_box_append (GTK_BOX (own), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (own), use);
  gtk_box_append (GTK_BOX (box), own);
  self->reason = GTK_EDITABLE (new_entry (_ ("Why (for the record)")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (box), new_reasoned (self, _ ("Keep, for this reason"), COG_CHOICE_KEEP));
  gtk_box_append (GTK_BOX (box),
                  new_reasoned (self, _ ("Dismiss, for this reason"), COG_CHOICE_DISMISS));
  gtk_box_append (GTK_BOX (box), new_choice (self, _ ("Leave a note for later"), COG_CHOICE_NOTE));
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static void
cog_finding_ways_finalize (GObject *object)
{
  cog_placed_finding_unref (COG_FINDING_WAYS (object)->placed);
  G_OBJECT_CLASS (cog_finding_ways_parent_class)->finalize (object);
}

static void
cog_finding_ways_class_init (CogFindingWaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_finding_ways_finalize;
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING);
}

static void
cog_finding_ways_init (CogFindingWays *self)
{
}

GtkWidget *
cog_finding_ways_new (const CogPlacedFinding *placed)
{
  CogFindingWays *self;

  g_return_val_if_fail (placed != NULL, NULL);

  self = g_object_new (COG_TYPE_FINDING_WAYS, NULL);
  self->placed = cog_placed_finding_ref (placed);
  fill (self);
  return GTK_WIDGET (self);
}

char *
cog_finding_ways_dup_reason (CogFindingWays *self)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (COG_IS_FINDING_WAYS (self), NULL);

  reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  return reason[0] != '\0' ? g_steal_pointer (&reason) : NULL;
}

void
cog_finding_ways_write (CogFindingWays *self)
{
  g_return_if_fail (COG_IS_FINDING_WAYS (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}
