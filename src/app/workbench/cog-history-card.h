/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-panel-card.h"

G_BEGIN_DECLS

/* What was done to the unit, newest first, and the way back to each of its texts. */
#define COG_TYPE_HISTORY_CARD (cog_history_card_get_type ())
G_DECLARE_FINAL_TYPE (CogHistoryCard, cog_history_card, COG, HISTORY_CARD, CogPanelCard)

G_END_DECLS
