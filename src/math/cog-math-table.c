/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-table-private.h"

#include <stdlib.h>
#include <string.h>

#define CELL(table, i) (&g_array_index ((table)->cells, CogMathCell, i))
#define ROW(table, i) (&g_array_index ((table)->rows, CogMathTableRow, i))

/* A row of small letters is as high as one of figures, so that lines stand evenly. */
#define STRUT_ASCENT .68
#define STRUT_DESCENT .22

/* The space between columns or rows is part of a line, not of a page. */
#define MAX_GAP 20

static double
get_gap_x (const CogMathTable *table, guint after)
{
  double gap = cog_math_parse_length (cog_math_table_word (table->spacing_x, after), table->em,
                                      table->em, .8 * table->em);

  return CLAMP (gap, 0, MAX_GAP * table->em);
}

static double
get_gap_y (const CogMathTable *table, guint after)
{
  double gap = cog_math_parse_length (cog_math_table_word (table->spacing_y, after), table->em,
                                      table->em, .45 * table->em);

  return CLAMP (gap, 0, MAX_GAP * table->em);
}

/* Converters write empty columns and wide spaces behind an equation: where the table is the whole
 * formula they are nothing but a reason to make it smaller. */
static void
drop_blank_columns (CogMathTable *table)
{
  guint used = 0;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogMathCell *cell = CELL (table, i);

      if (cell->box->parts->len > 0)
        used = MAX (used, cell->column + cell->n_columns);
    }
  for (guint i = table->cells->len; i-- > 0 && used > 0;)
    {
      CogMathCell *cell = CELL (table, i);

      if (cell->column >= used)
        g_array_remove_index (table->cells, i);
      else
        cell->n_columns = MIN (cell->n_columns, used - cell->column);
    }
  table->n_columns = used > 0 ? used : table->n_columns;
}

/* Columns as wide as their widest; then what spans several, where they are too narrow, widens the
 * last of them. */
static void
measure_columns (CogMathTable *table)
{
  gboolean is_equal = cog_math_get_boolean (table->node, "equalcolumns", FALSE);
  double widest = 0, x = table->pad_x;

  table->widths = g_new0 (double, table->n_columns + 1);
  table->starts = g_new0 (double, table->n_columns + 1);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < table->cells->len; i++)
      {
        const CogMathCell *cell = CELL (table, i);
        guint last = cell->column + cell->n_columns - 1;
        double room = 0;

        if ((cell->n_columns > 1) != (pass == 1))
          continue;
        for (guint c = cell->column; c < last; c++)
          room += table->widths[c] + get_gap_x (table, c);
        table->widths[last] = MAX (table->widths[last], cell->box->width - room);
      }
  for (guint c = 0; c < table->n_columns; c++)
    widest = MAX (widest, table->widths[c]);
  for (guint c = 0; c < table->n_columns; c++)
    {
      if (is_equal)
        table->widths[c] = widest;
      table->starts[c] = x;
      x += table->widths[c] + (c + 1 < table->n_columns ? get_gap_x (table, c) : 0);
    }
  table->width = x + table->pad_x;
}

static void
measure_rows (CogMathTable *table)
{
  double y = table->pad_y;

  for (guint i = 0; i < table->rows->len; i++)
    {
      ROW (table, i)->ascent = STRUT_ASCENT * table->em;
      ROW (table, i)->descent = STRUT_DESCENT * table->em;
      if (ROW (table, i)->label != NULL)
        {
          ROW (table, i)->ascent = MAX (ROW (table, i)->ascent, ROW (table, i)->label->ascent);
          ROW (table, i)->descent = MAX (ROW (table, i)->descent, ROW (table, i)->label->descent);
        }
    }
  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogMathCell *cell = CELL (table, i);
      CogMathTableRow *row = ROW (table, cell->row);
      double height = cell->box->ascent + cell->box->descent;

      if (cell->n_rows > 1)
        continue;
      if (cell->row_align == COG_MATH_ROW_BASELINE)
        {
          row->ascent = MAX (row->ascent, cell->box->ascent);
          row->descent = MAX (row->descent, cell->box->descent);
        }
      else if (height > row->ascent + row->descent)
        row->descent = height - row->ascent;
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      CogMathTableRow *row = ROW (table, i);

      row->y = y + row->ascent;
      y = row->y + row->descent + (i + 1 < table->rows->len ? get_gap_y (table, i) : 0);
    }
  table->height = y + table->pad_y;
}

