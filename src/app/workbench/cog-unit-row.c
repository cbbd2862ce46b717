/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-row-private.h"

#include "cog-language.h"
#include "cog-project-drafts.h"
#include "cog-spread-layout.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (CogUnitRow, cog_unit_row, GTK_TYPE_WIDGET)

static gboolean
save_edit (CogUnitRow *self, const CogUnitEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (cog_project_edit_or_keep (self->project, edit, _ ("Edited a passage"), &error))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
  return FALSE;
}

/* Stores what is typed, if it differs from what is stored. */
static void
flush (CogUnitRow *self)
{
  const CogUnit *unit = cog_unit_row_get_unit (self);
  g_autofree char *target = NULL;
  g_autofree char *id = NULL;
  CogUnitEdit edit = { .set = COG_UNIT_SET_TARGET };

  if (self->editor == NULL || unit == NULL)
    return;
  target = cog_unit_editor_dup_target (self->editor);
  if (g_strcmp0 (target, unit->target != NULL ? unit->target : "") == 0)
    return;
  id = g_strdup (unit->id);
  edit.unit = id;
  edit.target = target;
  self->is_saving = TRUE;
  save_edit (self, &edit);
  self->is_saving = FALSE;
}

static void
close_editor (CogUnitRow *self)
{
  if (self->editor == NULL)
    return;
  flush (self);
  gtk_box_remove (GTK_BOX (self->target), GTK_WIDGET (self->editor));
  self->editor = NULL;
  gtk_widget_remove_css_class (self->target, "in-hand");
  gtk_widget_remove_css_class (self->source, "in-hand");
  cog_unit_row_show (self);
}

static void
finished_cb (CogUnitEditor *editor, gboolean next, CogUnitRow *self)
{
  g_autofree char *id = g_strdup (cog_unit_row_get_unit (self)->id);

  flush (self);
  if (next)
    gtk_widget_activate_action (GTK_WIDGET (self), "workbench.write-next", "s", id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "workbench.close", NULL);
}

static void
open_editor (CogUnitRow *self)
{
  const CogUnit *unit = cog_unit_row_get_unit (self);

  if (unit == NULL || self->editor != NULL)
    return;
  self->editor = COG_UNIT_EDITOR (cog_unit_editor_new (self->direction, self->script));
  cog_unit_editor_load (self->editor, unit);
  g_signal_connect_swapped (self->editor, "edited", G_CALLBACK (flush), self);
  g_signal_connect (self->editor, "finished", G_CALLBACK (finished_cb), self);
  gtk_widget_set_visible (GTK_WIDGET (self->target_text), FALSE);
  gtk_widget_add_css_class (self->target, "in-hand");
  gtk_widget_add_css_class (self->source, "in-hand");
  gtk_box_insert_child_after (GTK_BOX (self->target), GTK_WIDGET (self->editor),
                              GTK_WIDGET (self->target_text));
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static gboolean
left_cb (gpointer user_data)
{
  CogUnitRow *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->editor != NULL && self->item != NULL &&
      (focus == NULL || !gtk_widget_is_ancestor (focus, self->target)))
    cog_workbench_unit_set_writing (self->item, FALSE);
  return G_SOURCE_REMOVE;
}

/* Going elsewhere is a yes. Another window in front is not elsewhere: the person comes back to the
 * same word. What has the focus must not vanish while GTK moves the focus, so the editor closes
 * after. */
static void
leave_cb (GtkEventControllerFocus *controller, CogUnitRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->editor != NULL && root != NULL && gtk_window_is_active (GTK_WINDOW (root)))
    g_idle_add_full (G_PRIORITY_DEFAULT, left_cb, g_object_ref (self), g_object_unref);
}

static void
writing_cb (CogWorkbenchUnit *item, CogUnitRow *self)
{
  if (cog_workbench_unit_is_writing (item))
    open_editor (self);
  else
    close_editor (self);
}

/* The unit was edited here, or by undo: the editor follows where its text is another one now. */
static void
changed_cb (CogWorkbenchUnit *item, CogUnitRow *self)
{
  const CogUnit *unit = cog_workbench_unit_get_unit (item);

  if (self->editor != NULL && !self->is_saving)
    {
      g_autofree char *typed = cog_unit_editor_dup_target (self->editor);

      if (g_strcmp0 (typed, unit->target != NULL ? unit->target : "") != 0)
        cog_unit_editor_load (self->editor, unit);
    }
  cog_unit_row_show (self);
}

static void
flush_cb (CogWorkbenchUnit *item, CogUnitRow *self)
{
  flush (self);
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "workbench.write", "s",
                              cog_unit_row_get_unit (COG_UNIT_ROW (widget))->id);
}

