/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-job.h"
#include "cog-error.h"
#include "cog-import-job.h"
#include "cog-remix-job.h"
#include "cog-writer.h"
#include "structure-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static CogSection *
make_section (const char *id, const char *title, const char *words)
{
  CogSection *section = cog_section_new (id, title);
  g_autofree char *text =
      g_strdup_printf ("<section xmlns='" COG_NS_XHTML "' xmlns:epub='" COG_NS_EPUB
                       "'><h1>%s</h1><p>%s</p></section>",
                       title, words);

  section->content = cog_xml_parse_own (text, -1, NULL);
  return section;
}

/* Another book, in another language: "Winter" with "Januar" in it, and "Sommer". */
static char *
write_book (ProjectFixture *f)
{
  char *path = g_build_filename (f->dir, "eis.epub", NULL);
  g_autoptr (CogBook) book = cog_book_new ();
  CogSection *winter = make_section ("winter", "Winter", "Kalt ist es.");
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (book->sections, winter);
  g_ptr_array_add (winter->children, make_section ("januar", "Januar", "Sehr kalt."));
  g_ptr_array_add (book->sections, make_section ("sommer", "Sommer", "Warm ist es."));
  book->language = g_strdup ("de");
  book->modified = g_strdup ("2024-01-01T00:00:00Z");
  book->credit->title = g_strdup ("Eis");
  book->credit->licence = g_strdup ("CC-BY-SA-4.0");
  g_ptr_array_add (book->credit->agents, cog_agent_new ("Bert", COG_ROLE_AUTHOR));
  cog_book_identify (book, NULL);
  cog_edition_complete_unchanged (book);
  cog_writer_write (cog_writer_find (path, NULL), book, NULL, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static CogRemix *
open_remix (CogProject *project, const char *path)
{
  g_autoptr (GError) error = NULL;
  CogRemix *remix = cog_remix_new (project, path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return remix;
}

static const char *
find_id (CogRemix *remix, const char *title)
{
  GPtrArray *sections = cog_remix_get_sections (remix);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogRemixSection *section = g_ptr_array_index (sections, i);

      if (g_strcmp0 (section->title, title) == 0)
        return section->id;
    }
  g_error ("no section %s", title);
}

static char *remix_path;

static gboolean
insert (
    CogProject *project, const char *title, const char *anchor, CogPlacing where, GError **error)
{
  g_autoptr (CogRemix) remix = open_remix (project, remix_path);
  const char *chosen[] = { find_id (remix, title), NULL };
  g_auto (GStrv) ids = NULL;
  gboolean ok = cog_remix_insert (remix, project, chosen, anchor, where, &ids, NULL, NULL, error);

  g_assert_true (!ok || g_strv_length (ids) == 1);
  return ok;
}

static gboolean
insert_winter (CogProject *project, GError **error)
{
  return insert (project, "Winter", "one", COG_PLACE_AFTER, error);
}

static gboolean
insert_summer (CogProject *project, GError **error)
{
  return insert (project, "Sommer", "one", COG_PLACE_LAST, error);
}

static const CogSectionInfo *
find_info (GPtrArray *sections, const char *title)
{
  for (guint i = 0; i < sections->len; i++)
    if (g_strcmp0 (((CogSectionInfo *)g_ptr_array_index (sections, i))->title, title) == 0)
      return g_ptr_array_index (sections, i);
  return NULL;
}

static const CogCredit *
find_credit (const CogBook *book, const char *item)
{
  for (guint i = 0; i < book->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (book->credits, i);

      if (g_strcmp0 (credit->item, item) == 0)
        return credit;
    }
  return NULL;
}

static gboolean
has_source (CogProject *project, guint n)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);

  return sources->len == n;
}

/* Chosen sections of another book come in with what is below them, in their language and with their
 * credit; the same file is there once. */
