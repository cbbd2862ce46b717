/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-builder.h"

#include <string.h>

#define MIN_CODE_SCALE .82

/* A line that is one bold piece is a heading in all but name: it stays with what follows. */
static gboolean
is_run_in_heading (const xmlNode *node)
{
  const xmlNode *child = cog_xml_first_element (node);
  g_autofree char *all = NULL;
  g_autofree char *bold = NULL;

  if (child == NULL || cog_xml_next_element (child) != NULL ||
      (!cog_xml_is (child, COG_NS_XHTML, "strong") && !cog_xml_is (child, COG_NS_XHTML, "b")))
    return FALSE;
  all = cog_xml_dup_folded_text (node);
  bold = cog_xml_dup_folded_text (child);
  return strlen (all) < 200 && g_str_equal (all, bold);
}

static void
add_paragraph (CogPdfBuilder *builder, const xmlNode *node, CogPdfTag *tag, CogPdfText text)
{
  CogPdfSetting setting = cog_pdf_builder_get_setting (builder, text, tag);
  CogPdfTextStyle style = cog_pdf_style_get_text (builder->composer->style, text);
  gboolean is_caption = text == COG_PDF_TEXT_CAPTION || text == COG_PDF_TEXT_CREDIT;

  if (cog_xml_has_word (node, "class", "centered") || cog_xml_has_word (node, "class", "equation"))
    setting.align = COG_PDF_ALIGN_CENTER;
  cog_pdf_builder_add_lines (
      builder, cog_pdf_paragraph_new (builder->composer, node, &setting), style.before, style.after,
      cog_xml_is (node, COG_NS_XHTML, "dt") ||
          (!is_caption && cog_xml_is (node, COG_NS_XHTML, "p") && is_run_in_heading (node)));
}

static guint
get_heading_level (const CogPdfBuilder *builder, const xmlNode *node)
{
  return builder->depth + (guint)(node->name[1] - '0');
}

static CogPdfText
get_heading_text (const CogPdfBuilder *builder, const CogPdfLevel *level, guint heading)
{
  static const CogPdfText texts[] = { COG_PDF_TEXT_CHAPTER, COG_PDF_TEXT_HEADING_1,
                                      COG_PDF_TEXT_HEADING_2, COG_PDF_TEXT_HEADING_3,
                                      COG_PDF_TEXT_HEADING_4 };

  if (level->text == COG_PDF_TEXT_SMALL)
    return COG_PDF_TEXT_HEADING_2;
  heading -= MIN (heading, builder->n_parts);
  if (heading > 1 && level->node != NULL &&
      cog_xml_has_word (level->node->parent, "class", "index"))
    return COG_PDF_TEXT_HEADING_4;
  heading = CLAMP (heading, level->frame != NULL ? 4 : 1, 5);
  return texts[heading - 1];
}

static void
add_heading (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  guint heading = get_heading_level (builder, node);
  CogPdfText text = get_heading_text (builder, level, heading);
  CogPdfTextStyle style = cog_pdf_style_get_text (builder->composer->style, text);
  CogPdfSetting setting = cog_pdf_builder_get_setting (builder, text, NULL);
  g_autofree char *words = cog_xml_dup_folded_text (node);
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  if (*words == '\0' && cog_xml_first_element (node) == NULL)
    return;
  if (level->tag != NULL)
    {
      setting.tag = cog_pdf_tags_add_heading (builder->composer->tags, level->tag, heading);
      setting.tag->language = g_strdup (level->language);
    }
  cog_pdf_builder_add_anchor (builder, id);
  cog_pdf_builder_add_lines (builder, cog_pdf_paragraph_new (builder->composer, node, &setting),
                             style.before, style.after, TRUE);
}

/* The heading of a part that only groups, which has no content of its own. */
void
cog_pdf_leaf_add_title (CogPdfBuilder *builder, const CogSection *section)
{
  CogPdfText text =
      get_heading_text (builder, cog_pdf_builder_get_level (builder), builder->depth + 1);
  CogPdfTextStyle style = cog_pdf_style_get_text (builder->composer->style, text);
  CogPdfSetting setting = cog_pdf_builder_get_setting (builder, text, NULL);

  if (section->title == NULL || *section->title == '\0')
    return;
  setting.tag = cog_pdf_tags_add_heading (
      builder->composer->tags, cog_pdf_builder_get_level (builder)->tag, builder->depth + 1);
  cog_pdf_builder_add_lines (
      builder, cog_pdf_paragraph_new_for_text (builder->composer, section->title, &setting),
      style.before, style.after, TRUE);
}

static CogPdfText
get_paragraph_text (const CogPdfLevel *level, const xmlNode *node)
{
  if (cog_xml_has_word (node, "class", "credit") || cog_xml_has_word (node, "class", "attribution"))
    return COG_PDF_TEXT_CREDIT;
  if (cog_xml_has_word (node, "role", "doc-subtitle") ||
      cog_xml_has_word (node, "epub:type", "subtitle"))
    return COG_PDF_TEXT_SUBTITLE;
  return level->text;
}

/* Lines of a program are broken only where a somewhat smaller size would not help either. The
 * letters of the face are .6 em wide. */
