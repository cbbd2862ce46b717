/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-terms-card.h"

#include "cog-tooltip.h"

#include <glib/gi18n-lib.h>

#define KEYS "Ctrl+T"

struct _CogTermsCard
{
  CogPanelCard parent_instance;
  CogTerms *terms; /* (nullable) */
  GtkWidget *box, *list;
  GtkLabel *keys;
};

G_DEFINE_FINAL_TYPE (CogTermsCard, cog_terms_card, COG_TYPE_PANEL_CARD)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What a screen reader says. (transfer full) */
static char *
dup_name (const CogTermHere *here)
{
  if (here->translation == NULL)
    /* Translators: a term of the source. */
    return g_strdup_printf (_ ("%s: no translation in the glossary"), here->term);
  /* Translators: a translation, and the term that it stands for. */
  return g_strdup_printf (_ ("Insert “%s” for “%s”"), here->translation, here->term);
}

static GtkWidget *
new_row (const CogTermHere *here)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *translation =
      new_label (here->translation != NULL ? here->all : _ ("No translation yet"), "translation");
  g_autofree char *name = dup_name (here);

  gtk_box_append (GTK_BOX (lines), new_label (here->term, "dim"));
  gtk_box_append (GTK_BOX (lines), translation);
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "term");
  /* The text in hand keeps the keyboard, and its caret. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  cog_tooltip_set (button, here->definition != NULL ? here->definition : name);
  if (here->translation != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "workbench.insert-words");
  else
    {
      gtk_widget_add_css_class (translation, "small");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "workbench.change-term");
    }
  if (here->translation != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", here->translation);
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", here->entry);
  return button;
}

static void
fill (CogTermsCard *self)
{
  GPtrArray *here = self->terms != NULL ? cog_terms_get_here (self->terms) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; here != NULL && i < here->len; i++)
    gtk_box_append (GTK_BOX (self->list), new_row (g_ptr_array_index (here, i)));
  gtk_widget_set_visible (GTK_WIDGET (self),
                          here != NULL && here->len > 0 &&
                              cog_panel_card_get_unit (COG_PANEL_CARD (self)) != NULL);
}

static void
cog_terms_card_show (CogPanelCard *card,
                     CogProject *project,
                     const CogUnit *unit,
                     gboolean is_other)
{
  /* The terms come from a thread; until then there are none of this unit. */
  if (is_other)
    fill (COG_TERMS_CARD (card));
}

static void
cog_terms_card_dispose (GObject *object)
{
  CogTermsCard *self = COG_TERMS_CARD (object);

  g_clear_object (&self->terms);
  G_OBJECT_CLASS (cog_terms_card_parent_class)->dispose (object);
}

static void
cog_terms_card_class_init (CogTermsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_terms_card_dispose;
  COG_PANEL_CARD_CLASS (klass)->show = cog_terms_card_show;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-terms-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CogTermsCard, box);
  gtk_widget_class_bind_template_child (widget_class, CogTermsCard, list);
  gtk_widget_class_bind_template_child (widget_class, CogTermsCard, keys);
}

static void
cog_terms_card_init (CogTermsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->keys, KEYS);
}

void
cog_terms_card_set_terms (CogTermsCard *self, CogTerms *terms)
{
  g_return_if_fail (COG_IS_TERMS_CARD (self) && COG_IS_TERMS (terms) && self->terms == NULL);

  self->terms = g_object_ref (terms);
  g_signal_connect_object (terms, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
}
