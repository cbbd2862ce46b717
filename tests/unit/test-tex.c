/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tex.h"

#include <string.h>

/* Formulas that schools write, and a piece of what they must come to. */
static void
test_known (void)
{
  static const char *const cases[][2] = {
    { "E = mc^2", "<msup><mi>c</mi><mrow><mn>2</mn></mrow></msup>" },
    { "\\frac12", "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>" },
    { "x_i^2", "<msubsup><mi>x</mi>" },
    { "f'(x)", "<msup><mi>f</mi><mo>′</mo></msup>" },
    { "\\sqrt[3]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>" },
    { "\\sum_{i=1}^n i", "<munderover><mo>∑</mo>" },
    { "\\left( a \\right]", "<mo fence=\"true\" stretchy=\"true\">]</mo>" },
    { "\\begin{cases} a & b \\\\ c & d \\end{cases}", "<mtr><mtd><mi>c</mi></mtd>" },
    { "\\vec{F} \\cdot \\mathrm{d}s", "<mover accent=\"true\"><mrow><mi>F</mi></mrow><mo>→</mo>" },
    { "5\\,\\text{km/h} < 7", "<mo>&lt;</mo>" },
    { "3.14", "<mn>3.14</mn>" },
    { "a \\rightarrow b", "<mo>→</mo>" },
    { "\\begin{align} x &= 1 \\\\ y &= 2 \\end{align}", "<mi>y</mi>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *mathml = cog_tex_to_mathml (cases[i][0], TRUE);

      g_test_message ("%s: %s", cases[i][0], mathml);
      g_assert_nonnull (mathml);
      g_assert_nonnull (strstr (mathml, cases[i][1]));
    }
}

/* Half a formula would be a wrong one. */
static void
test_unknown (void)
{
  static const char *const cases[] = { "",
                                       "\\foo{x}",
                                       "\\frac{1}",
                                       "{a",
                                       "a}",
                                       "\\left( x",
                                       "x^2^3",
                                       "\\text{a \\foo}",
                                       "\\begin{tikz}\\end{tikz}",
                                       "\\begin{matrix} a",
                                       "a\001b" /* XML has no such character */ };
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *mathml = cog_tex_to_mathml (cases[i], FALSE);

      g_test_message ("%s", cases[i]);
      g_assert_null (mathml);
    }
  for (guint i = 0; i < 1000; i++)
    g_string_append (deep, "\\sqrt");
  g_assert_null (cog_tex_to_mathml (deep->str, FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tex/known", test_known);
  g_test_add_func ("/tex/unknown", test_unknown);
  return g_test_run ();
}
