/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-preview-job.h"
#include "cog-publish-job.h"
#include "cog-run.h"

G_BEGIN_DECLS

/* Writes a preview in a thread. options->edition.sections is not used. section (nullable): only
 * that chapter with what is below it. */
void cog_preview_run_start (CogProject *project,
                            CogPreviewKind kind,
                            const CogPublishOptions *options,
                            const char *section,
                            CogRun *run,
                            gpointer source,
                            GAsyncReadyCallback callback);
/* (transfer full) */
CogPreview *cog_preview_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
