/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

static GPtrArray *folders;
/* A program that forked has two ends. */
static pid_t maker;

/* Links are removed, never followed. */
static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_unlink (path) == 0)
    return;
  /* A test may have taken away the right to write there. */
  g_chmod (path, 0700);
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_rmdir (path);
}

static void
leave (void)
{
  if (getpid () != maker)
    return;
  for (guint i = 0; i < folders->len; i++)
    remove_tree (folders->pdata[i]);
  g_ptr_array_unref (folders);
}

void
folder_remove (const char *folder)
{
  remove_tree (folder);
}

char *
folder_make (void)
{
  char *folder = g_dir_make_tmp ("cognate-test-XXXXXX", NULL);

  g_assert_nonnull (folder);
  if (folders == NULL)
    {
      folders = g_ptr_array_new_with_free_func (g_free);
      maker = getpid ();
      atexit (leave);
    }
  g_ptr_array_add (folders, g_strdup (folder));
  return folder;
}

void
folder_enter_fresh (void)
{
  g_autofree char *folder = folder_make ();

  g_assert_cmpint (g_chdir (folder), ==, 0);
}
