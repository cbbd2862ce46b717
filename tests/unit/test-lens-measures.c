/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-lens-table.h"

#define MATH(inner) "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" inner "</math>"
#define NBSP "\u00A0"

static GPtrArray *
scan_kind (const char *xhtml, const char *source, const char *target, CogUnitKind kind)
{
  const CogLensContext context = { .source = source, .target = target };
  const char *const ids[] = { "measures", "money", NULL };
  CogUnit *unit = cog_unit_new ("u1", "s1", kind);
  g_autoptr (CogLensText) text = NULL;

  unit->source = g_strdup (xhtml);
  text = cog_lens_text_new (unit, TRUE, source);
  cog_unit_free (unit);
  return cog_lens_scan (&context, text, ids);
}

static GPtrArray *
scan (const char *xhtml, const char *source, const char *target)
{
  return scan_kind (xhtml, source, target, COG_UNIT_PARAGRAPH);
}

/* "convert 121 km/h; convert 120 km/h; keep" */
static char *
dup_proposals (const CogLensFinding *finding)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < finding->proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (finding->proposals, i);

      g_string_append_printf (
          all, "%s%s%s%s", i > 0 ? "; " : "", cog_choice_to_nick (proposal->choice),
          proposal->words != NULL ? " " : "", proposal->words != NULL ? proposal->words : "");
    }
  return g_string_free (all, FALSE);
}

static void
assert_proposals (const char *xhtml,
                  const char *source,
                  const char *target,
                  const char *text,
                  const char *proposals)
{
  g_autoptr (GPtrArray) findings = scan (xhtml, source, target);
  g_autofree char *found = NULL;

  g_test_message ("%s", xhtml);
  if (text == NULL)
    {
      g_assert_cmpuint (findings->len, ==, 0);
      return;
    }
  g_assert_cmpuint (findings->len, >=, 1);
  g_assert_cmpstr (((CogLensFinding *)g_ptr_array_index (findings, 0))->text, ==, text);
  found = dup_proposals (g_ptr_array_index (findings, 0));
  g_assert_cmpstr (found, ==, proposals);
}

/* CLDR has no feddan: its words are the table's, in the number that Arabic asks for. */
static void
test_feddan (void)
{
  g_autoptr (GPtrArray) abroad = scan ("He has 120 acres.", "en-US", "ar-MA");

  assert_proposals ("He has 120 acres.", "en-US", "ar-EG", "120 acres",
                    "convert ١٢٠" NBSP "فدانًا; swap ١٢٠" NBSP "هكتار; keep");
  assert_proposals ("He has 5.2 acres.", "en-US", "ar-EG", "5.2 acres",
                    "convert ٥٫٠" NBSP "فدان; swap ٥٫٢" NBSP "هكتار; keep");
  assert_proposals ("He has 2.5 acres.", "en-US", "ar-EG", "2.5 acres",
                    "convert ٢٫٤" NBSP "فدان; swap ٢٫٥" NBSP "هكتار; keep");
  g_assert_null (strstr (((CogProposal *)g_ptr_array_index (
                              ((CogLensFinding *)g_ptr_array_index (abroad, 0))->proposals, 0))
                             ->words,
                         "فدان"));
}

