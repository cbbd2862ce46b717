/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/* What a person says of a credit, over what was found in the source. */

/* Whoever made it, as one writes them into a line: "Ann Bee; Cy Dee". (transfer full) */
char *cog_credit_dup_makers (const CogCredit *credit);
/* The same back. Roles and addresses that were found stay with their people; whoever is named anew
 * is an author. Holders and publishers stay. */
void cog_credit_set_makers (CogCredit *credit, const char *line);

/* The licence, as decided: of statements that differ this one counts, and nothing is in doubt any
 * more. licence: an expression of catalogue ids; NULL: none is stated. words: why (nullable). What
 * was found stays among the statements. The same licence decided again settles it, too. */
void cog_credit_decide_licence (CogCredit *credit, const char *licence, const char *words);
/* The last decision. (transfer none) (nullable) */
CogStatement *cog_credit_find_decision (const CogCredit *credit);

G_END_DECLS
