/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-checklist.h"
#include "cog-publish-job.h"
#include "cog-run.h"

G_BEGIN_DECLS

/* Writes the edition to all targets in a thread. options and targets are copied. callback gets the
 * task. */
void cog_publish_run_start (CogProject *project,
                            const char *const *targets,
                            const CogPublishOptions *options,
                            CogRun *run,
                            gpointer source,
                            GAsyncReadyCallback callback);
/* (transfer full) (element-type CogPublished) */
GPtrArray *cog_publish_run_finish (GAsyncResult *result, GError **error);

/* Checks the project in a thread; finished by _finish: (transfer full) the list. */
void cog_publish_run_check (CogProject *project,
                            GCancellable *cancellable,
                            gpointer source,
                            GAsyncReadyCallback callback);
CogChecklist *cog_publish_run_check_finish (GAsyncResult *result, GError **error);

G_END_DECLS
