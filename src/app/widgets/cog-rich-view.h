/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-mark.h"
#include "cog-piece-layout.h"
#include "cog-rich-buffer.h"

G_BEGIN_DECLS

/**
 * CogRichView:
 *
 * The text of a unit to write in. Pieces are small widgets (CogPiece) that one click selects, that
 * are dragged, cut, copied and pasted, and moved with Alt and the arrows. What comes by clipboard
 * or drag from elsewhere is text, or, of a web page, what normal form has.
 */
#define COG_TYPE_RICH_VIEW (cog_rich_view_get_type ())
G_DECLARE_FINAL_TYPE (CogRichView, cog_rich_view, COG, RICH_VIEW, GtkTextView)

CogRichBuffer *cog_rich_view_get_buffer (CogRichView *self); /* (transfer none) */
/* Where inline pictures come from; asked each time that one is laid out. */
void cog_rich_view_set_pictures (CogRichView *self, CogPictureFunc func, gpointer user_data);
/* One that was not there may be there now. */
void cog_rich_view_update_pictures (CogRichView *self);
/* Marks parts of the text, by characters of the CogText, in place of what was marked before; never
 * read back. */
void cog_rich_view_mark (CogRichView *self, const CogMark *marks, gsize n);
/* Moves the piece that is selected, or beside the caret, by a word to the left or right as one
 * sees it. FALSE: there is no piece. */
gboolean cog_rich_view_move_piece (CogRichView *self, gboolean to_right);

G_END_DECLS
