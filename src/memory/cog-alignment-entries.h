/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book-alignment.h"
#include "cog-memory-entry.h"

G_BEGIN_DECLS

/* Where entries made from two editions are from. */
typedef struct
{
  const char *source_language; /* BCP 47 */
  const char *target_language;
  const char *origin;  /* (nullable) */
  const char *licence; /* (nullable) */
  gint64 date;         /* Unix, seconds; 0: not known */
} CogAlignmentOrigin;

typedef struct
{
  guint n_units[2]; /* of the source and the target */
  guint n_pairs;    /* beads of units that are sure */
  guint n_doubtful; /* that are left out */
  guint n_alone[2]; /* units that have no partner */
  guint n_segments; /* entries */
  guint n_segments_doubtful;
  double confidence; /* the mean of the sure pairs */
} CogAlignmentCounts;

/* Sentences of the units that are surely each other's, paired in turn: entries for a memory, with
 * the sentences before and after as their context. What is doubtful, or has no letters, is left
 * out. confidences: (out) (optional) (element-type gdouble): of each entry, from COG_ALIGNMENT_SURE
 * to
 * 1. counts: (out). NULL: cancelled. (transfer full) (element-type CogMemoryEntry) */
GPtrArray *cog_alignment_list_entries (const CogBookAlignment *alignment,
                                       const CogAlignmentOrigin *origin,
                                       GArray **confidences,
                                       CogAlignmentCounts *counts,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
