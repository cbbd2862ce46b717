/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-gram-index.h"
#include "cog-gram-run-private.h"

G_BEGIN_DECLS

/* Texts with their lists, newer than all that are there. Takes it. */
void cog_gram_index_add_run (CogGramIndex *self, CogGramRun *run);
/* From the oldest texts to the newest; one may be replaced by the same from a file.
 * (transfer none) (element-type CogGramRun) */
GPtrArray *cog_gram_index_get_runs (CogGramIndex *self);
/* Whether a search came upon something that is not as it was written: it may have missed texts. */
gboolean cog_gram_index_is_damaged (const CogGramIndex *self);

G_END_DECLS
