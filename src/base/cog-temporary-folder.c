/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-temporary-folder.h"

#include "cog-remove.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define SUFFIX "XXXXXX"
/* Between the making of a folder and its lock there is a moment, on a slow computer a long one. */
#define QUIET (10 * 60)

static const char *const prefixes[] = {
  [COG_TEMPORARY_CONVERTED] = "cognate-converted-", [COG_TEMPORARY_FETCHED] = "cognate-fetched-",
  [COG_TEMPORARY_MEMORY] = "cognate-memory-",       [COG_TEMPORARY_PREVIEW] = "cognate-preview-",
  [COG_TEMPORARY_READER] = "cognate-reader-",       [COG_TEMPORARY_SCANNED] = "cognate-scanned-",
};

/* Fails for a link. */
static int
open_folder (const char *path)
{
  return g_open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);
}

CogTemporaryFolder *
cog_temporary_folder_new (CogTemporaryUse use, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  CogTemporaryFolder *self;

  g_return_val_if_fail (use < G_N_ELEMENTS (prefixes), NULL);

  name = g_strconcat (prefixes[use], SUFFIX, NULL);
  path = g_dir_make_tmp (name, error);
  if (path == NULL)
    return NULL;
  self = g_new0 (CogTemporaryFolder, 1);
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
cog_temporary_folder_free (CogTemporaryFolder *self)
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

  return fstat (folder, &info) == 0 && info.st_uid == geteuid () && info.st_mtime < now - QUIET &&
         flock (folder, LOCK_EX | LOCK_NB) == 0;
}

static gboolean
is_our_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]) &&
        strlen (name) == strlen (prefixes[i]) + strlen (SUFFIX))
      return TRUE;
  return FALSE;
}

guint
cog_temporary_folder_clear_old (const char *parent, gint64 now)
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

      if (!is_our_name (name))
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
