/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-heading.h"
#include "cog-layout-parts.h"

#include <math.h>
#include <string.h>

#define CAPTION_GAP 2.6  /* lines */
#define MAX_OVER_BREAK 3 /* lines of a caption without a label in the next column */
#define MAX_UNDER 3      /* lines of one that is wider than its figure */
#define TOUCHING 1.2     /* of the size, from a picture to the line at its foot */
#define FOOT .6          /* of the size, from its foot to the baseline */
#define MIN_FOOT 3.0     /* of the size: the picture is no sign of the line */

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

/* Set in italics, where what follows is not. */
static gboolean
is_set_off (const CogLayoutBlock *block, const CogLayoutBlock *next)
{
  for (guint i = 0; i < block->lines->len; i++)
    if (!((CogLayoutLine *)block->lines->pdata[i])->is_italic)
      return FALSE;
  return next == NULL || next->lines->len == 0 ||
         !((CogLayoutLine *)next->lines->pdata[0])->is_italic;
}

/* A line at the foot of a picture that touches it: what stands in one paragraph with it. */
static gboolean
is_at_foot (const CogLayoutBlock *figure, const CogLayoutBlock *block)
{
  const CogLayoutLine *line = block->lines->pdata[0];
  double gap = line->is_rtl ? figure->box.x - block->box.x - block->box.width
                            : block->box.x - figure->box.x - figure->box.width;

  return figure->is_picture && block->kind == COG_LAYOUT_PARAGRAPH && block->lines->len == 1 &&
         block->page == figure->page && gap > -line->size && gap < TOUCHING * line->size &&
         figure->box.height > MIN_FOOT * line->size &&
         fabs (line->baseline - figure->box.y - figure->box.height) < FOOT * line->size;
}

/* Below the figure and no wider, or as far from its edge or its middle as good as not at all. */
static gboolean
stands_under (const CogLayoutBlock *figure, const CogLayoutBlock *block, const CogLayoutBody *body)
{
  double left = block->box.x - figure->box.x;
  double right = left + block->box.width - figure->box.width;

  if (!is_below (figure, block, body))
    return FALSE;
  return (left > -2 * body->size && right < 2 * body->size) ||
         (block->lines->len <= MAX_UNDER &&
          (fabs (block->is_rtl ? right : left) < 0.5 * body->size ||
           fabs (left + right) < body->size));
}

/* Small text right below a figure, text in italics, or a line under its middle; in the next column,
 * where it stands in from the edge as well. next: what follows it (nullable) */
static gboolean
looks_like_caption (const CogLayoutBlock *figure,
                    const CogLayoutBlock *block,
                    const CogLayoutBlock *next,
                    const CogLayoutBody *body)
{
  const CogLayoutLine *line = block->lines->pdata[0];
  double off = block->box.x + block->box.width / 2 - figure->box.x - figure->box.width / 2;
  gboolean is_small = line->size < 0.95 * body->size;
  gboolean is_centred =
      block->lines->len == 1 && fabs (off) < 0.5 * body->size && line->start > body->size;

  if (figure->kind != COG_LAYOUT_FIGURE)
    return FALSE;
  if (is_at_foot (figure, block))
    return TRUE;
  if (is_over_break (figure, block))
    return is_small && block->lines->len <= MAX_OVER_BREAK && line->start > body->size;
  return (is_small || is_centred || is_set_off (block, next)) && stands_under (figure, block, body);
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
      CogLayoutBlock *next = i + 2 < blocks->len ? blocks->pdata[i + 2] : NULL;
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
                looks_like_caption (block, after, next, body)))
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
