/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-conflict-line.h"

#include "cog-card-parts.h"

#include <glib/gi18n-lib.h>

struct _CogConflictLine
{
  GtkWidget parent_instance;
  GtkWidget *box;
  char *unit;  /* (nullable) */
  char *words; /* (nullable) */
};

enum
{
  GO_TO,
  USE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogConflictLine, cog_conflict_line, GTK_TYPE_WIDGET)

static void
go_to_cb (CogConflictLine *self)
{
  g_signal_emit (self, signals[GO_TO], 0, self->unit);
}

static void
use_cb (CogConflictLine *self)
{
  g_signal_emit (self, signals[USE], 0, self->words);
}

static GtkWidget *
new_button (CogConflictLine *self, const char *label, void (*callback) (CogConflictLine *))
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (callback), self, G_CONNECT_SWAPPED);
  return button;
}

static void
cog_conflict_line_dispose (GObject *object)
{
  CogConflictLine *self = COG_CONFLICT_LINE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_conflict_line_parent_class)->dispose (object);
}

static void
cog_conflict_line_finalize (GObject *object)
{
  CogConflictLine *self = COG_CONFLICT_LINE (object);

  g_free (self->unit);
  g_free (self->words);
  G_OBJECT_CLASS (cog_conflict_line_parent_class)->finalize (object);
}

static void
cog_conflict_line_class_init (CogConflictLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_conflict_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_conflict_line_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[GO_TO] = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[USE] = g_signal_new ("use", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cog_conflict_line_init (CogConflictLine *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
cog_conflict_line_new (const CogLensConflict *conflict, gboolean can_use)
{
  CogConflictLine *self;
  g_autofree char *words = NULL;
  g_autofree char *use = NULL;
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_return_val_if_fail (conflict != NULL, NULL);

  self = g_object_new (COG_TYPE_CONFLICT_LINE, NULL);
  self->unit = g_strdup (conflict->other);
  words = cog_lens_conflict_dup_hint (conflict);
  gtk_box_append (GTK_BOX (self->box), cog_card_text_new (words, "small warning"));
  gtk_widget_add_css_class (buttons, "actions");
  gtk_widget_set_margin_bottom (buttons, 3);
  gtk_box_append (GTK_BOX (self->box), buttons);
  if (can_use && conflict->kind != COG_LENS_CONFLICT_BESIDE)
    {
      self->words = g_strdup (conflict->there);
      /* Translators: a button; words that stand elsewhere in the book: Use “120 km/h” here. */
      use = g_strdup_printf (_ ("Use “\xE2\x81\xA8%s\xE2\x81\xA9”"), conflict->there);
      gtk_box_append (GTK_BOX (buttons), new_button (self, use, use_cb));
    }
  if (self->unit != NULL)
    gtk_box_append (GTK_BOX (buttons), new_button (self, _ ("Go There"), go_to_cb));
  return GTK_WIDGET (self);
}
