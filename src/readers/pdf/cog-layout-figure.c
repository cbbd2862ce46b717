/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-heading.h"
#include "cog-layout-parts.h"

#include <math.h>
#include <string.h>

#define MIN_PICTURE 18.0 /* points each way: less is an ornament */
#define MIN_DRAWING 36.0
#define BACKGROUND 0.85  /* of the page */
#define MAX_LABELS 60    /* words in a drawing; more is text that is set on it */
#define NEAR 6.0         /* points: parts of one figure */
#define BESIDE 12.0      /* points: from a drawing to a rectangle without words */
#define LARGER 8.0       /* than a drawing: what it is drawn on */
#define MAX_WORDS 12     /* in a rectangle; more is a text with an ornament */
#define CAPTION_GAP 2.6  /* lines */
#define MAX_OVER_BREAK 3 /* lines of a caption without a label in the next column */

static gboolean
is_figure_like (const CogPdfBox *box, double least)
{
  return box->width >= least && box->height >= least;
}

static guint
count_words (const CogPdfPage *page, const CogPdfBox *box)
{
  guint n = 0;

  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
      double x = word->x + word->width / 2, y = word->y + word->height / 2;

      n += !word->is_artifact && !word->is_taken && x > box->x && x < box->x + box->width &&
           y > box->y && y < box->y + box->height;
    }
  return n;
}

static void
take_words (const CogPdfPage *page, const CogPdfBox *box)
{
  for (guint i = 0; i < page->words->len; i++)
    {
      CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
      double x = word->x + word->width / 2, y = word->y + word->height / 2;

      if (x > box->x && x < box->x + box->width && y > box->y && y < box->y + box->height)
        word->is_taken = TRUE;
    }
}

/* The part of a box that the page shows; many pictures bleed. */
static CogPdfBox
crop (const CogPdfPage *page, const CogPdfBox *box)
{
  CogPdfBox seen = { MAX (box->x, 0), MAX (box->y, 0) };

  seen.width = MIN (box->x + box->width, page->width) - seen.x;
  seen.height = MIN (box->y + box->height, page->height) - seen.y;
  return seen;
}

static gboolean
is_background (const CogPdfPage *page, const CogPdfBox *box, guint n_words)
{
  return n_words > 0 && page->number > 1 &&
         box->width * box->height > BACKGROUND * page->width * page->height;
}

static void
add_area (
    GPtrArray *blocks, guint first, const CogPdfBox *box, const CogPdfPicture *picture, guint page)
{
  CogPdfBox wide = { box->x - NEAR, box->y - NEAR, box->width + 2 * NEAR, box->height + 2 * NEAR };
  CogLayoutBlock *block;

  for (guint i = first; i < blocks->len; i++)
    {
      block = blocks->pdata[i];
      if (block->kind == COG_LAYOUT_FIGURE && cog_pdf_box_overlaps (&block->box, &wide))
        {
          block->box = cog_pdf_box_join (&block->box, box);
          block->is_picture = FALSE;
          return;
        }
    }
  block = cog_layout_block_new (COG_LAYOUT_FIGURE, page);
  block->box = *box;
  block->is_picture = picture != NULL;
  if (picture != NULL)
    block->picture = *picture;
  g_ptr_array_add (blocks, block);
}

static gboolean
is_in_table (const GPtrArray *blocks, const CogPdfBox *box)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind == COG_LAYOUT_TABLE && cog_pdf_box_overlaps (&block->box, box))
        return TRUE;
    }
  return FALSE;
}

/* Whether a rectangle is a part of a drawing, or what it is drawn on; one with a text in it is
 * neither. */
static gboolean
is_part_of (const CogPdfPage *page, const CogPdfBox *figure, const CogPdfBox *box)
{
  CogPdfBox wide = { figure->x - BESIDE, figure->y - BESIDE, figure->width + 2 * BESIDE,
                     figure->height + 2 * BESIDE };
  guint n_words;

  if (!cog_pdf_box_overlaps (&wide, box) ||
      box->width * box->height > LARGER * figure->width * figure->height)
    return FALSE;
  n_words = count_words (page, box);
  return n_words == 0 || (n_words <= MAX_WORDS && cog_pdf_box_overlaps (figure, box));
}

/* A drawing is not only what has curves: rectangles that belong to it make it larger. */
static void
grow (const CogPdfPage *page, GPtrArray *blocks, CogLayoutBlock *figure)
{
  gboolean is_changed = TRUE;

  while (is_changed)
    {
      is_changed = FALSE;
      for (guint i = 0; i < page->boxes->len; i++)
        {
          CogPdfBox box = crop (page, &g_array_index (page->boxes, CogPdfBox, i));
          CogPdfBox joined = cog_pdf_box_join (&figure->box, &box);

          if (box.width < 1 || box.height < 1 || is_in_table (blocks, &box) ||
              joined.width * joined.height > BACKGROUND * page->width * page->height ||
              joined.width * joined.height <= figure->box.width * figure->box.height + 1 ||
              !is_part_of (page, &figure->box, &box))
            continue;
          figure->box = joined;
          is_changed = TRUE;
        }
    }
}

