/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-structure.h"
#include "project-fixture.h"

#include <string.h>

static void
omit (CogProject *project, const char *unit)
{
  CogUnitEdit edit = { .unit = unit,
                       .set = COG_UNIT_SET_DECISION,
                       .decision = COG_DECISION_OMITTED };

  g_assert_true (cog_project_edit (project, &edit, 1, "omit", NULL));
}

static void
test_edit (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogUnit) unit = NULL;
  g_autoptr (GBytes) original = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "فقرة <em>0</em>", &error));
  g_assert_no_error (error);
  g_assert_false (project_fixture_set_target (project, "p1", "<script/>", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (project_fixture_set_target (project, "none", "x", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_assert_true (cog_project_close (project, NULL));
  g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_READ, NULL);
  unit = cog_project_dup_unit (project, "p0", NULL);
  g_assert_cmpint (unit->state, ==, COG_STATE_TRANSLATED);
  g_assert_cmpint (unit->decision, ==, COG_DECISION_TRANSLATED);
  original = project_fixture_dup_original (project, "s1");
  g_assert_cmpuint (g_bytes_get_size (original), ==, 8);
}

static gboolean
add_large (CogProject *project, gpointer original, GError **error)
{
  g_autoptr (CogBook) book = project_fixture_make_book (1);
  g_autofree char *id =
      cog_project_add_source (project, book, "pdf", "cats.pdf", original, NULL, error);

  return id != NULL;
}

/* It goes in and comes out in pieces, whose last is not whole. */
static void
test_large_original (ProjectFixture *f, gconstpointer data)
{
  gsize size = (3 << 20) + 12345;
  guint8 *bytes = g_malloc (size);
  g_autoptr (GBytes) original = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = NULL;

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8)((i * 2654435761u) >> 13);
  original = g_bytes_new_take (bytes, size);
  project = cog_project_create (f->path, "ar", NULL, add_large, original, &error);
  g_assert_no_error (error);
  kept = project_fixture_dup_original (project, "s1");
  g_assert_true (g_bytes_equal (kept, original));
  g_assert_null (project_fixture_dup_original (project, "s2"));
}

static void
test_history (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autofree char *target = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "a", NULL));
  g_assert_true (project_fixture_set_target (project, "p0", "b", NULL));
  id = cog_project_add_unit (project, "one", "p0", "p", "mine", &error);
  g_assert_no_error (error);
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  g_assert_cmpuint (cog_project_undo (project, 2, &error), ==, 2);
  g_assert_null (cog_project_dup_unit (project, id, NULL));
  target = project_fixture_dup_target (project, "p0");
  g_assert_cmpstr (target, ==, "a");
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  g_assert_cmpuint (cog_project_redo (project, 9, &error), ==, 2);
  g_free (target);
  target = project_fixture_dup_target (project, id);
  g_assert_cmpstr (target, ==, "mine");
  cog_project_undo (project, 1, NULL);
  g_assert_true (project_fixture_set_target (project, "p1", "new branch", NULL));
  g_assert_false (cog_project_can_redo (project));
}

/* What stays in the source's words is in the source's language, from left to right. */
static void
test_kept (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  const CogUnitEdit edits[] = {
    { .unit = "p0",
      .set = COG_UNIT_SET_TARGET | COG_UNIT_SET_DECISION,
      .target = "Paragraph <em>0</em> speaks.",
      .decision = COG_DECISION_KEPT },
    { .unit = "p1", .set = COG_UNIT_SET_TARGET, .target = "فقرة" },
    { .unit = "l1",
      .set = COG_UNIT_SET_TARGET | COG_UNIT_SET_DECISION,
      .target = "١",
      .decision = COG_DECISION_KEPT },
  };
  g_autoptr (CogBook) book = NULL;
  g_autofree char *text = NULL;

  g_assert_true (cog_project_edit (project, edits, G_N_ELEMENTS (edits), "test", NULL));
  book = cog_project_dup_adaptation (project, NULL, NULL);
  text = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  g_assert_nonnull (strstr (text, "<p id=\"p0\" lang=\"en\" dir=\"ltr\">Paragraph"));
  g_assert_nonnull (strstr (text, "<p id=\"p1\">فقرة</p>"));
  g_assert_nonnull (strstr (text, "<li id=\"l1\">١</li>"));
}

