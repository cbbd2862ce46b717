/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-phrases.h"
#include "cog-word-forms.h"

#include <string.h>

#define MATH(inner) "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" inner "</math>"

static CogLensText *
make_text (const char *xhtml, const char *language)
{
  CogUnit *unit = cog_unit_new ("u1", "s1", COG_UNIT_PARAGRAPH);
  CogLensText *text;

  unit->source = g_strdup (xhtml);
  text = cog_lens_text_new (unit, TRUE, language);
  g_assert_nonnull (text);
  cog_unit_free (unit);
  return text;
}

static void
assert_tokens (const char *xhtml, const char *language, const char *expected)
{
  g_autoptr (CogLensText) text = make_text (xhtml, language);
  g_autoptr (GString) tokens = g_string_new (NULL);

  for (guint i = 0; i < text->tokens->len; i++)
    g_string_append_printf (tokens, "%s%s", i > 0 ? "|" : "",
                            cog_lens_text_get_token (text, i)->word);
  g_assert_cmpstr (tokens->str, ==, expected);
}

static void
test_tokens (void)
{
  assert_tokens ("A 10-lb bag, $1,250.50.", "en", "a|10|-|lb|bag|,|$|1,250.50|.");
  assert_tokens ("В 2015 году 10 000 чел.", "ru", "в|2015|году|10 000|чел|.");
  assert_tokens ("In 2015 200 people", "en", "in|2015|200|people");
  assert_tokens ("l’<em>École</em>", "fr", "l|’|école");
  assert_tokens ("新年好", "zh", "新|年|好");
  assert_tokens ("العامُ الدراسيّ", "ar", "العام|الدراسي");
  assert_tokens ("at " MATH ("<mn>60</mn><mtext> mi/h</mtext>") ".", "en", "at|60|mi|/|h|.");
  assert_tokens (MATH ("<mi>m</mi><mi>v</mi>"), "en", "m|v");
}

static void
test_range (void)
{
  g_autoptr (CogLensText) text =
      make_text ("é <b>75 mph</b>, " MATH ("<mn>60</mn><mtext> mi/h</mtext>") " x", "en");
  guint start, end;

  cog_lens_text_get_range (text, 1, 2, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 8);
  g_assert_true (cog_lens_text_is_in (text, 1, "b"));
  g_assert_false (cog_lens_text_is_in (text, 0, "b"));
  cog_lens_text_get_range (text, 4, 7, &start, &end);
  g_assert_cmpuint (start, ==, 10);
  g_assert_cmpuint (end, ==, 11);
  cog_lens_text_get_range (text, 8, 8, &start, &end);
  g_assert_cmpuint (start, ==, 12);
}

static void
test_equation (void)
{
  g_autoptr (CogLensText) text =
      make_text (MATH ("<mi>v</mi><mo>=</mo><mn>60</mn><mtext> mi/h</mtext>"), "en");
  g_autoptr (CogLensText) words = make_text (MATH ("<mtext>about 60 mi/h</mtext>"), "en");
  g_autofree char *first = cog_lens_text_dup_equation (text, 2, 5, "97", "km/h");
  g_autofree char *second = cog_lens_text_dup_equation (words, 1, 4, "97", "km/h");

  g_assert_cmpstr (first, ==, MATH ("<mi>v</mi><mo>=</mo><mn>97</mn><mtext> km/h</mtext>"));
  g_assert_cmpstr (second, ==, MATH ("<mtext>about 97\u00A0km/h</mtext>"));
}

static const char *
find (CogPhrases *phrases, const char *xhtml, const char *language, guint at, guint *last)
{
  g_autoptr (CogLensText) text = make_text (xhtml, language);

  return cog_phrases_find (phrases, text, at, last);
}