void
cog_layout_take_figures (const CogPdfPage *page, GPtrArray *blocks)
{
  guint first;

  g_return_if_fail (page != NULL && blocks != NULL);

  first = blocks->len;
  for (guint i = 0; i < page->pictures->len; i++)
    {
      const CogPdfPicture *picture = &g_array_index (page->pictures, CogPdfPicture, i);
      CogPdfBox box = crop (page, &picture->box);
      guint n_words = count_words (page, &box);

      if (!picture->is_artifact && is_figure_like (&box, MIN_PICTURE) &&
          !is_background (page, &box, n_words))
        add_area (blocks, first, &box, picture, page->number);
    }
  for (guint i = 0; i < page->drawings->len; i++)
    {
      CogPdfBox box = crop (page, &g_array_index (page->drawings, CogPdfBox, i));

      if (is_figure_like (&box, MIN_DRAWING) && count_words (page, &box) <= MAX_LABELS)
        add_area (blocks, first, &box, NULL, page->number);
    }
  for (guint i = first; i < blocks->len; i++)
    if (!((CogLayoutBlock *)blocks->pdata[i])->is_picture)
      grow (page, blocks, blocks->pdata[i]);
  for (guint i = first; i < blocks->len; i++)
    {
      const CogLayoutBlock *block = blocks->pdata[i];

      if (count_words (page, &block->box) <= MAX_LABELS)
        take_words (page, &block->box);
    }
}

static gboolean
is_below (const CogLayoutBlock *figure, const CogLayoutBlock *block, const CogLayoutBody *body)
{
  double gap = block->box.y - figure->box.y - figure->box.height;

  return block->page == figure->page && gap > -0.5 * body->size &&
         gap < CAPTION_GAP * body->size * body->leading;
}

/* A caption may stand at the side of a figure, too. */
static gboolean
is_beside (const CogLayoutBlock *figure, const CogLayoutBlock *block)
{
  return figure->kind == COG_LAYOUT_FIGURE && block->page == figure->page &&
         block->box.y < figure->box.y + figure->box.height &&
         figure->box.y < block->box.y + block->box.height;
}

/* A figure ends its page, and what begins the next is no caption of another one there. */
static gboolean
is_over_page (const GPtrArray *blocks, guint figure)
{
  const CogLayoutBlock *block = blocks->pdata[figure];
  const CogLayoutBlock *after = blocks->pdata[figure + 1];
  const CogLayoutBlock *next = figure + 2 < blocks->len ? blocks->pdata[figure + 2] : NULL;

  return block->kind == COG_LAYOUT_FIGURE && after->page == block->page + 1 &&
         (next == NULL || next->kind != COG_LAYOUT_FIGURE);
}

/* A figure ends its column, and what belongs to it begins the next one. */
static gboolean
is_over_break (const CogLayoutBlock *figure, const CogLayoutBlock *block)
{
  return figure->kind == COG_LAYOUT_FIGURE && block->page == figure->page &&
         block->box.y + block->box.height < figure->box.y;
}

static gboolean
may_be_caption (const CogLayoutBlock *block)
{
  return (block->kind == COG_LAYOUT_PARAGRAPH || block->kind == COG_LAYOUT_HEADING) &&
         block->lines->len > 0 && block->lines->len <= 12;
}

static gboolean
begins_as_caption (const CogLayoutBlock *block)
{
  g_autofree char *text = cog_layout_block_dup_text (block);

  return cog_layout_is_caption (text);
}

/* Small text right below a figure, or a line under its middle, no wider than it; in the next
 * column, where it stands in from the edge as well. */
static gboolean
looks_like_caption (const CogLayoutBlock *figure,
                    const CogLayoutBlock *block,
                    const CogLayoutBody *body)
{
  const CogLayoutLine *line = block->lines->pdata[0];

  double off = block->box.x + block->box.width / 2 - figure->box.x - figure->box.width / 2;
  gboolean is_small = line->size < 0.95 * body->size;
  gboolean is_centred =
      block->lines->len == 1 && fabs (off) < 0.5 * body->size && line->start > body->size;

  if (figure->kind != COG_LAYOUT_FIGURE || !(is_small || is_centred))
    return FALSE;
  if (is_over_break (figure, block))
    return is_small && block->lines->len <= MAX_OVER_BREAK && line->start > body->size;
  return is_below (figure, block, body) && block->box.x > figure->box.x - 2 * body->size &&
         block->box.x + block->box.width < figure->box.x + figure->box.width + 2 * body->size;
}

