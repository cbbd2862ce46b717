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

/* A caption and its picture in one paragraph, as LibreOffice sets them in a frame. */
static void
make_figure (CogProse *prose, xmlNode *block)
{
  xmlNode *image = NULL;
  xmlNode *figure, *next;

  for (xmlNode *n = block; n != NULL; n = cog_xml_next_in (block, n))
    if (cog_xml_is (n, NULL, "img"))
      {
        if (image != NULL)
          return;
        image = n;
      }
  if (image == NULL)
    return;
  figure = cog_prose_add (prose, block->parent, "figure");
  xmlUnlinkNode (figure);
  xmlAddPrevSibling (block, figure);
  if (cog_xml_is (image->parent, NULL, "a"))
    image = image->parent;
  xmlUnlinkNode (image);
  xmlUnlinkNode (block);
  xmlAddChild (figure, image);
  xmlNodeSetName (block, (const xmlChar *)"figcaption");
  cog_xml_set (block, "class", NULL);
  xmlAddChild (figure, block);
  for (xmlNode *n = block->children; cog_xml_is (n, NULL, "br"); n = next)
    {
      next = n->next;
      cog_xml_remove (n);
    }
}

void
cog_prose_settle_pictures (CogProse *self, xmlNode *block)
{
  g_autofree char *text = cog_xml_dup_folded_text (block);

  if (!cog_xml_is (block, NULL, "p"))
    return;
  if (text[0] == '\0')
    {
      xmlNodeSetName (block, (const xmlChar *)"div");
      cog_xml_set (block, "class", NULL);
    }
  else if (cog_xml_has_word (block, "class", CAPTION))
    make_figure (self, block);
}

/* A frame that holds but a picture or table with its caption is no box. */
static gboolean
is_caption_box (const xmlNode *box)
{
  guint n_things = 0;

  for (const xmlNode *n = cog_xml_first_element (box); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "figure") || cog_xml_is (n, NULL, "table") ||
        cog_xml_is (n, NULL, "div"))
      n_things++;
    else if (!cog_xml_has_word (n, "class", CAPTION))
      return FALSE;
  return n_things == 1;
}

void
cog_prose_finish_box (xmlNode *box)
{
  if (!cog_prose_has_content (box))
    cog_xml_remove (box);
  else if (is_caption_box (box))
    cog_xml_unwrap (box);
}
