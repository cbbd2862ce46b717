/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogColumns:
 *
 * Two children side by side where there is room for both, and one above the other where there is
 * not. It needs no more width than the wider of them, whatever it shows now: a window can always
 * be made slim, and never comes out wider than the screen.
 *
 * Properties:
 * - "least": the width from which both stand side by side;
 * - "start-width", "end-width": of that child there; -1 for as much as it likes; 0 (the default)
 *   for what the other leaves, and of both: halves;
 * - "spacing": pixels between them.
 * Widths are in pixels at the usual size of text, and as much more as the person has it larger
 * (cog-text-scale.h).
 *
 * (libadwaita 1.2 has no breakpoints.)
 */
#define COG_TYPE_COLUMNS (cog_columns_get_type ())
G_DECLARE_FINAL_TYPE (CogColumns, cog_columns, COG, COLUMNS, GtkWidget)

G_END_DECLS
