/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-match-head.h"

#include "cog-compat.h"
#include "cog-word-diff.h"

#include <glib/gi18n-lib.h>

#define GOOD 90
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
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;

  cog_word_diff (suggestion->known, suggestion->wanted != NULL ? suggestion->wanted : "", &removed,
                 &added);
  for (guint i = 0; i < removed->len; i++)
    {
      const CogWordSpan *span = &g_array_index (removed, CogWordSpan, i);
      const char *start = g_utf8_offset_to_pointer (suggestion->known, span->start);
      const char *end = g_utf8_offset_to_pointer (suggestion->known, span->end);

      mark (list, color, (guint)(start - suggestion->known), (guint)(end - suggestion->known));
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
