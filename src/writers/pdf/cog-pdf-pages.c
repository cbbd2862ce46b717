/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-pages.h"

#include "cog-pdf-table.h"

#define MAX_FLOATS 12
#define NOTE_SHARE .35 /* of the page that notes may ask for; a longer one goes on overleaf */
#define LEAST_NOTE 40  /* of notes that must stand with their marks where the page is short */
#define MAX_GAP .12    /* of the page that may stay empty for the sake of a whole note */

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
  GArray *turned;             /* Range: tables that wait for pages of their own */
  GArray *floats;             /* Range: figures that wait for the next page's top */
  GPtrArray *carried;         /* CogPdfItem: lines of notes that go on */
} Pager;

CogPdfPage *
cog_pdf_page_new (void)
{
  CogPdfPage *page = g_new0 (CogPdfPage, 1);

  page->placed = g_array_new (FALSE, FALSE, sizeof (CogPdfPlaced));
  page->notes = g_array_new (FALSE, FALSE, sizeof (CogPdfPlaced));
  return page;
}

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
  double notes = pager->page->notes_height > 0 ? pager->page->notes_height + COG_PDF_NOTE_GAP : 0;

  return cog_pdf_page_get_height (pager->page, pager->style) - pager->y - notes;
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
          item->height + item->before + 4 + (pager->page->notes_height > 0 ? 0 : COG_PDF_NOTE_GAP);

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
open_page (Pager *pager, gboolean is_turned)
{
  pager->page = cog_pdf_page_new ();
  pager->page->is_turned = is_turned;
  g_ptr_array_add (pager->pages, pager->page);
  pager->y = 0;
  pager->previous = NULL;
}

static void repeat_head (Pager *pager, guint index);
static void place_item (Pager *pager, CogPdfItem *item, gboolean is_repeated);

/* Of an item and those that stay with it. */
static double
measure_glued (const Pager *pager, guint first, guint end)
{
  const CogPdfItem *previous = pager->previous, *item;
  double height = 0;

  do
    {
      item = g_ptr_array_index (pager->flow->items, first++);
      height += cog_pdf_item_get_gap (previous, item) + item->height;
      previous = item;
    }
  while (item->is_glued && first < end);
  return height;
}

/* While they wait the text goes on to the foot of its page. */
static void
place_turned (Pager *pager)
{
  for (guint k = 0; k < pager->turned->len; k++)
    {
      Range range = g_array_index (pager->turned, Range, k);

      open_page (pager, TRUE);
      for (guint i = range.first; i < range.end; i++)
        {
          CogPdfItem *item = g_ptr_array_index (pager->flow->items, i);

          if (pager->previous != NULL && measure_glued (pager, i, range.end) > get_room (pager))
            {
              open_page (pager, TRUE);
              repeat_head (pager, i);
            }
          place_item (pager, item, FALSE);
        }
    }
  g_array_set_size (pager->turned, 0);
}

static void
begin_page (Pager *pager)
{
  place_turned (pager);
  open_page (pager, FALSE);
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
measure_with_notes (const Pager *pager, Range range, double most)
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
      notes = MIN (notes, most);
      notes += pager->page->notes_height > 0 ? 0 : COG_PDF_NOTE_GAP;
    }
  height += get_outer_pad (previous, range.end < pager->flow->items->len
                                         ? g_ptr_array_index (pager->flow->items, range.end)
                                         : NULL);
  return height + notes;
}

static double
measure_range (const Pager *pager, Range range)
{
  return measure_with_notes (pager, range, pager->style->text_height * NOTE_SHARE);
}

/* Where much of the page would stay empty, the first lines of a note are enough. */
static gboolean
is_room (const Pager *pager, Range range)
{
  double room = get_room (pager);

  if (measure_range (pager, range) <= room)
    return TRUE;
  return room > pager->style->text_height * MAX_GAP &&
         measure_with_notes (pager, range, LEAST_NOTE) <= room;
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
      if (next->is_turned != last->is_turned || next->is_page_start ||
          (!last->is_glued && !next->is_turned))
        break;
      range.end++;
    }
  return range;
}

static void
flush (Pager *pager)
{
  /* A turned table may call notes that go on after it. */
  while (pager->turned->len > 0 || pager->floats->len > 0 || pager->carried->len > 0)
    if (pager->floats->len > 0 || pager->carried->len > 0)
      begin_page (pager);
    else
      place_turned (pager);
}

/* A picture that would leave a hole behind is made smaller, rather less where it may move to the
 * next page's top instead and let the text go on. */
static gboolean
squeeze (Pager *pager, Range range)
{
  GPtrArray *items = pager->flow->items;
  const CogPdfItem *first = g_ptr_array_index (items, range.first);
  double least = first->can_float ? .8 : .55;
  double pictures = cog_pdf_items_measure_pictures (items, range.first, range.end);
  double excess = measure_range (pager, range) - get_room (pager) + .1;

  if (pictures <= 0 || excess > pictures * (1 - least))
    return FALSE;
  cog_pdf_items_scale_pictures (items, range.first, range.end, 1 - excess / pictures);
  return TRUE;
}

static gboolean
is_table_break (const Pager *pager, guint index)
{
  const CogPdfItem *item = g_ptr_array_index (pager->flow->items, index);
  const CogPdfItem *before = g_ptr_array_index (pager->flow->items, index - 1);

  return item->kind == COG_PDF_ITEM_ROW && before->kind == COG_PDF_ITEM_ROW &&
         item->table == before->table && item->row >= item->table->n_head_rows + 2 &&
         item->row + 2 <= item->table->rows->len &&
         !g_array_index (item->table->rows, CogPdfRow, before->row).is_glued;
}

/* Where a table that would fit on the next page is broken all the same, since a third of this one
 * would stay empty for its sake. 0: nowhere. */
static guint
find_table_break (const Pager *pager, Range range)
{
  const CogPdfItem *first = g_ptr_array_index (pager->flow->items, range.first);

  if (first->can_float || get_room (pager) < pager->style->text_height / 3)
    return 0;
  for (guint i = range.end - 1; i > range.first; i--)
    if (is_table_break (pager, i) &&
        measure_range (pager, (Range){ range.first, i }) <= get_room (pager))
      return i;
  return 0;
}

static void
place_next (Pager *pager, Range range)
{
  guint split = 0;
  const CogPdfItem *item = g_ptr_array_index (pager->flow->items, range.first);

  if (item->is_page_start && pager->page->placed->len > 0)
    {
      flush (pager);
      begin_page (pager);
    }
  if (item->is_turned)
    {
      g_array_append_val (pager->turned, range);
      return;
    }
  if (pager->previous != NULL && !is_room (pager, range) && !squeeze (pager, range))
    {
      if (item->can_float && pager->floats->len < MAX_FLOATS)
        {
          g_array_append_val (pager->floats, range);
          return;
        }
      split = find_table_break (pager, range);
      if (split > 0)
        {
          place_range (pager, (Range){ range.first, split });
          range.first = split;
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
                  .turned = g_array_new (FALSE, FALSE, sizeof (Range)),
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
  g_array_unref (pager.turned);
  g_array_unref (pager.floats);
  g_ptr_array_unref (pager.carried);
  return pager.pages;
}
