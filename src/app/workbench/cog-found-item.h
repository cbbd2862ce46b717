/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-search-job.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CogFoundItem:
 *
 * A line in the list of what was found: a hit, or above the hits of a section its title.
 *
 * Property: "is-chosen" (boolean): whether a hit shall be replaced.
 */
#define COG_TYPE_FOUND_ITEM (cog_found_item_get_type ())
G_DECLARE_FINAL_TYPE (CogFoundItem, cog_found_item, COG, FOUND_ITEM, GObject)

CogFoundItem *cog_found_item_new_section (const char *title, guint n_hits);
CogFoundItem *cog_found_item_new_hit (CogHit *hit); /* takes it */

const CogHit *cog_found_item_get_hit (CogFoundItem *self); /* (nullable): a section's title */
const char *cog_found_item_get_title (CogFoundItem *self); /* (nullable): a hit */
guint cog_found_item_get_n_hits (CogFoundItem *self);      /* of the section */
gboolean cog_found_item_is_chosen (CogFoundItem *self);
/* What stands in the line, as Pango markup. as_replaced: with what it would become. (transfer full)
 */
char *cog_found_item_dup_markup (CogFoundItem *self, gboolean as_replaced);

G_END_DECLS
