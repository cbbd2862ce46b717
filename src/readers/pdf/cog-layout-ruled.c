/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-parts.h"

#include <math.h>

#define NEAR 2.5      /* points: rules so near are one line of a grid, or meet */
#define MAX_LINES 200 /* of a grid, each way */
#define MIN_CELLS 4
#define MIN_FILLED 0.4 /* of the cells hold words: the grid of a diagram does not */

/* Rules that touch each other. */
typedef struct
{
  CogPdfBox box;
  GArray *rules;   /* (element-type CogPdfBox) */
  GArray *xs, *ys; /* (element-type double): where its lines stand */
} Grid;

static gboolean
is_upright (const CogPdfBox *rule)
{
  return rule->height > rule->width;
}

static guint
find_root (guint *parents, guint i)
{
  while (parents[i] != i)
    i = parents[i] = parents[parents[i]];
  return i;
}

static gboolean
do_meet (const CogPdfBox *a, const CogPdfBox *b)
{
  CogPdfBox wide = { a->x - NEAR, a->y - NEAR, a->width + 2 * NEAR, a->height + 2 * NEAR };

  return cog_pdf_box_overlaps (&wide, b) ||
         (b->width <= 0.01 && b->x >= wide.x && b->x <= wide.x + wide.width &&
          b->y < wide.y + wide.height && b->y + b->height > wide.y) ||
         (b->height <= 0.01 && b->y >= wide.y && b->y <= wide.y + wide.height &&
          b->x < wide.x + wide.width && b->x + b->width > wide.x);
}

static void
add_place (GArray *places, double place)
{
  for (guint i = 0; i < places->len; i++)
    if (fabs (g_array_index (places, double, i) - place) < NEAR)
      return;
  g_array_append_val (places, place);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, two = *(const double *)b;

  return one < two ? -1 : one > two;
}

static void
grid_free (Grid *grid)
{
  g_array_unref (grid->rules);
  g_array_unref (grid->xs);
  g_array_unref (grid->ys);
  g_free (grid);
}

static void
settle_lines (Grid *grid)
{
  for (guint i = 0; i < grid->rules->len; i++)
    {
      const CogPdfBox *rule = &g_array_index (grid->rules, CogPdfBox, i);

      if (is_upright (rule))
        add_place (grid->xs, rule->x + rule->width / 2);
      else
        add_place (grid->ys, rule->y + rule->height / 2);
    }
  /* A table may be open at its sides, or have rules between its columns only. */
  if (grid->xs->len > 0)
    {
      add_place (grid->xs, grid->box.x);
      add_place (grid->xs, grid->box.x + grid->box.width);
    }
  add_place (grid->ys, grid->box.y);
  add_place (grid->ys, grid->box.y + grid->box.height);
  g_array_sort (grid->xs, compare_doubles);
  g_array_sort (grid->ys, compare_doubles);
}

static GPtrArray *
find_grids (const CogPdfPage *page)
{
  GPtrArray *grids = g_ptr_array_new_with_free_func ((GDestroyNotify)grid_free);
  guint n = MIN (page->rules->len, 4000);
  g_autofree guint *parents = g_new (guint, n + 1);
  g_autoptr (GHashTable) by_root = g_hash_table_new (NULL, NULL);
  const CogPdfBox *rules = (const CogPdfBox *)(gpointer)page->rules->data;

  for (guint i = 0; i < n; i++)
    parents[i] = i;
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      if (find_root (parents, i) != find_root (parents, k) && do_meet (&rules[i], &rules[k]))
        parents[find_root (parents, k)] = find_root (parents, i);
  for (guint i = 0; i < n; i++)
    {
      gpointer key = GUINT_TO_POINTER (find_root (parents, i) + 1);
      Grid *grid = g_hash_table_lookup (by_root, key);

      if (grid == NULL)
        {
          grid = g_new0 (Grid, 1);
          grid->rules = g_array_new (FALSE, FALSE, sizeof (CogPdfBox));
          grid->xs = g_array_new (FALSE, FALSE, sizeof (double));
          grid->ys = g_array_new (FALSE, FALSE, sizeof (double));
          grid->box = rules[i];
          g_hash_table_insert (by_root, key, grid);
          g_ptr_array_add (grids, grid);
        }
      g_array_append_val (grid->rules, rules[i]);
      grid->box = cog_pdf_box_join (&grid->box, &rules[i]);
    }
  for (guint i = 0; i < grids->len; i++)
    settle_lines (grids->pdata[i]);
  return grids;
}

/* Whether a rule stands between two places along a line of the grid. */
static gboolean
is_ruled (const Grid *grid, gboolean upright, double place, double from, double to)
{
  double covered = 0;

  for (guint i = 0; i < grid->rules->len; i++)
    {
      const CogPdfBox *rule = &g_array_index (grid->rules, CogPdfBox, i);
      double at = upright ? rule->x + rule->width / 2 : rule->y + rule->height / 2;
      double start = upright ? rule->y : rule->x;
      double end = start + (upright ? rule->height : rule->width);

      if (is_upright (rule) == upright && fabs (at - place) < NEAR)
        covered = MAX (covered, MIN (end, to) - MAX (start, from));
    }
  return covered > 0.5 * (to - from);
}

#define AT(array, i) g_array_index (array, double, i)

