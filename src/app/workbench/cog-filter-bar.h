/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-place.h"
#include "cog-spread.h"
#include "cog-unit-index.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogFilterBar:
 *
 * Which passages are shown: a menu for a button, with how many there are, and, while not all are
 * shown, a line above the pages that says so and leads to the next one, wherever in the book.
 */
#define COG_TYPE_FILTER_BAR (cog_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (CogFilterBar, cog_filter_bar, COG, FILTER_BAR, GtkWidget)

/* Once. */
void cog_filter_bar_set_spread (CogFilterBar *self,
                                CogUnitIndex *index,
                                CogPlace *place,
                                CogSpread *spread);
/* Its actions are "filter.show" (string) and those of the window. (transfer none) */
GMenuModel *cog_filter_bar_get_menu (CogFilterBar *self);
/* For where the menu's button stands. */
GActionGroup *cog_filter_bar_get_actions (CogFilterBar *self);
/* To the next unit of those that are shown; where all are, to the next untranslated one. */
void cog_filter_bar_go_on (CogFilterBar *self, gboolean is_backwards);
/* To the next untranslated one, whatever is shown. */
void cog_filter_bar_go_to_untranslated (CogFilterBar *self);

G_END_DECLS
