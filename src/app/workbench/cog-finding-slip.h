/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-conflict.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogFindingSlip:
 *
 * One finding of a lens, and what can be done about it: what stands there, what could, why, and the
 * buttons. One that was decided is a line that says how, and takes it back.
 *
 * Signal "chosen": (uint choice, string words, string math, string reason), words to reason
 * nullable. Signal "everywhere": the person wants to see the same in the whole book. Signal
 * "go-to": (string unit): … to see the place where it is otherwise. Signal "released": its menu was
 * closed.
 */
#define COG_TYPE_FINDING_SLIP (cog_finding_slip_get_type ())
G_DECLARE_FINAL_TYPE (CogFindingSlip, cog_finding_slip, COG, FINDING_SLIP, GtkWidget)

/* n_places: where the same thing stands in the book, this place included; 0: not known yet.
 * is_first: its button is the blue one. */
GtkWidget *cog_finding_slip_new (const CogPlacedFinding *placed, guint n_places, gboolean is_first);
/* (transfer none) */
const CogPlacedFinding *cog_finding_slip_get_placed (CogFindingSlip *self);
/* Whether its menu is open: it would close if the slip were made anew. */
gboolean cog_finding_slip_is_in_hand (CogFindingSlip *self);
void cog_finding_slip_set_n_places (CogFindingSlip *self, guint n_places);
/* That it is otherwise elsewhere; NULL: it is not. */
void cog_finding_slip_set_conflict (CogFindingSlip *self, const CogLensConflict *conflict);
/* The first proposal that says what is to stand there; NULL: the person has to write. (transfer
 * none) (nullable) */
const CogProposal *cog_finding_slip_get_proposal (CogFindingSlip *self);

G_END_DECLS
