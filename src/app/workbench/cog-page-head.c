/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page-head.h"

#include "cog-language.h"

void
cog_page_head_show (GtkLabel *label, const char *language, const char *edition)
{
  g_autofree char *name = cog_language_dup_own_name (language);
  /* Two facts about a page: its language, its edition. */
  g_autofree char *both =
      edition != NULL ? g_strdup_printf ("%s · \xE2\x81\xA8%s\xE2\x81\xA9", name, edition) : NULL;

  gtk_label_set_label (label, both != NULL ? both : name);
  gtk_widget_set_direction (GTK_WIDGET (label),
                            cog_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

char *
cog_page_head_dup_edition (CogProject *project)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  const CogProjectSource *source =
      sources != NULL && sources->len > 0 ? g_ptr_array_index (sources, 0) : NULL;
  const CogCredit *credit = source != NULL ? source->credit : NULL;

  if (credit == NULL || (credit->edition == NULL && credit->year == NULL))
    return NULL;
  if (credit->edition == NULL || credit->year == NULL)
    return g_strdup (credit->edition != NULL ? credit->edition : credit->year);
  return g_strdup_printf ("%s, %s", credit->edition, credit->year);
}
