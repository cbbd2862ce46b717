/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-names.h"
#include "cog-odt-walk.h"
#include "cog-prose-findings.h"
#include "cog-reader-findings.h"

#include <string.h>

guint
cog_odt_get_level (CogOdtWalk *walk, const xmlNode *p)
{
  g_autofree char *level = NULL;
  g_autofree char *style = NULL;

  if (cog_xml_is (p, COG_ODT_TEXT, "h"))
    {
      level = cog_xml_dup_attribute_ns (p, COG_ODT_TEXT, "outline-level");
      return level != NULL ? (guint)CLAMP (g_ascii_strtoll (level, NULL, 10), 1, 10) : 1;
    }
  if (!cog_xml_is (p, COG_ODT_TEXT, "p"))
    return 0;
  style = cog_xml_dup_attribute_ns (p, COG_ODT_TEXT, "style-name");
  return cog_odt_styles_get_level (walk->styles, style);
}

static xmlNode *
open_block (CogOdtLine *line)
{
  CogProse *prose = line->walk->prose;
  xmlNode *parent = line->flow->parent;
  xmlNode *block;

  if (line->level > 0)
    return cog_prose_add (prose, parent, cog_prose_get_heading (prose, line->level));
  if (line->kind == COG_ODT_CODE)
    return cog_prose_open_code (prose, parent);
  if (line->kind == COG_ODT_QUOTE)
    return cog_prose_open_quotation (prose, parent);
  if (line->kind == COG_ODT_TERM)
    return cog_prose_open_term (prose, parent);
  if (line->kind == COG_ODT_DEFINITION)
    return cog_prose_open_definition (prose, parent);
  if (line->kind == COG_ODT_SUBTITLE)
    return cog_prose_open_subtitle (prose, parent);
  if (line->kind == COG_ODT_TITLE && line->flow->is_main &&
      cog_prose_get_piece (prose)->title == NULL)
    return cog_prose_add (prose, parent, "h1");
  block = cog_prose_add (prose, parent, "p");
  if (line->kind == COG_ODT_CAPTION)
    cog_prose_mark_caption (block);
  return block;
}

/* The number that is printed before a heading: as it was written out, as a list counts it, as the
 * outline does. (transfer full) (nullable) */
static char *
dup_label (CogOdtLine *line, const xmlNode *p)
{
  const xmlNode *written = cog_xml_find_child (p, COG_ODT_TEXT, "number");
  g_autofree char *list =
      cog_odt_styles_dup_own (line->walk->styles, line->style, "list-style-name");
  g_autofree char *outline = NULL;

  if (line->walk->label != NULL)
    return g_steal_pointer (&line->walk->label);
  /* An empty name takes the paragraph out of what is counted (19.499). */
  if (!cog_xml_is (p, COG_ODT_TEXT, "h") || (list != NULL && list[0] == '\0'))
    return NULL;
  outline = cog_odt_lists_dup_outline (line->walk->lists, p, line->level);
  return written != NULL ? cog_xml_dup_folded_text (written) : g_steal_pointer (&outline);
}

static void
begin_heading (CogOdtLine *line, const xmlNode *p)
{
  g_autofree char *label = dup_label (line, p);
  g_autofree char *words = cog_xml_dup_folded_text (p);
  g_autofree char *name = g_strconcat ("outline:", words, NULL);
  g_autofree char *anchor = cog_prose_dup_anchor (name);

  if (label != NULL && label[0] != '\0')
    {
      xmlNode *span = cog_prose_add (line->walk->prose, line->block, "span");

      cog_xml_set (span, "class", "number");
      cog_prose_add_text (span, label);
      cog_prose_add_text (line->block, " ");
    }
  /* Links lead to headings by their words. */
  cog_prose_add_anchor (line->walk->prose, line->block, anchor);
}

static gboolean
is_rtl (CogOdtLine *line)
{
  g_autofree char *mode =
      cog_odt_styles_dup (line->walk->styles, "paragraph", line->style, "paragraph-properties",
                          COG_ODT_STYLE, "writing-mode");

  return g_strcmp0 (mode, "rl-tb") == 0 || g_strcmp0 (mode, "rl") == 0;
}

