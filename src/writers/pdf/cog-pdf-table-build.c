/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-builder.h"
#include "cog-pdf-table-private.h"

#include <string.h>

/* Tables in tables in tables are set as text. */
#define MAX_DEPTH 2
#define LEAST_SCALE .7
#define LEAST_TURNED .6 /* where the page is turned already */

static gboolean
may_turn (const CogPdfBuilder *builder, const CogPdfLevel *level)
{
  return level->items == builder->flow->items && level->frame == NULL && level->list_depth == 0 &&
         level->table_depth == 0;
}

/* One whose words do not fit stands on a page of its own that is wider than tall. */
static CogPdfTable *
make_table (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  double length = builder->composer->style->text_height;
  CogPdfTable *upright = cog_pdf_table_new (builder->composer, node, level->language, level->is_rtl,
                                            level->width, LEAST_SCALE);
  CogPdfTable *turned;

  if ((upright != NULL && !upright->is_cramped) || !may_turn (builder, level))
    return upright;
  turned = cog_pdf_table_new (builder->composer, node, level->language, level->is_rtl, length,
                              LEAST_TURNED);
  if (turned == NULL)
    return upright;
  cog_pdf_table_free (upright);
  level->is_turned = TRUE;
  level->left = 0;
  level->width = length;
  return turned;
}

gboolean
cog_pdf_builder_open_table (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfTable *table = NULL;

  if (level->table_depth < MAX_DEPTH)
    table = make_table (builder, node);
  level->table = table;
  level->tag = cog_pdf_builder_add_tag (builder, table != NULL ? "Table" : "Div", node);
  if (table == NULL)
    return TRUE;
  level->table_depth++;
  /* A list's mark stands beside the table, not beside the text of its first cell. */
  level->table_labels = g_steal_pointer (&builder->labels);
  builder->labels = g_ptr_array_new ();
  g_ptr_array_add (builder->flow->tables, table);
  return TRUE;
}

static const char *
get_group_type (CogPdfBuilder *builder, const xmlNode *node)
{
  if (cog_xml_is (node, COG_NS_XHTML, "tbody"))
    return "TBody";
  for (const xmlNode *before = node->prev; before != NULL; before = before->prev)
    if (before->type == XML_ELEMENT_NODE && xmlStrEqual (before->name, node->name))
      return "TBody";
  return cog_xml_is (node, COG_NS_XHTML, "thead") ? "THead" : "TFoot";
}

static const char *
get_scope (const CogPdfTable *table, const CogPdfCell *cell)
{
  g_autofree char *scope = cog_xml_dup_attribute (cell->node, "scope");

  if (scope != NULL && g_str_has_prefix (scope, "row"))
    return "Row";
  if (scope != NULL && g_str_has_prefix (scope, "col"))
    return "Column";
  if (cell->row < table->n_head_rows)
    return "Column";
  return cell->column == 0 && table->n_columns > 1 && cell->row > 0 ? "Row" : "Column";
}

static void
tag_cell (CogPdfTag *tag, const CogPdfCell *cell)
{
  if (tag == NULL)
    return;
  tag->colspan = cell->colspan;
  tag->rowspan = cell->rowspan;
}

static void
open_cell (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfTable *table = level->table;
  CogPdfCell *cell = cog_pdf_table_find_cell (table, node);

  if (cell == NULL)
    return;
  level->tag = cog_pdf_builder_add_tag (builder, cell->is_header ? "TH" : "TD", node);
  tag_cell (level->tag, cell);
  if (level->tag != NULL && cell->is_header)
    level->tag->scope = get_scope (table, cell);
  level->items = cell->items;
  level->first = 0;
  level->frame = NULL;
  level->left = 0;
  level->width = cog_pdf_table_get_cell_width (table, cell);
  level->text = COG_PDF_TEXT_CELL;
  level->scale = table->scale;
  level->is_bold = cell->is_header;
  level->list_depth = 0;
  level->align =
      cog_xml_has_word (node, "class", "centered") ? COG_PDF_ALIGN_CENTER : COG_PDF_ALIGN_START;
  builder->before = builder->pad = 0;
}

/* A group of rows, a row, or a cell. */
void
cog_pdf_builder_open_cell (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  if (level->table == NULL)
    level->tag = cog_pdf_builder_add_tag (builder, "Div", node);
  else if (cog_xml_is (node, COG_NS_XHTML, "tr"))
    level->tag = cog_pdf_builder_add_tag (builder, "TR", node);
  else if (cog_xml_is (node, COG_NS_XHTML, "td") || cog_xml_is (node, COG_NS_XHTML, "th"))
    open_cell (builder, node);
  else
    level->tag = cog_pdf_builder_add_tag (builder, get_group_type (builder, node), node);
}

/* Places that the source leaves empty are cells too, else rows differ in length. */
void
cog_pdf_builder_close_row (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  const CogPdfRow *row;

  if (level->table == NULL || level->tag == NULL)
    return;
  row = cog_pdf_table_get_row (level->table, level->table->next_row++);
  for (guint i = row->first_cell; i < row->end_cell; i++)
    {
      const CogPdfCell *cell = g_ptr_array_index (level->table->cells, i);
      if (cell->node == NULL)
        cog_pdf_builder_add_tag (builder, "TD", NULL);
    }
  builder->before = builder->pad = 0;
}

void
cog_pdf_builder_close_table (CogPdfBuilder *builder)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfTable *table = level->table;
  double base = builder->composer->style->base, total = 0;
  const CogPdfStyle *style = builder->composer->style;
  double limit = (level->is_turned ? style->text_width : style->text_height) * .92;
  gboolean is_main = level->items == builder->flow->items;
  guint first = level->items->len;

  if (table == NULL)
    return;
  g_ptr_array_extend_and_steal (builder->labels, g_steal_pointer (&level->table_labels));
  cog_pdf_table_measure (table, limit);
  for (guint r = 0; r < table->rows->len; r++)
    {
      const CogPdfRow *row = &g_array_index (table->rows, CogPdfRow, r);

      for (guint part = 0; part < row->parts->len; part++)
        {
          CogPdfItem *item = cog_pdf_item_new (COG_PDF_ITEM_ROW);

          item->table = table;
          item->row = r;
          item->part = part;
          item->height = g_array_index (row->parts, double, part);
          item->width = table->width;
          item->x = level->is_rtl ? level->left + level->width - table->width : level->left;
          item->is_glued = row->is_glued || row->is_head;
          total += item->height;
          cog_pdf_builder_add_item (builder, item);
        }
    }
  if (level->items->len == first)
    return;
  cog_pdf_table_collect_notes (table, level->items, first);
  ((CogPdfItem *)g_ptr_array_index (level->items, first))->before =
      first > level->first ? base * .35 : base;
  /* The caption, which stands above, goes with the first row. */
  for (guint i = level->first; i < first; i++)
    ((CogPdfItem *)g_ptr_array_index (level->items, i))->is_glued = TRUE;
  ((CogPdfItem *)g_ptr_array_index (level->items, level->items->len - 1))->is_glued = FALSE;
  ((CogPdfItem *)g_ptr_array_index (level->items, level->items->len - 1))->after = base * 1.2;
  builder->before = base;
  if (total > limit || !is_main || level->is_turned)
    return;
  builder->flow->n_groups++;
  for (guint i = level->first; i < level->items->len; i++)
    {
      CogPdfItem *item = g_ptr_array_index (level->items, i);
      item->group = builder->flow->n_groups;
      item->is_glued = i + 1 < level->items->len;
      item->can_float = level->frame == NULL && level->list_depth == 0;
    }
}
