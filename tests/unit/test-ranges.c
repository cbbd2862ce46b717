/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-ranges.h"

static void
assert_joined (int *ranges, int n, const int *expected, int n_expected)
{
  g_assert_cmpint (cog_ranges_join (ranges, n, 1), ==, n_expected);
  for (int i = 0; i < 2 * n_expected; i++)
    g_assert_cmpint (ranges[i], ==, expected[i]);
}

static void
test_join (void)
{
  /* A number in an Arabic line: its piece comes first, and stands behind the words. */
  int touching[] = { 120, 150, 40, 120 };
  int apart[] = { 200, 230, 40, 120 };
  int inside[] = { 10, 100, 20, 30, 101, 110, 112, 120 };
  int one[] = { 5, 6 };

  assert_joined (touching, 2, (const int[]){ 40, 150 }, 1);
  assert_joined (apart, 2, (const int[]){ 40, 120, 200, 230 }, 2);
  assert_joined (inside, 4, (const int[]){ 10, 110, 112, 120 }, 2);
  assert_joined (one, 1, (const int[]){ 5, 6 }, 1);
  g_assert_cmpint (cog_ranges_join (NULL, 0, 1), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ranges/join", test_join);
  return g_test_run ();
}
