/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The pages' names in the header bar, or, where they have no room, the title: what
 * AdwViewSwitcherTitle was, which is deprecated in favour of breakpoints, which libadwaita has only
 * since 1.4. */
#define COG_TYPE_TITLE_SWITCHER (cog_title_switcher_get_type ())
G_DECLARE_FINAL_TYPE (CogTitleSwitcher, cog_title_switcher, COG, TITLE_SWITCHER, GtkWidget)

void cog_title_switcher_set_title (CogTitleSwitcher *self, const char *title);
void cog_title_switcher_set_stack (CogTitleSwitcher *self, AdwViewStack *stack);
/* Pixels that the names leave free, for what stands in the header bar on another page only: they
 * are at the same place on all pages. */
void cog_title_switcher_set_reserve (CogTitleSwitcher *self, int reserve);
/* Whether the title stands there, so that the pages' names belong below (notify::is-narrow). */
gboolean cog_title_switcher_is_narrow (CogTitleSwitcher *self);

G_END_DECLS
