/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-reading.h"

#include <string.h>

static char *
dup_key (const char *file, const char *fragment)
{
  return g_strconcat (file, "#", fragment, NULL);
}

void
cog_epub_add_printed_page (GHashTable *pages, const char *file, const char *fragment, char *label)
{
  if (file != NULL && fragment != NULL && label[0] != '\0')
    g_hash_table_insert (pages, dup_key (file, fragment), label);
  else
    g_free (label);
}

static gboolean
is_break (const xmlNode *node)
{
  return cog_xml_has_word (node, "epub:type", "pagebreak") ||
         cog_xml_has_word (node, "role", "doc-pagebreak");
}

/* An empty place becomes the break; before anything else a new one is set. */
static void
mark (xmlNode *node, const char *label)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);
  xmlNode *place = node;

  if (is_break (node))
    {
      if (text[0] == '\0' && !xmlHasProp (node, (const xmlChar *)"title") &&
          !xmlHasProp (node, (const xmlChar *)"aria-label"))
        cog_xml_set (node, "aria-label", label);
      return;
    }
  if (text[0] != '\0' || cog_xml_first_element (node) != NULL ||
      xmlHasProp (node, (const xmlChar *)"href"))
    {
      place = xmlNewDocNode (node->doc, node->ns, (const xmlChar *)"span", NULL);
      if (cog_xml_is (node, NULL, "a") || cog_xml_is (node, NULL, "span") || node->children == NULL)
        xmlAddPrevSibling (node, place);
      else
        xmlAddPrevSibling (node->children, place);
    }
  cog_xml_set (place, "role", "doc-pagebreak");
  cog_xml_set (place, "aria-label", label);
}

void
cog_epub_mark_printed_pages (const CogEpubReading *r, const char *file, xmlNode *body)
{
  if (g_hash_table_size (r->printed_pages) == 0)
    return;
  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autofree char *key = NULL;
      const char *label;

      next = cog_xml_next_in (body, n);
      if (id == NULL && cog_xml_is (n, NULL, "a"))
        id = cog_xml_dup_attribute (n, "name");
      if (id == NULL)
        continue;
      key = dup_key (file, id);
      label = g_hash_table_lookup (r->printed_pages, key);
      if (label != NULL)
        mark (n, label);
    }
}
