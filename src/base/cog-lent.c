/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lent.h"

gboolean
cog_lent_is_alone (const char *path)
{
  const char *const places[] = { g_get_user_runtime_dir (), "/run/flatpak" };
  g_autofree char *folder = NULL;
  g_autofree char *documents = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  folder = g_path_get_dirname (path);
  documents = g_path_get_dirname (folder);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *mounted = g_build_filename (places[i], "doc", NULL);

      if (g_str_equal (documents, mounted))
        return TRUE;
    }
  return FALSE;
}
