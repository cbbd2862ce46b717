/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-gram-index.h"
#include "cog-memory.h"
#include "cog-query.h"
#include "cog-shared-database.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *tag;
  char *base; /* language and script: what tells whether two are the same */
} CogMemoryLanguage;

enum
{
  COG_MEMORY_INSERT,
  COG_MEMORY_UPDATE,
  COG_MEMORY_REPLACE,
  COG_MEMORY_N_STATEMENTS,
};

struct _CogMemory
{
  GRecMutex mutex;
  sqlite3 *db;
  char *path;
  GPtrArray *languages; /* of CogMemoryLanguage */
  GHashTable *indexes;  /* "from to" by their bases → CogMemoryIndex */
  gint64 data_version;  /* of the file, as SQLite counts what other connections write */
  /* Kept: preparing takes longer than inserting. */
  sqlite3_stmt *statements[COG_MEMORY_N_STATEMENTS];
};

/* Numbers in an index: an entry's, and whether it is found by its target. */
#define COG_MEMORY_NUMBER(id, is_turned) ((id)*2 + ((is_turned) ? 1 : 0))

extern const CogSharedDatabase cog_memory_database;

/* The language of a tag, which is written where it is new; NULL with an error where it is none. */
const CogMemoryLanguage *
cog_memory_find_language (CogMemory *self, const char *tag, gboolean may_add, GError **error);
/* "1, 5": ids of the languages of that base, for SQL; "" where there are none. (transfer full) */
char *cog_memory_dup_ids (CogMemory *self, const char *base);
/* Language and script in lower case. (transfer full) (nullable: no tag) */
char *cog_memory_dup_base (const char *tag);

/* Forgets what another program has changed meanwhile: its languages, and the indexes. */
void cog_memory_refresh (CogMemory *self);

/**
 * CogMemoryIndex:
 *
 * What finds like segments of one language that are translated into another. Its lists are kept in
 * files beside the memory (FILE-index/), which the table "grams" names: each has the segments up to
 * one entry, and never changes. What was added since is read from the table of entries. A file that
 * is missing or damaged, or belongs to another state of the memory, is made anew; nothing depends
 * on it, and it may be removed at any time.
 */
typedef struct
{
  CogGramIndex *grams;
  char *from; /* bases */
  char *to;
  gint64 upto;  /* entries up to this one are in it */
  gint64 gone;  /* of the table "gone": known up to this one */
  gint64 state; /* of the file, when it was looked at */
} CogMemoryIndex;

/* As the file stands. Lists that are new are written, if that can be. (transfer none) (nullable) */
CogMemoryIndex *
cog_memory_get_index (CogMemory *self, const char *from, const char *to, GError **error);
/* It told what is not so: it is made anew when it is next needed. */
void cog_memory_forget_index (CogMemory *self, CogMemoryIndex *index);
void cog_memory_index_free (CogMemoryIndex *index);

/* Columns of COG_MEMORY_COLUMNS. (transfer full) */
#define COG_MEMORY_COLUMNS                                                                         \
  "entry.id, source, target, source_inline, target_inline, source_language, target_language,"      \
  " previous, next, origin, project, place, creator, licence, date"
CogMemoryEntry *cog_memory_read_entry (CogMemory *self, CogQuery *query);

G_END_DECLS
