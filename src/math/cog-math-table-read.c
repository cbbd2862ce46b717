/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-table-private.h"

#include <string.h>

static char **
read_words (const xmlNode *node, const char *attribute)
{
  g_autofree char *value = cog_xml_dup_attribute (node, attribute);
  g_autofree char *folded = value != NULL ? cog_xml_fold_space (value) : NULL;

  if (folded == NULL || *folded == '\0')
    return NULL;
  return g_strsplit (folded, " ", COG_MATH_MAX_SPAN);
}

const char *
cog_math_table_word (char **words, guint i)
{
  guint n = words != NULL ? g_strv_length (words) : 0;

  return n > 0 ? words[MIN (i, n - 1)] : NULL;
}

static CogMathAlign
parse_align (const char *word, CogMathAlign fallback)
{
  if (word == NULL)
    return fallback;
  if (strcmp (word, "left") == 0)
    return COG_MATH_ALIGN_LEFT;
  if (strcmp (word, "right") == 0)
    return COG_MATH_ALIGN_RIGHT;
  return strcmp (word, "center") == 0 ? COG_MATH_ALIGN_CENTER : fallback;
}

static CogMathRowAlign
parse_row_align (const char *word, CogMathRowAlign fallback)
{
  if (word == NULL)
    return fallback;
  if (strcmp (word, "top") == 0)
    return COG_MATH_ROW_TOP;
  if (strcmp (word, "bottom") == 0)
    return COG_MATH_ROW_BOTTOM;
  if (strcmp (word, "center") == 0 || strcmp (word, "axis") == 0)
    return COG_MATH_ROW_CENTER;
  return strcmp (word, "baseline") == 0 ? COG_MATH_ROW_BASELINE : fallback;
}

static guint
read_span (const xmlNode *node, const char *attribute)
{
  double value = cog_math_get_length (node, attribute, 1, 1, 1);

  return (guint)CLAMP (value, 1, COG_MATH_MAX_SPAN);
}

/* What the table says of columns, and a row of its own. */
typedef struct
{
  char **columns, **rows;
  char **own_columns;
  char *own_row;
} Aligns;

static void
read_cell (CogMathTable *table, const xmlNode *node, const Aligns *aligns, guint row, guint column)
{
  CogMathCell cell = { .row = row, .column = column, .n_rows = 1, .n_columns = 1 };
  CogMathPlace place = { .form = COG_MATH_FORM_INFIX };
  gboolean is_cell = cog_math_is (node, "mtd");

  cell.align = parse_align (cog_math_table_word (aligns->columns, column), COG_MATH_ALIGN_CENTER);
  cell.align = parse_align (cog_math_table_word (aligns->own_columns, column), cell.align);
  cell.row_align = parse_row_align (cog_math_table_word (aligns->rows, row), COG_MATH_ROW_BASELINE);
  cell.row_align = parse_row_align (aligns->own_row, cell.row_align);
  if (is_cell && node->properties != NULL)
    {
      g_autofree char *align = cog_xml_dup_attribute (node, "columnalign");
      g_autofree char *row_align = cog_xml_dup_attribute (node, "rowalign");

      cell.align = parse_align (align, cell.align);
      cell.row_align = parse_row_align (row_align, cell.row_align);
      cell.n_columns = read_span (node, "columnspan");
      cell.n_rows = read_span (node, "rowspan");
    }
  cell.box = cog_math_layout_element (table->layout, node, &table->style, &place);
  g_array_append_val (table->cells, cell);
}

/* busy says for each column in which row it is free again. */
static void
read_row (CogMathTable *table, const xmlNode *node, Aligns *aligns, GArray *busy)
{
  CogMathTableRow made = { 0 };
  guint row = table->rows->len, column = 0;
  gboolean is_row = cog_math_is (node, "mtr") || cog_math_is (node, "mlabeledtr");
  const xmlNode *child = is_row ? cog_math_first (node) : node;

  if (cog_math_is (node, "mlabeledtr"))
    {
      CogMathStyle plain = table->style;

      plain.is_display = FALSE;
      made.label = cog_math_layout_element (table->layout, child, &plain, NULL);
      child = cog_math_next (child);
    }
  g_array_append_val (table->rows, made);
  aligns->own_columns = is_row ? read_words (node, "columnalign") : NULL;
  aligns->own_row = is_row ? cog_xml_dup_attribute (node, "rowalign") : NULL;
  for (; child != NULL && !table->layout->is_over; child = cog_math_next (child))
    {
      const CogMathCell *cell;

      while (column < busy->len && g_array_index (busy, guint, column) > row)
        column++;
      read_cell (table, child, aligns, row, column);
      cell = &g_array_index (table->cells, CogMathCell, table->cells->len - 1);
      if (busy->len < column + cell->n_columns)
        g_array_set_size (busy, column + cell->n_columns);
      for (guint c = 0; c < cell->n_columns; c++)
        g_array_index (busy, guint, column + c) = row + cell->n_rows;
      column += cell->n_columns;
      table->n_columns = MAX (table->n_columns, column);
      if (!is_row || column > 5000)
        break;
    }
  g_clear_pointer (&aligns->own_columns, g_strfreev);
  g_clear_pointer (&aligns->own_row, g_free);
}

static void
clip_spans (CogMathTable *table)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      CogMathCell *cell = &g_array_index (table->cells, CogMathCell, i);

      cell->n_rows = MIN (cell->n_rows, table->rows->len - cell->row);
    }
}

static void
cell_clear (gpointer data)
{
  g_clear_pointer (&((CogMathCell *)data)->box, cog_math_box_free);
}

static void
row_clear (gpointer data)
{
  g_clear_pointer (&((CogMathTableRow *)data)->label, cog_math_box_free);
}

void
cog_math_table_read (CogMathTable *table)
{
  g_autoptr (GArray) busy = g_array_new (FALSE, TRUE, sizeof (guint));
  Aligns aligns = { read_words (table->node, "columnalign"), read_words (table->node, "rowalign") };
  g_autofree char *frame = cog_xml_dup_attribute (table->node, "frame");

  table->cells = g_array_new (FALSE, TRUE, sizeof (CogMathCell));
  g_array_set_clear_func (table->cells, cell_clear);
  table->rows = g_array_new (FALSE, TRUE, sizeof (CogMathTableRow));
  g_array_set_clear_func (table->rows, row_clear);
  table->spacing_x = read_words (table->node, "columnspacing");
  table->spacing_y = read_words (table->node, "rowspacing");
  table->lines_x = read_words (table->node, "columnlines");
  table->lines_y = read_words (table->node, "rowlines");
  table->is_framed = frame != NULL && strcmp (frame, "none") != 0;
  for (const xmlNode *n = cog_math_first (table->node); n != NULL; n = cog_math_next (n))
    if (!cog_math_layout_step (table->layout))
      read_row (table, n, &aligns, busy);
  clip_spans (table);
  g_strfreev (aligns.columns);
  g_strfreev (aligns.rows);
}

void
cog_math_table_clear (CogMathTable *table)
{
  g_array_unref (table->cells);
  g_array_unref (table->rows);
  g_free (table->widths);
  g_free (table->starts);
  g_strfreev (table->spacing_x);
  g_strfreev (table->spacing_y);
  g_strfreev (table->lines_x);
  g_strfreev (table->lines_y);
}