static const char *
get_title_of_second (const CogBook *book)
{
  const CogSection *one = g_ptr_array_index (book->sections, 0);
  const CogSection *two = g_ptr_array_index (one->children, 0);

  return two->title;
}

static void
test_adaptation (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) components = NULL;

  g_assert_true (project_fixture_set_target (project, "p0", "فقرة <em>0</em>", NULL));
  g_assert_true (project_fixture_set_target (project, "i@alt", "قطة", NULL));
  g_assert_true (project_fixture_set_target (project, "h2", "اثنان", NULL));
  omit (project, "p1");
  omit (project, "np");
  omit (project, "l1");
  omit (project, "l2");
  id = cog_project_add_unit (project, "one", "p0", "p", "جديد", &error);
  g_assert_no_error (error);
  book = cog_project_dup_adaptation (project, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, NULL));
  text = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  g_assert_cmpstr (get_title_of_second (book), ==, "اثنان");
  g_assert_nonnull (
      strstr (text, "<p id=\"p0\">فقرة <em>0</em></p><p id=\"one-added-1\">جديد</p>"));
  g_assert_nonnull (strstr (text, "alt=\"قطة\""));
  g_assert_null (strstr (text, "id=\"p1\""));
  g_assert_null (strstr (text, "<ul"));
  g_assert_null (strstr (text, "noteref"));
  g_assert_nonnull (strstr (text, "<p id=\"p2\" lang=\"en\" dir=\"ltr\">"));
  g_assert_cmpuint (book->credits->len, ==, 1);
  components = cog_project_list_components (project, NULL);
  g_assert_cmpuint (components->len, ==, 2);
  omit (project, "i@alt");
  g_ptr_array_unref (components);
  components = cog_project_list_components (project, NULL);
  g_assert_cmpuint (components->len, ==, 1);
}

static CogUse
get_use (GPtrArray *components, const char *id)
{
  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);

      if (g_str_equal (component->id, id))
        return component->use;
    }
  return COG_USE_REFERENCE;
}

/* The same book once more, with another licence: everything of it has a name of its own. */
static char *
add_again (CogProject *project)
{
  g_autoptr (CogBook) book = project_fixture_make_book (2);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("other", 5);
  g_autoptr (GError) error = NULL;
  char *id;

  cog_book_add_asset (book, cog_asset_new ("a.png", "image/png", bytes));
  g_free (book->credit->licence);
  book->credit->licence = g_strdup ("CC-BY-NC-4.0");
  id = cog_project_add_source (project, book, "epub", "other.epub", NULL, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_second_source (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  g_autofree char *id = add_again (project);
  g_autoptr (CogBook) book = cog_project_dup_adaptation (project, NULL, NULL);
  g_autoptr (CogBook) second = cog_project_dup_source_book (project, "s2", NULL);
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  g_autoptr (CogAsset) first_asset = cog_project_dup_asset (project, "a.png", NULL);
  g_autofree char *text = cog_section_serialise (g_ptr_array_index (second->sections, 0));
  g_autofree char *third = NULL;

  g_assert_cmpstr (id, ==, "s2");
  g_assert_true (cog_book_validate (book, NULL));
  g_assert_true (cog_book_validate (second, NULL));
  g_assert_cmpuint (book->sections->len, ==, 2);
  g_assert_cmpuint (book->assets->len, ==, 2);
  g_assert_cmpuint (book->credits->len, ==, 4); /* two figures, two chapters */
  g_assert_cmpuint (second->assets->len, ==, 1);
  g_assert_cmpuint (second->credits->len, ==, 1);
  g_assert_cmpuint (g_bytes_get_size (first_asset->bytes), ==, 3);
  g_assert_cmpuint (g_bytes_get_size (cog_book_find_asset (book, "s2/a.png")->bytes), ==, 5);
  g_assert_nonnull (strstr (text, "href=\"#s2-n\""));
  g_assert_nonnull (strstr (text, "src=\"s2/a.png\""));
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      g_assert_cmpstr (info->source, ==, i < 2 ? "s1" : "s2");
    }
  third = add_again (project);
  g_assert_cmpstr (third, ==, "s3");
}

static const CogComponent *
find_component (GPtrArray *components, const char *id)
{
  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);

      if (g_str_equal (component->id, id))
        return component;
    }
  return NULL;
}

