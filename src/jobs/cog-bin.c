/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-bin.h"

#include "cog-error.h"
#include "cog-project-file.h"
#include "cog-shelf-job.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOTE ".trashinfo"

struct _CogBinned
{
  char *from; /* where it was */
  char *at;   /* where it is */
  char *note; /* the bin's file about it (nullable) */
};

void
cog_binned_free (CogBinned *binned)
{
  if (binned == NULL)
    return;
  g_free (binned->from);
  g_free (binned->at);
  g_free (binned->note);
  g_free (binned);
}

/* The highest folder on the same disk: Trash specification 1.0, "Trash directories". */
static char *
dup_top_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat here, above;

  while (g_stat (folder, &here) == 0 && !g_str_equal (folder, "/"))
    {
      g_autofree char *parent = g_path_get_dirname (folder);

      if (g_stat (parent, &above) != 0 || above.st_dev != here.st_dev)
        break;
      g_free (folder);
      folder = g_steal_pointer (&parent);
    }
  return g_steal_pointer (&folder);
}

/* Whether a note is about the path; when it was written, in nanoseconds. */
static gboolean
is_about (const char *note, const char *top, const char *path, gint64 *when)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *escaped = NULL;
  g_autofree char *was = NULL;
  g_autofree char *whole = NULL;
  struct stat status;

  if (g_stat (note, &status) != 0 || !g_key_file_load_from_file (keys, note, G_KEY_FILE_NONE, NULL))
    return FALSE;
  escaped = g_key_file_get_string (keys, "Trash Info", "Path", NULL);
  was = escaped != NULL ? g_uri_unescape_string (escaped, NULL) : NULL;
  if (was == NULL)
    return FALSE;
  /* On another disk than the home folder's the path begins at that disk's top. */
  whole = g_path_is_absolute (was) ? g_strdup (was) : g_build_filename (top, was, NULL);
  /* Not DeletionDate: it has whole seconds. */
  *when = (gint64)status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status.st_mtim.tv_nsec;
  return g_str_equal (whole, path);
}

/* GLib puts a file there, and does not say under which name: the latest note with its old path
 * does. */
static CogBinned *
find_in (const char *bin, const char *top, const char *path)
{
  g_autofree char *notes = g_build_filename (bin, "info", NULL);
  g_autoptr (GDir) dir = g_dir_open (notes, 0, NULL);
  CogBinned *binned = NULL;
  gint64 latest = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *note = g_build_filename (notes, name, NULL);
      g_autofree char *base = NULL;
      gint64 when = 0;

      if (!g_str_has_suffix (name, NOTE) || !is_about (note, top, path, &when) || when < latest)
        continue;
      latest = when;
      base = g_strndup (name, strlen (name) - strlen (NOTE));
      cog_binned_free (binned);
      binned = g_new0 (CogBinned, 1);
      binned->from = g_strdup (path);
      binned->at = g_build_filename (bin, "files", base, NULL);
      binned->note = g_steal_pointer (&note);
    }
  return binned;
}

static CogBinned *
find (const char *path)
{
  g_autofree char *home = g_build_filename (g_get_user_data_dir (), "Trash", NULL);
  g_autofree char *top = dup_top_folder (path);
  g_autofree char *user = g_strdup_printf ("%u", (unsigned int)getuid ());
  g_autofree char *hidden = g_strconcat (".Trash-", user, NULL);
  g_autofree char *shared = g_build_filename (top, ".Trash", user, NULL);
  g_autofree char *own = g_build_filename (top, hidden, NULL);
  const char *bins[] = { home, shared, own };
  CogBinned *binned = NULL;

  for (guint i = 0; binned == NULL && i < G_N_ELEMENTS (bins); i++)
    binned = find_in (bins[i], top, path);
  return binned;
}

/* Where the desktop has no bin for this disk. */
static CogBinned *
put_beside (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *bin = g_build_filename (folder, ".bin", NULL);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *at = NULL;
  CogBinned *binned;

  if (g_mkdir_with_parents (bin, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", bin,
                   g_strerror (errno));
      return NULL;
    }
  at = cog_shelf_dup_free_path (bin, base);
  if (!cog_project_move_file (path, at, error))
    return NULL;
  binned = g_new0 (CogBinned, 1);
  binned->from = g_strdup (path);
  binned->at = g_steal_pointer (&at);
  return binned;
}

/* A crash's log goes into the file first, so that one file is put away; what is damaged goes as it
 * is. FALSE: somebody has it open. */
static gboolean
settle (const char *path, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_WRITE, &fault);

  if (project == NULL && g_error_matches (fault, COG_ERROR, COG_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  return project == NULL || cog_project_close (project, error);
}

CogBinned *
cog_bin_put (const char *path, GError **error)
{
  g_autofree char *whole = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GFile) file = NULL;
  CogBinned *binned = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  whole = g_canonicalize_filename (path, NULL);
  if (!settle (whole, error) || !cog_project_check_free (whole, error))
    return NULL;
  log = g_strconcat (whole, "-wal", NULL);
  file = g_file_new_for_path (whole);
  if (!g_file_test (log, G_FILE_TEST_EXISTS) && g_file_trash (file, NULL, NULL))
    {
      binned = find (whole);
      if (binned == NULL) /* it is there, and only the person can bring it back */
        {
          binned = g_new0 (CogBinned, 1);
          binned->from = g_steal_pointer (&whole);
        }
      return binned;
    }
  return put_beside (whole, error);
}

char *
cog_bin_restore (CogBinned *binned, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (binned != NULL, NULL);

  if (binned->at == NULL || !g_file_test (binned->at, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                   _ ("It is not in the bin any more, or Cognate cannot find it there."));
      return NULL;
    }
  folder = g_path_get_dirname (binned->from);
  base = g_path_get_basename (binned->from);
  to = cog_shelf_dup_free_path (folder, base);
  if (!cog_project_move_file (binned->at, to, error))
    return NULL;
  if (binned->note != NULL)
    g_unlink (binned->note);
  return g_steal_pointer (&to);
}
