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

G_END_DECLS
