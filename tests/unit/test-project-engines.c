/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-drafts.h"
#include "cog-project-engines.h"
#include "project-fixture.h"

#include <sqlite3.h>

static CogEngineEdit
make_edit (const char *unit, const char *target)
{
  CogEngineEdit edit = { .edit = { .unit = unit, .set = COG_UNIT_SET_TARGET, .target = target },
                         .engine = "apertium" };

  return edit;
}

static void
fill (CogProject *project, const char *unit, const char *target)
{
  CogEngineEdit edit = make_edit (unit, target);
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_project_edit_by_engine (project, &edit, 1, "Filled", &error));
  g_assert_no_error (error);
}

/* expected: NULL: the unit is nobody's but a person's. */
static void
assert_engine (CogProject *project, const char *unit, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogEngineText) text = cog_project_dup_engine_text (project, unit, &error);

  g_autoptr (CogUnit) u = cog_project_dup_unit (project, unit, NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (text != NULL ? text->engine : NULL, ==, expected);
  g_assert_cmpstr (u->engine, ==, expected);
}

static void
assert_n_standing (CogProject *project, const char *section, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) texts = cog_project_list_engine_texts (project, section, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (texts->len, ==, n);
}

static void
set_state (CogProject *project, const char *unit, CogState state)
{
  CogUnitEdit edit = { .unit = unit, .set = COG_UNIT_SET_STATE, .state = state };

  g_assert_true (cog_project_edit (project, &edit, 1, "Reviewed", NULL));
}

/* It is the machine's until somebody edits or reviews it, and again when that is undone. */
static void
test_standing (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);

  fill (project, "p0", "Uno");
  assert_engine (project, "p0", "apertium");
  assert_engine (project, "p1", NULL);
  g_assert_true (project_fixture_set_target (project, "p0", "Uno!", NULL));
  assert_engine (project, "p0", NULL);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_engine (project, "p0", "apertium");
  set_state (project, "p0", COG_STATE_REVIEWED);
  assert_engine (project, "p0", NULL);
  set_state (project, "p0", COG_STATE_FINAL);
  assert_engine (project, "p0", NULL);
  g_assert_cmpuint (cog_project_undo (project, 2, NULL), ==, 2);
  assert_engine (project, "p0", "apertium");
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_engine (project, "p0", NULL);
  g_assert_cmpuint (cog_project_redo (project, 1, NULL), ==, 1);
  assert_engine (project, "p0", "apertium");
}

/* What another engine wrote over comes back with its mark, and so does what is written by hand
 * over a mark: the record goes with the step. */
static void
test_overwritten (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  CogEngineEdit second = make_edit ("p0", "Un");
  CogEngineEdit by_hand = make_edit ("p0", "Uno");
  g_autoptr (CogEngineText) text = NULL;

  second.engine = "memory";
  second.score = 85;
  by_hand.engine = NULL;
  fill (project, "p0", "Uno");
  g_assert_true (cog_project_edit_by_engine (project, &second, 1, "Filled", NULL));
  text = cog_project_dup_engine_text (project, "p0", NULL);
  g_assert_cmpstr (text->engine, ==, "memory");
  g_assert_cmpuint (text->score, ==, 85);
  g_assert_cmpstr (text->target, ==, "Un");
  g_assert_cmpint (ABS (text->date - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_true (cog_project_edit_by_engine (project, &by_hand, 1, "Typed", NULL));
  assert_engine (project, "p0", NULL);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_engine (project, "p0", "memory");
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_engine (project, "p0", "apertium");
}

static void
test_confirmed (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  const char *const units[] = { "p0", "p1", "p2", NULL };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  fill (project, "p0", "Uno");
  fill (project, "p1", "Dos");
  g_assert_true (cog_project_confirm_engine_texts (project, units, NULL));
  assert_n_standing (project, NULL, 0);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_n_standing (project, NULL, 2);
  g_assert_cmpuint (cog_project_redo (project, 1, NULL), ==, 1);
  assert_n_standing (project, NULL, 0);
  /* What is confirmed already, or a person's, is no step. */
  before = cog_project_list_history (project, 100);
  g_assert_true (cog_project_confirm_engine_texts (project, units, NULL));
  after = cog_project_list_history (project, 100);
  g_assert_cmpuint (before->len, ==, after->len);
}

static const CogSectionInfo *
get_section (GPtrArray *sections, const char *id)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (g_str_equal (info->id, id))
        return info;
    }
  g_assert_not_reached ();
}

