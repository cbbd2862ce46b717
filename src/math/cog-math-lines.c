/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math.h"

#include "cog-math-row-private.h"

#include <math.h>
#include <string.h>

#define ITEM(row, i) (&g_array_index ((row)->items, CogMathItem, i))

/* A formula in text that takes more of the line than this may be broken. */
#define SHORT .3
/* How far the lines after the first stand in, em. */
#define INDENT 2
/* Between a formula and its number, em. */
#define NUMBER_GAP 1.5

static gboolean
is_wrapper (const xmlNode *node)
{
  static const char *const wrappers[] = { "math", "mrow", "mstyle", "semantics", NULL };

  return cog_math_is_one_of (node, wrappers);
}

/* Down through rows of one element to the row that is the formula. */
static const xmlNode *
find_row (CogMathLayout *layout, const xmlNode *math, CogMathStyle *style)
{
  const xmlNode *node = math;

  for (guint i = 0; i < 100; i++)
    {
      *style = cog_math_style_for_element (layout, node, style);
      if (!cog_math_is (node, "semantics") && cog_math_count (node) != 1)
        return node;
      if (!is_wrapper (cog_math_first (node)))
        return node;
      node = cog_math_first (node);
    }
  return node;
}

static gboolean
is_fenced (const CogMathRow *row)
{
  const CogMathItem *first = row->items->len > 0 ? ITEM (row, 0) : NULL;

  return first != NULL && first->is_operator && first->op.is_fence;
}

/* Rows in the row that only group what belongs together can be broken too: their items take their
 * place. */
static void
splice (CogMathRow *row, guint depth)
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
      splice (&inner, depth + 1);
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
get_willingness (const CogMathItem *item, gboolean is_inner)
{
  if (item->is_newline)
    return 9;
  if (!item->is_operator || item->box == NULL || item->op.form != COG_MATH_FORM_INFIX)
    return 0;
  if (item->op.is_relation)
    return 3;
  if (item->op.is_separator)
    return 2;
  return item->op.is_binary && !is_inner ? 2 : 0;
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

static double
measure (const CogMathRow *row, guint first, guint end)
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
      int willing = i > first ? get_willingness (item, FALSE) * 4 - MIN (depths[i], 2) * 3 : 0;

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

static gboolean
has_newline (const CogMathRow *row)
{
  for (guint i = 0; i < row->items->len; i++)
    if (ITEM (row, i)->is_newline)
      return TRUE;
  return FALSE;
}

static double
add_line (CogMathBox *box, CogMathBox *line, double indent, double gap)
{
  double y = box->parts->len == 0 && box->width <= 0 ? 0 : box->descent + gap + line->ascent;

  box->width = MAX (box->width, indent + line->width);
  cog_math_box_cover (box, line->ascent - y, line->descent + y);
  cog_math_box_take (box, line, indent, y);
  return y;
}

/* Lines one below the other: the baseline is the first one's, last is how far below the last one's
 * is. */
static CogMathBox *
break_lines (CogMathRow *row, double width, double *last)
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
      *last = add_line (box, cog_math_row_join (row, first, end), start, .45 * em);
      is_first = FALSE;
    }
  return box;
}

static gboolean
is_one_table (const xmlNode *row)
{
  return cog_math_count (row) == 1 && cog_math_is (cog_math_first (row), "mtable");
}

/* Sets layout and row up; FALSE: there is nothing that could be laid out. */
static gboolean
begin (CogMathLayout *layout,
       CogMathRow *row,
       CogMathFont *font,
       const xmlNode *math,
       const CogMathSetting *setting)
{
  CogMathStyle style = { .base = setting->size, .is_display = setting->is_display };
  const xmlNode *node;

  layout->font = font;
  layout->text_size = setting->size;
  layout->width = setting->width;
  layout->is_rtl = setting->is_rtl;
  node = find_row (layout, math, &style);
  layout->alone = is_one_table (node) ? cog_math_first (node) : NULL;
  layout->has_margin = layout->alone != NULL && setting->is_display && setting->width > 0;
  cog_math_row_init (row, layout, &style);
  if (is_wrapper (node))
    cog_math_row_add_children (row, node);
  else
    cog_math_row_add (row, node);
  cog_math_row_measure (row, NULL);
  return !layout->is_over && row->items->len > 0;
}

static double
get_left (const CogMathBox *box)
{
  double left = G_MAXDOUBLE;

  for (guint i = 0; i < box->parts->len; i++)
    {
      const CogMathPart *part = &g_array_index (box->parts, CogMathPart, i);

      if (part->kind == COG_MATH_PART_GLYPHS && !part->is_mirrored)
        left = MIN (left, part->x + part->run->left * part->size);
      else
        left = MIN (left, part->x);
    }
  return left < G_MAXDOUBLE ? left : 0;
}

/* Slanted letters lean out of their places: a formula keeps as clear of the text around it as
 * upright letters do. */
#define SIDE .04

static void
clear_start (CogMathBox *box, double em)
{
  double left = get_left (box) - SIDE * em;

  if (left < 0)
    {
      cog_math_box_move (box, -left, 0);
      box->width -= left;
    }
}

static void
clear_end (CogMathBox *box, double em)
{
  if (box->is_slanted && box->italic > 0)
    box->width += box->italic + SIDE * em;
}

/* Words in brackets with a figure in them, as numbers of equations are written: (2.3), [A4]. */
static gboolean
is_number (const CogMathItem *item)
{
  g_autofree char *text = NULL;
  gsize n;

  if (!cog_math_is (item->node, "mtext"))
    return FALSE;
  text = cog_math_dup_text (item->node);
  n = strlen (text);
  return n >= 3 && n <= 16 && strpbrk (text, " ,+=") == NULL &&
         ((text[0] == '(' && text[n - 1] == ')') || (text[0] == '[' && text[n - 1] == ']')) &&
         strpbrk (text, "0123456789") != NULL;
}

