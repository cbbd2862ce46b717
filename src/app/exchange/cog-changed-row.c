/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-changed-row.h"

#include "cog-card-parts.h"
#include "cog-language.h"
#include "cog-source-change.h"
#include "cog-text-block.h"

#include <glib/gi18n-lib.h>

struct _CogChangedRow
{
  GtkBox parent_instance;
  char *unit; /* (nullable) */
  CogSourceChange *change;
  GtkWidget *head, *target, *keep;
};

static guint keep_signal;

G_DEFINE_FINAL_TYPE (CogChangedRow, cog_changed_row, GTK_TYPE_BOX)

static void
cog_changed_row_finalize (GObject *object)
{
  g_free (COG_CHANGED_ROW (object)->unit);
  G_OBJECT_CLASS (cog_changed_row_parent_class)->finalize (object);
}

static void
cog_changed_row_class_init (CogChangedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_changed_row_finalize;
  keep_signal = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
}

static void
keep_cb (CogChangedRow *self)
{
  g_signal_emit (self, keep_signal, 0);
}

static void
cog_changed_row_init (CogChangedRow *self)
{
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 9);
  self->change = COG_SOURCE_CHANGE (cog_source_change_new ());
  self->head = cog_card_text_new (_ ("Your text"), "section-label");
  self->target = cog_text_block_new ();
  gtk_widget_add_css_class (self->target, "book");
  self->keep = gtk_button_new_with_label (_ ("Still Right"));
  gtk_widget_set_tooltip_text (self->keep, _ ("The translation need not change"));
  gtk_widget_set_valign (self->keep, GTK_ALIGN_END);
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (keep_cb), self);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->head);
  gtk_box_append (GTK_BOX (words), self->target);
  gtk_box_append (GTK_BOX (below), words);
  gtk_box_append (GTK_BOX (below), self->keep);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->change));
  gtk_box_append (GTK_BOX (self), below);
}

GtkWidget *
cog_changed_row_new (void)
{
  return g_object_new (COG_TYPE_CHANGED_ROW, NULL);
}

static void
show_target (CogChangedRow *self, const CogUnit *unit, const char *language)
{
  const char *text = unit->target != NULL ? unit->target : "";
  gboolean is_rtl = cog_language_is_rtl (language);

  gtk_widget_set_direction (self->head, is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (self->target, is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  if (is_rtl)
    gtk_widget_add_css_class (self->target, "arab");
  cog_text_block_set_xhtml (COG_TEXT_BLOCK (self->target), text);
  gtk_label_set_label (GTK_LABEL (self->head), text[0] != '\0' ? _ ("Your text")
                                               : unit->decision == COG_DECISION_OMITTED
                                                   ? _ ("Left out")
                                                   : _ ("Not translated"));
}

void
cog_changed_row_set_unit (CogChangedRow *self,
                          const CogUnit *unit,
                          const char *source_language,
                          const char *language)
{
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (COG_IS_CHANGED_ROW (self));

  g_free (self->unit);
  self->unit = unit != NULL ? g_strdup (unit->id) : NULL;
  /* Somebody may have confirmed it while the list is read anew. */
  gtk_widget_set_sensitive (self->keep, unit != NULL && unit->former_source != NULL);
  if (unit == NULL || unit->source == NULL)
    return;
  cog_source_change_set (self->change,
                         unit->former_source != NULL ? unit->former_source : unit->source,
                         unit->source, source_language);
  show_target (self, unit, language);
  words = cog_inline_to_plain (unit->source);
  name = g_strdup_printf ("%s: %s", _ ("Still Right"), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

const char *
cog_changed_row_get_unit (CogChangedRow *self)
{
  g_return_val_if_fail (COG_IS_CHANGED_ROW (self), NULL);
  return self->unit;
}
