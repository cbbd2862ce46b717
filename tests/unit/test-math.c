/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "formula.h"

#include <math.h>

/* Formulas are set at 10 points: a tolerance of a fiftieth of that is what nobody sees. */
#define NEAR .2

static double
middle_x (cairo_rectangle_t r)
{
  return r.x + r.width / 2;
}

static double
bottom (cairo_rectangle_t r)
{
  return r.y + r.height;
}

static void
assert_near (double a, double b, double tolerance)
{
  if (fabs (a - b) > tolerance)
    g_error ("%g is not %g", a, b);
}

static void
test_fraction (void)
{
  g_autoptr (CogMathBox) box = formula_lay_out (
      "<mfrac><mn>1</mn><mrow><mn>2</mn><mo>+</mo><mn>3</mn></mrow></mfrac>", TRUE, 0);
  g_autoptr (CogMathBox) small = formula_lay_out ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", FALSE, 0);
  cairo_rectangle_t one = formula_find (box, "1", 0), two = formula_find (box, "2", 0);
  cairo_rectangle_t three = formula_find (box, "3", 0);

  assert_near (middle_x (one), (two.x + three.x + three.width) / 2, .5);
  /* Above and below the axis, a quarter of an em over the baseline, and apart. */
  g_assert_cmpfloat (bottom (one), <, -2.5);
  g_assert_cmpfloat (two.y, >, -2.5);
  g_assert_cmpfloat (two.y - bottom (one), >, 1);
  /* In text the parts are smaller. */
  g_assert_cmpfloat (formula_find (small, "1", 0).height, <, one.height * .8);
  g_assert_cmpfloat (cog_math_box_get_ascent (box), >=, -one.y);
  g_assert_cmpfloat (cog_math_box_get_descent (box), >=, bottom (two));
}

static void
test_scripts (void)
{
  g_autoptr (CogMathBox) box =
      formula_lay_out ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", FALSE, 0);
  g_autoptr (CogMathBox) tower =
      formula_lay_out ("<msup><mn>2</mn><msup><mn>3</mn><mn>4</mn></msup></msup>", FALSE, 0);
  cairo_rectangle_t x = formula_find (box, "x", 0), sub = formula_find (box, "1", 0);
  cairo_rectangle_t sup = formula_find (box, "2", 0);

  g_assert_cmpfloat (sub.x, >, x.x + x.width * .7);
  g_assert_cmpfloat (bottom (sup), <, -2);
  g_assert_cmpfloat (bottom (sub), >, .5);
  g_assert_cmpfloat (sub.y, >, bottom (sup));
  g_assert_cmpfloat (formula_find (tower, "3", 0).height, <,
                     formula_find (tower, "2", 0).height * .85);
  g_assert_cmpfloat (formula_find (tower, "4", 0).height, <,
                     formula_find (tower, "3", 0).height * .9);
  g_assert_cmpfloat (bottom (formula_find (tower, "4", 0)), <,
                     bottom (formula_find (tower, "3", 0)));
}

/* An exponent stands as high over words and units as over letters. */
static void
test_exponent_of_words (void)
{
  g_autoptr (CogMathBox) words =
      formula_lay_out ("<msup><mtext>m/s</mtext><mn>2</mn></msup>", FALSE, 0);
  g_autoptr (CogMathBox) letter = formula_lay_out ("<msup><mi>m</mi><mn>2</mn></msup>", FALSE, 0);

  assert_near (bottom (formula_find (words, "2", 0)), bottom (formula_find (letter, "2", 0)), .1);
}

static void
test_prescripts (void)
{
  g_autoptr (CogMathBox) box = formula_lay_out (
      "<mmultiscripts><mi mathvariant='normal'>U</mi><none/><none/><mprescripts/><mn>92</mn>"
      "<mn>238</mn></mmultiscripts><mi>y</mi>",
      FALSE, 0);
  cairo_rectangle_t u = formula_find (box, "U", 0), low = formula_find (box, "92", 0);
  cairo_rectangle_t high = formula_find (box, "238", 0);

  g_assert_cmpfloat (low.x + low.width, <=, u.x);
  assert_near (low.x + low.width, high.x + high.width, .5);
  g_assert_cmpfloat (bottom (high), <, low.y);
  /* What follows stands behind the base, though no script does. */
  g_assert_cmpfloat (formula_find (box, "y", 0).x, >, u.x + u.width - 1);
}

