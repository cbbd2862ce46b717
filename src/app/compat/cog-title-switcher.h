/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An AdwViewSwitcherTitle of a template: the pages' names in the header bar, or, where they have no
 * room, the title. Keep it as a GtkWidget. It is deprecated in favour of breakpoints, which
 * libadwaita has only since 1.4. */
void cog_title_switcher_set_title (GtkWidget *switcher, const char *title);
void cog_title_switcher_set_stack (GtkWidget *switcher, AdwViewStack *stack);
/* Whether the title stands there, so that the pages' names belong below (notify::title-visible). */
gboolean cog_title_switcher_is_narrow (GtkWidget *switcher);

G_END_DECLS
