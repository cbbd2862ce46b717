/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-number.h"

static void
test_read (void)
{
  static const struct
  {
    const char *text, *language;
    double value;
    guint n_decimals, n_significant;
  } cases[] = {
    { "75", "en", 75, 0, 2 },
    { "12,000", "en", 12000, 0, 2 },
    { "1,250.50", "en", 1250.5, 2, 6 },
    { "12,000", "pl", 12, 3, 5 },
    { "3.5", "fr", 3.5, 1, 2 },
    { "0.110", "en", 0.110, 3, 3 },
    { "10 000", "kk", 10000, 0, 1 },
    { "1 250,5", "ru", 1250.5, 1, 5 },
    { "12,34,567", "hi", 1234567, 0, 7 },
    { "١٬٢٥٠٫٥", "ar-EG", 1250.5, 1, 5 },
    { "۱۲۳", "fa", 123, 0, 3 },
    { "1.234.567", "de", 1234567, 0, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CogNumber number = { 0 };

      g_test_message ("%s in %s", cases[i].text, cases[i].language);
      g_assert_true (cog_number_read (cases[i].text, -1, cases[i].language, &number));
      g_assert_cmpfloat_with_epsilon (number.value, cases[i].value, 1e-9);
      g_assert_cmpuint (number.n_decimals, ==, cases[i].n_decimals);
      g_assert_cmpuint (number.n_significant, ==, cases[i].n_significant);
    }
}

static void
test_read_none (void)
{
  static const char *const none[] = {
    "", "1.2.3", "1,23,4", "12.", ".5", "a", "1234567890123456789"
  };
  CogNumber number = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_test_message ("%s", none[i]);
      g_assert_false (cog_number_read (none[i], -1, "en", &number));
    }
}

static void
assert_written (double value, guint n_decimals, const char *language, const char *expected)
{
  g_autofree char *text = cog_number_dup (value, n_decimals, language);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_write (void)
{
  assert_written (1250.5, 1, "en", "1,250.5");
  assert_written (120, 0, "kk-KZ", "120");
  assert_written (12500.5, 1, "ru", "12\u00A0500,5");
  assert_written (1250.5, 1, "ar-EG", "١٬٢٥٠٫٥");
  assert_written (9.81, 2, "pl", "9,81");
  assert_written (2.5, 0, "en", "3");
}

static void
test_round (void)
{
  g_assert_cmpfloat_with_epsilon (cog_number_round (120.7008, 2), 120, 1e-9);
  g_assert_cmpfloat_with_epsilon (cog_number_round (0.028349, 1), 0.03, 1e-9);
  g_assert_cmpfloat_with_epsilon (cog_number_round (99.96, 3), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (cog_number_round (1000, 1), 1000, 1e-9);
  g_assert_cmpuint (cog_number_count_decimals (120.7, 2), ==, 0);
  g_assert_cmpuint (cog_number_count_decimals (4.536, 2), ==, 1);
  g_assert_cmpuint (cog_number_count_decimals (0.0283, 2), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/read", test_read);
  g_test_add_func ("/number/read-none", test_read_none);
  g_test_add_func ("/number/write", test_write);
  g_test_add_func ("/number/round", test_round);
  return g_test_run ();
}
