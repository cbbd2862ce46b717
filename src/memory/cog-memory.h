/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-memory-entry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogMemory:
 *
 * What was translated, in one SQLite file for all projects. May be used from several threads; each
 * call holds it. Languages are compared without their regions, but with their scripts: "en-GB"
 * finds "en-US", "zh-TW" does not find "zh-CN". A memory works both ways: an entry from English to
 * Polish is found from Polish to English, too.
 *
 * Errors: COG_ERROR_INPUT (it is no memory), COG_ERROR_NEWER, COG_ERROR_CORRUPT, COG_ERROR_BUSY,
 * else G_IO_ERROR.
 */
typedef struct _CogMemory CogMemory;

/* The memory of this person: in the folder COGNATE_DATA_DIR, else in the user's data folder.
 * (transfer full) */
char *cog_memory_dup_path (void);

/* Makes the file where there is none. */
CogMemory *cog_memory_open (const char *path, GError **error);
void cog_memory_close (CogMemory *self);

/* This person's, opened once for the whole program; not in the main thread, since that may take a
 * while. NULL with an error where it cannot be opened; then it is tried again. (transfer none)
 * (nullable) */
CogMemory *cog_memory_get_default (GError **error);

/* Adds an entry. One of the same place, else of the same texts and languages,
 * is replaced. Entries without text or with no language are COG_ERROR_INPUT. */
gboolean cog_memory_add (CogMemory *self, const CogMemoryEntry *entry, GError **error);
/* Takes back the entry of that place, whatever region its languages have. was_there: (out) */
gboolean cog_memory_withdraw (CogMemory *self,
                              const char *from,
                              const char *to,
                              const char *place,
                              gboolean *was_there,
                              GError **error);
/* All that is added between stands in the file at the end, or nothing does. */
gboolean cog_memory_begin (CogMemory *self, GError **error);
gboolean cog_memory_commit (CogMemory *self, GError **error);
void cog_memory_roll_back (CogMemory *self);

typedef struct
{
  const char *text; /* plain */
  const char *from; /* BCP 47 */
  const char *to;
  guint64 previous; /* cog_memory_hash_context(), 0: unknown */
  guint64 next;
  double threshold; /* 0 … 100; from 100 on only what is exact is looked for, without the index */
  guint n;          /* no more than COG_MEMORY_MATCHES */
} CogMemoryQuery;

#define COG_MEMORY_MATCHES 32

/* The best first: in context, exact, then by score; of the same, the newest. What
 * finds like segments is kept beside the file; should it have to be made anew, that takes seconds
 * for a million segments.
 * (transfer full) (element-type CogMemoryMatch) (nullable) */
GPtrArray *cog_memory_lookup (CogMemory *self, const CogMemoryQuery *query, GError **error);

typedef struct
{
  char *from;
  char *to;
  gint64 n;
} CogMemoryPair;

/* Makes what finds like segments of the languages that have many, so that no search has to. */
gboolean cog_memory_index (CogMemory *self, GCancellable *cancellable, GError **error);

/* What is in it, the most first. (transfer full) (element-type CogMemoryPair) (nullable) */
GPtrArray *cog_memory_dup_pairs (CogMemory *self, GError **error);
const char *cog_memory_get_path (const CogMemory *self);

/* FALSE with an error ends it. */
typedef gboolean (*CogMemoryFunc) (const CogMemoryEntry *entry, gpointer user_data, GError **error);
/* All entries, from the oldest on. The memory must not be changed in func. */
gboolean
cog_memory_foreach (CogMemory *self, CogMemoryFunc func, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMemory, cog_memory_close)

G_END_DECLS
