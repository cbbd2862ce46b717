/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-pages.h"

#include "cog-pdf-table.h"

#define NOTE_GAP 14 /* between the text and its notes: the rule stands in it */
#define MAX_FLOATS 12

/* Items from first up to, not including, end. */
typedef struct
{
  guint first, end;
} Range;

typedef struct
{
  const CogPdfStyle *style;
  CogPdfFlow *flow;
  GPtrArray *pages;
  CogPdfPage *page;
  double y;
  const CogPdfItem *previous; /* on this page */
  GArray *floats;             /* Range: figures that wait for the next page's top */
  GPtrArray *carried;         /* CogPdfItem: lines of notes that go on */
} Pager;

void
cog_pdf_page_free (CogPdfPage *page)
{
  g_array_unref (page->placed);
  g_array_unref (page->notes);
  g_free (page);
}

static double
get_room (const Pager *pager)
{
  double notes = pager->page->notes_height > 0 ? pager->page->notes_height + NOTE_GAP : 0;

  return pager->style->text_height - pager->y - notes;
}

static void
add_note_item (Pager *pager, CogPdfItem *item)
{
  CogPdfPage *page = pager->page;
  const CogPdfItem *previous =
      page->notes->len > 0 ? g_array_index (page->notes, CogPdfPlaced, page->notes->len - 1).item
                           : NULL;
  CogPdfPlaced placed = { item, page->notes_height + cog_pdf_item_get_gap (previous, item), FALSE };

  g_array_append_val (page->notes, placed);
  page->notes_height = placed.y + item->height;
}

/* As many lines of notes as there is room for; the rest is for the next page. */
static void
fill_notes (Pager *pager)
{
  guint n = 0;

  while (n < pager->carried->len)
    {
      CogPdfItem *item = g_ptr_array_index (pager->carried, n);
      double need =
          item->height + item->before + 4 + (pager->page->notes_height > 0 ? 0 : NOTE_GAP);

      if (need > get_room (pager) && (n > 0 || pager->page->placed->len > 0))
        break;
      add_note_item (pager, item);
      n++;
    }
  if (n > 0)
    g_ptr_array_remove_range (pager->carried, 0, n);
}

static void place_range (Pager *pager, Range range);
static double measure_range (const Pager *pager, Range range);

static void
begin_page (Pager *pager)
{
  pager->page = g_new0 (CogPdfPage, 1);
  pager->page->placed = g_array_new (FALSE, FALSE, sizeof (CogPdfPlaced));
  pager->page->notes = g_array_new (FALSE, FALSE, sizeof (CogPdfPlaced));
  g_ptr_array_add (pager->pages, pager->page);
  pager->y = 0;
  pager->previous = NULL;
  fill_notes (pager);
  while (pager->floats->len > 0)
    {
      Range range = g_array_index (pager->floats, Range, 0);
      if (pager->previous != NULL && measure_range (pager, range) > get_room (pager))
        break;
      g_array_remove_index (pager->floats, 0);
      place_range (pager, range);
    }
}

static void
call_notes (Pager *pager, const CogPdfItem *item)
{
  for (guint i = 0; item->notes != NULL && i < item->notes->len; i++)
    {
      CogPdfNote *note =
          g_hash_table_lookup (pager->flow->notes, g_ptr_array_index (item->notes, i));

      if (note == NULL || note->is_placed)
        continue;
      note->is_placed = TRUE;
      for (guint k = 0; k < note->items->len; k++)
        g_ptr_array_add (pager->carried, g_ptr_array_index (note->items, k));
    }
}

static double
measure_notes (const Pager *pager, const CogPdfItem *item)
{
  double height = 0;

  for (guint i = 0; item->notes != NULL && i < item->notes->len; i++)
    {
      const CogPdfNote *note =
          g_hash_table_lookup (pager->flow->notes, g_ptr_array_index (item->notes, i));
      if (note != NULL && !note->is_placed)
        height += note->height + 4;
    }
  return height;
}

static double
get_outer_pad (const CogPdfItem *item, const CogPdfItem *other)
{
  return item->frame != NULL && (other == NULL || other->frame != item->frame) ? item->frame->pad
                                                                               : 0;
}

static double
measure_range (const Pager *pager, Range range)
{
  const CogPdfItem *previous = pager->previous;
  double height = 0, notes = 0;

  for (guint i = range.first; i < range.end; i++)
    {
      const CogPdfItem *item = g_ptr_array_index (pager->flow->items, i);
      height += cog_pdf_item_get_gap (previous, item) + item->height;
      notes += measure_notes (pager, item);
      previous = item;
    }
  if (notes > 0)
    {
      /* A long note goes on overleaf; its first lines stand with its mark. */
      notes = MIN (notes, pager->style->text_height * .35);
      notes += pager->page->notes_height > 0 ? 0 : NOTE_GAP;
    }
  height += get_outer_pad (previous, range.end < pager->flow->items->len
                                         ? g_ptr_array_index (pager->flow->items, range.end)
                                         : NULL);
  return height + notes;
}

