/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "structure-fixture.h"

G_BEGIN_DECLS

/* Somebody who does to a project whatever can be done to one, in an order that a generator of
 * random numbers chooses: edits, lenses' answers, what engines write, pictures, credits, all that
 * changes the structure, undo and redo. The same generator on the same project does the same. */

/* One deed. FALSE with an error where it is refused, or fails. name: (out): what it was. */
gboolean random_adapter_act (CogProject *project, GRand *rand, const char **name, GError **error);
/* Whether such an error only says no. */
gboolean random_adapter_is_refusal (const GError *error);

/* All that a person can see, as structure_fixture_dump(), and beside it the book's own fields,
 * answers, agreements and what engines wrote. (transfer full) */
char *random_adapter_dump (CogProject *project);

G_END_DECLS
