/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-flow-private.h"

/* The blocks of a tree, entered and left in order: nothing recurses over what came from outside. */

static CogFlowBlock *
get_now (CogFlow *self)
{
  return &g_array_index (self->frames, CogFlowFrame, self->frames->len - 1).now;
}

static void
push (CogFlow *self, const xmlNode *node, const CogFlowBlock *now)
{
  CogFlowFrame frame = { node, *now };

  g_array_append_val (self->frames, frame);
}

/* One that may hold blocks or inlines, and holds inlines. */
static gboolean
is_leaf (const xmlNode *node, const CogVocabularyRow *row)
{
  if (row->model == COG_MODEL_INLINES)
    return TRUE;
  if (row->model != COG_MODEL_EITHER)
    return FALSE;
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    if (cog_vocabulary_is_block_node (n))
      return FALSE;
  return TRUE;
}

static void
write_leaf (CogFlow *self, const xmlNode *node, CogFlowBlock *block)
{
  block->node = node;
  block->is_centred = cog_xml_has_word (node, "class", "centered");
  block->is_original |= cog_xml_has_word (node, "class", "original");
  cog_flow_begin_block (self, block);
  cog_flow_write_inlines (self, node, &block->run);
  cog_flow_end_block (self, block);
}

static void
write_object (CogFlow *self, const xmlNode *node, CogFlowBlock *block)
{
  gboolean is_math = cog_xml_is (node, COG_NS_MATHML, "math");

  block->kind = is_math ? COG_FLOW_EQUATION : COG_FLOW_PICTURE;
  block->node = node;
  block->is_centred = TRUE;
  cog_flow_begin_block (self, block);
  if (is_math && self->sink->formula != NULL)
    self->sink->formula (self->data, node, &block->run);
  else if (!is_math && self->sink->picture != NULL)
    self->sink->picture (self->data, node, &block->run);
  cog_flow_end_block (self, block);
}

/* Sound and film stand as their names. */
static void
write_media (CogFlow *self, const xmlNode *node, CogFlowBlock *block)
{
  g_autofree char *name = cog_flow_dup_description (node);
  g_autofree char *source = cog_xml_dup_attribute (node, "src");
  g_autofree char *file = source != NULL ? g_path_get_basename (source) : NULL;

  self->has_media = TRUE;
  block->node = node;
  block->run.look |= COG_FLOW_ITALIC;
  cog_flow_begin_block (self, block);
  cog_flow_write_text (self, name[0] != '\0' || file == NULL ? name : file, &block->run);
  cog_flow_end_block (self, block);
}

static void
set_heading (CogFlow *self, const xmlNode *node, CogFlowBlock *block)
{
  if (cog_xml_has_word (node, "epub:type", "subtitle"))
    {
      block->kind = COG_FLOW_SUBTITLE;
      return;
    }
  block->kind = COG_FLOW_HEADING;
  block->level = self->section_level + (guint)(node->name[1] - '1');
}

static CogFlowBox
find_box (const xmlNode *node)
{
  if (cog_xml_has_word (node, "class", "exercise"))
    return COG_FLOW_EXERCISE;
  if (cog_xml_has_word (node, "class", "solution") ||
      cog_xml_has_word (node, "epub:type", "answer"))
    return COG_FLOW_ANSWER;
  if (cog_xml_is (node, COG_NS_XHTML, "aside") || cog_xml_is (node, COG_NS_XHTML, "details") ||
      cog_xml_has_word (node, "epub:type", "learning-objectives"))
    return COG_FLOW_BOX;
  return COG_FLOW_PLAIN;
}

static gboolean
is_group (const xmlNode *node)
{
  return find_box (node) != COG_FLOW_PLAIN || cog_xml_is (node, COG_NS_XHTML, "figure") ||
         cog_xml_is (node, COG_NS_XHTML, "blockquote");
}

