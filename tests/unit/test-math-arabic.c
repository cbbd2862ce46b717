/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "formula.h"

#include "cog-xml.h"

/* Arabic mathematics, which runs from right to left: MathML 3, 3.1.5, and "Arabic mathematical
 * notation" (W3C Note, 2006). Formulas are set at 10 points. */

static CogMathBox *
lay_out (const char *inner, double width)
{
  g_autofree char *turned = g_strdup_printf ("<mstyle dir='rtl'>%s</mstyle>", inner);

  return formula_lay_out (turned, TRUE, width);
}

static double
get_right (cairo_rectangle_t r)
{
  return r.x + r.width;
}

/* Renders, and says how much ink each half of the width has. */
static void
weigh (const CogMathBox *box, double *left, double *right)
{
  int width = (int)(cog_math_box_get_width (box) * 4) + 8, height = 400;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (surface);
  const unsigned char *data;

  cairo_translate (cr, 4, 200);
  cairo_scale (cr, 4, 4);
  cog_math_box_draw (box, cr, 0, 0, NULL);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  *left = *right = 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      *(x < width / 2 ? left : right) += data[y * cairo_image_surface_get_stride (surface) + x];
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A root's sign has no mirror image among the characters: it is turned round itself. */
static void
test_turned_sign (void)
{
  g_autoptr (CogMathBox) usual = formula_lay_out ("<mo>√</mo>", TRUE, 0);
  g_autoptr (CogMathBox) turned = lay_out ("<mo>√</mo>", 0);
  double a, b, c, d;

  weigh (usual, &a, &b);
  weigh (turned, &c, &d);
  g_assert_cmpfloat (a + b, >, 0);
  g_assert_cmpfloat ((a - b) * (c - d), <, 0);
}

static void
test_relations (void)
{
  g_autoptr (CogMathBox) box =
      lay_out ("<mi>س</mi><mo>∈</mo><mi>ع</mi><mo>≤</mo><mi>ص</mi><mo>+</mo><mn>٢</mn>", 0);

  g_assert_cmpfloat (formula_find (box, "س", 0).x, >, formula_find (box, "∋", 0).x);
  g_assert_cmpfloat (formula_find (box, "∋", 0).x, >, formula_find (box, "≥", 0).x);
  g_assert_cmpfloat (formula_find (box, "≥", 0).x, >, formula_find (box, "+", 0).x);
  g_assert_cmpfloat (formula_find (box, "+", 0).x, >, formula_find (box, "٢", 0).x);
}

static void
test_scripts (void)
{
  g_autoptr (CogMathBox) box = lay_out (
      "<msubsup><mi>س</mi><mn>١</mn><mn>٢</mn></msubsup><mmultiscripts><mi>ص</mi><mn>٣</mn><none/>"
      "<mn>٤</mn><none/><mprescripts/><mn>٥</mn><none/><mn>٦</mn><none/></mmultiscripts>",
      0);
  cairo_rectangle_t base = formula_find (box, "ص", 0);

  g_assert_cmpfloat (get_right (formula_find (box, "١", 0)), <, formula_find (box, "س", 0).x + .5);
  g_assert_cmpfloat (get_right (formula_find (box, "٢", 0)), <, formula_find (box, "س", 0).x + .5);
  /* As they are read: 5 6 base 3 4, from the right. */
  g_assert_cmpfloat (formula_find (box, "٥", 0).x, >, formula_find (box, "٦", 0).x);
  g_assert_cmpfloat (formula_find (box, "٦", 0).x, >, base.x);
  g_assert_cmpfloat (get_right (formula_find (box, "٣", 0)), <, base.x + .5);
  g_assert_cmpfloat (formula_find (box, "٣", 0).x, >, formula_find (box, "٤", 0).x);
}

/* The degree stands on the right of the sign, and a number divides to the left of its stroke. */
static void
test_roots_and_fractions (void)
{
  g_autoptr (CogMathBox) root = lay_out ("<mroot><mi>س</mi><mn>٣</mn></mroot>", 0);
  g_autoptr (CogMathBox) slope = lay_out ("<mfrac bevelled='true'><mn>٧</mn><mn>٨</mn></mfrac>", 0);

  g_assert_cmpfloat (formula_find (root, "√", 0).x, >, formula_find (root, "س", 0).x);
  g_assert_cmpfloat (formula_find (root, "٣", 0).x, >, formula_find (root, "س", 0).x);
  g_assert_cmpfloat (formula_find (slope, "٧", 0).x, >, formula_find (slope, "٨", 0).x);
  g_assert_cmpfloat (formula_find (slope, "٧", 0).y, <, formula_find (slope, "٨", 0).y);
}

/* The names of functions stand apart from what they are of: sine. */
static void
test_functions (void)
{
  g_autoptr (CogMathBox) named = lay_out ("<mi>جا</mi><mi>س</mi>", 0);
  g_autoptr (CogMathBox) letters = lay_out ("<mi>ما</mi><mi>س</mi>", 0);
  double apart = formula_find (named, "جا", 0).x - get_right (formula_find (named, "س", 0));
  double close = formula_find (letters, "ما", 0).x - get_right (formula_find (letters, "س", 0));

  g_assert_cmpfloat (apart, >, close + 1);
}

/* Each line begins at the right; those that go on stand in from there. */
static void
test_lines (void)
{
  g_autoptr (GString) inner = g_string_new ("<mi>س</mi>");
  g_autoptr (CogMathBox) box = NULL;

  for (guint i = 0; i < 12; i++)
    g_string_append (inner, "<mo>+</mo><mn>١٢٣٤٥</mn>");
  box = lay_out (inner->str, 120);
  g_assert_cmpfloat (get_right (formula_find (box, "س", 0)), >, cog_math_box_get_width (box) - 1.5);
  for (guint i = 0; i < 12; i++)
    {
      cairo_rectangle_t ink = formula_find (box, "+", i);

      g_assert_cmpfloat (ink.x, >=, 0);
      g_assert_cmpfloat (get_right (ink), <=, cog_math_box_get_width (box));
    }
}

static double
get_extent (CogMathFont *font, const xmlNode *math, double width, guint *n)
{
  CogMathSetting setting = { 10, width, FALSE, TRUE };
  g_autoptr (GPtrArray) pieces = cog_math_lay_out_pieces (font, math, &setting);
  double whole = 0;

  g_assert_nonnull (pieces);
  for (guint i = 0; i < pieces->len; i++)
    whole += cog_math_box_get_width (g_ptr_array_index (pieces, i));
  *n = pieces->len;
  return whole;
}

/* In a line of text it can be broken, too, and is as wide in all as in one piece. */
static void
test_pieces (void)
{
  g_autoptr (CogMathFont) font = formula_make_font ();
  g_autoptr (xmlDoc) doc = cog_xml_parse_own (
      "<math xmlns='" COG_NS_MATHML "' dir='rtl'><mi>س</mi><mo>=</mo><mn>١٢٣٤٥</mn><mo>+</mo><mn>"
      "٦٧٨٩٠</mn><mo>=</mo><mn>١٢٣٤٥</mn><mo>=</mo><mi>ص</mi></math>",
      -1, NULL);
  const xmlNode *math = xmlDocGetRootElement (doc);
  guint one, several;
  double whole = get_extent (font, math, 1000, &one);

  g_assert_true (cog_math_is_right_to_left (math));
  g_assert_cmpfloat (get_extent (font, math, 60, &several) - whole, <, 2);
  g_assert_cmpuint (one, ==, 1);
  g_assert_cmpuint (several, >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/math-arabic/turned-sign", test_turned_sign);
  g_test_add_func ("/math-arabic/relations", test_relations);
  g_test_add_func ("/math-arabic/scripts", test_scripts);
  g_test_add_func ("/math-arabic/roots-and-fractions", test_roots_and_fractions);
  g_test_add_func ("/math-arabic/functions", test_functions);
  g_test_add_func ("/math-arabic/lines", test_lines);
  g_test_add_func ("/math-arabic/pieces", test_pieces);
  return g_test_run ();
}
