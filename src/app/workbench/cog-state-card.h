/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-panel-card.h"

G_BEGIN_DECLS

/* State of the unit, what was decided on it, and why. */
#define COG_TYPE_STATE_CARD (cog_state_card_get_type ())
G_DECLARE_FINAL_TYPE (CogStateCard, cog_state_card, COG, STATE_CARD, CogPanelCard)

G_END_DECLS
