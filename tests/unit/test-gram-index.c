/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edit-distance.h"
#include "cog-gram-index.h"

#include <string.h>

/* "id:score …", the scores without what is behind the point. */
static char *
search (CogGramIndex *index, const char *text, double threshold, guint n)
{
  g_autoptr (GArray) matches = cog_gram_index_search (index, text, threshold, n);
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const CogGramMatch *match = &g_array_index (matches, CogGramMatch, i);

      g_string_append_printf (said, "%s%d:%d", i > 0 ? " " : "", (int)match->id, (int)match->score);
    }
  return g_string_free (said, FALSE);
}

static void
assert_found (
    CogGramIndex *index, const char *text, double threshold, guint n, const char *expected)
{
  g_autofree char *found = search (index, text, threshold, n);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_few (void)
{
  g_autoptr (CogGramIndex) index = cog_gram_index_new ();

  assert_found (index, "water", 1, 5, "");
  cog_gram_index_add (index, 1, "the lens bends the light.");
  cog_gram_index_add (index, 2, "the lens bends all light.");
  cog_gram_index_add (index, 3, "water boils at 100 °c.");
  cog_gram_index_add (index, 4, "");
  assert_found (index, "the lens bends the light.", 70, 5, "1:100 2:88");
  assert_found (index, "the lens bends the light.", 70, 1, "1:100");
  assert_found (index, "the lens bends the light.", 90, 5, "1:100");
  assert_found (index, "water boils at 90 °c.", 70, 5, "3:90");
  assert_found (index, "", 70, 5, "");
  cog_gram_index_remove (index, 1);
  assert_found (index, "the lens bends the light.", 70, 5, "2:88");
  g_assert_cmpuint (cog_gram_index_get_count (index), ==, 3);
  /* Of the same score, the newest. */
  cog_gram_index_add (index, 9, "the lens bends all light.");
  assert_found (index, "the lens bends all light.", 70, 5, "9:100 2:100");
}

static char *
make_sentence (GRand *random, guint n_words)
{
  static const char *const syllables[] = { "ka", "lo", "mi", "ter", "ość", "物", "ن", "ra", "su" };
  GString *sentence = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (sentence, ' ');
      for (gint k = g_rand_int_range (random, 1, 4); k > 0; k--)
        g_string_append (sentence, syllables[g_rand_int_range (random, 0, 9)]);
    }
  return g_string_free (sentence, FALSE);
}

/* Added in pieces, with searches between, so that lists are made, joined and looked through beside
 * texts that have none: the best score must be the one that comparing with every text finds. */
static void
test_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (CogGramIndex) index = cog_gram_index_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n_missed = 0, n_runs = 0;

  for (guint i = 0; i < 20000; i++)
    {
      char *text = make_sentence (random, 3 + i % 12);

      g_ptr_array_add (texts, text);
      cog_gram_index_add (index, i, text);
      if (i % 3000 == 2999)
        n_runs += cog_gram_index_settle (index, i);
    }
  g_assert_cmpuint (n_runs, ==, 3);
  cog_gram_index_remove (index, 500);
  for (guint i = 0; i < 300; i++)
    {
      guint at = (guint)g_rand_int_range (random, 0, 20000);
      g_autofree char *word = make_sentence (random, 1);
      g_autofree char *text = g_strdup_printf ("%s %s", (char *)texts->pdata[at], word);
      g_autoptr (CogEditPattern) pattern = cog_edit_pattern_new (text);
      g_autoptr (GArray) matches = cog_gram_index_search (index, text, 70, 5);
      double best = 0;

      for (guint k = 0; k < texts->len; k++)
        {
          const char *other = texts->pdata[k];
          double longer = MAX (g_utf8_strlen (text, -1), g_utf8_strlen (other, -1));
          guint distance = cog_edit_pattern_measure (pattern, other, strlen (other), G_MAXINT);

          if (k != 500)
            best = MAX (best, 100 * (1 - distance / longer));
        }
      if (best >= 70 &&
          (matches->len == 0 || g_array_index (matches, CogGramMatch, 0).score < best - 1e-6))
        n_missed++;
      for (guint k = 0; k < matches->len; k++)
        g_assert_cmpint (g_array_index (matches, CogGramMatch, k).id, !=, 500);
    }
  g_assert_cmpuint (n_missed, <=, 3);
}

/* By lists and without them, the newest first. */
static void
test_words (void)
{
  static const char *const lens[] = { "lens", "ligh", NULL };
  static const char *const no[] = { "ens", NULL };
  static const char *const in[] = { "a7", NULL };
  static const char *const chinese[] = { "光学", NULL };

  for (guint n = 10; n < 10000; n += 9000)
    {
      g_autoptr (CogGramIndex) index = cog_gram_index_new ();
      const struct
      {
        const char *const *words;
        gint64 first;
        guint n;
      } cases[] = { { lens, 3, 2 }, { no, 0, 0 }, { in, 17, n > 20 ? 1 : 0 }, { chinese, 4, 1 } };

      cog_gram_index_add (index, 1, "the lens bends the light.");
      cog_gram_index_add (index, 2, "a lens.");
      cog_gram_index_add (index, 3, "light is bent by lenses.");
      cog_gram_index_add (index, 4, "几何光学很美。");
      for (guint i = 10; i < n; i++)
        {
          g_autofree char *text = g_strdup_printf ("text a%u of many", i - 10);

          cog_gram_index_add (index, i, text);
        }
      g_assert_true (cog_gram_index_settle (index, n) == (n > 4096));
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autoptr (GArray) ids = cog_gram_index_find_words (index, cases[i].words, 5);

          if (i == 2 && n > 20)
            {
              /* "a7", "a70" … begin so. */
              g_assert_cmpuint (ids->len, ==, 5);
              continue;
            }
          g_assert_cmpuint (ids->len, ==, cases[i].n);
          if (ids->len > 0)
            g_assert_cmpint (g_array_index (ids, gint64, 0), ==, cases[i].first);
        }
    }
}

/* A long paragraph, and the same with a sentence taken out. */
static void
test_long (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (CogGramIndex) index = cog_gram_index_new ();
  g_autofree char *text = make_sentence (random, 20000);
  g_autofree char *part = g_utf8_substring (text, 0, g_utf8_strlen (text, -1) * 9 / 10);

  cog_gram_index_add (index, 1, text);
  assert_found (index, part, 70, 5, "1:89");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gram-index/few", test_few);
  g_test_add_func ("/gram-index/many", test_many);
  g_test_add_func ("/gram-index/words", test_words);
  g_test_add_func ("/gram-index/long", test_long);
  return g_test_run ();
}
