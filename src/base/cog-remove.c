/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-remove.h"

#include <glib/gstdio.h>

void
cog_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_if_fail (path != NULL);

  if (g_unlink (path) == 0)
    return;
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      cog_remove_tree (child);
    }
  g_rmdir (path);
}
