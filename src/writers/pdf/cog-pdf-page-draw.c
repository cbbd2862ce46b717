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

double
cog_pdf_page_get_width (const CogPdfPage *page, const CogPdfStyle *style)
{
  return page->is_turned ? style->text_height : style->text_width;
}

double
cog_pdf_page_get_height (const CogPdfPage *page, const CogPdfStyle *style)
{
  return page->is_turned ? style->text_width : style->text_height;
}

/* A page of a bound book stands as the others do, and one turns the book; that of one that is read
 * on a screen lies, as one cannot turn that. */
static CogPdfTurn
get_turn (const CogPdfPage *page, const CogPdfStyle *style)
{
  if (!page->is_turned)
    return COG_PDF_TURN_NONE;
  return style->is_bound ? COG_PDF_TURN_SIDEWAYS : COG_PDF_TURN_WIDE;
}

/* The top left of what is drawn. */
static void
find_origin (
    const CogPdfPage *page, const CogPdfStyle *style, guint number, double *left, double *top)
{
  *left = cog_pdf_style_get_left (style, number);
  *top = style->top;
  if (page->is_turned)
    {
      *top = *left;
      *left = style->height - style->top - style->text_height;
    }
}

static gboolean
has_columns (const CogPdfPage *page)
{
  return page->columns != NULL && page->columns->sides == COG_SIDES_COLUMNS;
}

/* A box stands on both sides. */
static void
draw_frame (const CogPdfPage *page, const Extent *extent, CogPdfCanvas *canvas, double x, double y)
{
  CogPdfFrame other = *extent->frame;
  gboolean is_in_column = has_columns (page) && other.width <= page->columns->width + .01;

  if (!page->is_other)
    cog_pdf_frame_draw (extent->frame, canvas, x, y + extent->top, y + extent->bottom);
  if (!page->is_other && !is_in_column)
    return;
  other.left = cog_pdf_columns_map (page->columns, other.left, other.width);
  other.is_rtl = page->columns->is_other_rtl;
  cog_pdf_frame_draw (&other, canvas, x, y + extent->top, y + extent->bottom);
}

/* On the originals' page stand pictures and formulas too, which are in no language; for who listens
 * once is enough. */
static void
draw_opposite (const CogPdfPage *page, CogPdfItem *item, CogPdfCanvas *canvas, double x, double y)
{
  if (item->beside != NULL)
    cog_pdf_beside_draw (item->beside, canvas, x, y);
  else if (item->kind == COG_PDF_ITEM_PICTURE || item->kind == COG_PDF_ITEM_MATH ||
           item->kind == COG_PDF_ITEM_RULE)
    cog_pdf_item_draw (item, canvas,
                       x + cog_pdf_columns_map (page->columns, item->x, item->width) - item->x, y,
                       TRUE);
}

static void
draw_placed (
    const CogPdfPage *page, const CogPdfPlaced *placed, CogPdfCanvas *canvas, double x, double y)
{
  if (page->is_other)
    {
      draw_opposite (page, placed->item, canvas, x, y);
      return;
    }
  cog_pdf_item_draw (placed->item, canvas, x, y, placed->is_repeated);
  if (placed->item->beside != NULL && has_columns (page))
    cog_pdf_beside_draw (placed->item->beside, canvas, x, y);
}

static void
draw_frames (CogPdfPage *page, CogPdfCanvas *canvas, double x, double y)
{
  g_autoptr (GArray) extents = g_array_new (FALSE, FALSE, sizeof (Extent));

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
      draw_frame (page, extent, canvas, x, y);
    }
}

static void
draw_notes (CogPdfPage *page, CogPdfCanvas *canvas, double left, double top)
{
  const CogPdfStyle *style = canvas->style;
  double width = cog_pdf_page_get_width (page, style);
  double y = top + cog_pdf_page_get_height (page, style) - page->notes_height;

  if (page->notes->len == 0 || page->is_other)
    return;
  cog_pdf_canvas_mark (canvas, NULL, 0);
  cairo_set_source_rgb (canvas->cr, .4, .4, .4);
  cog_pdf_canvas_fill_rectangle (canvas, style->is_rtl ? left + width * .75 : left,
                                 y - COG_PDF_NOTE_GAP / 2.0, width / 4, .5);
  for (guint i = 0; i < page->notes->len; i++)
    {
      const CogPdfPlaced *placed = &g_array_index (page->notes, CogPdfPlaced, i);
      cog_pdf_item_draw (placed->item, canvas, left, y + placed->y, FALSE);
    }
}

static void
draw_line (CogPdfParagraph *line, CogPdfCanvas *canvas, double x, double y, double heights)
{
  double height, ascent, width;

  if (line == NULL)
    return;
  cog_pdf_paragraph_get_line (line, 0, &height, &ascent, &width);
  cog_pdf_paragraph_draw (line, canvas, 0, x, y - heights * height, TRUE);
}

static void
draw_furniture (CogPdfPage *page, CogPdfCanvas *canvas, const CogPdfFurniture *furniture)
{
  const CogPdfStyle *style = canvas->style;
  double left, top, height = cog_pdf_page_get_height (page, style);

  find_origin (page, style, furniture->number, &left, &top);
  if (canvas->turn == COG_PDF_TURN_SIDEWAYS)
    {
      cog_pdf_canvas_turn_back (canvas);
      left = cog_pdf_style_get_left (style, furniture->number);
      top = style->top;
      height = style->text_height;
    }
  draw_line (furniture->head, canvas, left, top, 2.4);
  draw_line (furniture->draft, canvas, left, top, 3.6);
  draw_line (furniture->folio, canvas, left, top + height + style->base * 2.2, 0);
}

static void
clip (CogPdfCanvas *canvas)
{
  const CogPdfStyle *style = canvas->style;

  cairo_rectangle (canvas->cr, -style->bleed, -style->bleed, style->width + 2 * style->bleed,
                   style->height + 2 * style->bleed);
  cairo_clip (canvas->cr);
}

void
cog_pdf_page_draw (CogPdfPage *page, CogPdfCanvas *canvas, const CogPdfFurniture *furniture)
{
  double left, top;

  find_origin (page, canvas->style, furniture->number, &left, &top);
  cog_pdf_canvas_begin_page (canvas, get_turn (page, canvas->style));
  if (page->is_cover)
    clip (canvas);
  draw_frames (page, canvas, left, top);
  for (guint i = 0; i < page->placed->len; i++)
    {
      const CogPdfPlaced *placed = &g_array_index (page->placed, CogPdfPlaced, i);
      draw_placed (page, placed, canvas, left, top + placed->y);
    }
  if (page->is_cover)
    cairo_reset_clip (canvas->cr);
  draw_notes (page, canvas, left, top);
  draw_furniture (page, canvas, furniture);
  cog_pdf_canvas_draw_crop_marks (canvas);
  cog_pdf_canvas_end_page (canvas);
}
