/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-accent-private.h"
#include "cog-math-scripts-private.h"

#define K(name) HB_OT_MATH_CONSTANT_##name

/* One munder, mover or munderover on its way. */
typedef struct
{
  CogMathLayout *layout;
  const CogMathStyle *style;
  const xmlNode *base_node, *under_node, *over_node;
  const xmlNode *core; /* of the base (nullable) */
  CogMathOperator op;  /* the core's */
  gboolean is_accent_under, is_accent_over;
  CogMathBox *base, *under, *over;
} Limits;

/* The operator that a script is, where it is one. */
static gboolean
read_script (CogMathLayout *layout, const xmlNode *node, CogMathOperator *op, char **text)
{
  const xmlNode *core = cog_math_find_core (layout, node);

  if (core == NULL)
    return FALSE;
  *op = cog_math_read_operator (layout, core, COG_MATH_FORM_POSTFIX, 10);
  *text = cog_math_dup_text (core);
  return **text != '\0';
}

/* The attribute says it; without one an accent is known by its character, as MathML 3 had it. */
static gboolean
is_accent (CogMathLayout *layout, const xmlNode *node, const xmlNode *script, const char *attribute)
{
  CogMathOperator op;
  g_autofree char *text = NULL;
  gboolean is_operator = read_script (layout, script, &op, &text);

  return cog_math_get_boolean (node, attribute, is_operator && op.is_accent);
}

static gboolean
stretches_along (CogMathLayout *layout, const xmlNode *node)
{
  CogMathOperator op;
  g_autofree char *text = NULL;

  return node != NULL && read_script (layout, node, &op, &text) && op.is_stretchy &&
         cog_math_operator_is_horizontal (text);
}

/* What waits for the base's width: what stretches, and accents, whose form depends on it. */
static gboolean
waits (Limits *l, const xmlNode *node, gboolean is_accent)
{
  return stretches_along (l->layout, node) ||
         (is_accent && cog_math_find_core (l->layout, node) != NULL);
}

static CogMathBox *
lay_out_script (Limits *l, const xmlNode *node, gboolean is_accent, const CogMathPlace *place)
{
  CogMathStyle style = cog_math_style_script (l->style, node == l->under_node || is_accent);

  if (is_accent)
    style.level--;
  return cog_math_layout_element (l->layout, node, &style, place);
}

/* The width that what stretches along the line has to cover (MathML Core, 3.4.2.1). */
static double
lay_out_fixed (Limits *l, const CogMathPlace *outer)
{
  gboolean base_stretches = stretches_along (l->layout, l->base_node);
  double width = 0;

  if (!base_stretches)
    {
      CogMathStyle style = *l->style;

      style.is_dotless = l->is_accent_over && cog_math_count (l->base_node) == 0;
      l->base = cog_math_layout_element (l->layout, l->base_node, &style, outer);
      width = l->base->width;
    }
  if (l->under_node != NULL && !waits (l, l->under_node, l->is_accent_under))
    {
      l->under = lay_out_script (l, l->under_node, l->is_accent_under, NULL);
      width = MAX (width, l->under->width);
    }
  if (l->over_node != NULL && !waits (l, l->over_node, l->is_accent_over))
    {
      l->over = lay_out_script (l, l->over_node, l->is_accent_over, NULL);
      width = MAX (width, l->over->width);
    }
  if (base_stretches)
    {
      CogMathPlace place = { .form = COG_MATH_FORM_INFIX, .is_horizontal = TRUE };
      double em = cog_math_layout_get_size (l->layout, l->style);

      place.width = outer != NULL && outer->is_horizontal ? MAX (outer->width, width) : width;
      /* An arrow is longer than the words on it. */
      place.width += .6 * em;
      l->base = cog_math_layout_element (l->layout, l->base_node, l->style, &place);
      width = MAX (width, l->base->width);
    }
  return width;
}

static void
lay_out_stretchy (Limits *l, double width)
{
  CogMathPlace place = { .form = COG_MATH_FORM_POSTFIX, .is_horizontal = TRUE };

  if (l->under_node != NULL && l->under == NULL)
    {
      place.width = l->is_accent_under ? l->base->width : width;
      l->under = cog_math_make_accent (l->layout, l->under_node, l->style, l->base, FALSE);
      if (l->under == NULL)
        l->under = lay_out_script (l, l->under_node, TRUE, &place);
    }
  if (l->over_node != NULL && l->over == NULL)
    {
      place.width = l->is_accent_over ? l->base->width : width;
      l->over =
          cog_math_make_accent (l->layout, l->over_node, l->style, l->base, l->is_accent_over);
      if (l->over == NULL)
        l->over = lay_out_script (l, l->over_node, TRUE, &place);
    }
}

/* Distance from the base's baseline up to that of what is above it. */
static double
get_rise (const Limits *l)
{
  CogMathLayout *layout = l->layout;
  const CogMathStyle *style = l->style;
  double clear = l->base->ascent + l->over->descent;

  if (l->base->is_large || (l->core != NULL && !l->op.is_stretchy && !l->is_accent_over))
    return MAX (clear + cog_math_layout_get (layout, style, K (UPPER_LIMIT_GAP_MIN)),
                l->base->ascent +
                    cog_math_layout_get (layout, style, K (UPPER_LIMIT_BASELINE_RISE_MIN)));
  if (stretches_along (layout, l->base_node))
    return clear + cog_math_layout_get (layout, style, K (STRETCH_STACK_GAP_ABOVE_MIN));
  return clear + cog_math_layout_get (layout, style, K (OVERBAR_VERTICAL_GAP)) * .8;
}

