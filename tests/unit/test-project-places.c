/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-project-places.h"
#include "cog-project-structure.h"
#include "project-fixture.h"

#include <math.h>

/* Where the source printed a unit: from the import on, whatever is done with the unit. */

static void
set_place (CogBook *book, const char *id, guint page, double y)
{
  const CogSourcePlace place = { page, 72, y, 400, 20 };

  cog_book_set_place (book, id, &place);
}

/* p0 and p1 on page 1, p2 on page 2; the figure on page 1, its picture and caption with it. */
static CogBook *
make_book (void)
{
  CogBook *book = project_fixture_make_book (4);
  const CogSourcePlace around = { 1, 50, 300, 500, 200 };
  const CogSourcePlace broken = { 1, NAN, 0, HUGE_VAL, 1 };

  set_place (book, "p0", 1, 100);
  set_place (book, "p1", 1, 130);
  set_place (book, "p2", 2, 100);
  cog_book_set_place (book, "f", &around);
  cog_book_set_place (book, "p3", &broken);
  return book;
}

static gboolean
fill (CogProject *project, gpointer original, GError **error)
{
  g_autoptr (CogBook) book = make_book ();
  g_autofree char *id =
      cog_project_add_source (project, book, "pdf", "cats.pdf", original, NULL, error);

  return id != NULL;
}

static CogProject *
create (ProjectFixture *f)
{
  g_autoptr (GBytes) original = g_bytes_new_static ("%PDF-", 5);
  g_autoptr (GError) error = NULL;
  CogProject *project = cog_project_create (f->path, "ar", NULL, fill, original, &error);

  g_assert_no_error (error);
  return project;
}

static void
assert_places (CogProject *project, const char *unit, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = cog_project_list_places (project, unit, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < places->len; i++)
    {
      const CogProjectPlace *place = g_ptr_array_index (places, i);

      g_string_append_printf (text, "%s:%u@%g ", place->source, place->place.page, place->place.y);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_kept (CogProject *project)
{
  g_assert_true (cog_project_has_places (project));
  assert_places (project, "p0", "s1:1@100 ");
  assert_places (project, "p2", "s1:2@100 ");
  /* With what it is a part of. */
  assert_places (project, "c", "s1:1@300 ");
  assert_places (project, "i@alt", "s1:1@300 ");
  /* Not on a page, or on none that can be. */
  assert_places (project, "q", "");
  assert_places (project, "p3", "");
  assert_places (project, "nobody", "");
}

static void
test_kept (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f);
  g_autoptr (CogProjectPlace) first = NULL;
  g_autoptr (CogProjectPlace) none = NULL;

  assert_kept (project);
  g_assert_true (project_fixture_set_target (project, "p0", "x", NULL));
  g_assert_true (cog_project_close (project, NULL));
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_READ, NULL);
  assert_kept (project);
  first = cog_project_dup_first_place (project, "one");
  g_assert_nonnull (first);
  g_assert_cmpuint (first->place.page, ==, 1);
  none = cog_project_dup_first_place (project, "two");
  g_assert_null (none);
}

static void
test_structure (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f);
  g_autoptr (GError) error = NULL;
  g_autofree char *half = cog_project_split_unit (project, "p0", 9, COG_SPLIT_GUESS, &error);
  g_autofree char *own = NULL;
  g_autofree char *unit = NULL;

  g_assert_no_error (error);
  assert_places (project, "p0", "s1:1@100 ");
  assert_places (project, half, "s1:1@100 ");
  g_assert_true (cog_project_merge_unit (project, "p1", &error));
  g_assert_no_error (error);
  assert_places (project, "p1", "s1:1@130 s1:2@100 ");
  /* What was joined is found where it was printed. */
  unit = cog_project_dup_unit_at (project, "s1", 2, 80, 110, &error);
  g_assert_cmpstr (unit, ==, "p1");
  g_assert_true (
      cog_project_move_block (project, "p0", COG_BLOCK_NEAREST, "q", COG_PLACE_AFTER, &error));
  g_assert_no_error (error);
  assert_places (project, "p0", "s1:1@100 ");
  own = cog_project_add_unit (project, "one", "p1", "p", "Mine", &error);
  g_assert_no_error (error);
  assert_places (project, own, "");
}

static void
assert_at (CogProject *project, guint page, double x, double y, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *unit = cog_project_dup_unit_at (project, "s1", page, x, y, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (unit, ==, expected);
}

static void
test_at (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f);
  g_autofree char *first = cog_project_dup_unit_of_page (project, "s1", 2);
  g_autofree char *none = cog_project_dup_unit_of_page (project, "s1", 9);

  assert_at (project, 1, 100, 110, "p0");
  assert_at (project, 1, 100, 122, "p0");
  assert_at (project, 1, 100, 128, "p1");
  assert_at (project, 1, 60, 110, "p0");
  assert_at (project, 1, 100, 20, NULL);
  assert_at (project, 9, 100, 110, NULL);
  g_assert_cmpstr (first, ==, "p2");
  g_assert_null (none);
}

/* A second source's ids begin with its own, and so do its places. */
static void
test_beside (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f);
  g_autoptr (CogBook) book = make_book ();
  g_autofree char *id = cog_project_add_source (project, book, "pdf", NULL, NULL, NULL, NULL);

  g_assert_cmpstr (id, ==, "s2");
  assert_places (project, "s2-p2", "s2:2@100 ");
  assert_places (project, "p2", "s1:2@100 ");
}

/* A book that has no pages, and one whose file was not kept. */
static void
test_none (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogBook) book = make_book ();
  g_autofree char *id = NULL;

  g_assert_false (cog_project_has_places (project));
  assert_places (project, "p0", "");
  id = cog_project_add_source (project, book, "pdf", NULL, NULL, NULL, NULL);
  g_assert_false (cog_project_has_places (project));
}

/* A file of before places were kept has none, and gets those of what is added to it. */
static void
test_older (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f);
  g_autoptr (CogBook) book = make_book ();
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_strconcat (f->path, ".version-2", NULL);
  g_autofree char *id = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "kept", NULL));
  g_clear_object (&project);
  project_fixture_run_sql (f->path, PROJECT_FIXTURE_TO_VERSION_2);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_false (cog_project_has_places (project));
  assert_places (project, "p0", "");
  id = project_fixture_dup_target (project, "p0");
  g_assert_cmpstr (id, ==, "kept");
  g_free (id);
  id = cog_project_add_source (project, book, "pdf", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_places (project, "s2-p1", "s2:1@130 ");
}

/* What another program wrote into the file leads nowhere. */
static void
test_damaged (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f);

  g_clear_object (&project);
  project_fixture_run_sql (f->path,
                           "UPDATE place SET page = -3 WHERE id = 'p0';"
                           "UPDATE place SET page = 9999999999999 WHERE id = 'p1';"
                           "UPDATE place SET x = 9e999, y = 'left', width = -1 WHERE id = 'p2'");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  assert_places (project, "p0", "");
  assert_places (project, "p1", "");
  assert_places (project, "p2", "");
  assert_at (project, 2, 100, 110, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project-places/kept", test_kept);
  PROJECT_FIXTURE_ADD ("/project-places/structure", test_structure);
  PROJECT_FIXTURE_ADD ("/project-places/at", test_at);
  PROJECT_FIXTURE_ADD ("/project-places/beside", test_beside);
  PROJECT_FIXTURE_ADD ("/project-places/none", test_none);
  PROJECT_FIXTURE_ADD ("/project-places/older", test_older);
  PROJECT_FIXTURE_ADD ("/project-places/damaged", test_damaged);
  return g_test_run ();
}
