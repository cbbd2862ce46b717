/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-scripts-private.h"

#define K(name) HB_OT_MATH_CONSTANT_##name

/* A pair of scripts, one above the other; either may be NULL. */
typedef struct
{
  CogMathBox *sub, *sup;
} Pair;

/* A letter's scripts have their usual places; those of anything taller follow its edges. */
static gboolean
is_letter (const CogMathBox *base)
{
  return base->run != NULL && !base->is_large && base->parts->len == 1;
}

/* Words and units are letters for this, too: the 2 of m/s² does not climb up the stroke. */
static gboolean
is_text (const CogMathBox *base)
{
  return is_letter (base) ||
         (base->parts->len == 1 &&
          g_array_index (base->parts, CogMathPart, 0).kind == COG_MATH_PART_TEXT);
}

/* MathML Core, 3.4.1.2. */
static double
get_sub_shift (CogMathLayout *layout,
               const CogMathStyle *style,
               const CogMathBox *base,
               const CogMathBox *sub)
{
  double shift = cog_math_layout_get (layout, style, K (SUBSCRIPT_SHIFT_DOWN));

  if (!is_text (base))
    shift = MAX (shift, base->descent +
                            cog_math_layout_get (layout, style, K (SUBSCRIPT_BASELINE_DROP_MIN)));
  return MAX (shift, sub->ascent - cog_math_layout_get (layout, style, K (SUBSCRIPT_TOP_MAX)));
}

/* 3.4.1.3. */
static double
get_sup_shift (CogMathLayout *layout,
               const CogMathStyle *style,
               const CogMathBox *base,
               const CogMathBox *sup)
{
  double shift = cog_math_layout_get (layout, style,
                                      style->is_compact ? K (SUPERSCRIPT_SHIFT_UP_CRAMPED)
                                                        : K (SUPERSCRIPT_SHIFT_UP));

  if (!is_text (base))
    shift = MAX (shift, base->ascent -
                            cog_math_layout_get (layout, style, K (SUPERSCRIPT_BASELINE_DROP_MAX)));
  return MAX (shift,
              sup->descent + cog_math_layout_get (layout, style, K (SUPERSCRIPT_BOTTOM_MIN)));
}

/* 3.4.1.4: apart by a gap; the upper one may rise for it before the lower one sinks. */
static void
part (CogMathLayout *layout, const CogMathStyle *style, const Pair *pair, double *up, double *down)
{
  double gap_min = cog_math_layout_get (layout, style, K (SUB_SUPERSCRIPT_GAP_MIN));
  double most = cog_math_layout_get (layout, style, K (SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT));
  double gap = *up - pair->sup->descent + *down - pair->sub->ascent, room;

  if (gap >= gap_min)
    return;
  room = MAX (0, most - (*up - pair->sup->descent));
  room = MIN (room, gap_min - gap);
  *up += room;
  *down += MAX (0, gap_min - gap - room);
}

static void
find_shifts (CogMathLayout *layout,
             const CogMathStyle *style,
             const CogMathBox *base,
             const Pair *pairs,
             guint n,
             double *up,
             double *down)
{
  *up = *down = 0;
  for (guint i = 0; i < n; i++)
    {
      if (pairs[i].sub != NULL)
        *down = MAX (*down, get_sub_shift (layout, style, base, pairs[i].sub));
      if (pairs[i].sup != NULL)
        *up = MAX (*up, get_sup_shift (layout, style, base, pairs[i].sup));
    }
  for (guint i = 0; i < n; i++)
    if (pairs[i].sub != NULL && pairs[i].sup != NULL)
      part (layout, style, &pairs[i], up, down);
}

/* The kerning of the two corners that meet, where the typeface has any (OpenType, MathKernInfo):
 * the larger of the two at the heights where their edges come to lie. */
