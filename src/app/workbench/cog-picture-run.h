/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"
#include "cog-run.h"

G_BEGIN_DECLS

/* Has the words in the picture that a unit describes recognized, or, with unit NULL, in all of the
 * book (cog_picture_scan_run()), and keeps what is seen for the next time. only_known: no more than
 * what was seen before. run: (nullable): told of it, and stops it. Main thread. */
void cog_picture_run_async (CogLensIndex *index,
                            const char *unit,
                            gboolean only_known,
                            CogRun *run,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean cog_picture_run_finish (CogLensIndex *index, GAsyncResult *result, GError **error);

G_END_DECLS
