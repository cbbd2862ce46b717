/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What pairs with what: only pieces of kinds that agree can say the same. */
typedef enum
{
  COG_ALIGN_PARAGRAPH,
  COG_ALIGN_ENTRY, /* of a list; a paragraph may have become one */
  COG_ALIGN_HEADING,
  COG_ALIGN_TERM,
  COG_ALIGN_CELL,
  COG_ALIGN_CAPTION,
  COG_ALIGN_EQUATION,
  COG_ALIGN_PICTURE, /* its description, or its words */
  COG_ALIGN_CODE,
} CogAlignKind;

/* What a translation leaves as it is, or nearly so. */
typedef enum
{
  COG_ANCHOR_WORD, /* names, and words of one root */
  COG_ANCHOR_NUMBER,
  COG_ANCHOR_PIECE,   /* an equation, a code: its characters */
  COG_ANCHOR_PLACE,   /* a link, a picture's file */
  COG_ANCHOR_LEARNED, /* private to the aligner: a word whose translation it learned */
} CogAnchorType;

/**
 * CogAlignItem:
 *
 * A paragraph, a sentence or a section as the aligner sees it: how long it is and what in it a
 * translation keeps. A plain value.
 */
typedef struct
{
  CogAlignKind kind;
  guint length;    /* characters that are not white space */
  char *id;        /* that the edition gave it (nullable) */
  GArray *anchors; /* guint64: a CogAnchorType in the upper three bits, and a hash; ascending, each
                      once, once cog_align_item_settle() was called */
} CogAlignItem;

#define COG_ANCHOR_TYPE(anchor) ((CogAnchorType)((anchor) >> 61))

CogAlignItem *cog_align_item_new (CogAlignKind kind);
void cog_align_item_free (CogAlignItem *self);

/* Counts the length, and takes numbers (digits of any script) and words; of words the beginning,
 * without case and accents. Scripts without spaces between words: each two characters. */
void cog_align_item_add_text (CogAlignItem *self, const char *text);
/* One thing, known by its characters, white space apart. */
void cog_align_item_add_anchor (CogAlignItem *self, CogAnchorType type, const char *text);
/* What the other has, too: a section is its paragraphs. */
void cog_align_item_add_item (CogAlignItem *self, const CogAlignItem *other);
/* Puts the anchors in order; before the item is given to an aligner. */
void cog_align_item_settle (CogAlignItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogAlignItem, cog_align_item_free)

G_END_DECLS
