/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cut-labels.h"

/* What it stands in may have a tooltip of its own, which the words would hide. */
static const char *
find_tooltip_around (GtkWidget *label)
{
  for (GtkWidget *outer = gtk_widget_get_parent (label); outer != NULL;
       outer = gtk_widget_get_parent (outer))
    if (gtk_widget_get_tooltip_text (outer) != NULL)
      return gtk_widget_get_tooltip_text (outer);
  return NULL;
}

static gboolean
query_cb (GtkWidget *label, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip, gpointer data)
{
  const char *words = gtk_label_get_text (GTK_LABEL (label));
  const char *around = find_tooltip_around (label);
  g_autofree char *both = NULL;

  if (gtk_widget_get_tooltip_markup (label) != NULL ||
      !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  if (around != NULL && !g_str_equal (around, words))
    both = g_strdup_printf ("%s\n%s", words, around);
  gtk_tooltip_set_text (tooltip, both != NULL ? both : words);
  return TRUE;
}

/* A label that has a tooltip already tells what it wants to. */
static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (!GTK_IS_LABEL (widget) || gtk_widget_get_has_tooltip (widget) ||
      gtk_label_get_ellipsize (GTK_LABEL (widget)) == PANGO_ELLIPSIZE_NONE)
    return TRUE;
  g_signal_handlers_disconnect_by_func (widget, query_cb, NULL);
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_cb), NULL);
  gtk_widget_set_has_tooltip (widget, TRUE);
  return TRUE;
}

void
cog_cut_labels_start (void)
{
  /* The signal is there once its class is; which stays. */
  gpointer klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
  g_type_class_unref (klass);
}
