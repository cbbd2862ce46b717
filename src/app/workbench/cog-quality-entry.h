/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-quality-index.h"

G_BEGIN_DECLS

/**
 * CogQualityEntry:
 *
 * What a check found, in the list of the whole book. Immutable.
 */
#define COG_TYPE_QUALITY_ENTRY (cog_quality_entry_get_type ())
G_DECLARE_FINAL_TYPE (CogQualityEntry, cog_quality_entry, COG, QUALITY_ENTRY, GObject)

const CogQualityItem *cog_quality_entry_get_item (CogQualityEntry *self);
const char *cog_quality_entry_get_title (CogQualityEntry *self);   /* of its section */
const char *cog_quality_entry_get_snippet (CogQualityEntry *self); /* the words around it */
/* The same words once it is mended; NULL: a person has to. */
const char *cog_quality_entry_get_mended (CogQualityEntry *self);
gboolean cog_quality_entry_is_ignored (CogQualityEntry *self);
/* Whether two of them show the same: what was read anew need not be shown anew. */
gboolean cog_quality_entry_equal (CogQualityEntry *a, CogQualityEntry *b);

/* All of the book. Takes long for a large one: not for the main thread. (transfer full)
 * (element-type CogQualityEntry) */
GPtrArray *
cog_quality_entry_list (CogQualityIndex *index, GCancellable *cancellable, GError **error);

G_END_DECLS
