/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-markup.h"
#include "cog-unit-row-private.h"
#include "cog-unit-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

const CogUnit *
cog_unit_row_get_unit (CogUnitRow *self)
{
  return self->item != NULL ? cog_workbench_unit_get_unit (self->item) : NULL;
}

static void
set_class (gpointer widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The size in which a kind is set: on the boxes, so that the editor has it too. */
static void
show_kind (CogUnitRow *self, const CogUnit *unit)
{
  gboolean is_heading = unit->kind == COG_UNIT_HEADING || unit->kind == COG_UNIT_TITLE;
  gboolean is_small = unit->kind == COG_UNIT_CAPTION || unit->kind == COG_UNIT_CELL ||
                      unit->kind == COG_UNIT_HEADER_CELL || unit->kind == COG_UNIT_ALT;
  gboolean is_subheading =
      is_heading && unit->element != NULL && unit->element[0] == 'h' && unit->element[1] >= '2';
  GtkWidget *cells[] = { self->source, self->target };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      set_class (cells[i], "unit-heading", is_heading && !is_subheading);
      set_class (cells[i], "unit-subheading", is_subheading);
      set_class (cells[i], "unit-small", is_small);
      set_class (cells[i], "term",
                 unit->kind == COG_UNIT_HEADER_CELL || unit->kind == COG_UNIT_TERM);
      set_class (cells[i], "item",
                 unit->kind == COG_UNIT_ITEM || unit->kind == COG_UNIT_DESCRIPTION);
      set_class (cells[i], "equation", unit->kind == COG_UNIT_EQUATION);
    }
  gtk_widget_set_visible (self->source_alt, unit->kind == COG_UNIT_ALT);
  gtk_widget_set_visible (self->target_alt, unit->kind == COG_UNIT_ALT);
}

/* (nullable): nothing is there yet. */
static const char *
get_shown_target (const CogUnit *unit)
{
  if (unit->target != NULL)
    return unit->target;
  if (unit->decision == COG_DECISION_KEPT || unit->kind == COG_UNIT_EQUATION)
    return unit->source;
  return NULL;
}

static void
show_texts (CogUnitRow *self, const CogUnit *unit)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean is_omitted = unit->decision == COG_DECISION_OMITTED;
  const char *target = is_omitted ? NULL : get_shown_target (unit);
  g_autofree char *source_markup =
      cog_rich_markup_new (unit->source != NULL ? unit->source : "", is_dark);
  g_autofree char *target_markup = target != NULL ? cog_rich_markup_new (target, is_dark) : NULL;
  gboolean is_waiting = target == NULL && !is_omitted;

  gtk_label_set_markup (self->source_text, source_markup);
  if (target_markup != NULL)
    gtk_label_set_markup (self->target_text, target_markup);
  else
    /* Translators: stands where a paragraph waits for its translation. */
    gtk_label_set_text (self->target_text, is_omitted ? "" : _ ("Translate…"));
  /* Words of the window are set as the window is, not as the book. */
  gtk_widget_set_direction (GTK_WIDGET (self->target_text),
                            is_waiting ? gtk_widget_get_default_direction () : self->direction);
  set_class (self->target_text, "book", !is_waiting);
  set_class (self->target_text, "waiting", is_waiting);
  set_class (self->source, "omitted", is_omitted);
  set_class (self->decision, "slip", is_omitted);
  gtk_widget_set_visible (GTK_WIDGET (self->target_text), self->editor == NULL && !is_omitted);
}

static void
show_state (CogUnitRow *self, const CogUnit *unit)
{
  const char *state = cog_unit_words_get_state (unit->state);
  g_autofree char *line = cog_unit_words_dup_decision_line (unit);
  g_autofree char *row = cog_unit_words_dup_row (unit);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  cog_stitch_show (self->stitch, unit->state, unit->decision);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  state, -1);
  gtk_label_set_text (self->decision, line);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), line[0] != '\0');
  /* The list's own item is what a screen reader meets. */
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, row,
                                    -1);
}

void
cog_unit_row_show (CogUnitRow *self)
{
  const CogUnit *unit = cog_unit_row_get_unit (self);

  if (unit == NULL)
    return;
  show_kind (self, unit);
  show_texts (self, unit);
  show_state (self, unit);
}
