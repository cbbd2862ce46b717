/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-operator.h"

#include <math.h>

static const struct
{
  const char *text;
  CogMathForm form;
  double lspace, rspace; /* in eighteenths of an em */
  const char
      *properties; /* s stretchy, y symmetric, l large, m movable limits, f fence, , separator */
} cases[] = {
  { "=", COG_MATH_FORM_INFIX, 5, 5, "" },      { "→", COG_MATH_FORM_INFIX, 5, 5, "s" },
  { "+", COG_MATH_FORM_INFIX, 4, 4, "" },      { "+", COG_MATH_FORM_PREFIX, 0, 0, "" },
  { "−", COG_MATH_FORM_INFIX, 4, 4, "" },      { "×", COG_MATH_FORM_INFIX, 3, 3, "" },
  { "!", COG_MATH_FORM_POSTFIX, 0, 0, "" },    { "(", COG_MATH_FORM_PREFIX, 0, 0, "syf" },
  { ")", COG_MATH_FORM_POSTFIX, 0, 0, "syf" }, { "∫", COG_MATH_FORM_PREFIX, 3, 3, "yl" },
  { "∑", COG_MATH_FORM_PREFIX, 3, 3, "ylm" },  { ",", COG_MATH_FORM_INFIX, 0, 3, "," },
  { "∂", COG_MATH_FORM_PREFIX, 3, 0, "" },     { "\u2062", COG_MATH_FORM_INFIX, 0, 0, "" },
  { "&&", COG_MATH_FORM_INFIX, 4, 4, "" },     { "++", COG_MATH_FORM_POSTFIX, 0, 0, "" },
};

static void
test_dictionary (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CogMathOperator op = cog_math_operator_look_up (cases[i].text, cases[i].form, TRUE);
      g_autofree char *properties =
          g_strconcat (op.is_stretchy ? "s" : "", op.is_symmetric ? "y" : "",
                       op.is_large ? "l" : "", op.has_movable_limits ? "m" : "",
                       op.is_fence ? "f" : "", op.is_separator ? "," : "", NULL);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpfloat (fabs (op.lspace * 18 - cases[i].lspace), <, .01);
      g_assert_cmpfloat (fabs (op.rspace * 18 - cases[i].rspace), <, .01);
      g_assert_cmpstr (properties, ==, cases[i].properties);
    }
}

/* Without a row for the form, another form's serves, unless the form was said (3.2.4.2). */
static void
test_other_forms (void)
{
  CogMathOperator guessed = cog_math_operator_look_up ("(", COG_MATH_FORM_INFIX, FALSE);
  CogMathOperator said = cog_math_operator_look_up ("(", COG_MATH_FORM_INFIX, TRUE);

  g_assert_true (guessed.is_known);
  g_assert_true (guessed.is_fence);
  g_assert_false (said.is_known);
  g_assert_cmpfloat (said.lspace, >, .2);
}

static void
test_kinds (void)
{
  g_assert_true (cog_math_operator_look_up ("≤", COG_MATH_FORM_INFIX, FALSE).is_relation);
  g_assert_true (cog_math_operator_look_up ("≠", COG_MATH_FORM_INFIX, FALSE).is_relation);
  g_assert_false (cog_math_operator_look_up ("+", COG_MATH_FORM_INFIX, FALSE).is_relation);
  g_assert_true (cog_math_operator_look_up ("⋅", COG_MATH_FORM_INFIX, FALSE).is_binary);
  g_assert_true (cog_math_operator_look_up ("^", COG_MATH_FORM_POSTFIX, FALSE).is_accent);
  g_assert_true (cog_math_operator_look_up ("→", COG_MATH_FORM_POSTFIX, FALSE).is_accent);
  g_assert_false (cog_math_operator_look_up ("=", COG_MATH_FORM_POSTFIX, FALSE).is_accent);
  g_assert_true (cog_math_operator_is_horizontal ("→"));
  g_assert_true (cog_math_operator_is_horizontal ("⏞"));
  g_assert_true (cog_math_operator_is_horizontal ("𞻰"));
  g_assert_true (cog_math_operator_look_up ("𞻰", COG_MATH_FORM_POSTFIX, TRUE).is_stretchy);
  g_assert_false (cog_math_operator_is_horizontal ("("));
  g_assert_false (cog_math_operator_is_horizontal ("↑"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/math-operator/dictionary", test_dictionary);
  g_test_add_func ("/math-operator/other-forms", test_other_forms);
  g_test_add_func ("/math-operator/kinds", test_kinds);
  return g_test_run ();
}
