/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/**
 * cog_chain_list_licences:
 * @credit: a work that is taken over
 * @has_unknown: (out): whether a work that it was made from names no licence
 *
 * What binds whoever goes on with it, besides its own licence: those of all works that it was made
 * from, however far back (rules.md §1.6). One is left out: ShareAlike 4.0 that was followed
 * lawfully, whose licensor offers it to all under the last licence, too (BY-SA and BY-NC-SA 4.0,
 * s.2(a)(5)(B)).
 *
 * Returns: (transfer full) (element-type utf8): expressions, borrowed from the credit
 */
GPtrArray *cog_chain_list_licences (const CogCredit *credit, gboolean *has_unknown);

G_END_DECLS
