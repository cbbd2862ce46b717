/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-normalizer-private.h"

#include "cog-reader-findings.h"

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

static gboolean
is_in_token (const xmlNode *node)
{
  static const char *const tokens[] = { "mi", "mn", "mo", "mtext", "ms", NULL };

  for (node = node->parent; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    if (g_strv_contains (tokens, (const char *)node->name))
      return TRUE;
  return FALSE;
}

/* A text that stands in a row is nobody's: it would not be drawn. */
static gboolean
wrap_texts (xmlNode *row)
{
  gboolean has_text = FALSE;

  for (xmlNode *n = row->children, *next; n != NULL; n = next)
    {
      xmlNode *mtext;

      next = n->next;
      if (n->type != XML_TEXT_NODE || xmlIsBlankNode (n))
        continue;
      has_text = TRUE;
      mtext = xmlNewDocNode (row->doc, row->ns, (const xmlChar *)"mtext", NULL);
      xmlAddPrevSibling (n, mtext);
      xmlUnlinkNode (n);
      xmlAddChild (mtext, n);
    }
  return has_text;
}

/* What is no element of the vocabulary stays one child of its parent, which may count them, with
 * all its text. */
static xmlNode *
keep_content (xmlNode *top, xmlNode *node)
{
  xmlNode *first = node->children;
  gboolean has_text = !is_in_token (node) && wrap_texts (node);

  if (is_in_token (node) ||
      (!has_text && node->children != NULL && cog_xml_first_element (node) != NULL &&
       cog_xml_next_element (cog_xml_first_element (node)) == NULL))
    {
      first = node->children != NULL ? node->children : cog_xml_skip_in (top, node);
      cog_xml_unwrap (node);
      return first;
    }
  xmlNodeSetName (node, (const xmlChar *)"mrow");
  return node->children != NULL ? node->children : cog_xml_skip_in (top, node);
}

/* MathML Core leaves the alignment of cells to CSS (3.5.4). */
static void
keep_alignment (xmlNode *node)
{
  static const char *const words[] = { "left", "right", "center" };
  g_autofree char *style = cog_xml_dup_attribute (node, "style");
  const char *value = style != NULL ? strstr (style, "text-align:") : NULL;

  if (value == NULL || xmlHasProp (node, BAD_CAST "columnalign") ||
      strcmp ((const char *)node->name, "mtd") != 0)
    return;
  value += strlen ("text-align:");
  value += strspn (value, " ");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (value, words[i]))
      cog_xml_set (node, "columnalign", words[i]);
}

static void
clean_math (xmlNode *top, CogReport *report, const char *file)
{
  static const char *const rows[] = { "mrow", "mstyle",  "msqrt",    "mtd",
                                      "math", "mpadded", "menclose", NULL };

  wrap_texts (top);
  for (xmlNode *n = top->children, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (top, n);
      if (n->type == XML_ELEMENT_NODE && g_strv_contains (rows, (const char *)n->name) &&
          !is_in_token (n) && wrap_texts (n))
        next = n->children;
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
          keep_alignment (n);
          clean_math_attributes (n);
          if (strcmp ((const char *)n->name, "mfenced") == 0)
            expand_fenced (n);
          else if (strcmp ((const char *)n->name, "semantics") == 0)
            {
              next = n->children != NULL ? n->children : cog_xml_skip_in (top, n);
              cog_xml_unwrap (n);
            }
          else if (!cog_vocabulary_has_math_element ((const char *)n->name))
            {
              if (!is_in_token (n))
                cog_report_add (report, &cog_finding_unknown_element, file, (const char *)n->name,
                                NULL);
              next = keep_content (top, n);
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

void
cog_foreign_clean_math (xmlNode *math, CogReport *report, const char *file)
{
  clean_math (math, report, file);
  mend_angle_brackets (math);
  mend_arity (math);
}
