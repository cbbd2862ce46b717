/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-text-size-actions.h"

#include "cog-type.h"

/* Of the text's size, for each step of Ctrl + and −. */
#define TEXT_STEP 1.1

static void
text_size_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (g_str_has_suffix (name, "larger"))
    cog_type_set_scale (cog_type_get_scale () * TEXT_STEP);
  else if (g_str_has_suffix (name, "smaller"))
    cog_type_set_scale (cog_type_get_scale () / TEXT_STEP);
  else
    cog_type_set_scale (1);
}

void
cog_text_size_install_actions (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_install_action (widget_class, "workbench.text-larger", NULL, text_size_action);
  gtk_widget_class_install_action (widget_class, "workbench.text-smaller", NULL, text_size_action);
  gtk_widget_class_install_action (widget_class, "workbench.text-normal", NULL, text_size_action);
}

static void
add_shortcut (GtkShortcutController *controller, const char *trigger, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                    gtk_named_action_new (action)));
}

void
cog_text_size_add_shortcuts (GtkWidget *widget)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *shortcuts = GTK_SHORTCUT_CONTROLLER (controller);

  gtk_shortcut_controller_set_scope (shortcuts, GTK_SHORTCUT_SCOPE_GLOBAL);
  add_shortcut (shortcuts, "<Control>plus|<Control>equal|<Control>KP_Add", "workbench.text-larger");
  add_shortcut (shortcuts, "<Control>minus|<Control>KP_Subtract", "workbench.text-smaller");
  add_shortcut (shortcuts, "<Control>0|<Control>KP_0", "workbench.text-normal");
  gtk_widget_add_controller (widget, controller);
}
