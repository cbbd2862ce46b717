/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-correction.h"
#include "cog-error.h"
#include "cog-project-figures.h"
#include "project-fixture.h"

#include <string.h>

static CogProjectFigure *
dup_figure (CogProject *project, const char *unit)
{
  g_autoptr (GError) error = NULL;
  CogProjectFigure *figure = cog_project_dup_figure (project, unit, &error);

  g_assert_no_error (error);
  return figure;
}

static void
put (CogProject *project, const char *licence, gboolean is_translation)
{
  g_autoptr (GBytes) bytes = g_bytes_new (licence, strlen (licence));
  g_autoptr (CogAsset) asset = cog_asset_new ("x", "image/png", bytes);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (GError) error = NULL;
  CogPictureEdit edit = { "i", asset, credit, "Ein Hund", is_translation };

  credit->title = g_strdup ("Hund");
  credit->licence = g_strdup (licence);
  cog_project_replace_picture (project, &edit, &error);
  g_assert_no_error (error);
}

/* Of the figure among what is really used; NULL: none. */
static CogComponent *
steal_component (CogProject *project)
{
  g_autoptr (GPtrArray) components = cog_project_list_components (project, NULL);

  return components->len > 1 ? g_ptr_array_steal_index (components, 1) : NULL;
}

static void
assert_binds (CogProject *project, const char *licence, CogUse use)
{
  g_autoptr (CogComponent) component = steal_component (project);
  const CogCredit *credit = g_ptr_array_index (component->sources, 0);

  g_assert_cmpstr (credit->licence, ==, licence);
  g_assert_cmpint (component->use, ==, use);
}

static void
assert_name (CogProject *project, const char *name)
{
  g_autoptr (CogComponent) component = steal_component (project);

  g_assert_cmpstr (component->label, ==, name);
  g_assert_cmpstr (component->unit, ==, "i@alt");
  g_assert_cmpstr (component->picture, ==, "a.png");
}

/* Lists call a figure what a teacher knows it by, as the edition says it now. */
static void
test_name (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);

  assert_name (project, "Cat");
  g_assert_true (project_fixture_set_target (project, "c", "Bild 1.2 <em>Katze</em>", NULL));
  assert_name (project, "Bild 1.2 Katze");
  g_assert_true (project_fixture_set_target (
      project, "c", "Abb. 1.2 Eine Katze sitzt auf dem Dach. Sie wartet auf einen Vogel.", NULL));
  assert_name (project, "Abb. 1.2 Eine Katze sitzt auf dem Dach");
  /* A picture without a caption and a description is known by its chapter, never by an id. */
  g_object_unref (g_steal_pointer (&project));
  project_fixture_run_sql (f->path,
                           "UPDATE unit SET source = '', target = NULL WHERE id IN ('c', 'i@alt')");
  project_fixture_run_sql (f->path, "UPDATE credit SET label = NULL");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  assert_name (project, "Picture in “One”");
}

/* The source's description is of the source's picture. */
static void
test_replaced_name (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("dog", 3);
  g_autoptr (CogAsset) asset = cog_asset_new ("x", "image/png", bytes);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (CogComponent) component = NULL;
  CogPictureEdit edit = { "i", asset, credit, NULL, FALSE };

  g_clear_object (&project);
  project_fixture_run_sql (f->path, "UPDATE unit SET source = '' WHERE id = 'c'");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  assert_name (project, "A cat");
  credit->title = g_strdup ("Hund");
  credit->licence = g_strdup ("CC-BY-4.0");
  g_assert_true (cog_project_replace_picture (project, &edit, NULL));
  component = steal_component (project);
  g_assert_cmpstr (component->label, ==, "Hund");
}

