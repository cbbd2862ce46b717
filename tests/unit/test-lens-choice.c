/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-choice.h"

/* What words mean that somebody wrote for "EPA", which may be swapped or explained. */
static CogChoice
choose (const char *there, gboolean can_explain, const char *words)
{
  g_autoptr (GPtrArray) proposals = g_ptr_array_new ();
  CogLensFinding finding = { .text = (char *)"EPA", .proposals = proposals };
  CogPlacedFinding placed = { .finding = &finding, .there = (char *)there };
  CogProposal swap = { COG_CHOICE_SWAP, (char *)"ECMA", NULL };
  CogProposal explain = { COG_CHOICE_EXPLAIN, NULL, NULL };
  CogProposal keep = { COG_CHOICE_KEEP, NULL, NULL };

  g_ptr_array_add (proposals, &swap);
  if (can_explain)
    g_ptr_array_add (proposals, &explain);
  g_ptr_array_add (proposals, &keep);
  return cog_lens_choice_of_words (&placed, words);
}

static void
test_explained (void)
{
  g_assert_cmpint (choose (NULL, TRUE, "EPA (a ministry)"), ==, COG_CHOICE_EXPLAIN);
  g_assert_cmpint (choose ("وكالة البيئة", TRUE, "وكالة البيئة الأمريكية"), ==, COG_CHOICE_EXPLAIN);
  /* The words of the translation count, where there is one. */
  g_assert_cmpint (choose ("وكالة البيئة", TRUE, "EPA هنا"), ==, COG_CHOICE_RECHOOSE);
  g_assert_cmpint (choose (NULL, FALSE, "EPA (a ministry)"), ==, COG_CHOICE_RECHOOSE);
  g_assert_cmpint (choose (NULL, TRUE, "EPA"), ==, COG_CHOICE_RECHOOSE);
}

static void
test_other (void)
{
  g_assert_cmpint (choose (NULL, TRUE, "the ministry"), ==, COG_CHOICE_RECHOOSE);
  g_assert_cmpint (choose (NULL, TRUE, "ECMA"), ==, COG_CHOICE_SWAP);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens-choice/explained", test_explained);
  g_test_add_func ("/lens-choice/other", test_other);
  return g_test_run ();
}
