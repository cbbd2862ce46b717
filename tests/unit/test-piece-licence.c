/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evaluation.h"

/* The licence of a piece beside that of the edition: rules.md §0.1, §2.3, §6.3. */

static void
add (GPtrArray *list, CogComponentKind kind, CogUse use, const char *licences)
{
  CogComponent *component = cog_component_new ("piece", kind, use);
  g_auto (GStrv) ids = g_strsplit (licences, ";", -1);

  component->label = g_strdup (licences);
  component->n_units = 10;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      CogCredit *credit = cog_credit_new ();

      credit->licence = g_strdup (ids[i]);
      g_ptr_array_add (component->sources, credit);
    }
  g_ptr_array_add (list, component);
}

static void
add_text (GPtrArray *list, const char *licences)
{
  add (list, COG_COMPONENT_TEXT, COG_USE_TRANSLATED, licences);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)cog_component_free);
}

static void
assert_licence (const CogEvaluation *evaluation,
                GPtrArray *list,
                guint piece,
                const char *edition,
                const char *expected)
{
  const CogLicence *own =
      cog_evaluation_get_licence_of (evaluation, g_ptr_array_index (list, piece), edition);

  g_assert_cmpstr (own != NULL ? own->id : NULL, ==, expected);
}

static CogVerdict
verdict_of (const CogEvaluation *evaluation, const char *licence)
{
  return cog_evaluation_find (evaluation, licence)->verdict;
}

/* Two chapters whose sources exclude each other, side by side: the whole is not for sale. */
static void
test_chapters (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;

  add_text (list, "CC-BY-SA-3.0");
  add_text (list, "CC-BY-NC-4.0");
  evaluation = cog_evaluation_new (list);
  g_assert_true (evaluation->is_collection);
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-NC-4.0"), ==, COG_VERDICT_ALLOWED);
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-NC-SA-4.0"), ==, COG_VERDICT_ALLOWED);
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-SA-4.0"), ==, COG_VERDICT_FORBIDDEN);
  g_assert_cmpint (verdict_of (evaluation, "CC0-1.0"), ==, COG_VERDICT_FORBIDDEN);
  g_assert_cmpstr (cog_evaluation_get_proposal (evaluation)->id, ==, "CC-BY-NC-4.0");
  assert_licence (evaluation, list, 0, "CC-BY-NC-4.0", "CC-BY-SA-4.0");
  assert_licence (evaluation, list, 1, "CC-BY-NC-4.0", "CC-BY-NC-4.0");
  assert_licence (evaluation, list, 1, "CC-BY-NC-SA-4.0", "CC-BY-NC-SA-4.0");
}

/* Where one licence can carry all text, no chapter has another. */
static void
test_one_work (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;

  add_text (list, "CC-BY-SA-3.0");
  add_text (list, "CC-BY-4.0");
  evaluation = cog_evaluation_new (list);
  g_assert_false (evaluation->is_collection);
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-NC-4.0"), ==, COG_VERDICT_FORBIDDEN);
  assert_licence (evaluation, list, 1, "CC-BY-SA-4.0", "CC-BY-SA-4.0");
}

/* What was mixed into one text stays one work. */
static void
test_mixed (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;

  add_text (list, "CC-BY-SA-4.0;CC-BY-NC-4.0");
  evaluation = cog_evaluation_new (list);
  g_assert_false (evaluation->is_collection);
  g_assert_null (cog_evaluation_get_proposal (evaluation));
  for (guint i = 0; i < evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (evaluation->options, i);

      g_assert_cmpint (option->verdict, ==, COG_VERDICT_FORBIDDEN);
      g_assert_cmpuint (option->reasons->len, >, 0);
    }
}

/* Text that others must share alike, and a figure that is not for sale. */
static void
test_figure_beside (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;
  const CogRightsFinding *why;

  add_text (list, "CC-BY-SA-4.0");
  add (list, COG_COMPONENT_FIGURE, COG_USE_UNMODIFIED, "CC-BY-NC-2.0");
  evaluation = cog_evaluation_new (list);
  g_assert_true (evaluation->is_collection);
  g_assert_cmpstr (cog_evaluation_get_proposal (evaluation)->id, ==, "CC-BY-NC-4.0");
  assert_licence (evaluation, list, 0, "CC-BY-NC-4.0", "CC-BY-SA-4.0");
  assert_licence (evaluation, list, 1, "CC-BY-NC-4.0", NULL);
  why = g_ptr_array_index (cog_evaluation_find (evaluation, "CC-BY-SA-4.0")->reasons, 0);
  g_assert_cmpstr (why->id, ==, "noncommercial");
  g_assert_cmpstr (why->label, ==, "CC-BY-NC-2.0");
}

/* Most of the text decides what is proposed, where it may. */
static void
test_main_text (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;

  add_text (list, "CC-BY-SA-4.0");
  add_text (list, "CC-BY-NC-SA-4.0");
  ((CogComponent *)list->pdata[1])->n_units = 90;
  evaluation = cog_evaluation_new (list);
  g_assert_cmpstr (cog_evaluation_get_proposal (evaluation)->id, ==, "CC-BY-NC-SA-4.0");
}

