/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-memory-private.h"
#include "cog-segment-fold.h"

#include <glib/gi18n-lib.h>

#define INSERT                                                                                     \
  " INTO entry (key, source_hash, target_hash, source_language, target_language, source, target,"  \
  " source_inline, target_inline, previous, next, origin, project, place, creator, licence, date)" \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"

static const char *const statements[COG_MEMORY_N_STATEMENTS] = {
  [COG_MEMORY_INSERT] = "INSERT" INSERT " ON CONFLICT (key) DO NOTHING",
  [COG_MEMORY_REPLACE] = "REPLACE" INSERT,
  [COG_MEMORY_UPDATE] =
      "UPDATE entry SET source_language = ?4, target_language = ?5, source_inline = ?8,"
      " target_inline = ?9, previous = ?10, next = ?11, origin = ?12, project = ?13, place = ?14,"
      " creator = ?15, licence = ?16, date = ?17 WHERE key = ?1",
};

/* An entry and what is computed of it. */
typedef struct
{
  const CogMemoryEntry *entry;
  const CogMemoryLanguage *from;
  const CogMemoryLanguage *to;
  guint64 source_hash, target_hash;
  gint64 key;
} Addition;

/* Of an entry that has a place: whatever its texts are. from, to: bases. */
static gint64
make_place_key (const char *from, const char *to, const char *place)
{
  guint64 key = cog_segment_hash_more (cog_segment_hash (from), to);

  return (gint64)cog_segment_hash_more (~key, place);
}

static gint64
make_key (const Addition *addition)
{
  const CogMemoryEntry *entry = addition->entry;
  guint64 key;

  if (entry->place != NULL)
    return make_place_key (addition->from->base, addition->to->base, entry->place);
  key = cog_segment_hash_more (cog_segment_hash (addition->from->base), addition->to->base);
  key = cog_segment_hash_more (key ^ addition->source_hash, entry->source);
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

static void
bind (sqlite3_stmt *query, const Addition *addition)
{
  const CogMemoryEntry *entry = addition->entry;

  sqlite3_bind_int64 (query, 1, addition->key);
  sqlite3_bind_int64 (query, 2, (gint64)addition->source_hash);
  sqlite3_bind_int64 (query, 3, (gint64)addition->target_hash);
  sqlite3_bind_int64 (query, 4, addition->from->id);
  sqlite3_bind_int64 (query, 5, addition->to->id);
  bind_text (query, 6, entry->source);
  bind_text (query, 7, entry->target);
  bind_text (query, 8, entry->source_inline);
  bind_text (query, 9, entry->target_inline);
  sqlite3_bind_int64 (query, 10, (gint64)entry->previous);
  sqlite3_bind_int64 (query, 11, (gint64)entry->next);
  bind_text (query, 12, entry->origin);
  bind_text (query, 13, entry->project);
  bind_text (query, 14, entry->place);
  bind_text (query, 15, entry->creator);
  bind_text (query, 16, entry->licence);
  sqlite3_bind_int64 (query, 17, entry->date);
}

static gboolean
run (CogMemory *self, guint statement, const Addition *addition, GError **error)
{
  sqlite3_stmt **query = &self->statements[statement];
  gboolean ok;

  if (*query == NULL && sqlite3_prepare_v3 (self->db, statements[statement], -1,
                                            SQLITE_PREPARE_PERSISTENT, query, NULL) != SQLITE_OK)
    {
      cog_shared_database_set_error (&cog_memory_database, self->db, self->path, error);
      return FALSE;
    }
  bind (*query, addition);
  ok = sqlite3_step (*query) == SQLITE_DONE;
  if (!ok)
    cog_shared_database_set_error (&cog_memory_database, self->db, self->path, error);
  sqlite3_reset (*query);
  sqlite3_clear_bindings (*query);
  return ok;
}

static gboolean
note_gone (CogMemory *self, gint64 id, GError **error)
{
  return cog_query_run (self->db, error, "INSERT INTO gone (entry) VALUES (?)", "i", id);
}

/* One of that key is there. With the same texts it stays what it is, and the indexes that know it
 * are right. */
static gboolean
succeed (CogMemory *self, const Addition *addition, GError **error)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, error, "SELECT id, source, target FROM entry WHERE key = ?", "i", addition->key);
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  gint64 id;

  if (query == NULL || !cog_query_step (query, error))
    return FALSE;
  id = cog_query_get_int (query, 0);
  source = cog_query_dup_text (query, 1);
  target = cog_query_dup_text (query, 2);
  if (g_strcmp0 (source, addition->entry->source) == 0 &&
      g_strcmp0 (target, addition->entry->target) == 0)
    return run (self, COG_MEMORY_UPDATE, addition, error);
  return run (self, COG_MEMORY_REPLACE, addition, error) && note_gone (self, id, error);
}

