/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-h5p-json.h"

static JsonNode *
get (JsonObject *object, const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

static const char *
get_words (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

const char *
cog_h5p_get_string (JsonObject *object, const char *name)
{
  return get_words (get (object, name));
}

JsonObject *
cog_h5p_get_object (JsonObject *object, const char *name)
{
  JsonNode *node = get (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
cog_h5p_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = get (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

gboolean
cog_h5p_get_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = get (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  return g_strcmp0 (get_words (node), "true") == 0;
}

double
cog_h5p_get_number (JsonObject *object, const char *name)
{
  JsonNode *node = get (object, name);
  const char *words = get_words (node);

  if (words != NULL)
    return g_ascii_strtod (words, NULL);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : 0;
}

char *
cog_h5p_dup_value (JsonObject *object, const char *name)
{
  JsonNode *node = get (object, name);
  const char *words = get_words (node);

  if (words != NULL)
    return words[0] != '\0' ? g_strdup (words) : NULL;
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
}

guint
cog_h5p_count (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

JsonObject *
cog_h5p_get_object_at (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
cog_h5p_get_string_at (JsonArray *array, guint i)
{
  return get_words (json_array_get_element (array, i));
}
