/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-flow-private.h"

static gboolean
is_note (const xmlNode *node)
{
  return cog_xml_has_word (node, "epub:type", "footnote") ||
         cog_xml_has_word (node, "epub:type", "endnote") ||
         cog_xml_has_word (node, "epub:type", "rearnote");
}

static gboolean
is_in_note (const xmlNode *node)
{
  for (const xmlNode *n = node->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (is_note (n))
      return TRUE;
  return FALSE;
}

/* A note to a note stays where it is: no office program has such. */
static void
take_reference (CogFlow *self, const xmlNode *a, GHashTable *elements, guint counts[2])
{
  g_autofree char *href = cog_xml_dup_attribute (a, "href");
  const xmlNode *node =
      href != NULL && href[0] == '#' ? g_hash_table_lookup (elements, href + 1) : NULL;
  CogFlowNote *note;

  if (node == NULL || !is_note (node) || is_in_note (a) ||
      g_hash_table_contains (self->notes, href + 1))
    return;
  note = g_new0 (CogFlowNote, 1);
  note->node = node;
  note->is_endnote = !cog_xml_has_word (node, "epub:type", "footnote");
  note->number = ++counts[note->is_endnote ? 1 : 0];
  g_hash_table_insert (self->notes, g_strdup (href + 1), note);
}

void
cog_flow_index_notes (CogFlow *self)
{
  g_autoptr (GHashTable) elements = cog_book_index_elements (self->book);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (self->book);
  guint counts[2] = { 0, 0 };

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        if (cog_xml_is (n, COG_NS_XHTML, "a") && cog_xml_has_word (n, "role", "doc-noteref"))
          take_reference (self, n, elements, counts);
    }
}

CogFlowNote *
cog_flow_find_note (const CogFlow *self, const xmlNode *node)
{
  g_autofree char *id = is_note (node) ? cog_xml_dup_attribute (node, "id") : NULL;

  return id != NULL ? g_hash_table_lookup (self->notes, id) : NULL;
}

gboolean
cog_flow_is_emptied (const CogFlow *self, const xmlNode *root)
{
  guint n_notes = 0;

  if (!cog_xml_is (root, COG_NS_XHTML, "section") && !cog_xml_is (root, COG_NS_XHTML, "ol") &&
      !cog_xml_is (root, COG_NS_XHTML, "ul") && !cog_xml_is (root, COG_NS_XHTML, "aside"))
    return FALSE;
  for (const xmlNode *n = cog_xml_next_in (root, root); n != NULL;)
    {
      gboolean is_told = n->type == XML_ELEMENT_NODE && cog_flow_find_note (self, n) != NULL;
      gboolean is_heading = n->type == XML_ELEMENT_NODE && n->name[0] == 'h' &&
                            g_ascii_isdigit (n->name[1]) && n->name[2] == '\0';
      gboolean is_wrapper =
          cog_xml_is (n, COG_NS_XHTML, "section") || cog_xml_is (n, COG_NS_XHTML, "ol") ||
          cog_xml_is (n, COG_NS_XHTML, "ul") || cog_xml_is (n, COG_NS_XHTML, "aside");

      n_notes += (guint)is_told;
      if (!is_told && !is_heading && !is_wrapper && !xmlIsBlankNode (n))
        return FALSE;
      n = is_told || is_heading ? cog_xml_skip_in (root, n) : cog_xml_next_in (root, n);
    }
  return n_notes > 0;
}
