/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-builder.h"

#include "cog-list-number.h"

static void
read_numbering (CogPdfLevel *level, const xmlNode *node)
{
  g_autofree char *start = cog_xml_dup_attribute (node, "start");
  g_autofree char *type = cog_xml_dup_attribute (node, "type");
  g_autofree char *reversed = cog_xml_dup_attribute (node, "reversed");

  level->number_type = cog_list_number_get_type (type);
  level->step = reversed != NULL ? -1 : 1;
  level->number = start != NULL ? g_ascii_strtoll (start, NULL, 10) : 1;
  if (start == NULL && reversed != NULL)
    level->number = (gint64)xmlChildElementCount ((xmlNode *)node);
}

static char *
dup_mark (const CogPdfLevel *list, const CogPdfLevel *item)
{
  static const char *const bullets[] = { "•", "–", "·" };
  g_autofree char *number = NULL;

  if (list->number_type == 0)
    return g_strdup (bullets[(item->list_depth - 1) % 3]);
  number = cog_list_number_format (list->number_type, list->number, item->language);
  /* The full stop is on the side of the text also after Latin letters. */
  return g_strconcat (item->is_rtl ? "\u200f" : "", number, ".", NULL);
}

/* Characters of the longest mark of a list, so that all its items begin at one edge. */
static guint
count_mark (const CogPdfLevel *list, const xmlNode *node)
{
  CogPdfLevel last = *list;
  g_autofree char *mark = NULL;

  if (list->number_type == 0)
    return 1;
  if (list->number_type == 'i' || list->number_type == 'I')
    return 5;
  last.number = MAX (last.number, (gint64)xmlChildElementCount ((xmlNode *)node));
  last.is_rtl = FALSE;
  mark = dup_mark (&last, &last);
  return (guint)g_utf8_strlen (mark, -1);
}

void
cog_pdf_list_open (CogPdfBuilder *builder, const xmlNode *node)
{
  static const char *const types[] = { "Disc", "Circle", "Square" };
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfTag *tag = cog_pdf_builder_add_tag (builder, "L", node);

  level->item_tag = NULL;
  level->number_type = 0;
  level->is_unmarked = cog_xml_has_word (node, "class", "index");
  if (cog_xml_is (node, COG_NS_XHTML, "ol"))
    read_numbering (level, node);
  if (tag != NULL)
    switch (level->number_type)
      {
      case '1':
        tag->numbering = "Decimal";
        break;
      case 'a':
        tag->numbering = "LowerAlpha";
        break;
      case 'A':
        tag->numbering = "UpperAlpha";
        break;
      case 'i':
        tag->numbering = "LowerRoman";
        break;
      case 'I':
        tag->numbering = "UpperRoman";
        break;
      default:
        tag->numbering = cog_xml_is (node, COG_NS_XHTML, "dl") || level->is_unmarked
                             ? NULL
                             : types[level->list_depth % 3];
      }
  level->tag = tag;
  if (!cog_xml_is (node, COG_NS_XHTML, "dl"))
    level->list_depth++;
  level->mark_chars = count_mark (level, node);
}

#define LEAST_WIDTH 7   /* ems that a text keeps, however deep its list is */
#define LEAST_SHARE .45 /* of its place, where that is narrower still */

static void
indent (CogPdfLevel *level, double by)
{
  level->left += level->is_rtl ? 0 : by;
  level->width -= by;
}

/* Lists for which there is no more room stand where the list is that they are in: their marks below
 * its marks. */
static void
make_room (CogPdfLevel *level, double by, double em)
{
  if (level->list_depth > 1 && level->width - by < LEAST_WIDTH * em)
    indent (level, -level->mark_room);
}

static void
add_label (CogPdfBuilder *builder, CogPdfTag *tag, const char *mark, guint n_chars)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfTextStyle style = cog_pdf_style_get_text (builder->composer->style, level->text);
  double gap = style.size * .5;
  double by = style.size * MAX (1.9, .7 + .66 * n_chars) * level->scale;
  CogPdfSetting setting;
  CogPdfLabel *label = g_new0 (CogPdfLabel, 1);

  make_room (level, by, style.size * level->scale);
  by = MIN (by, level->width * (1 - LEAST_SHARE));
  gap = MIN (gap, by / 3);
  setting = cog_pdf_builder_get_setting (builder, level->text, NULL);
  if (tag != NULL)
    setting.tag = cog_pdf_tags_add (builder->composer->tags, tag, "Lbl", 0);
  setting.align = COG_PDF_ALIGN_END;
  setting.width = by - gap;
  label->width = setting.width;
  label->x = level->is_rtl ? level->left + level->width - by + gap : level->left;
  label->paragraph = cog_pdf_paragraph_new_for_text (builder->composer, mark, &setting);
  if (label->paragraph != NULL)
    g_ptr_array_add (builder->labels, label);
  else
    g_free (label);
  indent (level, by);
  level->mark_room = by;
}

