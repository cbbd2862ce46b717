/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-diff.h"

/* "before|after" with what differs in brackets. */
static char *
show (const char *text, GArray *spans)
{
  GString *out = g_string_new (NULL);
  guint at = 0;

  for (const char *c = text;; c = g_utf8_next_char (c), at++)
    {
      for (guint i = 0; i < spans->len; i++)
        {
          const CogWordSpan *span = &g_array_index (spans, CogWordSpan, i);

          if (span->end == at)
            g_string_append_c (out, ']');
          if (span->start == at)
            g_string_append_c (out, '[');
        }
      if (*c == '\0')
        return g_string_free (out, FALSE);
      g_string_append_unichar (out, g_utf8_get_char (c));
    }
}

static void
check (const char *before, const char *after, const char *expected)
{
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *both = NULL;

  cog_word_diff (before, after, &removed, &added);
  a = show (before, removed);
  b = show (after, added);
  both = g_strdup_printf ("%s|%s", a, b);
  g_assert_cmpstr (both, ==, expected);
}

static void
test_words (void)
{
  check ("The ice is 12 cm thick.", "The ice is 9 cm thick.",
         "The ice is [12] cm thick.|The ice is [9] cm thick.");
  check ("Ducks leave.", "Ducks and geese leave.", "Ducks leave.|Ducks [and geese ]leave.");
  check ("the old red house", "a new blue barn", "[the old red house]|[a new blue barn]");
  check ("same", "same", "same|same");
  check ("", "all of it", "|[all of it]");
  check ("gone", "", "[gone]|");
  check ("", "", "|");
}

/* Where no spaces are written ICU knows the words; signs outside of the BMP are one character. */
static void
test_scripts (void)
{
  check ("池塘结冰了", "湖结冰了", "[池塘]结冰了|[湖]结冰了");
  check ("سمك الجليد ١٢ سم", "سمك الجليد ٩ سم", "سمك الجليد [١٢] سم|سمك الجليد [٩] سم");
  check ("🐸 sleeps", "🐸🐸 wakes", "🐸 [sleeps]|🐸[🐸 wakes]");
}

/* Thousands of words that have nothing in common take no table. */
static void
test_long (void)
{
  g_autoptr (GString) a = g_string_new ("Begin ");
  g_autoptr (GString) b = g_string_new ("Begin ");
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (a, "a%u ", i);
      g_string_append_printf (b, "b%u ", i);
    }
  cog_word_diff (a->str, b->str, &removed, &added);
  g_assert_cmpuint (removed->len, ==, 1);
  g_assert_cmpuint (g_array_index (removed, CogWordSpan, 0).start, ==, 6);
  g_assert_cmpuint (added->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/words", test_words);
  g_test_add_func ("/word-diff/scripts", test_scripts);
  g_test_add_func ("/word-diff/long", test_long);
  return g_test_run ();
}
