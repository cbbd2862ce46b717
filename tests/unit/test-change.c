/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution.h"
#include "cog-message.h"

#include <string.h>

static const char *const languages[] = {
  "en", "ar", "fr", "es", "ru", "zh-Hans", "pt", "de", "pl",
  "uk", "kk", "tr", "id", "fa", "ur",      "hi", "sw",
};
static const guint numbers[] = { 0, 1, 2, 3, 5, 11, 21, 100 };

/* The language's own plural form. */
static void
test_forms (void)
{
  static const struct
  {
    const char *language;
    CogChangeKind kind;
    guint n;
    const char *clause;
  } rows[] = {
    { "en", COG_CHANGE_ADAPTED, 1, "1 passage adapted" },
    { "en", COG_CHANGE_ADAPTED, 23, "23 passages adapted" },
    { "en", COG_CHANGE_ADAPTED, 1234, "1,234 passages adapted" },
    { "ar", COG_CHANGE_OMITTED, 0, "لم يُحذف أي مقطع" },
    { "ar", COG_CHANGE_OMITTED, 1, "حُذف مقطع واحد" },
    { "ar", COG_CHANGE_OMITTED, 2, "حُذف مقطعان" },
    { "ar-EG", COG_CHANGE_OMITTED, 3, "حُذفت ٣ مقاطع" },
    { "ar-EG", COG_CHANGE_OMITTED, 11, "حُذف ١١ مقطعًا" },
    { "ar-EG", COG_CHANGE_OMITTED, 100, "حُذف ١٠٠ مقطع" },
    { "ar-EG", COG_CHANGE_FIGURES_REPLACED, 103, "استُبدلت ١٠٣ أشكال" },
    { "ar-EG", COG_CHANGE_DATES, 1, "كُتب تاريخ أو عدد واحد بالطريقة المحلية" },
    { "ar-EG", COG_CHANGE_EXAMPLES, 5, "استُبدلت ٥ أسماء وأمثلة بأخرى محلية" },
    { "ar-EG", COG_CHANGE_EXAMPLES, 12, "استُبدل ١٢ اسمًا ومثالًا بأخرى محلية" },
    { "ar-EG", COG_CHANGE_EXPLAINED, 2, "شُرح اسمان أو عادتان" },
    { "kk-KZ", COG_CHANGE_EXPLAINED, 1200, "1\u00A0200 атауға не әдет-ғұрыпқа түсінік берілді" },
    { "ru", COG_CHANGE_ADAPTED, 1, "адаптирован 1 фрагмент" },
    { "ru", COG_CHANGE_ADAPTED, 2, "адаптировано 2 фрагмента" },
    { "ru", COG_CHANGE_ADAPTED, 5, "адаптировано 5 фрагментов" },
    { "ru", COG_CHANGE_ADAPTED, 11, "адаптировано 11 фрагментов" },
    { "ru", COG_CHANGE_ADAPTED, 21, "адаптирован 21 фрагмент" },
    { "uk", COG_CHANGE_FIGURES_ADDED, 3, "додано 3 рисунки" },
    { "uk", COG_CHANGE_FIGURES_ADDED, 11, "додано 11 рисунків" },
    { "pl", COG_CHANGE_SECTIONS_OMITTED, 1, "pominięto 1 rozdział" },
    { "pl", COG_CHANGE_SECTIONS_OMITTED, 2, "pominięto 2 rozdziały" },
    { "pl", COG_CHANGE_SECTIONS_OMITTED, 21, "pominięto 21 rozdziałów" },
    { "zh-Hans", COG_CHANGE_SECTIONS_ADDED, 2, "新增 2 节" },
    /* Sentences are English where there are none in the language: so are their plurals. */
    { "ja", COG_CHANGE_ADAPTED, 1, "1 passage adapted" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CogChange change = { rows[i].kind, rows[i].n, NULL };
      g_autofree char *clause = cog_change_dup_clause (&change, rows[i].language, NULL);

      g_assert_cmpstr (clause, ==, rows[i].clause);
    }
}

static void
test_languages_named (void)
{
  CogChange change = { COG_CHANGE_TRANSLATED, 7, (char *)"en" };
  g_autofree char *english = cog_change_dup_clause (&change, "en", "ar");
  g_autofree char *arabic = cog_change_dup_clause (&change, "ar-EG", NULL);
  g_autofree char *other = cog_change_dup_clause (&change, "nl", "nl");

  g_assert_cmpstr (english, ==, "7 passages translated from English into Arabic");
  g_assert_cmpstr (arabic, ==, "تُرجمت ٧ مقاطع من الإنجليزية إلى العربية (مصر)");
  g_assert_cmpstr (other, ==, "7 passages translated from English into Dutch");
}

static char *
write_statement (const char *language, guint n)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GPtrArray) changes = cog_change_list_new ();
  CogEdition edition = {
    .language = language, .title = "X", .sources = sources, .changes = changes
  };
  g_autoptr (GPtrArray) paragraphs = NULL;

  cog_change_list_add (changes, COG_CHANGE_TRANSLATED, "en", n);
  cog_change_list_add (changes, COG_CHANGE_TRANSLATED, NULL, n);
  for (guint kind = COG_CHANGE_ADAPTED; kind <= COG_CHANGE_FIGURES_TRANSLATED; kind++)
    cog_change_list_add (changes, kind, NULL, n);
  paragraphs = cog_attribution_list_paragraphs (&edition);
  return cog_credit_text_to_plain (g_ptr_array_index (paragraphs, 0), language, TRUE);
}

