/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* The only rows and columns that a step of the history can ever change: what it holds is data, no
 * statement, since the file may come from elsewhere. */
static const struct
{
  const char *table;
  const char *key;
  const char *columns[12];
} rows[] = {
  [COG_ROW_UNIT] = { "unit",
                     "id",
                     { "section", "position", "kind", "element", "source", "target", "state",
                       "decision", "reason", "note", "n_words" } },
  [COG_ROW_SECTION] = { "section", "id", { "target", "is_omitted", "reason" } },
  [COG_ROW_META] = { "meta", "key", { "value" } },
  [COG_ROW_CREDIT] = { "credit",
                       "key",
                       { "position", "item", "section", "images", "label", "kind", "found",
                         "corrected" } },
  [COG_ROW_SOURCE] = { "source", "id", { "licence" } },
};

static char *
join_columns (CogRowKind kind, const char *between, const char *after)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; rows[kind].columns[i] != NULL; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? between : "", rows[kind].columns[i], after);
  return g_string_free (text, FALSE);
}

static void
add_value (JsonBuilder *builder, CogQuery *query, int column)
{
  switch (sqlite3_column_type (query, column))
    {
    case SQLITE_NULL:
      json_builder_add_null_value (builder);
      break;
    case SQLITE_INTEGER:
      json_builder_add_int_value (builder, cog_query_get_int (query, column));
      break;
    case SQLITE_FLOAT:
      json_builder_add_double_value (builder, sqlite3_column_double (query, column));
      break;
    default:
      {
        g_autofree char *text = cog_query_dup_text (query, column);

        json_builder_add_string_value (builder, text != NULL ? text : "");
      }
    }
}

