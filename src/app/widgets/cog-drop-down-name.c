/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-drop-down-name.h"

#include <glib/gi18n-lib.h>

#define TITLE "cog-title"

static void
selected_cb (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  const char *title = g_object_get_data (G_OBJECT (drop_down), TITLE);
  g_autofree char *name = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    /* Translators: a question and its answer, such as "Language: Arabic". */
    name = g_strdup_printf (_ ("%s: %s"), title, gtk_string_object_get_string (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : title, -1);
}

void
cog_drop_down_name (GtkDropDown *drop_down, const char *title)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down) && title != NULL);

  g_object_set_data_full (G_OBJECT (drop_down), TITLE, g_strdup (title), g_free);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
  selected_cb (drop_down);
}
