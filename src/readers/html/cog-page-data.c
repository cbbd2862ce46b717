/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page-data.h"

#include "cog-evidence.h"
#include "cog-json-depth.h"
#include "cog-language.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_JSON 500000 /* bytes */
#define MAX_DEPTH 6     /* of lists and graphs in each other */

typedef struct
{
  CogBook *book;
  CogReport *report;
  const char *file;
} Data;

static void read_node (Data *data, JsonNode *node, guint depth);

/* A string, or the "@id", "url" or "name" of an object. (transfer none) (nullable) */
static const char *
get_string (JsonNode *node, gboolean is_name)
{
  static const char *const addresses[] = { "@id", "url" };
  JsonObject *object;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  if (is_name)
    return get_string (json_object_get_member (object, "name"), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      const char *value = get_string (json_object_get_member (object, addresses[i]), FALSE);

      if (value != NULL)
        return value;
    }
  return NULL;
}

/* Of a wiki of the Wikimedia Foundation its own contributors are named already. */
static gboolean
is_named_better (GPtrArray *agents, const char *name)
{
  if (!g_str_has_prefix (name, "Contributors to Wikimedia"))
    return FALSE;
  for (guint i = 0; i < agents->len; i++)
    if (g_str_has_suffix (((CogAgent *)g_ptr_array_index (agents, i))->name, " contributors"))
      return TRUE;
  return FALSE;
}

static void
add_person (Data *data, const char *name)
{
  g_autofree char *folded = name != NULL ? cog_xml_fold_space (name) : NULL;
  GPtrArray *agents = data->book->credit->agents;

  if (folded == NULL || folded[0] == '\0' || strlen (folded) > 200 ||
      g_str_has_prefix (folded, "http") || is_named_better (agents, folded))
    return;
  for (guint i = 0; i < agents->len; i++)
    if (g_str_equal (((CogAgent *)g_ptr_array_index (agents, i))->name, folded))
      return;
  g_ptr_array_add (agents, cog_agent_new (folded, COG_ROLE_AUTHOR));
}

static void
add_people (Data *data, JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *list = json_node_get_array (node);

      for (guint i = 0; i < MIN (json_array_get_length (list), 100); i++)
        add_person (data, get_string (json_array_get_element (list, i), TRUE));
    }
  else
    add_person (data, get_string (node, TRUE));
}

static void
read_licence (Data *data, JsonNode *node)
{
  const char *text = get_string (node, FALSE);
  gboolean is_address = text != NULL && g_str_has_prefix (text, "http");

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *list = json_node_get_array (node);

      for (guint i = 0; i < MIN (json_array_get_length (list), 10); i++)
        if (!JSON_NODE_HOLDS_ARRAY (json_array_get_element (list, i)))
          read_licence (data, json_array_get_element (list, i));
    }
  else if (text != NULL && strlen (text) < 500)
    cog_evidence_add (data->book, data->report,
                      is_address ? COG_EVIDENCE_LINK : COG_EVIDENCE_METADATA, data->file, "script",
                      is_address ? NULL : text, is_address ? text : NULL);
}

/* What the page itself is; the site, the organisation and the crumbs of bread around it are not. */
static gboolean
is_work (JsonObject *object)
{
  static const char *const others[] = { "WebSite",        "Organization", "Person",
                                        "BreadcrumbList", "ImageObject",  "CollegeOrUniversity",
                                        "SearchAction",   "Comment",      NULL };
  JsonNode *type = json_object_get_member (object, "@type");
  const char *name = get_string (type, FALSE);

  if (type != NULL && JSON_NODE_HOLDS_ARRAY (type) &&
      json_array_get_length (json_node_get_array (type)) > 0)
    name = get_string (json_array_get_element (json_node_get_array (type), 0), FALSE);
  return name != NULL && !g_strv_contains (others, name);
}

static void
read_work (Data *data, JsonObject *object)
{
  CogBook *book = data->book;
  const char *language = get_string (json_object_get_member (object, "inLanguage"), TRUE);
  const char *publisher = get_string (json_object_get_member (object, "publisher"), TRUE);
  const char *date = get_string (json_object_get_member (object, "datePublished"), FALSE);

  read_licence (data, json_object_get_member (object, "license"));
  add_people (data, json_object_get_member (object, "author"));
  if (json_object_get_member (object, "author") == NULL)
    add_people (data, json_object_get_member (object, "creator"));
  if (language == NULL)
    language = get_string (json_object_get_member (object, "inLanguage"), FALSE);
  if (book->language == NULL && language != NULL && cog_language_is_valid (language))
    book->language = cog_language_canonicalise (language);
  if (book->credit->publisher == NULL && publisher != NULL && strlen (publisher) < 200)
    book->credit->publisher = g_strdup (publisher);
  if (book->date == NULL && date != NULL && strlen (date) < 40)
    book->date = g_strdup (date);
}

