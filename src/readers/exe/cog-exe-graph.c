/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exe-package.h"

#include "cog-exe-device.h"

#include <string.h>

/* contentv3.xml of eXeLearning 1.04 to 2.9: objects of a Python program as XML. Nothing of it is
 * run: it is read as what it is, a graph of elements. */

void
cog_exe_graph_init (CogExeGraph *graph, xmlNode *root)
{
  graph->root = root;
  graph->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      char *key = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "reference") : NULL;

      if (key != NULL && !g_hash_table_contains (graph->by_key, key))
        g_hash_table_insert (graph->by_key, key, n);
      else
        g_free (key);
    }
}

xmlNode *
cog_exe_graph_follow (const CogExeGraph *graph, xmlNode *value)
{
  g_autofree char *key = value != NULL && cog_xml_is (value, NULL, "reference")
                             ? cog_xml_dup_attribute (value, "key")
                             : NULL;

  return key != NULL ? g_hash_table_lookup (graph->by_key, key) : value;
}

/* Keys and values of a dictionary are brothers. */
xmlNode *
cog_exe_graph_get (const CogExeGraph *graph, const xmlNode *instance, const char *key)
{
  xmlNode *dictionary = instance != NULL ? cog_xml_find_child (instance, NULL, "dictionary") : NULL;

  for (xmlNode *n = dictionary != NULL ? cog_xml_first_element (dictionary) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *role = cog_xml_dup_attribute (n, "role");
      g_autofree char *value =
          g_strcmp0 (role, "key") == 0 ? cog_xml_dup_attribute (n, "value") : NULL;

      if (value != NULL && g_str_equal (value, key))
        return cog_exe_graph_follow (graph, cog_xml_next_element (n));
    }
  return NULL;
}

char *
cog_exe_graph_dup (const CogExeGraph *graph, const xmlNode *instance, const char *key)
{
  xmlNode *node = cog_exe_graph_get (graph, instance, key);
  char *value = NULL;

  if (node != NULL && (cog_xml_is (node, NULL, "unicode") || cog_xml_is (node, NULL, "string") ||
                       cog_xml_is (node, NULL, "int") || cog_xml_is (node, NULL, "bool")))
    {
      value = cog_xml_dup_attribute (node, "value");
      if (value == NULL)
        value = cog_xml_dup_attribute (node, "content");
    }
  if (value != NULL && value[0] == '\0')
    g_clear_pointer (&value, g_free);
  return value;
}

gboolean
cog_exe_graph_is (const xmlNode *instance, const char *class_end)
{
  g_autofree char *name = instance != NULL && cog_xml_is (instance, NULL, "instance")
                              ? cog_xml_dup_attribute (instance, "class")
                              : NULL;

  return name != NULL && g_str_has_suffix (name, class_end);
}

static char *
dup_key (const xmlNode *instance)
{
  char *key = cog_xml_dup_attribute (instance, "reference");

  return key != NULL ? key : g_strdup_printf ("at-%p", (const void *)instance);
}

static void
read_devices (const CogExeGraph *graph, const xmlNode *node, CogExePage *page)
{
  xmlNode *list = cog_exe_graph_get (graph, node, "idevices");

  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      xmlNode *device = cog_exe_graph_follow (graph, n);

      if (device != NULL && cog_xml_is (device, NULL, "instance"))
        cog_exe_device_read (graph, device, page);
    }
}

/* The order is that of the parent's list of children, where it has one. */
static void
read_children (const CogExeGraph *graph, GHashTable *by_id, const xmlNode *node)
{
  xmlNode *list = cog_exe_graph_get (graph, node, "children");
  g_autofree char *own = dup_key (node);
  int order = 0;

  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      xmlNode *child = cog_exe_graph_follow (graph, n);
      g_autofree char *id = child != NULL ? dup_key (child) : NULL;
      CogExePage *page = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;

      if (page == NULL)
        continue;
      page->order = order++;
      g_free (page->parent);
      page->parent = g_strdup (own);
    }
}

static void
read_pages (const CogExeGraph *graph, CogExePackage *self)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (xmlNode *n = graph->root; n != NULL; n = cog_xml_next_in (graph->root, n))
    {
      xmlNode *parent;
      CogExePage *page;

      if (!cog_exe_graph_is (n, ".node.Node"))
        continue;
      page = cog_exe_package_add_page (self, dup_key (n));
      page->title = cog_exe_graph_dup (graph, n, "_title");
      page->order = (int)self->pages->len + 100000;
      parent = cog_exe_graph_get (graph, n, "parent");
      page->parent =
          parent != NULL && cog_exe_graph_is (parent, ".node.Node") ? dup_key (parent) : NULL;
      read_devices (graph, n, page);
    }
  for (guint i = 0; i < self->pages->len; i++)
    {
      CogExePage *page = g_ptr_array_index (self->pages, i);

      g_hash_table_insert (by_id, page->id, page);
    }
  for (xmlNode *n = graph->root; n != NULL; n = cog_xml_next_in (graph->root, n))
    if (cog_exe_graph_is (n, ".node.Node"))
      read_children (graph, by_id, n);
}

void
cog_exe_read_graph (CogExePackage *self, xmlNode *root, CogReport *report)
{
  CogExeGraph graph;
  xmlNode *core;

  cog_exe_graph_init (&graph, root);
  core = cog_exe_graph_get (&graph, root, "dublinCore");
  self->title = cog_exe_graph_dup (&graph, root, "_title");
  if (self->title == NULL)
    self->title = cog_exe_graph_dup (&graph, core, "title");
  self->author = cog_exe_graph_dup (&graph, root, "_author");
  if (self->author == NULL)
    self->author = cog_exe_graph_dup (&graph, core, "creator");
  self->language = cog_exe_graph_dup (&graph, root, "_lang");
  if (self->language == NULL)
    self->language = cog_exe_graph_dup (&graph, core, "language");
  self->description = cog_exe_graph_dup (&graph, root, "_description");
  self->licence = cog_exe_graph_dup (&graph, root, "license");
  self->rights = cog_exe_graph_dup (&graph, core, "rights");
  read_pages (&graph, self);
  g_hash_table_unref (graph.by_key);
}
