/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-original-view-private.h"

#include "cog-scroll.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_ZOOM 4
#define ZOOM_STEP 1.25
#define TURN 2 /* steps of the wheel beyond the end of a page that turn it */

void
cog_original_view_update_actions (CogOriginalView *self)
{
  guint n = cog_original_view_get_n_pages (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "original.previous", n > 0 && self->page > 1);
  gtk_widget_action_set_enabled (widget, "original.next", self->page < n);
  gtk_widget_action_set_enabled (widget, "original.text", n > 0);
  gtk_widget_action_set_enabled (widget, "original.smaller",
                                 n > 0 && self->fit.zoom > 1 / MAX_ZOOM);
  gtk_widget_action_set_enabled (widget, "original.fit", n > 0 && self->fit.zoom != 1);
  gtk_widget_action_set_enabled (widget, "original.larger", n > 0 && self->fit.zoom < MAX_ZOOM);
}

/* With the keyboard here: the list of rows would take the first row of another section for where
 * the person is. */
static void
go_to_unit (CogOriginalView *self, const char *unit)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  if (unit != NULL)
    g_signal_emit_by_name (self, "go-to", unit);
}

static void
released_cb (GtkGestureClick *click, int n, double x, double y, CogOriginalView *self)
{
  double scale = cog_original_view_get_scale (self);
  g_autofree char *unit = NULL;

  if (self->source == NULL || self->document == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  unit =
      cog_project_dup_unit_at (self->project, self->source, self->page, x / scale, y / scale, NULL);
  go_to_unit (self, unit);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (widget);

  cog_original_view_turn_to (self,
                             g_str_equal (name, "original.next") ? self->page + 1 : self->page - 1);
}

static void
text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (widget);
  g_autofree char *unit =
      self->source != NULL ? cog_project_dup_unit_of_page (self->project, self->source, self->page)
                           : NULL;

  if (unit != NULL)
    go_to_unit (self, unit);
  else
    gtk_widget_activate_action (widget, "win.toast", "s",
                                _ ("Nothing in your book is from this page"));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (widget);
  double by = g_str_equal (name, "original.larger")    ? ZOOM_STEP
              : g_str_equal (name, "original.smaller") ? 1 / ZOOM_STEP
                                                       : 0;

  self->fit.zoom = by > 0 ? CLAMP (self->fit.zoom * by, 1. / MAX_ZOOM, MAX_ZOOM) : 1;
  /* Steps up and down again come back to where they began. */
  if (fabs (self->fit.zoom - 1) < .01)
    self->fit.zoom = 1;
  cog_original_view_apply_scale (GTK_WIDGET (self));
  cog_original_view_update_actions (self);
}

/* Beyond the end of a page is the next one; back again one sees its end. */
static void
turn_beyond (CogOriginalView *self, gboolean is_back)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroll);

  cog_original_view_turn_to (self, is_back ? self->page - 1 : self->page + 1);
  g_clear_handle_id (&self->reveal_idle, g_source_remove);
  gtk_adjustment_set_value (down, is_back ? gtk_adjustment_get_upper (down) : 0);
}

static gboolean
scroll_cb (GtkEventControllerScroll *wheel, double dx, double dy, CogOriginalView *self)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroll);
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (wheel) == GDK_SCROLL_UNIT_WHEEL;

  if (dy == 0 || !cog_scroll_is_at_end (down, dy < 0))
    {
      self->beyond = 0;
      return FALSE;
    }
  self->beyond += is_wheel ? dy : dy / 50;
  if (fabs (self->beyond) < TURN)
    return FALSE;
  turn_beyond (self, dy < 0);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CogOriginalView *self)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroll);
  gboolean is_back = key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up;
  gboolean is_on = key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "original.text", NULL);
      return TRUE;
    }
  if ((!is_back && !is_on) || !cog_scroll_is_at_end (down, is_back))
    return FALSE;
  turn_beyond (self, is_back);
  return TRUE;
}

void
cog_original_view_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "original.larger" },  { GDK_KEY_KP_Add, "original.larger" },
    { GDK_KEY_equal, "original.larger" }, { GDK_KEY_minus, "original.smaller" },
    { GDK_KEY_0, "original.fit" },        { GDK_KEY_KP_Subtract, "original.smaller" },
  };

  gtk_widget_class_install_action (klass, "original.previous", NULL, turn_action);
  gtk_widget_class_install_action (klass, "original.next", NULL, turn_action);
  gtk_widget_class_install_action (klass, "original.text", NULL, text_action);
  gtk_widget_class_install_action (klass, "original.smaller", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "original.fit", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "original.larger", NULL, zoom_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, GDK_CONTROL_MASK, keys[i].action,
                                         NULL);
}

void
cog_original_view_watch_sheet (CogOriginalView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->sheet), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->sheet), keys);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroll), wheel);
}
