/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-changes.h"
#include "cog-check-job.h"
#include "cog-lens-agree.h"
#include "cog-lens-apply.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define FIRST "Cars drive at 75 mph."
#define SECOND "At 75 mph, 51 N (about 11 lb) are <em>enough</em>."
#define THIRD "The answer is 75 mph."

/* A project whose first paragraphs say these. */
static CogProject *
create (ProjectFixture *f, const char *language)
{
  static const char *const texts[] = { FIRST, SECOND, THIRD };
  g_autoptr (CogBook) book = project_fixture_make_book (3);
  CogProject *project = cog_project_create (f->path, language, NULL, NULL, NULL, NULL);
  g_autofree char *id = NULL;

  g_free (book->language);
  book->language = g_strdup ("en-US");
  id = cog_project_add_source (project, book, "html", NULL, NULL, NULL, NULL);
  g_assert_nonnull (id);
  g_clear_object (&project);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "UPDATE unit SET source = '%s' WHERE id = 'p%u'; UPDATE source SET language = 'en-US'",
          texts[i], i);

      project_fixture_run_sql (f->path, sql);
    }
  return cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
}

static CogPlacedFinding *
find (CogLensIndex *index, const char *unit, const char *text)
{
  g_autoptr (GPtrArray) found = cog_lens_index_dup_unit (index, unit, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (found, i);

      if (strcmp (placed->finding->text, text) == 0)
        return cog_placed_finding_ref (placed);
    }
  g_assert_not_reached ();
}

static guint
decide (CogProject *project, const CogPlacedFinding *placed, CogChoice choice, const char *words)
{
  const CogLensAction action = { placed, choice, words, NULL, NULL };
  g_autoptr (GError) error = NULL;
  guint n_done = 0;

  g_assert_true (cog_lens_apply (project, &action, 1, &n_done, &error));
  g_assert_no_error (error);
  return n_done;
}

static void
assert_target (CogProject *project, const char *unit, const char *wanted)
{
  g_autofree char *target = project_fixture_dup_target (project, unit);

  g_assert_cmpstr (target, ==, wanted);
}

static guint
count_open (CogLensIndex *index)
{
  g_autoptr (GHashTable) open = cog_lens_index_list_open (index, NULL, NULL);

  return g_hash_table_size (open);
}

/* Within one language, what is applied to a passage that nobody touched begins with its source. */
static void
test_same_language (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (CogPlacedFinding) first = find (index, "p0", "75 mph");
  g_autoptr (CogPlacedFinding) bracket = find (index, "p1", "(about 11 lb)");
  g_autoptr (CogPlacedFinding) second = NULL;
  g_autoptr (CogPlacedFinding) done = NULL;
  g_autoptr (CogUnit) unit = NULL;

  g_assert_cmpuint (count_open (index), ==, 3);
  g_assert_cmpuint (decide (project, first, COG_CHOICE_CONVERT, "120 km/h"), ==, 1);
  assert_target (project, "p0", "Cars drive at 120 km/h.");
  g_assert_cmpuint (decide (project, bracket, COG_CHOICE_DROP, ""), ==, 1);
  assert_target (project, "p1", "At 75 mph, 51 N are <em>enough</em>.");
  second = find (index, "p1", "75 mph");
  g_assert_cmpuint (second->start, ==, 3);
  g_assert_cmpuint (second->end, ==, 9);
  g_assert_cmpuint (decide (project, second, COG_CHOICE_CONVERT, "120 km/h"), ==, 1);
  assert_target (project, "p1", "At 120 km/h, 51 N are <em>enough</em>.");
  unit = cog_project_dup_unit (project, "p1", NULL);
  g_assert_cmpint (unit->decision, ==, COG_DECISION_ADAPTED);
  g_assert_nonnull (strstr (unit->reason, "75 mph → 120 km/h"));
  done = find (index, "p1", "75 mph");
  g_assert_nonnull (done->answer);
  g_assert_false (done->is_open || done->is_lacking);
  g_assert_cmpuint (count_open (index), ==, 1);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_target (project, "p1", "At 75 mph, 51 N are <em>enough</em>.");
  g_assert_cmpuint (count_open (index), ==, 2);
}

