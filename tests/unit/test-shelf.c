/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-bin.h"
#include "cog-error.h"
#include "cog-project-file.h"
#include "cog-shelf-cache.h"
#include "cog-shelf-job.h"
#include "cog-thumbnail.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
dup_title (const char *path)
{
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_READ, NULL);

  return project != NULL ? cog_project_dup_title (project) : NULL;
}

static void
make (ProjectFixture *f)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);

  g_assert_true (project_fixture_set_target (project, "p0", "mine", NULL));
  g_assert_true (cog_project_close (project, NULL));
}

static void
test_names (ProjectFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *title, *name;
  } cases[] = {
    { "Water", "Water.cognate" },      { "Water.cognate", "Water.cognate" },
    { "a/b\\c:d", "a-b-c-d.cognate" }, { "...hidden", "---hidden.cognate" },
    { "  ", "Untitled.cognate" },      { "الفيزياء", "الفيزياء.cognate" },
  };
  g_autofree char *longer = g_strnfill (3000, 'x');
  g_autofree char *path = cog_shelf_dup_free_path (f->dir, longer);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *free_path = cog_shelf_dup_free_path (f->dir, cases[i].title);
      g_autofree char *name = g_path_get_basename (free_path);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
  g_assert_cmpuint (strlen (path), <, strlen (f->dir) + 255);
}

static void
test_facts (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogShelfFacts) facts = NULL;
  g_autoptr (CogShelfPlace) place = NULL;

  make (f);
  facts = cog_shelf_facts_read (f->path, NULL);
  g_assert_cmpint (facts->condition, ==, COG_SHELF_READY);
  g_assert_cmpstr (facts->title, ==, "Cats");
  g_assert_cmpstr (facts->source_language, ==, "en");
  g_assert_null (facts->licence);
  g_assert_cmpfloat (facts->share, >, 0);
  g_assert_cmpfloat (facts->share, <, 1);
  g_assert_cmpuint (facts->n_untranslated, >, 0);
  place = cog_shelf_place_read (f->path, NULL, "p1");
  g_assert_cmpstr (place->title, ==, "One");
  g_assert_cmpuint (place->n_untranslated, >, 0);
  g_assert_null (cog_shelf_place_read (f->path, "gone", "gone"));
}

static void
test_conditions (ProjectFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    CogShelfCondition condition;
  } cases[] = {
    { "This is a letter.", COG_SHELF_FOREIGN },
    { "", COG_SHELF_FOREIGN },
    { "SQLite format 3", COG_SHELF_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogShelfFacts) facts = NULL;

      g_assert_true (g_file_set_contents (f->path, cases[i].bytes,
                                          (gssize)strlen (cases[i].bytes) + (i == 2), NULL));
      facts = cog_shelf_facts_read (f->path, NULL);
      g_assert_cmpint (facts->condition, ==, cases[i].condition);
      g_assert_nonnull (facts->fault);
      g_assert_cmpstr (facts->title, ==, "p");
    }
  g_unlink (f->path);
  make (f);
  project_fixture_run_sql (f->path, "PRAGMA user_version=99");
  {
    g_autoptr (CogShelfFacts) facts = cog_shelf_facts_read (f->path, NULL);

    g_assert_cmpint (facts->condition, ==, COG_SHELF_NEWER);
  }
  /* As version 2 was. */
  project_fixture_run_sql (f->path, PROJECT_FIXTURE_TO_VERSION_2);
  {
    g_autoptr (CogShelfFacts) facts = cog_shelf_facts_read (f->path, NULL);

    g_assert_cmpint (facts->condition, ==, COG_SHELF_OLDER);
  }
}

