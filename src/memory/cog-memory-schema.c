/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-private.h"

#include <glib/gi18n-lib.h>

/* key: hash of what makes an entry another's successor. The hashes of source and target are of
 * their folded texts: the way to exact matches. An entry whose texts change gets another id, and no
 * id comes twice (AUTOINCREMENT): an index that has an entry is right about it, or it is gone.
 * Version 2: before, ids came again, and there was no index on disk. */
static const char schema_entry[] =
    "CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT, key INTEGER NOT NULL UNIQUE,"
    " source_hash INTEGER NOT NULL, target_hash INTEGER NOT NULL,"
    " source_language INTEGER NOT NULL, target_language INTEGER NOT NULL,"
    " source TEXT NOT NULL, target TEXT NOT NULL, source_inline TEXT, target_inline TEXT,"
    " previous INTEGER NOT NULL DEFAULT 0, next INTEGER NOT NULL DEFAULT 0, origin TEXT,"
    " project TEXT, place TEXT, creator TEXT, licence TEXT, date INTEGER NOT NULL DEFAULT 0);"
    "CREATE TABLE gone (number INTEGER PRIMARY KEY, entry INTEGER NOT NULL);"
    "CREATE TABLE grams (pair TEXT NOT NULL, after INTEGER NOT NULL, upto INTEGER NOT NULL,"
    " stamp INTEGER NOT NULL, PRIMARY KEY (pair, upto)) WITHOUT ROWID;";
static const char schema_indexes[] = "CREATE INDEX entry_source ON entry (source_hash);"
                                     "CREATE INDEX entry_target ON entry (target_hash);";
static const char schema_language[] =
    "CREATE TABLE language (id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE);";

static const char *const create[] = { schema_language, schema_entry, schema_indexes, NULL };
static const char *const upgrade[] = { "ALTER TABLE entry RENAME TO entry_1",
                                       "DROP INDEX entry_source",
                                       "DROP INDEX entry_target",
                                       schema_entry,
                                       "INSERT INTO entry SELECT * FROM entry_1",
                                       "DROP TABLE entry_1",
                                       schema_indexes,
                                       NULL };

static char *
dup_damaged (const char *name, const char *words)
{
  /* Translators: a file name; then the database library's own English words. */
  return g_strdup_printf (_ ("%s: the translation memory is damaged (%s). Put a copy from "
                             "before in its place, or move it away to begin a new one."),
                          name, words);
}

static char *
dup_foreign (const char *name)
{
  /* Translators: a file name. */
  return g_strdup_printf (_ ("%s: is no translation memory of Cognate."), name);
}

const CogSharedDatabase cog_memory_database = {
  .application_id = 0x43676e4d, /* "CgnM" */
  .version = 2,
  .create = create,
  .upgrade = upgrade,
  .dup_damaged = dup_damaged,
  .dup_foreign = dup_foreign,
};
