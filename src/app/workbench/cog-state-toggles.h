/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The four states of a unit as linked buttons that look like the stitches of the fold. Signal
 * "chosen" (CogState) when the person presses one that is not set. */
#define COG_TYPE_STATE_TOGGLES (cog_state_toggles_get_type ())
G_DECLARE_FINAL_TYPE (CogStateToggles, cog_state_toggles, COG, STATE_TOGGLES, GtkWidget)

GtkWidget *cog_state_toggles_new (void);
void cog_state_toggles_set_state (CogStateToggles *self, CogState state);

G_END_DECLS
