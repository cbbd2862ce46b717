/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"
#include "cog-project-update.h"
#include "cog-reader.h"

G_BEGIN_DECLS

/**
 * cog_update_job_run:
 * @source: id of the source in the project: "s1"
 * @path: the new edition, a file or folder
 * @reading: (nullable): as usual
 * @report: (nullable): what its reader found
 * @result: (out caller-allocates): to be cleared by cog_source_update_clear()
 *
 * Reads the new edition of a source, finds what of it is what of the old one, and puts it into its
 * place: cog_project_update_source(). COG_ERROR_INPUT where it is in another language. Blocks.
 */
gboolean cog_update_job_run (CogProject *project,
                             const char *source,
                             const char *path,
                             const CogReadingOptions *reading,
                             CogReport *report,
                             CogSourceUpdate *result,
                             const CogProgress *progress,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
