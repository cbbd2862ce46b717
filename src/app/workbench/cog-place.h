/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CogPlace:
 *
 * Where the person is in a book: the section that is shown and the unit in hand. The parts of the
 * workbench (outline, spread, panel, search) share one and know nothing of each other.
 *
 * Properties: "section" and "unit", ids (nullable), notified when they differ. To go somewhere, ask
 * by an action (win.go-to, workbench.write): who shows the rows sets the place.
 */
#define COG_TYPE_PLACE (cog_place_get_type ())
G_DECLARE_FINAL_TYPE (CogPlace, cog_place, COG, PLACE, GObject)

CogPlace *cog_place_new (void);
const char *cog_place_get_section (CogPlace *self); /* (nullable) */
void cog_place_set_section (CogPlace *self, const char *section);
/* In hand: open for writing, or chosen without being open. (nullable) */
const char *cog_place_get_unit (CogPlace *self);
void cog_place_set_unit (CogPlace *self, const char *unit);

G_END_DECLS
