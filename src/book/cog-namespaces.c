/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-namespaces.h"

#include <string.h>

typedef struct
{
  xmlNode *root;
  xmlNs *xhtml;
  xmlNs *epub;
  GPtrArray *old; /* xmlNs lists that were detached */
} Tidy;

static xmlNs *
find_declared (xmlNode *root, const char *href)
{
  for (xmlNs *ns = root->nsDef; ns != NULL; ns = ns->next)
    if (ns->href != NULL && strcmp ((const char *)ns->href, href) == 0)
      return ns;
  return NULL;
}

static void
tidy_attribute (Tidy *tidy, xmlNode *node, xmlAttr *attribute)
{
  const char *href = attribute->ns != NULL ? (const char *)attribute->ns->href : NULL;

  if (href == NULL)
    return;
  if (strcmp (href, COG_NS_EPUB) == 0)
    attribute->ns = tidy->epub;
  else if (strcmp (href, COG_NS_XLINK) == 0)
    {
      xmlNs *own = find_declared (node, COG_NS_XLINK);

      attribute->ns =
          own != NULL ? own
                      : xmlNewNs (node, (const xmlChar *)COG_NS_XLINK, (const xmlChar *)"xlink");
    }
  else if (strcmp (href, COG_NS_XML) == 0)
    attribute->ns = xmlSearchNsByHref (node->doc, node, (const xmlChar *)COG_NS_XML);
  else
    xmlRemoveProp (attribute);
}

static void
tidy_element (Tidy *tidy, xmlNode *node)
{
  const char *href = node->ns != NULL ? (const char *)node->ns->href : COG_NS_XHTML;
  xmlNs *outer =
      node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent->ns : NULL;
  gboolean is_xhtml = strcmp (href, COG_NS_XHTML) == 0;

  if (node != tidy->root && node->nsDef != NULL)
    {
      g_ptr_array_add (tidy->old, node->nsDef);
      node->nsDef = NULL;
    }
  if (is_xhtml && (outer == NULL || outer == tidy->xhtml || node == tidy->root))
    node->ns = tidy->xhtml;
  else if (outer != NULL && strcmp ((const char *)outer->href, href) == 0)
    node->ns = outer;
  else
    node->ns = xmlNewNs (node, (const xmlChar *)href, NULL);
  for (xmlAttr *a = node->properties, *next; a != NULL; a = next)
    {
      next = a->next;
      tidy_attribute (tidy, node, a);
    }
}

void
cog_namespaces_tidy (xmlNode *root, xmlNode *top)
{
  Tidy tidy = { root, NULL, NULL, g_ptr_array_new_with_free_func ((GDestroyNotify)xmlFreeNsList) };

  g_return_if_fail (root != NULL && top != NULL);

  tidy.xhtml = find_declared (root, COG_NS_XHTML);
  tidy.epub = find_declared (root, COG_NS_EPUB);
  if (tidy.xhtml == NULL || tidy.xhtml->prefix != NULL)
    tidy.xhtml = xmlNewNs (root, (const xmlChar *)COG_NS_XHTML, NULL);
  if (tidy.epub == NULL)
    tidy.epub = xmlNewNs (root, (const xmlChar *)COG_NS_EPUB, (const xmlChar *)"epub");
  for (xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (n->type == XML_ELEMENT_NODE)
      tidy_element (&tidy, n);
  g_ptr_array_unref (tidy.old);
}
