/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-stamp.h"

#include "cog-drawing-entities.h"
#include "cog-xmp.h"

#include <string.h>

/* RDF in the metadata element of a drawing, as drawing programs and Commons write it (SVG 2, 5.9):
 * one cc:Work about the file. */

#define NS_DC "http://purl.org/dc/elements/1.1/"
#define NS_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
/* Of Creative Commons until 2008. */
#define NS_OLD_CC "http://web.resource.org/cc/"

static gboolean
is_cc (const xmlNode *node, const char *name)
{
  return cog_xml_is (node, COG_NS_CC, name) || cog_xml_is (node, NS_OLD_CC, name);
}

static xmlNs *
get_ns (xmlNode *node, const char *href, const char *prefix)
{
  xmlNs *ns = xmlSearchNsByHref (node->doc, node, (const xmlChar *)href);

  /* A default namespace would do for the element, but not for an attribute. */
  return ns != NULL && ns->prefix != NULL
             ? ns
             : xmlNewNs (node, (const xmlChar *)href, (const xmlChar *)prefix);
}

static xmlNode *
add_element (xmlNode *parent, const char *href, const char *prefix, const char *name)
{
  xmlNode *node = xmlNewChild (parent, NULL, (const xmlChar *)name, NULL);

  xmlSetNs (node, get_ns (parent, href, prefix));
  return node;
}

static xmlNode *
find_metadata (xmlNode *root)
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
find_work (xmlNode *root, gboolean *is_new)
{
  xmlNode *rdf = NULL;
  xmlNode *work;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      if (is_cc (n, "Work") || (rdf != NULL && cog_xml_is (n, NS_RDF, "Description")))
        return n;
      if (rdf == NULL && cog_xml_is (n, NS_RDF, "RDF"))
        rdf = n;
    }
  *is_new = TRUE;
  if (rdf == NULL)
    rdf = add_element (find_metadata (root), NS_RDF, "rdf", "RDF");
  get_ns (rdf, COG_NS_CC, "cc");
  get_ns (rdf, NS_DC, "dc");
  work = add_element (rdf, COG_NS_CC, "cc", "Work");
  xmlNewNsProp (work, get_ns (rdf, NS_RDF, "rdf"), (const xmlChar *)"about", (const xmlChar *)"");
  return work;
}

static xmlNode *
find_statement (const xmlNode *work, const char *href, const char *name)
{
  for (xmlNode *n = cog_xml_first_element (work); n != NULL; n = cog_xml_next_element (n))
    if (g_str_equal (href, COG_NS_CC) ? is_cc (n, name) : cog_xml_is (n, href, name))
      return n;
  return NULL;
}

/* What a statement says: words, or an address. (transfer full) (nullable) */
static char *
dup_value (const xmlNode *statement)
{
  char *text = statement != NULL ? cog_xml_dup_folded_text (statement) : NULL;

  if (text != NULL && text[0] != '\0')
    return text;
  g_free (text);
  return statement != NULL ? cog_xml_dup_attribute_ns (statement, NS_RDF, "resource") : NULL;
}

static xmlNode *
make_statement (xmlNode *work, const char *href, const char *prefix, const char *name)
{
  xmlNode *node = find_statement (work, href, name);

  if (node == NULL)
    return add_element (work, href, prefix, name);
  while (node->children != NULL)
    cog_xml_remove (node->children);
  return node;
}

static gboolean
set_words (xmlNode *work, const char *href, const char *prefix, const char *name, const char *words)
{
  xmlNode *old = find_statement (work, href, name);
  g_autofree char *existing = dup_value (old);
  xmlNode *node;

  if (words == NULL || g_strcmp0 (existing, words) == 0)
    return FALSE;
  node = make_statement (work, href, prefix, name);
  xmlUnsetNsProp (node, get_ns (work, NS_RDF, "rdf"), (const xmlChar *)"resource");
  xmlNodeAddContent (node, (const xmlChar *)words);
  return TRUE;
}

