/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-language-guess.h"
#include "cog-language.h"

/* The first article of the Universal Declaration of Human Rights and its preamble, and the like:
 * running text, as it stands in books. */
static const struct
{
  const char *tag;
  const char *text;
} samples[] = {
  { "en", "All human beings are born free and equal in dignity and rights. They are endowed with "
          "reason and conscience and should act towards one another in a spirit of brotherhood. "
          "Everyone is entitled to all the rights and freedoms set forth in this Declaration, "
          "without distinction of any kind." },
  { "fr", "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués "
          "de raison et de conscience et doivent agir les uns envers les autres dans un esprit de "
          "fraternité. Chacun peut se prévaloir de tous les droits et de toutes les libertés." },
  { "es", "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como "
          "están de razón y conciencia, deben comportarse fraternalmente los unos con los otros. "
          "Toda persona tiene los derechos y libertades proclamados en esta Declaración, sin "
          "distinción alguna de raza, color o sexo." },
  { "pt", "Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de "
          "razão e de consciência, devem agir uns para com os outros em espírito de fraternidade. "
          "Todos os seres humanos podem invocar os direitos e as liberdades proclamados na "
          "presente Declaração, sem distinção alguma." },
  { "ru", "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены "
          "разумом и совестью и должны поступать в отношении друг друга в духе братства. Каждый "
          "человек должен обладать всеми правами и всеми свободами, без какого бы то ни было "
          "различия, как то в отношении расы, цвета кожи, пола, языка, религии." },
  { "ar", "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق وقد وهبوا عقلا وضميرا وعليهم أن يعامل "
          "بعضهم بعضا بروح الإخاء. لكل إنسان حق التمتع بكافة الحقوق والحريات الواردة في هذا "
          "الإعلان دون أي تمييز من أي نوع كان على أساس ما هو عليه كل من في هذه البلاد التي هو من "
          "أهلها" },
};

static void
test_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_assert_cmpstr (cog_text_guess_language (samples[i].text), ==, samples[i].tag);
}

static void
test_unknown (void)
{
  g_assert_null (cog_text_guess_language (""));
  g_assert_null (cog_text_guess_language ("the of and"));
  g_assert_null (cog_text_guess_language (
      "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
      "sigma tau upsilon phi chi psi omega alpha beta gamma delta epsilon zeta eta theta iota "
      "kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega"));
  g_assert_null (cog_text_guess_language ("\xff\xfe\xff"));
}

static void
assert_read (const char *words, const char *tag)
{
  g_autofree char *language = cog_language_read (words);

  g_assert_cmpstr (language, ==, tag);
}

static void
test_read (void)
{
  assert_read ("en_us", "en-US");
  assert_read ("sw", "sw");
  assert_read ("English", "en");
  assert_read ("español", "es");
  assert_read ("Русский", "ru");
  assert_read ("gibberish", NULL);
}

static void
test_direction (void)
{
  gboolean is_rtl = FALSE;

  g_assert_true (cog_text_guess_rtl ("12. مرحبا, world", &is_rtl));
  g_assert_true (is_rtl);
  g_assert_true (cog_text_guess_rtl ("(שלום)", &is_rtl));
  g_assert_true (is_rtl);
  g_assert_true (cog_text_guess_rtl ("“Water” is ماء", &is_rtl));
  g_assert_false (is_rtl);
  is_rtl = TRUE;
  g_assert_false (cog_text_guess_rtl ("", &is_rtl));
  g_assert_false (cog_text_guess_rtl ("12 + 7 = …", &is_rtl));
  g_assert_true (is_rtl);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language-guess/samples", test_samples);
  g_test_add_func ("/language-guess/unknown", test_unknown);
  g_test_add_func ("/language-guess/read", test_read);
  g_test_add_func ("/language-guess/direction", test_direction);
  return g_test_run ();
}