/* As high as what they hold, nearly; both halves equal around the axis. */
static void
test_fences (void)
{
  g_autoptr (CogMathBox) box = formula_lay_out (
      "<mi>f</mi><mo>(</mo><mi>x</mi><mo>)</mo><mo>=</mo><mo>[</mo><mfrac><mfrac><mn>1</mn><mn>2"
      "</mn></mfrac><mn>3</mn></mfrac><mo>]</mo>",
      TRUE, 0);
  cairo_rectangle_t small = formula_find (box, "(", 0), tall = formula_find (box, "[", 0);
  cairo_rectangle_t one = formula_find (box, "1", 0), three = formula_find (box, "3", 0);

  g_assert_cmpfloat (tall.height, >=, .85 * (bottom (three) - one.y));
  assert_near (tall.y, formula_find (box, "]", 0).y, .01);
  assert_near (tall.y + tall.height / 2, -2.5, 1);
  /* A pair that holds a letter stays small beside a tall one, though the row is flat. */
  g_assert_cmpfloat (small.height, <, 11);
}

static void
test_tall_brace (void)
{
  g_autoptr (GString) rows = g_string_new ("<mo>{</mo><mtable>");
  g_autoptr (CogMathBox) box = NULL;

  for (guint i = 0; i < 12; i++)
    g_string_append (rows, "<mtr><mtd><mn>7</mn></mtd></mtr>");
  g_string_append (rows, "</mtable>");
  box = formula_lay_out (rows->str, TRUE, 0);
  g_assert_cmpfloat (formula_find (box, "{", 0).height, >,
                     .9 * (bottom (formula_find (box, "7", 11)) - formula_find (box, "7", 0).y));
}

static void
test_large_operators (void)
{
  static const char sum[] = "<munderover><mo>∑</mo><mi>k</mi><mi>n</mi></munderover><mi>a</mi>";
  g_autoptr (CogMathBox) display = formula_lay_out (sum, TRUE, 0);
  g_autoptr (CogMathBox) text = formula_lay_out (sum, FALSE, 0);
  cairo_rectangle_t large = formula_find (display, "∑", 0), small = formula_find (text, "∑", 0);
  cairo_rectangle_t k = formula_find (display, "k", 0), n = formula_find (display, "n", 0);

  g_assert_cmpfloat (large.height, >, small.height * 1.2);
  g_assert_cmpfloat (bottom (n), <, large.y);
  g_assert_cmpfloat (k.y, >, bottom (large));
  assert_near (middle_x (n), middle_x (large), .7);
  assert_near (middle_x (k), middle_x (large), .7);
  g_assert_cmpfloat (formula_find (text, "k", 0).x, >, small.x + small.width - .5);
  g_assert_cmpfloat (formula_find (text, "a", 0).x, >, formula_find (text, "k", 0).x + 2);
}

static void
test_radicals (void)
{
  g_autoptr (CogMathBox) box = formula_lay_out (
      "<mroot><mfrac><mi>a</mi><mi>b</mi></mfrac><mn>3</mn></mroot><msqrt><mi>x</mi></msqrt>", TRUE,
      0);
  cairo_rectangle_t tall = formula_find (box, "√", 0), low = formula_find (box, "√", 1);
  cairo_rectangle_t a = formula_find (box, "a", 0), b = formula_find (box, "b", 0);

  g_assert_cmpfloat (tall.y, <, a.y);
  g_assert_cmpfloat (bottom (tall), >=, bottom (b) - NEAR);
  g_assert_cmpfloat (tall.x + tall.width, <, b.x + 1);
  g_assert_cmpfloat (low.height, <, tall.height * .7);
  g_assert_cmpfloat (formula_find (box, "3", 0).x, <, tall.x + tall.width);
  g_assert_cmpfloat (formula_find (box, "3", 0).height, <, 5);
}

