/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-preview-folder.h"

#include "cog-remove.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "cognate-preview-"
#define SUFFIX "XXXXXX"
#define DAY (24 * 60 * 60)

/* Fails for a link. */
static int
open_folder (const char *path)
{
  return g_open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);
}

CogPreviewFolder *
cog_preview_folder_new (GError **error)
{
  g_autofree char *path = g_dir_make_tmp (PREFIX SUFFIX, error);
  CogPreviewFolder *self;

  if (path == NULL)
    return NULL;
  self = g_new0 (CogPreviewFolder, 1);
  self->lock = open_folder (path);
  if (self->lock >= 0 && flock (self->lock, LOCK_SH) != 0)
    {
      close (self->lock);
      self->lock = -1;
    }
  self->path = g_steal_pointer (&path);
  return self;
}

void
cog_preview_folder_free (CogPreviewFolder *self)
{
  if (self == NULL)
    return;
  cog_remove_tree (self->path);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
}

static gboolean
is_left_behind (int folder, gint64 now)
{
  struct stat info;

  return fstat (folder, &info) == 0 && info.st_uid == geteuid () && info.st_mtime < now - DAY &&
         flock (folder, LOCK_EX | LOCK_NB) == 0;
}

guint
cog_preview_folder_clear_old (const char *parent, gint64 now)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  g_return_val_if_fail (parent != NULL, 0);

  dir = g_dir_open (parent, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      int folder;

      if (!g_str_has_prefix (name, PREFIX) || strlen (name) != strlen (PREFIX SUFFIX))
        continue;
      path = g_build_filename (parent, name, NULL);
      folder = open_folder (path);
      if (folder < 0)
        continue;
      if (is_left_behind (folder, now))
        {
          cog_remove_tree (path);
          n++;
        }
      close (folder);
    }
  return n;
}
