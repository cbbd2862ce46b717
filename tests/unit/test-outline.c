/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-outline-facts.h"
#include "cog-unit-index.h"
#include "structure-fixture.h"

/* A tree of sections by their depths: "012" is three, each in the one before. */
static GPtrArray *
make_tree (const char *depths)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_section_info_free);

  for (guint i = 0; depths[i] != '\0'; i++)
    {
      CogSectionInfo *info = g_new0 (CogSectionInfo, 1);

      info->id = g_strdup_printf ("s%u", i);
      info->depth = (guint)(depths[i] - '0');
      for (guint k = i; k-- > 0 && info->parent == NULL && info->depth > 0;)
        if (((CogSectionInfo *)g_ptr_array_index (sections, k))->depth < info->depth)
          info->parent = g_strdup (((CogSectionInfo *)g_ptr_array_index (sections, k))->id);
      g_ptr_array_add (sections, info);
    }
  return sections;
}

static void
assert_drop (GPtrArray *sections,
             guint moved,
             guint over,
             double share,
             CogPlacing where,
             guint at,
             guint depth)
{
  CogOutlineDrop drop;

  g_assert_true (cog_outline_find_drop (sections, moved, over, share, &drop));
  g_assert_cmpint (drop.where, ==, where);
  g_assert_cmpuint (drop.at, ==, at);
  g_assert_cmpuint (drop.depth, ==, depth);
}

static void
assert_no_drop (GPtrArray *sections, guint moved, guint over, double share)
{
  CogOutlineDrop drop;

  g_assert_false (cog_outline_find_drop (sections, moved, over, share, &drop));
}

/* Beside a section near its edges, into it in its middle; after one with sections below it means
 * before the first of those, as the line stands. */
static void
test_drop (void)
{
  g_autoptr (GPtrArray) sections = make_tree ("01100");

  assert_drop (sections, 4, 1, .1, COG_PLACE_BEFORE, 1, 1);
  assert_drop (sections, 4, 1, .9, COG_PLACE_AFTER, 2, 1);
  assert_drop (sections, 4, 0, .5, COG_PLACE_LAST, 3, 1);
  assert_drop (sections, 4, 0, .9, COG_PLACE_FIRST, 1, 1);
  assert_drop (sections, 0, 3, .9, COG_PLACE_AFTER, 4, 0);
  /* At the same line, one level higher. */
  assert_drop (sections, 2, 3, .1, COG_PLACE_BEFORE, 3, 0);
  /* Not into itself, and not to where it is. */
  assert_no_drop (sections, 0, 0, .5);
  assert_no_drop (sections, 0, 2, .9);
  assert_no_drop (sections, 3, 4, .1);
  assert_no_drop (sections, 4, 3, .9);
  assert_no_drop (sections, 2, 0, .5);
  assert_no_drop (sections, 1, 0, .9);
  assert_no_drop (sections, 9, 0, .1);
}

/* What a drop says is what the structure does. */
static void
test_drop_does (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autoptr (CogOutlineFacts) facts = cog_outline_facts_read (project);
  g_autoptr (GError) error = NULL;
  CogOutlineDrop drop;

  structure_fixture_assert_sections (project, "one .two three");
  g_assert_true (cog_outline_find_drop (facts->sections, 2, 0, .9, &drop));
  g_assert_true (cog_project_move_section (project, "three", "one", drop.where, &error));
  g_assert_no_error (error);
  structure_fixture_assert_sections (project, "one .three .two");
}

static void
test_labels (void)
{
  CogSectionInfo info = { 0 };

  info.name = (char *)"Forces";
  g_assert_cmpstr (cog_section_info_get_label (&info, TRUE), ==, "Forces");
  info.target_title = (char *)"القوى";
  g_assert_cmpstr (cog_section_info_get_label (&info, FALSE), ==, "Forces");
  g_assert_cmpstr (cog_section_info_get_label (&info, TRUE), ==, "القوى");
}

/* What is left out counts neither as done nor as to do. */
static void
test_progress (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autoptr (CogOutlineFacts) before = cog_outline_facts_read (project);
  g_autoptr (CogOutlineFacts) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (before->language, ==, "ar-EG");
  g_assert_cmpuint (before->sections->len, ==, 3);
  g_assert_true (cog_project_omit_section (project, "three", TRUE, NULL, &error));
  g_assert_true (project_fixture_set_target (project, "q", "س", &error));
  after = cog_outline_facts_read (project);
  g_assert_cmpuint (after->progress.n_words, <, before->progress.n_words);
  g_assert_cmpuint (after->progress.n_words_done, >, before->progress.n_words_done);
  g_assert_cmpuint (cog_book_progress_get_translated (&after->progress), <, 100);
  g_assert_cmpuint (cog_book_progress_get_reviewed (&after->progress), ==, 0);
}

/* A passage whose link or picture was not carried over is open, and so is one with a note, until it
 * is final. */
static void
test_open (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autoptr (CogUnitIndex) index = cog_unit_index_new (project);
  CogUnitEdit note = { .unit = "g", .set = COG_UNIT_SET_NOTE, .note = "Ask Amal" };
  CogUnitEdit final = { .unit = "g", .set = COG_UNIT_SET_STATE, .state = COG_STATE_FINAL };
  g_autoptr (GHashTable) none = cog_unit_index_count_open (index, NULL);
  g_autoptr (GHashTable) some = NULL;
  g_autoptr (GHashTable) fewer = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
  g_assert_true (project_fixture_set_target (project, "q", "س", &error));
  g_assert_true (cog_project_edit (project, &note, 1, "", &error));
  some = cog_unit_index_count_open (index, NULL);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (some, "two")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (some, "three")), ==, 1);
  g_assert_cmpuint (g_hash_table_size (some), ==, 2);
  g_assert_true (cog_project_edit (project, &final, 1, "", &error));
  fewer = cog_unit_index_count_open (index, NULL);
  g_assert_cmpuint (g_hash_table_size (fewer), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/drop", test_drop);
  PROJECT_FIXTURE_ADD ("/outline/drop-does", test_drop_does);
  g_test_add_func ("/outline/labels", test_labels);
  PROJECT_FIXTURE_ADD ("/outline/progress", test_progress);
  PROJECT_FIXTURE_ADD ("/outline/open", test_open);
  return g_test_run ();
}
