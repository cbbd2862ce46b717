/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-answers.h"
#include "cog-project-recover.h"
#include "cog-project-structure.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is made of a project that is damaged in one place: said by name, and all else is there. Any
 * place at all: tests/reliability/test-damage.c. */

typedef struct
{
  ProjectFixture base;
  char *to;
  CogReport *report;
  CogRecovery result;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = NULL;

  project_fixture_set_up (&f->base, NULL);
  f->to = g_build_filename (f->base.dir, "new.cognate", NULL);
  f->report = cog_report_new ();
  project = project_fixture_create (f->base.path, 200);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *unit = g_strdup_printf ("p%u", i);
      g_autofree char *target = g_strdup_printf ("فقرة <em>%u</em>", i);

      g_assert_true (project_fixture_set_target (project, unit, target, NULL));
    }
  g_assert_true (cog_project_set_field (project, "title", "قطط", NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  project_fixture_tear_down (&f->base, NULL);
  cog_report_free (f->report);
  g_free (f->to);
}

static CogProject *
recover (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  CogProject *project;

  cog_project_recover (f->base.path, f->to, f->report, &f->result, NULL, NULL, &error);
  g_assert_no_error (error);
  project = cog_project_open (f->to, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  return project;
}

static void
assert_valid (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = cog_project_dup_adaptation (project, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, NULL));
}

static void
assert_targets (CogProject *project, guint n_lost)
{
  guint n = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *unit = g_strdup_printf ("p%u", i);
      g_autofree char *wanted = g_strdup_printf ("فقرة <em>%u</em>", i);
      g_autofree char *target = project_fixture_dup_target (project, unit);

      n += g_strcmp0 (target, wanted) != 0;
    }
  g_assert_cmpuint (n, <=, n_lost);
}

static void
overwrite (const char *path, gsize from, gsize length, char with)
{
  g_autofree char *bytes = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  g_assert_cmpuint (from + length, <=, n);
  memset (bytes + from, with, length);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)n, NULL));
}

/* Of one that is whole all is taken over but the history. */
static void
test_whole (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = recover (f);
  g_autofree char *title = cog_project_dup_title (project);
  g_autofree char *language = cog_project_dup_language (project);
  g_autoptr (GBytes) original = project_fixture_dup_original (project, "s1");
  g_autoptr (GPtrArray) credits = cog_project_list_credits (project);
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);

  g_assert_cmpstr (title, ==, "قطط");
  g_assert_cmpstr (language, ==, "ar-EG");
  g_assert_cmpuint (g_bytes_get_size (original), ==, 8);
  g_assert_cmpuint (credits->len, ==, 1);
  g_assert_cmpstr (((CogProjectSource *)sources->pdata[0])->credit->licence, ==, "CC-BY-4.0");
  assert_targets (project, 0);
  assert_valid (project);
  g_assert_cmpuint (f->result.n_translated, ==, 200);
  g_assert_cmpuint (f->result.n_blank, ==, 0);
  g_assert_cmpuint (cog_report_get_findings (f->report)->len, ==, 1);
  g_assert_true (cog_report_has (f->report, "recovery-history"));
  g_assert_false (cog_project_can_undo (project));
}

/* Not one byte of the first page: no header, and nobody says where the tables are. */
static void
test_first_page (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GError) error = NULL;

  overwrite (f->base.path, 0, 4096, 'x');
  g_assert_null (cog_project_open (f->base.path, COG_PROJECT_READ, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  project = recover (f);
  assert_targets (project, 0);
  assert_valid (project);
}

/* What a statement in SQL does to the file, and what is said of it. */
static CogProject *
recover_after (Fixture *f, const char *sql, const char *finding)
{
  CogProject *project;

  project_fixture_run_sql (f->base.path, sql);
  project = recover (f);
  g_assert_true (cog_report_has (f->report, finding));
  assert_valid (project);
  return project;
}

static void
test_layout (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = recover_after (
      f, "UPDATE section SET content = replace (content, '</p>', '</q') WHERE id = 'one'",
      "recovery-layout");

  assert_targets (project, 0);
}

/* An element that damage gave the name of another one is a passage by itself; both have their text.
 */
static void
test_same_name (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project =
      recover_after (f, "UPDATE section SET content = replace (content, 'id=\"p7\"', 'id=\"p5\"')",
                     "recovery-blank");
  g_autofree char *skeleton = cog_project_dup_skeleton (project, "one", TRUE, NULL);
  const char *first = strstr (skeleton, " id=\"p5\"");

  assert_targets (project, 0);
  g_assert_nonnull (first);
  g_assert_null (strstr (first + 1, " id=\"p5\""));
  g_assert_nonnull (strstr (skeleton, " id=\"p7\""));
}

static void
test_section (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project =
      recover_after (f, "DELETE FROM section WHERE id = 'one'", "recovery-section");
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);

  assert_targets (project, 0);
  g_assert_cmpuint (sections->len, ==, 2);
}

