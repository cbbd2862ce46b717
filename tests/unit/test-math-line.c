/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-math-line.h"
#include "cog-xml.h"

static const char *const cases[][2] = {
  { "<mi>v</mi><mo>=</mo><mfrac><mi>d</mi><mi>t</mi></mfrac>", "v=d/t" },
  { "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mrow><mi>c</mi></mrow></mfrac>",
    "(a+b)/c" },
  { "<msqrt><msup><mi>x</mi><mn>2</mn></msup></msqrt>", "√(x^2)" },
  { "<msup><mn>10</mn><mrow><mo>−</mo><mn>9</mn></mrow></msup>", "10^(−9)" },
  { "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_i^2" },
  { "<mfenced open='['><mi>a</mi><mi>b</mi></mfenced>", "[a, b)" },
  { "<semantics><mi>x</mi><annotation>\\frac</annotation></semantics>", "x" },
  { "<mi>f</mi><mo>\xE2\x81\xA1</mo><mi>x</mi>", "fx" },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml =
          g_strdup_printf ("<math xmlns='" COG_NS_MATHML "'>%s</math>", cases[i][0]);
      xmlDoc *doc = cog_xml_parse_own (xml, -1, NULL);
      g_autofree char *line = NULL;

      g_assert_nonnull (doc);
      line = cog_pdf_math_line_dup (xmlDocGetRootElement (doc));
      g_assert_cmpstr (line, ==, cases[i][1]);
      xmlFreeDoc (doc);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/math-line/meaning", test_lines);
  return g_test_run ();
}