static void
test_convert (void)
{
  assert_proposals ("It moves at 75 mph.", "en-US", "kk-KZ", "75 mph",
                    "convert 120" NBSP "км/сағ; convert 121" NBSP "км/сағ; swap 75" NBSP
                    "км/сағ; keep");
  assert_proposals ("a 10-lb test line", "en-US", "pl", "10-lb",
                    "convert 5" NBSP "kg; convert 4,5" NBSP "kg; swap 10" NBSP "kg; keep");
  assert_proposals ("a 10-lb test line", "en-US", "en-GB", "10-lb",
                    "convert 5-kg; convert 4.5-kg; swap 10-kg; keep");
  assert_proposals ("It is 11.1 in. long.", "en-US", "pl", "11.1 in.",
                    "convert 28,2" NBSP "cm; swap 11,1" NBSP "cm; keep");
  assert_proposals ("It is 5.1 ± 0.3 lb.", "en-US", "pl", "5.1 ± 0.3 lb",
                    "convert 2,3" NBSP "±" NBSP "0,1" NBSP "kg; swap 5,1" NBSP "±" NBSP "0,3" NBSP
                    "kg; keep");
  assert_proposals ("She is 6 ft 1 in. tall.", "en-US", "ar-EG", "6 ft 1 in.",
                    "convert ١٫٨٥" NBSP "متر; keep");
  assert_proposals ("98.6 °F", "en-US", "fr", "98.6 °F", "convert 37,0\u202F°C; keep");
  assert_proposals ("a rise of 10 °F", "en-US", "fr", "10 °F", "convert 5,6\u202F°C; keep");
  assert_proposals ("30 mpg", "en-US", "de", "30 mpg",
                    "convert 7,8" NBSP "L/100" NBSP "km; convert 8" NBSP "L/100" NBSP "km; keep");
  assert_proposals ("Mount Everest, at 29,028 ft, is high.", "en-US", "kk-KZ", "29,028 ft",
                    "convert 8" NBSP "848" NBSP "м; swap 29" NBSP "028" NBSP "м; keep");
  assert_proposals ("11.6 million acres of wheat", "en-US", "ru", "11.6 million acres",
                    "convert 4,7" NBSP "миллиона" NBSP "га; swap 11,6" NBSP "миллиона" NBSP
                    "га; keep");
  assert_proposals ("It gains 3.2 ft/s² in all.", "en-US", "fr", "3.2 ft/s²",
                    "convert 0,98\u202Fm/s²; keep");
  assert_proposals ("water of 62.4 lb/ft³ in all", "en-US", "fr", "62.4 lb/ft³",
                    "convert 1\u202F000\u202Fkg/m³; keep");
}

static void
test_sheet (void)
{
  assert_proposals ("a sheet of 8.5 × 11 in.", "en-US", "pl", "8.5 × 11 in",
                    "swap 21" NBSP "×" NBSP "29,7" NBSP "cm; convert 22" NBSP "×" NBSP "28" NBSP
                    "cm; swap 8,5" NBSP "×" NBSP "11" NBSP "cm; keep");
  assert_proposals ("Print it on letter-size paper.", "en-US", "kk-KZ", "letter-size paper",
                    "swap A4; keep");
  assert_proposals ("Print it on letter-size paper.", "en-US", "es-MX", NULL, NULL);
}

/* Shoes, where tables agree; else it says why there is no number. */
static void
test_shoes (void)
{
  assert_proposals ("Her brother wears men’s shoes in size 9.", "en-US", "de-DE", "size 9",
                    "convert Größe" NBSP "42; rechoose; keep");
  assert_proposals ("Des chaussures de femme en pointure 38.", "fr-FR", "en-US", "pointure 38",
                    "convert size" NBSP "7; rechoose; keep");
  assert_proposals ("Her shoes are size 9.", "en-US", "de-DE", "size 9", "rechoose; keep");
  assert_proposals ("Men’s shoes in size 9.", "en-US", "kk-KZ", "size 9", "rechoose; keep");
  assert_proposals ("Men’s shoes in size 40.", "en-US", "de-DE", "size 40", "rechoose; keep");
  assert_proposals ("A man wants a dress of size 8.", "en-US", "de-DE", "size 8", "rechoose; keep");
  assert_proposals ("Men’s shoes in size 9.", "en-US", "en-CA", NULL, NULL);
}

/* A part of it stands in an equation, and is changed there; where it stands in two, its words
 * cannot be put there. */
static void
test_across (void)
{
  assert_proposals ("about " MATH ("<mn>5.1</mn>") " lb here", "en-US", "pl", "5.1 lb",
                    "convert 2,3" NBSP "kg; swap 5,1" NBSP "kg; keep");
  assert_proposals ("from " MATH ("<mn>10</mn>") " to " MATH ("<mn>20</mn>") " lb here", "en-US",
                    "pl", "10 to 20 lb", "convert; swap; keep");
}

