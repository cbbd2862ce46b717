/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _CogProjectLock
{
  char *path;
  int fd;
};

static gboolean
try_lock (int fd)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  /* A lock of the open file, not of the process: two windows of one process exclude each other,
   * too, and a crash releases it. */
  return fcntl (fd, F_OFD_SETLK, &lock) == 0;
}

static void
set_busy (const char *path, int fd, GError **error)
{
  char who[300] = "";
  ssize_t length = pread (fd, who, sizeof who - 1, 0);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = NULL;

  who[MAX (length, 0)] = '\0';
  shown = g_utf8_make_valid (who, -1);
  g_strstrip (shown);
  g_set_error (
      error, COG_ERROR, COG_ERROR_BUSY,
      /* Translators: file name; then program, process, computer and time of who has it open. */
      _ ("%s: is open already (%s). Close it there first."), name,
      shown[0] != '\0' ? shown : _ ("in another program"));
}

/* Whether the file that was locked is still the one at the path: the one before may just have been
 * removed by its owner. */
static gboolean
is_current (int fd, const char *path)
{
  struct stat mine, there;

  return fstat (fd, &mine) == 0 && stat (path, &there) == 0 && mine.st_ino == there.st_ino &&
         mine.st_dev == there.st_dev;
}

static void
write_owner (int fd)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *since = g_date_time_format (now, "%Y-%m-%d %H:%M");
  g_autofree char *text = g_strdup_printf (_ ("%s, process %d on %s, since %s"),
                                           g_get_prgname () != NULL ? g_get_prgname () : "cognate",
                                           (int)getpid (), g_get_host_name (), since);

  /* Only a courtesy: without it the lock holds all the same. */
  if (ftruncate (fd, 0) == 0 && pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("lock: %s", g_strerror (errno));
}

CogProjectLock *
cog_project_lock_take (const char *path, GError **error)
{
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);

  for (guint tries = 0; tries < 100; tries++)
    {
      int fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
      CogProjectLock *lock;

      if (fd < 0)
        {
          int saved = errno;

          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s", path,
                       g_strerror (saved));
          return NULL;
        }
      if (!try_lock (fd))
        {
          set_busy (path, fd, error);
          close (fd);
          return NULL;
        }
      if (!is_current (fd, lock_path))
        {
          close (fd);
          continue;
        }
      write_owner (fd);
      lock = g_new0 (CogProjectLock, 1);
      lock->path = g_steal_pointer (&lock_path);
      lock->fd = fd;
      return lock;
    }
  g_set_error (error, COG_ERROR, COG_ERROR_BUSY, _ ("%s: another program is using it just now."),
               path);
  return NULL;
}

void
cog_project_lock_release (CogProjectLock *lock)
{
  if (lock == NULL)
    return;
  /* Removed while it is still locked: who waits finds another file, and tries again. */
  g_unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
