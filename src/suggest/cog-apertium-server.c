/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-server-engine.h"

#include "cog-apertium-page.h"

#include <string.h>

/* Apertium APy: https://wiki.apertium.org/wiki/Apertium-apy. One text a question: the sentences go
 * as a page of paragraphs. */

#define COG_TYPE_APERTIUM_SERVER (cog_apertium_server_get_type ())
G_DECLARE_FINAL_TYPE (CogApertiumServer, cog_apertium_server, COG, APERTIUM_SERVER, CogServerEngine)

struct _CogApertiumServer
{
  CogServerEngine parent_instance;
};

G_DEFINE_FINAL_TYPE (CogApertiumServer, cog_apertium_server, COG_TYPE_SERVER_ENGINE)

static const char *
get_member (JsonNode *node, const char *name)
{
  JsonNode *member = node != NULL && JSON_NODE_HOLDS_OBJECT (node)
                         ? json_object_get_member (json_node_get_object (node), name)
                         : NULL;

  return member != NULL && JSON_NODE_HOLDS_VALUE (member) &&
                 json_node_get_value_type (member) == G_TYPE_STRING
             ? json_node_get_string (member)
             : NULL;
}

static JsonNode *
get_data (JsonNode *node)
{
  return JSON_NODE_HOLDS_OBJECT (node)
             ? json_object_get_member (json_node_get_object (node), "responseData")
             : NULL;
}

static GPtrArray *
cog_apertium_server_list_pairs (CogEngine *engine, GCancellable *cancellable, GError **error)
{
  CogServerEngine *self = COG_SERVER_ENGINE (engine);
  g_autoptr (JsonNode) node =
      cog_server_engine_ask (self, "/listPairs", NULL, NULL, cancellable, error);
  JsonNode *data = node != NULL ? get_data (node) : NULL;
  JsonArray *array;
  GPtrArray *pairs;

  if (node == NULL)
    return NULL;
  if (data == NULL || !JSON_NODE_HOLDS_ARRAY (data))
    {
      cog_server_engine_set_nonsense (self, error);
      return NULL;
    }
  array = json_node_get_array (data);
  pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_engine_pair_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *from = get_member (json_array_get_element (array, i), "sourceLanguage");
      const char *to = get_member (json_array_get_element (array, i), "targetLanguage");

      if (from != NULL && to != NULL)
        g_ptr_array_add (pairs, cog_engine_pair_new (from, to));
    }
  return pairs;
}

static char *
dup_question (CogServerEngine *self, const CogEnginePair *pair, GPtrArray *html)
{
  const CogServer *server = cog_server_engine_get_server (self);
  g_autofree char *page = cog_apertium_page_join (html);
  g_autofree char *q = g_uri_escape_string (page, NULL, FALSE);
  g_autofree char *from = g_uri_escape_string (pair->from, NULL, FALSE);
  g_autofree char *to = g_uri_escape_string (pair->to, NULL, FALSE);
  g_autofree char *key =
      server->key != NULL ? g_uri_escape_string (server->key, NULL, FALSE) : NULL;

  /* The marks of unknown words are wanted: they are counted, and taken away here. */
  return g_strconcat ("langpair=", from, "%7C", to, "&format=html&markUnknown=yes&q=", q,
                      key != NULL ? "&key=" : NULL, key, NULL);
}

static GPtrArray *
cog_apertium_server_translate (CogEngine *engine,
                               const CogEnginePair *pair,
                               GPtrArray *html,
                               GCancellable *cancellable,
                               GError **error)
{
  CogServerEngine *self = COG_SERVER_ENGINE (engine);
  g_autofree char *question = dup_question (self, pair, html);
  g_autoptr (JsonNode) node = cog_server_engine_ask (
      self, "/translate", "application/x-www-form-urlencoded", question, cancellable, error);
  JsonNode *data = node != NULL ? get_data (node) : NULL;
  const char *text = data != NULL ? get_member (data, "translatedText") : NULL;

  if (node == NULL)
    return NULL;
  if (text != NULL)
    return cog_apertium_page_cut (engine, html, text);
  cog_server_engine_set_nonsense (self, error);
  return NULL;
}

static void
cog_apertium_server_class_init (CogApertiumServerClass *klass)
{
  CogEngineClass *engine_class = COG_ENGINE_CLASS (klass);

  engine_class->list_pairs = cog_apertium_server_list_pairs;
  engine_class->translate = cog_apertium_server_translate;
  /* A busy one cuts what is longer than a thousand characters, wherever that is. */
  engine_class->most_texts = 10;
  engine_class->most_bytes = 780;
}

static void
cog_apertium_server_init (CogApertiumServer *self)
{
}

CogEngine *
cog_apertium_server_new (const CogServer *server)
{
  CogServerEngine *self = g_object_new (COG_TYPE_APERTIUM_SERVER, NULL);

  cog_server_engine_set_server (self, server);
  return COG_ENGINE (self);
}
