/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-record.h"

#include "cog-json-depth.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define VERSION 1
#define MAX_RECORD (32u << 20) /* bytes: 20,000 items with every field are a third of it */

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

/* Whether nothing but signs of text is in it: written anew, all others stand behind "\\u". What was
 * written with that but needs no such thing ("\\u003c") is text like other text. */
static gboolean
is_text (JsonNode *root)
{
  g_autofree char *json = json_to_string (root, FALSE);

  if (!g_utf8_validate (json, -1, NULL))
    return FALSE;
  for (const char *c = strchr (json, '\\'); c != NULL; c = strchr (c + 2, '\\'))
    if (c[1] == 'u')
      return FALSE;
  return TRUE;
}

/* (transfer full) (nullable) */
static JsonParser *
parse (const char *json, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;

  if (length > MAX_RECORD || !g_utf8_validate_len (json, length, NULL))
    return NULL;
  text = g_strndup (json, length);
  /* The sign that ends a string in C would end one of the record too. */
  if (strstr (text, "\\u0000") != NULL || !cog_json_is_shallow (text) ||
      !json_parser_load_from_data (parser, text, (gssize)length, NULL) ||
      json_parser_get_root (parser) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)) ||
      !is_text (json_parser_get_root (parser)))
    return NULL;
  return g_steal_pointer (&parser);
}

CogCredit *
cog_rights_record_read (const char *json, gsize length, GPtrArray *items)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *object;
  CogCredit *work;

  g_return_val_if_fail (json != NULL && items != NULL, NULL);

  parser = parse (json, length);
  if (parser == NULL)
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
