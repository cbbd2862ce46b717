/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogGramIndex:
 *
 * Texts that resemble a text, out of a million, in milliseconds: by the sequences of three
 * characters that they share, then by their edit distance. The texts are folded
 * (cog_segment_fold()) and have a number each that the caller gives.
 *
 * The rarest sequences of the text sought lead to the candidates; how many lists are read and how
 * much is compared is bounded, so that the time is bounded, too. What is below a likeness of some
 * 60 % may be missed, more than that seldom is (tests/bench/memory measures it).
 *
 * Texts that were added are compared one by one until there are some thousands; then lists are made
 * of them. To be used in one thread at a time.
 */
typedef struct _CogGramIndex CogGramIndex;

typedef struct
{
  gint64 id;
  double score; /* 0 … 100: characters that need no edit, of the longer text's */
} CogGramMatch;

CogGramIndex *cog_gram_index_new (void);
void cog_gram_index_free (CogGramIndex *self);

void cog_gram_index_add (CogGramIndex *self, gint64 id, const char *folded);
void cog_gram_index_remove (CogGramIndex *self, gint64 id);

/* The best n texts of that score or above, the best first; of the same score, the newest. n: no
 * more than COG_GRAM_MATCHES. (transfer full) (element-type CogGramMatch) */
#define COG_GRAM_MATCHES 64
GArray *cog_gram_index_search (CogGramIndex *self, const char *folded, double threshold, guint n);

/* Texts that can be found; bytes of memory that lists and texts take. */
gsize cog_gram_index_get_count (const CogGramIndex *self);
gsize cog_gram_index_get_size (const CogGramIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogGramIndex, cog_gram_index_free)

G_END_DECLS