static void
test_tables (void)
{
  g_autoptr (CogMathBox) box = formula_lay_out (
      "<mtable columnalign='center right'><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>"
      "<mtr><mtd><mn>3456</mn></mtd><mtd><mn>789</mn></mtd></mtr></mtable>",
      TRUE, 0);
  cairo_rectangle_t one = formula_find (box, "1", 0), two = formula_find (box, "2", 0);
  cairo_rectangle_t third = formula_find (box, "3456", 0), last = formula_find (box, "789", 0);

  assert_near (middle_x (one), middle_x (third), .6);
  assert_near (two.x + two.width, last.x + last.width, .6);
  assert_near (bottom (one), bottom (two), NEAR);
  g_assert_cmpfloat (third.y, >, bottom (one) + 2);
  g_assert_cmpfloat (last.x, >, third.x + third.width + 5);
}

/* Blank columns at the end make a formula no wider; in brackets they are part of a matrix. */
static void
test_blank_columns (void)
{
  static const char table[] = "<mtable><mtr><mtd><mi>x</mi></mtd><mtd><mspace width='20em'/></mtd>"
                              "<mtd/></mtr></mtable>";
  g_autofree char *fenced = g_strconcat ("<mo>[</mo>", table, "<mo>]</mo>", NULL);
  g_autoptr (CogMathBox) alone = formula_lay_out (table, TRUE, 0);
  g_autoptr (CogMathBox) matrix = formula_lay_out (fenced, TRUE, 0);

  g_assert_cmpfloat (cog_math_box_get_width (alone), <, 12);
  g_assert_cmpfloat (cog_math_box_get_width (matrix), >, 200);
}

static void
test_labels (void)
{
  static const char row[] = "<mtable><mlabeledtr><mtd><mtext>(2)</mtext></mtd><mtd><mi>E</mi></mtd>"
                            "</mlabeledtr></mtable>";
  g_autoptr (CogMathBox) box = formula_lay_out (row, TRUE, 300);
  cairo_rectangle_t number = formula_find (box, "(2)", 0), e = formula_find (box, "E", 0);

  assert_near (number.x + number.width, 300, 2);
  assert_near (middle_x (e), 150, 2);
  assert_near (cog_math_box_get_width (box), 300, .1);
}

/* Readers that know no labelled rows write the number at the end. */
static void
test_number_at_the_end (void)
{
  static const char end[] = "<mrow><mi>E</mi><mo>=</mo><mi>m</mi></mrow><mspace width='2em'/>"
                            "<mtext>(2.3)</mtext>";
  static const char words[] = "<mi>E</mi><mo>=</mo><mi>m</mi><mspace width='2em'/><mtext>(kg)"
                              "</mtext>";
  g_autoptr (CogMathBox) box = formula_lay_out (end, TRUE, 300);
  g_autoptr (CogMathBox) none = formula_lay_out (words, TRUE, 300);
  cairo_rectangle_t number = formula_find (box, "(2.3)", 0), e = formula_find (box, "E", 0);
  cairo_rectangle_t m = formula_find (box, "m", 0);

  assert_near (number.x + number.width, 300, 2);
  assert_near ((e.x + m.x + m.width) / 2, 150, 2);
  g_assert_cmpfloat (cog_math_box_get_width (none), <, 100);
}

static void
test_accents (void)
{
  g_autoptr (CogMathBox) box = formula_lay_out (
      "<mover accent='true'><mi>F</mi><mo "
      "stretchy='false'>→</mo></mover><mover><mi>x</mi><mo>→</mo>"
      "</mover><mover><mrow><mi>A</mi><mi>B</mi><mi>C</mi></mrow><mo>→</mo></mover>",
      FALSE, 0);
  cairo_rectangle_t f = formula_find (box, "F", 0), x = formula_find (box, "x", 0);
  cairo_rectangle_t over = formula_find (box, "→", 0), low = formula_find (box, "→", 1);
  cairo_rectangle_t wide = formula_find (box, "→", 2);

  g_assert_cmpfloat (bottom (over), <, f.y);
  g_assert_cmpfloat (bottom (low), <, x.y);
  g_assert_cmpfloat (low.y, >, over.y + 1);
  assert_near (middle_x (over), middle_x (f), 1.5);
  g_assert_cmpfloat (wide.width, >, 15);
}

