/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gutenberg.h"

#include "cog-vocabulary.h"

#include <string.h>

static xmlNode *
find_text (xmlNode *content, const char *words)
{
  for (xmlNode *n = content; n != NULL; n = cog_xml_next_in (content, n))
    if (n->type == XML_TEXT_NODE && n->content != NULL &&
        strstr ((const char *)n->content, words) != NULL)
      return n;
  return NULL;
}

static void
remove_node (xmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

/* Removes the block that node stands in, and all before or after it. */
static void
remove_from (xmlNode *content, xmlNode *node, gboolean before)
{
  xmlNode *block = node;

  while (block->parent != content && !cog_vocabulary_is_block_node (block) &&
         !cog_xml_is (block, NULL, "div"))
    block = block->parent;
  for (xmlNode *level = block; level != content; level = level->parent)
    while ((before ? level->prev : level->next) != NULL)
      remove_node (before ? level->prev : level->next);
  remove_node (block);
}

static gboolean
is_boilerplate (const xmlNode *node)
{
  return cog_xml_has_word (node, "class", "pg-boilerplate") ||
         cog_xml_has_word (node, "id", "pg-header") || cog_xml_has_word (node, "id", "pg-footer") ||
         cog_xml_has_word (node, "id", "pg-machine-header");
}

void
cog_gutenberg_remove (xmlNode *content)
{
  xmlNode *start;
  xmlNode *end;

  g_return_if_fail (content != NULL);

  for (xmlNode *n = content, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (content, n);
      if (n == content || !is_boilerplate (n))
        continue;
      next = cog_xml_skip_in (content, n);
      remove_node (n);
    }
  start = find_text (content, "*** START OF TH");
  if (start != NULL)
    remove_from (content, start, TRUE);
  end = find_text (content, "*** END OF TH");
  if (end != NULL)
    remove_from (content, end, FALSE);
}
