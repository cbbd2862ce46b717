/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-walk.h"

#include "cog-docx-findings.h"
#include "cog-reader-findings.h"

#include <string.h>

CogDocxWalk *
cog_docx_walk_new (CogDocxPackage *package, CogReport *report)
{
  CogDocxWalk *walk = g_new0 (CogDocxWalk, 1);
  const char *styles = cog_docx_package_find_kind (package, "styles");
  const char *numbering = cog_docx_package_find_kind (package, "numbering");
  xmlNode *root;

  walk->package = package;
  walk->report = report;
  walk->styles =
      cog_docx_styles_new (styles != NULL ? cog_docx_package_get_root (package, styles) : NULL);
  walk->numbering = cog_docx_numbering_new (
      numbering != NULL ? cog_docx_package_get_root (package, numbering) : NULL);
  walk->out = xmlNewDoc ((const xmlChar *)"1.0");
  root = xmlNewDocNode (walk->out, NULL, (const xmlChar *)"html", NULL);
  xmlDocSetRootElement (walk->out, root);
  walk->xhtml = xmlNewNs (root, (const xmlChar *)COG_NS_XHTML, NULL);
  walk->epub = xmlNewNs (root, (const xmlChar *)COG_NS_EPUB, (const xmlChar *)"epub");
  xmlSetNs (root, walk->xhtml);
  walk->pieces = g_ptr_array_new_with_free_func (g_free);
  walk->fields = g_ptr_array_new_with_free_func (cog_docx_field_free);
  walk->anchors = g_ptr_array_new_with_free_func (g_free);
  walk->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return walk;
}

void
cog_docx_walk_free (CogDocxWalk *walk)
{
  cog_docx_styles_free (walk->styles);
  cog_docx_numbering_free (walk->numbering);
  xmlFreeDoc (walk->out);
  g_ptr_array_unref (walk->pieces);
  g_ptr_array_unref (walk->fields);
  g_ptr_array_unref (walk->anchors);
  g_hash_table_unref (walk->ids);
  g_free (walk);
}

xmlNode *
cog_docx_add (CogDocxWalk *walk, xmlNode *parent, const char *name)
{
  xmlNode *node = xmlNewDocNode (walk->out, walk->xhtml, (const xmlChar *)name, NULL);

  xmlAddChild (parent, node);
  return node;
}

void
cog_docx_add_text (xmlNode *parent, const char *text)
{
  xmlAddChild (parent, xmlNewDocText (parent->doc, (const xmlChar *)text));
}

/* What an id cannot have is told by its number, so that two names stay two. */
char *
cog_docx_dup_anchor (const char *name)
{
  g_autoptr (GString) id = g_string_new ("b-");

  for (const char *c = name; *c != '\0' && id->len < 200; c = g_utf8_next_char (c))
    if (g_ascii_isalnum (*c) || strchr ("_-.", *c) != NULL)
      g_string_append_c (id, *c);
    else
      g_string_append_printf (id, "u%x", g_utf8_get_char (c));
  return g_strdup (id->str);
}

gboolean
cog_docx_has_content (const xmlNode *node)
{
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    if ((n->type == XML_TEXT_NODE && !xmlIsBlankNode ((xmlNode *)n)) ||
        cog_xml_is (n, NULL, "img") || cog_xml_is (n, NULL, "math"))
      return TRUE;
  return FALSE;
}

static CogDocxPiece *
begin_piece (CogDocxWalk *walk)
{
  CogDocxPiece *piece = g_new0 (CogDocxPiece, 1);

  piece->body = cog_docx_add (walk, xmlDocGetRootElement (walk->out), "body");
  piece->notes = cog_docx_add (walk, xmlDocGetRootElement (walk->out), "div");
  piece->is_front = walk->pieces->len == 0;
  g_ptr_array_add (walk->pieces, piece);
  return piece;
}

CogDocxPiece *
cog_docx_get_piece (CogDocxWalk *walk)
{
  if (walk->pieces->len == 0)
    return begin_piece (walk);
  return g_ptr_array_index (walk->pieces, walk->pieces->len - 1);
}

guint
cog_docx_get_level (CogDocxWalk *walk, const xmlNode *p)
{
  const xmlNode *properties = cog_docx_child (p, "pPr");
  g_autofree char *style = cog_docx_dup_child_val (properties, "pStyle");

  g_autofree char *outline = cog_docx_dup_child_val (properties, "outlineLvl");
  guint level = cog_docx_styles_get_level (walk->styles, style);

  if (level == 0 && outline != NULL && outline[0] >= '0' && outline[0] <= '8')
    return (guint)(outline[0] - '0') + 1;
  return level;
}

static gboolean
has_words (const xmlNode *p)
{
  for (const xmlNode *n = p; n != NULL; n = cog_xml_next_in (p, n))
    if (cog_docx_is (n, "t") && n->children != NULL && !xmlIsBlankNode (n->children))
      return TRUE;
  return FALSE;
}

/* Pieces begin at the highest headings that there are; a single one is the document's title. */
static guint
find_split_level (CogDocxWalk *walk, const xmlNode *body)
{
  guint counts[10] = { 0 };

  for (const xmlNode *n = cog_xml_first_element (body); n != NULL; n = cog_xml_next_element (n))
    if (cog_docx_is (n, "p") && has_words (n))
      counts[cog_docx_get_level (walk, n)]++;
  for (guint level = 1; level < 10; level++)
    if (counts[level] > 0)
      return level;
  return 0;
}

