/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"
#include "cog-problem-map.h"

G_BEGIN_DECLS

/* In what a book does not agree with itself. */
typedef enum
{
  COG_LENS_CONFLICT_HALF_DONE, /* "half-done": open here, and changed elsewhere */
  COG_LENS_CONFLICT_BESIDE, /* "beside": open here, and another amount of its problem was changed */
  COG_LENS_CONFLICT_DIFFERS,   /* "differs": something else was put there than elsewhere */
  COG_LENS_CONFLICT_AGREEMENT, /* "agreement": … than was agreed on for the book */
  COG_LENS_CONFLICT_RATE,      /* "rate": … than the rate of exchange gives that was agreed on */
} CogLensConflictKind;
const char *cog_lens_conflict_kind_to_nick (CogLensConflictKind kind);

typedef struct
{
  CogLensConflictKind kind;
  CogPlacedFinding *placed; /* that is to be looked at */
  char *here;               /* what became of it; of what is open the source's words */
  char *there;         /* what it became elsewhere, or should be; of BESIDE what became of what:
                          "$10 → 5 200 ₸" */
  char *other;         /* unit where that stands (nullable): none */
  CogProblemPart part; /* what the other unit is */
  char *section;       /* title of the other's section, where that is another (nullable) */
} CogLensConflict;

/**
 * cog_lens_index_dup_conflicts:
 *
 * Where places of a book that mean the same were decided differently. The same amount must be the
 * same in a problem, its solution, its table and its figure, and in running text that was converted
 * beside each other; in two places that have nothing to do with each other it may rightly be two
 * things. A name is one through the whole book. Of two that differ the rarer one is told of, or
 * both. Looked for once after a change, whoever asks. Reads sections: not for the main thread.
 *
 * Returns: (transfer full) (element-type CogLensConflict): in the book's order; not to be changed,
 *   for others have it, too
 */
GPtrArray *
cog_lens_index_dup_conflicts (CogLensIndex *index, GCancellable *cancellable, GError **error);
CogLensConflict *cog_lens_conflict_copy (const CogLensConflict *conflict);
void cog_lens_conflict_free (CogLensConflict *conflict);

/* Of a finding; of several the first. (transfer none) (nullable) */
const CogLensConflict *cog_lens_conflicts_find (GPtrArray *conflicts,
                                                const CogPlacedFinding *placed);

/* "75 mph → 121 km/h"; of what is open or kept, its words. (transfer full) */
char *cog_lens_conflict_dup_here (const CogLensConflict *conflict);
/* "120 km/h (answer)". (transfer full) */
char *cog_lens_conflict_dup_there (const CogLensConflict *conflict);
/* A short sentence beside the finding itself: "Elsewhere: 120 km/h (answer)". Translated.
 * (transfer full) */
char *cog_lens_conflict_dup_hint (const CogLensConflict *conflict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLensConflict, cog_lens_conflict_free)

G_END_DECLS
