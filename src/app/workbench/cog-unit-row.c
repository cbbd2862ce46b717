/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-row.h"

#include "cog-rich-text.h"

#include <glib/gi18n-lib.h>

struct _CogUnitRow
{
  GtkBox parent_instance;
  CogProject *project;
  CogWorkbenchUnit *item;
  gulong changed_id;
  GtkWidget *source; /* label */
  GtkWidget *stitch; /* menu button */
  GtkWidget *target; /* box: label, or editor with its toolbar */
  GtkWidget *label;
  GtkWidget *decision;
  GtkWidget *editor; /* NULL: closed */
  GtkWidget *toolbar;
  GtkWidget *chips;
  gboolean source_rtl, target_rtl;
};

G_DEFINE_FINAL_TYPE (CogUnitRow, cog_unit_row, GTK_TYPE_BOX)

static void close_editor (CogUnitRow *self, gboolean save);

static const char *
get_stitch (CogState state)
{
  switch (state)
    {
    case COG_STATE_INITIAL:
      return "○";
    case COG_STATE_TRANSLATED:
      return "◐";
    case COG_STATE_REVIEWED:
      return "●";
    case COG_STATE_FINAL:
      return "✓";
    }
  return "○";
}

static const char *
get_state_name (CogState state)
{
  switch (state)
    {
    case COG_STATE_INITIAL:
      return _ ("Not translated");
    case COG_STATE_TRANSLATED:
      return _ ("Translated");
    case COG_STATE_REVIEWED:
      return _ ("Reviewed");
    case COG_STATE_FINAL:
      return _ ("Final");
    }
  return "";
}

static const char *
get_decision_name (CogDecision decision)
{
  switch (decision)
    {
    case COG_DECISION_KEPT:
      return _ ("Kept");
    case COG_DECISION_ADAPTED:
      return _ ("Adapted");
    case COG_DECISION_REPLACED:
      return _ ("Replaced");
    case COG_DECISION_OMITTED:
      return _ ("Left out");
    case COG_DECISION_ADDED:
      return _ ("Added");
    case COG_DECISION_NONE:
    case COG_DECISION_TRANSLATED:
      return "";
    }
  return "";
}

static char *
dup_display (const CogUnit *unit, const char *text)
{
  if (unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_TITLE)
    return g_strdup_printf (unit->kind == COG_UNIT_ALT ? "🖼 %s" : "%s", text);
  return cog_rich_text_to_pango (text);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_unit (CogUnitRow *self)
{
  const CogUnit *unit = self->item != NULL ? cog_workbench_unit_get_unit (self->item) : NULL;
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  g_autofree char *line = NULL;
  const char *decision;

  if (unit == NULL)
    return;
  source = unit->source != NULL ? dup_display (unit, unit->source) : g_strdup ("");
  gtk_label_set_markup (GTK_LABEL (self->source), source);
  if (unit->target != NULL)
    target = dup_display (unit, unit->target);
  else if (unit->decision == COG_DECISION_KEPT || unit->kind == COG_UNIT_EQUATION)
    target = g_strdup (source);
  /* Translators: stands where a paragraph waits for its translation. */
  gtk_label_set_markup (GTK_LABEL (self->label), target != NULL ? target : _ ("Translate…"));
  set_class (self->label, "waiting", target == NULL);
  set_class (self->source, "heading",
             unit->kind == COG_UNIT_HEADING || unit->kind == COG_UNIT_TITLE);
  set_class (self->label, "heading",
             unit->kind == COG_UNIT_HEADING || unit->kind == COG_UNIT_TITLE);
  set_class (self->source, "omitted", unit->decision == COG_DECISION_OMITTED);
  set_class (self->label, "omitted", unit->decision == COG_DECISION_OMITTED);
  gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (self->stitch))),
                      get_stitch (unit->state));
  gtk_widget_set_tooltip_text (self->stitch, get_state_name (unit->state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stitch), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_state_name (unit->state), -1);
  decision = get_decision_name (unit->decision);
  line = unit->reason != NULL && decision[0] != '\0'
             ? g_strdup_printf ("%s · %s", decision, unit->reason)
             : g_strdup (decision);
  gtk_label_set_text (GTK_LABEL (self->decision), line);
  gtk_widget_set_visible (self->decision, line[0] != '\0');
}

