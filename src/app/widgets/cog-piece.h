/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-piece-layout.h"

G_BEGIN_DECLS

/**
 * CogPiece:
 *
 * One piece of a text as a small widget that stands in a line: it moves, and goes, as one. Drawn by
 * CogPieceLayout, in the font and colour that the style sheet gives it; the baseline of its
 * measure is that of the line. Who draws whole texts without a widget for each piece uses
 * CogPieceLayout itself.
 */
#define COG_TYPE_PIECE (cog_piece_get_type ())
G_DECLARE_FINAL_TYPE (CogPiece, cog_piece, COG, PIECE, GtkWidget)

GtkWidget *cog_piece_new (const CogCode *piece);
const CogCode *cog_piece_get_code (CogPiece *self); /* (transfer none) */
void cog_piece_set_pictures (CogPiece *self, CogPictureFunc func, gpointer user_data);
void cog_piece_set_selected (CogPiece *self, gboolean selected);
/* Pixels from the bottom of the widget up to the baseline of its line. */
int cog_piece_get_descent (CogPiece *self);

G_END_DECLS
