/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-private.h"

#include "cog-error.h"
#include "cog-language.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (CogProject, cog_project, G_TYPE_OBJECT)

static void
cog_project_dispose (GObject *object)
{
  cog_project_close (COG_PROJECT (object), NULL);
  G_OBJECT_CLASS (cog_project_parent_class)->dispose (object);
}

static void
cog_project_finalize (GObject *object)
{
  CogProject *self = COG_PROJECT (object);

  g_free (self->path);
  g_clear_error (&self->fault);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_free (self->draft_fault);
  g_free (self->go_unit);
  g_rec_mutex_clear (&self->mutex);
  g_clear_pointer (&self->home, g_main_context_unref);
  G_OBJECT_CLASS (cog_project_parent_class)->finalize (object);
}

static void
cog_project_class_init (CogProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cog_project_dispose;
  object_class->finalize = cog_project_finalize;
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRV);
  g_signal_new ("drafts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
cog_project_init (CogProject *self)
{
  g_rec_mutex_init (&self->mutex);
}

/* Foreign files must not make SQLite do anything but read rows. */
gboolean
cog_project_open_database (CogProject *self, const char *file, int flags, GError **error)
{
  if (sqlite3_open_v2 (file, &self->db, flags | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE,
                       NULL) != SQLITE_OK)
    {
      cog_query_set_error_of (self->db, file, error);
      return FALSE;
    }
  sqlite3_busy_timeout (self->db, 2000);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (self->db, SQLITE_LIMIT_ATTACHED, 0);
  return TRUE;
}

static gboolean
set_up_writing (CogProject *self, GError **error)
{
  if (self->is_set_up)
    return TRUE;
  if (sqlite3_exec (self->db,
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF;",
                    NULL, NULL, NULL) != SQLITE_OK)
    {
      cog_query_set_error (self->db, error);
      return FALSE;
    }
  self->is_set_up = TRUE;
  return TRUE;
}

/* What is written to a file that has no name any more is lost without a word: SQLite goes on with
 * the file that it has open. */
static gboolean
is_in_place (CogProject *self, GError **error)
{
  g_autofree char *name = NULL;
  int is_moved = 0;

  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &is_moved) != SQLITE_OK ||
      !is_moved)
    return TRUE;
  name = g_path_get_basename (self->path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("%s: the file was removed, renamed or replaced while it was open."), name);
  return FALSE;
}

gboolean
cog_project_prepare_writing (CogProject *self, GError **error)
{
  return is_in_place (self, error) && set_up_writing (self, error);
}

gboolean
cog_project_begin (CogProject *self, GError **error)
{
  if (self->db == NULL || self->mode == COG_PROJECT_READ)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED, _ ("%s: is open for reading only."),
                   self->path);
      return FALSE;
    }
  return cog_project_prepare_writing (self, error) &&
         cog_query_run (self->db, error, "BEGIN IMMEDIATE", NULL);
}

GError **
cog_project_fault (CogProject *self)
{
  return self->fault == NULL ? &self->fault : NULL;
}

gboolean
cog_project_check_fault (CogProject *self, GError **error)
{
  if (self->fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->fault));
  return FALSE;
}

static guint32
read_big (const guint8 *data)
{
  return (guint32)data[0] << 24 | (guint32)data[1] << 16 | (guint32)data[2] << 8 | data[3];
}

/* From the header of the file (SQLite file format, 1.3), before SQLite has it: what is not ours or
 * too new for us is not touched, not even to clean up behind a crash. A file that was cut before
 * its header's end is damaged, and SQLite says so. */
static gboolean
check_header (const guint8 *head, gsize length, const char *name, GError **error)
{
  if (length < 72)
    return TRUE;
  if (read_big (head + 68) != COG_PROJECT_APPLICATION_ID)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: is no Cognate project."), name);
      return FALSE;
    }
  if ((gint32)read_big (head + 60) > COG_PROJECT_VERSION)
    {
      cog_project_set_newer (name, error);
      return FALSE;
    }
  return TRUE;
}

gboolean
cog_project_check_header (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  guint8 head[100] = { 0 };
  FILE *file = g_fopen (path, "rbe");
  gsize length;

  if (file == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _ ("%s: there is no such file."), path);
      return FALSE;
    }
  length = fread (head, 1, sizeof head, file);
  fclose (file);
  if (length >= 16 && memcmp (head, "SQLite format 3", 16) == 0)
    return check_header (head, length, name, error);
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: is no Cognate project."), name);
  return FALSE;
}

/* Behind a program that was ended while it wrote, what it had begun is taken back by the first who
 * opens the file; who only reads may not do that. Whether it was done. */
static gboolean
take_back (const char *path)
{
  CogProjectLock *lock = cog_project_lock_take (path, NULL);
  sqlite3 *db = NULL;
  gboolean ok;

  if (lock == NULL)
    return FALSE;
  ok = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
       sqlite3_exec (db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) == SQLITE_OK;
  sqlite3_close (db);
  cog_project_lock_release (lock);
  return ok;
}

/* Whether the database says so. */
static gboolean
waits_for_taking_back (CogProject *self)
{
  int status = sqlite3_extended_errcode (self->db);

  return self->mode == COG_PROJECT_READ &&
         (status == SQLITE_READONLY_ROLLBACK || status == SQLITE_READONLY_RECOVERY ||
          status == SQLITE_READONLY_CANTINIT || status == SQLITE_CANTOPEN);
}