/* Labels that were translated make a new figure, under the licence that its source demands. */
static void
test_changed_figure (void)
{
  static const struct
  {
    const char *source, *edition, *own;
    CogVerdict verdict;
  } rows[] = {
    { "CC-BY-2.0", "CC-BY-4.0", "CC-BY-4.0", COG_VERDICT_ALLOWED },
    { "CC-BY-SA-3.0", "CC-BY-4.0", "CC-BY-SA-4.0", COG_VERDICT_ALLOWED },
    { "CC-BY-SA-3.0", "CC-BY-SA-4.0", "CC-BY-SA-4.0", COG_VERDICT_ALLOWED },
    { "CC-BY-SA-1.0", "CC-BY-4.0", "CC-BY-SA-1.0", COG_VERDICT_ALLOWED },
    { "GFDL-1.3-only", "CC-BY-4.0", "GFDL-1.3-only", COG_VERDICT_ALLOWED },
    { "CC-BY-NC-SA-3.0", "CC-BY-4.0", NULL, COG_VERDICT_FORBIDDEN },
    { "CC-BY-NC-SA-3.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", COG_VERDICT_ALLOWED },
    { "CC0-1.0", "CC-BY-4.0", "CC-BY-4.0", COG_VERDICT_ALLOWED },
    { "(CC-BY-SA-4.0 OR GFDL-1.3-only) AND CC-BY-4.0", "CC-BY-4.0", "CC-BY-SA-4.0",
      COG_VERDICT_ALLOWED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) list = new_list ();
      g_autoptr (CogEvaluation) evaluation = NULL;

      g_test_message ("%s in %s", rows[i].source, rows[i].edition);
      add_text (list, "CC-BY-4.0");
      add (list, COG_COMPONENT_FIGURE, COG_USE_TRANSLATED, rows[i].source);
      evaluation = cog_evaluation_new (list);
      assert_licence (evaluation, list, 1, rows[i].edition, rows[i].own);
      g_assert_cmpint (verdict_of (evaluation, rows[i].edition), ==, rows[i].verdict);
    }
}

/* Nothing is guessed where the version decides (rules.md §1.6). */
static void
test_no_version (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;
  const CogRightsFinding *problem;

  add_text (list, "CC-BY-4.0");
  add (list, COG_COMPONENT_FIGURE, COG_USE_TRANSLATED, "CC-BY-SA");
  evaluation = cog_evaluation_new (list);
  problem = g_ptr_array_index (evaluation->problems, 0);
  g_assert_cmpstr (problem->id, ==, "version-unknown");
  g_assert_cmpint (problem->verdict, ==, COG_VERDICT_FORBIDDEN);
  assert_licence (evaluation, list, 1, "CC-BY-4.0", NULL);
}

/* A licence that a source names within brackets is offered, too. */
static void
test_bracketed_option (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;
  gboolean is_there = FALSE;

  add_text (list, "(LAL-1.3 OR GFDL-1.3-only) AND CC-BY-4.0");
  evaluation = cog_evaluation_new (list);
  for (guint i = 0; i < evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (evaluation->options, i);

      is_there = is_there || g_str_equal (option->licence->id, "LAL-1.3");
    }
  g_assert_true (is_there);
}

/* An edition of ours that is a collection, adapted again: its text is under the text's licence, not
 * under that of the selection. */
static void
test_again (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;
  CogCredit *credit;
  CogCredit *upstream = cog_credit_new ();

  add_text (list, "CC-BY-NC-4.0");
  credit = g_ptr_array_index (((CogComponent *)list->pdata[0])->sources, 0);
  upstream->licence = g_strdup ("CC-BY-SA-3.0");
  upstream->own_licence = g_strdup ("CC-BY-SA-4.0");
  g_ptr_array_add (credit->upstream, upstream);
  evaluation = cog_evaluation_new (list);
  g_assert_cmpstr (cog_evaluation_get_proposal (evaluation)->id, ==, "CC-BY-SA-4.0");
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-NC-4.0"), ==, COG_VERDICT_FORBIDDEN);
}

/* A figure that was changed once, changed again: both licences that it is under bind. */
static void
test_figure_again (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;
  CogCredit *credit;

  add_text (list, "CC-BY-4.0");
  add (list, COG_COMPONENT_FIGURE, COG_USE_TRANSLATED, "CC-BY-2.0");
  credit = g_ptr_array_index (((CogComponent *)list->pdata[1])->sources, 0);
  credit->own_licence = g_strdup ("CC-BY-SA-4.0");
  evaluation = cog_evaluation_new (list);
  assert_licence (evaluation, list, 1, "CC-BY-4.0", "CC-BY-SA-4.0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/piece-licence/chapters", test_chapters);
  g_test_add_func ("/piece-licence/one-work", test_one_work);
  g_test_add_func ("/piece-licence/mixed", test_mixed);
  g_test_add_func ("/piece-licence/figure-beside", test_figure_beside);
  g_test_add_func ("/piece-licence/main-text", test_main_text);
  g_test_add_func ("/piece-licence/changed-figure", test_changed_figure);
  g_test_add_func ("/piece-licence/no-version", test_no_version);
  g_test_add_func ("/piece-licence/bracketed-option", test_bracketed_option);
  g_test_add_func ("/piece-licence/again", test_again);
  g_test_add_func ("/piece-licence/figure-again", test_figure_again);
  return g_test_run ();
}