static guint
count_findings (CogProject *project, const char *id)
{
  g_autoptr (CogReport) report = cog_report_new ();
  GPtrArray *findings;
  guint n = 0;

  g_assert_true (cog_check_project (project, report, NULL));
  findings = cog_report_get_findings (report);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);

      n += strcmp (finding->kind->id, id) == 0 ? MAX (1, finding->count) : 0;
    }
  return n;
}

/* The number in an equation and the unit beside it, or the other way: both become others, and the
 * equation stays one. */
static void
test_partly_in_equation (ProjectFixture *f, gconstpointer data)
{
#define MATH(content) "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" content "</math>"
#define TEN "<mo>×</mo><msup><mn>10</mn><mn>2</mn></msup>"
  static const struct
  {
    const char *source, *found, *target;
  } cases[] = {
    { "At " MATH ("<mn>75</mn>") " mph it stops.", "75 mph",
      "At " MATH ("<mn>120</mn>") "\u00A0km/h it stops." },
    { "At " MATH ("<mi>v</mi><mo>=</mo><mn>75</mn>") " mph.", "75 mph",
      "At " MATH ("<mi>v</mi><mo>=</mo><mn>120</mn>") "\u00A0km/h." },
    { "It is " MATH ("<mn>5.0</mn>" TEN) " ft long.", "5.0×10^2 ft",
      "It is " MATH ("<mn>1.5</mn>" TEN) "\u00A0m long." },
    { "It has 150 " MATH ("<mtext>lb</mtext>") " in it.", "150 lb",
      "It has 68\u00A0" MATH ("<mtext>kg</mtext>") " in it." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogProject) project = create (f, "en-KE");
      g_autoptr (CogLensIndex) index = NULL;
      g_autoptr (CogPlacedFinding) found = NULL;
      g_autofree char *sql =
          g_strdup_printf ("UPDATE unit SET source = '%s' WHERE id = 'p0'", cases[i].source);
      const CogProposal *ready;
      CogLensAction action;
      guint n_done = 0;

      g_clear_object (&project);
      project_fixture_run_sql (f->path, sql);
      project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
      index = cog_lens_index_new (project);
      found = find (index, "p0", cases[i].found);
      ready = cog_lens_finding_get_ready (found->finding);
      g_assert_nonnull (ready);
      action = (CogLensAction){ found, ready->choice, ready->words, ready->math, NULL };
      g_assert_true (cog_lens_apply (project, &action, 1, &n_done, NULL));
      g_assert_cmpuint (n_done, ==, 1);
      assert_target (project, "p0", cases[i].target);
      /* It is another equation now, and not a lost one. */
      g_assert_cmpuint (count_findings (project, "piece-lost"), ==, 0);
      g_clear_object (&index);
      g_clear_object (&project);
      g_remove (f->path);
    }
#undef MATH
#undef TEN
}

/* In another language the decision waits for the translation. */
static void
test_other_language (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "ar-EG");
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (CogPlacedFinding) first = find (index, "p0", "75 mph");
  g_autoptr (CogPlacedFinding) lacking = NULL;
  g_autoptr (CogPlacedFinding) said = NULL;
  g_autoptr (CogPlacedFinding) answer = NULL;

  g_assert_cmpuint (decide (project, first, COG_CHOICE_CONVERT, "١٢٠ كم/س"), ==, 1);
  assert_target (project, "p0", NULL);
  g_assert_true (project_fixture_set_target (project, "p0", "تسير السيارات بسرعة.", NULL));
  lacking = find (index, "p0", "75 mph");
  g_assert_true (lacking->is_lacking);
  g_assert_true (project_fixture_set_target (project, "p0", "تسير السيارات ١٢٠\u00A0كم/س.", NULL));
  said = find (index, "p0", "75 mph");
  g_assert_false (said->is_lacking);
  /* Translated without the number: whoever did it has changed it. */
  g_assert_true (project_fixture_set_target (project, "p2", "الجواب سريع.", NULL));
  answer = find (index, "p2", "75 mph");
  g_assert_false (answer->is_open);
}

