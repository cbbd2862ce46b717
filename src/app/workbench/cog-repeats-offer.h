/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-place.h"
#include "cog-spread.h"
#include "cog-unit-index.h"

G_BEGIN_DECLS

/**
 * CogRepeatsOffer:
 *
 * Offers to fill in the passages that say the same as one that a person has just translated and
 * left, or confirmed: win.toast-with with a button, once for each translation.
 */
#define COG_TYPE_REPEATS_OFFER (cog_repeats_offer_get_type ())
G_DECLARE_FINAL_TYPE (CogRepeatsOffer, cog_repeats_offer, COG, REPEATS_OFFER, GObject)

/* spread: is not kept; dispose of the offer before. */
CogRepeatsOffer *cog_repeats_offer_new (CogUnitIndex *index, CogPlace *place, CogSpread *spread);
/* A text was left. */
void cog_repeats_offer_look (CogRepeatsOffer *self);
/* Fills them in, in a thread, and tells how many. unit: "": the one in hand
 * where it is translated, else the one that was offered last. */
void cog_repeats_offer_fill (CogRepeatsOffer *self, const char *unit);

G_END_DECLS