/* What is kept is true while the file is as it was, also when the edits are in the log only. */
static void
test_cache (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->dir, "cache", NULL);
  g_autoptr (CogShelfFacts) read = NULL;
  gboolean is_current;

  make (f);
  {
    g_autoptr (CogShelfCache) cache = cog_shelf_cache_new (folder);

    g_assert_null (cog_shelf_cache_look_up (cache, f->path, &is_current));
    read = cog_shelf_cache_read (cache, f->path);
    cog_shelf_cache_save (cache);
  }
  {
    g_autoptr (CogShelfCache) cache = cog_shelf_cache_new (folder);
    g_autoptr (CogShelfFacts) kept = cog_shelf_cache_look_up (cache, f->path, &is_current);
    g_autoptr (CogProject) project = NULL;
    g_autoptr (CogShelfFacts) old = NULL;

    g_assert_true (is_current);
    g_assert_cmpstr (kept->title, ==, read->title);
    g_assert_cmpstr (kept->language, ==, read->language);
    g_assert_cmpfloat (kept->share, ==, read->share);
    g_assert_cmpuint (kept->n_untranslated, ==, read->n_untranslated);
    project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
    g_assert_true (project_fixture_set_target (project, "p1", "mine", NULL));
    old = cog_shelf_cache_look_up (cache, f->path, &is_current);
    g_assert_nonnull (old);
    g_assert_false (is_current);
  }
}

static void
test_damaged_cache (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *file = g_build_filename (f->dir, "facts", NULL);
  g_autoptr (CogShelfCache) cache = NULL;
  gboolean is_current;

  g_assert_true (g_file_set_contents (file, "[nonsense", -1, NULL));
  cache = cog_shelf_cache_new (f->dir);
  g_assert_null (cog_shelf_cache_look_up (cache, f->path, &is_current));
}

static void
test_duplicate (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) open = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = NULL;

  make (f);
  first = cog_shelf_duplicate (f->path, NULL, NULL, &error);
  g_assert_no_error (error);
  title = dup_title (first);
  g_assert_cmpstr (title, ==, "Cats (copy)");
  open = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  second = cog_shelf_duplicate (f->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, !=, second);
  paths = cog_shelf_list (f->dir, NULL);
  g_assert_cmpuint (paths->len, ==, 3);
}

static void
test_export_import (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (f->dir, "stick", NULL);
  g_autofree char *to = g_build_filename (stick, "handed on.cognate", NULL);
  g_autofree char *back = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  make (f);
  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  g_assert_true (cog_shelf_export (f->path, to, NULL, NULL, &error));
  g_assert_true (cog_shelf_export (f->path, to, NULL, NULL, &error));
  back = cog_shelf_import (to, f->dir, NULL, NULL, &error);
  g_assert_no_error (error);
  title = dup_title (back);
  g_assert_cmpstr (title, ==, "Cats");
  g_assert_true (g_file_test (to, G_FILE_TEST_EXISTS));
  g_assert_true (cog_shelf_rename (back, "Chats", &error));
  g_free (title);
  title = dup_title (back);
  g_assert_cmpstr (title, ==, "Chats");
  /* What is damaged goes out byte for byte, and does not come in. */
  g_assert_true (g_file_set_contents (f->path, "damaged", -1, NULL));
  g_assert_true (cog_shelf_export (f->path, to, NULL, NULL, &error));
  g_assert_null (cog_shelf_import (to, f->dir, NULL, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

/* What the desktop lends to a confined program stands in a folder where no other file may: nothing
 * is put beside it, and nothing of it stays. */
static void
test_import_lent (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c4d", NULL);
  g_autofree char *lent = g_build_filename (folder, "lent.cognate", NULL);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "cognate", NULL);
  g_autofree char *back = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GDir) beside = NULL;
  g_autoptr (GDir) left = NULL;
  g_autoptr (GError) error = NULL;

  make (f);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (cog_shelf_export (f->path, lent, NULL, NULL, &error));
  back = cog_shelf_import (lent, f->dir, NULL, NULL, &error);
  g_assert_no_error (error);
  title = dup_title (back);
  g_assert_cmpstr (title, ==, "Cats");
  beside = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (beside), ==, "lent.cognate");
  g_assert_null (g_dir_read_name (beside));
  left = g_dir_open (cache, 0, NULL);
  g_assert_null (g_dir_read_name (left));
}

