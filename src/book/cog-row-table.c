/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row-table.h"

#include "cog-book.h"

#include <stdlib.h>
#include <string.h>

/* Characters: beyond them a column is wide, and no wider. */
#define MAX_LONGEST 60
#define MAX_WORD 20
/* Bytes of a text that are looked at. */
#define MAX_LOOK 400
/* HTML §4.9.12: a row may not span more than this. */
#define MAX_SPAN 1000

typedef struct
{
  GArray *cells;
  guint taken[COG_ROW_MAX_COLUMNS]; /* lines for which a span from above holds the column */
  guint line;
  guint n_columns;
} Grid;

static guint
get_span (const xmlNode *cell, const char *name)
{
  g_autofree char *value = cog_xml_dup_attribute (cell, name);
  guint64 span = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 1;

  return (guint)MIN (span, MAX_SPAN);
}

static guint
find_free_column (const Grid *grid)
{
  guint column = 0;

  while (column < COG_ROW_MAX_COLUMNS && grid->taken[column] > 0)
    column++;
  return column;
}

/* Whether from that column on, so many are free. */
static guint
count_free (const Grid *grid, guint column, guint wanted)
{
  guint n = 0;

  while (n < wanted && column + n < COG_ROW_MAX_COLUMNS && grid->taken[column + n] == 0)
    n++;
  return MAX (n, 1);
}

static void
put_cell (Grid *grid, const xmlNode *node, guint lines_left)
{
  CogFoundCell found = { .node = node };
  guint lines = get_span (node, "rowspan");
  guint column = find_free_column (grid);

  if (column == COG_ROW_MAX_COLUMNS)
    return;
  found.cell.column = column;
  found.cell.line = grid->line;
  found.cell.columns = count_free (grid, column, MAX (get_span (node, "colspan"), 1));
  /* rowspan="0": to the end of the group (HTML §4.9.11). */
  found.cell.lines = lines == 0 ? lines_left : MIN (lines, lines_left);
  found.cell.is_header = g_str_equal (node->name, "th");
  for (guint i = 0; i < found.cell.columns; i++)
    grid->taken[column + i] = MAX (grid->taken[column + i], found.cell.lines);
  grid->n_columns = MAX (grid->n_columns, column + found.cell.columns);
  g_array_append_val (grid->cells, found);
}

static void
put_line (Grid *grid, const xmlNode *line, guint lines_left)
{
  for (const xmlNode *n = cog_xml_first_element (line); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, COG_NS_XHTML, "td") || cog_xml_is (n, COG_NS_XHTML, "th"))
      put_cell (grid, n, lines_left);
  for (guint i = 0; i < COG_ROW_MAX_COLUMNS; i++)
    if (grid->taken[i] > 0)
      grid->taken[i]--;
  grid->line++;
}

/* Lines that stand directly in an element: a table without groups, or a group. Spans end with it.
 */
static void
put_group (Grid *grid, const xmlNode *group)
{
  guint n = 0;

  for (const xmlNode *c = cog_xml_first_element (group); c != NULL; c = cog_xml_next_element (c))
    n += cog_xml_is (c, COG_NS_XHTML, "tr");
  for (const xmlNode *c = cog_xml_first_element (group); c != NULL; c = cog_xml_next_element (c))
    if (cog_xml_is (c, COG_NS_XHTML, "tr"))
      put_line (grid, c, n--);
  memset (grid->taken, 0, sizeof grid->taken);
}

GArray *
cog_row_table_find_cells (const xmlNode *table, guint *n_columns, guint *n_lines)
{
  Grid grid = { .cells = g_array_new (FALSE, TRUE, sizeof (CogFoundCell)) };

  g_return_val_if_fail (table != NULL && n_columns != NULL && n_lines != NULL, NULL);

  put_group (&grid, table);
  for (const xmlNode *n = cog_xml_first_element (table); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, COG_NS_XHTML, "thead") || cog_xml_is (n, COG_NS_XHTML, "tbody") ||
        cog_xml_is (n, COG_NS_XHTML, "tfoot"))
      put_group (&grid, n);
  *n_columns = grid.n_columns;
  *n_lines = grid.line;
  return grid.cells;
}

