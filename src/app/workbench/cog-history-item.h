/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project-steps.h"

G_BEGIN_DECLS

/* A step in the list of what was done; "changed" is emitted when it was undone or done again. */
#define COG_TYPE_HISTORY_ITEM (cog_history_item_get_type ())
G_DECLARE_FINAL_TYPE (CogHistoryItem, cog_history_item, COG, HISTORY_ITEM, GObject)

CogHistoryItem *cog_history_item_new (CogStep *step); /* takes step */
const CogStep *cog_history_item_get_step (CogHistoryItem *self);
void cog_history_item_set_step (CogHistoryItem *self, CogStep *step); /* takes step */

G_END_DECLS
