/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-doubt.h"

#include "cog-layout-space.h"
#include "cog-pdf-scan.h"

#include <string.h>

#define SURE .93    /* of a page: where more is in doubt, it is told */
#define ABOVE .6    /* of the size: a line stands above another one */
#define UNDER .3    /* of the width of the narrower: it stands above the same part of the column */
#define STACKED .4  /* of the narrower word that another one of its line stands over */
#define MIN_LINES 3 /* with cells */
#define LONG 12     /* letters of a line of a text */
#define MIN_LONG 8  /* cells with so many letters */
#define MIXED .3    /* of them, in lower case */
#define MAX_BOXES 1000 /* of a page, to look for what was read too early */
#define FULL .3        /* of the column that a line that goes on may leave free */
#define FILLED .8      /* of the widest line of a column */
#define MIN_RUNNING 3  /* cells that go on in the one below */
#define RUNNING .3     /* of those that have one below */

/* One page. */
typedef struct
{
  CogLayoutDoubt *doubt;
  GHashTable *words;  /* (element-type CogPdfWord): that some doubt is about */
  GArray *boxes;      /* (element-type CogPdfBox): what was read of it */
  gboolean has_cells; /* there are more such lines than chance has */
} Measuring;

static void
add_word (Measuring *m, CogLayoutDoubtKind kind, CogPdfWord *word)
{
  m->doubt->counts[kind]++;
  g_hash_table_add (m->words, word);
}

static void
add_line (Measuring *m, CogLayoutDoubtKind kind, const CogLayoutLine *line)
{
  for (guint i = 0; i < line->words->len; i++)
    add_word (m, kind, line->words->pdata[i]);
}

/* Whether a line begins amid the sentence that another one leaves open. */
static gboolean
goes_on (const CogLayoutLine *line, const CogLayoutLine *next)
{
  gunichar last;

  if (line->text[0] == '\0')
    return FALSE;
  last = g_utf8_get_char (g_utf8_prev_char (line->text + strlen (line->text)));
  return g_unichar_islower (g_utf8_get_char (next->text)) &&
         strchr (".!?:;", (int)(last < 128 ? last : 'x')) == NULL;
}

static void
measure_letters (Measuring *m, const CogLayoutLine *line)
{
  for (guint i = 0; i < line->words->len; i++)
    {
      CogPdfWord *word = line->words->pdata[i];

      /* The first may be a bullet. */
      for (const char *p = word->text; (i > 0 || p > word->text) && *p != '\0';
           p = g_utf8_next_char (p))
        if (cog_pdf_letter_is_meaningless (g_utf8_get_char (p)))
          {
            add_word (m, COG_LAYOUT_DOUBT_LETTERS, word);
            break;
          }
    }
}

/* Digits, single letters and signs without a word between them. */
static gboolean
is_formula (const CogLayoutLine *line)
{
  gboolean has_sign = FALSE;

  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c) && (c < 0x1d400 || c > 0x1d7ff) &&
          g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p))))
        return FALSE;
      has_sign |= g_unichar_type (c) == G_UNICODE_MATH_SYMBOL || (c >= 0x1d400 && c <= 0x1d7ff) ||
                  strchr ("[]{}|", (int)(c < 128 ? c : 'x')) != NULL;
    }
  return has_sign;
}

static void
measure_stacked (Measuring *m, const CogLayoutLine *line)
{
  for (guint i = 0; i + 1 < line->words->len; i++)
    {
      CogPdfWord *a = line->words->pdata[i], *b = line->words->pdata[i + 1];
      double over = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);

      if (over > STACKED * MIN (a->width, b->width))
        add_word (m, COG_LAYOUT_DOUBT_STACKED, b);
    }
}

/* Label and text of an item are no cells. */
static gboolean
has_cells (const CogLayoutBlock *block, const CogLayoutLine *line)
{
  guint n = line->cells->len;

  if (n > 0 && line == block->lines->pdata[0] &&
      g_array_index (line->cells, CogLayoutCell, 0).n == 1)
    n--;
  return n >= 2 && !cog_layout_line_is_spread (line);
}

