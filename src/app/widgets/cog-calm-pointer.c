/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-calm-pointer.h"

/* Where the pointer was seen last, in pixels from the widget's corner. */
typedef struct
{
  double x, y;
} Seen;

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state)
{
  gtk_widget_add_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)),
                            "by-keys");
  return FALSE;
}

/* GTK tells of a motion, too, where what lies below the pointer has changed. */
static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, Seen *seen)
{
  if (seen->x != x || seen->y != y)
    gtk_widget_remove_css_class (
        gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)), "by-keys");
  seen->x = x;
  seen->y = y;
}

void
cog_calm_pointer_watch (GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  Seen *seen = g_new0 (Seen, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), NULL);
  gtk_widget_add_controller (widget, keys);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_object_set_data_full (G_OBJECT (motion), "seen", seen, g_free);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), seen);
  gtk_widget_add_controller (widget, motion);
}
