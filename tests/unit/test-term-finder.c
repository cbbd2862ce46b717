/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-stemmer.h"
#include "cog-term-finder.h"

#include "folder.h"

#include <string.h>

/* terms: "force; electric field". */
static GArray *
find (const char *language, const char *terms, const char *text, CogTermFindMode mode)
{
  g_autoptr (CogTermFinder) finder = cog_term_finder_new (language);
  g_auto (GStrv) list = g_strsplit (terms, "; ", -1);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CogTermHit));

  for (guint i = 0; list[i] != NULL; i++)
    g_assert_true (cog_term_finder_add (finder, list[i], i));
  cog_term_finder_find (finder, text, mode, hits);
  return hits;
}

/* What is to be found stands in brackets. */
static void
assert_found (const char *language, const char *terms, const char *marked)
{
  g_auto (GStrv) pieces = g_strsplit_set (marked, "[]", -1);
  g_autofree char *text = g_strjoinv ("", pieces);
  g_autoptr (GArray) hits = find (language, terms, text, COG_TERMS_LONGEST);
  g_autoptr (GString) found = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const CogTermHit *hit = &g_array_index (hits, CogTermHit, i);
      g_autofree char *words = g_utf8_substring (text, hit->start, hit->end);
      g_autofree char *between = NULL;

      g_assert_cmpuint (hit->start, >=, at);
      between = g_utf8_substring (text, at, hit->start);
      g_string_append_printf (found, "%s[%s]", between, words);
      at = hit->end;
    }
  g_string_append (found, g_utf8_offset_to_pointer (text, at));
  g_assert_cmpstr (found->str, ==, marked);
}

