/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pretranslate-job.h"
#include "cog-project-engines.h"
#include "cog-repeats.h"

#include "project-fixture.h"

/* A book whose paragraphs p1, p2, p3 and p4 say the same, and p5 the same words in other markup. */
static CogProject *
open_book (ProjectFixture *f)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 7);
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_project_close (project, NULL));
  g_clear_object (&project);
  project_fixture_run_sql (f->path,
                           "UPDATE unit SET source = 'See <em>below</em>.' WHERE id IN"
                           " ('p1', 'p2', 'p3', 'p4');"
                           "UPDATE unit SET source = 'See <strong>below</strong>.' WHERE id = 'p5';"
                           "UPDATE unit SET source = '4 + 5 = 9' WHERE id = 'p0'");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&project);
}

static void
assert_repeats (CogUnitIndex *index, const char *unit, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = cog_repeats_find (index, unit, NULL, &error);
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (words, "%s ", (char *)g_ptr_array_index (ids, i));
  g_assert_cmpstr (words->str, ==, expected);
}

static void
test_find (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = open_book (f);
  g_autoptr (CogUnitIndex) index = cog_unit_index_new (project);
  const CogEngineEdit machine = { .edit = { .unit = "p1",
                                            .set = COG_UNIT_SET_TARGET | COG_UNIT_SET_STATE,
                                            .target = "Ver.",
                                            .state = COG_STATE_INITIAL },
                                  .engine = "apertium" };
  const char *const confirmed[] = { "p1", NULL };
  g_autoptr (CogUnit) one = NULL;
  g_autoptr (GError) error = NULL;

  assert_repeats (index, "p1", "");
  /* What a machine wrote is nobody's word until it is confirmed. */
  g_assert_true (cog_project_edit_by_engine (project, &machine, 1, NULL, &error));
  assert_repeats (index, "p1", "");
  g_assert_true (cog_project_confirm_engine_texts (project, confirmed, &error));
  assert_repeats (index, "p1", "p2 p3 p4 ");
  one = cog_project_dup_unit (project, "p1", NULL);
  g_assert_cmpint (one->state, ==, COG_STATE_TRANSLATED);
  g_assert_true (project_fixture_set_target (project, "p3", "Vide.", &error));
  assert_repeats (index, "p1", "p2 p4 ");
  assert_repeats (index, "p5", "");
  /* What is left out of the edition waits for nothing. */
  g_assert_true (cog_project_omit_section (project, "one", TRUE, NULL, &error));
  assert_repeats (index, "p1", "");
}

