/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-report.h"

/* Findings: what they say became of a thing, where, and how they come together. */

static const CogFindingKind lost = { "lost", COG_SEVERITY_WARNING, TRUE, "Lost: %1, %2." };
static const CogFindingKind doubtful = { "doubtful", COG_SEVERITY_WARNING, FALSE, "Doubtful." };
static const CogFindingKind plain = { "plain", COG_SEVERITY_INFO, FALSE, "Plainer." };
static const CogFindingKind linked = { "linked", COG_SEVERITY_WARNING, TRUE, "A link was kept.",
                                       COG_EFFECT_SIMPLIFIED };

static void
test_effect (void)
{
  CogEffect effect;

  g_assert_cmpint (cog_finding_kind_get_effect (&lost), ==, COG_EFFECT_DROPPED);
  g_assert_cmpint (cog_finding_kind_get_effect (&doubtful), ==, COG_EFFECT_UNSURE);
  g_assert_cmpint (cog_finding_kind_get_effect (&plain), ==, COG_EFFECT_SIMPLIFIED);
  g_assert_cmpint (cog_finding_kind_get_effect (&linked), ==, COG_EFFECT_SIMPLIFIED);
  for (CogEffect e = COG_EFFECT_KEPT; e <= COG_EFFECT_UNSURE; e++)
    {
      g_assert_true (cog_effect_from_nick (cog_effect_to_nick (e), &effect));
      g_assert_cmpint (effect, ==, e);
    }
  g_assert_false (cog_effect_from_nick ("", &effect));
  g_assert_false (cog_effect_from_nick (NULL, &effect));
}

static void
test_page (void)
{
  g_autofree char *place = cog_report_dup_page (12);

  g_assert_cmpstr (place, ==, "page 12");
  g_assert_cmpuint (cog_report_parse_page (place), ==, 12);
  g_assert_cmpuint (cog_report_parse_page ("page 0"), ==, 0);
  g_assert_cmpuint (cog_report_parse_page ("page 12a"), ==, 0);
  g_assert_cmpuint (cog_report_parse_page ("page 99999999999"), ==, 0);
  g_assert_cmpuint (cog_report_parse_page ("pages/12.xhtml"), ==, 0);
  g_assert_cmpuint (cog_report_parse_page (NULL), ==, 0);
}

static void
test_sentence (void)
{
  g_autofree char *full = cog_finding_fill_sentence ("Lost: %1, %2.", "a%2", NULL);
  g_autofree char *empty = cog_finding_fill_sentence ("", "a", "b");
  g_autofree char *cut = cog_finding_fill_sentence ("50 %", "a", "b");

  g_assert_cmpstr (full, ==, "Lost: a%2, .");
  /* Not the head of the catalogue. */
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (cut, ==, "50 %");
}

static void
test_join (void)
{
  g_autoptr (CogReport) all = cog_report_new ();
  g_autoptr (CogReport) one = cog_report_new ();
  const CogFinding *first;
  const CogFinding *second;

  cog_report_add (all, &lost, "a.xhtml", "x", NULL);
  cog_report_add (one, &lost, "b.xhtml", "x", NULL);
  cog_report_add (one, &lost, "b.xhtml", "x", NULL);
  cog_report_add (one, &lost, "b.xhtml", "y", NULL);
  cog_report_join (all, one);
  cog_report_join (NULL, one);
  g_assert_cmpuint (cog_report_get_findings (all)->len, ==, 2);
  first = g_ptr_array_index (cog_report_get_findings (all), 0);
  second = g_ptr_array_index (cog_report_get_findings (all), 1);
  g_assert_cmpuint (first->count, ==, 3);
  g_assert_cmpstr (first->place, ==, "a.xhtml");
  g_assert_cmpuint (second->count, ==, 1);
  g_assert_cmpstr (second->place, ==, "b.xhtml");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/effect", test_effect);
  g_test_add_func ("/report/page", test_page);
  g_test_add_func ("/report/sentence", test_sentence);
  g_test_add_func ("/report/join", test_join);
  return g_test_run ();
}
