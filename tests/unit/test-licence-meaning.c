/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-meaning.h"

#include <string.h>

static void
test_adaptability (void)
{
  static const struct
  {
    const char *expression;
    CogAdaptability adaptability;
  } cases[] = {
    { "CC-BY-4.0", COG_ADAPTABILITY_FREE },
    { "CC0-1.0", COG_ADAPTABILITY_FREE },
    { "CC-BY-NC-SA-3.0", COG_ADAPTABILITY_FREE },
    { "CC-BY-ND-4.0", COG_ADAPTABILITY_FORBIDDEN },
    { "LicenseRef-AllRightsReserved", COG_ADAPTABILITY_FORBIDDEN },
    { NULL, COG_ADAPTABILITY_UNKNOWN },
    { "no such licence", COG_ADAPTABILITY_UNKNOWN },
    /* One may choose the freer one; of two pieces both bind. */
    { "CC-BY-ND-4.0 OR CC-BY-4.0", COG_ADAPTABILITY_FREE },
    { "CC-BY-4.0 OR CC-BY-ND-4.0", COG_ADAPTABILITY_FREE },
    { "CC-BY-4.0 AND CC-BY-ND-4.0", COG_ADAPTABILITY_FORBIDDEN },
    { "CC-BY-ND-4.0 AND CC-BY-4.0", COG_ADAPTABILITY_FORBIDDEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *ways = cog_licence_meaning_list_ways_on (cases[i].expression);

      g_test_message ("%s", cases[i].expression != NULL ? cases[i].expression : "none");
      g_assert_cmpint (cog_licence_meaning_get_adaptability (cases[i].expression), ==,
                       cases[i].adaptability);
      g_assert_true ((ways == NULL) == (cases[i].adaptability == COG_ADAPTABILITY_FREE));
    }
}

static void
test_sentences (void)
{
  g_assert_cmpstr (cog_licence_meaning_describe_source ("CC-BY-SA-3.0 OR GFDL-1.2-or-later"), ==,
                   "You may adapt it, and must share alike.");
  g_assert_cmpstr (cog_licence_meaning_describe_source ("CC-BY-4.0"), ==,
                   "You may adapt it, with credit.");
  g_assert_true (g_str_has_prefix (cog_licence_meaning_describe_source (NULL), "Not known yet."));
}

static void
test_words (void)
{
  static const struct
  {
    const char *statement;
    const char *words; /* NULL: none */
  } cases[] = {
    { "This book is licensed under a Creative Commons Attribution 4.0 International License, "
      "except "
      "where otherwise noted.",
      "Creative Commons Attribution 4.0 International License" },
    { "Text by Ana Sato. CC BY-SA 3.0", "CC BY-SA 3.0" },
    { "Written by Ana Sato by the sea.", NULL },
    { "", NULL },
    { "Attribution 4.0 International\n=======================================\nCreative Commons is "
      "no "
      "law firm.",
      "Attribution 4.0 International" },
    { "وهذا الكتاب CC BY-NC 4.0", "CC BY-NC 4.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start = 0, end = 0;
      gboolean found = cog_licence_meaning_find_words (cases[i].statement, &start, &end);
      g_autofree char *words = found ? g_strndup (cases[i].statement + start, end - start) : NULL;

      if (words == NULL || cases[i].words == NULL)
        g_assert_cmpstr (words, ==, cases[i].words);
      else
        g_assert_nonnull (strstr (words, cases[i].words));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/licence-meaning/adaptability", test_adaptability);
  g_test_add_func ("/licence-meaning/sentences", test_sentences);
  g_test_add_func ("/licence-meaning/words", test_words);
  return g_test_run ();
}
