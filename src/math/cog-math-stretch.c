/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-layout-private.h"

#include <math.h>
#include <string.h>

/* A fence may be a little smaller than what it holds (The TeXbook, chapter 17: \delimiterfactor and
 * \delimitershortfall, which is half an em: too much for matrices without TeX's struts). */
#define FENCE_FACTOR .901
#define FENCE_SHORTFALL .2
/* Space on the outer side of a fence, em: some typefaces leave twice as much, and f (x) falls
 * apart. */
#define FENCE_SIDE .08

/* Puts a run in place of the token's own. */
static void
set_run (CogMathBox *box, CogMathRun *run, double x, double y)
{
  double size = box->size;

  g_array_set_size (box->parts, 0);
  cog_math_box_add_run (box, run, size, x, y);
  box->width = run->width * size;
  box->ascent = run->ascent * size - y;
  box->descent = run->descent * size + y;
  box->left = run->left * size + x;
  box->right = run->right * size + x;
  box->italic = run->italic * size;
  box->accent = run->accent * size;
  cog_math_run_unref (box->run);
  box->run = run;
}

/* Around the axis the two halves are equal, so that a fence and its content share their middle. */
static void
stretch_up (CogMathLayout *layout,
            CogMathBox *box,
            const CogMathOperator *op,
            const CogMathStyle *style,
            const CogMathPlace *place)
{
  double axis = cog_math_layout_get_axis (layout, style);
  double ascent = place->ascent, descent = place->descent, wanted, whole, middle;
  CogMathRun *run;

  if (op->is_symmetric)
    {
      double half = MAX (ascent - axis, descent + axis);
      ascent = half + axis;
      descent = half - axis;
    }
  wanted = ascent + descent;
  if (op->is_fence)
    wanted = MAX (wanted * FENCE_FACTOR, wanted - FENCE_SHORTFALL * box->size);
  /* As it comes it is large enough, and stands where the designer put it. */
  if (box->ascent + box->descent >= wanted &&
      (!op->is_fence || (box->ascent >= ascent * .85 && box->descent >= descent * .7)))
    return;
  run = cog_math_font_stretch (layout->font, box->run, TRUE, wanted / box->size);
  whole = (run->ascent + run->descent) * box->size;
  middle = op->is_symmetric ? axis : (ascent - descent) / 2;
  set_run (box, run, 0, run->ascent * box->size - whole / 2 - middle);
}

static void
stretch_along (CogMathLayout *layout, CogMathBox *box, const CogMathPlace *place)
{
  CogMathRun *run;

  if (box->right - box->left >= place->width)
    return;
  run = cog_math_font_stretch (layout->font, box->run, FALSE, place->width / box->size);
  set_run (box, run, 0, 0);
}

/* The next size for display style (3.2.4.3): at least DisplayOperatorMinHeight. */
static void
enlarge (CogMathLayout *layout, CogMathBox *box, const CogMathStyle *style)
{
  double wanted = cog_math_font_get (layout->font, HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT);
  double natural = box->run->ascent + box->run->descent;
  CogMathRun *run =
      cog_math_font_stretch (layout->font, box->run, TRUE, MAX (wanted, natural * 1.4));
  double axis = cog_math_layout_get_axis (layout, style);
  double whole = (run->ascent + run->descent) * box->size;

  set_run (box, run, 0, run->ascent * box->size - whole / 2 - axis);
  box->is_large = TRUE;
}

/* Brings what stands outside a fence close to it. */
static void
trim (CogMathBox *box, const CogMathOperator *op, gboolean is_rtl)
{
  CogMathForm on_left = is_rtl ? COG_MATH_FORM_POSTFIX : COG_MATH_FORM_PREFIX;
  CogMathForm on_right = is_rtl ? COG_MATH_FORM_PREFIX : COG_MATH_FORM_POSTFIX;
  double most = FENCE_SIDE * box->size;
  double left = box->left - most, right = box->width - box->right - most;

  if (op->form != on_right && left > 0)
    {
      cog_math_box_move (box, -left, 0);
      box->width -= left;
      box->left -= left;
      box->right -= left;
    }
  if (op->form != on_left && right > 0)
    box->width -= right;
}

