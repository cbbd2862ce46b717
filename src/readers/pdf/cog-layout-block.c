/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout.h"

#include <math.h>
#include <string.h>

#define SAME_SIZE 0.06 /* of the size */
#define LOOSE 1.32     /* of the usual step: a wider one parts paragraphs */
#define UNEVEN 1.75    /* of the usual step, amid a sentence */
#define CODE_LOOSE 2.3 /* code has empty lines in it */
#define INDENT 0.7     /* em */
#define HEADING_SIZE 1.07
#define REACH 8 /* blocks between two items of one list */

CogLayoutBlock *
cog_layout_block_new (CogLayoutKind kind, guint page)
{
  CogLayoutBlock *block = g_new0 (CogLayoutBlock, 1);

  block->kind = kind;
  block->page = page;
  block->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_line_free);
  return block;
}

void
cog_layout_block_free (CogLayoutBlock *block)
{
  if (block == NULL)
    return;
  g_ptr_array_unref (block->lines);
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  g_clear_pointer (&block->inner, g_ptr_array_unref);
  g_free (block->id);
  g_free (block->alt);
  g_free (block);
}

void
cog_layout_block_add_line (CogLayoutBlock *block, CogLayoutLine *line)
{
  g_return_if_fail (block != NULL && line != NULL);

  if (block->lines->len == 0)
    {
      block->is_rtl = line->is_rtl;
      block->page = line->page;
    }
  if (line->page == block->page)
    block->box = cog_pdf_box_join (&block->box, &line->box);
  g_ptr_array_add (block->lines, line);
}

char *
cog_layout_block_dup_text (const CogLayoutBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < block->lines->len; i++)
    {
      const CogLayoutLine *line = block->lines->pdata[i];

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, line->text);
    }
  return g_string_free (text, FALSE);
}

static gboolean
ends_sentence (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text)
    {
      gunichar c;

      end = g_utf8_prev_char (end);
      c = g_utf8_get_char (end);
      if (g_unichar_type (c) == G_UNICODE_CLOSE_PUNCTUATION ||
          g_unichar_type (c) == G_UNICODE_FINAL_PUNCTUATION || c == '"' || c == '\'' ||
          g_unichar_isdigit (c))
        continue;
      return strchr (".!?:;", (int)(c < 128 ? c : 'x')) != NULL || c == 0x3002 || c == 0xff01 ||
             c == 0xff1f || c == 0x061f || c == 0x06d4 || c == 0x0964 || c == 0x2026;
    }
  return FALSE;
}

