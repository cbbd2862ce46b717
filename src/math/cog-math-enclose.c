/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-layout-private.h"

#include <math.h>
#include <string.h>

typedef enum
{
  LEFT = 1 << 0,
  RIGHT = 1 << 1,
  TOP = 1 << 2,
  BOTTOM = 1 << 3,
  ROUNDED = 1 << 4,
  CIRCLE = 1 << 5,
  UP = 1 << 6, /* strikes */
  DOWN = 1 << 7,
  ACROSS = 1 << 8,
  UPRIGHT = 1 << 9,
  LONG_DIVISION = 1 << 10,
  PHASOR = 1 << 11,
  ARROWS = 1 << 12, /* from here on a bit for each row of arrows */
} Notation;

/* MathML 3, 3.3.9.2 */
static const struct
{
  const char *name;
  Notation lines;
} notations[] = {
  { "box", LEFT | RIGHT | TOP | BOTTOM },
  { "left", LEFT },
  { "right", RIGHT },
  { "top", TOP },
  { "bottom", BOTTOM },
  { "actuarial", RIGHT | TOP },
  { "madruwb", RIGHT | BOTTOM },
  { "roundedbox", ROUNDED },
  { "circle", CIRCLE },
  { "updiagonalstrike", UP },
  { "downdiagonalstrike", DOWN },
  { "horizontalstrike", ACROSS },
  { "verticalstrike", UPRIGHT },
  { "longdiv", LONG_DIVISION | TOP },
  { "phasorangle", PHASOR | BOTTOM },
};

/* Through the middle, as far as the sides (MathML 3, 3.3.9.2; MathML 4 adds the others). */
static const struct
{
  const char *name;
  int x, y; /* where the head is */
  gboolean has_both;
} arrows[] = {
  { "updiagonalarrow", 1, -1, FALSE },
  { "northeastarrow", 1, -1, FALSE },
  { "southeastarrow", 1, 1, FALSE },
  { "northwestarrow", -1, -1, FALSE },
  { "southwestarrow", -1, 1, FALSE },
  { "rightarrow", 1, 0, FALSE },
  { "leftarrow", -1, 0, FALSE },
  { "uparrow", 0, -1, FALSE },
  { "downarrow", 0, 1, FALSE },
  { "leftrightarrow", 1, 0, TRUE },
  { "updownarrow", 0, 1, TRUE },
  { "northeastsouthwestarrow", 1, -1, TRUE },
  { "northwestsoutheastarrow", 1, 1, TRUE },
};

static Notation
find_notation (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (notations); i++)
    if (strcmp (word, notations[i].name) == 0)
      return notations[i].lines;
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (strcmp (word, arrows[i].name) == 0)
      return (Notation)(ARROWS << i);
  return 0;
}

static Notation
read_notations (const xmlNode *node)
{
  g_autofree char *value = cog_xml_dup_attribute (node, "notation");
  g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "longdiv", " \t\r\n,", 40);
  Notation lines = 0;

  for (guint i = 0; words[i] != NULL; i++)
    lines |= find_notation (words[i]);
  return lines;
}

/* The rectangle that the content fills, with its padding. */
typedef struct
{
  double left, top, right, bottom, rule, em;
  gboolean is_rtl;
} Area;

static void
add_sides (CogMathBox *box, Notation lines, const Area *a)
{
  double width = a->right - a->left, height = a->bottom - a->top;

  if (lines & TOP)
    cog_math_box_add_rule (box, a->left, a->top, width, a->rule);
  if (lines & BOTTOM)
    cog_math_box_add_rule (box, a->left, a->bottom - a->rule, width, a->rule);
  if (lines & LEFT)
    cog_math_box_add_rule (box, a->left, a->top, a->rule, height);
  if (lines & RIGHT)
    cog_math_box_add_rule (box, a->right - a->rule, a->top, a->rule, height);
  if ((lines & (LONG_DIVISION | PHASOR)) && a->is_rtl)
    cog_math_box_add_stroke (box, a->right + .1 * a->em, a->bottom, -.25 * a->em, -height, a->rule);
  else if (lines & (LONG_DIVISION | PHASOR))
    cog_math_box_add_stroke (box, a->left - .1 * a->em, a->bottom, .25 * a->em, -height, a->rule);
}