/* Chapters of two books are two works; a passage of one within a chapter of the other makes a work
 * of both, whose licences must agree. */
static void
test_texts (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  g_autofree char *id = add_again (project);
  g_autoptr (GPtrArray) components = cog_project_list_components (project, NULL);
  const CogComponent *text;
  guint n_units;

  g_assert_nonnull (find_component (components, "s1"));
  text = find_component (components, "s2");
  g_assert_cmpuint (text->sources->len, ==, 1);
  g_assert_true (g_str_has_prefix (text->unit, "s2-"));
  n_units = text->n_units;
  g_assert_cmpuint (n_units, >, 2);
  g_assert_true (
      cog_project_move_block (project, "s2-p0", COG_BLOCK_NEAREST, "p0", COG_PLACE_AFTER, NULL));
  g_ptr_array_unref (components);
  components = cog_project_list_components (project, NULL);
  text = find_component (components, "s1+s2");
  g_assert_nonnull (text);
  g_assert_cmpuint (text->sources->len, ==, 2);
  g_assert_cmpint (text->use, ==, COG_USE_TRANSLATED);
  /* The other chapter of the first book is still its own. */
  g_assert_cmpuint (find_component (components, "s1")->n_units, ==, 2);
  text = find_component (components, "s2");
  g_assert_cmpuint (text->n_units, ==, n_units - 1);
}

/* What is left out binds nothing and is not credited: a picture, a section, a whole source. */
static void
test_source_left_out (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  g_autofree char *id = add_again (project);
  g_autoptr (GPtrArray) components = cog_project_list_components (project, NULL);
  g_autoptr (CogBook) book = NULL;

  g_assert_cmpuint (components->len, ==, 4);
  g_assert_cmpint (get_use (components, "s2"), ==, COG_USE_TRANSLATED);
  g_assert_true (cog_project_omit_section (project, "s2-one", TRUE, NULL, NULL));
  g_ptr_array_unref (components);
  components = cog_project_list_components (project, NULL);
  g_assert_cmpuint (components->len, ==, 2);
  g_assert_cmpint (get_use (components, "s2"), ==, COG_USE_REFERENCE);
  book = cog_project_dup_adaptation (project, NULL, NULL);
  g_assert_cmpuint (book->sources->len, ==, 1);
  g_assert_cmpuint (book->credit->agents->len, ==, 1);
}

static gboolean
replace_picture (CogProject *project, const char *image, const char *licence, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("other picture", 13);
  g_autoptr (CogAsset) asset = cog_asset_new ("x", "image/jpeg", bytes);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  CogPictureEdit edit = { image, asset, credit, "Ein Hund & mehr" };

  asset->width = 80;
  asset->height = 60;
  credit->title = g_strdup ("Hund");
  credit->licence = g_strdup (licence);
  return cog_project_replace_picture (project, &edit, error);
}

/* The one component that is a figure, with its licence. */
static void
assert_figure (CogProject *project, const char *licence)
{
  g_autoptr (GPtrArray) components = cog_project_list_components (project, NULL);
  const CogComponent *figure = g_ptr_array_index (components, 1);
  const CogCredit *credit = g_ptr_array_index (figure->sources, 0);

  g_assert_cmpuint (components->len, ==, 2);
  g_assert_cmpstr (figure->id, ==, "f");
  g_assert_cmpstr (credit->licence, ==, licence);
}

