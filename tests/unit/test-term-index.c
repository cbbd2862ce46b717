/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-term-index.h"

#include <locale.h>

/* "A: apple, axis | B: ball" */
static char *
write_groups (const char *language, const char *const *terms)
{
  g_autoptr (CogTermIndex) index = cog_term_index_new (language);
  g_autoptr (GPtrArray) groups = NULL;
  GString *out = g_string_new (NULL);

  for (guint i = 0; terms[i] != NULL; i++)
    g_assert_true (cog_term_index_add (index, terms[i], "p"));
  groups = cog_term_index_dup_groups (index);
  for (guint i = 0; i < groups->len; i++)
    {
      const CogTermGroup *group = g_ptr_array_index (groups, i);

      g_string_append_printf (out, "%s%s:", i > 0 ? " | " : "",
                              group->heading != NULL ? group->heading : "");
      for (guint k = 0; k < group->terms->len; k++)
        g_string_append_printf (out, "%s %s", k > 0 ? "," : "",
                                ((const CogTerm *)g_ptr_array_index (group->terms, k))->text);
    }
  return g_string_free (out, FALSE);
}

static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    const char *terms[8];
    const char *groups;
  } cases[] = {
    { "en",
      { "mass", "Acceleration", "énergie", "energy", "“quoted”", "10 rules", "2 rules" },
      "0–9: 2 rules, 10 rules | A: Acceleration | E: énergie, energy | M: mass | Q: “quoted”" },
    { "cs",
      { "chemie", "cukr", "hora", "čas", "internet" },
      "C: cukr | Č: čas | H: hora | Ch: chemie | I: internet" },
    { "sv", { "ångström", "zink", "atom", "öl" }, "A: atom | Z: zink | Å: ångström | Ö: öl" },
    { "de", { "Übung", "Uhr", "Ähre", "Apfel" }, "A: Ähre, Apfel | U: Übung, Uhr" },
    { "tr", { "ışık", "iletken", "hız" }, "H: hız | I: ışık | İ: iletken" },
    { "ru", { "ёмкость", "ель", "масса" }, "Е: ель, ёмкость | М: масса" },
    { "ar", { "مادة", "أرض", "اتجاه", "بحر" }, "ا: اتجاه, أرض | ب: بحر | م: مادة" },
    { "hi", { "कण", "किरण", "गति" }, "क: कण, किरण | ग: गति" },
    { "th", { "เมฆ", "มวล", "กรด" }, "ก: กรด | ม: มวล, เมฆ" },
    { "ko", { "힘", "가속도", "거리", "나침반" }, "ㄱ: 가속도, 거리 | ㄴ: 나침반 | ㅎ: 힘" },
    { "ja", { "かがく", "がくしゃ", "あめ" }, "あ: あめ | か: かがく, がくしゃ" },
    { "zh", { "重力", "质量", "atom" }, ": 质量, 重力 | A: atom" },
    { "und", { "b", "a" }, "A: a | B: b" },
    { "no such language", { "b", "a" }, "A: a | B: b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *groups = write_groups (cases[i].language, cases[i].terms);

      if (g_strcmp0 (groups, cases[i].groups) != 0)
        g_test_message ("%s", cases[i].language);
      g_assert_cmpstr (groups, ==, cases[i].groups);
    }
}

static void
test_terms (void)
{
  g_autoptr (CogTermIndex) index = cog_term_index_new ("en");
  g_autoptr (GPtrArray) groups = NULL;
  const CogTerm *term;
  g_autofree char *sentence = g_strnfill (100, 'x');

  g_assert_true (cog_term_index_add (index, "Law  of\n motion:", "p1"));
  g_assert_true (cog_term_index_add (index, "law of motion", "p2"));
  g_assert_true (cog_term_index_add (index, "law of motion", "p2"));
  g_assert_true (cog_term_index_add (index, "Newton", "p3"));
  g_assert_false (cog_term_index_add (index, " … ", "p4"));
  g_assert_false (cog_term_index_add (index, "", "p4"));
  g_assert_false (cog_term_index_add (index, sentence, "p4"));
  g_assert_cmpuint (cog_term_index_get_n_terms (index), ==, 2);
  groups = cog_term_index_dup_groups (index);
  g_assert_cmpuint (groups->len, ==, 2);
  term = g_ptr_array_index (((const CogTermGroup *)g_ptr_array_index (groups, 0))->terms, 0);
  g_assert_cmpstr (term->text, ==, "law of motion");
  g_assert_cmpuint (term->places->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (term->places, 0), ==, "p1");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/term-index/languages", test_languages);
  g_test_add_func ("/term-index/terms", test_terms);
  return g_test_run ();
}
