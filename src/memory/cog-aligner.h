/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-align-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogAligner:
 *
 * Pairs the pieces of two texts of which one is the translation, or another edition, of the other.
 * Both are in the same order; pieces may be missing, added, divided and joined. By dynamic
 * programming over lengths (W. A. Gale, K. W. Church, "A program for aligning sentences in
 * bilingual corpora", Computational Linguistics 19, 1993), over what both have in common, weighed
 * by how seldom it is, and over translations of words that are learned from a first run
 * (D. Varga et al., "Parallel corpora for medium density languages", RANLP 2005). In one thread.
 */
typedef struct _CogAligner CogAligner;

/* So many pieces from source on are so many from target on; of one of both it may be 0. */
typedef struct
{
  guint source, n_source;
  guint target, n_target;
  double confidence; /* 0 … 1; of a piece that has no partner 0 */
} CogAlignBead;

/* All of both texts: which words they share is learned from them. The items stay the caller's, and
 * live as long as the aligner. (element-type CogAlignItem) */
CogAligner *cog_aligner_new (GPtrArray *source, GPtrArray *target);
void cog_aligner_free (CogAligner *self);

/* Beads of the pieces source … source + n_source - 1, and of the others, in order; each piece is in
 * one. NULL: cancelled. (transfer full) (element-type CogAlignBead) (nullable) */
GArray *cog_aligner_pair (CogAligner *self,
                          guint source,
                          guint n_source,
                          guint target,
                          guint n_target,
                          GCancellable *cancellable,
                          GError **error);

/* Learns lengths and words from what was paired, for the next run. (element-type CogAlignBead) */
void cog_aligner_learn (CogAligner *self, GArray *beads);

/* 0 … 1: how much of what could be in both of two pieces is, weighed. */
double cog_aligner_compare (CogAligner *self, guint source, guint target);
/* The same of every two pieces that share something that is seldom: for pieces that are not in
 * order. NULL-free. (transfer full) (element-type CogAlignBead): confidence is the likeness. */
GArray *cog_aligner_list_alike (CogAligner *self, double threshold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogAligner, cog_aligner_free)

G_END_DECLS
