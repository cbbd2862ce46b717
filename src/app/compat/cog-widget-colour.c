/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-widget-colour.h"

void
cog_widget_get_colour (GtkWidget *widget, GdkRGBA *colour)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, colour);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
#endif
}

/* GTK has deprecated this without another way to a named colour. */
gboolean
cog_widget_lookup_colour (GtkWidget *widget, const char *name, GdkRGBA *colour)
{
  GdkRGBA found;
  gboolean is_there;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  is_there = gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &found);
  G_GNUC_END_IGNORE_DEPRECATIONS
  if (is_there)
    *colour = found;
  return is_there;
}
