/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogStatementChoice:
 *
 * What a source says about its licence, with the words and where they stand: a row for each
 * licence, one of which can be chosen. Signal "chosen" (expression), when the person chose one,
 * also the one that is assumed. Nothing is chosen as long as the source contradicts itself.
 */
#define COG_TYPE_STATEMENT_CHOICE (cog_statement_choice_get_type ())
G_DECLARE_FINAL_TYPE (CogStatementChoice, cog_statement_choice, COG, STATEMENT_CHOICE, GtkWidget)

/* Copies what it needs. FALSE: no statement was found, and nothing is there to be shown. */
gboolean cog_statement_choice_set_credit (CogStatementChoice *self, const CogCredit *credit);
/* The licence was chosen elsewhere (nullable): its row is marked, if there is one. No signal. */
void cog_statement_choice_mark (CogStatementChoice *self, const char *licence);

G_END_DECLS
