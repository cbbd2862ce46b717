/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-metadata-private.h"

#include "cog-drawing-entities.h"

#define NS_DC "http://purl.org/dc/elements/1.1/"
#define NS_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static gboolean
is_cc (const xmlNode *node, const char *name)
{
  return cog_xml_is (node, "http://creativecommons.org/ns#", name) ||
         cog_xml_is (node, "http://web.resource.org/cc/", name);
}

/* "dc:creator" may hold words, or an Agent whose title they are. */
static void
add_words (CogPictureFinds *self, CogPictureUse use, const char *place, const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);
  g_autofree char *link = cog_xml_dup_attribute_ns (node, NS_RDF, "resource");

  if (text[0] != '\0')
    cog_picture_finds_add (self, use, place, text);
  else if (link != NULL)
    cog_picture_finds_add (self, use, place, link);
}

static void
read_statement (CogPictureFinds *self, const xmlNode *node)
{
  if (cog_xml_is (node, NS_DC, "title"))
    add_words (self, COG_PICTURE_TITLE, "SVG dc:title", node);
  else if (cog_xml_is (node, NS_DC, "creator"))
    add_words (self, COG_PICTURE_AUTHOR, "SVG dc:creator", node);
  else if (cog_xml_is (node, NS_DC, "rights"))
    add_words (self, COG_PICTURE_LICENCE, "SVG dc:rights", node);
  else if (cog_xml_is (node, NS_DC, "source"))
    add_words (self, COG_PICTURE_SOURCE, "SVG dc:source", node);
  else if (is_cc (node, "license"))
    add_words (self, COG_PICTURE_LICENCE_LINK, "SVG cc:license", node);
  else if (is_cc (node, "attributionName"))
    add_words (self, COG_PICTURE_NAME, "SVG cc:attributionName", node);
  else if (is_cc (node, "attributionURL"))
    add_words (self, COG_PICTURE_SOURCE, "SVG cc:attributionURL", node);
}

/* A rel="license" link stands beside RDF, or for it. */
static void
read_link (CogPictureFinds *self, const xmlNode *node)
{
  g_autofree char *link = NULL;

  if (!cog_xml_is (node, COG_NS_SVG, "a") || !cog_xml_has_word (node, "rel", "license"))
    return;
  link = cog_xml_dup_attribute (node, "href");
  if (link == NULL)
    link = cog_xml_dup_attribute_ns (node, COG_NS_XLINK, "href");
  if (link != NULL)
    cog_picture_finds_add (self, COG_PICTURE_LICENCE_LINK, "SVG rel=license", link);
}

void
cog_picture_finds_read_svg (CogPictureFinds *self, GBytes *bytes)
{
  g_autoptr (GBytes) expanded = cog_drawing_expand_entities (bytes);
  g_autoptr (xmlDoc) document =
      cog_xml_parse (expanded != NULL ? expanded : bytes, self->name, NULL, NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  const xmlNode *title = root != NULL ? cog_xml_find_child (root, COG_NS_SVG, "title") : NULL;
  const xmlNode *alt = root != NULL ? cog_xml_find_child (root, COG_NS_SVG, "desc") : NULL;

  for (const xmlNode *n = root; n != NULL;)
    {
      gboolean is_statement =
          n->type == XML_ELEMENT_NODE &&
          (is_cc (n->parent, "Work") || cog_xml_is (n->parent, NS_RDF, "Description"));

      if (is_statement)
        read_statement (self, n);
      else if (n->type == XML_ELEMENT_NODE)
        read_link (self, n);
      n = is_statement ? cog_xml_skip_in (root, n) : cog_xml_next_in (root, n);
    }
  if (title != NULL)
    add_words (self, COG_PICTURE_TITLE, "SVG title", title);
  if (alt != NULL)
    add_words (self, COG_PICTURE_ALT, "SVG desc", alt);
}
