/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-aligner.h"

G_BEGIN_DECLS

/* One of both texts: for each piece, the anchors that the other text has, too. */
typedef struct
{
  GPtrArray *items;
  GPtrArray *known;   /* (element-type GArray): guint32, ascending: indices of anchors */
  double *sums;       /* of the weights of a piece's anchors */
  GPtrArray *doubles; /* the same of a piece and the next */
  double *double_sums;
} CogAlignSide;

typedef struct
{
  guint64 name;
  guint n[2]; /* pieces that have it, of both sides */
  double weight;
} CogAlignAnchor;

struct _CogAligner
{
  CogAlignSide sides[2];
  GArray *anchors;    /* (element-type CogAlignAnchor) */
  GHashTable *names;  /* of the anchor → its index + 1 */
  GHashTable *ids[2]; /* borrowed from the items, those that are there once */
  double ratio;       /* characters of the target for one of the source */
  double expected;    /* likeness of two pieces about which nothing can be said */
  gboolean has_learned;
};

/* Counts and weighs the anchors anew. */
void cog_aligner_count (CogAligner *self);
/* Lists of each piece and its sums, after anchors and their weights have changed. */
void cog_aligner_prepare (CogAligner *self);
/* What any of n pieces has; sum grows by its weights. (transfer full) */
GArray *cog_aligner_join (
    const CogAligner *self, const CogAlignSide *side, guint first, guint n, double *sum);
/* Weighs what two lists have in common: its sum. */
double cog_aligner_share (const CogAligner *self, const GArray *a, const GArray *b);

G_END_DECLS
