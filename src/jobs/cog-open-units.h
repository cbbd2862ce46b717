/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* Whether nobody has touched it, and it has words to be translated. */
gboolean cog_open_units_is_open (const CogUnit *unit);
/* Whether a person translated it, or confirmed what a machine wrote. */
gboolean cog_open_units_is_translated (const CogUnit *unit);
/* The ids of the sections whose units count: none that is left out with what is below it, and of
 * these only those in sections (nullable). (transfer full) (element-type utf8) */
GHashTable *cog_open_units_list_sections (CogProject *project, const char *const *sections);

/* The units that nobody has touched and that have words to be translated: initial, without a target
 * and a decision, in no section that is left out. sections (nullable): ids; all. known (out): the
 * sources of the book that are translated → the target that was given to them most often, of
 * several the first. (transfer full) (element-type CogUnit) */
GPtrArray *cog_open_units_list (CogProject *project,
                                const char *const *sections,
                                GHashTable **known,
                                GError **error);

G_END_DECLS
