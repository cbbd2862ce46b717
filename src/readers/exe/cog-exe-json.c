/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exe-json.h"

#include "cog-course-page.h"
#include "cog-json-depth.h"

#include <json-glib/json-glib.h>
#include <string.h>

static gboolean
is_html (const char *text)
{
  const char *open = strchr (text, '<');

  return open != NULL && strchr (open, '>') != NULL && !cog_course_page_is_blank (text);
}

/* No deeper than cog_json_is_shallow() allows. */
static void
add_node (JsonNode *node, GPtrArray *texts)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *text = json_node_get_string (node);

      if (is_html (text))
        g_ptr_array_add (texts, g_strdup (text));
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        add_node (json_array_get_element (array, i), texts);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, NULL, &member))
        add_node (member, texts);
    }
}

void
cog_exe_json_add_texts (const char *json, GPtrArray *texts)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_return_if_fail (json != NULL && texts != NULL);

  if (!cog_json_is_shallow (json) || !json_parser_load_from_data (parser, json, -1, NULL) ||
      json_parser_get_root (parser) == NULL)
    return;
  add_node (json_parser_get_root (parser), texts);
}
