/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-project-report.h"
#include "project-fixture.h"

/* What was said at the import is kept, with the way to what each line is about. */

static const CogFindingKind lost = { "lost", COG_SEVERITY_WARNING, TRUE, "Lost: %1." };
static const CogFindingKind doubtful = { "doubtful", COG_SEVERITY_INFO, FALSE, "Doubtful: %1.",
                                         COG_EFFECT_UNSURE };

static CogReport *
make_report (void)
{
  static const char *const places[] = {
    "text/one.xhtml", "text/one.xhtml:12", "two",       "p1", "i@alt", "f",
    "page 7",         "nowhere.xhtml",     "x.html#p0", ""
  };
  CogReport *report = cog_report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    cog_report_add (report, i % 2 == 0 ? &lost : &doubtful, places[i], places[i], NULL);
  cog_report_add (report, &lost, "elsewhere", places[0], NULL);
  return report;
}

static gboolean
fill (CogProject *project, gpointer user_data, GError **error)
{
  g_autoptr (CogBook) book = project_fixture_make_book (3);
  g_autoptr (CogReport) report = make_report ();
  const CogSourcePlace place = { 7, 1, 2, 3, 4 };
  CogSection *one = g_ptr_array_index (book->sections, 0);
  g_autofree char *id = NULL;

  one->origin = g_strdup ("text/one.xhtml");
  cog_book_set_place (book, "p2", &place);
  id = cog_project_add_source (project, book, "epub", "cats.epub", NULL, report, error);
  return id != NULL;
}

static char *
dup_ways (const CogImportReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->lines->len; i++)
    {
      const CogImportLine *line = g_ptr_array_index (report->lines, i);

      g_string_append_printf (text, "%s ",
                              line->unit != NULL      ? line->unit
                              : line->section != NULL ? line->section
                                                      : "-");
    }
  return g_string_free (text, FALSE);
}

static void
assert_kept (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = cog_project_list_import_reports (project, &error);
  const CogImportReport *report;
  const CogImportLine *line;
  g_autofree char *ways = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);
  report = g_ptr_array_index (reports, 0);
  g_assert_cmpstr (report->source, ==, "s1");
  g_assert_cmpstr (report->name, ==, "Cats");
  g_assert_true (report->is_kept);
  g_assert_cmpuint (report->counts.sections, ==, 2);
  g_assert_cmpuint (report->counts.figures, ==, 1);
  g_assert_cmpuint (report->counts.footnotes, ==, 1);
  ways = dup_ways (report);
  g_assert_cmpstr (ways, ==, "one one two p1 i@alt i@alt p2 - p0 - ");
  line = g_ptr_array_index (report->lines, 0);
  g_assert_cmpint (line->effect, ==, COG_EFFECT_DROPPED);
  g_assert_cmpint (line->severity, ==, COG_SEVERITY_WARNING);
  g_assert_cmpstr (line->sentence, ==, "Lost: text/one.xhtml.");
  g_assert_cmpuint (line->count, ==, 2);
  line = g_ptr_array_index (report->lines, 1);
  g_assert_cmpint (line->effect, ==, COG_EFFECT_UNSURE);
  line = g_ptr_array_index (report->lines, 6);
  g_assert_cmpuint (line->page, ==, 7);
}

static void
test_kept (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = cog_project_create (f->path, "ar", NULL, fill, NULL, &error);

  g_assert_no_error (error);
  assert_kept (project);
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_READ, NULL);
  assert_kept (project);
}

/* The ids of a second source begin with its own: the report knew them without. */
static void
test_beside (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (GPtrArray) reports = NULL;
  g_autofree char *ways = NULL;

  g_assert_true (fill (project, NULL, NULL));
  reports = cog_project_list_import_reports (project, NULL);
  g_assert_cmpuint (reports->len, ==, 2);
  ways = dup_ways (g_ptr_array_index (reports, 1));
  g_assert_cmpstr (ways, ==, "s2-one s2-one s2-two s2-p1 s2-i@alt s2-i@alt s2-p2 - s2-p0 - ");
}

/* A file of before reports were kept says that it has none; a damaged one harms nobody. */
static void
test_older (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = cog_project_create (f->path, "ar", NULL, fill, NULL, NULL);
  g_autoptr (GPtrArray) reports = NULL;
  const CogImportReport *report;
  const CogImportLine *line;

  g_clear_object (&project);
  project_fixture_run_sql (f->path, "UPDATE finding SET effect = 'x', severity = 7, sentence = '',"
                                    " count = -1, target = 'gone';"
                                    "UPDATE kept SET count = -9, kind = 'x' || kind");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  reports = cog_project_list_import_reports (project, NULL);
  report = g_ptr_array_index (reports, 0);
  line = g_ptr_array_index (report->lines, 0);
  g_assert_cmpint (line->effect, ==, COG_EFFECT_UNSURE);
  g_assert_cmpstr (line->sentence, ==, "");
  g_assert_cmpuint (line->count, ==, 1);
  g_assert_null (line->section);
  g_assert_cmpuint (report->counts.sections, ==, 0);
  g_clear_object (&project);
  g_clear_pointer (&reports, g_ptr_array_unref);
  project_fixture_run_sql (f->path, PROJECT_FIXTURE_TO_VERSION_2);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  reports = cog_project_list_import_reports (project, NULL);
  report = g_ptr_array_index (reports, 0);
  g_assert_false (report->is_kept);
  g_assert_cmpuint (report->lines->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project-report/kept", test_kept);
  PROJECT_FIXTURE_ADD ("/project-report/beside", test_beside);
  PROJECT_FIXTURE_ADD ("/project-report/older", test_older);
  return g_test_run ();
}
