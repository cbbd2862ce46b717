/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-replacement.h"
#include "cog-error.h"
#include "cog-remove.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What stands at the end of the names of what is being made, for mkstemp. */
#define MARK ".XXXXXX"
#define OLD ".old" /* behind it: what stood at the target, for a moment */
/* Seconds for which nobody takes what is not locked for left over: it may just have been made. */
#define JUST_NOW 60

struct _CogReplacement
{
  char *target;
  char *path;
  int fd; /* holds a lock on what is at path, which a crash releases; -1: none */
  gboolean is_folder;
  gboolean is_done;
};

static void
set_error_from_errno (GError **error, int saved, const char *path)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s", path,
               g_strerror (saved));
}

static char *
dup_template (const char *target)
{
  g_autofree char *trimmed = g_strdup (target);
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  gsize length = strlen (trimmed);

  while (length > 1 && trimmed[length - 1] == G_DIR_SEPARATOR)
    trimmed[--length] = '\0';
  folder = g_path_get_dirname (trimmed);
  base = g_path_get_basename (trimmed);
  return g_strdup_printf ("%s%c.%s" MARK, folder, G_DIR_SEPARATOR, base);
}

/* Where a file system knows no locks, nothing is taken for left over. */
static gboolean
is_left_over (const char *path)
{
  struct stat about;
  int fd;
  gboolean is_left;

  if (lstat (path, &about) != 0 || !(S_ISREG (about.st_mode) || S_ISDIR (about.st_mode)) ||
      about.st_uid != geteuid () || about.st_mtime > g_get_real_time () / G_USEC_PER_SEC - JUST_NOW)
    return FALSE;
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  is_left = fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0;
  if (fd >= 0)
    close (fd);
  return is_left;
}

/* What a writer puts beside what it makes, with an ending more, goes with that. */
static gboolean
is_beside_left_over (const char *path, gsize n_more)
{
  g_autofree char *made = g_strndup (path, strlen (path) - n_more);

  return n_more == 0 || !g_file_test (made, G_FILE_TEST_EXISTS) || is_left_over (made);
}

/* What somebody made for this target who ended before it was whole. */
static void
clear_left_over (const char *template)
{
  g_autofree char *folder = g_path_get_dirname (template);
  g_autofree char *base = g_path_get_basename (template);
  gsize length = strlen (base);
  gsize stem = length - strlen (MARK) + 1;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strlen (name) >= length && strncmp (name, base, stem) == 0 &&
        (name[length] == '\0' || name[length] == '.') && !g_str_has_suffix (name, OLD))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        if (is_left_over (path) && is_beside_left_over (path, strlen (name) - length))
          cog_remove_tree (path);
      }
}

static CogReplacement *
replacement_new (const char *target)
{
  CogReplacement *self = g_new0 (CogReplacement, 1);

  self->fd = -1;
  self->target = g_strdup (target);
  self->path = dup_template (target);
  clear_left_over (self->path);
  return self;
}

static void
lock (CogReplacement *self)
{
  if (self->fd < 0)
    self->fd = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);
  /* Only a courtesy to who comes later: without it, what a crash leaves stays there. */
  if (self->fd >= 0 && flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    g_debug ("replacement: %s", g_strerror (errno));
}

CogReplacement *
cog_replacement_new_file (const char *target, GError **error)
{
  g_autoptr (CogReplacement) self = NULL;

  g_return_val_if_fail (target != NULL, NULL);

  if (g_file_test (target, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                   _ ("%s: is a folder; a file was to be written."), target);
      return NULL;
    }
  self = replacement_new (target);
  self->fd = g_mkstemp_full (self->path, O_RDWR | O_CLOEXEC, 0666);
  if (self->fd < 0)
    {
      set_error_from_errno (error, errno, target);
      self->is_done = TRUE;
      return NULL;
    }
  lock (self);
  return g_steal_pointer (&self);
}

