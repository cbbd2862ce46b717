/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-fields.h"

#include "cog-error.h"
#include "cog-json-depth.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define MAX_CHAIN 16 /* upstream of upstream: deeper is no book, but a trap */

static void build_credit (JsonBuilder *builder, const CogCredit *credit);

static void
build_member (JsonBuilder *builder, const char *key, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
build_agents (JsonBuilder *builder, const CogCredit *credit)
{
  json_builder_set_member_name (builder, "agents");
  json_builder_begin_array (builder);
  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      json_builder_begin_object (builder);
      build_member (builder, "name", agent->name);
      build_member (builder, "role", cog_role_to_relator (agent->role));
      build_member (builder, "url", agent->url);
      build_member (builder, "file_as", agent->file_as);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_notices (JsonBuilder *builder, const CogCredit *credit)
{
  json_builder_set_member_name (builder, "notices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < credit->notices->len; i++)
    {
      const CogNotice *notice = g_ptr_array_index (credit->notices, i);

      json_builder_begin_object (builder);
      build_member (builder, "kind", notice->kind);
      build_member (builder, "text", notice->text);
      build_member (builder, "language", notice->language);
      build_member (builder, "publisher", notice->publisher);
      if (notice->origin != COG_NOTICE_FOUND)
        build_member (builder, "origin", cog_notice_origin_to_nick (notice->origin));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_statements (JsonBuilder *builder, const CogCredit *credit)
{
  json_builder_set_member_name (builder, "statements");
  json_builder_begin_array (builder);
  for (guint i = 0; i < credit->statements->len; i++)
    {
      const CogStatement *statement = g_ptr_array_index (credit->statements, i);

      json_builder_begin_object (builder);
      for (gsize f = 0; f < cog_statement_get_n_fields (); f++)
        {
          const char *key;
          const char *value = cog_statement_get_field (statement, f, &key);

          build_member (builder, key, value);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_leave (JsonBuilder *builder, CogLeave *leave)
{
  if (leave == NULL)
    return;
  json_builder_set_member_name (builder, "leave");
  json_builder_begin_object (builder);
  for (gsize i = 0; i < cog_leave_get_n_fields (); i++)
    {
      const char *key;
      char **value = cog_leave_get_field (leave, i, &key);

      build_member (builder, key, *value);
    }
  json_builder_end_object (builder);
}

static void
build_credit (JsonBuilder *builder, const CogCredit *credit)
{
  json_builder_begin_object (builder);
  for (gsize i = 0; i < cog_credit_get_n_fields (); i++)
    {
      const char *key;
      char **value = cog_credit_get_field ((CogCredit *)credit, i, &key);

      build_member (builder, key, *value);
    }
  build_agents (builder, credit);
  build_notices (builder, credit);
  build_statements (builder, credit);
  build_leave (builder, credit->leave);
  json_builder_set_member_name (builder, "upstream");
  json_builder_begin_array (builder);
  for (guint i = 0; i < credit->upstream->len; i++)
    build_credit (builder, g_ptr_array_index (credit->upstream, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

char *
cog_credit_to_json (const CogCredit *credit)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (credit != NULL, NULL);

  build_credit (builder, credit);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static char *
dup_work (const CogCredit *credit)
{
  g_autoptr (CogCredit) work = cog_credit_copy (credit);

  g_clear_pointer (&work->item, g_free);
  g_clear_pointer (&work->own_licence, g_free);
  return cog_credit_to_json (work);
}

gboolean
cog_credit_is_same_work (const CogCredit *a, const CogCredit *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (g_strcmp0 (a->title, b->title) != 0 || g_strcmp0 (a->licence, b->licence) != 0)
    return FALSE;
  first = dup_work (a);
  second = dup_work (b);
  return g_str_equal (first, second);
}

static char *
dup_member (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? g_strdup (json_node_get_string (node))
                                                      : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
read_agents (CogCredit *credit, JsonArray *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = get_object (array, i);
      g_autofree char *role = object != NULL ? dup_member (object, "role") : NULL;
      CogAgent *agent;

      if (object == NULL)
        continue;
      agent = cog_agent_new (NULL, cog_role_from_relator (role));
      agent->name = dup_member (object, "name");
      agent->url = dup_member (object, "url");
      agent->file_as = dup_member (object, "file_as");
      if (agent->name == NULL)
        agent->name = g_strdup ("");
      g_ptr_array_add (credit->agents, agent);
    }
}

static void
read_notices (CogCredit *credit, JsonArray *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = get_object (array, i);
      g_autofree char *origin = NULL;
      CogNotice *notice;

      if (object == NULL)
        continue;
      notice = cog_notice_new (NULL, NULL, NULL);
      notice->kind = dup_member (object, "kind");
      notice->text = dup_member (object, "text");
      notice->language = dup_member (object, "language");
      notice->publisher = dup_member (object, "publisher");
      origin = dup_member (object, "origin");
      notice->origin = cog_notice_origin_from_nick (origin);
      g_ptr_array_add (credit->notices, notice);
    }
}

static CogEvidenceKind
kind_from_nick (const char *nick)
{
  for (int kind = COG_EVIDENCE_LINK; kind <= COG_EVIDENCE_PERSON; kind++)
    if (g_strcmp0 (cog_evidence_kind_to_nick ((CogEvidenceKind)kind), nick) == 0)
      return (CogEvidenceKind)kind;
  return COG_EVIDENCE_TEXT;
}

static void
read_statements (CogCredit *credit, JsonArray *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = get_object (array, i);
      g_autofree char *kind = object != NULL ? dup_member (object, "kind") : NULL;
      CogStatement *statement;

      if (object == NULL)
        continue;
      statement = cog_statement_new (kind_from_nick (kind), NULL, NULL, NULL, NULL);
      statement->file = dup_member (object, "file");
      statement->place = dup_member (object, "place");
      statement->words = dup_member (object, "words");
      statement->url = dup_member (object, "url");
      statement->licence = dup_member (object, "licence");
      statement->odd = dup_member (object, "odd");
      g_ptr_array_add (credit->statements, statement);
    }
}

static void
read_leave (CogCredit *credit, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "leave");

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  credit->leave = cog_leave_new ();
  for (gsize i = 0; i < cog_leave_get_n_fields (); i++)
    {
      const char *key;
      char **value = cog_leave_get_field (credit->leave, i, &key);

      *value = dup_member (json_node_get_object (node), key);
    }
}

static CogCredit *
read_credit (JsonObject *object, guint depth)
{
  CogCredit *credit = cog_credit_new ();
  JsonArray *upstream = get_array (object, "upstream");

  for (gsize i = 0; i < cog_credit_get_n_fields (); i++)
    {
      const char *key;
      char **value = cog_credit_get_field (credit, i, &key);

      *value = dup_member (object, key);
    }
  read_agents (credit, get_array (object, "agents"));
  read_notices (credit, get_array (object, "notices"));
  read_statements (credit, get_array (object, "statements"));
  read_leave (credit, object);
  for (guint i = 0; upstream != NULL && depth > 0 && i < json_array_get_length (upstream); i++)
    if (get_object (upstream, i) != NULL)
      g_ptr_array_add (credit->upstream, read_credit (get_object (upstream, i), depth - 1));
  return credit;
}

CogCredit *
cog_credit_from_json (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_return_val_if_fail (json != NULL, NULL);

  if (!cog_json_is_shallow (json) || !json_parser_load_from_data (parser, json, -1, NULL) ||
      json_parser_get_root (parser) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_CORRUPT, _ ("A credit in the project is damaged."));
      return NULL;
    }
  return read_credit (json_node_get_object (json_parser_get_root (parser)), MAX_CHAIN);
}
