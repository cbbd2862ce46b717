/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-change-log.h"
#include "cog-edition-job.h"
#include "cog-project-structure.h"
#include "project-fixture.h"

#include <string.h>

static void
decide (CogProject *project, const char *unit, const char *target, CogDecision decision)
{
  CogUnitEdit edit = { .unit = unit,
                       .set = COG_UNIT_SET_DECISION | (target != NULL ? COG_UNIT_SET_TARGET : 0),
                       .target = target,
                       .decision = decision };
  g_autoptr (GError) error = NULL;

  cog_project_edit (project, &edit, 1, "test", &error);
  g_assert_no_error (error);
}

static CogChanges *
count (CogProject *project, const char *const *sections)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = cog_project_dup_adaptation (project, sections, &error);

  g_assert_no_error (error);
  return cog_changes_new (project, book);
}

static void
assert_use (CogSourceUse use, gboolean is_translated, gboolean is_adapted, gboolean is_excerpt)
{
  g_assert_cmpint (use.is_translated, ==, is_translated);
  g_assert_cmpint (use.is_adapted, ==, is_adapted);
  g_assert_cmpint (use.is_excerpt, ==, is_excerpt);
}

static void
assert_said (const CogChanges *changes, const char *said)
{
  g_autoptr (GPtrArray) text = cog_credit_text_new ();
  g_autofree char *plain = NULL;

  cog_change_list_describe (changes->changes, "en", "ar", text);
  plain = cog_credit_text_to_plain (text, "en", FALSE);
  g_assert_cmpstr (plain, ==, said);
}

/* A project that nobody worked on changes nothing, whatever its language. */
static void
test_nothing (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogChanges) changes = count (project, NULL);

  assert_use (changes->uses[0], FALSE, FALSE, FALSE);
  assert_said (changes, "");
}

/* What was done with one source is said of that one. */
static void
test_two_sources (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  g_autoptr (CogChanges) translated = NULL;
  g_autoptr (CogChanges) adapted = NULL;
  g_autoptr (CogChanges) omitted = NULL;

  project_fixture_add_second (project);
  decide (project, "p0", "قطة", COG_DECISION_TRANSLATED);
  decide (project, "p1", "Paragraph <em>1</em> speaks.", COG_DECISION_KEPT);
  translated = count (project, NULL);
  assert_use (translated->uses[0], TRUE, FALSE, FALSE);
  assert_use (translated->uses[1], FALSE, FALSE, FALSE);
  assert_said (translated, "1 passage translated from English into Arabic");
  decide (project, "s2-p0", "كلب", COG_DECISION_ADAPTED);
  adapted = count (project, NULL);
  assert_use (adapted->uses[0], TRUE, FALSE, FALSE);
  assert_use (adapted->uses[1], TRUE, TRUE, FALSE);
  decide (project, "p1", NULL, COG_DECISION_OMITTED);
  omitted = count (project, NULL);
  assert_use (omitted->uses[0], TRUE, TRUE, FALSE);
  assert_said (omitted, "1 passage translated from English into Arabic; 1 passage adapted; "
                        "1 passage omitted");
}

/* Whole sections left out change nothing in the others: it is an excerpt. */
static void
test_sections (ProjectFixture *f, gconstpointer data)
{
  const char *const only_second[] = { "s2-one", NULL };
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogChanges) changes = NULL;
  g_autoptr (CogChanges) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *own = NULL;

  project_fixture_add_second (project);
  g_assert_true (cog_project_omit_section (project, "two", TRUE, NULL, &error));
  own = cog_project_add_section (project, "Mine", NULL, COG_PLACE_AFTER, NULL, &error);
  g_assert_no_error (error);
  changes = count (project, NULL);
  assert_use (changes->uses[0], FALSE, FALSE, TRUE);
  assert_use (changes->uses[1], FALSE, FALSE, FALSE);
  assert_said (changes, "1 section omitted; 1 section added");
  second = count (project, only_second);
  assert_use (second->uses[0], FALSE, FALSE, FALSE);
  assert_said (second, "");
}