static gboolean
is_ours_to_replace (const char *target)
{
  g_autoptr (GDir) dir = g_dir_open (target, 0, NULL);

  /* Only an empty folder, or one that an earlier export made, is ever replaced. */
  if (dir == NULL)
    return !g_file_test (target, G_FILE_TEST_EXISTS);
  if (g_dir_read_name (dir) == NULL)
    return TRUE;
  {
    g_autofree char *index = g_build_filename (target, "index.html", NULL);
    g_autofree char *text = NULL;

    return g_file_get_contents (index, &text, NULL, NULL) &&
           strstr (text, "name=\"generator\" content=\"Cognate") != NULL;
  }
}

CogReplacement *
cog_replacement_new_folder (const char *target, GError **error)
{
  g_autoptr (CogReplacement) self = NULL;

  g_return_val_if_fail (target != NULL, NULL);

  if (!is_ours_to_replace (target))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _ ("%s: exists and is not an edition that Cognate wrote. Choose another name."),
                   target);
      return NULL;
    }
  self = replacement_new (target);
  self->is_folder = TRUE;
  if (g_mkdtemp_full (self->path, 0777) == NULL)
    {
      set_error_from_errno (error, errno, target);
      self->is_done = TRUE;
      return NULL;
    }
  lock (self);
  return g_steal_pointer (&self);
}

const char *
cog_replacement_get_path (CogReplacement *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->path;
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
    set_error_from_errno (error, saved, path);
  return ok;
}

static gboolean
swap_folder (CogReplacement *self, GError **error)
{
  g_autofree char *old = NULL;

  if (g_rename (self->path, self->target) == 0)
    return TRUE;
  if (errno != ENOTEMPTY && errno != EEXIST && errno != ENOTDIR)
    {
      set_error_from_errno (error, errno, self->target);
      return FALSE;
    }
  if (renameat2 (AT_FDCWD, self->path, AT_FDCWD, self->target, RENAME_EXCHANGE) == 0)
    {
      cog_remove_tree (self->path);
      return TRUE;
    }
  /* A file system that cannot exchange two names: for a moment there is none. */
  old = g_strconcat (self->path, OLD, NULL);
  if (g_rename (self->target, old) != 0)
    {
      set_error_from_errno (error, errno, self->target);
      return FALSE;
    }
  if (g_rename (self->path, self->target) != 0)
    {
      int saved = errno;

      (void)g_rename (old, self->target);
      set_error_from_errno (error, saved, self->target);
      return FALSE;
    }
  cog_remove_tree (old);
  return TRUE;
}

gboolean
cog_replacement_commit (CogReplacement *self, GError **error)
{
  g_return_val_if_fail (self != NULL && !self->is_done, FALSE);

  if (self->is_folder)
    {
      /* All files in it, at once: after a power cut, too, the folder that has the name is whole. */
      if (self->fd >= 0 && syncfs (self->fd) != 0)
        {
          set_error_from_errno (error, errno, self->target);
          return FALSE;
        }
      if (!swap_folder (self, error))
        return FALSE;
    }
  else
    {
      if (!sync_path (self->path, error))
        return FALSE;
      if (g_rename (self->path, self->target) != 0)
        {
          set_error_from_errno (error, errno, self->target);
          return FALSE;
        }
    }
  self->is_done = TRUE;
  return TRUE;
}

void
cog_replacement_free (CogReplacement *self)
{
  if (self == NULL)
    return;
  if (!self->is_done && self->path != NULL)
    cog_remove_tree (self->path);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self->target);
  g_free (self);
}

gboolean
cog_replacement_write (const char *target, const void *data, gsize length, GError **error)
{
  g_autoptr (CogReplacement) replacement = cog_replacement_new_file (target, error);
  FILE *file;
  gboolean ok;
  int saved;

  if (replacement == NULL)
    return FALSE;
  file = g_fopen (replacement->path, "wbe");
  if (file == NULL)
    {
      set_error_from_errno (error, errno, target);
      return FALSE;
    }
  ok = fwrite (data, 1, length, file) == length;
  saved = errno;
  if (fclose (file) != 0)
    {
      saved = errno;
      ok = FALSE;
    }
  if (!ok)
    {
      set_error_from_errno (error, saved, target);
      return FALSE;
    }
  return cog_replacement_commit (replacement, error);
}