char *
cog_project_row_to_json (CogProject *self, CogRowKind kind, const char *key, GError **error)
{
  g_autofree char *columns = join_columns (kind, ", ", "");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s = ?1", columns,
                                          rows[kind].table, rows[kind].key);
  g_autoptr (CogQuery) query = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (error == NULL)
    error = cog_project_fault (self);
  query = cog_query_new (self->db, error, sql, "s", key);
  if (query == NULL || !cog_query_step (query, error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  for (guint i = 0; rows[kind].columns[i] != NULL; i++)
    {
      json_builder_set_member_name (builder, rows[kind].columns[i]);
      add_value (builder, query, (int)i);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

gboolean
cog_project_begin_step (CogProject *self, const char *label, GError **error)
{
  g_assert (self->step == 0);

  g_clear_error (&self->fault);
  if (!cog_project_begin (self, error))
    return FALSE;
  if (!cog_query_run (self->db, error,
                      "DELETE FROM change WHERE step IN (SELECT number FROM step WHERE undone = 1)",
                      NULL) ||
      !cog_query_run (self->db, error, "DELETE FROM step WHERE undone = 1", NULL) ||
      !cog_query_run (self->db, error, "INSERT INTO step (time, label) VALUES (?1, ?2)", "is",
                      g_get_real_time () / G_USEC_PER_SEC, label))
    {
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
  self->step = sqlite3_last_insert_rowid (self->db);
  self->n_changes = 0;
  return TRUE;
}

gboolean
cog_project_end_step (CogProject *self, gboolean ok, GError **error)
{
  g_autoptr (GError) fault = NULL;

  self->step = 0;
  /* What was read on the way, such as the row as it was before, must be true. */
  ok = ok && cog_project_check_fault (self, error);
  if (ok && cog_query_run (self->db, &fault, "COMMIT", NULL))
    return TRUE;
  if (ok)
    g_propagate_error (error, g_steal_pointer (&fault));
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
cog_project_record (
    CogProject *self, CogRowKind kind, const char *key, const char *before, GError **error)
{
  g_autofree char *after = cog_project_row_to_json (self, kind, key, NULL);

  g_assert (self->step != 0);
  return cog_query_run (self->db, error, "INSERT INTO change VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                        "iiisss", self->step, ++self->n_changes, (gint64)kind, key, before, after);
}

static void
bind_member (CogQuery *query, int at, JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || !JSON_NODE_HOLDS_VALUE (node))
    sqlite3_bind_null (query, at);
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    sqlite3_bind_int64 (query, at, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    sqlite3_bind_double (query, at, json_node_get_double (node));
  else
    sqlite3_bind_text (query, at, json_node_get_string (node), -1, SQLITE_TRANSIENT);
}

/* Makes the row what json says; NULL: there is no such row. */
static gboolean
set_row (CogProject *self, CogRowKind kind, const char *key, const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *columns = join_columns (kind, ", ", "");
  g_autofree char *sql = NULL;
  g_autoptr (CogQuery) query = NULL;
  g_autoptr (GString) sets = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new ("?1");
  g_autoptr (GError) fault = NULL;

  if (json == NULL)
    {
      sql = g_strdup_printf ("DELETE FROM %s WHERE %s = ?1", rows[kind].table, rows[kind].key);
      return cog_query_run (self->db, error, sql, "s", key);
    }
  if (!json_parser_load_from_data (parser, json, -1, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_CORRUPT, _ ("%s: its history is damaged."),
                   self->path);
      return FALSE;
    }
  for (guint i = 0; rows[kind].columns[i] != NULL; i++)
    {
      g_string_append_printf (sets, "%s%s = ?%u", i > 0 ? ", " : "", rows[kind].columns[i], i + 2);
      g_string_append_printf (places, ", ?%u", i + 2);
    }
  /* A section and a source have columns that the history does not know: their rows are there
   * already. */
  if (kind == COG_ROW_SECTION || kind == COG_ROW_SOURCE)
    sql = g_strdup_printf ("UPDATE %s SET %s WHERE %s = ?1", rows[kind].table, sets->str,
                           rows[kind].key);
  else
    sql = g_strdup_printf ("INSERT INTO %s (%s, %s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s",
                           rows[kind].table, rows[kind].key, columns, places->str, rows[kind].key,
                           sets->str);
  query = cog_query_new (self->db, error, sql, "s", key);
  if (query == NULL)
    return FALSE;
  for (guint i = 0; rows[kind].columns[i] != NULL; i++)
    bind_member (query, (int)i + 2, json_node_get_object (json_parser_get_root (parser)),
                 rows[kind].columns[i]);
  cog_query_step (query, &fault);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* A section's and a source's row holds more than the history may set: they are only ever updated.
 */
static gboolean
apply_change (CogProject *self, CogQuery *query, gboolean undo, GError **error)
{
  gint64 kind = cog_query_get_int (query, 0);
  g_autofree char *key = cog_query_dup_text (query, 1);
  g_autofree char *json = cog_query_dup_text (query, undo ? 2 : 3);

  if (kind < 0 || kind >= (gint64)G_N_ELEMENTS (rows) || key == NULL ||
      (json == NULL && (kind == COG_ROW_SECTION || kind == COG_ROW_SOURCE)))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_CORRUPT, _ ("%s: its history is damaged."),
                   self->path);
      return FALSE;
    }
  if (kind == COG_ROW_SECTION || kind == COG_ROW_SOURCE)
    {
      g_autofree char *there = cog_project_row_to_json (self, (CogRowKind)kind, key, NULL);

      if (there == NULL)
        return TRUE;
    }
  return set_row (self, (CogRowKind)kind, key, json, error);
}

static gboolean
apply_changes (CogProject *self, gint64 step, gboolean undo, GError **error)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, error,
      undo ? "SELECT kind, key, before, after FROM change WHERE step = ?1 ORDER BY seq DESC"
           : "SELECT kind, key, before, after FROM change WHERE step = ?1 ORDER BY seq",
      "i", step);
  g_autoptr (GError) fault = NULL;

  if (query == NULL)
    return FALSE;
  while (cog_query_step (query, &fault))
    if (!apply_change (self, query, undo, error))
      return FALSE;
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  return TRUE;
}

/* The step to move over next; 0: there is none, or an error is set. */
static gint64
find_step (CogProject *self, gboolean undo, GError **error)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, error,
                     undo ? "SELECT number FROM step WHERE undone = 0 ORDER BY number DESC LIMIT 1"
                          : "SELECT number FROM step WHERE undone = 1 ORDER BY number LIMIT 1",
                     NULL);

  return query != NULL && cog_query_step (query, error) ? cog_query_get_int (query, 0) : 0;
}

static gboolean
move_one (CogProject *self, gint64 step, gboolean undo, GError **error)
{
  gboolean ok;

  if (!cog_project_begin (self, error))
    return FALSE;
  ok = apply_changes (self, step, undo, error) &&
       cog_query_run (self->db, error, "UPDATE step SET undone = ?2 WHERE number = ?1", "ii", step,
                      (gint64)undo);
  if (ok)
    ok = cog_query_run (self->db, error, "COMMIT", NULL);
  if (!ok)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return ok;
}

/* What was moved before a fault stays moved: each step is durable by itself. */
static guint
move (CogProject *self, guint steps, gboolean undo, GError **error)
{
  g_autoptr (GError) fault = NULL;
  guint done = 0;

  g_rec_mutex_lock (&self->mutex);
  while (done < steps && fault == NULL)
    {
      gint64 step = find_step (self, undo, &fault);

      if (step == 0 || !move_one (self, step, undo, &fault))
        break;
      done++;
    }
  g_rec_mutex_unlock (&self->mutex);
  if (done > 0)
    g_signal_emit_by_name (self, "changed", NULL);
  else if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (steps > 0)
    g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                 undo ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."));
  return done;
}

guint
cog_project_undo (CogProject *self, guint steps, GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self), 0);
  return move (self, steps, TRUE, error);
}