static void
place_item (Pager *pager, CogPdfItem *item, gboolean is_repeated)
{
  double gap = cog_pdf_item_get_gap (pager->previous, item);
  CogPdfPlaced placed;

  /* A box that begins or goes on at a page's top keeps its padding inside the type area. */
  if (pager->previous == NULL && item->frame != NULL)
    gap = item->frame->pad;
  placed = (CogPdfPlaced){ item, pager->y + gap, is_repeated };
  g_array_append_val (pager->page->placed, placed);
  pager->y = placed.y + item->height;
  pager->previous = item;
  if (is_repeated)
    return;
  call_notes (pager, item);
  fill_notes (pager);
}

/* A table that goes on says its head again. */
static void
repeat_head (Pager *pager, guint index)
{
  const CogPdfItem *item = g_ptr_array_index (pager->flow->items, index);
  guint first = index;

  if (item->kind != COG_PDF_ITEM_ROW || pager->previous != NULL ||
      (item->row < item->table->n_head_rows) ||
      cog_pdf_table_get_head_height (item->table) > pager->style->text_height / 3)
    return;
  while (first > 0)
    {
      const CogPdfItem *before = g_ptr_array_index (pager->flow->items, first - 1);
      if (before->kind != COG_PDF_ITEM_ROW || before->table != item->table)
        break;
      first--;
    }
  for (guint i = first; i < index; i++)
    {
      CogPdfItem *head = g_ptr_array_index (pager->flow->items, i);
      if (head->row < head->table->n_head_rows)
        place_item (pager, head, TRUE);
    }
}

static void
place_range (Pager *pager, Range range)
{
  for (guint i = range.first; i < range.end; i++)
    {
      CogPdfItem *item = g_ptr_array_index (pager->flow->items, i);

      /* Only what no page holds in one piece comes to a break here. */
      if (pager->previous != NULL && item->height > get_room (pager) &&
          pager->page->placed->len > 0)
        {
          begin_page (pager);
          repeat_head (pager, i);
        }
      place_item (pager, item, FALSE);
    }
}

/* Up to the next place where a page may end. */
static Range
get_range (const Pager *pager, guint first)
{
  Range range = { first, first + 1 };

  while (range.end < pager->flow->items->len)
    {
      const CogPdfItem *last = g_ptr_array_index (pager->flow->items, range.end - 1);
      const CogPdfItem *next = g_ptr_array_index (pager->flow->items, range.end);
      if (!last->is_glued || next->is_page_start)
        break;
      range.end++;
    }
  return range;
}

static void
flush (Pager *pager)
{
  while (pager->floats->len > 0 || pager->carried->len > 0)
    begin_page (pager);
}

static void
place_next (Pager *pager, Range range)
{
  const CogPdfItem *item = g_ptr_array_index (pager->flow->items, range.first);

  if (item->is_page_start && pager->page->placed->len > 0)
    {
      flush (pager);
      begin_page (pager);
    }
  if (pager->previous != NULL && measure_range (pager, range) > get_room (pager))
    {
      if (item->can_float && pager->floats->len < MAX_FLOATS)
        {
          g_array_append_val (pager->floats, range);
          return;
        }
      begin_page (pager);
      /* Figures that waited may have filled the new page too. */
      while (pager->previous != NULL && measure_range (pager, range) > get_room (pager) &&
             pager->floats->len > 0)
        begin_page (pager);
      if (pager->previous != NULL && measure_range (pager, range) > get_room (pager) &&
          measure_range (pager, range) < pager->style->text_height)
        begin_page (pager);
      repeat_head (pager, range.first);
    }
  place_range (pager, range);
}

GPtrArray *
cog_pdf_pages_new (const CogPdfComposer *composer, CogPdfFlow *flow)
{
  Pager pager = { .style = composer->style,
                  .flow = flow,
                  .pages = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_page_free),
                  .floats = g_array_new (FALSE, FALSE, sizeof (Range)),
                  .carried = g_ptr_array_new () };

  begin_page (&pager);
  for (guint i = 0; i < flow->items->len;)
    {
      Range range = get_range (&pager, i);
      place_next (&pager, range);
      i = range.end;
    }
  flush (&pager);
  g_array_unref (pager.floats);
  g_ptr_array_unref (pager.carried);
  return pager.pages;
}

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
      y - NOTE_GAP / 2.0, style->text_width / 4, .5);
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
