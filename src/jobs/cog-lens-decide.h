/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"

G_BEGIN_DECLS

/**
 * cog_lens_decide_async:
 * @placed: (element-type CogPlacedFinding): not empty; referenced
 * @choice: of all of them; "convert": of each what is proposed first, and of those that have no
 *   words ready nothing is done
 *
 * Decides about many findings as one step of the history (cog_lens_apply()), in a thread.
 */
void cog_lens_decide_async (CogProject *project,
                            GPtrArray *placed,
                            CogChoice choice,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* n_done: (out): in how many places */
gboolean
cog_lens_decide_finish (CogProject *project, GAsyncResult *result, guint *n_done, GError **error);

G_END_DECLS
