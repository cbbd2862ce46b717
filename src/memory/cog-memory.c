/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-memory-private.h"
#include "cog-segment-fold.h"

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
    {
      g_hash_table_remove_all (self->indexes);
      read_languages (self, NULL);
    }
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
  self->indexes =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)cog_gram_index_free);
  folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  if (sqlite3_open_v2 (path, &self->db,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX,
                       NULL) != SQLITE_OK)
    {
      cog_memory_set_error (self->db, path, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->db, WAIT_MS);
  if (!cog_memory_schema_prepare (self->db, path, error))
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
  sqlite3_finalize (self->insert);
  sqlite3_close (self->db);
  g_ptr_array_unref (self->languages);
  g_hash_table_unref (self->indexes);
  g_rec_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

const char *
cog_memory_get_path (const CogMemory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

static gint64
make_key (const CogMemoryEntry *entry,
          const CogMemoryLanguage *from,
          const CogMemoryLanguage *to,
          guint64 source)
{
  guint64 key = cog_segment_hash_more (cog_segment_hash (from->base), to->base);

  if (entry->place != NULL)
    {
      key = cog_segment_hash_more (key, entry->project);
      return (gint64)cog_segment_hash_more (key, entry->place);
    }
  key = cog_segment_hash_more (key ^ source, entry->source);
  return (gint64)cog_segment_hash_more (key, entry->target);
}

static void
bind_text (sqlite3_stmt *query, int at, const char *text)
{
  if (text != NULL)
    sqlite3_bind_text (query, at, text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (query, at);
}

static gboolean
run_insert (CogMemory *self, GError **error)
{
  gboolean ok = sqlite3_step (self->insert) == SQLITE_DONE;

  if (!ok)
    cog_memory_set_error (self->db, self->path, error);
  sqlite3_reset (self->insert);
  sqlite3_clear_bindings (self->insert);
  return ok;
}

static gboolean
prepare_insert (CogMemory *self, GError **error)
{
  if (self->insert != NULL)
    return TRUE;
  if (sqlite3_prepare_v3 (
          self->db,
          "INSERT OR REPLACE INTO entry (key, source_hash, target_hash, source_language,"
          " target_language, source, target, source_inline, target_inline, previous, next, origin,"
          " project, place, creator, licence, date)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          -1, SQLITE_PREPARE_PERSISTENT, &self->insert, NULL) == SQLITE_OK)
    return TRUE;
  cog_memory_set_error (self->db, self->path, error);
  return FALSE;
}

static void
bind_entry (sqlite3_stmt *insert, const CogMemoryEntry *entry)
{
  bind_text (insert, 6, entry->source);
  bind_text (insert, 7, entry->target);
  bind_text (insert, 8, entry->source_inline);
  bind_text (insert, 9, entry->target_inline);
  sqlite3_bind_int64 (insert, 10, (gint64)entry->previous);
  sqlite3_bind_int64 (insert, 11, (gint64)entry->next);
  bind_text (insert, 12, entry->origin);
  bind_text (insert, 13, entry->project);
  bind_text (insert, 14, entry->place);
  bind_text (insert, 15, entry->creator);
  bind_text (insert, 16, entry->licence);
  sqlite3_bind_int64 (insert, 17, entry->date);
}

/* The indexes that know its languages: one for each way. */
static CogGramIndex *
find_index (CogMemory *self, const CogMemoryLanguage *from, const CogMemoryLanguage *to)
{
  g_autofree char *name = g_strdup_printf ("%s %s", from->base, to->base);

  return g_hash_table_lookup (self->indexes, name);
}

static gint64
find_id (CogMemory *self, gint64 key)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, NULL, "SELECT id FROM entry WHERE key = ?", "i", key);

  return query != NULL && cog_query_step (query, NULL) ? cog_query_get_int (query, 0) : 0;
}

static void
renew_index (CogGramIndex *index, gint64 old, gint64 new, const char *folded)
{
  if (index == NULL)
    return;
  if (old != 0)
    cog_gram_index_remove (index, old);
  cog_gram_index_add (index, new, folded);
}

static gboolean
add (CogMemory *self, const CogMemoryEntry *entry, GError **error)
{
  const CogMemoryLanguage *from =
      cog_memory_find_language (self, entry->source_language, TRUE, error);
  const CogMemoryLanguage *to =
      from != NULL ? cog_memory_find_language (self, entry->target_language, TRUE, error) : NULL;
  g_autofree char *source = cog_segment_fold (entry->source);
  g_autofree char *target = cog_segment_fold (entry->target);
  CogGramIndex *index, *turned;
  gint64 key, old = 0, new;

  if (to == NULL || !prepare_insert (self, error))
    return FALSE;
  index = find_index (self, from, to);
  turned = find_index (self, to, from);
  key = make_key (entry, from, to, cog_segment_hash (source));
  if (index != NULL || turned != NULL)
    old = find_id (self, key);
  sqlite3_bind_int64 (self->insert, 1, key);
  sqlite3_bind_int64 (self->insert, 2, (gint64)cog_segment_hash (source));
  sqlite3_bind_int64 (self->insert, 3, (gint64)cog_segment_hash (target));
  sqlite3_bind_int64 (self->insert, 4, from->id);
  sqlite3_bind_int64 (self->insert, 5, to->id);
  bind_entry (self->insert, entry);
  if (!run_insert (self, error))
    return FALSE;
  new = sqlite3_last_insert_rowid (self->db);
  renew_index (index, COG_MEMORY_NUMBER (old, FALSE), COG_MEMORY_NUMBER (new, FALSE), source);
  renew_index (turned, old != 0 ? COG_MEMORY_NUMBER (old, TRUE) : 0, COG_MEMORY_NUMBER (new, TRUE),
               target);
  return TRUE;
}

gboolean
cog_memory_add (CogMemory *self, const CogMemoryEntry *entry, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);

  if (entry->source == NULL || entry->target == NULL || entry->source[0] == '\0' ||
      entry->target[0] == '\0')
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT,
                           _ ("A segment without text cannot be remembered."));
      return FALSE;
    }
  g_rec_mutex_lock (&self->mutex);
  if (sqlite3_get_autocommit (self->db))
    cog_memory_refresh (self);
  ok = add (self, entry, error);
  g_rec_mutex_unlock (&self->mutex);
  return ok;
}

static gboolean
run (CogMemory *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  cog_memory_set_error (self->db, self->path, error);
  return FALSE;
}

/* Held until the end, so that nothing of another thread gets into it. What is added at once is
 * quicker listed at once: the indexes are made anew when they are next needed. */
gboolean
cog_memory_begin (CogMemory *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_rec_mutex_lock (&self->mutex);
  if (run (self, "BEGIN IMMEDIATE", error))
    {
      cog_memory_refresh (self);
      g_hash_table_remove_all (self->indexes);
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
