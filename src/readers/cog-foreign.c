/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-normalizer-private.h"

#include <string.h>

static xmlNode *
new_operator (xmlNode *before, const char *text, gboolean is_fence)
{
  xmlNode *mo = xmlNewDocNode (before->doc, before->ns, (const xmlChar *)"mo", NULL);

  xmlNodeAddContent (mo, (const xmlChar *)text);
  if (is_fence)
    cog_xml_set (mo, "fence", "true");
  else
    cog_xml_set (mo, "separator", "true");
  return mo;
}

/* mfenced is not in MathML Core: the same as an mrow with its operators (MathML 3, 3.3.8). */
static void
expand_fenced (xmlNode *fenced)
{
  g_autofree char *open = cog_xml_dup_attribute (fenced, "open");
  g_autofree char *close = cog_xml_dup_attribute (fenced, "close");
  g_autofree char *separators = cog_xml_dup_attribute (fenced, "separators");
  const char *separator = separators != NULL ? separators : ",";
  xmlNode *first = cog_xml_first_element (fenced);

  for (xmlNode *child = cog_xml_next_element (first), *next; child != NULL; child = next)
    {
      next = cog_xml_next_element (child);
      while (*separator == ' ')
        separator++;
      if (*separator != '\0')
        {
          g_autofree char *one = g_strndup (separator, g_utf8_next_char (separator) - separator);

          xmlAddPrevSibling (child, new_operator (fenced, one, FALSE));
          /* The last separator serves for all that follow. */
          if (*g_utf8_next_char (separator) != '\0')
            separator = g_utf8_next_char (separator);
        }
    }
  if (open == NULL || open[0] != '\0')
    {
      xmlNode *mo = new_operator (fenced, open != NULL ? open : "(", TRUE);

      if (fenced->children != NULL)
        xmlAddPrevSibling (fenced->children, mo);
      else
        xmlAddChild (fenced, mo);
    }
  if (close == NULL || close[0] != '\0')
    xmlAddChild (fenced, new_operator (fenced, close != NULL ? close : ")", TRUE));
  xmlNodeSetName (fenced, (const xmlChar *)"mrow");
  cog_xml_set (fenced, "open", NULL);
  cog_xml_set (fenced, "close", NULL);
  cog_xml_set (fenced, "separators", NULL);
}

static gboolean
is_dropped_math (const char *name)
{
  static const char *const names[] = { "annotation", "annotation-xml", "maligngroup", "malignmark",
                                       "mglyph",     "script",         "style",       NULL };

  return g_strv_contains (names, name);
}

static void
clean_math_attributes (xmlNode *node)
{
  for (xmlAttr *a = node->properties, *next; a != NULL; a = next)
    {
      next = a->next;
      if (a->ns != NULL || !cog_vocabulary_has_math_attribute ((const char *)a->name) ||
          strcmp ((const char *)a->name, "href") == 0 ||
          strcmp ((const char *)a->name, "class") == 0 || strcmp ((const char *)a->name, "id") == 0)
        xmlRemoveProp (a);
    }
}

static void
clean_math (xmlNode *top)
{
  for (xmlNode *n = top->children, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (top, n);
      if (n->type == XML_COMMENT_NODE || n->type == XML_PI_NODE || n->type == XML_ENTITY_REF_NODE)
        {
          next = cog_xml_skip_in (top, n);
          cog_xml_remove (n);
        }
      else if (n->type == XML_ELEMENT_NODE && is_dropped_math ((const char *)n->name))
        {
          next = cog_xml_skip_in (top, n);
          cog_xml_remove (n);
        }
      else if (n->type == XML_ELEMENT_NODE)
        {
          clean_math_attributes (n);
          if (strcmp ((const char *)n->name, "mfenced") == 0)
            expand_fenced (n);
          else if (strcmp ((const char *)n->name, "semantics") == 0 ||
                   !cog_vocabulary_has_math_element ((const char *)n->name))
            {
              next = n->children != NULL ? n->children : cog_xml_skip_in (top, n);
              cog_xml_unwrap (n);
            }
        }
    }
}

/* XHTML 1's &lang; and &rang; are U+2329 and U+232A, which are the same characters as the wide East
 * Asian brackets (they become those under NFC). A formula means U+27E8 and U+27E9, as HTML and
 * MathML have those entities since (XML Entity Definitions for Characters), and as fonts stretch.
 */
static void
mend_angle_brackets (xmlNode *top)
{
  for (xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (n->type == XML_TEXT_NODE && n->content != NULL &&
        (strstr ((const char *)n->content, "\u2329") != NULL ||
         strstr ((const char *)n->content, "\u232a") != NULL))
      {
        g_autoptr (GString) text = g_string_new ((const char *)n->content);

        g_string_replace (text, "\u2329", "\u27e8", 0);
        g_string_replace (text, "\u232a", "\u27e9", 0);
        /* A text node takes this as it is; only elements and attributes parse references. */
        xmlNodeSetContent (n, (const xmlChar *)text->str);
      }
}

static guint
get_arity (const char *name)
{
  static const char *const two[] = { "mfrac", "mroot", "msub", "msup", "munder", "mover", NULL };
  static const char *const three[] = { "msubsup", "munderover", NULL };

  return g_strv_contains (two, name) ? 2 : g_strv_contains (three, name) ? 3 : 0;
}

/* Too many children belong together at the front, too few are empty (MathML 3, 3.1.3). */
static void
mend_arity (xmlNode *top)
{
  for (xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    {
      guint arity = n->type == XML_ELEMENT_NODE ? get_arity ((const char *)n->name) : 0;
      guint count = 0;

      for (xmlNode *child = arity > 0 ? cog_xml_first_element (n) : NULL; child != NULL;
           child = cog_xml_next_element (child))
        count++;
      if (arity > 0 && count > arity)
        {
          xmlNode *row = xmlNewDocNode (n->doc, n->ns, (const xmlChar *)"mrow", NULL);

          xmlAddPrevSibling (n->children, row);
          for (guint i = 0; i <= count - arity; i++)
            {
              xmlNode *child = cog_xml_next_element (row);

              xmlUnlinkNode (child);
              xmlAddChild (row, child);
            }
        }
      for (; arity > 0 && count < arity; count++)
        xmlAddChild (n, xmlNewDocNode (n->doc, n->ns, (const xmlChar *)"mrow", NULL));
    }
}

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
cog_foreign_copy_math (const xmlNode *math, xmlNode *parent, gboolean is_block)
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
  clean_math (copy);
  mend_angle_brackets (copy);
  mend_arity (copy);
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
