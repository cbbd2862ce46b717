/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-builder.h"
#include "cog-pdf-findings.h"
#include "cog-pdf-image-text.h"
#include "cog-pdf-math-line.h"

#define MAX_SHARE .55 /* of the page that a picture may be tall */
#define MAX_MATH .85  /* and an equation */

/* A picture that cannot be shown leaves a framed gap, in which is said what it shows. */
static void
add_gap (CogPdfBuilder *builder, const xmlNode *node, const char *alt)
{
  double base = builder->composer->style->base;
  CogPdfTag *tag = cog_pdf_builder_add_tag (builder, "Figure", node);
  CogPdfSetting setting;
  g_autofree char *text = g_strdup_printf ("[%s]", alt);

  if (tag != NULL)
    tag->alt = g_strdup (alt);
  cog_pdf_builder_push (builder, node);
  cog_pdf_builder_open_frame (builder, .97, 0, 10);
  cog_pdf_builder_get_level (builder)->frame->is_ruled = TRUE;
  setting = cog_pdf_builder_get_setting (builder, COG_PDF_TEXT_CAPTION, tag);
  setting.align = COG_PDF_ALIGN_CENTER;
  cog_pdf_builder_add_lines (builder,
                             cog_pdf_paragraph_new_for_text (builder->composer, text, &setting),
                             base * 1.5, base * 1.5, FALSE);
  cog_pdf_builder_pop (builder);
  builder->before = base * 1.5;
  builder->pad += 7;
}

void
cog_pdf_figure_add_picture (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfComposer *composer = builder->composer;
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  g_autofree char *src = cog_xml_dup_attribute (node, "src");
  g_autofree char *alt = cog_pdf_dup_alt (composer, node);
  CogPdfPicture *picture = cog_xml_is (node, COG_NS_SVG, "svg")
                               ? cog_pdf_pictures_get_drawing (composer->pictures, node)
                               : cog_pdf_pictures_get (composer->pictures, src);
  CogPdfItem *item;
  double width, height, factor;

  if (picture == NULL)
    {
      if (alt != NULL)
        add_gap (builder, node, alt);
      return;
    }
  cog_pdf_picture_get_size (picture, &width, &height);
  cog_pdf_apply_size (node, &width, &height);
  factor = MIN (1, level->width / width);
  factor = MIN (factor, composer->style->text_height * MAX_SHARE / height);
  item = cog_pdf_item_new (COG_PDF_ITEM_PICTURE);
  item->picture = picture;
  item->is_rtl = level->is_rtl;
  item->width = width * factor;
  item->height = height * factor;
  item->x = level->is_rtl ? level->left + level->width - item->width : level->left;
  item->before = item->after = composer->style->base * .6;
  if (alt != NULL)
    item->tag = cog_pdf_builder_add_tag (builder, "Figure", node);
  if (item->tag != NULL)
    item->tag->alt = g_steal_pointer (&alt);
  cog_pdf_builder_add_item (builder, item);
}

/* One that no layout could hold: as text, which lines and pages can break. */
static void
add_plain_math (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  g_autofree char *line = cog_pdf_math_line_dup (node);
  CogPdfTag *tag = cog_pdf_builder_add_tag (builder, "Formula", node);
  CogPdfSetting setting = cog_pdf_builder_get_setting (builder, level->text, tag);

  if (tag != NULL)
    cog_pdf_math_describe (node, level->language, tag);
  cog_pdf_builder_add_lines (
      builder, cog_pdf_paragraph_new_for_text (builder->composer, line, &setting), 4, 4, FALSE);
}

/* An equation on a line of its own; smaller where it would run over. */
void
cog_pdf_figure_add_math (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfComposer *composer = builder->composer;
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfTextStyle style = cog_pdf_style_get_text (composer->style, level->text);
  CogPdfItem *item = cog_pdf_item_new (COG_PDF_ITEM_MATH);
  double size = style.size * level->scale, ascent, descent, width;

  item->math = cog_pdf_math_new (composer->style, node, size, TRUE, level->is_rtl);
  g_ptr_array_add (builder->flow->equations, item->math);
  cog_pdf_math_fit (item->math, level->width, composer->style->text_height * MAX_MATH);
  cog_pdf_math_report (composer->report, node, item->math);
  if (cog_pdf_math_is_plain (item->math))
    {
      cog_pdf_item_free (item);
      add_plain_math (builder, node);
      return;
    }
  cog_pdf_math_get_extents (item->math, &width, &ascent, &descent);
  item->width = width;
  item->math_ascent = ascent;
  item->height = ascent + descent;
  item->x = level->left + MAX (0, (level->width - width) / 2);
  item->before = item->after = style.size * .8;
  item->tag = cog_pdf_builder_add_tag (builder, "Formula", node);
  if (item->tag != NULL)
    cog_pdf_math_describe (node, level->language, item->tag);
  cog_pdf_builder_add_item (builder, item);
}