static void
assert_picture (CogProject *project, const char *src, const char *alt, const char *licence)
{
  g_autoptr (CogBook) book = cog_project_dup_adaptation (project, NULL, NULL);
  g_autoptr (GHashTable) elements = cog_book_index_elements (book);
  xmlNode *image = g_hash_table_lookup (elements, "i");
  g_autofree char *there = cog_xml_dup_attribute (image, "src");
  g_autofree char *said = cog_xml_dup_attribute (image, "alt");
  const CogCredit *credit = g_ptr_array_index (book->credits, 0);

  g_assert_true (cog_book_validate (book, NULL));
  g_assert_true (g_str_has_prefix (there, src));
  g_assert_cmpstr (said, ==, alt);
  g_assert_cmpuint (book->assets->len, ==, 1);
  g_assert_cmpuint (book->credits->len, ==, 1);
  g_assert_cmpstr (credit->licence, ==, licence);
  g_assert_cmpstr (credit->item, ==, "f");
}

/* Bytes, description, credit and rights are the new picture's; the source stays what it is. */
static void
test_replace_picture (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) source = NULL;

  assert_figure (project, "CC-BY-SA-4.0");
  g_assert_true (replace_picture (project, "i", "CC-BY-NC-4.0", &error));
  g_assert_no_error (error);
  assert_picture (project, "own/", "Ein Hund & mehr", "CC-BY-NC-4.0");
  assert_figure (project, "CC-BY-NC-4.0");
  g_assert_true (replace_picture (project, "i", "CC0-1.0", &error));
  assert_figure (project, "CC0-1.0");
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  source = cog_project_dup_source_book (project, "s1", NULL);
  g_assert_nonnull (cog_book_find_asset (source, "a.png"));
  g_assert_cmpuint (source->credits->len, ==, 1);
  g_assert_cmpstr (((CogCredit *)g_ptr_array_index (source->credits, 0))->licence, ==,
                   "CC-BY-SA-4.0");
  g_assert_cmpuint (cog_project_undo (project, 2, &error), ==, 2);
  assert_picture (project, "a.png", "A cat", "CC-BY-SA-4.0");
  assert_figure (project, "CC-BY-SA-4.0");
  g_assert_cmpuint (cog_project_redo (project, 1, &error), ==, 1);
  assert_picture (project, "own/", "Ein Hund & mehr", "CC-BY-NC-4.0");
  omit (project, "i@alt");
  g_assert_false (replace_picture (project, "c", "CC0-1.0", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (replace_picture (project, "none", "CC0-1.0", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
}

/* A credit that the person gives a picture which had none follows the picture: left out with it, or
 * with its section, it binds nothing. */
static void
test_own_credit (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (GPtrArray) components = NULL;

  credit->item = g_strdup ("f");
  credit->part = g_strdup ("left");
  credit->licence = g_strdup ("CC-BY-NC-4.0");
  g_assert_true (cog_project_set_credit (project, credit, NULL));
  components = cog_project_list_components (project, NULL);
  g_assert_cmpuint (components->len, ==, 3);
  omit (project, "i@alt");
  g_ptr_array_unref (components);
  components = cog_project_list_components (project, NULL);
  g_assert_cmpuint (components->len, ==, 1);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  g_assert_true (cog_project_omit_section (project, "one", TRUE, NULL, NULL));
  g_ptr_array_unref (components);
  components = cog_project_list_components (project, NULL);
  g_assert_cmpuint (components->len, ==, 0);
}

/* A picture in a line of text: the translation has a copy of the line, made before or after. */
static gboolean
add_inline_picture (CogProject *project, gpointer user_data, GError **error)
{
  g_autoptr (CogBook) book = project_fixture_make_book (0);
  CogSection *section = g_ptr_array_index (book->sections, 0);
  xmlNode *root = cog_section_get_root (section);
  xmlNode *p = xmlNewChild (root, root->ns, (const xmlChar *)"p", NULL);
  g_autofree char *id = NULL;

  cog_xml_set (p, "id", "line");
  g_assert_true (cog_inline_set (p, "Press <img id=\"key\" src=\"a.png\" alt=\"Enter\"/>.", NULL));
  id = cog_project_add_source (project, book, "epub", NULL, NULL, NULL, error);
  return id != NULL;
}

static void
test_replace_inline_picture (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project =
      cog_project_create (f->path, "ar", NULL, add_inline_picture, NULL, &error);
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GHashTable) elements = NULL;
  g_autofree char *src = NULL;

  g_assert_no_error (error);
  g_assert_true (project_fixture_set_target (
      project, "line", "اضغط <img id=\"key\" src=\"a.png\" alt=\"Enter\"/>.", &error));
  g_assert_true (replace_picture (project, "key", "CC0-1.0", &error));
  book = cog_project_dup_adaptation (project, NULL, &error);
  g_assert_no_error (error);
  elements = cog_book_index_elements (book);
  src = cog_xml_dup_attribute (g_hash_table_lookup (elements, "key"), "src");
  g_assert_true (g_str_has_prefix (src, "own/"));
  g_assert_true (cog_book_validate (book, NULL));
}

static void
test_reading_is_fast (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 20000);
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  const CogSectionInfo *info = g_ptr_array_index (sections, 0);

  g_assert_cmpuint (info->n_units, ==, 20007);
  g_assert_cmpuint (info->n_by_state[COG_STATE_INITIAL], ==, 20007);
}

/* A person's word over what was found, for the edition and its credits; one step, undone as one. */
static void
test_source_credit (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (GPtrArray) before = cog_project_list_sources (project);
  g_autoptr (CogCredit) credit =
      cog_credit_copy (((CogProjectSource *)g_ptr_array_index (before, 0))->credit);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GError) error = NULL;

  g_free (credit->title);
  credit->title = g_strdup ("Cats and more");
  g_free (credit->licence);
  credit->licence = g_strdup ("CC-BY-SA-3.0");
  g_assert_true (cog_project_set_source_credit (project, "s1", credit, &error));
  g_assert_no_error (error);
  after = cog_project_list_sources (project);
  g_assert_cmpstr (((CogProjectSource *)g_ptr_array_index (after, 0))->credit->title, ==,
                   "Cats and more");
  g_assert_cmpstr (((CogProjectSource *)g_ptr_array_index (after, 0))->credit->licence, ==,
                   "CC-BY-SA-3.0");
  book = cog_project_dup_adaptation (project, NULL, NULL);
  g_assert_cmpstr (((CogCredit *)g_ptr_array_index (book->sources, 0))->title, ==, "Cats and more");
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  undone = cog_project_list_sources (project);
  g_assert_cmpstr (((CogProjectSource *)g_ptr_array_index (undone, 0))->credit->title, ==, "Cats");
  g_assert_cmpstr (((CogProjectSource *)g_ptr_array_index (undone, 0))->credit->licence, ==,
                   "CC-BY-4.0");
  g_assert_false (cog_project_set_source_credit (project, "s9", credit, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project/large-original", test_large_original);
  PROJECT_FIXTURE_ADD ("/project/edit", test_edit);
  PROJECT_FIXTURE_ADD ("/project/history", test_history);
  PROJECT_FIXTURE_ADD ("/project/adaptation", test_adaptation);
  PROJECT_FIXTURE_ADD ("/project/kept", test_kept);
  PROJECT_FIXTURE_ADD ("/project/second-source", test_second_source);
  PROJECT_FIXTURE_ADD ("/project/texts", test_texts);
  PROJECT_FIXTURE_ADD ("/project/source-left-out", test_source_left_out);
  PROJECT_FIXTURE_ADD ("/project/replace-picture", test_replace_picture);
  PROJECT_FIXTURE_ADD ("/project/own-credit", test_own_credit);
  PROJECT_FIXTURE_ADD ("/project/replace-inline-picture", test_replace_inline_picture);
  PROJECT_FIXTURE_ADD ("/project/large", test_reading_is_fast);
  PROJECT_FIXTURE_ADD ("/project/source-credit", test_source_credit);
  return g_test_run ();
}
