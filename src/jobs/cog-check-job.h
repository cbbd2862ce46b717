/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* What the place of a finding about a field of the edition begins with: "field:title". */
#define COG_CHECK_FIELD "field:"

/* What stands in the way of publishing, and what should be looked at: findings whose place is the
 * id of the unit or item, a field, or "". Errors stop publishing; a draft can go out all the same.
 */
gboolean cog_check_project (CogProject *project, CogReport *report, GError **error);
gboolean cog_check_project_full (CogProject *project,
                                 CogReport *report,
                                 GCancellable *cancellable,
                                 GError **error);
/* The same for one unit, among the units of its section (element-type CogUnit): what was lost, a
 * description that is missing. What was divided, and its source left whole beside the first half,
 * has its pieces in both. */
void cog_check_unit_among (const CogUnit *unit, GPtrArray *units, CogReport *report);
/* The unit's target with the first piece called so, which it lacks, at its end; NULL where it lacks
 * none. (transfer full) (nullable) */
char *cog_check_dup_with_piece (const CogUnit *unit, const char *label);
gboolean cog_check_has_errors (CogReport *report);

G_END_DECLS
