/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout.h"

G_BEGIN_DECLS

/* What makes one doubt that a page was read as it was meant. The words of the file stand on it, but
 * nothing says what they belong to: where they stand may have several meanings. */
typedef enum
{
  COG_LAYOUT_DOUBT_LETTERS, /* letters without a meaning */
  COG_LAYOUT_DOUBT_ORDER,   /* a line is read after one that stands below it */
  COG_LAYOUT_DOUBT_CELLS,   /* words stand as in a table, or in columns, and were read as lines */
  COG_LAYOUT_DOUBT_STACKED, /* words of one line stand over each other: formulas, most of them */
  COG_LAYOUT_DOUBT_PIECES,  /* sentences fell into pieces */
  COG_LAYOUT_N_DOUBTS,
} CogLayoutDoubtKind;

typedef struct
{
  guint page;    /* from 1 */
  guint n_words; /* of its text: without furniture */
  /* How many of them each doubt is about; a word may be in several. */
  guint counts[COG_LAYOUT_N_DOUBTS];
  guint n_turned;    /* that stand on their side: they are in no text */
  double confidence; /* 0 … 1: the part of its words that no doubt is about */
} CogLayoutDoubt;

/* What there is to doubt on each page. pages: (element-type CogPdfPage) (nullable elements);
 * blocks: (element-type CogLayoutBlock): what they are is known, and those that go on over a column
 * or page are not joined. (transfer full) (element-type CogLayoutDoubt): of all pages that are
 * there */
GArray *cog_layout_doubts_new (const GPtrArray *pages, const GPtrArray *blocks);

/* Whether a person should be told of it: few pages have none at all. */
gboolean cog_layout_doubt_tells (const CogLayoutDoubt *self, CogLayoutDoubtKind kind);

G_END_DECLS
