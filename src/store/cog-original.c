/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-original-private.h"

#include "cog-descriptor.h"
#include "cog-error.h"
#include "cog-query.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Bytes: a multiple of all page sizes, so that pieces of a mapping can be let go. */
#define PIECE (1 << 20)

/* A hint, whatever the memory is: pages of a mapped file are dropped, others stay as they were. */
static void
put_aside (const guint8 *piece, gsize size)
{
#ifdef MADV_PAGEOUT
  gsize page = (gsize)sysconf (_SC_PAGESIZE);
  guintptr start = ((guintptr)piece + page - 1) / page * page;
  guintptr end = ((guintptr)piece + size) / page * page;

  if (end > start)
    madvise ((void *)start, end - start, MADV_PAGEOUT);
#endif
}

static gboolean
write_pieces (sqlite3_blob *blob, GBytes *original)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (original, &size);

  for (gsize at = 0; at < size; at += PIECE)
    {
      gsize n = MIN (size - at, PIECE);

      if (sqlite3_blob_write (blob, data + at, (int)n, (int)at) != SQLITE_OK)
        return FALSE;
      put_aside (data + at, n);
    }
  return TRUE;
}

static gboolean
set_too_large (sqlite3 *db, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: a number of megabytes. */
               _ ("The file is larger than a project can hold, which is %d MB. Divide it, and make "
                  "the project of its parts."),
               sqlite3_limit (db, SQLITE_LIMIT_LENGTH, -1) / 1000000);
  return FALSE;
}

gboolean
cog_original_insert (sqlite3 *db, const char *source, GBytes *original, GError **error)
{
  gsize size = g_bytes_get_size (original);
  sqlite3_blob *blob = NULL;
  gboolean ok;

  /* The row has a few bytes more than the file. */
  if (size > (gsize)sqlite3_limit (db, SQLITE_LIMIT_LENGTH, -1) - PIECE)
    return set_too_large (db, error);
  if (!cog_query_run (db, error, "INSERT INTO original VALUES (?1, zeroblob (?2))", "si", source,
                      (gint64)size))
    return FALSE;
  ok = sqlite3_blob_open (db, "main", "original", "bytes", sqlite3_last_insert_rowid (db), 1,
                          &blob) == SQLITE_OK &&
       write_pieces (blob, original);
  if (!ok)
    cog_query_set_error (db, error);
  if (sqlite3_blob_close (blob) == SQLITE_OK || !ok)
    return ok;
  cog_query_set_error (db, error);
  return FALSE;
}

static gboolean
set_system_error (GError **error)
{
  int code = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
read_pieces (sqlite3 *db, sqlite3_blob *blob, int fd, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  int size = sqlite3_blob_bytes (blob);

  for (int at = 0; at < size; at += PIECE)
    {
      int n = MIN (size - at, PIECE);

      if (sqlite3_blob_read (blob, piece, n, at) != SQLITE_OK)
        {
          cog_query_set_error (db, error);
          return FALSE;
        }
      if (!cog_descriptor_write_all (fd, piece, (gsize)n))
        return set_system_error (error);
    }
  return TRUE;
}

static int
open_filled (sqlite3 *db, sqlite3_blob *blob, GError **error)
{
  int fd = memfd_create ("cognate-original", MFD_CLOEXEC);

  if (fd < 0)
    set_system_error (error);
  else if (read_pieces (db, blob, fd, error) && lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

static gboolean
find_row (sqlite3 *db, const char *source, gint64 *row, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query = cog_query_new (
      db, &fault, "SELECT rowid FROM original WHERE source = ?1 AND typeof (bytes) = 'blob'", "s",
      source);
  gboolean is_there = query != NULL && cog_query_step (query, &fault);

  if (is_there)
    *row = cog_query_get_int (query, 0);
  else if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no original file of “%s”."),
                 source);
  return is_there;
}

int
cog_original_open (sqlite3 *db, const char *source, GError **error)
{
  sqlite3_blob *blob = NULL;
  gint64 row;
  int fd = -1;

  if (!find_row (db, source, &row, error))
    return -1;
  if (sqlite3_blob_open (db, "main", "original", "bytes", row, 0, &blob) == SQLITE_OK)
    fd = open_filled (db, blob, error);
  else
    cog_query_set_error (db, error);
  sqlite3_blob_close (blob);
  return fd;
}