/* Somebody else edited the passage since the finding was shown. */
static void
test_overtaken (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (CogPlacedFinding) shown = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "They drive at 75 mph.", NULL));
  shown = find (index, "p0", "75 mph");
  g_assert_cmpuint (shown->start, ==, 14);
  g_assert_true (project_fixture_set_target (project, "p0", "75 mph", NULL));
  g_assert_cmpuint (decide (project, shown, COG_CHOICE_CONVERT, "120 km/h"), ==, 0);
  assert_target (project, "p0", "75 mph");
}

/* What is half changed is found before publishing; all at once is one step. */
static void
test_cluster (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (CogPlacedFinding) first = find (index, "p0", "75 mph");
  g_autoptr (GPtrArray) siblings = NULL;
  g_autofree CogLensAction *actions = NULL;
  guint n_done = 0;

  g_assert_cmpuint (count_findings (project, "lens-half-done"), ==, 0);
  decide (project, first, COG_CHOICE_CONVERT, "120 km/h");
  g_assert_cmpuint (count_findings (project, "lens-half-done"), ==, 2);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  siblings = cog_lens_index_dup_siblings (index, first->finding, NULL, NULL);
  g_assert_cmpuint (siblings->len, ==, 3);
  actions = g_new0 (CogLensAction, siblings->len);
  for (guint i = 0; i < siblings->len; i++)
    actions[i] = (CogLensAction){ g_ptr_array_index (siblings, i), COG_CHOICE_CONVERT, "120 km/h",
                                  NULL, NULL };
  g_assert_true (cog_lens_apply (project, actions, siblings->len, &n_done, NULL));
  g_assert_cmpuint (n_done, ==, 3);
  assert_target (project, "p2", "The answer is 120 km/h.");
  g_assert_cmpuint (count_findings (project, "lens-half-done"), ==, 0);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_target (project, "p2", NULL);
}

/* What was agreed on for the book is looked for in every translation. */
static void
test_agreement (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  const CogAgreement speed = { .kind = "amount", .original = "75 mph", .words = "120 km/h" };
  const CogAnswerEdit edit = { .agreements = &speed, .n_agreements = 1 };
  g_autoptr (CogPlacedFinding) lacking = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "Cars drive at 110 km/h.", NULL));
  g_assert_true (cog_project_edit_answers (project, &edit, NULL, NULL));
  lacking = find (index, "p0", "75 mph");
  g_assert_true (lacking->is_lacking);
  g_assert_cmpuint (count_findings (project, "lens-not-done"), ==, 1);
}

/* The statement of changes counts what stands in the text, not what was meant. */
static void
test_statement (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "ar-EG");
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (CogPlacedFinding) first = find (index, "p0", "75 mph");
  g_autoptr (CogPlacedFinding) third = find (index, "p2", "75 mph");
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogChanges) changes = NULL;
  guint n = 0;

  decide (project, first, COG_CHOICE_CONVERT, "١٢٠ كم/س");
  decide (project, third, COG_CHOICE_CONVERT, "١٢٠ كم/س");
  g_assert_true (project_fixture_set_target (project, "p0", "تسير ١٢٠ كم/س.", NULL));
  book = cog_project_dup_adaptation (project, NULL, NULL);
  changes = cog_changes_new (project, book);
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const CogChange *change = g_ptr_array_index (changes->changes, i);

      n += change->kind == COG_CHANGE_MEASURES ? change->n : 0;
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (changes->uses[0].is_adapted);
}

/* Who translated a time as it is proposed has decided: nothing waits. */
static void
test_followed (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "kk-KZ");
  g_autoptr (CogLensIndex) index = NULL;
  g_autoptr (CogPlacedFinding) written = NULL;
  g_autoptr (CogPlacedFinding) other = NULL;

  cog_project_close (project, NULL);
  g_clear_object (&project);
  project_fixture_run_sql (f->path,
                           "UPDATE unit SET source = 'Open until 11:30 p.m.' WHERE id IN ('p0', "
                           "'p1'); UPDATE unit SET target = 'Сағат 23:30-ға дейін ашық.' WHERE id "
                           "= 'p0'; UPDATE unit SET target = 'Сағат 11:30-ға дейін ашық.' WHERE "
                           "id = 'p1'");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  index = cog_lens_index_new (project);
  written = find (index, "p0", "11:30 p.m.");
  other = find (index, "p1", "11:30 p.m.");
  g_assert_false (written->is_open);
  g_assert_true (other->is_open);
}

