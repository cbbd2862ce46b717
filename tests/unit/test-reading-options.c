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

static void
test_language (void)
{
  CogReadingOptions options = { COG_TRACKED_CHANGES_REJECT };
  g_autofree char *chosen = NULL;

  g_assert_true (cog_reading_options_set_language (&options, "pt_br"));
  g_assert_cmpstr (options.language, ==, "pt-BR");
  g_assert_false (cog_reading_options_set_language (&options, "no language at all"));
  g_assert_false (
      cog_reading_options_set_language (&options, "de-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd"));
  g_assert_cmpstr (options.language, ==, "pt-BR");
  chosen = cog_reading_options_to_string (&options);
  cog_reading_options_from_string (&options, "language=;");
  g_assert_cmpstr (options.language, ==, "");
  cog_reading_options_from_string (&options, chosen);
  g_assert_cmpstr (options.language, ==, "pt-BR");
  g_assert_cmpint (options.tracked_changes, ==, COG_TRACKED_CHANGES_REJECT);
}

static void
test_ocr (void)
{
  CogReadingOptions options = { 0 };
  g_autofree char *plain = NULL;
  g_autofree char *all = NULL;

  options.use_ocr = TRUE;
  plain = cog_reading_options_to_string (&options);
  g_assert_cmpstr (plain, ==, "ocr");
  g_assert_true (cog_reading_options_set_ocr_languages (&options, "ar, zh_hant+en"));
  g_assert_cmpstr (options.ocr_languages, ==, "ar+zh-Hant+en");
  options.tracked_changes = COG_TRACKED_CHANGES_REJECT;
  all = cog_reading_options_to_string (&options);
  cog_reading_options_from_string (&options, plain);
  g_assert_true (options.use_ocr);
  g_assert_cmpstr (options.ocr_languages, ==, "");
  cog_reading_options_from_string (&options, all);
  g_assert_true (options.use_ocr);
  g_assert_cmpstr (options.ocr_languages, ==, "ar+zh-Hant+en");
  g_assert_cmpint (options.tracked_changes, ==, COG_TRACKED_CHANGES_REJECT);
}

static void
test_no_languages (void)
{
  static const char *const no[] = {
    "--psm", "../../etc/passwd", "klingonish",
    "ar+en+ru+fr+de+es+it+pt+nl+pl+cs+hu+ro+bg+el+tr+fa+he+hi+th+vi+ja+ko+uk"
  };
  CogReadingOptions options = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    {
      g_assert_false (cog_reading_options_set_ocr_languages (&options, no[i]));
      g_assert_cmpstr (options.ocr_languages, ==, "");
    }
  cog_reading_options_from_string (&options, "ocr=../x");
  g_assert_false (options.use_ocr);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-options/text", test_text);
  g_test_add_func ("/reading-options/language", test_language);
  g_test_add_func ("/reading-options/ocr", test_ocr);
  g_test_add_func ("/reading-options/no-languages", test_no_languages);
  return g_test_run ();
}
