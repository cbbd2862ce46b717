/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-state-private.h"

#include "cog-exchange-unit.h"
#include "cog-replacement.h"

#include <errno.h>
#include <glib/gstdio.h>

#define GROUP_FILES "files"
#define GROUP_UNITS "units"

/* Where the project lies tells it from a teammate's, where a folder is shared without Git. */
static char *
dup_path (const char *folder, const char *project)
{
  g_autofree char *whole = g_canonicalize_filename (project, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  g_autofree char *name = g_strdup_printf ("%.16s.state", sum);

  return g_build_filename (folder, ".cognate", name, NULL);
}

static void
load_group (GKeyFile *file, const char *group, GHashTable *table)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      char *value = g_key_file_get_string (file, group, keys[i], NULL);

      if (value != NULL)
        g_hash_table_replace (table, g_strdup (keys[i]), value);
    }
}

CogExchangeState *
cog_exchange_state_load (const char *folder, const char *project, GError **error)
{
  g_autoptr (CogExchangeState) self = g_new0 (CogExchangeState, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) fault = NULL;

  self->path = dup_path (folder, project);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, &fault))
    {
      /* One that is damaged is none: more is asked then, and nothing overwritten. */
      if (fault->domain == G_KEY_FILE_ERROR ||
          g_error_matches (fault, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&self);
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  load_group (file, GROUP_FILES, self->files);
  load_group (file, GROUP_UNITS, self->units);
  return g_steal_pointer (&self);
}

static void
save_group (GKeyFile *file, const char *group, GHashTable *table)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_key_file_set_string (file, group, key, value);
}

gboolean
cog_exchange_state_save (const CogExchangeState *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *ignore = g_build_filename (folder, ".gitignore", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  gsize length;

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder,
                   g_strerror (errno));
      return FALSE;
    }
  save_group (file, GROUP_FILES, self->files);
  save_group (file, GROUP_UNITS, self->units);
  text = g_key_file_to_data (file, &length, NULL);
  return cog_replacement_write (ignore, "*\n", 2, error) &&
         cog_replacement_write (self->path, text, length, error);
}

void
cog_exchange_state_free (CogExchangeState *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_free (self);
}

char *
cog_exchange_state_dup_sum (const char *path)
{
  g_autofree char *data = NULL;
  gsize n_bytes;

  if (!g_file_get_contents (path, &data, &n_bytes, NULL))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)data, n_bytes);
}