static void
test_heading (void)
{
  g_autoptr (GPtrArray) findings =
      scan_kind ("Distance (mi)", "en-US", "kk-KZ", COG_UNIT_HEADER_CELL);
  g_autoptr (GPtrArray) rates = scan_kind ("Speed (ft/s)", "en-US", "kk-KZ", COG_UNIT_CELL);
  g_autoptr (GPtrArray) none = scan ("Miles (mi) are long.", "en-US", "kk-KZ");
  g_autofree char *first = dup_proposals (g_ptr_array_index (findings, 0));
  g_autofree char *second = dup_proposals (g_ptr_array_index (rates, 0));

  g_assert_cmpstr (first, ==, "swap км; keep");
  g_assert_cmpstr (second, ==, "swap м/с; keep");
  g_assert_cmpuint (none->len, ==, 0);
}

/* The heading says in which unit, and "in" may be one itself. */
static void
test_heading_in (void)
{
  g_autoptr (GPtrArray) acres =
      scan_kind ("Field (in acres)", "en-US", "kk-KZ", COG_UNIT_HEADER_CELL);
  g_autoptr (GPtrArray) inches = scan_kind ("Height (in)", "en-US", "kk-KZ", COG_UNIT_HEADER_CELL);
  g_autoptr (GPtrArray) none = scan_kind ("Guests (in all)", "en-US", "kk-KZ", COG_UNIT_CELL);
  g_autofree char *first = dup_proposals (g_ptr_array_index (acres, 0));
  g_autofree char *second = dup_proposals (g_ptr_array_index (inches, 0));

  g_assert_cmpstr (((CogLensFinding *)g_ptr_array_index (acres, 0))->text, ==, "acres");
  g_assert_cmpstr (first, ==, "swap га; keep");
  g_assert_cmpstr (second, ==, "swap см; keep");
  g_assert_cmpuint (none->len, ==, 0);
}

/* A number that is only there to be calculated with may stay beside another unit. */
static void
test_large_swap (void)
{
  assert_proposals ("A city stores 16 million gallons of it", "en-US", "kk-KZ",
                    "16 million gallons",
                    "convert 61" NBSP "миллион" NBSP "л; swap 16" NBSP "миллион" NBSP "л; keep");
}

static void
test_dual (void)
{
  g_autoptr (GPtrArray) findings = scan ("51 N (about 11 lb.) parallel", "en-US", "pl");
  const CogLensFinding *finding = g_ptr_array_index (findings, 0);
  g_autofree char *proposals = dup_proposals (finding);

  g_assert_cmpuint (finding->start, ==, 4);
  g_assert_cmpuint (finding->end, ==, 19);
  g_assert_cmpstr (proposals, ==, "drop ; keep");
  assert_proposals ("It moves at 65 mi/h (105 km/h) now", "en-US", "pl", "65 mi/h (105 km/h)",
                    "drop 105" NBSP "km/h; keep");
}

static void
test_keep_first (void)
{
  assert_proposals ("1 m = 3.281 ft", "en-US", "pl", "3.281 ft",
                    "keep; convert 1,000" NBSP "m; swap 3,281" NBSP "m; explain");
  assert_proposals ("What is 100 yd in meters?", "en-US", "pl", "100 yd",
                    "keep; convert 100" NBSP "m; convert 91" NBSP "m; swap 100" NBSP "m; explain");
}

