/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the cards of the panel, their slips and the rows of the lists beside them are put together
 * from, so that they look alike. All are floating, as gtk_label_new() gives them; classes: names of
 * CSS classes, with a space between them (nullable). Main thread. */

/* Words that begin at the start and go on over as many lines as they need. */
GtkWidget *cog_card_text_new (const char *text, const char *classes);

/* Words that begin at the start and are cut after n_lines with an ellipsis. text: (nullable):
 * given later, as the rows of a list do. */
GtkWidget *cog_card_line_new (const char *text, const char *classes, guint n_lines);

/* "75 mph → 120 km/h". Either may be NULL: then the other stands alone; not both. */
GtkWidget *cog_card_change_new (const char *before, const char *after);

/* The same in one line of text, for a label of that direction: each side runs as its own letters
 * do, and the arrow points to what comes after. (transfer full) */
char *cog_card_dup_change (const char *before, const char *after, GtkTextDirection direction);

/* The head of a card's strip in the bottom sheet: a number on marker yellow, and beside it what it
 * is about, two lines of each. title: (nullable). Buttons are added behind. */
GtkWidget *cog_card_strip_new (const char *number, const char *title, const char *words);

G_END_DECLS