/* A minus after another operator is a sign: it stands close to its number. */
static void
test_signs (void)
{
  g_autoptr (CogMathBox) box =
      formula_lay_out ("<mi>x</mi><mo>=</mo><mo>-</mo><mn>5</mn><mo>-</mo><mn>6</mn>", FALSE, 0);
  cairo_rectangle_t sign = formula_find (box, "−", 0), minus = formula_find (box, "−", 1);
  double close = formula_find (box, "5", 0).x - sign.x - sign.width;
  double apart = formula_find (box, "6", 0).x - minus.x - minus.width;

  g_assert_cmpfloat (apart, >, close + 1.5);
}

/* "Such that" stands apart from both sides, bars of an absolute value do not. */
static void
test_such_that (void)
{
  static const char *const sets[] = {
    "<mo>{</mo><mi>x</mi><mo>|</mo><mi>y</mi><mo>}</mo>",
    "<mfenced open='{' close='}'><mrow><mi>x</mi><mo>|</mo><mi>y</mi></mrow></mfenced>",
  };
  g_autoptr (CogMathBox) value =
      formula_lay_out ("<mo>{</mo><mo>|</mo><mi>x</mi><mo>|</mo><mi>y</mi><mo>}</mo>", FALSE, 0);
  double close = formula_find (value, "y", 0).x - formula_find (value, "x", 0).x;

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr (CogMathBox) box = formula_lay_out (sets[i], FALSE, 0);

      g_assert_cmpfloat (formula_find (box, "y", 0).x - formula_find (box, "x", 0).x, >, close + 3);
    }
}

static void
test_letters (void)
{
  g_autoptr (CogMathBox) box = formula_lay_out (
      "<mi>v</mi><mi mathvariant='normal'>v</mi><mstyle mathvariant='bold'><mi>v</mi></mstyle>",
      FALSE, 0);
  cairo_rectangle_t italic = formula_find (box, "v", 0), upright = formula_find (box, "v", 1);
  cairo_rectangle_t bold = formula_find (box, "v", 2);

  /* Three faces of one letter, which is what is copied. */
  g_assert_cmpfloat (fabs (italic.width - upright.width), >, .01);
  g_assert_cmpfloat (fabs (bold.width - upright.width), >, .01);
}

static void
test_right_to_left (void)
{
  g_autoptr (CogMathBox) box = formula_lay_out (
      "<mrow dir='rtl'><mtext>س</mtext><mo>(</mo><mn>7</mn><mo>)</mo><mo>=</mo><mn>5</mn></mrow>",
      FALSE, 0);

  g_assert_cmpfloat (formula_find (box, "س", 0).x, >, formula_find (box, "=", 0).x);
  g_assert_cmpfloat (formula_find (box, "=", 0).x, >, formula_find (box, "5", 0).x);
  /* Brackets open towards what they hold. */
  g_assert_cmpfloat (formula_find (box, "(", 0).x, <, formula_find (box, "7", 0).x);
  g_assert_cmpfloat (formula_find (box, ")", 0).x, >, formula_find (box, "7", 0).x);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/math/fraction", test_fraction);
  g_test_add_func ("/math/scripts", test_scripts);
  g_test_add_func ("/math/exponent-of-words", test_exponent_of_words);
  g_test_add_func ("/math/prescripts", test_prescripts);
  g_test_add_func ("/math/fences", test_fences);
  g_test_add_func ("/math/tall-brace", test_tall_brace);
  g_test_add_func ("/math/large-operators", test_large_operators);
  g_test_add_func ("/math/radicals", test_radicals);
  g_test_add_func ("/math/tables", test_tables);
  g_test_add_func ("/math/blank-columns", test_blank_columns);
  g_test_add_func ("/math/labels", test_labels);
  g_test_add_func ("/math/number-at-the-end", test_number_at_the_end);
  g_test_add_func ("/math/accents", test_accents);
  g_test_add_func ("/math/signs", test_signs);
  g_test_add_func ("/math/such-that", test_such_that);
  g_test_add_func ("/math/letters", test_letters);
  g_test_add_func ("/math/right-to-left", test_right_to_left);
  return g_test_run ();
}
