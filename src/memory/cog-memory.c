/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-memory-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WAIT_MS 5000 /* for another Cognate that writes */

static void
free_language (CogMemoryLanguage *language)
{
  g_free (language->tag);
  g_free (language->base);
  g_free (language);
}

char *
cog_memory_dup_path (void)
{
  const char *moved = g_getenv ("COGNATE_DATA_DIR");

  if (moved != NULL && moved[0] != '\0')
    return g_build_filename (moved, "memory.sqlite", NULL);
  return g_build_filename (g_get_user_data_dir (), "cognate", "memory.sqlite", NULL);
}

static gboolean
read_languages (CogMemory *self, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, error, "SELECT id, tag FROM language ORDER BY id", NULL);

  if (query == NULL)
    return FALSE;
  g_ptr_array_set_size (self->languages, 0);
  while (cog_query_step (query, &fault))
    {
      CogMemoryLanguage *language = g_new0 (CogMemoryLanguage, 1);

      language->id = cog_query_get_int (query, 0);
      language->tag = cog_query_dup_text (query, 1);
      language->base = cog_memory_dup_base (language->tag);
      g_ptr_array_add (self->languages, language);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

void
cog_memory_refresh (CogMemory *self)
{
  g_autoptr (CogQuery) query = cog_query_new (self->db, NULL, "PRAGMA data_version", NULL);
  gint64 version = query != NULL && cog_query_step (query, NULL) ? cog_query_get_int (query, 0) : 0;

  if (version == self->data_version)
    return;
  if (self->data_version != 0)
    read_languages (self, NULL);
  self->data_version = version;
}

CogMemory *
cog_memory_open (const char *path, GError **error)
{
  g_autoptr (CogMemory) self = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (CogMemory, 1);
  g_rec_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  self->languages = g_ptr_array_new_with_free_func ((GDestroyNotify)free_language);
  self->indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify)cog_memory_index_free);
  folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  if (sqlite3_open_v2 (path, &self->db,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX,
                       NULL) != SQLITE_OK)
    {
      cog_shared_database_set_error (&cog_memory_database, self->db, path, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->db, WAIT_MS);
  if (!cog_shared_database_prepare (&cog_memory_database, self->db, path, error))
    return NULL;
  /* A file from elsewhere may not run what its schema says. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_exec (self->db,
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;",
                NULL, NULL, NULL);
  if (!read_languages (self, error))
    return NULL;
  cog_memory_refresh (self);
  return g_steal_pointer (&self);
}

void
cog_memory_close (CogMemory *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < COG_MEMORY_N_STATEMENTS; i++)
    sqlite3_finalize (self->statements[i]);
  sqlite3_close (self->db);
  g_ptr_array_unref (self->languages);
  g_hash_table_unref (self->indexes);
  g_rec_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

CogMemory *
cog_memory_get_default (GError **error)
{
  static GMutex mutex;
  static CogMemory *memory;

  g_mutex_lock (&mutex);
  if (memory == NULL)
    {
      g_autofree char *path = cog_memory_dup_path ();

      memory = cog_memory_open (path, error);
    }
  g_mutex_unlock (&mutex);
  return memory;
}

const char *
cog_memory_get_path (const CogMemory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

static gboolean
run (CogMemory *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  cog_shared_database_set_error (&cog_memory_database, self->db, self->path, error);
  return FALSE;
}

/* Held until the end, so that nothing of another thread gets into it. */
gboolean
cog_memory_begin (CogMemory *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_rec_mutex_lock (&self->mutex);
  if (run (self, "BEGIN IMMEDIATE", error))
    {
      cog_memory_refresh (self);
      return TRUE;
    }
  g_rec_mutex_unlock (&self->mutex);
  return FALSE;
}

void
cog_memory_roll_back (CogMemory *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  /* They may know entries that never came to be. */
  g_hash_table_remove_all (self->indexes);
  read_languages (self, NULL);
  g_rec_mutex_unlock (&self->mutex);
}

gboolean
cog_memory_commit (CogMemory *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!run (self, "COMMIT", error))
    {
      cog_memory_roll_back (self);
      return FALSE;
    }
  g_rec_mutex_unlock (&self->mutex);
  return TRUE;
}
