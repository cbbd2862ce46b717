/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-panel-card.h"

G_BEGIN_DECLS

/* The note on the unit: for oneself and for colleagues, never in an edition. Stored as it is typed.
 */
#define COG_TYPE_NOTE_CARD (cog_note_card_get_type ())
G_DECLARE_FINAL_TYPE (CogNoteCard, cog_note_card, COG, NOTE_CARD, CogPanelCard)

G_END_DECLS
