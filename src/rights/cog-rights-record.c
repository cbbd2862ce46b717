/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-record.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define VERSION 1

static void
append_list (GString *out, const char *member, GPtrArray *credits, const char *skip)
{
  const char *comma = "";

  g_string_append_printf (out, ",\n\"%s\": [", member);
  for (guint i = 0; i < credits->len; i++)
    {
      g_autofree char *json = cog_credit_to_json (g_ptr_array_index (credits, i));

      if (g_strcmp0 (json, skip) == 0)
        continue;
      g_string_append_printf (out, "%s\n%s", comma, json);
      comma = ",";
    }
  g_string_append (out, "]");
}

char *
cog_rights_record_write (const CogCredit *work, GPtrArray *sources, GPtrArray *items)
{
  g_autofree char *json = NULL;
  GString *out;

  g_return_val_if_fail (work != NULL && sources != NULL && items != NULL, NULL);

  json = cog_credit_to_json (work);
  out = g_string_new (NULL);
  g_string_append_printf (out, "{\"version\": %d,\n\"work\": %s", VERSION, json);
  append_list (out, "sources", sources, json);
  append_list (out, "items", items, NULL);
  g_string_append (out, "}\n");
  return g_string_free (out, FALSE);
}

static CogCredit *
read_credit (JsonNode *node)
{
  g_autofree char *json = node != NULL ? json_to_string (node, FALSE) : NULL;

  return json != NULL ? cog_credit_from_json (json, NULL) : NULL;
}

static void
read_list (JsonObject *object, const char *member, GPtrArray *credits)
{
  JsonNode *list = json_object_get_member (object, member);
  JsonArray *array =
      list != NULL && JSON_NODE_HOLDS_ARRAY (list) ? json_node_get_array (list) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      CogCredit *credit = read_credit (json_array_get_element (array, i));

      if (credit != NULL)
        g_ptr_array_add (credits, credit);
    }
}

CogCredit *
cog_rights_record_read (const char *json, GPtrArray *items)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object;
  CogCredit *work;

  g_return_val_if_fail (json != NULL && items != NULL, NULL);

  /* Signs that no text has, and that no XML may have. */
  if (strstr (json, "\\u00") != NULL || !json_parser_load_from_data (parser, json, -1, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;
  object = json_node_get_object (json_parser_get_root (parser));
  work = json_object_has_member (object, "work")
             ? read_credit (json_object_get_member (object, "work"))
             : NULL;
  if (work == NULL)
    return NULL;
  /* An edition that was made from editions hands on the chain. */
  if (work->upstream->len == 0)
    read_list (object, "sources", work->upstream);
  read_list (object, "items", items);
  return work;
}
