/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout.h"

G_BEGIN_DECLS

/* A word as it is written out. */
typedef struct
{
  const CogPdfWord *word;
  guint page;
  guint skip; /* letters at its beginning that are not written: a label */
  gboolean space_before;
  gboolean drops_hyphen; /* its last letter only divided a word */
} CogPdfPiece;

/* Words with a hyphen that stand within lines: what a line divides there keeps it.
 * (transfer full) (element-type utf8) */
GHashTable *cog_layout_collect_hyphenated (const GPtrArray *pages);

/* The words of lines as one text. skip: letters (spaces counted) left out at its beginning.
 * hyphenated: (nullable). (transfer full) (element-type CogPdfPiece) */
GArray *cog_layout_pieces_new (const GPtrArray *lines, guint skip, GHashTable *hyphenated);

/* Paragraphs that go on in the next column or on the next page become one; what floats between
 * (figures, tables, notes) stands behind. blocks: (element-type CogLayoutBlock), owned */
void cog_layout_join_blocks (GPtrArray *blocks);

G_END_DECLS
