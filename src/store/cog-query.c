/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-query.h"

#include "cog-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

void
cog_query_set_error_of (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  switch (sqlite3_errcode (db) & 0xFF)
    {
    case SQLITE_FULL:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("%s: the disk is full. Nothing was changed."), name);
      return;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
    case SQLITE_ERROR:
      g_set_error (
          error, COG_ERROR, COG_ERROR_CORRUPT,
          _ ("%s: the project file is damaged (%s). Open a copy from before, such as a backup."),
          name, sqlite3_errmsg (db));
      return;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, COG_ERROR, COG_ERROR_BUSY,
                   _ ("%s: another program is using it just now."), name);
      return;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   _ ("%s: cannot be written here."), name);
      return;
    default:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: a file name; then the database library's own English words. */
                   _ ("%s: could not be read or written (%s). Nothing was changed."), name,
                   sqlite3_errmsg (db));
    }
}

void
cog_query_set_error (sqlite3 *db, GError **error)
{
  const char *path;

  /* Who reads in a thread may find the project closed meanwhile. */
  if (db == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The project is closed."));
      return;
    }
  path = sqlite3_db_filename (db, "main");
  cog_query_set_error_of (db, path != NULL && path[0] != '\0' ? path : "?", error);
}

/* keep: SQLITE_STATIC, where the values outlive the query. */
static void
bind (CogQuery *query, sqlite3_destructor_type keep, const char *types, va_list values)
{
  for (int i = 0; types != NULL && types[i] != '\0'; i++)
    switch (types[i])
      {
      case 's':
        sqlite3_bind_text (query, i + 1, va_arg (values, const char *), -1, keep);
        break;
      case 'i':
        sqlite3_bind_int64 (query, i + 1, va_arg (values, gint64));
        break;
      case 'd':
        sqlite3_bind_double (query, i + 1, va_arg (values, double));
        break;
      case 'b':
        {
          GBytes *bytes = va_arg (values, GBytes *);
          gsize size = 0;
          const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

          if (bytes == NULL)
            sqlite3_bind_null (query, i + 1);
          else
            sqlite3_bind_blob64 (query, i + 1, data != NULL ? data : "", size, keep);
          break;
        }
      default:
        g_assert_not_reached ();
      }
}

static CogQuery *
prepare (sqlite3 *db,
         GError **error,
         sqlite3_destructor_type keep,
         const char *sql,
         const char *types,
         va_list values)
{
  CogQuery *query = NULL;

  /* Who reads in another thread may come after the project was closed. */
  if (db == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The project is closed."));
      return NULL;
    }
  if (sqlite3_prepare_v2 (db, sql, -1, &query, NULL) != SQLITE_OK)
    {
      cog_query_set_error (db, error);
      return NULL;
    }
  bind (query, keep, types, values);
  return query;
}

CogQuery *
cog_query_new (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  va_list values;
  CogQuery *query;

  va_start (values, types);
  query = prepare (db, error, SQLITE_TRANSIENT, sql, types, values);
  va_end (values);
  return query;
}

gboolean
cog_query_step (CogQuery *query, GError **error)
{
  int status = sqlite3_step (query);

  if (status == SQLITE_ROW)
    return TRUE;
  if (status != SQLITE_DONE)
    cog_query_set_error (sqlite3_db_handle (query), error);
  return FALSE;
}

gboolean
cog_query_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  va_list values;
  CogQuery *query;
  gboolean ok;

  va_start (values, types);
  query = prepare (db, error, SQLITE_STATIC, sql, types, values);
  va_end (values);
  if (query == NULL)
    return FALSE;
  do
    ok = sqlite3_step (query);
  while (ok == SQLITE_ROW);
  if (ok != SQLITE_DONE)
    cog_query_set_error (db, error);
  sqlite3_finalize (query);
  return ok == SQLITE_DONE;
}

void
cog_query_free (CogQuery *query)
{
  sqlite3_finalize (query);
}

char *
cog_query_dup_text (CogQuery *query, int column)
{
  const char *text = (const char *)sqlite3_column_text (query, column);

  return text != NULL ? g_utf8_make_valid (text, sqlite3_column_bytes (query, column)) : NULL;
}

gint64
cog_query_get_int (CogQuery *query, int column)
{
  return sqlite3_column_int64 (query, column);
}

double
cog_query_get_double (CogQuery *query, int column)
{
  return sqlite3_column_double (query, column);
}

GBytes *
cog_query_dup_bytes (CogQuery *query, int column)
{
  const void *data = sqlite3_column_blob (query, column);

  return g_bytes_new (data, sqlite3_column_bytes (query, column));
}

gboolean
cog_query_is_null (CogQuery *query, int column)
{
  return sqlite3_column_type (query, column) == SQLITE_NULL;
}
