/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "project-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
test_lock (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogProject) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (cog_project_open (f->path, COG_PROJECT_WRITE, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "test-project"));
  g_clear_error (&error);
  reader = cog_project_open (f->path, COG_PROJECT_READ, &error);
  g_assert_no_error (error);
  g_assert_true (project_fixture_set_target (project, "p0", "a", NULL));
  g_assert_false (project_fixture_set_target (reader, "p0", "b", NULL));
}

/* Pages that cannot be a page any more: whatever needs them fails, and says so; nothing that could
 * be published, and no right, comes from the half that is left. */
static void
assert_whole_or_error (const char *path, guint n_sections)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_READ, &error);
  g_autoptr (CogBook) book =
      project != NULL ? cog_project_dup_adaptation (project, NULL, &error) : NULL;
  g_autoptr (GPtrArray) components =
      project != NULL ? cog_project_list_components (project, &fault) : NULL;

  g_assert_true ((book == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_nonnull (strstr (error->message, "p.cognate: "));
  if (book != NULL)
    {
      g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

      g_assert_cmpuint (sections->len, ==, n_sections);
      g_assert_cmpuint (book->credits->len, ==, 1);
      g_assert_cmpuint (book->sources->len, ==, 1);
      g_assert_cmpuint (book->assets->len, ==, 1);
    }
  if (components != NULL)
    g_assert_cmpuint (components->len, ==, 2);
  else if (project != NULL)
    g_assert_nonnull (fault);
}

static void
test_damaged_page (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 200);
  g_autofree char *whole = NULL;
  gsize length;

  g_clear_object (&project);
  g_assert_true (g_file_get_contents (f->path, &whole, &length, NULL));
  assert_whole_or_error (f->path, 2);
  for (gsize at = 4096; at < length; at += 4096)
    {
      g_autofree char *bad = g_memdup2 (whole, length);

      memset (bad + at, 0xFF, MIN (4096, length - at));
      g_assert_true (
          g_file_set_contents_full (f->path, bad, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      assert_whole_or_error (f->path, 2);
    }
}

static char *
dup_sum (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, length);
}

/* What was only looked at, or refused, is as it was to the byte, and nothing stands beside it. */
static void
assert_untouched (ProjectFixture *f, const char *before, int code)
{
  g_autofree char *after = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          cog_project_open (f->path, i == 0 ? COG_PROJECT_READ : COG_PROJECT_WRITE, &error));
      g_assert_error (error, COG_ERROR, code);
      g_assert_nonnull (strstr (error->message, "p.cognate: "));
    }
  after = dup_sum (f->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
}

static void
assert_refused_after (ProjectFixture *f, const char *sql, int code)
{
  g_autofree char *before = NULL;

  project_fixture_run_sql (f->path, sql);
  before = dup_sum (f->path);
  assert_untouched (f, before, code);
}

static void
test_foreign (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);

  g_clear_object (&project);
  assert_refused_after (f, "CREATE TRIGGER t AFTER UPDATE ON unit BEGIN DELETE FROM unit; END",
                        COG_ERROR_CORRUPT);
  assert_refused_after (f, "DROP TRIGGER t; CREATE VIEW v AS SELECT * FROM unit",
                        COG_ERROR_CORRUPT);
  assert_refused_after (f, "DROP VIEW v; DROP TABLE credit; CREATE VIEW credit AS SELECT 1",
                        COG_ERROR_CORRUPT);
  /* The database of another program is no business of ours, in whichever mode it left it. */
  g_unlink (f->path);
  assert_refused_after (f, "PRAGMA journal_mode=WAL; CREATE TABLE places (url TEXT)",
                        COG_ERROR_INPUT);
}

static void
test_newer (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);

  g_clear_object (&project);
  assert_refused_after (f, "PRAGMA journal_mode=WAL; PRAGMA user_version=99", COG_ERROR_NEWER);
}

/* A file of the time before the first release, whose last edit a crash left in the log. */
static void
make_old (ProjectFixture *f)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);
  pid_t child;

  g_clear_object (&project);
  project_fixture_make_old (f->path);
  child = fork ();
  if (child == 0)
    {
      sqlite3 *db;

      sqlite3_open (f->path, &db);
      sqlite3_exec (db, "PRAGMA journal_mode=WAL; UPDATE unit SET target='kept' WHERE id='p0'",
                    NULL, NULL, NULL);
      kill (getpid (), SIGKILL);
    }
  waitpid (child, NULL, 0);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
assert_migrated (CogProject *project)
{
  g_autofree char *target = project_fixture_dup_target (project, "p0");

  g_assert_cmpstr (target, ==, "kept");
  g_assert_true (cog_project_set_source_licence (project, "s1", "CC-BY-SA-4.0", NULL));
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
}

static void
test_older (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = NULL;
  g_autofree char *copy = g_strconcat (f->path, ".version-0", NULL);
  g_autofree char *second = g_strconcat (f->path, ".version-0-2", NULL);

  make_old (f);
  g_assert_null (cog_project_open (f->path, COG_PROJECT_READ, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  assert_migrated (project);
  g_clear_object (&project);
  g_assert_cmpuint (project_fixture_count_files (f), ==, 2);
  /* The copy is whole, and of the old version: it is migrated in its turn. Another copy that stands
   * there is not written over. */
  g_assert_cmpint (g_rename (copy, f->path), ==, 0);
  g_assert_true (g_file_set_contents (copy, "mine", 4, NULL));
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  assert_migrated (project);
  g_clear_object (&project);
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (project_fixture_count_files (f), ==, 3);
}

static void
test_looking_changes_nothing (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 5);
  g_autoptr (GPtrArray) sections = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "a", NULL));
  g_clear_object (&project);
  before = dup_sum (f->path);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  sections = cog_project_list_sections (project);
  g_clear_object (&project);
  after = dup_sum (f->path);
  g_assert_cmpstr (before, ==, after);
}

