/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Dragging in and into a CogRichView: a piece of its text, a chip of what is missing, selected
 * text, plain text from elsewhere. Files and all else are refused. */

/* The text takes what is dropped into it, in the place of what GTK would take. */
void cog_rich_drop_add_target (GtkTextView *view);
/* Where it would arrive, while something is dragged over. */
void cog_rich_drop_snapshot (GtkTextView *view, GtkSnapshot *snapshot);
/* Dragging widget drags the piece (a CogPiece): one that stands in a text moves. */
void cog_rich_drop_add_source (GtkWidget *widget, GtkWidget *piece);
/* Dragging widget drags a code that stands in no text, with the words to insert for a span. */
void cog_rich_drop_add_code (GtkWidget *widget, const CogCode *code, const char *words);

G_END_DECLS