static gboolean
set_address (xmlNode *work, const char *name, const char *url)
{
  xmlNode *old = find_statement (work, COG_NS_CC, name);
  g_autofree char *existing = dup_value (old);
  xmlNode *node;

  if (url == NULL || g_strcmp0 (existing, url) == 0)
    return FALSE;
  node = make_statement (work, COG_NS_CC, "cc", name);
  xmlSetNsProp (node, get_ns (work, NS_RDF, "rdf"), (const xmlChar *)"resource",
                (const xmlChar *)url);
  return TRUE;
}

/* Each in an element of its own, as an agent with a name. */
static gboolean
set_creators (xmlNode *work, const GPtrArray *names)
{
  g_autoptr (GPtrArray) had = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = NULL;

  for (xmlNode *n = cog_xml_first_element (work); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, NS_DC, "creator"))
      g_ptr_array_add (had, cog_xml_dup_folded_text (n));
  g_ptr_array_add (had, NULL);
  all = cog_picture_stamp_merge ((const char *const *)had->pdata, names);
  if (all == NULL)
    return FALSE;
  for (xmlNode *n; (n = find_statement (work, NS_DC, "creator")) != NULL;)
    cog_xml_remove (n);
  for (guint i = 0; i < all->len; i++)
    {
      xmlNode *creator = add_element (work, NS_DC, "dc", "creator");
      xmlNode *agent = add_element (creator, COG_NS_CC, "cc", "Agent");
      xmlNode *title = add_element (agent, NS_DC, "dc", "title");

      xmlNodeAddContent (title, (const xmlChar *)g_ptr_array_index (all, i));
    }
  return TRUE;
}

/* What RDF says of another licence goes with it. */
static gboolean
drop_contradictions (const CogPictureStamp *stamp, xmlNode *root, xmlNode *work)
{
  gboolean any = FALSE;

  for (xmlNode *n = root, *next; n != NULL; n = next)
    {
      g_autofree char *value = NULL;

      next = cog_xml_next_in (root, n);
      if (is_cc (n, "license") && n->parent == work && stamp->licence_url == NULL)
        value = dup_value (n);
      else if (is_cc (n, "License"))
        value = cog_xml_dup_attribute_ns (n, NS_RDF, "about");
      if (value == NULL || !cog_picture_stamp_contradicts (stamp, value, value))
        continue;
      next = cog_xml_skip_in (root, n);
      cog_xml_remove (n);
      any = TRUE;
    }
  return any;
}

/* FALSE: the drawing says all that already. */
static gboolean
fill (const CogPictureStamp *stamp, xmlNode *root)
{
  gboolean is_changed = FALSE;
  xmlNode *work = find_work (root, &is_changed);
  g_autofree char *had_title = dup_value (find_statement (work, NS_DC, "title"));
  g_autofree char *title = cog_picture_stamp_dup_title (stamp, had_title);
  g_autofree char *had_rights = dup_value (find_statement (work, NS_DC, "rights"));
  g_autofree char *rights = cog_picture_stamp_dup_rights (stamp, had_rights);

  is_changed |= drop_contradictions (stamp, root, work);
  is_changed |= set_address (work, "license", stamp->licence_url);
  is_changed |= set_words (work, NS_DC, "dc", "title", title);
  is_changed |= set_creators (work, stamp->creators);
  is_changed |= set_words (work, NS_DC, "dc", "rights", rights);
  is_changed |= set_words (work, NS_DC, "dc", "source", stamp->source);
  is_changed |= set_words (work, COG_NS_CC, "cc", "attributionName", stamp->names);
  is_changed |= set_address (work, "attributionURL", stamp->source_url);
  return is_changed;
}

GBytes *
cog_picture_stamp_put_svg (const CogPictureStamp *stamp, GBytes *drawing)
{
  g_autoptr (GBytes) expanded = cog_drawing_expand_entities (drawing);
  g_autoptr (xmlDoc) document =
      cog_xml_parse (expanded != NULL ? expanded : drawing, "svg", NULL, NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  xmlChar *text = NULL;
  int length = 0;
  GBytes *bytes;

  if (root == NULL || !cog_xml_is (root, COG_NS_SVG, "svg") || !fill (stamp, root))
    return NULL;
  xmlDocDumpMemoryEnc (document, &text, &length, "UTF-8");
  if (text == NULL)
    return NULL;
  bytes = g_bytes_new (text, (gsize)length);
  xmlFree (text);
  return bytes;
}