static void
add_strikes (CogMathBox *box, Notation lines, const Area *a)
{
  double width = a->right - a->left, height = a->bottom - a->top;

  if (lines & UP)
    cog_math_box_add_stroke (box, a->left, a->bottom, width, -height, a->rule);
  if (lines & DOWN)
    cog_math_box_add_stroke (box, a->left, a->top, width, height, a->rule);
  if (lines & ACROSS)
    cog_math_box_add_stroke (box, a->left, (a->top + a->bottom) / 2, width, 0, a->rule);
  if (lines & UPRIGHT)
    cog_math_box_add_stroke (box, (a->left + a->right) / 2, a->top, 0, height, a->rule);
}

/* From the middle to x, y, with a head there. */
static void
add_arrow (CogMathBox *box, const Area *a, double x, double y)
{
  double from_x = (a->left + a->right) / 2, from_y = (a->top + a->bottom) / 2;
  double angle = atan2 (from_y - y, from_x - x), head = .35 * a->em;

  cog_math_box_add_stroke (box, from_x, from_y, x - from_x, y - from_y, a->rule);
  for (int side = -1; side <= 1; side += 2)
    cog_math_box_add_stroke (box, x, y, head * cos (angle + side * .4),
                             head * sin (angle + side * .4), a->rule);
}

static void
add_arrows (CogMathBox *box, Notation lines, const Area *a)
{
  double x = (a->left + a->right) / 2, y = (a->top + a->bottom) / 2;
  double width = (a->right - a->left) / 2, height = (a->bottom - a->top) / 2;

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (lines & (Notation)(ARROWS << i))
      {
        double reach_x = arrows[i].x * width, reach_y = arrows[i].y * height;

        add_arrow (box, a, x + reach_x, y + reach_y);
        if (arrows[i].has_both)
          add_arrow (box, a, x - reach_x, y - reach_y);
        else
          cog_math_box_add_stroke (box, x, y, -reach_x, -reach_y, a->rule);
      }
}

static void
add_frame (CogMathBox *box, Notation lines, const Area *a)
{
  CogMathPart part = { .kind = COG_MATH_PART_FRAME,
                       .colour = -1,
                       .x = a->left,
                       .y = a->top,
                       .width = a->right - a->left,
                       .height = a->bottom - a->top,
                       .size = a->rule,
                       .radius = lines & CIRCLE ? G_MAXDOUBLE : .4 * a->em };

  if (lines & (ROUNDED | CIRCLE))
    g_array_append_val (box->parts, part);
}

static CogMathBox *
enclose (CogMathLayout *layout, const CogMathStyle *style, CogMathBox *content, Notation lines)
{
  gboolean is_struck = (lines & ~(UP | DOWN | ACROSS | UPRIGHT)) == 0 || lines >= ARROWS;
  double em = cog_math_layout_get_size (layout, style);
  double side = is_struck ? .05 * em : .3 * em, above = is_struck ? .05 * em : .25 * em;
  double start = lines & (LONG_DIVISION | PHASOR) ? .35 * em : 0;
  CogMathBox *box = cog_math_box_new (layout->font);
  Area a = { .rule = .055 * em, .em = em, .is_rtl = style->is_rtl };

  box->width = content->width + 2 * side + start;
  cog_math_box_cover (box, content->ascent + above, content->descent + above);
  box->accent = box->width / 2;
  box->right = box->width;
  a.left = start > 0 && !a.is_rtl ? .1 * em : 0;
  a.right = box->width - (start > 0 && a.is_rtl ? .1 * em : 0);
  a.top = -box->ascent;
  a.bottom = box->descent;
  cog_math_box_take (box, content, (a.is_rtl ? 0 : start) + side, 0);
  add_sides (box, lines, &a);
  add_frame (box, lines, &a);
  add_strikes (box, lines, &a);
  add_arrows (box, lines, &a);
  return box;
}

static CogMathBox *
take_root (CogMathLayout *layout, const xmlNode *node, const CogMathStyle *style)
{
  return cog_math_lay_out_radical (layout, node, style, NULL);
}

CogMathBox *
cog_math_lay_out_enclosed (CogMathLayout *layout,
                           const xmlNode *node,
                           const CogMathStyle *style,
                           const CogMathPlace *place)
{
  if (cog_xml_has_word (node, "notation", "radical"))
    return take_root (layout, node, style);
  return enclose (layout, style, cog_math_lay_out_row (layout, node, style, NULL),
                  read_notations (node));
}

/* An error stays to be seen: in a box. */
CogMathBox *
cog_math_lay_out_error (CogMathLayout *layout,
                        const xmlNode *node,
                        const CogMathStyle *style,
                        const CogMathPlace *place)
{
  return enclose (layout, style, cog_math_lay_out_row (layout, node, style, NULL),
                  LEFT | RIGHT | TOP | BOTTOM);
}
