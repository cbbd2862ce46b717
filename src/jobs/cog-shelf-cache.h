/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-shelf-facts.h"

G_BEGIN_DECLS

/**
 * CogShelfCache:
 *
 * Facts of projects by their files' paths, times and sizes, so that a shelf of hundreds is there at
 * once. A folder that may be emptied or damaged at any time. Belongs to one thread at a time.
 */
typedef struct _CogShelfCache CogShelfCache;

CogShelfCache *cog_shelf_cache_new (const char *folder);
void cog_shelf_cache_free (CogShelfCache *self);
/* is_current: whether the file is as it was. NULL: nothing is known. (transfer full) (nullable) */
CogShelfFacts *
cog_shelf_cache_look_up (CogShelfCache *self, const char *path, gboolean *is_current);
/* Reads the project and keeps what is READY. (transfer full) */
CogShelfFacts *cog_shelf_cache_read (CogShelfCache *self, const char *path);
/* Writes it, without what is no longer there. */
void cog_shelf_cache_save (CogShelfCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogShelfCache, cog_shelf_cache_free)

G_END_DECLS
