/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"
#include "cog-project-update.h"
#include "cog-reader.h"

G_BEGIN_DECLS

/**
 * CogUpdatePlan:
 *
 * A new edition of a source that was read and compared with the one that the project has, and is
 * not yet put into its place: a person looks first at what would happen. In one thread at a time.
 */
typedef struct _CogUpdatePlan CogUpdatePlan;

/**
 * cog_update_plan_new:
 * @source: id of the source in the project: "s1"
 * @path: the new edition, a file or folder
 * @reading: (nullable): as usual
 *
 * Reads the new edition and finds what of it is what of the old one. The project is as it was.
 * COG_ERROR_INPUT where it is in another language. Blocks. (transfer full) (nullable)
 */
CogUpdatePlan *cog_update_plan_new (CogProject *project,
                                    const char *source,
                                    const char *path,
                                    const CogReadingOptions *reading,
                                    const CogProgress *progress,
                                    GCancellable *cancellable,
                                    GError **error);
void cog_update_plan_free (CogUpdatePlan *self);

/* What its reader found. (transfer none) */
CogReport *cog_update_plan_get_report (const CogUpdatePlan *self);

/* What would happen: cog_project_try_update(). To be cleared by cog_source_update_clear(). Blocks.
 */
gboolean cog_update_plan_try (const CogUpdatePlan *self,
                              CogProject *project,
                              CogSourceUpdate *result,
                              GError **error);
/* Does it: cog_project_update_source(). Blocks. */
gboolean cog_update_plan_apply (const CogUpdatePlan *self,
                                CogProject *project,
                                CogSourceUpdate *result,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogUpdatePlan, cog_update_plan_free)

G_END_DECLS
