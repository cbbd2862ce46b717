/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-options.h"

/* As they go to the process that reads: nothing chosen is lost, nothing unknown does harm. */
static void
test_text (void)
{
  CogReadingOptions options = { 0 };
  g_autofree char *usual = cog_reading_options_to_string (&options);
  g_autofree char *chosen = NULL;

  g_assert_cmpstr (usual, ==, "");
  options.tracked_changes = COG_TRACKED_CHANGES_REJECT;
  chosen = cog_reading_options_to_string (&options);
  cog_reading_options_from_string (&options, "");
  g_assert_cmpint (options.tracked_changes, ==, COG_TRACKED_CHANGES_ACCEPT);
  cog_reading_options_from_string (&options, "colour=blue");
  g_assert_cmpint (options.tracked_changes, ==, COG_TRACKED_CHANGES_ACCEPT);
  cog_reading_options_from_string (&options, chosen);
  g_assert_cmpint (options.tracked_changes, ==, COG_TRACKED_CHANGES_REJECT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-options/text", test_text);
  return g_test_run ();
}