static gboolean
begins_lower (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

/* Signs that stand in sentences as well. */
static gboolean
is_weak_bullet (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return c == '-' || c == '*' || c == 0x2013 || c == 0xb7 || c == 0x2192;
}

/* A paragraph that is being made, and what its lines have shown so far. */
typedef struct
{
  GPtrArray *blocks;
  const CogLayoutBody *body;
  CogLayoutBlock *block; /* NULL: none was begun */
  double content;        /* of an item: where its text begins, from the start of the column */
} Making;

/* From one baseline to the next, as lines of that size mostly have it. */
static double
get_usual_step (const Making *m, const CogLayoutLine *line)
{
  return line->size * m->body->leading;
}

/* The next word would have stood on this line, had its paragraph gone on. */
static gboolean
had_room (const CogLayoutLine *line, const CogLayoutLine *next)
{
  const CogPdfWord *word = next->words->pdata[0];

  return line->end > word->width + 0.6 * line->size;
}

static gboolean
is_heading_like (const Making *m, const CogLayoutLine *line)
{
  return line->size > HEADING_SIZE * m->body->size || (line->is_bold && !m->body->is_bold);
}

static gboolean
has_other_look (const Making *m, const CogLayoutLine *a, const CogLayoutLine *b, double step)
{
  if (fabs (a->size - b->size) > SAME_SIZE * a->size)
    return TRUE;
  if (a->is_fixed != b->is_fixed &&
      (step > 1.1 * get_usual_step (m, a) || had_room (a, b) || a->n_letters > 30))
    return TRUE;
  if (a->is_bold != b->is_bold)
    return had_room (a, b) || step > 1.08 * get_usual_step (m, a) || ends_sentence (a->text);
  return FALSE;
}

/* A first line stands out, or in: the column's edge tells, not the line above. */
static gboolean
is_indented (const Making *m, const CogLayoutLine *a, const CogLayoutLine *b)
{
  const CogLayoutLine *first = m->block->lines->pdata[0];
  double em = b->size;

  if (m->block->kind == COG_LAYOUT_ITEM)
    return b->start < m->content - 1.2 * em && b->start < first->start - 0.3 * em;
  if (b->start > a->start + INDENT * em)
    return m->block->lines->len > 1 || ends_sentence (a->text) || a->end > 0.2 * a->extent;
  /* A list of works: each begins at the edge and goes on further in. */
  return b->start < a->start - INDENT * em && m->block->lines->len > 1 &&
         fabs (b->start - first->start) < 0.3 * em && first->start < a->start - INDENT * em;
}

/* A line with something raised or lowered in it stands farther off than others, and the sentence
 * goes on over it. */
static gboolean
is_amid (const Making *m, const CogLayoutLine *a, const CogLayoutLine *b, double step)
{
  return step < UNEVEN * get_usual_step (m, a) && m->block->kind != COG_LAYOUT_CODE &&
         !ends_sentence (a->text) && begins_lower (b->text) && !had_room (a, b);
}

static gboolean
begins_block (const Making *m, const CogLayoutLine *a, const CogLayoutLine *b)
{
  CogLayoutLabel label;
  double step = b->baseline - a->baseline;
  gboolean is_code = m->block->kind == COG_LAYOUT_CODE;

  if (a->page != b->page || a->column != b->column)
    return TRUE;
  if (has_other_look (m, a, b, step))
    return TRUE;
  if (step > (is_code ? CODE_LOOSE : LOOSE) * get_usual_step (m, a) && !is_amid (m, a, b, step))
    return TRUE;
  if (b->has_bullet)
    return TRUE;
  if (is_code)
    return FALSE;
  if (cog_layout_read_label (b->text, &label))
    return m->block->kind == COG_LAYOUT_ITEM || ends_sentence (a->text) || had_room (a, b) ||
           (label.numbering == COG_LAYOUT_BULLET && !is_weak_bullet (b->text));
  if (is_heading_like (m, a) && is_heading_like (m, b))
    return FALSE;
  if (is_indented (m, a, b))
    return TRUE;
  return had_room (a, b) && !begins_lower (b->text) &&
         (ends_sentence (a->text) || a->end > 0.3 * a->extent);
}

static void
begin (Making *m, CogLayoutLine *line)
{
  CogLayoutLabel label;
  CogLayoutKind kind =
      line->is_fixed && !m->body->is_fixed ? COG_LAYOUT_CODE : COG_LAYOUT_PARAGRAPH;

  if (kind == COG_LAYOUT_PARAGRAPH &&
      (cog_layout_read_label (line->text, &label) || line->has_bullet))
    kind = COG_LAYOUT_ITEM;
  m->block = cog_layout_block_new (kind, line->page);
  g_ptr_array_add (m->blocks, m->block);
  if (kind == COG_LAYOUT_ITEM)
    {
      const CogPdfWord *second = line->words->len > 1 ? line->words->pdata[1] : NULL;

      m->block->label = label;
      m->content = line->start;
      if (line->has_bullet)
        m->block->label = (CogLayoutLabel){ COG_LAYOUT_BULLET, 0, 0 };
      else if (second != NULL)
        m->content += line->is_rtl ? line->box.x + line->box.width - second->x - second->width
                                   : second->x - line->box.x;
    }
}

/* An item with a number or a weak sign is one where another goes before or comes after it. */
static gboolean
has_sibling (const GPtrArray *blocks, guint i)
{
  const CogLayoutBlock *block = blocks->pdata[i];

  for (guint k = i > REACH ? i - REACH : 0; k < blocks->len && k <= i + REACH; k++)
    {
      const CogLayoutBlock *other = blocks->pdata[k];

      if (k == i || other->kind != COG_LAYOUT_ITEM)
        continue;
      if (k < i ? cog_layout_label_follows (&other->label, &block->label)
                : cog_layout_label_follows (&block->label, &other->label))
        return TRUE;
    }
  return FALSE;
}

void
cog_layout_drop_lone_items (GPtrArray *blocks)
{
  g_autoptr (GPtrArray) lone = g_ptr_array_new ();

  g_return_if_fail (blocks != NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind == COG_LAYOUT_ITEM && block->label.n_letters > 0 &&
          (block->label.numbering != COG_LAYOUT_BULLET ||
           is_weak_bullet (((CogLayoutLine *)block->lines->pdata[0])->text)) &&
          !has_sibling (blocks, i))
        g_ptr_array_add (lone, block);
    }
  for (guint i = 0; i < lone->len; i++)
    ((CogLayoutBlock *)lone->pdata[i])->kind = COG_LAYOUT_PARAGRAPH;
}

GPtrArray *
cog_layout_blocks_new (GPtrArray *lines, const CogLayoutBody *body)
{
  Making m = { g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_block_free), body };
  CogLayoutLine *last = NULL;

  g_return_val_if_fail (lines != NULL && body != NULL, m.blocks);

  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      CogLayoutLine *line = lines->pdata[i];

      if (line->block != NULL)
        {
          g_ptr_array_add (m.blocks, g_steal_pointer (&line->block));
          cog_layout_line_free (line);
          last = NULL;
          continue;
        }
      if (last == NULL || begins_block (&m, last, line))
        begin (&m, line);
      cog_layout_block_add_line (m.block, line);
      last = line;
    }
  g_ptr_array_unref (lines);
  return m.blocks;
}