static guint
count_lines_with_cells (const GPtrArray *blocks, guint first, guint end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      const CogLayoutBlock *block = blocks->pdata[i];

      for (guint k = 0; block->kind != COG_LAYOUT_CODE && k < block->lines->len; k++)
        n += has_cells (block, block->lines->pdata[k]);
    }
  return n;
}

static gboolean
is_above (const CogLayoutLine *line, const CogPdfBox *box)
{
  double over =
      MIN (line->box.x + line->box.width, box->x + box->width) - MAX (line->box.x, box->x);

  return line->baseline < box->y + (1 - ABOVE) * line->size &&
         over > UNDER * MIN (line->box.width, box->width);
}

/* A line that is read after what stands below it. */
static void
measure_order (Measuring *m, const CogLayoutLine *line)
{
  for (guint i = 0; i < MIN (m->boxes->len, MAX_BOXES); i++)
    if (is_above (line, &g_array_index (m->boxes, CogPdfBox, i)))
      {
        add_line (m, COG_LAYOUT_DOUBT_ORDER, line);
        return;
      }
}

static void
measure_text (Measuring *m, const CogLayoutBlock *block)
{
  for (guint i = 0; i < block->lines->len; i++)
    {
      const CogLayoutLine *line = block->lines->pdata[i];

      measure_letters (m, line);
      measure_stacked (m, line);
      if (is_formula (line))
        add_line (m, COG_LAYOUT_DOUBT_STACKED, line);
      if (m->has_cells && block->kind != COG_LAYOUT_CODE && has_cells (block, line))
        add_line (m, COG_LAYOUT_DOUBT_CELLS, line);
      measure_order (m, line);
    }
  if (block->kind != COG_LAYOUT_CODE)
    {
      g_autoptr (GPtrArray) parted = cog_layout_find_river (block->lines);

      for (guint i = 0; i < parted->len; i++)
        add_line (m, COG_LAYOUT_DOUBT_CELLS, parted->pdata[i]);
    }
  g_array_append_val (m->boxes, block->box);
}

static const CogLayoutTableCell *
find_below (const CogLayoutBlock *table, const CogLayoutTableCell *cell)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogLayoutTableCell *other = table->cells->pdata[i];

      if (other->column == cell->column && other->row == cell->row + cell->row_span)
        return other;
    }
  return NULL;
}

/* Columns of text, one beside the other, look like a table with a line in each cell: then sentences
 * go on from cell to cell, downwards. */
static double
find_width (const CogLayoutBlock *table, guint column)
{
  double width = 0;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogLayoutTableCell *cell = table->cells->pdata[i];

      for (guint k = 0; cell->column == column && cell->column_span == 1 && k < cell->lines->len;
           k++)
        width = MAX (width, ((CogLayoutLine *)cell->lines->pdata[k])->box.width);
    }
  return width;
}

static gboolean
runs_on (const CogLayoutBlock *table)
{
  guint n_pairs = 0, n_running = 0;

  for (guint i = 0; i < MIN (table->cells->len, MAX_BOXES); i++)
    {
      const CogLayoutTableCell *cell = table->cells->pdata[i], *below = find_below (table, cell);
      const CogLayoutLine *last;

      if (below == NULL || cell->lines->len == 0 || below->lines->len == 0)
        continue;
      n_pairs++;
      last = cell->lines->pdata[cell->lines->len - 1];
      n_running += last->n_letters >= LONG &&
                   last->box.width > FILLED * find_width (table, cell->column) &&
                   goes_on (last, below->lines->pdata[0]);
    }
  return n_running >= MIN_RUNNING && n_running > RUNNING * n_pairs;
}

/* Cells begin with a capital or they do not; where both are common, sentences were cut. */
static gboolean
is_mixed (const CogLayoutBlock *table)
{
  guint n_long = 0, n_lower = 0;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogLayoutTableCell *cell = table->cells->pdata[i];
      const CogLayoutLine *line = cell->lines->len > 0 ? cell->lines->pdata[0] : NULL;

      if (line == NULL || line->n_letters < LONG)
        continue;
      n_long++;
      n_lower += g_unichar_islower (g_utf8_get_char (line->text));
    }
  return n_long >= MIN_LONG && n_lower > MIXED * n_long && n_long - n_lower > n_long / 10;
}

