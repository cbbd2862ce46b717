/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-pages.h"

static guint
get_depth (const CogPdfFrame *frame)
{
  guint depth = 0;

  for (; frame != NULL; frame = frame->outer)
    depth++;
  return depth;
}

typedef struct
{
  const CogPdfFrame *frame;
  double top, bottom;
  guint depth;
} Extent;

static gint
compare_extents (gconstpointer a, gconstpointer b)
{
  const Extent *first = a, *second = b;

  return first->depth < second->depth ? -1 : first->depth > second->depth;
}

static void
grow (GArray *extents, const CogPdfFrame *frame, double top, double bottom)
{
  Extent extent = { frame, top, bottom, get_depth (frame) };

  for (guint i = extents->len; i-- > 0;)
    {
      Extent *known = &g_array_index (extents, Extent, i);
      if (known->frame != frame)
        continue;
      known->top = MIN (known->top, top);
      known->bottom = MAX (known->bottom, bottom);
      return;
    }
  g_array_append_val (extents, extent);
}

static void
draw_frames (CogPdfPage *page, CogPdfCanvas *canvas)
{
  g_autoptr (GArray) extents = g_array_new (FALSE, FALSE, sizeof (Extent));
  double x = canvas->style->left, y = canvas->style->top;

  for (guint i = 0; i < page->placed->len; i++)
    {
      const CogPdfPlaced *placed = &g_array_index (page->placed, CogPdfPlaced, i);
      for (const CogPdfFrame *frame = placed->item->frame; frame != NULL; frame = frame->outer)
        grow (extents, frame, placed->y, placed->y + placed->item->height);
    }
  g_array_sort (extents, compare_extents);
  for (guint i = 0; i < extents->len; i++)
    {
      const Extent *extent = &g_array_index (extents, Extent, i);
      cog_pdf_frame_draw (extent->frame, canvas, x, y + extent->top, y + extent->bottom);
    }
}

static void
draw_notes (CogPdfPage *page, CogPdfCanvas *canvas)
{
  const CogPdfStyle *style = canvas->style;
  double y = style->top + style->text_height - page->notes_height;

  if (page->notes->len == 0)
    return;
  cog_pdf_canvas_mark (canvas, NULL, 0);
  cairo_set_source_rgb (canvas->cr, .4, .4, .4);
  cog_pdf_canvas_fill_rectangle (
      canvas, style->is_rtl ? style->left + style->text_width * .75 : style->left,
      y - COG_PDF_NOTE_GAP / 2.0, style->text_width / 4, .5);
  for (guint i = 0; i < page->notes->len; i++)
    {
      const CogPdfPlaced *placed = &g_array_index (page->notes, CogPdfPlaced, i);
      cog_pdf_item_draw (placed->item, canvas, style->left, y + placed->y, FALSE);
    }
}

static void
draw_furniture (CogPdfCanvas *canvas, const CogPdfFurniture *furniture)
{
  const CogPdfStyle *style = canvas->style;
  double height = 0, ascent, width;

  if (furniture->head != NULL)
    {
      cog_pdf_paragraph_get_line (furniture->head, 0, &height, &ascent, &width);
      cog_pdf_paragraph_draw (furniture->head, canvas, 0, style->left, style->top - 2.4 * height,
                              TRUE);
    }
  if (furniture->draft != NULL)
    {
      cog_pdf_paragraph_get_line (furniture->draft, 0, &height, &ascent, &width);
      cog_pdf_paragraph_draw (furniture->draft, canvas, 0, style->left, style->top - 3.6 * height,
                              TRUE);
    }
  if (furniture->folio != NULL)
    cog_pdf_paragraph_draw (furniture->folio, canvas, 0, style->left,
                            style->top + style->text_height + style->base * 2.2, TRUE);
}

void
cog_pdf_page_draw (CogPdfPage *page, CogPdfCanvas *canvas, const CogPdfFurniture *furniture)
{
  const CogPdfStyle *style = canvas->style;

  cog_pdf_canvas_begin_page (canvas);
  draw_frames (page, canvas);
  for (guint i = 0; i < page->placed->len; i++)
    {
      const CogPdfPlaced *placed = &g_array_index (page->placed, CogPdfPlaced, i);
      cog_pdf_item_draw (placed->item, canvas, style->left, style->top + placed->y,
                         placed->is_repeated);
    }
  draw_notes (page, canvas);
  draw_furniture (canvas, furniture);
  cog_pdf_canvas_end_page (canvas);
}
