/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-steps.h"
#include "structure-fixture.h"

#include <string.h>

static GPtrArray *
list (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = cog_project_list_steps (project, &error);

  g_assert_no_error (error);
  return steps;
}

static const CogStep *
get (GPtrArray *steps, guint i)
{
  return g_ptr_array_index (steps, i);
}

/* Three steps: a passage, a section, a field of the edition. */
static void
make_steps (CogProject *project)
{
  g_assert_true (project_fixture_set_target (project, "p1", "واحد", NULL));
  g_assert_true (cog_project_omit_section (project, "three", TRUE, NULL, NULL));
  g_assert_true (cog_project_set_field (project, "title", "كتاب", NULL));
}

/* Each step is told with what it was about; the book as it came in is the end of the list. */
static void
test_list (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autoptr (GPtrArray) none = list (project);
  g_autoptr (GPtrArray) steps = NULL;

  g_assert_cmpuint (none->len, ==, 1);
  g_assert_true (get (none, 0)->is_now);
  make_steps (project);
  steps = list (project);
  g_assert_cmpuint (steps->len, ==, 4);
  g_assert_true (get (steps, 0)->is_now);
  g_assert_null (get (steps, 0)->subject);
  g_assert_cmpstr (get (steps, 1)->subject, ==, "Three");
  g_assert_nonnull (get (steps, 2)->subject);
  g_assert_null (strchr (get (steps, 2)->subject, '<'));
  g_assert_cmpint (get (steps, 3)->number, ==, 0);
}

/* There and back, in one go; what was done in between comes again. */
static void
test_go (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autofree char *first = structure_fixture_dump (project);
  g_autofree char *last = NULL;
  g_autofree char *again = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  make_steps (project);
  last = structure_fixture_dump (project);
  steps = list (project);
  g_assert_true (cog_project_go_to_step (project, 0, &n, &error));
  g_assert_cmpint (n, ==, -3);
  back = structure_fixture_dump (project);
  g_assert_cmpstr (back, ==, first);
  g_assert_false (cog_project_can_undo (project));
  g_assert_true (cog_project_go_to_step (project, get (steps, 1)->number, &n, &error));
  g_assert_cmpint (n, ==, 2);
  after = list (project);
  g_assert_true (get (after, 1)->is_now);
  g_assert_true (get (after, 0)->is_undone);
  g_assert_true (cog_project_go_to_step (project, get (steps, 1)->number, &n, &error));
  g_assert_cmpint (n, ==, 0);
  g_assert_true (cog_project_go_to_step (project, get (steps, 0)->number, &n, &error));
  again = structure_fixture_dump (project);
  g_assert_cmpstr (again, ==, last);
}

/* A step that was cut off by another one is no place to go to. */
static void
test_gone (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  make_steps (project);
  before = structure_fixture_dump (project);
  g_assert_false (cog_project_go_to_step (project, 99, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  after = structure_fixture_dump (project);
  g_assert_cmpstr (after, ==, before);
}

/* What the history says may be anything in a file from elsewhere. */
static void
test_damaged (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;

  make_steps (project);
  cog_project_close (project, NULL);
  g_clear_object (&project);
  project_fixture_run_sql (f->path, "UPDATE change SET key = 'nowhere', after = '[1'"
                                    ", before = '{\"source\": 7}'; UPDATE step SET label = NULL");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  steps = list (project);
  g_assert_cmpuint (steps->len, ==, 4);
  for (guint i = 0; i < steps->len; i++)
    g_assert_null (get (steps, i)->subject);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project/steps/list", test_list);
  PROJECT_FIXTURE_ADD ("/project/steps/go", test_go);
  PROJECT_FIXTURE_ADD ("/project/steps/gone", test_gone);
  PROJECT_FIXTURE_ADD ("/project/steps/damaged", test_damaged);
  return g_test_run ();
}