static void
test_units (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project =
      recover_after (f, "DELETE FROM unit WHERE id IN ('p3', 'p4')", "recovery-blank");
  g_autoptr (CogUnit) unit = cog_project_dup_unit (project, "p3", NULL);

  assert_targets (project, 2);
  g_assert_cmpuint (f->result.n_blank, ==, 2);
  g_assert_cmpstr (unit->source, ==, "Paragraph <em>3</em> speaks.");
  g_assert_cmpint (unit->state, ==, COG_STATE_INITIAL);
}

static void
test_source (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project =
      recover_after (f, "DELETE FROM source; UPDATE section SET parent = 'gone' WHERE id = 'two'",
                     "recovery-source");

  assert_targets (project, 0);
}

/* The edition's own page is lost: its language is told from what was translated. */
static void
test_language (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = NULL;
  g_autofree char *language = NULL;

  project_fixture_run_sql (
      f->base.path,
      "UPDATE unit SET target = 'De la casa y de los gatos que viven en el campo con su madre, pero"
      " no se sabe por que los perros no son de la misma casa, como se dice en el libro de la "
      "abuela y en los cuentos para los que no saben leer todavia.' WHERE target IS NOT NULL");
  project = recover_after (f, "DELETE FROM meta", "recovery-language");
  language = cog_project_dup_language (project);
  g_assert_cmpstr (language, ==, "es");
}

/* Nothing tells it. */
static void
test_no_language (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project =
      recover_after (f, "DELETE FROM meta; UPDATE unit SET target = NULL", "recovery-language");
  g_autofree char *language = cog_project_dup_language (project);

  g_assert_cmpstr (language, ==, "mul");
}

/* Sections that stand in each other stand in none. */
static void
test_circle (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project =
      recover_after (f,
                     "UPDATE section SET parent = 'two' WHERE id = 'one';"
                     "UPDATE section SET parent = 'one' WHERE id = 'two'",
                     "recovery-history");
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);

  g_assert_cmpuint (sections->len, ==, 2);
  assert_targets (project, 0);
}

static void
test_pictures (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project =
      recover_after (f, "DELETE FROM asset; DELETE FROM original; UPDATE credit SET found = '{'",
                     "recovery-picture");
  g_autoptr (CogAsset) asset = cog_project_dup_asset (project, "a.png", NULL);

  g_assert_cmpuint (asset->width, ==, 1);
  g_assert_true (cog_report_has (f->report, "recovery-original"));
  g_assert_true (cog_report_has (f->report, "recovery-credit"));
}

static void
test_markup (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project =
      recover_after (f,
                     "UPDATE unit SET target = '<em>cut' || char (30) || char (31) || ' &',"
                     " state = 'tran' WHERE id = 'p7'",
                     "recovery-markup");
  g_autofree char *target = project_fixture_dup_target (project, "p7");

  g_assert_nonnull (strstr (target, "cut"));
  assert_targets (project, 1);
}

/* What a crash left in the log is recovered, too; a log that is damaged counts up to there. */
static void
test_log (Fixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->base.path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *log_bytes = NULL;
  g_autofree char *target = NULL;
  gsize n, n_log;
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = cog_project_open (f->base.path, COG_PROJECT_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (project_fixture_set_target (project, "p5", "from the log", NULL));
  g_assert_true (g_file_get_contents (f->base.path, &bytes, &n, NULL));
  g_assert_true (g_file_get_contents (log, &log_bytes, &n_log, NULL));
  g_clear_object (&project);
  memset (bytes, 0, 4096);
  g_assert_true (g_file_set_contents (f->base.path, bytes, (gssize)n, NULL));
  g_assert_true (g_file_set_contents (log, log_bytes, (gssize)n_log, NULL));
  project = recover (f);
  target = project_fixture_dup_target (project, "p5");
  g_assert_cmpstr (target, ==, "from the log");
  assert_targets (project, 1);
}

/* What is refused: one that is open, one of a later version, what is no project, a place that is
 * taken. Nothing is left. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = cog_project_open (f->base.path, COG_PROJECT_WRITE, &error);

  g_assert_false (cog_project_recover (f->base.path, f->to, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_object (&project);
  g_assert_false (cog_project_recover (f->base.path, f->base.path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  project_fixture_run_sql (f->base.path, "PRAGMA user_version=99");
  g_assert_false (cog_project_recover (f->base.path, f->to, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (f->base.path, "Dear colleague", -1, NULL));
  g_assert_false (cog_project_recover (f->base.path, f->to, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_assert_cmpuint (project_fixture_count_files (&f->base), ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/project-recover/whole", test_whole);
  ADD ("/project-recover/first-page", test_first_page);
  ADD ("/project-recover/layout", test_layout);
  ADD ("/project-recover/same-name", test_same_name);
  ADD ("/project-recover/section", test_section);
  ADD ("/project-recover/units", test_units);
  ADD ("/project-recover/source", test_source);
  ADD ("/project-recover/language", test_language);
  ADD ("/project-recover/no-language", test_no_language);
  ADD ("/project-recover/circle", test_circle);
  ADD ("/project-recover/pictures", test_pictures);
  ADD ("/project-recover/markup", test_markup);
  ADD ("/project-recover/log", test_log);
  ADD ("/project-recover/refused", test_refused);
  return g_test_run ();
}
