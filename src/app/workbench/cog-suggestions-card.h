/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-panel-card.h"
#include "cog-suggestion-provider.h"

G_BEGIN_DECLS

/* What the providers found in the unit in hand, a slip for each. Hidden while there is nothing. */
#define COG_TYPE_SUGGESTIONS_CARD (cog_suggestions_card_get_type ())
G_DECLARE_FINAL_TYPE (CogSuggestionsCard, cog_suggestions_card, COG, SUGGESTIONS_CARD, CogPanelCard)

G_END_DECLS
