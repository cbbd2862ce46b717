/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-search-job.h"
#include "cog-search-places.h"
#include "project-fixture.h"

#include "cog-error.h"

#include <gio/gio.h>
#include <string.h>

static void
take_cb (GPtrArray *hits, gpointer user_data)
{
  GPtrArray *all = user_data;

  while (hits->len > 0)
    g_ptr_array_add (all, g_ptr_array_steal_index (hits, 0));
  g_ptr_array_unref (hits);
}

static GPtrArray *
search (CogUnitIndex *index, const CogSearchQuery *query, CogSearchResult *result)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_hit_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_search_run (index, query, take_cb, hits, result, NULL, &error));
  g_assert_no_error (error);
  return hits;
}

static guint
count (CogUnitIndex *index, const char *wanted, CogSearchSides sides)
{
  CogSearchQuery query = { .wanted = wanted, .sides = sides };
  CogSearchResult result;
  g_autoptr (GPtrArray) hits = search (index, &query, &result);

  g_assert_cmpuint (hits->len, ==, result.n_hits);
  return hits->len;
}

static void
test_find (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 5);
  g_autoptr (CogUnitIndex) index = cog_unit_index_new (project);
  CogSearchQuery query = { .wanted = "PARAGRAPH 3", .sides = COG_SEARCH_SOURCE };
  CogSearchResult result;
  g_autoptr (GPtrArray) hits = search (index, &query, &result);
  const CogHit *hit = g_ptr_array_index (hits, 0);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (result.n_units, ==, 1);
  g_assert_cmpstr (hit->unit, ==, "p3");
  g_assert_cmpstr (hit->section, ==, "one");
  g_assert_true (hit->in_source);
  g_assert_cmpuint (hit->start, ==, 0);
  g_assert_cmpuint (hit->end, ==, 11);
  g_assert_cmpstr (hit->snippet, ==, "Paragraph 3 speaks.");
  g_assert_cmpuint (hit->last, ==, 11);
  g_assert_cmpuint (count (index, "speaks", COG_SEARCH_SOURCE), ==, 5);
  g_assert_cmpuint (count (index, "speaks", COG_SEARCH_TARGET), ==, 0);
  /* What was kept is read anew where it was edited. */
  g_assert_true (project_fixture_set_target (project, "p1", "speaks <em>speaks</em>", NULL));
  g_assert_cmpuint (count (index, "speaks", COG_SEARCH_TARGET), ==, 2);
  g_assert_cmpuint (count (index, "speaks", COG_SEARCH_TARGET | COG_SEARCH_SOURCE), ==, 7);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  g_assert_cmpuint (count (index, "speaks", COG_SEARCH_TARGET), ==, 0);
}

