/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-text.h"

#define MATH "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>"

static void
assert_replaced (const char *from, guint start, guint end, const char *words, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogText) text = cog_text_new_from_xhtml (from, &error);
  g_autofree char *xhtml = NULL;

  g_assert_no_error (error);
  g_assert_true (cog_text_replace (text, start, end, words));
  xhtml = cog_text_to_xhtml (text);
  g_assert_cmpstr (xhtml, ==, to);
}

static void
test_plain (void)
{
  assert_replaced ("a cat sat", 2, 5, "dog & co", "a dog &amp; co sat");
  assert_replaced ("über alles", 0, 4, "ü", "ü alles");
  assert_replaced ("a b", 1, 3, "", "a");
}

static void
test_spans (void)
{
  assert_replaced ("a <em>cat</em> sat", 2, 5, "horse", "a <em>horse</em> sat");
  assert_replaced ("a <em>black cat</em> sat", 8, 11, "dog", "a <em>black dog</em> sat");
  assert_replaced ("<em>a cat</em> sat", 2, 9, "x", "<em>a x</em>");
  assert_replaced ("a <em>cat sat</em>", 0, 5, "the", "the<em> sat</em>");
  assert_replaced ("f<b>o</b>o <i>bar</i>", 0, 3, "fu", "<b>fu</b> <i>bar</i>");
  assert_replaced ("x <a href=\"#n\">here</a> y", 2, 6, "there", "x <a href=\"#n\">there</a> y");
  assert_replaced ("x <em>go</em> y", 2, 4, "", "x  y");
  assert_replaced ("<em>a</em><strong>b</strong>", 0, 1, "cc", "<em>cc</em><strong>b</strong>");
  assert_replaced ("<em>a</em><strong>b</strong>", 1, 2, "cc", "<em>a</em><strong>cc</strong>");
}

static void
test_pieces (void)
{
  g_autoptr (CogText) text = cog_text_new_from_xhtml ("a " MATH " b", NULL);

  g_assert_false (cog_text_replace (text, 1, 4, "x"));
  g_assert_true (cog_text_replace (text, 4, 5, "long"));
  g_assert_true (cog_text_replace (text, 0, 1, "long"));
  {
    g_autofree char *xhtml = cog_text_to_xhtml (text);

    g_assert_cmpstr (xhtml, ==, "long " MATH " long");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-replace/plain", test_plain);
  g_test_add_func ("/text-replace/spans", test_spans);
  g_test_add_func ("/text-replace/pieces", test_pieces);
  return g_test_run ();
}
