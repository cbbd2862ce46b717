/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tab-back.h"

static gboolean
key_cb (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, GtkWidget *search)
{
  if (key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab && key != GDK_KEY_KP_Tab)
    return FALSE;
  return gtk_widget_grab_focus (search);
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
