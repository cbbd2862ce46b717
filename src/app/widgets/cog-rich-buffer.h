/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-rich-tag.h"

G_BEGIN_DECLS

/**
 * CogRichBuffer:
 *
 * A unit's text while it is written: a GtkTextBuffer that is loaded from a CogText and read back
 * without loss. Spans are tags, pieces are anchors; what is typed at the edge of a span continues
 * it, as a person expects, but for a link; the same styles side by side join. It has a history of
 * its own. Needs no display: the widgets of the pieces are the view's (CogRichView).
 *
 * Signals: "changed", as of every buffer; "pieces-changed" when one came or went; "style-changed"
 * when what is typed next may have another style: the caret moved, or a style was set; "line-feed"
 * when one was typed where none can be.
 */
#define COG_TYPE_RICH_BUFFER (cog_rich_buffer_get_type ())
G_DECLARE_FINAL_TYPE (CogRichBuffer, cog_rich_buffer, COG, RICH_BUFFER, GtkTextBuffer)

typedef enum
{
  COG_RICH_INLINE,       /* styles and pieces, no line feeds */
  COG_RICH_PLAIN,        /* characters only */
  COG_RICH_PREFORMATTED, /* styles and pieces, and lines as they stand */
} CogRichMode;

CogRichBuffer *cog_rich_buffer_new (void);
void cog_rich_buffer_set_mode (CogRichBuffer *self, CogRichMode mode);
CogRichMode cog_rich_buffer_get_mode (CogRichBuffer *self);
/* Of the language: text in it is set so, with whatever letter it begins. NONE, as at first: by that
 * letter. Where it needs one, the buffer keeps a direction mark before the text; that is no part of
 * what is read and written here, but counts in the offsets of a GtkTextIter. */
void cog_rich_buffer_set_direction (CogRichBuffer *self, GtkTextDirection direction);
/* Where the text begins. */
void cog_rich_buffer_get_start (CogRichBuffer *self, GtkTextIter *iter);
/* The characters of the text, and its pieces and places, that stand before the caret. */
guint cog_rich_buffer_get_caret (CogRichBuffer *self);
/* Of links; the platform's accent differs by ground. */
void cog_rich_buffer_set_link_colour (CogRichBuffer *self, const GdkRGBA *colour);

/* What stood there, and the history, are gone. The caret stands at the end. */
void cog_rich_buffer_load (CogRichBuffer *self, const CogText *text);
CogText *cog_rich_buffer_read (CogRichBuffer *self); /* (transfer full) */
CogText *cog_rich_buffer_read_range (CogRichBuffer *self,
                                     const GtkTextIter *start,
                                     const GtkTextIter *end); /* (transfer full) */

/* Edits by a person; each is one step of the history. */
/* In the place of what is selected, or at the caret; in the style that typing there would have. */
void cog_rich_buffer_insert (CogRichBuffer *self, const CogText *text);
/* Puts a missing code of the source back: a piece at the caret; a span (a link) around what is
 * selected, or with its words where nothing is. */
void cog_rich_buffer_insert_code (CogRichBuffer *self, const CogCode *code, const char *words);
/* Moves a stretch; where: outside of it. Pieces arrive as they are. The stretch is selected then.
 */
void cog_rich_buffer_move (CogRichBuffer *self,
                           const GtkTextIter *start,
                           const GtkTextIter *end,
                           const GtkTextIter *where);
/* A style ("strong", "em", "sup", "code", …) on what is selected, or off again where all of it has
 * it; without a selection: for what is typed next. */
void cog_rich_buffer_toggle (CogRichBuffer *self, const char *style);
gboolean cog_rich_buffer_has_style (CogRichBuffer *self, const char *style);
/* Takes styles off what is selected, or off everything; links, languages and places stay. */
void cog_rich_buffer_clear_styles (CogRichBuffer *self);
/* The address of the link at the caret, and where that link is; NULL: there is none.
 * (transfer full) (nullable) */
char *cog_rich_buffer_dup_link (CogRichBuffer *self, GtkTextIter *start, GtkTextIter *end);
/* Sets the address of that link, or makes a link of what is selected; NULL: no link any more. */
void cog_rich_buffer_set_link (CogRichBuffer *self, const char *address);

/* FALSE: there was nothing to take back. */
gboolean cog_rich_buffer_undo (CogRichBuffer *self);
gboolean cog_rich_buffer_redo (CogRichBuffer *self);
gboolean cog_rich_buffer_has_history (CogRichBuffer *self);

/* The piece in front of or behind an iter. (transfer none) (nullable) */
const CogCode *cog_rich_buffer_get_piece (const GtkTextIter *iter);

G_END_DECLS