static void
test_phrases (void)
{
  g_autoptr (CogPhrases) phrases = cog_phrases_new ("en");
  g_autoptr (CogPhrases) russian = cog_phrases_new ("ru");
  g_autoptr (CogPhrases) arabic = cog_phrases_new ("ar");
  guint last = 0;

  cog_phrases_add (phrases, "Fourth of July", "july");
  cog_phrases_add (phrases, "Fourth", "fourth");
  cog_phrases_add (phrases, "Turkey", "turkey");
  cog_phrases_add (phrases, "US", "us");
  g_assert_cmpstr (find (phrases, "the Fourth of July", "en", 1, &last), ==, "july");
  g_assert_cmpuint (last, ==, 3);
  g_assert_cmpstr (find (phrases, "a Fourth", "en", 1, &last), ==, "fourth");
  g_assert_null (find (phrases, "roast turkey", "en", 1, &last));
  g_assert_null (find (phrases, "tell us", "en", 1, &last));
  g_assert_cmpstr (find (phrases, "the US", "en", 1, &last), ==, "us");
  cog_phrases_add (russian, "рождеств*", "christmas");
  g_assert_cmpstr (find (russian, "к Рождеству", "ru", 1, &last), ==, "christmas");
  cog_phrases_add (arabic, "عيد الفطر", "fitr");
  cog_phrases_add (arabic, "الدولار", "dollar");
  g_assert_cmpstr (find (arabic, "وعيد الفطر", "ar", 0, &last), ==, "fitr");
  g_assert_cmpstr (find (arabic, "بالدولار", "ar", 0, &last), ==, "dollar");
  g_assert_cmpstr (find (arabic, "دولار", "ar", 0, &last), ==, "dollar");
  cog_phrases_add (phrases, "bit _ tongue", "tongue");
  g_assert_cmpstr (find (phrases, "She bit her tongue.", "en", 1, &last), ==, "tongue");
  g_assert_cmpuint (last, ==, 3);
  g_assert_null (find (phrases, "She bit, tongue out", "en", 1, &last));
}

static void
assert_forms (char **forms, const char *expected)
{
  g_autofree char *joined = g_strjoinv ("|", forms);

  g_assert_cmpstr (joined, ==, expected);
  g_strfreev (forms);
}

static void
test_forms (void)
{
  assert_forms (cog_word_forms_dup_numbers ("ice cream truck", "en"),
                "ice cream truck|ice cream trucks");
  assert_forms (cog_word_forms_dup_numbers ("glass of wine", "en"),
                "glass of wine|glasses of wine");
  assert_forms (cog_word_forms_dup_numbers ("grits", "en"), "grits");
  assert_forms (cog_word_forms_dup_numbers ("Easter Bunny", "en"), "Easter Bunny");
  assert_forms (cog_word_forms_dup_numbers ("école primaire", "fr"),
                "école primaire|écoles primaires");
  assert_forms (cog_word_forms_dup_numbers ("gâteau de riz", "fr"), "gâteau de riz|gâteaux de riz");
  assert_forms (cog_word_forms_dup_numbers ("pan de muerto", "es"),
                "pan de muerto|panes de muerto");
  assert_forms (cog_word_forms_dup_numbers ("кыстыбый", "kk"), "кыстыбый");
  assert_forms (
      cog_word_forms_dup_verbs ("bite the bullet", "en"),
      "bite the bullet|bites the bullet|bit the bullet|bitten the bullet|biting the bullet");
  assert_forms (cog_word_forms_dup_verbs ("se tirer d’affaire", "fr"),
                "se tirer d’affaire|tir* d’affaire");
  assert_forms (cog_word_forms_dup_verbs ("soldar la paz", "es"), "soldar la paz|sold* la paz");
  assert_forms (cog_word_forms_dup_verbs ("a piece of cake", "en"), "a piece of cake");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens-text/tokens", test_tokens);
  g_test_add_func ("/lens-text/range", test_range);
  g_test_add_func ("/lens-text/equation", test_equation);
  g_test_add_func ("/lens-text/phrases", test_phrases);
  g_test_add_func ("/lens-text/forms", test_forms);
  return g_test_run ();
}
