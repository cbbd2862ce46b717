/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-outline-menu.h"

#include "cog-outline-section.h"
#include "cog-tooltip.h"

#include <glib/gi18n-lib.h>

static void
add_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* One that a key does, too. */
static void
add_shift (GMenu *menu, const char *label, const char *section, const char *word, const char *keys)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, "structure.section-shift",
                                           g_variant_new ("(ss)", section, word));
  g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

static void
add_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenuModel *
new_menu (const CogSectionInfo *info)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  add_item (section, info->is_omitted ? _ ("_Take Back In") : _ ("_Leave Out"),
            "structure.section-omit", g_variant_new_string (info->id));
  if (info->source == NULL)
    add_item (section, _ ("_Remove"), "structure.section-remove", g_variant_new_string (info->id));
  add_section (menu, section);
  section = g_menu_new ();
  add_shift (section, _ ("Move _Up"), info->id, "up", "<Alt>Up");
  add_shift (section, _ ("Move _Down"), info->id, "down", "<Alt>Down");
  /* Translators: a section becomes part of the one before it. */
  add_shift (section, _ ("Move _Inside the Section Before"), info->id, "in", "<Alt>Right");
  /* Translators: a section leaves the one that it is part of. */
  add_shift (section, _ ("Move _Out of Its Section"), info->id, "out", "<Alt>Left");
  add_section (menu, section);
  section = g_menu_new ();
  add_item (section, _ ("_New Section After It…"), "structure.section-add",
            g_variant_new_string (info->id));
  add_item (section, _ ("_From Another Book…"), "structure.section-remix",
            g_variant_new_string (info->id));
  add_section (menu, section);
  return G_MENU_MODEL (menu);
}

static void
create_menu (GtkMenuButton *button, gpointer item)
{
  CogOutlineSection *section = gtk_list_item_get_item (item);
  g_autoptr (GMenuModel) menu =
      section != NULL ? new_menu (cog_outline_section_get_info (section)) : NULL;

  gtk_menu_button_set_menu_model (button, menu);
}

GtkWidget *
cog_outline_menu_button_new (GtkListItem *item)
{
  GtkWidget *button = gtk_menu_button_new ();
  const char *words = _ ("Change This Section");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu, item, NULL);
  cog_tooltip_set (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "outline-button");
  return button;
}

/* A popover goes with its menu, once its action was activated. */
static gboolean
drop_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover)
{
  g_idle_add (drop_cb, popover);
}

static void
show_menu (GtkWidget *row, GtkListItem *item, double x, double y)
{
  CogOutlineSection *section = gtk_list_item_get_item (item);
  g_autoptr (GMenuModel) menu = NULL;
  GdkRectangle place = { (int)x, (int)y, 1, 1 };
  GtkWidget *popover;

  if (section == NULL)
    return;
  menu = new_menu (cog_outline_section_get_info (section));
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, row);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, GtkListItem *item)
{
  show_menu (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), item, x, y);
}

static void
held_cb (GtkGestureLongPress *gesture, double x, double y, GtkListItem *item)
{
  show_menu (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), item, x, y);
}

void
cog_outline_menu_attach (GtkWidget *row, GtkListItem *item)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  g_return_if_fail (GTK_IS_WIDGET (row) && GTK_IS_LIST_ITEM (item));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), item);
  g_signal_connect (hold, "pressed", G_CALLBACK (held_cb), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (hold));
}

static gboolean
shift_cb (GtkWidget *list, GVariant *arguments, gpointer selection)
{
  CogOutlineSection *section = gtk_single_selection_get_selected_item (selection);
  const char *word = g_variant_get_string (arguments, NULL);
  g_autofree char *id = NULL;

  if (section == NULL)
    return FALSE;
  id = g_strdup (cog_outline_section_get_info (section)->id);
  return gtk_widget_activate_action (list, "structure.section-shift", "(ss)", id, word);
}

/* The row that has the focus: its list item's child. */
static gboolean
menu_of_list_cb (GtkWidget *list, GVariant *arguments, gpointer selection)
{
  CogOutlineSection *section = gtk_single_selection_get_selected_item (selection);
  GtkWidget *focus = gtk_widget_get_focus_child (list);
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *popover;

  if (section == NULL || focus == NULL)
    return FALSE;
  menu = new_menu (cog_outline_section_get_info (section));
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, focus);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

void
cog_outline_menu_add_keys (GtkListView *list, GtkSingleSelection *selection)
{
  static const struct
  {
    const char *trigger;
    const char *word; /* NULL: the menu */
  } keys[] = {
    { "<Alt>Up", "up" },    { "<Alt>Down", "down" },     { "<Alt>Right", "in" },
    { "<Alt>Left", "out" }, { "Menu|<Shift>F10", NULL },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (list) && GTK_IS_SINGLE_SELECTION (selection));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcutFunc func = keys[i].word != NULL ? shift_cb : menu_of_list_cb;
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                gtk_callback_action_new (func, selection, NULL));

      if (keys[i].word != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].word));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (list), controller);
}
