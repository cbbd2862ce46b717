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
 * Texts that were added are compared one by one; cog_gram_index_settle() makes lists of them once
 * there are some thousands. To be used in one thread at a time.
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
/* It is not found any more. An id never comes again. */
void cog_gram_index_remove (CogGramIndex *self, gint64 id);
/* Makes lists where too many texts have none; TRUE: the runs are others than before. upto: the
 * highest number among what was added so far, for the run's name. */
gboolean cog_gram_index_settle (CogGramIndex *self, gint64 upto);

/* The best n texts of that score or above, the best first; of the same score, the newest. n: no
 * more than COG_GRAM_MATCHES. (transfer full) (element-type CogGramMatch) */
#define COG_GRAM_MATCHES 64
GArray *cog_gram_index_search (CogGramIndex *self, const char *folded, double threshold, guint n);

/* Texts in which all words occur, or words that begin so, in any order: the newest first. words:
 * folded. (transfer full) (element-type gint64) */
GArray *cog_gram_index_find_words (CogGramIndex *self, const char *const *words, guint limit);

/* Texts that can be found, bar removed ids that never were in it; bytes of memory that lists and
 * texts take. */
gsize cog_gram_index_get_count (const CogGramIndex *self);
gsize cog_gram_index_get_size (const CogGramIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogGramIndex, cog_gram_index_free)

G_END_DECLS