static void
read_list (Data *data, JsonNode *node, guint depth)
{
  JsonArray *list =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; list != NULL && i < MIN (json_array_get_length (list), 200); i++)
    read_node (data, json_array_get_element (list, i), depth + 1);
}

static void
read_node (Data *data, JsonNode *node, guint depth)
{
  if (depth > MAX_DEPTH)
    return;
  read_list (data, node, depth);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  read_list (data, json_object_get_member (json_node_get_object (node), "@graph"), depth);
  if (is_work (json_node_get_object (node)))
    read_work (data, json_node_get_object (node));
}

static void
read_script (Data *data, const xmlNode *script)
{
  g_autofree char *type = cog_xml_dup_attribute (script, "type");
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = NULL;

  if (g_strcmp0 (type, "application/ld+json") != 0)
    return;
  text = cog_xml_dup_text (script);
  parser = json_parser_new ();
  if (strlen (text) < MAX_JSON && g_utf8_validate (text, -1, NULL) && cog_json_is_shallow (text) &&
      json_parser_load_from_data (parser, text, -1, NULL) && json_parser_get_root (parser) != NULL)
    read_node (data, json_parser_get_root (parser), 0);
}

/* <a property="cc:attributionName">Ada Shore</a>, as Creative Commons' chooser writes it. */
static gboolean
names_author (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE &&
         (cog_xml_has_word (node, "property", "cc:attributionName") ||
          cog_xml_has_word (node, "property", "attributionName"));
}

/* rel="author", itemprop="author": as blogs and their platforms mark it. */
static gboolean
is_marked_author (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && (cog_xml_has_word (node, "rel", "author") ||
                                            cog_xml_has_word (node, "itemprop", "author") ||
                                            cog_xml_has_word (node, "class", "p-author"));
}

/* "by Mark Pilgrim" in a line of its own below the title. (transfer full) (nullable) */
static char *
dup_byline (const xmlNode *root)
{
  guint n_blocks = 0;

  for (const xmlNode *n = root; n != NULL && n_blocks < 12; n = cog_xml_next_in (root, n))
    {
      gboolean is_line = cog_xml_is (n, NULL, "h2") || cog_xml_is (n, NULL, "h3") ||
                         cog_xml_is (n, NULL, "p") || cog_xml_is (n, NULL, "address");
      g_autoptr (GString) words = NULL;
      g_autoptr (GRegex) regex = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      if (!is_line)
        continue;
      n_blocks++;
      words = g_string_new (NULL);
      for (const xmlNode *t = n; t != NULL && words->len < 200; t = cog_xml_next_in (n, t))
        if (t->type == XML_TEXT_NODE && t->content != NULL)
          g_string_append_printf (words, " %s", (const char *)t->content);
      regex = g_regex_new (
          "^\\s*[Bb]y\\s+((?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,3}\\p{Lu}[\\p{L}'’-]+)\\s*$", 0, 0, NULL);
      if (g_regex_match (regex, words->str, 0, &match))
        return g_match_info_fetch (match, 1);
    }
  return NULL;
}

static gboolean
is_in_figure (const xmlNode *node)
{
  for (const xmlNode *n = node; n != NULL; n = n->parent)
    if (cog_xml_is (n, NULL, "figure") || cog_xml_is (n, NULL, "figcaption"))
      return TRUE;
  return FALSE;
}

void
cog_page_read_data (xmlNode *root, const char *file, CogBook *book, CogReport *report)
{
  Data data = { book, report, file };

  g_return_if_fail (root != NULL && book != NULL);

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      if (cog_xml_is (n, NULL, "script"))
        read_script (&data, n);
      else if (is_marked_author (n) && book->credit->agents->len == 0)
        {
          g_autofree char *name = cog_xml_dup_folded_text (n);

          if (strlen (name) < 80)
            add_person (&data, name);
        }
      else if (names_author (n) && !is_in_figure (n))
        {
          g_autofree char *name = cog_xml_dup_folded_text (n);

          add_person (&data, name);
        }
    }
  if (book->credit->agents->len == 0)
    {
      g_autofree char *name = dup_byline (root);

      add_person (&data, name);
    }
}