static void
assert_all (const char *language, const char *terms, const char *text, const char *expected)
{
  g_autoptr (GArray) hits = find (language, terms, text, COG_TERMS_ALL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const CogTermHit *hit = &g_array_index (hits, CogTermHit, i);
      g_autofree char *words = g_utf8_substring (text, hit->start, hit->end);

      g_string_append_printf (found, "[%s]", words);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_words (void)
{
  assert_found ("en", "force", "A [force], [forces]; [Forces] of enforcement, [force].");
  assert_found ("en", "work", "[Work] is done, no worker or working.");
  assert_found ("en", "electric field; field",
                "[Electric field], [fields]; an electric\u00a0shock.");
  assert_found ("en", "electric field", "The [electric-field], the [electric\u00a0\n field].");
  assert_found ("en", "electric field",
                "An electric, field; electric. Field, electric \ufffc field.");
  assert_found ("en", "cafe", "A [café]");
  assert_found ("en", "x-ray", "[X-rays] and an [x ray].");
  assert_found ("en", "force (physics)", "A [force].");
}

static void
test_plurals (void)
{
  assert_found ("en", "matrix; nucleus; axis; body; lens",
                "[Matrices], [nuclei], [axes], [bodies], [lenses]; not: lent, bodice.");
  assert_found ("en", "center of mass", "Two [centers of mass].");
  assert_found ("en", "moment; acceleration; electron",
                "Momentum, accelerated, electric, [moments], [Electron's].");
}

static void
test_signs (void)
{
  assert_found ("en", "IT; LED", "It is [IT]; [LEDs] lead and led.");
  assert_found ("en", "C++; C", "[C++] and [C]; c.");
  assert_found ("en", "pH; carbon-14", "[pH] of [carbon-14]; [carbon 14], carbon 15.");
}

static void
test_all (void)
{
  assert_all ("en", "field; electric field", "An electric field.", "[electric field][field]");
  /* Each of those of the same words. */
  assert_all ("en", "force (physics); force (law)", "A force.", "[force][force]");
}

/* By the light rules: no dictionary of these is needed. */
static void
test_rules (void)
{
  assert_found ("sr", "сила", "[Силе] и [силом], силан.");
  assert_found ("bg", "поле", "[полето], [полета]");
  assert_found ("tr", "kuvvet; renk", "[Kuvvetlerin], [kuvvetle]; [rengi]; kuvars.");
  assert_found ("fi", "voima", "[Voiman], [voimalla]; voi.");
}

static void
test_french (void)
{
  assert_found ("fr", "énergie; travail", "[L’énergie] [d'énergie], les [travaux]; énergique.");
}

static void
test_arabic (void)
{
  assert_found ("ar", "قوة; طاقة", "[القُوّة] [والقوة] [بالقوة] [للطاقة] [وطاقة] [طاقتها] [طاقات]");
  assert_found ("ar", "القوة", "[قوة] [بالقوة]");
  assert_found ("ar", "المجال الكهربائي", "في [مجال كهربائي] [والمجال الكهربائي]");
}

static void
test_without_spaces (void)
{
  assert_found ("zh", "力学; 光; 光电效应", "动力学和[力学]，[光]是[光电效应]。");
  assert_found ("ja", "電場; エネルギー", "[電場]の[エネルギー]は");
  assert_found ("th", "แรง; สนามไฟฟ้า", "[แรง]ใน[สนามไฟฟ้า]");
  assert_found ("km", "កម្លាំង", "[កម្លាំង]និងថាមពល");
}

static gboolean
needs (const char *language)
{
  g_autofree char *why = NULL;

  if (cog_stemmer_get (language) != NULL)
    return TRUE;
  why = g_strdup_printf ("no hunspell dictionary for %s", language);
  g_test_skip (why);
  return FALSE;
}

static void
test_spanish (void)
{
  if (!needs ("es"))
    return;
  assert_found ("es", "aceleración; carga; campo eléctrico",
                "[Aceleraciones], acelerar, el cargo de la [carga], los [campos eléctricos].");
}

static void
test_polish (void)
{
  if (!needs ("pl"))
    return;
  assert_found ("pl", "siła; prędkość; pole elektryczne; ciało",
                "[Siły], [sile], [sił]; z [prędkością]; w [polu elektrycznym]; na [ciele].");
}

static void
test_russian (void)
{
  if (!needs ("ru"))
    return;
  assert_found ("ru", "сила; электрическое поле; ускорение",
                "[Силой], силос; в [электрическом поле]; [ускорения], ускорить.");
}

static void
test_hostile (void)
{
  g_autoptr (CogTermFinder) finder = cog_term_finder_new (NULL);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (CogTermHit));
  g_autofree char *long_word = g_strnfill (100000, 'a');

  g_assert_false (cog_term_finder_add (finder, "", 1));
  g_assert_false (cog_term_finder_add (finder, "…", 1));
  g_assert_false (cog_term_finder_add (finder, " (a)", 1));
  cog_term_finder_find (finder, "a", COG_TERMS_LONGEST, hits);
  g_assert_true (cog_term_finder_add (finder, long_word, 1));
  cog_term_finder_find (finder, long_word, COG_TERMS_LONGEST, hits);
  g_assert_cmpuint (hits->len, ==, 1);
  cog_term_finder_find (finder, "", COG_TERMS_LONGEST, hits);
  g_assert_cmpuint (hits->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/term-finder/words", test_words);
  g_test_add_func ("/term-finder/plurals", test_plurals);
  g_test_add_func ("/term-finder/signs", test_signs);
  g_test_add_func ("/term-finder/all", test_all);
  g_test_add_func ("/term-finder/rules", test_rules);
  g_test_add_func ("/term-finder/french", test_french);
  g_test_add_func ("/term-finder/arabic", test_arabic);
  g_test_add_func ("/term-finder/without-spaces", test_without_spaces);
  g_test_add_func ("/term-finder/spanish", test_spanish);
  g_test_add_func ("/term-finder/polish", test_polish);
  g_test_add_func ("/term-finder/russian", test_russian);
  g_test_add_func ("/term-finder/hostile", test_hostile);
  return g_test_run ();
}
