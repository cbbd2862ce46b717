/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-settled-fact.h"

static GtkWidget *
new_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

GtkWidget *
cog_settled_fact_new (const char *fact, const char *because, const char *sentence)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 9, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *tick = gtk_image_new_from_icon_name ("cog-done-symbolic");
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (fact != NULL, NULL);

  gtk_widget_add_css_class (tick, "success");
  gtk_widget_set_valign (tick, GTK_ALIGN_START);
  gtk_widget_set_margin_top (tick, 3);
  gtk_box_append (GTK_BOX (words), new_label (fact));
  if (because != NULL)
    {
      GtkWidget *cause = new_label (because);

      gtk_label_set_lines (GTK_LABEL (cause), 2);
      gtk_label_set_ellipsize (GTK_LABEL (cause), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (cause, "small");
      gtk_widget_add_css_class (cause, "dim");
      gtk_box_append (GTK_BOX (words), cause);
    }
  gtk_widget_set_tooltip_text (row, sentence);
  gtk_box_append (GTK_BOX (row), tick);
  gtk_box_append (GTK_BOX (row), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, fact, -1);
  return row;
}