/* Own passages and pictures in another's text, and another picture in the place of one. */
static void
test_pictures (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("other", 5);
  g_autoptr (CogAsset) asset = cog_asset_new ("b.png", "image/png", bytes);
  CogPictureEdit edit = { "i", asset, NULL, NULL, FALSE };
  CogFigureSpec spec = { .asset = asset, .alt = "Mine" };
  g_autoptr (CogChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *figure = NULL;

  project_fixture_add_second (project);
  g_assert_true (cog_project_replace_picture (project, &edit, &error));
  g_assert_no_error (error);
  unit = cog_project_add_unit (project, "s2-one", "s2-p0", "p", "جديد", &error);
  g_assert_no_error (error);
  figure = cog_project_add_figure (project, "s2-one", "s2-p0", &spec, &error);
  g_assert_no_error (error);
  changes = count (project, NULL);
  assert_use (changes->uses[0], FALSE, TRUE, FALSE);
  assert_use (changes->uses[1], FALSE, TRUE, FALSE);
  assert_said (changes, "1 passage added; 1 figure replaced; 1 figure added");
}

static char *
write_log (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = cog_project_dup_adaptation (project, NULL, &error);
  g_autoptr (CogChanges) changes = cog_changes_new (project, book);
  g_autoptr (GPtrArray) log = cog_change_log_new (book, changes, "en", TRUE);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    {
      g_autofree char *line = cog_credit_text_to_plain (g_ptr_array_index (log, i), "en", TRUE);

      g_string_append_printf (all, "%s\n", line);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* A line for each chapter in which more was changed than the language. */
static void
test_log (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("other", 5);
  g_autoptr (CogAsset) asset = cog_asset_new ("b.png", "image/png", bytes);
  CogPictureEdit edit = { "i", asset, NULL, "Mine", FALSE };
  g_autoptr (GError) error = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *some = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *own = NULL;

  project_fixture_add_second (project);
  decide (project, "p0", "قطة", COG_DECISION_TRANSLATED);
  nothing = write_log (project);
  g_assert_cmpstr (nothing, ==, "");
  decide (project, "p1", "قطة", COG_DECISION_ADAPTED);
  decide (project, "s2-q", "كلب", COG_DECISION_ADAPTED);
  decide (project, "s2-p0", NULL, COG_DECISION_OMITTED);
  g_assert_true (cog_project_replace_picture (project, &edit, &error));
  g_assert_true (cog_project_omit_section (project, "two", TRUE, NULL, &error));
  some = write_log (project);
  g_assert_cmpstr (some, ==,
                   "One: 1 passage adapted; 1 section omitted (Two); 1 figure replaced\n"
                   "One: 1 passage adapted; 1 passage omitted\n");
  g_assert_true (cog_project_omit_section (project, "s2-one", TRUE, NULL, &error));
  own = cog_project_add_section (project, "Mine", NULL, COG_PLACE_AFTER, NULL, &error);
  g_assert_no_error (error);
  whole = write_log (project);
  g_assert_cmpstr (whole, ==,
                   "1 section omitted (One)\n"
                   "One: 1 passage adapted; 1 section omitted (Two); 1 figure replaced\n"
                   "Mine: 1 section added\n");
}

/* What was done in a chapter, below it too, and not elsewhere in the same work. */
static void
test_chapter_use (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogChanges) changes = NULL;
  g_autoptr (GError) error = NULL;

  project_fixture_add_second (project);
  decide (project, "p0", "قطة", COG_DECISION_TRANSLATED);
  decide (project, "q", "قطة", COG_DECISION_ADAPTED);
  book = cog_project_dup_adaptation (project, NULL, &error);
  g_assert_no_error (error);
  changes = cog_changes_new (project, book);
  assert_use (cog_section_changes_get_use (changes->sections, cog_book_find_section (book, "one")),
              TRUE, TRUE, FALSE);
  assert_use (cog_section_changes_get_use (changes->sections, cog_book_find_section (book, "two")),
              TRUE, TRUE, FALSE);
  assert_use (
      cog_section_changes_get_use (changes->sections, cog_book_find_section (book, "s2-one")),
      FALSE, FALSE, FALSE);
}

/* A text that is under a licence of its own in the edition is the same work all the same. */
static void
test_own_licence (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogChanges) changes = NULL;
  g_autoptr (GError) error = NULL;

  project_fixture_add_second (project);
  decide (project, "p0", "قطة", COG_DECISION_TRANSLATED);
  decide (project, "s2-p0", "كلب", COG_DECISION_TRANSLATED);
  book = cog_project_dup_adaptation (project, NULL, &error);
  g_assert_no_error (error);
  ((CogCredit *)g_ptr_array_index (book->sources, 0))->own_licence = g_strdup ("CC-BY-NC-4.0");
  changes = cog_changes_new (project, book);
  assert_use (changes->uses[0], TRUE, FALSE, FALSE);
  assert_use (changes->uses[1], TRUE, FALSE, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/changes/nothing", test_nothing);
  PROJECT_FIXTURE_ADD ("/changes/two-sources", test_two_sources);
  PROJECT_FIXTURE_ADD ("/changes/sections", test_sections);
  PROJECT_FIXTURE_ADD ("/changes/pictures", test_pictures);
  PROJECT_FIXTURE_ADD ("/changes/log", test_log);
  PROJECT_FIXTURE_ADD ("/changes/own-licence", test_own_licence);
  PROJECT_FIXTURE_ADD ("/changes/chapter-use", test_chapter_use);
  return g_test_run ();
}
