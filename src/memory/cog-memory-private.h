/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-gram-index.h"
#include "cog-memory.h"
#include "cog-query.h"

G_BEGIN_DECLS

#define COG_MEMORY_APPLICATION_ID 0x43676e4d /* "CgnM" */
#define COG_MEMORY_VERSION 1

typedef struct
{
  gint64 id;
  char *tag;
  char *base; /* language and script: what tells whether two are the same */
} CogMemoryLanguage;

struct _CogMemory
{
  GRecMutex mutex;
  sqlite3 *db;
  char *path;
  GPtrArray *languages; /* of CogMemoryLanguage */
  GHashTable *indexes;  /* "from to" by their bases → CogGramIndex */
  gint64 data_version;  /* of the file, as SQLite counts what other connections write */
  sqlite3_stmt *insert; /* kept: preparing takes longer than inserting */
};

/* Numbers in an index: an entry's, and whether it is found by its target. */
#define COG_MEMORY_NUMBER(id, is_turned) ((id)*2 + ((is_turned) ? 1 : 0))

gboolean cog_memory_schema_prepare (sqlite3 *db, const char *path, GError **error);
/* As cog_query_set_error(), in words for a memory. */
void cog_memory_set_error (sqlite3 *db, const char *path, GError **error);

/* The language of a tag, which is written where it is new; NULL with an error where it is none. */
const CogMemoryLanguage *
cog_memory_find_language (CogMemory *self, const char *tag, gboolean may_add, GError **error);
/* "1, 5": ids of the languages of that base, for SQL; "" where there are none. (transfer full) */
char *cog_memory_dup_ids (CogMemory *self, const char *base);
/* Language and script in lower case. (transfer full) (nullable: no tag) */
char *cog_memory_dup_base (const char *tag);

/* Forgets what another program has changed meanwhile: its languages, and the indexes. */
void cog_memory_refresh (CogMemory *self);

/* Columns of COG_MEMORY_COLUMNS. (transfer full) */
#define COG_MEMORY_COLUMNS                                                                         \
  "entry.id, source, target, source_inline, target_inline, source_language, target_language,"      \
  " previous, next, origin, project, place, creator, licence, date"
CogMemoryEntry *cog_memory_read_entry (CogMemory *self, CogQuery *query);

G_END_DECLS
