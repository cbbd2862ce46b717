/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-job.h"

#include "cog-lent.h"
#include "cog-project-file.h"
#include "cog-remove.h"
#include "cog-replacement.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".cognate"
/* Characters, not bytes: a name in Arabic or Chinese must not be cut in the middle of a letter. A
 * file's name may have 255 bytes, and a letter up to four. */
#define MAX_NAME 55

static char *
dup_file_name (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  g_autofree char *whole = g_str_has_suffix (valid, SUFFIX)
                               ? g_strndup (valid, strlen (valid) - strlen (SUFFIX))
                               : g_strdup (valid);
  char *name = g_utf8_strlen (whole, -1) > MAX_NAME ? g_utf8_substring (whole, 0, MAX_NAME)
                                                    : g_strdup (whole);

  /* What no file system takes, what hides a file, and what a terminal would read as something
   * else. */
  g_strdelimit (name, "/\\:*?\"<>|\n\t\r", '-');
  for (char *c = name; *c == '.'; c++)
    *c = '-';
  g_strstrip (name);
  if (name[0] != '\0')
    return name;
  g_free (name);
  return g_strdup (_ ("Untitled"));
}

char *
cog_shelf_dup_free_path (const char *folder, const char *title)
{
  g_autofree char *name = NULL;
  char *path;

  g_return_val_if_fail (folder != NULL && title != NULL, NULL);

  name = dup_file_name (title);
  path = g_strdup_printf ("%s/%s" SUFFIX, folder, name);
  for (guint n = 2; g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_free (path);
      path = g_strdup_printf ("%s/%s %u" SUFFIX, folder, name, n);
    }
  return path;
}

GPtrArray *
cog_shelf_list (const char *folder, GCancellable *cancellable)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, paths);

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && !g_cancellable_is_cancelled (cancellable) &&
         (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX) && name[0] != '.')
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  return paths;
}

char *
cog_shelf_duplicate (const char *path,
                     const CogProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (CogProject) copy = NULL;
  g_autofree char *title = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *to = NULL;
  g_autofree char *copied = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  project = cog_project_open (path, COG_PROJECT_READ, error);
  if (project == NULL)
    return NULL;
  title = cog_project_dup_title (project);
  /* Translators: the title of a second copy of a project. */
  copied = g_strdup_printf (_ ("%s (copy)"), title);
  folder = g_path_get_dirname (path);
  to = cog_shelf_dup_free_path (folder, copied);
  if (!cog_project_write_copy (project, to, FALSE, progress, cancellable, error))
    return NULL;
  copy = cog_project_open (to, COG_PROJECT_WRITE, error);
  if (copy == NULL || !cog_project_set_field (copy, "title", copied, error) ||
      !cog_project_close (copy, error))
    return NULL;
  return g_steal_pointer (&to);
}

/* What cannot be opened any more may still be handed to somebody who can help. */
static gboolean
copy_as_it_is (const char *path, const char *to, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (CogReplacement) replacement = cog_replacement_new_file (to, error);
  g_autoptr (GFile) fresh = NULL;

  if (replacement == NULL)
    return FALSE;
  fresh = g_file_new_for_path (cog_replacement_get_path (replacement));
  return g_file_copy (from, fresh, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error) &&
         cog_replacement_commit (replacement, error);
}

gboolean
cog_shelf_export (const char *path,
                  const char *to,
                  const CogProgress *progress,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (CogProject) project = NULL;

  g_return_val_if_fail (path != NULL && to != NULL, FALSE);

  project = cog_project_open (path, COG_PROJECT_READ, NULL);
  return project != NULL ? cog_project_write_copy (project, to, TRUE, progress, cancellable, error)
                         : copy_as_it_is (path, to, cancellable, error);
}

/* SQLite keeps files beside the project, and no file may stand beside what is lent: the bytes of it
 * are read from a folder of our own, which is for the caller to remove. (transfer full) */
static char *
take_lent (const char *path, char **folder, GCancellable *cancellable, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "cognate", NULL);
  g_autofree char *made = g_build_filename (cache, "lent-XXXXXX", NULL);
  g_autofree char *copy = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = NULL;

  g_mkdir_with_parents (cache, 0700);
  if (g_mkdtemp (made) == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", cache,
                   g_strerror (errno));
      return NULL;
    }
  *folder = g_steal_pointer (&made);
  copy = g_build_filename (*folder, base, NULL);
  to = g_file_new_for_path (copy);
  return g_file_copy (from, to, G_FILE_COPY_NONE, cancellable, NULL, NULL, error)
             ? g_steal_pointer (&copy)
             : NULL;
}

/* (transfer full) (nullable) */
static char *
import_project (const char *path,
                const char *folder,
                const CogProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_READ, error);
  g_autofree char *title = NULL;
  g_autofree char *to = NULL;

  if (project == NULL)
    return NULL;
  title = cog_project_dup_title (project);
  to = cog_shelf_dup_free_path (folder, title);
  return cog_project_write_copy (project, to, FALSE, progress, cancellable, error)
             ? g_steal_pointer (&to)
             : NULL;
}

char *
cog_shelf_import (const char *path,
                  const char *folder,
                  const CogProgress *progress,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *taken = NULL;
  g_autofree char *own = NULL;
  char *to;

  g_return_val_if_fail (path != NULL && folder != NULL, NULL);

  if (!cog_lent_is_alone (path))
    return import_project (path, folder, progress, cancellable, error);
  taken = take_lent (path, &own, cancellable, error);
  to = taken != NULL ? import_project (taken, folder, progress, cancellable, error) : NULL;
  if (own != NULL)
    cog_remove_tree (own);
  return to;
}

char *
cog_shelf_recover (const char *path,
                   const char *folder,
                   CogReport *report,
                   CogRecovery *result,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *recovered = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (path != NULL && folder != NULL, NULL);

  base = g_path_get_basename (path);
  if (g_str_has_suffix (base, SUFFIX))
    base[strlen (base) - strlen (SUFFIX)] = '\0';
  name = g_filename_display_name (base);
  /* Translators: the name of a file that was made from a damaged one of that name. */
  recovered = g_strdup_printf (_ ("%s (recovered)"), name);
  to = cog_shelf_dup_free_path (folder, recovered);
  return cog_project_recover (path, to, report, result, NULL, cancellable, error)
             ? g_steal_pointer (&to)
             : NULL;
}

gboolean
cog_shelf_rename (const char *path, const char *title, GError **error)
{
  g_autoptr (CogProject) project = NULL;

  g_return_val_if_fail (path != NULL && title != NULL, FALSE);

  project = cog_project_open (path, COG_PROJECT_WRITE, error);
  return project != NULL && cog_project_set_field (project, "title", title, error) &&
         cog_project_close (project, error);
}