static double
get_x (const CogMathTable *table, const CogMathCell *cell)
{
  guint last = cell->column + cell->n_columns - 1;
  double start = table->starts[cell->column];
  double room = table->starts[last] + table->widths[last] - start - cell->box->width;
  CogMathAlign align = cell->align;
  double x = start + room / 2;

  if (align == COG_MATH_ALIGN_LEFT)
    x = start;
  else if (align == COG_MATH_ALIGN_RIGHT)
    x = start + room;
  /* Right to left the first column stands on the right. */
  return table->style.is_rtl ? table->width - x - cell->box->width : x;
}

static double
get_y (const CogMathTable *table, const CogMathCell *cell)
{
  const CogMathTableRow *first = ROW (table, cell->row);
  const CogMathTableRow *last = ROW (table, cell->row + cell->n_rows - 1);
  double top = first->y - first->ascent, bottom = last->y + last->descent;

  if (cell->row_align == COG_MATH_ROW_TOP)
    return top + cell->box->ascent;
  if (cell->row_align == COG_MATH_ROW_BOTTOM)
    return bottom - cell->box->descent;
  if (cell->row_align == COG_MATH_ROW_CENTER || cell->n_rows > 1)
    return (top + bottom - cell->box->descent + cell->box->ascent) / 2;
  return first->y;
}

static gboolean
is_line (char **words, guint i)
{
  const char *word = cog_math_table_word (words, i);

  return word != NULL && (strcmp (word, "solid") == 0 || strcmp (word, "dashed") == 0);
}

static void
add_lines (CogMathTable *table, CogMathBox *box, double top)
{
  double rule = cog_math_layout_get (table->layout, &table->style,
                                     HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS);

  for (guint c = 0; c + 1 < table->n_columns; c++)
    if (is_line (table->lines_x, c))
      {
        double x = (table->starts[c] + table->widths[c] + table->starts[c + 1] - rule) / 2;

        cog_math_box_add_rule (box, table->style.is_rtl ? table->width - x : x, top, rule,
                               table->height);
      }
  for (guint r = 0; r + 1 < table->rows->len; r++)
    if (is_line (table->lines_y, r))
      {
        const CogMathTableRow *above = ROW (table, r), *below = ROW (table, r + 1);
        double y = (above->y + above->descent + below->y - below->ascent - rule) / 2;

        cog_math_box_add_rule (box, 0, top + y, table->width, rule);
      }
  if (table->is_framed)
    {
      cog_math_box_add_rule (box, 0, top, table->width, rule);
      cog_math_box_add_rule (box, 0, top + table->height - rule, table->width, rule);
      cog_math_box_add_rule (box, 0, top, rule, table->height);
      cog_math_box_add_rule (box, table->width - rule, top, rule, table->height);
    }
}

