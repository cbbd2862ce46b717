/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-aligner.h"
#include "cog-book.h"
#include "cog-progress.h"

G_BEGIN_DECLS

/**
 * CogBookAlignment:
 *
 * Which unit of a book says what which unit of another edition of it says: a translation of it, or
 * a later edition in the same language. Sections are paired by what they hold, and else by their
 * order; then the units in them. In one thread.
 */
typedef struct _CogBookAlignment CogBookAlignment;

/* Pairs below are doubtful: no memory is filled from them. */
#define COG_ALIGNMENT_SURE 0.5

typedef struct
{
  gboolean ignores_ids; /* the editions' own ids say nothing */
} CogAlignmentOptions;

/* The books stay the caller's and are needed no longer. options, progress, cancellable: (nullable).
 * NULL: it was cancelled. */
CogBookAlignment *cog_book_alignment_new (const CogBook *source,
                                          const CogBook *target,
                                          const CogAlignmentOptions *options,
                                          const CogProgress *progress,
                                          GCancellable *cancellable,
                                          GError **error);
void cog_book_alignment_free (CogBookAlignment *self);

/* The units of the source (0) or the target (1), in the book's order. (element-type CogUnit)
 * (transfer none) */
GPtrArray *cog_book_alignment_get_units (const CogBookAlignment *self, guint side);
/* Of each unit the id that its edition gave it, the same in each edition that keeps it; "" where
 * there is none. (element-type utf8) (transfer none) */
GPtrArray *cog_book_alignment_get_own_ids (const CogBookAlignment *self, guint side);
/* Indices into those lists; each unit is in one bead. (element-type CogAlignBead) (transfer none)
 */
GArray *cog_book_alignment_get_beads (const CogBookAlignment *self);

/* Sections of the source that have a partner. */
guint cog_book_alignment_get_n_sections (const CogBookAlignment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogBookAlignment, cog_book_alignment_free)

G_END_DECLS