/* Which cell each square of the grid belongs to: what no rule parts is one. */
static GPtrArray *
make_cells (const Grid *grid, CogLayoutTableCell **squares)
{
  guint n_columns = grid->xs->len - 1, n_rows = grid->ys->len - 1;
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_table_cell_free);

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        CogLayoutTableCell *cell;
        double top = AT (grid->ys, row), bottom = AT (grid->ys, row + 1);

        if (squares[row * n_columns + column] != NULL)
          continue;
        cell = cog_layout_table_cell_new (row, column);
        g_ptr_array_add (cells, cell);
        while (column + cell->column_span < n_columns &&
               squares[row * n_columns + column + cell->column_span] == NULL &&
               !is_ruled (grid, TRUE, AT (grid->xs, column + cell->column_span), top, bottom))
          cell->column_span++;
        while (row + cell->row_span < n_rows &&
               !is_ruled (grid, FALSE, AT (grid->ys, row + cell->row_span), AT (grid->xs, column),
                          AT (grid->xs, column + cell->column_span)))
          cell->row_span++;
        for (guint r = row; r < row + cell->row_span; r++)
          for (guint c = column; c < column + cell->column_span; c++)
            if (squares[r * n_columns + c] == NULL)
              squares[r * n_columns + c] = cell;
      }
  return cells;
}

static guint
find_band (const GArray *places, double at)
{
  for (guint i = 0; i + 1 < places->len; i++)
    if (at >= AT (places, i) && at < AT (places, i + 1))
      return i;
  return G_MAXUINT;
}

/* The words of a page by the cell that they stand in. */
static GHashTable *
sort_words (const CogPdfPage *page, const Grid *grid, CogLayoutTableCell **squares)
{
  GHashTable *by_cell = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  guint n_columns = grid->xs->len - 1;

  for (guint i = 0; i < page->words->len; i++)
    {
      CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
      guint column = find_band (grid->xs, word->x + word->width / 2);
      guint row = find_band (grid->ys, word->y + word->height / 2);
      GPtrArray *words;
      gpointer cell;

      if (word->is_artifact || word->is_taken || word->is_turned || row == G_MAXUINT ||
          column == G_MAXUINT)
        continue;
      cell = squares[row * n_columns + column];
      words = g_hash_table_lookup (by_cell, cell);
      if (words == NULL)
        g_hash_table_insert (by_cell, cell, words = g_ptr_array_new ());
      g_ptr_array_add (words, word);
    }
  return by_cell;
}

static void
turn_columns (GPtrArray *cells, guint n_columns)
{
  for (guint i = 0; i < cells->len; i++)
    {
      CogLayoutTableCell *cell = cells->pdata[i];

      cell->column = n_columns - cell->column - cell->column_span;
    }
}

static CogLayoutBlock *
make_table (const CogPdfFile *file, const CogPdfPage *page, const Grid *grid, gboolean is_rtl)
{
  guint n_columns = grid->xs->len - 1, n_rows = grid->ys->len - 1;
  g_autofree CogLayoutTableCell **squares = g_new0 (CogLayoutTableCell *, n_columns * n_rows);
  g_autoptr (GPtrArray) cells = make_cells (grid, squares);
  g_autoptr (GHashTable) by_cell = sort_words (page, grid, squares);
  CogLayoutBlock *table;

  if (cells->len < MIN_CELLS || g_hash_table_size (by_cell) < MIN_FILLED * cells->len)
    return NULL;
  for (guint i = 0; i < cells->len; i++)
    {
      CogLayoutTableCell *cell = cells->pdata[i];
      GPtrArray *words = g_hash_table_lookup (by_cell, cell);

      if (words == NULL)
        continue;
      g_ptr_array_unref (cell->lines);
      cell->lines = cog_layout_order (
          file, cog_layout_segments_new_for_words (file, words, page->number, is_rtl), is_rtl);
      for (guint k = 0; k < words->len; k++)
        ((CogPdfWord *)words->pdata[k])->is_taken = TRUE;
    }
  table = cog_layout_block_new (COG_LAYOUT_TABLE, page->number);
  table->box = grid->box;
  table->is_rtl = is_rtl;
  if (is_rtl)
    turn_columns (cells, n_columns);
  table->cells = g_steal_pointer (&cells);
  g_ptr_array_sort (table->cells, cog_layout_table_cell_compare);
  cog_layout_table_mark_head (table);
  return table;
}

void
cog_layout_take_ruled_tables (const CogPdfFile *file,
                              const CogPdfPage *page,
                              gboolean is_rtl,
                              GPtrArray *blocks)
{
  g_autoptr (GPtrArray) grids = NULL;

  g_return_if_fail (file != NULL && page != NULL && blocks != NULL);

  grids = find_grids (page);
  for (guint i = 0; i < grids->len; i++)
    {
      const Grid *grid = grids->pdata[i];
      CogLayoutBlock *table;

      if (grid->xs->len < 3 || grid->ys->len < 2 || grid->xs->len > MAX_LINES ||
          grid->ys->len > MAX_LINES || grid->xs->len + grid->ys->len < 6)
        continue;
      table = make_table (file, page, grid, is_rtl);
      if (table != NULL)
        g_ptr_array_add (blocks, table);
    }
}
