/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-format-rows.h"

#include <glib/gi18n-lib.h>

AdwExpanderRow *
cog_format_rows_add_group (GtkListBox *list, CogFormatGroup group)
{
  GtkWidget *row = adw_expander_row_new ();
  gboolean is_work = group == COG_FORMAT_TO_WORK;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 is_work ? _ ("To Go On Working") : _ ("For Course Systems"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row),
                                 is_work ? _ ("Word, LibreOffice, Markdown, plain text")
                                         /* Translators: names of standards. */
                                         : _ ("Common Cartridge, SCORM"));
  gtk_list_box_append (list, row);
  return ADW_EXPANDER_ROW (row);
}

GtkWidget *
cog_format_rows_add (AdwExpanderRow *group, const CogFormat *format)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  g_return_val_if_fail (ADW_IS_EXPANDER_ROW (group) && format != NULL, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (format->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (format->use));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (format->name), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (format->use), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (group, row);
  return check;
}