static void
assert_share (CogProject *project, const char *section, guint units, guint words)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  const CogSectionInfo *info = get_section (sections, section);

  g_assert_cmpuint (info->n_units_machine, ==, units);
  g_assert_cmpuint (info->n_words_machine, ==, words);
}

/* Its share of a section: in words of the source. */
static void
test_share (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  CogUnitEdit omitted = { .unit = "q",
                          .set = COG_UNIT_SET_DECISION,
                          .decision = COG_DECISION_OMITTED };

  assert_share (project, "one", 0, 0);
  fill (project, "p0", "El párrafo <em>0</em> habla.");
  fill (project, "p1", "El párrafo <em>1</em> habla.");
  fill (project, "q", "Vaya al <a href=\"#p0\">uno</a>.");
  assert_share (project, "one", 2, 6);
  assert_share (project, "two", 1, 3);
  assert_n_standing (project, "two", 1);
  assert_n_standing (project, NULL, 3);
  set_state (project, "p1", COG_STATE_REVIEWED);
  assert_share (project, "one", 1, 3);
  g_assert_true (cog_project_edit (project, &omitted, 1, NULL, NULL));
  assert_share (project, "two", 0, 0);
}

/* Nothing of it stays where a part cannot be done. */
static void
test_failed (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  const CogEngineEdit edits[] = { make_edit ("p0", "Uno"), make_edit ("p1", "<b>") };
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;

  g_assert_false (cog_project_edit_by_engine (project, edits, G_N_ELEMENTS (edits), NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  assert_n_standing (project, NULL, 0);
  target = project_fixture_dup_target (project, "p0");
  g_assert_null (target);
}

/* What was typed and could not be stored yet is a person's. */
static void
test_draft (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);

  fill (project, "p0", "Uno");
  cog_project_keep_draft (project, "p0", "Mine", "full");
  assert_engine (project, "p0", NULL);
  assert_n_standing (project, NULL, 0);
}

/* A file of before there were engines gets their tables, and keeps what it has. */
static void
test_older (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autofree char *copy = g_strconcat (f->path, ".version-4", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "kept", NULL));
  g_clear_object (&project);
  project_fixture_run_sql (f->path, PROJECT_FIXTURE_TO_VERSION_4);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  target = project_fixture_dup_target (project, "p0");
  g_assert_cmpstr (target, ==, "kept");
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  fill (project, "p0", "Uno");
  assert_engine (project, "p0", "apertium");
  g_clear_object (&project);
  /* For what comes after an update of a source. */
  project_fixture_run_sql (f->path, "INSERT INTO former_source VALUES ('p0', 'One')");
}

/* What a newer program, or none of ours, wrote. */
static void
test_foreign (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogEngineText) text = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "Uno", NULL));
  g_assert_true (project_fixture_set_target (project, "p1", "Dos", NULL));
  g_clear_object (&project);
  project_fixture_run_sql (f->path,
                           "INSERT INTO engine_text VALUES ('p0', 'new', -7, 'Uno', 'yesterday');"
                           "INSERT INTO engine_text VALUES ('p1', x'ff', 900, 'Dos', 0);"
                           "INSERT INTO engine_text VALUES (NULL, 'x', 1, 'Tres', 0);"
                           "INSERT INTO engine_text VALUES ('nobody', 'x', 1, 'Tres', 0)");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  text = cog_project_dup_engine_text (project, "p0", NULL);
  g_assert_cmpstr (text->engine, ==, "new");
  g_assert_cmpuint (text->score, ==, 0);
  /* What is no UTF-8 is read as the project reads all such: with U+FFFD in its place. */
  assert_engine (project, "p1", "\xEF\xBF\xBD");
  assert_n_standing (project, NULL, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project-engines/standing", test_standing);
  PROJECT_FIXTURE_ADD ("/project-engines/overwritten", test_overwritten);
  PROJECT_FIXTURE_ADD ("/project-engines/confirmed", test_confirmed);
  PROJECT_FIXTURE_ADD ("/project-engines/share", test_share);
  PROJECT_FIXTURE_ADD ("/project-engines/failed", test_failed);
  PROJECT_FIXTURE_ADD ("/project-engines/draft", test_draft);
  PROJECT_FIXTURE_ADD ("/project-engines/older", test_older);
  PROJECT_FIXTURE_ADD ("/project-engines/foreign", test_foreign);
  return g_test_run ();
}