static double
get_drop (const Limits *l)
{
  CogMathLayout *layout = l->layout;
  const CogMathStyle *style = l->style;
  double clear = l->base->descent + l->under->ascent;

  if (l->base->is_large || (l->core != NULL && !l->op.is_stretchy && !l->is_accent_under))
    return MAX (clear + cog_math_layout_get (layout, style, K (LOWER_LIMIT_GAP_MIN)),
                l->base->descent +
                    cog_math_layout_get (layout, style, K (LOWER_LIMIT_BASELINE_DROP_MIN)));
  if (stretches_along (layout, l->base_node))
    return clear + cog_math_layout_get (layout, style, K (STRETCH_STACK_GAP_BELOW_MIN));
  return clear + cog_math_layout_get (layout, style, K (UNDERBAR_VERTICAL_GAP)) * .8;
}

static CogMathBox *
join (Limits *l)
{
  CogMathBox *box = cog_math_box_new (l->layout->font), *base = l->base;
  /* The upper limit of an integral leans right with it, the lower one left. */
  double lean = base->is_large ? base->italic / 2 : 0, middle = base->width / 2, left = 0, right;
  double rise = l->over != NULL && !l->is_accent_over ? get_rise (l) : 0;
  double drop = l->under != NULL ? get_drop (l) : 0;

  if (base->is_turned)
    lean = -lean;
  right = base->width;
  if (l->over != NULL && !l->is_accent_over)
    {
      left = MIN (left, middle + lean - l->over->width / 2);
      right = MAX (right, middle + lean + l->over->width / 2);
    }
  if (l->under != NULL)
    {
      left = MIN (left, middle - lean - l->under->width / 2);
      right = MAX (right, middle - lean + l->under->width / 2);
    }
  cog_math_box_cover (box, base->ascent, base->descent);
  box->width = right - left;
  box->accent = middle - left;
  box->italic = l->under == NULL && l->is_accent_over ? base->italic : 0;
  box->is_slanted = box->italic > 0 && base->is_slanted;
  if (l->under != NULL)
    {
      cog_math_box_cover (box, l->under->ascent - drop, l->under->descent + drop);
      cog_math_box_take (box, l->under, middle - lean - l->under->width / 2 - left, drop);
    }
  if (l->over != NULL && l->is_accent_over)
    cog_math_place_accent (l->layout, l->style, box, base, l->over, -left);
  else if (l->over != NULL)
    {
      cog_math_box_cover (box, l->over->ascent + rise, l->over->descent - rise);
      cog_math_box_take (box, l->over, middle + lean - l->over->width / 2 - left, -rise);
    }
  cog_math_box_take (box, base, -left, 0);
  box->right = box->width;
  return box;
}

/* In text, a sum's limits are scripts beside it (3.4.2.1, movablelimits). */
static CogMathBox *
lay_out_beside (Limits *l, const CogMathPlace *place)
{
  CogMathBox *base = cog_math_layout_element (l->layout, l->base_node, l->style, place);
  CogMathStyle sub = cog_math_style_script (l->style, TRUE);
  CogMathStyle sup = cog_math_style_script (l->style, FALSE);
  CogMathBox *under = NULL, *over = NULL;

  if (l->under_node != NULL)
    under = cog_math_layout_element (l->layout, l->under_node, &sub, NULL);
  if (l->over_node != NULL)
    over = cog_math_layout_element (l->layout, l->over_node, &sup, NULL);
  return cog_math_attach_scripts (l->layout, l->style, base, under, over);
}

CogMathBox *
cog_math_lay_out_limits (CogMathLayout *layout,
                         const xmlNode *node,
                         const CogMathStyle *style,
                         const CogMathPlace *place)
{
  CogMathStyle own = *style;
  Limits l = { .layout = layout, .style = &own, .base_node = cog_math_first (node) };
  const xmlNode *second = cog_math_next (l.base_node);

  own.is_dotless = FALSE;
  l.under_node = cog_math_is (node, "mover") ? NULL : second;
  l.over_node = cog_math_is (node, "mover") ? second : NULL;
  if (cog_math_is (node, "munderover"))
    l.over_node = cog_math_next (second);
  l.core = cog_math_find_core (layout, l.base_node);
  if (l.core != NULL)
    l.op = cog_math_read_operator (layout, l.core, COG_MATH_FORM_PREFIX, 10);
  if (l.core != NULL && l.op.has_movable_limits && !own.is_display)
    return lay_out_beside (&l, place);
  l.is_accent_under = l.under_node != NULL && is_accent (layout, node, l.under_node, "accentunder");
  l.is_accent_over = l.over_node != NULL && is_accent (layout, node, l.over_node, "accent");
  lay_out_stretchy (&l, lay_out_fixed (&l, place));
  return join (&l);
}
