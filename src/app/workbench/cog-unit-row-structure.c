/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-row-structure.h"

#include "cog-rich-view.h"
#include "cog-unit-row-private.h"

#include <string.h>

/* The text in which the adaptation is written, where the row is open. */
static CogRichView *
find_text (GtkWidget *widget)
{
  if (COG_IS_RICH_VIEW (widget))
    return COG_RICH_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      CogRichView *found = find_text (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

int
cog_unit_row_get_caret (CogUnitRow *self)
{
  CogRichView *view = self->editor != NULL ? find_text (GTK_WIDGET (self->editor)) : NULL;

  return view != NULL ? (int)cog_rich_buffer_get_caret (cog_rich_view_get_buffer (view))
                      : self->caret;
}

const CogUnit *
cog_unit_row_get_cell (CogUnitRow *self)
{
  guint n = self->item != NULL ? cog_workbench_row_get_n_units (self->item) : 0;

  if (n == 0 || cog_workbench_row_get_row (self->item)->kind != COG_ROW_TABLE)
    return NULL;
  return cog_workbench_row_get_unit (
      self->item, self->writing >= 0 && (guint)self->writing < n ? (guint)self->writing : n - 1);
}

/* What the page does with the unit of the row. */
static const struct
{
  const char *name;
  const char *action;
  const char *word; /* NULL: the unit is all that it wants */
} actions[] = {
  { "row.merge", "structure.merge", NULL },
  { "row.move-up", "structure.shift", "up" },
  { "row.move-down", "structure.shift", "down" },
  { "row.insert-paragraph", "structure.insert", "paragraph" },
  { "row.insert-heading", "structure.insert", "heading" },
  { "row.insert-list", "structure.insert", "list" },
  { "row.insert-table", "structure.insert-table", NULL },
  { "row.insert-figure", "structure.insert-figure", NULL },
  { "row.source", "workbench.source", NULL },
};

static void
structure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const CogUnit *unit = cog_unit_row_get_unit (COG_UNIT_ROW (widget));

  for (guint i = 0; unit != NULL && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      {
        g_autofree char *id = g_strdup (unit->id);

        if (actions[i].word == NULL)
          gtk_widget_activate_action (widget, actions[i].action, "s", id);
        else
          gtk_widget_activate_action (widget, actions[i].action, "(ss)", id, actions[i].word);
        return;
      }
}

/* To split is to split what was written last. */
static void
split_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitRow *self = COG_UNIT_ROW (widget);
  const CogUnit *unit = cog_unit_row_get_unit (self);
  g_autofree char *id = unit != NULL ? g_strdup (unit->id) : NULL;

  if (id != NULL)
    gtk_widget_activate_action (widget, "structure.split", "(si)", id,
                                cog_unit_row_get_caret (self));
}

/* Those that hand a word on, of the unit or of the cell that is meant. */
static void
word_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    const char *action;
    gboolean is_of_cell;
  } words[] = {
    { "row.omit", "structure.omit", FALSE },
    { "row.remove", "structure.remove", FALSE },
    { "row.omit-line", "structure.omit", TRUE },
    { "row.edit-table", "structure.edit-table", TRUE },
  };
  CogUnitRow *self = COG_UNIT_ROW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].name, name))
      {
        const CogUnit *unit =
            words[i].is_of_cell ? cog_unit_row_get_cell (self) : cog_unit_row_get_unit (self);
        g_autofree char *id = unit != NULL ? g_strdup (unit->id) : NULL;

        if (id != NULL)
          gtk_widget_activate_action (widget, words[i].action, "(ss)", id,
                                      g_variant_get_string (parameter, NULL));
        return;
      }
}

void
cog_unit_row_structure_install (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, structure_action);
  gtk_widget_class_install_action (widget_class, "row.split", NULL, split_action);
  gtk_widget_class_install_action (widget_class, "row.omit", "s", word_action);
  gtk_widget_class_install_action (widget_class, "row.remove", "s", word_action);
  gtk_widget_class_install_action (widget_class, "row.omit-line", "s", word_action);
  gtk_widget_class_install_action (widget_class, "row.edit-table", "s", word_action);
}
