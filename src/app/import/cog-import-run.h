/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-adaptation-job.h"
#include "cog-run.h"

G_BEGIN_DECLS

/* Reads files in a thread. paths: (element-type filename). _finish: (transfer full) (element-type
 * CogFoundSource); it belongs to the main thread then. */
void cog_import_run_read (GPtrArray *paths,
                          const CogReadingOptions *options,
                          CogRun *run,
                          gpointer source,
                          GAsyncReadyCallback callback);
GPtrArray *cog_import_run_read_finish (GAsyncResult *result, GError **error);

/* Makes the project in a thread, in folder under the title's name; nothing else may use found
 * meanwhile. _finish: its path (transfer full). */
void cog_import_run_make (GPtrArray *found,
                          const char *folder,
                          const CogAdaptationPlan *plan,
                          CogRun *run,
                          gpointer source,
                          GAsyncReadyCallback callback);
char *cog_import_run_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
