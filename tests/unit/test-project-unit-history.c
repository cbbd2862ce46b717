/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-unit-history.h"
#include "project-fixture.h"

static GPtrArray *
list (CogProject *project, const char *unit, guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = cog_project_list_unit_history (project, unit, limit, &error);

  g_assert_no_error (error);
  return steps;
}

static void
write_note (CogProject *project, const char *unit, const char *note)
{
  CogUnitEdit edit = { .unit = unit, .set = COG_UNIT_SET_NOTE, .note = note };

  g_assert_true (cog_project_edit (project, &edit, 1, "note", NULL));
}

/* Makes all steps so far an hour older. */
static void
wait_an_hour (ProjectFixture *f, CogProject **project)
{
  g_clear_object (project);
  project_fixture_run_sql (f->path, "UPDATE step SET time = time - 3600");
  *project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
}

static void
test_steps (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GPtrArray) steps = list (project, "p0", 9);
  const CogUnitStep *step;

  g_assert_cmpuint (steps->len, ==, 0);
  project_fixture_set_target (project, "p0", "eins", NULL);
  project_fixture_set_target (project, "p1", "other", NULL);
  write_note (project, "p0", "sure?");
  wait_an_hour (f, &project);
  project_fixture_set_target (project, "p0", "zwei", NULL);
  g_ptr_array_unref (steps);
  steps = list (project, "p0", 9);
  g_assert_cmpuint (steps->len, ==, 3);
  step = g_ptr_array_index (steps, 0);
  g_assert_cmpstr (step->label, ==, "test");
  g_assert_cmpstr (step->before->target, ==, "eins");
  g_assert_cmpstr (step->after->target, ==, "zwei");
  step = g_ptr_array_index (steps, 1);
  g_assert_cmpstr (step->label, ==, "note");
  g_assert_null (step->before->note);
  g_assert_cmpstr (step->after->note, ==, "sure?");
  step = g_ptr_array_index (steps, 2);
  g_assert_null (step->before->target);
  g_assert_cmpint (step->before->state, ==, COG_STATE_INITIAL);
  g_assert_cmpint (step->after->state, ==, COG_STATE_TRANSLATED);
  g_assert_cmpint (step->time, <, g_get_real_time () / G_USEC_PER_SEC - 3000);
  g_ptr_array_unref (steps);
  steps = list (project, "p0", 2);
  g_assert_cmpuint (steps->len, ==, 2);
}

/* What was stored at each pause is one entry; what was undone is none. */
static void
test_one_go (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GPtrArray) steps = NULL;
  const CogUnitStep *step;

  project_fixture_set_target (project, "p0", "e", NULL);
  project_fixture_set_target (project, "p0", "ei", NULL);
  project_fixture_set_target (project, "p0", "eins", NULL);
  steps = list (project, "p0", 1);
  g_assert_cmpuint (steps->len, ==, 1);
  step = g_ptr_array_index (steps, 0);
  g_assert_null (step->before->target);
  g_assert_cmpstr (step->after->target, ==, "eins");
  cog_project_undo (project, 2, NULL);
  g_ptr_array_unref (steps);
  steps = list (project, "p0", 9);
  g_assert_cmpuint (steps->len, ==, 1);
  step = g_ptr_array_index (steps, 0);
  g_assert_cmpstr (step->after->target, ==, "e");
}

static void
test_added (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autofree char *id = cog_project_add_unit (project, "one", "p0", "p", "mine", NULL);
  g_autoptr (GPtrArray) steps = NULL;
  const CogUnitStep *step;

  g_assert_true (cog_project_remove_added_unit (project, id, NULL));
  steps = list (project, id, 9);
  g_assert_cmpuint (steps->len, ==, 2);
  step = g_ptr_array_index (steps, 0);
  g_assert_cmpstr (step->before->target, ==, "mine");
  g_assert_null (step->after);
  step = g_ptr_array_index (steps, 1);
  g_assert_null (step->before);
  g_assert_cmpstr (step->after->target, ==, "mine");
}

/* A project comes from anywhere: what is no row tells nothing, and ends nothing. */
static void
test_damaged (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GPtrArray) steps = NULL;
  const CogUnitStep *step;

  project_fixture_set_target (project, "p0", "eins", NULL);
  g_clear_object (&project);
  project_fixture_run_sql (f->path, "UPDATE change SET before = '[1]', after = '{\"target\": 7}'");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  steps = list (project, "p0", 9);
  g_assert_cmpuint (steps->len, ==, 1);
  step = g_ptr_array_index (steps, 0);
  g_assert_null (step->before);
  g_assert_null (step->after->target);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/unit-history/steps", test_steps);
  PROJECT_FIXTURE_ADD ("/unit-history/one-go", test_one_go);
  PROJECT_FIXTURE_ADD ("/unit-history/added", test_added);
  PROJECT_FIXTURE_ADD ("/unit-history/damaged", test_damaged);
  return g_test_run ();
}