void
cog_pdf_figure_add_media (CogPdfBuilder *builder, const xmlNode *node)
{
  g_autofree char *label = cog_xml_dup_attribute (node, "aria-label");
  g_autofree char *title = cog_xml_dup_attribute (node, "title");
  g_autofree char *src = cog_xml_dup_attribute (node, "src");
  g_autofree char *name = src != NULL ? g_path_get_basename (src) : NULL;
  const char *text = label != NULL ? label : title != NULL ? title : name;
  CogPdfSetting setting;
  g_autofree char *line = NULL;

  cog_report_add (builder->composer->report, &cog_finding_media_not_printed,
                  name != NULL ? name : "", NULL, NULL);
  if (text == NULL)
    return;
  setting = cog_pdf_builder_get_setting (builder, COG_PDF_TEXT_CAPTION,
                                         cog_pdf_builder_add_tag (builder, "P", node));
  line = g_strdup_printf ("▶ %s", text);
  cog_pdf_builder_add_lines (
      builder, cog_pdf_paragraph_new_for_text (builder->composer, line, &setting), 4, 4, FALSE);
}

/* Makes the pictures of a figure smaller by what the whole is too tall. */
static void
shrink (CogPdfLevel *level, double excess)
{
  double pictures = cog_pdf_items_measure_pictures (level->items, level->first, level->items->len);

  if (pictures > 0 && excess <= pictures * .7)
    cog_pdf_items_scale_pictures (level->items, level->first, level->items->len,
                                  1 - excess / pictures);
}

/* Words below it, other than whom it is by. */
static gboolean
has_caption (const xmlNode *figure)
{
  for (const xmlNode *n = figure, *next; n != NULL; n = next)
    {
      gboolean is_credit = cog_xml_has_word (n, "class", "credit");

      next = is_credit ? cog_xml_skip_in (figure, n) : cog_xml_next_in (figure, n);
      if (!is_credit && n->type == XML_TEXT_NODE && !xmlIsBlankNode (n))
        return TRUE;
    }
  return FALSE;
}

/* A figure stays in one piece, and may move to the top of the next page where the text is the
 * chapter's own, and a caption says what it is: the text speaks of "Figure 3". A picture without
 * one belongs to the words around it, as in a picture book. */
void
cog_pdf_figure_close (CogPdfBuilder *builder)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  double limit = builder->composer->style->text_height * .98;
  double height = cog_pdf_items_measure (level->items, level->first, level->items->len);
  gboolean is_main = level->items == builder->flow->items;
  gboolean is_captioned = has_caption (level->node);

  if (height > limit)
    shrink (level, height - limit);
  height = cog_pdf_items_measure (level->items, level->first, level->items->len);
  builder->before = MAX (builder->before, builder->composer->style->base * 1.1);
  if (height > limit || level->items->len == level->first)
    return;
  builder->flow->n_groups++;
  for (guint i = level->first; i < level->items->len; i++)
    {
      CogPdfItem *item = g_ptr_array_index (level->items, i);
      /* What stands below a picture without a caption is mostly about it. */
      item->is_glued = i + 1 < level->items->len || (is_main && !is_captioned);
      item->group = builder->flow->n_groups;
      item->can_float = is_main && is_captioned && level->frame == NULL && level->list_depth == 0;
    }
  ((CogPdfItem *)g_ptr_array_index (level->items, level->first))->before =
      builder->composer->style->base * 1.1;
  /* It may come to stand before other text than follows it here. */
  ((CogPdfItem *)g_ptr_array_index (level->items, level->items->len - 1))->after =
      builder->composer->style->base * 1.3;
}