/* Where the table's baseline is, from its top (MathML 3, 3.5.1.2): "axis", "baseline 2", … */
static double
get_baseline (const CogMathTable *table)
{
  double axis = cog_math_layout_get_axis (table->layout, &table->style);
  g_autofree char *value = cog_xml_dup_attribute (table->node, "align");
  const char *number = value != NULL ? strchr (value, ' ') : NULL;
  int row = number != NULL ? atoi (number) : 0;
  double top = 0, bottom = table->height, baseline = table->height / 2 + axis;

  if (row < 0)
    row += (int)table->rows->len + 1;
  if (row >= 1 && row <= (int)table->rows->len)
    {
      const CogMathTableRow *of = ROW (table, (guint)row - 1);

      top = of->y - of->ascent;
      bottom = of->y + of->descent;
      baseline = of->y;
    }
  if (value == NULL)
    return table->height / 2 + axis;
  if (g_str_has_prefix (value, "top"))
    return top;
  if (g_str_has_prefix (value, "bottom"))
    return bottom;
  if (g_str_has_prefix (value, "center"))
    return (top + bottom) / 2;
  if (g_str_has_prefix (value, "axis"))
    return row != 0 ? baseline + axis : baseline;
  return baseline;
}

/* Numbers of equations stand at the margin where the table is all the formula, otherwise beside
 * it; in the middle of their rows' baselines. */
static void
add_labels (CogMathTable *table, CogMathBox *box, double top)
{
  g_autofree char *side = cog_xml_dup_attribute (table->node, "side");
  gboolean is_left = side != NULL && strstr (side, "left") != NULL;
  gboolean is_margin = table->layout->has_margin && table->layout->alone == table->node;
  double widest = 0, gap = 1.5 * table->em, width, shift;

  if (table->layout->is_rtl)
    is_left = !is_left;
  for (guint i = 0; i < table->rows->len; i++)
    if (ROW (table, i)->label != NULL)
      widest = MAX (widest, ROW (table, i)->label->width);
  if (widest <= 0)
    return;
  width = MAX (is_margin ? table->layout->width : 0, table->width + 2 * (widest + gap));
  /* Too wide to stand in the middle: it moves away from the numbers. */
  if (is_margin && width > table->layout->width)
    width = MAX (table->layout->width, table->width + widest + gap);
  shift = is_left ? MAX ((width - table->width) / 2, widest + gap)
                  : MIN ((width - table->width) / 2, width - widest - gap - table->width);
  cog_math_box_move (box, shift, 0);
  for (guint i = 0; i < table->rows->len; i++)
    if (ROW (table, i)->label != NULL)
      {
        double own = ROW (table, i)->label->width;

        cog_math_box_take (box, g_steal_pointer (&ROW (table, i)->label), is_left ? 0 : width - own,
                           top + ROW (table, i)->y);
      }
  box->width = width;
}

CogMathBox *
cog_math_lay_out_table (CogMathLayout *layout,
                        const xmlNode *node,
                        const CogMathStyle *style,
                        const CogMathPlace *place)
{
  CogMathTable table = { .layout = layout, .node = node, .style = *style };
  CogMathBox *box = cog_math_box_new (layout->font);
  double baseline;

  /* mtable sets text style, whatever is around it, unless it says otherwise (3.5.1). */
  table.style.is_display = cog_math_get_boolean (node, "displaystyle", FALSE);
  table.style.is_dotless = FALSE;
  table.em = cog_math_layout_get_size (layout, &table.style);
  cog_math_table_read (&table);
  /* Entries keep a little clear of what is around the table: brackets, as a rule. */
  table.pad_x = .12 * table.em;
  if (table.is_framed)
    {
      table.pad_x = .4 * table.em;
      table.pad_y = .5 * .45 * table.em;
    }
  if (layout->alone == node && !table.is_framed)
    drop_blank_columns (&table);
  measure_columns (&table);
  measure_rows (&table);
  baseline = get_baseline (&table);
  box->width = table.width;
  cog_math_box_cover (box, baseline, table.height - baseline);
  for (guint i = 0; i < table.cells->len; i++)
    {
      CogMathCell *cell = CELL (&table, i);
      double x = get_x (&table, cell), y = get_y (&table, cell);

      cog_math_box_take (box, g_steal_pointer (&cell->box), x, y - baseline);
    }
  add_lines (&table, box, -baseline);
  add_labels (&table, box, -baseline);
  box->right = box->width;
  box->accent = box->width / 2;
  cog_math_table_clear (&table);
  return box;
}