guint
cog_project_redo (CogProject *self, guint steps, GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self), 0);
  return move (self, steps, FALSE, error);
}

gboolean
cog_project_can_undo (CogProject *self)
{
  gboolean can;

  g_return_val_if_fail (COG_IS_PROJECT (self), FALSE);

  g_rec_mutex_lock (&self->mutex);
  can = find_step (self, TRUE, NULL) != 0;
  g_rec_mutex_unlock (&self->mutex);
  return can;
}

gboolean
cog_project_can_redo (CogProject *self)
{
  gboolean can;

  g_return_val_if_fail (COG_IS_PROJECT (self), FALSE);

  g_rec_mutex_lock (&self->mutex);
  can = find_step (self, FALSE, NULL) != 0;
  g_rec_mutex_unlock (&self->mutex);
  return can;
}

void
cog_history_step_free (CogHistoryStep *step)
{
  if (step == NULL)
    return;
  g_free (step->label);
  g_free (step);
}

GPtrArray *
cog_project_list_history (CogProject *self, guint limit)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_history_step_free);
  g_autoptr (CogQuery) query = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self), list);

  g_rec_mutex_lock (&self->mutex);
  query = cog_query_new (
      self->db, NULL, "SELECT number, time, label, undone FROM step ORDER BY number DESC LIMIT ?1",
      "i", (gint64)limit);
  while (query != NULL && cog_query_step (query, NULL))
    {
      CogHistoryStep *step = g_new0 (CogHistoryStep, 1);

      step->number = cog_query_get_int (query, 0);
      step->time = cog_query_get_int (query, 1);
      step->label = cog_query_dup_text (query, 2);
      step->is_undone = cog_query_get_int (query, 3) != 0;
      g_ptr_array_add (list, step);
    }
  g_clear_pointer (&query, cog_query_free);
  g_rec_mutex_unlock (&self->mutex);
  return list;
}
