/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
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

void
cog_memory_set_error (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  switch (sqlite3_errcode (db) & 0xFF)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR:
      g_set_error (error, COG_ERROR, COG_ERROR_CORRUPT,
                   /* Translators: a file name; then the database library's own English words. */
                   _ ("%s: the translation memory is damaged (%s). Put a copy from before in its "
                      "place, or move it away to begin a new one."),
                   name, sqlite3_errmsg (db));
      return;
    default:
      cog_query_set_error_of (db, path, error);
    }
}

static gboolean
read_number (sqlite3 *db, const char *path, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *query = NULL;
  gboolean ok = sqlite3_prepare_v2 (db, sql, -1, &query, NULL) == SQLITE_OK &&
                sqlite3_step (query) == SQLITE_ROW;

  if (ok)
    *value = sqlite3_column_int64 (query, 0);
  else
    cog_memory_set_error (db, path, error);
  sqlite3_finalize (query);
  return ok;
}

static gboolean
run_all (sqlite3 *db, const char *const *statements)
{
  for (; *statements != NULL; statements++)
    if (sqlite3_exec (db, *statements, NULL, NULL, NULL) != SQLITE_OK)
      return FALSE;
  return TRUE;
}

/* From the version before, 0 for a new file, to ours. Another program may do it at the same time:
 * one of both finds it done. */
static gboolean
make (sqlite3 *db, const char *path, gint64 before, GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d;",
                                            COG_MEMORY_APPLICATION_ID, COG_MEMORY_VERSION);
  const char *const new[] = {
    schema_language, schema_entry, schema_indexes, marks, "COMMIT", NULL
  };
  const char *const old[] = { "ALTER TABLE entry RENAME TO entry_1",
                              "DROP INDEX entry_source",
                              "DROP INDEX entry_target",
                              schema_entry,
                              "INSERT INTO entry SELECT * FROM entry_1",
                              "DROP TABLE entry_1",
                              schema_indexes,
                              marks,
                              "COMMIT",
                              NULL };
  gint64 version = 0;

  if (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK)
    {
      if (read_number (db, path, "PRAGMA user_version", &version, NULL) && version != before)
        return sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL) == SQLITE_OK;
      if (run_all (db, before == 0 ? new : old))
        return TRUE;
    }
  cog_memory_set_error (db, path, error);
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
cog_memory_schema_prepare (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  gint64 mark, version, n_tables;

  if (!read_number (db, path, "PRAGMA application_id", &mark, error) ||
      !read_number (db, path, "PRAGMA user_version", &version, error) ||
      !read_number (db, path, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (mark == 0 && version == 0 && n_tables == 0)
    return make (db, path, 0, error);
  if (mark != COG_MEMORY_APPLICATION_ID)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   /* Translators: a file name. */
                   _ ("%s: is no translation memory of Cognate."), name);
      return FALSE;
    }
  if (version > COG_MEMORY_VERSION)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_NEWER,
                   /* Translators: a file name. */
                   _ ("%s: was made by a newer version of Cognate. Update Cognate to use it."),
                   name);
      return FALSE;
    }
  return version == COG_MEMORY_VERSION || make (db, path, version, error);
}