static void
state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitRow *self = COG_UNIT_ROW (widget);
  g_autofree char *id = g_strdup (cog_unit_row_get_unit (self)->id);
  CogUnitEdit edit = { .unit = id, .set = COG_UNIT_SET_STATE };

  flush (self);
  if (cog_state_from_nick (g_variant_get_string (parameter, NULL), &edit.state))
    save_edit (self, &edit);
}

static void
decision_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitRow *self = COG_UNIT_ROW (widget);
  g_autofree char *id = g_strdup (cog_unit_row_get_unit (self)->id);
  CogUnitEdit edit = { .unit = id, .set = COG_UNIT_SET_DECISION };

  flush (self);
  if (cog_decision_from_nick (g_variant_get_string (parameter, NULL), &edit.decision))
    save_edit (self, &edit);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitRow *self = COG_UNIT_ROW (widget);
  g_autoptr (CogUnit) unit = cog_unit_copy (cog_unit_row_get_unit (self));
  CogUnitEdit edit = { .unit = unit->id, .set = COG_UNIT_SET_TARGET, .target = unit->source };

  if (unit->source != NULL)
    save_edit (self, &edit);
}

/* Made when it is opened: two hundred rows would build two hundred menus otherwise. */
static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/cognate/Cognate/workbench/cog-unit-menu.ui");

  gtk_menu_button_set_menu_model (button,
                                  G_MENU_MODEL (gtk_builder_get_object (builder, "unit_menu")));
}

static void
cog_unit_row_dispose (GObject *object)
{
  CogUnitRow *self = COG_UNIT_ROW (object);

  cog_unit_row_set_item (self, NULL);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->project);
  g_clear_pointer (&self->script, g_free);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cog_unit_row_parent_class)->dispose (object);
}

static void
cog_unit_row_class_init (CogUnitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_unit_row_dispose;
  gtk_widget_class_install_action (widget_class, "row.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "row.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "row.state", "s", state_action);
  gtk_widget_class_install_action (widget_class, "row.decision", "s", decision_action);
  gtk_widget_class_set_layout_manager_type (widget_class, COG_TYPE_SPREAD_LAYOUT);
  g_type_ensure (COG_TYPE_STITCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-unit-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_child (widget_class, CogUnitRow, source);
  gtk_widget_class_bind_template_child (widget_class, CogUnitRow, source_alt);
  gtk_widget_class_bind_template_child (widget_class, CogUnitRow, source_text);
  gtk_widget_class_bind_template_child (widget_class, CogUnitRow, state);
  gtk_widget_class_bind_template_child (widget_class, CogUnitRow, stitch);
  gtk_widget_class_bind_template_child (widget_class, CogUnitRow, target);
  gtk_widget_class_bind_template_child (widget_class, CogUnitRow, target_alt);
  gtk_widget_class_bind_template_child (widget_class, CogUnitRow, target_text);
  gtk_widget_class_bind_template_child (widget_class, CogUnitRow, decision);
}

static void
cog_unit_row_init (CogUnitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->state, create_menu, NULL, NULL);
  self->item_signals = g_signal_group_new (COG_TYPE_WORKBENCH_UNIT);
  g_signal_group_connect (self->item_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect (self->item_signals, "writing", G_CALLBACK (writing_cb), self);
  g_signal_group_connect (self->item_signals, "flush", G_CALLBACK (flush_cb), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (cog_unit_row_show), self, G_CONNECT_SWAPPED);
}

static GtkTextDirection
get_direction (const char *language)
{
  return cog_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
}

GtkWidget *
cog_unit_row_new (CogProject *project, const char *source_language, const char *target_language)
{
  CogUnitRow *self = g_object_new (COG_TYPE_UNIT_ROW, NULL);
  g_autofree char *source_script = cog_language_dup_script (source_language);

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  self->project = g_object_ref (project);
  self->direction = get_direction (target_language);
  self->script = cog_language_dup_script (target_language);
  gtk_widget_set_direction (GTK_WIDGET (self->source_text), get_direction (source_language));
  gtk_widget_set_direction (self->source, get_direction (source_language));
  gtk_widget_set_direction (self->target_alt, self->direction);
  gtk_widget_set_direction (GTK_WIDGET (self->target_text), self->direction);
  if (source_script != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->source_text), source_script);
  if (self->script != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->target_text), self->script);
  return GTK_WIDGET (self);
}

void
cog_unit_row_set_item (CogUnitRow *self, CogWorkbenchUnit *item)
{
  g_return_if_fail (COG_IS_UNIT_ROW (self));

  if (self->item == item)
    return;
  close_editor (self);
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  if (item == NULL)
    return;
  cog_unit_row_show (self);
  if (cog_workbench_unit_is_writing (item))
    open_editor (self);
}
