/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-structure.h"
#include "faulty-vfs.h"
#include "project-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* A fault at every step of what is written: the answer is an error of the system (exit status 3)
 * that names the file, everything that was confirmed before is there, nothing is half there, and
 * once the fault is over, work goes on. */

#define MANY 4000 /* more operations than any run here has */

static const FaultKind kinds[] = { FAULT_FULL, FAULT_ERROR, FAULT_ERRORS };

static void
assert_system_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpint (cog_error_get_exit_status (error), ==, 3);
  g_assert_nonnull (strstr (error->message, "p.cognate"));
}

static char *
read_all (const char *path, gsize *length)
{
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  return bytes;
}

static void
put_back (ProjectFixture *f, const char *before, gsize length)
{
  g_assert_true (g_file_set_contents_full (f->path, before, (gssize)length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
assert_target (const char *path, const char *unit, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_WRITE, &error);
  g_autofree char *target = NULL;

  g_assert_no_error (error);
  target = project_fixture_dup_target (project, unit);
  g_assert_cmpstr (target, ==, wanted);
}

typedef gboolean (*Change) (CogProject *project, GError **error);

static gboolean
change_edit (CogProject *project, GError **error)
{
  return project_fixture_set_target (project, "p0", "new", error);
}

static gboolean
write_in_go (CogProject *project, const char *target, GError **error)
{
  CogUnitEdit edit = { .unit = "p0", .set = COG_UNIT_SET_TARGET, .target = target, .go = 1 };

  return cog_project_edit (project, &edit, 1, NULL, error);
}

/* The second joins the step of the first. */
static gboolean
change_go (CogProject *project, GError **error)
{
  return write_in_go (project, "ne", error) && write_in_go (project, "new", error);
}

/* More than one page. */
static gboolean
change_much (CogProject *project, GError **error)
{
  g_autofree char *large = g_strnfill (30000, 'x');
  CogUnitEdit edits[] = {
    { .unit = "p0", .set = COG_UNIT_SET_TARGET, .target = "new" },
    { .unit = "p1", .set = COG_UNIT_SET_TARGET, .target = large },
    { .unit = "p2", .set = COG_UNIT_SET_TARGET, .target = large },
  };

  return cog_project_edit (project, edits, G_N_ELEMENTS (edits), NULL, error);
}

static gboolean
change_redo (CogProject *project, GError **error)
{
  return cog_project_redo (project, 1, error) == 1;
}

static gboolean
change_add (CogProject *project, GError **error)
{
  g_autofree char *id = NULL;

  if (!project_fixture_set_target (project, "p0", "new", error))
    return FALSE;
  id = cog_project_add_unit (project, "one", "p0", "p", "added", error);
  return id != NULL;
}

static gboolean
change_picture (CogProject *project, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (20000), 20000);
  g_autoptr (CogAsset) asset = cog_asset_new ("x", "image/png", bytes);
  CogPictureEdit edit = { "i", asset, NULL, "x" };

  return project_fixture_set_target (project, "p0", "new", error) &&
         cog_project_replace_picture (project, &edit, error);
}

/* With its note and its credit to another section. */
static gboolean
change_place (CogProject *project, GError **error)
{
  return project_fixture_set_target (project, "p0", "new", error) &&
         cog_project_move_block (project, "c", COG_BLOCK_FIGURE, "q", COG_PLACE_AFTER, error);
}

/* Two rows change, one goes, and the tree. */
static gboolean
change_seam (CogProject *project, GError **error)
{
  return project_fixture_set_target (project, "p0", "new", error) &&
         cog_project_merge_unit (project, "p1", error);
}

/* A row that comes, and others that change places. */
static gboolean
change_outline (CogProject *project, GError **error)
{
  g_autofree char *id = NULL;

  if (!project_fixture_set_target (project, "p0", "new", error))
    return FALSE;
  id = cog_project_add_section (project, "Mine", "two", COG_PLACE_BEFORE, NULL, error);
  return id != NULL;
}

/* Sections of another book: all of the source, or nothing of it. */
static gboolean
change_remix (CogProject *project, GError **error)
{
  static const char *const chosen[] = { "two", NULL };
  g_autoptr (CogBook) book = project_fixture_make_book (3);

  return project_fixture_set_target (project, "p0", "new", error) &&
         cog_project_insert_sections (project, book, "epub", "more.epub", NULL, NULL, chosen, "one",
                                      COG_PLACE_AFTER, NULL, NULL, NULL, error);
}

/* One run of the change with a fault; returns whether the fault was met. */
static gboolean
run_with_fault (ProjectFixture *f, Change change, FaultKind kind, guint nth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = NULL;
  gboolean is_met;
  gboolean ok = FALSE;

  faulty_vfs_arm (kind, nth);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  if (project != NULL)
    ok = change (project, &error);
  g_assert_true (ok == (error == NULL));
  if (!ok)
    assert_system_error (error);
  is_met = faulty_vfs_disarm ();
  if (project != NULL)
    {
      g_autofree char *target = project_fixture_dup_target (project, "p0");

      /* As it was, or whole: an edit that was refused may have a part that was confirmed before
       * (change_add), never a part that was not. */
      g_assert_true (g_strcmp0 (target, "new") == 0 || !ok);
      /* The disk has room again: work goes on in the same window. */
      g_clear_error (&error);
      project_fixture_set_target (project, "p3", "after", &error);
      g_assert_no_error (error);
    }
  g_clear_object (&project);
  if (ok)
    assert_target (f->path, "p0", "new");
  return is_met;
}

static void
run_all_faults (ProjectFixture *f, Change change)
{
  gsize length;
  g_autofree char *before = NULL;

  if (change == change_redo)
    {
      g_autoptr (CogProject) project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);

      g_assert_true (change_edit (project, NULL));
      g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
    }
  before = read_all (f->path, &length);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint nth = 1; nth < MANY; nth++)
      {
        put_back (f, before, length);
        if (!run_with_fault (f, change, kinds[k], nth))
          {
            g_test_message ("%u steps", nth - 1);
            g_assert_cmpuint (nth, >, 2);
            break;
          }
        g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
      }
}