static void
test_insert (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autofree char *path = write_book (f);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogRemix) remix = NULL;
  const CogSectionInfo *winter;

  remix_path = path;
  remix = open_remix (project, path);
  g_assert_cmpstr (cog_remix_get_credit (remix)->title, ==, "Eis");
  structure_fixture_check (&project, insert_winter);
  g_assert_true (has_source (project, 2));
  sections = cog_project_list_sections (project);
  g_assert_nonnull (find_info (sections, "Januar"));
  g_assert_null (find_info (sections, "Sommer"));
  winter = find_info (sections, "Winter");
  g_assert_cmpstr (winter->source, ==, "s2");
  g_assert_cmpuint (winter->depth, ==, 0);
  g_assert_cmpuint (winter->n_units, ==, 2);
  structure_fixture_assert_text (project, "lang=\"de\" dir=\"ltr\">Kalt ist es.", TRUE);
  structure_fixture_refuse (project, insert_winter, COG_ERROR_REFUSED);
  structure_fixture_check (&project, insert_summer);
  g_assert_true (has_source (project, 2));
  book = cog_project_dup_adaptation (project, NULL, NULL);
  g_assert_cmpuint (book->sources->len, ==, 2);
  g_ptr_array_unref (sections);
  sections = cog_project_list_sections (project);
  /* Below a chapter of the first source, too, it is named. */
  g_assert_cmpuint (find_info (sections, "Sommer")->depth, ==, 1);
  g_assert_cmpstr (find_credit (book, find_info (sections, "Sommer")->id)->title, ==, "Eis");
  g_assert_cmpstr (find_credit (book, find_info (sections, "Winter")->id)->licence, ==,
                   "CC-BY-SA-4.0");
  g_assert_cmpuint (cog_project_undo (project, 2, NULL), ==, 2);
  g_assert_true (has_source (project, 1));
  structure_fixture_assert_sections (project, "one .two three");
}

/* Everything that can be done, and out as an EPUB, and in again: the same book. */
static void
test_export (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autofree char *path = write_book (f);
  g_autofree char *out = g_build_filename (f->dir, "out.epub", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *half = NULL;
  CogEditionOptions options = { .is_bilingual = TRUE };
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogBook) again = NULL;
  g_autoptr (CogSource) source = NULL;
  CogBookCounts before;
  CogBookCounts after;

  remix_path = path;
  g_assert_true (insert_winter (project, &error));
  g_assert_true (
      cog_project_move_block (project, "c", COG_BLOCK_FIGURE, "z", COG_PLACE_AFTER, &error));
  g_assert_true (project_fixture_set_target (project, "p0", "يغلي هنا. إنه ساخن.", &error));
  half = cog_project_split_unit (project, "p0", 9, COG_SPLIT_GUESS, &error);
  g_assert_no_error (error);
  g_assert_true (cog_project_merge_unit (project, "p1", &error));
  g_assert_true (cog_project_omit_block (project, "t21", COG_BLOCK_ROW, TRUE, NULL, &error));
  g_assert_true (cog_project_set_field (project, "licence", "CC-BY-SA-4.0", &error));
  book = cog_edition_new_for_project (project, &options, &error);
  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, NULL));
  g_assert_true (
      cog_writer_write (cog_writer_find (out, &error), book, NULL, out, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  source = cog_source_new_for_path (out, NULL, &error);
  again = cog_reader_read (source, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cog_book_validate (again, NULL));
  cog_book_count (book, &before);
  cog_book_count (again, &after);
  g_assert_cmpuint (after.figures, ==, before.figures);
  g_assert_cmpuint (after.tables, ==, before.tables);
  g_assert_cmpuint (after.footnotes, ==, before.footnotes);
  g_unlink (out);
}

typedef struct
{
  GCancellable *cancellable;
  guint n; /* tellings after which it is stopped */
  double last;
} Stopper;

static void
stop_cb (double fraction, const char *sentence, gpointer user_data)
{
  Stopper *stopper = user_data;

  g_assert_cmpfloat (fraction, >=, stopper->last);
  g_assert_nonnull (sentence);
  stopper->last = fraction;
  if (stopper->n-- == 0)
    g_cancellable_cancel (stopper->cancellable);
}

/* Stopped anywhere, nothing of it is there; let go on, it tells how far it is. */
static void
test_stop (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autofree char *path = write_book (f);
  g_autofree char *before = structure_fixture_dump (project);

  for (guint n = 0; n < 100; n++)
    {
      g_autoptr (CogRemix) remix = open_remix (project, path);
      const char *chosen[] = { find_id (remix, "Winter"), NULL };
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Stopper stopper = { cancellable, n, 0 };
      CogProgress progress = { stop_cb, &stopper, 0, 1 };
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      if (cog_remix_insert (remix, project, chosen, "one", COG_PLACE_AFTER, NULL, &progress,
                            cancellable, &error))
        {
          g_assert_cmpuint (n, ==, 5); /* three sections are stored, two of them come in */
          return;
        }
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      after = structure_fixture_dump (project);
      g_assert_cmpstr (after, ==, before);
      g_assert_false (cog_project_can_undo (project));
      g_assert_true (has_source (project, 1));
    }
  g_assert_not_reached ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/remix/insert", test_insert);
  PROJECT_FIXTURE_ADD ("/remix/export", test_export);
  PROJECT_FIXTURE_ADD ("/remix/stop", test_stop);
  return g_test_run ();
}
