/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-readability.h"

static void
test_syllables (void)
{
  static const struct
  {
    const char *word, *language;
    guint n;
  } cases[] = {
    { "cat", "en", 1 },         { "make", "en", 1 },   { "table", "en", 2 },
    { "walked", "en", 1 },      { "wanted", "en", 2 }, { "boxes", "en", 2 },
    { "education", "en", 4 },   { "the", "en", 1 },    { "teatro", "es", 3 },
    { "ciudad", "es", 2 },      { "país", "es", 2 },   { "école", "fr", 2 },
    { "образование", "ru", 6 }, { "мектеп", "kk", 2 }, { "öğretmen", "tr", 3 },
    { "Haus", "de", 1 },        { "книга", "ru", 2 },  { "42", "en", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].word);
      g_assert_cmpuint (cog_text_count_syllables (cases[i].word, cases[i].language), ==,
                        cases[i].n);
    }
}

static void
test_measure (void)
{
  CogTextMeasure measure = { 0 };
  CogTextMeasure both = { 0 };

  cog_text_measure_add (&measure, "The cat sat. It was 7 m from a wonderful table!", "en");
  g_assert_cmpuint (measure.n_sentences, ==, 2);
  g_assert_cmpuint (measure.n_words, ==, 10);
  g_assert_cmpuint (measure.n_longest, ==, 7);
  g_assert_cmpuint (measure.n_long, ==, 1);
  cog_text_measure_add (&both, "One.", "en");
  cog_text_measure_join (&both, &measure);
  g_assert_cmpuint (both.n_sentences, ==, 3);
  g_assert_cmpuint (both.n_longest, ==, 7);
}

/* By hand: 40 words in 4 sentences, 60 syllables. */
static void
test_formulas (void)
{
  static const struct
  {
    const char *language, *name;
    double score;
  } cases[] = {
    { "en", "Flesch–Kincaid", 0.39 * 10 + 11.8 * 1.5 - 15.59 },
    { "es-MX", "Fernández Huerta", 206.84 - 60 * 1.5 - 1.02 * 10 },
    { "ar", "LIX", 10 + 100 * 0.25 },
    { "it", "Gulpease", 89 + (300.0 * 4 - 10 * 200) / 40 },
    { "pl", "FOG-PL", 0.4 * (10 + 100 * 0.1) },
  };
  const CogTextMeasure measure = { 4, 40, 200, 60, 10, 4, 14 };
  CogReadability readability = { 0 };
  const CogTextMeasure few = { 1, 5, 20, 7, 0, 0, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (cog_readability_compute (&measure, cases[i].language, &readability));
      g_assert_cmpstr (readability.name, ==, cases[i].name);
      g_assert_cmpfloat_with_epsilon (readability.score, cases[i].score, 1e-9);
    }
  g_assert_false (cog_readability_compute (&measure, "zh", &readability));
  g_assert_false (cog_readability_compute (&few, "en", &readability));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readability/syllables", test_syllables);
  g_test_add_func ("/readability/measure", test_measure);
  g_test_add_func ("/readability/formulas", test_formulas);
  return g_test_run ();
}
