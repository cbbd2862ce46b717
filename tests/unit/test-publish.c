/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-checklist.h"
#include "cog-project-engines.h"
#include "cog-preview-job.h"
#include "cog-publish-job.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static CogChecklist *
make_checklist (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  CogChecklist *list = cog_checklist_new (project, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static const CogCheckGroup *
find_group (const CogChecklist *list, const char *id)
{
  for (guint i = 0; i < list->groups->len; i++)
    {
      const CogCheckGroup *group = g_ptr_array_index (list->groups, i);

      if (g_str_equal (group->id, id))
        return group;
    }
  return NULL;
}

static const CogCheckItem *
get_item (const CogChecklist *list, const char *id, guint i)
{
  const CogCheckGroup *group = find_group (list, id);

  g_assert_nonnull (group);
  return g_ptr_array_index (group->items, i);
}

/* Each finding knows its place: a unit, a piece with rights, or a field of the edition. */
static void
test_places (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogChecklist) list = make_checklist (project);
  const CogCheckItem *item = get_item (list, "licence-not-chosen", 0);

  g_assert_cmpint (item->at, ==, COG_CHECK_AT_RIGHTS);
  item = get_item (list, "not-translated", 0);
  g_assert_cmpint (item->at, ==, COG_CHECK_AT_UNIT);
  g_assert_cmpstr (item->title, ==, "One");
  g_assert_cmpuint (find_group (list, "not-translated")->items->len, ==, 2);
  g_assert_nonnull (strstr (find_group (list, "not-translated")->title, "2 chapters"));
  item = get_item (list, "title-not-translated", 0);
  g_assert_cmpint (item->at, ==, COG_CHECK_AT_FIELD);
  g_assert_cmpstr (item->place, ==, "title");
  item = get_item (list, "no-translator", 0);
  g_assert_cmpstr (item->place, ==, "translator");
  g_assert_cmpuint (list->n_errors, ==, 1);
}

/* The licence first, then what only should be looked at. */
static void
test_order (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogChecklist) list = make_checklist (project);

  for (guint i = 1; i < list->groups->len; i++)
    {
      const CogCheckGroup *before = g_ptr_array_index (list->groups, i - 1);
      const CogCheckGroup *group = g_ptr_array_index (list->groups, i);

      g_assert_cmpint (before->severity, >=, group->severity);
    }
}

/* What is done leaves the list, and is praised. */
static void
test_solved (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogChecklist) list = NULL;

  g_assert_true (cog_project_set_field (project, "title", "قطط", NULL));
  g_assert_true (cog_project_set_field (project, "translator", "Layla", NULL));
  g_assert_true (cog_project_set_field (project, "licence", "CC-BY-SA-4.0", NULL));
  list = make_checklist (project);
  g_assert_null (find_group (list, "title-not-translated"));
  g_assert_null (find_group (list, "no-translator"));
  g_assert_null (find_group (list, "licence-not-chosen"));
  g_assert_cmpuint (list->n_errors, ==, 0);
  g_assert_true (g_ptr_array_find_with_equal_func (list->in_order, "licence", g_str_equal, NULL));
}

/* What a machine wrote is told of until somebody looked at it. */
static void
test_machine (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  const CogEngineEdit edit = {
    .edit = { .unit = "p0", .set = COG_UNIT_SET_TARGET, .target = "Un párrafo" },
    .engine = "apertium"
  };
  const char *const units[] = { "p0", NULL };
  g_autoptr (CogChecklist) before = NULL;
  g_autoptr (CogChecklist) after = NULL;
  const CogCheckItem *item;

  g_assert_true (cog_project_edit_by_engine (project, &edit, 1, NULL, NULL));
  before = make_checklist (project);
  item = get_item (before, "machine-unchecked", 0);
  g_assert_cmpint (item->at, ==, COG_CHECK_AT_UNIT);
  g_assert_cmpstr (item->place, ==, "p0");
  g_assert_true (cog_project_confirm_engine_texts (project, units, NULL));
  after = make_checklist (project);
  g_assert_null (find_group (after, "machine-unchecked"));
}

/* What is stored in a project, and is not among what is offered, is judged, too: a mark for what
 * nobody owns is no licence. */
static void
test_unlawful_licence (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogChecklist) list = NULL;

  g_assert_true (cog_project_set_field (project, "licence", "CC-PDM-1.0", NULL));
  list = make_checklist (project);
  g_assert_nonnull (find_group (list, "licence-forbidden"));
  g_assert_cmpuint (list->n_errors, ==, 1);
}

/* A picture whose credit says nothing leads to the picture. */
static void
test_bare_credit (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (CogChecklist) list = NULL;
  g_autoptr (CogUnit) unit = NULL;
  const CogCheckItem *item;

  credit->item = g_strdup ("f");
  g_assert_true (cog_project_set_credit (project, credit, NULL));
  list = make_checklist (project);
  item = get_item (list, "credit-missing", 0);
  g_assert_cmpint (item->at, ==, COG_CHECK_AT_UNIT);
  unit = cog_project_dup_unit (project, item->place, NULL);
  g_assert_nonnull (unit);
  g_assert_cmpstr (unit->section, ==, "one");
}