static void
test_replace (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 4);
  g_autoptr (CogUnitIndex) index = cog_unit_index_new (project);
  CogSearchQuery query = { .wanted = "cat", .replacement = "dog", .sides = COG_SEARCH_TARGET };
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *p0 = NULL;
  g_autofree char *p1 = NULL;
  guint n;

  project_fixture_set_target (project, "p0", "A <em>cat</em>, a <strong>cat</strong>.", NULL);
  project_fixture_set_target (project, "p1", "Cats &amp; cats", NULL);
  project_fixture_set_target (project, "p2", "A cat", NULL);
  hits = search (index, &query, NULL);
  g_assert_cmpuint (hits->len, ==, 5);
  g_assert_cmpstr (((CogHit *)g_ptr_array_index (hits, 0))->replacement, ==, "dog");
  /* One is not wanted, and one is no more there. */
  g_ptr_array_remove_index (hits, 1);
  project_fixture_set_target (project, "p2", "No more", NULL);
  g_assert_true (cog_search_replace (project, &query, hits, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  p0 = project_fixture_dup_target (project, "p0");
  p1 = project_fixture_dup_target (project, "p1");
  g_assert_cmpstr (p0, ==, "A <em>dog</em>, a <strong>cat</strong>.");
  g_assert_cmpstr (p1, ==, "dogs &amp; dogs");
  /* All of it is one step. */
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  g_free (p1);
  p1 = project_fixture_dup_target (project, "p1");
  g_assert_cmpstr (p1, ==, "Cats &amp; cats");
}

static void
test_stops (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3000);
  g_autoptr (CogUnitIndex) index = cog_unit_index_new (project);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_hit_free);
  CogSearchQuery query = { .wanted = "a", .sides = COG_SEARCH_SOURCE };
  CogSearchResult result;

  g_cancellable_cancel (cancellable);
  g_assert_false (cog_search_run (index, &query, take_cb, hits, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_true (cog_search_run (index, &query, take_cb, hits, &result, NULL, NULL));
  g_assert_true (result.is_cut);
  g_assert_cmpuint (hits->len, ==, COG_SEARCH_MAX_HITS);
  query.wanted = "";
  g_clear_error (&error);
  g_assert_false (cog_search_run (index, &query, take_cb, hits, NULL, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

static void
test_snippet (void)
{
  const char *text = "One two three four five six seven eight nine ten\neleven twelve";
  CogMatch match = { 49, 55 };
  g_autofree char *snippet = cog_search_dup_snippet (text, &match);

  g_assert_cmpstr (snippet, ==, "… five six seven eight nine ten eleven twelve");
}

static void
test_filters (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogUnitIndex) index = cog_unit_index_new (project);
  CogUnitCounts before, after;
  CogUnitEdit note = { .unit = "p1", .set = COG_UNIT_SET_NOTE, .note = "why?" };
  g_autofree char *next = NULL;
  g_autofree char *round = NULL;
  g_autofree char *back = NULL;
  g_autofree char *review = NULL;

  g_assert_true (cog_unit_index_count (index, "two", &before, NULL, NULL));
  g_assert_cmpuint (before.here[COG_UNIT_FILTER_UNTRANSLATED], ==, 2);
  project_fixture_set_target (project, "p0", "x", NULL);
  g_assert_true (cog_project_edit (project, &note, 1, NULL, NULL));
  g_assert_true (cog_unit_index_count (index, "two", &after, NULL, NULL));
  g_assert_cmpuint (after.book[COG_UNIT_FILTER_UNTRANSLATED], ==,
                    before.book[COG_UNIT_FILTER_UNTRANSLATED] - 1);
  g_assert_cmpuint (after.book[COG_UNIT_FILTER_TO_REVIEW], ==, 1);
  g_assert_cmpuint (after.book[COG_UNIT_FILTER_WITH_NOTES], ==, 1);
  g_assert_cmpuint (after.here[COG_UNIT_FILTER_WITH_NOTES], ==, 0);
  next = cog_unit_index_find_next (index, COG_UNIT_FILTER_UNTRANSLATED, "one", "p2", FALSE, NULL,
                                   NULL);
  g_assert_cmpstr (next, ==, "h2");
  round =
      cog_unit_index_find_next (index, COG_UNIT_FILTER_WITH_NOTES, "two", "q", FALSE, NULL, NULL);
  g_assert_cmpstr (round, ==, "p1");
  back =
      cog_unit_index_find_next (index, COG_UNIT_FILTER_UNTRANSLATED, "one", "p2", TRUE, NULL, NULL);
  g_assert_cmpstr (back, ==, "p1");
  review =
      cog_unit_index_find_next (index, COG_UNIT_FILTER_TO_REVIEW, "one", "p0", FALSE, NULL, NULL);
  g_assert_cmpstr (review, ==, "p0");
}

static void
assert_first (CogUnitIndex *index, const char *typed, CogJumpKind kind, const char *id)
{
  g_autoptr (GPtrArray) jumps = cog_search_places (index, typed, 20, NULL, NULL);
  const CogJump *first;

  g_assert_nonnull (jumps);
  g_assert_cmpuint (jumps->len, >, 0);
  first = g_ptr_array_index (jumps, 0);
  g_assert_cmpint (first->kind, ==, kind);
  g_assert_cmpstr (first->unit != NULL ? first->unit : first->section, ==, id);
}

static void
test_places (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogUnitIndex) index = cog_unit_index_new (project);
  g_autoptr (GPtrArray) none = cog_search_places (index, "no such words", 20, NULL, NULL);
  g_autoptr (GPtrArray) all = cog_search_places (index, " ", 20, NULL, NULL);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 2);
  assert_first (index, "1.1", COG_JUMP_SECTION, "two");
  assert_first (index, "tw", COG_JUMP_SECTION, "two");
  assert_first (index, "fig. 1", COG_JUMP_FIGURE, "c");
  assert_first (index, "cat", COG_JUMP_FIGURE, "c");
  assert_first (index, "paragraph 2", COG_JUMP_WORDS, "p2");
  project_fixture_set_target (project, "h2", "اثنان", NULL);
  assert_first (index, "اثنان", COG_JUMP_SECTION, "two");
  assert_first (index, "two", COG_JUMP_SECTION, "two");
}

/* What a person waits for: printed, never asserted. */
static void
test_speed (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 20000);
  g_autoptr (CogUnitIndex) index = cog_unit_index_new (project);

  for (guint i = 0; i < 2; i++)
    {
      gint64 start = g_get_monotonic_time ();

      count (index, "19999", COG_SEARCH_SOURCE | COG_SEARCH_TARGET);
      g_test_message ("%s search of 20000 units: %.1f ms", i == 0 ? "first" : "second",
                      (double)(g_get_monotonic_time () - start) / 1000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/search/find", test_find);
  PROJECT_FIXTURE_ADD ("/search/replace", test_replace);
  PROJECT_FIXTURE_ADD ("/search/stops", test_stops);
  PROJECT_FIXTURE_ADD ("/search/filters", test_filters);
  PROJECT_FIXTURE_ADD ("/search/places", test_places);
  PROJECT_FIXTURE_ADD ("/search/speed", test_speed);
  g_test_add_func ("/search/snippet", test_snippet);
  return g_test_run ();
}