static void
test_fill (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = open_book (f);
  g_autoptr (CogUnitIndex) index = cog_unit_index_new (project);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogUnit) filled = NULL;
  g_autofree char *other = NULL;
  g_autofree char *third = NULL;
  g_autofree char *after = NULL;
  CogUnitEdit final = { .unit = "p1",
                        .set = COG_UNIT_SET_TARGET | COG_UNIT_SET_STATE | COG_UNIT_SET_DECISION,
                        .target = "Ver <em>abajo</em>.",
                        .state = COG_STATE_FINAL,
                        .decision = COG_DECISION_ADAPTED };
  guint n = 0;

  g_assert_true (cog_project_edit (project, &final, 1, NULL, &error));
  g_assert_true (project_fixture_set_target (project, "p3", "Vide.", &error));
  g_assert_true (cog_repeats_fill (index, "p1", &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  filled = cog_project_dup_unit (project, "p2", NULL);
  g_assert_cmpstr (filled->target, ==, "Ver <em>abajo</em>.");
  g_assert_cmpint (filled->state, ==, COG_STATE_TRANSLATED);
  g_assert_cmpint (filled->decision, ==, COG_DECISION_ADAPTED);
  third = project_fixture_dup_target (project, "p3");
  g_assert_cmpstr (third, ==, "Vide.");
  other = project_fixture_dup_target (project, "p5");
  g_assert_null (other);
  /* One step, and nothing is left to be done. */
  g_assert_true (cog_repeats_fill (index, "p1", &n, &error));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (cog_project_undo (project, 1, &error), ==, 1);
  after = project_fixture_dup_target (project, "p4");
  g_assert_null (after);
}

/* --- pretranslation ------------------------------------------------------------------------- */

static CogMemory *
open_memory (ProjectFixture *f)
{
  g_autofree char *path = g_build_filename (f->dir, "memory", "memory.sqlite", NULL);
  g_autoptr (GError) error = NULL;
  CogMemory *memory = cog_memory_open (path, &error);
  CogMemoryEntry same = { .source = "Paragraph 6 speaks.",
                          .target = "Habla el párrafo 6.",
                          .source_language = (char *)"en",
                          .target_language = (char *)"ar" };
  CogMemoryEntry alike = { .source = "See it below.",
                           .target = "Véalo abajo.",
                           .source_language = (char *)"en",
                           .target_language = (char *)"ar" };

  g_assert_no_error (error);
  g_assert_true (cog_memory_add (memory, &same, &error));
  g_assert_true (cog_memory_add (memory, &alike, &error));
  return memory;
}

static CogFilled
find_filled (const CogPretranslation *report, const char *unit)
{
  for (guint i = 0; i < report->units->len; i++)
    {
      const CogFilledUnit *filled = g_ptr_array_index (report->units, i);

      if (g_str_equal (filled->unit, unit))
        return filled->filled;
    }
  return COG_N_FILLED;
}

/* Each unit that was open is told, with where its text is from. */
static void
test_report (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = open_book (f);
  g_autoptr (CogMemory) memory = open_memory (f);
  g_auto (CogPretranslation) report = { 0 };
  g_auto (CogPretranslation) strict = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  CogPretranslateOptions options = {
    .memory = memory, .threshold = 60, .repeats = TRUE, .in_context = TRUE
  };

  g_assert_true (project_fixture_set_target (project, "p1", "Ver <em>abajo</em>.", &error));
  g_assert_true (cog_pretranslate_job_run (project, &options, &strict, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (find_filled (&strict, "p2"), ==, COG_FILLED_REPEAT);
  g_assert_cmpint (find_filled (&strict, "p6"), ==, COG_FILLED_NOT);
  /* No word of it is known, for there is none. */
  g_assert_cmpint (find_filled (&strict, "p0"), ==, COG_FILLED_AS_IS);
  g_assert_cmpuint (strict.n_filled, ==, 4);
  g_assert_cmpuint (strict.n_as_is, ==, 1);
  g_assert_cmpuint (strict.bands[COG_BAND_CONTEXT].units, ==, 0);
  options.in_context = FALSE;
  g_assert_true (cog_pretranslate_job_run (project, &options, &report, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (find_filled (&report, "p6"), ==, COG_FILLED_EXACT);
  g_assert_cmpint (find_filled (&report, "p5"), ==, COG_FILLED_ALIKE);
  g_assert_cmpint (find_filled (&report, "q"), ==, COG_FILLED_NOT);
  g_assert_cmpint (find_filled (&report, "p1"), ==, COG_N_FILLED);
  g_assert_cmpuint (report.n_left, ==, report.units->len - report.n_filled);
  g_assert_cmpuint (cog_project_undo (project, 1, &error), ==, 1);
  before = project_fixture_dup_target (project, "p6");
  g_assert_null (before);
}

static void
write_cb (double fraction, const char *sentence, gpointer project)
{
  project_fixture_set_target (project, "p6", "Written meanwhile.", NULL);
}

/* What a person writes while it runs stays. */
static void
test_meanwhile (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = open_book (f);
  g_autoptr (CogMemory) memory = open_memory (f);
  g_auto (CogPretranslation) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;
  CogPretranslateOptions options = { .memory = memory, .threshold = 60 };
  CogProgress progress = { write_cb, project, 0, 1 };

  g_assert_true (cog_pretranslate_job_run (project, &options, &report, &progress, NULL, &error));
  g_assert_no_error (error);
  target = project_fixture_dup_target (project, "p6");
  g_assert_cmpstr (target, ==, "Written meanwhile.");
  g_assert_cmpint (find_filled (&report, "p6"), ==, COG_FILLED_NOT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/repeats/find", test_find);
  PROJECT_FIXTURE_ADD ("/repeats/fill", test_fill);
  PROJECT_FIXTURE_ADD ("/repeats/report", test_report);
  PROJECT_FIXTURE_ADD ("/repeats/meanwhile", test_meanwhile);
  return g_test_run ();
}
