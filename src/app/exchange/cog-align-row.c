/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-align-row.h"

#include "cog-card-parts.h"
#include "cog-columns.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>

/* Pixels from which both sentences stand side by side. */
#define LEAST 420
#define GOOD 90

struct _CogAlignRow
{
  GtkBox parent_instance;
  CogAlignPlan *plan; /* borrowed (nullable) */
  guint n;
  gboolean is_showing;
  GtkWidget *check, *score, *source, *target;
};

static guint toggled_signal;

G_DEFINE_FINAL_TYPE (CogAlignRow, cog_align_row, GTK_TYPE_BOX)

static void
toggled_cb (CogAlignRow *self)
{
  if (self->plan == NULL || self->is_showing)
    return;
  cog_align_plan_take (self->plan, self->n,
                       gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
  g_signal_emit (self, toggled_signal, 0);
}

static void
cog_align_row_class_init (CogAlignRowClass *klass)
{
  toggled_signal = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_align_row_init (CogAlignRow *self)
{
  GtkWidget *columns = g_object_new (COG_TYPE_COLUMNS, "least", LEAST, "spacing", 12, NULL);

  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  self->source = cog_card_text_new (NULL, "body");
  self->target = cog_card_text_new (NULL, "body");
  gtk_widget_set_valign (self->source, GTK_ALIGN_START);
  gtk_widget_set_valign (self->target, GTK_ALIGN_START);
  gtk_widget_set_parent (self->source, columns);
  gtk_widget_set_parent (self->target, columns);
  gtk_widget_set_hexpand (columns, TRUE);
  self->score = gtk_label_new (NULL);
  gtk_widget_set_valign (self->score, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->score, "score");
  /* The columns of all rows stand below each other. */
  gtk_label_set_width_chars (GTK_LABEL (self->score), 5);
  gtk_box_append (GTK_BOX (self), self->check);
  gtk_box_append (GTK_BOX (self), columns);
  gtk_box_append (GTK_BOX (self), self->score);
}

GtkWidget *
cog_align_row_new (void)
{
  return g_object_new (COG_TYPE_ALIGN_ROW, NULL);
}

static void
show_text (GtkWidget *label, const char *text, const char *language)
{
  gtk_widget_set_direction (label,
                            cog_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_label_set_label (GTK_LABEL (label), text);
}

void
cog_align_row_set_pair (CogAlignRow *self, CogAlignPlan *plan, guint n)
{
  const CogMemoryEntry *entry;
  int percent;
  g_autofree char *score = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (COG_IS_ALIGN_ROW (self));

  self->plan = plan;
  self->n = n;
  if (plan == NULL)
    return;
  entry = cog_align_plan_get_entry (plan, n);
  percent = (int)(cog_align_plan_get_confidence (plan, n) * 100 + 0.5);
  score = g_strdup_printf (_ ("%d %%"), percent);
  self->is_showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), cog_align_plan_is_taken (plan, n));
  self->is_showing = FALSE;
  show_text (self->source, entry->source, cog_align_plan_get_language (plan, 0));
  show_text (self->target, entry->target, cog_align_plan_get_language (plan, 1));
  gtk_label_set_label (GTK_LABEL (self->score), score);
  if (percent >= GOOD)
    gtk_widget_add_css_class (self->score, "good");
  else
    gtk_widget_remove_css_class (self->score, "good");
  /* Translators: a screen reader says it of a box that is ticked: a sentence, its translation, and
   * how sure it is that they belong together. */
  name = g_strdup_printf (_ ("%1$s – %2$s, %3$s sure"), entry->source, entry->target, score);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}
