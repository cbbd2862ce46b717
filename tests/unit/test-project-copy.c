/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-file.h"
#include "project-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static void
assert_same (const char *path, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) copy = cog_project_open (path, COG_PROJECT_WRITE, &error);
  g_autoptr (CogUnit) unit = NULL;

  g_assert_no_error (error);
  unit = cog_project_dup_unit (copy, "p0", NULL);
  g_assert_cmpstr (unit->target, ==, target);
}

/* While it is open and has edits in its log, the copy has them too, and is one file. */
static void
test_copy_of_open (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogProject) reader = NULL;
  g_autofree char *to = g_build_filename (f->dir, "copy.cognate", NULL);
  g_autofree char *log = g_strconcat (to, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "mine", NULL));
  reader = cog_project_open (f->path, COG_PROJECT_READ, NULL);
  g_assert_true (cog_project_write_copy (reader, to, FALSE, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  assert_same (to, "mine");
  /* What stands there is not written over unasked. */
  g_assert_false (cog_project_write_copy (reader, to, FALSE, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (project_fixture_set_target (project, "p0", "newer", NULL));
  g_assert_true (cog_project_write_copy (project, to, TRUE, NULL, NULL, &error));
  assert_same (to, "newer");
  /* A project that somebody works on is not written over at all. */
  g_assert_false (cog_project_write_copy (project, f->path, TRUE, NULL, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_BUSY);
}

static void
test_copy_fails_clean (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *to = g_build_filename (f->dir, "copy.cognate", NULL);
  g_autofree char *nowhere = g_build_filename (f->dir, "none", "copy.cognate", NULL);
  g_autoptr (GError) error = NULL;
  guint n = project_fixture_count_files (f);

  g_cancellable_cancel (cancellable);
  g_assert_false (cog_project_write_copy (project, to, FALSE, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (cog_project_write_copy (project, nowhere, FALSE, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (project_fixture_count_files (f), ==, n);
}

static void
test_move (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autofree char *to = g_build_filename (f->dir, "moved.cognate", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "mine", NULL));
  g_assert_false (cog_project_check_free (f->path, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (cog_project_move_file (f->path, to, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (cog_project_close (project, NULL));
  g_assert_true (cog_project_move_file (f->path, to, &error));
  g_assert_no_error (error);
  assert_same (to, "mine");
  g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
}

/* What is damaged can be put away, too. */
static void
test_move_damaged (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *to = g_build_filename (f->dir, "moved.cognate", NULL);

  g_assert_true (g_file_set_contents (f->path, "SQLite format 3, or not", -1, NULL));
  g_assert_true (cog_project_move_file (f->path, to, NULL));
  g_assert_true (g_file_test (to, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project-copy/of-open", test_copy_of_open);
  PROJECT_FIXTURE_ADD ("/project-copy/fails-clean", test_copy_fails_clean);
  PROJECT_FIXTURE_ADD ("/project-copy/move", test_move);
  PROJECT_FIXTURE_ADD ("/project-copy/move-damaged", test_move_damaged);
  return g_test_run ();
}
