/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-server-engine.h"

#include "cog-error.h"

#include <string.h>

/* LibreTranslate: https://docs.libretranslate.com/api/operations/translate/. Texts go as HTML,
 * whose elements it keeps; many in one question. */

#define COG_TYPE_LIBRETRANSLATE (cog_libretranslate_get_type ())
G_DECLARE_FINAL_TYPE (CogLibretranslate, cog_libretranslate, COG, LIBRETRANSLATE, CogServerEngine)

struct _CogLibretranslate
{
  CogServerEngine parent_instance;
};

G_DEFINE_FINAL_TYPE (CogLibretranslate, cog_libretranslate, COG_TYPE_SERVER_ENGINE)

static const char *
get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* { "code": "en", "name": "English", "targets": ["es", …] } */
static void
add_language (GPtrArray *pairs, JsonNode *node)
{
  JsonObject *language = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *code =
      language != NULL ? get_string (json_object_get_member (language, "code")) : NULL;
  JsonNode *targets = code != NULL ? json_object_get_member (language, "targets") : NULL;
  JsonArray *array =
      targets != NULL && JSON_NODE_HOLDS_ARRAY (targets) ? json_node_get_array (targets) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *target = get_string (json_array_get_element (array, i));

      if (target != NULL && !g_str_equal (target, code))
        g_ptr_array_add (pairs, cog_engine_pair_new (code, target));
    }
}

static GPtrArray *
cog_libretranslate_list_pairs (CogEngine *engine, GCancellable *cancellable, GError **error)
{
  CogServerEngine *self = COG_SERVER_ENGINE (engine);
  g_autoptr (JsonNode) node =
      cog_server_engine_ask (self, "/languages", NULL, NULL, cancellable, error);
  JsonArray *array;
  GPtrArray *pairs;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      cog_server_engine_set_nonsense (self, error);
      return NULL;
    }
  array = json_node_get_array (node);
  pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_engine_pair_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    add_language (pairs, json_array_get_element (array, i));
  return pairs;
}

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static char *
dup_question (CogServerEngine *self, const CogEnginePair *pair, GPtrArray *html)
{
  const CogServer *server = cog_server_engine_get_server (self);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "q");
  json_builder_begin_array (builder);
  for (guint i = 0; i < html->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (html, i));
  json_builder_end_array (builder);
  add_member (builder, "source", pair->from);
  add_member (builder, "target", pair->to);
  add_member (builder, "format", "html");
  if (server->key != NULL)
    add_member (builder, "api_key", server->key);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static GPtrArray *
cog_libretranslate_translate (CogEngine *engine,
                              const CogEnginePair *pair,
                              GPtrArray *html,
                              GCancellable *cancellable,
                              GError **error)
{
  CogServerEngine *self = COG_SERVER_ENGINE (engine);
  g_autofree char *question = dup_question (self, pair, html);
  g_autoptr (JsonNode) node =
      cog_server_engine_ask (self, "/translate", "application/json", question, cancellable, error);
  JsonNode *member = node != NULL && JSON_NODE_HOLDS_OBJECT (node)
                         ? json_object_get_member (json_node_get_object (node), "translatedText")
                         : NULL;
  JsonArray *array =
      member != NULL && JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member) : NULL;
  GPtrArray *answers;

  if (node == NULL)
    return NULL;
  if (array == NULL || json_array_get_length (array) != html->len)
    {
      cog_server_engine_set_nonsense (self, error);
      return NULL;
    }
  answers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < html->len; i++)
    g_ptr_array_add (answers, g_strdup (get_string (json_array_get_element (array, i))));
  return answers;
}

static void
cog_libretranslate_class_init (CogLibretranslateClass *klass)
{
  CogEngineClass *engine_class = COG_ENGINE_CLASS (klass);

  engine_class->list_pairs = cog_libretranslate_list_pairs;
  engine_class->translate = cog_libretranslate_translate;
  /* Public ones take two thousand characters at once. */
  engine_class->most_texts = 25;
  engine_class->most_bytes = 1800;
}

static void
cog_libretranslate_init (CogLibretranslate *self)
{
}

CogEngine *
cog_libretranslate_new (const CogServer *server)
{
  CogServerEngine *self = g_object_new (COG_TYPE_LIBRETRANSLATE, NULL);

  cog_server_engine_set_server (self, server);
  return COG_ENGINE (self);
}
