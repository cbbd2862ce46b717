/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-block.h"

#include "cog-pdf-table.h"

#include <math.h>

static void
label_free (gpointer data)
{
  CogPdfLabel *label = data;

  cog_pdf_paragraph_free (label->paragraph);
  g_free (label);
}

static void
note_free (gpointer data)
{
  CogPdfNote *note = data;

  g_free (note->id);
  g_ptr_array_unref (note->items);
  g_free (note);
}

CogPdfFlow *
cog_pdf_flow_new (void)
{
  CogPdfFlow *flow = g_new0 (CogPdfFlow, 1);

  flow->columns.sides = COG_SIDES_BELOW;
  flow->items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_item_free);
  flow->notes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, note_free);
  flow->note_list = g_ptr_array_new ();
  flow->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_paragraph_free);
  flow->equations = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_math_free);
  flow->frames = g_ptr_array_new_with_free_func (g_free);
  flow->tables = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_table_free);
  return flow;
}

void
cog_pdf_flow_free (CogPdfFlow *flow)
{
  if (flow == NULL)
    return;
  g_ptr_array_unref (flow->items);
  g_hash_table_unref (flow->notes);
  g_ptr_array_unref (flow->note_list);
  g_ptr_array_unref (flow->tables);
  g_ptr_array_unref (flow->paragraphs);
  g_ptr_array_unref (flow->equations);
  g_ptr_array_unref (flow->frames);
  g_free (flow);
}

CogPdfItem *
cog_pdf_item_new (CogPdfItemKind kind)
{
  CogPdfItem *item = g_new0 (CogPdfItem, 1);

  item->kind = kind;
  return item;
}

void
cog_pdf_item_free (CogPdfItem *item)
{
  if (item == NULL)
    return;
  g_clear_pointer (&item->anchors, g_ptr_array_unref);
  g_clear_pointer (&item->notes, g_ptr_array_unref);
  if (item->labels != NULL)
    g_ptr_array_set_free_func (item->labels, label_free);
  g_clear_pointer (&item->labels, g_ptr_array_unref);
  if (item->beside != NULL && item->beside->label != NULL)
    label_free (item->beside->label);
  g_free (item->beside);
  g_free (item);
}

double
cog_pdf_item_get_gap (const CogPdfItem *previous, const CogPdfItem *item)
{
  return previous != NULL ? MAX (previous->after, item->before) : 0;
}

double
cog_pdf_items_measure (GPtrArray *items, guint from, guint to)
{
  double height = 0;

  for (guint i = from; i < to; i++)
    {
      const CogPdfItem *item = g_ptr_array_index (items, i);
      height += cog_pdf_item_get_gap (i > from ? g_ptr_array_index (items, i - 1) : NULL, item) +
                item->height;
    }
  return height;
}

double
cog_pdf_items_measure_pictures (GPtrArray *items, guint from, guint to)
{
  double height = 0;

  for (guint i = from; i < to; i++)
    {
      const CogPdfItem *item = g_ptr_array_index (items, i);
      height += item->kind == COG_PDF_ITEM_PICTURE ? item->height : 0;
    }
  return height;
}

void
cog_pdf_items_scale_pictures (GPtrArray *items, guint from, guint to, double factor)
{
  for (guint i = from; i < to; i++)
    {
      CogPdfItem *item = g_ptr_array_index (items, i);

      if (item->kind != COG_PDF_ITEM_PICTURE)
        continue;
      item->x += item->is_rtl ? item->width * (1 - factor) : 0;
      item->width *= factor;
      item->height *= factor;
    }
}

static void
draw_labels (CogPdfItem *item, CogPdfCanvas *canvas, double x, double y, gboolean is_artifact)
{
  double ascent = 0, height, width;

  if (item->kind == COG_PDF_ITEM_LINE)
    cog_pdf_paragraph_get_line (item->paragraph, item->line, &height, &ascent, &width);
  y += item->drop;
  for (guint i = 0; item->labels != NULL && i < item->labels->len; i++)
    {
      CogPdfLabel *label = g_ptr_array_index (item->labels, i);
      double label_ascent;

      cog_pdf_paragraph_get_line (label->paragraph, 0, &height, &label_ascent, &width);
      cog_pdf_paragraph_draw (label->paragraph, canvas, 0, x + label->x,
                              y + MAX (0, ascent - label_ascent), is_artifact);
    }
}