CogMathBox *
cog_math_make_operator (CogMathLayout *layout,
                        const char *text,
                        const CogMathOperator *op,
                        const CogMathStyle *style,
                        const CogMathPlace *place)
{
  /* The hyphen is how minus is typed (MathML 3, 3.2.5.1). */
  const char *shown = strcmp (text, "-") == 0 ? "\u2212" : text;
  CogMathBox *box = style->is_rtl ? cog_math_make_sign (layout, shown, style)
                                  : cog_math_make_token (layout, shown, style, style->variant);

  if (box->run == NULL)
    return box;
  if (op->is_large && style->is_display)
    enlarge (layout, box, style);
  else if (op->is_large)
    {
      double axis = cog_math_layout_get_axis (layout, style);
      double y = (box->ascent - box->descent) / 2 - axis;

      set_run (box, g_rc_box_acquire (box->run), 0, y);
      box->is_large = TRUE;
    }
  else if (place != NULL && op->is_stretchy && place->is_vertical &&
           cog_math_font_can_stretch (layout->font, box->run, TRUE))
    stretch_up (layout, box, op, style, place);
  else if (place != NULL && op->is_stretchy && place->is_horizontal &&
           cog_math_font_can_stretch (layout->font, box->run, FALSE))
    stretch_along (layout, box, place);
  cog_math_finish_sign (box);
  if (op->is_fence)
    trim (box, op, style->is_rtl);
  return box;
}

/* A length of an attribute in em. */
static double
read_em (const xmlNode *mo, const char *attribute, double em, double fallback)
{
  return cog_math_get_length (mo, attribute, em, fallback * em, fallback * em) / em;
}

CogMathOperator
cog_math_read_operator (CogMathLayout *layout, const xmlNode *mo, CogMathForm form, double em)
{
  g_autofree char *text = cog_math_dup_text (mo);
  g_autofree char *given = mo->properties != NULL ? cog_xml_dup_attribute (mo, "form") : NULL;
  CogMathOperator op;

  if (g_strcmp0 (given, "prefix") == 0)
    form = COG_MATH_FORM_PREFIX;
  else if (g_strcmp0 (given, "postfix") == 0)
    form = COG_MATH_FORM_POSTFIX;
  else if (g_strcmp0 (given, "infix") == 0)
    form = COG_MATH_FORM_INFIX;
  op = cog_math_operator_look_up (text, form, given != NULL);
  if (mo->properties == NULL)
    return op;
  op.is_stretchy = cog_math_get_boolean (mo, "stretchy", op.is_stretchy);
  op.is_symmetric = cog_math_get_boolean (mo, "symmetric", op.is_symmetric);
  op.is_large = cog_math_get_boolean (mo, "largeop", op.is_large);
  op.has_movable_limits = cog_math_get_boolean (mo, "movablelimits", op.has_movable_limits);
  op.is_fence = cog_math_get_boolean (mo, "fence", op.is_fence);
  op.is_separator = cog_math_get_boolean (mo, "separator", op.is_separator);
  op.is_accent = cog_math_get_boolean (mo, "accent", op.is_accent);
  op.lspace = read_em (mo, "lspace", em, op.lspace);
  op.rspace = read_em (mo, "rspace", em, op.rspace);
  return op;
}

/* maxsize and minsize bound how far it stretches. */
static void
apply_sizes (const xmlNode *mo, double em, CogMathPlace *place)
{
  double whole = place->ascent + place->descent;
  double least = cog_math_get_length (mo, "minsize", em, em, 0);
  double most = cog_math_get_length (mo, "maxsize", em, em, G_MAXDOUBLE);
  double wanted = MAX (MIN (whole, most), least);

  if (whole <= 0 || wanted <= 0 || wanted == whole)
    return;
  place->ascent *= wanted / whole;
  place->descent *= wanted / whole;
}

CogMathBox *
cog_math_lay_out_mo (CogMathLayout *layout,
                     const xmlNode *node,
                     const CogMathStyle *style,
                     const CogMathPlace *place)
{
  g_autofree char *text = cog_math_dup_text (node);
  double em = cog_math_layout_get_size (layout, style);
  CogMathOperator op =
      cog_math_read_operator (layout, node, place != NULL ? place->form : COG_MATH_FORM_INFIX, em);
  CogMathPlace bounded = { 0 };
  gboolean is_sized =
      node->properties != NULL && (xmlHasProp ((xmlNode *)node, BAD_CAST "minsize") ||
                                   xmlHasProp ((xmlNode *)node, BAD_CAST "maxsize"));

  if (*text == '\0')
    return cog_math_box_new (layout->font);
  if (place != NULL)
    bounded = *place;
  if (is_sized)
    {
      if (!bounded.is_vertical)
        {
          bounded.ascent = em * .75;
          bounded.descent = em * .25;
        }
      bounded.is_vertical = !bounded.is_horizontal;
      apply_sizes (node, em, &bounded);
    }
  return cog_math_make_operator (layout, text, &op, style, &bounded);
}
