/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-json-depth.h"
#include "cog-project-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* Whether rows may come and go by the history, and under which condition. */
typedef enum
{
  ROW_COMES_AND_GOES,
  ROW_STAYS, /* it has columns that the history does not know: it is only ever updated */
  ROW_IS_OWN /* of the table's rows those that have no source */
} RowLife;

/* The only rows and columns that a step of the history can ever change: what it holds is data, no
 * statement, since the file may come from elsewhere. */
static const struct
{
  const char *table;
  const char *key;
  RowLife life;
  const char *columns[16];
} rows[] = {
  [COG_ROW_UNIT] = { "unit",
                     "id",
                     ROW_COMES_AND_GOES,
                     { "section", "position", "kind", "element", "source", "target", "state",
                       "decision", "reason", "note", "n_words", "origins", "works" } },
  [COG_ROW_SECTION] = { "section", "id", ROW_STAYS, { "target", "is_omitted", "reason" } },
  [COG_ROW_META] = { "meta", "key", ROW_COMES_AND_GOES, { "value" } },
  [COG_ROW_CREDIT] = { "credit",
                       "key",
                       ROW_COMES_AND_GOES,
                       { "position", "item", "section", "images", "label", "kind", "found",
                         "corrected" } },
  [COG_ROW_SOURCE] = { "source", "id", ROW_STAYS, { "licence" } },
  [COG_ROW_OWN_SECTION] = { "section",
                            "id",
                            ROW_IS_OWN,
                            { "target", "is_omitted", "reason", "parent", "position", "title",
                              "type", "language", "is_linear" } },
  [COG_ROW_ANSWER] = { "answer",
                       "key",
                       ROW_COMES_AND_GOES,
                       { "unit", "lens", "text", "nth", "choice", "words", "reason" } },
  [COG_ROW_AGREEMENT] = { "agreement",
                          "key",
                          ROW_COMES_AND_GOES,
                          { "kind", "original", "words", "note", "date" } },
  [COG_ROW_ENGINE_TEXT] = { "engine_text",
                            "unit",
                            ROW_COMES_AND_GOES,
                            { "engine", "score", "target", "date" } },
  [COG_ROW_FORMER_SOURCE] = { "former_source", "unit", ROW_COMES_AND_GOES, { "source" } },
  [COG_ROW_PLACE] = { "section", "id", ROW_STAYS, { "parent", "position", "is_absent" } },
};

static char *
join_columns (CogRowKind kind)
{
  return g_strjoinv (", ", (char **)rows[kind].columns);
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
  g_autofree char *columns = join_columns (kind);
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
cog_project_record (
    CogProject *self, CogRowKind kind, const char *key, const char *before, GError **error)
{
  g_autofree char *after = cog_project_row_to_json (self, kind, key, NULL);

  g_assert (self->step != 0);
  /* A fault may have ended the transaction: what is written after it would stay. What is there
   * already is of an edit that this one joins. */
  return cog_project_check_fault (self, error) &&
         cog_query_run (self->db, error,
                        "INSERT INTO change VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                        " ON CONFLICT (step, seq) DO UPDATE SET after = excluded.after",
                        "iiisss", self->step, ++self->n_changes, (gint64)kind, key, before, after);
}

static void
bind_node (CogQuery *query, int at, JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node) || !JSON_NODE_HOLDS_VALUE (node))
    sqlite3_bind_null (query, at);
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    sqlite3_bind_int64 (query, at, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    sqlite3_bind_double (query, at, json_node_get_double (node));
  else
    sqlite3_bind_text (query, at, json_node_get_string (node), -1, SQLITE_TRANSIENT);
}

/* The statement that makes a row what the object says, and the values that it wants after the key.
 * What the object does not name stays as it is: a step of an older version knew fewer columns. */
static char *
dup_statement (CogRowKind kind, JsonObject *object, GPtrArray *values)
{
  g_autoptr (GString) sets = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; rows[kind].columns[i] != NULL; i++)
    {
      const char *name = rows[kind].columns[i];

      if (!json_object_has_member (object, name))
        continue;
      g_ptr_array_add (values, json_object_get_member (object, name));
      g_string_append_printf (sets, "%s%s = ?%u", sets->len > 0 ? ", " : "", name, values->len + 1);
      g_string_append_printf (names, ", %s", name);
      g_string_append_printf (places, ", ?%u", values->len + 1);
    }
  if (values->len == 0)
    return NULL;
  if (rows[kind].life == ROW_STAYS)
    return g_strdup_printf ("UPDATE %s SET %s WHERE %s = ?1", rows[kind].table, sets->str,
                            rows[kind].key);
  return g_strdup_printf ("INSERT INTO %s (%s%s) VALUES (?1%s) ON CONFLICT (%s) DO UPDATE SET %s%s",
                          rows[kind].table, rows[kind].key, names->str, places->str, rows[kind].key,
                          sets->str, rows[kind].life == ROW_IS_OWN ? " WHERE source IS NULL" : "");
}

static gboolean
write_row (CogProject *self, CogRowKind kind, const char *key, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autofree char *sql = dup_statement (kind, object, values);
  g_autoptr (CogQuery) query = NULL;
  g_autoptr (GError) fault = NULL;

  if (sql == NULL)
    return TRUE;
  query = cog_query_new (self->db, error, sql, "s", key);
  if (query == NULL)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    bind_node (query, (int)i + 2, g_ptr_array_index (values, i));
  cog_query_step (query, &fault);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
delete_row (CogProject *self, CogRowKind kind, const char *key, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("DELETE FROM %s WHERE %s = ?1%s", rows[kind].table, rows[kind].key,
                       rows[kind].life == ROW_IS_OWN ? " AND source IS NULL" : "");

  return cog_query_run (self->db, error, sql, "s", key);
}

JsonObject *
cog_project_row_parse (JsonParser *parser, const char *json)
{
  JsonNode *root;

  if (json == NULL || !cog_json_is_shallow (json) ||
      !json_parser_load_from_data (parser, json, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

gboolean
cog_project_set_row (
    CogProject *self, CogRowKind kind, const char *key, const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object;

  g_assert ((gsize)kind < G_N_ELEMENTS (rows));

  if (json == NULL && rows[kind].life != ROW_STAYS)
    return delete_row (self, kind, key, error);
  object = cog_project_row_parse (parser, json);
  if (object != NULL)
    return write_row (self, kind, key, object, error);
  g_set_error (error, COG_ERROR, COG_ERROR_CORRUPT, _ ("%s: its history is damaged."), self->path);
  return FALSE;
}