static void
test_edits (ProjectFixture *f, gconstpointer data)
{
  static const Change changes[] = { change_edit,    change_go,      change_much,  change_redo,
                                    change_add,     change_picture, change_place, change_seam,
                                    change_outline, change_remix };
  g_autoptr (CogProject) project = project_fixture_create (f->path, 20);

  g_clear_object (&project);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    run_all_faults (f, changes[i]);
}

/* What was confirmed before the fault is there after it, also when closing fails: the log that is
 * then left is read by the next to open it. */
static void
test_confirmed_before (ProjectFixture *f, gconstpointer data)
{
  gsize length;
  g_autofree char *before = NULL;
  g_autoptr (CogProject) project = project_fixture_create (f->path, 20);

  g_clear_object (&project);
  before = read_all (f->path, &length);
  for (guint nth = 1; nth < MANY; nth++)
    {
      gboolean is_met;

      put_back (f, before, length);
      project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
      g_assert_true (project_fixture_set_target (project, "p0", "confirmed", NULL));
      faulty_vfs_arm (nth % 2 ? FAULT_ERRORS : FAULT_FULL, (nth + 1) / 2);
      project_fixture_set_target (project, "p1", "perhaps", NULL);
      g_clear_object (&project);
      is_met = faulty_vfs_disarm ();
      assert_target (f->path, "p0", "confirmed");
      g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
      if (!is_met && nth % 2)
        break;
    }
}

/* A step that could not be joined is as it was, and can be joined once more. */
static void
test_go (ProjectFixture *f, gconstpointer data)
{
  gsize length;
  g_autofree char *before = NULL;
  g_autoptr (CogProject) project = project_fixture_create (f->path, 20);
  gboolean is_met = TRUE;

  g_clear_object (&project);
  before = read_all (f->path, &length);
  for (guint nth = 1; is_met && nth < MANY; nth++)
    {
      gboolean ok;
      g_autofree char *target = NULL;

      put_back (f, before, length);
      project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
      g_assert_true (write_in_go (project, "ne", NULL));
      faulty_vfs_arm (FAULT_FULL, nth);
      ok = write_in_go (project, "new", NULL);
      is_met = faulty_vfs_disarm ();
      target = project_fixture_dup_target (project, "p0");
      g_assert_cmpstr (target, ==, ok ? "new" : "ne");
      g_assert_true (write_in_go (project, "newer", NULL));
      g_assert_cmpuint (cog_project_undo (project, 9, NULL), ==, 1);
      g_clear_object (&project);
      assert_target (f->path, "p0", NULL);
    }
}

