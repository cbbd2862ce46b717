/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-rdf.h"

#include <string.h>

const CogPictureProperty cog_picture_title = { COG_NS_DC, "dc", "title" };
const CogPictureProperty cog_picture_creator = { COG_NS_DC, "dc", "creator" };
const CogPictureProperty cog_picture_rights = { COG_NS_DC, "dc", "rights" };
const CogPictureProperty cog_picture_source = { COG_NS_DC, "dc", "source" };
const CogPictureProperty cog_picture_licence = { COG_NS_CC, "cc", "license" };
const CogPictureProperty cog_picture_name = { COG_NS_CC, "cc", "attributionName" };
const CogPictureProperty cog_picture_address = { COG_NS_CC, "cc", "attributionURL" };

/* Of Creative Commons until 2008. */
#define NS_OLD_CC "http://web.resource.org/cc/"

static gboolean
is_of (const xmlNs *ns, const CogPictureProperty *property)
{
  const char *href = ns != NULL && ns->href != NULL ? (const char *)ns->href : "";

  return g_str_equal (href, property->ns) ||
         (g_str_equal (property->ns, COG_NS_CC) && g_str_equal (href, NS_OLD_CC));
}

/* Declared on node where nothing around it declares it. Where the prefix is another's there, what
 * stands below would become of the wrong namespace: then it gets another. */
static xmlNs *
get_ns (xmlNode *node, const char *href, const char *prefix)
{
  xmlNs *ns = xmlSearchNsByHref (node->doc, node, (const xmlChar *)href);
  g_autofree char *free_prefix = g_strdup (prefix);

  /* A default namespace would do for an element, but not for an attribute. */
  if (ns != NULL && ns->prefix != NULL)
    return ns;
  for (guint i = 1; xmlSearchNs (node->doc, node, (const xmlChar *)free_prefix) != NULL; i++)
    {
      g_free (free_prefix);
      free_prefix = g_strdup_printf ("%s%u", prefix, i);
    }
  return xmlNewNs (node, (const xmlChar *)href, (const xmlChar *)free_prefix);
}

xmlNode *
cog_picture_rdf_add (xmlNode *parent, const char *ns, const char *prefix, const char *name)
{
  xmlNode *node = xmlNewDocNode (parent->doc, NULL, (const xmlChar *)name, NULL);

  xmlAddChild (parent, node);
  xmlSetNs (node, get_ns (parent, ns, prefix));
  return node;
}

static xmlAttr *
find_attribute (const xmlNode *subject, const CogPictureProperty *property)
{
  for (xmlAttr *a = subject->properties; a != NULL; a = a->next)
    if (is_of (a->ns, property) && strcmp ((const char *)a->name, property->name) == 0)
      return a;
  return NULL;
}

static xmlNode *
find_element (const xmlNode *subject, const xmlNode *after, const CogPictureProperty *property)
{
  for (xmlNode *n = after != NULL ? cog_xml_next_element (after) : cog_xml_first_element (subject);
       n != NULL; n = cog_xml_next_element (n))
    if (is_of (n->ns, property) && strcmp ((const char *)n->name, property->name) == 0)
      return n;
  return NULL;
}

static void
add_value (GPtrArray *values, char *value)
{
  if (value != NULL && value[0] != '\0')
    g_ptr_array_add (values, value);
  else
    g_free (value);
}

static gboolean
is_default (const xmlNode *item)
{
  g_autofree char *language = cog_xml_dup_attribute_ns (item, COG_NS_XML, "lang");

  return g_strcmp0 (language, "x-default") == 0;
}

/* The items of a list, the default of an alternative first. */
static void
read_items (GPtrArray *values, const xmlNode *list)
{
  for (xmlNode *n = cog_xml_first_element (list); n != NULL; n = cog_xml_next_element (n))
    if (is_default (n))
      add_value (values, cog_xml_dup_folded_text (n));
  for (xmlNode *n = cog_xml_first_element (list); n != NULL; n = cog_xml_next_element (n))
    if (!is_default (n))
      add_value (values, cog_xml_dup_folded_text (n));
}

static void
read_element (GPtrArray *values, const xmlNode *element)
{
  static const char *const kinds[] = { "Alt", "Seq", "Bag" };
  g_autofree char *resource = cog_xml_dup_attribute_ns (element, COG_NS_RDF, "resource");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const xmlNode *list = cog_xml_find_child (element, COG_NS_RDF, kinds[i]);

      if (list != NULL)
        {
          read_items (values, list);
          return;
        }
    }
  add_value (values,
             resource != NULL ? g_steal_pointer (&resource) : cog_xml_dup_folded_text (element));
}

