/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-import-job.h"
#include "cog-update-job.h"
#include "cog-update-plan.h"
#include "project-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define LICENCE(words, path)                                                                       \
  "<p>This page is under <a rel='license' href='https://creativecommons.org/licenses/" path        \
  "/4.0/'>" words " 4.0</a>.</p>"

static const char before[] =
    "<html lang='en'><title>The pond</title><body><h1>The pond</h1>"
    "<p>In winter the pond is covered with ice.</p><p>The ice is 12 cm thick in January.</p>"
    "<p>Frogs sleep in the mud until the first warm days of spring.</p>"
    "<p>Ducks leave for the south in October.</p><p>Nobody has translated this one.</p>"
    "<h2>Plants</h2><p>Water lilies have their <dfn id='roots'>roots</dfn> in the "
    "mud.</p>" LICENCE ("CC BY", "by") "</body></html>";
/* A paragraph came, one says something else, and two are gone. */
static const char after[] = "<html lang='en'><title>The pond</title><body><h1>The pond</h1>"
                            "<p>Somebody may have dug a pond, or a river has left it behind.</p>"
                            "<p>In winter the pond is covered with ice.</p>"
                            "<p>The ice is 9 cm thick in January, less than before.</p>"
                            "<p>Frogs sleep in the mud until the first warm days of spring.</p>"
                            "<h2>Plants</h2><p>Water lilies have their <dfn id='roots'>roots</dfn> "
                            "in the mud.</p>" LICENCE ("CC BY-NC-SA", "by-nc-sa") "</body></html>";

static char *
write_file (ProjectFixture *f, const char *name, const char *text)
{
  char *path = g_build_filename (f->dir, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* The project, each passage reviewed but the one that says so. */
static CogProject *
make_project (ProjectFixture *f)
{
  g_autofree char *path = write_file (f, "pond.html", before);
  const char *files[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  CogProject *project =
      cog_import_new_project (f->path, files, NULL, "pl", NULL, report, NULL, NULL, &error);
  g_autoptr (GPtrArray) units = NULL;

  g_assert_no_error (error);
  units = cog_project_list_units (project, NULL, &error);
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      g_autofree char *target = g_strdup_printf ("pl %u", i);
      CogUnitEdit edit = { .unit = unit->id,
                           .set = COG_UNIT_SET_TARGET | COG_UNIT_SET_STATE,
                           .target = target,
                           .state = COG_STATE_REVIEWED };

      if (strstr (unit->source, "Nobody") == NULL)
        g_assert_true (cog_project_edit (project, &edit, 1, NULL, &error));
    }
  return project;
}

static CogUnit *
find_unit (CogProject *project, const char *words)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      if ((unit->source != NULL && strstr (unit->source, words) != NULL) ||
          (unit->source == NULL && strstr (unit->target, words) != NULL))
        return cog_unit_copy (unit);
    }
  return NULL;
}

static void
run (ProjectFixture *f, CogProject *project, const char *text, CogSourceUpdate *result)
{
  g_autofree char *path = write_file (f, "new.html", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) adaptation = NULL;
  g_autoptr (CogReport) report = cog_report_new ();

  cog_update_job_run (project, "s1", path, NULL, NULL, result, NULL, NULL, &error);
  g_assert_no_error (error);
  adaptation = cog_project_dup_adaptation (project, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cog_book_validate (adaptation, report));
}