static void
changed_cb (CogWorkbenchUnit *item, CogUnitRow *self)
{
  show_unit (self);
}

static void
save_edit (CogUnitRow *self, const CogUnitEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogUnit) unit = NULL;

  if (!cog_project_edit (self->project, edit, 1, _ ("Edited a passage"), &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
      return;
    }
  unit = cog_project_dup_unit (self->project, edit->unit, NULL);
  if (unit != NULL && self->item != NULL)
    cog_workbench_unit_set_unit (self->item, unit);
}

static char *
dup_edited (CogUnitRow *self, const CogUnit *unit)
{
  g_autoptr (CogText) text = cog_rich_text_read (GTK_TEXT_VIEW (self->editor));

  if (unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_TITLE)
    return g_markup_escape_text (text->plain, -1);
  return cog_text_to_xhtml (text);
}

static void
close_editor (CogUnitRow *self, gboolean save)
{
  const CogUnit *unit = self->item != NULL ? cog_workbench_unit_get_unit (self->item) : NULL;
  g_autofree char *target = NULL;
  GtkWidget *editor = self->editor;

  if (editor == NULL)
    return;
  if (save && unit != NULL)
    target = dup_edited (self, unit);
  self->editor = NULL;
  gtk_box_remove (GTK_BOX (self->target), editor);
  gtk_box_remove (GTK_BOX (self->target), self->toolbar);
  self->toolbar = NULL;
  self->chips = NULL;
  gtk_widget_set_visible (self->label, TRUE);
  gtk_widget_remove_css_class (self->target, "in-hand");
  if (target != NULL && g_strcmp0 (target, unit->target != NULL ? unit->target : "") != 0)
    {
      g_autofree char *id = g_strdup (unit->id);
      CogUnitEdit edit = { .unit = id, .set = COG_UNIT_SET_TARGET, .target = target };

      save_edit (self, &edit);
    }
}

static void
done_cb (GtkButton *button, CogUnitRow *self)
{
  close_editor (self, TRUE);
}

static void
bold_cb (GtkButton *button, CogUnitRow *self)
{
  cog_rich_text_toggle (GTK_TEXT_VIEW (self->editor), "strong");
}

static void
emphasis_cb (GtkButton *button, CogUnitRow *self)
{
  cog_rich_text_toggle (GTK_TEXT_VIEW (self->editor), "em");
}

static void show_chips (CogUnitRow *self);

static void
chip_cb (GtkButton *button, CogUnitRow *self)
{
  const CogCode *code = g_object_get_data (G_OBJECT (button), "code");

  cog_rich_text_insert_piece (GTK_TEXT_VIEW (self->editor), code);
  gtk_widget_grab_focus (self->editor);
  show_chips (self);
}

/* What the source has and the text still lacks: a dashed chip each; a click puts it in. */
static void
show_chips (CogUnitRow *self)
{
  const CogUnit *unit = cog_workbench_unit_get_unit (self->item);
  g_autoptr (CogText) source = unit->source != NULL && unit->kind != COG_UNIT_ALT
                                   ? cog_text_new_from_xhtml (unit->source, NULL)
                                   : NULL;
  g_autoptr (CogText) now = cog_rich_text_read (GTK_TEXT_VIEW (self->editor));
  g_autoptr (GPtrArray) missing = source != NULL ? cog_text_list_missing (source, now) : NULL;

  while (gtk_widget_get_first_child (self->chips) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), gtk_widget_get_first_child (self->chips));
  for (guint i = 0; missing != NULL && i < missing->len && i < 6; i++)
    {
      const CogCode *code = g_ptr_array_index (missing, i);
      g_autofree char *label = g_strdup_printf (
          "+ %s", code->label != NULL && code->label[0] != '\0' ? code->label : code->element);
      GtkWidget *chip = gtk_button_new_with_label (label);

      gtk_widget_add_css_class (chip, "pill");
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))),
                               PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), 18);
      g_object_set_data_full (G_OBJECT (chip), "code", cog_code_copy (code),
                              (GDestroyNotify)cog_code_free);
      g_signal_connect (chip, "clicked", G_CALLBACK (chip_cb), self);
      gtk_box_append (GTK_BOX (self->chips), chip);
    }
}

