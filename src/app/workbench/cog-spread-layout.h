/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COG_SPREAD_FOLD 26 /* pixels between the two pages */
/* Pixels, with text of the usual size. */
#define COG_SPREAD_STACKED 560

/* Whether in this width, in pixels, the source stands above the adaptation. */
gboolean cog_spread_layout_is_stacked (int width);

/**
 * CogSpreadLayout:
 *
 * Lays out three children as an open book: source, what stands on the fold, adaptation. Both pages
 * are equally wide in every row whatever stands in them, so that all rows share one fold; the
 * source is at the start. A fourth child lies over the beginning of the adaptation's page, and
 * takes no room. Where there is no room for two pages, the source stands above the adaptation.
 */
#define COG_TYPE_SPREAD_LAYOUT (cog_spread_layout_get_type ())
G_DECLARE_FINAL_TYPE (CogSpreadLayout, cog_spread_layout, COG, SPREAD_LAYOUT, GtkLayoutManager)

G_END_DECLS
