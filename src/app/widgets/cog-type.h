/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The type of the book, for each script: sizes and line heights, which differ so that two pages
 * look equally grey. One table gives the style sheet's rules (class "book" in a cell of class
 * "unit-heading", "unit-subheading", "unit-small") and what a layout must know itself, because
 * GTK tells nobody the line height of a style. */

/* How large the book's text is, 1 as designed. Program-wide: it belongs to the reader's eyes, not
 * to a window. Clamped to 0.6…3. */
double cog_type_get_scale (void);
void cog_type_set_scale (double scale);
/* Adds the rules to a display; before the first text is shown there. */
void cog_type_init (GdkDisplay *display);
/* Of a text's line to its size, for a widget of class "book". */
double cog_type_get_line (GtkWidget *widget);

G_END_DECLS
