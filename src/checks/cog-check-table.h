/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-check.h"

G_BEGIN_DECLS

/* All checks, in the order in which a person reads of them. */
const CogCheck *const *cog_check_list (guint *n_checks);
/* NULL: there is none of that id. */
const CogCheck *cog_check_find (const char *id);

/* What all checks, or those of the ids (nullable), find in one unit. By place. (transfer full)
 * (element-type CogCheckFinding) */
GPtrArray *
cog_check_scan (const CogCheckContext *context, const CogCheckUnit *unit, const char *const *ids);

/* What they find in all units of a book together. (transfer full) (element-type CogCheckFinding) */
GPtrArray *
cog_check_scan_book (const CogCheckContext *context, GPtrArray *pairs, const char *const *ids);

/* The context for a pair of languages, without spelling. The strings are borrowed. */
void cog_check_context_init (CogCheckContext *context, const char *source, const char *target);

G_END_DECLS