static void
test_figure (ProjectFixture *f, gconstpointer data)
{
  static const char *const units[] = { "i@alt", "c", "i", "f" };
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (CogProjectFigure) figure = dup_figure (project, units[i]);

      g_assert_cmpstr (figure->image, ==, "i");
      g_assert_cmpstr (figure->item, ==, "f");
      g_assert_cmpstr (figure->asset, ==, "a.png");
      g_assert_null (figure->source_asset);
      g_assert_cmpstr (figure->credit->licence, ==, "CC-BY-SA-4.0");
      g_assert_cmpstr (figure->credit->item, ==, "f");
      g_assert_null (figure->alt);
      g_assert_true (figure->has_description);
      g_assert_false (figure->is_decorative);
    }
  g_assert_null (cog_project_dup_figure (project, "p0", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (cog_project_dup_figure (project, "none", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
}

static void
assert_alt (CogProject *project, const char *expected)
{
  g_autoptr (CogBook) book = cog_project_dup_adaptation (project, NULL, NULL);
  g_autofree char *text = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  g_autofree char *part = g_strdup_printf ("alt=\"%s\"", expected);

  g_assert_nonnull (strstr (text, part));
}

static void
test_decorative (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogProjectFigure) figure = NULL;
  g_autoptr (GError) error = NULL;

  project_fixture_set_target (project, "i@alt", "Katze", NULL);
  g_assert_true (cog_project_set_decorative (project, "i", TRUE, &error));
  g_assert_no_error (error);
  assert_alt (project, "");
  assert_binds (project, "CC-BY-SA-4.0", COG_USE_UNMODIFIED);
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  figure = dup_figure (project, "i@alt");
  g_assert_true (figure->is_decorative);
  cog_project_undo (project, 1, NULL);
  assert_alt (project, "Katze");
  cog_project_redo (project, 1, NULL);
  assert_alt (project, "");
  g_assert_true (cog_project_set_decorative (project, "i", FALSE, NULL));
  assert_alt (project, "A cat");
  g_assert_false (cog_project_set_decorative (project, "p0", TRUE, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
}

/* A picture that its source calls decorative has no unit until somebody wants to describe it. */
static void
test_described (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GPtrArray) images = cog_project_list_images (project, "f", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (images->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (images, 0), ==, "i");
  /* It has one already: the answer is no, and not that the file is damaged. */
  g_assert_false (cog_project_describe_picture (project, "i", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (cog_project_describe_picture (project, "none", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_assert_false (cog_project_can_undo (project));
}

static void
test_restore (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogProjectFigure) figure = NULL;
  g_autoptr (GError) error = NULL;

  project_fixture_set_target (project, "i@alt", "Katze", NULL);
  put (project, "CC-BY-NC-4.0", FALSE);
  put (project, "CC-BY-4.0", FALSE);
  figure = dup_figure (project, "i@alt");
  g_assert_cmpstr (figure->source_asset, ==, "a.png");
  g_assert_cmpstr (figure->source_credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (figure->credit->licence, ==, "CC-BY-4.0");
  g_assert_cmpstr (figure->alt, ==, "Ein Hund");
  assert_binds (project, "CC-BY-4.0", COG_USE_UNMODIFIED);
  g_assert_true (cog_project_restore_picture (project, "i", &error));
  g_assert_no_error (error);
  g_clear_pointer (&figure, cog_project_figure_free);
  figure = dup_figure (project, "i@alt");
  g_assert_cmpstr (figure->asset, ==, "a.png");
  g_assert_null (figure->source_asset);
  g_assert_cmpstr (figure->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (figure->alt, ==, "Katze");
  assert_binds (project, "CC-BY-SA-4.0", COG_USE_UNMODIFIED);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_binds (project, "CC-BY-4.0", COG_USE_UNMODIFIED);
  assert_alt (project, "Ein Hund");
  cog_project_redo (project, 1, NULL);
  assert_binds (project, "CC-BY-SA-4.0", COG_USE_UNMODIFIED);
}

/* The same drawing in other words: changed, with its description and its licence. */
static void
test_translated (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogProjectFigure) figure = NULL;

  project_fixture_set_target (project, "i@alt", "Katze", NULL);
  put (project, "CC-BY-SA-4.0", TRUE);
  assert_binds (project, "CC-BY-SA-4.0", COG_USE_TRANSLATED);
  assert_alt (project, "Katze");
  figure = dup_figure (project, "c");
  g_assert_true (figure->is_translated);
  g_assert_true (cog_project_restore_picture (project, "i", NULL));
  assert_binds (project, "CC-BY-SA-4.0", COG_USE_UNMODIFIED);
}

/* An edition knows which work each of its pictures came with; one's own came with none. */
static void
test_work (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) before = cog_project_dup_adaptation (project, NULL, &error);
  g_autoptr (CogBook) after = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (before->sources->len, ==, 1);
  g_assert_true (cog_book_find_asset (before, "a.png")->work ==
                 g_ptr_array_index (before->sources, 0));
  put (project, "CC-BY-SA-4.0", FALSE);
  after = cog_project_dup_adaptation (project, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < after->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (after->assets, i);

      if (g_str_has_prefix (asset->name, COG_OWN_PICTURE))
        g_assert_null (asset->work);
    }
}

/* A licence that permits no changes was found out when the words were translated already: it holds
 * for the drawing that is put back. */
static void
test_decided (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GPtrArray) credits = NULL;
  const CogCredit *credit = NULL;
  g_autoptr (CogCredit) decided = NULL;
  g_autoptr (GError) error = NULL;

  put (project, "CC-BY-SA-4.0", TRUE);
  credits = cog_project_list_credits (project);
  for (guint i = 0; i < credits->len && credit == NULL; i++)
    credit = g_ptr_array_index (credits, i);
  g_assert_nonnull (credit);
  decided = cog_credit_copy (credit);
  cog_credit_decide_licence (decided, "CC-BY-ND-4.0", "asked");
  g_assert_true (cog_project_set_credit (project, decided, &error));
  g_assert_no_error (error);
  assert_binds (project, "CC-BY-ND-4.0", COG_USE_TRANSLATED);
  g_assert_true (cog_project_restore_picture (project, "i", &error));
  g_assert_no_error (error);
  assert_binds (project, "CC-BY-ND-4.0", COG_USE_UNMODIFIED);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  assert_binds (project, "CC-BY-ND-4.0", COG_USE_TRANSLATED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/figures/figure", test_figure);
  PROJECT_FIXTURE_ADD ("/figures/name", test_name);
  PROJECT_FIXTURE_ADD ("/figures/replaced-name", test_replaced_name);
  PROJECT_FIXTURE_ADD ("/figures/decorative", test_decorative);
  PROJECT_FIXTURE_ADD ("/figures/described", test_described);
  PROJECT_FIXTURE_ADD ("/figures/restore", test_restore);
  PROJECT_FIXTURE_ADD ("/figures/translated", test_translated);
  PROJECT_FIXTURE_ADD ("/figures/work", test_work);
  PROJECT_FIXTURE_ADD ("/figures/decided", test_decided);
  return g_test_run ();
}
