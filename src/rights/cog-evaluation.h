/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-compatibility.h"
#include "cog-component.h"
#include "cog-rights-finding.h"

G_BEGIN_DECLS

/* What may be done with one licence for the edition. */
typedef struct
{
  const CogLicence *licence;
  CogVerdict verdict;
  CogVerdict whole;   /* the same, were all text one work under it: never freer with a piece more */
  GPtrArray *reasons; /* (element-type CogRightsFinding): what is in the way */
} CogRightsOption;

typedef struct
{
  GPtrArray *options; /* (element-type CogRightsOption): the offered licences first, then those that
                         are open only because a source has them */
  GPtrArray *problems;    /* (element-type CogRightsFinding): whatever licence is chosen */
  gboolean is_collection; /* no licence can carry all text: the edition is a collection, its licence
                             is that of the selection, and each piece has one of its own */
  /*< private >*/
  GPtrArray *others; /* options that were asked for, and are not offered */
  GPtrArray *groups;
} CogEvaluation;

/**
 * cog_evaluation_new:
 * @components: (element-type CogComponent): the pieces really in use
 *
 * For each licence that the edition could carry: allowed, discouraged or forbidden, and because of
 * what. Text that is translated or adapted makes the edition an adaptation of its sources; an item
 * that is taken over unmodified only meets the rule for collections; one that was changed must be
 * open to changes, and has a licence of its own (rules.md §2.3).
 *
 * Where no licence can be put on all text together, because its sources exclude each other or a
 * part that stays as it is excludes them, the edition is looked at as a collection: texts that do
 * not share a source stand side by side, each under the freest licence that its own sources allow
 * (rules.md §0.1, §6.3). Only then: nobody shall put another licence on the cover than the text has
 * without need.
 */
CogEvaluation *cog_evaluation_new (GPtrArray *components);
void cog_evaluation_free (CogEvaluation *evaluation);
/* What may be done with any licence of the catalogue, also one that is not offered: a project may
 * have it from before. (transfer none) (nullable): NULL where there is no such licence */
const CogRightsOption *cog_evaluation_find (const CogEvaluation *evaluation, const char *id);
/* The least restrictive allowed licence that has all elements of all sources; NULL: none. (transfer
 * none) */
const CogLicence *cog_evaluation_get_proposal (const CogEvaluation *evaluation);
/* What would be said of that licence for an edition that is nothing but this piece. */
CogVerdict cog_evaluation_check_piece (const CogComponent *component, const CogLicence *licence);
/* What one of its pieces is under in an edition under that licence: the text, a figure that was
 * changed. (transfer none) (nullable): NULL for what keeps the licence of its source, and where no
 * licence can be put on it */
const CogLicence *cog_evaluation_get_licence_of (const CogEvaluation *evaluation,
                                                 const CogComponent *component,
                                                 const char *id);
/* What must be solved or looked at in one piece, as among the problems of an evaluation, where
 * pieces with the same cause are one. (transfer full) (element-type CogRightsFinding) */
GPtrArray *cog_evaluation_list_problems_of (const CogComponent *component);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogEvaluation, cog_evaluation_free)

G_END_DECLS
