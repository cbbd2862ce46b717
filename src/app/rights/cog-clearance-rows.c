/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-clearance-rows.h"

#include "cog-rights-clearance.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GtkWidget *
new_piece (const char *id, const char *label)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go-to-rights");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static GtkWidget *
new_row (const CogRightsClearance *clearance)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), clearance->licence->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), clearance->words);
  for (guint i = 0; i < clearance->ids->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              new_piece (g_ptr_array_index (clearance->ids, i),
                                         g_ptr_array_index (clearance->labels, i)));
  if (clearance->n_pieces > clearance->ids->len)
    {
      GtkWidget *rest = adw_action_row_new ();
      guint n = clearance->n_pieces - clearance->ids->len;
      g_autofree char *words = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n), n);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rest), words);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), rest);
    }
  return row;
}

void
cog_clearance_rows_show (GtkListBox *list, GPtrArray *clearances)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_LIST_BOX (list) && clearances != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (guint i = 0; i < clearances->len; i++)
    gtk_list_box_append (list, new_row (g_ptr_array_index (clearances, i)));
}
