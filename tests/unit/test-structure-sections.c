/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "structure-fixture.h"

#include <string.h>

static gboolean
shift_one (CogProject *project, const char *section, CogShift way, GError **error)
{
  return cog_project_shift_section (project, section, way, error);
}

static gboolean
three_up (CogProject *project, GError **error)
{
  return shift_one (project, "three", COG_SHIFT_UP, error);
}

static gboolean
three_down (CogProject *project, GError **error)
{
  return shift_one (project, "three", COG_SHIFT_DOWN, error);
}

static gboolean
three_in (CogProject *project, GError **error)
{
  return shift_one (project, "three", COG_SHIFT_IN, error);
}

static gboolean
two_out (CogProject *project, GError **error)
{
  return shift_one (project, "two", COG_SHIFT_OUT, error);
}

static gboolean
one_into_two (CogProject *project, GError **error)
{
  return cog_project_move_section (project, "one", "two", COG_PLACE_LAST, error);
}

static gboolean
three_before_two (CogProject *project, GError **error)
{
  return cog_project_move_section (project, "three", "two", COG_PLACE_BEFORE, error);
}

static gboolean
nowhere (CogProject *project, GError **error)
{
  return cog_project_move_section (project, "one", "none", COG_PLACE_LAST, error);
}

/* Sections change places, with what is below them; the source keeps its order. */
static void
test_places (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  structure_fixture_assert_sections (project, "one .two three");
  structure_fixture_check (&project, three_up);
  structure_fixture_assert_sections (project, "three one .two");
  structure_fixture_refuse (project, three_up, COG_ERROR_REFUSED);
  structure_fixture_check (&project, three_down);
  structure_fixture_assert_sections (project, "one .two three");
  structure_fixture_refuse (project, three_down, COG_ERROR_REFUSED);
  structure_fixture_check (&project, three_in);
  structure_fixture_assert_sections (project, "one .two .three");
  structure_fixture_check (&project, two_out);
  structure_fixture_assert_sections (project, "one .three two");
  structure_fixture_check (&project, three_before_two);
  structure_fixture_assert_sections (project, "one three two");
  structure_fixture_check (&project, one_into_two);
  structure_fixture_assert_sections (project, "three two .one");
  structure_fixture_refuse (project, two_out, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, nowhere, COG_ERROR_NOT_FOUND);
}

static gboolean
two_into_itself (CogProject *project, GError **error)
{
  return cog_project_move_section (project, "one", "two", COG_PLACE_AFTER, error);
}

static gboolean
two_in (CogProject *project, GError **error)
{
  return shift_one (project, "two", COG_SHIFT_IN, error);
}

static void
test_refused (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  structure_fixture_refuse (project, two_into_itself, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, two_in, COG_ERROR_REFUSED);
  g_assert_false (cog_project_can_undo (project));
}

static gboolean
add_after_one (CogProject *project, GError **error)
{
  g_autofree char *id =
      cog_project_add_section (project, "Mine & yours", "one", COG_PLACE_AFTER, NULL, error);

  g_assert_true (id == NULL || g_str_equal (id, "section-added-1"));
  return id != NULL;
}

static gboolean
add_inside (CogProject *project, GError **error)
{
  g_autofree char *id =
      cog_project_add_section (project, "Below", "section-added-1", COG_PLACE_FIRST, NULL, error);

  return id != NULL;
}

static gboolean
add_with_paragraph (CogProject *project, GError **error)
{
  g_autofree char *paragraph = NULL;
  g_autofree char *id =
      cog_project_add_section (project, "Open", NULL, COG_PLACE_LAST, &paragraph, error);

  g_assert_true (id == NULL || g_str_has_prefix (paragraph, id));
  return id != NULL;
}

static gboolean
add_untitled (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_add_section (project, " ", NULL, COG_PLACE_LAST, NULL, error);

  return id != NULL;
}

static gboolean
write_in_it (CogProject *project, GError **error)
{
  g_autofree char *id =
      cog_project_add_unit (project, "section-added-1", "section-added-1.h", "p", "Words.", error);

  return id != NULL;
}

static gboolean
move_into_it (CogProject *project, GError **error)
{
  return cog_project_move_block (project, "p0", COG_BLOCK_NEAREST, "section-added-1",
                                 COG_PLACE_LAST, error);
}

static gboolean
move_out_again (CogProject *project, GError **error)
{
  return cog_project_move_block (project, "p0", COG_BLOCK_NEAREST, "p1", COG_PLACE_BEFORE, error);
}

static gboolean
remove_own (CogProject *project, GError **error)
{
  return cog_project_remove_section (project, "section-added-1", error);
}

static gboolean
remove_source (CogProject *project, GError **error)
{
  return cog_project_remove_section (project, "two", error);
}

static const CogSectionInfo *
find_section (GPtrArray *sections, const char *id)
{
  for (guint i = 0; i < sections->len; i++)
    if (g_str_equal (((const CogSectionInfo *)g_ptr_array_index (sections, i))->id, id))
      return g_ptr_array_index (sections, i);
  return NULL;
}

/* A section of one's own, with words and passages of a source in it, and gone again. */
static void
test_own (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (CogBook) book = NULL;
  const CogSectionInfo *info;

  structure_fixture_check (&project, add_after_one);
  structure_fixture_check (&project, add_inside);
  structure_fixture_check (&project, write_in_it);
  structure_fixture_check (&project, move_into_it);
  structure_fixture_refuse (project, add_untitled, COG_ERROR_REFUSED);
  structure_fixture_assert_sections (project, "one .two section-added-1 .section-added-2 three");
  structure_fixture_assert_units (project, "section-added-1",
                                  "section-added-1.h section-added-1-added-1 p0");
  structure_fixture_assert_text (project, "<p id=\"p0\" lang=\"en\" dir=\"ltr\">", TRUE);
  sections = cog_project_list_sections (project);
  info = find_section (sections, "section-added-1");
  g_assert_null (info->source);
  g_assert_cmpstr (info->title, ==, "Mine & yours");
  g_assert_cmpuint (info->n_by_decision[COG_DECISION_ADDED], ==, 2);
  /* The passage binds wherever it stands. */
  g_assert_true (cog_project_omit_section (project, "one", TRUE, NULL, NULL));
  g_assert_true (cog_project_omit_section (project, "three", TRUE, NULL, NULL));
  book = cog_project_dup_adaptation (project, NULL, NULL);
  g_assert_cmpuint (book->sections->len, ==, 1);
  g_assert_cmpuint (book->sources->len, ==, 1);
  g_assert_cmpstr (((CogSection *)g_ptr_array_index (book->sections, 0))->title, ==,
                   "Mine & yours");
  structure_fixture_refuse (project, remove_own, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, remove_source, COG_ERROR_REFUSED);
  structure_fixture_check (&project, move_out_again);
  structure_fixture_check (&project, remove_own);
  structure_fixture_assert_sections (project, "one .two three");
}

/* With a paragraph to be written, as one step. */
static void
test_own_with_paragraph (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  structure_fixture_check (&project, add_with_paragraph);
  structure_fixture_assert_units (project, "section-added-1",
                                  "section-added-1.h section-added-1.p");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/structure/places", test_places);
  PROJECT_FIXTURE_ADD ("/structure/places-refused", test_refused);
  PROJECT_FIXTURE_ADD ("/structure/own-sections", test_own);
  PROJECT_FIXTURE_ADD ("/structure/own-sections-with-paragraph", test_own_with_paragraph);
  return g_test_run ();
}