/* What every update of the pond must have kept. */
static void
check (CogProject *project)
{
  g_autoptr (CogUnit) same = find_unit (project, "In winter");
  g_autoptr (CogUnit) changed = find_unit (project, "9 cm");
  g_autoptr (CogUnit) gone = find_unit (project, "Ducks");
  g_autoptr (CogUnit) fresh = find_unit (project, "Somebody");
  g_autoptr (CogUnit) plants = find_unit (project, "lilies");
  g_autofree char *former = cog_project_dup_former_source (project, changed->id, NULL);
  g_autofree char *none = cog_project_dup_former_source (project, same->id, NULL);

  g_assert_cmpstr (same->target, ==, "pl 1");
  g_assert_cmpint (same->state, ==, COG_STATE_REVIEWED);
  g_assert_null (none);
  g_assert_cmpstr (changed->target, ==, "pl 2");
  g_assert_cmpint (changed->state, ==, COG_STATE_TRANSLATED);
  g_assert_cmpstr (former, ==, "The ice is 12 cm thick in January.");
  g_assert_cmpstr (changed->former_source, ==, former);
  g_assert_null (same->former_source);
  g_assert_cmpstr (gone->target, ==, "pl 4");
  g_assert_cmpint (gone->decision, ==, COG_DECISION_OMITTED);
  g_assert_nonnull (gone->reason);
  g_assert_null (fresh->target);
  g_assert_cmpstr (plants->target, ==, "pl 7");
  g_assert_cmpint (plants->state, ==, COG_STATE_REVIEWED);
}

static void
test_update (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = make_project (f);
  g_auto (GStrv) one = g_new0 (char *, 2);
  g_autoptr (CogUnit) untouched = NULL;
  g_autoptr (GPtrArray) marked = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (CogProject) copy = NULL;
  g_autoptr (CogUnit) kept = NULL;
  CogSourceUpdate result = { 0 };

  run (f, project, after, &result);
  check (project);
  g_assert_cmpuint (result.n_marked, ==, 2); /* the ice and the line of the licence */
  g_assert_cmpuint (result.n_added, ==, 1);
  g_assert_cmpuint (result.n_vanished, ==, 1);
  g_assert_cmpuint (result.n_dropped, ==, 1);
  g_assert_cmpstr (result.licence_before, ==, "CC-BY-4.0");
  g_assert_cmpstr (result.licence_after, ==, "CC-BY-NC-SA-4.0");
  untouched = find_unit (project, "Nobody");
  g_assert_null (untouched);
  /* Nothing is undone behind it; the project as it was is kept. */
  g_assert_false (cog_project_can_undo (project));
  copy = cog_project_open (result.copy, COG_PROJECT_READ, NULL);
  kept = find_unit (copy, "12 cm");
  g_assert_cmpint (kept->state, ==, COG_STATE_REVIEWED);
  /* Looked at: no longer marked, and that can be undone. */
  marked = cog_project_list_former_sources (project, NULL);
  g_assert_cmpuint (marked->len, ==, 2);
  one[0] = g_strdup (g_ptr_array_index (marked, 0));
  g_assert_true (cog_project_confirm_sources (project, (const char *const *)one, NULL));
  left = cog_project_list_former_sources (project, NULL);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  g_clear_pointer (&left, g_ptr_array_unref);
  left = cog_project_list_former_sources (project, NULL);
  g_assert_cmpuint (left->len, ==, 2);
  cog_source_update_clear (&result);
}

/* What would happen is what happens then, and looking changes nothing: no text, no history, no
 * copy. */
