/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-announce.h"

void
cog_announce (GtkWidget *widget, const char *text, gboolean is_urgent)
{
  /* With G_MESSAGES_DEBUG it is seen what would be heard, also where nothing can be. */
  g_debug ("Said: %s", text);
#if GTK_CHECK_VERSION(4, 14, 0)
  /* By the window, which screen readers know: of a widget that none of them has looked at yet GTK
   * says nothing, nor of one in no window. */
  GtkRoot *window = gtk_widget_get_root (widget);

  if (window != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (window), text,
                             is_urgent ? GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH
                                       : GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
#endif
}
