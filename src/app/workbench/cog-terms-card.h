/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-panel-card.h"
#include "cog-terms.h"

G_BEGIN_DECLS

/**
 * CogTermsCard:
 *
 * The card of the panel with the terms of the glossary that the passage has, each a button that
 * puts its translation in at the caret (workbench.insert-words).
 */
#define COG_TYPE_TERMS_CARD (cog_terms_card_get_type ())
G_DECLARE_FINAL_TYPE (CogTermsCard, cog_terms_card, COG, TERMS_CARD, CogPanelCard)

/* Once. */
void cog_terms_card_set_terms (CogTermsCard *self, CogTerms *terms);

G_END_DECLS
