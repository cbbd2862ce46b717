/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-mark.h"
#include "cog-piece-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogTextBlock:
 *
 * A unit's rich text as the book would set it, to be read: styles, links, code, equations drawn as
 * mathematics, note references, pictures in the line. Wraps; its widget direction is that of the
 * text. Made for long lists: a text costs its layout, once for each width. The style sheet gives
 * face, size and colour; cog-type.h the line height. A screen reader meets a label with the plain
 * text.
 */
#define COG_TYPE_TEXT_BLOCK (cog_text_block_get_type ())
G_DECLARE_FINAL_TYPE (CogTextBlock, cog_text_block, COG, TEXT_BLOCK, GtkWidget)

GtkWidget *cog_text_block_new (void);
/* Inline XHTML, as a unit has it. Marks go where the text differs. */
void cog_text_block_set_xhtml (CogTextBlock *self, const char *xhtml);
/* Figures of a table stand at the end of their column. */
void cog_text_block_set_at_end (CogTextBlock *self, gboolean at_end);
/* For pictures in the line. */
void cog_text_block_set_pictures (CogTextBlock *self, CogPictureFunc func, gpointer user_data);
/* A picture has come: pieces are laid out anew. */
void cog_text_block_update_pictures (CogTextBlock *self);
/* Instead of all marks so far; offsets in characters of the text; n 0: none. */
void cog_text_block_mark (CogTextBlock *self, const CogMark *marks, gsize n);

G_END_DECLS
