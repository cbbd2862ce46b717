/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-row-private.h"

#include "cog-project-drafts.h"
#include "cog-project-engines.h"
#include "cog-project-update.h"
#include "cog-spread-layout.h"
#include "cog-unit-menu.h"
#include "cog-unit-row-structure.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (CogUnitRow, cog_unit_row, GTK_TYPE_WIDGET)

void
cog_unit_row_flush (CogUnitRow *self)
{
  const CogUnit *unit;
  g_autofree char *target = NULL;
  g_autofree char *id = NULL;
  CogUnitEdit edit = { .set = COG_UNIT_SET_TARGET };
  g_autoptr (GError) error = NULL;

  if (self->editor == NULL || self->item == NULL)
    return;
  unit = cog_workbench_row_get_unit (self->item, (guint)self->writing);
  target = cog_unit_editor_dup_target (self->editor);
  if (g_strcmp0 (target, unit->target != NULL ? unit->target : "") == 0)
    return;
  id = g_strdup (unit->id);
  edit.unit = id;
  edit.target = target;
  edit.go = self->go;
  self->is_saving = TRUE;
  if (!cog_project_edit_or_keep (self->project, &edit, _ ("Edited a passage"), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
  self->is_saving = FALSE;
}

static void
set_in_hand (CogUnitRow *self, gboolean is_in_hand)
{
  gpointer cells[] = { self->source, self->target };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (is_in_hand)
      gtk_widget_add_css_class (cells[i], "in-hand");
    else
      gtk_widget_remove_css_class (cells[i], "in-hand");
  cog_page_cell_set_in_hand (self->target_page, is_in_hand ? self->writing : -1);
}

static void
close_editor (CogUnitRow *self)
{
  CogUnitSlot *slot;

  if (self->editor == NULL)
    return;
  cog_unit_row_flush (self);
  slot = cog_page_cell_get_slot (self->target_page, (guint)self->writing);
  self->caret = cog_unit_row_get_caret (self);
  self->editor = NULL;
  set_in_hand (self, FALSE);
  if (slot != NULL)
    cog_unit_slot_close (slot);
  cog_unit_row_show (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "workbench.left", NULL);
}

/* The next unit of a table or figure that can be written, or NULL. */
static const CogUnit *
find_neighbour (CogUnitRow *self, int step)
{
  for (int i = self->writing + step; i >= 0 && i < (int)cog_workbench_row_get_n_units (self->item);
       i += step)
    if (cog_workbench_row_can_write (self->item, (guint)i))
      return cog_workbench_row_get_unit (self->item, (guint)i);
  return NULL;
}

/* Done is a yes to what a machine wrote, too; and who then has changed the text has seen what a new
 * edition of the source says. */
static void
confirm (CogUnitRow *self, const char *unit)
{
  const char *const units[] = { unit, NULL };
  g_autoptr (CogUnit) now = cog_project_dup_unit (self->project, unit, NULL);
  g_autoptr (GError) error = NULL;

  if (!cog_project_confirm_engine_texts (self->project, units, &error) ||
      (now != NULL && now->former_source != NULL && g_strcmp0 (now->target, self->begun) != 0 &&
       !cog_project_confirm_sources (self->project, units, &error)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
}

static void
finished_cb (CogUnitEditor *editor, gboolean next, CogUnitRow *self)
{
  const CogUnit *unit = cog_workbench_row_get_unit (self->item, (guint)self->writing);
  const CogUnit *neighbour = next ? find_neighbour (self, 1) : NULL;
  g_autofree char *id = g_strdup (neighbour != NULL ? neighbour->id : unit->id);
  g_autofree char *own = g_strdup (unit->id);

  cog_unit_row_flush (self);
  confirm (self, own);
  if (neighbour != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "workbench.write", "s", id);
  else if (next)
    gtk_widget_activate_action (GTK_WIDGET (self), "workbench.write-next", "s", id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "workbench.close", NULL);
}

static void
open_editor (CogUnitRow *self, int index)
{
  static guint go = 0;
  CogUnitSlot *slot = cog_page_cell_get_slot (self->target_page, (guint)index);
  g_autofree char *language = NULL;

  if (slot == NULL || self->editor != NULL)
    return;
  cog_unit_row_show_begin (self, FALSE);
  self->writing = index;
  self->go = ++go;
  self->editor = cog_unit_slot_open (slot, cog_workbench_row_get_unit (self->item, (guint)index));
  g_free (self->begun);
  self->begun = g_strdup (cog_workbench_row_get_unit (self->item, (guint)index)->target);
  language = cog_project_dup_language (self->project);
  cog_unit_editor_set_language (self->editor, language);
  g_signal_connect_swapped (self->editor, "edited", G_CALLBACK (cog_unit_row_flush), self);
  g_signal_connect (self->editor, "finished", G_CALLBACK (finished_cb), self);
  set_in_hand (self, TRUE);
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
    cog_workbench_row_set_writing (self->item, -1);
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
writing_cb (CogWorkbenchRow *item, CogUnitRow *self)
{
  int index = cog_workbench_row_get_writing (item);

  if (self->editor != NULL && index != self->writing)
    close_editor (self);
  if (index >= 0)
    open_editor (self, index);
}

/* A unit was edited here, or by undo: the editor follows where its text is another one now. */
static void
changed_cb (CogWorkbenchRow *item, CogUnitRow *self)
{
  if (self->editor != NULL && !self->is_saving)
    {
      const CogUnit *unit = cog_workbench_row_get_unit (item, (guint)self->writing);
      g_autofree char *typed = cog_unit_editor_dup_target (self->editor);

      if (g_strcmp0 (typed, unit->target != NULL ? unit->target : "") != 0)
        cog_unit_editor_load (self->editor, unit);
    }
  cog_unit_row_show_begin (self, self->begin != NULL);
  cog_unit_row_show (self);
}

static void
flush_cb (CogWorkbenchRow *item, CogUnitRow *self)
{
  cog_unit_row_flush (self);
}

static void
here_cb (CogWorkbenchRow *item, CogUnitRow *self)
{
  cog_unit_row_show_here (self);
}

static void
marks_cb (CogWorkbenchRow *item, CogUnitRow *self)
{
  cog_page_cell_show_marks (self->source_page);
  cog_page_cell_show_marks (self->target_page);
}

/* A click on a text, on either side, opens that unit; elsewhere in the row, the row. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, CogUnitRow *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *slot = picked != NULL && !COG_IS_UNIT_SLOT (picked)
                        ? gtk_widget_get_ancestor (picked, COG_TYPE_UNIT_SLOT)
                        : picked;
  guint index;

  if (self->item == NULL || picked == NULL ||
      gtk_widget_get_ancestor (picked, COG_TYPE_UNIT_EDITOR) != NULL)
    return;
  index = slot != NULL && COG_IS_UNIT_SLOT (slot) ? cog_unit_slot_get_index (COG_UNIT_SLOT (slot))
                                                  : G_MAXUINT;
  if (cog_workbench_row_can_write (self->item, index))
    gtk_widget_activate_action (GTK_WIDGET (self), "workbench.write", "s",
                                cog_workbench_row_get_unit (self->item, index)->id);
  else if (self->editor == NULL && slot == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "row.write", NULL);
}

static gboolean
far_cb (gpointer user_data)
{
  CogUnitRow *self = user_data;

  self->far_idle = 0;
  cog_unit_row_show_begin (self, FALSE);
  return G_SOURCE_REMOVE;
}

static gboolean
near_cb (gpointer user_data)
{
  CogUnitRow *self = user_data;

  self->near_idle = 0;
  cog_unit_row_show_begin (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* Not at once: while GTK tells one widget after another that the pointer comes or goes, none of
 * them may vanish; and a click that comes with the pointer, before anything is drawn, would go to
 * what stood there and is no more. */
static void
enter_cb (GtkEventControllerMotion *controller, double x, double y, CogUnitRow *self)
{
  g_clear_handle_id (&self->far_idle, g_source_remove);
  if (self->near_idle == 0)
    self->near_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, near_cb, self, NULL);
}

static void
pointer_left_cb (GtkEventControllerMotion *controller, CogUnitRow *self)
{
  g_clear_handle_id (&self->near_idle, g_source_remove);
  if (self->far_idle == 0)
    self->far_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, far_cb, self, NULL);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CogUnitRow *self)
{
  gboolean is_back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;
  const CogUnit *unit;
  g_autofree char *id = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab) || self->editor == NULL ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !GTK_IS_TEXT_VIEW (focus) ||
      cog_workbench_row_get_n_units (self->item) < 2)
    return FALSE;
  unit = find_neighbour (self, is_back ? -1 : 1);
  if (unit == NULL)
    return FALSE;
  id = g_strdup (unit->id);
  gtk_widget_activate_action (GTK_WIDGET (self), "workbench.write", "s", id);
  return TRUE;
}

/* Made each time it is opened: it holds what can be done now. */
static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  CogUnitRow *self = user_data;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->item == NULL)
    return;
  cog_unit_row_flush (self);
  menu = cog_unit_menu_new (self->project, self->item, cog_unit_row_get_unit (self),
                            cog_unit_row_get_cell (self));
  /* Sliding menus keep the keyboard after they closed (GTK 4.8). */
  gtk_menu_button_set_popover (
      button, gtk_popover_menu_new_from_model_full (menu, GTK_POPOVER_MENU_NESTED));
}

