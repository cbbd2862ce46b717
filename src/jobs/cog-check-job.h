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
gboolean cog_check_has_errors (CogReport *report);

G_END_DECLS
