/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-stamp.h"

#include "cog-drawing-entities.h"
#include "cog-picture-rdf.h"

/* RDF in the metadata element of a drawing, as drawing programs and Commons write it (SVG 2, 5.9):
 * one cc:Work about the file. */

/* Of Creative Commons until 2008. */
#define NS_OLD_CC "http://web.resource.org/cc/"

static gboolean
is_cc (const xmlNode *node, const char *local_name)
{
  return cog_xml_is (node, COG_NS_CC, local_name) || cog_xml_is (node, NS_OLD_CC, local_name);
}

static xmlNode *
make_metadata (xmlNode *root)
{
  xmlNode *metadata = cog_xml_find_child (root, COG_NS_SVG, "metadata");
  xmlNode *place = cog_xml_first_element (root);

  if (metadata != NULL)
    return metadata;
  metadata = xmlNewDocNode (root->doc, root->ns, (const xmlChar *)"metadata", NULL);
  /* The title is to be the first. */
  while (cog_xml_is (place, COG_NS_SVG, "title") || cog_xml_is (place, COG_NS_SVG, "desc"))
    place = cog_xml_next_element (place);
  if (place != NULL)
    xmlAddPrevSibling (place, metadata);
  else
    xmlAddChild (root, metadata);
  return metadata;
}

/* What the drawing says of itself is one work: another beside it would contradict it. */
static xmlNode *
find_work (xmlNode *root)
{
  xmlNode *rdf = NULL;
  xmlNode *work;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      if (is_cc (n, "Work") || (rdf != NULL && cog_xml_is (n, COG_NS_RDF, "Description")))
        return n;
      if (rdf == NULL && cog_xml_is (n, COG_NS_RDF, "RDF"))
        rdf = n;
    }
  if (rdf == NULL)
    rdf = cog_picture_rdf_add (make_metadata (root), COG_NS_RDF, "rdf", "RDF");
  work = cog_picture_rdf_add (rdf, COG_NS_CC, "cc", "Work");
  xmlNewNsProp (work, rdf->ns, (const xmlChar *)"about", (const xmlChar *)"");
  return work;
}

/* What RDF says of a licence that it is not under any more goes with it. */
static void
drop_licences (const CogPictureStamp *stamp, CogPictureRdf *rdf, xmlNode *root)
{
  for (xmlNode *n = root, *next; n != NULL; n = next)
    {
      g_autofree char *about =
          is_cc (n, "License") ? cog_xml_dup_attribute_ns (n, COG_NS_RDF, "about") : NULL;
      gboolean is_other = about != NULL && cog_picture_stamp_contradicts (stamp, about, about);

      next = is_other ? cog_xml_skip_in (root, n) : cog_xml_next_in (root, n);
      if (!is_other)
        continue;
      cog_xml_remove (n);
      rdf->is_changed = TRUE;
    }
}

static void
settle_licence (const CogPictureStamp *stamp, CogPictureRdf *rdf, xmlNode *root)
{
  g_autofree char *link = cog_picture_rdf_dup (rdf, &cog_picture_licence);

  drop_licences (stamp, rdf, root);
  if (link != NULL && stamp->licence_url == NULL &&
      cog_picture_stamp_contradicts (stamp, link, link))
    cog_picture_rdf_clear (rdf, &cog_picture_licence);
  cog_picture_rdf_set_address (rdf, &cog_picture_licence, stamp->licence_url);
}

static void
fill (const CogPictureStamp *stamp, CogPictureRdf *rdf, xmlNode *root)
{
  g_autofree char *had_title = cog_picture_rdf_dup (rdf, &cog_picture_title);
  g_autofree char *new_title = cog_picture_stamp_dup_title (stamp, had_title);
  g_autofree char *had_rights = cog_picture_rdf_dup (rdf, &cog_picture_rights);
  g_autofree char *new_rights = cog_picture_stamp_dup_rights (stamp, had_rights);
  g_autoptr (GPtrArray) creators = cog_picture_rdf_list (rdf, &cog_picture_creator);
  g_autoptr (GPtrArray) all = cog_picture_stamp_merge (creators, stamp->creators);

  settle_licence (stamp, rdf, root);
  cog_picture_rdf_set_text (rdf, &cog_picture_title, new_title);
  cog_picture_rdf_set_agents (rdf, &cog_picture_creator, all);
  cog_picture_rdf_set_text (rdf, &cog_picture_rights, new_rights);
  cog_picture_rdf_set_text (rdf, &cog_picture_source, stamp->source);
  cog_picture_rdf_set_text (rdf, &cog_picture_name, stamp->names);
  cog_picture_rdf_set_address (rdf, &cog_picture_address, stamp->source_url);
}

GBytes *
cog_picture_stamp_put_svg (const CogPictureStamp *stamp, GBytes *drawing)
{
  g_autoptr (GBytes) expanded = cog_drawing_expand_entities (drawing);
  g_autoptr (xmlDoc) document =
      cog_xml_parse (expanded != NULL ? expanded : drawing, "svg", NULL, NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autoptr (GPtrArray) subjects = g_ptr_array_new ();
  CogPictureRdf rdf = { subjects, FALSE };
  xmlChar *text = NULL;
  int length = 0;
  GBytes *bytes;

  if (root == NULL || !cog_xml_is (root, COG_NS_SVG, "svg"))
    return NULL;
  g_ptr_array_add (subjects, find_work (root));
  fill (stamp, &rdf, root);
  if (!rdf.is_changed)
    return NULL;
  xmlDocDumpMemoryEnc (document, &text, &length, "UTF-8");
  if (text == NULL)
    return NULL;
  bytes = g_bytes_new (text, (gsize)length);
  xmlFree (text);
  return bytes;
}
