/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-builder.h"

#define SHORT .3 /* of a page */

static gboolean
is_leaf (const xmlNode *node, const CogVocabularyRow *row)
{
  if (row->model == COG_MODEL_INLINES)
    return TRUE;
  if (row->model != COG_MODEL_EITHER)
    return FALSE;
  for (const xmlNode *child = cog_xml_first_element (node); child != NULL;
       child = cog_xml_next_element (child))
    if (cog_vocabulary_is_block_node (child))
      return FALSE;
  return TRUE;
}

static void
open_aside (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  level->tag = cog_pdf_builder_add_tag (builder, "Sect", node);
  cog_pdf_builder_open_frame (builder, .955, 3, 13);
}

static void
open_section (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  /* A section of the book has its element, with its title. */
  if (node->parent != NULL && node->parent->type == XML_ELEMENT_NODE)
    level->tag = cog_pdf_builder_add_tag (builder, "Sect", node);
  else
    cog_pdf_builder_name_tag (builder, node);
  if (cog_xml_has_word (node, "epub:type", "learning-objectives") ||
      cog_xml_has_word (node, "class", "objectives"))
    cog_pdf_builder_open_frame (builder, .955, 0, 13);
  else if ((cog_xml_has_word (node, "epub:type", "answer") ||
            cog_xml_has_word (node, "class", "solution")) &&
           !cog_xml_has_word (node->parent, "class", "answers"))
    cog_pdf_builder_open_frame (builder, 1, 1.2, 12);
  else if (cog_xml_has_word (node, "epub:type", "practice") ||
           cog_xml_has_word (node, "class", "exercise"))
    builder->before = MAX (builder->before, builder->composer->style->base * 1);
}

static void
open_quote (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  double indent = builder->composer->style->base * 2;

  level->tag = cog_pdf_builder_add_tag (builder, "BlockQuote", node);
  if (level->width > 6 * indent)
    {
      level->left += indent;
      level->width -= 2 * indent;
      level->mark_room = 0;
    }
}

static void
note_anchor (CogPdfBuilder *builder, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  if (id != NULL && g_hash_table_contains (builder->composer->targets, id))
    cog_pdf_builder_add_anchor (builder, id);
}

/* Sets up the level of a container. FALSE: the element is dealt with. */
static gboolean
open_element (CogPdfBuilder *builder, const xmlNode *node, const CogVocabularyRow *row)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  switch (row->element)
    {
    case COG_ELEMENT_SECTION:
      open_section (builder, node);
      return TRUE;
    case COG_ELEMENT_ASIDE:
      if (!cog_pdf_note_open (builder, node))
        open_aside (builder, node);
      return TRUE;
    case COG_ELEMENT_QUOTE:
      open_quote (builder, node);
      return TRUE;
    case COG_ELEMENT_LIST:
    case COG_ELEMENT_DESCRIPTION_LIST:
      cog_pdf_list_open (builder, node);
      return TRUE;
    case COG_ELEMENT_ITEM:
      if (!cog_pdf_note_open (builder, node))
        cog_pdf_list_open_item (builder, node);
      return TRUE;
    case COG_ELEMENT_TERM:
    case COG_ELEMENT_DESCRIPTION:
      cog_pdf_list_open_description (builder, node, row->element == COG_ELEMENT_TERM);
      return TRUE;
    case COG_ELEMENT_TABLE:
      cog_pdf_pair_widen (builder);
      return cog_pdf_builder_open_table (builder, node);
    case COG_ELEMENT_ROW_GROUP:
    case COG_ELEMENT_ROW:
    case COG_ELEMENT_CELL:
    case COG_ELEMENT_HEADER_CELL:
      cog_pdf_builder_open_cell (builder, node);
      return TRUE;
    case COG_ELEMENT_CAPTION:
    case COG_ELEMENT_FIGURE_CAPTION:
      level->tag = cog_pdf_builder_add_tag (builder, "Caption", node);
      level->text = COG_PDF_TEXT_CAPTION;
      return TRUE;
    case COG_ELEMENT_FIGURE:
      cog_pdf_pair_widen (builder);
      level->tag = cog_pdf_builder_add_tag (builder, "Div", node);
      return TRUE;
    case COG_ELEMENT_DETAILS:
      level->tag = cog_pdf_builder_add_tag (builder, "Div", node);
      return TRUE;
    case COG_ELEMENT_IMAGE:
    case COG_ELEMENT_SVG:
      cog_pdf_pair_widen (builder);
      cog_pdf_figure_add_picture (builder, node);
      return FALSE;
    case COG_ELEMENT_MATH:
      cog_pdf_pair_widen (builder);
      cog_pdf_figure_add_math (builder, node);
      return FALSE;
    case COG_ELEMENT_AUDIO:
    case COG_ELEMENT_VIDEO:
      cog_pdf_figure_add_media (builder, node);
      return FALSE;
    case COG_ELEMENT_RULE:
      cog_pdf_leaf_add_rule (builder);
      return FALSE;
    case COG_ELEMENT_PREFORMATTED:
      cog_pdf_leaf_add_preformatted (builder, node);
      return FALSE;
    case COG_ELEMENT_TRACK:
    case COG_ELEMENT_BREAK:
      return FALSE;
    case COG_ELEMENT_HEADING:
    case COG_ELEMENT_PARAGRAPH:
    case COG_ELEMENT_SUMMARY:
    case COG_ELEMENT_LINK:
    case COG_ELEMENT_SPAN:
      return TRUE;
    }
  return FALSE;
}

