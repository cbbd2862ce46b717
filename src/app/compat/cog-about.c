/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-about.h"

#include <adwaita.h>

void
cog_about_show (GtkWidget *parent, const char *first_property, ...)
{
  GObject *about;
  va_list properties;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  va_start (properties, first_property);
#if ADW_CHECK_VERSION(1, 5, 0)
  about = g_object_new_valist (ADW_TYPE_ABOUT_DIALOG, first_property, properties);
  adw_dialog_present (ADW_DIALOG (about), parent);
#else
  about = g_object_new_valist (ADW_TYPE_ABOUT_WINDOW, first_property, properties);
  gtk_window_set_transient_for (GTK_WINDOW (about), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
#endif
  va_end (properties);
}
