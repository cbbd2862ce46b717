/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose-findings.h"
#include "cog-docx-line.h"

#include <string.h>

static xmlNode *
open_block (CogDocxWalk *walk, CogDocxFlow *flow, CogDocxKind kind, guint level)
{
  xmlNode *block;

  if (level > 0)
    return cog_prose_add (walk->prose, flow->parent, cog_prose_get_heading (walk->prose, level));
  if (kind == COG_DOCX_CODE)
    return cog_prose_open_code (walk->prose, flow->parent);
  if (kind == COG_DOCX_QUOTE)
    return cog_prose_open_quotation (walk->prose, flow->parent);
  if (kind == COG_DOCX_TITLE && cog_prose_get_piece (walk->prose)->title == NULL && flow->is_main)
    return cog_prose_add (walk->prose, flow->parent, "h1");
  if (kind == COG_DOCX_TERM)
    return cog_prose_open_term (walk->prose, flow->parent);
  if (kind == COG_DOCX_DEFINITION)
    return cog_prose_open_definition (walk->prose, flow->parent);
  if (kind == COG_DOCX_SUBTITLE)
    return cog_prose_open_subtitle (walk->prose, flow->parent);
  block = cog_prose_add (walk->prose, flow->parent, "p");
  if (kind == COG_DOCX_CAPTION)
    cog_prose_mark_caption (block);
  return block;
}

static void
add_boxes (CogDocxLine *line)
{
  for (guint i = 0; i < line->boxes->len; i++)
    {
      xmlNode *box = cog_prose_add (line->walk->prose, line->flow->parent, "aside");

      cog_xml_set (box, "class", "box");
      cog_docx_convert_into (line->walk, g_ptr_array_index (line->boxes, i), box, line->flow->part);
      cog_prose_finish_box (box);
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
  if (cog_prose_has_content (block))
    {
      cog_prose_set_direction (line->walk->prose, block, cog_docx_toggle (properties, "bidi") == 1);
      cog_prose_read_formulas (line->walk->prose, block);
      cog_prose_settle_pictures (line->walk->prose, block);
    }
  else if (!cog_xml_is (block, NULL, "pre") && !cog_xml_is (block, NULL, "li"))
    cog_prose_drop_empty (line->walk->prose, block);
}

static void
convert_into_block (CogDocxLine *line, const xmlNode *p)
{
  const xmlNode *properties = cog_docx_child (p, "pPr");

  cog_prose_take_anchors (line->walk->prose, line->block);
  cog_docx_convert_inline (line, p);
  finish_block (line, properties);
  add_boxes (line);
}

/* Its fields begin and end in it, so it is read; what it says is not kept. */
static void
pass_over (CogDocxLine *line, const xmlNode *p)
{
  line->block = cog_prose_add (line->walk->prose, line->flow->parent, "p");
  cog_docx_convert_inline (line, p);
  if (cog_prose_has_content (line->block))
    cog_report_add (line->walk->report, &cog_finding_contents_field, line->flow->part, NULL, NULL);
  cog_prose_drop_empty (line->walk->prose, line->block);
}

/* A line of credit is made anew from the record at each export. */
static void
drop (CogDocxLine *line, const xmlNode *p)
{
  line->block = cog_prose_add (line->walk->prose, line->flow->parent, "p");
  cog_docx_convert_inline (line, p);
  cog_prose_drop_empty (line->walk->prose, line->block);
}

/* Names a piece by its first heading. */
static void
take_title (CogDocxWalk *walk, CogDocxFlow *flow, xmlNode *block)
{
  CogProsePiece *piece = flow->is_main ? cog_prose_get_piece (walk->prose) : NULL;

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
  else if (kind == COG_DOCX_CREDIT && walk->prose->is_own)
    drop (&line, p);
  else
    {
      line.block = open_any (walk, flow, p, kind, level);
      take_title (walk, flow, line.block);
      convert_into_block (&line, p);
    }
  cog_docx_line_end (&line);
}