/* Two books of the same path one after the other: each undo brings its own back. */
static void
test_bin (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) open = NULL;
  g_autoptr (CogBinned) binned = NULL;
  g_autoptr (CogBinned) second = NULL;
  g_autofree char *back = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  make (f);
  open = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  g_assert_null (cog_bin_put (f->path, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_BUSY);
  g_clear_error (&error);
  cog_project_close (open, NULL);
  binned = cog_bin_put (f->path, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  make (f);
  g_assert_true (cog_shelf_rename (f->path, "Dogs", NULL));
  second = cog_bin_put (f->path, &error);
  g_assert_no_error (error);
  back = cog_bin_restore (binned, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back, ==, f->path);
  title = dup_title (back);
  g_assert_cmpstr (title, ==, "Cats");
  g_clear_pointer (&back, g_free);
  g_clear_pointer (&title, g_free);
  back = cog_bin_restore (second, &error);
  g_assert_no_error (error);
  title = dup_title (back);
  g_assert_cmpstr (title, ==, "Dogs");
  g_assert_null (cog_bin_restore (second, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
}

static void
test_bin_damaged (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogBinned) binned = NULL;
  g_autofree char *back = NULL;

  g_assert_true (g_file_set_contents (f->path, "damaged", -1, NULL));
  binned = cog_bin_put (f->path, NULL);
  g_assert_nonnull (binned);
  back = cog_bin_restore (binned, NULL);
  g_assert_cmpstr (back, ==, f->path);
}

static void
test_thumbnails (ProjectFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *name, *bytes;
    gsize size;
    int code; /* -1: it is shown */
  } cases[] = {
    { "a.svg",
      "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='400'><rect width='9' height='9'/>"
      "</svg>",
      0, -1 },
    { "a.txt", "words", 0, COG_ERROR_UNSUPPORTED },
    /* A picture of 65,535 × 65,535 in forty bytes. */
    { "a.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\x06\0\0\0\0\0\0\0", 33,
      COG_ERROR_TOO_LARGE },
    /* Cut after its head. */
    { "b.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x09\0\0\0\x09\x08\x06\0\0\0\0\0\0\0", 33,
      COG_ERROR_INPUT },
    { "b.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g>", 0, COG_ERROR_INPUT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize size = cases[i].size > 0 ? cases[i].size : strlen (cases[i].bytes);
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, size);
      g_autoptr (CogAsset) asset = cog_asset_new (cases[i].name, "image/png", bytes);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = cog_thumbnail_new (asset, 100, 100, &error);

      g_test_message ("%s", cases[i].name);
      if (cases[i].code >= 0)
        g_assert_error (error, COG_ERROR, cases[i].code);
      else
        g_assert_no_error (error);
      g_assert_true ((png == NULL) == (error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  PROJECT_FIXTURE_ADD ("/shelf/names", test_names);
  PROJECT_FIXTURE_ADD ("/shelf/facts", test_facts);
  PROJECT_FIXTURE_ADD ("/shelf/conditions", test_conditions);
  PROJECT_FIXTURE_ADD ("/shelf/cache", test_cache);
  PROJECT_FIXTURE_ADD ("/shelf/damaged-cache", test_damaged_cache);
  PROJECT_FIXTURE_ADD ("/shelf/duplicate", test_duplicate);
  PROJECT_FIXTURE_ADD ("/shelf/export-import", test_export_import);
  PROJECT_FIXTURE_ADD ("/shelf/import-lent", test_import_lent);
  PROJECT_FIXTURE_ADD ("/shelf/bin", test_bin);
  PROJECT_FIXTURE_ADD ("/shelf/bin-damaged", test_bin_damaged);
  PROJECT_FIXTURE_ADD ("/shelf/thumbnails", test_thumbnails);
  return g_test_run ();
}
