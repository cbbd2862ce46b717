/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A unit's text between the model and a text view. */

/* Fills a text view; pieces are widgets in it that move and vanish as one. */
void cog_rich_text_load (GtkTextView *view, const CogText *text);
/* What the view holds now, with all codes that are still there. (transfer full) */
CogText *cog_rich_text_read (GtkTextView *view);
/* Puts a piece at the cursor. */
void cog_rich_text_insert_piece (GtkTextView *view, const CogCode *piece);
/* Bold ("strong") or emphasis ("em") on what is selected, or off again. */
void cog_rich_text_toggle (GtkTextView *view, const char *element);

G_END_DECLS
