/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-row.h"

#include "cog-language.h"
#include "cog-rich-markup.h"
#include "cog-spread-layout.h"
#include "cog-stitch.h"
#include "cog-unit-editor.h"
#include "cog-unit-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _CogUnitRow
{
  GtkWidget parent_instance;
  CogProject *project;
  CogWorkbenchUnit *item;
  GSignalGroup *item_signals;
  GtkTextDirection direction; /* of the adaptation */
  char *script;               /* its style class */
  GtkWidget *source, *target; /* boxes: the two cells */
  GtkLabel *source_text, *target_text, *decision;
  GtkWidget *source_alt, *target_alt;
  GtkMenuButton *state;
  CogStitch *stitch;
  CogUnitEditor *editor; /* NULL: closed */
  gboolean is_saving;    /* what changes now is what was typed here */
};

G_DEFINE_FINAL_TYPE (CogUnitRow, cog_unit_row, GTK_TYPE_WIDGET)

static const CogUnit *
get_unit (CogUnitRow *self)
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

static void
show_unit (CogUnitRow *self)
{
  const CogUnit *unit = get_unit (self);

  if (unit == NULL)
    return;
  show_kind (self, unit);
  show_texts (self, unit);
  show_state (self, unit);
}

static gboolean
save_edit (CogUnitRow *self, const CogUnitEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (cog_project_edit (self->project, edit, 1, _ ("Edited a passage"), &error))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
  return FALSE;
}

/* Stores what is typed, if it differs from what is stored. */
static void
flush (CogUnitRow *self)
{
  const CogUnit *unit = get_unit (self);
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
  show_unit (self);
}

static void
finished_cb (CogUnitEditor *editor, gboolean next, CogUnitRow *self)
{
  g_autofree char *id = g_strdup (get_unit (self)->id);

  flush (self);
  if (next)
    gtk_widget_activate_action (GTK_WIDGET (self), "workbench.write-next", "s", id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "workbench.close", NULL);
}

static void
open_editor (CogUnitRow *self)
{
  const CogUnit *unit = get_unit (self);

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
  show_unit (self);
}

static void
flush_cb (CogWorkbenchUnit *item, CogUnitRow *self)
{
  flush (self);
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "workbench.write", "s", get_unit (COG_UNIT_ROW (widget))->id);
}

static void
state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitRow *self = COG_UNIT_ROW (widget);
  g_autofree char *id = g_strdup (get_unit (self)->id);
  CogUnitEdit edit = { .unit = id, .set = COG_UNIT_SET_STATE };

  flush (self);
  if (cog_state_from_nick (g_variant_get_string (parameter, NULL), &edit.state))
    save_edit (self, &edit);
}

static void
decision_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitRow *self = COG_UNIT_ROW (widget);
  g_autofree char *id = g_strdup (get_unit (self)->id);
  CogUnitEdit edit = { .unit = id, .set = COG_UNIT_SET_DECISION };

  flush (self);
  if (cog_decision_from_nick (g_variant_get_string (parameter, NULL), &edit.decision))
    save_edit (self, &edit);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogUnitRow *self = COG_UNIT_ROW (widget);
  g_autoptr (CogUnit) unit = cog_unit_copy (get_unit (self));
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
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (show_unit),
                           self, G_CONNECT_SWAPPED);
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
  show_unit (self);
  if (cog_workbench_unit_is_writing (item))
    open_editor (self);
}