static double
get_kern (CogMathLayout *layout,
          const CogMathBox *base,
          const CogMathBox *script,
          double shift,
          gboolean is_sup)
{
  CogMathCorner corner = is_sup ? COG_MATH_CORNER_TOP_RIGHT : COG_MATH_CORNER_BOTTOM_RIGHT;
  CogMathCorner other = is_sup ? COG_MATH_CORNER_BOTTOM_LEFT : COG_MATH_CORNER_TOP_LEFT;
  double heights[2], kern[2];

  if (!is_letter (base) || script->run == NULL || base->size <= 0 || script->size <= 0)
    return 0;
  heights[0] = is_sup ? shift - script->descent : -shift + script->ascent;
  heights[1] = is_sup ? base->ascent : -base->descent;
  for (guint i = 0; i < 2; i++)
    kern[i] =
        cog_math_font_get_kern (layout->font, base->run, corner, heights[i] / base->size) *
            base->size +
        cog_math_font_get_kern (layout->font, script->run, other,
                                (is_sup ? heights[i] - shift : heights[i] + shift) / script->size) *
            script->size;
  return is_sup ? MAX (kern[0], kern[1]) : MIN (kern[0], kern[1]);
}

/* Puts a pair behind what is in box; returns how far it reaches. */
static double
add_pair (CogMathBox *box, Pair *pair, double x_sub, double x_sup, double up, double down)
{
  double end = 0;

  if (pair->sub != NULL)
    {
      end = MAX (end, x_sub + pair->sub->width);
      cog_math_box_cover (box, pair->sub->ascent - down, pair->sub->descent + down);
      cog_math_box_take (box, g_steal_pointer (&pair->sub), x_sub, down);
    }
  if (pair->sup != NULL)
    {
      end = MAX (end, x_sup + pair->sup->width + pair->sup->italic * .5);
      cog_math_box_cover (box, pair->sup->ascent + up, pair->sup->descent - up);
      cog_math_box_take (box, g_steal_pointer (&pair->sup), x_sup, -up);
    }
  return end;
}

static double
get_pair_width (const Pair *pair)
{
  return MAX (pair->sub != NULL ? pair->sub->width : 0, pair->sup != NULL ? pair->sup->width : 0);
}

/* Pairs before the base: flush with it. tuck: how far the last lower one goes in under a base that
 * leans away from it. */
static double
add_before (
    CogMathBox *box, Pair *pairs, guint n, double space, double up, double down, double tuck)
{
  double x = 0;

  for (guint i = 0; i < n; i++)
    {
      double width = get_pair_width (&pairs[i]);
      double x_sub = x + space + width - (pairs[i].sub != NULL ? pairs[i].sub->width : 0);
      double x_sup = x + space + width - (pairs[i].sup != NULL ? pairs[i].sup->width : 0);

      add_pair (box, &pairs[i], x_sub + (i + 1 == n ? tuck : 0), x_sup, up, down);
      x += space + width;
    }
  return x;
}

static CogMathBox *
attach (CogMathLayout *layout,
        const CogMathStyle *style,
        CogMathBox *base,
        Pair *after,
        guint n_after,
        Pair *before,
        guint n_before)
{
  CogMathBox *box = cog_math_box_new (layout->font);
  double space = cog_math_layout_get (layout, style, K (SPACE_AFTER_SCRIPT));
  double up, down, up_before, down_before, x, lean = base->italic;

  find_shifts (layout, style, base, after, n_after, &up, &down);
  find_shifts (layout, style, base, before, n_before, &up_before, &down_before);
  up = MAX (up, up_before);
  down = MAX (down, down_before);
  box->left = n_before == 0 ? base->left : 0;
  x = add_before (box, before, n_before, space, up, down, base->is_turned ? lean : 0);
  cog_math_box_cover (box, base->ascent, base->descent);
  for (guint i = 0; i < n_after; i++)
    {
      double x_sub = x + (i == 0 ? base->width : 0), x_sup = x_sub, end = x_sub;

      /* An integral leans: its lower limit tucks in, its upper one stands out (3.4.1.2). A
       * slanted letter's superscript stands clear of it. */
      if (i == 0 && after[i].sub != NULL)
        x_sub += get_kern (layout, base, after[i].sub, down, FALSE) - (base->is_large ? lean : 0);
      if (i == 0 && after[i].sup != NULL)
        x_sup += get_kern (layout, base, after[i].sup, up, TRUE) + (base->is_large ? 0 : lean);
      if (after[i].sub != NULL || after[i].sup != NULL)
        {
          double reach = add_pair (box, &after[i], x_sub, x_sup, up, down) + space;

          end = MAX (end, reach);
        }
      if (i == 0)
        cog_math_box_take (box, g_steal_pointer (&base), x, 0);
      x = end;
    }
  if (base != NULL)
    {
      double width = base->width;

      cog_math_box_take (box, base, x, 0);
      x += width;
    }
  box->width = box->right = x;
  box->accent = x / 2;
  return box;
}

