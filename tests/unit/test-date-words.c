/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-date-words.h"

#include <string.h>

static const CogDay day = { 1999, 7, 4 };

static void
assert_words (const char *calendar, const char *language, const char *expected)
{
  g_autofree char *words = cog_day_dup_words (&day, calendar, language);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  g_autofree char *figures = cog_day_dup_figures (&day, "kk-KZ");
  const CogDay short_day = { 0, 7, 4 };
  g_autofree char *without = cog_day_dup_words (&short_day, "gregorian", "fr");

  assert_words ("gregorian", "en-US", "July 4, 1999");
  assert_words ("gregorian", "en-KE", "4 July 1999");
  assert_words ("gregorian", "es", "4 de julio de 1999");
  assert_words ("gregorian", "ar-EG", "٤ يوليو ١٩٩٩");
  assert_words (NULL, "fa-IR", "۱۳ تیر ۱۳۷۸");
  g_assert_cmpstr (figures, ==, "04.07.1999");
  g_assert_cmpstr (without, ==, "4 juillet");
}

static void
test_calendars (void)
{
  g_autofree char *thai = cog_day_dup_other_calendar ("th-TH");
  g_autofree char *iranian = cog_day_dup_other_calendar ("fa-IR");
  g_autofree char *german = cog_day_dup_other_calendar ("de-DE");

  g_assert_cmpstr (thai, ==, "buddhist");
  g_assert_cmpstr (iranian, ==, "persian");
  g_assert_null (german);
  assert_words ("buddhist", "th-TH", "4 กรกฎาคม พ.ศ. 2542");
}

static void
test_places (void)
{
  g_autofree char *kazakh = cog_clock_dup (15, 30, "kk-KZ");

  g_assert_cmpint (cog_day_get_order ("en-US"), ==, COG_DAY_ORDER_MDY);
  g_assert_cmpint (cog_day_get_order ("en-GB"), ==, COG_DAY_ORDER_DMY);
  g_assert_cmpint (cog_day_get_order ("ar-EG"), ==, COG_DAY_ORDER_DMY);
  g_assert_cmpint (cog_day_get_order ("zh-CN"), ==, COG_DAY_ORDER_YMD);
  g_assert_true (cog_clock_has_two_halves ("en-US"));
  g_assert_false (cog_clock_has_two_halves ("kk-KZ"));
  g_assert_cmpstr (kazakh, ==, "15:30");
  g_assert_true (cog_week_has_western_end ("fr-FR"));
  g_assert_false (cog_week_has_western_end ("ar-EG"));
  g_assert_cmpint (cog_week_get_first_day ("en-US"), ==, 1);
  g_assert_cmpint (cog_week_get_first_day ("fr-FR"), ==, 2);
}

static void
count_cb (const char *name, int month, gpointer user_data)
{
  int *found = user_data;

  if (month == 7 && (strcmp (name, "juillet") == 0 || strcmp (name, "juil.") == 0))
    (*found)++;
}

static void
test_months (void)
{
  const CogDay leap = { 2023, 2, 29 };
  const CogDay any = { 0, 2, 29 };
  int found = 0;

  cog_months_foreach ("fr", count_cb, &found);
  g_assert_cmpint (found, >=, 2);
  g_assert_false (cog_day_is_valid (&leap));
  g_assert_true (cog_day_is_valid (&any));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-words/words", test_words);
  g_test_add_func ("/date-words/calendars", test_calendars);
  g_test_add_func ("/date-words/places", test_places);
  g_test_add_func ("/date-words/months", test_months);
  return g_test_run ();
}
