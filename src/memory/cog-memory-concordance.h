/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-memory.h"

G_BEGIN_DECLS

#define COG_MEMORY_HITS 200

/* How words were translated: entries whose source or translation has all of them, or words that
 * begin so, in any order; case and white space apart. The newest first, those found in the source
 * before those found in the translation. from, to: BCP 47; n: no more than COG_MEMORY_HITS.
 * (transfer full) (element-type CogMemoryEntry) (nullable: an error) */
GPtrArray *cog_memory_search (
    CogMemory *self, const char *from, const char *to, const char *words, guint n, GError **error);

/* Where one of the words stands in a text, from a place on: characters. FALSE: nowhere. Of texts
 * whose case changes their length the place may be a little off. */
gboolean
cog_memory_find_hit (const char *text, const char *words, guint from, guint *start, guint *end);

G_END_DECLS
