/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-parts.h"

#include <math.h>

#define NEAR 2.5     /* points: parts of one rule, and rules that end below each other */
#define SHORT 60.0   /* points: underlines and the rule above notes */
#define MIN_RULES 3  /* above, below the head, below */
#define HIGHEST 0.85 /* of the page */

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const CogPdfBox *one = a, *two = b;

  if (fabs (one->y - two->y) > 1)
    return one->y < two->y ? -1 : 1;
  return one->x < two->x ? -1 : one->x > two->x;
}

/* The level rules of a page from the top; those drawn cell by cell are one. */
static GArray *
join_level_rules (const CogPdfPage *page)
{
  g_autoptr (GArray) level = g_array_new (FALSE, FALSE, sizeof (CogPdfBox));
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (CogPdfBox));

  for (guint i = 0; i < page->rules->len; i++)
    {
      const CogPdfBox *rule = &g_array_index (page->rules, CogPdfBox, i);

      if (rule->width > rule->height)
        g_array_append_val (level, *rule);
    }
  g_array_sort (level, compare_rules);
  for (guint i = 0; i < level->len; i++)
    {
      const CogPdfBox *rule = &g_array_index (level, CogPdfBox, i);
      CogPdfBox *last =
          joined->len > 0 ? &g_array_index (joined, CogPdfBox, joined->len - 1) : NULL;

      if (last != NULL && fabs (last->y - rule->y) <= 1 && rule->x < last->x + last->width + NEAR)
        *last = cog_pdf_box_join (last, rule);
      else
        g_array_append_val (joined, *rule);
    }
  return joined;
}

static gboolean
are_above_each_other (const CogPdfBox *a, const CogPdfBox *b)
{
  return fabs (a->x - b->x) < NEAR && fabs (a->x + a->width - b->x - b->width) < NEAR;
}

static GPtrArray *
pick_words (const CogPdfPage *page, const CogPdfBox *box)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < page->words->len; i++)
    {
      CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
      double x = word->x + word->width / 2, y = word->y + word->height / 2;

      if (!word->is_artifact && !word->is_taken && !word->is_turned && x > box->x &&
          x < box->x + box->width && y > box->y && y < box->y + box->height)
        g_ptr_array_add (words, word);
    }
  return words;
}

/* What stands between the rules is a table where its lines are rows, nearly all. */
static CogLayoutBlock *
read_table (const CogPdfFile *file,
            const CogPdfPage *page,
            const CogPdfBox *box,
            const CogLayoutBody *body)
{
  g_autoptr (GPtrArray) words = pick_words (page, box);
  g_autoptr (GPtrArray) lines = NULL;
  CogLayoutLine *only;
  CogLayoutBlock *table;

  if (words->len < 4)
    return NULL;
  lines = cog_layout_order_as_one (
      file, cog_layout_segments_new_for_words (file, words, page->number, body->is_rtl),
      body->is_rtl);
  cog_layout_find_tables (file, lines, body);
  only = lines->len == 1 ? lines->pdata[0] : NULL;
  if (only == NULL || only->block == NULL)
    return NULL;
  for (guint i = 0; i < words->len; i++)
    ((CogPdfWord *)words->pdata[i])->is_taken = TRUE;
  table = g_steal_pointer (&only->block);
  table->box = *box;
  return table;
}

void
cog_layout_take_open_tables (const CogPdfFile *file,
                             const CogPdfPage *page,
                             const CogLayoutBody *body,
                             GPtrArray *blocks)
{
  g_autoptr (GArray) rules = NULL;

  g_return_if_fail (file != NULL && page != NULL && body != NULL && blocks != NULL);

  rules = join_level_rules (page);
  for (guint i = 0; i < rules->len; i++)
    {
      CogPdfBox box = g_array_index (rules, CogPdfBox, i);
      guint n = 1, last = i;
      CogLayoutBlock *table;

      if (box.width < SHORT)
        continue;
      for (guint k = i + 1; k < rules->len; k++)
        {
          const CogPdfBox *rule = &g_array_index (rules, CogPdfBox, k);

          if (!are_above_each_other (&g_array_index (rules, CogPdfBox, i), rule))
            continue;
          box = cog_pdf_box_join (&box, rule);
          last = k;
          n++;
        }
      if (n < MIN_RULES || box.height > HIGHEST * page->height)
        continue;
      table = read_table (file, page, &box, body);
      if (table == NULL)
        continue;
      g_ptr_array_add (blocks, table);
      i = last;
    }
}
