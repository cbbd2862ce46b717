/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An AdwFlap of a template: what lies beside the content, or, folded, slides over it. Keep it as a
 * GtkWidget. It is deprecated in favour of AdwOverlaySplitView, which libadwaita has only
 * since 1.4. */
gboolean cog_flap_get_folded (GtkWidget *flap);
/* A flap that becomes folded is hidden, one that becomes unfolded is shown; one that is so already
 * stays as it is. */
void cog_flap_set_folded (GtkWidget *flap, gboolean is_folded);
gboolean cog_flap_get_revealed (GtkWidget *flap);
void cog_flap_set_revealed (GtkWidget *flap, gboolean is_revealed);
/* child: (nullable) */
void cog_flap_set_flap (GtkWidget *flap, GtkWidget *child);

G_END_DECLS
