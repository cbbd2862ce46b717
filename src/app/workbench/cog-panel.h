/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"
#include "cog-place.h"
#include "cog-terms.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogPanel:
 *
 * What there is to know and to decide about the row in hand, as cards (cog-panel-card.h): follows
 * the place's unit and the project's changes. Beside the pages, or as a sheet below them that shows
 * the first open thing in one line until it is unfolded (signal "folded", when that changes).
 */
#define COG_TYPE_PANEL (cog_panel_get_type ())
G_DECLARE_FINAL_TYPE (CogPanel, cog_panel, COG, PANEL, GtkWidget)

/* Once; lenses: of the project. */
void cog_panel_set_project (CogPanel *self, CogLensIndex *lenses, CogPlace *place, CogTerms *terms);
/* Stores now what is typed in it. */
void cog_panel_flush (CogPanel *self);
/* is_small: there is room for one button in the line. */
void cog_panel_set_sheet (CogPanel *self, gboolean is_sheet, gboolean is_small);
/* What its cards ask elsewhere may be answered otherwise now: all are shown anew. */
void cog_panel_renew (CogPanel *self);
/* Of a sheet: unfolds it, or folds it to its line. */
void cog_panel_toggle (CogPanel *self);
gboolean cog_panel_is_unfolded (CogPanel *self);

G_END_DECLS
