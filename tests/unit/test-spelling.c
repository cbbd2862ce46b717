/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "folder.h"

#include "cog-spelling.h"

#include <glib/gstdio.h>

static void
assert_words (const char *language, const char *text, const GArray *skip, const char *expected)
{
  g_autoptr (GArray) words = cog_spelling_list_words (text, language, skip);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const CogStretch *word = &g_array_index (words, CogStretch, i);
      g_autofree char *piece = g_utf8_substring (text, word->start, word->end);

      g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", piece);
    }
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
test_words (void)
{
  assert_words ("en", "", NULL, "");
  assert_words ("en", "It isn't far: 75 mph, x2, H2O.", NULL, "It|isn't|far|mph");
  assert_words ("en", "See https://example.org/a-b, me@example.org and www.example.org now", NULL,
                "See|and|now");
  assert_words ("en", "The UNESCO report", NULL, "The|report");
  assert_words ("ar-EG", "قانون نيوتن (Newton) في الحركة", NULL, "قانون|نيوتن|في|الحركة");
  assert_words ("pl", "Zażółć gęślą jaźń \xEF\xBF\xBC i Ньютон", NULL, "Zażółć|gęślą|jaźń");
  assert_words ("en", "energy \xEF\xBF\xBCx twice", NULL, "energy|twice");
}

static void
test_skip (void)
{
  const CogStretch stretches[] = { { 4, 8 }, { 9, 20 }, { 10, 12 } };
  g_autoptr (GArray) skip = g_array_new (FALSE, FALSE, sizeof (CogStretch));

  g_array_append_vals (skip, stretches, G_N_ELEMENTS (stretches));
  assert_words ("en", "one code more words here end", skip, "one|here|end");
}

/* With whatever dictionary the machine has: an English one, mostly. */
static void
test_dictionary (void)
{
  g_autoptr (CogSpelling) spelling = cog_spelling_new ("en-US");
  g_autoptr (GPtrArray) list = NULL;

  if (spelling == NULL)
    {
      g_test_skip ("no English dictionary");
      return;
    }
  g_assert_true (cog_spelling_check (spelling, "water"));
  g_assert_false (cog_spelling_check (spelling, "watter"));
  list = cog_spelling_suggest (spelling, "watter", 5);
  g_assert_cmpuint (list->len, >, 0);
  g_assert_cmpuint (list->len, <=, 5);
  cog_spelling_ignore (spelling, "watter");
  g_assert_true (cog_spelling_check (spelling, "watter"));
}

static void
test_fallback (void)
{
  g_autoptr (CogSpelling) arabic = cog_spelling_new ("ar-EG-u-nu-arab");
  g_autoptr (CogSpelling) region = cog_spelling_new ("pl");
  g_autoptr (CogSpelling) none = cog_spelling_new ("tlh");

  g_assert_null (none);
  g_assert_null (cog_spelling_new (""));
  if (region != NULL)
    g_assert_cmpstr (cog_spelling_get_dictionary (region), ==, "pl_PL");
  if (arabic != NULL)
    g_assert_true (g_str_has_prefix (cog_spelling_get_dictionary (arabic), "ar"));
}

int
main (int argc, char *argv[])
{
  g_autofree char *own = NULL;

  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  /* The person's own words are not the test's. */
  own = g_get_current_dir ();
  g_setenv ("XDG_CONFIG_HOME", own, TRUE);
  g_setenv ("ENCHANT_CONFIG_DIR", own, TRUE);
  g_test_add_func ("/spelling/words", test_words);
  g_test_add_func ("/spelling/skip", test_skip);
  g_test_add_func ("/spelling/dictionary", test_dictionary);
  g_test_add_func ("/spelling/fallback", test_fallback);
  return g_test_run ();
}
