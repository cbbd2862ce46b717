/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-memory.h"
#include "cog-progress.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* What was taken from a project's work into the memory. */
typedef struct
{
  guint n_units;    /* confirmed */
  gint64 n_entries; /* put in, or there as they were */
  gint64 n_withdrawn;
} CogMemoryFilled;

/* Puts the confirmed units among those, sentence by sentence, into the memory, with project, place,
 * translator, licence, date and the sentences before and after; takes back what those that are no
 * more confirmed once gave. A unit whose translation has another number of sentences is one entry.
 * units NULL: all. Blocking, any thread; ends between two units. told: (out) (nullable) */
gboolean cog_memory_fill (CogProject *project,
                          CogMemory *memory,
                          const char *const *units,
                          const CogProgress *progress,
                          GCancellable *cancellable,
                          CogMemoryFilled *told,
                          GError **error);

/* Whether a unit's translation is a person's word: written or confirmed by one. */
gboolean cog_memory_fill_is_confirmed (CogProject *project, const CogUnit *unit);

G_END_DECLS