/* A box, or what unfolds, is not broken over pages where it is short. */
static void
keep_short (CogPdfBuilder *builder, const CogPdfLevel *level)
{
  double height = cog_pdf_items_measure (level->items, level->first, level->items->len);

  if (height > builder->composer->style->text_height * SHORT)
    return;
  for (guint i = level->first; i + 1 < level->items->len; i++)
    ((CogPdfItem *)g_ptr_array_index (level->items, i))->is_glued = TRUE;
}

static void
close_element (CogPdfBuilder *builder, const xmlNode *node)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfFrame *frame = level->frame;
  const CogPdfFrame *outer =
      g_array_index (builder->levels, CogPdfLevel, builder->levels->len - 2).frame;

  if (level->note == NULL &&
      ((frame != outer && frame != NULL) || row->element == COG_ELEMENT_DETAILS))
    keep_short (builder, level);
  if (level->note != NULL)
    cog_pdf_note_close (builder);
  else if (row->element == COG_ELEMENT_FIGURE)
    cog_pdf_figure_close (builder);
  else if (row->element == COG_ELEMENT_ITEM)
    cog_pdf_list_close_item (builder);
  else if (row->element == COG_ELEMENT_ROW)
    cog_pdf_builder_close_row (builder, node);
  else if (row->element == COG_ELEMENT_TABLE)
    cog_pdf_builder_close_table (builder);
  cog_pdf_builder_pop (builder);
  if (frame != cog_pdf_builder_get_level (builder)->frame && frame != NULL)
    {
      builder->before = MAX (builder->before, builder->composer->style->base);
      builder->pad += frame->pad;
    }
}

/* Whether the walk goes into it: then its level is on the stack. Where the edition is stopped what
 * is left of a long chapter is passed over; nobody sees the pages. */
static gboolean
enter (CogPdfBuilder *builder, const xmlNode *node)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);

  if (row == NULL || g_cancellable_is_cancelled (builder->composer->cancellable))
    return FALSE;
  cog_pdf_builder_push (builder, node);
  note_anchor (builder, node);
  if (!open_element (builder, node, row))
    {
      cog_pdf_builder_pop (builder);
      return FALSE;
    }
  if (!is_leaf (node, row))
    {
      if (node->children != NULL)
        return TRUE;
      close_element (builder, node);
      return FALSE;
    }
  cog_pdf_leaf_add (builder, node, row);
  close_element (builder, node);
  return FALSE;
}

void
cog_pdf_walk (CogPdfBuilder *builder, const xmlNode *root)
{
  const xmlNode *node = root;

  while (node != NULL)
    {
      if (enter (builder, node))
        {
          node = node->children;
          continue;
        }
      while (node != NULL && (node == root || node->next == NULL))
        {
          node = node == root ? NULL : node->parent;
          if (node != NULL)
            close_element (builder, node);
        }
      node = node != NULL ? node->next : NULL;
    }
}