static void
measure_table (Measuring *m, const CogLayoutBlock *table)
{
  gboolean is_running = runs_on (table) || is_mixed (table);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogLayoutTableCell *cell = table->cells->pdata[i];

      for (guint k = 0; k < cell->lines->len; k++)
        {
          const CogLayoutLine *line = cell->lines->pdata[k];

          measure_letters (m, line);
          measure_stacked (m, line);
          if (is_running)
            add_line (m, COG_LAYOUT_DOUBT_CELLS, line);
        }
    }
  g_array_append_val (m->boxes, table->box);
}

/* A text that begins amid a sentence, right below a full line: one was cut. After a formula, or the
 * words before a list, a new one may begin so. */
static gboolean
is_cut (const CogLayoutBlock *before, const CogLayoutBlock *block)
{
  const CogLayoutLine *last, *first;

  if (before == NULL || before->lines->len == 0 || block->lines->len == 0 ||
      before->page != block->page || block->kind != COG_LAYOUT_PARAGRAPH ||
      (before->kind != COG_LAYOUT_PARAGRAPH && before->kind != COG_LAYOUT_ITEM))
    return FALSE;
  last = before->lines->pdata[before->lines->len - 1];
  first = block->lines->pdata[0];
  return last->column == first->column && last->end < FULL * last->extent && goes_on (last, first);
}

static CogLayoutDoubt
measure_page (const CogPdfPage *page, const GPtrArray *blocks, guint first, guint end)
{
  CogLayoutDoubt doubt = { .page = page->number };
  g_autoptr (GHashTable) words = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (CogPdfBox));
  Measuring m = { &doubt, words, boxes, count_lines_with_cells (blocks, first, end) >= MIN_LINES };

  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

      doubt.n_words += !word->is_artifact;
      doubt.n_turned += !word->is_artifact && word->is_turned && !word->is_taken;
    }
  for (guint i = first; i < end; i++)
    {
      const CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind == COG_LAYOUT_TABLE)
        measure_table (&m, block);
      else
        measure_text (&m, block);
      if (is_cut (i > first ? blocks->pdata[i - 1] : NULL, block))
        {
          const CogLayoutBlock *before = blocks->pdata[i - 1];

          add_line (&m, COG_LAYOUT_DOUBT_PIECES, block->lines->pdata[0]);
          add_line (&m, COG_LAYOUT_DOUBT_PIECES, before->lines->pdata[before->lines->len - 1]);
        }
    }
  doubt.confidence = doubt.n_words > 0 ? 1 - (double)g_hash_table_size (words) / doubt.n_words : 1;
  return doubt;
}

static guint
find_end (const GPtrArray *blocks, guint first, guint page)
{
  while (first < blocks->len && ((CogLayoutBlock *)blocks->pdata[first])->page <= page)
    first++;
  return first;
}

GArray *
cog_layout_doubts_new (const GPtrArray *pages, const GPtrArray *blocks)
{
  GArray *doubts = g_array_new (FALSE, FALSE, sizeof (CogLayoutDoubt));
  guint first = 0;

  g_return_val_if_fail (pages != NULL && blocks != NULL, doubts);

  for (guint i = 0; i < pages->len; i++)
    {
      const CogPdfPage *page = pages->pdata[i];
      guint end = find_end (blocks, first, i + 1);

      if (page != NULL)
        {
          CogLayoutDoubt doubt = measure_page (page, blocks, first, end);

          g_array_append_val (doubts, doubt);
        }
      first = end;
    }
  return doubts;
}

gboolean
cog_layout_doubt_tells (const CogLayoutDoubt *self, CogLayoutDoubtKind kind)
{
  guint most = 0;

  g_return_val_if_fail (self != NULL && kind < COG_LAYOUT_N_DOUBTS, FALSE);

  /* Of these, each one is wrong. */
  if (kind == COG_LAYOUT_DOUBT_LETTERS)
    return self->counts[kind] > 0;
  if (self->confidence >= SURE || self->counts[kind] == 0)
    return FALSE;
  for (guint i = 0; i < COG_LAYOUT_N_DOUBTS; i++)
    most = MAX (most, self->counts[i]);
  return self->counts[kind] == most || self->counts[kind] > self->n_words * (1 - SURE) / 2;
}
