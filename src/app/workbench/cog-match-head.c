/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-match-head.h"

#include "cog-compat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GOOD 90
#define MOST_WORDS 300 /* that are compared; a table of their squares is made */

/* Which words of known the passage has, too, in their order: the longest common subsequence. */
static gboolean *
find_common (char **known, char **wanted, guint n, guint m)
{
  g_autofree guint16 *table = g_new0 (guint16, (gsize)(n + 1) * (m + 1));
  gboolean *is_common = g_new0 (gboolean, n + 1);
  guint i = 0, k = 0;

#define AT(a, b) table[(gsize)(a) * (m + 1) + (b)]
  for (guint a = n; a > 0; a--)
    for (guint b = m; b > 0; b--)
      AT (a - 1, b - 1) = g_str_equal (known[a - 1], wanted[b - 1])
                              ? AT (a, b) + 1
                              : MAX (AT (a, b - 1), AT (a - 1, b));
  while (i < n && k < m)
    if (g_str_equal (known[i], wanted[k]))
      {
        is_common[i++] = TRUE;
        k++;
      }
    else if (AT (i + 1, k) >= AT (i, k + 1))
      i++;
    else
      k++;
#undef AT
  return is_common;
}

static void
mark (PangoAttrList *list, const GdkRGBA *color, guint start, guint end)
{
  PangoAttribute *attributes[] = {
    pango_attr_foreground_new ((guint16)(color->red * 65535), (guint16)(color->green * 65535),
                               (guint16)(color->blue * 65535)),
    pango_attr_foreground_alpha_new (G_MAXUINT16),
    pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = start;
      attributes[i]->end_index = end;
      pango_attr_list_insert (list, attributes[i]);
    }
}

static PangoAttrList *
new_marks (const CogSuggestion *suggestion, const GdkRGBA *color)
{
  PangoAttrList *list = pango_attr_list_new ();
  g_auto (GStrv) known = g_strsplit (suggestion->known, " ", -1);
  g_auto (GStrv) wanted =
      g_strsplit (suggestion->wanted != NULL ? suggestion->wanted : "", " ", -1);
  guint n = g_strv_length (known), m = g_strv_length (wanted), at = 0;
  g_autofree gboolean *is_common = NULL;

  if (n > MOST_WORDS || m > MOST_WORDS)
    return list;
  is_common = find_common (known, wanted, n, m);
  for (guint i = 0; i < n; i++)
    {
      guint length = (guint)strlen (known[i]);

      if (!is_common[i] && length > 0)
        mark (list, color, at, at + length);
      at += length + 1;
    }
  return list;
}

static void
color_cb (GtkWidget *label)
{
  const CogSuggestion *suggestion = g_object_get_data (G_OBJECT (label), "suggestion");
  g_autoptr (PangoAttrList) marks = NULL;
  GdkRGBA color = { 0, 0, 1, 1 };

  cog_widget_lookup_colour (label, "accent_color", &color);
  marks = new_marks (suggestion, &color);
  gtk_label_set_attributes (GTK_LABEL (label), marks);
}

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_pill (const CogSuggestion *suggestion)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: how alike two sentences are. */
  g_autofree char *score = g_strdup_printf (_ ("%d %%"), suggestion->score);
  g_autofree char *key = g_strdup_printf ("<Control>%u", suggestion->number);
  g_autofree char *shown = NULL;
  GtkWidget *pill = gtk_label_new (score);
  GtkWidget *keys;
  GdkModifierType modifiers;
  guint value;

  gtk_widget_add_css_class (pill, "score");
  if (suggestion->score >= GOOD)
    gtk_widget_add_css_class (pill, "good");
  gtk_box_append (GTK_BOX (box), pill);
  gtk_accelerator_parse (key, &value, &modifiers);
  shown = gtk_accelerator_get_label (value, modifiers);
  keys = gtk_label_new (shown);
  gtk_widget_add_css_class (keys, "small");
  gtk_widget_add_css_class (keys, "dim");
  gtk_widget_set_hexpand (keys, TRUE);
  gtk_widget_set_halign (keys, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), keys);
  return box;
}

GtkWidget *
cog_match_head_new (const CogSuggestion *suggestion)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *known = new_text (suggestion->known, "known");

  /* The card's list lives as long as its slips. */
  g_object_set_data (G_OBJECT (known), "suggestion", (gpointer)suggestion);
  g_signal_connect (known, "map", G_CALLBACK (color_cb), NULL);
  gtk_box_append (GTK_BOX (box), new_pill (suggestion));
  gtk_box_append (GTK_BOX (box), known);
  gtk_box_append (GTK_BOX (box), new_text (suggestion->after, "match"));
  return box;
}
