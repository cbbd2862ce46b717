/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-take.h"

/* A paragraph of spaces, with which pages make room. */
static gboolean
is_only_space (const xmlNode *node)
{
  const xmlNode *child = node->children;

  if (!cog_xml_is (node, NULL, "p") || child == NULL)
    return FALSE;
  for (; child != NULL; child = child->next)
    {
      const char *c = (const char *)child->content;

      if (cog_xml_is (child, NULL, "br") && !xmlHasProp ((xmlNode *)child, (const xmlChar *)"id"))
        continue;
      if (child->type != XML_TEXT_NODE)
        return FALSE;
      for (; *c != '\0'; c = g_utf8_next_char (c))
        if (!g_unichar_isspace (g_utf8_get_char (c)) && g_utf8_get_char (c) != 0x200B)
          return FALSE;
    }
  return TRUE;
}

void
cog_take_empty_spaces (xmlNode *root)
{
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (n->type == XML_ELEMENT_NODE && is_only_space (n))
      while (n->children != NULL)
        {
          xmlNode *child = n->children;

          xmlUnlinkNode (child);
          xmlFreeNode (child);
        }
}

/* Blocks without anything in them: an empty paragraph, a list whose items were dropped. */
void
cog_take_drop_empty (xmlNode *root)
{
  for (xmlNode *n = root, *next; n != NULL; n = next)
    {
      const CogVocabularyRow *row = cog_vocabulary_lookup (n);
      xmlNode *parent;

      next = cog_xml_next_in (root, n);
      while (n != root && row != NULL && n->children == NULL &&
             (row->model == COG_MODEL_INLINES || row->model == COG_MODEL_BLOCKS ||
              (row->model == COG_MODEL_EITHER && row->element != COG_ELEMENT_CELL &&
               row->element != COG_ELEMENT_HEADER_CELL)) &&
             row->element != COG_ELEMENT_AUDIO && row->element != COG_ELEMENT_VIDEO &&
             row->element != COG_ELEMENT_SPAN && row->element != COG_ELEMENT_ROW)
        {
          xmlNode *target = n->next != NULL ? n->next : n->parent;
          g_autofree char *id = cog_xml_dup_attribute (n, "id");

          next = cog_xml_skip_in (root, n);
          parent = n->parent;
          if (id != NULL && target->type == XML_ELEMENT_NODE &&
              !xmlHasProp (target, (const xmlChar *)"id"))
            cog_xml_set (target, "id", id);
          xmlUnlinkNode (n);
          xmlFreeNode (n);
          n = parent;
          row = cog_vocabulary_lookup (n);
        }
    }
}
