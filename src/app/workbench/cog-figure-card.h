/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-panel-card.h"

G_BEGIN_DECLS

/* The picture that the unit in hand belongs to: its alternative text, its credit, the picture that
 * it took the place of, and what can be done with it. A file dropped on it replaces the picture. */
#define COG_TYPE_FIGURE_CARD (cog_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (CogFigureCard, cog_figure_card, COG, FIGURE_CARD, CogPanelCard)

G_END_DECLS
