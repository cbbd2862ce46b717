/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-builder.h"

/* Whether an element is the original of the text that was added last, and may stand beside it. */
static gboolean
is_pair (const CogPdfBuilder *builder, const CogPdfLevel *level, const xmlNode *node)
{
  const CogPdfFlow *flow = builder->flow;

  return flow->columns.sides != COG_SIDES_BELOW && cog_xml_has_word (node, "class", "original") &&
         level->items == flow->items && level->width <= flow->columns.width + .01 &&
         builder->labels->len == 0 && builder->text_end > builder->text_first &&
         builder->text_end == flow->items->len;
}

static void
set_area (const CogPdfBuilder *builder, CogPdfLevel *level)
{
  const CogPdfColumns *columns = &builder->flow->columns;

  level->left = cog_pdf_columns_map (columns, level->left, level->width);
}

/* The mark of a list stands beside the original too, in its own figures. */
static CogPdfLabel *
make_label (CogPdfBuilder *builder, const CogPdfItem *first)
{
  const CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  const CogPdfLabel *main =
      first->labels != NULL && first->labels->len > 0 ? g_ptr_array_index (first->labels, 0) : NULL;
  g_autofree char *mark = main != NULL ? cog_pdf_list_dup_mark (builder) : NULL;
  CogPdfSetting setting = cog_pdf_builder_get_setting (builder, level->text, NULL);
  double gap = cog_pdf_style_get_text (builder->composer->style, level->text).size * .5;
  CogPdfLabel *label;

  if (mark == NULL)
    return NULL;
  label = g_new0 (CogPdfLabel, 1);
  label->width = setting.width = main->width;
  setting.align = COG_PDF_ALIGN_END;
  label->x = level->is_rtl ? level->left + level->width + gap : level->left - gap - main->width;
  label->paragraph = cog_pdf_paragraph_new_for_text (builder->composer, mark, &setting);
  return label;
}

/* Lines of the original for which the adaptation has none. */
static void
add_empty_items (CogPdfBuilder *builder, guint n)
{
  double before = builder->before, pad = builder->pad;

  builder->before = builder->pad = 0;
  while (builder->flow->items->len < builder->text_first + n)
    cog_pdf_builder_add_item (builder, cog_pdf_item_new (COG_PDF_ITEM_EMPTY));
  builder->before = before;
  builder->pad = pad;
}

static void
place_beside (CogPdfItem *item, CogPdfParagraph *paragraph, guint line, double x)
{
  double height, ascent, width, main_height = 0, main_ascent = 0, top;

  cog_pdf_paragraph_get_line (paragraph, line, &height, &ascent, &width);
  if (item->kind == COG_PDF_ITEM_LINE)
    cog_pdf_paragraph_get_line (item->paragraph, item->line, &main_height, &main_ascent, &width);
  top = MAX (ascent, main_ascent);
  item->drop = item->kind == COG_PDF_ITEM_LINE ? top - main_ascent : 0;
  item->beside = g_new0 (CogPdfBeside, 1);
  *item->beside = (CogPdfBeside){ paragraph, line, x, top - ascent, NULL };
  item->height = top + MAX (height - ascent, main_height - main_ascent);
}

/* What held of the last line of the adaptation holds of the last of both. */
static void
glue (const CogPdfBuilder *builder, guint n_main, guint n)
{
  GPtrArray *items = builder->flow->items;
  CogPdfItem *last = g_ptr_array_index (items, builder->text_first + n_main - 1);
  gboolean is_glued = last->is_glued;
  double after = last->after;

  last->after = 0;
  for (guint i = 0; i < n; i++)
    {
      CogPdfItem *item = g_ptr_array_index (items, builder->text_first + i);

      item->is_glued = i + 1 == n ? is_glued : i == 0 || i + 2 == n || is_glued;
    }
  ((CogPdfItem *)g_ptr_array_index (items, builder->text_first + n - 1))->after = after;
}

gboolean
cog_pdf_pair_add (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  guint n_main = builder->text_end - builder->text_first, n;
  CogPdfParagraph *paragraph;
  CogPdfItem *first;
  CogPdfSetting setting;

  if (!is_pair (builder, level, node))
    return FALSE;
  set_area (builder, level);
  setting = cog_pdf_builder_get_setting (builder, builder->text_kind,
                                         cog_pdf_builder_add_tag (builder, "P", node));
  paragraph = cog_pdf_paragraph_new (builder->composer, node, &setting);
  if (paragraph == NULL)
    return TRUE;
  g_ptr_array_add (builder->flow->paragraphs, paragraph);
  n = cog_pdf_paragraph_get_n_lines (paragraph);
  add_empty_items (builder, n);
  for (guint i = 0; i < n; i++)
    place_beside (g_ptr_array_index (builder->flow->items, builder->text_first + i), paragraph, i,
                  level->left);
  first = g_ptr_array_index (builder->flow->items, builder->text_first);
  first->beside->label = make_label (builder, first);
  glue (builder, n_main, MAX (n, n_main));
  cog_pdf_builder_attach_points (builder, paragraph, builder->text_first);
  builder->text_end = builder->text_first;
  return TRUE;
}

void
cog_pdf_pair_widen (CogPdfBuilder *builder)
{
  const CogPdfColumns *columns = &builder->flow->columns;
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  if (columns->sides != COG_SIDES_COLUMNS || level->items != builder->flow->items ||
      level->left > columns->main_left || level->width < columns->width)
    return;
  level->left = 0;
  level->width = builder->composer->style->text_width;
}
