/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* The units that nobody has touched and that have words to be translated: initial, without a target
 * and a decision, in no section that is left out. sections (nullable): ids; all. known (out): the
 * sources of the book that are translated → the target that was given to them most often, of
 * several the first. (transfer full) (element-type CogUnit) */
GPtrArray *cog_open_units_list (CogProject *project,
                                const char *const *sections,
                                GHashTable **known,
                                GError **error);

/* Ids of those whose source is the same, markup and all, as that of this unit, which a person
 * translated; none where nobody did. (transfer full) (element-type utf8) */
GPtrArray *cog_open_units_list_repeats (CogProject *project, const char *unit, GError **error);
/* Gives those of them that are still open the unit's target, as one step. n_filled: (out)
 * (optional). */
gboolean cog_open_units_repeat (
    CogProject *project, const char *unit, GPtrArray *repeats, guint *n_filled, GError **error);

G_END_DECLS
