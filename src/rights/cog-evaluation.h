/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-compatibility.h"
#include "cog-component.h"

G_BEGIN_DECLS

/* Why a licence is not open to the edition, or what must be looked at, with the piece that causes
 * it. */
typedef struct
{
  const char *id; /* a reason's id, or "licence-unknown", "licence-assumed", "no-derivatives" … */
  CogVerdict verdict; /* FORBIDDEN: stops publishing; DISCOURAGED: should be looked at */
  char *component;    /* id of the piece (nullable) */
  char *label;        /* its name for people (nullable) */
  gboolean is_text;   /* the piece is the text of a source */
  char *source;       /* licence expression that binds */
  guint n_components; /* how many pieces have the same cause */
} CogRightsFinding;

/* What may be done with one licence for the edition. */
typedef struct
{
  const CogLicence *licence;
  CogVerdict verdict;
  GPtrArray *reasons; /* (element-type CogRightsFinding): what is in the way */
} CogRightsOption;

typedef struct
{
  GPtrArray *options; /* (element-type CogRightsOption): the offered licences first, then those that
                         are open only because a source has them */
  GPtrArray *problems; /* (element-type CogRightsFinding): whatever licence is chosen */
} CogEvaluation;

/**
 * cog_evaluation_new:
 * @components: (element-type CogComponent): the pieces really in use
 *
 * For each licence that the edition could carry: allowed, discouraged or forbidden, and because of
 * what. Text that is translated or adapted makes the edition an adaptation of its sources; an item
 * that is taken over unmodified only meets the rule for collections; one that was changed must be
 * open to changes, and keeps a licence of its own.
 */
CogEvaluation *cog_evaluation_new (GPtrArray *components);
void cog_evaluation_free (CogEvaluation *evaluation);
/* (transfer none) (nullable): NULL where it is not among the options. */
const CogRightsOption *cog_evaluation_find (const CogEvaluation *evaluation, const char *licence);
/* The least restrictive allowed licence that has all elements of all sources; NULL: none. (transfer
 * none) */
const CogLicence *cog_evaluation_get_proposal (const CogEvaluation *evaluation);
/* What must be solved or looked at in one piece, as among the problems of an evaluation, where
 * pieces with the same cause are one. (transfer full) (element-type CogRightsFinding) */
GPtrArray *cog_evaluation_list_problems_of (const CogComponent *component);
/* Translated, with the name of the piece. (transfer full) */
char *cog_rights_finding_dup_sentence (const CogRightsFinding *finding);
/* The same for where the piece stands beside it: without its name. (transfer full) */
char *cog_rights_finding_dup_reason (const CogRightsFinding *finding);
/* What a piece that closes a licence demands of the whole edition, in a few words: "No commercial
 * use of the whole book". Translated. (transfer full) (nullable): NULL where it demands nothing. */
char *cog_rights_finding_dup_demand (const CogRightsFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogEvaluation, cog_evaluation_free)

G_END_DECLS