const xmlNode *
cog_docx_choose (const xmlNode *alternate)
{
  const xmlNode *fallback = NULL;

  for (const xmlNode *n = cog_xml_first_element (alternate); n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *needed = cog_xml_dup_attribute (n, "Requires");

      if (cog_xml_is (n, NULL, "Fallback"))
        fallback = n;
      /* Shapes, groups and their text are read; charts and drawings of later versions have a
       * picture to fall back to. */
      else if (needed != NULL && (g_str_equal (needed, "wps") || g_str_equal (needed, "wpg") ||
                                  g_str_equal (needed, "wp14")))
        return n;
    }
  return fallback != NULL ? fallback : cog_xml_first_element (alternate);
}

void
cog_docx_convert_into (CogDocxWalk *walk, const xmlNode *node, xmlNode *parent, const char *part)
{
  CogDocxFlow flow = { parent, part, g_array_new (FALSE, FALSE, sizeof (CogDocxList)), NULL,
                       FALSE };

  cog_docx_convert_blocks (walk, &flow, node);
  g_array_unref (flow.lists);
}

/* A block of a table of contents, as Word's own gallery makes it (17.5.2.12). */
static gboolean
is_contents (const xmlNode *sdt)
{
  const xmlNode *part = cog_docx_child (cog_docx_child (sdt, "sdtPr"), "docPartObj");
  g_autofree char *gallery = cog_docx_dup_child_val (part, "docPartGallery");

  return g_strcmp0 (gallery, "Table of Contents") == 0;
}

static void
add_anchor (CogDocxWalk *walk, const xmlNode *node)
{
  g_autofree char *name = cog_docx_dup (node, "name");

  if (name != NULL)
    g_ptr_array_add (walk->anchors, cog_docx_dup_anchor (name));
}

static void
convert_wrapper (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *node)
{
  const xmlNode *content = cog_docx_is (node, "sdt") ? cog_docx_child (node, "sdtContent") : node;

  if (cog_docx_is (node, "sdt") && is_contents (node))
    cog_report_add (walk->report, &cog_finding_contents_field, flow->part, NULL, NULL);
  else if (content != NULL)
    cog_docx_convert_blocks (walk, flow, content);
}

static gboolean
is_wrapper (const xmlNode *node)
{
  return cog_docx_is (node, "sdt") || cog_docx_is (node, "customXml") ||
         cog_docx_is (node, "ins") || cog_docx_is (node, "moveTo") ||
         cog_docx_is (node, "smartTag");
}

static void
convert_block (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *node)
{
  if (cog_docx_is (node, "p"))
    cog_docx_convert_paragraph (walk, flow, node);
  else if (cog_docx_is (node, "tbl"))
    cog_docx_convert_table (walk, flow, node);
  else if (is_wrapper (node))
    convert_wrapper (walk, flow, node);
  else if (cog_docx_is (node, "bookmarkStart"))
    add_anchor (walk, node);
  else if (cog_xml_is (node, NULL, "AlternateContent") && cog_docx_choose (node) != NULL)
    cog_docx_convert_blocks (walk, flow, cog_docx_choose (node));
  else if (cog_docx_is (node, "altChunk"))
    cog_report_add (walk->report, &cog_finding_object_dropped, flow->part, "altChunk", NULL);
}

void
cog_docx_convert_blocks (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *node)
{
  if (walk->depth >= COG_DOCX_DEPTH)
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);

      cog_report_add (walk->report, &cog_finding_too_deep, flow->part, NULL, NULL);
      if (text[0] != '\0')
        cog_docx_add_text (cog_docx_add (walk, flow->parent, "p"), text);
      return;
    }
  walk->depth++;
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      CogDocxPiece *piece = flow->is_main ? cog_docx_get_piece (walk) : NULL;
      gboolean splits =
          flow->is_main && cog_docx_is (n, "p") && has_words (n) && walk->split_level > 0 &&
          cog_docx_get_level (walk, n) == walk->split_level && !cog_docx_field_is_hidden (walk);

      if (splits)
        {
          cog_docx_close_lists (flow);
          flow->joined = NULL;
          if (cog_docx_has_content (piece->body))
            piece = begin_piece (walk);
          piece->is_front = FALSE;
          flow->parent = piece->body;
        }
      convert_block (walk, flow, n);
    }
  walk->depth--;
}

void
cog_docx_walk_run (CogDocxWalk *walk)
{
  const char *part = cog_docx_package_get_main (walk->package);
  const xmlNode *root = cog_docx_package_get_root (walk->package, part);
  const xmlNode *body = root != NULL ? cog_docx_child (root, "body") : NULL;
  CogDocxFlow flow = { NULL, part, g_array_new (FALSE, FALSE, sizeof (CogDocxList)), NULL, TRUE };

  flow.parent = cog_docx_get_piece (walk)->body;
  walk->split_level = body != NULL ? find_split_level (walk, body) : 0;
  if (body != NULL)
    cog_docx_convert_blocks (walk, &flow, body);
  g_array_unref (flow.lists);
  for (guint i = 0; i < walk->pieces->len; i++)
    {
      CogDocxPiece *piece = g_ptr_array_index (walk->pieces, i);

      cog_docx_place_captions (piece->body);
      xmlUnlinkNode (piece->notes);
      xmlAddChild (piece->body, piece->notes);
    }
}
