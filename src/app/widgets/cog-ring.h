/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A share as a ring that fills, and as a tick when all is done. 14 px; decoration: its words stand
 * beside it. */
#define COG_TYPE_RING (cog_ring_get_type ())
G_DECLARE_FINAL_TYPE (CogRing, cog_ring, COG, RING, GtkWidget)

GtkWidget *cog_ring_new (void);
void cog_ring_set_share (CogRing *self, double share); /* 0..1 */

G_END_DECLS