static void
finish_block (CogOdtLine *line)
{
  CogProse *prose = line->walk->prose;
  xmlNode *block = line->block;

  /* The end of the paragraph was inserted, and that is rejected. */
  if (line->walk->dropped != NULL)
    {
      line->flow->joined = block;
      return;
    }
  if (!cog_prose_has_content (block))
    {
      if (!cog_xml_is (block, NULL, "pre"))
        cog_prose_drop_empty (prose, block);
      return;
    }
  cog_prose_set_direction (prose, block, is_rtl (line));
  cog_odt_settle_formulas (block);
  cog_prose_read_formulas (prose, block);
  cog_prose_settle_pictures (prose, block);
}

static void
line_begin (CogOdtLine *line, CogOdtWalk *walk, CogOdtFlow *flow)
{
  memset (line, 0, sizeof *line);
  line->walk = walk;
  line->flow = flow;
  line->looks = g_ptr_array_new ();
  line->boxes = g_ptr_array_new ();
}

static void
line_set_block (CogOdtLine *line, xmlNode *block)
{
  line->block = block;
  cog_prose_line_end (&line->runs);
  cog_prose_line_begin (&line->runs, line->walk->prose, block);
}

static void
line_end (CogOdtLine *line)
{
  cog_prose_line_end (&line->runs);
  g_ptr_array_unref (line->looks);
  g_ptr_array_unref (line->boxes);
}

void
cog_odt_line_break (CogOdtLine *line)
{
  finish_block (line);
  line_set_block (line, open_block (line));
}

/* Names a piece by its first heading. */
static void
take_title (CogOdtLine *line)
{
  CogProsePiece *piece = line->flow->is_main ? cog_prose_get_piece (line->walk->prose) : NULL;

  if (piece != NULL && piece->title == NULL && cog_xml_is (line->block, NULL, "h1"))
    piece->title = line->block;
}

static void
convert (CogOdtLine *line, const xmlNode *p)
{
  xmlNode *joined = g_steal_pointer (&line->flow->joined);

  line_set_block (line, joined != NULL ? joined : open_block (line));
  take_title (line);
  if (line->walk->dropped == NULL)
    cog_prose_take_anchors (line->walk->prose, line->block);
  if (line->level > 0 && joined == NULL && line->walk->dropped == NULL)
    begin_heading (line, p);
  cog_odt_convert_inline (line, p);
  finish_block (line);
  cog_odt_add_boxes (line);
}

/* A line of credit is made anew from the record at each export. */
static void
drop (CogOdtLine *line, const xmlNode *p)
{
  line_set_block (line, open_block (line));
  cog_odt_convert_inline (line, p);
  cog_prose_drop_empty (line->walk->prose, line->block);
}

void
cog_odt_convert_paragraph (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *p)
{
  g_autofree char *style = cog_xml_dup_attribute_ns (p, COG_ODT_TEXT, "style-name");
  CogOdtLine line;

  line_begin (&line, walk, flow);
  line.style = style;
  line.kind = cog_odt_styles_get_kind (walk->styles, style);
  line.level = cog_odt_get_level (walk, p);
  line.whole = cog_odt_styles_get_whole_look (walk->styles, style);
  line.own = cog_odt_styles_get_own_look (walk->styles, style);
  if (line.whole != NULL && line.whole->hidden == 1)
    cog_report_add (walk->report, &cog_finding_hidden_dropped, COG_ODT_CONTENT, NULL, NULL);
  else if (line.kind == COG_ODT_CREDIT && walk->prose->is_own)
    drop (&line, p);
  else
    convert (&line, p);
  line_end (&line);
}

void
cog_odt_convert_loose (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *drawing)
{
  CogOdtLine line;

  line_begin (&line, walk, flow);
  line_set_block (&line, open_block (&line));
  cog_odt_convert_drawing (&line, drawing);
  finish_block (&line);
  cog_odt_add_boxes (&line);
  line_end (&line);
}