static void
add_tool (CogUnitRow *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->toolbar), button);
}

static void
build_toolbar (CogUnitRow *self)
{
  GtkWidget *done = gtk_button_new_with_label (_ ("Done"));

  self->toolbar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  add_tool (self, "format-text-bold-symbolic", _ ("Bold"), G_CALLBACK (bold_cb));
  add_tool (self, "format-text-italic-symbolic", _ ("Emphasis"), G_CALLBACK (emphasis_cb));
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_hexpand (self->chips, TRUE);
  gtk_box_append (GTK_BOX (self->toolbar), self->chips);
  gtk_widget_add_css_class (done, "flat");
  g_signal_connect (done, "clicked", G_CALLBACK (done_cb), self);
  gtk_box_append (GTK_BOX (self->toolbar), done);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CogUnitRow *self)
{
  if (key == GDK_KEY_Escape)
    {
      close_editor (self, FALSE);
      return TRUE;
    }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK))
    {
      close_editor (self, TRUE);
      return TRUE;
    }
  return FALSE;
}

static gboolean
close_when_idle_cb (gpointer user_data)
{
  close_editor (user_data, TRUE);
  return G_SOURCE_REMOVE;
}

/* Going elsewhere is a yes: only Escape drops what was written. */
static void
leave_cb (GtkEventControllerFocus *controller, CogUnitRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Another window in front is not "elsewhere": the person comes back to the same word. What has
   * the focus must not vanish while GTK is moving the focus, so the editor closes after it. */
  if (self->editor != NULL && root != NULL && gtk_window_is_active (GTK_WINDOW (root)))
    g_idle_add_full (G_PRIORITY_DEFAULT, close_when_idle_cb, g_object_ref (self), g_object_unref);
}