static void
test_try (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = make_project (f);
  g_autofree char *path = write_file (f, "new.html", after);
  g_autofree char *copy = g_strconcat (f->path, ".before-update", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogUpdatePlan) plan =
      cog_update_plan_new (project, "s1", path, NULL, NULL, NULL, &error);
  g_autoptr (CogUnit) unit = NULL;
  CogSourceUpdate would = { 0 };
  CogSourceUpdate did = { 0 };

  g_assert_no_error (error);
  g_assert_true (cog_update_plan_try (plan, project, &would, &error));
  g_assert_no_error (error);
  unit = find_unit (project, "12 cm");
  g_assert_cmpint (unit->state, ==, COG_STATE_REVIEWED);
  g_assert_null (unit->former_source);
  g_assert_true (cog_project_can_undo (project));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_null (would.copy);
  g_assert_true (cog_update_plan_apply (plan, project, &did, &error));
  g_assert_no_error (error);
  check (project);
  g_assert_cmpuint (would.n_changed, ==, 2);
  g_assert_cmpuint (would.n_unchanged, ==, did.n_unchanged);
  g_assert_cmpuint (would.n_changed, ==, did.n_changed);
  g_assert_cmpuint (would.n_marked, ==, did.n_marked);
  g_assert_cmpuint (would.n_added, ==, did.n_added);
  g_assert_cmpuint (would.n_vanished, ==, did.n_vanished);
  g_assert_cmpuint (would.n_dropped, ==, did.n_dropped);
  g_assert_cmpstr (would.licence_before, ==, did.licence_before);
  g_assert_cmpstr (would.licence_after, ==, did.licence_after);
  cog_source_update_clear (&would);
  cog_source_update_clear (&did);
}

/* The same edition once more changes nothing. */
static void
test_again (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = make_project (f);
  CogSourceUpdate result = { 0 };

  run (f, project, after, &result);
  cog_source_update_clear (&result);
  run (f, project, after, &result);
  g_assert_cmpuint (result.n_changed, ==, 0);
  g_assert_cmpuint (result.n_added, ==, 0);
  g_assert_cmpuint (result.n_dropped, ==, 0);
  check (project);
  cog_source_update_clear (&result);
}

/* What the adapter added and moved stays where it is. */
static void
test_built (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = make_project (f);
  g_autoptr (CogUnit) frogs = find_unit (project, "Frogs");
  g_autoptr (CogUnit) own = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id =
      cog_project_add_unit (project, frogs->section, frogs->id, "p", "own words", &error);
  g_autoptr (GPtrArray) units = NULL;
  guint at_own = 0;
  guint at_frogs = 0;
  CogSourceUpdate result = { 0 };

  g_assert_no_error (error);
  run (f, project, after, &result);
  check (project);
  own = cog_project_dup_unit (project, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (own->target, ==, "own words");
  units = cog_project_list_units (project, NULL, &error);
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      at_own = g_str_equal (unit->id, id) ? i : at_own;
      at_frogs = g_str_equal (unit->id, frogs->id) ? i : at_frogs;
    }
  g_assert_cmpuint (at_own, ==, at_frogs + 1);
  cog_source_update_clear (&result);
}

/* Another language, no file, no such source: nothing is touched, and no copy stays. */
static void
test_refused (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = make_project (f);
  g_autofree char *polish =
      write_file (f, "staw.html", "<html lang='pl'><body><p>Staw.</p></body>");
  g_autofree char *good = write_file (f, "new.html", after);
  g_autofree char *copy = g_strconcat (f->path, ".before-update", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogUnit) unit = NULL;
  CogSourceUpdate result = { 0 };

  g_assert_false (
      cog_update_job_run (project, "s1", polish, NULL, NULL, &result, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "another language"));
  g_clear_error (&error);
  g_assert_false (
      cog_update_job_run (project, "s1", "/none.html", NULL, NULL, &result, NULL, NULL, &error));
  g_clear_error (&error);
  g_assert_false (
      cog_update_job_run (project, "s9", good, NULL, NULL, &result, NULL, NULL, &error));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (cog_project_can_undo (project));
  unit = find_unit (project, "12 cm");
  g_assert_cmpint (unit->state, ==, COG_STATE_REVIEWED);
}

int
main (int argc, char **argv)
{
  g_setenv ("COGNATE_NO_HELPER", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project-update/update", test_update);
  PROJECT_FIXTURE_ADD ("/project-update/try", test_try);
  PROJECT_FIXTURE_ADD ("/project-update/again", test_again);
  PROJECT_FIXTURE_ADD ("/project-update/built", test_built);
  PROJECT_FIXTURE_ADD ("/project-update/refused", test_refused);
  return g_test_run ();
}
