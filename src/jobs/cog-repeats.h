/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit-index.h"

G_BEGIN_DECLS

/* Passages that stand in a book more than once. Any thread. */

/**
 * cog_repeats_find:
 * @unit: one that a person translated
 *
 * The open units (cog-open-units.h) whose source is the same, markup and all; none where nobody
 * translated the unit.
 *
 * Returns: (transfer full) (element-type utf8): their ids, in the book's order
 */
GPtrArray *
cog_repeats_find (CogUnitIndex *index, const char *unit, GCancellable *cancellable, GError **error);
/* Gives them the unit's target and decision, as drafts and as one step. What somebody wrote, or
 * decided on, stays as it is. n_filled: (out). */
gboolean cog_repeats_fill (CogUnitIndex *index, const char *unit, guint *n_filled, GError **error);

G_END_DECLS
