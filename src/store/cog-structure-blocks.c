/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-structure-private.h"

#include "cog-error.h"
#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const nicks[] = { "nearest", "list",  "table", "row",     "column",
                                     "figure",  "aside", "quote", "exercise" };

const char *
cog_block_kind_to_nick (CogBlockKind kind)
{
  g_return_val_if_fail ((gsize)kind < G_N_ELEMENTS (nicks), NULL);
  return nicks[kind];
}

gboolean
cog_block_kind_from_nick (const char *nick, CogBlockKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nicks[i], nick))
      {
        *kind = (CogBlockKind)i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_root (const xmlNode *node)
{
  return node->parent == NULL || node->parent->type != XML_ELEMENT_NODE;
}

gboolean
cog_block_is_own_heading (const xmlNode *element)
{
  return cog_xml_is (element, COG_NS_XHTML, "h1") && element->parent != NULL &&
         is_root (element->parent) && cog_xml_first_element (element->parent) == element;
}

gboolean
cog_block_is_note (const xmlNode *element)
{
  return cog_xml_is (element, COG_NS_XHTML, "aside") &&
         cog_xml_has_word (element, "epub:type", "footnote");
}

gboolean
cog_block_has_spans (const xmlNode *table)
{
  for (const xmlNode *n = table; n != NULL; n = cog_xml_next_in (table, n))
    if (n->type == XML_ELEMENT_NODE)
      {
        g_autofree char *rows = cog_xml_dup_attribute (n, "rowspan");

        if (rows != NULL && !g_str_equal (rows, "1"))
          return TRUE;
      }
  return FALSE;
}

static xmlNode *
find_around (xmlNode *node, const char *const *names)
{
  for (; node != NULL && !is_root (node); node = node->parent)
    if (g_strv_contains (names, (const char *)node->name))
      return node;
  return NULL;
}

static xmlNode *
find_one_around (xmlNode *node, const char *name)
{
  const char *const names[] = { name, NULL };

  return find_around (node, names);
}

/* What belongs to a whole, and does not go anywhere alone; or the first words of an item or note,
 * which stand for it. */
static gboolean
is_part_of_parent (const xmlNode *node)
{
  static const char *const parts[] = { "caption", "figcaption", "td",    "th",      "tr",
                                       "thead",   "tbody",      "tfoot", "summary", NULL };
  static const char *const wholes[] = { "figcaption", "td", "th", NULL };
  static const char *const items[] = { "li", "dd", "dt", NULL };

  if (g_strv_contains (parts, (const char *)node->name) ||
      g_strv_contains (wholes, (const char *)node->parent->name))
    return TRUE;
  if (cog_xml_is (node, NULL, "img") || cog_xml_is (node, NULL, "svg"))
    return cog_xml_is (node->parent, NULL, "figure");
  return cog_xml_first_element (node->parent) == node &&
         (g_strv_contains (items, (const char *)node->parent->name) ||
          cog_block_is_note (node->parent));
}

static xmlNode *
find_nearest (xmlNode *node)
{
  while (!is_root (node) && !cog_vocabulary_is_block_node (node))
    node = node->parent;
  while (!is_root (node) && !is_root (node->parent) && is_part_of_parent (node))
    node = node->parent;
  return is_root (node) ? NULL : node;
}

/* The exercise is the problem with its solutions, whichever of them one stands in. */
static xmlNode *
find_exercise (xmlNode *node)
{
  xmlNode *part = find_one_around (node, "section");

  if (part != NULL && !is_root (part->parent) &&
      (cog_xml_has_word (part, "class", "problem") || cog_xml_has_word (part, "class", "solution")))
    return part->parent;
  return part;
}

xmlNode *
cog_block_find (xmlNode *element, CogBlockKind kind)
{
  static const char *const lists[] = { "ul", "ol", "dl", NULL };
  static const char *const cells[] = { "td", "th", NULL };
  xmlNode *found;

  g_return_val_if_fail (element != NULL, NULL);

  switch (kind)
    {
    case COG_BLOCK_NEAREST:
      return find_nearest (element);
    case COG_BLOCK_LIST:
      return find_around (element, lists);
    case COG_BLOCK_TABLE:
      return find_one_around (element, "table");
    case COG_BLOCK_ROW:
      return find_one_around (element, "tr");
    case COG_BLOCK_COLUMN:
      return find_around (element, cells);
    case COG_BLOCK_FIGURE:
      found = find_one_around (element, "figure");
      if (found == NULL && cog_xml_is (element, NULL, "img") &&
          cog_vocabulary_is_block_node (element))
        return element;
      return found;
    case COG_BLOCK_ASIDE:
      return find_one_around (element, "aside");
    case COG_BLOCK_QUOTE:
      return find_one_around (element, "blockquote");
    case COG_BLOCK_EXERCISE:
      return find_exercise (element);
    }
  return NULL;
}

gboolean
cog_block_may_stand_in (const xmlNode *parent, const char *element)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup_name (element);
  const CogVocabularyRow *holder = cog_vocabulary_lookup (parent);

  if (row == NULL || holder == NULL)
    return FALSE;
  if (row->parents != NULL)
    {
      g_auto (GStrv) names = g_strsplit (row->parents, " ", -1);

      return g_strv_contains ((const char *const *)names, (const char *)parent->name);
    }
  switch (holder->element)
    {
    case COG_ELEMENT_SECTION:
    case COG_ELEMENT_ASIDE:
    case COG_ELEMENT_QUOTE:
    case COG_ELEMENT_DETAILS:
      return TRUE;
    case COG_ELEMENT_HEADING:
    case COG_ELEMENT_PARAGRAPH:
    case COG_ELEMENT_PREFORMATTED:
    case COG_ELEMENT_LIST:
    case COG_ELEMENT_ITEM:
    case COG_ELEMENT_DESCRIPTION_LIST:
    case COG_ELEMENT_TERM:
    case COG_ELEMENT_DESCRIPTION:
    case COG_ELEMENT_TABLE:
    case COG_ELEMENT_CAPTION:
    case COG_ELEMENT_ROW_GROUP:
    case COG_ELEMENT_ROW:
    case COG_ELEMENT_CELL:
    case COG_ELEMENT_HEADER_CELL:
    case COG_ELEMENT_FIGURE:
    case COG_ELEMENT_FIGURE_CAPTION:
    case COG_ELEMENT_IMAGE:
    case COG_ELEMENT_AUDIO:
    case COG_ELEMENT_VIDEO:
    case COG_ELEMENT_TRACK:
    case COG_ELEMENT_RULE:
    case COG_ELEMENT_SUMMARY:
    case COG_ELEMENT_MATH:
    case COG_ELEMENT_SVG:
    case COG_ELEMENT_BREAK:
    case COG_ELEMENT_LINK:
    case COG_ELEMENT_SPAN:
      return FALSE;
    }
  return FALSE;
}

