/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-normalizer-private.h"

#include <string.h>

static xmlNs *
find_declared (const xmlNode *node, const char *href)
{
  for (xmlNs *ns = node->nsDef; ns != NULL; ns = ns->next)
    if (ns->href != NULL && strcmp ((const char *)ns->href, href) == 0)
      return ns;
  return NULL;
}

/* The declarations are put in order at the end (cog_namespaces_tidy); until then a prefix serves
 * where the copy brought a default of another kind along, such as XHTML's for a p in the formula.
 */
static void
set_namespace (xmlNode *top, const char *href)
{
  xmlNs *ns = find_declared (top, href);

  if (ns == NULL)
    ns = xmlNewNs (top, (const xmlChar *)href, NULL);
  if (ns == NULL)
    ns = xmlNewNs (top, (const xmlChar *)href, (const xmlChar *)"own");
  for (xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (n->type == XML_ELEMENT_NODE && ns != NULL)
      n->ns = ns;
}

static gboolean
says_something (const xmlNode *top)
{
  for (const xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    {
      if (n->type == XML_TEXT_NODE && n->content != NULL &&
          n->content[strspn ((const char *)n->content, " \t\r\n")] != '\0')
        return TRUE;
      if (n->type == XML_ELEMENT_NODE && (strcmp ((const char *)n->name, "mspace") == 0 ||
                                          strcmp ((const char *)n->name, "mfenced") == 0))
        return TRUE;
    }
  return FALSE;
}

xmlNode *
cog_foreign_copy_math (
    CogNormalizer *self, const char *file, const xmlNode *math, xmlNode *parent, gboolean is_block)
{
  g_autofree char *text = cog_xml_dup_attribute (math, "alttext");
  g_autofree char *dir = cog_xml_dup_attribute (math, "dir");
  xmlNode *copy;

  if (!says_something (math))
    return NULL;
  copy = xmlDocCopyNode ((xmlNode *)math, parent->doc, 1);
  set_namespace (copy, COG_NS_MATHML);
  while (copy->properties != NULL)
    xmlRemoveProp (copy->properties);
  cog_xml_set (copy, "display", is_block ? "block" : NULL);
  /* What a converter writes where it knows no better would be read aloud for each formula. */
  if (text != NULL && g_ascii_strcasecmp (text, "Alternative text not available") != 0)
    cog_xml_set (copy, "alttext", text);
  cog_xml_set (copy, "dir", dir);
  cog_foreign_clean_math (copy, self->report, file);
  xmlAddChild (parent, copy);
  return copy;
}

static gboolean
is_harmless_value (const char *name, const char *value)
{
  g_autofree char *lower = g_ascii_strdown (value, -1);

  if (strstr (lower, "javascript:") != NULL || strstr (lower, "expression(") != NULL ||
      strstr (lower, "@import") != NULL)
    return FALSE;
  /* url() may only point into the drawing itself. */
  for (const char *at = lower; (at = strstr (at, "url(")) != NULL; at += 4)
    {
      const char *target = at + 4 + strspn (at + 4, " \"'");

      if (target[0] != '#')
        return FALSE;
    }
  return TRUE;
}

/* References inside the drawing get the prefix that all ids of its file get. */
static char *
dup_prefixed (const char *value, const char *prefix)
{
  const char *hash = strchr (value, '#');
  g_autofree char *before = NULL;

  if (hash == NULL || (hash != value && strstr (value, "url(") == NULL))
    return g_strdup (value);
  before = g_strndup (value, hash + 1 - value);
  return g_strconcat (before, prefix, hash + 1, NULL);
}

static void
clean_svg_attribute (
    CogNormalizer *self, const char *file, const char *prefix, xmlNode *node, xmlAttr *a)
{
  g_autofree char *value = (char *)xmlNodeListGetString (node->doc, a->children, 1);
  const char *name = (const char *)a->name;
  gboolean is_href = strcmp (name, "href") == 0;
  g_autofree char *kept = NULL;
  xmlNs *ns = a->ns;

  if (value == NULL)
    value = g_strdup ("");
  if (ns != NULL && strcmp ((const char *)ns->href, COG_NS_XLINK) != 0)
    {
      xmlRemoveProp (a);
      return;
    }
  /* Of href and xlink:href, href holds (SVG 2, 15.2). */
  if (!cog_vocabulary_has_svg_attribute (name) || (ns != NULL && !is_href) ||
      (ns != NULL && xmlHasNsProp (node, (const xmlChar *)"href", NULL) != NULL) ||
      !is_harmless_value (name, value))
    {
      xmlRemoveProp (a);
      return;
    }
  if (is_href && value[0] != '#')
    {
      const char *asset = strcmp ((const char *)node->name, "image") == 0
                              ? cog_normalizer_add_asset (self, file, value)
                              : NULL;

      xmlRemoveProp (a);
      if (asset != NULL)
        cog_xml_set (node, "href", asset);
      return;
    }
  kept =
      strcmp (name, "id") == 0 ? g_strconcat (prefix, value, NULL) : dup_prefixed (value, prefix);
  if (is_href || strcmp (kept, value) != 0)
    {
      g_autofree char *key = g_strdup (name);

      xmlRemoveProp (a);
      cog_xml_set (node, key, kept);
    }
}

static void
clean_svg_attributes (CogNormalizer *self, const char *file, const char *prefix, xmlNode *node)
{
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();

  /* As they stood: what is cleaned is set anew, at the end, and must not be cleaned again. */
  for (xmlAttr *a = node->properties; a != NULL; a = a->next)
    g_ptr_array_add (attributes, a);
  for (guint i = 0; i < attributes->len; i++)
    clean_svg_attribute (self, file, prefix, node, g_ptr_array_index (attributes, i));
}

static void
clean_svg (CogNormalizer *self, const char *file, const char *prefix, xmlNode *top)
{
  for (xmlNode *n = top, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (top, n);
      if (n->type == XML_COMMENT_NODE || n->type == XML_PI_NODE || n->type == XML_ENTITY_REF_NODE ||
          (n->type == XML_ELEMENT_NODE && n != top &&
           (!cog_vocabulary_has_svg_element ((const char *)n->name) ||
            strcmp ((const char *)n->name, "metadata") == 0 ||
            strcmp ((const char *)n->name, "style") == 0 || n->ns == NULL ||
            strcmp ((const char *)n->ns->href, COG_NS_SVG) != 0)))
        {
          next = cog_xml_skip_in (top, n);
          cog_xml_remove (n);
          continue;
        }
      if (n->type == XML_ELEMENT_NODE)
        clean_svg_attributes (self, file, prefix, n);
    }
}

xmlNode *
cog_foreign_copy_svg (
    CogNormalizer *self, const char *file, const char *prefix, const xmlNode *svg, xmlNode *parent)
{
  xmlNode *copy = xmlDocCopyNode ((xmlNode *)svg, parent->doc, 1);

  clean_svg (self, file, prefix, copy);
  set_namespace (copy, COG_NS_SVG);
  if (cog_xml_first_element (copy) == NULL)
    {
      xmlFreeNode (copy);
      return NULL;
    }
  xmlAddChild (parent, copy);
  return copy;
}
