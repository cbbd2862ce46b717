/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-math-words.h"

#define MATH(inner) "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" inner "</math>"

static void
assert_line (const char *math, const char *expected)
{
  g_autoptr (CogMathWords) words = cog_math_words_new (math);

  g_assert_nonnull (words);
  g_assert_cmpstr (words->line, ==, expected);
}

static void
test_line (void)
{
  assert_line (MATH ("<mn>2.2</mn><mspace width=\"0.2em\"/><mtext>mi/h</mtext>"), "2.2 mi/h");
  assert_line (MATH ("<mfrac><mrow><mn>10</mn><mi>mi</mi></mrow><mi>h</mi></mfrac>"), "10mi/h");
  assert_line (
      MATH ("<msup><mi>m</mi><mn>2</mn></msup><mo>=</mo><msub><mi>v</mi><mn>0</mn></msub>"),
      "m^2=v_0");
  assert_line (MATH ("<semantics><mrow><mi>a</mi><mo>\u2062</mo><mi>b</mi></mrow>"
                     "<annotation encoding=\"TeX\">ab</annotation></semantics>"),
               "ab");
  assert_line (MATH ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>"), "x_1^2");
}

static void
test_edit (void)
{
  const char *math = MATH ("<mi>v</mi><mo>=</mo><mn>75</mn><mtext> mph</mtext>");
  const CogMathEdit edits[] = { { 2, "120" }, { 3, " km/h" } };
  const CogMathEdit out[] = { { 3, "" } };
  const CogMathEdit wrong[] = { { 4, "x" } };
  g_autofree char *edited = cog_math_words_dup_edited (math, edits, G_N_ELEMENTS (edits));
  g_autofree char *less = cog_math_words_dup_edited (math, out, G_N_ELEMENTS (out));

  g_assert_cmpstr (edited, ==, MATH ("<mi>v</mi><mo>=</mo><mn>120</mn><mtext> km/h</mtext>"));
  g_assert_cmpstr (less, ==, MATH ("<mi>v</mi><mo>=</mo><mn>75</mn>"));
  g_assert_null (cog_math_words_dup_edited (math, wrong, G_N_ELEMENTS (wrong)));
  g_assert_null (cog_math_words_new ("<math"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/math-words/line", test_line);
  g_test_add_func ("/math-words/edit", test_edit);
  return g_test_run ();
}
