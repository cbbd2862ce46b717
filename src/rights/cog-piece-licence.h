/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-rights-group.h"

G_BEGIN_DECLS

/* The licence of one piece of an edition, beside that of the whole: of a chapter, of a figure whose
 * labels were translated (rules.md §0.1, §2.3). */

/* From free to bound, NULL-ended: what is proposed, for a piece as for the edition. Without CC0,
 * which gives up what nobody asked to give up. */
extern const char *const cog_piece_licence_order[];

/**
 * cog_piece_licence_choose:
 * @group: pieces that were translated or adapted
 * @edition: (nullable): the licence of the edition that they stand in
 *
 * That of the edition where their sources allow it; else the freest one that has all elements of
 * their sources, and that may stand in such an edition as a part.
 *
 * Returns: (transfer none) (nullable): NULL where no licence can be put on them
 */
const CogLicence *cog_piece_licence_choose (const CogRightsGroup *group, const CogLicence *edition);

/* The expressions that bind pieces of a group. What is in the book by a permission, an exception of
 * the law or nobody's leave keeps its own terms, beside the licence of the book: it is a problem of
 * its own, and closes no licence to the rest (rules.md §1.5, §2.4). (transfer full) */
char **cog_piece_licence_dup_binding (const CogRightsGroup *group);

G_END_DECLS
