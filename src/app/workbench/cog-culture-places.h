/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-conflict.h"

G_BEGIN_DECLS

/* What the whole book says about what was found in a passage. */
typedef struct
{
  GHashTable *places;   /* subject → number of places in the book */
  GPtrArray *conflicts; /* (element-type CogLensConflict) */
} CogCulturePlaces;

/* Reads the book: not for the main thread. */
CogCulturePlaces *
cog_culture_places_new (CogLensIndex *index, GCancellable *cancellable, GError **error);
void cog_culture_places_free (CogCulturePlaces *self);
/* 0: the finding has no subject. self: (nullable): not known yet */
guint cog_culture_places_count (const CogCulturePlaces *self, const CogLensFinding *finding);
/* (nullable): both. (transfer none) */
const CogLensConflict *cog_culture_places_find (const CogCulturePlaces *self,
                                                const CogPlacedFinding *placed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogCulturePlaces, cog_culture_places_free)

G_END_DECLS