static gboolean
add (CogMemory *self, const CogMemoryEntry *entry, GError **error)
{
  Addition addition = { entry };
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;

  addition.from = cog_memory_find_language (self, entry->source_language, TRUE, error);
  if (addition.from == NULL)
    return FALSE;
  addition.to = cog_memory_find_language (self, entry->target_language, TRUE, error);
  if (addition.to == NULL)
    return FALSE;
  source = cog_segment_fold (entry->source);
  target = cog_segment_fold (entry->target);
  addition.source_hash = cog_segment_hash (source);
  addition.target_hash = cog_segment_hash (target);
  addition.key = make_key (&addition);
  if (!run (self, COG_MEMORY_INSERT, &addition, error))
    return FALSE;
  return sqlite3_changes (self->db) > 0 || succeed (self, &addition, error);
}

gboolean
cog_memory_add (CogMemory *self, const CogMemoryEntry *entry, GError **error)
{
  gboolean is_own, ok;

  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);

  if (entry->source == NULL || entry->target == NULL || entry->source[0] == '\0' ||
      entry->target[0] == '\0')
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT,
                           _ ("A segment without text cannot be remembered."));
      return FALSE;
    }
  g_rec_mutex_lock (&self->mutex);
  is_own = sqlite3_get_autocommit (self->db) != 0;
  ok = !is_own || cog_memory_begin (self, error);
  if (ok)
    ok = add (self, entry, error);
  if (is_own && ok)
    ok = cog_memory_commit (self, error);
  else if (is_own && sqlite3_get_autocommit (self->db) == 0)
    cog_memory_roll_back (self);
  g_rec_mutex_unlock (&self->mutex);
  return ok;
}

static gboolean
withdraw (CogMemory *self, gint64 key, gboolean *was_there, GError **error)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, error, "SELECT id FROM entry WHERE key = ?", "i", key);
  g_autoptr (GError) fault = NULL;
  gint64 id;

  if (query == NULL)
    return FALSE;
  *was_there = cog_query_step (query, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (!*was_there)
    return TRUE;
  id = cog_query_get_int (query, 0);
  return cog_query_run (self->db, error, "DELETE FROM entry WHERE id = ?", "i", id) &&
         note_gone (self, id, error);
}

gboolean
cog_memory_withdraw (CogMemory *self,
                     const char *from,
                     const char *to,
                     const char *place,
                     gboolean *was_there,
                     GError **error)
{
  g_autofree char *source = cog_memory_dup_base (from);
  g_autofree char *target = cog_memory_dup_base (to);
  gboolean is_own, ok;

  g_return_val_if_fail (self != NULL && place != NULL && was_there != NULL, FALSE);

  *was_there = FALSE;
  g_rec_mutex_lock (&self->mutex);
  is_own = sqlite3_get_autocommit (self->db) != 0;
  ok = !is_own || cog_memory_begin (self, error);
  if (ok && source != NULL && target != NULL)
    ok = withdraw (self, make_place_key (source, target, place), was_there, error);
  if (is_own && ok)
    ok = cog_memory_commit (self, error);
  else if (is_own && sqlite3_get_autocommit (self->db) == 0)
    cog_memory_roll_back (self);
  g_rec_mutex_unlock (&self->mutex);
  return ok;
}
