/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-correction.h"
#include "cog-error.h"
#include "cog-project-structure.h"
#include "cog-rights-overview.h"
#include "project-fixture.h"

#include <string.h>

static CogRightsOverview *
look (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  CogRightsOverview *overview = cog_rights_overview_new (project, &error);

  g_assert_no_error (error);
  return overview;
}

static const CogRightsPartData *
get_part (const CogRightsOverview *overview, guint i)
{
  return cog_rights_part_get (g_ptr_array_index (overview->parts, i));
}

/* The text says who is credited, the picture where it stands; tables without a credit are the
 * book's, the adapter's own are nobody else's. */
static void
test_parts (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  g_autoptr (CogRightsOverview) before = look (project);
  g_autoptr (CogRightsOverview) after = NULL;
  g_autoptr (GError) error = NULL;
  CogTableSpec spec = { 1, 2, TRUE, NULL };
  g_autofree char *own = NULL;

  g_assert_cmpuint (before->parts->len, ==, 2);
  g_assert_true (get_part (before, 0)->is_text);
  g_assert_nonnull (strstr (get_part (before, 0)->binds, "Credit for Ann"));
  g_assert_nonnull (get_part (before, 0)->unit);
  g_assert_cmpstr (get_part (before, 1)->title, ==, "Cat");
  g_assert_cmpstr (get_part (before, 1)->unit, ==, "i@alt");
  g_assert_cmpstr (get_part (before, 1)->picture, ==, "a.png");
  g_assert_cmpstr (get_part (before, 1)->licence, ==, "CC BY-SA 4.0");
  g_assert_null (before->rest);
  g_assert_null (before->left_out);
  own = cog_project_add_table (project, "one", NULL, &spec, &error);
  g_assert_no_error (error);
  after = look (project);
  g_assert_null (after->rest);
}

static void
test_left_out (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogRightsOverview) before = look (project);
  g_autoptr (CogRightsOverview) after = NULL;
  g_autoptr (CogRightsOverview) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_rights_part_leave_out (g_ptr_array_index (before->parts, 1), project, &error));
  g_assert_no_error (error);
  g_assert_true (cog_project_omit_block (project, "p0", COG_BLOCK_NEAREST, TRUE, NULL, &error));
  g_assert_true (cog_project_omit_section (project, "two", TRUE, NULL, &error));
  after = look (project);
  g_assert_cmpuint (after->parts->len, ==, 1);
  g_assert_cmpstr (after->left_out, ==,
                   "Left out, so they bind nothing: 1 section, 1 picture, 1 passage");
  /* A text is not left out by a button. */
  g_assert_false (cog_rights_part_leave_out (g_ptr_array_index (after->parts, 0), project, NULL));
  g_assert_cmpuint (cog_project_undo (project, 3, NULL), ==, 3);
  again = look (project);
  g_assert_cmpuint (again->parts->len, ==, 2);
  g_assert_null (again->left_out);
}

static char *
dup_plain (GPtrArray *texts, guint i)
{
  return cog_credit_text_to_plain (g_ptr_array_index (texts, i), NULL, FALSE);
}

/* What can be done about a problem is said with it; the letter is one of the ways. */
static void
test_ways (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  g_autoptr (CogRightsOverview) before = look (project);
  g_autoptr (CogRightsOverview) after = NULL;
  g_autoptr (CogCredit) credit = cog_credit_copy (get_part (before, 1)->credit);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < before->parts->len; i++)
    g_assert_nonnull (get_part (before, i)->ways);
  g_free (credit->licence);
  credit->licence = g_strdup ("LicenseRef-AllRightsReserved");
  g_assert_true (cog_project_set_credit (project, credit, &error));
  after = look (project);
  g_assert_cmpstr (get_part (after, 0)->title, ==, "Cat");
  g_assert_true (get_part (after, 0)->is_error);
  g_assert_true (g_strv_contains (get_part (after, 0)->ways, "ask"));
  g_assert_true (g_strv_contains (get_part (after, 0)->ways, "record-permission"));
  g_assert_false (g_strv_contains (get_part (after, 0)->ways, "find-out"));
}

/* A drawing whose words were translated under a licence that permits no changes is put back. */
static void
test_put_back (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  g_autoptr (CogRightsOverview) before = look (project);
  g_autoptr (CogRightsOverview) translated = NULL;
  g_autoptr (CogRightsOverview) after = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("drawing", 7);
  g_autoptr (CogAsset) asset = cog_asset_new ("x", "image/png", bytes);
  g_autoptr (CogCredit) credit = cog_credit_copy (get_part (before, 1)->credit);
  g_autoptr (GError) error = NULL;
  CogPictureEdit edit = { "i", asset, credit, NULL, TRUE };

  g_assert_false (get_part (before, 1)->is_changed);
  g_assert_false (cog_rights_part_put_back (g_ptr_array_index (before->parts, 1), project, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_REFUSED);
  g_clear_error (&error);
  cog_credit_decide_licence (credit, "CC-BY-ND-4.0", NULL);
  g_assert_true (cog_project_replace_picture (project, &edit, &error));
  translated = look (project);
  g_assert_true (get_part (translated, 0)->is_error);
  g_assert_true (get_part (translated, 0)->is_changed);
  g_assert_true (g_strv_contains (get_part (translated, 0)->ways, "keep-unmodified"));
  g_assert_true (
      cog_rights_part_put_back (g_ptr_array_index (translated->parts, 0), project, &error));
  g_assert_no_error (error);
  after = look (project);
  for (guint i = 0; i < after->parts->len; i++)
    {
      g_assert_false (get_part (after, i)->is_error);
      g_assert_false (get_part (after, i)->is_changed);
    }
  g_assert_cmpstr (get_part (after, 1)->licence, ==, "CC BY-ND 4.0");
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
}

/* The three places hold what the edition holds. */
static void
test_credits (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  g_autoptr (CogRightsOverview) overview = look (project);
  g_autofree char *page = NULL;
  g_autofree char *line = NULL;
  g_autofree char *entry = NULL;

  g_assert_cmpuint (overview->credits->page->len, >, 2);
  g_assert_cmpuint (overview->credits->figures->len, ==, 1);
  g_assert_cmpuint (overview->credits->list->len, ==, 1);
  page = dup_plain (overview->credits->page, 0);
  g_assert_nonnull (strstr (page, "Cats"));
  line = dup_plain (overview->credits->figures, 0);
  g_assert_nonnull (strstr (line, "CC BY-SA 4.0"));
  entry = dup_plain (overview->credits->list, 0);
  g_assert_nonnull (strstr (entry, "CC BY-SA 4.0"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/rights-overview/parts", test_parts);
  PROJECT_FIXTURE_ADD ("/rights-overview/left-out", test_left_out);
  PROJECT_FIXTURE_ADD ("/rights-overview/ways", test_ways);
  PROJECT_FIXTURE_ADD ("/rights-overview/put-back", test_put_back);
  PROJECT_FIXTURE_ADD ("/rights-overview/credits", test_credits);
  return g_test_run ();
}
