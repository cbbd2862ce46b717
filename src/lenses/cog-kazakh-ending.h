/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-finding.h"

G_BEGIN_DECLS

/* Kazakh puts the case of an amount behind its last word: "5 мильден", from five miles. What is put
 * in its place has to end so too: "8 км-ден". The ending follows the vowels and the last sound of
 * the unit as it is said ("километр"). */

/* The amount with the ending that the other one has; the same where that has none. NULL: how it is
 * said is not certain ("км/сағ"), and a person has to write it. (transfer full) (nullable) */
char *cog_kazakh_dup_inflected (const char *amount, const char *like);

/* Gives what a finding proposes the ending of the words that stand there; where that is not
 * certain, the proposal becomes a prompt. */
void cog_kazakh_inflect_proposals (CogLensFinding *finding, const char *there);

G_END_DECLS
