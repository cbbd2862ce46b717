/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-missing-chips.h"

#include "cog-piece.h"
#include "cog-rich-drop.h"
#include "cog-tooltip.h"

#include <glib/gi18n-lib.h>

/* More would be a wall of chips; the rest is counted. */
#define MAX_CHIPS 6

struct _CogMissingChips
{
  GtkWidget parent_instance;
  GtkFlowBox *flow;
  CogText *source;
  GPtrArray *missing; /* (element-type CogCode) */
  char *shown;        /* what the chips were made for */
};

enum
{
  INSERT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogMissingChips, cog_missing_chips, GTK_TYPE_WIDGET)

static gboolean
is_note (const CogCode *code)
{
  return code->type == COG_CODE_PIECE && g_str_equal (code->element, "a");
}

static void
chip_cb (GtkButton *button, CogMissingChips *self)
{
  const CogCode *code = g_object_get_data (G_OBJECT (button), "code");
  g_autofree char *words = cog_missing_chips_dup_words (self, code);

  g_signal_emit (self, signals[INSERT], 0, code, words);
}

static char *
dup_chip_label (const CogCode *code, const char *words)
{
  if (is_note (code))
    /* Translators: the number of a note that the text still lacks. */
    return g_strdup_printf (_ ("note %s"), words);
  if (g_str_equal (code->element, "img") || g_str_equal (code->element, "svg"))
    return g_strdup (words[0] != '\0' ? words : _ ("picture"));
  return g_strdup (words[0] != '\0' ? words : code->element);
}

/* An equation is recognised by its look, not by its letters in a row. */
static GtkWidget *
new_face (const CogCode *code, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *text = dup_chip_label (code, words);
  GtkWidget *label;

  gtk_box_append (GTK_BOX (box), gtk_label_new ("+"));
  if (g_str_equal (code->element, "math") && g_utf8_strlen (words, -1) <= 40)
    {
      gtk_box_append (GTK_BOX (box), cog_piece_new (code));
      return box;
    }
  label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
new_chip (CogMissingChips *self, const CogCode *code)
{
  g_autofree char *words = cog_missing_chips_dup_words (self, code);
  g_autofree char *label = dup_chip_label (code, words);
  /* Translators: what the source has and the text still lacks: an equation, a note, a link. */
  g_autofree char *name = g_strdup_printf (_ ("Insert “%s” from the source"), label);
  GtkWidget *chip = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (chip), new_face (code, words));
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_focus_on_click (chip, FALSE);
  cog_tooltip_set (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), "code", cog_code_copy (code),
                          (GDestroyNotify)cog_code_free);
  g_signal_connect (chip, "clicked", G_CALLBACK (chip_cb), self);
  cog_rich_drop_add_code (chip, code, words);
  return chip;
}

static void
add_rest (CogMissingChips *self, guint n)
{
  /* Translators: stands behind the first chips of what a text still lacks: so many are not shown.
   */
  g_autofree char *text = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim");
  gtk_widget_add_css_class (label, "small");
  gtk_flow_box_append (self->flow, label);
}

static void
show_chips (CogMissingChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->flow))) != NULL)
    gtk_flow_box_remove (self->flow, child);
  for (guint i = 0; i < MIN (self->missing->len, MAX_CHIPS); i++)
    gtk_flow_box_append (self->flow, new_chip (self, g_ptr_array_index (self->missing, i)));
  if (self->missing->len > MAX_CHIPS)
    add_rest (self, self->missing->len - MAX_CHIPS);
  /* The cell of the grid is no stop for the keyboard; the chip is. */
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->flow)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), self->missing->len > 0);
}

static void
cog_missing_chips_dispose (GObject *object)
{
  CogMissingChips *self = COG_MISSING_CHIPS (object);

  if (self->flow != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->flow));
  self->flow = NULL;
  g_clear_pointer (&self->source, cog_text_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (cog_missing_chips_parent_class)->dispose (object);
}

static void
cog_missing_chips_class_init (CogMissingChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_missing_chips_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[INSERT] = g_signal_new ("insert", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
cog_missing_chips_init (CogMissingChips *self)
{
  self->missing = g_ptr_array_new ();
  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  /* A chip is as wide as its words: the rest of the line is nobody's. */
  gtk_widget_set_halign (GTK_WIDGET (self->flow), GTK_ALIGN_START);
  gtk_flow_box_set_max_children_per_line (self->flow, MAX_CHIPS + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Still missing from the source"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->flow), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
cog_missing_chips_set_source (CogMissingChips *self, const CogText *source)
{
  g_return_if_fail (COG_IS_MISSING_CHIPS (self));

  g_clear_pointer (&self->source, cog_text_free);
  self->source = source != NULL ? cog_text_copy (source) : NULL;
}

static char *
dup_key (GPtrArray *missing)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (key, "%s\n", ((CogCode *)g_ptr_array_index (missing, i))->markup);
  return g_string_free (key, FALSE);
}

void
cog_missing_chips_show (CogMissingChips *self, const CogText *now)
{
  g_autofree char *key = NULL;

  g_return_if_fail (COG_IS_MISSING_CHIPS (self) && now != NULL);

  g_clear_pointer (&self->missing, g_ptr_array_unref);
  self->missing =
      self->source != NULL ? cog_text_list_missing (self->source, now) : g_ptr_array_new ();
  key = dup_key (self->missing);
  /* Chips that stay keep the keyboard. */
  if (g_strcmp0 (key, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&key);
  show_chips (self);
}

const CogCode *
cog_missing_chips_get_next (CogMissingChips *self, gboolean only_notes)
{
  g_return_val_if_fail (COG_IS_MISSING_CHIPS (self), NULL);

  for (guint i = 0; i < self->missing->len; i++)
    {
      const CogCode *code = g_ptr_array_index (self->missing, i);

      if (!only_notes || is_note (code))
        return code;
    }
  return NULL;
}

char *
cog_missing_chips_dup_words (CogMissingChips *self, const CogCode *code)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (COG_IS_MISSING_CHIPS (self) && code != NULL, NULL);

  if (code->type == COG_CODE_PIECE || self->source == NULL)
    return g_strdup (code->label != NULL ? code->label : "");
  words = g_utf8_substring (self->source->plain, code->start, code->end);
  g_strdelimit (words, "\n\t", ' ');
  return g_str_has_prefix (words, "\xEF\xBF\xBC") ? g_strdup ("…") : g_steal_pointer (&words);
}