/* Dots from the end of the text to the number of the page. */
static void
draw_folio (CogPdfItem *item, CogPdfCanvas *canvas, double x, double y)
{
  const CogPdfStyle *style = canvas->style;
  double height, ascent, text, number, from, to;

  cog_pdf_paragraph_get_line (item->paragraph, item->line, &height, &ascent, &text);
  cog_pdf_paragraph_get_line (item->folio, 0, &height, &ascent, &number);
  from = item->x + text + 6;
  to = style->text_width - number - 6;
  if (style->is_rtl)
    {
      from = number + 6;
      to = item->x + item->width - text - 6;
    }
  cog_pdf_canvas_mark (canvas, NULL, 0);
  cairo_set_source_rgb (canvas->cr, .5, .5, .5);
  for (double at = ceil (from / 5) * 5; at < to; at += 5)
    cairo_rectangle (canvas->cr, x + at, y + ascent - .8, .8, .8);
  cairo_fill (canvas->cr);
  cog_pdf_paragraph_draw (item->folio, canvas, 0, x, y, FALSE);
}

void
cog_pdf_item_draw (CogPdfItem *item, CogPdfCanvas *canvas, double x, double y, gboolean is_artifact)
{
  CogPdfTag *tag = is_artifact ? NULL : item->tag;

  for (guint i = 0; !is_artifact && item->anchors != NULL && i < item->anchors->len; i++)
    cog_pdf_canvas_add_place (canvas, g_ptr_array_index (item->anchors, i), y);
  draw_labels (item, canvas, x, y, is_artifact);
  switch (item->kind)
    {
    case COG_PDF_ITEM_LINE:
      cog_pdf_paragraph_draw (item->paragraph, canvas, item->line, x + item->x, y + item->drop,
                              is_artifact);
      if (item->folio != NULL)
        draw_folio (item, canvas, x, y);
      break;
    case COG_PDF_ITEM_PICTURE:
      cog_pdf_canvas_mark (canvas, tag, 0);
      cog_pdf_picture_draw (item->picture, canvas->cr, x + item->x, y, item->width, item->height);
      break;
    case COG_PDF_ITEM_MATH:
      cog_pdf_canvas_mark (canvas, tag, 0);
      cairo_set_source_rgb (canvas->cr, 0, 0, 0);
      cog_pdf_math_draw (item->math, canvas->cr, x + item->x, y + item->math_ascent);
      break;
    case COG_PDF_ITEM_RULE:
      cog_pdf_canvas_mark (canvas, NULL, 0);
      cairo_set_source_rgb (canvas->cr, .6, .6, .6);
      cog_pdf_canvas_fill_rectangle (canvas, x + item->x, y + item->height / 2, item->width, .5);
      break;
    case COG_PDF_ITEM_ROW:
      cog_pdf_table_draw_row (item->table, item->row, item->part, canvas, x + item->x, y,
                              item->height, is_artifact);
      break;
    case COG_PDF_ITEM_EMPTY:
      break;
    }
}

void
cog_pdf_beside_draw (const CogPdfBeside *beside, CogPdfCanvas *canvas, double x, double y)
{
  y += beside->drop;
  if (beside->label != NULL)
    cog_pdf_paragraph_draw (beside->label->paragraph, canvas, 0, x + beside->label->x, y, TRUE);
  cog_pdf_paragraph_draw (beside->paragraph, canvas, beside->line, x + beside->x, y, FALSE);
}

void
cog_pdf_frame_draw (
    const CogPdfFrame *frame, CogPdfCanvas *canvas, double x, double top, double bottom)
{
  cairo_t *cr = canvas->cr;

  top -= frame->pad;
  bottom += frame->pad;
  x += frame->left;
  cog_pdf_canvas_mark (canvas, NULL, 0);
  if (frame->tint < 1)
    {
      cairo_set_source_rgb (cr, frame->tint, frame->tint, frame->tint);
      cog_pdf_canvas_fill_rectangle (canvas, x, top, frame->width, bottom - top);
    }
  cairo_set_source_rgb (cr, .45, .5, .58);
  if (frame->bar > 0)
    cog_pdf_canvas_fill_rectangle (canvas, frame->is_rtl ? x + frame->width - frame->bar : x, top,
                                   frame->bar, bottom - top);
  if (frame->is_ruled)
    {
      cog_pdf_canvas_fill_rectangle (canvas, x, top, frame->width, .6);
      cog_pdf_canvas_fill_rectangle (canvas, x, bottom - .6, frame->width, .6);
    }
}

void
cog_pdf_items_draw (GPtrArray *items,
                    guint from,
                    guint to,
                    CogPdfCanvas *canvas,
                    double x,
                    double y,
                    gboolean is_artifact)
{
  for (guint i = from; i < to; i++)
    {
      CogPdfItem *item = g_ptr_array_index (items, i);

      y += cog_pdf_item_get_gap (i > from ? g_ptr_array_index (items, i - 1) : NULL, item);
      cog_pdf_item_draw (item, canvas, x, y, is_artifact);
      y += item->height;
    }
}
