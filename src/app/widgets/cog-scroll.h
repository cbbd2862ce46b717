/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Brings a piece of what is scrolled into the middle, where it is not in sight as it is. Pixels. */
void cog_scroll_show (GtkAdjustment *adjustment, double start, double size);
/* Whether there is nothing more beyond; is_start: at the other end. */
gboolean cog_scroll_is_at_end (GtkAdjustment *adjustment, gboolean is_start);

G_END_DECLS
