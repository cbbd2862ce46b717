/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-found-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogFinder:
 *
 * A search in a project as it goes on: it runs in a thread, and what it finds comes into a list
 * section by section. A new question stops the one before. What was edited is searched again by
 * itself.
 *
 * Signals: "changed": there is more, or it is done; "current": another hit is the one in hand.
 */
#define COG_TYPE_FINDER (cog_finder_get_type ())
G_DECLARE_FINAL_TYPE (CogFinder, cog_finder, COG, FINDER, GObject)

CogFinder *cog_finder_new (CogUnitIndex *index);
/* The strings are copied. wanted "": nothing is looked for. */
void cog_finder_search (CogFinder *self, const CogSearchQuery *query);
void cog_finder_stop (CogFinder *self);

const CogSearchQuery *cog_finder_get_query (CogFinder *self);
/* Titles of sections and hits. (transfer none) (element-type CogFoundItem) */
GListModel *cog_finder_get_model (CogFinder *self);
guint cog_finder_get_n_hits (CogFinder *self);
gboolean cog_finder_is_busy (CogFinder *self);
gboolean cog_finder_is_cut (CogFinder *self);       /* there are more */
guint cog_finder_get_n_too_hard (CogFinder *self);  /* units that were given up */
const char *cog_finder_get_fault (CogFinder *self); /* why there is no search (nullable) */

/* The hit in hand: 1 … n; 0: none. */
guint cog_finder_get_current (CogFinder *self);
const CogHit *cog_finder_get_hit (CogFinder *self); /* (nullable) */
/* To the next or the one before (by: 1, -1), from the one in hand, else from a place; goes round.
 */
void cog_finder_step (CogFinder *self, int by, const char *section, const char *unit);
/* The hit in hand is about to be replaced: the one behind it will then be in hand, and is told. */
void cog_finder_expect_replaced (CogFinder *self);
/* Where one of the list was chosen. */
void cog_finder_take (CogFinder *self, CogFoundItem *item);

G_END_DECLS
