/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-conflict.h"

G_BEGIN_DECLS

/**
 * CogCultureItem:
 *
 * A finding in the list of the whole book. Property: "selected", notified.
 */
#define COG_TYPE_CULTURE_ITEM (cog_culture_item_get_type ())
G_DECLARE_FINAL_TYPE (CogCultureItem, cog_culture_item, COG, CULTURE_ITEM, GObject)

/* title: of its section; snippet: the words around it (nullable); conflict: where it is otherwise
 * (nullable). All are copied. */
CogCultureItem *cog_culture_item_new (const CogPlacedFinding *placed,
                                      const char *title,
                                      const char *snippet,
                                      const CogLensConflict *conflict);
const CogPlacedFinding *cog_culture_item_get_placed (CogCultureItem *self);
const char *cog_culture_item_get_title (CogCultureItem *self);
const char *cog_culture_item_get_snippet (CogCultureItem *self);
/* (transfer none) (nullable) */
const CogLensConflict *cog_culture_item_get_conflict (CogCultureItem *self);
gboolean cog_culture_item_is_selected (CogCultureItem *self);
void cog_culture_item_set_selected (CogCultureItem *self, gboolean is_selected);
/* What the lens would put there; NULL: nothing that can be done without a person. */
const CogProposal *cog_culture_item_get_proposal (CogCultureItem *self);

/* The findings of the book, or those with a subject (nullable), with their sections' titles and the
 * words around them, in a thread. */
void cog_culture_item_list_async (CogLensIndex *index,
                                  const char *subject,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) (element-type CogCultureItem) */
GPtrArray *cog_culture_item_list_finish (CogLensIndex *index, GAsyncResult *result, GError **error);

G_END_DECLS
