/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-file.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* What cannot be made leaves nothing behind: neither a file, nor a place where one was begun. */
static void
test_no_language (ProjectFixture *f, gconstpointer data)
{
  static const char *const none[] = { "", "not a language", "1", "ar_EG!" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cog_project_create (f->path, none[i], NULL, NULL, NULL, &error));
      g_assert_error (error, COG_ERROR, COG_ERROR_USAGE);
      g_assert_cmpuint (project_fixture_count_files (f), ==, 0);
    }
}

static void
test_no_folder (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->dir, "gone", "p.cognate", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cog_project_create (path, "ar", NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (project_fixture_count_files (f), ==, 0);
}

/* A link that leads nowhere is somebody's, too. */
static void
test_link (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->dir, "elsewhere", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (target, f->path), ==, 0);
  g_assert_null (cog_project_create (f->path, "ar", NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (f->path, G_FILE_TEST_IS_SYMLINK));
}

/* What stands in the place where a project is begun, and is not ours, stays; it is said. */
static void
test_begun_elsewhere (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *begun = g_build_filename (f->dir, ".p.cognate.new", NULL);
  g_autofree char *kept = g_build_filename (begun, "letters.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (begun, 0700), ==, 0);
  g_assert_true (g_file_set_contents (kept, "mine", -1, NULL));
  g_assert_null (cog_project_create (f->path, "ar", NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

/* One that is open stays, whole; one that nobody has goes with all that lies beside it. */
static void
test_remove (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *other = g_build_filename (f->dir, "other", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (other, "stays", -1, NULL));
  cog_project_remove_file (f->path);
  g_assert_true (project_fixture_set_target (project, "p0", "ماء", &error));
  g_assert_no_error (error);
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  {
    g_autofree char *target = project_fixture_dup_target (project, "p0");

    g_assert_cmpstr (target, ==, "ماء");
  }
  g_clear_object (&project);
  g_assert_true (g_file_set_contents (wal, "left by a program that was ended", -1, NULL));
  cog_project_remove_file (f->path);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project-create/no-language", test_no_language);
  PROJECT_FIXTURE_ADD ("/project-create/no-folder", test_no_folder);
  PROJECT_FIXTURE_ADD ("/project-create/link", test_link);
  PROJECT_FIXTURE_ADD ("/project-create/begun-elsewhere", test_begun_elsewhere);
  PROJECT_FIXTURE_ADD ("/project-create/remove", test_remove);
  return g_test_run ();
}
