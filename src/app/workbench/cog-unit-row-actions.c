/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-row-private.h"

#include <glib/gi18n-lib.h>

static CogSuggestFunc suggest = NULL;
static gpointer suggest_data = NULL;

void
cog_unit_row_set_suggest_func (CogSuggestFunc func, gpointer user_data)
{
  suggest = func;
  suggest_data = user_data;
}

gboolean
cog_unit_row_edit (CogUnitRow *self, const CogUnitEdit *edits, gsize n, const char *label)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (COG_IS_UNIT_ROW (self) && edits != NULL, FALSE);

  if (n == 0 || cog_project_edit (self->project, edits, n, label, &error))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
  return FALSE;
}

/* The first unit that waits for words; else the first that can be written. */
static const CogUnit *
find_to_write (CogWorkbenchRow *item)
{
  const CogUnit *first = NULL;

  for (guint i = 0; i < cog_workbench_row_get_n_units (item); i++)
    {
      const CogUnit *unit = cog_workbench_row_get_unit (item, i);

      if (!cog_workbench_row_can_write (item, i))
        continue;
      if (unit->target == NULL && unit->kind != COG_UNIT_ALT)
        return unit;
      first = first != NULL ? first : unit;
    }
  return first;
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitRow *self = COG_UNIT_ROW (widget);
  const CogUnit *unit = self->item != NULL ? find_to_write (self->item) : NULL;

  if (unit != NULL)
    gtk_widget_activate_action (widget, "workbench.write", "s", unit->id);
}

/* All units of the row in one step; the strings are the row's, and must not go while the project
 * tells of each change. */
static GPtrArray *
copy_units (CogUnitRow *self)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_free);

  for (guint i = 0; self->item != NULL && i < cog_workbench_row_get_n_units (self->item); i++)
    g_ptr_array_add (units, cog_unit_copy (cog_workbench_row_get_unit (self->item, i)));
  return units;
}

static void
edit_all (CogUnitRow *self, CogUnitEdit edit, const char *label)
{
  g_autoptr (GPtrArray) units = NULL;
  g_autofree CogUnitEdit *edits = NULL;

  cog_unit_row_flush (self);
  units = copy_units (self);
  edits = g_new0 (CogUnitEdit, units->len + 1);
  for (guint i = 0; i < units->len; i++)
    {
      edits[i] = edit;
      edits[i].unit = ((const CogUnit *)g_ptr_array_index (units, i))->id;
    }
  cog_unit_row_edit (self, edits, units->len, label);
}

static void
state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitEdit edit = { .set = COG_UNIT_SET_STATE };

  if (cog_state_from_nick (g_variant_get_string (parameter, NULL), &edit.state))
    edit_all (COG_UNIT_ROW (widget), edit, _ ("Set the state of a passage"));
}

static void
decision_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitEdit edit = { .set = COG_UNIT_SET_DECISION };

  if (cog_decision_from_nick (g_variant_get_string (parameter, NULL), &edit.decision))
    edit_all (COG_UNIT_ROW (widget), edit, _ ("Decided on a passage"));
}

static void
bring_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitEdit edit = { .set = COG_UNIT_SET_DECISION, .decision = COG_DECISION_NONE };

  edit_all (COG_UNIT_ROW (widget), edit, _ ("Took a passage back in"));
}

/* Of a table or figure, what has no text yet. */
static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitRow *self = COG_UNIT_ROW (widget);
  g_autoptr (GPtrArray) units = copy_units (self);
  g_autofree CogUnitEdit *edits = g_new0 (CogUnitEdit, units->len + 1);
  gsize n = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (unit->source == NULL || unit->source[0] == '\0' || unit->kind == COG_UNIT_EQUATION ||
          (units->len > 1 && unit->target != NULL))
        continue;
      edits[n].unit = unit->id;
      edits[n].set = COG_UNIT_SET_TARGET;
      edits[n++].target = unit->source;
    }
  cog_unit_row_edit (self, edits, n, _ ("Copied the source"));
}

static void
suggestion_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitRow *self = COG_UNIT_ROW (widget);
  g_autoptr (CogUnit) unit = cog_unit_copy (cog_unit_row_get_unit (self));
  guint share = 0;
  g_autofree char *target = suggest != NULL ? suggest (unit, &share, suggest_data) : NULL;
  CogUnitEdit edit = { .unit = unit->id, .set = COG_UNIT_SET_TARGET, .target = target };

  if (target != NULL)
    cog_unit_row_edit (self, &edit, 1, _ ("Took a suggestion"));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (COG_UNIT_ROW (widget)->state);
}

void
cog_unit_row_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "row.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "row.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "row.use-suggestion", NULL, suggestion_action);
  gtk_widget_class_install_action (widget_class, "row.bring-back", NULL, bring_back_action);
  gtk_widget_class_install_action (widget_class, "row.state", "s", state_action);
  gtk_widget_class_install_action (widget_class, "row.decision", "s", decision_action);
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);
}

/* --- the ways to begin --------------------------------------------------------------------- */

static void
add_way (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  /* The keyboard has Enter for the row, and the row's menu. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_suggestion (CogUnitRow *self, GtkWidget *box)
{
  const CogUnit *unit = cog_unit_row_get_unit (self);
  guint share = 0;
  g_autofree char *target =
      suggest != NULL && unit != NULL ? suggest (unit, &share, suggest_data) : NULL;
  g_autofree char *label = NULL;

  if (target == NULL)
    return;
  /* Translators: takes over an earlier translation of a similar passage; how similar, in percent.
   */
  label = g_strdup_printf (_ ("Use %u %% match"), share);
  add_way (box, label, "row.use-suggestion");
}

/* "Write" comes first: it stands where the words said "Translate…", and who clicks there before
 * the buttons are seen gets what was said. */
void
cog_unit_row_show_begin (CogUnitRow *self, gboolean is_near)
{
  gboolean wanted = is_near && self->item != NULL && self->editor == NULL &&
                    cog_workbench_row_is_untouched (self->item);

  if (wanted == (self->begin != NULL))
    return;
  if (!wanted)
    {
      g_clear_pointer (&self->begin, gtk_widget_unparent);
      gtk_widget_remove_css_class (GTK_WIDGET (self), "near");
      gtk_widget_remove_css_class (GTK_WIDGET (self), "near-all");
      return;
    }
  self->begin = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_direction (self->begin, gtk_widget_get_direction (GTK_WIDGET (self->target_page)));
  gtk_widget_add_css_class (self->begin, "ways");
  /* In one line they stand where its invitation does; elsewhere they lie on a picture. */
  gtk_widget_add_css_class (GTK_WIDGET (self),
                            cog_workbench_row_get_n_units (self->item) == 1 ? "near" : "near-all");
  add_way (self->begin, _ ("_Write"), "row.write");
  add_suggestion (self, self->begin);
  add_way (self->begin, _ ("_Copy Source"), "row.copy");
  gtk_widget_insert_before (self->begin, GTK_WIDGET (self), NULL);
}