static void
open_editor (CogUnitRow *self)
{
  const CogUnit *unit = self->item != NULL ? cog_workbench_unit_get_unit (self->item) : NULL;
  const char *start;
  g_autoptr (CogText) text = NULL;
  GtkEventController *keys;

  if (unit == NULL || self->editor != NULL || unit->kind == COG_UNIT_EQUATION)
    return;
  start = unit->target != NULL ? unit->target : "";
  if (unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_TITLE)
    {
      g_autoptr (CogText) plain = cog_text_new_from_xhtml (start, NULL);

      text = plain != NULL ? g_steal_pointer (&plain) : cog_text_new (start);
    }
  else
    text = cog_text_new_from_xhtml (start, NULL);
  if (text == NULL)
    text = cog_text_new ("");
  self->editor = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->editor), GTK_WRAP_WORD_CHAR);
  /* An empty view asks for no height at all. */
  gtk_widget_set_size_request (self->editor, -1, 26);
  gtk_widget_add_css_class (self->editor, "editor");
  gtk_widget_add_css_class (self->editor, "book");
  gtk_widget_set_direction (self->editor, self->target_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Your text"), -1);
  cog_rich_text_load (GTK_TEXT_VIEW (self->editor), text);
  keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->editor, keys);
  build_toolbar (self);
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_add_css_class (self->target, "in-hand");
  gtk_box_append (GTK_BOX (self->target), self->editor);
  gtk_box_append (GTK_BOX (self->target), self->toolbar);
  show_chips (self);
  gtk_widget_grab_focus (self->editor);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, CogUnitRow *self)
{
  /* Else the list takes the keyboard from the editor when it sees the same click. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_editor (self);
}

static void
write_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_editor (user_data);
}

static void
state_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogUnitRow *self = user_data;
  const CogUnit *unit = cog_workbench_unit_get_unit (self->item);
  CogUnitEdit edit = { .unit = unit->id, .set = COG_UNIT_SET_STATE };

  if (cog_state_from_nick (g_variant_get_string (parameter, NULL), &edit.state))
    save_edit (self, &edit);
}

static void
decision_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogUnitRow *self = user_data;
  const CogUnit *unit = cog_workbench_unit_get_unit (self->item);
  CogUnitEdit edit = { .unit = unit->id, .set = COG_UNIT_SET_DECISION };

  if (cog_decision_from_nick (g_variant_get_string (parameter, NULL), &edit.decision))
    save_edit (self, &edit);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogUnitRow *self = user_data;
  const CogUnit *unit = cog_workbench_unit_get_unit (self->item);
  CogUnitEdit edit = { .unit = unit->id, .set = COG_UNIT_SET_TARGET, .target = unit->source };

  close_editor (self, FALSE);
  if (unit->source != NULL)
    save_edit (self, &edit);
}

static GMenuModel *
build_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) begin = g_menu_new ();
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) decisions = g_menu_new ();

  g_menu_append (begin, _ ("Write"), "row.write");
  g_menu_append (begin, _ ("Copy the Source"), "row.copy");
  g_menu_append (states, _ ("Not Translated"), "row.state::initial");
  g_menu_append (states, _ ("Translated"), "row.state::translated");
  g_menu_append (states, _ ("Reviewed"), "row.state::reviewed");
  g_menu_append (states, _ ("Final"), "row.state::final");
  g_menu_append (decisions, _ ("Keep as It Is"), "row.decision::kept");
  g_menu_append (decisions, _ ("Adapted"), "row.decision::adapted");
  g_menu_append (decisions, _ ("Leave Out"), "row.decision::omitted");
  g_menu_append (decisions, _ ("Take Back In"), "row.decision::none");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (begin));
  g_menu_append_section (menu, _ ("State"), G_MENU_MODEL (states));
  g_menu_append_section (menu, _ ("Decision"), G_MENU_MODEL (decisions));
  return G_MENU_MODEL (menu);
}

static void
cog_unit_row_dispose (GObject *object)
{
  CogUnitRow *self = COG_UNIT_ROW (object);

  cog_unit_row_set_item (self, NULL);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_unit_row_parent_class)->dispose (object);
}

static void
cog_unit_row_class_init (CogUnitRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_unit_row_dispose;
}

static GtkWidget *
new_label (const char *class_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "book");
  if (class_name != NULL)
    {
      gtk_widget_add_css_class (label, "cell");
      gtk_widget_add_css_class (label, class_name);
    }
  return label;
}

static void
add_actions (CogUnitRow *self)
{
  const GActionEntry entries[] = {
    { "write", write_cb, NULL, NULL, NULL, { 0 } },
    { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
    { "state", state_cb, "s", NULL, NULL, { 0 } },
    { "decision", decision_cb, "s", NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "row", G_ACTION_GROUP (group));
}

static void
cog_unit_row_init (CogUnitRow *self)
{
  GtkWidget *pages = gtk_center_box_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr (GMenuModel) menu = build_menu ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->source = new_label ("source");
  gtk_label_set_selectable (GTK_LABEL (self->source), FALSE);
  self->stitch = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->stitch, "flat");
  gtk_widget_set_valign (self->stitch, GTK_ALIGN_START);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->stitch), menu);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->stitch), gtk_label_new (NULL));
  self->target = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->target, "cell");
  gtk_widget_add_css_class (self->target, "target");
  self->label = new_label (NULL);
  self->decision = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->decision), 0);
  gtk_widget_add_css_class (self->decision, "decision");
  gtk_box_append (GTK_BOX (self->target), self->label);
  gtk_box_append (GTK_BOX (self->target), self->decision);
  gtk_widget_set_hexpand (self->source, TRUE);
  gtk_widget_set_hexpand (self->target, TRUE);
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (pages), self->source);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (pages), self->stitch);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (pages), self->target);
  gtk_box_append (GTK_BOX (self), pages);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->target, focus);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->label, GTK_EVENT_CONTROLLER (click));
  add_actions (self);
}

GtkWidget *
cog_unit_row_new (CogProject *project, gboolean source_rtl, gboolean target_rtl)
{
  CogUnitRow *self = g_object_new (COG_TYPE_UNIT_ROW, NULL);

  self->project = g_object_ref (project);
  self->source_rtl = source_rtl;
  self->target_rtl = target_rtl;
  gtk_widget_set_direction (self->source, source_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (self->target, target_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (self->label, target_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  return GTK_WIDGET (self);
}

void
cog_unit_row_set_item (CogUnitRow *self, CogWorkbenchUnit *item)
{
  g_return_if_fail (COG_IS_UNIT_ROW (self));

  if (self->item == item)
    return;
  close_editor (self, TRUE);
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->changed_id = g_signal_connect (item, "changed", G_CALLBACK (changed_cb), self);
  show_unit (self);
}
