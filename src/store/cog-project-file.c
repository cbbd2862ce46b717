/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-file.h"

#include "cog-project-private.h"
#include "cog-replacement.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PAGES                                                                                      \
  256 /* copied at a time: 1 MiB; then somebody else may write, or the person cancel               \
       */

/* Beside the file after a crash: SQLite finds its journals by the file's name. */
static const char *const companions[] = { "-wal", "-journal", "-shm" };

static gboolean
copy_pages (CogProject *self,
            sqlite3 *to,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", self->db, "main");
  int status = SQLITE_OK;

  if (backup == NULL)
    {
      cog_query_set_error (to, error);
      return FALSE;
    }
  do
    {
      if (status == SQLITE_BUSY || status == SQLITE_LOCKED)
        g_usleep (10000);
      status = sqlite3_backup_step (backup, PAGES);
      cog_progress_tell (progress,
                         1 - (double)sqlite3_backup_remaining (backup) /
                                 MAX (1, sqlite3_backup_pagecount (backup)),
                         _ ("Copying the project"));
    }
  while ((status == SQLITE_OK || status == SQLITE_BUSY || status == SQLITE_LOCKED) &&
         !g_cancellable_is_cancelled (cancellable));
  sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (status != SQLITE_DONE)
    cog_query_set_error (to, error);
  return status == SQLITE_DONE;
}

static gboolean
write_database (CogProject *self,
                const char *file,
                const CogProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  sqlite3 *to = NULL;
  gboolean ok = FALSE;

  if (sqlite3_open_v2 (file, &to,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE,
                       NULL) != SQLITE_OK)
    cog_query_set_error_of (to, file, error);
  else if (self->db != NULL)
    {
      /* Nobody else sees it, and it is thrown away when anything fails. */
      sqlite3_exec (to, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;", NULL, NULL, NULL);
      ok = copy_pages (self, to, progress, cancellable, error);
      /* The copy of a project that is open says "write-ahead log": a file that is handed on stands
       * alone. */
      if (ok)
        sqlite3_exec (to, "PRAGMA journal_mode=DELETE;", NULL, NULL, NULL);
    }
  sqlite3_close (to);
  return ok;
}

/* The copy is made beside its place, and takes its name when it is whole. */
static gboolean
write_beside (CogProject *self,
              const char *path,
              const CogProgress *progress,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *file = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
  gboolean ok = write_database (self, file, progress, cancellable, error) &&
                cog_project_take_place (file, path, error);

  if (!ok)
    g_unlink (file);
  return ok;
}

static gboolean
write_over (CogProject *self,
            const char *path,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (CogReplacement) replacement = cog_replacement_new_file (path, error);

  return replacement != NULL &&
         write_database (self, cog_replacement_get_path (replacement), progress, cancellable,
                         error) &&
         cog_replacement_commit (replacement, error);
}

gboolean
cog_project_write_copy (CogProject *self,
                        const char *path,
                        gboolean replaces,
                        const CogProgress *progress,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self) && path != NULL, FALSE);

  if (replaces && g_file_test (path, G_FILE_TEST_EXISTS))
    return cog_project_check_free (path, error) &&
           write_over (self, path, progress, cancellable, error);
  return write_beside (self, path, progress, cancellable, error);
}

static void
move_companions (const char *from, const char *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *old = g_strconcat (from, companions[i], NULL);
      g_autofree char *fresh = g_strconcat (to, companions[i], NULL);

      if (g_file_test (old, G_FILE_TEST_EXISTS))
        g_rename (old, fresh);
    }
}

gboolean
cog_project_move_file (const char *from, const char *to, GError **error)
{
  CogProjectLock *lock;
  gboolean ok;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  lock = cog_project_lock_take (from, error);
  if (lock == NULL)
    return FALSE;
  ok = cog_project_take_place (from, to, error);
  if (ok)
    move_companions (from, to);
  cog_project_lock_release (lock);
  return ok;
}

gboolean
cog_project_check_free (const char *path, GError **error)
{
  CogProjectLock *lock;

  g_return_val_if_fail (path != NULL, FALSE);

  lock = cog_project_lock_take (path, error);
  cog_project_lock_release (lock);
  return lock != NULL;
}

char *
cog_project_dup_cover (CogProject *self)
{
  g_autoptr (CogQuery) query = NULL;
  char *name = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  cog_project_enter (self);
  query =
      cog_query_new (self->db, cog_project_fault (self),
                     "SELECT cover FROM source WHERE cover IS NOT NULL ORDER BY position", NULL);
  if (query != NULL && cog_query_step (query, cog_project_fault (self)))
    name = cog_query_dup_text (query, 0);
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  return name;
}

void
cog_project_remove_file (const char *path)
{
  g_return_if_fail (path != NULL);

  if (!cog_project_check_free (path, NULL))
    return;
  g_unlink (path);
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *beside = g_strconcat (path, companions[i], NULL);

      g_unlink (beside);
    }
}