static void
open_group (CogFlow *self, const xmlNode *node, CogFlowBlock *block)
{
  CogFlowBox box = find_box (node);

  if (box != COG_FLOW_PLAIN)
    {
      block->box = box;
      block->box_node = node;
    }
  if (cog_xml_is (node, COG_NS_XHTML, "blockquote"))
    block->n_quotes++;
  if (is_group (node) && self->sink->begin_group != NULL)
    self->sink->begin_group (self->data, node, box);
}

static void
close_group (CogFlow *self, const xmlNode *node)
{
  if (is_group (node) && self->sink->end_group != NULL)
    self->sink->end_group (self->data, node, find_box (node));
}

static void
open_container (CogFlow *self,
                const xmlNode *node,
                const CogVocabularyRow *row,
                CogFlowBlock *block)
{
  switch (row->element)
    {
    case COG_ELEMENT_LIST:
      cog_flow_open_list (self, node);
      break;
    case COG_ELEMENT_ITEM:
      cog_flow_open_item (self, node);
      block->list =
          self->lists->len > 0 ? g_ptr_array_index (self->lists, self->lists->len - 1) : NULL;
      break;
    case COG_ELEMENT_TERM:
      block->kind = COG_FLOW_TERM;
      break;
    case COG_ELEMENT_DESCRIPTION:
      block->n_indents++;
      break;
    case COG_ELEMENT_FIGURE_CAPTION:
      block->kind = COG_FLOW_CAPTION;
      break;
    case COG_ELEMENT_ROW:
      cog_flow_open_row (self, node);
      break;
    case COG_ELEMENT_CELL:
    case COG_ELEMENT_HEADER_CELL:
      cog_flow_open_cell (self, node);
      block->list = NULL;
      block->box = COG_FLOW_PLAIN;
      block->n_quotes = block->n_indents = 0;
      block->is_in_cell = self->grids->len > 0;
      block->is_header = row->element == COG_ELEMENT_HEADER_CELL;
      break;
    case COG_ELEMENT_SECTION:
    case COG_ELEMENT_FIGURE:
    case COG_ELEMENT_QUOTE:
    case COG_ELEMENT_ASIDE:
    case COG_ELEMENT_DETAILS:
      open_group (self, node, block);
      break;
    case COG_ELEMENT_HEADING:
    case COG_ELEMENT_PARAGRAPH:
    case COG_ELEMENT_PREFORMATTED:
    case COG_ELEMENT_DESCRIPTION_LIST:
    case COG_ELEMENT_TABLE:
    case COG_ELEMENT_CAPTION:
    case COG_ELEMENT_ROW_GROUP:
    case COG_ELEMENT_IMAGE:
    case COG_ELEMENT_AUDIO:
    case COG_ELEMENT_VIDEO:
    case COG_ELEMENT_TRACK:
    case COG_ELEMENT_RULE:
    case COG_ELEMENT_SUMMARY:
    case COG_ELEMENT_MATH:
    case COG_ELEMENT_SVG:
    case COG_ELEMENT_BREAK:
    case COG_ELEMENT_LINK:
    case COG_ELEMENT_SPAN:
      break;
    }
}

static void
leave (CogFlow *self, const xmlNode *node)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);

  if (row->element == COG_ELEMENT_LIST)
    cog_flow_close_list (self);
  else if (row->element == COG_ELEMENT_ITEM)
    cog_flow_close_item (self);
  else if (row->element == COG_ELEMENT_TABLE)
    cog_flow_close_table (self);
  else if (row->element == COG_ELEMENT_ROW)
    cog_flow_close_row (self);
  else if (row->element == COG_ELEMENT_CELL || row->element == COG_ELEMENT_HEADER_CELL)
    cog_flow_close_cell (self, node);
  else
    close_group (self, node);
}

static void
set_leaf (CogFlow *self, const xmlNode *node, const CogVocabularyRow *row, CogFlowBlock *block)
{
  if (row->element == COG_ELEMENT_HEADING)
    set_heading (self, node, block);
  else if (row->element == COG_ELEMENT_PREFORMATTED)
    block->kind = COG_FLOW_CODE;
  else if (row->element == COG_ELEMENT_SUMMARY)
    block->kind = COG_FLOW_SUMMARY;
  else if (cog_xml_has_word (node, "class", "credit"))
    block->kind = COG_FLOW_CREDIT;
}

