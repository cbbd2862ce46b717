/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math.h"

#include "cog-math-lines-private.h"

#include <string.h>

#define ITEM(row, i) (&g_array_index ((row)->items, CogMathItem, i))

/* A formula in text that takes more of the line than this may be broken. */
#define SHORT .3
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
is_one_table (const xmlNode *row)
{
  return cog_math_count (row) == 1 && cog_math_is (cog_math_first (row), "mtable");
}

/* Sets layout and row up; FALSE: a limit was passed. */
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
  return !layout->is_over;
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
  gboolean is_wide;

  if (row->items->len == 0)
    return cog_math_box_new (row->layout->font);
  is_wide = room > 0 && cog_math_row_get_width (row, 0, row->items->len) > room;
  if (is_wide)
    cog_math_row_splice (row, 0);
  if (is_wide || cog_math_row_has_newline (row))
    return cog_math_row_break (row, room > 0 ? room : G_MAXDOUBLE, last);
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

gboolean
cog_math_is_right_to_left (const xmlNode *math)
{
  g_autofree char *dir = cog_xml_dup_attribute (math, "dir");

  return dir != NULL && g_ascii_strcasecmp (dir, "rtl") == 0;
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
  if (is_done && row.items->len == 0)
    g_ptr_array_add (pieces, cog_math_box_new (font));
  else if (is_done && (cog_math_row_has_newline (&row) || setting->width <= 0 ||
                       row.style.is_rtl != cog_math_is_right_to_left (math) ||
                       cog_math_row_get_width (&row, 0, row.items->len) <= setting->width * SHORT))
    g_ptr_array_add (pieces,
                     cog_math_row_has_newline (&row)
                         ? cog_math_row_break (&row, MAX (setting->width, row.style.base), &last)
                         : cog_math_row_join (&row, 0, row.items->len));
  else if (is_done)
    {
      if (cog_math_row_get_width (&row, 0, row.items->len) > setting->width * .6)
        cog_math_row_splice (&row, 0);
      cog_math_row_add_pieces (&row, setting->width * SHORT, pieces);
    }
  cog_math_row_clear (&row);
  if (pieces->len > 0)
    {
      gboolean is_rtl = cog_math_is_right_to_left (math);

      clear_start (g_ptr_array_index (pieces, is_rtl ? pieces->len - 1 : 0), setting->size);
      clear_end (g_ptr_array_index (pieces, is_rtl ? 0 : pieces->len - 1), setting->size);
    }
  if (!is_done || layout.is_over)
    g_clear_pointer (&pieces, g_ptr_array_unref);
  return pieces;
}
