/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-workbench-row.h"

G_BEGIN_DECLS

/* The window's words for what the store keeps as nicks; translated. (transfer none) */
const char *cog_unit_words_get_state (CogState state);
/* "" for what is the rule and is not said: translated, or nothing decided. */
const char *cog_unit_words_get_decision (CogDecision decision);
/* "Left out · a holiday unknown here"; "" where there is nothing to say. (transfer full) */
char *cog_unit_words_dup_decision_line (const CogUnit *unit);
/* "Machine translation · to be checked" of what nobody confirmed yet; else "". (transfer none) */
const char *cog_unit_words_get_machine (const CogUnit *unit);
/* "The original changed · to be checked" where that is so; else "". (transfer none) */
const char *cog_unit_words_get_outdated (const CogUnit *unit);
/* A row in one sentence, for a screen reader. (transfer full) */
char *cog_unit_words_dup_row (CogWorkbenchRow *row);
/* "Example": the name of a box, an exercise, a note; "" where it has none. */
const char *cog_unit_words_get_context (CogRowContext context);

G_END_DECLS
