/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogFindingWays:
 *
 * What else can be done about a finding than what its card proposes first: the other proposals, own
 * words, and to keep or dismiss it for a reason that is recorded.
 *
 * Signal "chosen": (uint choice, string words, string math), words and math nullable.
 */
#define COG_TYPE_FINDING_WAYS (cog_finding_ways_get_type ())
G_DECLARE_FINAL_TYPE (CogFindingWays, cog_finding_ways, COG, FINDING_WAYS, GtkPopover)

GtkWidget *cog_finding_ways_new (const CogPlacedFinding *placed);
/* Why, as it was written. (transfer full) (nullable) */
char *cog_finding_ways_dup_reason (CogFindingWays *self);
/* The person goes on in the entry for own words. It must be open. */
void cog_finding_ways_write (CogFindingWays *self);
/* What a proposal makes of the place, in few words. (transfer full) */
char *cog_finding_ways_dup_effect (const CogProposal *proposal);

G_END_DECLS
