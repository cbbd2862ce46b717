/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shared-database.h"

#include "cog-error.h"
#include "cog-query.h"

#include <glib/gi18n-lib.h>

void
cog_shared_database_set_error (const CogSharedDatabase *self,
                               sqlite3 *db,
                               const char *path,
                               GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *damaged = self->dup_damaged (name, sqlite3_errmsg (db));

  switch (sqlite3_errcode (db) & 0xFF)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
    case SQLITE_ERROR:
      g_set_error_literal (error, COG_ERROR, COG_ERROR_CORRUPT, damaged);
      return;
    default:
      cog_query_set_error_of (db, path, error);
    }
}

static gboolean
read_number (const CogSharedDatabase *self,
             sqlite3 *db,
             const char *path,
             const char *sql,
             gint64 *value,
             GError **error)
{
  sqlite3_stmt *query = NULL;
  gboolean ok = sqlite3_prepare_v2 (db, sql, -1, &query, NULL) == SQLITE_OK &&
                sqlite3_step (query) == SQLITE_ROW;

  if (ok)
    *value = sqlite3_column_int64 (query, 0);
  else
    cog_shared_database_set_error (self, db, path, error);
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
make (const CogSharedDatabase *self, sqlite3 *db, const char *path, gint64 before, GError **error)
{
  g_autofree char *marks =
      g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%" G_GINT64_FORMAT ";",
                       self->application_id, self->version);
  const char *const finish[] = { marks, "COMMIT", NULL };
  gint64 version = 0;

  if (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK)
    {
      if (read_number (self, db, path, "PRAGMA user_version", &version, NULL) && version != before)
        return sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL) == SQLITE_OK;
      if (run_all (db, before == 0 ? self->create : self->upgrade) && run_all (db, finish))
        return TRUE;
    }
  cog_shared_database_set_error (self, db, path, error);
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
cog_shared_database_prepare (const CogSharedDatabase *self,
                             sqlite3 *db,
                             const char *path,
                             GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  gint64 mark, version, n_tables;

  if (!read_number (self, db, path, "PRAGMA application_id", &mark, error) ||
      !read_number (self, db, path, "PRAGMA user_version", &version, error) ||
      !read_number (self, db, path, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (mark == 0 && version == 0 && n_tables == 0)
    return make (self, db, path, 0, error);
  if (mark != self->application_id)
    {
      g_autofree char *foreign = self->dup_foreign (name);

      g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT, foreign);
      return FALSE;
    }
  if (version > self->version)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_NEWER,
                   /* Translators: a file name. */
                   _ ("%s: was made by a newer version of Cognate. Update Cognate to use it."),
                   name);
      return FALSE;
    }
  return version == self->version || self->upgrade == NULL || make (self, db, path, version, error);
}
