/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/**
 * Drafts: texts of units that could not be stored, since the disk is full, may not be written, or
 * the file is gone. They are kept in memory, so that nothing that was typed is lost: until they are
 * stored, cog_project_list_units() and cog_project_dup_unit() give them as the units' targets, and
 * an edit of the unit's target that succeeds takes their place.
 *
 * Signal of the project: "drafts-changed", when there is one more or less.
 */

/* Keeps target as that of the unit; why: for the person. Emits "changed", too. */
void
cog_project_keep_draft (CogProject *self, const char *unit, const char *target, const char *why);
/* As cog_project_edit() of one unit, for who types: a target that cannot be stored since something
 * is wrong with the file or its disk is kept as a draft, which is no error here. */
gboolean cog_project_edit_or_keep (CogProject *self,
                                   const CogUnitEdit *edit,
                                   const char *label,
                                   GError **error);
guint cog_project_get_n_drafts (CogProject *self);
/* Why the last one could not be stored. (transfer full) (nullable) */
char *cog_project_dup_draft_fault (CogProject *self);
/* Stores all of them, as one step of the history. */
gboolean cog_project_store_drafts (CogProject *self, GError **error);
/* Stores all of them in another project: a copy of this one. Here they stay. */
gboolean cog_project_store_drafts_in (CogProject *self, CogProject *copy, GError **error);

G_END_DECLS
