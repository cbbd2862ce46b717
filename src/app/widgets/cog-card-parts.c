/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-card-parts.h"

static void
add_classes (GtkWidget *widget, const char *classes)
{
  g_auto (GStrv) names = g_strsplit (classes != NULL ? classes : "", " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (names[i][0] != '\0')
      gtk_widget_add_css_class (widget, names[i]);
}

GtkWidget *
cog_card_text_new (const char *text, const char *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  add_classes (label, classes);
  return label;
}

GtkWidget *
cog_card_line_new (const char *text, const char *classes, guint n_lines)
{
  GtkWidget *label = gtk_label_new (text);

  g_return_val_if_fail (n_lines > 0, label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (n_lines > 1)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), (int)n_lines);
    }
  add_classes (label, classes);
  return label;
}

GtkWidget *
cog_card_change_new (const char *before, const char *after)
{
  GtkWidget *box;

  g_return_val_if_fail (before != NULL || after != NULL, NULL);

  if (after == NULL)
    return cog_card_text_new (before, "change");
  if (before == NULL)
    return cog_card_text_new (after, "change after");
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), cog_card_text_new (before, "change"));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_box_append (GTK_BOX (box), cog_card_text_new (after, "change after"));
  return box;
}

/* How words run, by their first letter; none: as what is around them. */
static GtkTextDirection
get_direction (const char *words)
{
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* Hebrew to Arabic Extended-A, and their presentation forms. */
      if (g_unichar_isalpha (c))
        return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
                       (c >= 0xFE70 && c <= 0xFEFF)
                   ? GTK_TEXT_DIR_RTL
                   : GTK_TEXT_DIR_LTR;
    }
  return GTK_TEXT_DIR_NONE;
}

/* FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE */
static char *
dup_isolated (const char *words)
{
  return g_strconcat ("\u2068", words, "\u2069", NULL);
}

char *
cog_card_dup_change (const char *before, const char *after, GtkTextDirection direction)
{
  gboolean is_rtl = direction == GTK_TEXT_DIR_RTL;
  const char *arrow = is_rtl ? " ← " : " → ";
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  /* Where all runs one way, nothing is in the way of who listens. */
  if (!is_rtl && get_direction (before) != GTK_TEXT_DIR_RTL &&
      get_direction (after) != GTK_TEXT_DIR_RTL)
    return g_strconcat (before, arrow, after, NULL);
  first = dup_isolated (before);
  second = dup_isolated (after);
  /* A label runs as its first strong character does, and isolates have none: a mark says how. */
  return g_strconcat (is_rtl ? "\u200F" : "\u200E", first, arrow, second, NULL);
}

GtkWidget *
cog_card_strip_new (const char *number, const char *title, const char *words)
{
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *badge = gtk_label_new (number);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_classes (badge, "badge should");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  if (title != NULL)
    gtk_box_append (GTK_BOX (lines), cog_card_line_new (title, "heading", 2));
  gtk_box_append (GTK_BOX (lines), cog_card_line_new (words, "small dim", 2));
  gtk_box_append (GTK_BOX (strip), badge);
  gtk_box_append (GTK_BOX (strip), lines);
  return strip;
}
