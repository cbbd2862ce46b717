/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-private.h"

#include "cog-error.h"
#include "cog-language.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A project in the making stands in a hidden folder beside its place, under its own name, so that
 * messages name it rightly. Whoever has the lock of the place may clear what a crash left there. */
typedef struct
{
  char *folder;
  char *file;
} Workplace;

static void
workplace_clear (Workplace *place)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; place->file != NULL && i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (place->file, suffixes[i], NULL);

      g_unlink (path);
    }
  if (place->folder != NULL)
    g_rmdir (place->folder);
  g_clear_pointer (&place->folder, g_free);
  g_clear_pointer (&place->file, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Workplace, workplace_clear)

static void
set_system_error (const char *path, int saved, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s", name,
               g_strerror (saved));
}

static void
workplace_find (Workplace *place, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *hidden = g_strdup_printf (".%s.new", base);

  place->folder = g_build_filename (dir, hidden, NULL);
  place->file = g_build_filename (place->folder, base, NULL);
}

void
cog_project_clear_workplace (const char *path)
{
  g_auto (Workplace) before = { NULL, NULL };

  workplace_find (&before, path);
}

static gboolean
workplace_init (Workplace *place, const char *path, GError **error)
{
  cog_project_clear_workplace (path);
  workplace_find (place, path);
  if (g_mkdir (place->folder, 0700) == 0)
    return TRUE;
  set_system_error (path, errno, error);
  g_clear_pointer (&place->folder, g_free);
  g_clear_pointer (&place->file, g_free);
  return FALSE;
}

static gboolean
sync_path (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  int saved = errno;

  if (fd >= 0)
    close (fd);
  if (!ok)
    set_system_error (path, saved, error);
  return ok;
}

/* Gives the file its name, unless somebody else has it by now. */
static gboolean
move_without_replacing (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  /* A file system that cannot say "not over another" may know links; one that does not know those
   * either has our lock alone. */
  if (link (from, to) == 0)
    return g_unlink (from) == 0;
  if (errno == EEXIST)
    return FALSE;
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (from, to) == 0;
}

static gboolean
set_exists (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("%s: exists already."), name);
  return FALSE;
}

gboolean
cog_project_take_place (const char *file, const char *path, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (path);

  if (!sync_path (file, error))
    return FALSE;
  if (!move_without_replacing (file, path))
    {
      if (errno == EEXIST)
        return set_exists (path, error);
      set_system_error (path, errno, error);
      return FALSE;
    }
  /* The name, too, must outlive a power cut; where folders cannot be synced it is there all the
   * same. */
  sync_path (dir, NULL);
  return TRUE;
}

/* Nobody else sees the file, and it is thrown away when anything fails: no journal, and one sync at
 * the end. */
static gboolean
fill_new (CogProject *self,
          const char *file,
          const char *language,
          const char *title,
          CogProjectFill fill,
          gpointer user_data,
          GError **error)
{
  if (!cog_project_open_database (self, file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error))
    return FALSE;
  if (sqlite3_exec (self->db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;", NULL, NULL,
                    NULL) != SQLITE_OK)
    {
      cog_query_set_error (self->db, error);
      return FALSE;
    }
  self->is_set_up = TRUE;
  return cog_project_schema_create (self->db, error) &&
         cog_query_run (self->db, error, "INSERT INTO meta VALUES ('language', ?1), ('title', ?2)",
                        "ss", language, title) &&
         (fill == NULL || fill (self, user_data, error)) &&
         /* Nobody undoes what was decided before there was a book to look at. */
         cog_query_run (self->db, error, "DELETE FROM change", NULL) &&
         cog_query_run (self->db, error, "DELETE FROM step", NULL);
}

/* Closes what was filled, and opens it in its place as any other project. */
static gboolean
settle (CogProject *self, const char *file, GError **error)
{
  if (sqlite3_close (self->db) != SQLITE_OK)
    {
      cog_query_set_error (self->db, error);
      return FALSE;
    }
  self->db = NULL;
  self->is_set_up = FALSE;
  if (!cog_project_take_place (file, self->path, error))
    return FALSE;
  if (!cog_project_open_database (self, self->path, SQLITE_OPEN_READWRITE, error))
    {
      /* It was just made, and nobody was told of it. */
      g_unlink (self->path);
      return FALSE;
    }
  self->is_accepted = TRUE;
  return TRUE;
}

CogProject *
cog_project_create (const char *path,
                    const char *language,
                    const char *title,
                    CogProjectFill fill,
                    gpointer user_data,
                    GError **error)
{
  g_autoptr (CogProject) self = NULL;
  g_autofree char *tag = NULL;
  g_auto (Workplace) place = { NULL, NULL };

  g_return_val_if_fail (path != NULL, NULL);

  tag = cog_language_canonicalise (language);
  if (tag == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("“%s” is no language tag such as ar-EG."),
                   language);
      return NULL;
    }
  self = g_object_new (COG_TYPE_PROJECT, NULL);
  self->path = g_strdup (path);
  self->mode = COG_PROJECT_WRITE;
  self->lock = cog_project_lock_take (path, error);
  if (self->lock == NULL)
    return NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      set_exists (path, error);
      return NULL;
    }
  if (!workplace_init (&place, path, error))
    return NULL;
  if (!fill_new (self, place.file, tag, title, fill, user_data, error) ||
      !settle (self, place.file, error))
    {
      cog_project_close (self, NULL);
      return NULL;
    }
  return g_steal_pointer (&self);
}
