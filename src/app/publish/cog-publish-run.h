/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-publish-job.h"
#include "cog-run.h"

G_BEGIN_DECLS

/* Writes the edition to path in a thread. options are copied. callback gets the GTask; path is its
 * task data's first field and is read with cog_publish_run_get_path(). */
void cog_publish_run_start (CogProject *project,
                            const char *path,
                            const CogPublishOptions *options,
                            CogRun *run,
                            gpointer source,
                            GAsyncReadyCallback callback);
gboolean cog_publish_run_finish (GAsyncResult *result, GError **error);
const char *cog_publish_run_get_path (GAsyncResult *result);

/* Checks the project in a thread; finished by _finish: (transfer full) the report. */
void cog_publish_run_check (CogProject *project,
                            GCancellable *cancellable,
                            gpointer source,
                            GAsyncReadyCallback callback);
CogReport *cog_publish_run_check_finish (GAsyncResult *result, GError **error);

G_END_DECLS