static void
add_caption (CogLayoutBlock *figure, GPtrArray *blocks, guint i, gboolean above)
{
  if (figure->inner == NULL)
    figure->inner = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_block_free);
  figure->caption_above = above;
  g_ptr_array_add (figure->inner, g_ptr_array_steal_index (blocks, i));
}

/* A line right above a table, over its middle or set smaller: without a label it is its title. */
static gboolean
looks_like_title (const CogLayoutBlock *table,
                  const CogLayoutBlock *block,
                  const CogLayoutBody *body)
{
  const CogLayoutLine *line = block->lines->pdata[0];
  double gap = table->box.y - block->box.y - block->box.height;
  double off = block->box.x + block->box.width / 2 - table->box.x - table->box.width / 2;
  gsize length = strlen (line->text);
  gboolean is_centred = fabs (off) < 0.5 * body->size && line->start > body->size;

  return block->lines->len == 1 && block->page == table->page && gap < body->size &&
         gap > -0.5 * body->size && (is_centred || line->size < 0.95 * body->size) &&
         block->box.x > table->box.x - 2 * body->size &&
         block->box.x + block->box.width < table->box.x + table->box.width + 2 * body->size &&
         length > 0 && strchr (".:;", line->text[length - 1]) == NULL;
}

static gboolean
is_captioned (const CogLayoutBlock *block)
{
  return block->kind == COG_LAYOUT_FIGURE || block->kind == COG_LAYOUT_TABLE;
}

/* A caption said again in another language. */
static gboolean
has_another (const GPtrArray *blocks, guint i, const CogLayoutBlock *figure)
{
  const CogLayoutBlock *block = i < blocks->len ? blocks->pdata[i] : NULL;

  return block != NULL && block->page == figure->page && may_be_caption (block) &&
         begins_as_caption (block);
}

void
cog_layout_take_captions (GPtrArray *blocks, const CogLayoutBody *body)
{
  g_return_if_fail (blocks != NULL && body != NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];
      CogLayoutBlock *before = i > 0 ? blocks->pdata[i - 1] : NULL;
      CogLayoutBlock *after = i + 1 < blocks->len ? blocks->pdata[i + 1] : NULL;
      gboolean is_table = block->kind == COG_LAYOUT_TABLE;

      if ((!is_table && block->kind != COG_LAYOUT_FIGURE) || block->alt != NULL)
        continue;
      if (is_table && before != NULL && may_be_caption (before) &&
          (begins_as_caption (before) || looks_like_title (block, before, body)))
        {
          add_caption (block, blocks, i - 1, TRUE);
          i--;
          if (i > 0 && has_another (blocks, i - 1, block))
            {
              add_caption (block, blocks, i - 1, TRUE);
              g_ptr_array_insert (block->inner, 0, g_ptr_array_steal_index (block->inner, 1));
              i--;
            }
        }
      else if (after != NULL && may_be_caption (after) &&
               ((begins_as_caption (after) &&
                 (is_below (block, after, body) || is_beside (block, after) ||
                  is_over_break (block, after) || is_over_page (blocks, i))) ||
                looks_like_caption (block, after, body)))
        {
          add_caption (block, blocks, i + 1, FALSE);
          if (has_another (blocks, i + 1, block) &&
              !(i + 2 < blocks->len && is_captioned (blocks->pdata[i + 2])))
            add_caption (block, blocks, i + 1, FALSE);
        }
      else if (before != NULL && may_be_caption (before) && begins_as_caption (before) &&
               before->page == block->page)
        {
          add_caption (block, blocks, i - 1, TRUE);
          i--;
        }
    }
}

static CogLayoutLine *
find_line_behind (GPtrArray *lines, const CogPdfBox *mark)
{
  for (guint i = 0; i < lines->len; i++)
    {
      CogLayoutLine *line = lines->pdata[i];
      double middle = mark->y + mark->height / 2;
      double gap = line->is_rtl ? mark->x - line->box.x - line->box.width
                                : line->box.x - mark->x - mark->width;

      if (line->block == NULL && middle > line->box.y + 0.15 * line->box.height &&
          middle < line->box.y + line->box.height && gap > 0 && gap < 3 * line->size &&
          MAX (mark->width, mark->height) < 0.8 * line->size)
        return line;
    }
  return NULL;
}

void
cog_layout_find_drawn_bullets (const CogPdfPage *page, GPtrArray *lines)
{
  g_return_if_fail (page != NULL && lines != NULL);

  for (guint i = 0; i < page->drawings->len; i++)
    {
      const CogPdfBox *mark = &g_array_index (page->drawings, CogPdfBox, i);
      CogLayoutLine *line;

      if (MIN (mark->width, mark->height) < 1 || MAX (mark->width, mark->height) > 12)
        continue;
      line = find_line_behind (lines, mark);
      if (line != NULL)
        line->has_bullet = TRUE;
    }
}
