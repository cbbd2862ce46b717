/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "project-fixture.h"

#include <string.h>

static void
omit (CogProject *project, const char *unit)
{
  CogUnitEdit edit = { .unit = unit,
                       .set = COG_UNIT_SET_DECISION,
                       .decision = COG_DECISION_OMITTED };

  g_assert_true (cog_project_edit (project, &edit, 1, "omit", NULL));
}

static void
test_edit (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogUnit) unit = NULL;
  g_autoptr (GBytes) original = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "فقرة <em>0</em>", &error));
  g_assert_no_error (error);
  g_assert_false (project_fixture_set_target (project, "p1", "<script/>", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (project_fixture_set_target (project, "none", "x", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_assert_true (cog_project_close (project, NULL));
  g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_READ, NULL);
  unit = cog_project_dup_unit (project, "p0", NULL);
  g_assert_cmpint (unit->state, ==, COG_STATE_TRANSLATED);
  g_assert_cmpint (unit->decision, ==, COG_DECISION_TRANSLATED);
  original = cog_project_dup_original (project, "s1", NULL);
  g_assert_cmpuint (g_bytes_get_size (original), ==, 8);
}

static void
test_history (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autofree char *target = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "a", NULL));
  g_assert_true (project_fixture_set_target (project, "p0", "b", NULL));
  id = cog_project_add_unit (project, "one", "p0", "p", "mine", &error);
  g_assert_no_error (error);
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  g_assert_cmpuint (cog_project_undo (project, 2, &error), ==, 2);
  g_assert_null (cog_project_dup_unit (project, id, NULL));
  target = project_fixture_dup_target (project, "p0");
  g_assert_cmpstr (target, ==, "a");
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  g_assert_cmpuint (cog_project_redo (project, 9, &error), ==, 2);
  g_free (target);
  target = project_fixture_dup_target (project, id);
  g_assert_cmpstr (target, ==, "mine");
  cog_project_undo (project, 1, NULL);
  g_assert_true (project_fixture_set_target (project, "p1", "new branch", NULL));
  g_assert_false (cog_project_can_redo (project));
}

static const char *
get_title_of_second (const CogBook *book)
{
  const CogSection *one = g_ptr_array_index (book->sections, 0);
  const CogSection *two = g_ptr_array_index (one->children, 0);

  return two->title;
}

static void
test_adaptation (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) components = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "فقرة <em>0</em>", NULL));
  g_assert_true (project_fixture_set_target (project, "i@alt", "قطة", NULL));
  g_assert_true (project_fixture_set_target (project, "h2", "اثنان", NULL));
  omit (project, "p1");
  omit (project, "np");
  omit (project, "l1");
  omit (project, "l2");
  id = cog_project_add_unit (project, "one", "p0", "p", "جديد", &error);
  g_assert_no_error (error);
  book = cog_project_dup_adaptation (project, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, NULL));
  text = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  g_assert_cmpstr (get_title_of_second (book), ==, "اثنان");
  g_assert_nonnull (
      strstr (text, "<p id=\"p0\">فقرة <em>0</em></p><p id=\"one-added-1\">جديد</p>"));
  g_assert_nonnull (strstr (text, "alt=\"قطة\""));
  g_assert_null (strstr (text, "id=\"p1\""));
  g_assert_null (strstr (text, "<ul"));
  g_assert_null (strstr (text, "noteref"));
  g_assert_nonnull (strstr (text, "<p id=\"p2\" lang=\"en\" dir=\"ltr\">"));
  g_assert_cmpuint (book->credits->len, ==, 1);
  components = cog_project_list_components (project, NULL);
  g_assert_cmpuint (components->len, ==, 2);
  omit (project, "i@alt");
  g_ptr_array_unref (components);
  components = cog_project_list_components (project, NULL);
  g_assert_cmpuint (components->len, ==, 1);
}

static void
test_reading_is_fast (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 20000);
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  const CogSectionInfo *info = g_ptr_array_index (sections, 0);

  g_assert_cmpuint (info->n_units, ==, 20007);
  g_assert_cmpuint (info->n_by_state[COG_STATE_INITIAL], ==, 20007);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project/edit", test_edit);
  PROJECT_FIXTURE_ADD ("/project/history", test_history);
  PROJECT_FIXTURE_ADD ("/project/adaptation", test_adaptation);
  PROJECT_FIXTURE_ADD ("/project/large", test_reading_is_fast);
  return g_test_run ();
}
