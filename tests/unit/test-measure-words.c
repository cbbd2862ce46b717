/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-measure-words.h"

#define NBSP "\u00A0"

static void
test_measures (void)
{
  static const struct
  {
    double value;
    guint n_decimals;
    const char *unit;
    CogMeasureWidth width;
    gboolean in_words;
    const char *language, *expected;
  } cases[] = {
    { 120, 0, "kilometer-per-hour", COG_MEASURE_SHORT, FALSE, "kk-KZ", "120" NBSP "км/сағ" },
    { 120, 0, "kilometer-per-hour", COG_MEASURE_SHORT, FALSE, "pl", "120" NBSP "km/h" },
    { 36.6, 1, "celsius", COG_MEASURE_SHORT, FALSE, "pl", "36,6" NBSP "°C" },
    { 12.5, 1, "square-centimeter", COG_MEASURE_SHORT, FALSE, "kk", "12,5" NBSP "см²" },
    { 16, 0, "kilometer", COG_MEASURE_LONG, FALSE, "fr", "16" NBSP "kilomètres" },
    { 1, 0, "kilometer", COG_MEASURE_LONG, FALSE, "en-GB", "1 kilometre" },
    { 5, 0, "kilometer", COG_MEASURE_LONG, FALSE, "ru", "5 километров" },
    { 1.5, 1, "kilogram", COG_MEASURE_SHORT, FALSE, "ar-EG", "١٫٥" NBSP "كغم" },
    { 4.7e6, 1, "hectare", COG_MEASURE_LONG, TRUE, "en-GB", "4.7 million hectares" },
    { 1000, 0, "kilogram-per-cubic-meter", COG_MEASURE_SHORT, FALSE, "en-GB",
      "1,000" NBSP "kg/m³" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words =
          cog_measure_dup (cases[i].value, cases[i].n_decimals, cases[i].unit, cases[i].width,
                           cases[i].in_words, cases[i].language);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
  g_assert_null (cog_measure_dup (1, 0, "no-such-unit", COG_MEASURE_SHORT, FALSE, "en"));
}

static void
test_units (void)
{
  g_autofree char *kazakh = cog_measure_dup_unit ("kilometer-per-hour", "kk-KZ");
  g_autofree char *polish = cog_measure_dup_unit ("celsius", "pl-PL");
  g_autofree char *arabic = cog_measure_dup_unit ("kilogram", "ar");

  g_assert_cmpstr (kazakh, ==, "км/сағ");
  g_assert_cmpstr (polish, ==, "°C");
  g_assert_cmpstr (arabic, ==, "كغم");
  {
    g_autofree char *tenge = cog_money_dup_sign ("KZT", "kk-KZ");
    g_autofree char *zloty = cog_money_dup_sign ("PLN", "pl");

    g_assert_cmpstr (tenge, ==, "₸");
    g_assert_cmpstr (zloty, ==, "zł");
  }
}

static void
assert_money (double value,
              int n_decimals,
              const char *currency,
              gboolean in_words,
              const char *language,
              const char *expected)
{
  g_autofree char *words = cog_money_dup (value, n_decimals, currency, in_words, language);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_money (void)
{
  assert_money (1250, 0, "KZT", FALSE, "kk-KZ", "1" NBSP "250" NBSP "₸");
  assert_money (12.5, -1, "PLN", FALSE, "pl", "12,50" NBSP "zł");
  assert_money (1.2e9, 1, "PLN", TRUE, "pl", "1,2" NBSP "mld" NBSP "zł");
  assert_money (3.5, 2, "GBP", FALSE, "en-GB", "£3.50");
}

static void
test_large (void)
{
  g_autofree char *polish = cog_number_dup_in_words (4.5e9, "pl");
  g_autofree char *english = cog_number_dup_in_words (2e12, "en");

  g_assert_cmpstr (polish, ==, "4,5 miliarda");
  g_assert_cmpstr (english, ==, "2 trillion");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-words/measures", test_measures);
  g_test_add_func ("/measure-words/units", test_units);
  g_test_add_func ("/measure-words/money", test_money);
  g_test_add_func ("/measure-words/large", test_large);
  return g_test_run ();
}
