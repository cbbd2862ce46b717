/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markup-private.h"

#include "cog-vocabulary.h"

static gboolean
has_letters (const xmlNode *text)
{
  for (const char *c = (const char *)text->content; c != NULL && *c != '\0';
       c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

gboolean
cog_markup_is_line_of_links (const xmlNode *node)
{
  const xmlNode *n = node->children;
  guint links = 0;

  if (!cog_vocabulary_is_block_node (node))
    return FALSE;
  while (n != NULL)
    {
      gboolean is_link = cog_xml_is (n, COG_NS_XHTML, "a");

      if (cog_vocabulary_is_block_node (n) || (n->type == XML_TEXT_NODE && has_letters (n)))
        return FALSE;
      links += is_link;
      n = is_link ? cog_xml_skip_in (node, n) : cog_xml_next_in (node, n);
    }
  return links > 1;
}
