/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-row-private.h"

#include <string.h>

#define K(name) HB_OT_MATH_CONSTANT_##name

/* The sign, at least as high as wanted; its top is where the rule's is. A typeface without one
 * that grows has its own drawn with what there is. */
static CogMathRun *
make_sign (CogMathLayout *layout, double wanted, double size)
{
  g_autoptr (CogMathRun) plain = cog_math_font_shape (layout->font, "√", "√", COG_MATH_SHAPE_PLAIN);

  if (plain == NULL)
    return NULL;
  return cog_math_font_stretch (layout->font, plain, TRUE, wanted / size);
}

typedef struct
{
  CogMathBox *base, *degree;
  CogMathRun *sign;
  double size, rule, gap;
} Radical;

/* MathML Core, 3.3.3.3: the degree stands in the sign's angle. */
static double
add_degree (CogMathLayout *layout,
            const CogMathStyle *style,
            CogMathBox *box,
            Radical *radical,
            double bottom,
            double height)
{
  double raise = cog_math_font_get (layout->font, K (RADICAL_DEGREE_BOTTOM_RAISE_PERCENT));
  double before, after, up, width;

  if (radical->degree == NULL)
    return 0;
  before = cog_math_layout_get (layout, style, K (RADICAL_KERN_BEFORE_DEGREE));
  after = cog_math_layout_get (layout, style, K (RADICAL_KERN_AFTER_DEGREE));
  width = radical->degree->width;
  after = MAX (after, -width);
  up = raise * height - bottom + radical->degree->descent;
  cog_math_box_cover (box, radical->degree->ascent + up, radical->degree->descent - up);
  cog_math_box_take (box, g_steal_pointer (&radical->degree), before, -up);
  return MAX (0, before + width + after);
}

static void
mirror (CogMathBox *box)
{
  for (guint i = 0; i < box->parts->len; i++)
    {
      CogMathPart *part = &g_array_index (box->parts, CogMathPart, i);

      if (part->kind == COG_MATH_PART_GLYPHS)
        part->is_mirrored = TRUE;
    }
}

static CogMathBox *
join (CogMathLayout *layout, const CogMathStyle *style, Radical *radical)
{
  CogMathBox *box = cog_math_box_new (layout->font), *sign = cog_math_box_new (layout->font);
  double above = radical->base->ascent + radical->gap + radical->rule;
  double needed = above + radical->base->descent;
  double height = (radical->sign->ascent + radical->sign->descent) * radical->size;
  double top, bottom, x, sign_x, base_x, width = radical->base->width;
  double ink = radical->sign->right * radical->size;

  /* What the sign is too tall goes half above the base, half below it. */
  top = above + MAX (0, height - needed) / 2;
  bottom = height - top;
  cog_math_box_cover (box, top + cog_math_layout_get (layout, style, K (RADICAL_EXTRA_ASCENDER)),
                      MAX (bottom, radical->base->descent));
  x = style->is_rtl ? 0 : add_degree (layout, style, box, radical, bottom, height);
  sign_x = style->is_rtl ? x + width : x;
  base_x = style->is_rtl ? x : x + ink;
  cog_math_box_add_run (sign, radical->sign, radical->size, 0, 0);
  if (style->is_rtl)
    {
      g_array_index (sign->parts, CogMathPart, 0).width = ink;
      mirror (sign);
    }
  cog_math_box_take (box, sign, sign_x, radical->sign->ascent * radical->size - top);
  cog_math_box_add_rule (box, base_x - .02 * radical->size, -top, width + .04 * radical->size,
                         radical->rule);
  cog_math_box_take (box, radical->base, base_x, 0);
  box->width = x + width + ink + .08 * radical->size;
  if (style->is_rtl && radical->degree != NULL)
    {
      CogMathBox *degree = g_steal_pointer (&radical->degree);

      box->width += degree->width * .4;
      cog_math_box_cover (box, degree->ascent + height * .55 - bottom, 0);
      cog_math_box_take (box, degree, box->width - degree->width, -(height * .55 - bottom));
    }
  box->right = box->width;
  box->accent = box->width / 2;
  return box;
}

static CogMathBox *
lay_out_base (CogMathLayout *layout, const xmlNode *node, const CogMathStyle *style)
{
  if (cog_math_is (node, "mroot"))
    return cog_math_layout_element (layout, cog_math_first (node), style, NULL);
  return cog_math_lay_out_row (layout, node, style, NULL);
}

CogMathBox *
cog_math_lay_out_radical (CogMathLayout *layout,
                          const xmlNode *node,
                          const CogMathStyle *style,
                          const CogMathPlace *place)
{
  CogMathStyle inner = *style, script = cog_math_style_script (style, TRUE);
  Radical radical = { .size = cog_math_layout_get_size (layout, style) };
  double needed;

  inner.is_compact = TRUE;
  inner.is_dotless = FALSE;
  script.level++;
  radical.base = lay_out_base (layout, node, &inner);
  if (cog_math_is (node, "mroot"))
    radical.degree =
        cog_math_layout_element (layout, cog_math_next (cog_math_first (node)), &script, NULL);
  radical.rule = cog_math_layout_get (layout, style, K (RADICAL_RULE_THICKNESS));
  radical.gap = cog_math_layout_get (layout, style,
                                     style->is_display ? K (RADICAL_DISPLAY_STYLE_VERTICAL_GAP)
                                                       : K (RADICAL_VERTICAL_GAP));
  needed = radical.base->ascent + radical.base->descent + radical.gap + radical.rule;
  radical.sign = make_sign (layout, needed, radical.size);
  if (radical.sign == NULL)
    radical.sign = cog_math_run_new (0, "");
  {
    CogMathBox *box = join (layout, style, &radical);

    cog_math_run_unref (radical.sign);
    g_clear_pointer (&radical.degree, cog_math_box_free);
    return box;
  }
}
