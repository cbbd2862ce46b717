/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-slot.h"

#include "cog-equation.h"
#include "cog-text-block.h"

#include <glib/gi18n-lib.h>

struct _CogUnitSlot
{
  GtkWidget parent_instance;
  const CogSide *side;
  GtkWidget *shown; /* text, equation or invitation */
  CogUnitEditor *editor;
  guint index;
  gboolean is_cell, is_at_end;
};

G_DEFINE_FINAL_TYPE (CogUnitSlot, cog_unit_slot, GTK_TYPE_WIDGET)

static void
set_class (gpointer widget, const char *name, gboolean on)
{
  if (gtk_widget_has_css_class (widget, name) == on)
    return;
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The size in which a kind is set: on the slot, so that the editor has it too. */
static void
show_kind (CogUnitSlot *self, const CogUnit *unit)
{
  gboolean is_heading = unit->kind == COG_UNIT_HEADING || unit->kind == COG_UNIT_TITLE;
  gboolean is_subheading =
      is_heading && unit->element != NULL && unit->element[0] == 'h' && unit->element[1] >= '2';
  gboolean is_small = unit->kind == COG_UNIT_CAPTION || unit->kind == COG_UNIT_CELL ||
                      unit->kind == COG_UNIT_HEADER_CELL || unit->kind == COG_UNIT_ALT ||
                      self->is_cell;

  set_class (self, "unit-heading", is_heading && !is_subheading);
  set_class (self, "unit-subheading", is_subheading);
  set_class (self, "unit-small", is_small);
  set_class (self, "term", unit->kind == COG_UNIT_HEADER_CELL || unit->kind == COG_UNIT_TERM);
  set_class (self, "preformatted", unit->kind == COG_UNIT_PREFORMATTED);
}

/* (nullable): nothing is there yet. */
static const char *
get_text (CogUnitSlot *self, const CogUnit *unit)
{
  if (self->side->is_source)
    return unit->source != NULL ? unit->source : "";
  if (unit->target != NULL)
    return unit->target;
  if (unit->decision == COG_DECISION_KEPT || unit->kind == COG_UNIT_EQUATION)
    return unit->source;
  return unit->decision == COG_DECISION_OMITTED ? "" : NULL;
}

static GdkPaintable *
find_picture (const char *name, gpointer user_data)
{
  return cog_pictures_find (user_data, name);
}

static GtkWidget *
new_text (CogUnitSlot *self)
{
  GtkWidget *text = cog_text_block_new ();

  gtk_widget_add_css_class (text, "book");
  if (self->side->script != NULL)
    gtk_widget_add_css_class (text, self->side->script);
  gtk_widget_set_direction (text, self->side->direction);
  cog_text_block_set_at_end (COG_TEXT_BLOCK (text), self->is_at_end);
  cog_text_block_set_pictures (COG_TEXT_BLOCK (text), find_picture, self->side->pictures);
  return text;
}

static GtkWidget *
new_equation (CogUnitSlot *self)
{
  GtkWidget *equation = cog_equation_new ();

  gtk_widget_add_css_class (equation, "book");
  gtk_widget_set_direction (equation, self->side->direction);
  return equation;
}

/* Words of the window are set as the window is, not as the book. */
static GtkWidget *
new_invitation (CogUnitSlot *self)
{
  /* Translators: stands where a paragraph waits for its translation. */
  GtkWidget *label = gtk_label_new (self->is_cell ? "…" : _ ("Translate…"));
  gboolean is_turned;

  if (self->is_cell)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Translate…"), -1);
  /* It stands where the text will begin, whatever the direction of its own words. */
  is_turned = self->side->direction != gtk_widget_get_default_direction ();
  gtk_label_set_xalign (GTK_LABEL (label), self->is_at_end != is_turned ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_direction (label, gtk_widget_get_default_direction ());
  gtk_widget_add_css_class (label, "waiting");
  return label;
}

/* What shows is kept where it is of the right kind already: rows are bound again and again. */
static void
take_shown (CogUnitSlot *self, GType type, GtkWidget *(*create) (CogUnitSlot *))
{
  if (self->shown != NULL && G_OBJECT_TYPE (self->shown) == type)
    return;
  g_clear_pointer (&self->shown, gtk_widget_unparent);
  self->shown = create (self);
  gtk_widget_insert_before (self->shown, GTK_WIDGET (self), GTK_WIDGET (self->editor));
}

void
cog_unit_slot_show (CogUnitSlot *self, const CogUnit *unit, guint index)
{
  const char *text;

  g_return_if_fail (COG_IS_UNIT_SLOT (self) && unit != NULL);

  self->index = index;
  show_kind (self, unit);
  text = get_text (self, unit);
  if (text == NULL)
    take_shown (self, GTK_TYPE_LABEL, new_invitation);
  else if (unit->kind == COG_UNIT_EQUATION)
    {
      take_shown (self, COG_TYPE_EQUATION, new_equation);
      cog_equation_set_mathml (COG_EQUATION (self->shown), text);
    }
  else
    {
      take_shown (self, COG_TYPE_TEXT_BLOCK, new_text);
      cog_text_block_set_xhtml (COG_TEXT_BLOCK (self->shown), text);
    }
  cog_unit_slot_show_marks (self, unit);
  gtk_widget_set_visible (self->shown, self->editor == NULL);
}

void
cog_unit_slot_show_marks (CogUnitSlot *self, const CogUnit *unit)
{
  gsize n = 0;
  const CogMark *marks;

  g_return_if_fail (COG_IS_UNIT_SLOT (self) && unit != NULL);

  if (self->side->find_marks == NULL)
    return;
  marks = self->side->find_marks (unit->id, self->side->is_source, &n, self->side->user_data);
  if (COG_IS_TEXT_BLOCK (self->shown))
    cog_text_block_mark (COG_TEXT_BLOCK (self->shown), marks, n);
  if (self->editor != NULL)
    cog_unit_editor_mark (self->editor, marks, n);
}

guint
cog_unit_slot_get_index (CogUnitSlot *self)
{
  g_return_val_if_fail (COG_IS_UNIT_SLOT (self), 0);
  return self->index;
}

void
cog_unit_slot_set_is_cell (CogUnitSlot *self, gboolean at_end)
{
  g_return_if_fail (COG_IS_UNIT_SLOT (self));

  self->is_cell = TRUE;
  self->is_at_end = at_end;
}

void
cog_unit_slot_update_pictures (CogUnitSlot *self)
{
  g_return_if_fail (COG_IS_UNIT_SLOT (self));

  if (COG_IS_TEXT_BLOCK (self->shown))
    cog_text_block_update_pictures (COG_TEXT_BLOCK (self->shown));
  if (self->editor != NULL)
    cog_unit_editor_update_pictures (self->editor);
}

CogUnitEditor *
cog_unit_slot_open (CogUnitSlot *self, const CogUnit *unit)
{
  g_return_val_if_fail (COG_IS_UNIT_SLOT (self) && self->editor == NULL, NULL);

  self->editor = COG_UNIT_EDITOR (cog_unit_editor_new (self->side->direction, self->side->script));
  cog_unit_editor_set_pictures (self->editor, find_picture, self->side->pictures);
  cog_unit_editor_load (self->editor, unit);
  cog_unit_slot_show_marks (self, unit);
  if (self->shown != NULL)
    gtk_widget_set_visible (self->shown, FALSE);
  gtk_widget_insert_before (GTK_WIDGET (self->editor), GTK_WIDGET (self), NULL);
  return self->editor;
}

static void
drop_editor (CogUnitSlot *self)
{
  CogUnitEditor *editor = g_steal_pointer (&self->editor);

  if (editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (editor));
}

void
cog_unit_slot_close (CogUnitSlot *self)
{
  g_return_if_fail (COG_IS_UNIT_SLOT (self));

  drop_editor (self);
  if (self->shown != NULL)
    gtk_widget_set_visible (self->shown, TRUE);
}

static void
cog_unit_slot_dispose (GObject *object)
{
  CogUnitSlot *self = COG_UNIT_SLOT (object);

  g_clear_pointer (&self->shown, gtk_widget_unparent);
  drop_editor (self);
  G_OBJECT_CLASS (cog_unit_slot_parent_class)->dispose (object);
}

static void
cog_unit_slot_class_init (CogUnitSlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_unit_slot_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "slot");
}

static void
cog_unit_slot_init (CogUnitSlot *self)
{
}

GtkWidget *
cog_unit_slot_new (const CogSide *side)
{
  CogUnitSlot *self = g_object_new (COG_TYPE_UNIT_SLOT, NULL);

  self->side = side;
  return GTK_WIDGET (self);
}
