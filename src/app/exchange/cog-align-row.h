/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-align-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A pair of sentences, how sure it is that they say the same, and whether it is taken. Signal
 * "toggled", when a person changed that. */
#define COG_TYPE_ALIGN_ROW (cog_align_row_get_type ())
G_DECLARE_FINAL_TYPE (CogAlignRow, cog_align_row, COG, ALIGN_ROW, GtkBox)

GtkWidget *cog_align_row_new (void);
/* plan (nullable): none is shown; it outlives the row, or is taken away first. */
void cog_align_row_set_pair (CogAlignRow *self, CogAlignPlan *plan, guint n);

G_END_DECLS
