/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-reading.h"
#include "cog-vocabulary.h"

/* "Table of contents", "Spis treści": as long as what a list of contents is called by itself. */
#define MAX_CALL 20 /* letters */

gboolean
cog_epub_may_be_contents (CogEpubReading *r, const CogEpubItem *item)
{
  const char *type = g_hash_table_lookup (r->landmarks, item->file);

  if (cog_epub_item_has_property (item, "nav"))
    return TRUE;
  if (type == NULL)
    type = g_hash_table_lookup (r->package->guide, item->file);
  return g_strcmp0 (type, "toc") == 0;
}

static void
remove_lists (xmlNode *body)
{
  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (body, n);
      if (n == body || !cog_xml_is (n, NULL, "nav"))
        continue;
      next = cog_xml_skip_in (body, n);
      xmlUnlinkNode (n);
      xmlFreeNode (n);
    }
}

static gboolean
holds_link (const xmlNode *block)
{
  for (const xmlNode *n = block; n != NULL; n = cog_xml_next_in (block, n))
    if (cog_xml_is (n, NULL, "a"))
      {
        g_autofree char *href = cog_xml_dup_attribute (n, "href");

        if (href != NULL && g_ascii_strncasecmp (href, "http", 4) != 0)
          return TRUE;
      }
  return FALSE;
}

/* The block that a text stands in. */
static const xmlNode *
find_block (const xmlNode *body, const xmlNode *text)
{
  const xmlNode *n = text->parent;

  while (n != body && !cog_vocabulary_is_block_node (n) && !cog_xml_is (n, NULL, "div"))
    n = n->parent;
  return n;
}

static gboolean
is_heading (const xmlNode *node)
{
  return node->name[0] == 'h' && g_ascii_isdigit (node->name[1]);
}

gboolean
cog_epub_take_out_contents (const CogEpubItem *item, xmlNode *body)
{
  guint letters = 0;

  if (cog_epub_item_has_property (item, "nav"))
    remove_lists (body);
  for (const xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      const xmlNode *block = n->type == XML_TEXT_NODE ? find_block (body, n) : NULL;

      if (block == NULL || n->content == NULL || is_heading (block) || holds_link (block))
        continue;
      for (const char *c = (const char *)n->content; *c != '\0'; c = g_utf8_next_char (c))
        letters += g_unichar_isalpha (g_utf8_get_char (c));
    }
  return letters > MAX_CALL;
}