static void
test_places (void)
{
  assert_proposals ("75 mph", "en-US", "es-US", NULL, NULL);
  assert_proposals ("75 mph", "en-US", "en-GB", NULL, NULL);
  assert_proposals ("La ville est à 16 km.", "fr-FR", "kk-KZ", NULL, NULL);
  assert_proposals ("La ville est à 16 km.", "fr-FR", "en-US", "16 km",
                    "convert 9.9" NBSP "mi; keep");
  assert_proposals ("Город в 10 милях.", "ru", "kk-KZ", "10 милях",
                    "convert 16" NBSP "км; convert 15" NBSP "км; swap 10" NBSP "км; keep");
  assert_proposals ("10 Meilen weiter", "de", "kk-KZ", "10 Meilen",
                    "convert 16" NBSP "км; convert 15" NBSP "км; swap 10" NBSP "км; keep");
  assert_proposals ("长10英里", "zh", "kk-KZ", "10英里",
                    "convert 16" NBSP "км; convert 15" NBSP "км; swap 10" NBSP "км; keep");
  assert_proposals ("a 10 milhas daqui", "pt-BR", "kk-KZ", "10 milhas",
                    "convert 16" NBSP "км; convert 15" NBSP "км; swap 10" NBSP "км; keep");
  assert_proposals ("تبعد المدينة ١٠ أميال", "ar", "kk-KZ", "١٠ أميال",
                    "convert 16" NBSP "км; convert 15" NBSP "км; swap 10" NBSP "км; keep");
}

static void
assert_math (const char *xhtml, const char *expected)
{
  g_autoptr (GPtrArray) findings = scan (xhtml, "en-US", "pl");
  const CogProposal *proposal;

  g_assert_cmpuint (findings->len, ==, 1);
  proposal = cog_lens_finding_get_proposal (g_ptr_array_index (findings, 0), COG_CHOICE_CONVERT);
  g_assert_nonnull (proposal);
  g_assert_cmpstr (proposal->math, ==, expected);
}

static void
test_math (void)
{
  assert_math (MATH ("<mi>v</mi><mo>=</mo><mn>6.5</mn><mtext> mi/h</mtext>"),
               MATH ("<mi>v</mi><mo>=</mo><mn>10,5</mn><mtext> km/h</mtext>"));
  assert_math (MATH ("<mn>5.1</mn><mo>±</mo><mn>0.3</mn><mspace/><mtext>lb</mtext>"),
               MATH ("<mn>2,3</mn><mo>±</mo><mn>0,1</mn><mspace/><mtext>kg</mtext>"));
  assert_math (MATH ("<mn>1.4</mn><mo>×</mo><msup><mn>10</mn><mn>21</mn></msup><mtext>mi</mtext>"),
               MATH ("<mn>2,3</mn><mo>×</mo><msup><mn>10</mn><mn>21</mn></msup><mtext>km</mtext>"));
  assert_math (MATH ("<mn>3</mn><msup><mtext>ft</mtext><mn>2</mn></msup>"),
               MATH ("<mn>0,28</mn><msup><mtext>m</mtext><mn>2</mn></msup>"));
  assert_math (MATH ("<mn>100</mn><mi>ft</mi>"),
               MATH ("<mn>30</mn><mi mathvariant=\"normal\">m</mi>"));
  assert_math (MATH ("<mn>65</mn><mfrac><mtext>mi</mtext><mtext>h</mtext></mfrac>"),
               MATH ("<mn>105</mn><mfrac><mtext>km</mtext><mtext>h</mtext></mfrac>"));
}

static void
test_subject (void)
{
  static const struct
  {
    const char *text, *language;
  } same[] = {
    { "a 5-lb bag", "en-US" }, { "5 pounds", "en-US" }, { "five pounds", "en-US" },
    { "5 фунтов", "ru" },      { "٥ أرطال", "ar" },     { "5 libras", "es" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GPtrArray) findings = scan (same[i].text, same[i].language, "kk-KZ");

      g_test_message ("%s", same[i].text);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpstr (((CogLensFinding *)g_ptr_array_index (findings, 0))->subject, ==,
                       "mass 5 pound");
    }
}

