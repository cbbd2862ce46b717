/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"
#include "cog-panel-card.h"

G_BEGIN_DECLS

/* What the lenses found in the unit in hand, a slip for each. Hidden where there is nothing. */
#define COG_TYPE_CULTURE_CARD (cog_culture_card_get_type ())
G_DECLARE_FINAL_TYPE (CogCultureCard, cog_culture_card, COG, CULTURE_CARD, CogPanelCard)

/* Once. */
void cog_culture_card_set_index (CogCultureCard *self, CogLensIndex *index);

G_END_DECLS
