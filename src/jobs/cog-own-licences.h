/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-evaluation.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* Says of each credit of an edition what its piece is under there, where that is not the licence of
 * its source: a text that stands in a collection beside others, a figure whose labels were
 * translated (CogCredit.own_licence). book: as cog_project_dup_adaptation() gave it. */
void cog_own_licences_mark (CogBook *book, CogProject *project);
/* The same for who has looked at the pieces already. components: (element-type CogComponent): of
 * the project; evaluation: of them. */
void
cog_own_licences_mark_with (CogBook *book, GPtrArray *components, const CogEvaluation *evaluation);

G_END_DECLS
