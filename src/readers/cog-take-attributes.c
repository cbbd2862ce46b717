/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-take.h"

#include <string.h>

char *
cog_take_dup_language (const xmlNode *node)
{
  char *language = cog_xml_dup_attribute (node, "lang");

  if (language == NULL)
    language = cog_xml_dup_attribute_ns (node, COG_NS_XML, "lang");
  return language;
}

char *
cog_take_dup_id (CogTake *take, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  if (id == NULL)
    id = cog_xml_dup_attribute_ns (node, COG_NS_XML, "id");
  if (id == NULL && strcmp ((const char *)node->name, "a") == 0)
    id = cog_xml_dup_attribute (node, "name");
  if (id == NULL || id[0] == '\0')
    return NULL;
  return g_strconcat (take->prefix, id, NULL);
}

/* The words of an attribute that normal form knows; NULL where none is left. */
char *
cog_take_dup_known_words (const char *value, CogWordFunc func)
{
  g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "", " \t\r\n", 60);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *colon = strchr (words[i], ':');
      const char *word = colon != NULL ? colon + 1 : words[i];

      if (word[0] != '\0' && func (word))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", word);
    }
  return kept->len > 0 ? g_string_free (g_steal_pointer (&kept), FALSE) : NULL;
}

void
cog_take_set_type (xmlNode *target, const char *type)
{
  xmlNode *root = xmlDocGetRootElement (target->doc);
  xmlNs *ns = xmlSearchNsByHref (target->doc, root, (const xmlChar *)COG_NS_EPUB);

  xmlSetNsProp (target, ns, (const xmlChar *)"type", (const xmlChar *)type);
}

/* Boxes of textbooks as Pressbooks marks them, and what they mean. */
static const struct
{
  const char *word, *class_name, *type;
} boxes[] = {
  { "textbox--examples", "example", NULL },
  { "textbox--exercises", "box", "practices" },
  { "textbox--key-takeaways", "summary", "conclusion" },
  { "textbox--learning-objectives", "objectives", "learning-objectives" },
};

static void
set_meaning (const xmlNode *node, xmlNode *target)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (cog_xml_has_word (node, "class", boxes[i].word))
      {
        cog_xml_set (target, "class", boxes[i].class_name);
        if (boxes[i].type != NULL)
          cog_take_set_type (target, boxes[i].type);
      }
}

static void
copy_words (const xmlNode *node, xmlNode *target)
{
  g_autofree char *type = cog_xml_dup_attribute_ns (node, COG_NS_EPUB, "type");
  g_autofree char *role = cog_xml_dup_attribute (node, "role");
  g_autofree char *classes = cog_xml_dup_attribute (node, "class");
  g_autofree char *kept_type = cog_take_dup_known_words (type, cog_vocabulary_has_type);
  g_autofree char *kept_role = cog_take_dup_known_words (role, cog_vocabulary_has_role);
  g_autofree char *kept_class = cog_take_dup_known_words (classes, cog_vocabulary_has_class);

  if (kept_type != NULL)
    cog_take_set_type (target, kept_type);
  if (kept_role != NULL)
    cog_xml_set (target, "role", kept_role);
  if (kept_class != NULL)
    cog_xml_set (target, "class", kept_class);
  if (classes != NULL && strstr (classes, "textbox--") != NULL)
    set_meaning (node, target);
}

void
cog_take_copy_direction (const xmlNode *node, xmlNode *target)
{
  g_autofree char *language = cog_take_dup_language (node);
  g_autofree char *dir = cog_xml_dup_attribute (node, "dir");

  if (language != NULL && language[0] != '\0')
    cog_xml_set (target, "lang", language);
  if (dir != NULL)
    {
      g_autofree char *lower = g_ascii_strdown (dir, -1);

      if (g_str_equal (lower, "ltr") || g_str_equal (lower, "rtl") || g_str_equal (lower, "auto"))
        cog_xml_set (target, "dir", lower);
    }
}

void
cog_take_copy_global (CogTake *take, const xmlNode *node, xmlNode *target)
{
  static const char *const plain[] = { "title", "aria-label" };
  g_autofree char *id = cog_take_dup_id (take, node);

  if (id != NULL && !xmlHasProp (target, (const xmlChar *)"id"))
    cog_xml_set (target, "id", id);
  else if (id != NULL)
    cog_builder_push_id (take->builder, id);
  cog_take_copy_direction (node, target);
  copy_words (node, target);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *value = cog_xml_dup_attribute (node, plain[i]);

      if (value != NULL && value[0] != '\0')
        cog_xml_set (target, plain[i], value);
    }
}

/* A number within bounds, as an attribute of the element. */
void
cog_take_copy_number (
    const xmlNode *node, xmlNode *target, const char *name, gint64 low, gint64 high)
{
  g_autofree char *value = cog_xml_dup_attribute (node, name);
  g_autofree char *kept = NULL;
  gint64 number;
  char *end = NULL;

  if (value == NULL)
    return;
  number = g_ascii_strtoll (value, &end, 10);
  if (end == value || number < low || (number == 1 && low == 1) || strchr (value, '%') != NULL)
    return;
  kept = g_strdup_printf ("%" G_GINT64_FORMAT, MIN (number, high));
  cog_xml_set (target, name, kept);
}

static void
copy_word (const xmlNode *node, xmlNode *target, const char *name, const char *allowed)
{
  g_autofree char *value = cog_xml_dup_attribute (node, name);
  g_auto (GStrv) words = g_strsplit (allowed, " ", -1);

  if (value != NULL && g_strv_contains ((const char *const *)words, value))
    cog_xml_set (target, name, value);
}

static void
copy_headers (CogTake *take, const xmlNode *node, xmlNode *target)
{
  g_autofree char *value = cog_xml_dup_attribute (node, "headers");
  g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "", " \t\r\n", 60);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (kept, "%s%s%s", kept->len > 0 ? " " : "", take->prefix, words[i]);
  if (kept->len > 0)
    cog_xml_set (target, "headers", kept->str);
}

void
cog_take_copy_own (CogTake *take, const xmlNode *node, xmlNode *target)
{
  const char *name = (const char *)target->name;

  if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    {
      cog_take_copy_number (node, target, "colspan", 1, 1000);
      cog_take_copy_number (node, target, "rowspan", 1, 1000);
      copy_headers (take, node, target);
      if (name[1] == 'h')
        copy_word (node, target, "scope", "row col rowgroup colgroup");
    }
  else if (strcmp (name, "ol") == 0)
    {
      cog_take_copy_number (node, target, "start", -100000, 100000);
      copy_word (node, target, "type", "1 a A i I");
      if (xmlHasProp ((xmlNode *)node, (const xmlChar *)"reversed"))
        cog_xml_set (target, "reversed", "reversed");
    }
  else if (strcmp (name, "li") == 0 && strcmp ((const char *)target->parent->name, "ol") == 0)
    cog_take_copy_number (node, target, "value", -100000, 100000);
}
