/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The state of a unit as a stitch on the fold: ring initial, half translated, disc reviewed, tick
 * final; a minus where the passage is left out, a plus where it was added. 14 px; the button around
 * it has the words. */
#define COG_TYPE_STITCH (cog_stitch_get_type ())
G_DECLARE_FINAL_TYPE (CogStitch, cog_stitch, COG, STITCH, GtkWidget)

GtkWidget *cog_stitch_new (void);
void cog_stitch_show (CogStitch *self, CogState state, CogDecision decision);

G_END_DECLS
