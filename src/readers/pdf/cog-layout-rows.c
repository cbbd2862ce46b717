/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-rows.h"

#define MORE 1.06    /* of the step from line to line in a cell */
#define LEAST 0.8    /* em: between two lines of a cell */
#define BESIDE 0.3   /* em: lines that stand beside each other */
#define MIN_STARTS 2 /* rows but the first */
#define SPACE 0.25   /* em */
#define ROOM 0.3     /* em: lines are not filled to the last point */
#define MANY_LINES 3 /* of all cells of a row: these are rows */

typedef struct
{
  GPtrArray *lines;
  guint first, n;
  const GArray *columns;
  double *widths;  /* of the widest line in each column */
  gboolean *texts; /* whether some line of a column has several words */
} Table;

static const CogLayoutLine *
get_line (const Table *t, guint i)
{
  return t->lines->pdata[t->first + i];
}

/* The cell of a line that stands in a column. (nullable) */
static const CogLayoutCell *
get_cell (const Table *t, guint i, guint column)
{
  const CogLayoutTableColumn *place = &g_array_index (t->columns, CogLayoutTableColumn, column);
  const CogLayoutLine *line = get_line (t, i);

  for (guint k = 0; k < line->cells->len; k++)
    {
      const CogLayoutCell *cell = &g_array_index (line->cells, CogLayoutCell, k);

      if (cell->x1 < place->x2 && place->x1 < cell->x2)
        return cell;
    }
  return NULL;
}

/* The line above one that stands in a column too; G_MAXUINT: none. */
static guint
find_above (const Table *t, guint i, guint column)
{
  for (guint k = i; k > 0; k--)
    if (get_cell (t, k - 1, column) != NULL)
      return k - 1;
  return G_MAXUINT;
}

static guint
find_here_or_below (const Table *t, guint i, guint column)
{
  while (i < t->n && get_cell (t, i, column) == NULL)
    i++;
  return i;
}

static double
get_distance (const Table *t, guint above, guint i)
{
  return get_line (t, i)->baseline - get_line (t, above)->baseline;
}

static double
find_least_step (const Table *t)
{
  double least = G_MAXDOUBLE;

  for (guint c = 0; c < t->columns->len; c++)
    for (guint i = 1; i < t->n; i++)
      {
        guint above = get_cell (t, i, c) != NULL ? find_above (t, i, c) : G_MAXUINT;

        if (above != G_MAXUINT && get_distance (t, above, i) > LEAST * get_line (t, i)->size)
          least = MIN (least, get_distance (t, above, i));
      }
  return least;
}

/* Whether no column goes on across the white above a line. */
static gboolean
is_parted_above (const Table *t, guint i, double step)
{
  if (get_distance (t, i - 1, i) < BESIDE * get_line (t, i)->size)
    return FALSE;
  for (guint c = 0; c < t->columns->len; c++)
    {
      guint above = find_above (t, i, c), below = find_here_or_below (t, i, c);

      if (above != G_MAXUINT && below < t->n && get_distance (t, above, below) < MORE * step)
        return FALSE;
    }
  return TRUE;
}

static void
measure_columns (Table *t)
{
  for (guint c = 0; c < t->columns->len; c++)
    for (guint i = 0; i < t->n; i++)
      {
        const CogLayoutCell *cell = get_cell (t, i, c);

        if (cell == NULL)
          continue;
        t->widths[c] = MAX (t->widths[c], cell->x2 - cell->x1);
        t->texts[c] = t->texts[c] || cell->n > 1;
      }
}

/* Whether the first word of a cell's line would have had room in the line above. */
static gboolean
had_room (const Table *t, guint above, guint i, guint column)
{
  const CogLayoutCell *one = get_cell (t, above, column), *two = get_cell (t, i, column);
  const CogLayoutLine *line = get_line (t, i);
  const CogPdfWord *word = line->words->pdata[two->first];

  return one->x2 - one->x1 + word->width + SPACE * line->size <
         t->widths[column] - ROOM * line->size;
}

/* Whether the lines that no row begins with are what their cells had no room for: a table whose
 * groups of rows stand apart has the same white. */
static gboolean
are_cells_wrapped (const Table *t, const gboolean *starts)
{
  guint n_roomy = 0, n_wrapped = 0, n_texts = 0, row = 0;

  for (guint i = 1; i < t->n; i++)
    {
      if (starts[i])
        {
          row = i;
          continue;
        }
      for (guint c = 0; c < t->columns->len; c++)
        {
          guint above = get_cell (t, i, c) != NULL ? find_above (t, i, c) : G_MAXUINT;

          if (above == G_MAXUINT || above < row)
            continue;
          n_wrapped++;
          n_texts += t->texts[c] ? 1 : 0;
          n_roomy += had_room (t, above, i, c) ? 1 : 0;
        }
    }
  return n_roomy * 4 <= n_wrapped && n_texts * 2 >= n_wrapped;
}

/* Whether in some row all cells have the same lines, and more than two, though some hold no text.
 */
static gboolean
has_rows_in_row (const Table *t, const gboolean *starts)
{
  guint n_full = 0, n_texts = 0;

  for (guint c = 0; c < t->columns->len; c++)
    n_texts += t->texts[c] ? 1 : 0;
  if (n_texts == t->columns->len)
    return FALSE;

  for (guint i = 0; i < t->n; i++)
    {
      gboolean is_full = get_line (t, i)->cells->len == t->columns->len;

      if (starts[i] || i == 0)
        n_full = is_full ? 1 : t->n + 1;
      else
        n_full += is_full ? 1 : t->n + 1;
      if (n_full >= MANY_LINES && n_full <= t->n && (i + 1 == t->n || starts[i + 1]))
        return TRUE;
    }
  return FALSE;
}

static gboolean *
find_starts (const Table *t)
{
  double step = find_least_step (t);
  gboolean *starts = g_new0 (gboolean, t->n);
  guint n_starts = 0;

  for (guint i = 1; i < t->n; i++)
    {
      starts[i] = is_parted_above (t, i, step);
      n_starts += starts[i] ? 1 : 0;
    }
  if (n_starts >= MIN_STARTS && n_starts + 1 < t->n && are_cells_wrapped (t, starts) &&
      !has_rows_in_row (t, starts))
    return starts;
  g_free (starts);
  return NULL;
}

gboolean *
cog_layout_rows_find (GPtrArray *lines, guint first, guint end, const GArray *columns)
{
  Table t = { lines, first, end - first, columns, NULL, NULL };
  gboolean *starts;

  g_return_val_if_fail (lines != NULL && first < end && end <= lines->len && columns != NULL, NULL);

  t.widths = g_new0 (double, columns->len);
  t.texts = g_new0 (gboolean, columns->len);
  measure_columns (&t);
  starts = find_starts (&t);
  g_free (t.widths);
  g_free (t.texts);
  return starts;
}
