/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-layout-private.h"

#include <string.h>

#define K(name) HB_OT_MATH_CONSTANT_##name

typedef struct
{
  CogMathBox *above, *below;
  double up, down; /* from the baseline to theirs */
} Stack;

/* MathML Core, 3.3.2.2: the rule is on the axis; both keep their distance from it. */
static void
place_around_rule (CogMathLayout *layout, const CogMathStyle *style, Stack *stack, double rule)
{
  gboolean is_display = style->is_display;
  double axis = cog_math_layout_get_axis (layout, style);
  double up = cog_math_layout_get (layout, style,
                                   is_display ? K (FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP)
                                              : K (FRACTION_NUMERATOR_SHIFT_UP));
  double down = cog_math_layout_get (layout, style,
                                     is_display ? K (FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN)
                                                : K (FRACTION_DENOMINATOR_SHIFT_DOWN));
  double gap_up = cog_math_layout_get (layout, style,
                                       is_display ? K (FRACTION_NUM_DISPLAY_STYLE_GAP_MIN)
                                                  : K (FRACTION_NUMERATOR_GAP_MIN));
  double gap_down = cog_math_layout_get (layout, style,
                                         is_display ? K (FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN)
                                                    : K (FRACTION_DENOMINATOR_GAP_MIN));

  stack->up = MAX (up, axis + rule / 2 + gap_up + stack->above->descent);
  stack->down = MAX (down, -axis + rule / 2 + gap_down + stack->below->ascent);
}

/* 3.3.2.3: no rule (a binomial coefficient): they keep their distance from each other. */
static void
place_apart (CogMathLayout *layout, const CogMathStyle *style, Stack *stack)
{
  gboolean is_display = style->is_display;
  double gap_min = cog_math_layout_get (
      layout, style, is_display ? K (STACK_DISPLAY_STYLE_GAP_MIN) : K (STACK_GAP_MIN));
  double gap;

  stack->up = cog_math_layout_get (
      layout, style, is_display ? K (STACK_TOP_DISPLAY_STYLE_SHIFT_UP) : K (STACK_TOP_SHIFT_UP));
  stack->down = cog_math_layout_get (layout, style,
                                     is_display ? K (STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN)
                                                : K (STACK_BOTTOM_SHIFT_DOWN));
  gap = stack->up - stack->above->descent + stack->down - stack->below->ascent;
  if (gap < gap_min)
    {
      stack->up += (gap_min - gap) / 2;
      stack->down += (gap_min - gap) / 2;
    }
}

static double
align (const xmlNode *node, const char *attribute, double room)
{
  g_autofree char *value = cog_xml_dup_attribute (node, attribute);

  if (g_strcmp0 (value, "left") == 0)
    return 0;
  return g_strcmp0 (value, "right") == 0 ? room : room / 2;
}

static double
get_rule (CogMathLayout *layout, const xmlNode *node, const CogMathStyle *style)
{
  double usual = cog_math_layout_get (layout, style, K (FRACTION_RULE_THICKNESS));
  double em = cog_math_layout_get_size (layout, style);
  g_autofree char *value = cog_xml_dup_attribute (node, "linethickness");

  if (g_strcmp0 (value, "thin") == 0)
    return usual / 2;
  if (g_strcmp0 (value, "thick") == 0)
    return usual * 2;
  return MAX (0, cog_math_parse_length (value, em, usual, usual));
}

/* a⁄b on a slope (MathML 3, 3.3.2). */
static CogMathBox *
join_bevelled (CogMathLayout *layout, const CogMathStyle *style, Stack *stack, double rule)
{
  CogMathBox *box = cog_math_box_new (layout->font);
  double em = cog_math_layout_get_size (layout, style), x;
  double raise = .35 * em, lean = .35 * em, top, bottom;

  top = stack->above->ascent + raise;
  bottom = MAX (stack->below->descent + .1 * em, stack->above->descent - raise);
  cog_math_box_cover (box, top, bottom);
  box->width = box->right = stack->above->width + lean + stack->below->width;
  x = style->is_rtl ? stack->below->width + lean : stack->above->width;
  cog_math_box_add_stroke (box, x, bottom, style->is_rtl ? -lean : lean, -(top + bottom) * .95,
                           MAX (rule, .04 * em));
  cog_math_box_take (box, g_steal_pointer (&stack->above), style->is_rtl ? x : 0, -raise);
  cog_math_box_take (box, g_steal_pointer (&stack->below), style->is_rtl ? 0 : x + lean, .1 * em);
  return box;
}

static CogMathBox *
join (CogMathLayout *layout,
      const xmlNode *node,
      const CogMathStyle *style,
      Stack *stack,
      double rule)
{
  CogMathBox *box = cog_math_box_new (layout->font);
  double axis = cog_math_layout_get_axis (layout, style);
  double em = cog_math_layout_get_size (layout, style);
  double side = rule > 0 ? .1 * em : .05 * em, over = rule > 0 ? .06 * em : 0;
  double width = MAX (stack->above->width, stack->below->width) + 2 * over;

  cog_math_box_cover (box, stack->up + stack->above->ascent, stack->down + stack->below->descent);
  cog_math_box_cover (box, stack->below->ascent - stack->down, stack->above->descent - stack->up);
  if (rule > 0)
    cog_math_box_add_rule (box, side, -axis - rule / 2, width, rule);
  cog_math_box_take (box, stack->above,
                     side + over + align (node, "numalign", width - 2 * over - stack->above->width),
                     -stack->up);
  cog_math_box_take (box, stack->below,
                     side + over +
                         align (node, "denomalign", width - 2 * over - stack->below->width),
                     stack->down);
  box->width = box->right = width + 2 * side;
  box->accent = box->width / 2;
  return box;
}

CogMathBox *
cog_math_lay_out_fraction (CogMathLayout *layout,
                           const xmlNode *node,
                           const CogMathStyle *style,
                           const CogMathPlace *place)
{
  CogMathStyle above = *style, below;
  const xmlNode *first = cog_math_first (node);
  double rule = get_rule (layout, node, style);
  gboolean is_bevelled = cog_math_get_boolean (node, "bevelled", FALSE);
  Stack stack = { 0 };

  /* In text the parts are smaller, in a display only what is in them (2.1.5.2). */
  if (!style->is_display)
    above.level++;
  above.is_display = FALSE;
  above.is_dotless = FALSE;
  below = above;
  below.is_compact = TRUE;
  stack.above = cog_math_layout_element (layout, first, &above, NULL);
  stack.below = cog_math_layout_element (layout, cog_math_next (first), &below, NULL);
  if (is_bevelled)
    return join_bevelled (layout, style, &stack, rule);
  if (rule > 0)
    place_around_rule (layout, style, &stack, rule);
  else
    place_apart (layout, style, &stack);
  return join (layout, node, style, &stack, rule);
}
