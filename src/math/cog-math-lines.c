/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-lines-private.h"

#include <string.h>

#define ITEM(row, i) (&g_array_index ((row)->items, CogMathItem, i))

/* How far the lines after the first stand in, em. */
#define INDENT 2

static gboolean
is_fenced (const CogMathRow *row)
{
  const CogMathItem *first = row->items->len > 0 ? ITEM (row, 0) : NULL;

  return first != NULL && first->is_operator && first->op.is_fence;
}

/* Rows in the row that only group what belongs together can be broken too: their items take their
 * place. */
void
cog_math_row_splice (CogMathRow *row, guint depth)
{
  for (guint i = 0; i < row->items->len && depth < 8 && !row->layout->is_over; i++)
    {
      CogMathItem *item = ITEM (row, i);
      CogMathRow inner;

      if (item->is_operator || item->node == NULL ||
          (!cog_math_is (item->node, "mrow") && !cog_math_is (item->node, "mstyle")) ||
          cog_math_count (item->node) < 3 || cog_math_parse_colour (item->node, "mathcolor") >= 0)
        continue;
      {
        CogMathStyle style = cog_math_style_for_element (row->layout, item->node, &row->style);

        cog_math_row_init (&inner, row->layout, &style);
      }
      cog_math_row_add_children (&inner, item->node);
      cog_math_row_measure (&inner, NULL);
      cog_math_row_splice (&inner, depth + 1);
      if (!is_fenced (&inner) && inner.items->len > 0)
        {
          g_array_remove_index (row->items, i);
          g_array_insert_vals (row->items, i, inner.items->data, inner.items->len);
          i += inner.items->len - 1;
          g_array_set_clear_func (inner.items, NULL);
        }
      cog_math_row_clear (&inner);
    }
}

/* How willingly a line ends there; 0: not at all. */
static int
get_willingness (const CogMathItem *item)
{
  if (item->is_newline)
    return 9;
  if (!item->is_operator || item->box == NULL || item->op.form != COG_MATH_FORM_INFIX)
    return 0;
  if (item->op.is_relation)
    return 3;
  if (item->op.is_separator)
    return 2;
  return item->op.is_binary ? 2 : 0;
}

/* No line ends inside brackets while it can end outside. */
static void
mark_depths (const CogMathRow *row, int *depths)
{
  int depth = 0;

  for (guint i = 0; i < row->items->len; i++)
    {
      const CogMathItem *item = ITEM (row, i);
      gboolean is_fence = item->is_operator && item->op.is_fence;

      if (is_fence && item->op.form == COG_MATH_FORM_POSTFIX &&
          strpbrk (item->text, ")]}⟩") != NULL)
        depth = MAX (0, depth - 1);
      depths[i] = depth;
      if (is_fence && strpbrk (item->text, "([{⟨") != NULL)
        depth++;
    }
}

double
cog_math_row_get_width (const CogMathRow *row, guint first, guint end)
{
  double width = 0;

  for (guint i = first; i < end; i++)
    {
      const CogMathItem *item = ITEM (row, i);

      width += item->box != NULL ? item->box->width : 0;
      width += (i > first ? item->lspace : 0) + (i + 1 < end ? item->rspace : 0);
    }
  return width;
}

/* Where the line that begins with first ends: before the last operator of the best kind that still
 * leaves it short enough; else before the first there is. */
static guint
find_end (const CogMathRow *row, guint first, double room, const int *depths)
{
  guint best = row->items->len;
  int best_value = 0;
  double width = 0;

  for (guint i = first; i < row->items->len; i++)
    {
      const CogMathItem *item = ITEM (row, i);
      int willing = i > first ? get_willingness (item) * 4 - MIN (depths[i], 2) * 3 : 0;

      if (item->is_newline && i > first)
        return i;
      if (willing > 0 && width <= room)
        {
          /* A line that is mostly empty is worse than a break at a lesser place. */
          int value = willing + (width > room * .5 ? 6 : 0);

          if (value >= best_value)
            {
              best = i;
              best_value = value;
            }
        }
      else if (willing > 0 && best == row->items->len)
        return i;
      width += item->lspace + (item->box != NULL ? item->box->width : 0) + item->rspace;
      if (width > room && best < row->items->len)
        return best;
    }
  return width > room ? best : row->items->len;
}

gboolean
cog_math_row_has_newline (const CogMathRow *row)
{
  for (guint i = 0; i < row->items->len; i++)
    if (ITEM (row, i)->is_newline)
      return TRUE;
  return FALSE;
}

/* Lines from right to left hang to the left of the origin until all are there. */
static double
add_line (CogMathBox *box, CogMathBox *line, double indent, double gap, gboolean is_rtl)
{
  double y = box->parts->len == 0 && box->width <= 0 ? 0 : box->descent + gap + line->ascent;

  box->width = MAX (box->width, indent + line->width);
  cog_math_box_cover (box, line->ascent - y, line->descent + y);
  cog_math_box_take (box, line, is_rtl ? -indent - line->width : indent, y);
  return y;
}

CogMathBox *
cog_math_row_break (CogMathRow *row, double width, double *last)
{
  CogMathBox *box = cog_math_box_new (row->layout->font);
  double em = cog_math_layout_get_size (row->layout, &row->style);
  double indent = MIN (INDENT * em, width / 4);
  g_autofree int *depths = g_new0 (int, row->items->len + 1);
  gboolean is_first = TRUE;

  mark_depths (row, depths);
  for (guint first = 0, end; first < row->items->len; first = end)
    {
      /* What an author put on a line of its own is no continuation. */
      double start = is_first || ITEM (row, first)->is_newline ? 0 : indent;

      end = find_end (row, first, width - start, depths);
      *last =
          add_line (box, cog_math_row_join (row, first, end), start, .45 * em, row->style.is_rtl);
      is_first = FALSE;
    }
  if (row->style.is_rtl)
    cog_math_box_move (box, box->width, 0);
  return box;
}

/* Pieces of a line of text end behind a relation, as in print; the space around it stays with it.
 */
void
cog_math_row_add_pieces (CogMathRow *row, double room, GPtrArray *pieces)
{
  g_autofree int *depths = g_new0 (int, row->items->len + 1);
  guint first = 0;

  mark_depths (row, depths);
  for (guint i = 0; i < row->items->len; i++)
    {
      const CogMathItem *item = ITEM (row, i);
      gboolean is_last = i + 1 == row->items->len;
      gboolean may_end = depths[i] == 0 && get_willingness (item) > 0;
      const CogMathItem *start = ITEM (row, first);
      double before = start->lspace - MIN (start->box->left, 0), after = item->rspace;
      CogMathBox *piece;

      if (!is_last && !may_end)
        continue;
      /* A short piece before a weak operator stays with what follows. */
      if (!is_last && !item->op.is_relation && cog_math_row_get_width (row, first, i + 1) < room)
        continue;
      before = first > 0 ? before : 0;
      after = is_last ? 0 : after;
      piece = cog_math_row_join (row, first, i + 1);
      cog_math_box_move (piece, row->style.is_rtl ? after : before, 0);
      piece->width += before + after;
      g_ptr_array_add (pieces, piece);
      first = i + 1;
    }
}
