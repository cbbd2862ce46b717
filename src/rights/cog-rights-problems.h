/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-rights-finding.h"
#include "cog-rights-group.h"

G_BEGIN_DECLS

/* What must be solved, or looked at, in the pieces of a group, whatever licence the edition gets
 * (rules.md §1.5, §1.6, §2.4). Adds (element-type CogRightsFinding). */
void cog_rights_problems_add (GPtrArray *problems, const CogRightsGroup *group);

/* A finding about a group. group: (nullable): about no piece. source: the licence that causes it.
 */
void cog_rights_group_add_finding (GPtrArray *list,
                                   const char *id,
                                   CogVerdict verdict,
                                   const CogRightsGroup *group,
                                   const char *source);

G_END_DECLS
