/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edit-distance.h"
#include "cog-segment-fold.h"

#include <string.h>

/* By the book: one row after another. */
static guint
measure_plainly (const char *a, const char *b)
{
  g_autofree gunichar *left = g_utf8_to_ucs4_fast (a, -1, NULL);
  glong n = g_utf8_strlen (b, -1);
  g_autofree gunichar *right = g_utf8_to_ucs4_fast (b, -1, NULL);
  g_autofree guint *row = g_new (guint, n + 1);

  for (glong j = 0; j <= n; j++)
    row[j] = (guint)j;
  for (glong i = 0; left[i] != 0; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint)i + 1;
      for (glong j = 0; j < n; j++)
        {
          guint change = diagonal + (left[i] != right[j]);

          diagonal = row[j + 1];
          row[j + 1] = MIN (change, MIN (row[j + 1], row[j]) + 1);
        }
    }
  return row[n];
}

static char *
make_text (guint most, const char *const *letters, guint n_letters)
{
  GString *text = g_string_new (NULL);
  guint n = (guint)g_test_rand_int_range (0, (gint32)most + 1);

  for (guint i = 0; i < n; i++)
    g_string_append (text, letters[g_test_rand_int_range (0, (gint32)n_letters)]);
  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  static const char *const letters[] = { "a", "b", " ", "ż", "中", "𝒙", "é" };

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *a = make_text (i % 5 == 0 ? 300 : 70, letters, 2 + i % 6);
      g_autofree char *b = make_text (i % 7 == 0 ? 300 : 70, letters, 2 + i % 6);
      g_autoptr (CogEditPattern) pattern = cog_edit_pattern_new (a);
      guint distance = measure_plainly (a, b);

      /* Twice: nothing of the first comparison may be left. */
      for (guint k = 0; k < 2; k++)
        g_assert_cmpuint (cog_edit_pattern_measure (pattern, b, strlen (b), 10000), ==, distance);
      g_assert_cmpuint (cog_edit_pattern_measure (pattern, b, strlen (b), distance), ==, distance);
      if (distance > 0)
        g_assert_cmpuint (cog_edit_pattern_measure (pattern, b, strlen (b), distance - 1), ==,
                          G_MAXUINT);
    }
}

/* 63, 64, 65, 128 characters: where one block ends and another begins. */
static void
test_edges (void)
{
  for (guint n = 1; n < 200; n++)
    {
      g_autofree char *a = g_strnfill (n, 'x');
      g_autofree char *b = g_strnfill (n + 3, 'x');
      g_autoptr (CogEditPattern) pattern = cog_edit_pattern_new (a);

      g_assert_cmpuint (cog_edit_pattern_get_length (pattern), ==, n);
      g_assert_cmpuint (cog_edit_pattern_measure (pattern, a, n, 0), ==, 0);
      g_assert_cmpuint (cog_edit_pattern_measure (pattern, b, n + 3, 9), ==, 3);
      g_assert_cmpuint (cog_edit_pattern_measure (pattern, "", 0, 1000), ==, n);
      b[0] = 'y';
      g_assert_cmpuint (cog_edit_pattern_measure (pattern, b, n + 3, 9), ==, n > 0 ? 3 : 4);
    }
}

static void
test_empty (void)
{
  g_autoptr (CogEditPattern) pattern = cog_edit_pattern_new ("");

  g_assert_cmpuint (cog_edit_pattern_measure (pattern, "", 0, 0), ==, 0);
  g_assert_cmpuint (cog_edit_pattern_measure (pattern, "żółw", 7, 4), ==, 4);
  g_assert_cmpuint (cog_edit_pattern_measure (pattern, "żółw", 7, 3), ==, G_MAXUINT);
}

static void
assert_folded (const char *text, const char *folded)
{
  g_autofree char *is = cog_segment_fold (text);

  g_assert_cmpstr (is, ==, folded);
}

static void
test_fold (void)
{
  assert_folded ("", "");
  assert_folded ("  A  Lens\n\tbends ", "a lens bends");
  /* Composed and decomposed are the same; an accent is not nothing. */
  assert_folded ("Pe\xCC\x82"
                 "CHE",
                 "pêche");
  assert_folded ("\xC2\xA0Żółw\xE2\x80\x8F \xC2\xA0 wo\xC2\xAD"
                 "da\xC2\xA0",
                 "żółw woda");
  /* Whose small letters take more bytes; whose marks stand in another order. */
  assert_folded ("ȺȾ", "ⱥⱦ");
  assert_folded ("ЁЛКА 水", "ёлка 水");
  assert_folded ("\xD0\x95\xCC\x88", "ё");
  assert_folded ("شّ", "شّ");
  g_assert_cmpuint (cog_segment_hash ("a"), !=, cog_segment_hash ("b"));
  g_assert_cmpuint (cog_segment_hash_more (cog_segment_hash ("ab"), "c"), !=,
                    cog_segment_hash_more (cog_segment_hash ("a"), "bc"));
}

/* Every letter and every two that make one are folded as their composed form is. */
static void
test_fold_composes (void)
{
  for (gunichar c = 0x80; c <= 0x2FFFF; c++)
    {
      char text[16], apart[16];
      g_autofree char *composed = NULL;
      g_autofree char *expected = NULL;
      gunichar a, b;

      if (!g_unichar_validate (c))
        continue;
      text[g_unichar_to_utf8 (c, text)] = '\0';
      composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
      expected = cog_segment_fold (composed);
      assert_folded (text, expected);
      if (!g_unichar_decompose (c, &a, &b) || b == 0)
        continue;
      {
        guint n = (guint)g_unichar_to_utf8 (a, apart);
        g_autofree char *together = NULL;

        apart[n + (guint)g_unichar_to_utf8 (b, apart + n)] = '\0';
        together = g_utf8_normalize (apart, -1, G_NORMALIZE_DEFAULT_COMPOSE);
        g_free (g_steal_pointer (&expected));
        expected = cog_segment_fold (together);
        assert_folded (apart, expected);
      }
    }
  /* Marks come in their order. */
  assert_folded ("a\xCC\xA3\xCC\x82", "ậ");
  assert_folded ("a\xCC\x82\xCC\xA3", "ậ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-distance/random", test_random);
  g_test_add_func ("/edit-distance/edges", test_edges);
  g_test_add_func ("/edit-distance/empty", test_empty);
  g_test_add_func ("/edit-distance/fold", test_fold);
  g_test_add_func ("/edit-distance/fold-composes", test_fold_composes);
  return g_test_run ();
}
