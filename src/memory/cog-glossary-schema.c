/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-glossary-private.h"

#include <glib/gi18n-lib.h>

/* base: language and script, by which terms are found. Version 1; later ones never change its
 * meaning. */
static const char schema[] =
    "CREATE TABLE concept (id INTEGER PRIMARY KEY, identifier TEXT, subject TEXT, definition TEXT,"
    " note TEXT, origin TEXT, licence TEXT, project TEXT, extra TEXT,"
    " date INTEGER NOT NULL DEFAULT 0);"
    "CREATE TABLE term (id INTEGER PRIMARY KEY, concept INTEGER NOT NULL REFERENCES concept (id)"
    " ON DELETE CASCADE, language TEXT NOT NULL, base TEXT NOT NULL, text TEXT NOT NULL,"
    " status TEXT NOT NULL, part_of_speech TEXT, note TEXT, extra TEXT);"
    "CREATE INDEX term_concept ON term (concept);"
    "CREATE INDEX term_text ON term (base, text);";

void
cog_glossary_set_error (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  switch (sqlite3_errcode (db) & 0xFF)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
    case SQLITE_ERROR:
      g_set_error (error, COG_ERROR, COG_ERROR_CORRUPT,
                   /* Translators: a file name; then the database library's own English words. */
                   _ ("%s: the glossary is damaged (%s). Put a copy from before in its place, or "
                      "move it away to begin a new one."),
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
    cog_glossary_set_error (db, path, error);
  sqlite3_finalize (query);
  return ok;
}

/* Another program may make it at the same time: one of both finds it made. */
static gboolean
create (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d;",
                                            COG_GLOSSARY_APPLICATION_ID, COG_GLOSSARY_VERSION);
  gint64 version = 0;

  if (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK)
    {
      if (read_number (db, path, "PRAGMA user_version", &version, NULL) && version != 0)
        return sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL) == SQLITE_OK;
      if (sqlite3_exec (db, schema, NULL, NULL, NULL) == SQLITE_OK &&
          sqlite3_exec (db, marks, NULL, NULL, NULL) == SQLITE_OK &&
          sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
        return TRUE;
    }
  cog_glossary_set_error (db, path, error);
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
cog_glossary_schema_prepare (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  gint64 mark, version, n_tables;

  if (!read_number (db, path, "PRAGMA application_id", &mark, error) ||
      !read_number (db, path, "PRAGMA user_version", &version, error) ||
      !read_number (db, path, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (mark == 0 && version == 0 && n_tables == 0)
    return create (db, path, error);
  if (mark != COG_GLOSSARY_APPLICATION_ID)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   /* Translators: a file name. */
                   _ ("%s: is no glossary of Cognate."), name);
      return FALSE;
    }
  if (version > COG_GLOSSARY_VERSION)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_NEWER,
                   /* Translators: a file name. */
                   _ ("%s: was made by a newer version of Cognate. Update Cognate to use it."),
                   name);
      return FALSE;
    }
  return TRUE;
}