/* The equation's number, at the end of a display after a wide space; it is taken out of the row. */
static CogMathBox *
take_number (CogMathRow *row)
{
  guint n = row->items->len;
  double em = cog_math_layout_get_size (row->layout, &row->style);
  CogMathBox *number;

  if (n < 3 || !is_number (ITEM (row, n - 1)) || !ITEM (row, n - 2)->is_space ||
      ITEM (row, n - 2)->box->width < em)
    return NULL;
  number = g_steal_pointer (&ITEM (row, n - 1)->box);
  g_array_set_size (row->items, n - 2);
  return number;
}

static CogMathBox *
add_number (CogMathBox *body, CogMathBox *number, const CogMathSetting *setting, double y)
{
  CogMathBox *box = cog_math_box_new (body->font);
  double gap = NUMBER_GAP * setting->size, needed = body->width + gap + number->width;
  double width = MAX (setting->width, needed);
  double x = MIN ((width - body->width) / 2, width - needed);

  cog_math_box_cover (box, body->ascent, body->descent);
  cog_math_box_cover (box, number->ascent - y, number->descent + y);
  if (setting->is_rtl)
    x = width - x - body->width;
  cog_math_box_take (box, body, x, 0);
  cog_math_box_take (box, number, setting->is_rtl ? 0 : width - number->width, y);
  box->width = box->right = width;
  return box;
}

static CogMathBox *
lay_out_lines (CogMathRow *row, const CogMathSetting *setting, double room, double *last)
{
  gboolean is_wide = room > 0 && measure (row, 0, row->items->len) > room;

  if (is_wide)
    splice (row, 0);
  if (is_wide || has_newline (row))
    return break_lines (row, room > 0 ? room : G_MAXDOUBLE, last);
  return cog_math_row_join (row, 0, row->items->len);
}

CogMathBox *
cog_math_lay_out (CogMathFont *font, const xmlNode *math, const CogMathSetting *setting)
{
  CogMathLayout layout = { 0 };
  CogMathRow row;
  CogMathBox *box = NULL;

  g_return_val_if_fail (font != NULL && math != NULL && setting != NULL, NULL);

  if (begin (&layout, &row, font, math, setting))
    {
      double room = setting->is_display ? setting->width : 0, last = 0;
      CogMathBox *number = room > 0 ? take_number (&row) : NULL;

      if (number != NULL)
        room = MAX (room - number->width - NUMBER_GAP * setting->size, setting->size);
      box = lay_out_lines (&row, setting, room, &last);
      clear_start (box, setting->size);
      clear_end (box, setting->size);
      if (number != NULL)
        box = add_number (box, number, setting, last);
    }
  cog_math_row_clear (&row);
  if (layout.is_over)
    g_clear_pointer (&box, cog_math_box_free);
  return box;
}

/* Pieces of a line of text end behind a relation, as in print; the space around it stays with it.
 */
static void
add_pieces (CogMathRow *row, double room, GPtrArray *pieces)
{
  g_autofree int *depths = g_new0 (int, row->items->len + 1);
  guint first = 0;

  mark_depths (row, depths);
  for (guint i = 0; i < row->items->len; i++)
    {
      const CogMathItem *item = ITEM (row, i);
      gboolean is_last = i + 1 == row->items->len;
      gboolean may_end = depths[i] == 0 && get_willingness (item, FALSE) > 0;
      const CogMathItem *start = ITEM (row, first);
      double before = start->lspace - MIN (start->box->left, 0), after = item->rspace;
      CogMathBox *piece;

      if (!is_last && !may_end)
        continue;
      /* A short piece before a weak operator stays with what follows. */
      if (!is_last && !item->op.is_relation && measure (row, first, i + 1) < room)
        continue;
      before = first > 0 ? before : 0;
      piece = cog_math_row_join (row, first, i + 1);
      cog_math_box_move (piece, before, 0);
      piece->width += before + (is_last ? 0 : after);
      g_ptr_array_add (pieces, piece);
      first = i + 1;
    }
}

GPtrArray *
cog_math_lay_out_pieces (CogMathFont *font, const xmlNode *math, const CogMathSetting *setting)
{
  CogMathLayout layout = { 0 };
  CogMathRow row;
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_math_box_free);
  gboolean is_done;
  double last = 0;

  g_return_val_if_fail (font != NULL && math != NULL && setting != NULL, NULL);

  is_done = begin (&layout, &row, font, math, setting);
  if (is_done && (has_newline (&row) || setting->width <= 0 || row.style.is_rtl ||
                  measure (&row, 0, row.items->len) <= setting->width * SHORT))
    g_ptr_array_add (pieces, has_newline (&row)
                                 ? break_lines (&row, MAX (setting->width, row.style.base), &last)
                                 : cog_math_row_join (&row, 0, row.items->len));
  else if (is_done)
    {
      if (measure (&row, 0, row.items->len) > setting->width * .6)
        splice (&row, 0);
      add_pieces (&row, setting->width * SHORT, pieces);
    }
  cog_math_row_clear (&row);
  if (pieces->len > 0)
    {
      clear_start (g_ptr_array_index (pieces, 0), setting->size);
      clear_end (g_ptr_array_index (pieces, pieces->len - 1), setting->size);
    }
  if (!is_done || layout.is_over)
    g_clear_pointer (&pieces, g_ptr_array_unref);
  return pieces;
}