GPtrArray *
cog_picture_rdf_list (const CogPictureRdf *rdf, const CogPictureProperty *property)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rdf->subjects->len; i++)
    {
      const xmlNode *subject = g_ptr_array_index (rdf->subjects, i);
      xmlAttr *attribute = find_attribute (subject, property);

      if (attribute != NULL)
        add_value (values, (char *)xmlNodeListGetString (subject->doc, attribute->children, 1));
      for (xmlNode *n = find_element (subject, NULL, property); n != NULL;
           n = find_element (subject, n, property))
        read_element (values, n);
    }
  return values;
}

char *
cog_picture_rdf_dup (const CogPictureRdf *rdf, const CogPictureProperty *property)
{
  g_autoptr (GPtrArray) values = cog_picture_rdf_list (rdf, property);

  return values->len > 0 ? g_strdup (g_ptr_array_index (values, 0)) : NULL;
}

void
cog_picture_rdf_clear (CogPictureRdf *rdf, const CogPictureProperty *property)
{
  for (guint i = 0; i < rdf->subjects->len; i++)
    {
      xmlNode *subject = g_ptr_array_index (rdf->subjects, i);
      xmlAttr *attribute;
      xmlNode *element;

      while ((attribute = find_attribute (subject, property)) != NULL)
        xmlRemoveProp (attribute);
      while ((element = find_element (subject, NULL, property)) != NULL)
        cog_xml_remove (element);
    }
  rdf->is_changed = TRUE;
}

/* An empty element in place of what is there. */
static xmlNode *
make (CogPictureRdf *rdf, const CogPictureProperty *property)
{
  cog_picture_rdf_clear (rdf, property);
  return cog_picture_rdf_add (g_ptr_array_index (rdf->subjects, 0), property->ns, property->prefix,
                              property->name);
}

static gboolean
is_there (const CogPictureRdf *rdf, const CogPictureProperty *property, const char *value)
{
  g_autofree char *existing = cog_picture_rdf_dup (rdf, property);
  g_autofree char *folded = cog_xml_fold_space (value);

  return g_strcmp0 (existing, folded) == 0;
}

static void
add_words (xmlNode *node, const char *words)
{
  xmlAddChild (node, xmlNewDocText (node->doc, (const xmlChar *)words));
}

void
cog_picture_rdf_set_text (CogPictureRdf *rdf, const CogPictureProperty *property, const char *value)
{
  if (value != NULL && !is_there (rdf, property, value))
    add_words (make (rdf, property), value);
}

void
cog_picture_rdf_set_address (CogPictureRdf *rdf,
                             const CogPictureProperty *property,
                             const char *value)
{
  xmlNode *node;

  if (value == NULL || is_there (rdf, property, value))
    return;
  node = make (rdf, property);
  xmlNewNsProp (node, get_ns (node, COG_NS_RDF, "rdf"), (const xmlChar *)"resource",
                (const xmlChar *)value);
}

void
cog_picture_rdf_set_default (CogPictureRdf *rdf,
                             const CogPictureProperty *property,
                             const char *value)
{
  xmlNode *item;

  if (value == NULL || is_there (rdf, property, value))
    return;
  item = cog_picture_rdf_add (make (rdf, property), COG_NS_RDF, "rdf", "Alt");
  item = cog_picture_rdf_add (item, COG_NS_RDF, "rdf", "li");
  xmlNodeSetLang (item, (const xmlChar *)"x-default");
  add_words (item, value);
}

void
cog_picture_rdf_set_list (CogPictureRdf *rdf,
                          const CogPictureProperty *property,
                          const char *kind,
                          const GPtrArray *values)
{
  xmlNode *list;

  if (values == NULL)
    return;
  list = cog_picture_rdf_add (make (rdf, property), COG_NS_RDF, "rdf", kind);
  for (guint i = 0; i < values->len; i++)
    add_words (cog_picture_rdf_add (list, COG_NS_RDF, "rdf", "li"), g_ptr_array_index (values, i));
}

void
cog_picture_rdf_set_agents (CogPictureRdf *rdf,
                            const CogPictureProperty *property,
                            const GPtrArray *values)
{
  if (values == NULL)
    return;
  cog_picture_rdf_clear (rdf, property);
  for (guint i = 0; i < values->len; i++)
    {
      xmlNode *node = cog_picture_rdf_add (g_ptr_array_index (rdf->subjects, 0), property->ns,
                                           property->prefix, property->name);

      node = cog_picture_rdf_add (node, COG_NS_CC, "cc", "Agent");
      add_words (cog_picture_rdf_add (node, COG_NS_DC, "dc", "title"),
                 g_ptr_array_index (values, i));
    }
}
