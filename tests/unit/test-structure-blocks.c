/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "structure-fixture.h"

#include <string.h>

#define ALL "h i@alt c r np l1 l2 p0 p1 p2 b1 b2 tc t11 t12 t21 t22 x1 x2"

static gboolean
p1_up (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "p1", COG_BLOCK_NEAREST, COG_SHIFT_UP, error);
}

static gboolean
p1_down (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "p1", COG_BLOCK_NEAREST, COG_SHIFT_DOWN, error);
}

/* A passage changes places with the one beside it, and comes back. */
static void
test_shift (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  structure_fixture_assert_units (project, "one", ALL);
  structure_fixture_check (&project, p1_up);
  structure_fixture_assert_units (project, "one",
                                  "h i@alt c r np l1 l2 p1 p0 p2 b1 b2 tc t11 t12 t21 t22 x1 x2");
  structure_fixture_check (&project, p1_down);
  structure_fixture_assert_units (project, "one", ALL);
}

static gboolean
note_up (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "r", COG_BLOCK_NEAREST, COG_SHIFT_DOWN, error);
}

static gboolean
caption_down (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "c", COG_BLOCK_NEAREST, COG_SHIFT_DOWN, error);
}

static gboolean
list_up (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "l2", COG_BLOCK_LIST, COG_SHIFT_UP, error);
}

static gboolean
item_up (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "l2", COG_BLOCK_NEAREST, COG_SHIFT_UP, error);
}

static gboolean
box_out (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "b1", COG_BLOCK_NEAREST, COG_SHIFT_UP, error);
}

/* A figure goes as a whole, a note with who refers to it, an item in its list, words out of a box.
 */
static void
test_shift_wholes (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  structure_fixture_check (&project, note_up);
  structure_fixture_assert_units (project, "one",
                                  "h i@alt c l1 l2 r np p0 p1 p2 b1 b2 tc t11 t12 t21 t22 x1 x2");
  structure_fixture_check (&project, list_up);
  structure_fixture_assert_units (project, "one",
                                  "h l1 l2 i@alt c r np p0 p1 p2 b1 b2 tc t11 t12 t21 t22 x1 x2");
  structure_fixture_check (&project, caption_down);
  structure_fixture_assert_units (project, "one",
                                  "h l1 l2 r np i@alt c p0 p1 p2 b1 b2 tc t11 t12 t21 t22 x1 x2");
  structure_fixture_check (&project, item_up);
  structure_fixture_check (&project, box_out);
  structure_fixture_assert_units (project, "one",
                                  "h l2 l1 r np i@alt c p0 p1 p2 b1 b2 tc t11 t12 t21 t22 x1 x2");
  structure_fixture_assert_text (project, "</p><aside id=\"b\"", TRUE);
}

static gboolean
heading_down (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "h", COG_BLOCK_NEAREST, COG_SHIFT_DOWN, error);
}

static gboolean
figure_up (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "i@alt", COG_BLOCK_NEAREST, COG_SHIFT_UP, error);
}

static gboolean
item_down (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "l2", COG_BLOCK_NEAREST, COG_SHIFT_DOWN, error);
}

static gboolean
item_beside_paragraph (CogProject *project, GError **error)
{
  return cog_project_move_block (project, "l2", COG_BLOCK_NEAREST, "p0", COG_PLACE_AFTER, error);
}

static gboolean
into_itself (CogProject *project, GError **error)
{
  return cog_project_move_block (project, "b1", COG_BLOCK_ASIDE, "b2", COG_PLACE_AFTER, error);
}

static gboolean
nothing (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "none", COG_BLOCK_NEAREST, COG_SHIFT_UP, error);
}

static gboolean
no_quote (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "p0", COG_BLOCK_QUOTE, COG_SHIFT_UP, error);
}

static void
test_refused (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  structure_fixture_refuse (project, heading_down, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, figure_up, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, item_down, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, item_beside_paragraph, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, into_itself, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, no_quote, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, nothing, COG_ERROR_NOT_FOUND);
  g_assert_false (cog_project_can_undo (project));
}

static gboolean
figure_to_three (CogProject *project, GError **error)
{
  return cog_project_move_block (project, "c", COG_BLOCK_FIGURE, "z", COG_PLACE_BEFORE, error);
}

static gboolean
note_to_three (CogProject *project, GError **error)
{
  return cog_project_move_block (project, "r", COG_BLOCK_NEAREST, "three", COG_PLACE_LAST, error);
}

static gboolean
exercise_to_two (CogProject *project, GError **error)
{
  return cog_project_move_block (project, "x2", COG_BLOCK_EXERCISE, "two", COG_PLACE_FIRST, error);
}

static void
assert_item (CogProject *project, const char *id, gboolean is_there)
{
  g_autoptr (GPtrArray) components = cog_project_list_components (project, NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < components->len; i++)
    found |= g_str_equal (((const CogComponent *)g_ptr_array_index (components, i))->id, id);
  g_assert_cmpint (found, ==, is_there);
}