static gboolean
add_book (CogProject *project, gpointer user_data, GError **error)
{
  g_autoptr (CogBook) book = project_fixture_make_book (300);
  g_autoptr (GBytes) original = g_bytes_new_take (g_malloc0 (100000), 100000);
  g_autofree char *id =
      cog_project_add_source (project, book, "epub", "cats.epub", original, NULL, error);

  return id != NULL;
}

static void
test_create (ProjectFixture *f, gconstpointer data)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint nth = 1; nth < MANY; nth++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (CogProject) project = NULL;
        gboolean is_met;

        faulty_vfs_arm (kinds[k], nth);
        project = cog_project_create (f->path, "ar-EG", NULL, add_book, NULL, &error);
        is_met = faulty_vfs_disarm ();
        g_assert_true ((project == NULL) == (error != NULL));
        if (error != NULL)
          assert_system_error (error);
        else
          {
            g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);

            g_assert_cmpuint (units->len, ==, 309);
          }
        g_clear_object (&project);
        g_assert_cmpuint (project_fixture_count_files (f), ==, error != NULL ? 0 : 1);
        g_unlink (f->path);
        if (!is_met)
          break;
      }
}

/* A second source: all of it, or nothing of it. */
static void
test_import (ProjectFixture *f, gconstpointer data)
{
  gsize length;
  g_autofree char *before = NULL;
  g_autoptr (CogProject) project = project_fixture_create (f->path, 5);

  g_clear_object (&project);
  before = read_all (f->path, &length);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint nth = 1; nth < MANY; nth++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) sources = NULL;
        gboolean is_met;
        gboolean ok;

        put_back (f, before, length);
        project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
        faulty_vfs_arm (kinds[k], nth);
        ok = add_book (project, NULL, &error);
        is_met = faulty_vfs_disarm ();
        if (!ok)
          assert_system_error (error);
        sources = cog_project_list_sources (project);
        g_assert_cmpuint (sources->len, ==, ok ? 2 : 1);
        g_clear_object (&project);
        project = cog_project_open (f->path, COG_PROJECT_READ, NULL);
        g_ptr_array_unref (sources);
        sources = cog_project_list_sources (project);
        g_assert_cmpuint (sources->len, ==, ok ? 2 : 1);
        g_clear_object (&project);
        if (!is_met)
          break;
      }
}

/* The copy before the new version, and the new version: the old file, or the new one. */
static void
test_migration (ProjectFixture *f, gconstpointer data)
{
  gsize length;
  g_autofree char *before = NULL;
  g_autofree char *copy = g_strconcat (f->path, ".version-0", NULL);
  g_autoptr (CogProject) project = project_fixture_create (f->path, 5);

  g_clear_object (&project);
  project_fixture_make_old (f->path);
  before = read_all (f->path, &length);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint nth = 1; nth < MANY; nth++)
      {
        g_autoptr (GError) error = NULL;
        gboolean is_met;

        put_back (f, before, length);
        faulty_vfs_arm (kinds[k], nth);
        project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
        is_met = faulty_vfs_disarm ();
        if (project == NULL)
          {
            assert_system_error (error);
            g_assert_cmpuint (project_fixture_count_files (f), <=, 2);
          }
        g_clear_object (&project);
        g_unlink (copy);
        g_clear_error (&error);
        project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
        g_assert_no_error (error);
        g_clear_object (&project);
        g_unlink (copy);
        g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
        if (!is_met)
          break;
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_vfs_install ();
  PROJECT_FIXTURE_ADD ("/project-faults/edits", test_edits);
  PROJECT_FIXTURE_ADD ("/project-faults/confirmed-before", test_confirmed_before);
  PROJECT_FIXTURE_ADD ("/project-faults/go", test_go);
  PROJECT_FIXTURE_ADD ("/project-faults/create", test_create);
  PROJECT_FIXTURE_ADD ("/project-faults/import", test_import);
  PROJECT_FIXTURE_ADD ("/project-faults/migration", test_migration);
  return g_test_run ();
}
