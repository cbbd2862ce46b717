/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-title-switcher.h"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

void
cog_title_switcher_set_title (GtkWidget *switcher, const char *title)
{
  adw_view_switcher_title_set_title (ADW_VIEW_SWITCHER_TITLE (switcher), title);
}

void
cog_title_switcher_set_stack (GtkWidget *switcher, AdwViewStack *stack)
{
  adw_view_switcher_title_set_stack (ADW_VIEW_SWITCHER_TITLE (switcher), stack);
}

gboolean
cog_title_switcher_is_narrow (GtkWidget *switcher)
{
  return adw_view_switcher_title_get_title_visible (ADW_VIEW_SWITCHER_TITLE (switcher));
}

G_GNUC_END_IGNORE_DEPRECATIONS