CogRowTable *
cog_row_table_new (guint n_columns, guint n_lines)
{
  CogRowTable *table = g_new0 (CogRowTable, 1);

  table->n_columns = n_columns;
  table->n_lines = n_lines;
  table->cells = g_array_new (FALSE, TRUE, sizeof (CogRowCell));
  table->longest = g_new0 (guint, MAX (n_columns, 1));
  table->word = g_new0 (guint, MAX (n_columns, 1));
  table->is_number = g_new0 (gboolean, MAX (n_columns, 1));
  return table;
}

void
cog_row_table_free (CogRowTable *table)
{
  if (table == NULL)
    return;
  g_array_unref (table->cells);
  g_free (table->longest);
  g_free (table->word);
  g_free (table->is_number);
  g_free (table);
}

typedef struct
{
  guint characters, word;
  gboolean is_number;
} Measure;

/* "30 ft", "−4.5", "٢٤ م", "$12": a figure with a few letters to it. */
static gboolean
is_number_like (const char *plain)
{
  guint digits = 0, letters = 0;

  for (const char *c = plain; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      digits += g_unichar_isdigit (u);
      letters += g_unichar_isalpha (u);
    }
  return digits > 0 && letters <= 5 && letters <= 2 * digits;
}

/* Text as far as it tells how wide it is: tags do not count, a formula counts as its signs. */
static Measure
measure_text (const char *xhtml)
{
  Measure measure = { 0, 0, FALSE };
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean in_tag = FALSE;
  guint word = 0;

  for (const char *c = xhtml; *c != '\0' && plain->len < MAX_LOOK; c++)
    if (*c == '<')
      in_tag = TRUE;
    else if (*c == '>')
      in_tag = FALSE;
    else if (!in_tag)
      g_string_append_c (plain, *c);
  for (const char *c = plain->str; *c != '\0' && *g_utf8_next_char (c) != '\0';
       c = g_utf8_next_char (c))
    {
      word = g_unichar_isspace (g_utf8_get_char (c)) ? 0 : word + 1;
      measure.word = MAX (measure.word, word);
      measure.characters++;
    }
  measure.word = MIN (MAX (measure.word, word) + 1, MAX_WORD);
  measure.characters = MIN (measure.characters + 1, MAX_LONGEST);
  measure.is_number = measure.characters <= 24 && is_number_like (plain->str);
  return measure;
}

static const char *
get_text (const CogUnit *unit)
{
  if (unit->source != NULL)
    return unit->source;
  return unit->target != NULL ? unit->target : "";
}

void
cog_row_table_measure (CogRowTable *table, GPtrArray *units)
{
  g_autofree guint *texts = NULL;
  g_autofree guint *numbers = NULL;

  g_return_if_fail (table != NULL && units != NULL);

  texts = g_new0 (guint, MAX (table->n_columns, 1));
  numbers = g_new0 (guint, MAX (table->n_columns, 1));
  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogRowCell *cell = &g_array_index (table->cells, CogRowCell, i);

      for (guint k = 0; cell->columns == 1 && k < cell->n_units; k++)
        {
          Measure m = measure_text (get_text (g_ptr_array_index (units, cell->first_unit + k)));

          table->longest[cell->column] = MAX (table->longest[cell->column], m.characters);
          table->word[cell->column] = MAX (table->word[cell->column], m.word);
          texts[cell->column] += !cell->is_header;
          numbers[cell->column] += !cell->is_header && m.is_number;
        }
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      table->longest[i] = MAX (table->longest[i], 3);
      table->word[i] = MAX (table->word[i], 2);
      table->is_number[i] = texts[i] > 0 && numbers[i] * 5 >= texts[i] * 4;
    }
}

void
cog_row_table_copy_measures (CogRowTable *table, const CogRowTable *whole)
{
  g_return_if_fail (table != NULL && whole != NULL && table->n_columns == whole->n_columns);

  memcpy (table->longest, whole->longest, sizeof (guint) * whole->n_columns);
  memcpy (table->word, whole->word, sizeof (guint) * whole->n_columns);
  memcpy (table->is_number, whole->is_number, sizeof (gboolean) * whole->n_columns);
}
