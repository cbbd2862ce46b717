/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-text-scale.h"

#include <gtk/gtk.h>

#define USUAL (96 * 1024) /* dots per inch, as GTK counts them */

static double scale = 0; /* 0: not asked yet */

static void
read_scale (GtkSettings *settings)
{
  int dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  scale = dpi > 0 ? CLAMP ((double)dpi / USUAL, 1, 3) : 1;
}

double
cog_text_scale_get (void)
{
  GtkSettings *settings;

  if (scale > 0)
    return scale;
  settings = gtk_settings_get_default ();
  g_return_val_if_fail (settings != NULL, 1);
  g_signal_connect (settings, "notify::gtk-xft-dpi", G_CALLBACK (read_scale), NULL);
  read_scale (settings);
  return scale;
}