/* Credits and notes go along to another section; the source stays what it was. */
static void
test_move (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  structure_fixture_check (&project, figure_to_three);
  structure_fixture_check (&project, note_to_three);
  structure_fixture_check (&project, exercise_to_two);
  structure_fixture_assert_units (project, "three", "g i@alt c z r np");
  structure_fixture_assert_units (project, "two", "k x1 x2 q");
  structure_fixture_assert_units (project, "one", "h l1 l2 p0 p1 p2 b1 b2 tc t11 t12 t21 t22");
  assert_item (project, "f", TRUE);
  g_assert_true (cog_project_omit_section (project, "one", TRUE, NULL, NULL));
  assert_item (project, "f", TRUE);
  g_assert_true (cog_project_omit_section (project, "three", TRUE, NULL, NULL));
  assert_item (project, "f", FALSE);
}

static gboolean
last_items (CogProject *project, GError **error)
{
  return cog_project_move_block (project, "t", COG_BLOCK_TABLE, "p0", COG_PLACE_AFTER, error);
}

static gboolean
row_up (CogProject *project, GError **error)
{
  return cog_project_move_block (project, "t21", COG_BLOCK_ROW, "t11", COG_PLACE_AFTER, error);
}

static void
test_tables (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  structure_fixture_check (&project, last_items);
  structure_fixture_assert_units (project, "one",
                                  "h i@alt c r np l1 l2 p0 tc t11 t12 t21 t22 p1 p2 b1 b2 x1 x2");
  structure_fixture_check (&project, row_up);
  structure_fixture_assert_text (project, "<tbody", FALSE);
}

static gboolean
add_heading (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_add_heading (project, "one", "p0", "Mine", error);

  return id != NULL;
}

static gboolean
add_list (CogProject *project, GError **error)
{
  static const char *const items[] = { "a <em>b</em>", "c", NULL };
  g_autofree char *id = cog_project_add_list (project, "one", "t22", TRUE, items, error);

  g_assert_true (id == NULL || g_str_has_suffix (id, ".1"));
  return id != NULL;
}

static gboolean
add_first (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_add_unit (project, "three", NULL, "p", "First.", error);

  return id != NULL;
}

static gboolean
add_item (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_add_unit (project, "one", "l1", "li", NULL, error);

  return id != NULL;
}

static gboolean
add_item_astray (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_add_unit (project, "one", "p0", "li", NULL, error);

  return id != NULL;
}

static gboolean
remove_list (CogProject *project, GError **error)
{
  return cog_project_remove_block (project, "one-added-2.2", COG_BLOCK_LIST, error);
}

static gboolean
remove_of_source (CogProject *project, GError **error)
{
  return cog_project_remove_block (project, "l1", COG_BLOCK_LIST, error);
}

static void
test_own (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  structure_fixture_check (&project, add_heading);
  structure_fixture_check (&project, add_list);
  structure_fixture_check (&project, add_first);
  structure_fixture_assert_text (project, "<h2 id=\"one-added-1\">Mine</h2>", TRUE);
  structure_fixture_assert_text (
      project, "</table><ol id=\"one-added-2\"><li id=\"one-added-2.1\">a <em>b</em></li>", TRUE);
  structure_fixture_assert_text (project, "</h1><p id=\"three-added-1\">First.</p>", TRUE);
  structure_fixture_check (&project, add_item);
  structure_fixture_assert_units (project, "three", "g three-added-1 z");
  structure_fixture_refuse (project, add_item_astray, COG_ERROR_REFUSED);
  structure_fixture_check (&project, remove_list);
  structure_fixture_refuse (project, remove_of_source, COG_ERROR_REFUSED);
  structure_fixture_assert_text (project, "<ol", FALSE);
}

static gboolean
p2_up (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "p2", COG_BLOCK_NEAREST, COG_SHIFT_UP, error);
}

static gboolean
p2_down (CogProject *project, GError **error)
{
  return cog_project_shift_block (project, "p2", COG_BLOCK_NEAREST, COG_SHIFT_DOWN, error);
}

/* Halving the same gap again and again ends in numbering anew, not in two that are equal. */
static void
test_many_shifts (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  for (guint i = 0; i < 100; i++)
    {
      g_assert_true (p1_up (project, NULL));
      g_assert_true (p2_up (project, NULL));
      g_assert_true (p2_down (project, NULL));
      g_assert_true (p1_down (project, NULL));
    }
  structure_fixture_check (&project, p1_up);
  while (cog_project_undo (project, 50, NULL) == 50)
    ;
  structure_fixture_assert_units (project, "one", ALL);
}

/* Somebody who reads in a thread may come too late. */
static void
test_closed (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_project_close (project, NULL));
  g_assert_null (cog_project_list_units (project, "one", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (cog_project_list_blocks (project, "p0", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/structure/shift", test_shift);
  PROJECT_FIXTURE_ADD ("/structure/shift-wholes", test_shift_wholes);
  PROJECT_FIXTURE_ADD ("/structure/refused", test_refused);
  PROJECT_FIXTURE_ADD ("/structure/move", test_move);
  PROJECT_FIXTURE_ADD ("/structure/many-shifts", test_many_shifts);
  PROJECT_FIXTURE_ADD ("/structure/tables", test_tables);
  PROJECT_FIXTURE_ADD ("/structure/own", test_own);
  PROJECT_FIXTURE_ADD ("/structure/closed", test_closed);
  return g_test_run ();
}
