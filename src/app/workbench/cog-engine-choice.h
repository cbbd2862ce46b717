/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-engine.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* Which engines a person may choose for a book. Nobody is asked over the network. */

/* The program of this computer that translates from the book's source into its language, if it is
 * installed, then the servers that were entered: whether they know the languages shows when they
 * are asked. Blocks: not in the main thread. (transfer full) (element-type CogEngine) */
GPtrArray *cog_engine_choice_list (CogProject *project, GCancellable *cancellable, GError **error);

/* Whether passages of this book may go to the engine: it is on this computer, or the person said
 * yes to its address before. Main thread. */
gboolean cog_engine_choice_is_allowed (CogProject *project, CogEngine *engine);
void cog_engine_choice_allow (CogProject *project, CogEngine *engine);

G_END_DECLS
