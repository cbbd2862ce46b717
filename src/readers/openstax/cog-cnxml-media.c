/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cnxml-private.h"

#include <string.h>

static char *
dup_media_source (const xmlNode *media, const char **name)
{
  const xmlNode *best = NULL;

  for (const xmlNode *n = cog_xml_first_element (media); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *target = cog_xml_dup_attribute (n, "for");

      /* The same picture for screen and paper: that for the screen. */
      if (best == NULL || (cog_cnxml_is (best, "image") && cog_cnxml_is (n, "image") &&
                           g_strcmp0 (target, "online") == 0))
        best = n;
    }
  if (best == NULL)
    return NULL;
  *name = (const char *)best->name;
  return cog_xml_dup_attribute (best, "src");
}

void
cog_cnxml_convert_media (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  const char *name = NULL;
  g_autofree char *source = dup_media_source (node, &name);
  g_autofree char *alt = cog_xml_dup_attribute (node, "alt");
  xmlNode *element;

  if (source == NULL)
    return;
  if (strcmp (name, "image") == 0)
    {
      element = cog_cnxml_add (walk, parent, "img");
      cog_xml_set (element, "src", source);
      cog_xml_set (element, "alt", alt != NULL && alt[0] != '\0' ? alt : NULL);
    }
  else if (strcmp (name, "video") == 0 || strcmp (name, "audio") == 0)
    {
      element = cog_cnxml_add (walk, parent, name);
      cog_xml_set (element, "src", source);
      cog_xml_set (element, "title", alt);
    }
  else
    {
      element = cog_cnxml_add (walk, parent, "iframe");
      cog_xml_set (element, "src", source);
      cog_xml_set (element, "title", alt);
    }
  cog_cnxml_copy_id (node, element);
}

void
cog_cnxml_convert_figure (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *figure = cog_cnxml_add (walk, parent, "figure");
  xmlNode *caption = cog_xml_find_child (node, NULL, "caption");
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  const char *label = cog_cnxml_is (node, "figure") ? cog_cnxml_find_label (walk, node) : NULL;

  cog_cnxml_copy_id (node, figure);
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    if (n != caption && n != title && !cog_cnxml_is (n, "label"))
      cog_cnxml_convert (walk, n, figure);
  if (caption != NULL || title != NULL || label != NULL)
    {
      xmlNode *target = cog_cnxml_add (walk, figure, "figcaption");

      if (label != NULL)
        cog_cnxml_add_number (walk, target, label);
      if (title != NULL)
        cog_cnxml_convert_title (walk, title, target);
      if (caption != NULL)
        {
          cog_cnxml_copy_id (caption, target);
          cog_cnxml_convert_children (walk, caption, target);
        }
    }
}
