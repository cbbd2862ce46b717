/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-cells.h"
#include "cog-layout-gutter.h"
#include "cog-layout-parts.h"

#include <math.h>

#define NEAR 2.5   /* points: parts of one rule, and rules that end below each other */
#define SHORT 60.0 /* points: underlines and the rule above notes */
#define MIN_TEXT                                                                                   \
  40 /* lines or pieces of them in two columns: running text between tables has more */
#define MAX_RULES 200 /* of a page that begin a table */
#define MIN_RULES 3   /* above, below the head, below */
#define HIGHEST 0.85  /* of the page */
#define MIN_TABLE 4   /* words */
#define LONG 0.6      /* of the width: a line of text, or a title over the table's parts */
#define HEAD 1.6      /* lines above the first rule */

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

/* Which lines a rule stands above that is as wide as the table. */
static void
mark_ruled_off (GPtrArray *lines, const GArray *rules, const CogPdfBox *box)
{
  for (guint i = 1; i < lines->len; i++)
    {
      const CogLayoutLine *above = lines->pdata[i - 1];
      CogLayoutLine *line = lines->pdata[i];

      for (guint k = 0; k < rules->len; k++)
        {
          const CogPdfBox *rule = &g_array_index (rules, CogPdfBox, k);

          if (are_above_each_other (rule, box) && rule->y > above->baseline - 0.3 * above->size &&
              rule->y < line->baseline - 0.3 * line->size)
            line->is_ruled_off = TRUE;
        }
    }
}

typedef struct
{
  const CogPdfFile *file;
  const CogPdfPage *page;
  const CogLayoutBody *body;
  const GArray *rules; /* (element-type CogPdfBox): level, from the top */
} Looking;

/* The lines between rules, in one column. NULL: columns of running text stand there. (nullable) */
static GPtrArray *
read_lines (const Looking *l, GPtrArray *words, const CogPdfBox *box)
{
  GPtrArray *segments =
      cog_layout_segments_new_for_words (l->file, words, l->page->number, l->body->is_rtl);
  GPtrArray *lines;

  if (segments->len >= MIN_TEXT &&
      !isnan (cog_layout_gutter_find (segments, l->body->is_rtl).start))
    {
      g_ptr_array_unref (segments);
      return NULL;
    }
  lines = cog_layout_order_as_one (l->file, segments, l->body->is_rtl);
  mark_ruled_off (lines, l->rules, box);
  return lines;
}

static CogLayoutBlock *
finish_table (GPtrArray *words, const CogPdfBox *box, CogLayoutBlock *table)
{
  for (guint i = 0; i < words->len; i++)
    ((CogPdfWord *)words->pdata[i])->is_taken = TRUE;
  table->box = *box;
  return table;
}

/* Lines that are one table as they would be without rules. */
static CogLayoutBlock *
read_table (const Looking *l, const CogPdfBox *box)
{
  g_autoptr (GPtrArray) words = pick_words (l->page, box);
  g_autoptr (GPtrArray) lines = words->len >= MIN_TABLE ? read_lines (l, words, box) : NULL;
  CogLayoutLine *only;

  if (lines == NULL)
    return NULL;
  cog_layout_find_tables (l->file, lines, l->body);
  only = lines->len == 1 ? lines->pdata[0] : NULL;
  return only != NULL && only->block != NULL
             ? finish_table (words, box, g_steal_pointer (&only->block))
             : NULL;
}

/* One line stands above the first rule, and it fills the columns. */
static gboolean
has_head (GPtrArray *lines, const GArray *columns, double first_rule)
{
  const CogLayoutLine *head = lines->pdata[0];
  const CogLayoutLine *next = lines->len > 1 ? lines->pdata[1] : NULL;

  return next != NULL && head->cells->len == columns->len && head->baseline < first_rule &&
         next->baseline > first_rule;
}

/* What stands between three rules is a table, where most lines have cells and nearly none is as
 * long as those of a text. first_rule: y; above it, nothing but a head may stand. is_text: set
 * where there are lines of text. */
