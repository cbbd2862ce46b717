/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-answers.h"
#include "project-fixture.h"

static const CogLensAnswer kept = {
  .unit = "p0", .lens = "measures", .text = "5 lb", .choice = COG_CHOICE_KEEP, .reason = "It is it."
};
static const CogLensAnswer converted = {
  .unit = "p0", .lens = "measures", .text = "5 lb", .choice = COG_CHOICE_CONVERT, .words = "2,3 kg"
};
static const CogAgreement ogden = { .kind = "name", .original = "Ogden", .words = "Олжас" };

static void
store (CogProject *project, const CogAnswerEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_project_edit_answers (project, edit, "Answered", &error));
  g_assert_no_error (error);
}

/* "convert 2,3 kg" of the first answer; NULL: none is there. */
static char *
dup_answer (CogProject *project, const char *unit)
{
  g_autoptr (GPtrArray) answers = cog_project_list_answers (project, unit, NULL);
  const CogLensAnswer *answer = answers->len > 0 ? g_ptr_array_index (answers, 0) : NULL;

  return answer != NULL ? g_strdup_printf ("%s %s %s", cog_choice_to_nick (answer->choice),
                                           answer->text, answer->words)
                        : NULL;
}

static void
assert_answer (CogProject *project, const char *unit, const char *expected)
{
  g_autofree char *answer = dup_answer (project, unit);

  g_assert_cmpstr (answer, ==, expected);
}

static void
assert_n_agreements (CogProject *project, guint n)
{
  g_autoptr (GPtrArray) agreements = cog_project_list_agreements (project, NULL);

  g_assert_cmpuint (agreements->len, ==, n);
}

/* An answer with the text it put there is one step, and goes and comes with it. */
static void
test_history (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  const CogUnitEdit text = { .unit = "p0", .set = COG_UNIT_SET_TARGET, .target = "2,3 kg" };
  const CogAnswerEdit first = { .answers = &kept, .n_answers = 1 };
  const CogAnswerEdit second = { &text, 1, &converted, 1, &ogden, 1 };
  g_autofree char *target = NULL;

  store (project, &first);
  assert_answer (project, "p0", "keep 5 lb (null)");
  assert_answer (project, "p1", NULL);
  store (project, &second);
  assert_answer (project, NULL, "convert 5 lb 2,3 kg");
  assert_n_agreements (project, 1);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_answer (project, "p0", "keep 5 lb (null)");
  assert_n_agreements (project, 0);
  target = project_fixture_dup_target (project, "p0");
  g_assert_null (target);
  g_assert_cmpuint (cog_project_redo (project, 1, NULL), ==, 1);
  assert_answer (project, "p0", "convert 5 lb 2,3 kg");
  assert_n_agreements (project, 1);
  g_assert_cmpuint (cog_project_undo (project, 2, NULL), ==, 2);
  assert_answer (project, NULL, NULL);
}

static void
test_taken_back (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  CogLensAnswer open = kept;
  CogAgreement gone = ogden;
  const CogAnswerEdit first = { NULL, 0, &kept, 1, &ogden, 1 };
  const CogAnswerEdit second = { NULL, 0, &open, 1, &gone, 1 };

  open.choice = COG_CHOICE_OPEN;
  gone.words = NULL;
  store (project, &first);
  store (project, &second);
  assert_answer (project, NULL, NULL);
  assert_n_agreements (project, 0);
}

/* Nothing of it stays where a part cannot be done. */
static void
test_failed (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  const CogUnitEdit text = { .unit = "p0", .set = COG_UNIT_SET_TARGET, .target = "<b>" };
  const CogAnswerEdit edit = { &text, 1, &kept, 1, &ogden, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_false (cog_project_edit_answers (project, &edit, NULL, &error));
  g_assert_nonnull (error);
  assert_answer (project, NULL, NULL);
  assert_n_agreements (project, 0);
}

/* A file of before there were lenses gets their tables, and keeps what it has. */
static void
test_older (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  const CogAnswerEdit edit = { NULL, 0, &kept, 1, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "kept", NULL));
  g_clear_object (&project);
  project_fixture_run_sql (f->path, PROJECT_FIXTURE_TO_VERSION_3);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  target = project_fixture_dup_target (project, "p0");
  g_assert_cmpstr (target, ==, "kept");
  store (project, &edit);
  assert_answer (project, "p0", "keep 5 lb (null)");
}

/* What a newer program, or none of ours, wrote. */
static void
test_foreign (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);

  g_clear_object (&project);
  project_fixture_run_sql (
      f->path, "INSERT INTO answer VALUES ('x', 'p0', 'new', 'word', -7, 'sing', NULL, NULL);"
               "INSERT INTO answer VALUES ('y', 'p1', x'ff', 'word', 0, 'keep', NULL, NULL)");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  assert_answer (project, "p0", "keep word (null)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project-answers/history", test_history);
  PROJECT_FIXTURE_ADD ("/project-answers/taken-back", test_taken_back);
  PROJECT_FIXTURE_ADD ("/project-answers/failed", test_failed);
  PROJECT_FIXTURE_ADD ("/project-answers/older", test_older);
  PROJECT_FIXTURE_ADD ("/project-answers/foreign", test_foreign);
  return g_test_run ();
}
