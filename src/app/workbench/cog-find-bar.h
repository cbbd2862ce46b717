/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-place.h"
#include "cog-spread.h"
#include "cog-unit-index.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogFindBar:
 *
 * Finding and replacing in the book, above its pages: the hits are counted, listed, and marked in
 * the rows. Closed, it takes no room.
 */
#define COG_TYPE_FIND_BAR (cog_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (CogFindBar, cog_find_bar, COG, FIND_BAR, GtkWidget)

/* Once. filters: the menu of the filter button. */
void cog_find_bar_set_spread (
    CogFindBar *self, CogUnitIndex *index, CogPlace *place, CogSpread *spread, GMenuModel *filters);
/* Opens it, or comes back to it. */
void cog_find_bar_open (CogFindBar *self, gboolean with_replace);
void cog_find_bar_close (CogFindBar *self);
gboolean cog_find_bar_is_open (CogFindBar *self);
/* by: 1 or -1 */
void cog_find_bar_step (CogFindBar *self, int by);

G_END_DECLS
