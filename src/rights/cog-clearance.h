/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-component.h"

G_BEGIN_DECLS

/**
 * CogClearance:
 *
 * The other direction of the guide: what would have to be replaced or left out so that a licence
 * may be used, and no piece more than that (rules.md §6). Of several such sets the one with the
 * least work: a figure counts one, a text all its passages.
 */
typedef struct
{
  GPtrArray *pieces;     /* (element-type CogComponent), borrowed, in the order of the book; empty:
                            the licence may be used as it is */
  gboolean has_text;     /* text of a source is among them */
  gboolean has_all_text; /* no adapted text of any source would be left: another book */
} CogClearance;

/**
 * cog_clearance_new:
 * @components: (element-type CogComponent): the pieces really in use; they must live as long as the
 * answer
 * @licence: the id of the licence that is wanted
 *
 * Returns: (transfer full) (nullable): NULL where nothing helps, as for what is no licence
 */
CogClearance *cog_clearance_new (GPtrArray *components, const char *licence);
void cog_clearance_free (CogClearance *clearance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogClearance, cog_clearance_free)

G_END_DECLS
