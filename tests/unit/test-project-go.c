/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-drafts.h"
#include "project-fixture.h"

#include <glib/gstdio.h>

/* What is stored again and again while it is written is one step of the history. */

static void
write_in_go (CogProject *project, const char *unit, const char *target, guint go)
{
  CogUnitEdit edit = { .unit = unit, .set = COG_UNIT_SET_TARGET, .target = target, .go = go };
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_project_edit (project, &edit, 1, "written", &error));
  g_assert_no_error (error);
}

static void
assert_target (CogProject *project, const char *unit, const char *wanted)
{
  g_autofree char *target = project_fixture_dup_target (project, unit);

  g_assert_cmpstr (target, ==, wanted);
}

static void
assert_n_steps (CogProject *project, guint n)
{
  g_autoptr (GPtrArray) steps = cog_project_list_history (project, 99);

  g_assert_cmpuint (steps->len, ==, n);
}

static void
test_joined (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogUnit) unit = NULL;

  project_fixture_set_target (project, "p0", "before", NULL);
  write_in_go (project, "p0", "e", 1);
  write_in_go (project, "p0", "ei", 1);
  write_in_go (project, "p0", "eins", 1);
  assert_n_steps (project, 2);
  assert_target (project, "p0", "eins");
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_target (project, "p0", "before");
  g_assert_cmpuint (cog_project_redo (project, 1, NULL), ==, 1);
  assert_target (project, "p0", "eins");
  g_assert_cmpuint (cog_project_undo (project, 2, NULL), ==, 2);
  unit = cog_project_dup_unit (project, "p0", NULL);
  g_assert_null (unit->target);
  g_assert_cmpint (unit->state, ==, COG_STATE_INITIAL);
}

/* Another go, another unit, another step between. */
static void
test_apart (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);

  write_in_go (project, "p0", "a", 1);
  write_in_go (project, "p0", "b", 2);
  assert_n_steps (project, 2);
  write_in_go (project, "p1", "c", 2);
  assert_n_steps (project, 3);
  write_in_go (project, "p0", "d", 2);
  assert_n_steps (project, 4);
  project_fixture_set_target (project, "p2", "between", NULL);
  write_in_go (project, "p0", "e", 2);
  assert_n_steps (project, 6);
  write_in_go (project, "p0", "f", 0);
  write_in_go (project, "p0", "g", 0);
  assert_n_steps (project, 8);
  g_assert_cmpuint (cog_project_undo (project, 3, NULL), ==, 3);
  assert_target (project, "p0", "d");
}

/* What was undone stays apart from what is written then, and what was redone too. */
static void
test_undone (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);

  write_in_go (project, "p0", "a", 1);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  write_in_go (project, "p0", "b", 1);
  assert_n_steps (project, 1);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  g_assert_cmpuint (cog_project_redo (project, 1, NULL), ==, 1);
  write_in_go (project, "p0", "c", 1);
  assert_n_steps (project, 2);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_target (project, "p0", "b");
}

/* What was taken back in the row leaves no step that does nothing. */
static void
test_nothing_left (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);

  write_in_go (project, "p1", "other", 1);
  write_in_go (project, "p0", "a", 2);
  write_in_go (project, "p0", NULL, 2);
  assert_n_steps (project, 1);
  write_in_go (project, "p0", "b", 2);
  assert_n_steps (project, 2);
  write_in_go (project, "p0", "bc", 2);
  assert_n_steps (project, 2);
  write_in_go (project, "p0", NULL, 2);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_target (project, "p1", NULL);
  g_assert_false (cog_project_can_undo (project));
}

static void
test_reopened (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);

  write_in_go (project, "p0", "a", 1);
  write_in_go (project, "p0", "ab", 1);
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  assert_target (project, "p0", "ab");
  write_in_go (project, "p0", "abc", 1);
  assert_n_steps (project, 2);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_target (project, "p0", "ab");
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_target (project, "p0", NULL);
}

/* A text that is none is refused, and the step is as it was, and still open. */
static void
test_refused (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  CogUnitEdit edit = { .unit = "p0", .set = COG_UNIT_SET_TARGET, .target = "<x>", .go = 1 };

  write_in_go (project, "p0", "a", 1);
  g_assert_false (cog_project_edit (project, &edit, 1, NULL, NULL));
  assert_target (project, "p0", "a");
  write_in_go (project, "p0", "ab", 1);
  assert_n_steps (project, 1);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_target (project, "p0", NULL);
}

/* What could not be stored for a while joins when it can. */
static void
test_draft (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autofree char *moved = g_strconcat (f->path, ".old", NULL);
  CogUnitEdit edit = { .unit = "p0", .set = COG_UNIT_SET_TARGET, .target = "ab", .go = 1 };

  write_in_go (project, "p0", "a", 1);
  g_assert_cmpint (g_rename (f->path, moved), ==, 0);
  g_assert_true (cog_project_edit_or_keep (project, &edit, NULL, NULL));
  g_assert_cmpuint (cog_project_get_n_drafts (project), ==, 1);
  g_assert_cmpint (g_rename (moved, f->path), ==, 0);
  write_in_go (project, "p0", "abc", 1);
  g_assert_cmpuint (cog_project_get_n_drafts (project), ==, 0);
  assert_n_steps (project, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project-go/joined", test_joined);
  PROJECT_FIXTURE_ADD ("/project-go/apart", test_apart);
  PROJECT_FIXTURE_ADD ("/project-go/undone", test_undone);
  PROJECT_FIXTURE_ADD ("/project-go/nothing-left", test_nothing_left);
  PROJECT_FIXTURE_ADD ("/project-go/reopened", test_reopened);
  PROJECT_FIXTURE_ADD ("/project-go/refused", test_refused);
  PROJECT_FIXTURE_ADD ("/project-go/draft", test_draft);
  return g_test_run ();
}
