/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-panel-card.h"

G_BEGIN_DECLS

/* The source of the passage in hand changed with a new edition: what it said and says, a way to say
 * that the translation is still right, and to the other passages that changed. */
#define COG_TYPE_OUTDATED_CARD (cog_outdated_card_get_type ())
G_DECLARE_FINAL_TYPE (CogOutdatedCard, cog_outdated_card, COG, OUTDATED_CARD, CogPanelCard)

G_END_DECLS
