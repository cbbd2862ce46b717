/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gram-index-private.h"
#include "cog-memory-private.h"
#include "cog-segment-fold.h"

#include <glib/gstdio.h>
#include <string.h>

/* Of a file that nobody names: who makes one may be at work. */
#define STRAY_SECONDS (24 * 60 * 60)
#define MOST_TRIES 3

void
cog_memory_index_free (CogMemoryIndex *index)
{
  cog_gram_index_free (index->grams);
  g_free (index->from);
  g_free (index->to);
  g_free (index);
}

static char *
dup_folder (CogMemory *self)
{
  return g_strconcat (self->path, "-index", NULL);
}

static char *
dup_file (CogMemory *self, guint64 stamp)
{
  g_autofree char *folder = dup_folder (self);
  g_autofree char *name = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", stamp);

  return g_build_filename (folder, name, NULL);
}

/* What the table names. (element-type CogGramRunName) (nullable) */
static GArray *
read_names (CogMemory *self, const char *pair)
{
  g_autoptr (GArray) names = g_array_new (FALSE, TRUE, sizeof (CogGramRunName));
  g_autoptr (CogQuery) row = cog_query_new (
      self->db, NULL, "SELECT stamp, after, upto FROM grams WHERE pair = ? ORDER BY upto", "s",
      pair);

  while (row != NULL && cog_query_step (row, NULL))
    {
      CogGramRunName name = { (guint64)cog_query_get_int (row, 0), cog_query_get_int (row, 1),
                              cog_query_get_int (row, 2) };

      g_array_append_val (names, name);
    }
  return g_steal_pointer (&names);
}

/* Up to the first that is not there, or not what it is called. TRUE: all are. */
static gboolean
open_runs (CogMemory *self, CogMemoryIndex *index, GArray *names)
{
  GPtrArray *runs = cog_gram_index_get_runs (index->grams);

  g_ptr_array_set_size (runs, 0);
  index->upto = 0;
  for (guint i = 0; i < names->len; i++)
    {
      const CogGramRunName *name = &g_array_index (names, CogGramRunName, i);
      g_autofree char *path = dup_file (self, name->stamp);
      CogGramRun *run = name->after == index->upto ? cog_gram_run_open (path, name) : NULL;

      if (run == NULL)
        return FALSE;
      cog_gram_index_add_run (index->grams, run);
      index->upto = name->upto;
    }
  return TRUE;
}

/* Another program may replace files between reading their names and opening them. */
static void
open_index (CogMemory *self, CogMemoryIndex *index, const char *pair)
{
  for (guint i = 0; i < MOST_TRIES; i++)
    {
      g_autoptr (GArray) names = read_names (self, pair);

      if (open_runs (self, index, names))
        return;
    }
}

static gboolean
read_gone (CogMemory *self, CogMemoryIndex *index, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) row = cog_query_new (
      self->db, error, "SELECT number, entry FROM gone WHERE number > ?", "i", index->gone);

  if (row == NULL)
    return FALSE;
  while (cog_query_step (row, &fault))
    {
      gint64 entry = cog_query_get_int (row, 1);

      cog_gram_index_remove (index->grams, COG_MEMORY_NUMBER (entry, FALSE));
      cog_gram_index_remove (index->grams, COG_MEMORY_NUMBER (entry, TRUE));
      index->gone = MAX (index->gone, cog_query_get_int (row, 0));
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static void
add_text (CogMemoryIndex *index, CogQuery *row, int column, gint64 id, gboolean is_turned)
{
  const char *text = (const char *)sqlite3_column_text (row, column);
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  g_autofree char *folded = cog_segment_fold (valid != NULL ? valid : "");

  cog_gram_index_add (index->grams, COG_MEMORY_NUMBER (id, is_turned), folded);
}

/* Entries that were added since, from either language into the other. */
static gboolean
read_new (CogMemory *self, CogMemoryIndex *index, GError **error)
{
  g_autofree char *from = cog_memory_dup_ids (self, index->from);
  g_autofree char *to = cog_memory_dup_ids (self, index->to);
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, source, target, source_language IN (%s) AND target_language IN (%s),"
      " source_language IN (%s) AND target_language IN (%s) FROM entry WHERE id > ? ORDER BY id",
      from, to, to, from);
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) row = cog_query_new (self->db, error, sql, "i", index->upto);

  if (row == NULL)
    return FALSE;
  while (cog_query_step (row, &fault))
    {
      gint64 id = cog_query_get_int (row, 0);

      if (cog_query_get_int (row, 3) != 0)
        add_text (index, row, 1, id, FALSE);
      if (cog_query_get_int (row, 4) != 0)
        add_text (index, row, 2, id, TRUE);
      index->upto = id;
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* Nobody names them, and they are old: of a program that ended at the wrong moment. */
static void
sweep (CogMemory *self)
{
  g_autofree char *folder = dup_folder (self);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (CogQuery) query =
          cog_query_new (self->db, NULL, "SELECT 1 FROM grams WHERE stamp = ?", "i",
                         (gint64)g_ascii_strtoull (name, NULL, 16));
      GStatBuf info;

      if (query != NULL && !cog_query_step (query, NULL) && g_stat (path, &info) == 0 &&
          S_ISREG (info.st_mode) && now - info.st_mtime > STRAY_SECONDS)
        g_unlink (path);
    }
}

static gboolean
is_named (GArray *names, guint64 stamp)
{
  for (guint i = 0; i < names->len; i++)
    if (g_array_index (names, CogGramRunName, i).stamp == stamp)
      return TRUE;
  return FALSE;
}

