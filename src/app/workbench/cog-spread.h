/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-place.h"
#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogSpread:
 *
 * The rows of a section as an open book: original on one page, adaptation on the other. Shows the
 * section of its place, and sets the place's unit to the row in hand. Follows the project's changes
 * by itself. Actions for what is in it: workbench.write (id), workbench.write-next (id),
 * workbench.close.
 */
#define COG_TYPE_SPREAD (cog_spread_get_type ())
G_DECLARE_FINAL_TYPE (CogSpread, cog_spread, COG, SPREAD, GtkWidget)

/* Once. */
void cog_spread_set_project (CogSpread *self, CogProject *project, CogPlace *place);
/* Stores now what is typed: before undo, publishing and closing. */
void cog_spread_flush (CogSpread *self);
/* Shows a unit, and opens it for writing. */
void cog_spread_go_to (CogSpread *self, const char *unit);
/* The source stands above the adaptation: there is no room for two pages. */
void cog_spread_set_stacked (CogSpread *self, gboolean is_stacked);

G_END_DECLS
