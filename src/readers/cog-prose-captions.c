/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose.h"

#include <string.h>

#define CAPTION "prose-caption"

void
cog_prose_mark_caption (xmlNode *block)
{
  cog_xml_set (block, "class", CAPTION);
}

static xmlNode *
get_previous (const xmlNode *node)
{
  xmlNode *n = node->prev;

  while (n != NULL && n->type != XML_ELEMENT_NODE)
    n = n->prev;
  return n;
}

static gboolean
is_picture (const xmlNode *node)
{
  g_autofree char *text = NULL;
  gboolean has_image = FALSE;

  if (!cog_xml_is (node, NULL, "div"))
    return FALSE;
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    has_image = has_image || cog_xml_is (n, NULL, "img");
  text = cog_xml_dup_folded_text (node);
  return has_image && text[0] == '\0';
}

static gboolean
is_open_table (const xmlNode *node)
{
  return cog_xml_is (node, NULL, "table") && cog_xml_find_child (node, NULL, "caption") == NULL;
}

/* Word puts a picture's caption below it and a table's above it, unless it is told otherwise. */
static xmlNode *
find_owner (const xmlNode *caption)
{
  xmlNode *before = get_previous (caption);
  xmlNode *after = cog_xml_next_element (caption);

  if (is_picture (before))
    return before;
  if (is_open_table (after))
    return after;
  if (is_open_table (before))
    return before;
  return is_picture (after) ? after : NULL;
}

static void
place (xmlNode *caption)
{
  xmlNode *owner = find_owner (caption);
  gboolean is_above;

  cog_xml_set (caption, "class", NULL);
  if (owner == NULL)
    return;
  is_above = cog_xml_next_element (caption) == owner;
  xmlUnlinkNode (caption);
  if (cog_xml_is (owner, NULL, "table"))
    xmlNodeSetName (caption, (const xmlChar *)"caption");
  else
    {
      xmlNodeSetName (owner, (const xmlChar *)"figure");
      xmlNodeSetName (caption, (const xmlChar *)"figcaption");
    }
  if (owner->children != NULL && (is_above || cog_xml_is (owner, NULL, "table")))
    xmlAddPrevSibling (owner->children, caption);
  else
    xmlAddChild (owner, caption);
}

/* An item without a word was only a line that was left empty. */
static gboolean
is_empty_item (const xmlNode *node)
{
  return (cog_xml_is (node, NULL, "li") || cog_xml_is (node, NULL, "ol") ||
          cog_xml_is (node, NULL, "ul")) &&
         !cog_prose_has_content (node);
}

void
cog_prose_place_captions (xmlNode *body)
{
  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      if (is_empty_item (n))
        {
          next = cog_xml_skip_in (body, n);
          cog_xml_remove (n);
          continue;
        }
      next = cog_xml_next_in (body, n);
      if (cog_xml_is (n, NULL, "p") && cog_xml_has_word (n, "class", CAPTION))
        {
          next = cog_xml_skip_in (body, n);
          place (n);
        }
    }
}