/* In a transaction: the table names exactly the runs. */
static gboolean
write_names (CogMemory *self, const char *pair, GArray *names)
{
  gboolean ok = cog_query_run (self->db, NULL, "DELETE FROM grams WHERE pair = ?", "s", pair);

  for (guint i = 0; ok && i < names->len; i++)
    {
      const CogGramRunName *name = &g_array_index (names, CogGramRunName, i);

      ok = cog_query_run (self->db, NULL,
                          "INSERT INTO grams (pair, stamp, after, upto) VALUES (?, ?, ?, ?)",
                          "siii", pair, (gint64)name->stamp, name->after, name->upto);
    }
  return ok;
}

static void
remove_files (CogMemory *self, GArray *names, GArray *kept)
{
  for (guint i = 0; i < names->len; i++)
    {
      guint64 stamp = g_array_index (names, CogGramRunName, i).stamp;
      g_autofree char *path = dup_file (self, stamp);

      if (!is_named (kept, stamp))
        g_unlink (path);
    }
}

/* Writes the runs that have no file, and reads them from there from now on: what is mapped may
 * leave the memory again. */
static gboolean
save_runs (CogMemory *self, GPtrArray *runs, GArray *before)
{
  g_autofree char *folder = dup_folder (self);

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < runs->len; i++)
    {
      const CogGramRunName name = *cog_gram_run_get_name (runs->pdata[i]);
      g_autofree char *path = dup_file (self, name.stamp);
      CogGramRun *mapped;

      if (is_named (before, name.stamp))
        continue;
      if (!cog_gram_run_save (runs->pdata[i], path, NULL))
        return FALSE;
      mapped = cog_gram_run_open (path, &name);
      if (mapped == NULL)
        return FALSE;
      cog_gram_run_free (runs->pdata[i]);
      runs->pdata[i] = mapped;
    }
  return TRUE;
}

/* Not being able to keep them is no fault: they are in memory, and will be made again. So is what
 * another program wrote meanwhile: the last who wrote is named. */
static void
keep (CogMemory *self, CogMemoryIndex *index, const char *pair)
{
  GPtrArray *runs = cog_gram_index_get_runs (index->grams);
  g_autoptr (GArray) before = read_names (self, pair);
  g_autoptr (GArray) names = g_array_new (FALSE, TRUE, sizeof (CogGramRunName));
  gboolean ok = save_runs (self, runs, before);

  for (guint i = 0; i < runs->len; i++)
    g_array_append_val (names, *cog_gram_run_get_name (runs->pdata[i]));
  if (ok && sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK)
    {
      ok = write_names (self, pair, names) &&
           sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
      if (!ok)
        sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      else
        {
          remove_files (self, before, names);
          sweep (self);
        }
    }
}

/* What other connections wrote, and this one. */
static gint64
get_state (CogMemory *self)
{
  return self->data_version * G_GINT64_CONSTANT (0x100000001) + sqlite3_total_changes (self->db);
}

static gboolean
bring_up (CogMemory *self, CogMemoryIndex *index, const char *pair, GError **error)
{
  if (index->state == get_state (self))
    return TRUE;
  if (!read_gone (self, index, error) || !read_new (self, index, error))
    return FALSE;
  /* In a transaction there may be entries that never come to be. */
  if (sqlite3_get_autocommit (self->db) != 0 && cog_gram_index_settle (index->grams, index->upto))
    keep (self, index, pair);
  index->state = get_state (self);
  return TRUE;
}

CogMemoryIndex *
cog_memory_get_index (CogMemory *self, const char *from, const char *to, GError **error)
{
  g_autofree char *pair = g_strdup_printf ("%s %s", from, to);
  CogMemoryIndex *index = g_hash_table_lookup (self->indexes, pair);

  if (index == NULL)
    {
      index = g_new0 (CogMemoryIndex, 1);
      index->grams = cog_gram_index_new ();
      index->from = g_strdup (from);
      index->to = g_strdup (to);
      index->state = -1;
      open_index (self, index, pair);
      g_hash_table_insert (self->indexes, g_strdup (pair), index);
    }
  if (bring_up (self, index, pair, error))
    return index;
  g_hash_table_remove (self->indexes, pair);
  return NULL;
}

void
cog_memory_forget_index (CogMemory *self, CogMemoryIndex *index)
{
  g_autofree char *pair = g_strdup_printf ("%s %s", index->from, index->to);
  g_autoptr (GArray) names = read_names (self, pair);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (CogGramRunName));

  if (cog_query_run (self->db, NULL, "DELETE FROM grams WHERE pair = ?", "s", pair))
    remove_files (self, names, none);
  g_hash_table_remove (self->indexes, pair);
}

gboolean
cog_memory_index (CogMemory *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) pairs = cog_memory_dup_pairs (self, error);
  gboolean ok = pairs != NULL;

  g_rec_mutex_lock (&self->mutex);
  cog_memory_refresh (self);
  for (guint i = 0; ok && i < 2 * pairs->len; i++)
    {
      const CogMemoryPair *pair = pairs->pdata[i / 2];
      g_autofree char *from = cog_memory_dup_base (i % 2 == 0 ? pair->from : pair->to);
      g_autofree char *to = cog_memory_dup_base (i % 2 == 0 ? pair->to : pair->from);

      ok = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
           cog_memory_get_index (self, from, to, error) != NULL;
    }
  g_rec_mutex_unlock (&self->mutex);
  return ok;
}
