/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a run is doing and how far it is, with a button that stops it. Hidden while there is none.
 */
#define COG_TYPE_RUN_BAR (cog_run_bar_get_type ())
G_DECLARE_FINAL_TYPE (CogRunBar, cog_run_bar, COG, RUN_BAR, GtkWidget)

void cog_run_bar_set_run (CogRunBar *self, CogRun *run); /* (nullable) */

G_END_DECLS
