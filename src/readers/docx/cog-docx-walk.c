/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-walk.h"

#include "cog-prose-findings.h"
#include "cog-prose-own.h"
#include "cog-reader-findings.h"

#include <string.h>

CogDocxWalk *
cog_docx_walk_new (CogDocxPackage *package, CogReport *report)
{
  CogDocxWalk *walk = g_new0 (CogDocxWalk, 1);
  const char *styles = cog_docx_package_find_kind (package, "styles");
  const char *numbering = cog_docx_package_find_kind (package, "numbering");

  walk->package = package;
  walk->report = report;
  walk->styles =
      cog_docx_styles_new (styles != NULL ? cog_docx_package_get_root (package, styles) : NULL);
  walk->numbering = cog_docx_numbering_new (
      numbering != NULL ? cog_docx_package_get_root (package, numbering) : NULL);
  walk->prose = cog_prose_new (report);
  walk->fields = g_ptr_array_new_with_free_func (cog_docx_field_free);
  return walk;
}

void
cog_docx_walk_free (CogDocxWalk *walk)
{
  cog_docx_styles_free (walk->styles);
  cog_docx_numbering_free (walk->numbering);
  cog_prose_free (walk->prose);
  g_ptr_array_unref (walk->fields);
  g_free (walk);
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
  for (const xmlNode *n = p; n != NULL;)
    {
      if (cog_docx_is (n, "t") && n->children != NULL && !xmlIsBlankNode (n->children))
        return TRUE;
      n = cog_docx_is (n, "del") || cog_docx_is (n, "moveFrom") ? cog_xml_skip_in (p, n)
                                                                : cog_xml_next_in (p, n);
    }
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
    g_ptr_array_add (walk->prose->anchors, cog_prose_dup_anchor (name));
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
  else if (cog_docx_is (node, "altChunk") && !cog_docx_convert_chunk (walk, flow, node))
    cog_report_add (walk->report, &cog_finding_object_dropped, flow->part, "altChunk", NULL);
}

/* The bookmark at which a section of an edition of ours begins. (transfer full) (nullable) */
static char *
dup_mark (CogDocxWalk *walk, const xmlNode *block)
{
  for (const xmlNode *n = walk->prose->is_own ? block : NULL; n != NULL;
       n = cog_docx_is (n, "tbl") ? NULL : cog_xml_next_in (block, n))
    {
      g_autofree char *name = cog_docx_is (n, "bookmarkStart") ? cog_docx_dup (n, "name") : NULL;

      if (cog_prose_is_mark (walk->prose, name))
        return g_steal_pointer (&name);
    }
  return NULL;
}

/* (nullable): the block goes on where the one before it stands */
static CogProsePiece *
begin_piece (CogDocxWalk *walk, const xmlNode *block)
{
  CogProse *prose = walk->prose;
  guint level =
      cog_docx_is (block, "p") && has_words (block) ? cog_docx_get_level (walk, block) : 0;
  g_autofree char *mark = dup_mark (walk, block);

  if (mark != NULL)
    return cog_prose_begin_marked_piece (prose, mark);
  if (prose->is_own)
    return cog_prose_is_new_section (prose, level) ? cog_prose_begin_new_piece (prose, level)
                                                   : NULL;
  if (level == 0 || level != prose->split_level)
    return NULL;
  return cog_prose_has_content (cog_prose_get_piece (prose)->body) ? cog_prose_begin_piece (prose)
                                                                   : cog_prose_get_piece (prose);
}

static void
split_before (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *block)
{
  CogProsePiece *piece = begin_piece (walk, block);

  if (piece == NULL)
    return;
  cog_docx_close_lists (flow);
  flow->joined = NULL;
  flow->parent = piece->body;
}

void
cog_docx_convert_blocks (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *node)
{
  if (walk->depth >= COG_PROSE_DEPTH)
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);

      cog_report_add (walk->report, &cog_finding_too_deep, flow->part, NULL, NULL);
      if (text[0] != '\0')
        cog_prose_add_text (cog_prose_add (walk->prose, flow->parent, "p"), text);
      return;
    }
  walk->depth++;
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      if (flow->is_main && !cog_docx_field_is_hidden (walk))
        split_before (walk, flow, n);
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

  flow.parent = cog_prose_get_piece (walk->prose)->body;
  walk->prose->split_level = body != NULL ? find_split_level (walk, body) : 0;
  if (body != NULL)
    cog_docx_convert_blocks (walk, &flow, body);
  g_array_unref (flow.lists);
  cog_prose_finish (walk->prose);
}
