/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A passage that came back: what becomes of it, and the two texts beside each other; of one that
 * both sides changed, which of them holds. */
#define COG_TYPE_TAKE_ROW (cog_take_row_get_type ())
G_DECLARE_FINAL_TYPE (CogTakeRow, cog_take_row, COG, TAKE_ROW, GtkBox)

GtkWidget *cog_take_row_new (void);
/* item: borrowed, and changed by what the person chooses; NULL: none. language: of the texts. */
void cog_take_row_set_item (CogTakeRow *self, CogExchangeItem *item, const char *language);

G_END_DECLS
