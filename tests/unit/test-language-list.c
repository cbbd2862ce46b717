/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-language-list.h"
#include "cog-language.h"

static const CogLanguageChoice *
find (GPtrArray *list, const char *tag)
{
  for (guint i = 0; i < list->len; i++)
    {
      const CogLanguageChoice *choice = g_ptr_array_index (list, i);

      if (g_str_equal (choice->tag, tag))
        return choice;
    }
  return NULL;
}

static void
test_languages (void)
{
  g_autoptr (GPtrArray) list = cog_language_list ("en");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const CogLanguageChoice *arabic = find (list, "ar");

  g_assert_cmpuint (list->len, >, 400);
  g_assert_cmpstr (((const CogLanguageChoice *)g_ptr_array_index (list, 0))->tag, ==, "ar");
  g_assert_cmpstr (arabic->name, ==, "Arabic");
  g_assert_cmpstr (arabic->own_name, ==, "العربية");
  g_assert_nonnull (find (list, "zh-Hant"));
  g_assert_null (find (list, "zh"));
  g_assert_nonnull (find (list, "kk"));
  g_assert_nonnull (find (list, "sr-Latn"));
  for (guint i = 0; i < list->len; i++)
    {
      const CogLanguageChoice *choice = g_ptr_array_index (list, i);

      g_assert_true (cog_language_is_valid (choice->tag));
      g_assert_true (g_hash_table_add (seen, choice->tag));
      g_assert_true (g_utf8_validate (choice->name, -1, NULL));
    }
}

static void
test_places (void)
{
  guint n_own = 0;
  g_autoptr (GPtrArray) list = cog_language_list_places ("ar", "en", &n_own);
  g_autoptr (GPtrArray) kazakh = NULL;
  g_autoptr (GPtrArray) chinese = NULL;
  const CogLanguageChoice *jordan = find (list, "JO");

  g_assert_cmpstr (((const CogLanguageChoice *)g_ptr_array_index (list, 0))->tag, ==, "");
  g_assert_cmpstr (((const CogLanguageChoice *)g_ptr_array_index (list, 1))->tag, ==, "EG");
  g_assert_cmpuint (n_own, >, 15);
  g_assert_cmpuint (n_own, <, 40);
  g_assert_cmpuint (list->len, >, 200);
  g_assert_cmpstr (jordan->name, ==, "Jordan");
  g_assert_cmpstr (jordan->own_name, ==, "الأردن");
  kazakh = cog_language_list_places ("kk", "en", NULL);
  g_assert_cmpstr (((const CogLanguageChoice *)g_ptr_array_index (kazakh, 1))->tag, ==, "KZ");
  chinese = cog_language_list_places ("zh-Hant", "en", &n_own);
  g_assert_cmpstr (((const CogLanguageChoice *)g_ptr_array_index (chinese, 1))->tag, ==, "TW");
  g_assert_cmpuint (n_own, <, 10);
}

static void
test_tags (void)
{
  static const struct
  {
    const char *tag, *language, *place;
  } cases[] = {
    { "ar-JO", "ar", "JO" },        { "ar", "ar", NULL },    { "zh-Hant-TW", "zh-Hant", "TW" },
    { "sr-Latn", "sr-Latn", NULL }, { "kk_kz", "kk", "KZ" }, { "nonsense words", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *language = NULL;
      g_autofree char *place = cog_language_split (cases[i].tag, &language);
      g_autofree char *joined = language != NULL ? cog_language_join (language, place) : NULL;
      g_autofree char *canonical = cog_language_canonicalise (cases[i].tag);

      g_assert_cmpstr (language, ==, cases[i].language);
      g_assert_cmpstr (place, ==, cases[i].place);
      g_assert_cmpstr (joined, ==, language != NULL ? canonical : NULL);
    }
}

/* A script that goes without saying is left out (BCP 47, 4.1), and no other. */
static void
test_scripts (void)
{
  static const char *const cases[][2] = {
    { "la-Latn", "la" },      { "kk-Cyrl-KZ", "kk-KZ" },
    { "kk-Latn", "kk-Latn" }, { "zh-Hans-CN", "zh-Hans-CN" },
    { "ar-Arab", "ar" },      { "uz-Cyrl", "uz-Cyrl" },
    { "ja-Jpan", "ja" },      { "en-Latn-GB", "en-GB" },
    { "de-1996", "de-1996" }, { "ru-Latn", "ru-Latn" },
    { "en", "en" },           { "es-419", "es-419" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *canonical = cog_language_canonicalise (cases[i][0]);

      g_assert_cmpstr (canonical, ==, cases[i][1]);
    }
}

static void
test_search (void)
{
  g_autoptr (GPtrArray) list = cog_language_list ("en");
  const CogLanguageChoice *turkish = find (list, "tr");

  g_assert_true (cog_language_choice_matches (turkish, "turk"));
  g_assert_true (cog_language_choice_matches (turkish, "TÜRKÇE"));
  g_assert_true (cog_language_choice_matches (turkish, "turkce"));
  g_assert_true (cog_language_choice_matches (turkish, " tr "));
  g_assert_false (cog_language_choice_matches (turkish, "arab"));
  g_assert_true (cog_language_choice_matches (find (list, "ar"), "عرب"));
}

/* What somebody means stands first: tags, ISO codes and names, also the language's own, before what
 * only holds the letters. */
static void
test_rank (void)
{
  static const struct
  {
    const char *query, *tag;
  } cases[] = {
    { "pl", "pl" },      { "pol", "pl" },          { "polish", "pl" }, { "Polski", "pl" },
    { "de", "de" },      { "ger", "de" },          { "ar", "ar" },     { "ara", "ar" },
    { "العربية", "ar" }, { "sr-latn", "sr-Latn" }, { "turkce", "tr" }, { "kk", "kk" },
    { "kaz", "kk" },     { "Қазақ", "kk" },
  };
  g_autoptr (GPtrArray) list = cog_language_list ("en");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CogLanguageChoice *first = NULL;
      int best = G_MAXINT;

      for (guint k = 0; k < list->len; k++)
        {
          const CogLanguageChoice *choice = g_ptr_array_index (list, k);
          int rank = cog_language_choice_rank (choice, cases[i].query);

          if (rank >= 0 && rank < best)
            {
              best = rank;
              first = choice;
            }
        }
      g_assert_nonnull (first);
      g_assert_cmpstr (first->tag, ==, cases[i].tag);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language-list/languages", test_languages);
  g_test_add_func ("/language-list/places", test_places);
  g_test_add_func ("/language-list/tags", test_tags);
  g_test_add_func ("/language-list/scripts", test_scripts);
  g_test_add_func ("/language-list/search", test_search);
  g_test_add_func ("/language-list/rank", test_rank);
  return g_test_run ();
}