char *
cog_pdf_list_dup_mark (CogPdfBuilder *builder)
{
  guint n = builder->levels->len;
  const CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfLevel list;

  if (n < 3 ||
      !cog_xml_is (g_array_index (builder->levels, CogPdfLevel, n - 2).node, COG_NS_XHTML, "li"))
    return NULL;
  list = g_array_index (builder->levels, CogPdfLevel, n - 3);
  list.number -= list.step; /* it has counted on */
  return dup_mark (&list, level);
}

/* level is the item's own; the list's, which counts, is the one below it on the stack. */
void
cog_pdf_list_open_item (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfLevel *list = &g_array_index (builder->levels, CogPdfLevel, builder->levels->len - 2);
  g_autofree char *value = cog_xml_dup_attribute (node, "value");
  g_autofree char *mark = NULL;
  CogPdfTag *tag = cog_pdf_builder_add_tag (builder, "LI", node);

  if (value != NULL && list->number_type != 0)
    list->number = g_ascii_strtoll (value, NULL, 10);
  mark = dup_mark (list, level);
  list->number += list->step;
  if (!list->is_unmarked)
    add_label (builder, tag, mark, list->mark_chars);
  if (tag != NULL)
    level->tag = cog_pdf_tags_add (builder->composer->tags, tag, "LBody", 0);
  level->first = level->items->len;
}

static void
set_item_space (CogPdfBuilder *builder, const CogPdfLevel *level)
{
  CogPdfItem *last;

  if (level->items->len <= level->first)
    return;
  last = g_ptr_array_index (level->items, level->items->len - 1);
  /* Items of a list stand closer than paragraphs, entries of an index as lines do. */
  if (last->kind == COG_PDF_ITEM_LINE)
    last->after = level->is_unmarked ? 0 : MIN (last->after, builder->composer->style->base * .3);
}

void
cog_pdf_list_close_item (CogPdfBuilder *builder)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  const CogPdfLevel *list = &g_array_index (builder->levels, CogPdfLevel, builder->levels->len - 2);

  set_item_space (builder, level);
  if (builder->labels->len > 0)
    {
      /* An item without text still has its mark. */
      CogPdfSetting setting = cog_pdf_builder_get_setting (builder, level->text, NULL);
      cog_pdf_builder_add_lines (
          builder, cog_pdf_paragraph_new_for_text (builder->composer, "\u00a0", &setting), 0, 0,
          FALSE);
    }
  if (list->list_depth == 1 && list->node->last != NULL &&
      cog_xml_next_element (level->node) == NULL)
    builder->before = MAX (builder->before, builder->composer->style->base * .62);
}

void
cog_pdf_list_open_description (CogPdfBuilder *builder, const xmlNode *node, gboolean is_term)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfLevel *list = &g_array_index (builder->levels, CogPdfLevel, builder->levels->len - 2);
  gboolean is_new =
      list->item_tag == NULL ||
      (is_term && g_array_index (list->item_tag->kids, CogPdfKid, list->item_tag->kids->len - 1)
                          .tag->type[1] == 'B');

  if (list->tag != NULL)
    {
      if (is_new)
        list->item_tag = cog_pdf_tags_add (builder->composer->tags, list->tag, "LI", 0);
      level->tag = list->item_tag;
      level->tag = cog_pdf_builder_add_tag (builder, is_term ? "Lbl" : "LBody", node);
    }
  if (is_term)
    {
      level->is_bold = TRUE;
      builder->before = MAX (builder->before, builder->composer->style->base * .5);
    }
  else
    {
      double by = builder->composer->style->base * 1.9;
      indent (level,
              MIN (by, MAX (0, level->width - LEAST_WIDTH * builder->composer->style->base)));
    }
}
