/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-edition-job.h"
#include "cog-rights-clearance.h"
#include "cog-rights-part.h"

G_BEGIN_DECLS

/**
 * CogRightsOverview:
 *
 * Everything that the rights page says about an edition, from one look at the book. Immutable once
 * made; made in any thread: it takes about as long as an export without pictures.
 */
typedef struct
{
  GPtrArray *parts; /* (element-type CogRightsPart): what has a credit of its own, and the texts */
  GPtrArray *components; /* (element-type CogComponent): what the evaluation is of */
  CogEvaluation *evaluation;
  GPtrArray *clearances; /* (element-type CogRightsClearance): what would open a closed licence */
  CogEditionCredits *credits;
  char *rest;     /* "33 more figures and tables under the book’s CC BY 4.0" (nullable) */
  char *left_out; /* "Left out, so they bind nothing: 1 picture, 2 passages" (nullable) */
} CogRightsOverview;

CogRightsOverview *cog_rights_overview_new (CogProject *project, GError **error);
void cog_rights_overview_free (CogRightsOverview *overview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogRightsOverview, cog_rights_overview_free)

G_END_DECLS