/* Nothing that a text can hold makes a lens stumble. */
static void
test_odd (void)
{
  static const char *const odd[] = {
    "1/0 in.",
    "0 × 10^5 mi",
    "0×10⁵ mi",
    "5 × 10^999999999999 mi",
    "9999999999999999999999 miles",
    "5 ft ft ft ft / / / lb",
    "5 ft/ft/ft/ft/ft/ft",
    "((((5 lb ( about",
    "(5 lb)",
    "−0 °F, -459.67 °F, 0 °F",
    "0 mpg",
    "0 lb (0 kg)",
    "5–5 ft, 7–5 ft, 5––5 ft, 5–",
    "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 miles",
    "5′″ 5'10 5''",
    "$ $$ $$$ $5$ €€5",
    "million billion trillion trillion trillion trillion trillion trillion trillion miles",
    "two trillion trillion trillion trillion trillion trillion trillion trillion trillion miles",
    "half half a half of a mile",
    "½½ ft 3½½ ft",
    "10^5 ft^2^3",
    "per per mile per",
    "5 square",
    "5 square cubic feet",
  };
  static const char *const languages[] = { "en-US", "fr", "es", "ar", "ru", "zh", "xx", "" };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        g_autofree char *xhtml = g_markup_escape_text (odd[i], -1);
        g_autofree char *math = g_strdup_printf (MATH ("<mtext>%s</mtext>") " lb", xhtml);
        g_autoptr (GPtrArray) words = scan (xhtml, languages[k], "kk-KZ");
        g_autoptr (GPtrArray) equations = scan (math, languages[k], "ar-EG");

        g_assert_nonnull (words);
        g_assert_nonnull (equations);
      }
}

/* Of languages whose lists know the commonest units only. */
static void
test_other_sources (void)
{
  static const struct
  {
    const char *words, *language, *text, *wanted;
  } cases[] = {
    { "کشاورز ۵ مایل رفت.", "fa", "۵ مایل", "8" NBSP "км" },
    { "دما ۹۸ درجه فارنهایت بود.", "fa", "۹۸ درجه فارنهایت", "37°C" },
    { "किसान 5 मील चला।", "hi", "5 मील", "8" NBSP "км" },
    { "ชาวนาขับรถ 5 ไมล์", "th", "5 ไมล์", "8" NBSP "км" },
    { "5英里", "zh", "5英里", "8" NBSP "км" },
    { "Mji uko umbali wa maili tano.", "sw", "maili tano", "8" NBSP "км" },
    { "Alikimbia maili 10 hadi 20.", "sw", "maili 10 hadi 20", "16–32" NBSP "км" },
    { "Gari lilikwenda maili 50 kwa saa.", "sw", "maili 50 kwa saa", "80" NBSP "км/сағ" },
    { "ที่ดินมีพื้นที่ 5 ไร่", "th", "5 ไร่", "0,80" NBSP "га" },
    { "کھیت کا رقبہ 8 کنال ہے۔", "ur", "8 کنال", "4" NBSP "000" NBSP "м²" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = scan (cases[i].words, cases[i].language, "kk-KZ");
      const CogLensFinding *finding;

      g_test_message ("%s", cases[i].words);
      g_assert_cmpuint (findings->len, ==, 1);
      finding = g_ptr_array_index (findings, 0);
      g_assert_cmpstr (finding->text, ==, cases[i].text);
      g_assert_cmpstr (cog_lens_finding_get_ready (finding)->words, ==, cases[i].wanted);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens-measures/convert", test_convert);
  g_test_add_func ("/lens-measures/feddan", test_feddan);
  g_test_add_func ("/lens-measures/sheet", test_sheet);
  g_test_add_func ("/lens-measures/shoes", test_shoes);
  g_test_add_func ("/lens-measures/across", test_across);
  g_test_add_func ("/lens-measures/heading", test_heading);
  g_test_add_func ("/lens-measures/heading-in", test_heading_in);
  g_test_add_func ("/lens-measures/large-swap", test_large_swap);
  g_test_add_func ("/lens-measures/dual", test_dual);
  g_test_add_func ("/lens-measures/keep-first", test_keep_first);
  g_test_add_func ("/lens-measures/places", test_places);
  g_test_add_func ("/lens-measures/math", test_math);
  g_test_add_func ("/lens-measures/odd", test_odd);
  g_test_add_func ("/lens-measures/subject", test_subject);
  g_test_add_func ("/lens-measures/other-sources", test_other_sources);
  return g_test_run ();
}