/* What is written at once. FALSE: it holds blocks. */
static gboolean
write_block (CogFlow *self, const xmlNode *node, const CogVocabularyRow *row, CogFlowBlock *block)
{
  switch (row->element)
    {
    case COG_ELEMENT_IMAGE:
    case COG_ELEMENT_MATH:
    case COG_ELEMENT_SVG:
      write_object (self, node, block);
      return TRUE;
    case COG_ELEMENT_AUDIO:
    case COG_ELEMENT_VIDEO:
      write_media (self, node, block);
      return TRUE;
    case COG_ELEMENT_RULE:
      block->kind = COG_FLOW_RULE;
      cog_flow_begin_block (self, block);
      cog_flow_end_block (self, block);
      return TRUE;
    case COG_ELEMENT_CAPTION: /* told before its table */
    case COG_ELEMENT_TRACK:
    case COG_ELEMENT_BREAK:
    case COG_ELEMENT_LINK:
    case COG_ELEMENT_SPAN:
      return TRUE;
    case COG_ELEMENT_HEADING:
    case COG_ELEMENT_PARAGRAPH:
    case COG_ELEMENT_PREFORMATTED:
    case COG_ELEMENT_SUMMARY:
      set_leaf (self, node, row, block);
      write_leaf (self, node, block);
      return TRUE;
    case COG_ELEMENT_TABLE:
      cog_flow_open_table (self, node, block);
      return FALSE;
    case COG_ELEMENT_SECTION:
    case COG_ELEMENT_LIST:
    case COG_ELEMENT_ITEM:
    case COG_ELEMENT_DESCRIPTION_LIST:
    case COG_ELEMENT_TERM:
    case COG_ELEMENT_DESCRIPTION:
    case COG_ELEMENT_ROW_GROUP:
    case COG_ELEMENT_ROW:
    case COG_ELEMENT_CELL:
    case COG_ELEMENT_HEADER_CELL:
    case COG_ELEMENT_FIGURE:
    case COG_ELEMENT_FIGURE_CAPTION:
    case COG_ELEMENT_QUOTE:
    case COG_ELEMENT_ASIDE:
    case COG_ELEMENT_DETAILS:
      return FALSE;
    }
  return FALSE;
}

/* TRUE: the walk goes on with what the element holds. */
static gboolean
enter (CogFlow *self, const xmlNode *node)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);
  CogFlowBlock block = *get_now (self);

  if (row == NULL || cog_flow_find_note (self, node) != NULL || cog_flow_is_emptied (self, node))
    return FALSE;
  cog_flow_note_id (self, node, FALSE);
  cog_flow_take_attributes (node, &block.run);
  if (write_block (self, node, row, &block))
    return FALSE;
  open_container (self, node, row, &block);
  if (is_leaf (node, row))
    {
      if (node->children != NULL || row->element != COG_ELEMENT_ITEM)
        write_leaf (self, node, &block);
      leave (self, node);
      return FALSE;
    }
  push (self, node, &block);
  return TRUE;
}

void
cog_flow_walk (CogFlow *self, const xmlNode *root, const CogFlowBlock *now)
{
  guint base = self->frames->len;
  const xmlNode *node = cog_xml_first_element (root);

  push (self, root, now);
  while (node != NULL || self->frames->len > base + 1)
    {
      if (node == NULL)
        {
          const xmlNode *done =
              g_array_index (self->frames, CogFlowFrame, self->frames->len - 1).node;

          g_array_set_size (self->frames, self->frames->len - 1);
          leave (self, done);
          node = cog_xml_next_element (done);
        }
      else
        node = enter (self, node) ? cog_xml_first_element (node) : cog_xml_next_element (node);
    }
  g_array_set_size (self->frames, base);
}