/* Every clause in every language: complete, with its number, and told from the others. */
static void
test_all (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint n = 0; n < G_N_ELEMENTS (numbers); n++)
      {
        g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        g_autofree char *statement = write_statement (languages[l], numbers[n]);

        for (guint kind = 0; kind <= COG_CHANGE_FIGURES_TRANSLATED; kind++)
          {
            CogChange change = { kind, numbers[n], NULL };
            char *clause = cog_change_dup_clause (&change, languages[l], "kk");

            g_assert_null (strpbrk (clause, "{}#."));
            g_assert_cmpint (g_utf8_strlen (clause, -1), >, 4);
            if (!g_hash_table_add (seen, clause))
              g_error ("%s: “%s” is said of two kinds", languages[l], clause);
          }
        g_test_message ("%s", statement);
        g_assert_null (strpbrk (statement, "{}#"));
        g_assert_null (strstr (statement, ".."));
        g_assert_null (strstr (statement, "。。"));
        g_assert_null (strstr (statement, "  "));
      }
}

/* Alike ones are one clause; those from other languages are not; in the order of the kinds. */
static void
test_list (void)
{
  g_autoptr (GPtrArray) changes = cog_change_list_new ();
  g_autoptr (GPtrArray) text = cog_credit_text_new ();
  g_autofree char *plain = NULL;

  cog_change_list_add (changes, COG_CHANGE_SECTIONS_OMITTED, NULL, 2);
  cog_change_list_add (changes, COG_CHANGE_TRANSLATED, "en-GB", 3);
  cog_change_list_add (changes, COG_CHANGE_TRANSLATED, "en", 4);
  cog_change_list_add (changes, COG_CHANGE_TRANSLATED, "fr", 1);
  cog_change_list_add (changes, COG_CHANGE_ADDED, NULL, 0);
  cog_change_list_describe (changes, "en", "pl", text);
  plain = cog_credit_text_to_plain (text, "en", FALSE);
  g_assert_cmpstr (plain, ==,
                   "7 passages translated from English (United Kingdom) into Polish; "
                   "1 passage translated from French into Polish; 2 sections omitted");
}

/* Names go with a number where each is known and they are few. */
static void
test_names (void)
{
  g_autoptr (GPtrArray) changes = cog_change_list_new ();
  g_autoptr (GPtrArray) more = cog_change_list_new ();
  g_autoptr (GPtrArray) text = cog_credit_text_new ();
  g_autoptr (GPtrArray) chinese = cog_credit_text_new ();
  g_autoptr (GPtrArray) many = cog_credit_text_new ();
  g_autofree char *plain = NULL;
  g_autofree char *zh = NULL;
  g_autofree char *number = NULL;

  cog_change_list_add_named (changes, COG_CHANGE_SECTIONS_OMITTED, "The Fourth of July");
  cog_change_list_add (more, COG_CHANGE_TRANSLATED, "en", 8);
  cog_change_list_add (more, COG_CHANGE_ADAPTED, NULL, 2);
  cog_change_list_add_named (more, COG_CHANGE_SECTIONS_OMITTED, "Thanksgiving");
  cog_change_list_add_all (changes, more);
  cog_change_list_describe (changes, "en", "ar", text);
  plain = cog_credit_text_to_plain (text, "en", FALSE);
  g_assert_cmpstr (plain, ==,
                   "2 passages adapted; 2 sections omitted (The Fourth of July, Thanksgiving)");
  cog_change_list_describe (changes, "zh-Hans", "ar", chinese);
  zh = cog_credit_text_to_plain (chinese, "zh-Hans", FALSE);
  g_assert_cmpstr (zh, ==, "改编 2 个段落；删去 2 节（The Fourth of July，Thanksgiving）");
  cog_change_list_add (changes, COG_CHANGE_SECTIONS_OMITTED, NULL, 1);
  cog_change_list_describe (changes, "en", "ar", many);
  number = cog_credit_text_to_plain (many, "en", FALSE);
  g_assert_cmpstr (number, ==, "2 passages adapted; 3 sections omitted");
}

static void
test_bad_messages (void)
{
  const char *const words[] = { "{0}'", NULL };
  g_autofree char *fine = cog_message_format ("en", "{0, number} of {1}", 2, words);

  g_assert_cmpstr (fine, ==, "2 of {0}'");
  g_assert_null (cog_message_format ("en", "{0, plural, one{x}", 1, NULL));
  g_assert_null (cog_message_format ("en", "{0, nonsense}", 1, NULL));
  g_assert_null (cog_message_format ("en", "{0} without a type", 1, NULL));
  g_assert_null (cog_message_format ("en", "without a number", 1, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/forms", test_forms);
  g_test_add_func ("/change/languages-named", test_languages_named);
  g_test_add_func ("/change/all-languages", test_all);
  g_test_add_func ("/change/list", test_list);
  g_test_add_func ("/change/names", test_names);
  g_test_add_func ("/change/bad-messages", test_bad_messages);
  return g_test_run ();
}
