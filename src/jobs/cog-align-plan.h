/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-alignment-entries.h"
#include "cog-memory.h"
#include "cog-report.h"

G_BEGIN_DECLS

/**
 * CogAlignPlan:
 *
 * What a memory would be given from two editions of a book: a person looks at the pairs, and leaves
 * out what is none. In one thread at a time.
 */
typedef struct _CogAlignPlan CogAlignPlan;

/* An edition: a file or folder, and its language where a person says it (nullable): else as the
 * file says, else as its words tell. */
typedef struct
{
  const char *path;
  const char *language; /* BCP 47 */
} CogAlignEdition;

/* Reads both editions and pairs them. report: (nullable): what their readers found. Errors:
 * COG_ERROR_INPUT where nobody knows the language of an edition, or both are in the same one.
 * Blocks. (transfer full) (nullable) */
CogAlignPlan *cog_align_plan_new (const CogAlignEdition *source,
                                  const CogAlignEdition *target,
                                  const CogAlignmentOptions *options,
                                  CogReport *report,
                                  const CogProgress *progress,
                                  GCancellable *cancellable,
                                  GError **error);
void cog_align_plan_free (CogAlignPlan *self);

const CogAlignmentCounts *cog_align_plan_get_counts (const CogAlignPlan *self);
/* Of the source (0) or the target (1): BCP 47. */
const char *cog_align_plan_get_language (const CogAlignPlan *self, guint side);
/* The pairs in the order of the books; n: of cog_align_plan_get_counts(). */
const CogMemoryEntry *cog_align_plan_get_entry (const CogAlignPlan *self, guint n);
double cog_align_plan_get_confidence (const CogAlignPlan *self, guint n); /* 0 … 1 */

/* Whether a pair will be stored; at first all will. */
gboolean cog_align_plan_is_taken (const CogAlignPlan *self, guint n);
void cog_align_plan_take (CogAlignPlan *self, guint n, gboolean is_taken);
guint cog_align_plan_count_taken (const CogAlignPlan *self);

/* Stores what is taken. On a fault, or when it is cancelled, the memory is as it was. Blocks. */
gboolean cog_align_plan_store (const CogAlignPlan *self,
                               CogMemory *memory,
                               const CogProgress *progress,
                               GCancellable *cancellable,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogAlignPlan, cog_align_plan_free)

G_END_DECLS