static gboolean
fail_to_fill (CogProject *project, gpointer user_data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

/* Never half there, never over another. */
static void
test_create (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_null (cog_project_create (f->path, "ar", NULL, fail_to_fill, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_cmpuint (project_fixture_count_files (f), ==, 0);
  g_assert_true (g_file_set_contents (f->path, "mine", 4, NULL));
  g_assert_null (cog_project_create (f->path, "ar", NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
}

/* Somebody else takes the name while the project is being made. */
static gboolean
take_name (CogProject *project, gpointer user_data, GError **error)
{
  return g_file_set_contents (user_data, "mine", 4, error);
}

static gboolean
end_in_the_middle (CogProject *project, gpointer user_data, GError **error)
{
  kill (getpid (), SIGKILL);
  return FALSE;
}

static void
test_create_is_whole (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = NULL;
  g_autofree char *text = NULL;
  pid_t child;

  g_assert_null (cog_project_create (f->path, "ar", NULL, take_name, f->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_unlink (f->path);
  child = fork ();
  if (child == 0)
    cog_project_create (f->path, "ar", NULL, end_in_the_middle, NULL, NULL);
  waitpid (child, NULL, 0);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  /* What was left beside it is cleared by the next. */
  project = project_fixture_create (f->path, 1);
  g_clear_object (&project);
  g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
}

static void
test_damage (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 50);
  g_autofree char *whole = NULL;
  gsize length;

  g_clear_object (&project);
  g_assert_true (g_file_get_contents (f->path, &whole, &length, NULL));
  for (gsize at = 0; at < length; at += 997)
    {
      g_autofree char *bad = g_memdup2 (whole, length);
      g_autoptr (GError) error = NULL;

      bad[at] ^= 0x5A;
      g_assert_true (g_file_set_contents_full (f->path, bad, at % 2 ? length : at + 1,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
      if (project != NULL)
        {
          g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);
          g_autoptr (CogBook) book = cog_project_dup_adaptation (project, NULL, NULL);

          project_fixture_set_target (project, "p0", "x", NULL);
        }
      g_clear_object (&project);
    }
}

/* Edits one after the other, and says each that is confirmed, until it is killed. */
static void
run_edits (const char *path, int out)
{
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_WRITE, NULL);

  for (int n = 1; project != NULL; n++)
    {
      g_autofree char *target = g_strdup_printf ("edit %d", n);
      g_autofree char *unit = g_strdup_printf ("p%d", n % 10);

      if (!project_fixture_set_target (project, unit, target, NULL) ||
          write (out, &n, sizeof n) != sizeof n)
        break;
    }
  _exit (0);
}

static void
kill_once (const char *path, guint delay)
{
  int pipes[2];
  int confirmed = 0, n;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (pipes[0]);
      run_edits (path, pipes[1]);
    }
  close (pipes[1]);
  g_usleep (delay);
  kill (child, SIGKILL);
  while (read (pipes[0], &n, sizeof n) == sizeof n)
    confirmed = n;
  close (pipes[0]);
  waitpid (child, NULL, 0);
  if (confirmed > 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_WRITE, &error);
      g_autofree char *unit = g_strdup_printf ("p%d", confirmed % 10);
      g_autofree char *target = NULL;

      g_assert_no_error (error);
      target = project_fixture_dup_target (project, unit);
      /* The one after the last that was confirmed may have become durable, too: ten further on. */
      g_assert_cmpint (atoi (target + strlen ("edit ")), >=, confirmed);
    }
}

static void
test_kill (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 10);

  g_clear_object (&project);
  for (guint i = 0; i < 200; i++)
    kill_once (f->path, (guint)g_test_rand_int_range (500, 60000));
}

/* Who was ended in a transaction left its journal: the shelf, which only reads, shows the book as
 * it was before. */
static void
test_journal (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 50);
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);
  g_autofree char *target = NULL;
  g_autoptr (GError) error = NULL;
  pid_t child;

  g_assert_true (project_fixture_set_target (project, "p0", "confirmed", NULL));
  g_clear_object (&project);
  child = fork ();
  if (child == 0)
    {
      sqlite3 *db;

      sqlite3_open (f->path, &db);
      /* Little memory: what is not confirmed is written already, too. */
      sqlite3_exec (db, "PRAGMA cache_size=2; BEGIN; UPDATE unit SET target = hex(zeroblob(3000))",
                    NULL, NULL, NULL);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  project = cog_project_open (f->path, COG_PROJECT_READ, &error);
  g_assert_no_error (error);
  target = project_fixture_dup_target (project, "p0");
  g_assert_cmpstr (target, ==, "confirmed");
  g_clear_object (&project);
  g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project-file/create", test_create);
  PROJECT_FIXTURE_ADD ("/project-file/create-is-whole", test_create_is_whole);
  PROJECT_FIXTURE_ADD ("/project-file/looking-changes-nothing", test_looking_changes_nothing);
  PROJECT_FIXTURE_ADD ("/project-file/lock", test_lock);
  PROJECT_FIXTURE_ADD ("/project-file/foreign", test_foreign);
  PROJECT_FIXTURE_ADD ("/project-file/newer", test_newer);
  PROJECT_FIXTURE_ADD ("/project-file/older", test_older);
  PROJECT_FIXTURE_ADD ("/project-file/damage", test_damage);
  PROJECT_FIXTURE_ADD ("/project-file/damaged-page", test_damaged_page);
  PROJECT_FIXTURE_ADD ("/project-file/journal", test_journal);
  PROJECT_FIXTURE_ADD ("/project-file/kill", test_kill);
  return g_test_run ();
}
