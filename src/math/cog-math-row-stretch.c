/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-row-private.h"

#include <string.h>

#define ITEM(row, i) (&g_array_index ((row)->items, CogMathItem, i))

gboolean
cog_math_item_stretches (const CogMathItem *item)
{
  return item->is_operator && item->op.is_stretchy && !item->op.is_large &&
         !cog_math_operator_is_horizontal (item->text);
}

void
cog_math_row_lay_out_item (CogMathRow *row, CogMathItem *item, const CogMathPlace *place)
{
  CogMathPlace own = *place;

  own.form = item->op.form;
  g_clear_pointer (&item->box, cog_math_box_free);
  if (item->node == NULL)
    item->box = cog_math_make_operator (row->layout, item->text, &item->op, &row->style, &own);
  else
    item->box = cog_math_layout_element (row->layout, item->node, &row->style,
                                         item->is_operator ? &own : NULL);
}

static gboolean
can_open (const CogMathItem *item)
{
  return cog_math_operator_has (item->text, COG_MATH_FORM_PREFIX);
}

static gboolean
can_close (const CogMathItem *item)
{
  return cog_math_operator_has (item->text, COG_MATH_FORM_POSTFIX);
}

/* For each fence the one that it belongs to, or itself. MathML would have each pair in a row of its
 * own; in books that write flat rows, brackets would otherwise grow as high as all that stands in
 * the row. */
static void
match_fences (const CogMathRow *row, guint *partners)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < row->items->len; i++)
    {
      const CogMathItem *item = ITEM (row, i);
      guint last = open->len > 0 ? g_array_index (open, guint, open->len - 1) : 0;

      partners[i] = i;
      if (!cog_math_item_stretches (item) || !item->op.is_fence)
        continue;
      if (open->len > 0 && can_close (item) &&
          (!can_open (item) || g_str_equal (item->text, ITEM (row, last)->text)))
        {
          partners[i] = last;
          partners[last] = i;
          g_array_set_size (open, open->len - 1);
        }
      else if (can_open (item))
        g_array_append_val (open, i);
    }
}

/* How high the row is between first and end, what stretches left out. FALSE: nothing is there. */
static gboolean
measure_fixed (const CogMathRow *row, guint first, guint end, CogMathPlace *place)
{
  gboolean has_fixed = FALSE;

  place->ascent = place->descent = 0;
  for (guint i = first; i < end; i++)
    {
      const CogMathItem *item = ITEM (row, i);

      if (item->box == NULL || cog_math_item_stretches (item))
        continue;
      has_fixed |= !item->is_space;
      place->ascent = MAX (place->ascent, item->box->ascent);
      place->descent = MAX (place->descent, item->box->descent);
    }
  return has_fixed;
}

/* Where all of a row stretches, its own size says how high (MathML Core, 3.3.1.2). */
static void
measure_natural (CogMathRow *row, CogMathPlace *place)
{
  static const CogMathPlace nothing = { 0 };

  for (guint i = 0; i < row->items->len; i++)
    if (cog_math_item_stretches (ITEM (row, i)))
      {
        cog_math_row_lay_out_item (row, ITEM (row, i), &nothing);
        place->ascent = MAX (place->ascent, ITEM (row, i)->box->ascent);
        place->descent = MAX (place->descent, ITEM (row, i)->box->descent);
      }
}

void
cog_math_row_stretch (CogMathRow *row)
{
  g_autofree guint *partners = g_new0 (guint, row->items->len);
  CogMathPlace whole = { .is_vertical = TRUE };

  if (!measure_fixed (row, 0, row->items->len, &whole))
    measure_natural (row, &whole);
  match_fences (row, partners);
  for (guint i = 0; i < row->items->len; i++)
    if (cog_math_item_stretches (ITEM (row, i)))
      {
        CogMathPlace own = whole, inner = whole;
        guint first = MIN (i, partners[i]), end = MAX (i, partners[i]);

        if (partners[i] != i && measure_fixed (row, first + 1, end, &inner))
          own = inner;
        cog_math_row_lay_out_item (row, ITEM (row, i), &own);
      }
}
