/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-take-row.h"

#include "cog-language.h"
#include "cog-text-block.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *box, *head, *text;
} Side;

struct _CogTakeRow
{
  GtkBox parent_instance;
  CogExchangeItem *item; /* borrowed (nullable) */
  gboolean is_showing;
  GtkWidget *outcome, *source;
  Side mine, theirs;
  GtkWidget *choice, *keep, *use;
};

G_DEFINE_FINAL_TYPE (CogTakeRow, cog_take_row, GTK_TYPE_BOX)

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
toggled_cb (CogTakeRow *self)
{
  if (self->item != NULL && !self->is_showing)
    self->item->is_theirs = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->use));
}

static void
add_side (GtkWidget *sides, Side *side, const char *title)
{
  side->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  side->head = new_label ("dim");
  side->text = cog_text_block_new ();
  gtk_label_set_label (GTK_LABEL (side->head), title);
  gtk_widget_add_css_class (side->head, "small");
  gtk_widget_add_css_class (side->text, "book");
  gtk_widget_set_hexpand (side->box, TRUE);
  gtk_box_append (GTK_BOX (side->box), side->head);
  gtk_box_append (GTK_BOX (side->box), side->text);
  gtk_box_append (GTK_BOX (sides), side->box);
}

static GtkWidget *
add_check (CogTakeRow *self, const char *label, GtkWidget *group)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->choice), check);
  return check;
}

static void
cog_take_row_init (CogTakeRow *self)
{
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 9);
  self->outcome = new_label ("heading");
  self->source = new_label ("dim");
  self->choice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_box_append (GTK_BOX (self), self->outcome);
  gtk_box_append (GTK_BOX (self), self->source);
  gtk_box_append (GTK_BOX (self), sides);
  gtk_box_append (GTK_BOX (self), self->choice);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  /* Translators: over the person's own text, where another is beside it. */
  add_side (sides, &self->mine, _ ("Here"));
  /* Translators: over the text that came back from another program or person. */
  add_side (sides, &self->theirs, _ ("Came back"));
  self->keep = add_check (self, _ ("Keep Mine"), NULL);
  self->use = add_check (self, _ ("Use Theirs"), self->keep);
}

static void
cog_take_row_class_init (CogTakeRowClass *klass)
{
}

GtkWidget *
cog_take_row_new (void)
{
  return g_object_new (COG_TYPE_TAKE_ROW, NULL);
}

static const char *
get_words (const CogExchangeItem *item)
{
  switch (item->outcome)
    {
    case COG_EXCHANGE_CONFLICT:
      return g_strcmp0 (item->why->id, "exchange-source-differs") == 0
                 ? _ ("It translates another original than you have")
                 : _ ("Changed there and here");
    case COG_EXCHANGE_REFUSED:
      return _ ("Cannot be taken: marks, pictures or formulas in it are lost or broken");
    case COG_EXCHANGE_UNPLACED:
      return _ ("Is not in this book");
    case COG_EXCHANGE_CHANGED:
      return item->mine == NULL ? _ ("New") : _ ("Changed");
    }
  g_return_val_if_reached ("");
}

/* What cannot be taken is plain text, as the file has it. */
static void
show_text (Side *side, const char *text, gboolean is_plain, const char *language)
{
  g_autofree char *escaped = text != NULL && is_plain ? g_markup_escape_text (text, -1) : NULL;
  GtkTextDirection direction = cog_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;

  gtk_widget_set_visible (side->box, text != NULL && text[0] != '\0');
  gtk_widget_set_direction (side->head, direction);
  gtk_widget_set_direction (side->text, direction);
  cog_text_block_set_xhtml (COG_TEXT_BLOCK (side->text),
                            escaped != NULL ? escaped : (text != NULL ? text : ""));
}

void
cog_take_row_set_item (CogTakeRow *self, CogExchangeItem *item, const char *language)
{
  gboolean is_plain;

  g_return_if_fail (COG_IS_TAKE_ROW (self));

  self->item = item;
  if (item == NULL)
    return;
  self->is_showing = TRUE;
  is_plain = item->outcome == COG_EXCHANGE_REFUSED || item->outcome == COG_EXCHANGE_UNPLACED;
  gtk_label_set_label (GTK_LABEL (self->outcome), get_words (item));
  {
    g_autoptr (CogText) source =
        item->source != NULL ? cog_text_new_from_xhtml (item->source, NULL) : NULL;

    gtk_label_set_label (GTK_LABEL (self->source), source != NULL ? source->plain : item->place);
  }
  show_text (&self->mine, item->mine, FALSE, language);
  show_text (&self->theirs, item->theirs, is_plain, language);
  gtk_widget_set_visible (self->choice, item->outcome == COG_EXCHANGE_CONFLICT);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (item->is_theirs ? self->use : self->keep), TRUE);
  self->is_showing = FALSE;
}
