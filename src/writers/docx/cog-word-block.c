/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-private.h"

#include "cog-office-marks.h"
#include "cog-xml-write.h"

static const char *
find_style (const CogFlowBlock *block, char buffer[12])
{
  switch (block->kind)
    {
    case COG_FLOW_HEADING:
      g_snprintf (buffer, 12, "Heading%u", MIN (block->level, 9));
      return buffer;
    case COG_FLOW_SUBTITLE:
      return "Subtitle";
    case COG_FLOW_CODE:
      return "HTMLPreformatted";
    case COG_FLOW_CAPTION:
      return "Caption";
    case COG_FLOW_CREDIT:
      return "Credit";
    case COG_FLOW_TERM:
      return "Term";
    case COG_FLOW_SUMMARY:
      return "Summary";
    case COG_FLOW_PICTURE:
      return "Picture";
    case COG_FLOW_EQUATION:
      return "Equation";
    case COG_FLOW_RULE:
      return "Rule";
    case COG_FLOW_PARAGRAPH:
      break;
    }
  if (block->is_in_note)
    return "FootnoteText";
  if (block->list != NULL)
    return "ListParagraph";
  if (block->n_quotes > 0)
    return "Quote";
  if (block->is_in_cell)
    return block->is_header ? "TableHeading" : "TableText";
  if (block->is_original)
    return "Original";
  if (block->box == COG_FLOW_EXERCISE)
    return "Exercise";
  if (block->box == COG_FLOW_ANSWER)
    return "Answer";
  return block->n_indents > 0 ? "Definition" : NULL;
}

static void
append_border (GString *out, const char *side, guint size, guint space)
{
  g_string_append_printf (out,
                          "<w:%s w:val=\"single\" w:sz=\"%u\" w:space=\"%u\" w:color=\"7F8C8D\"/>",
                          side, size, space);
}

/* A frame around an aside, a line beside an exercise. Paragraphs that follow each other with the
 * same borders share them (17.3.1.24). */
static void
append_box (GString *out, const CogFlowBlock *block)
{
  if (block->box == COG_FLOW_PLAIN || block->is_in_note)
    return;
  g_string_append (out, "<w:pBdr>");
  if (block->box == COG_FLOW_BOX)
    {
      append_border (out, "top", 4, 6);
      append_border (out, "left", 4, 8);
      append_border (out, "bottom", 4, 6);
      append_border (out, "right", 4, 8);
    }
  else
    append_border (out, "left", block->box == COG_FLOW_EXERCISE ? 18 : 6, 8);
  g_string_append (out, "</w:pBdr>");
  if (block->box == COG_FLOW_BOX)
    g_string_append (out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F4F6F7\"/>");
}

static guint
get_indent (const CogFlowBlock *block)
{
  guint indent = (block->n_quotes + block->n_indents) * COG_WORD_INDENT;

  if (block->list != NULL)
    indent += MIN (block->list->depth, 9) * COG_WORD_INDENT;
  if (block->box != COG_FLOW_PLAIN && !block->is_in_note)
    indent += 200;
  return indent;
}

static void
append_indent (GString *out, const CogFlowBlock *block)
{
  guint indent = get_indent (block);
  guint right = block->box == COG_FLOW_BOX && !block->is_in_note ? 200 : 0;

  right += block->n_quotes * COG_WORD_INDENT;
  if (indent == 0 && right == 0)
    return;
  g_string_append_printf (out, "<w:ind w:left=\"%u\" w:right=\"%u\"", indent, right);
  if (block->begins_item && !block->list->is_unmarked)
    g_string_append_printf (out, " w:hanging=\"%d\"", COG_WORD_INDENT);
  g_string_append (out, "/>");
}

/* In the order of the schema (CT_PPrBase). */
static void
append_properties (CogWordWriting *word, const CogFlowBlock *block)
{
  GString *out = word->part->out;
  char buffer[12];
  const char *style = find_style (block, buffer);

  g_string_append (out, "<w:pPr>");
  if (style != NULL)
    g_string_append_printf (out, "<w:pStyle w:val=\"%s\"/>", style);
  if (block->kind == COG_FLOW_PICTURE ||
      (block->kind == COG_FLOW_CAPTION && cog_xml_is (block->node, COG_NS_XHTML, "caption")))
    g_string_append (out, "<w:keepNext/>");
  if (word->opens_page)
    g_string_append (out, "<w:pageBreakBefore/>");
  if (block->begins_item && !block->list->is_unmarked)
    g_string_append_printf (out, "<w:numPr><w:ilvl w:val=\"%u\"/><w:numId w:val=\"%u\"/></w:numPr>",
                            MIN (block->list->depth, 9) - 1,
                            cog_word_get_number (word, block->list));
  append_box (out, block);
  if (block->run.is_rtl != word->is_rtl)
    g_string_append_printf (out, "<w:bidi w:val=\"%u\"/>", block->run.is_rtl ? 1 : 0);
  append_indent (out, block);
  if (block->is_centred)
    g_string_append (out, "<w:jc w:val=\"center\"/>");
  g_string_append (out, "</w:pPr>");
}

void
cog_word_append_gap (CogWordWriting *word)
{
  g_string_append (word->part->out, "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>");
  word->part->last = COG_WORD_PARAGRAPH;
}

void
cog_word_begin_block (gpointer data, const CogFlowBlock *block)
{
  CogWordWriting *word = data;

  /* A frame beside another one would be one with it. */
  if (word->begins_box && word->has_box_before && block->box == COG_FLOW_BOX)
    cog_word_append_gap (word);
  word->begins_box = FALSE;
  word->has_box_before = block->box == COG_FLOW_BOX;
  word->block = block;
  g_string_append (word->part->out, "<w:p>");
  append_properties (word, block);
  word->opens_page = FALSE;
  if (word->part->opens_note)
    g_string_append_printf (
        word->part->out,
        "<w:r><w:rPr><w:rStyle w:val=\"%s\"/></w:rPr><w:%s/></w:r><w:r><w:t "
        "xml:space=\"preserve\"> </w:t></w:r>",
        word->part == &word->parts[COG_WORD_FOOTNOTES] ? "FootnoteReference" : "EndnoteReference",
        word->part == &word->parts[COG_WORD_FOOTNOTES] ? "footnoteRef" : "endnoteRef");
  word->part->opens_note = FALSE;
}

void
cog_word_end_block (gpointer data, const CogFlowBlock *block)
{
  CogWordWriting *word = data;

  g_string_append (word->part->out, "</w:p>\n");
  word->part->last = COG_WORD_PARAGRAPH;
  word->block = NULL;
}

void
cog_word_append_line (CogWordWriting *word, const char *style, const char *text)
{
  GString *out = word->part->out;
  CogFlowRun run = { word->language, word->is_rtl, 0 };

  if (text == NULL || text[0] == '\0')
    return;
  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
  if (word->opens_front)
    cog_word_append_bookmark (word, COG_OFFICE_MARK_FRONT);
  word->opens_front = FALSE;
  cog_word_text (word, text, &run);
  g_string_append (out, "</w:p>\n");
  word->part->last = COG_WORD_PARAGRAPH;
}
