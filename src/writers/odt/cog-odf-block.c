/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odf-private.h"

#include "cog-office-marks.h"
#include "cog-xml-write.h"

/* Names as LibreOffice has them, so that its own looks and its navigator apply. */
static const char *
find_style (const CogFlowBlock *block, char buffer[24])
{
  switch (block->kind)
    {
    case COG_FLOW_HEADING:
      g_snprintf (buffer, 24, "Heading_20_%u", MIN (block->level, 10));
      return buffer;
    case COG_FLOW_SUBTITLE:
      return "Subtitle";
    case COG_FLOW_CODE:
      return "Preformatted_20_Text";
    case COG_FLOW_CAPTION:
      return cog_xml_is (block->node, COG_NS_XHTML, "caption") ? "Table" : "Illustration";
    case COG_FLOW_CREDIT:
      return "Credit_20_Line";
    case COG_FLOW_TERM:
      return "List_20_Heading";
    case COG_FLOW_SUMMARY:
      return "Summary";
    case COG_FLOW_PICTURE:
      return "Picture";
    case COG_FLOW_EQUATION:
      return "Equation";
    case COG_FLOW_RULE:
      return "Horizontal_20_Line";
    case COG_FLOW_PARAGRAPH:
      break;
    }
  if (block->is_in_note)
    return "Footnote";
  if (block->n_quotes > 0)
    return "Quotations";
  if (block->is_in_cell)
    return block->is_header ? "Table_20_Heading" : "Table_20_Contents";
  if (block->n_indents > 0 && block->list == NULL)
    return "List_20_Contents";
  if (block->is_original)
    return "Original";
  if (block->box == COG_FLOW_EXERCISE)
    return "Exercise";
  return block->box == COG_FLOW_ANSWER ? "Answer" : "Text_20_body";
}

/* A frame around an aside, a line beside an exercise: paragraphs that follow each other with the
 * same borders share them (20.251). */
static void
append_box (GString *out, const CogFlowBlock *block)
{
  if (block->box == COG_FLOW_PLAIN || block->is_in_note)
    return;
  if (block->box == COG_FLOW_BOX)
    {
      g_string_append (out, " fo:border=\"0.5pt solid #7f8c8d\" fo:padding=\"0.2cm\" "
                            "fo:background-color=\"#f4f6f7\" style:join-border=\"true\"");
      return;
    }
  g_string_append_printf (out, " fo:border-%s=\"%s solid #7f8c8d\" fo:padding-%s=\"0.25cm\"",
                          block->run.is_rtl ? "right" : "left",
                          block->box == COG_FLOW_EXERCISE ? "2.25pt" : "0.75pt",
                          block->run.is_rtl ? "right" : "left");
}

static void
append_margins (GString *out, const CogFlowBlock *block)
{
  double indent = (block->n_quotes + block->n_indents) * COG_ODF_INDENT;
  double end = block->n_quotes * COG_ODF_INDENT;

  /* A frame has no margin of its own: it would not join the frame around a list's items. */
  /* A list sets the margin of its items itself. */
  if (block->list != NULL || (indent == 0 && end == 0))
    return;
  cog_odf_append_cm (out, block->run.is_rtl ? "fo:margin-right" : "fo:margin-left", indent);
  cog_odf_append_cm (out, block->run.is_rtl ? "fo:margin-left" : "fo:margin-right", end);
}

static const char *
get_style (CogOdfWriting *odf, const CogFlowBlock *block)
{
  char buffer[24];
  const char *parent = find_style (block, buffer);
  g_autoptr (GString) properties = g_string_new (NULL);

  append_margins (properties, block);
  append_box (properties, block);
  if (odf->opens_page)
    g_string_append (properties, " fo:break-before=\"page\"");
  if (block->run.is_rtl != odf->is_rtl)
    g_string_append_printf (properties, " style:writing-mode=\"%s\" fo:text-align=\"%s\"",
                            block->run.is_rtl ? "rl-tb" : "lr-tb",
                            cog_odf_get_side (block->run.is_rtl));
  if (block->is_centred)
    g_string_append (properties, " fo:text-align=\"center\"");
  if (properties->len == 0)
    return g_intern_string (parent);
  g_string_prepend (properties, "<style:paragraph-properties");
  g_string_append (properties, "/>");
  return cog_odf_get_style (odf, "paragraph", parent, properties->str);
}

void
cog_odf_begin_block (gpointer data, const CogFlowBlock *block)
{
  CogOdfWriting *odf = data;
  const char *style;

  /* A frame beside another one would be one with it. */
  if (odf->begins_box && odf->has_box_before && block->box == COG_FLOW_BOX)
    g_string_append (odf->out, "<text:p text:style-name=\"Gap\"/>\n");
  odf->begins_box = FALSE;
  odf->has_box_before = block->box == COG_FLOW_BOX;
  style = get_style (odf, block);
  odf->block = block;
  odf->opens_page = FALSE;
  if (block->kind == COG_FLOW_HEADING)
    g_string_append_printf (odf->out, "<text:h text:style-name=\"%s\" text:outline-level=\"%u\">",
                            style, MIN (block->level, 10));
  else
    g_string_append_printf (odf->out, "<text:p text:style-name=\"%s\">", style);
}

void
cog_odf_end_block (gpointer data, const CogFlowBlock *block)
{
  CogOdfWriting *odf = data;

  g_string_append (odf->out, block->kind == COG_FLOW_HEADING ? "</text:h>\n" : "</text:p>\n");
  odf->block = NULL;
}

void
cog_odf_append_line (CogOdfWriting *odf, const char *style, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_string_append_printf (odf->out, "<text:p text:style-name=\"%s\">", style);
  if (odf->opens_front)
    cog_odf_anchor (odf, COG_OFFICE_MARK_FRONT);
  odf->opens_front = FALSE;
  cog_odf_append_text (odf->out, text, FALSE);
  g_string_append (odf->out, "</text:p>\n");
}
