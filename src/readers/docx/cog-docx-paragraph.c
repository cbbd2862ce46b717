/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-findings.h"
#include "cog-docx-line.h"
#include "cog-language.h"

#include <string.h>

/* Marks a caption until it is where it belongs. */
#define CAPTION "docx-caption"

static xmlNode *
get_last_element (const xmlNode *parent)
{
  xmlNode *n = parent->last;

  while (n != NULL && n->type != XML_ELEMENT_NODE)
    n = n->prev;
  return n;
}

/* Lines of code follow each other in one block, paragraphs of a quotation in another. */
static xmlNode *
open_group (CogDocxWalk *walk, CogDocxFlow *flow, const char *name)
{
  xmlNode *last = get_last_element (flow->parent);

  return cog_xml_is (last, NULL, name) ? last : cog_docx_add (walk, flow->parent, name);
}

static xmlNode *
open_code (CogDocxWalk *walk, CogDocxFlow *flow)
{
  xmlNode *block = open_group (walk, flow, "pre");

  if (block->children != NULL)
    cog_docx_add_text (block, "\n");
  return block;
}

static xmlNode *
open_heading (CogDocxWalk *walk, CogDocxFlow *flow, guint level)
{
  guint depth = level < walk->split_level ? 1 : level - walk->split_level + 1;
  char name[3] = { 'h', (char)('0' + CLAMP (depth, 1, 6)), '\0' };

  return cog_docx_add (walk, flow->parent, name);
}

static xmlNode *
open_block (CogDocxWalk *walk, CogDocxFlow *flow, CogDocxKind kind, guint level)
{
  xmlNode *block;

  if (level > 0)
    return open_heading (walk, flow, level);
  if (kind == COG_DOCX_CODE)
    return open_code (walk, flow);
  if (kind == COG_DOCX_QUOTE)
    return cog_docx_add (walk, open_group (walk, flow, "blockquote"), "p");
  if (kind == COG_DOCX_TITLE && cog_docx_get_piece (walk)->title == NULL && flow->is_main)
    return cog_docx_add (walk, flow->parent, "h1");
  block = cog_docx_add (walk, flow->parent, "p");
  if (kind == COG_DOCX_SUBTITLE)
    {
      cog_xml_set (block, "role", "doc-subtitle");
      xmlSetNsProp (block, walk->epub, (const xmlChar *)"type", (const xmlChar *)"subtitle");
    }
  if (kind == COG_DOCX_CAPTION)
    cog_xml_set (block, "class", CAPTION);
  return block;
}

/* Bookmarks that stand between blocks lead to the next one. */
static void
take_anchors (CogDocxWalk *walk, xmlNode *block)
{
  for (guint i = 0; i < walk->anchors->len; i++)
    {
      const char *id = g_ptr_array_index (walk->anchors, i);

      if (g_hash_table_add (walk->ids, g_strdup (id)))
        cog_xml_set (cog_docx_add (walk, block, "span"), "id", id);
    }
  g_ptr_array_set_size (walk->anchors, 0);
}

/* An empty line is only space; its bookmarks go to what comes after it. */
static void
drop_empty (CogDocxWalk *walk, xmlNode *block)
{
  for (xmlNode *n = block; n != NULL; n = cog_xml_next_in (block, n))
    {
      char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id == NULL)
        continue;
      g_hash_table_remove (walk->ids, id);
      g_ptr_array_add (walk->anchors, id);
    }
  cog_xml_remove (block);
}

static void
set_direction (CogDocxWalk *walk, const xmlNode *properties, xmlNode *block)
{
  gboolean is_rtl = cog_docx_toggle (properties, "bidi") == 1;
  gboolean is_book_rtl = walk->language != NULL && cog_language_is_rtl (walk->language);
  g_autofree char *text = cog_xml_dup_text (block);
  gboolean reads_rtl = FALSE;

  /* Without a word for it, what the letters say: a line of code in an Arabic book. */
  if (is_rtl != is_book_rtl && cog_text_guess_rtl (text, &reads_rtl) && reads_rtl == is_rtl)
    cog_xml_set (block, "dir", is_rtl ? "rtl" : "ltr");
}

