/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-figures.h"

/* expected: NULL where it may not be done. */
static void
assert_adjusted (const char *segment,
                 const char *known,
                 const char *target,
                 const char *to,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogText) text = cog_text_new_from_xhtml (target, &error);
  g_autoptr (CogText) adjusted = NULL;
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  adjusted = cog_memory_adjust_figures (segment, known, text, "en", to);
  said = adjusted != NULL ? cog_text_to_xhtml (adjusted) : NULL;
  g_assert_cmpstr (said, ==, expected);
}

static void
test_adjusted (void)
{
  assert_adjusted ("Water boils at 90 °C.", "Water boils at 100 °C.", "Woda wrze w 100 °C.", "pl",
                   "Woda wrze w 90 °C.");
  /* In the manner of the language. */
  assert_adjusted ("It costs 1,250.50 dollars.", "It costs 7.25 dollars.", "Kosztuje 7,25 dolara.",
                   "pl", "Kosztuje 1 250,50 dolara.");
  assert_adjusted ("It is 12,500 m deep.", "It is 1,000 m deep.", "Il fait 1 000 m.", "fr",
                   "Il fait 12 500 m.");
  assert_adjusted ("It is 2.5 m.", "It is 7 m.", "طوله ٧ أمتار.", "ar-EG", "طوله ٢٫٥ أمتار.");
  /* A year is not grouped, nor is a section's number taken for an amount. */
  assert_adjusted ("In 2019 it rained.", "In 1987 it rained.", "W 1987 padało.", "pl",
                   "W 2019 padało.");
  assert_adjusted ("See 4.12.1.", "See 3.2.7.", "Zobacz 3.2.7.", "pl", "Zobacz 4.12.1.");
  /* Days and hours; the order of the other language. */
  assert_adjusted ("May 6, 2021 at 10:30", "May 3, 2020 at 9:15", "3 mai 2020 à 9:15", "fr",
                   "6 mai 2021 à 10:30");
  /* In what is bold it stays bold. */
  assert_adjusted ("Take 3 cups.", "Take 2 cups.", "Toma <strong>2</strong> tazas.", "es",
                   "Toma <strong>3</strong> tazas.");
}

static void
test_refused (void)
{
  assert_adjusted ("Ice melts at 0 °C.", "Water boils at 100 °C.", "Woda wrze w 100 °C.", "pl",
                   NULL);
  assert_adjusted ("Take 2.", "Take 2.", "Toma 2.", "es", NULL);
  /* It is not in the translation, or written out. */
  assert_adjusted ("Take 3 cups.", "Take 2 cups.", "Toma dos tazas.", "es", NULL);
  /* Which of both is which? */
  assert_adjusted ("From 2 to 5", "From 2 to 2", "De 2 a 2", "es", NULL);
  assert_adjusted ("Take 3.", "Take 2.", "Toma 2 o 2.", "es", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-figures/adjusted", test_adjusted);
  g_test_add_func ("/memory-figures/refused", test_refused);
  return g_test_run ();
}