static CogLayoutBlock *
take_as_table (const Looking *l, const CogPdfBox *box, double first_rule, gboolean *is_text)
{
  g_autoptr (GPtrArray) words = pick_words (l->page, box);
  g_autoptr (GPtrArray) lines = words->len >= MIN_TABLE ? read_lines (l, words, box) : NULL;
  g_autoptr (GArray) columns = NULL;
  guint n_rows = 0, n_long = 0;

  *is_text = words->len >= MIN_TABLE && lines == NULL;
  if (lines == NULL)
    return NULL;
  columns = cog_layout_table_columns_new (lines, 0, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      CogLayoutLine *line = lines->pdata[i];

      cog_layout_line_part (line, columns);
      if (line->cells->len > 1)
        n_rows++;
      else if (line->box.width > LONG * box->width)
        n_long++;
    }
  *is_text = n_long > 1 + lines->len / 10;
  if (*is_text || n_rows < 2 || n_rows * 10 < lines->len * 6 ||
      (box->y < first_rule && !has_head (lines, columns, first_rule)))
    return NULL;
  return finish_table (words, box, cog_layout_table_new (l->file, lines, 0, lines->len, l->body));
}

/* Where rows are ruled off and nothing is above the first, the row that names the columns stands
 * above the first rule. */
static CogLayoutBlock *
read_table_with_head (const Looking *l, const CogPdfBox *box, gboolean *is_text)
{
  CogPdfBox higher = *box;
  CogLayoutBlock *table;

  higher.y = MAX (0, box->y - HEAD * l->body->size * l->body->leading);
  higher.height += box->y - higher.y;
  table = read_table (l, &higher);
  if (table == NULL)
    table = read_table (l, box);
  if (table == NULL)
    table = take_as_table (l, &higher, box->y, is_text);
  return table != NULL ? table : take_as_table (l, box, box->y, is_text);
}

/* The rules from one on that end below each other, up to a place on the page. Returns how many.
 * last: of them, index */
static guint
span_rules (const GArray *rules, guint first, double bottom, CogPdfBox *box, guint *last)
{
  guint n = 1;

  *box = g_array_index (rules, CogPdfBox, first);
  for (guint k = first + 1; k < rules->len; k++)
    {
      const CogPdfBox *rule = &g_array_index (rules, CogPdfBox, k);

      if (rule->y >= bottom ||
          !are_above_each_other (&g_array_index (rules, CogPdfBox, first), rule))
        continue;
      *box = cog_pdf_box_join (box, rule);
      *last = k;
      n++;
    }
  return n;
}

/* The largest table that begins at a rule: tables of one width may stand on a page with text
 * between them. last: index of its last rule. (transfer full) (nullable) */
static CogLayoutBlock *
find_table (const Looking *l, guint first, guint *last)
{
  double bottom = l->page->height;
  CogPdfBox box;

  while (span_rules (l->rules, first, bottom, &box, last) >= MIN_RULES)
    {
      gboolean is_text = box.height > HIGHEST * l->page->height;
      CogLayoutBlock *table = is_text ? NULL : read_table_with_head (l, &box, &is_text);

      if (table != NULL || !is_text)
        return table;
      bottom = g_array_index (l->rules, CogPdfBox, *last).y;
    }
  return NULL;
}

void
cog_layout_take_open_tables (const CogPdfFile *file,
                             const CogPdfPage *page,
                             const CogLayoutBody *body,
                             GPtrArray *blocks)
{
  g_autoptr (GArray) rules = NULL;
  Looking l = { file, page, body };

  g_return_if_fail (file != NULL && page != NULL && body != NULL && blocks != NULL);

  l.rules = rules = join_level_rules (page);
  for (guint i = 0; i < MIN (rules->len, MAX_RULES); i++)
    {
      CogLayoutBlock *table;
      guint last = i;

      if (g_array_index (rules, CogPdfBox, i).width < SHORT)
        continue;
      table = find_table (&l, i, &last);
      if (table == NULL)
        continue;
      g_ptr_array_add (blocks, table);
      i = last;
    }
}