static void
test_cancelled_check (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cog_checklist_new (project, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static GPtrArray *
publish (CogProject *project, const char *const *targets, GCancellable *cancellable)
{
  CogPublishOptions options = { .edition.is_draft = TRUE };
  g_autoptr (GError) error = NULL;
  GPtrArray *all =
      cog_publish_project_as (project, targets, &options, NULL, NULL, cancellable, &error);

  g_assert_no_error (error);
  return all;
}

/* One file that cannot be written leaves the other, and says why in plain words. */
static void
test_several (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autofree char *html = g_build_filename (f->dir, "book.html", NULL);
  g_autofree char *epub = g_build_filename (f->dir, "gone", "book.epub", NULL);
  const char *targets[] = { epub, html, NULL };
  g_autoptr (GPtrArray) all = publish (project, targets, NULL);
  const CogPublished *first = g_ptr_array_index (all, 0);
  const CogPublished *second = g_ptr_array_index (all, 1);
  g_autofree char *words = NULL;
  GStatBuf info;

  g_assert_error (first->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  words = cog_publish_dup_fault (first->error, epub);
  g_assert_nonnull (strstr (words, "“book.epub” was not written"));
  g_assert_nonnull (strstr (words, "“gone” is not there any more"));
  g_assert_no_error (second->error);
  g_assert_cmpint (g_stat (html, &info), ==, 0);
  g_assert_cmpuint (second->size, ==, (guint64)info.st_size);
}

static void
cancel_cb (double fraction, const char *sentence, gpointer user_data)
{
  if (fraction >= 0.5)
    g_cancellable_cancel (user_data);
}

/* Cancelled in the middle: what is whole stays, of the rest there is nothing. */
static void
test_cancelled (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *html = g_build_filename (f->dir, "book.html", NULL);
  g_autofree char *pdf = g_build_filename (f->dir, "book.pdf", NULL);
  const char *targets[] = { html, pdf, NULL };
  CogPublishOptions options = { .edition.is_draft = TRUE };
  CogProgress progress = { cancel_cb, cancellable, 0, 1 };
  g_autoptr (GPtrArray) all = NULL;
  guint n_files;

  /* Its log stands beside it from here on. */
  project_fixture_set_target (project, "p0", "mine", NULL);
  n_files = project_fixture_count_files (f);
  all = cog_publish_project_as (project, targets, &options, NULL, &progress, cancellable, NULL);
  g_assert_nonnull (all);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_error (((CogPublished *)g_ptr_array_index (all, 1))->error, G_IO_ERROR,
                  G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (project_fixture_count_files (f), <=, n_files + 1);
}

static void
test_fault_words (void)
{
  static const int codes[] = { G_IO_ERROR_PERMISSION_DENIED, G_IO_ERROR_READ_ONLY,
                               G_IO_ERROR_NO_SPACE,          G_IO_ERROR_BUSY,
                               G_IO_ERROR_IS_DIRECTORY,      G_IO_ERROR_NOT_FOUND };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new (G_IO_ERROR, codes[i], "errno words");
      g_autofree char *words = cog_publish_dup_fault (error, "/media/stick/a.pdf");

      g_assert_nonnull (strstr (words, "“a.pdf”"));
      g_assert_null (strstr (words, "errno"));
      g_assert_null (strchr (words, '%'));
    }
}

/* The pages have the names by which the entries lead to them; nothing outside is found; all goes
 * with the preview. */
static void
test_preview_pages (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  CogEditionOptions edition = { 0 };
  CogWriterOptions writer = { 0 };
  g_autoptr (GError) error = NULL;
  CogPreview *preview =
      cog_preview_new (project, COG_PREVIEW_PAGES, &edition, &writer, NULL, NULL, &error);
  g_autofree char *folder = NULL;
  const char *type = NULL;

  g_assert_no_error (error);
  folder = g_strdup (preview->folder->path);
  g_assert_cmpuint (preview->entries->len, >=, 4);
  for (guint i = 0; i < preview->entries->len; i++)
    {
      const CogPreviewEntry *entry = g_ptr_array_index (preview->entries, i);
      g_autoptr (GBytes) bytes = cog_preview_read (preview, entry->file, &type);

      g_assert_nonnull (bytes);
      g_assert_cmpstr (type, ==, "text/html");
    }
  g_assert_null (cog_preview_read (preview, "../p.cognate", &type));
  g_assert_null (cog_preview_read (preview, "/etc/passwd", &type));
  g_assert_null (cog_preview_read (preview, "no.html", &type));
  cog_preview_free (preview);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* The chapter in hand first: a part of the book is a preview, too. */
static void
test_preview_paper (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  const char *sections[] = { "two", NULL };
  CogEditionOptions edition = { .sections = sections, .is_draft = TRUE };
  CogWriterOptions writer = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CogPreview) preview =
      cog_preview_new (project, COG_PREVIEW_PAPER, &edition, &writer, NULL, NULL, &error);
  g_autofree char *data_read = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (preview->file, &data_read, NULL, NULL));
  g_assert_true (g_str_has_prefix (data_read, "%PDF-"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/publish/places", test_places);
  PROJECT_FIXTURE_ADD ("/publish/machine", test_machine);
  PROJECT_FIXTURE_ADD ("/publish/order", test_order);
  PROJECT_FIXTURE_ADD ("/publish/solved", test_solved);
  PROJECT_FIXTURE_ADD ("/publish/unlawful-licence", test_unlawful_licence);
  PROJECT_FIXTURE_ADD ("/publish/bare-credit", test_bare_credit);
  PROJECT_FIXTURE_ADD ("/publish/cancelled-check", test_cancelled_check);
  PROJECT_FIXTURE_ADD ("/publish/several", test_several);
  PROJECT_FIXTURE_ADD ("/publish/cancelled", test_cancelled);
  g_test_add_func ("/publish/fault-words", test_fault_words);
  PROJECT_FIXTURE_ADD ("/publish/preview-pages", test_preview_pages);
  PROJECT_FIXTURE_ADD ("/publish/preview-paper", test_preview_paper);
  return g_test_run ();
}