static void
cog_unit_row_dispose (GObject *object)
{
  CogUnitRow *self = COG_UNIT_ROW (object);

  g_clear_handle_id (&self->near_idle, g_source_remove);
  g_clear_handle_id (&self->far_idle, g_source_remove);
  cog_unit_row_set_item (self, NULL);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->project);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  self->begin = NULL;
  g_clear_pointer (&self->begun, g_free);
  G_OBJECT_CLASS (cog_unit_row_parent_class)->dispose (object);
}

static void
cog_unit_row_class_init (CogUnitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_unit_row_dispose;
  cog_unit_row_install_actions (widget_class);
  cog_unit_row_structure_install (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, COG_TYPE_SPREAD_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
add_controllers (CogUnitRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* When it is let go: a finger that scrolls the pages opens nothing. */
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
new_cell (const char *side)
{
  /* Upright: a box along the line measures what is in it several times over. */
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (cell, "cell");
  gtk_widget_add_css_class (cell, side);
  return cell;
}

static void
cog_unit_row_init (CogUnitRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->source = new_cell ("source");
  self->state = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->stitch = COG_STITCH (cog_stitch_new ());
  self->target = new_cell ("target");
  gtk_widget_set_valign (GTK_WIDGET (self->state), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->state), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "stitch");
  gtk_menu_button_set_child (self->state, GTK_WIDGET (self->stitch));
  gtk_menu_button_set_create_popup_func (self->state, create_menu, self, NULL);
  gtk_widget_set_parent (self->source, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->state), GTK_WIDGET (self));
  gtk_widget_set_parent (self->target, GTK_WIDGET (self));
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->target, focus);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
  self->item_signals = g_signal_group_new (COG_TYPE_WORKBENCH_ROW);
  g_signal_group_connect (self->item_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect (self->item_signals, "writing", G_CALLBACK (writing_cb), self);
  g_signal_group_connect (self->item_signals, "here", G_CALLBACK (here_cb), self);
  g_signal_group_connect (self->item_signals, "flush", G_CALLBACK (flush_cb), self);
  g_signal_group_connect (self->item_signals, "marks", G_CALLBACK (marks_cb), self);
}

GtkWidget *
cog_unit_row_new (CogProject *project, const CogSide *source, const CogSide *target)
{
  CogUnitRow *self = g_object_new (COG_TYPE_UNIT_ROW, NULL);

  g_return_val_if_fail (COG_IS_PROJECT (project) && source != NULL && target != NULL, NULL);

  self->project = g_object_ref (project);
  self->source_page = COG_PAGE_CELL (cog_page_cell_new (source));
  self->target_page = COG_PAGE_CELL (cog_page_cell_new (target));
  gtk_widget_set_direction (self->source, source->direction);
  gtk_widget_set_direction (self->target, target->direction);
  gtk_box_append (GTK_BOX (self->source), GTK_WIDGET (self->source_page));
  gtk_box_append (GTK_BOX (self->target), GTK_WIDGET (self->target_page));
  return GTK_WIDGET (self);
}

void
cog_unit_row_set_item (CogUnitRow *self, CogWorkbenchRow *item)
{
  g_return_if_fail (COG_IS_UNIT_ROW (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    {
      close_editor (self);
      cog_unit_row_show_begin (self, FALSE);
    }
  g_set_object (&self->item, item);
  self->writing = self->caret = -1;
  g_signal_group_set_target (self->item_signals, item);
  if (item == NULL)
    {
      if (self->source_page != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
        {
          cog_page_cell_show (self->source_page, NULL);
          cog_page_cell_show (self->target_page, NULL);
        }
      return;
    }
  cog_unit_row_show (self);
  cog_unit_row_show_here (self);
  if (cog_workbench_row_get_writing (item) >= 0)
    open_editor (self, cog_workbench_row_get_writing (item));
}
