/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-parts.h"

#include <math.h>
#include <string.h>

#define MIN_PICTURE 18.0 /* points each way: less is an ornament */
#define MIN_DRAWING 36.0
#define BACKGROUND 0.85 /* of the page */
#define MAX_LABELS 60   /* words in a drawing; more is text that is set on it */
#define NEAR 6.0        /* points: parts of one figure */
#define BESIDE 12.0     /* points: from a drawing to a rectangle without words */
#define LARGER 8.0      /* than a drawing: what it is drawn on */
#define MAX_WORDS 12    /* in a rectangle; more is a text with an ornament */

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
          CogPdfBox box = cog_pdf_page_crop (page, &g_array_index (page->boxes, CogPdfBox, i));
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
      CogPdfBox box = cog_pdf_page_crop (page, &picture->box);
      guint n_words = count_words (page, &box);

      if (!picture->is_artifact && is_figure_like (&box, MIN_PICTURE) &&
          !is_background (page, &box, n_words))
        add_area (blocks, first, &box, picture, page->number);
    }
  for (guint i = 0; i < page->drawings->len; i++)
    {
      CogPdfBox box = cog_pdf_page_crop (page, &g_array_index (page->drawings, CogPdfBox, i));

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