xmlNode *
cog_block_find_beside (xmlNode *element, const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (; element != NULL && !is_root (element); element = element->parent)
    if (cog_block_may_stand_in (element->parent, name) && !cog_xml_is (element, NULL, "summary"))
      return element;
  return NULL;
}

gboolean
cog_block_insert (xmlNode *root, xmlNode *after, xmlNode *fresh, GError **error)
{
  const char *name = (const char *)fresh->name;
  xmlNode *beside = after != NULL ? cog_block_find_beside (after, name) : NULL;
  xmlNode *first = cog_xml_first_element (root);

  if (beside == NULL && !cog_block_may_stand_in (root, name))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED, _ ("“%s” cannot stand there."), name);
      return FALSE;
    }
  if (beside != NULL)
    xmlAddNextSibling (beside, fresh);
  else if (first != NULL && cog_block_is_own_heading (first))
    xmlAddNextSibling (first, fresh);
  else if (root->children != NULL)
    xmlAddPrevSibling (root->children, fresh);
  else
    xmlAddChild (root, fresh);
  return TRUE;
}

void
cog_block_remove (xmlNode *element)
{
  g_return_if_fail (element != NULL);

  while (!is_root (element))
    {
      xmlNode *parent = element->parent;
      const CogVocabularyRow *row = cog_vocabulary_lookup (parent);

      cog_xml_remove (element);
      if (cog_xml_first_element (parent) != NULL || row == NULL ||
          row->element == COG_ELEMENT_CELL || row->element == COG_ELEMENT_HEADER_CELL)
        return;
      element = parent;
    }
}

xmlNode *
cog_block_new (const xmlNode *root, const char *name, const char *id)
{
  xmlNode *node = xmlNewDocNode (root->doc, root->ns, (const xmlChar *)name, NULL);

  cog_xml_set (node, "id", id);
  return node;
}
