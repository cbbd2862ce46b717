/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-section.h"

CogSection *
cog_section_new (const char *id, const char *title)
{
  CogSection *section = g_new0 (CogSection, 1);

  section->id = g_strdup (id);
  section->title = g_strdup (title);
  section->is_linear = TRUE;
  section->children = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_section_free);
  return section;
}

/* Depth is bounded by what readers make of a table of contents (COG_CONTAINER_MAX_DEPTH or less).
 */
void
cog_section_free (CogSection *section)
{
  if (section == NULL)
    return;
  g_free (section->id);
  g_free (section->title);
  g_free (section->type);
  g_free (section->language);
  g_free (section->origin);
  g_clear_pointer (&section->content, xmlFreeDoc);
  g_ptr_array_unref (section->children);
  g_free (section);
}

xmlNode *
cog_section_get_root (const CogSection *section)
{
  g_return_val_if_fail (section != NULL, NULL);
  return section->content != NULL ? xmlDocGetRootElement (section->content) : NULL;
}

xmlNode *
cog_section_make_content (CogSection *section)
{
  xmlNode *root;
  xmlNs *ns;

  g_return_val_if_fail (section != NULL, NULL);

  g_clear_pointer (&section->content, xmlFreeDoc);
  section->content = xmlNewDoc ((const xmlChar *)"1.0");
  root = xmlNewDocNode (section->content, NULL, (const xmlChar *)"section", NULL);
  xmlDocSetRootElement (section->content, root);
  ns = xmlNewNs (root, (const xmlChar *)COG_NS_XHTML, NULL);
  xmlSetNs (root, ns);
  xmlNewNs (root, (const xmlChar *)COG_NS_EPUB, (const xmlChar *)"epub");
  cog_xml_set (root, "id", section->id);
  return root;
}