static double
find_code_scale (const xmlNode *node, double size, double width)
{
  xmlChar *text = xmlNodeGetContent (node);
  g_auto (GStrv) lines = g_strsplit ((const char *)text, "\n", -1);
  glong longest = 1;
  double scale;

  xmlFree (text);
  for (guint i = 0; lines[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (lines[i], -1));
  scale = width / (longest * size * .602);
  return scale < MIN_CODE_SCALE ? 1 : MIN (scale, 1);
}

void
cog_pdf_leaf_add_preformatted (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_push (builder, node);
  CogPdfTextStyle style = cog_pdf_style_get_text (builder->composer->style, COG_PDF_TEXT_CODE);
  CogPdfSetting setting;
  CogPdfTag *tag = cog_pdf_builder_add_tag (builder, "P", node);

  /* Programs are written left to right in any language's book. */
  level->is_rtl = FALSE;
  cog_pdf_builder_open_frame (builder, .965, 0, 8);
  setting = cog_pdf_builder_get_setting (builder, COG_PDF_TEXT_CODE, tag);
  setting.is_pre = TRUE;
  setting.scale *= find_code_scale (node, style.size * setting.scale, setting.width);
  cog_pdf_builder_add_lines (builder, cog_pdf_paragraph_new (builder->composer, node, &setting),
                             style.before, style.after + 7, FALSE);
  cog_pdf_builder_pop (builder);
  builder->before = builder->composer->style->base;
  builder->pad += 7;
}

void
cog_pdf_leaf_add_rule (CogPdfBuilder *builder)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfItem *item = cog_pdf_item_new (COG_PDF_ITEM_RULE);

  item->width = level->width / 4;
  item->x = level->left + (level->width - item->width) / 2;
  item->height = builder->composer->style->base;
  item->before = item->after = builder->composer->style->base * .6;
  cog_pdf_builder_add_item (builder, item);
}

/* A paragraph that is nothing but one picture. */
static const xmlNode *
find_only_picture (const xmlNode *node)
{
  const xmlNode *picture = NULL;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && picture == NULL &&
        (cog_xml_is (child, COG_NS_XHTML, "img") || cog_xml_is (child, COG_NS_SVG, "svg")))
      picture = child;
    else if (child->type != XML_COMMENT_NODE &&
             (child->type != XML_TEXT_NODE || !xmlIsBlankNode (child)))
      return NULL;
  return picture;
}

static void
add_plain (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  const xmlNode *picture = find_only_picture (node);
  g_autofree char *id = picture != NULL ? cog_xml_dup_attribute (picture, "id") : NULL;

  if (cog_pdf_pair_add (builder, node))
    return;
  if (picture == NULL)
    {
      add_paragraph (builder, node, cog_pdf_builder_add_tag (builder, "P", node),
                     get_paragraph_text (level, node));
      return;
    }
  if (id != NULL && g_hash_table_contains (builder->composer->targets, id))
    cog_pdf_builder_add_anchor (builder, id);
  cog_pdf_pair_widen (builder);
  cog_pdf_figure_add_picture (builder, picture);
}

/* A leaf's text; the level is the leaf's own. */
void
cog_pdf_leaf_add (CogPdfBuilder *builder, const xmlNode *node, const CogVocabularyRow *row)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  switch (row->element)
    {
    case COG_ELEMENT_HEADING:
      add_heading (builder, node);
      break;
    case COG_ELEMENT_ITEM:
    case COG_ELEMENT_TERM:
    case COG_ELEMENT_DESCRIPTION:
    case COG_ELEMENT_CELL:
    case COG_ELEMENT_HEADER_CELL:
      add_paragraph (builder, node, level->tag, level->text);
      break;
    case COG_ELEMENT_FIGURE_CAPTION:
    case COG_ELEMENT_CAPTION:
      add_paragraph (builder, node, level->tag, COG_PDF_TEXT_CAPTION);
      break;
    case COG_ELEMENT_SUMMARY:
      level->is_bold = TRUE;
      add_paragraph (builder, node, cog_pdf_builder_add_tag (builder, "P", node), level->text);
      break;
    case COG_ELEMENT_PARAGRAPH:
    case COG_ELEMENT_SECTION:
    case COG_ELEMENT_PREFORMATTED:
    case COG_ELEMENT_LIST:
    case COG_ELEMENT_DESCRIPTION_LIST:
    case COG_ELEMENT_TABLE:
    case COG_ELEMENT_ROW_GROUP:
    case COG_ELEMENT_ROW:
    case COG_ELEMENT_FIGURE:
    case COG_ELEMENT_IMAGE:
    case COG_ELEMENT_AUDIO:
    case COG_ELEMENT_VIDEO:
    case COG_ELEMENT_TRACK:
    case COG_ELEMENT_QUOTE:
    case COG_ELEMENT_ASIDE:
    case COG_ELEMENT_RULE:
    case COG_ELEMENT_DETAILS:
    case COG_ELEMENT_MATH:
    case COG_ELEMENT_SVG:
    case COG_ELEMENT_BREAK:
    case COG_ELEMENT_LINK:
    case COG_ELEMENT_SPAN:
      add_plain (builder, node);
      break;
    }
}
