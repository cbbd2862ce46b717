/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-check-table.h"
#include "cog-project-answers.h"

G_BEGIN_DECLS

/* What the lens of an answer begins with that says a finding of a check is to be ignored:
 * "check:number-missing". */
#define COG_QUALITY_LENS "check:"

/* A finding of a check as the person meets it. Immutable, and shared. */
typedef struct
{
  CogCheckFinding *finding;
  char *section;
  char *target;          /* of the unit, as it was looked at: inline XHTML */
  CogLensAnswer *answer; /* (nullable): it is ignored, with a reason */
} CogQualityItem;
CogQualityItem *cog_quality_item_ref (const CogQualityItem *item);
void cog_quality_item_unref (CogQualityItem *item);
/* The text of the unit with the finding's n-th fix made: inline XHTML. NULL: it cannot be.
 * (transfer full) (nullable) */
char *cog_quality_item_dup_fixed (const CogQualityItem *item, guint n);
/* How it is told of: translated. (transfer full) */
char *cog_quality_item_dup_sentence (const CogQualityItem *item);

/**
 * CogQualityIndex:
 *
 * What the checks find in a project's translation: looked at when it is asked for, kept as long as
 * the texts are what they were, and looked at again only where they changed. May be used in any
 * thread.
 *
 * Signals: "changed", when the project changed, in the thread of the edit or of the project's home.
 */
#define COG_TYPE_QUALITY_INDEX (cog_quality_index_get_type ())
G_DECLARE_FINAL_TYPE (CogQualityIndex, cog_quality_index, COG, QUALITY_INDEX, GObject)

/* with_quiet: also the checks that are asked for only (spelling). */
CogQualityIndex *cog_quality_index_new (CogProject *project, gboolean with_quiet);
/* The one, without the quiet checks, that all who ask of the same project have: what it has looked
 * at, nobody looks at again as long as somebody has it. (transfer full) */
CogQualityIndex *cog_quality_index_dup_shared (CogProject *project);
CogProject *cog_quality_index_get_project (CogQualityIndex *self); /* (transfer none) */
/* Of the book, in its order, those that are ignored too. (transfer full) (element-type
 * CogQualityItem) */
GPtrArray *
cog_quality_index_dup_items (CogQualityIndex *self, GCancellable *cancellable, GError **error);
/* Of one unit; what shows only in the whole book as it was when that was looked at last. (transfer
 * full) (element-type CogQualityItem) */
GPtrArray *cog_quality_index_dup_unit (CogQualityIndex *self, const char *unit, GError **error);

/* The first fix of each item made, all as one step of the history. n_done: (out) (nullable): how
 * many. Those whose text has changed since are left. items: (element-type CogQualityItem) */
gboolean cog_quality_fix (CogProject *project, GPtrArray *items, guint *n_done, GError **error);
/* They are right as they are, with a reason (nullable); and back again. One step each. */
gboolean
cog_quality_ignore (CogProject *project, GPtrArray *items, const char *reason, GError **error);
gboolean cog_quality_heed (CogProject *project, GPtrArray *items, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogQualityItem, cog_quality_item_unref)

G_END_DECLS
