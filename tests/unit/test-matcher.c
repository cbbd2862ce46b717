/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-matcher.h"

#include <string.h>

/* What is found, each as "start-end". */
static char *
find (const char *wanted, CogMatchFlags flags, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogMatcher) matcher = cog_matcher_new (wanted, flags, &error);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (CogMatch));
  GString *said = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (cog_matcher_find (matcher, text, matches));
  for (guint i = 0; i < matches->len; i++)
    {
      const CogMatch *match = &g_array_index (matches, CogMatch, i);

      g_string_append_printf (said, "%s%u-%u", i > 0 ? " " : "", match->start, match->end);
    }
  return g_string_free (said, FALSE);
}

static void
assert_found (const char *wanted, CogMatchFlags flags, const char *text, const char *where)
{
  g_autofree char *found = find (wanted, flags, text);

  g_assert_cmpstr (found, ==, where);
}

static void
test_folding (void)
{
  assert_found ("water", 0, "Water, WATER, wáter", "0-5 7-12 14-19");
  assert_found ("cafe", 0, "caf\u00e9 cafe\u0301", "0-4 5-10");
  assert_found ("caf\u00e9", 0, "cafe", "0-4");
  assert_found ("strasse", 0, "Die Stra\u00dfe", "4-10");
  assert_found ("s", 0, "Stra\u00dfe", "0-1"); /* not half of ß */
  assert_found ("ofile", 0, "pro\ufb01le", "2-6");
  assert_found ("two words", 0, "two \n\t words, two\u00a0words", "0-12 14-23");
  assert_found ("don't", 0, "don\u2019t", "0-5");
  assert_found ("\"a\"", 0, "\u201ca\u201d", "0-3");
  assert_found ("hyphen", 0, "hy\u00adphen", "0-7");
  assert_found ("a", 0, "", "");
}

static void
test_scripts (void)
{
  /* Cyrillic: ё is е to a reader, й is no и. */
  assert_found ("елка", 0, "Ёлка", "0-4");
  assert_found ("и", 0, "йи", "1-2");
  assert_found ("й", 0, "Й", "0-1");
  /* A vowel sign of Devanagari is a letter. */
  assert_found ("\u0915", 0, "\u0915\u0941", "0-1");
  assert_found ("\u0915\u0941", 0, "\u0915", "");
  assert_found ("か", 0, "が", "");
  assert_found ("가", 0, "각가", "1-2");
}

static void
test_arabic (void)
{
  assert_found ("الماء", 0, "المـــاء", "0-8");
  assert_found ("كتب", 0, "كَتَبَ", "0-6");
  assert_found ("اسلام", 0, "إسلام", "0-5");
  assert_found ("أثر", 0, "اثر", "0-3");
  assert_found ("مدرسه", 0, "المدرسة", "2-7");
  assert_found ("على", 0, "علي", "0-3");
  assert_found ("مسوول", 0, "مسؤول", "0-5");
  assert_found ("إسلام", COG_MATCH_EXACT, "اسلام إسلام", "6-11");
  assert_found ("كتب", COG_MATCH_EXACT, "كَتَبَ", "");
}

static void
test_exact (void)
{
  assert_found ("Water", COG_MATCH_EXACT, "water Water", "6-11");
  assert_found ("caf\u00e9", COG_MATCH_EXACT, "cafe caf\u00e9 cafe\u0301", "5-9 10-15");
  assert_found ("e", COG_MATCH_EXACT, "\u00e9", "");
}

static void
test_words (void)
{
  assert_found ("water", COG_MATCH_WORDS, "Water waters, water-wheel", "0-5 14-19");
  assert_found ("ماء", COG_MATCH_WORDS, "الماء ماء", "6-9");
  assert_found ("a b", COG_MATCH_WORDS, "a b ab", "0-3");
}

static void
test_pattern (void)
{
  assert_found ("\\d+ m", COG_MATCH_PATTERN, "12 m, \u00fcber 3 M", "0-4 11-14");
  assert_found ("M", COG_MATCH_PATTERN | COG_MATCH_EXACT, "m M", "2-3");
  assert_found ("x*", COG_MATCH_PATTERN, "axxb", "1-3");
  assert_found ("wat.r", COG_MATCH_PATTERN | COG_MATCH_WORDS, "water waters", "0-5");
  /* A piece is in no match. */
  assert_found ("a.b", COG_MATCH_PATTERN,
                "a\xEF\xBF\xBC"
                "b acb",
                "4-7");
  assert_found ("ab", 0,
                "a\xEF\xBF\xBC"
                "b",
                "");
}

static void
test_hostile (void)
{
  g_autofree char *many = g_strnfill (40000, 'a');
  g_autoptr (CogMatcher) slow = cog_matcher_new ("(a+)+(a+)+$x", COG_MATCH_PATTERN, NULL);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (CogMatch));
  gint64 start = g_get_monotonic_time ();

  g_assert_nonnull (slow);
  cog_matcher_find (slow, many, matches);
  g_assert_cmpuint (matches->len, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *wanted;
    CogMatchFlags flags;
  } bad[] = { { "", 0 }, { "\u00ad", 0 }, { "", COG_MATCH_PATTERN }, { "(a", COG_MATCH_PATTERN } };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cog_matcher_new (bad[i].wanted, bad[i].flags, &error));
      g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
    }
}

static void
test_replacement (void)
{
  g_autoptr (CogMatcher) miles = cog_matcher_new ("(\\d+) mi", COG_MATCH_PATTERN, NULL);
  g_autoptr (CogMatcher) plain = cog_matcher_new ("mi", 0, NULL);
  CogMatch match = { 3, 8 };
  g_autofree char *filled = cog_matcher_dup_replacement (miles, "\u00fc: 12 mi", &match, "\\1 km");
  g_autofree char *words = cog_matcher_dup_replacement (plain, "12 mi", &match, "\\1 km");

  g_assert_cmpstr (filled, ==, "12 km");
  g_assert_cmpstr (words, ==, "\\1 km");
  g_assert_true (cog_matcher_check_replacement (plain, "\\", NULL));
  g_assert_false (cog_matcher_check_replacement (miles, "\\", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matcher/folding", test_folding);
  g_test_add_func ("/matcher/scripts", test_scripts);
  g_test_add_func ("/matcher/arabic", test_arabic);
  g_test_add_func ("/matcher/exact", test_exact);
  g_test_add_func ("/matcher/words", test_words);
  g_test_add_func ("/matcher/pattern", test_pattern);
  g_test_add_func ("/matcher/hostile", test_hostile);
  g_test_add_func ("/matcher/refused", test_refused);
  g_test_add_func ("/matcher/replacement", test_replacement);
  return g_test_run ();
}
