/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-section-changes.h"

G_BEGIN_DECLS

/**
 * CogChanges:
 *
 * What was really done, counted from the decisions, the structure and the pictures of an
 * adaptation: in all, and with each of its sources. Nothing is taken from what may be meant.
 */
typedef struct
{
  CogSourceUse *uses;   /* of each of the book's sources, in their order */
  GPtrArray *changes;   /* (element-type CogChange) */
  GHashTable *sections; /* (element-type utf8 CogSectionChanges): by the id of the section; "" for
                           what was left out between the topmost ones */
} CogChanges;

/* book: the adaptation as cog_project_dup_adaptation() gives it, whole or in part; only what is in
 * it counts. Reads all units. (transfer full) */
CogChanges *cog_changes_new (CogProject *project, const CogBook *book);
void cog_changes_free (CogChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogChanges, cog_changes_free)

G_END_DECLS
