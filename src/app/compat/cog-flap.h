/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogFlap:
 *
 * What lies beside the content or, folded, slides over it: an AdwOverlaySplitView, or before
 * libadwaita 1.4 an AdwFlap. Both are made to look alike: the flap is as wide as it needs to be,
 * and nothing is drawn around it. Properties for templates: content, flap, at-end (whether the flap
 * lies at the end, FALSE), gap (pixels between the two where it is not folded, 0), and is-revealed
 * to be notified of.
 */
#define COG_TYPE_FLAP (cog_flap_get_type ())
G_DECLARE_FINAL_TYPE (CogFlap, cog_flap, COG, FLAP, GtkWidget)

gboolean cog_flap_get_folded (CogFlap *self);
/* A flap that becomes folded is hidden, one that becomes unfolded is shown; one that is so already
 * stays as it is. */
void cog_flap_set_folded (CogFlap *self, gboolean is_folded);
gboolean cog_flap_get_revealed (CogFlap *self);
void cog_flap_set_revealed (CogFlap *self, gboolean is_revealed);
/* child: (nullable) */
void cog_flap_set_flap (CogFlap *self, GtkWidget *child);
void cog_flap_set_content (CogFlap *self, GtkWidget *child);

G_END_DECLS
