/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-drafts.h"
#include "project-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static void
assert_target (CogProject *project, const char *unit, const char *wanted)
{
  g_autofree char *target = project_fixture_dup_target (project, unit);

  g_assert_cmpstr (target, ==, wanted);
}

static void
count_cb (CogProject *project, guint *n)
{
  (*n)++;
}

/* An edit of a project whose file is gone is no success: SQLite would write on into nothing. */
static void
test_vanished (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autofree char *moved = g_strconcat (f->path, ".old", NULL);

  g_assert_true (project_fixture_set_target (project, "p0", "stored", NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      if (i == 0)
        g_assert_cmpint (g_rename (f->path, moved), ==, 0);
      else
        g_assert_true (g_file_set_contents (f->path, "another file", -1, NULL));
      g_assert_false (project_fixture_set_target (project, "p1", "lost", &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, "p.cognate"));
      g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 0);
    }
  /* What is there can still be read. */
  assert_target (project, "p0", "stored");
  assert_target (project, "p1", NULL);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_cmpint (g_rename (moved, f->path), ==, 0);
  g_assert_true (project_fixture_set_target (project, "p1", "back", NULL));
  assert_target (project, "p1", "back");
}

static void
test_kept (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autofree char *moved = g_strconcat (f->path, ".old", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogUnit) unit = NULL;
  g_autofree char *why = NULL;
  guint n_told = 0;

  g_signal_connect (project, "drafts-changed", G_CALLBACK (count_cb), &n_told);
  g_assert_cmpint (g_rename (f->path, moved), ==, 0);
  cog_project_keep_draft (project, "p0", "typed <em>here</em>", "the disk is full");
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpuint (cog_project_get_n_drafts (project), ==, 1);
  assert_target (project, "p0", "typed <em>here</em>");
  unit = cog_project_dup_unit (project, "p0", NULL);
  g_assert_cmpint (unit->state, ==, COG_STATE_TRANSLATED);
  g_assert_false (cog_project_store_drafts (project, &error));
  why = cog_project_dup_draft_fault (project);
  g_assert_cmpstr (why, ==, error->message);
  g_assert_cmpuint (cog_project_get_n_drafts (project), ==, 1);
  /* The file is there again. */
  g_assert_cmpint (g_rename (moved, f->path), ==, 0);
  g_clear_error (&error);
  g_assert_true (cog_project_store_drafts (project, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cog_project_get_n_drafts (project), ==, 0);
  g_assert_cmpuint (n_told, ==, 2);
  assert_target (project, "p0", "typed <em>here</em>");
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_target (project, "p0", NULL);
}

/* For who types: a fault of the disk keeps the words, a text that is none is refused. */
static void
test_typed (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GError) error = NULL;
  CogUnitEdit edit = { .unit = "p0", .set = COG_UNIT_SET_TARGET, .target = "<x>" };

  g_assert_false (cog_project_edit_or_keep (project, &edit, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_assert_cmpuint (cog_project_get_n_drafts (project), ==, 0);
  edit.target = "words";
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_true (cog_project_edit_or_keep (project, &edit, NULL, NULL));
  g_assert_cmpuint (cog_project_get_n_drafts (project), ==, 1);
  assert_target (project, "p0", "words");
}

static void
test_overtaken (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);

  cog_project_keep_draft (project, "p0", "draft", "because");
  cog_project_keep_draft (project, "p1", "", "because");
  g_assert_true (project_fixture_set_target (project, "p0", "newer", NULL));
  assert_target (project, "p0", "newer");
  g_assert_cmpuint (cog_project_get_n_drafts (project), ==, 1);
  g_assert_true (cog_project_store_drafts (project, NULL));
  g_assert_cmpuint (cog_project_get_n_drafts (project), ==, 0);
}

static void
test_copy (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *path = g_strconcat (f->path, "2", NULL);
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogProject) copy = project_fixture_create (path, 3);

  cog_project_keep_draft (project, "p2", "draft", "because");
  g_assert_true (cog_project_store_drafts_in (project, copy, NULL));
  assert_target (copy, "p2", "draft");
  g_assert_cmpuint (cog_project_get_n_drafts (project), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project-drafts/vanished", test_vanished);
  PROJECT_FIXTURE_ADD ("/project-drafts/kept", test_kept);
  PROJECT_FIXTURE_ADD ("/project-drafts/typed", test_typed);
  PROJECT_FIXTURE_ADD ("/project-drafts/overtaken", test_overtaken);
  PROJECT_FIXTURE_ADD ("/project-drafts/copy", test_copy);
  return g_test_run ();
}
