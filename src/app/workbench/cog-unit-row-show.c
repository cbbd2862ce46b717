/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tooltip.h"
#include "cog-unit-row-private.h"
#include "cog-unit-words.h"

#include <glib/gi18n-lib.h>

const CogUnit *
cog_unit_row_get_unit (CogUnitRow *self)
{
  return self->item != NULL ? cog_workbench_row_get_main_unit (self->item) : NULL;
}

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

/* A box runs along all its rows: they have no gap between them. */
static void
show_context (CogUnitRow *self, const CogRow *row)
{
  gboolean is_boxed = row->context != COG_CONTEXT_NONE && row->context != COG_CONTEXT_FIGURE;
  gpointer widgets[] = { self, self->source, self->target };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      set_class (widgets[i], "boxed", is_boxed);
      set_class (widgets[i], "quoted", row->context == COG_CONTEXT_QUOTATION);
      set_class (widgets[i], "box-first", is_boxed && row->is_first);
      set_class (widgets[i], "box-last", is_boxed && row->is_last);
    }
  set_class (self, "tight", row->is_tight);
  set_class (self, "goes-on", row->table != NULL && !row->table->is_last);
  set_class (self, "went-on", row->table != NULL && !row->table->is_first);
  set_class (self, "heading-row", row->level > 0);
  set_class (self, "title-row", row->level == 1);
}

static void
show_slip (CogUnitRow *self, const char *words)
{
  GtkWidget *label, *button;

  if (self->slip == NULL)
    {
      self->slip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_widget_add_css_class (self->slip, "slip");
      gtk_widget_set_direction (self->slip, gtk_widget_get_default_direction ());
      label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
      /* Translators: takes a passage that was left out back into the book. */
      button = gtk_button_new_with_label (_ ("Bring Back"));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "row.bring-back");
      gtk_box_append (GTK_BOX (self->slip), label);
      gtk_box_append (GTK_BOX (self->slip), button);
      gtk_box_append (GTK_BOX (self->target), self->slip);
    }
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (self->slip)), words);
}

static void
show_decision_line (CogUnitRow *self, const char *line)
{
  if (line[0] == '\0')
    {
      if (self->decision != NULL)
        gtk_widget_set_visible (self->decision, FALSE);
      return;
    }
  if (self->decision == NULL)
    {
      self->decision = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (self->decision), TRUE);
      gtk_label_set_xalign (GTK_LABEL (self->decision), 0);
      gtk_widget_add_css_class (self->decision, "decision");
      gtk_box_append (GTK_BOX (self->target), self->decision);
    }
  gtk_label_set_text (GTK_LABEL (self->decision), line);
  gtk_widget_set_visible (self->decision, TRUE);
}

/* What somebody should look at in any of the row's units, such as a cell of a table, is told of.
 * line: (inout) (nullable) */
static void
add_warning (CogUnitRow *self, const char *(*get_words) (const CogUnit *unit), char **line)
{
  const char *words = "";
  char *both;

  for (guint i = 0; words[0] == '\0' && i < cog_workbench_row_get_n_units (self->item); i++)
    words = get_words (cog_workbench_row_get_unit (self->item, i));
  if (words[0] == '\0')
    return;
  both =
      *line != NULL && *line[0] != '\0' ? g_strconcat (*line, "\n", words, NULL) : g_strdup (words);
  g_free (*line);
  *line = both;
}

static void
show_decision (CogUnitRow *self)
{
  CogDecision decision = cog_workbench_row_get_decision (self->item);
  const CogUnit *unit = cog_unit_row_get_unit (self);
  gboolean is_omitted = decision == COG_DECISION_OMITTED;
  g_autofree char *line = NULL;

  /* What was decided on one of several units stands with the row while that one is in hand. */
  if (unit != NULL && (decision == unit->decision || self->editor != NULL))
    line = cog_unit_words_dup_decision_line (unit);
  if (!is_omitted)
    add_warning (self, cog_unit_words_get_machine, &line);
  add_warning (self, cog_unit_words_get_outdated, &line);
  set_class (self->source, "omitted", is_omitted);
  gtk_widget_set_visible (GTK_WIDGET (self->target_page), !is_omitted);
  if (is_omitted)
    show_slip (self, line != NULL ? line : "");
  else if (self->slip != NULL)
    {
      gtk_box_remove (GTK_BOX (self->target), self->slip);
      self->slip = NULL;
    }
  show_decision_line (self, is_omitted || line == NULL ? "" : line);
}

static void
show_state (CogUnitRow *self)
{
  CogState state = cog_workbench_row_get_state (self->item);
  const char *words = cog_unit_words_get_state (state);
  g_autofree char *row = cog_unit_words_dup_row (self->item);

  cog_stitch_show (self->stitch, state, cog_workbench_row_get_decision (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->state), cog_workbench_row_get_n_units (self->item) > 0);
  cog_tooltip_set (GTK_WIDGET (self->state), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
}

void
cog_unit_row_show (CogUnitRow *self)
{
  if (self->item == NULL)
    return;
  show_context (self, cog_workbench_row_get_row (self->item));
  cog_page_cell_show (self->source_page, self->item);
  cog_page_cell_show (self->target_page, self->item);
  show_decision (self);
  show_state (self);
}

void
cog_unit_row_show_here (CogUnitRow *self)
{
  set_class (self, "here", self->item != NULL && cog_workbench_row_is_here (self->item));
}