/* An abbreviation that ends a sentence takes no second full stop, and is seen to be there. */
static void
test_stop (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (CogPlacedFinding) placed = find (index, "p0", "75 mph");
  g_autoptr (CogPlacedFinding) after = NULL;

  g_assert_cmpuint (decide (project, placed, COG_CHOICE_RECHOOSE, "120 k.p.h."), ==, 1);
  assert_target (project, "p0", "Cars drive at 120 k.p.h.");
  after = find (index, "p0", "75 mph");
  g_assert_false (after->is_lacking);
}

/* Of the same words twice in a passage, the one that was changed is not the other. */
static void
test_twice (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");
  g_autoptr (CogLensIndex) index = NULL;
  g_autoptr (CogPlacedFinding) first = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const CogPlacedFinding *second;

  g_clear_object (&project);
  project_fixture_run_sql (f->path,
                           "UPDATE unit SET source = 'From 75 mph to 75 mph.' WHERE id = 'p0'");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  index = cog_lens_index_new (project);
  first = find (index, "p0", "75 mph");
  g_assert_cmpuint (decide (project, first, COG_CHOICE_EXPLAIN, "75 mph (120 km/h)"), ==, 1);
  found = cog_lens_index_dup_unit (index, "p0", NULL);
  g_assert_cmpuint (found->len, ==, 2);
  second = g_ptr_array_index (found, 1);
  g_assert_true (second->is_open);
  g_assert_cmpuint (decide (project, second, COG_CHOICE_CONVERT, "121 km/h"), ==, 1);
  assert_target (project, "p0", "From 75 mph (120 km/h) to 121 km/h.");
  g_clear_pointer (&first, cog_placed_finding_unref);
  first = find (index, "p0", "75 mph");
  g_assert_cmpuint (decide (project, first, COG_CHOICE_CONVERT, "119 km/h"), ==, 1);
  assert_target (project, "p0", "From 119 km/h to 121 km/h.");
}

/* What is proposed for the same words is the same in a list that is decided about at once. */
static void
test_agreeing (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (CogPlacedFinding) first = find (index, "p0", "75 mph");
  const CogProposal *second_way = g_ptr_array_index (first->finding->proposals, 1);
  g_autofree char *wanted = g_strdup (second_way->words);
  g_autoptr (GPtrArray) found = NULL;
  guint n = 0;

  g_assert_cmpuint (decide (project, first, second_way->choice, wanted), ==, 1);
  found = cog_lens_index_dup_findings (index, NULL, NULL, NULL);
  cog_lens_agree (found);
  for (guint i = 0; i < found->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (found, i);

      if (strcmp (placed->finding->text, "75 mph") != 0 || placed->answer != NULL)
        continue;
      g_assert_cmpstr (cog_lens_finding_get_ready (placed->finding)->words, ==, wanted);
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/lens-index/same-language", test_same_language);
  PROJECT_FIXTURE_ADD ("/lens-index/other-language", test_other_language);
  PROJECT_FIXTURE_ADD ("/lens-index/overtaken", test_overtaken);
  PROJECT_FIXTURE_ADD ("/lens-index/partly-in-equation", test_partly_in_equation);
  PROJECT_FIXTURE_ADD ("/lens-index/cluster", test_cluster);
  PROJECT_FIXTURE_ADD ("/lens-index/agreement", test_agreement);
  PROJECT_FIXTURE_ADD ("/lens-index/statement", test_statement);
  PROJECT_FIXTURE_ADD ("/lens-index/followed", test_followed);
  PROJECT_FIXTURE_ADD ("/lens-index/twice", test_twice);
  PROJECT_FIXTURE_ADD ("/lens-index/agreeing", test_agreeing);
  PROJECT_FIXTURE_ADD ("/lens-index/stop", test_stop);
  return g_test_run ();
}
