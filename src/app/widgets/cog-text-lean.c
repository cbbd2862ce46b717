/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-text-lean.h"

/* It is letters that have a direction: not digits, nor signs, nor pieces. */
static gboolean
is_letter (gunichar c, gpointer user_data)
{
  return g_unichar_isalpha (c);
}

static gboolean
is_neutral (GtkTextBuffer *buffer)
{
  GtkTextIter at;

  gtk_text_buffer_get_start_iter (buffer, &at);
  return !is_letter (gtk_text_iter_get_char (&at), NULL) &&
         !gtk_text_iter_forward_find_char (&at, is_letter, NULL, NULL);
}

static GdkDevice *
get_keyboard (GtkTextView *view)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (view)));

  return seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;
}

/* "Left" is where a line begins and "right" where it ends; and the line begins where those of the
 * keyboard do. */
static void
lean (GtkTextView *view)
{
  GdkDevice *keyboard = get_keyboard (view);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL;
  gboolean types_rtl =
      keyboard != NULL && gdk_device_get_direction (keyboard) == PANGO_DIRECTION_RTL;
  gboolean is_other = is_rtl != types_rtl && is_neutral (gtk_text_view_get_buffer (view));

  gtk_text_view_set_justification (view, is_other ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
}

static void
direction_cb (GtkTextView *view)
{
  lean (view);
}

void
cog_text_lean_watch (GtkTextView *view)
{
  GdkDevice *keyboard;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  keyboard = get_keyboard (view);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (lean), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect (view, "direction-changed", G_CALLBACK (direction_cb), NULL);
  if (keyboard != NULL)
    g_signal_connect_object (keyboard, "notify::direction", G_CALLBACK (lean), view,
                             G_CONNECT_SWAPPED);
  lean (view);
}
