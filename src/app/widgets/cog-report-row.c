/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-report-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

const CogEffect cog_report_groups[COG_REPORT_N_GROUPS] = {
  COG_EFFECT_UNSURE,
  COG_EFFECT_SIMPLIFIED,
  COG_EFFECT_DROPPED,
  COG_EFFECT_KEPT,
};

const char *
cog_report_group_get_title (CogEffect effect)
{
  switch (effect)
    {
    case COG_EFFECT_KEPT:
      /* Translators: heading of what an import took over in another way than expected. */
      return _ ("Kept");
    case COG_EFFECT_SIMPLIFIED:
      /* Translators: heading of what an import took over in a plainer form. */
      return _ ("Simplified");
    case COG_EFFECT_DROPPED:
      return _ ("Left Out");
    case COG_EFFECT_UNSURE:
    case COG_EFFECT_DERIVED:
      break;
    }
  /* Translators: heading of what an import may have understood wrongly. */
  return _ ("To Be Compared with the Original");
}

const char *
cog_report_group_get_icon (CogEffect effect)
{
  switch (effect)
    {
    case COG_EFFECT_KEPT:
      return "cog-done-symbolic";
    case COG_EFFECT_SIMPLIFIED:
      return "view-list-symbolic";
    case COG_EFFECT_DROPPED:
      return "action-unavailable-symbolic";
    case COG_EFFECT_UNSURE:
    case COG_EFFECT_DERIVED:
      break;
    }
  return "dialog-question-symbolic";
}

char *
cog_report_dup_place_words (const char *place)
{
  guint page = cog_report_parse_page (place);

  if (page > 0)
    /* Translators: the number of a page. */
    return g_strdup_printf (_ ("Page %u"), page);
  if (place == NULL || strpbrk (place, "./") == NULL)
    return g_strdup ("");
  return g_strdup_printf ("\xE2\x81\xA8%s\xE2\x81\xA9", place);
}

GtkWidget *
cog_report_row_new (const char *sentence, const char *place, guint count)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = cog_report_dup_place_words (place);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 6);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (count > 1)
    {
      g_autofree char *times =
          /* Translators: how often something was met in a file. */
          g_strdup_printf (ngettext ("%'u time", "%'u times", count), count);
      GtkWidget *label = gtk_label_new (times);

      gtk_widget_add_css_class (label, "small");
      gtk_widget_add_css_class (label, "dim");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  return row;
}