CogMathBox *
cog_math_attach_scripts (CogMathLayout *layout,
                         const CogMathStyle *style,
                         CogMathBox *base,
                         CogMathBox *sub,
                         CogMathBox *sup)
{
  Pair pair = { sub, sup };

  /* Right to left the scripts stand on the other side. */
  if (style->is_rtl)
    return attach (layout, style, base, NULL, 0, &pair, 1);
  return attach (layout, style, base, &pair, 1, NULL, 0);
}

static CogMathBox *
make_script (CogMathLayout *layout,
             const xmlNode *node,
             const CogMathStyle *style,
             gboolean is_compact)
{
  CogMathStyle script = cog_math_style_script (style, is_compact);
  CogMathPlace place = { .form = COG_MATH_FORM_POSTFIX };

  if (node == NULL || cog_math_is (node, "none"))
    return NULL;
  return cog_math_layout_element (layout, node, &script, &place);
}

/* mmultiscripts: pairs after the base, then, behind mprescripts, pairs before it. */
static void
collect_pairs (CogMathLayout *layout,
               const xmlNode *node,
               const CogMathStyle *style,
               GArray *after,
               GArray *before)
{
  GArray *pairs = after;

  while (node != NULL && !layout->is_over)
    {
      Pair pair = { 0 };

      if (cog_math_is (node, "mprescripts"))
        {
          pairs = before;
          node = cog_math_next (node);
          continue;
        }
      pair.sub = make_script (layout, node, style, TRUE);
      node = cog_math_next (node);
      if (node != NULL && !cog_math_is (node, "mprescripts"))
        {
          pair.sup = make_script (layout, node, style, FALSE);
          node = cog_math_next (node);
        }
      g_array_append_val (pairs, pair);
    }
}

static void
clear_pair (gpointer data)
{
  Pair *pair = data;

  g_clear_pointer (&pair->sub, cog_math_box_free);
  g_clear_pointer (&pair->sup, cog_math_box_free);
}

static GArray *
new_pairs (void)
{
  GArray *pairs = g_array_new (FALSE, TRUE, sizeof (Pair));

  g_array_set_clear_func (pairs, clear_pair);
  return pairs;
}

static void
turn (GArray *pairs)
{
  for (guint i = 0; i < pairs->len / 2; i++)
    {
      Pair *a = &g_array_index (pairs, Pair, i),
           *b = &g_array_index (pairs, Pair, pairs->len - 1 - i);
      Pair held = *a;

      *a = *b;
      *b = held;
    }
}

static CogMathBox *
lay_out_multi (CogMathLayout *layout,
               const xmlNode *node,
               const CogMathStyle *style,
               CogMathBox *base)
{
  g_autoptr (GArray) after = new_pairs ();
  g_autoptr (GArray) before = new_pairs ();
  GArray *right = style->is_rtl ? before : after, *left = style->is_rtl ? after : before;

  collect_pairs (layout, cog_math_next (cog_math_first (node)), style, after, before);
  /* They are written in the order in which they are read (MathML 3, 3.4.7). */
  if (style->is_rtl)
    {
      turn (after);
      turn (before);
    }
  return attach (layout, style, base, (Pair *)(gpointer)right->data, right->len,
                 (Pair *)(gpointer)left->data, left->len);
}

CogMathBox *
cog_math_lay_out_scripts (CogMathLayout *layout,
                          const xmlNode *node,
                          const CogMathStyle *style,
                          const CogMathPlace *place)
{
  const xmlNode *first = cog_math_first (node), *second = cog_math_next (first);
  CogMathStyle own = *style;
  CogMathBox *base, *sub = NULL, *sup = NULL;

  own.is_dotless = FALSE;
  if (cog_math_is (first, "mprescripts"))
    first = NULL;
  base = cog_math_layout_element (layout, first, &own, place);
  if (cog_math_is (node, "mmultiscripts"))
    return lay_out_multi (layout, node, &own, base);
  if (!cog_math_is (node, "msup"))
    sub = make_script (layout, second, &own, TRUE);
  if (cog_math_is (node, "msup"))
    sup = make_script (layout, second, &own, FALSE);
  else if (cog_math_is (node, "msubsup"))
    sup = make_script (layout, cog_math_next (second), &own, FALSE);
  return cog_math_attach_scripts (layout, &own, base, sub, sup);
}