static gboolean
open_and_check (CogProject *self, GError **error)
{
  return cog_project_open_database (self, self->path,
                                    self->mode == COG_PROJECT_WRITE ? SQLITE_OPEN_READWRITE
                                                                    : SQLITE_OPEN_READONLY,
                                    error) &&
         cog_project_schema_check (self, error);
}

static gboolean
open_checked (CogProject *self, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (open_and_check (self, &fault))
    return TRUE;
  if (waits_for_taking_back (self) && take_back (self->path))
    {
      g_clear_pointer (&self->db, sqlite3_close_v2);
      return open_and_check (self, error);
    }
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

CogProject *
cog_project_open (const char *path, CogProjectMode mode, GError **error)
{
  g_autoptr (CogProject) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!cog_project_check_header (path, error))
    return NULL;
  self = g_object_new (COG_TYPE_PROJECT, NULL);
  self->path = g_strdup (path);
  self->mode = mode;
  if (mode == COG_PROJECT_WRITE)
    {
      self->lock = cog_project_lock_take (path, error);
      if (self->lock == NULL)
        return NULL;
      cog_project_clear_workplace (path);
    }
  if (!open_checked (self, error))
    return NULL;
  self->is_accepted = TRUE;
  return g_steal_pointer (&self);
}

gboolean
cog_project_close (CogProject *self, GError **error)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (COG_IS_PROJECT (self), FALSE);

  cog_project_enter (self);
  if (self->db != NULL)
    {
      /* Back to one file, also behind a crash of somebody before us: readers that are still there
       * only delay it. */
      if (self->mode == COG_PROJECT_WRITE && self->is_accepted)
        {
          sqlite3_busy_timeout (self->db, 200);
          sqlite3_exec (self->db, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
        }
      ok = sqlite3_close_v2 (self->db) == SQLITE_OK;
      self->db = NULL;
    }
  g_clear_pointer (&self->lock, cog_project_lock_release);
  cog_project_leave (self);
  if (!ok)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("%s: could not be closed."), self->path);
  return ok;
}

gboolean
cog_project_is_closed (CogProject *self)
{
  gboolean is_closed;

  g_return_val_if_fail (COG_IS_PROJECT (self), TRUE);

  cog_project_enter (self);
  is_closed = self->db == NULL;
  cog_project_leave (self);
  return is_closed;
}

const char *
cog_project_get_path (CogProject *self)
{
  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);
  return self->path;
}

char *
cog_project_dup_field (CogProject *self, const char *key)
{
  g_autoptr (CogQuery) query = NULL;
  char *value = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  cog_project_enter (self);
  query = cog_query_new (self->db, cog_project_fault (self),
                         "SELECT value FROM meta WHERE key = ?1", "s", key);
  if (query != NULL && cog_query_step (query, cog_project_fault (self)))
    value = cog_query_dup_text (query, 0);
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  return value;
}

char *
cog_project_dup_language (CogProject *self)
{
  return cog_project_dup_field (self, "language");
}

char *
cog_project_dup_licence (CogProject *self)
{
  return cog_project_dup_field (self, "licence");
}

static char *
dup_of_first_source (CogProject *self, const char *sql)
{
  g_autoptr (CogQuery) query = NULL;
  char *value = NULL;

  cog_project_enter (self);
  query = cog_query_new (self->db, cog_project_fault (self), sql, NULL);
  if (query != NULL && cog_query_step (query, cog_project_fault (self)))
    value = cog_query_dup_text (query, 0);
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  return value;
}

char *
cog_project_dup_source_language (CogProject *self)
{
  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);
  return dup_of_first_source (self, "SELECT language FROM source ORDER BY position LIMIT 1");
}

char *
cog_project_dup_title (CogProject *self)
{
  char *title = cog_project_dup_field (self, "title");
  g_autofree char *json = NULL;
  g_autoptr (CogCredit) credit = NULL;

  if (title != NULL && title[0] != '\0')
    return title;
  g_free (title);
  json = dup_of_first_source (self, "SELECT credit FROM source ORDER BY position LIMIT 1");
  credit = json != NULL ? cog_credit_from_json (json, NULL) : NULL;
  return g_strdup (credit != NULL && credit->title != NULL ? credit->title : _ ("Untitled"));
}

gboolean
cog_project_set_field (CogProject *self, const char *key, const char *value, GError **error)
{
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self), FALSE);

  /* Translators: a step of the history; %s is a field such as "title". */
  label = g_strdup_printf (_ ("Set %s"), key);
  cog_project_enter (self);
  ok = cog_project_begin_step (self, label, error);
  if (ok)
    {
      before = cog_project_row_to_json (self, COG_ROW_META, key, NULL);
      ok = (value != NULL
                ? cog_query_run (self->db, error, "INSERT OR REPLACE INTO meta VALUES (?1, ?2)",
                                 "ss", key, value)
                : cog_query_run (self->db, error, "DELETE FROM meta WHERE key = ?1", "s", key)) &&
           cog_project_record (self, COG_ROW_META, key, before, error);
      ok = cog_project_end_step (self, ok, error);
    }
  cog_project_leave (self);
  if (ok)
    cog_project_emit (self, "changed", NULL);
  return ok;
}
