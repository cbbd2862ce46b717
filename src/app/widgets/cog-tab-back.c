/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tab-back.h"

static gboolean
is_tab (guint key)
{
  return key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_KP_Tab;
}

static gboolean
key_cb (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, GtkWidget *search)
{
  return is_tab (key) && gtk_widget_grab_focus (search);
}

void
cog_tab_back_add (GtkWidget *list, GtkWidget *search)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (list) && GTK_IS_WIDGET (search));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), search, 0);
  gtk_widget_add_controller (list, keys);
}

/* To what comes after the widget, or before it, in it or around it; at the end, to the other end.
 */
static gboolean
move_out (GtkWidget *widget, gboolean is_back)
{
  GtkDirectionType direction = is_back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;
  GtkRoot *root = gtk_widget_get_root (widget);

  for (GtkWidget *at = widget; gtk_widget_get_parent (at) != NULL; at = gtk_widget_get_parent (at))
    for (GtkWidget *beside = at; (beside = is_back ? gtk_widget_get_prev_sibling (beside)
                                                   : gtk_widget_get_next_sibling (beside)) != NULL;)
      if (gtk_widget_get_mapped (beside) && gtk_widget_child_focus (beside, direction))
        return TRUE;
  gtk_root_set_focus (root, NULL);
  return gtk_widget_child_focus (GTK_WIDGET (root), direction);
}

static gboolean
out_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));

  return is_tab (key) && (state & GDK_CONTROL_MASK) == 0 &&
         move_out (widget, key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0);
}

void
cog_tab_out_add (GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (out_cb), NULL);
  gtk_widget_add_controller (widget, keys);
}
