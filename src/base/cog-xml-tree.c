/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xml.h"

#include <string.h>

gboolean
cog_xml_is (const xmlNode *node, const char *ns, const char *name)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (strcmp ((const char *)node->name, name) != 0)
    return FALSE;
  if (ns == NULL)
    return TRUE;
  return node->ns != NULL && strcmp ((const char *)node->ns->href, ns) == 0;
}

static char *
steal_xml_string (xmlChar *text)
{
  char *copy = g_strdup ((const char *)text);

  if (text != NULL)
    xmlFree (text);
  return copy;
}

char *
cog_xml_dup_attribute (const xmlNode *node, const char *name)
{
  g_return_val_if_fail (node != NULL, NULL);
  return steal_xml_string (xmlGetNoNsProp (node, (const xmlChar *)name));
}

char *
cog_xml_dup_attribute_ns (const xmlNode *node, const char *ns, const char *name)
{
  char *value;

  g_return_val_if_fail (node != NULL, NULL);

  value = steal_xml_string (xmlGetNsProp (node, (const xmlChar *)name, (const xmlChar *)ns));
  /* A page that does not say what "epub:" stands for, or was read as HTML, has names with a colon.
   */
  if (value == NULL && ns != NULL &&
      (strcmp (ns, COG_NS_EPUB) == 0 || strcmp (ns, COG_NS_XML) == 0))
    {
      g_autofree char *whole =
          g_strconcat (strcmp (ns, COG_NS_XML) == 0 ? "xml:" : "epub:", name, NULL);

      value = steal_xml_string (xmlGetNoNsProp (node, (const xmlChar *)whole));
    }
  return value;
}

char *
cog_xml_dup_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) && n->content != NULL)
      g_string_append (text, (const char *)n->content);
  return g_string_free (text, FALSE);
}

char *
cog_xml_fold_space (const char *text)
{
  GString *folded = g_string_new (NULL);
  gboolean pending = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == ' ' || *c == '\t' || *c == '\n' || *c == '\r')
        pending = folded->len > 0;
      else
        {
          if (pending)
            g_string_append_c (folded, ' ');
          pending = FALSE;
          g_string_append_c (folded, *c);
        }
    }
  return g_string_free (folded, FALSE);
}

char *
cog_xml_dup_folded_text (const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_text (node);

  return cog_xml_fold_space (text);
}

xmlNode *
cog_xml_find_child (const xmlNode *node, const char *ns, const char *name)
{
  if (node == NULL)
    return NULL;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (cog_xml_is (child, ns, name))
      return child;
  return NULL;
}

xmlNode *
cog_xml_next_element (const xmlNode *node)
{
  xmlNode *next = node != NULL ? node->next : NULL;

  while (next != NULL && next->type != XML_ELEMENT_NODE)
    next = next->next;
  return next;
}

xmlNode *
cog_xml_first_element (const xmlNode *node)
{
  xmlNode *child = node != NULL ? node->children : NULL;

  while (child != NULL && child->type != XML_ELEMENT_NODE)
    child = child->next;
  return child;
}

xmlNode *
cog_xml_skip_in (const xmlNode *root, const xmlNode *node)
{
  while (node != NULL && node != root)
    {
      if (node->next != NULL)
        return node->next;
      node = node->parent;
    }
  return NULL;
}

xmlNode *
cog_xml_next_in (const xmlNode *root, const xmlNode *node)
{
  /* Children of an entity reference are the DTD's, not the tree's. */
  if (node != NULL && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  if (node != NULL && node->type == XML_DOCUMENT_NODE && node->children != NULL)
    return node->children;
  return cog_xml_skip_in (root, node);
}

xmlNode *
cog_xml_find_by_id (const xmlNode *root, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (xmlNode *n = (xmlNode *)root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *own = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      if (own != NULL && g_str_equal (own, id))
        return n;
    }
  return NULL;
}

void
cog_xml_set (xmlNode *node, const char *name, const char *value)
{
  g_return_if_fail (node != NULL);

  if (value != NULL)
    xmlSetNsProp (node, NULL, (const xmlChar *)name, (const xmlChar *)value);
  else
    xmlUnsetNsProp (node, NULL, (const xmlChar *)name);
}

xmlNode *
cog_xml_add (xmlNode *parent, const char *name, const char *text)
{
  return xmlNewTextChild (parent, xmlDocGetRootElement (parent->doc)->ns, (const xmlChar *)name,
                          (const xmlChar *)text);
}

gboolean
cog_xml_has_word (const xmlNode *node, const char *attribute, const char *word)
{
  const char *colon = strchr (attribute, ':');
  g_autofree char *value = NULL;
  g_auto (GStrv) words = NULL;

  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (colon != NULL && strncmp (attribute, "epub:", 5) == 0)
    value = cog_xml_dup_attribute_ns (node, COG_NS_EPUB, colon + 1);
  else
    value = cog_xml_dup_attribute (node, attribute);
  if (value == NULL)
    return FALSE;
  words = g_strsplit_set (value, " \t\r\n", -1);
  return g_strv_contains ((const char *const *)words, word);
}

void
cog_xml_remove (xmlNode *node)
{
  g_return_if_fail (node != NULL);

  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

void
cog_xml_unwrap (xmlNode *node)
{
  g_return_if_fail (node != NULL && node->parent != NULL);

  while (node->children != NULL)
    {
      xmlNode *child = node->children;

      xmlUnlinkNode (child);
      xmlAddPrevSibling (node, child);
    }
  cog_xml_remove (node);
}