/* What holds pictures and no word is no paragraph. */
static void
settle_pictures (xmlNode *block)
{
  g_autofree char *text = cog_xml_dup_folded_text (block);

  if (text[0] == '\0' && cog_xml_is (block, NULL, "p"))
    {
      xmlNodeSetName (block, (const xmlChar *)"div");
      cog_xml_set (block, "class", NULL);
    }
}

static void
add_boxes (CogDocxLine *line)
{
  for (guint i = 0; i < line->boxes->len; i++)
    {
      xmlNode *box = cog_docx_add (line->walk, line->flow->parent, "aside");

      cog_xml_set (box, "class", "box");
      cog_docx_convert_into (line->walk, g_ptr_array_index (line->boxes, i), box, line->flow->part);
      if (!cog_docx_has_content (box))
        cog_xml_remove (box);
    }
}

static xmlNode *
open_any (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *p, CogDocxKind kind, guint level)
{
  xmlNode *block = g_steal_pointer (&flow->joined);

  if (block == NULL && !cog_docx_field_is_hidden (walk))
    block = cog_docx_open_item (walk, flow, p);
  if (block == NULL)
    {
      cog_docx_close_lists (flow);
      block = open_block (walk, flow, kind, level);
    }
  return block;
}

/* Whether the end of the paragraph was deleted, so that the next one is its rest (17.13.5.15). */
static gboolean
is_end_deleted (const xmlNode *properties)
{
  const xmlNode *mark = cog_docx_child (properties, "rPr");

  return cog_docx_child (mark, "del") != NULL || cog_docx_child (mark, "moveFrom") != NULL;
}

static void
finish_block (CogDocxLine *line, const xmlNode *properties)
{
  xmlNode *block = line->block;

  if (is_end_deleted (properties))
    {
      line->flow->joined = block;
      return;
    }
  if (cog_docx_has_content (block))
    {
      set_direction (line->walk, properties, block);
      settle_pictures (block);
    }
  else if (!cog_xml_is (block, NULL, "pre") && !cog_xml_is (block, NULL, "li"))
    drop_empty (line->walk, block);
}

static void
convert_into_block (CogDocxLine *line, const xmlNode *p)
{
  const xmlNode *properties = cog_docx_child (p, "pPr");

  take_anchors (line->walk, line->block);
  cog_docx_convert_inline (line, p);
  finish_block (line, properties);
  add_boxes (line);
}

/* Its fields begin and end in it, so it is read; what it says is not kept. */
static void
pass_over (CogDocxLine *line, const xmlNode *p)
{
  line->block = cog_docx_add (line->walk, line->flow->parent, "p");
  cog_docx_convert_inline (line, p);
  if (cog_docx_has_content (line->block))
    cog_report_add (line->walk->report, &cog_finding_contents_field, line->flow->part, NULL, NULL);
  drop_empty (line->walk, line->block);
}

/* Names a piece by its first heading. */
static void
take_title (CogDocxWalk *walk, CogDocxFlow *flow, xmlNode *block)
{
  CogDocxPiece *piece = flow->is_main ? cog_docx_get_piece (walk) : NULL;

  if (piece != NULL && piece->title == NULL && cog_xml_is (block, NULL, "h1"))
    piece->title = block;
}

void
cog_docx_convert_paragraph (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *p)
{
  const xmlNode *properties = cog_docx_child (p, "pPr");
  g_autofree char *style = cog_docx_dup_child_val (properties, "pStyle");
  CogDocxKind kind = cog_docx_styles_get_kind (walk->styles, style);
  guint level = cog_docx_get_level (walk, p);
  CogDocxLine line;

  cog_docx_line_begin (&line, walk, flow);
  line.style = style;
  line.is_heading = level > 0 || kind == COG_DOCX_TITLE;
  line.is_styled = line.is_heading || kind != COG_DOCX_BODY;
  line.is_code = kind == COG_DOCX_CODE;
  if (kind == COG_DOCX_CONTENTS)
    pass_over (&line, p);
  else
    {
      line.block = open_any (walk, flow, p, kind, level);
      take_title (walk, flow, line.block);
      convert_into_block (&line, p);
    }
  cog_docx_line_end (&line);
}
