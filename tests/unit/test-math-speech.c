/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-speech.h"
#include "cog-xml.h"

#include <string.h>

static const struct
{
  const char *inner, *language, *said;
} cases[] = {
  { "<mi>v</mi><mo>=</mo><mfrac><mi>d</mi><mi>t</mi></mfrac>", "en", "v equals d over t" },
  { "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", "en-GB",
    "quantity a plus b end quantity over c" },
  { "<mi>x</mi><mo>=</mo><mfrac><mrow><mo>−</mo><mi>b</mi><mo>±</mo><msqrt><msup><mi>b</mi><mn>2"
    "</mn></msup><mo>−</mo><mn>4</mn><mi>a</mi><mi>c</mi></msqrt></mrow><mrow><mn>2</mn><mi>a</mi>"
    "</mrow></mfrac>",
    "en",
    "x equals quantity minus b plus or minus square root of quantity b squared minus 4 a c end "
    "quantity end quantity over quantity 2 a end quantity" },
  { "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
    "<msup><mi>i</mi><mn>3</mn></msup>",
    "en", "sum from i equals 1 to n of i cubed" },
  { "<msubsup><mo>∫</mo><mn>0</mn><mi>∞</mi></msubsup><msup><mi>e</mi><mrow><mo>−</mo><mi>x</mi>"
    "</mrow></msup><mi>d</mi><mi>x</mi>",
    "en", "integral from 0 to infinity of e to the power quantity minus x end quantity d x" },
  { "<munder><mo>lim</mo><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder><mi>f</mi>"
    "<mo>\u2061</mo><mo>(</mo><mi>x</mi><mo>)</mo>",
    "en", "limit as x goes to 0 of f of open parenthesis x close parenthesis" },
  { "<msub><mover accent='true'><mi mathvariant='bold'>F</mi><mo>→</mo></mover><mtext>net</mtext>"
    "</msub>",
    "en", "vector F sub net" },
  { "<mo>|</mo><mi>x</mi><mo>−</mo><mi>y</mi><mo>|</mo><mo>≤</mo><mtext>−1.5</mtext>", "en",
    "absolute value of x minus y is less than or equal to minus 1.5" },
  { "<mrow><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0"
    "</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo>)</mo></mrow>",
    "en", "table of 2 rows and 2 columns: row 1: 1, 0; row 2: 0, 1" },
  { "<mmultiscripts><mi>U</mi><mprescripts/><mn>92</mn><mn>238</mn></mmultiscripts>", "en",
    "sub 92 to the power 238 U" },
  { "<msup><mi>f</mi><mo>″</mo></msup><mo>+</mo><mover><mi>y</mi><mo>¨</mo></mover>", "en",
    "f prime prime plus y dot dot" },
  { "<mroot><mi>x</mi><mn>3</mn></mroot><mo>,</mo><mroot><mi>x</mi><mi>n</mi></mroot>", "en",
    "cube root of x, root of order n of x" },
  { "<mo>{</mo><mi>x</mi><mo>∈</mo><mi>ℝ</mi><mo>|</mo><mi>x</mi><mo>&gt;</mo><mn>0</mn><mo>}</mo>"
    "<mo>=</mo><mo>|</mo><mi>y</mi><mo>|</mo><mo>ⅆ</mo><mi>t</mi>",
    "en",
    "open brace x in R such that x is greater than 0 close brace equals absolute value of y d t" },
  { "<mi>f</mi><mo>(</mo><mi>x</mi><mo>)</mo><mo>=</mo><mi>g</mi><mrow><mo>(</mo><mn>2</mn><mo>)"
    "</mo></mrow><mi>a</mi><mo>(</mo><mi>b</mi><mo>)</mo>",
    "en", "f of x equals g of 2 a open parenthesis b close parenthesis" },
  { "<mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac>", "en", "n choose k" },
  { "<semantics><menclose notation='updiagonalstrike'><mi>m</mi></menclose><annotation>\\cancel{m}"
    "</annotation></semantics><odd>pears<mn>2</mn></odd><mphantom><mi>z</mi></mphantom>",
    "en", "m crossed out pears 2" },
  { "<mfrac><mn>1</mn><mn>2</mn></mfrac>", "zh-Hans", "2 分之 1" },
  { "<mfrac><mi>س</mi><mn>٢</mn></mfrac><mo>=</mo><msup><mi>ص</mi><mn>٢</mn></msup>", "ar",
    "س على ٢ يساوي ص تربيع" },
  { "<msqrt><mi>x</mi></msqrt><mo>≠</mo><msub><mi>x</mi><mn>0</mn></msub>", "fr",
    "racine carrée de x différent de x indice 0" },
  { "<msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mn>1</mn>", "ru_RU", "x в квадрате плюс 1" },
  { "<msup><mi>x</mi><mi>n</mi></msup><mo>−</mo><mn>1</mn>", "pl", "x do potęgi n minus 1" },
};

static char *
say (const char *inner, const char *language)
{
  g_autofree char *xml = g_strdup_printf ("<math xmlns='" COG_NS_MATHML "'>%s</math>", inner);
  g_autoptr (xmlDoc) doc = cog_xml_parse_own (xml, -1, NULL);

  g_assert_nonnull (doc);
  return cog_math_speech_dup (xmlDocGetRootElement (doc), language);
}

static void
test_phrases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = say (cases[i].inner, cases[i].language);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

/* Each of them says the same formula with no sign left over. */
static void
test_languages (void)
{
  static const char *const languages[] = { "en", "ar", "fr", "es", "ru", "zh", "pt", "de",
                                           "pl", "tr", "fa", "ur", "hi", "sw", "id", "kk" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *said =
          say ("<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mo>(</mo><mfrac><mi>a</mi>"
               "<msqrt><mi>b</mi></msqrt></mfrac><mo>±</mo><msup><mi>c</mi><mi>d</mi></msup><mo>)"
               "</mo><mo>≥</mo><mi>∞</mi><mo>×</mo><mover><mi>v</mi><mo>→</mo></mover>",
               languages[i]);

      g_assert_nonnull (said);
      g_test_message ("%s: %s", languages[i], said);
      g_assert_null (strpbrk (said, "()%"));
      for (const char *p = said; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_false (g_utf8_get_char (p) >= 0x2190 && g_utf8_get_char (p) < 0x2300);
      for (const char *letter = "inabcdv"; *letter != '\0'; letter++)
        g_assert_nonnull (strchr (said, *letter));
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) inner = g_string_new (NULL);
  g_autofree char *nothing = say ("<mspace width='1em'/>", "en");
  g_autofree char *unknown = say ("<mi>x</mi>", "tlh");
  g_autofree char *none = say ("<mi>x</mi>", NULL);
  g_autofree char *giant = NULL;

  g_assert_null (nothing);
  g_assert_null (unknown);
  g_assert_null (none);
  for (guint i = 0; i < 3000; i++)
    g_string_append (inner, "<mo>+</mo><mn>1</mn>");
  giant = say (inner->str, "en");
  g_assert_null (giant);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/math-speech/phrases", test_phrases);
  g_test_add_func ("/math-speech/languages", test_languages);
  g_test_add_func ("/math-speech/limits", test_limits);
  return g_test_run ();
}
